"""Every student is one person, however platforms, systems and people write the name."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest

from coupquiz.answers.file_format import dump, parse
from coupquiz.grading.students.class_folder import not_a_class
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.students.roster import RosterError, load_roster
from tests.server import run_here
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    KEY_FILE,
    NOTEBOOK,
    RIGHT,
    answers_file,
    hand_in,
    notebook,
    packed,
)

ID = KEY.id
LATER = answers_file(RIGHT, "later")
NFC, NFD = normalize("NFC", "Zoé"), normalize("NFD", "Zoé")


def marks(root: Path, *options: str) -> dict[str, dict[str, str]]:
    """The lines of the table of marks, by student."""
    ended = run_here("grade", str(root), "--key", str(KEY_FILE), *options)
    assert ended.returncode == 0, ended.stderr
    with (root.parent / f"{ID}-marks" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def lay(root: Path, files: dict[str, bytes]) -> None:
    """Write files by their paths."""
    for name, content in files.items():
        hand_in((root / name).parent, {Path(name).name: content})


ONE = {
    "zeros": ({f"007123_{ANSWERS}": LATER}, "007123"),
    "zeros after": ({f"{ID}_007123.answers.json": LATER}, "007123"),
    "number alone": ({"007123.answers.json": LATER}, "007123"),
    "Canvas": ({f"doe_1_901_{NOTEBOOK}": notebook(), f"doe_1_902_{ANSWERS}": LATER}, "doe_1"),
    "Canvas again": (
        {f"doe_1_902_{ANSWERS}": answers_file({}, "a"), f"doe_1_903_{ID}.answers-2.json": LATER},
        "doe_1",
    ),
    "Canvas late": (
        {f"doe_LATE_1_903_{ANSWERS}": LATER, f"doe_1_LATE_904_{NOTEBOOK}": notebook()},
        "doe_1",
    ),
    "Canvas unnamed": ({f"anon_aB3x9_901_{ANSWERS}": LATER}, "anon_aB3x9"),
    "Canvas packed": ({f"doe_1_905_{ID}.zip": packed((ANSWERS, LATER))}, "doe_1"),
    "Moodle": (
        {
            f"Anna Berg_101_assignsubmission_file_/{ANSWERS}": LATER,
            "Anna Berg_101_assignsubmission_onlinetext_/onlinetext.html": b"<p>Here it is.</p>",
        },
        "Anna Berg_101",
    ),
    "Moodle of today": ({f"Anna Berg_101_assignsubmission_file/{ANSWERS}": LATER}, "Anna Berg_101"),
    "Moodle without folders": (
        {
            f"Anna Berg_101_assignsubmission_file_{ANSWERS}": LATER,
            f"Anna Berg_101_assignsubmission_file_{NOTEBOOK}": notebook(),
        },
        "Anna Berg_101",
    ),
    "Teams": ({f"Anna Berg/Tiflis test/Version 2/{ANSWERS}": LATER}, "Anna Berg"),
    "Classroom": ({f"Anna Berg - {NOTEBOOK}": notebook(), f"Anna Berg - {ANSWERS}": LATER}, "Anna Berg"),
    "Blackboard": ({f"{ID}_annab_attempt_2026-05-03-10-00-00_{ANSWERS}": LATER}, "annab"),
    "Blackboard, a user with an underscore": (
        {f"{ID}_anna_berg_attempt_2026-05-03-10-00-00_{ANSWERS}": LATER},
        "anna_berg",
    ),
    "Brightspace": ({f"12345-67890 - Anna Berg - May 3, 2026 1000 AM/{ANSWERS}": LATER}, "Anna Berg_12345"),
    "Brightspace, the day first": (
        {
            f"12345-67890 - Anna Berg - 3 May, 2026 1000 AM/{ANSWERS}": answers_file({}, "a"),
            f"12345-67890 - Anna Berg - 4 May, 2026 0915 AM/{ANSWERS}": LATER,
        },
        "Anna Berg_12345",
    ),
    "without a word": ({f"anna_{ID}.json": LATER}, "anna"),
    "after the student alone": ({"Anna Berg.json": LATER}, "Anna Berg"),
    "after the student alone, as text": ({"Anna.answers.txt": LATER}, "Anna"),
    "after the student alone, with no ending": ({"Anna.answers": LATER}, "Anna"),
    "after the student alone, Moodle": ({"Anna_101_assignsubmission_file_Anna.json": LATER}, "Anna_101"),
    "after the student alone, Canvas": ({"bergjane_12345_67890_jane.json": LATER}, "bergjane_12345"),
    "Classroom, a copy": ({f"Anna Berg - Copy of {ANSWERS}": LATER}, "Anna Berg"),
    "JupyterLab, a copy": ({f"anna - {ID}-Copy1.answers.json": LATER}, "anna"),
    "accents": ({f"{NFC}/{ANSWERS}": LATER, f"{NFD}/{ID}/{NOTEBOOK}": notebook()}, NFC),
    "accents, loose": ({f"{NFD}/{ID}/{NOTEBOOK}": notebook(), f"{NFC}_{ANSWERS}": LATER}, NFD),
    "case": ({f"Anna/{NOTEBOOK}": notebook(), f"anna_{ANSWERS}": LATER}, "Anna"),
    "case of folders": ({f"Anna/{NOTEBOOK}": notebook(), f"anna/{ANSWERS}": LATER}, "Anna"),
    "a folder for the assignment": ({f"anna_{ID}/{ANSWERS}": LATER, f"anna/{NOTEBOOK}": notebook()}, "anna"),
}
"""Files of one student, and the name by which the student is known."""


@pytest.mark.parametrize("name", ONE)
def test_one_student_is_one(tmp_path: Path, name: str) -> None:
    """With all that was handed in, and without a doubt."""
    files, student = ONE[name]
    lay(tmp_path / "sub", files)
    rows = marks(tmp_path / "sub")
    assert {name: row["points"] for name, row in rows.items()} == {student: "20"}
    assert class_list(tmp_path / "sub", KEY).problems == ()


@pytest.mark.parametrize(
    "names",
    [
        [
            f"Anna Berg_101_assignsubmission_file_/{ANSWERS}",
            f"Anna Berg_102_assignsubmission_file_/{ANSWERS}",
        ],
        [f"doe_1_901_{ANSWERS}", f"doe_2_902_{ANSWERS}"],
        [f"{d} - Anna Berg - May 3, 2026 1000 AM/{ANSWERS}" for d in ("12345-67890", "22222-67890")],
        [f"May exam_{user}_berg_attempt_2026-05-03-10-00-00_{ANSWERS}" for user in ("anna", "ben")],
        [f"10b_7_1_{ANSWERS}", f"10b_7_2_{ANSWERS}", f"10b_8_1_{ANSWERS}", f"10b_8_2_{ANSWERS}"],
        [f"student-1/{ANSWERS}", f"student-01/{ANSWERS}", f"student-11/{ANSWERS}"],
        [f"0712_{ANSWERS}", f"712_{ANSWERS}"],
    ],
)
def test_namesakes_are_several(tmp_path: Path, names: list[str]) -> None:
    """A number of their own tells them apart, and nothing is asked."""
    lay(tmp_path, {name: answers_file(RIGHT, name) for name in names})
    listed = class_list(tmp_path, KEY)
    assert (len(listed.students), listed.lost, listed.problems) == (len(names), (), ())


def test_of_two_folders_each_is_named(tmp_path: Path) -> None:
    """So that a teacher can tell which file counts."""
    folders = [f"12345-67890 - Anna Berg - {day} May, 2026 1015 AM" for day in (3, 4)]
    older = answers_file({"first-aim": "palace"}, "better")
    lay(tmp_path / "sub", {f"{folders[0]}/{ANSWERS}": older, f"{folders[1]}/{ANSWERS}": LATER})
    (row,) = marks(tmp_path / "sub").values()
    assert f"“{folders[1]}/{ANSWERS}” counts instead of {folders[0]}/{ANSWERS}" in row["look at"]


@pytest.mark.parametrize(
    ("names", "students"),
    [
        (["Test on May_emil", "Test on May_gina_ott", f"{ID}_ben_berg"], ["ben_berg", "emil", "gina_ott"]),
        (["Test on May_emil"], ["Test on May_emil"]),
    ],
)
def test_blackboards_title_is_what_all_have_in_common(
    tmp_path: Path, names: list[str], students: list[str]
) -> None:
    """Where one stands alone, its name is kept whole: nobody becomes another."""
    work = packed((ANSWERS, LATER))
    lay(tmp_path, {f"{name}_attempt_2026-05-03-10-00-00_lesson.zip": work for name in names})
    listed = class_list(tmp_path, KEY)
    assert ([*listed.students], listed.lost) == (students, ())


@pytest.mark.parametrize("second", ["Anna_101_assignsubmission_file_", "Berg, Anna", "anna_berg"])
def test_what_may_be_the_same_is_listed_and_not_guessed(tmp_path: Path, second: str) -> None:
    """Until a roster says so; grade, report and doctor's layer tell it alike."""
    first = "Anna" if "Anna_101" in second else "Anna Berg"
    root = tmp_path / "sub"
    lay(root, {f"{first}/{ANSWERS}": LATER, f"{second}/{NOTEBOOK}": notebook()})
    listed = class_list(root, KEY)
    assert len(listed.students) == 2
    (problem,) = listed.problems
    assert "may be the same student" in problem.what
    for command in ("grade", "report"):
        assert "may be the same student" in run_here(command, str(root), "--key", str(KEY_FILE)).stderr
    (tmp_path / "students.csv").write_text(f"id,name,Moodle\n7,{first},Anna_101\n", encoding="utf-8")
    listed = class_list(root, KEY)
    assert ([*listed.students], listed.problems) == (["7"], ())


