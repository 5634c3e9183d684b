"""Practice and exam: what is kept of an attempt, and what help costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz import Outcome, Verdict
from coupquiz.core.behaviour import Attempt, Behaviour, answered, checked, hinted, revealed, ticked


def verdict(score: float, outcome: Outcome | None = None) -> Verdict:
    """A verdict with this score."""
    by_score = Outcome.CORRECT if score == 1 else Outcome.PARTLY if score else Outcome.INCORRECT
    return Verdict(outcome or by_score, score, "So it is.", (), "")


RIGHT, HALF, WRONG = verdict(1.0), verdict(0.5), verdict(0.0)


@pytest.mark.parametrize(("hints", "best"), [(0, 1.0), (1, 0.75), (2, 0.5), (3, 0.25), (4, 0.0), (9, 0.0)])
def test_each_hint_costs_a_quarter(hints: int, best: float) -> None:
    """Of the credit for what is answered after it, never more than all."""
    attempt = Attempt()
    for _ in range(hints):
        attempt = hinted(attempt)
    assert attempt.credit == best
    assert checked(attempt, RIGHT).best == best
    assert checked(attempt, RIGHT).solved


def test_help_takes_nothing_from_what_was_scored_before() -> None:
    """Whoever has solved it may look at hints and solution."""
    attempt = revealed(hinted(checked(Attempt(), RIGHT)))
    assert attempt.best == 1.0
    assert attempt.credit == 0.0
    assert checked(attempt, WRONG).best == 1.0
    assert checked(attempt, WRONG).solved


def test_after_the_solution_no_answer_scores() -> None:
    """What was scored before stays."""
    attempt = revealed(checked(Attempt(), HALF))
    assert checked(attempt, RIGHT) == Attempt(tries=2, solved=True, best=0.5, shown=True, checked=True)


def test_no_answer_is_no_try() -> None:
    """Checked too early, an attempt stays as it was."""
    attempt = Attempt(answer="x", tries=1)
    assert checked(attempt, verdict(0.0, Outcome.UNANSWERED)) == attempt


def test_own_words_are_done_when_they_are_given() -> None:
    """They score nothing and are solved."""
    assert checked(Attempt(), verdict(0.0, Outcome.UNSCORED)) == Attempt(tries=1, solved=True, checked=True)


def test_a_new_answer_is_not_checked_yet() -> None:
    """Nothing else changes: as in an exam, where the answer is all that is kept."""
    attempt = checked(Attempt(answer=["b"]), HALF)
    assert attempt.checked
    assert answered(attempt, ["a"]) == Attempt(answer=["a"], tries=1, best=0.5)


def test_what_the_learner_ticked_is_kept() -> None:
    """It scores nothing."""
    assert ticked(Attempt(), ("1", "3")) == Attempt(ticked=("1", "3"))


def test_behaviours_are_told_by_their_names() -> None:
    """As a notebook writes them."""
    assert Behaviour("practice") is Behaviour.PRACTICE
    assert Behaviour("exam") is Behaviour.EXAM


steps = st.lists(
    st.one_of(
        st.sampled_from([RIGHT, HALF, WRONG]).map(lambda said: lambda attempt: checked(attempt, said)),
        st.just(hinted),
        st.just(revealed),
        st.text().map(lambda text: lambda attempt: answered(attempt, text)),
    )
)


@given(steps)
def test_the_best_score_never_falls_and_never_exceeds_one(done: list) -> None:
    """Whatever is done in whatever order; nor does what is solved come undone."""
    attempt = Attempt()
    for step in done:
        before, attempt = attempt, step(attempt)
        assert 0 <= before.best <= attempt.best <= 1
        assert attempt.best - before.best <= before.credit
        assert attempt.solved >= before.solved
        assert attempt.tries - before.tries in (0, 1)
