"""Marks for own words: typed into a table of their own, counted at the next run, never lost."""

from __future__ import annotations

import csv
import io
import locale
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.batch import Batch, grade_folder
from coupquiz.grading.by_hand.table import ByHandTable
from coupquiz.grading.by_hand.typed_points import TypedPoints, alike, with_typed_points
from coupquiz.grading.grade import grade
from coupquiz.grading.marks import marks_row
from coupquiz.grading.spreadsheet import read_table, write_csv
from tests.server import run
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    KEY_FILE,
    RIGHT,
    answers_file,
    hand_in,
    honest,
    snapshot,
)

WHY = "why-it-failed"
LATER = "the night after May Day"
"""No date, though right: points for the question "night", of which there are 4, are a teacher's to give."""
ZOE = "Nobody helped, «not» even; one\nhalf of them."
HEADING = ["student", "question", "words", "points", "of"]
COLUMNS = [*HEADING, "comment"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two students who have written something, and one who has not."""
    root = tmp_path / "submitted"
    write(root, "anna", "Few came.")
    write(root, "zoe", ZOE)
    honest(root, ("carl",))
    return root


def write(root: Path, student: str, words: str) -> None:
    """Hand in everything right, and these own words."""
    hand_in(root / student, {ANSWERS: answers_file({**RIGHT, WHY: words}, student)})


def answer(root: Path, student: str, **answers: object) -> None:
    """Hand in everything right, but for these answers."""
    changed = {id.replace("_", "-"): answer for id, answer in answers.items()}
    hand_in(root / student, {ANSWERS: answers_file({**RIGHT, **changed}, student)})


def mark(root: Path) -> Batch:
    """Grade into a folder beside."""
    return grade_folder(root, KEY, root.parent / "out")


def table(root: Path) -> list[list[str]]:
    """The lines of the table to mark by hand."""
    text = (root.parent / "out" / "by-hand.csv").read_text(encoding="utf-8-sig")
    delimiter = ";" if text.startswith("student;") else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def type_in(root: Path, *points: str) -> bytes:
    """Type points into the lines of the table, from the first on."""
    lines = table(root)
    for row, typed in zip(lines[1:], points, strict=False):
        row[3] = typed
    return save(root, write_csv(lines))


def save(root: Path, content: bytes) -> bytes:
    """Save the table."""
    (root.parent / "out" / "by-hand.csv").write_bytes(content)
    return content


def row(root: Path, student: str) -> dict[str, str]:
    """A student's line in the table of marks."""
    with (root.parent / "out" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        return next(row for row in csv.DictReader(file) if row["student"] == student)


def names(root: Path) -> set[str]:
    """What lies in the folder of results, but the older tables of marks."""
    files = (root.parent / "out").iterdir()
    return {file.name for file in files if not file.name.startswith(("marks.before", "."))}


def test_there_is_a_line_for_everybody_who_wrote_something(root: Path) -> None:
    """With the words, and no points yet; who wrote nothing has none of the points, and no line."""
    graded = mark(root)
    assert table(root) == [
        COLUMNS,
        ["anna", WHY, "Few came.", "", "3", ""],
        ["zoe", WHY, "Nobody helped, «not» even; one\nhalf of them.", "", "3", ""],
    ]
    assert graded.waiting == 2
    assert (row(root, "anna")["of"], row(root, "anna")["to mark"]) == ("20", WHY)
    assert (row(root, "carl")["of"], row(root, "carl")[WHY], row(root, "carl")["to mark"]) == ("23", "0", "")


def test_typed_points_count_everywhere(root: Path) -> None:
    """In the question's column, in the sums, on the page; the table stays as it was saved."""
    mark(root)
    typed = type_in(root, "2.5")
    graded = mark(root)
    assert (graded.waiting, graded.problems, graded.by_hand_kept) == (1, (), None)
    anna = row(root, "anna")
    assert (anna["points"], anna["of"], anna[WHY], anna["to mark"]) == ("22.5", "23", "2.5", "")
    assert row(root, "zoe")["to mark"] == WHY
    page = (root.parent / "out" / "pages" / "anna.html").read_text(encoding="utf-8")
    assert "Marked by your teacher" in page
    assert graded.by_hand.read_bytes() == typed
    before = snapshot(root.parent / "out")
    mark(root)
    assert snapshot(root.parent / "out") == before


def test_points_may_be_none(root: Path) -> None:
    """Which is a mark, too."""
    mark(root)
    type_in(root, "0", "3")
    assert mark(root).waiting == 0
    assert [row(root, name)[WHY] for name in ("anna", "zoe")] == ["0", "3"]


def saved_as(lines: Sequence[Sequence[str]], delimiter: str, end: str, *, quoted: bool = False) -> str:
    """A table as a spreadsheet writes it."""
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(lines)
    return text.getvalue()


SPREADSHEETS: Mapping[str, tuple[str, str, str]] = {
    "Excel, UTF-8": ("utf-8-sig", ",", "\r\n"),
    "Excel, German": ("utf-8-sig", ";", "\r\n"),
    "Excel, Windows": ("cp1252", ";", "\r\n"),
    "Excel, Unicode text": ("utf-16", "\t", "\r\n"),
    "LibreOffice": ("utf-8", ",", "\n"),
    "an old Mac": ("cp1252", ",", "\r"),
}


@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize("points", ["2,5", "2.5", " 2.50 "])
@pytest.mark.parametrize("way", SPREADSHEETS)
def test_every_spreadsheet_can_save_it(root: Path, way: str, points: str, quoted: bool) -> None:
    """Whatever it makes of separators, marks and ends of lines; it is left as it was saved."""
    encoding, delimiter, end = SPREADSHEETS[way]
    mark(root)
    lines = table(root)
    lines[1][3] = lines[2][3] = points
    saved = save(root, saved_as(lines, delimiter, end, quoted=quoted).encode(encoding))
    graded = mark(root)
    assert (graded.problems, graded.waiting, graded.flagged) == ((), 0, 0)
    assert [row(root, name)[WHY] for name in ("anna", "zoe")] == ["2.5", "2.5"]
    assert graded.by_hand.read_bytes() == saved


def one_column(content: bytes, beside: Mapping[int, str], outer: str) -> bytes:
    """A table as a spreadsheet saves it that expected another delimiter, with what was typed beside lines."""
    lines = content.decode("utf-8-sig").splitlines()
    text = io.StringIO()
    rows = [[*line.split(outer), beside.get(number, "")] for number, line in enumerate(lines)]
    csv.writer(text, delimiter=outer).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize(("inner", "outer"), [(",", ";"), (";", ","), (",", "\t")])
@pytest.mark.parametrize("words", ["Few came.", "Few, very few came", 'They said "no"', "Few; so they lost"])
def test_what_was_typed_beside_a_table_in_one_column_is_told(
    root: Path, inner: str, outer: str, words: str
) -> None:
    """By row; points in the right column count, and the table then has that spreadsheet's delimiter."""
    for student in ("anna", "zoe"):
        write(root, student, words)
    mark(root)
    lines = table(root)
    lines[1][3] = "1"
    save(root, one_column(write_csv(lines, inner), {2: "0,5"}, outer))
    graded = mark(root)
    (problem,) = graded.problems
    assert "row 3: “0,5” stands in no column" in str(problem)
    assert row(root, "anna")[WHY] == "1"
    assert row(root, "zoe")[WHY] == ""
    assert graded.by_hand_kept is not None
    sheet = read_table(graded.by_hand.read_bytes(), HEADING)
    assert sheet is not None
    assert sheet.delimiter == outer
    assert [line[: len(lines[0])] for line in sheet.lines] == lines
    assert [str(again) for again in mark(root).problems] == [str(problem)]


@pytest.mark.parametrize(
    ("heading", "typed"), [([], ["2"]), (["", "note"], ["2", "see me"]), (["note"], ["", "2"])]
)
def test_a_cell_in_no_column_is_told(root: Path, heading: list[str], typed: list[str]) -> None:
    """A column of the teacher's own has a name."""
    mark(root)
    lines = table(root)
    lines[0] += heading
    lines[1] += typed
    save(root, write_csv(lines))
    (problem,) = mark(root).problems
    assert "row 2: “2” stands in no column" in str(problem)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("quoted", [False, True])
def test_a_name_with_a_comma_is_no_sign_of_one_column(root: Path, delimiter: str, quoted: bool) -> None:
    """Nor are words with a semicolon."""
    name = "Doe, Jane; née Roe"
    write(root, name, "Few; they, too, lost.")
    mark(root)
    lines = table(root)
    for line in lines[1:]:
        line[3] = "1"
    save(root, saved_as(lines, delimiter, "\r\n", quoted=quoted).encode())
    graded = mark(root)
    assert (graded.problems, graded.waiting, graded.by_hand_kept) == ((), 0, None)
    assert row(root, name)[WHY] == "1"


FOREIGN = {
    "cp1252": ("Zoé", "Jürgen"),
    "cp1250": ("Łukasz", "Zdeněk"),
    "cp1251": ("Ольга", "Иван"),
    "cp1254": ("Işıl", "Çağrı"),
    "mac_roman": ("Zoé", "Jürgen"),
}


@pytest.mark.parametrize("encoding", FOREIGN)
def test_names_tell_the_encoding_of_a_table(tmp_path: Path, encoding: str) -> None:
    """Which a spreadsheet does not write down."""
    root = tmp_path / "submitted"
    for name in FOREIGN[encoding]:
        write(root, name, f"I, {name}, say so.")
    mark(root)
    lines = table(root)
    for line in lines[1:]:
        line[3] = "1"
    save(root, saved_as(lines, ";", "\r\n").encode(encoding))
    graded = mark(root)
    assert (graded.problems, graded.waiting) == ((), 0)
    assert [row(root, name)[WHY] for name in FOREIGN[encoding]] == ["1", "1"]


def test_letters_that_were_lost_are_found_again_or_told(tmp_path: Path) -> None:
    """One name alone of that length can be meant; of two none is guessed."""
    root = tmp_path / "submitted"
    for name in ("Ольга", "ნინო", "გიგა"):
        write(root, name, "So it was.")
    mark(root)
    lines = table(root)
    for line in lines[1:]:
        line[3] = "1"
    save(root, saved_as(lines, ";", "\r\n").encode("cp1252", "replace"))
    graded = mark(root)
    assert row(root, "Ольга")[WHY] == "1"
    assert [row(root, name)[WHY] for name in ("ნინო", "გიგა")] == ["", ""]
    assert len(graded.problems) == 2
    for problem in graded.problems:
        assert "save the table as “CSV UTF-8”" in str(problem)


@pytest.mark.parametrize(("point", "delimiter"), [(".", ","), (",", ";")])
def test_new_tables_open_with_a_double_click_here(
    root: Path, monkeypatch: pytest.MonkeyPatch, point: str, delimiter: str
) -> None:
    """Where numbers have a decimal comma, a semicolon ends a cell, and 2.5 would be a day."""
    monkeypatch.setattr(locale, "localeconv", lambda: {"decimal_point": point})
    answer(root, "anna", night=LATER)
    mark(root)
    lines = table(root)
    for line in lines[1:]:
        line[3] = f"0{point}5"
    save(root, saved_as(lines, delimiter, "\r\n").encode())
    graded = mark(root)
    assert graded.problems == ()
    content = (root.parent / "out" / "marks.csv").read_text(encoding="utf-8-sig")
    (line,) = [line for line in content.splitlines() if line.startswith("anna")]
    assert f"0{point}5" in line.split(delimiter)
    assert content.startswith(f"student{delimiter}points")
    assert graded.by_hand.read_text(encoding="utf-8-sig").startswith(f"student{delimiter}question")


def test_a_table_in_a_spreadsheets_own_way_goes_on_with_its_separator(root: Path) -> None:
    """When a student is added; as it was saved it is kept, for more may be in it than is understood."""
    mark(root)
    lines = [["sep=;"], ["Points", "Question", "Student", "Note"], ["2", WHY, "anna", "see me"], []]
    saved = save(root, saved_as(lines, ";", "\n").encode())
    write(root, "mia", "Late.")
    graded = mark(root)
    assert graded.by_hand_kept is not None
    assert graded.by_hand_kept.read_bytes() == saved
    sheet = read_table(graded.by_hand.read_bytes(), ["student"])
    assert sheet is not None
    assert sheet.delimiter == ";"
    assert ["2", WHY, "anna", "see me"] in sheet.lines
    assert ["", WHY, "mia", ""] in sheet.lines
    assert row(root, "anna")[WHY] == "2"


def test_new_students_are_added_and_typed_lines_stay(root: Path) -> None:
    """In the order in which the teacher has them, with what else was typed beside them."""
    mark(root)
    lines = [
        [*HEADING, "note"],
        *([*line, note] for line, note in zip(table(root)[:0:-1], "xy", strict=True)),
    ]
    lines[1][3] = "1"
    save(root, write_csv(lines))
    write(root, "mia", "Late.")
    graded = mark(root)
    assert table(root) == [*lines, ["mia", WHY, "Late.", "", "3", ""]]
    assert (graded.waiting, graded.by_hand_kept) == (2, None)


def test_students_who_are_gone_keep_their_points(root: Path) -> None:
    """They are told of, and count again when the folder is back; a line without points goes."""
    mark(root)
    type_in(root, "2")
    for name in ("anna", "zoe"):
        (root / name).rename(root.parent / name)
    graded = mark(root)
    assert table(root) == [COLUMNS, ["anna", WHY, "Few came.", "2", "3", ""]]
    assert [*map(str, graded.problems)] == [
        "by-hand.csv, row 2, student: nobody called “anna” has handed anything in; "
        "write the student’s name as it is in marks.csv"
    ]
    (root.parent / "anna").rename(root / "anna")
    assert mark(root).problems == ()
    assert row(root, "anna")[WHY] == "2"


def test_words_that_change_get_a_line_of_their_own(root: Path) -> None:
    """The older points count, and are flagged, until the new words have some."""
    mark(root)
    type_in(root, "2")
    write(root, "anna", "Few came, and late.")
    write(root, "zoe", "Nobody.")
    graded = mark(root)
    assert table(root)[1:] == [
        ["anna", WHY, "Few came.", "2", "3", ""],
        ["zoe", WHY, "Nobody.", "", "3", ""],
        ["anna", WHY, "Few came, and late.", "", "3", ""],
    ]
    assert row(root, "anna")[WHY] == "2"
    assert "[own words have changed]" in row(root, "anna")["look at"]
    assert (graded.flagged, graded.waiting) == (1, 1)
    type_in(root, "2", "1", "3")
    assert mark(root).flagged == 0
    assert (row(root, "anna")[WHY], row(root, "anna")["look at"]) == ("3", "")


@pytest.mark.parametrize("points", ["2", ""])
@pytest.mark.parametrize("question", [WHY, "first-aim"])
def test_a_comment_stands_on_the_students_page(root: Path, points: str, question: str) -> None:
    """With points or without, of own words or what the key marks; the line stays, and it is no point."""
    mark(root)
    before = row(root, "anna")
    lines = table(root)
    given = points if question == WHY else ""
    line = ["anna", question, "Few came." if question == WHY else "", given, "3", "Who told you, Anna?"]
    save(root, write_csv([*(other for other in lines if other[:2] != line[:2]), line]))
    for _again in range(2):
        graded = mark(root)
        assert graded.problems == ()
        assert line in table(root)
        page = (root.parent / "out" / "pages" / "anna.html").read_text(encoding="utf-8")
        assert page.count("Who told you, Anna?") == 1
        assert "Who told you" not in (root.parent / "out" / "pages" / "zoe.html").read_text(encoding="utf-8")
        assert (row(root, "anna")[WHY], row(root, "anna")["look at"]) == (given, before["look at"])


def test_a_table_from_before_there_were_comments_stays(root: Path) -> None:
    """Its columns are as they were; a teacher may add the column."""
    mark(root)
    save(root, write_csv([HEADING, ["anna", WHY, "Few came.", "2", "3"]]))
    mark(root)
    assert table(root)[0] == HEADING
    save(root, write_csv([COLUMNS, ["anna", WHY, "Few came.", "2", "3", "Good."]]))
    mark(root)
    assert "Good." in (root.parent / "out" / "pages" / "anna.html").read_text(encoding="utf-8")


def test_points_for_words_on_paper_count(root: Path) -> None:
    """In a line that the teacher has added."""
    mark(root)
    save(root, write_csv([*table(root), ["carl", WHY, "", "1", ""]]))
    assert mark(root).problems == ()
    assert (row(root, "carl")["points"], row(root, "carl")["look at"]) == ("21", "")


@pytest.mark.parametrize(
    ("column", "typed", "said"),
    [
        (3, "4", "row 2, points: “4” does not count; write a number from 0 to 3"),
        (3, "-1", "row 2, points: “-1” does not count; write a number from 0 to 3"),
        (3, "good", "row 2, points: “good” does not count; write a number from 0 to 3"),
        (3, "nan", "row 2, points: “nan” does not count; write a number from 0 to 3"),
        (3, "1e0", "row 2, points: “1e0” does not count; write a number from 0 to 3"),
        (3, "2 of 3", "row 2, points: “2 of 3” does not count; write a number from 0 to 3"),
        (3, "٣", "row 2, points: “٣” does not count; write a number from 0 to 3"),
        (
            0,
            "ann",
            "row 2, student: nobody called “ann” has handed anything in; "
            "write the student’s name as it is in marks.csv",
        ),
        (1, "nihgt", "row 2, question: “nihgt” is not asked; did you mean 'night'?"),
    ],
)
def test_what_is_wrong_is_told_and_stays(root: Path, column: int, typed: str, said: str) -> None:
    """In a line that names the row, and the others count."""
    mark(root)
    type_in(root, "2", "1")
    lines = table(root)
    lines[1][column] = typed
    save(root, write_csv(lines))
    graded = mark(root)
    assert [*map(str, graded.problems)] == [f"by-hand.csv, {said}"]
    assert lines[1] in table(root)
    assert row(root, "anna")["to mark"] == WHY
    assert row(root, "zoe")[WHY] == "1"


def test_an_answer_that_cannot_be_read_has_a_line_too(root: Path) -> None:
    """It gets no points and is flagged until some are typed; then these count, and nothing is flagged."""
    answer(root, "anna", night=LATER)
    graded = mark(root)
    line = ["anna", "night", f"Not understood: {LATER}", "", "4", ""]
    assert table(root)[1:] == [line, ["zoe", WHY, ZOE, "", "3", ""]]
    assert (graded.waiting, graded.unread, graded.flagged) == (1, 1, 1)
    anna = row(root, "anna")
    assert (anna["points"], anna["of"], anna["night"], anna["to mark"]) == ("16", "23", "0", "")
    assert "[answer not understood]" in anna["look at"]
    typed = type_in(root, "3,5")
    graded = mark(root)
    assert (graded.unread, graded.flagged, graded.problems) == (0, 0, ())
    anna = row(root, "anna")
    assert (anna["points"], anna["of"], anna["night"], anna["look at"]) == ("19.5", "23", "3.5", "")
    page = (root.parent / "out" / "pages" / "anna.html").read_text(encoding="utf-8")
    assert "Marked by your teacher" in page
    assert "It cannot be read" not in page
    assert graded.by_hand.read_bytes() == typed
    before = snapshot(root.parent / "out")
    mark(root)
    assert snapshot(root.parent / "out") == before


@pytest.mark.parametrize(
    ("id", "given", "shown"),
    [
        ("night", "13/14", "13/14"),
        ("night", "=1+1", "=1+1"),
        ("first-aim", 7, "7"),
        ("first-of-may", {"gone": ["ნინო"]}, "{'gone': ['ნინო']}"),
        (WHY, ["Few came."], "['Few came.']"),
        ("night", "x" * 9000, f"{'x' * 4984}…"),
    ],
)
def test_whatever_was_handed_in_is_shown_as_text(root: Path, id: str, given: object, shown: str) -> None:
    """So that no spreadsheet makes a date or a formula of it, and what it saves finds its line again."""
    answer(root, "anna", **{id.replace("-", "_"): given})
    mark(root)
    assert table(root)[1][:3] == ["anna", id, f"Not understood: {shown}"]
    saved = save(root, saved_as([[*table(root)[1][:3], "1"]], ";", "\r\n").encode("cp1252", "replace"))
    save(root, saved := b"student;question;words;points\r\n" + saved)
    graded = mark(root)
    assert (row(root, "anna")[id], row(root, "anna")["look at"], graded.unread) == ("1", "", 0)
    assert saved == (graded.by_hand_kept or graded.by_hand).read_bytes()


def test_points_stay_when_an_answer_can_be_read_later(root: Path) -> None:
    """The key marks it, which is told; when it cannot be read again, they count again."""
    answer(root, "anna", night=LATER)
    mark(root)
    type_in(root, "3")
    line = table(root)[1]
    for night, got, concern in (
        (RIGHT["night"], "4", "typed points do not count"),
        ("May 1921", "0", "typed points do not count"),
        ("by night", "3", "own words have changed"),
        ("", "3", "own words have changed"),
        (LATER, "3", ""),
    ):
        answer(root, "anna", night=night)
        mark(root)
        assert line in table(root)
        assert (row(root, "anna")["night"], row(root, "anna")["look at"][1:].split("]")[0]) == (got, concern)


@pytest.mark.parametrize("words", ["", "meant Kvinitadze", "Tiflis"])
@pytest.mark.parametrize(
    ("id", "given", "points"),
    [
        ("night", "May 1921", "3.5"),
        ("night", "3 May 1920", "4"),
        ("night", RIGHT["night"], "0"),
        ("general-and-order", {"measure": "mobilisation", "name": "the director"}, "2"),
        ("first-aim", "palace", "1"),
        ("five-days-and-more", ["treaty-of-moscow", "may-day"], "2,5"),
    ],
)
def test_a_teacher_can_overrule_any_answer(
    root: Path, id: str, given: object, points: str, words: str
) -> None:
    """In a line that is added; whatever stands beside it, on the page it is the teacher's mark."""
    answer(root, "anna", **{id.replace("-", "_"): given})
    mark(root)
    lines = [*table(root), ["anna", id, words, points, ""]]
    save(root, write_csv(lines))
    graded = mark(root)
    assert (graded.problems, row(root, "anna")[id], row(root, "anna")["look at"]) == (
        (),
        points.replace(",", "."),
        "",
    )
    assert lines[-1] in table(root)
    page = (root.parent / "out" / "pages" / "anna.html").read_text(encoding="utf-8")
    assert "Marked by your teacher" in page


def test_points_for_questions_that_were_not_drawn_are_told() -> None:
    """And stay: with another draw they count."""
    drawn = replace(KEY, items=tuple(replace(item, points=3) for item in KEY.items), draw=1)
    result = grade(drawn, {}, "anna")
    (asked,) = (mark.item.question.id for mark in result.marks if mark.item.question.scored)
    other = next(item.question.id for item in KEY.items if item.question.id not in (asked, WHY))
    marked, flags = with_typed_points(result, {asked: [TypedPoints(2.0, "")], other: [TypedPoints(2.0, "")]})
    assert marked.points == 2
    assert [flag.what for flag in flags] == [
        f"the points typed for {other} do not count: this student was not asked it"
    ]


def test_points_under_a_former_id_count(root: Path) -> None:
    """Where a question was renamed since they were typed; the line stays as it is."""
    mark(root)
    typed = type_in(root, "2", "1")
    why = KEY.items[-1]
    renamed = replace(why, question=replace(why.question, id="why", renamed=(WHY,)))
    key = replace(KEY, items=(*KEY.items[:-1], renamed))
    graded = grade_folder(root, key, root.parent / "out")
    assert (graded.problems, graded.waiting) == ((), 0)
    assert [row(root, name)["why"] for name in ("anna", "zoe")] == ["2", "1"]
    assert graded.by_hand.read_bytes() == typed


def test_other_points_for_the_same_words_are_told(root: Path) -> None:
    """The last count, as they stand in the table; the same twice is no matter."""
    mark(root)
    (_, anna, zoe) = table(root)
    lines = [HEADING, [*anna[:3], "1", "3"], [*zoe[:3], "2", "3"], [*zoe[:3], "2", "3"], [*anna[:3], "3", ""]]
    saved = save(root, write_csv(lines))
    graded = mark(root)
    assert [*map(str, graded.problems)] == [
        "by-hand.csv, row 2, points: “1” does not count, because row 5 has different points"
    ]
    assert [row(root, name)[WHY] for name in ("anna", "zoe")] == ["3", "2"]
    assert graded.by_hand.read_bytes() == saved


@pytest.mark.parametrize(
    "half",
    [
        ["carl", WHY, "said aloud: few came", "", ""],
        ["carl", "", "ask him", "", ""],
        ["anna", WHY, "Few came. – good!", "", "3"],
    ],
)
def test_a_line_that_is_half_filled_is_not_lost(root: Path, half: list[str]) -> None:
    """Without points it may go from the table; then that is kept, as it was."""
    mark(root)
    lines = table(root)
    saved = save(root, write_csv([lines[0], *(lines[1:] if half[0] == "carl" else lines[2:]), half]))
    write(root, "mia", "Late.")
    graded = mark(root)
    assert half in table(root) or (graded.by_hand_kept and graded.by_hand_kept.read_bytes() == saved)
    assert mark(root).by_hand_kept is None


@pytest.mark.parametrize("name", ["by-hand.xlsx", "by-hand.ods"])
def test_points_in_a_workbook_are_told(root: Path, name: str) -> None:
    """A spreadsheet likes to save one, and nothing in it counts."""
    mark(root)
    (root.parent / "out" / name).write_bytes(b"PK")
    graded = mark(root)
    (problem,) = graded.problems
    assert str(problem).startswith(
        f"{name}: nothing in a workbook counts; save it in CSV format as by-hand.csv"
    )
    assert graded.waiting == 2


@pytest.mark.parametrize(
    "name",
    ["by-hand (1).csv", "by-hand - by-hand.csv", "by-hand.txt", "By-Hand_marked.CSV", "by-hand (1).xlsx"],
)
def test_what_may_be_taken_for_the_table_is_told(root: Path, name: str) -> None:
    """As browsers and spreadsheets call it; not the tables that are kept, nor what else lies there."""
    mark(root)
    (root.parent / "out" / name).write_bytes(save(root, write_csv([COLUMNS])))
    for other in ("by-hand.before-7.csv", "by-handed.csv", "by-hand.pdf"):
        (root.parent / "out" / other).write_bytes(b"")
    (problem,) = mark(root).problems
    assert str(problem).startswith(f"{name}: nothing in ")
    assert "by-hand.csv" in str(problem)


def test_points_in_the_column_for_the_most_are_told(root: Path) -> None:
    """They are set back."""
    mark(root)
    (_, anna, zoe) = table(root)
    save(root, write_csv([COLUMNS, [*anna[:4], "2", ""], zoe]))
    said = "row 2, of: “2” is now 3, as the key has it; points belong in the column “points”"
    assert [*map(str, mark(root).problems)] == [f"by-hand.csv, {said}"]
    assert mark(root).problems == ()


@pytest.mark.slow
def test_the_command_says_what_to_do(root: Path) -> None:
    """What waits and where, what does not count and why."""
    arguments = ("grade", str(root), "--key", str(KEY_FILE), "--out", str(root.parent / "out"))
    ended = run(*arguments, home=root.parent)
    file = root.parent / "out" / "by-hand.csv"
    assert f"2 answers in students' own words to mark. Type points into {file}, save it" in ended.stdout
    type_in(root, "2", *["9"])
    ended = run(*arguments, home=root.parent)
    assert ended.returncode == 0
    assert "1 answer in a student's own words to mark" in ended.stdout
    assert "by-hand.csv, row 3, points: “9” does not count" in ended.stderr
    type_in(root, "2", "3")
    ended = run(*arguments, home=root.parent)
    assert "own words" not in ended.stdout
    assert "by-hand.csv" not in ended.stderr
    assert "not be understood" not in ended.stdout
    answer(root, "carl", night=LATER)
    ended = run(*arguments, home=root.parent)
    assert f"no points unless you type some into {file}\n" in ended.stdout


def test_a_table_that_is_none_is_kept(root: Path) -> None:
    """And told of, and there is a new one."""
    mark(root)
    for number, content in enumerate([b"\x00\xff\xfe", b"anna,2", b'"student,question,points'], 1):
        save(root, content)
        graded = mark(root)
        assert "name them in this row" in str(graded.problems[0])
        assert graded.by_hand_kept == graded.by_hand.with_name(f"by-hand.before-{number}.csv")
        assert graded.by_hand_kept.read_bytes() == content
        assert len(table(root)) == 3


def test_a_table_that_is_saved_while_grading_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The teacher is told to run the command again."""
    mark(root)
    write(root, "mia", "Late.")
    typed: list[bytes] = []

    def meanwhile(*given: Any) -> list[str]:
        typed[:] = [type_in(root, "2")]
        return marks_row(*given)

    with monkeypatch.context() as patched:
        patched.setattr("coupquiz.grading.batch.marks_row", meanwhile)
        graded = mark(root)
    assert graded.by_hand.read_bytes() == typed[0]
    assert "saved in the meantime" in str(graded.problems[0])
    assert mark(root).problems == ()
    assert row(root, "anna")[WHY] == "2"
    assert table(root)[-1][0] == "mia"


def test_there_is_no_table_where_there_is_nothing_to_mark(tmp_path: Path) -> None:
    """Nobody wrote anything."""
    honest(tmp_path / "submitted")
    mark(tmp_path / "submitted")
    assert names(tmp_path / "submitted") == {"marks.csv", "pages", "pages.html"}


@pytest.mark.parametrize("name", ["007", "=1+1", "ნინო", "a'b", "x  y", "Zoe\u0301", "an\udcffna"])
def test_every_name_finds_its_line_again(name: str) -> None:
    """As it was written, and after a spreadsheet has had it."""
    result = grade(KEY, {WHY: "=Few"}, name)
    with TemporaryDirectory() as folder:
        file = Path(folder, "by-hand.csv")
        hand = ByHandTable(file, KEY, [name, "other"])
        hand.add(result)
        hand.save()
        lines = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
        assert not lines[1][0].startswith("=")
        assert lines[1][2] == "'=Few"
        lines[1][3] = "2"
        for changed in (lines[1][0], lines[1][0].lstrip("'0").strip()):
            lines[1][0] = changed
            file.write_bytes(write_csv(lines))
            hand = ByHandTable(file, KEY, [name, "other"])
            assert with_typed_points(result, hand.typed(name))[0].points == 2
            assert hand.problems == []


def test_words_are_the_same_whatever_a_spreadsheet_does_to_them() -> None:
    """Spaces, ends of lines, what its encoding has no letter for; and other words are others."""
    assert alike("Few\r\ncame ", "Few\ncame")
    assert alike("????", "ნინო")
    assert alike("=x", "=x")
    assert not alike("???", "ნინო")
    assert not alike("Many came", "Few came")


@given(st.floats(0, 3).map(lambda points: round(points, 3)), st.sampled_from(".,"))
def test_every_number_that_may_be_is_read(points: float, mark: str) -> None:
    """With a point and with a comma."""
    typed = f"{points:.3f}".replace(".", mark)
    with TemporaryDirectory() as folder:
        file = Path(folder, "by-hand.csv")
        file.write_bytes(write_csv([HEADING, ["anna", WHY, "", typed, ""]]))
        hand = ByHandTable(file, KEY, ["anna"])
        assert hand.typed("anna") == {WHY: [TypedPoints(points, "")]}


CELLS = (
    st.sampled_from(
        ["anna", "zoe", WHY, "night", "2", "2,5", "9", "", "'", '"', "Few came.", "=x", "\n", "x;y"]
    )
    | st.text()
)


def tables() -> Iterator[st.SearchStrategy[bytes]]:
    """Anything, and what is nearly a table."""
    yield st.binary()
    yield st.text().map(
        lambda text: ("student,question,words,points,of\r\n" + text).encode("utf-8", "replace")
    )
    yield st.tuples(
        st.lists(st.lists(CELLS, max_size=7), max_size=6),
        st.sampled_from(",;\t|"),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    ).map(lambda made: saved_as([HEADING, *made[0]], made[1], "\r\n").encode(made[2], "replace"))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.one_of(*tables()))
@example(b"student,question,points\r\nanna,why-it-failed,\x00")
@example(b'student;question;points\n"anna;why-it-failed;2\n')
@example(b'student;question;points;;"\n"\r\x00"x;\r;;"\n";\x00')
@example(b'student,question,points\r,,"\n",2\r\x00"\r,,,\x00,"\n')
@example(b'student,question,points\r\x00"\r"\n",,\x00,"\n')
def test_no_file_stops_it_and_nothing_typed_is_lost(content: bytes) -> None:
    """Whatever it holds: a line stays to the letter, or the file is kept beside the new one."""
    answers = {"anna": {WHY: "Few came.", "night": LATER}, "zoe": {WHY: "=x"}}
    results = [grade(KEY, given, name) for name, given in answers.items()]
    with TemporaryDirectory() as folder:
        file = Path(folder, "by-hand.csv")
        file.write_bytes(content)
        hand = ByHandTable(file, KEY, ["anna", "zoe"])
        for result in results:
            marked, _ = with_typed_points(result, hand.typed(result.student))
            assert 0 <= marked.points <= marked.most + marked.waiting == 23
            hand.add(marked)
        kept = hand.save()
        before, after = read_table(content, HEADING[:2]), read_table(file.read_bytes(), HEADING[:2])
        assert after is not None or file.read_bytes() == content
        if kept:
            assert kept.read_bytes() == content
        elif before and after and "points" in before.columns:
            place = before.columns["points"]
            typed = [cells for cells in before.lines if len(cells) > place and cells[place].strip()]
            assert all(cells in after.lines for cells in typed)
        again = ByHandTable(file, KEY, ["anna", "zoe"])
        for result in results:
            again.add(result)
        written = file.read_bytes()
        assert again.save() is None
        assert file.read_bytes() == written


def numbered(root: Path, texts: dict[str, str]) -> None:
    """Students with numbers for names, and what they wrote."""
    for name, words in texts.items():
        write(root, name, words)


@pytest.mark.parametrize("dropped", [True, False])
def test_points_go_to_whose_words_they_are_where_a_spreadsheet_drops_zeros(
    root: Path, *, dropped: bool
) -> None:
    """What is left is another's name; the words decide."""
    numbered(root, {"0712": "Few of them came.", "712": "They were too late."})
    mark(root)
    lines = [[cell.lstrip("0") if dropped else cell for cell in line] for line in table(root)]
    given = {"Few of them came.": "1", "They were too late.": "3"}
    save(root, write_csv([[*line[:3], given.get(line[2], line[3]), *line[4:]] for line in lines]))
    assert mark(root).problems == ()
    assert {name: row(root, name)[WHY] for name in ("0712", "712")} == {"0712": "1", "712": "3"}
    assert len(table(root)) == len(lines)


@pytest.mark.parametrize("words", ["Few came.", ""])
def test_points_that_may_be_anothers_are_told(root: Path, words: str) -> None:
    """Nobody gets them where the words do not tell."""
    numbered(root, {"0712": "Few came.", "712": "Few came."})
    mark(root)
    save(root, write_csv([HEADING, ["712", WHY, words, "3", "3"]]))
    (problem,) = mark(root).problems
    assert "row 2, student: it may be any of these: 0712, 712" in str(problem)
    assert {row(root, name)[WHY] for name in ("0712", "712")} == {""}


def roster(root: Path, *lines: str) -> None:
    """Let a roster lie beside the class."""
    (root.parent / "students.csv").write_text("\n".join(("id,name,moodle", *lines)), encoding="utf-8")


IN_MOODLE = "Anna Berg_101_assignsubmission_file_"


@pytest.mark.parametrize("name", ["Anna Berg_101", "ANNA berg_101", IN_MOODLE, "anna  Berg", "7"])
def test_points_count_under_every_name_of_a_student(tmp_path: Path, name: str) -> None:
    """Also those that were typed before there was a roster; no second line comes."""
    root = tmp_path / "submitted"
    write(root, IN_MOODLE, "Few came.")
    mark(root)
    save(root, write_csv([COLUMNS, [name, WHY, "Few came.", "2", "3", ""]]))
    roster(root, "007,Anna Berg,101", "008,Ben Ott,102")
    assert mark(root).problems == ()
    assert row(root, "007")[WHY] == "2"
    assert table(root) == [COLUMNS, [name, WHY, "Few came.", "2", "3", ""]]


def test_points_count_under_a_name_without_its_number(tmp_path: Path) -> None:
    """As tables have it that were begun when Brightspace's numbers were not part of a name."""
    root = tmp_path / "submitted"
    write(root, "12345-67890 - Anna Berg - 3 May, 2026 1015 AM", "Few came.")
    mark(root)
    save(root, write_csv([COLUMNS, ["Anna Berg", WHY, "Few came.", "2", "3", ""]]))
    assert mark(root).problems == ()
    assert row(root, "Anna Berg_12345")[WHY] == "2"


@pytest.mark.parametrize(("words", "counts"), [("Few came.", True), ("", False), ("my note", False)])
def test_points_under_a_name_of_several_are_told(tmp_path: Path, words: str, *, counts: bool) -> None:
    """Unless the words tell whose they are."""
    root = tmp_path / "submitted"
    write(root, IN_MOODLE, "Few came.")
    roster(root, "007,Anna Berg,101", "008,Anna Berg,102")
    mark(root)
    save(root, write_csv([COLUMNS, ["Anna Berg", WHY, words, "2", "3", ""]]))
    said = "row 2, student: it may be any of these: 007, 008; write the right one of these here"
    assert [*map(str, mark(root).problems)] == ([] if counts else [f"by-hand.csv, {said}"])
    assert (row(root, "007")[WHY], row(root, "008")[WHY]) == ("2" if counts else "", "0")
    assert ["Anna Berg", WHY, words, "2", "3", ""] in table(root)


def test_a_folder_of_a_name_comes_before_others_on_the_roster(tmp_path: Path) -> None:
    """It is not settled whose it is, but what was typed is for it."""
    root = tmp_path / "submitted"
    write(root, "Anna Berg", "Few came.")
    roster(root, "007,Anna Berg,101", "008,Anna Berg,102")
    mark(root)
    type_in(root, "2")
    assert mark(root).problems == ()
    assert row(root, "Anna Berg")[WHY] == "2"


@pytest.mark.parametrize(("before", "now"), [(3, 6), (6, 3)])
def test_points_that_were_typed_for_another_most_are_told(root: Path, before: float, now: float) -> None:
    """They count as they stand; lines without points follow the key."""

    def worth(points: float) -> AnswerKey:
        return replace(KEY, items=(*KEY.items[:-1], replace(KEY.items[-1], points=points)))

    grade_folder(root, worth(before), root.parent / "out")
    (_, anna, zoe) = table(root)
    save(root, write_csv([HEADING, [*anna[:3], "2", anna[4]], zoe]))
    graded = grade_folder(root, worth(now), root.parent / "out")
    (typed, set_back) = graded.problems
    said = f"row 2, of: 2 points were typed when there were {before}; they count as 2 of {now}"
    assert said in str(typed)
    assert f"row 3, of: “{before}” is now {now}, as the key has it" in str(set_back)
    assert row(root, "anna")[WHY] == "2"
    assert [line[4] for line in table(root)[1:]] == [str(before), str(now)]


def test_what_nobody_has_typed_into_is_not_kept(root: Path) -> None:
    """However often marks change, and though a spreadsheet saves it in its own way."""
    out = root.parent / "out"
    mark(root)
    write(root, "mia", "Late.")
    assert mark(root).kept is None
    marks = (out / "marks.csv").read_text(encoding="utf-8-sig")
    (out / "marks.csv").write_text(marks.replace(",", ";").replace("\r\n", "\n"), encoding="utf-8")
    write(root, "ben", "Early.")
    assert mark(root).kept is None
    marks = (out / "marks.csv").read_text(encoding="utf-8-sig")
    (out / "marks.csv").write_text(marks.replace("\nben,", "\nben,1"), encoding="utf-8-sig")
    write(root, "carl", "Never.")
    kept = mark(root).kept
    assert kept is not None
    assert "ben,1" in kept.read_text(encoding="utf-8-sig")
    (out / "marks.csv").write_bytes(kept.read_bytes())
    write(root, "dora", "Once.")
    assert mark(root).kept == kept
    assert [file.name for file in out.glob("*.before-*")] == ["marks.before-1.csv"]
