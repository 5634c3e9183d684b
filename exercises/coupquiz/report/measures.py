"""What can be said of a whole from a few: a number, and how far from it the truth may lie."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh

SURE = 0.95
"""How often an interval holds the truth, if it were drawn from class after class."""

FEWEST = 10
"""Students below which nothing is said of what goes together: an interval would reach over nearly all."""

_Z = statistics.NormalDist().inv_cdf((1 + SURE) / 2)
_ALMOST = 1 - 1e-12  # atanh(1) is infinite


@dataclass(frozen=True, slots=True)
class Estimate:
    """What was found in a class, and between which bounds it may lie for many such students."""

    value: float
    low: float
    high: float
    count: int
    """Of how many students."""


def mean_share(shares: Sequence[float]) -> Estimate | None:
    """Return the mean of shares of the credit, each from 0 to 1; None where there is none.

    The interval is the score interval of Wilson (1927, "Probable inference, the law of succession, and
    statistical inference", Journal of the American Statistical Association 22: 209-212), which Brown, Cai
    and DasGupta (2001, "Interval estimation for a binomial proportion", Statistical Science 16(2): 101-133)
    recommend for few. It stays within 0 and 1, and is no point where all are right.

    It is made for right and wrong. Partial credit of the same mean varies less: the variance of what lies
    between 0 and 1 is at most mean * (1 - mean), and just that for right and wrong (Bhatia and Davis 2000,
    "A better bound on the variance", The American Mathematical Monthly 107(4): 353-357). So for partial
    credit the interval is rather too wide than too narrow.
    """
    count = len(shares)
    if not count:
        return None
    mean = min(1.0, max(0.0, statistics.fmean(shares)))
    middle = (mean + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    half = _Z / (1 + _Z**2 / count) * sqrt(mean * (1 - mean) / count + _Z**2 / (4 * count**2))
    low = 0.0 if mean == 0 else max(0.0, middle - half)  # what is left of rounding would be no 0
    high = 1.0 if mean == 1 else min(1.0, middle + half)
    return Estimate(mean, low, high, count)


def correlation(some: Sequence[float], others: Sequence[float]) -> Estimate | None:
    """Return how far two numbers of each student go together, from -1 to 1 (Pearson's r).

    Between the score of a question and that of all the other questions it is the corrected item-total
    correlation (Henrysson 1963, "Correction of item-total correlations in item analysis", Psychometrika
    28(2): 211-218); where the question is only right or wrong, the point-biserial one. The interval is that
    of Fisher's z (1921, "On the 'probable error' of a coefficient of correlation deduced from a small
    sample", Metron 1: 3-32). It holds for what is spread normally, so for scores it is a rough guide.

    None where there are fewer than `FEWEST` students, or where one of the two is alike for all.
    """
    count = len(some)
    if count < FEWEST or is_alike(some) or is_alike(others):
        return None
    r = min(1.0, max(-1.0, statistics.correlation(some, others)))
    z, half = atanh(min(_ALMOST, max(-_ALMOST, r))), _Z / sqrt(count - 3)
    return Estimate(r, min(r, tanh(z - half)), max(r, tanh(z + half)), count)


def is_alike(values: Sequence[float]) -> bool:
    """Return whether all are the same, but for what rounding leaves."""
    return not values or max(values) - min(values) < 1e-9
