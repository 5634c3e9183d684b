"""How far a learner has come, counted over all notebooks."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from coupquiz.answers.answers_folder import read_progress
from coupquiz.answers.file_format import RecordKey
from coupquiz.answers.store import Answers
from coupquiz.core.behaviour import Attempt


def bank(
    id: str, *questions: str, unscored: tuple[str, ...] = (), renamed: dict[str, str] | None = None
) -> Any:
    """A bank with questions of these ids."""
    before = {new: (old,) for new, old in (renamed or {}).items()}
    return SimpleNamespace(
        id=id,
        title=id.title(),
        questions=[
            SimpleNamespace(id=question, scored=question not in unscored, renamed=before.get(question, ()))
            for question in questions
        ],
    )


WEEK = bank("week", "q1", "q2", "q3", "why", unscored=("why",))
SOURCES = bank("sources", "q1", "q2")


def test_a_learner_who_has_not_begun_is_at_nought(tmp_path: Path) -> None:
    """Every bank is there, with what there is to do; the folder stays as it is."""
    read = read_progress(tmp_path, [WEEK, SOURCES])
    assert [(bank.bank, bank.title, bank.questions, bank.scored) for bank in read.banks] == [
        ("week", "Week", 4, 3),
        ("sources", "Sources", 2, 2),
    ]
    assert all((bank.answered, bank.solved, bank.points) == (0, 0, 0) for bank in read.banks)
    assert all((bank.notebooks, bank.last) == ((), None) for bank in read.banks)
    assert read.problems == ()
    assert list(tmp_path.iterdir()) == []


def test_numbers_are_of_all_notebooks(tmp_path: Path) -> None:
    """A question answered in two counts once, with the better score; an unscored one gives no points."""
    one, other = Answers(tmp_path, "one"), Answers(tmp_path, "other")
    one.record("week", "q1", Attempt(answer="a", tries=1, solved=True, best=0.75))
    one.record("week", "q2", Attempt(answer=["a"], tries=1, best=0.5))
    other.record("week", "q1", Attempt(answer="b", tries=1, best=0.25))
    other.record("week", "why", Attempt(answer="because", solved=True, best=1.0))
    other.record("sources", "q2", Attempt(answer=None, hints=1))
    week, sources = read_progress(tmp_path, [WEEK, SOURCES]).banks
    assert (week.answered, week.solved, week.points) == (3, 2, 1.25)
    assert week.notebooks == ("one", "other")
    assert week.last == other.read()[RecordKey("week", "why")].at
    assert (sources.answered, sources.solved, sources.points, sources.notebooks) == (0, 0, 0, ())


def test_what_a_bank_does_not_have_does_not_count(tmp_path: Path) -> None:
    """Neither another bank's question nor one that is gone; a renamed one does."""
    answers = Answers(tmp_path, "one")
    answers.record("week", "gone", Attempt(answer="a", solved=True, best=1.0))
    answers.record("week", "old", Attempt(answer="a", solved=True, best=1.0))
    answers.record("else", "q1", Attempt(answer="a", solved=True, best=1.0))
    before = answers.path.read_bytes()
    (week,) = read_progress(tmp_path, [bank("week", "q1", "new", renamed={"new": "old"})]).banks
    assert (week.questions, week.answered, week.solved, week.points) == (2, 1, 1, 1.0)
    assert answers.path.read_bytes() == before


def test_a_file_that_cannot_be_read_is_named_and_left(tmp_path: Path) -> None:
    """The others count."""
    Answers(tmp_path, "sound").record("week", "q1", Attempt(answer="a"))
    (tmp_path / "bad.answers.json").write_bytes(b"damaged")
    (tmp_path / "folder.answers.json").mkdir()
    (tmp_path / "old.answers.2020-05-03-120000.json").write_bytes(b"not looked at")
    read = read_progress(tmp_path, [WEEK])
    assert read.banks[0].answered == 1
    assert [problem.split()[0] for problem in read.problems] == ["bad.answers.json", "folder.answers.json"]
    assert (tmp_path / "bad.answers.json").read_bytes() == b"damaged"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Nothing is raised."""
    read = read_progress(tmp_path / "none", [WEEK])
    assert read.banks[0].answered == 0
    assert "cannot be read" in read.problems[0]
