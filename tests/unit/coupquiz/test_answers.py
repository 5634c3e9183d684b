"""Answers are kept: by whom, where, through renaming, starting again and deleting."""

import json
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from coupquiz.answers import store as answers_module
from coupquiz.answers.file_format import AnswersError, RecordKey, parse
from coupquiz.answers.store import Answers
from coupquiz.core.behaviour import Attempt

NIGHT = RecordKey("week", "which-night")


def bank(*questions: str, renamed: dict[str, str] | None = None, id: str = "week") -> Any:
    """A bank with questions of these ids; ``renamed`` names what a question was called before."""
    before = {new: (old,) for new, old in (renamed or {}).items()}
    return SimpleNamespace(
        id=id,
        questions=[SimpleNamespace(id=question, renamed=before.get(question, ())) for question in questions],
    )


def answer_of(answers: Answers, key: RecordKey = NIGHT) -> object:
    """The answer that is kept for a question."""
    return answers.read()[key].attempt.answer


def test_an_answer_is_on_disk_as_it_is_given(tmp_path: Path) -> None:
    """Whoever opens the notebook after a restart finds what was answered, tried, helped and reached."""
    attempt = Attempt(answer="night-of-2-3-may", tries=2, hints=1, solved=True, best=0.75, shown=False)
    assert not Answers(tmp_path, "02_timeline").record(*NIGHT, attempt)
    assert (tmp_path / "02_timeline.answers.json").is_file()
    record = Answers(tmp_path, "02_timeline").read()[NIGHT]
    assert record.attempt == attempt
    assert abs(record.at - datetime.now().astimezone()) < timedelta(minutes=5)


def test_a_file_can_be_read_by_people_and_programs(tmp_path: Path) -> None:
    """It names format, version, learner and notebook; a question has a line of its own, in its own script."""
    answers = Answers(tmp_path, "02_timeline")
    answers.record("week", "who", Attempt(answer={"name": "ნოე ჟორდანია"}, tries=1))
    values = json.loads(answers.path.read_bytes())
    assert (values["format"], values["version"], values["notebook"]) == ("coup1920 answers", 2, "02_timeline")
    (line,) = (line for line in answers.path.read_text(encoding="utf-8").splitlines() if '"who"' in line)
    assert '{"name": "ნოე ჟორდანია"}, "tries": 1' in line
    assert datetime.fromisoformat(values["banks"]["week"]["who"]["at"]).utcoffset() is not None


def test_nothing_is_written_before_the_first_answer(tmp_path: Path) -> None:
    """Running a notebook leaves no trace in its folder."""
    answers = Answers(tmp_path, "02_timeline")
    assert dict(answers.read()) == {}
    assert answers.migrate(bank("which-night")) == ()
    assert answers.start_again() is None
    assert answers.problem == ""
    assert list(tmp_path.iterdir()) == []


