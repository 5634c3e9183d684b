"""Questions that were handed out, asked in a notebook: no key in sight, answers kept by id."""

from __future__ import annotations

import gc
import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from coupquiz import Question, Quiz
from coupquiz.answers.file_format import AnswersError, RecordKey, parse
from coupquiz.banks.bank import Bank
from coupquiz.banks.questions_file import QuestionsError, QuestionsFile, dump, load_questions
from coupquiz.course.assignment_key import questions_of
from coupquiz.course.assignment_notebook import assignment_notebook
from coupquiz.grading.grade import grade
from coupquiz.grading.submission import read_submission
from coupquiz.kinds.check import solution
from coupquiz.notebook.quiz import NotMarkedHereError
from tests.unit.coupquiz.grading.school import KEY, RIGHT
from tests.unit.coupquiz.test_quiz import reachable
from tests.unit.coupquiz.widgets import press

FILE = questions_of(KEY)
DRAWN = replace(KEY, draw=3)


def handed_out(folder: Path, file: QuestionsFile = FILE, **more: str) -> Quiz:
    """A quiz on a file of questions in a folder."""
    (folder / "t.questions.json").write_bytes(dump(file))
    return Quiz("t.questions.json", notebook=KEY.id, folder=folder, **more)


def test_a_file_says_what_was_written(tmp_path: Path) -> None:
    """Every form, and who gets which."""
    (tmp_path / "t.questions.json").write_bytes(dump(FILE))
    assert load_questions(tmp_path / "t.questions.json") == FILE


def test_what_was_handed_out_is_an_exam(tmp_path: Path) -> None:
    """By itself; practice is impossible, and said to be."""
    assert str(handed_out(tmp_path).behaviour) == "exam"
    with pytest.raises(ValueError, match="no keys"):
        handed_out(tmp_path, behaviour="practice")


@pytest.mark.slow
def test_no_key_is_anywhere(tmp_path: Path) -> None:
    """Nothing that can be reached from the quiz or its widgets is a question or a bank."""
    quiz = handed_out(tmp_path)
    gc.collect()
    found = list(reachable(quiz, quiz.ask("night"), quiz.summary()))
    assert not [one for one in found if isinstance(one, Question | Bank)]


def test_answers_are_marked_as_they_were_clicked(tmp_path: Path) -> None:
    """From the page to the marks: what is right is right, whichever variant was asked."""
    quiz = handed_out(tmp_path, seed="student-07")
    widget = quiz.ask(*RIGHT)
    for id, answer in RIGHT.items():
        assert press(widget, "answer", id, answer=answer)["kept"] == "Recorded"
    assert quiz.answers == RIGHT
    handed = read_submission(tmp_path, KEY)
    assert not handed.flags
    assert grade(KEY, handed.answers, "somebody").points == 20


def test_neighbours_see_other_orders(tmp_path: Path) -> None:
    """By their names, and the same again for the same name."""
    pages = [
        json.dumps(handed_out(tmp_path, seed=name).ask("first-of-may").page)
        for name in ("anna", "ben", "carl", "anna")
    ]
    assert len(set(pages)) == 3
    assert pages[0] == pages[3]


def test_a_number_asks_a_question_that_was_drawn(tmp_path: Path) -> None:
    """Of the student's own; others cannot be asked, own words always can."""
    quiz = handed_out(tmp_path, questions_of(DRAWN), seed="anna")
    widget = quiz.ask(1, 2, 3, "why-it-failed")
    ids = list(widget.states)
    assert len(ids) == 4
    for number in (0, 4, "first-aim" if "first-aim" not in ids else "night"):
        assert not quiz.ask(number).states
    for id in ids[:3]:
        press(widget, "answer", id, answer=RIGHT[id])
    handed = read_submission(tmp_path, DRAWN)
    result = grade(DRAWN, handed.answers, "anna", handed.drawn_for)
    assert [mark.item.question.id for mark in result.marks] == ids
    assert all(mark.points == mark.item.points for mark in result.marks if mark.item.question.scored)
    assert not result.flags


@pytest.mark.parametrize("draw", [3, len(KEY.scored)])
def test_every_place_gives_a_question_the_same_number(tmp_path: Path, draw: int) -> None:
    """In notebook, questions, summary and marks; wherever own words stand in the key."""
    own = [item for item in KEY.items if not item.question.scored]
    key = replace(KEY, draw=draw, items=(*own, *KEY.scored))
    quiz = handed_out(tmp_path, questions_of(key), seed="anna")
    result = grade(key, {}, "anna")
    shown = str(quiz.summary().page)
    for number, mark in enumerate(result.marks, 1):
        id = mark.item.question.id
        assert f"'{number}'" in str(quiz.ask(id).page)
        assert f"'{number}'" in shown.partition(f"#coup-{key.bank.id}-{id}")[2].partition("]")[0]
    notebook = nbformat.reads(assignment_notebook(key).decode(), as_version=4)
    headings = [cell.source for cell in notebook.cells if cell.source.startswith("## Question ")]
    assert len(headings) == len(result.marks)
    places = [n for n, mark in enumerate(result.marks, 1) if not mark.item.question.scored]
    asking = [cell.source for cell in notebook.cells if "quiz.ask(" in cell.source]
    assert [n for n, source in enumerate(asking, 1) if f'"{own[0].question.id}"' in source] == places


