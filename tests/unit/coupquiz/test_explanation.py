"""Why an answer is so, in the learner's own words: asked for before the feedback, kept, and never scored."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coupquiz import Quiz
from coupquiz.answers.file_format import Record, RecordKey, parse
from coupquiz.answers.store import Answers
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.core.behaviour import EXPLANATION_LIMIT, Attempt, Behaviour
from coupquiz.core.tries import Try
from coupquiz.grading.answer_key import key_of_bank
from coupquiz.grading.grade import grade
from coupquiz.grading.student_page import Pages
from coupquiz.kinds.check import check
from coupquiz.notebook.question_widget import QuestionWidget
from coupquiz.report.analysis import Analysis, analyse
from coupquiz.report.class_submissions import GradedSubmission
from coupquiz.report.explanations import explanations
from coupquiz.report.page.report_page import page
from tests.cases import HOSTILE
from tests.markup import Markup
from tests.unit.coupquiz.unscored import CASE, WEEK, asked, attempts, graded, steps, wrong_and_right

QUESTION = WEEK.question("what-they-knew")
WRONG, RIGHT = wrong_and_right(QUESTION)
KEY = RecordKey(WEEK.id, QUESTION.id)
WHY = "He happened to be there."
NOW = datetime(2020, 5, 3, tzinfo=UTC)


def send(bank: AskedBank, act: str = "check", **message: object) -> dict[str, Any]:
    """Send what a page with room for an explanation does, and return what is shown then."""
    return {**bank.receive({"question": QUESTION.id, "act": act, "explanation": "", **message})[QUESTION.id]}


def kept(folder: Path) -> Record:
    """What is on disk."""
    return Answers(folder, "n").read()[KEY]


def words(state: Mapping[str, Any]) -> str:
    """What is said to the answer, as text."""

    def text(said: Any) -> str:
        return said if isinstance(said, str) else " ".join(map(text, said[2:]))

    return text(state["said"])


def test_a_check_without_a_line_asks_for_one_once(tmp_path: Path) -> None:
    """And tries nothing; the next press is as any other, whether there is a line by then or not."""
    bank = asked(tmp_path)
    state = send(bank, answer=WRONG)
    assert state["unexplained"]
    assert "why is that so?" in words(state)
    assert check(QUESTION, WRONG).feedback not in words(state)
    assert (state["marks"], state["cites"], kept(tmp_path).log) == ({}, [], ())
    assert not send(bank, "answer", answer=WRONG)["said"]
    state = send(bank, answer=WRONG)
    assert not state["unexplained"]
    assert check(QUESTION, WRONG).feedback in words(state)
    assert "Your explanation" not in words(state)
    assert check(QUESTION, RIGHT).feedback in words(send(bank, answer=RIGHT))
    assert [tried.explanation for tried in kept(tmp_path).log] == ["", ""]


def test_a_line_stands_beside_the_sentences_then(tmp_path: Path) -> None:
    """At the first press, and after a restart, too; another answer needs another line."""
    bank = asked(tmp_path)
    state = send(bank, answer=WRONG, explanation=f"  {WHY}\n")
    assert check(QUESTION, WRONG).feedback in words(state)
    sentence = CASE.sentence(QUESTION.cites[0]).text
    before, line, after = (words(state).index(part) for part in ("Your explanation", WHY, sentence))
    assert before < line < after
    assert words(state).count(sentence) == 1
    again = asked(tmp_path).state(QUESTION.id)
    assert (again["said"], again["explanation"].strip()) == (state["said"], WHY)
    assert [tried.explanation for tried in kept(tmp_path).log] == [WHY]
    other = asked(tmp_path).receive({"question": QUESTION.id, "act": "answer", "answer": RIGHT})
    assert (other[QUESTION.id]["explanation"], kept(tmp_path).attempt.explanation) == ("", "")
    assert kept(tmp_path).log[0].explanation == WHY


def test_a_line_written_after_the_check_stays_with_another_answer(tmp_path: Path) -> None:
    """Only what the last try has goes: no word is lost, whether the answer is changed at once or later."""
    bank = asked(tmp_path)
    send(bank, answer=WRONG, explanation="They saw him.")
    send(bank, "answer", answer=WRONG, explanation=f" {WHY} ")
    other = bank.receive({"question": QUESTION.id, "act": "answer", "answer": RIGHT})
    assert other[QUESTION.id]["explanation"] == f" {WHY} "
    assert kept(tmp_path).attempt.explanation == f" {WHY} "


def test_a_line_is_on_disk_as_it_is_typed(tmp_path: Path) -> None:
    """Also before there is an answer, which takes nothing of it away."""
    bank = asked(tmp_path)
    send(bank, "answer", answer=None, explanation="He ")
    assert asked(tmp_path).state(QUESTION.id)["explanation"] == "He "
    bank.receive({"question": QUESTION.id, "act": "answer", "answer": WRONG})
    assert kept(tmp_path).attempt == Attempt(WRONG, explanation="He ")


def test_it_is_no_longer_than_a_line(tmp_path: Path) -> None:
    """What is more is cut off, and what is no text is none."""
    bank = asked(tmp_path)
    send(bank, answer=WRONG, explanation="a" * (EXPLANATION_LIMIT + 1))
    assert kept(tmp_path).attempt.explanation == kept(tmp_path).log[0].explanation == "a" * EXPLANATION_LIMIT
    for nothing in (None, 7, ["a"], {"a": "b"}):
        send(bank, "answer", answer=RIGHT, explanation=nothing)
    assert kept(tmp_path).attempt.explanation == ""


def test_nobody_is_asked_where_there_is_nothing_to_compare_it_with(tmp_path: Path) -> None:
    """Not without an answer, nor in an exam, with other questions, or after the feedback was seen."""
    bank = asked(tmp_path / "practice")
    assert not send(bank, answer=None)["unexplained"]
    assert bank.explained == {question.id for question in WEEK.questions if question.explain}
    exam = asked(tmp_path / "exam", behaviour=Behaviour.EXAM)
    assert not exam.explained
    assert not send(exam, answer=WRONG, explanation=WHY)["unexplained"]
    assert Answers(tmp_path / "exam", "n").read()[KEY].attempt == Attempt(WRONG)
    bank.receive({"question": QUESTION.id, "act": "check", "answer": WRONG})
    assert not send(asked(tmp_path / "practice"), answer=WRONG)["unexplained"]
    own = replace(WEEK, questions=tuple(replace(question, explain=True) for question in WEEK.questions))
    bank = asked(tmp_path / "own", own)
    assert bank.explained == {id for id, form in bank.forms.items() if form.scored}


def test_only_a_page_with_room_for_a_line_is_asked_for_one(tmp_path: Path) -> None:
    """A notebook's has it for each question that asks, on paper a line; one that takes a value has not."""
    quiz = Quiz("week", notebook="n", folder=tmp_path)
    widget = quiz.ask(QUESTION.id, "where-arrested")
    assert rooms(widget) == 1
    still = widget.still().html()
    assert (still.count("Why? In a line"), still.count('class="line"'), "<textarea" in still) == (1, 1, False)
    assert rooms(Quiz("week", notebook="n", folder=tmp_path, behaviour="exam").ask(QUESTION.id)) == 0
    assert rooms(quiz.check_value(QUESTION.id, ...)) == 0
    assert "Right." in quiz.check_value(QUESTION.id, RIGHT).told


