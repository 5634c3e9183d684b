"""What is in a submission counts as far as it can be read; the rest is named, and nobody is asked in vain."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from coupquiz.answers.file_format import dump, merged, parse
from coupquiz.grading.answer_key import asked
from coupquiz.grading.batch import grade_folder
from coupquiz.grading.concern import Concern
from coupquiz.grading.grade import grade
from coupquiz.grading.submission import read_submission
from coupquiz.grading.wording import sentences
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    NOTEBOOK,
    RIGHT,
    answers_file,
    hand_in,
    notebook,
    packed,
)

ID = KEY.id
LATER = answers_file(RIGHT, "later")


def counted(folder: Path) -> tuple[float, list[str], str]:
    """Points, what is flagged, and what is said to it."""
    handed = read_submission(folder, KEY)
    result = grade(KEY, handed.answers, folder.name)
    return result.points, [flag.code for flag in handed.flags], " ".join(map(sentences, handed.flags))


def halves() -> tuple[bytes, bytes]:
    """One learner's answers file in two copies that hold different halves, and some that both have."""
    ids = [*RIGHT]
    file = parse(LATER)
    parts = (ids[: len(ids) // 2 + 1], ids[len(ids) // 2 :])
    records = (
        {asked: file.records[asked] for asked in file.records if asked.question in part} for part in parts
    )
    first, second = (dump(replace(file, records=some)) for some in records)
    return first, second


COPIES = [
    f"{ID}.answers (conflicted copy).json",
    f"{ID}.answers-LAPTOP.json",
    f"{ID}.answers (Anna's conflicted copy 2026-05-03).json",
    f"{ID}.answers.sync-conflict-20260503-101500-ABCDEFG.json",
    f"{ID}.answers 2.json",
    f"{ID} (conflicted copy).answers.json",
    f"{ID} (1)/{ANSWERS}",
]


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("turned", [False, True])
def test_copies_of_a_sync_service_count_together(tmp_path: Path, copy: str, *, turned: bool) -> None:
    """Question by question; it is said once, and one that is only older is no matter."""
    one, other = halves()[:: -1 if turned else 1]
    hand_in(tmp_path, {ANSWERS: one})
    hand_in((tmp_path / copy).parent, {Path(copy).name: other})
    points, flags, said = counted(tmp_path)
    assert points == 20
    assert Concern.MERGED in flags
    assert Concern.VERSIONS not in flags
    assert "so they count together" in said
    hand_in(tmp_path, {ANSWERS: LATER})
    assert counted(tmp_path) == (20, [], "")


def test_copies_of_different_learners_do_not_count_together(tmp_path: Path) -> None:
    """One of them may be somebody else's."""
    one, other = halves()
    other = dump(replace(parse(other), learner="0" * 32))
    hand_in(tmp_path, {ANSWERS: one, f"{ID}.answers-LAPTOP.json": other})
    points, flags, _ = counted(tmp_path)
    assert points < 20
    assert Concern.VERSIONS in flags
    assert len(merged(parse(one).records, parse(other).records)) > len(parse(one).records)


@pytest.mark.parametrize("name", [ANSWERS, NOTEBOOK, f"{ID}.zip"])
def test_what_is_still_in_the_cloud_is_named(tmp_path: Path, name: str) -> None:
    """Until it is there."""
    hand_in(tmp_path, {f".{name}.icloud": b"bplist00"})
    points, flags, said = counted(tmp_path)
    assert (points, flags) == (0, [Concern.NOT_READ])
    assert f"“{name}” is still in iCloud" in said
    assert "Download it" in said
    hand_in(tmp_path, {ANSWERS: LATER})
    assert counted(tmp_path)[0] == 20


def lesson_folder() -> list[tuple[str, bytes]]:
    """What a learner's copy of the lesson holds: more notebooks than are unpacked, each with answers."""
    names = [f"{number:02}_lesson" for number in range(9)]
    answers = dump(replace(parse(LATER), notebook="01_reading"))
    opening = notebook('quiz = Quiz("week", notebook="01_reading")')
    ends = {".ipynb": opening, ".answers.json": answers}
    return [(f"lesson/{name}{end}", content) for name in names for end, content in ends.items()]


@pytest.mark.parametrize("inside", ["lesson/", f"lesson/{ID}/", "lesson/my school/tests/"])
def test_in_a_large_archive_the_assignments_files_come_first(tmp_path: Path, inside: str) -> None:
    """A student has packed the whole folder of the lesson."""
    work = [(f"{inside}{ANSWERS}", LATER), (f"{inside}{NOTEBOOK}", notebook())]
    hand_in(tmp_path, {"lesson.zip": packed(*lesson_folder(), *work)})
    assert counted(tmp_path)[:2] == (20, [Concern.OTHER_PLACE])


@pytest.mark.parametrize("other", ["photos.zip", "a.zip", f"{ID}-pictures.zip", f"{ID} (1).zip"])
@pytest.mark.parametrize("content", [b"", packed(("1.jpg", b"x")), packed((ANSWERS, LATER)), b"no archive"])
def test_another_archive_takes_nothing_away(tmp_path: Path, other: str, content: bytes) -> None:
    """Whatever is in it."""
    hand_in(tmp_path, {f"{ID}.zip": packed((ANSWERS, LATER)), other: content})
    assert counted(tmp_path)[:2] == (20, [Concern.OTHER_PLACE])


def test_the_lessons_own_answers_are_no_others_version(tmp_path: Path) -> None:
    """A student hands in the whole folder of the lesson, unpacked."""
    hand_in(tmp_path, {Path(name).name: content for name, content in lesson_folder()})
    assert counted(tmp_path) == (0, [Concern.NOTHING], "Not handed in.")
    hand_in(tmp_path, {ANSWERS: LATER, NOTEBOOK: notebook()})
    assert counted(tmp_path) == (20, [], "")


_DICT = repr(RIGHT)
READ = {
    "below": f"answers = {{}}\n{_DICT}",
    "in a cell below": f"answers = {{}}|{_DICT}",
    "indented": f"    answers = {_DICT}",
    "in a block": f"if True:\n    answers = {_DICT}",
    "alone": _DICT,
    "with another name": f"my_answers = {_DICT}",
    "in round brackets": f"answers = ({_DICT})",
    "with a type": f"answers: dict = {_DICT}",
}
NAMED = {
    "the quiz's": "answers = quiz.answers",
    "the quiz's alone": "answers = {}|quiz.answers",
    "a call": "answers = dict(quiz.answers)",
    "one by one": 'answers = {}\nanswers["night"] = "2/3 May"',
    "of a text": "answers = '{}'",
}


@pytest.mark.parametrize("name", READ)
def test_a_lone_literal_counts(tmp_path: Path, name: str) -> None:
    """Wherever a student has pasted it."""
    hand_in(tmp_path, {NOTEBOOK: notebook(*READ[name].split("|"))})
    assert counted(tmp_path) == (20, [], "")


@pytest.mark.parametrize("name", NAMED)
def test_what_is_no_literal_is_named(tmp_path: Path, name: str) -> None:
    """It is not said that no question is answered; beside a good file it is no matter."""
    hand_in(tmp_path, {NOTEBOOK: notebook(*NAMED[name].split("|"))})
    points, flags, said = counted(tmp_path)
    assert (points, flags) == (0, [Concern.CELL])
    assert NAMED[name].split("|")[-1].splitlines()[-1] in said
    hand_in(tmp_path, {ANSWERS: LATER})
    assert counted(tmp_path) == (20, [], "")


def test_a_literal_of_something_else_is_no_answer(tmp_path: Path) -> None:
    """Only one that names nothing but questions may have another name."""
    hand_in(tmp_path, {NOTEBOOK: notebook("colours = {'night': 'black', 'sea': 'blue'}")})
    assert counted(tmp_path)[:2] == (0, [Concern.NOTHING])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", [ANSWERS, f"{ID} (1).answers.json"])
def test_an_editors_encoding_is_read(tmp_path: Path, encoding: str, name: str) -> None:
    """Of both files, where their first bytes tell it."""
    hand_in(tmp_path / "a", {name: LATER.decode().encode(encoding)})
    assert counted(tmp_path / "a")[0] == 20
    hand_in(tmp_path / "b", {NOTEBOOK: notebook(READ["alone"]).decode().encode(encoding)})
    assert counted(tmp_path / "b") == (20, [], "")


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "cp1250"])
def test_an_encoding_that_cannot_be_told_is_named(tmp_path: Path, encoding: str) -> None:
    """For its letters may be others."""
    content = answers_file({**RIGHT, "why-it-failed": "Für nichts."}, "a").decode().encode(encoding)
    hand_in(tmp_path, {ANSWERS: content})
    points, flags, said = counted(tmp_path)
    assert (points, flags) == (0, [Concern.DAMAGED])
    assert "in another encoding" in said


