"""No work counts as nothing because it lies in a slightly wrong place or has a slightly wrong name."""

from __future__ import annotations

import csv
import json
import time
import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile, ZipInfo

import pytest

from coupquiz.answers.file_format import dump, parse
from coupquiz.answers.transfer import FORMAT as PROGRESS
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.concern import Concern
from coupquiz.grading.grade import grade
from coupquiz.grading.students.class_folder import not_a_class
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.submission import read_submission
from coupquiz.grading.wording import sentences
from coupquiz.lesson.copies import notebook_folder
from tests.server import run_here
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    KEY_FILE,
    NOTEBOOK,
    RIGHT,
    answers_file,
    cell,
    hand_in,
    honest,
    notebook,
    packed,
    snapshot,
)

ID = KEY.id
OLDER = answers_file({"first-aim": "palace"}, "better")
LATER = answers_file(RIGHT, "later")  # see `answers_file`


def opening(name: str, *sources: str) -> bytes:
    """A notebook that opens the questions of an assignment, as those that are given out do."""
    return notebook(f'quiz = Quiz("{name}.questions.json", notebook="{name}")', *sources)


def of_another(name: str) -> bytes:
    """A right answers file that the notebook of another assignment has written."""
    return dump(replace(parse(LATER), notebook=name))


def progress_file(content: bytes) -> bytes:
    """What the lesson exports where this is the only answers file."""
    values = {"format": PROGRESS, "version": 1, "notebooks": {ID: json.loads(content)}}
    return json.dumps(values).encode()


def counted(folder: Path, key: AnswerKey = KEY) -> tuple[float, list[Concern], str]:
    """Points, what is flagged, and what is said to it."""
    handed = read_submission(folder, key)
    result = grade(key, handed.answers, folder.name)
    return result.points, [flag.code for flag in handed.flags], " ".join(map(sentences, handed.flags))


@pytest.mark.parametrize(
    ("place", "flags"),
    [
        ("", []),
        (ID, []),
        (f"{ID} (1)", [Concern.OTHER_PLACE]),
        ("Tiflis-Test", [Concern.OTHER_PLACE]),
        (f"{ID} copy", [Concern.OTHER_PLACE]),
        ("tiflis_tset", [Concern.OTHER_PLACE]),
        (f"{ID}/{ID}", [Concern.OTHER_PLACE]),
        ("Downloads/school/history/May", [Concern.OTHER_PLACE]),
    ],
)
@pytest.mark.parametrize("files", [{ANSWERS: LATER, NOTEBOOK: notebook()}, {NOTEBOOK: notebook(cell(RIGHT))}])
def test_work_is_found_wherever_it_lies(
    tmp_path: Path, place: str, flags: list[Concern], files: dict[str, bytes]
) -> None:
    """In the student's folder or any in it, with or without an answers file; told once, where it is odd."""
    hand_in(tmp_path / place, files)
    assert counted(tmp_path)[:2] == (20, flags)


@pytest.mark.parametrize(
    "name",
    [
        f"{ID}.answers (1).json",
        f"{ID} (1).answers.json",
        f"Kopie von {ID}.answers.json",
        f"{ID}.answers.json.txt",
        f"{ID}.answers.JSON",
        f"student-07_{ID}_answers.json",
        "answers.json",
    ],
)
@pytest.mark.parametrize("place", ["", ID, f"{ID} (1)"])
def test_a_slightly_wrong_name_counts(tmp_path: Path, place: str, name: str) -> None:
    """And is flagged, wherever the file lies."""
    hand_in(tmp_path / place, {name: LATER, "readme.txt": b"", f"{ID}.questions.json": b"{}"})
    points, flags, said = counted(tmp_path)
    assert (points, Concern.OTHER_NAME in flags, name[:40] in said) == (20, True, True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Anna Berg.json", LATER),
        ("answers.json", LATER),
        ("anna_coup1920_2026-05-03.answers.json", progress_file(LATER)),
        ("Anna Berg.ipynb", opening(ID, cell(RIGHT))),
        ("notes.ipynb", notebook(cell(RIGHT))),
    ],
)
def test_a_file_of_another_name_counts_by_what_it_says(tmp_path: Path, name: str, content: bytes) -> None:
    """In any folder of the student's, also beside the whole lesson."""
    lesson = {path.name: path.read_bytes() for path in notebook_folder().glob("*.ipynb")}
    hand_in(tmp_path / "May exam" / "Version 2", {name: content})
    hand_in(tmp_path / "A lesson", lesson)
    assert counted(tmp_path)[0] == 20