def rooms(widget: QuestionWidget) -> int:
    """How often a page asks why."""
    return str(widget.page).count("Why? In a line")


def test_nothing_in_a_line_becomes_markup(tmp_path: Path) -> None:
    """Neither on the page of the question, nor on the student's, nor in the report."""
    state = send(asked(tmp_path), answer=WRONG, explanation=HOSTILE)
    assert HOSTILE in words(state)  # JsonML, of which text stays text
    analysis = told([Try(NOW, WRONG, 0.0, explanation=HOSTILE)])
    (submission,) = analysis.submissions
    for html in (page(analysis, names=True), Pages(analysis.key).page(submission.result).decode()):
        shown = Markup(html)
        assert HOSTILE in shown.text
        assert not any(name.startswith("on") for _, attributes in shown.elements for name in attributes)


@settings(max_examples=25)
@given(steps(QUESTION, st.sampled_from([WHY, "x", None])))
def test_it_changes_nothing_that_is_scored(steps: list[tuple[str, object, str | None]]) -> None:
    """The attempt is the same whatever is said."""
    silent, said = attempts(QUESTION, "explanation", steps)
    assert silent == said


def test_marks_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    """Whether those who handed in have explained anything, or not; only their own pages quote them."""
    silent, said = graded(tmp_path, explanation=WHY)
    pages = {path for path in said if path.suffix == ".html"}
    assert {path for path in said if silent[path] != said[path]} <= pages
    assert any(WHY.encode() in said[path] for path in pages)