def test_a_notebook_that_was_run_tells_that_its_answers_were_left_behind(tmp_path: Path) -> None:
    """Not that no question is answered; one that was only opened tells that."""
    values = json.loads(notebook(f'quiz = Quiz("x", notebook="{ID}")', "answers = {}"))
    hand_in(tmp_path, {NOTEBOOK: json.dumps(values).encode()})
    assert counted(tmp_path)[1] == [Concern.NOTHING]
    values["cells"][1]["execution_count"] = 1
    hand_in(tmp_path, {NOTEBOOK: json.dumps(values).encode()})
    points, flags, said = counted(tmp_path)
    assert (points, flags) == (0, [Concern.LEFT_BEHIND])
    assert f"Ask for {ANSWERS}" in said


@pytest.mark.parametrize("field", [{"tries": -5}, {"hints": "two"}, {"best": 7}, {"solved": 1}, {"x": 1}])
def test_odd_counts_lose_no_answer(tmp_path: Path, field: dict[str, object]) -> None:
    """An answer that can be read counts, whatever stands beside it."""
    values = json.loads(LATER)
    for record in values["banks"][KEY.bank.id].values():
        record.update(field)
    hand_in(tmp_path, {ANSWERS: json.dumps(values).encode()})
    assert counted(tmp_path)[0] == 20


