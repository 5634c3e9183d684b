"""Choosing several options and matching: credit by what is right, less what is wrong."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz import Outcome, check
from coupquiz.keys.options import ChoiceQuestion
from coupquiz.kinds.check import solution
from coupquiz.kinds.match.question import Match
from tests.cases import SMALL
from tests.unit.coupquiz.asked import LONDON, QUESTIONS, read

SEVERAL = [
    question for question in QUESTIONS if isinstance(question, ChoiceQuestion) and question.kind == "multiple"
]
SIGNS = [("plus", "+"), ("minus", "−")]
MATCHES = [question for question in QUESTIONS if isinstance(question, Match)]


@pytest.mark.parametrize("question", SEVERAL, ids=lambda question: question.id)
def test_what_is_chosen_scores_right_ones_less_wrong_ones(question: ChoiceQuestion) -> None:
    """Every choice there is: over the number of right ones, never below 0, and all right alone is correct."""
    right = {option.id for option in question.options if option.right}
    ids = [option.id for option in question.options]
    for size in range(1, len(ids) + 1):
        for chosen in combinations(ids, size):
            verdict = check(question, list(chosen))
            wrong = len(set(chosen) - right)
            assert verdict.score == max(0.0, (len(right & set(chosen)) - wrong) / len(right))
            assert (verdict.outcome is Outcome.CORRECT) == (set(chosen) == right)
            assert [part.id for part in verdict.parts] == [id for id in ids if id in chosen]
            assert [part.right for part in verdict.parts] == [id in right for id in ids if id in chosen]


@pytest.mark.parametrize("question", SEVERAL, ids=lambda question: question.id)
def test_one_more_that_is_right_never_scores_less(question: ChoiceQuestion) -> None:
    """Nor does one less that is wrong; so choosing everything gains nothing over choosing well."""
    for size in range(len(question.options)):
        for others in combinations(question.options, size):
            chosen = [option.id for option in others]
            for option in question.options:
                more, less = check(question, [*chosen, option.id]).score, check(question, chosen).score
                if option.id not in chosen:
                    assert more >= less if option.right else more <= less


@pytest.mark.slow
@given(st.sampled_from(MATCHES), st.data())
def test_one_more_pair_that_is_right_never_scores_less(question: Match, data: st.DataObject) -> None:
    """The score is the share of pairs that are right, whatever the others are."""
    targets = st.sampled_from([target.id for target in question.targets]) | st.just("nothing")
    choices = st.sampled_from([pair.choice.id for pair in question.pairs])
    answer = data.draw(st.dictionaries(choices, targets))
    right = [pair for pair in question.pairs if answer.get(pair.choice.id) in pair.right]
    verdict = check(question, answer)
    assert verdict.score == len(right) / len(question.pairs)
    assert {part.id for part in verdict.parts if part.right} == {pair.choice.id for pair in right}
    for pair in question.pairs:
        better = answer | {pair.choice.id: pair.right[0]}
        assert check(question, better).score >= verdict.score


def test_targets_without_letters_are_told_apart() -> None:
    """Signs and numbers can be matched like words; a choice without an answer matches none of them."""
    pairs = [
        {"id": id, "left": id, "right": sign, "cites": ["s1.1"], "feedback": f"{id}!"} for id, sign in SIGNS
    ]
    question = read(SMALL, kind="match", pair=pairs, others=[{"text": "?"}])
    assert check(question, dict(SIGNS)).score == 1
    assert check(question, {"plus": "+"}).score == 0.5
    assert check(question, {"minus": ""}).outcome is Outcome.UNANSWERED


def test_what_holds_is_right_even_where_another_is_meant() -> None:
    """The street lies in the City: what happened in the one happened in the other."""
    question = LONDON.question("where-was-what")
    assert solution(question) == {"bakery-burns": "pudding-lane", "fire-spreads": "london"}
    assert check(question, {"bakery-burns": "london", "fire-spreads": "london"}).score == 1
    assert check(question, {"bakery-burns": "london", "fire-spreads": "pudding-lane"}).score == 0.5


@pytest.mark.parametrize(
    ("id", "choice", "target", "feedback"),
    [
        ("who-did-what", "camp", "hubert", "Watchmaker who confessed"),
        ("who-did-what", "camp", "the-king", "“The King” goes with none of them."),
        (
            "when-was-what",
            "bakery-burns",
            "2-6-september-1666",
            "“2–6 September 1666” goes with “The fire",
        ),
        ("where-was-what", "bakery-burns", "moorfields", "Open fields"),
        ("words", "law", "head-of-the-city", "“head of the City” goes with “Lord Mayor”. He governed"),
    ],
)
def test_what_a_wrong_pair_would_mean_is_said(id: str, choice: str, target: str, feedback: str) -> None:
    """The target speaks: who that is, what happened then, where it belongs, or that it belongs nowhere."""
    verdict = check(LONDON.question(id), {choice: target})
    assert verdict.outcome is Outcome.INCORRECT
    assert verdict.parts[0].feedback.startswith(feedback)
    assert "no answer yet" in verdict.feedback
