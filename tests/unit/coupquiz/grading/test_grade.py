"""The function that turns answers into marks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coupdata
from coupquiz import Question, check
from coupquiz.banks.bank import Bank
from coupquiz.grading.answer_key import AnswerKey, Item, asked
from coupquiz.grading.concern import Concern
from coupquiz.grading.grade import grade
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import solution
from tests.unit.coupquiz.asked import JUNK, QUESTIONS, answers, each
from tests.unit.coupquiz.grading.school import KEY, RIGHT

POINTS = 7.0


def key(*questions: Question) -> AnswerKey:
    """A key with these questions."""
    items = tuple(Item(question, POINTS) for question in questions)
    return AnswerKey("t", "T", Bank("b", "B", questions), coupdata.load(), items, "", len(items))


@each()
def test_points_are_the_share_of_the_points_that_the_score_is(question: Question) -> None:
    """For the key, for every mistake, and for nothing."""
    given = [solution(question), *KINDS[question.kind].mistakes(question), None]
    for answer in given:
        (mark,) = grade(key(question), {question.id: answer}, "s").marks
        verdict = check(question, answer)
        assert mark.verdict == verdict
        assert mark.points == (None if verdict.outcome == "unscored" else POINTS * verdict.score)


@pytest.mark.slow
@each()
@settings(max_examples=10)
@given(st.data())
def test_no_answer_raises_or_gets_more_than_there_is(question: Question, data: st.DataObject) -> None:
    """Whatever it is."""
    (mark,) = grade(key(question), {question.id: data.draw(answers(question))}, "s").marks
    assert mark.points is None or 0 <= mark.points <= POINTS


@given(JUNK)
def test_what_is_no_dictionary_of_answers_gets_nothing(junk: object) -> None:
    """And does not raise."""
    result = grade(KEY, junk, "s")
    assert result.points == 0
    assert len(result.marks) == len(KEY.items)


def test_own_words_wait_for_a_teacher() -> None:
    """They count neither in the points nor in the most there are; nothing written is nothing."""
    result = grade(KEY, {**RIGHT, "why-it-failed": "Few came."}, "s")
    assert (result.points, result.most) == (20, 20)
    (mark,) = (mark for mark in result.marks if mark.points is None)
    assert mark.item.question.id == "why-it-failed"
    assert grade(KEY, RIGHT, "s").marks[-1].points == 0


def test_answers_to_unknown_questions_are_flagged() -> None:
    """They count nothing, and a long list of them is cut."""
    result = grade(KEY, {**RIGHT, **{f"x{number}": "college" for number in range(1000)}}, "s")
    (flag,) = result.flags
    assert flag.code == Concern.UNKNOWN
    assert "x0" in flag.what
    assert "995 more" in flag.what
    assert result.points == 20


@pytest.mark.parametrize(
    ("id", "answer", "flagged"),
    [
        ("night", "the night after May Day", True),
        ("night", "  ", False),
        ("first-aim", "an-option-that-was", True),
        ("first-aim", "", False),
        ("first-of-may", ["gone"], True),
        ("first-of-may", [], False),
        ("general-and-order", {"measure": "", "name": " "}, False),
        ("general-and-order", {"gone": "mobilisation"}, True),
        ("who-did-it", 7, True),
    ],
)
def test_an_answer_that_cannot_be_read_is_flagged(id: str, answer: object, flagged: bool) -> None:
    """It gets no points, but somebody meant something by it; a blank that nobody filled in says nothing."""
    result = grade(KEY, {**RIGHT, id: answer}, "s")
    (mark,) = (mark for mark in result.marks if mark.item.question.id == id)
    assert mark.points == 0
    assert mark.is_unreadable == flagged
    said = [(flag.code, id in flag.what) for flag in result.flags]
    assert said == [(Concern.UNREADABLE, True)] * flagged


def test_ids_that_cannot_be_shown_are_escaped() -> None:
    """So that a table and a page have one plain line."""
    (flag,) = grade(KEY, {"a\n\x00b\u202e" + "x" * 10_000: 1}, "s").flags
    assert flag.what.isprintable()
    assert len(flag.what) < 200


def test_answers_to_questions_of_other_students_are_flagged() -> None:
    """Where questions are drawn, only those that were drawn count."""
    drawn = replace(KEY, draw=4)
    result = grade(drawn, RIGHT, "s")
    ids = {item.question.id for item in asked(drawn, "s")}
    assert {mark.item.question.id for mark in result.marks} == ids
    (flag,) = result.flags
    assert flag.code == Concern.NOT_ASKED
    assert all((id in flag.what) == (id not in ids) for id in list(RIGHT)[:3])


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.renamed], ids=lambda q: q.id)
def test_an_answer_under_a_former_id_counts(question: Question) -> None:
    """Unless there is one under the present id."""
    (former, *_) = question.renamed
    right, (wrong, *_) = solution(question), KINDS[question.kind].mistakes(question)
    assert grade(key(question), {former: right}, "s").points == POINTS
    assert grade(key(question), {former: right, question.id: wrong}, "s").points < POINTS
    assert not grade(key(question), {former: right}, "s").flags


def test_the_order_of_answers_changes_nothing() -> None:
    """The same answers, the same result."""
    backwards = dict(reversed(RIGHT.items()))
    assert grade(KEY, RIGHT, "s") == grade(KEY, backwards, "s")


def test_questions_that_only_answers_tell_stand_as_in_the_notebook() -> None:
    """Own words come last, wherever they stand in the key: so the numbers on the page are the notebook's."""
    first, *others = KEY.scored
    own = [item for item in KEY.items if not item.question.scored]
    drawn = replace(KEY, draw=2, items=(first, *own, *others))
    asked_of_s = {item.question.id for item in asked(drawn, "s")}
    answered = [item for item in drawn.scored if item.question.id not in asked_of_s][:2]
    result = grade(drawn, {item.question.id: RIGHT[item.question.id] for item in answered}, "s")
    assert [mark.item for mark in result.marks] == [*answered, *own]