DRAWN = replace(KEY, draw=4)


def lay_drawn(root: Path, drawn_for: bool) -> None:
    """Students whose folders a platform has named, with what they were asked under their own names."""
    for name in ("anna", "ben", "carl", "dora", "emil"):
        ids = {item.question.id for item in asked(DRAWN, name)}
        file = parse(answers_file({id: RIGHT[id] for id in ids if id in RIGHT}, name))
        content = dump(replace(file, drawn_for=name if drawn_for else ""))
        hand_in(root / f"{name.title()} B_1{len(name)}_assignsubmission_file_", {ANSWERS: content})


@pytest.mark.parametrize("drawn_for", [True, False])
def test_what_was_drawn_goes_by_the_answers(tmp_path: Path, *, drawn_for: bool) -> None:
    """As the file says, or by what was answered; a mismatch is said once for the class."""
    lay_drawn(tmp_path / "class", drawn_for)
    batch = grade_folder(tmp_path / "class", DRAWN, tmp_path / "out")
    with batch.marks.open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    scored = [item.question.id for item in DRAWN.scored]
    assert [sum(bool(row[id]) and row[id] != "0" for id in scored) for row in rows] == [4] * 5
    assert [row["look at"] for row in rows] == [""] * 5
    (problem,) = batch.unsettled
    assert re.match(r"for [45] students, questions were drawn for other names", problem.what)  # 1 by chance


def test_more_answers_than_were_drawn_choose_nothing() -> None:
    """Who answers everything is marked on what was drawn for the name."""
    result = grade(DRAWN, RIGHT, "anna")
    assert {mark.item.question.id for mark in result.marks} == {
        item.question.id for item in asked(DRAWN, "anna")
    }


@pytest.mark.parametrize("name", ["A.json", f"{ID}.json", "my work.json", f"{ID}.json.txt"])
@pytest.mark.parametrize("place", ["", ID])
def test_an_answers_file_says_itself_what_it_is(tmp_path: Path, name: str, place: str) -> None:
    """Whatever it is called; other files of the kind are named."""
    hand_in(tmp_path / "a" / place, {name: LATER, f"{ID}.questions.json": LATER})
    assert counted(tmp_path / "a")[:2] == (20, [Concern.OTHER_NAME])
    hand_in(tmp_path / "b" / place, {name: b'{"theme": "dark"}', "other.json": b""})
    points, flags, said = counted(tmp_path / "b")
    assert (points, flags, name in said) == (0, [Concern.NOTHING], True)
