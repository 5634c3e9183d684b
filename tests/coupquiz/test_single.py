"""Questions with one right option: every key, every wrong option, every malformed answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz import Outcome, check, load_bank
from coupquiz.kinds.single import Option, Single
from tests.coupquiz.test_bank import BANKS

QUESTIONS = [
    question for bank in BANKS for question in load_bank(bank).questions if isinstance(question, Single)
]
OPTIONS = [(question, option) for question in QUESTIONS for option in question.options]

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.sets(st.integers()),
)


@pytest.mark.parametrize(("question", "option"), OPTIONS, ids=lambda value: value.id)
def test_every_option_gets_its_own_feedback(question: Single, option: Option) -> None:
    """The right one scores 1 and ends the search; a wrong one scores 0, says why, and leads on by a hint."""
    verdict = check(question, option.id)
    assert verdict.outcome is (Outcome.CORRECT if option.right else Outcome.INCORRECT)
    assert verdict.score == (1.0 if option.right else 0.0)
    assert type(verdict.score) is float
    assert verdict.feedback == option.feedback
    assert verdict.cites == option.cites
    assert verdict.hint == ("" if option.right else question.hints[0])
    assert [other.feedback for other in question.options].count(option.feedback) == 1


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_right_option_rests_on_the_sentences_that_settle_the_question(question: Single) -> None:
    """Its feedback cites them, and no wrong option's feedback gives them away."""
    for option in question.options:
        assert (set(question.cites) <= set(option.cites)) == option.right


@given(ANYTHING)
def test_what_is_no_option_counts_as_no_answer(answer: object) -> None:
    """Whatever comes in, nothing raises, nothing scores, and the learner is told to choose."""
    verdict = check(QUESTIONS[0], answer)
    assert verdict.outcome is Outcome.UNANSWERED
    assert verdict.score == 0.0
    assert verdict.feedback
