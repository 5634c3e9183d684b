"""Files that earlier versions wrote, as they are found in the folders of learners and teachers: all are read.

Each folder of ``tests/fixtures/earlier`` was written by the version of its name; ``expected.json`` says what
that version read in it.
"""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from coupquiz import Quiz
from coupquiz.answers.store import Answers
from coupquiz.answers.transfer import import_progress
from coupquiz.banks.questions_file import load_questions
from coupquiz.cli.main import main

EARLIER = Path(__file__).parents[2] / "fixtures" / "earlier"


@pytest.fixture(params=sorted(path.name for path in EARLIER.iterdir()))
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of what a version wrote."""
    return Path(shutil.copytree(EARLIER / request.param, tmp_path / request.param))


def expected(earlier: Path, what: str) -> Any:
    """What that version read."""
    return json.loads((earlier / "expected.json").read_bytes())[what]


def read(folder: Path, notebook: str) -> dict[str, Any]:
    """Every attempt at the questions of a notebook, as JSON has it, without what came later."""
    answers = Answers(folder, notebook)
    attempts = {"/".join(key): asdict(record.attempt) for key, record in answers.read().items()}
    assert answers.problem == ""
    assert {attempt.pop("explanation") for attempt in attempts.values()} <= {""}
    values: dict[str, Any] = json.loads(json.dumps(attempts))
    return values


def test_every_answer_is_there(earlier: Path) -> None:
    """With tries, hints, score and ticks, and the learner's name; reading changes nothing on disk."""
    before = {path: path.read_bytes() for path in earlier.rglob("*.json")}
    for notebook, attempts in expected(earlier, "answers").items():
        assert read(earlier / "lesson", notebook) == attempts
    assert Answers(earlier / "lesson", "04_data_lab").name == "Nino Example"
    assert {path: path.read_bytes() for path in earlier.rglob("*.json")} == before


def test_a_notebook_shows_what_was_answered(earlier: Path) -> None:
    """Each question as it was left, with the feedback on what was checked, and takes the next answer."""
    quiz = Quiz("week", notebook="02_timeline", folder=earlier / "lesson")
    attempts = {
        question: attempt
        for key, attempt in expected(earlier, "answers")["02_timeline"].items()
        for bank, question in [key.split("/")]
        if bank == "week"
    }
    widget = quiz.ask(*attempts)
    for question, attempt in attempts.items():
        state = widget.states[question]
        assert state["answer"] == attempt["answer"]
        assert bool(state["said"]) == attempt["checked"]
        assert state["kept"] == "Saved"
    question = next(iter(attempts))
    widget._handle_custom_msg({"question": question, "act": "hint", "turn": ""}, [])
    assert (
        read(earlier / "lesson", "02_timeline")[f"week/{question}"]["hints"]
        == attempts[question]["hints"] + 1
    )


def test_exported_progress_is_imported(earlier: Path, tmp_path: Path) -> None:
    """Into an empty folder, all of it."""
    home = tmp_path / "home"
    home.mkdir()
    done = import_progress("progress.json", (earlier / "progress.json").read_bytes(), home)
    answers = {notebook: attempts for notebook, attempts in expected(earlier, "answers").items() if attempts}
    assert (set(done.notebooks), done.problems) == (set(answers), ())
    for notebook, attempts in answers.items():
        assert read(home, notebook) == attempts


def test_students_are_asked_the_same_questions_in_the_same_order(earlier: Path) -> None:
    """Whoever has begun an assignment goes on with it."""
    file = load_questions(earlier / "course" / "source" / "may-test" / "may-test.questions.json")
    for student, forms in expected(earlier, "asked").items():
        asked = [
            {"id": form.id, "choices": [c.id for c in form.choices], "targets": [c.id for c in form.targets]}
            for form in file.asked(student)
        ]
        assert asked == forms


def test_a_class_gets_the_same_marks(earlier: Path, tmp_path: Path) -> None:
    """By the key, the answers and the points that were typed into the table for own words."""
    marks = tmp_path / "marks"
    marks.mkdir()
    shutil.copy(earlier / "marks" / "by-hand.csv", marks)
    course = earlier / "course"
    key = course / "keys" / "may-test.toml"
    assert main(["grade", str(course / "submitted"), "--key", str(key), "--out", str(marks)]) == 0
    assert points(marks) == points(earlier / "marks")
    assert (marks / "by-hand.csv").read_bytes() == (earlier / "marks" / "by-hand.csv").read_bytes()


def points(marks: Path) -> dict[str, dict[str, str]]:
    """The points in a table of marks, by student and question."""
    with (marks / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row.pop("student"): {name: row[name] for name in row if name not in ("look at", "percent")}
        for row in rows
    }
