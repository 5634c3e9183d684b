"""What holds for every question of every kind, in every bank."""

import math
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coupdata import Case
from coupquiz import Bank, Outcome, Question, Verdict, check
from coupquiz.core.behaviour import Attempt, answered, checked
from coupquiz.grading.answer_key import AnswerKey, Item
from coupquiz.grading.grade import GradedAnswer
from coupquiz.grading.student_page import Pages
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from coupquiz.pages.feedback import feedback
from tests.cases import SMALL
from tests.unit.coupquiz.asked import LONDON, answers, each, each_of_london, each_with_case


def is_sound(verdict: Verdict) -> bool:
    """Whether score, outcome and parts of a verdict agree."""
    by_score = (
        verdict.outcome is Outcome.CORRECT
        if verdict.score == 1
        else verdict.outcome is Outcome.PARTLY
        if verdict.score
        else verdict.outcome not in (Outcome.CORRECT, Outcome.PARTLY)
    )
    return by_score and type(verdict.score) is float and 0 <= verdict.score <= 1 and bool(verdict.feedback)


def test_every_kind_is_asked() -> None:
    """The small bank has all kinds, so that each is tested whatever the lesson asks."""
    assert {question.kind for question in LONDON.questions} == set(KINDS)


@each()
def test_every_key_is_right(question: Question) -> None:
    """The solution scores 1, leaves no hint to take and says why; own words are not scored."""
    verdict = check(question, solution(question))
    assert is_sound(verdict)
    assert verdict.outcome is (Outcome.CORRECT if question.scored else Outcome.UNSCORED)
    assert verdict.score == float(question.scored)
    assert verdict.hint == ""
    assert all(part.right is not False for part in verdict.parts)


@each()
def test_every_mistake_scores_less(question: Question) -> None:
    """It never scores 1, and leaves a hint to take; that each has feedback of its own, lint sees."""
    mistakes = list(KINDS[question.kind].mistakes(question))
    assert bool(mistakes) == question.scored
    verdicts = [check(question, mistake) for mistake in mistakes]
    assert all(is_sound(verdict) and verdict.score < 1 for verdict in verdicts)
    assert all(verdict.outcome in (Outcome.PARTLY, Outcome.INCORRECT) for verdict in verdicts)
    assert all(verdict.hint == question.hint for verdict in verdicts)


@each_with_case
def test_a_score_that_is_neither_all_nor_nothing_says_how_it_comes_about(
    question: Question, case: Case
) -> None:
    """In one short sentence beside it, in practice and on a student's page; and beside no other score."""
    rule = KINDS[question.kind].credit()
    for answer in (solution(question), *KINDS[question.kind].mistakes(question)):
        verdict = check(question, answer)
        is_partial = 0 < verdict.score < 1
        attempt = checked(answered(Attempt(), answer), verdict)
        shown = feedback(verdict, form(question), attempt, case).html()
        assert (bool(rule) and escape(rule) in shown) is is_partial
        marked = section(question, case, answer, verdict)
        assert (bool(rule) and escape(rule) in marked) is is_partial
    assert rule.count(".") <= 1
    assert len(rule) < 100


def section(question: Question, case: Case, answer: object, verdict: Verdict) -> str:
    """What a student's page says to an answer."""
    item = Item(question, 2)
    key = AnswerKey("t", "T", Bank("b", "B", (question,)), case, (item,), "", 1)
    return Pages(key).section(1, GradedAnswer(item, answer, verdict))


def test_where_a_teacher_has_given_points_no_rule_explains_them() -> None:
    """They are the teacher's."""
    question = next(question for question in LONDON.questions if question.kind == "order")
    answer = next(iter(KINDS["order"].mistakes(question)))
    graded = GradedAnswer(Item(question, 2), answer, check(question, answer), by_hand=1.0)
    key = AnswerKey("t", "T", LONDON, SMALL, (graded.item,), "", 1)
    assert KINDS["order"].credit() not in Pages(key).section(1, graded)