def test_what_is_called_answers_and_holds_none_is_told(tmp_path: Path) -> None:
    """With what to do; in silence stays only what is called otherwise."""
    root = tmp_path / "sub"
    lay(root, {f"anna/{ANSWERS}": LATER, "Ben.answers.docx": b"PK", "seats.json": b"{}", "photo.jpg": b""})
    for command in ("grade", "report"):
        said = run_here(command, str(root), "--key", str(KEY_FILE)).stderr
        assert "Ben.answers.docx: this does not count" in said
        assert "ends in .answers.json" in said
    assert len(class_list(root, KEY).problems) == 1


LITTER = ["__MACOSX", "@eaDir", "$RECYCLE.BIN", ".stfolder", "System Volume Information", "#recycle"]
LEFT = [
    f"{ANSWERS}:Zone.Identifier",
    f"{ANSWERS}.crdownload",
    f"{ANSWERS}.part",
    f"{ANSWERS}~",
    f"~${ANSWERS}",
    f"._{ANSWERS}",
    f"{NOTEBOOK}:Zone.Identifier",
    f".~lock.{ANSWERS}#",
    f"{ID}.zip.crdownload",
]


def test_what_systems_leave_is_nobodys_and_no_damage(tmp_path: Path) -> None:
    """Beside the folders, in them, and among what is packed."""
    root = tmp_path / "sub"
    lay(root, {f"{folder}/{ANSWERS}": b"x" for folder in LITTER})
    lay(root, dict.fromkeys(LEFT, b"x"))
    lay(root, {f"anna/{folder}/{ANSWERS}": b"x" for folder in LITTER})
    lay(root, {f"anna/{name}": b"x" for name in (ANSWERS, *LEFT)} | {f"anna/{ANSWERS}": LATER})
    bens = answers_file(RIGHT, "ben")
    inside = [(f"@eaDir/{ANSWERS}", b"x"), *((name, b"x") for name in LEFT), (ANSWERS, bens)]
    lay(root, {"ben/work.zip": packed(*inside)})
    rows = marks(root)
    assert {name: row["points"] for name, row in rows.items()} == {"anna": "20", "ben": "20"}
    assert rows["anna"]["look at"] == ""
    assert class_list(root, KEY).lost == ()