def test_what_is_of_no_assignment_here_is_called_so(tmp_path: Path) -> None:
    """It is a notebook all the same."""
    hand_in(tmp_path / "Other", {"notes.ipynb": notebook("1 + 1")})
    assert counted(tmp_path)[1:] == (
        [Concern.NOTHING],
        "Nothing there is of this assignment, only notes.ipynb.",
    )


@pytest.mark.parametrize(
    ("id", "other", "name"),
    [
        (ID, f"{ID}-2", f"{ID} (2).answers.json"),
        (ID, f"{ID}-2", f"{ID}.answers (2).json"),
        (ID, f"{ID}-2", f"{ID} (2).ipynb"),
        (ID, f"{ID}-2", f"{ID}-2.answers.json"),
        (ID, f"{ID}-2", f"{ID}_2034.answers.json"),
        (ID, f"{ID}-2", f"{ID} (2)/{ANSWERS}"),
        ("week-1", "week-11", "week-1 (1).answers.json"),
        ("week-1", "week-11", "week-1/1/week-1.answers.json"),
    ],
)
def test_a_copys_number_makes_no_other_assignment(tmp_path: Path, id: str, other: str, name: str) -> None:
    """A file says itself which it is of; else the longest title does, and none within a longer number."""
    content = opening(id, cell(RIGHT)) if name.endswith(".ipynb") else of_another(id)
    hand_in((tmp_path / "own" / name).parent, {Path(name).name: content})
    assert counted(tmp_path / "own", replace(KEY, id=id, others=(other,)))[0] == 20
    assert counted(tmp_path / "own", replace(KEY, id=other, others=(id,)))[0] == 0
    loose = f"anna_{Path(name).name}"
    hand_in(tmp_path / "class", {loose: content})
    listed = class_list(tmp_path / "class", replace(KEY, id=id, others=(other,)))
    assert [file.name for work in listed.students.values() for file in work.beside] == [loose]


@pytest.mark.parametrize(
    ("older", "later"),
    [
        (ANSWERS, f"{ID} (1).answers.json"),
        (f"{ID} (1).answers.json", ANSWERS),
        (f"{ID}/{ANSWERS}", ANSWERS),
        (ANSWERS, f"{ID}/{ANSWERS}"),
        (f"{ID}/{ANSWERS}", f"{ID} (2)/{ANSWERS}"),
        ("one.answers.json", "two.answers.json"),
    ],
)
def test_of_two_versions_the_later_counts_and_the_other_is_named(
    tmp_path: Path, older: str, later: str
) -> None:
    """Whichever has the right name; what to do if the other is right is said too."""
    for name, content in ((older, OLDER), (later, LATER)):
        hand_in((tmp_path / name).parent, {Path(name).name: content})
    points, flags, said = counted(tmp_path)
    assert points == 20
    assert Concern.VERSIONS in flags
    assert (
        f"“{later}” counts instead of {older}, because it was answered last. If another one is right" in said
    )


def test_a_copy_that_says_the_same_is_no_other_version(tmp_path: Path) -> None:
    """The one in its place counts, and there is nothing to look at."""
    hand_in(tmp_path / ID, {ANSWERS: LATER, f"{ID} (1).answers.json": LATER})
    hand_in(tmp_path, {ANSWERS: LATER})
    assert counted(tmp_path) == (20, [], "")