@each_with_case
def test_feedback_cites_the_reading(question: Question, case: Case) -> None:
    """Whatever is cited is there, and the key rests on something; lint sees that it is what settles it."""
    assert check(question, solution(question)).cites
    for answer in (solution(question), *KINDS[question.kind].mistakes(question)):
        verdict = check(question, answer)
        for cite in (*verdict.cites, *(cite for part in verdict.parts for cite in part.cites)):
            assert case.sentence(cite)
    assert all(case.event(id) for id in question.events)


@each()
def test_no_answer_is_no_mistake(question: Question) -> None:
    """Nothing given is not attempted: no score, what to do first, and a hint where there is one."""
    for nothing in (None, "", "  ", [], {}):
        verdict = check(question, nothing)
        assert verdict.outcome is Outcome.UNANSWERED
        assert verdict.score == 0.0
        assert verdict.feedback
        assert verdict.hint == question.hint
        assert not verdict.parts


@pytest.mark.slow
@each_of_london
@settings(max_examples=25)
@given(st.data())
def test_no_answer_raises_or_scores_more_than_it_should(question: Question, data: st.DataObject) -> None:
    """Whatever comes in, what comes out is a verdict that says something."""
    verdict = check(question, data.draw(answers(question)))
    assert is_sound(verdict)


def nested(deep: int) -> list[object]:
    """A list in a list in a list."""
    inner: list[object] = []
    for _ in range(deep):
        inner = [inner]
    return inner


@pytest.fixture(scope="module")
def hostile() -> dict[str, object]:
    """Answers that are huge, deep or odd."""
    return {
        "nested": nested(100_000),
        "nested under ids": {choice: nested(100_000) for choice in ("who", "stuff", "mayor")},
        "long text": "a" * 5_000_000,
        "long list": ["bakery"] * 1_000_000,
        "many ids": [str(number) for number in range(300_000)],
        "many keys": {str(number): "x" for number in range(300_000)},
        "long numbers": "9" * 5_000,
        "not a number": math.nan,
        "infinity": -math.inf,
        "infinities": [math.inf, {"who": math.nan}],
        "half a character": "\ud800",
        "marks without end": "a" + "\u0301" * 100_000,
        "true": True,
    }


@each()
def test_hostile_answers_score_nothing(question: Question, hostile: dict[str, object]) -> None:
    """They are turned down, and quickly."""
    for name, answer in hostile.items():
        verdict = check(question, answer)
        assert is_sound(verdict), name
        assert verdict.score == 0.0, name


@each("single", "claim", "evidence")
def test_only_an_id_is_a_choice(question: Question) -> None:
    """What has the right id in it, or reads like it, is no answer."""
    id = str(solution(question))
    for odd in ([id], {"answer": id}, {id: id}, id.encode(), repr(id), id.upper()):
        assert check(question, odd).outcome is Outcome.UNANSWERED


@each("multiple", "order")
def test_only_a_list_is_a_choice_of_several(question: Question) -> None:
    """Right ids in another form are no answer; said twice, they count once."""
    ids = solution(question)
    assert isinstance(ids, list)
    for odd in (",".join(ids), set(ids), dict.fromkeys(ids), [ids], [{"id": id} for id in ids]):
        assert check(question, odd).outcome is Outcome.UNANSWERED
    assert check(question, [*ids, *ids]) == check(question, ids)
    assert check(question, [None, "nothing", *ids, 1.5]) == check(question, ids)


@each_of_london
@given(st.data())
@settings(max_examples=10)
def test_spaces_around_an_answer_change_nothing(question: Question, data: st.DataObject) -> None:
    """Of texts and texts by id, which are typed."""
    spaces = st.text(" \t\n\u00a0\u2003", max_size=5)
    right = solution(question)
    if isinstance(right, str):
        assert check(question, data.draw(spaces) + right + data.draw(spaces)) == check(question, right)
    if isinstance(right, dict):
        spaced = {id: data.draw(spaces) + text + data.draw(spaces) for id, text in right.items()}
        assert check(question, spaced) == check(question, right)


@each("date")
def test_a_key_does_not_say_how_it_is_read(question: Question) -> None:
    """Below the right date that would say the same twice; a wrong or other form of it is explained."""
    assert "Understood as" not in check(question, solution(question)).feedback
    assert "Understood as" in check(question, "1789").feedback