@pytest.mark.parametrize(
    ("place", "meant"),
    [
        ("10b May test", "10b May test"),
        ("download/10b", "download/10b"),
        (f"10b {ID}", f"10b {ID}"),
        ("Submitted files", "Submitted files"),
    ],
)
@pytest.mark.parametrize("command", ["grade", "report"])
def test_a_folder_too_high_is_told_with_the_right_one(
    tmp_path: Path, command: str, place: str, meant: str
) -> None:
    """Whatever lies beside; of several classes each is named."""
    root = tmp_path / "up"
    lay(root / place, {f"{name}/{ANSWERS}": answers_file(RIGHT, name) for name in ("anna", "ben", "carl")})
    lay(root, {"photos/1.jpg": b"", "__MACOSX/x": b"", "list.xlsx": b""})
    if place == "Submitted files":
        lay(root / "Working files", {f"{name}/{ANSWERS}": LATER for name in ("anna", "ben")})
    ended = run_here(command, str(root), "--key", str(KEY_FILE))
    assert ended.returncode == 1
    assert ended.stderr.endswith(f"Did you mean {root / meant}?\n")
    assert not (tmp_path / f"{ID}-marks").exists()
    lay(root / "10a", {f"{name}/{ID}/{ANSWERS}": answers_file(RIGHT, name) for name in ("dora", "emil")})
    ended = run_here(command, str(root), "--key", str(KEY_FILE))
    assert str(root / "10a") in ended.stderr
    assert str(root / meant) in ended.stderr


