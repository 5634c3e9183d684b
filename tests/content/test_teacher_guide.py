"""The teacher's guide keeps its word: commands, questions, sentences, minutes."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

import coupdata
from coupquiz import check, load_bank
from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, dump
from coupquiz.asking.question_numbers import numbers_in
from coupquiz.banks.bank import shipped_banks
from coupquiz.classroom.room.lesson_plan import plan_lesson
from coupquiz.core.behaviour import Attempt
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from coupquiz.lesson.copies import TEACHERS, notebook_folder
from coupquiz.report.measures import mean_share
from coupquiz.report.votes.tally import is_one_choice
from tests.server import run

GUIDE = nbformat.read(notebook_folder() / "teacher_guide.ipynb", as_version=4)
TEXT = "\n\n".join(cell.source for cell in GUIDE.cells if cell.cell_type == "markdown")
CASE = coupdata.load()
QUESTIONS = {question.id: question for name in shipped_banks() for question in load_bank(name).questions}
README = Path(__file__).parents[2] / "exercises" / "README.md"
_AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
PLAN = plan_lesson(
    [file for file in sorted(notebook_folder().glob("*.ipynb")) if file.name not in TEACHERS], CASE
)
NOX = "python3 -m nox -s coup1920 -- "


def typed() -> Iterator[str]:
    """Every line that a teacher is told to type."""
    for block in re.findall(r"```sh\n(.*?)\n```", TEXT, re.DOTALL):
        yield from block.splitlines()


def tables(cell: str) -> list[list[str]]:
    """The rows of the table in a cell, without its head, each as its columns."""
    (source,) = (found.source for found in GUIDE.cells if found.id == cell)
    rows = [line.strip("|").split("|") for line in source.splitlines() if line.startswith("|")]
    return [[column.strip() for column in row] for row in rows[2:]]


OURS = [line.removeprefix(NOX) for line in typed() if line.startswith(NOX)]


@pytest.mark.slow
def test_the_way_from_a_bank_to_a_report_can_be_gone(tmp_path: Path) -> None:
    """Line by line as it stands there, with the first bank of the README and one student."""
    example = re.search(r"```toml\n(.*?)\n```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    (tmp_path / "my_questions.toml").write_text(example[1], encoding="utf-8")
    (question,) = tomllib.loads(example[1])["question"]
    lint, make, replace, grade, report = OURS
    for line in (lint, make, replace):
        ended = run(*shlex.split(line), home=tmp_path, cwd=tmp_path)
        assert ended.returncode == 0, ended.stderr
    handed = tmp_path / "my_course" / "source" / "may-test"
    assert {path.name for path in handed.iterdir()} == {"may-test.ipynb", "may-test.questions.json"}
    folder = re.search(r"```\n(my_course/submitted/\S+)\n```", TEXT)
    assert folder
    mine = tmp_path / folder[1]
    mine.mkdir(parents=True)
    right = next(option["actor"] for option in question["option"] if option.get("right"))
    records = {RecordKey("my-questions", question["id"]): Record(Attempt(right), _AT)}
    (mine / "may-test.answers.json").write_bytes(dump(AnswersFile("may-test", "0" * 32, "", records, {})))
    for line in (grade, report):
        ended = run(*shlex.split(line), home=tmp_path, cwd=tmp_path)
        assert ended.returncode == 0, ended.stderr
    marks = (tmp_path / "my_course" / "may-test-marks" / "marks.csv").read_text(encoding="utf-8-sig")
    assert marks.splitlines()[1].startswith("student-07,2,2,100,")
    assert (tmp_path / "my_course" / "may-test-report" / "report.html").exists()


@pytest.mark.slow
def test_the_python_to_copy_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the cells above it."""
    (code,) = re.findall(r"```python\n(.*?)\n```", TEXT, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    assert (tmp_path / "timeline.html").exists()


def test_every_name_in_code_letters_is_one() -> None:
    """Of a question, a sentence, an event, an actor or a place."""
    sentences = {sentence.id for sentence in CASE.reading.sentences}
    known = {*QUESTIONS, *(event.id for event in CASE.events)}
    for name in re.findall(r"`([a-z]\d\.\d+|[a-z]+(?:-[a-z]+)+)`", TEXT):
        assert name in (sentences if "." in name else known), name
    for field, id in re.findall(r"`view\.(\w+) = \"([^\"]+)\"`", TEXT):
        assert (CASE.actor if field == "actor" else CASE.place)(id)


@pytest.mark.parametrize("row", tables("expect"), ids=lambda row: row[0])
def test_what_answers_a_misconception_is_what_the_question_cites(row: list[str]) -> None:
    """The sentences settle the question in which it shows, or are told to whoever errs there."""
    _, shows, back = row
    question = QUESTIONS[shows.partition(" ")[2].strip("`")]
    answers = [solution(question), *KINDS[question.kind].mistakes(question)]
    told = {cite for answer in answers for cite in check(question, answer).cites} | set(question.cites)
    cited = set(re.findall(r"`([a-z]\d\.\d+)`", back))
    assert cited
    assert cited <= told


@pytest.mark.parametrize(
    ("cell", "minutes"), [("short", 45), ("shorthands", 45), ("long", 90), ("longhands", 90)]
)
def test_the_minutes_of_a_lesson_add_up(cell: str, minutes: int) -> None:
    """One step begins where another ends, and the last ends with the lesson."""
    steps = [tuple(map(int, row[0].split("–"))) for row in tables(cell)]
    assert steps[0][0] == 0
    assert steps[-1][1] == minutes
    assert all(one[1] == other[0] for one, other in pairwise(steps))
    assert all(begin < end for begin, end in steps)


@pytest.mark.parametrize(("cell", "notebooks"), [("short", {"1"}), ("long", {"1", "3"})])
def test_a_lesson_keeps_to_few_notebooks_and_can_be_stopped(cell: str, notebooks: set[str]) -> None:
    """What is printed comes from one or two of them; and there are places to stop, between two steps."""
    asked = re.findall(r"(\d)\.\d+ `", " ".join(row[3] for row in tables(cell)))
    assert len(asked) > 5
    assert set(asked) == notebooks
    (source,) = (found.source for found in GUIDE.cells if found.id == cell)
    stops = {int(minute) for minute in re.findall(r"\*After minute (\d+)\*", source)}
    assert len(stops) >= 3
    assert stops <= {int(row[0].partition("–")[2]) for row in tables(cell)}


@pytest.mark.parametrize("cell", ["short", "long"])
def test_a_lesson_without_devices_asks_the_same_at_the_same_time(cell: str) -> None:
    """Whoever loses the network goes on in the other table, in the same minute."""
    with_devices, by_hand = ([(row[0], row[3]) for row in tables(name)] for name in (cell, f"{cell}hands"))
    assert with_devices == by_hand


@pytest.mark.parametrize("cell", ["short", "shorthands", "long", "longhands"])
def test_what_is_voted_on_has_letters_to_vote_for(cell: str) -> None:
    """One choice of several, and one of those that the guide gives reasons for."""
    recommended = set(re.findall(r"`([a-z-]+)`", " ".join(row[0] for row in tables("votes"))))
    voted = {
        id
        for row in tables(cell)
        if re.search(r"\bvote\b", row[1], re.IGNORECASE)
        for id in re.findall(r"`([a-z-]+)`", row[3])
    }
    assert voted
    assert voted <= recommended
    for id in voted:
        assert is_one_choice(QUESTIONS[id], form(QUESTIONS[id]))


@pytest.mark.parametrize("cell", ["short", "long"])
def test_what_is_asked_is_in_a_part_that_is_open(cell: str) -> None:
    """But for votes: those come before their part is open, as its feedback says what is right."""
    parts = {part.title: {key.question for key in part.questions} for part in PLAN.parts}
    current: set[str] = set()
    seen: set[str] = set()
    for _, act, _, asked in tables(cell):
        if opened := re.search(r"Open ((?:\*[^*]+\*(?: and )?)+)", act):
            current = set().union(*(parts[name] for name in re.findall(r"\*([^*]+)\*", opened[1])))
            seen |= current
        questions = set(re.findall(r"`([a-z-]+)`", asked))
        if re.search(r"\bvote\b", act, re.IGNORECASE):
            assert not questions & seen
        else:
            assert questions <= current


def test_the_numbers_are_those_that_learners_see() -> None:
    """Each question is named with its number, and each range of numbers is what the notebook asks."""
    numbers = {path.name: numbers_in(path) for path in notebook_folder().glob("0*.ipynb")}
    shown = {(number, id) for asked in numbers.values() for id, number in asked.items()}
    for number, id in re.findall(r"(?:(\d\.\d+) )?`([a-z]+(?:-[a-z]+)+)`", TEXT):
        if id in QUESTIONS:
            assert (number, id) in shown
    (table,) = (found.source for found in GUIDE.cells if found.id == "parts")
    for name, asked in re.findall(r"\(([^)]+\.ipynb)\) \| \d+ \| ([\d.]+(?: to [\d.]+)?) \|", table):
        known = list(numbers.pop(name).values())
        assert asked == (known[0] if len(known) == 1 else f"{known[0]} to {known[-1]}")
    assert not any(numbers.values())  # in review, no question has a number of its own


def test_nothing_on_the_wall_gives_an_answer_away() -> None:
    """The class sees the text, a picture without words and, when all have answered, one with words."""
    wall = nbformat.read(notebook_folder() / "wall.ipynb", as_version=4)
    code = [cell.source for cell in wall.cells if cell.cell_type == "code"]
    words = "\n".join(cell.source for cell in wall.cells if cell.cell_type == "markdown")
    assert "words=False" in code[0]
    assert not re.search(r"[\"'`]", "".join(code))  # no event is chosen, nobody named
    assert not re.search(r"`|\b\d{1,2}\b|[a-z]\d\.\d", words.replace("Ctrl and +", ""))
    for question in QUESTIONS.values():
        right = str(KINDS[question.kind].in_words(form(question), solution(question)))
        for text in {*re.findall(r"'([^']{12,})'", right), question.prompt}:
            assert text not in words
    assert not any(record.title in words for record in CASE.events)
    assert not any(actor.name in words for actor in CASE.actors)


def test_the_example_of_an_interval_is_right() -> None:
    """Twelve of twenty: between four and eight of ten."""
    found = mean_share([1.0] * 12 + [0.0] * 8)
    assert found
    assert (round(found.low * 10), round(found.high * 10)) == (4, 8)
