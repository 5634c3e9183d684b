"""`coup1920 report`, as a teacher types it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coupquiz.report.votes.vote_result import Round
from coupquiz.report.votes.votes_file import HeldVote, dump
from tests.server import run
from tests.unit.coupquiz.grading.school import ANSWERS, KEY, KEY_FILE, STUDENTS, honest, lay, snapshot

FILES = {"report.html", "questions.csv", "answers.csv", "concepts.csv", "events.csv"}


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The class of thirty, the damaged and the hostile ones included."""
    root = tmp_path_factory.mktemp("class") / "submitted"
    lay(root)
    return root


def report(submitted: Path, home: Path, *more: str) -> tuple[int, str, str]:
    """Type the command; what it returns, says and complains of."""
    ended = run("report", str(submitted), "--key", str(KEY_FILE), *more, home=home)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.slow
def test_it_writes_beside_the_submissions_and_says_what_is_there(submitted: Path, tmp_path: Path) -> None:
    """One page, a few tables, a line of what matters; the submissions stay as they are."""
    before = snapshot(submitted)
    status, said, _ = report(submitted, tmp_path)
    out = submitted.parent / "tiflis-test-report"
    assert status == 0
    assert {path.name for path in out.iterdir()} == FILES
    assert said.startswith("23 of 30 submissions count.\nQuestions to teach again: 0; perhaps also: 0.\n")
    assert str(out / "report.html") in said
    assert snapshot(submitted) == before


@pytest.mark.slow
def test_twice_gives_the_same_bytes(submitted: Path, tmp_path: Path) -> None:
    """In another process, into another folder."""
    written = []
    for name in ("one", "two"):
        assert report(submitted, tmp_path, "--out", str(tmp_path / name))[0] == 0
        written.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert written[0] == written[1]


@pytest.mark.slow
def test_names_go_when_they_are_not_asked_for_any_more(submitted: Path, tmp_path: Path) -> None:
    """A second report without names leaves none of the first; what else lies there stays."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_bytes(b"mine")
    assert report(submitted, tmp_path, "--out", str(out), "--names")[0] == 0
    assert {path.name for path in out.iterdir()} == {*FILES, "students.csv", "notes.txt"}
    assert b"s07" in (out / "report.html").read_bytes()
    assert report(submitted, tmp_path, "--out", str(out))[0] == 0
    assert {path.name for path in out.iterdir()} == {*FILES, "notes.txt"}
    content = b"".join((out / name).read_bytes() for name in FILES if name.endswith(".csv"))
    assert not [student["name"] for student in STUDENTS if student["name"].encode() in content]


@pytest.mark.slow
def test_one_submission_that_cannot_be_read_stops_nobody(tmp_path: Path) -> None:
    """A folder in the file's place; the others count."""
    honest(tmp_path / "submitted")
    (tmp_path / "submitted" / "bad" / ANSWERS).mkdir(parents=True)
    status, said, _ = report(tmp_path / "submitted", tmp_path)
    assert status == 0
    assert "2 of 3 submissions count." in said


@pytest.mark.slow
def test_what_cannot_be_reported_is_said_in_a_line(submitted: Path, tmp_path: Path) -> None:
    """No folder, nobody in it, no key, no place among the submissions."""
    (tmp_path / "empty").mkdir()
    complaints = {
        "There is no folder": report(tmp_path / "nowhere", tmp_path),
        "There is no submission in": report(tmp_path / "empty", tmp_path),
        "is among the submissions": report(submitted, tmp_path, "--out", str(submitted / "out")),
        "there is no such file": report(submitted, tmp_path, "--key", str(tmp_path / "no.toml")),
        "cannot be written": report(submitted, tmp_path, "--out", str(KEY_FILE)),
    }
    for complaint, (status, _, said) in complaints.items():
        assert status == 1
        assert complaint in said
        assert "Traceback" not in said
    assert not (submitted / "out").exists()


def votes() -> bytes:
    """The file of a class that raised its hands once."""
    hands = Round({}, {"station": 20})
    return dump([HeldVote(KEY.bank.id, "first-aim", datetime(2026, 3, 2, 10, tzinfo=UTC), (hands,))])


@pytest.mark.slow
def test_what_the_class_voted_is_found_beside_it(tmp_path: Path) -> None:
    """With tables of its own; a damaged file is said in a line, and the rest is reported."""
    honest(tmp_path / "answers")
    (tmp_path / "votes.json").write_bytes(votes())
    out = tmp_path / "tiflis-test-report"
    assert report(tmp_path / "answers", tmp_path)[0] == 0
    assert {path.name for path in out.iterdir()} == {*FILES, "votes.csv", "vote-answers.csv"}
    assert b"What the class voted" in (out / "report.html").read_bytes()
    (tmp_path / "votes.json").write_bytes(b"{")
    status, said, complaint = report(tmp_path / "answers", tmp_path)
    assert status == 0
    assert "2 of 2 submissions count." in said
    assert "votes.json cannot be used. This file is damaged: " in complaint
    assert "The report is made without the votes." in complaint
    assert {path.name for path in out.iterdir()} == FILES


@pytest.mark.slow
def test_a_class_that_only_raised_hands_has_a_report(tmp_path: Path) -> None:
    """Though nobody had a device; but a folder that is not there stays a mistake."""
    (tmp_path / "votes.json").write_bytes(votes())
    assert report(tmp_path / "answers", tmp_path)[0] == 1
    (tmp_path / "answers").mkdir()
    assert report(tmp_path / "answers", tmp_path)[0] == 0
    assert b"what the class voted is below" in (tmp_path / "tiflis-test-report" / "report.html").read_bytes()