@pytest.mark.parametrize(
    ("files", "meant"),
    [
        (["10b May test/anna"], "10b May test"),
        (["10b/anna"], "10b"),
        (["Submitted files/Anna Berg/Tiflis test", "Working files/Anna Berg/Tiflis test"], "Submitted files"),
        (["Submitted files/Anna Berg/Tiflis test", "Working files/Ben/Tiflis test"], "Submitted files"),
    ],
)
def test_a_class_of_one_is_a_class(tmp_path: Path, files: list[str], meant: str) -> None:
    """By what its folder is called, which is no student."""
    lay(tmp_path / "up", {f"{folder}/{ANSWERS}": LATER for folder in files})
    assert not_a_class(tmp_path / "up", KEY).endswith(f"Did you mean {tmp_path / 'up' / meant}?")


def test_a_platforms_folder_is_nobody(tmp_path: Path) -> None:
    """Also where it lies among those of students."""
    lay(tmp_path, {f"{name}/{ANSWERS}": LATER for name in ("anna", "Submitted files", "Working files")})
    assert [*class_list(tmp_path, KEY).students] == ["anna"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_class_is_seen_by_what_its_files_say(tmp_path: Path, encoding: str) -> None:
    """Under names that do not tell of the assignment, in whichever encoding a computer left them."""
    names = ("anna", "ben", "carl")
    files = {f"10b/{name}/my.answers.json": answers_file(RIGHT, name) for name in names}
    lay(tmp_path / "up", {file: content.decode().encode(encoding) for file, content in files.items()})
    assert str(tmp_path / "up" / "10b") in not_a_class(tmp_path / "up", KEY)


@pytest.mark.parametrize(
    "files",
    [
        [f"anna/{ANSWERS}", f"ben/{ANSWERS}"],
        [f"anna/{ID}/Version 1/{ANSWERS}", f"anna/{ID}/Version 2/{ANSWERS}"],
        [f"anna/{ID} (1)/{ANSWERS}", f"anna/{ID} (2)/{ANSWERS}"],
        [f"anna/home/{ANSWERS}", f"anna/school/{ANSWERS}", f"ben/{ANSWERS}"],
        [f"anna/lesson/{ANSWERS}"],
        [f"10b-7/lesson/{ANSWERS}"],
        [f"A May/lesson/{ANSWERS}"],
        [f"(-)/lesson/{ANSWERS}"],
        [f"anna {ID}/lesson/{ANSWERS}"],
    ],
)
def test_the_folder_of_a_class_is_one(tmp_path: Path, files: list[str]) -> None:
    """Also where students have folders of their own."""
    lay(tmp_path, dict.fromkeys(files, LATER))
    assert not_a_class(tmp_path, KEY) == ""


def test_a_packed_class_is_told_what_to_do(tmp_path: Path) -> None:
    """It is no folder that is missing."""
    lay(tmp_path, {"all.zip": packed((f"anna/{ANSWERS}", LATER))})
    ended = run_here("grade", str(tmp_path / "all.zip"), "--key", str(KEY_FILE))
    assert ended.returncode == 1
    assert "all.zip is packed. Unpack it" in ended.stderr


def test_a_roster_settles_whose_it_is(tmp_path: Path) -> None:
    """Namesakes by the platform's number; whoever has handed in nothing is there too."""
    root = tmp_path / "sub"
    lay(
        root,
        {f"Anna Berg_{n}_assignsubmission_file_/{ANSWERS}": answers_file(RIGHT, n) for n in ("101", "102")},
    )
    lay(
        root,
        {f"doejane_55_901_{ANSWERS}": answers_file(RIGHT, "doe"), f"zoe_{ANSWERS}": answers_file({}, "z")},
    )
    (tmp_path / "r.csv").write_text(
        "ID number;Full name;Moodle;Seat\n"
        "007;Anna Berg;101;A\n008;Anna Berg;102;B\n009;Doe, Jane;;C\n010;Ben;;D\n",
        encoding="utf-8-sig",
    )
    ended = run_here("grade", str(root), "--key", str(KEY_FILE), "--roster", str(tmp_path / "r.csv"))
    assert "Columns used: id number (id), full name (name), moodle (what a platform says)." in ended.stdout
    assert "Columns not used: seat." in ended.stdout
    assert "1 student has not handed it in: 010." in ended.stdout
    assert f"zoe_{ANSWERS}: nobody on the roster is called that" in ended.stderr
    rows = marks(root, "--roster", str(tmp_path / "r.csv"))
    assert {name: row["points"] for name, row in rows.items()} == {
        "007": "20",
        "008": "20",
        "009": "20",
        "010": "0",
        "zoe": "0",
    }


def test_what_a_roster_does_not_settle_is_listed(tmp_path: Path) -> None:
    """Two of a name, and no number; each keeps what it was called."""
    lay(tmp_path / "sub", {f"Anna Berg/{ANSWERS}": LATER})
    (tmp_path / "students.csv").write_text("id,name\n1,Anna Berg\n2,Anna Berg\n", encoding="utf-8")
    listed = class_list(tmp_path / "sub", KEY)
    assert [*listed.students] == ["1", "2", "Anna Berg"]
    (problem,) = listed.problems
    assert "any of these on the roster: Anna Berg (1), Anna Berg (2)" in problem.what


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "no column says who"),
        ("", "no column says who"),
        ("id\nA\na\n", "twice: A, a"),
        ("PK\x03\x04\x00", "it is a workbook, not a table in CSV format; save it as “CSV UTF-8”"),
    ],
)
def test_a_roster_that_cannot_be_read_is_told(tmp_path: Path, text: str, said: str) -> None:
    """With what to do about it."""
    lay(tmp_path, {f"sub/anna/{ANSWERS}": LATER})
    file = tmp_path / "students.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RosterError, match=said):
        load_roster(file)
    for command in ("grade", "report"):
        assert said in run_here(command, str(tmp_path / "sub"), "--key", str(KEY_FILE)).stderr