@pytest.mark.parametrize("damaged", [LATER[: len(LATER) // 2], b"", b'{"format": "x"}', b"x" * 5_000_001])
def test_a_sound_copy_stands_in_for_a_damaged_file(tmp_path: Path, damaged: bytes) -> None:
    """Both are told."""
    hand_in(tmp_path, {ANSWERS: damaged, f"{ID} (1).answers.json": LATER})
    points, flags, _ = counted(tmp_path)
    assert points == 20
    assert len(flags) == 2
    assert Concern.OTHER_NAME in flags


def test_a_file_with_answers_counts_before_one_without(tmp_path: Path) -> None:
    """A notebook that was opened once more begins an empty one; that is no other version."""
    hand_in(tmp_path, {ANSWERS: answers_file({}, "a")})
    hand_in(tmp_path / f"{ID} (1)", {ANSWERS: LATER})
    assert counted(tmp_path)[:2] == (20, [Concern.OTHER_PLACE])


def test_what_the_lesson_put_aside_counts_only_under_the_right_name(tmp_path: Path) -> None:
    """Beside a file it is nothing to look at; alone it is named, with what to do."""
    aside = {
        f"{ID}.answers.2026-03-02-101500.json": LATER,
        f"{ID}.answers.damaged-2026-03-02-101500.json": b"{",
    }
    hand_in(tmp_path / "both", {ANSWERS: LATER, **aside})
    assert counted(tmp_path / "both") == (20, [], "")
    hand_in(tmp_path / "alone", aside)
    points, flags, said = counted(tmp_path / "alone")
    assert (points, flags) == (0, [Concern.NOT_READ])
    assert f"name it {ANSWERS}" in said


@pytest.mark.parametrize("beside", [{}, {NOTEBOOK: notebook()}])
@pytest.mark.parametrize("inside", ["", f"{ID}/", f"{ID} (1)/{ID}/"])
def test_a_packed_folder_counts_as_if_it_were_unpacked(
    tmp_path: Path, beside: dict[str, bytes], inside: str
) -> None:
    """Which is what platforms ask for that take one file alone; nothing is written."""
    content = packed(
        (f"__MACOSX/{inside}._{ANSWERS}", b"left by a Mac"),
        (f"{inside}{ID}.questions.json", b"{}"),
        (f"{inside}{ANSWERS}", LATER),
        (f"{inside}{NOTEBOOK}", notebook()),
    )
    hand_in(tmp_path, {f"{ID}.zip": content, **beside})
    before = snapshot(tmp_path)
    points, flags, said = counted(tmp_path)
    assert (points, set(flags)) == (20, {Concern.OTHER_PLACE})
    assert "counts, although it is in a packed folder" in said
    assert snapshot(tmp_path) == before
    with ZipFile(tmp_path / f"{ID}.zip") as archive:
        archive.extractall(tmp_path)
    assert Concern.NOT_READ not in counted(tmp_path)[1]
    assert counted(tmp_path)[0] == 20


@pytest.mark.parametrize("files", [{ANSWERS: LATER}, {NOTEBOOK: notebook(cell(RIGHT))}])
def test_a_packed_file_counts_under_its_own_name(tmp_path: Path, files: dict[str, bytes]) -> None:
    """As a Mac packs it: with one more ending."""
    hand_in(tmp_path, {f"{name}.zip": packed((name, content)) for name, content in files.items()})
    assert counted(tmp_path)[:2] == (20, [Concern.OTHER_PLACE])


def test_answers_typed_into_a_packed_notebook_count(tmp_path: Path) -> None:
    """Where no file could be saved."""
    hand_in(tmp_path, {"work.zip": packed((NOTEBOOK, notebook(cell(RIGHT))))})
    assert counted(tmp_path)[:2] == (20, [Concern.OTHER_PLACE])


def test_what_is_not_packed_counts_before_what_is(tmp_path: Path) -> None:
    """A platform leaves the archive beside what was in it."""
    hand_in(tmp_path, {ANSWERS: LATER, f"{ID}.zip": packed((ANSWERS, OLDER))})
    assert counted(tmp_path) == (20, [], "")


def patched(archive: bytes, place: int, value: bytes) -> bytes:
    """An archive with other bytes at a place in the head of its first file, and in the list of files."""
    patched = bytearray(archive)
    for head, start in ((b"PK\x03\x04", place), (b"PK\x01\x02", place + 2)):
        at = patched.index(head) + start
        patched[at : at + len(value)] = value
    return bytes(patched)


def hiding() -> bytes:
    """An archive with a long list of files, the end of which looks like the end of a short one."""
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for number in range(5000):
            archive.writestr(f"{number:x}", b"")
        last = ZipInfo(ANSWERS)
        last.comment = b"PK\x05\x06----"
        archive.writestr(last, LATER)
    return content.getvalue()


_RIGHT = (ANSWERS, LATER)

ARCHIVES: dict[str, Callable[[], dict[str, bytes]]] = {
    "other format": lambda: {f"{ID}.7z": b"7z"},
    "in another": lambda: {f"{ID}.zip": packed((f"{ID}.zip", packed(_RIGHT)))},
    "no archive": lambda: {f"{ID}.zip": LATER},
    "empty": lambda: {f"{ID}.zip": b""},
    "cut": lambda: {f"{ID}.zip": packed(_RIGHT)[:-30]},
    "other bytes": lambda: {f"{ID}.zip": packed(_RIGHT, method=ZIP_STORED).replace(b"college", b"station")},
    "with a secret": lambda: {f"{ID}.zip": patched(packed(_RIGHT, method=ZIP_STORED), 6, b"\x01")},
    "a method without bounds": lambda: {f"{ID}.zip": packed(_RIGHT, method=ZIP_BZIP2)},
    "out of the folder": lambda: {f"{ID}.zip": packed((f"../{ANSWERS}", LATER))},
    "from the root": lambda: {f"{ID}.zip": packed((f"/{ANSWERS}", LATER))},
    "from a drive": lambda: {f"{ID}.zip": packed((f"C:/{ANSWERS}", LATER))},
    "hidden": lambda: {f"{ID}.zip": packed((f".git/{ANSWERS}", LATER))},
    "a bomb": lambda: {f"{ID}.zip": packed((ANSWERS, LATER + b" " * 100_000_000))},
    "too many files": lambda: {f"{ID}.zip": packed(_RIGHT, *((f"{n:x}", b"") for n in range(5000)))},
    "too many, behind a false end": lambda: {f"{ID}.zip": hiding()},
    "too large": lambda: {f"{ID}.zip": packed(_RIGHT) + bytes(20_000_000)},
    "of another assignment": lambda: {"other.zip": packed(("other.answers.json", of_another("other")))},
}
"""What is not read of archives, though what is in them is right."""


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_that_is_not_read_is_named(tmp_path: Path, name: str) -> None:
    """With the mend; it takes neither time nor room."""
    archives = ARCHIVES[name]()
    hand_in(tmp_path, archives)
    tracemalloc.start()
    begun = time.process_time()
    points, flags, said = counted(tmp_path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (points, flags) == (0, [Concern.NOT_READ])
    assert all(archive in said for archive in archives)
    assert "Unpack it" in said
    assert most < 50_000_000
    assert time.process_time() - begun < 5


@pytest.mark.slow
def test_no_more_is_unpacked_than_an_archive_says_it_holds(tmp_path: Path) -> None:
    """However much there is, and though all it tells of itself fits what it says."""
    bomb = packed((ANSWERS, LATER + b" " * 100_000_000))
    crc, size = (number.to_bytes(4, "little") for number in (zlib.crc32(LATER), len(LATER)))
    hand_in(tmp_path, {f"{ID}.zip": patched(patched(bomb, 14, crc), 22, size)})
    tracemalloc.start()
    points, flags, _ = counted(tmp_path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (points, flags) == (20, [Concern.OTHER_PLACE])
    assert most < 50_000_000


@pytest.mark.slow
def test_whatever_is_wrong_in_an_archive_the_next_student_is_graded(tmp_path: Path) -> None:
    """A file in it without a name, say, and any byte of its lists."""
    sound = packed(("x", b"?"), (ANSWERS, LATER))
    hand_in(tmp_path, {f"{ID}.zip": patched(sound, 26, b"\0\0\1\0")})
    assert counted(tmp_path)[0] == 20
    small = packed((ANSWERS, answers_file({}, "a")))
    for place in range(small.index(b"PK\x01\x02"), len(small)):
        for value in (0, 1, 255):
            hand_in(tmp_path, {f"{ID}.zip": small[:place] + bytes((value,)) + small[place + 1 :]})
            assert counted(tmp_path)[0] == 0


def test_other_assignments_are_no_work_for_this_one(tmp_path: Path) -> None:
    """Side by side, of the same bank, in one folder or in several; not even where this one is missing."""
    other = f"{ID}-2"
    files = {f"{other}.answers.json": of_another(other), f"{other}.ipynb": opening(other, cell(RIGHT))}
    hand_in(tmp_path / "both", {ANSWERS: OLDER, NOTEBOOK: opening(ID), **files})
    hand_in(tmp_path / "both" / other, files)
    assert counted(tmp_path / "both") == (0, [], "")
    hand_in(tmp_path / "missing", files)
    hand_in(tmp_path / "missing" / other, files)
    points, flags, said = counted(tmp_path / "missing")
    assert (points, flags) == (0, [Concern.NOTHING])
    assert said == "Not handed in."


def test_answers_in_a_notebook_of_another_name_are_of_that(tmp_path: Path) -> None:
    """Where it does not say itself what it is of, though the questions have the same names."""
    other = f"{ID}-2"
    hand_in(tmp_path / "own", {f"{other}.ipynb": notebook(cell(RIGHT))})
    assert counted(tmp_path / "own", replace(KEY, others=(other,)))[:2] == (0, [Concern.NOTHING])
    assert counted(tmp_path / "own", replace(KEY, id=other, others=(ID,)))[:2] == (20, [])


def test_the_lesson_may_lie_beside_the_work(tmp_path: Path) -> None:
    """Students work in its folder, and hand it in with all that is in it."""
    lesson = {path.name: path.read_bytes() for path in notebook_folder().glob("*.ipynb")}
    assert len(lesson) > 5
    answers = {f"{Path(name).stem}.answers.json": of_another(Path(name).stem) for name in lesson}
    hand_in(tmp_path, {**lesson, **answers, ANSWERS: LATER, NOTEBOOK: opening(ID)})
    assert counted(tmp_path) == (20, [], "")
    (tmp_path / ANSWERS).rename(tmp_path / f"Copy of {ANSWERS}")
    assert counted(tmp_path)[:2] == (20, [Concern.OTHER_NAME])
    (tmp_path / f"Copy of {ANSWERS}").unlink()
    (tmp_path / NOTEBOOK).unlink()
    assert counted(tmp_path)[:2] == (0, [Concern.NOTHING])


def test_what_is_there_instead_is_named(tmp_path: Path) -> None:
    """So that a teacher sees what was taken for the work."""
    hand_in(tmp_path / "Photos", {"IMG 1.jpg": b""})
    assert counted(tmp_path)[1:] == (
        [Concern.NOTHING],
        "There is neither an answers file nor a notebook, only IMG 1.jpg.",
    )


def test_where_nothing_is_answered_that_is_said_beside_the_rest(tmp_path: Path) -> None:
    """That it lies in an odd place does not explain it."""
    hand_in(tmp_path / "Downloads", {f"Copy of {NOTEBOOK}": opening(ID, "answers = {}")})
    hand_in(tmp_path / f"{ID} (1)", {NOTEBOOK: notebook()})
    assert counted(tmp_path / "Downloads")[1] == [Concern.OTHER_NAME, Concern.NOTHING]
    assert counted(tmp_path)[1] == [Concern.VERSIONS, Concern.OTHER_PLACE, Concern.NOTHING]


def test_of_two_notebooks_the_one_with_answers_counts(tmp_path: Path) -> None:
    """Else the one of the right name that can be read; what differs is named, what does not is not."""
    copy = f"{ID}-Copy1.ipynb"
    hand_in(tmp_path / "a", {NOTEBOOK: opening(ID, "answers = {}"), copy: opening(ID, cell(RIGHT))})
    points, flags, said = counted(tmp_path / "a")
    assert (points, flags) == (20, [Concern.VERSIONS, Concern.OTHER_NAME])
    assert f"The cells of “{copy}” count, and not those of {NOTEBOOK}" in said
    hand_in(tmp_path / "b", {NOTEBOOK: b"{", copy: opening(ID, cell(RIGHT))})
    assert counted(tmp_path / "b")[0] == 20
    hand_in(tmp_path / "c", {NOTEBOOK: opening(ID, cell(RIGHT)), copy: opening(ID, cell(RIGHT))})
    assert counted(tmp_path / "c") == (20, [], "")
    hand_in(tmp_path / "d", {NOTEBOOK: opening(ID, cell(RIGHT)), "my own.ipynb": notebook("1 + 1")})
    assert counted(tmp_path / "d") == (20, [], "")


def test_no_link_leads_out_of_a_folder(tmp_path: Path) -> None:
    """Whatever it is called; and the files that lie there count all the same."""
    hand_in(tmp_path / "carl" / ID, {ANSWERS: LATER})
    hand_in(tmp_path / "mallory", {})
    (tmp_path / "mallory" / f"{ID} (1)").symlink_to("../carl", target_is_directory=True)
    (tmp_path / "mallory" / f"{ID} (1).answers.json").symlink_to(f"../carl/{ID}/{ANSWERS}")
    points, flags, _ = counted(tmp_path / "mallory")
    assert (points, flags) == (0, [Concern.NOT_PLAIN])
    hand_in(tmp_path / "mallory", {ANSWERS: LATER})
    assert counted(tmp_path / "mallory")[0] == 20


def test_folders_without_end_are_cut_off_and_told(tmp_path: Path) -> None:
    """What lies in its place counts however much lies beside it; versions beyond sixteen are named."""
    for number in range(1001):
        (tmp_path / f"folder {number}").mkdir()
    hand_in(tmp_path / "folder 7", {ANSWERS: LATER})
    hand_in(tmp_path, {ANSWERS: OLDER})
    assert counted(tmp_path)[:2] == (0, [Concern.OVERSIZED])
    for number in range(20):
        hand_in(tmp_path, {f"{ID} ({number}).answers.json": OLDER})
    assert counted(tmp_path)[1] == [Concern.OVERSIZED, Concern.VERSIONS]


def test_loose_files_are_their_students(tmp_path: Path) -> None:
    """By the names that platforms and teachers give them; nothing else is a student."""
    loose = {
        "student-01.answers.json": "student-01",
        f"student-02_{ID}.answers.json": "student-02",
        f"{ID} - student-03.answers (1).json": "student-03",
        f"doejane_12345_67890_{ID}-1.answers.json": "doejane_12345",
        f"student-05_{ID}.answers.json": "student-05",
        f"student-02_{ID}.ipynb": "student-02",
        "student-06 (1).answers.json": "student-06",
        "student-08_Tiflis_Test.answers.json": "student-08",
        f"student-09 (B)_[{ID}].answers.json": "student-09 (B)",
    }
    before = [
        "Kopie von",
        "Kopia av",
        "Kopi av",
        "Kopi af",
        "Kopya",
        "副本",
        "Αντίγραφο",
        "Copie de",
        "Cópia de",
    ]
    copied = [f"{words} {ANSWERS}" for words in (*before, "Copia de", "Kopie van")]
    copied.append(f"{normalize('NFD', 'Cópia de')} {ANSWERS}")
    copied += [f"{ID}{words}.answers.json" for words in ("-Copy1", " kopia", " - コピー")]
    lost = [f"{ID} (1).answers.json", ANSWERS, "someone.ipynb", "all.zip", *copied]
    honest(tmp_path, ("student-05",))
    hand_in(tmp_path, dict.fromkeys((*loose, *lost, "readme.txt"), LATER))
    listed = class_list(tmp_path, KEY)
    assert {f.name: name for name, work in listed.students.items() for f in work.beside} == loose
    assert listed.lost == tuple(sorted(lost))


def test_a_name_in_which_an_assignment_stands_is_kept_whole(tmp_path: Path) -> None:
    """For a short one may stand in many."""
    hand_in(tmp_path, {"mayer_may.answers.json": b"", "May - dismay.answers.json": b""})
    assert list(class_list(tmp_path, replace(KEY, id="may")).students) == ["dismay", "mayer"]


def test_loose_files_are_graded_and_the_rest_is_named(tmp_path: Path) -> None:
    """By the command, with one line for a folder and a file of the same student; nothing is moved."""
    root = tmp_path / "submitted"
    hand_in(root, {f"student-0{n}_{ID}.answers.json": answers_file(RIGHT, f"s{n}") for n in (2, 3)})
    hand_in(root, {"student-01.answers.json": answers_file(RIGHT, "s1")})
    hand_in(root, {f"{ID} (1).answers.json": answers_file(RIGHT, "s4")})
    hand_in(root / "student-03" / ID, {NOTEBOOK: notebook()})
    before = snapshot(root)
    ended = run_here("grade", str(root), "--key", str(KEY_FILE))
    assert ended.returncode == 0, ended.stderr
    assert f"is not in a student's folder: {ID} (1).answers.json." in ended.stdout
    reported = run_here("report", str(root), "--key", str(KEY_FILE))
    assert "3 of 3 submissions count." in reported.stdout
    assert f"is not in a student's folder: {ID} (1).answers.json." in reported.stdout
    assert snapshot(root) == before
    with (tmp_path / f"{ID}-marks" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert {name: row["points"] for name, row in rows.items()} == {f"student-0{n}": "20" for n in (1, 2, 3)}
    assert all("[different place]" in row["look at"] for row in rows.values())


@pytest.mark.parametrize("command", ["grade", "report"])
def test_a_folder_too_high_or_too_low_is_told_with_the_right_one(tmp_path: Path, command: str) -> None:
    """Nothing is written; what was expected is said where nothing better is known."""
    course = tmp_path / "course"
    honest(course / "submitted" / "student-07", (ID,))
    hand_in(course / "keys", {"x.toml": b""})
    for folder in ("source", "release"):
        hand_in(course / folder / ID, {NOTEBOOK: notebook()})
    hand_in(tmp_path / "packed", {f"{ID}.zip": b""})
    hand_in(tmp_path / "elsewhere" / "student-07" / ID, {ANSWERS: LATER})
    honest(tmp_path / "class", ("student-07", ID))  # work unpacked among the folders makes it no student's
    (tmp_path / "empty").mkdir()
    before = snapshot(tmp_path)
    meant = f"Did you mean {course / 'submitted'}?"
    for folder, said in {
        course: meant,
        course / "source": meant,
        course / "release": meant,
        course / "submitted" / "student-07": meant,
        course / "submitted" / "student-07" / ID: meant,
        course / "keys": meant,
        tmp_path / "elsewhere" / "student-07": f"Did you mean {tmp_path / 'elsewhere'}?",
        tmp_path / "empty": str(tmp_path / "empty" / "student-07" / ANSWERS),
        tmp_path / "packed": f"Unpack what is there, or move it into such folders: {ID}.zip.",
    }.items():
        ended = run_here(command, str(folder), "--key", str(KEY_FILE))
        assert ended.returncode == 1
        assert said in ended.stderr
    assert snapshot(tmp_path) == before
    assert not_a_class(tmp_path / "class", KEY) == ""
