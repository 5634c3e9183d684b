"""Intervals and correlations, against values that others have published."""

from __future__ import annotations

from math import atanh, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz.report.measures import FEWEST, Estimate, correlation, mean_share

SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=40)

ANSCOMBE = (
    [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0],
    [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
)
"""The first of the quartet (Anscombe 1973, "Graphs in statistical analysis")."""


def found(estimate: Estimate | None) -> Estimate:
    """What is there."""
    assert estimate
    return estimate


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    """The examples of Newcombe (1998, Statistics in Medicine 17: 857-872, table I, method 3)."""
    estimate = found(mean_share([1.0] * right + [0.0] * (of - right)))
    assert estimate.value == pytest.approx(right / of)
    assert (round(estimate.low, 4), round(estimate.high, 4)) == (low, high)
    assert estimate.count == of


def test_of_one_student_little_can_be_said() -> None:
    """One right answer of one: anything from a fifth up, as the formula gives: 1 / (1 + 1.96 ** 2)."""
    estimate = found(mean_share([1.0]))
    assert (estimate.value, estimate.high) == (1, 1)
    assert estimate.low == pytest.approx(1 / (1 + 1.959964**2), abs=1e-6)


def test_of_nobody_nothing_can_be_said() -> None:
    """No mean of none."""
    assert mean_share([]) is None


@given(SHARES)
def test_the_interval_holds_the_mean_and_stays_within_bounds(shares: list[float]) -> None:
    """Whatever the shares are."""
    estimate = found(mean_share(shares))
    assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1
    assert estimate.low < estimate.high


@given(SHARES)
def test_partial_credit_never_varies_more_than_right_and_wrong(shares: list[float]) -> None:
    """On which the interval for partial credit rests: the variance is at most mean * (1 - mean)."""
    mean = sum(shares) / len(shares)
    variance = sum((share - mean) ** 2 for share in shares) / len(shares)
    assert variance <= mean * (1 - mean) + 1e-9


def test_more_students_say_more() -> None:
    """The same share of ten times as many lies in a narrower interval."""
    few, many = found(mean_share([1, 0, 0.5])), found(mean_share([1, 0, 0.5] * 10))
    assert many.high - many.low < few.high - few.low


def test_the_correlation_and_its_interval_are_those_of_textbooks() -> None:
    """As R's cor.test gives them for Anscombe's first pair: 0.8164205, from 0.4243912 to 0.9506933."""
    estimate = found(correlation(*ANSCOMBE))
    assert estimate.value == pytest.approx(0.8164205, abs=1e-7)
    assert estimate.low == pytest.approx(0.4243912, abs=1e-7)
    assert estimate.high == pytest.approx(0.9506933, abs=1e-7)


def test_the_point_biserial_one_worked_out_by_hand() -> None:
    """Five right, five wrong; products sum to 1.5, squares to 2.5 and 1.5, so r is the root of 0.6."""
    item = [1.0] * 5 + [0.0] * 5
    rest = [1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0, 0, 0]
    estimate = found(correlation(item, rest))
    assert estimate.value == pytest.approx(sqrt(0.6))
    half = 1.959964 / sqrt(7)
    assert atanh(estimate.high) - atanh(estimate.value) == pytest.approx(half, abs=1e-5)
    assert atanh(estimate.value) - atanh(estimate.low) == pytest.approx(half, abs=1e-5)


@pytest.mark.parametrize("sign", [1, -1])
def test_what_goes_together_without_exception_is_bounded(sign: int) -> None:
    """Where Fisher's z would be infinite."""
    some = [float(number) for number in range(FEWEST)]
    estimate = found(correlation(some, [sign * value for value in some]))
    assert estimate.value == pytest.approx(sign)
    assert -1 <= estimate.low <= estimate.value <= estimate.high <= 1


def test_too_few_and_all_alike_are_left_open() -> None:
    """Nothing is said, rather than something that chance has made."""
    some = [float(number) for number in range(FEWEST)]
    assert correlation(some[1:], some[1:]) is None
    assert correlation(some, [0.7] * FEWEST) is None
    assert correlation([0.1 + 0.2, *[0.3] * (FEWEST - 1)], some) is None