def test_of_two_assignments_each_is_marked_alone(tmp_path: Path) -> None:
    """Files of the other are known; who has only those has not handed in."""
    other = "june-test"
    june = dump(replace(parse(LATER), notebook=other))
    of_june = {
        f"{other}.answers.json": june,
        f"{other}.ipynb": notebook(f'quiz = Quiz("", notebook="{other}")'),
    }
    root = tmp_path / "submitted"
    lay(root, {f"anna/{ANSWERS}": LATER} | {f"anna/{name}": content for name, content in of_june.items()})
    lay(root, {f"ben/{name}": content for name, content in of_june.items()})
    lay(root, {f"carl/{other}/{name}": content for name, content in of_june.items()})
    lay(root, {f"dora/{other}/{other}.questions.json": b"{}", f"dora/{other}/timestamp.txt": b""})
    lay(root, {f"emil_{other}.answers.json": june, f"fritz/{other}.zip": packed(("x", b""))})
    (tmp_path / "keys").mkdir()
    text = KEY_FILE.read_text(encoding="utf-8")
    for name in (ID, other):
        place = KEY_FILE.with_name("bank.toml").as_posix()
        key = text.replace(f'id = "{ID}"', f'id = "{name}"', 1).replace('"bank.toml"', f'"{place}"')
        (tmp_path / "keys" / f"{name}.toml").write_text(key, encoding="utf-8")
    key_file = str(tmp_path / "keys" / f"{ID}.toml")
    ended = run_here("grade", str(root), "--key", key_file)
    assert (
        "Graded 1 submission.\n  5 students have not handed it in: ben, carl, dora, emil, fritz."
        in ended.stdout
    )
    with (tmp_path / f"{ID}-marks" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: (row["points"], row["look at"]) for row in csv.DictReader(file)}
    missing = ("0", "[nothing handed in] Not handed in.")
    names = ("ben", "carl", "dora", "emil", "fritz")
    assert rows == {"anna": ("20", ""), **dict.fromkeys(names, missing)}