def test_the_file_stays_where_the_notebook_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative folder means the one at the time, wherever code goes later."""
    monkeypatch.chdir(tmp_path)
    answers = Answers(".", "02_timeline")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    answers.record(*NIGHT, Attempt(answer="a"))
    assert (tmp_path / "02_timeline.answers.json").is_file()


@pytest.mark.parametrize("notebook", ["My own notes (2)", "ქართული რვეული", "Was geschah – 2", ".hidden"])
def test_a_notebook_may_have_any_name(tmp_path: Path, notebook: str) -> None:
    """Spaces and other scripts are no matter."""
    Answers(tmp_path, notebook).record(*NIGHT, Attempt(answer="a"))
    assert answer_of(Answers(tmp_path, notebook)) == "a"
    assert (tmp_path / f"{notebook}.answers.json").is_file()


@pytest.mark.parametrize(
    "notebook",
    ["", ".", "..", "../x", "a/b", "a\\b", "/tmp/x", "a\0b", "a\nb", "\ud800", "x" * 300],
)
def test_a_path_is_no_name(tmp_path: Path, notebook: str) -> None:
    """Answers never go to another folder than the one given."""
    with pytest.raises(AnswersError, match="cannot be the name of a notebook"):
        Answers(tmp_path, notebook)


def test_two_banks_and_two_notebooks_do_not_mix(tmp_path: Path) -> None:
    """The same question id in another bank or notebook is another question."""
    one, other = Answers(tmp_path, "one"), Answers(tmp_path, "other")
    one.record("week", "which-night", Attempt(answer="a"))
    one.record("sources", "which-night", Attempt(answer="b"))
    other.record("week", "which-night", Attempt(answer="c"))
    assert [record.attempt.answer for record in one.read().values()] == ["a", "b"]
    assert answer_of(other) == "c"


def test_a_learner_has_one_random_id_in_all_notebooks(tmp_path: Path) -> None:
    """It tells nothing of the person; another folder has another."""
    one, other = Answers(tmp_path, "one"), Answers(tmp_path, "other")
    one.record(*NIGHT, Attempt(answer="a"))
    other.record(*NIGHT, Attempt(answer="a"))
    assert one.learner == other.learner
    assert len(one.learner) == 32
    assert int(one.learner, 16)
    (tmp_path / "classmate").mkdir()
    classmate = Answers(tmp_path / "classmate", "one")
    classmate.record(*NIGHT, Attempt(answer="a"))
    assert classmate.learner != one.learner


def test_a_name_is_kept_only_if_given(tmp_path: Path) -> None:
    """It is in the file once it was given, and gone once it was taken out."""
    answers = Answers(tmp_path, "02_timeline")
    answers.record(*NIGHT, Attempt(answer="a"))
    assert answers.name == ""
    answers.set_name("  Nino\n Example ")
    assert answers.name == Answers(tmp_path, "02_timeline").name == "Nino Example"
    assert Answers(tmp_path, "03_sources").name == "Nino Example"
    answers.set_name("")
    assert b"Nino" not in answers.path.read_bytes()
    assert answer_of(answers) == "a"


def test_two_kernels_add_to_one_file(tmp_path: Path) -> None:
    """Neither overwrites what the other wrote, and each can read it."""
    one, other = Answers(tmp_path, "02_timeline"), Answers(tmp_path, "02_timeline")
    one.record("week", "q1", Attempt(answer="a"))
    other.record("week", "q2", Attempt(answer="b"))
    one.record("week", "q3", Attempt(answer="c"))
    assert [key.question for key in other.read()] == ["q1", "q2", "q3"]


def test_a_second_kernel_takes_nothing_from_a_question(tmp_path: Path) -> None:
    """The later answer stands, and what was reached before stays."""
    one, other = Answers(tmp_path, "02_timeline"), Answers(tmp_path, "02_timeline")
    one.record(*NIGHT, Attempt(answer="right", tries=3, hints=1, solved=True, best=0.75))
    assert not other.record(*NIGHT, Attempt(answer="wrong", tries=1))
    merged = Attempt(answer="wrong", tries=3, hints=1, solved=True, best=0.75)
    assert one.read()[NIGHT].attempt == other.read()[NIGHT].attempt == merged


def test_a_clock_that_goes_back_loses_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes later counts as later, whatever the clock says."""
    answers = Answers(tmp_path, "02_timeline")
    answers.record(*NIGHT, Attempt(answer="a"))
    before = answers.read()[NIGHT].at
    monkeypatch.setattr(answers_module, "_now", lambda: before - timedelta(days=20_000))
    assert not answers.record(*NIGHT, Attempt(answer="b"))
    assert answer_of(Answers(tmp_path, "02_timeline")) == "b"
    assert answers.read()[NIGHT].at > before
    answers.record("week", "new", Attempt(answer="c"))
    assert answer_of(answers, RecordKey("week", "new")) == "c"
    assert answers.problem == ""


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "",
        "ნოე \U0001f1ec\U0001f1ea \u2028 \ufeff",
        "half a pair: \ud83d",
        '"}\\\x00',
        [],
        ["b", "a"],
        {"": "x", "left": ""},
        {"when": {"start": [1920, 5.5, None, True]}},
    ],
)
def test_an_answer_comes_back_as_it_was(tmp_path: Path, answer: Any) -> None:
    """Every value of JSON, every character."""
    assert not Answers(tmp_path, "02_timeline").record(*NIGHT, Attempt(answer=answer))
    assert answer_of(Answers(tmp_path, "02_timeline")) == answer


