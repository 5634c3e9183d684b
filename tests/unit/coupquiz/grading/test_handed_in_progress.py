"""What learners export and hand in, one file each, counts for the banks of the lesson."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coupquiz import load_bank
from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, dump
from coupquiz.answers.store import Answers
from coupquiz.answers.transfer import export_name, export_progress
from coupquiz.core.behaviour import Attempt
from coupquiz.grading.answer_key import load_key
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.students.name_forms import file_form
from coupquiz.grading.submission import graded
from coupquiz.kinds.check import solution
from tests.server import run_here

AT = datetime(2026, 11, 29, 12, tzinfo=UTC)
DAY = AT.date()
WEEK = [question for question in load_bank("week").questions if question.scored]


def progress(folder: Path, name: str, right: int, *, notebooks: int = 2) -> bytes:
    """What a learner exports who has answered so many questions of the week, in two notebooks."""
    folder.mkdir()
    learner = f"{abs(hash(name)):032x}"[:32]
    for number in range(notebooks):
        records = {
            RecordKey("week", question.id): Record(Attempt(answer=solution(question)), AT)
            for question in WEEK[:right][number::notebooks]
        }
        notebook = f"0{number + 1}_part"
        other = {RecordKey("background", "lives"): Record(Attempt(answer="x"), AT)}
        Answers(folder, notebook).merge(AnswersFile(notebook, learner, name, {**records, **other}, {}))
    return export_progress(folder)[0]


@pytest.mark.parametrize("loose", [True, False])
def test_a_class_hands_in_one_file_each(tmp_path: Path, loose: bool) -> None:
    """Side by side in a folder, or each in a student's own under whatever name."""
    root = tmp_path / "class"
    root.mkdir()
    for name, right in {"Nino K.": 3, "Luka": 5, "Ana-Maria Berg": 0}.items():
        content = progress(tmp_path / name, name, right)
        file = root / export_name(name, DAY) if loose else root / name.strip(".") / "my progress (1).json"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    key = load_key("week")
    listed = class_list(root, key)
    assert not listed.lost
    found = {name: graded(work, key) for name, work in listed.students.items()}
    assert {name.strip("."): result.points for name, (_, result) in found.items()} == {
        "Nino K": 3,
        "Luka": 5,
        "Ana-Maria Berg": 0,
    }
    flags = [flag for handed, result in found.values() for flag in (*handed.flags, *result.flags)]
    assert [flag.what for flag in flags] == ["no question has been answered"]


def test_grade_and_report_take_the_name_of_a_bank(tmp_path: Path) -> None:
    """And write what they write of any class."""
    root = tmp_path / "class"
    root.mkdir()
    for name in ("Nino", "Luka"):
        (root / export_name(name, DAY)).write_bytes(progress(tmp_path / name, name, 4))
    assert "Graded 2 submissions" in run_here("grade", str(root), "--key", "week").stdout
    table = (tmp_path / "week-marks" / "marks.csv").read_text(encoding="utf-8")
    assert "Nino" in table
    assert "2 of 2 submissions count" in run_here("report", str(root), "--key", "week").stdout
    wrong = run_here("grade", str(root), "--key", "weak")
    assert wrong.returncode
    assert "week" in wrong.stderr


def test_answers_files_of_the_lesson_count_as_they_lie(tmp_path: Path) -> None:
    """In a folder copied whole, the answers of all notebooks count together."""
    root = tmp_path / "class"
    root.mkdir()
    progress(root / "Nino", "Nino", 6)
    key = load_key("week")
    handed, result = graded(class_list(root, key).students["Nino"], key)
    assert result.points == 6
    assert not handed.flags


def test_practice_counts_for_no_test(tmp_path: Path) -> None:
    """A progress file counts for an assignment only by what was answered in the assignment's notebook."""
    root = tmp_path / "class"
    (root / "Nino").mkdir(parents=True)
    content = json.loads(progress(tmp_path / "made", "Nino", 6))
    (root / "Nino" / "progress.json").write_text(json.dumps(content), encoding="utf-8")
    test = tmp_path / "may-test.toml"
    questions = "".join(f'\n[[question]]\nid = "{question.id}"\n' for question in WEEK[:6])
    test.write_text(f'id = "may-test"\ntitle = "Test"\nbank = "week"\n{questions}', encoding="utf-8")
    key = load_key(test)
    assert graded(class_list(root, key).students["Nino"], key)[1].points == 0
    content["notebooks"]["may-test"] = content["notebooks"].pop("01_part")
    (root / "Nino" / "progress.json").write_text(json.dumps(content), encoding="utf-8")
    assert graded(class_list(root, key).students["Nino"], key)[1].points == 3


def test_a_damaged_file_is_told_of(tmp_path: Path) -> None:
    """And is nobody's zero without a word."""
    root = tmp_path / "class"
    root.mkdir()
    (root / export_name("Nino", DAY)).write_bytes(progress(tmp_path / "made", "Nino", 6)[:-500])
    key = load_key("week")
    handed, result = graded(class_list(root, key).students["Nino"], key)
    assert result.points == 0
    assert "cannot be used" in handed.flags[0].what


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Nino", "Nino"),
        ("Nino  Kapanadze ", "Nino Kapanadze"),
        ("ნინო", "ნინო"),
        ("a/b\\c:d", "abcd"),
        ("O’Neill, Ann-Marie", "O’Neill, Ann-Marie"),
    ],
)
def test_the_name_of_the_file_says_whose_it_is(name: str, whose: str) -> None:
    """Also where a browser has numbered it."""
    file = export_name(name, date(2026, 11, 29))
    for called in (file, file.replace(".json", " (1).json"), file.replace(".answers", " (1).answers")):
        form = file_form(called, "week")
        assert form
        assert form.student == whose
    assert export_name("", DAY) == "answers_coup1920_2026-11-29.answers.json"


def test_a_plain_answers_file_is_read_as_before(tmp_path: Path) -> None:
    """By the key of a bank, whatever the notebook was called."""
    root = tmp_path / "class"
    (root / "Nino").mkdir(parents=True)
    records = {RecordKey("week", WEEK[0].id): Record(Attempt(answer=solution(WEEK[0])), AT)}
    (root / "Nino" / "02_timeline.answers.json").write_bytes(
        dump(AnswersFile("02_timeline", "0" * 32, "", records, {}))
    )
    key = load_key("week")
    assert graded(class_list(root, key).students["Nino"], key)[1].points == 1