@pytest.mark.slow
def test_a_file_that_moves_keeps_its_questions(tmp_path: Path) -> None:
    """At home a student has another name, but the questions that were begun stay; the teacher is told."""
    at_school = handed_out(tmp_path, questions_of(DRAWN), seed="anna")
    widget = at_school.ask(1, 2, 3)
    first, *_ = widget.states
    press(widget, "answer", first, answer=RIGHT[first])
    assert parse((tmp_path / f"{KEY.id}.answers.json").read_bytes()).drawn_for == "anna"
    del at_school, widget
    gc.collect()
    for other in ("mum", "ben", "dell"):
        at_home = handed_out(tmp_path, questions_of(DRAWN), seed=other).ask(1, 2, 3)
        assert first in at_home.states
    handed = read_submission(tmp_path, DRAWN)
    result = grade(DRAWN, handed.answers, "Anna A.", handed.drawn_for)
    assert {mark.item.question.id: mark.points for mark in result.marks}[first] == next(
        item.points for item in DRAWN.items if item.question.id == first
    )
    assert [flag.code for flag in result.flags] == ["drawn for another name"]


@pytest.mark.slow
def test_who_has_no_name_is_known_by_the_answers_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a browser: each folder has questions and an order of its own, and they stay."""
    monkeypatch.setattr("coupquiz.notebook.quiz.student_name", lambda: "")
    drawn, orders = set(), set()
    for number in range(8):
        folder = tmp_path / str(number)
        folder.mkdir()
        widget = handed_out(folder, questions_of(DRAWN)).ask(1, 2, 3)
        asked = tuple(widget.states)
        for id in asked:
            press(widget, "answer", id, answer=RIGHT[id])
        del widget
        gc.collect()
        assert tuple(handed_out(folder, questions_of(DRAWN)).ask(1, 2, 3).states) == asked
        handed = read_submission(folder, DRAWN)
        result = grade(DRAWN, handed.answers, "anna", handed.drawn_for)
        assert all(mark.points == mark.item.points for mark in result.marks if mark.item.question.scored)
        drawn.add(asked)
        gc.collect()
        orders.add(json.dumps(handed_out(folder).ask("first-of-may").page))
    assert len(drawn) > 1
    assert len(orders) > 1


def test_where_all_are_asked_the_same_no_name_is_written(tmp_path: Path) -> None:
    """A name that nobody needs is kept nowhere."""
    press(handed_out(tmp_path, seed="anna").ask("night"), "answer", "night", answer="May 1920")
    assert b"anna" not in (tmp_path / f"{KEY.id}.answers.json").read_bytes()


def test_answers_that_cannot_be_saved_can_be_copied(tmp_path: Path) -> None:
    """As a literal that the cell for them takes."""
    folder = tmp_path / "gone"
    folder.mkdir()
    quiz = handed_out(folder)
    widget = quiz.ask("night", "first-aim")
    (folder / "t.questions.json").unlink()
    folder.rmdir()
    press(widget, "answer", "night", answer="May 1920")
    assert quiz.answers == {"night": "May 1920"}


def test_run_by_nbgrader_a_question_is_worth_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A course whose configuration was forgotten gives nobody points for cells that did not fail."""
    quiz = handed_out(tmp_path)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with pytest.raises(NotMarkedHereError, match=r"configure\(c\)"):
        quiz.ask("night")


def test_validate_hears_what_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every question without an answer, to stderr, and nothing of right and wrong."""
    quiz = handed_out(tmp_path)
    widget = quiz.ask(*RIGHT)
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    for id in list(RIGHT)[1:]:
        press(widget, "answer", id, answer=solution(KEY.bank.question(id)))
    quiz.summary()
    assert capsys.readouterr().err.splitlines() == ["Not answered yet:", f"- 1 {FILE.forms[0].prompt}"]
    press(widget, "answer", "first-aim", answer="station")
    quiz.summary()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no"),
        (b"", "not valid JSON"),
        (b"[]", "not made by this lesson"),
        (dump(FILE).replace(b'"version": 2', b'"version": 3'), "newer version"),
        (
            dump(FILE).replace(b'"kind": "date"', b'"kind": "guess"'),
            "this version of the lesson does not know",
        ),
        (dump(FILE).replace(b'"year": 1920', b'"year": "1920"'), "missing"),
        (dump(FILE).replace(b'"choices": []', b'"choices": 7'), "not the form"),
        (b"[" * 100_000, "nested"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_do(tmp_path: Path, content: bytes | None, said: str) -> None:
    """In a sentence for the student."""
    if content is not None:
        (tmp_path / "t.questions.json").write_bytes(content)
    with pytest.raises(QuestionsError, match="etch the whole assignment folder again") as error:
        Quiz("t.questions.json", notebook="t", folder=tmp_path)
    assert said in str(error.value)
    if content is None:
        assert str(tmp_path) in str(error.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder in which something runs")
@pytest.mark.parametrize("bank", ["t.questions.json", "week"])
@pytest.mark.parametrize("anew", [True, False])
def test_a_folder_that_was_replaced_under_a_notebook_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bank: str, anew: bool
) -> None:
    """As when the assignment is fetched again while it is open; it says what to do."""
    folder = tmp_path / "may-test"

    def fetch() -> None:
        folder.mkdir()
        (folder / "t.questions.json").write_bytes(dump(FILE))

    fetch()
    monkeypatch.chdir(folder)
    Quiz(bank, notebook=KEY.id)
    shutil.rmtree(folder)
    if anew:
        fetch()
    with pytest.raises(AnswersError, match="deleted or replaced while the notebook was open") as error:
        Quiz(bank, notebook=KEY.id)
    assert error.value.__cause__ is None
    assert "Restart Kernel" in str(error.value)


def test_a_key_of_the_answers_is_the_banks_id(tmp_path: Path) -> None:
    """So that the grader finds them."""
    press(handed_out(tmp_path).ask("night"), "answer", "night", answer="May 1920")
    file = parse((tmp_path / f"{KEY.id}.answers.json").read_bytes())
    assert list(file.records) == [RecordKey(KEY.bank.id, "night")]