NESTED: list[Any] = []
NESTED.append(NESTED)


@pytest.mark.parametrize(
    "attempt",
    [
        Attempt(answer="x" * 100_001),
        Attempt(answer={"a", "b"}),  # type: ignore[arg-type]
        Attempt(answer=float("nan")),  # type: ignore[arg-type]
        Attempt(answer=10**5000),  # type: ignore[arg-type]
        Attempt(answer=NESTED),
        Attempt(answer={1: "a"}),  # type: ignore[dict-item]
        Attempt(best=float("nan")),
    ],
    ids=["too long", "a set", "no number", "too large", "endless", "key no text", "score no number"],
)
def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, attempt: Attempt) -> None:
    """The learner is told; what was answered before stays."""
    answers = Answers(tmp_path, "02_timeline")
    answers.record(*NIGHT, Attempt(answer="a"))
    unsaved = answers.record(*NIGHT, attempt)
    assert "too long" in unsaved
    assert answer_of(answers) == "a"


@pytest.mark.slow
def test_a_file_never_grows_larger_than_can_be_read(tmp_path: Path) -> None:
    """What would be too much stays in memory, and the learner is told."""
    answers = Answers(tmp_path, "02_timeline")
    attempts = [Attempt(answer=f"{number}{'x' * 99_000}") for number in range(60)]
    told = [answers.record("week", f"q{number}", attempt) for number, attempt in enumerate(attempts)]
    assert not told[0]
    assert "5 megabytes" in told[-1]
    assert len(answers.read()) == 60
    assert len(Answers(tmp_path, "02_timeline").read()) == told.count("")


def test_answers_follow_a_renamed_question(tmp_path: Path) -> None:
    """The record goes to the new id, with what was answered under it already."""
    answers = Answers(tmp_path, "02_timeline")
    answers.record("week", "old", Attempt(answer="a", tries=4, best=1.0, solved=True))
    answers.record("week", "kept", Attempt(answer="k"))
    renamed = bank("new", "kept", renamed={"new": "old"})
    assert answers.migrate(renamed) == ()
    assert answer_of(answers, RecordKey("week", "new")) == "a"
    assert set(answers.read()) == {("week", "new"), ("week", "kept")}

    old_kernel = Answers(tmp_path, "02_timeline")
    old_kernel.record("week", "old", Attempt(answer="later", tries=1))
    assert answers.read()[RecordKey("week", "new")].attempt == Attempt(
        "later", tries=4, best=1.0, solved=True
    )


def test_answers_to_unknown_questions_are_set_aside_and_come_back(tmp_path: Path) -> None:
    """A bank without the question does not show them, a bank that has it again does; nothing is dropped."""
    answers = Answers(tmp_path, "02_timeline")
    answers.record("week", "gone", Attempt(answer="g", tries=2))
    answers.record("sources", "other-bank", Attempt(answer="o"))
    assert answers.migrate(bank("which-night")) == ("gone",)
    assert set(answers.read()) == {("sources", "other-bank")}
    answers.record(*NIGHT, Attempt(answer="a"))

    values = json.loads(answers.path.read_bytes())
    assert values["aside"]["week"]["gone"]["answer"] == "g"
    assert "gone" not in values["banks"]["week"]
    assert set(Answers(tmp_path, "02_timeline").read()) == {NIGHT, ("sources", "other-bank")}

    later = Answers(tmp_path, "02_timeline")
    assert later.migrate(bank("which-night", "gone")) == ()
    assert later.read()[RecordKey("week", "gone")].attempt == Attempt(answer="g", tries=2)


@pytest.mark.parametrize("chosen", [None, "week"])
def test_starting_again_keeps_the_old_answers_aside(tmp_path: Path, chosen: str | None) -> None:
    """A copy with a date in its name holds them all; one bank can be cleared alone; the learner stays."""
    answers = Answers(tmp_path, "02_timeline")
    answers.record(*NIGHT, Attempt(answer="a", tries=9))
    answers.record("sources", "q", Attempt(answer="b"))
    answers.set_name("Nino")
    before, learner = answers.path.read_bytes(), answers.learner
    kept = answers.start_again(chosen)
    assert kept
    assert kept.parent == tmp_path
    assert kept.name.startswith(f"02_timeline.answers.{datetime.now():%Y-}")
    assert kept.read_bytes() == before
    assert set(answers.read()) == ({("sources", "q")} if chosen else set())
    assert (answers.learner, answers.name) == (learner, "Nino")
    assert not answers.record(*NIGHT, Attempt(answer="c", tries=1))
    assert answers.read()[NIGHT].attempt == Attempt(answer="c", tries=1)


