"""What the numbers of two votes say: against values worked out by hand, and against published ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz.report.votes.peer_instruction import NextStep, in_words, normalised_gain, share_right, shift


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(8, 10, 0.490, 0.943), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (50, 100, 0.404, 0.596)],
)
def test_the_interval_is_wilsons(right, of, low, high) -> None:
    """Worked out by hand from the formula."""
    share = share_right(right, of)
    assert (round(share.low, 3), round(share.high, 3)) == (low, high)


@pytest.mark.parametrize(
    ("right", "of", "advice"),
    [
        (34, 100, NextStep.EXPLAIN),
        (35, 100, NextStep.DISCUSS),
        (70, 100, NextStep.DISCUSS),
        (71, 100, NextStep.GO_ON),
        (0, 1, NextStep.EXPLAIN),
        (7, 20, NextStep.DISCUSS),
        (14, 20, NextStep.DISCUSS),
    ],
)
def test_the_advice_follows_the_share(right, of, advice) -> None:
    """35 and 70 % themselves are for talking."""
    share = share_right(right, of)
    assert share.advice is advice
    assert in_words(share, again=False)
    assert in_words(share, again=True)


def test_a_small_class_is_told_that_it_is_a_close_call() -> None:
    """Six of ten may be anything; 520 of 1000 are not."""
    assert "so few votes it is a close call" in in_words(share_right(6, 10), again=False)
    assert "close call" not in in_words(share_right(520, 1000), again=False)
    large = in_words(share_right(205, 300), again=False)
    assert "close call" in large
    assert "few" not in large


def test_after_the_second_vote_no_other_is_advised() -> None:
    """As a question is voted on twice at most."""
    for right in (0, 5, 10):
        assert "vote" not in in_words(share_right(right, 100), again=True).replace("so few votes", "")
        assert "vote" not in in_words(share_right(right * 10, 100), again=True)


def test_without_votes_there_is_no_share() -> None:
    """Nothing divided by nothing is not nothing."""
    assert share_right(0, 0) is None


def test_the_shift_counts_those_who_voted_twice() -> None:
    """Who came late or left is in neither row nor column."""
    first = {1: "a", 2: "a", 3: "b", 4: "c", 5: "a"}
    second = {1: "b", 2: "b", 3: "b", 4: "b", 6: "a"}
    assert shift(first, second) == {("a", "b"): 2, ("b", "b"): 1, ("c", "b"): 1}


def test_the_gain_is_hakes() -> None:
    """Half of those who were wrong are right: 0.5."""
    pairs = [(True, True)] * 4 + [(False, True)] * 3 + [(False, False)] * 3
    gain = normalised_gain(pairs)
    assert gain.gain == pytest.approx(0.5)  # of 6 who were wrong, 3 are right
    low, high = gain.bounds
    assert low < 0.5 < high
    assert gain.seats == 10
    assert normalised_gain(pairs) == gain
    assert normalised_gain([(True, True)] * 5) is None
    assert normalised_gain([]) is None


def test_a_loss_is_a_share_of_what_was_right() -> None:
    """The normalised change of Marx and Cummings: of 29 who were right one is not any more."""
    pairs = [(True, True)] * 28 + [(True, False), (False, False)]
    gain = normalised_gain(pairs)
    assert gain.gain == pytest.approx(-1 / 29)
    low, high = gain.bounds
    assert -0.2 < low < high == 0
    assert normalised_gain([(True, False), (False, False)]).gain == -1.0
    assert normalised_gain([(True, True), (True, False)]).gain == -0.5
    assert normalised_gain([(True, False), (False, True)]).gain == 0.0


def test_where_all_moved_alike_there_is_no_interval() -> None:
    """Three of three are no proof that all others would have moved, too."""
    gain = normalised_gain([(False, True)] * 3)
    assert (gain.gain, gain.bounds, gain.seats) == (1.0, None, 3)


def test_draws_in_which_nobody_was_wrong_count() -> None:
    """They were left out: then five who were right already would have made the one who moved a sure thing."""
    gain = normalised_gain([(True, True)] * 5 + [(False, True)])
    assert gain.gain == 1.0
    assert gain.bounds == (0.0, 1.0)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=60))
def test_an_interval_holds_its_gain_and_is_never_more_than_all(pairs) -> None:
    """Whatever the class."""
    gain = normalised_gain(pairs)
    if gain:
        low, high = gain.bounds or (gain.gain, gain.gain)
        assert -1 <= low <= high <= 1
        assert -1 <= gain.gain <= 1