@pytest.mark.parametrize("bad", [7, None, ["a"], "a" * (EXPLANATION_LIMIT + 1)])
def test_a_line_that_cannot_be_one_leaves_the_answer_alone(bad: object) -> None:
    """The file is said to be damaged in part."""
    values = {"format": "coup1920 answers", "version": 2, "learner": "0" * 32}
    record = {"answer": "a", "tries": 1, "at": NOW.isoformat(), "explanation": bad}
    read = parse(json.dumps(values | {"banks": {"week": {QUESTION.id: record}}}).encode())
    assert read.records[KEY].attempt == Attempt("a", tries=1)
    assert read.unread == (f"week/{QUESTION.id}",)


def told(*students: list[Try]) -> Analysis:
    """A class of the lesson's bank that has tried so."""
    key, found = key_of_bank("week"), []
    for number, tries in enumerate(students):
        logs = {QUESTION.id: tuple(tries)}
        result = grade(key, {QUESTION.id: tries[-1].answer}, f"pupil-{number}", logs=logs)
        found.append(GradedSubmission(result, (), logs))
    return analyse(key, found)


def tried(answer: object, explanation: str, hours: int = 0) -> Try:
    """A try that was explained so."""
    score = check(QUESTION, answer).score
    return Try(NOW + timedelta(hours=hours), answer, score, explanation=explanation)


def test_a_students_page_shows_how_the_answer_that_counts_was_explained() -> None:
    """The last time that it was; not how another answer was."""
    tries = [tried(WRONG, "They saw him."), tried(RIGHT, WHY, 1), tried(RIGHT, "", 2)]
    (submission,) = told(tries).submissions
    html = Pages(key_of_bank("week")).page(submission.result).decode()
    assert html.count("Your explanation") == html.count(WHY) == 1
    assert "They saw him." not in html


def test_a_report_lists_explanations_those_of_wrong_answers_first() -> None:
    """The same words once; and without names, only how many they are."""
    analysis = told(
        [tried(RIGHT, "By chance."), tried(RIGHT, "By chance.", 1), tried(RIGHT, "", 2)],
        [tried(WRONG, "They saw him."), tried(RIGHT, WHY, 1)],
    )
    found = explanations(QUESTION, analysis.counted)
    assert [(one.student, one.tried.explanation) for one in found] == [
        ("pupil-1", "They saw him."),
        ("pupil-0", "By chance."),
        ("pupil-1", WHY),
    ]
    named = page(analysis, names=True)
    assert named.index("They saw him.") < named.index("By chance.") < named.index(WHY)
    assert "3 answers were explained." in page(analysis)
    assert "They saw him." not in page(analysis)