def test_starting_again_twice_keeps_both(tmp_path: Path) -> None:
    """Two copies of the same second have two names."""
    answers = Answers(tmp_path, "02_timeline")
    kept: list[object] = []
    for answer in "ab":
        answers.record(*NIGHT, Attempt(answer=answer))
        path = answers.start_again()
        assert path
        kept.append(parse(path.read_bytes()).records[NIGHT].attempt.answer)
    assert kept == ["a", "b"]


def test_deleting_leaves_nothing_of_the_learner(tmp_path: Path) -> None:
    """The file and its older copies go, those of other notebooks stay, and the next file is of a new id."""
    other = Answers(tmp_path, "02_timeline.extra")
    other.record(*NIGHT, Attempt(answer="o"))
    other.start_again()
    other.path.unlink()
    of_others = {path.name for path in tmp_path.iterdir()}
    answers = Answers(tmp_path, "02_timeline")
    answers.record(*NIGHT, Attempt(answer="a"))
    answers.set_name("Nino")
    answers.start_again()
    answers.path.write_bytes(b"damaged")
    answers.read()
    answers.record(*NIGHT, Attempt(answer="a"))
    learner = answers.learner
    assert len(list(tmp_path.glob("02_timeline.answers.*"))) == 3

    answers.delete()
    left = [path for path in tmp_path.iterdir() if path.name not in of_others]
    assert all(path.read_bytes() == b"" for path in left)
    assert {path.name for path in tmp_path.glob("*.json")} <= of_others
    assert dict(answers.read()) == {}
    assert answers.problem == ""
    answers.record(*NIGHT, Attempt(answer="b"))
    assert answers.learner != learner
    assert answers.name == ""


def test_deleting_twice_is_no_matter(tmp_path: Path) -> None:
    """What is not there needs no deleting."""
    answers = Answers(tmp_path, "02_timeline")
    answers.delete()
    answers.delete()
    assert list(tmp_path.glob("*.json")) == []


@pytest.mark.timed
def test_a_write_takes_less_than_ten_milliseconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 40 answered questions, without the wait for the disk, which no program can shorten."""
    monkeypatch.setattr("os.fsync", lambda _: None)
    answers = Answers(tmp_path, "02_timeline")
    for number in range(40):
        answers.record("week", f"q{number}", Attempt(answer=["first", "second", "third", "fourth"], tries=1))
    times = []
    for number in range(40):
        started = time.perf_counter()
        answers.record("week", f"q{number}", Attempt(answer=["second"], tries=2))
        times.append(time.perf_counter() - started)
    assert min(times) < 0.01


def test_keeping_answers_loads_no_display() -> None:
    """Nor data frames: it works where there are neither."""
    code = (
        "import sys, coupquiz.answers.store, coupquiz.answers.transfer, coupquiz.answers.answers_folder\n"
        "print(sorted({'ipywidgets', 'anywidget', 'IPython', 'plotly', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_browser_keeps_answers_without_locks(tmp_path: Path) -> None:
    """There is one process there, and no library for locks."""
    code = (
        "import sys\n"
        "sys.platform = 'emscripten'\n"
        "sys.modules['filelock'] = None\n"
        "from coupquiz.answers.store import Answers\n"
        "from coupquiz.core.behaviour import Attempt\n"
        "answers = Answers(sys.argv[1], '02_timeline')\n"
        "assert not answers.record('week', 'which-night', Attempt(answer='a'))\n"
        "assert not answers.record('week', 'which-night', Attempt(answer='b'))\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
    assert [path.name for path in tmp_path.iterdir()] == ["02_timeline.answers.json"]
    assert answer_of(Answers(tmp_path, "02_timeline")) == "b"
