"""Paid beside expected: does the model pay more than it said it would?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ce_core.account.rows import Rows
from ce_core.account.totals import mean, total

Confidence = Literal["overconfident", "underconfident", "as_expected"]

LEVEL = 0.01
"""How often a view may find something where nothing is: several views look at the same rows."""


@dataclass(frozen=True)
class Balance:
    """What some rows paid and what the model expected them to pay, in nats a row.

    Attributes
    ----------
    count : int
        How many rows.
    weight : float
        The sum of their weights, by which the means divide.
    infinite : int
        How many of them paid ∞.
    loss : float
        The mean loss; ∞ if any row paid that.
    loss_of_finite : float
        The mean over the rows that paid no ∞; nan if there are none.
    expected : float
        The mean of H = -sum_k p_k log p_k.
    surplus : float
        Paid less expected; positive for a model that is too sure.
    z : float
        The surplus in units of the standard deviation that it has if the model is calibrated.
    skewness : float
        How lopsided the surplus is then.
    standard_error : float
        Of the mean loss; nan for a single row, and where a row paid ∞.
    """

    count: int
    weight: float
    infinite: int
    loss: float
    loss_of_finite: float
    expected: float
    surplus: float
    z: float
    skewness: float
    standard_error: float

    @property
    def confidence(self) -> Confidence:
        """Whether the surplus is more than chance gives in one of a hundred cases."""
        return confidence(self.z, self.skewness)


@dataclass(frozen=True)
class Sums:
    """What a balance needs to know of its rows, however they were added up.

    Attributes
    ----------
    count, infinite : int
        The rows, and those that paid ∞.
    pays_infinity : bool
        Whether one of these counts.
    weight, weight_of_finite : float
        The sums of the weights of all rows and of those of finite loss.
    loss : float
        The weighted sum of the finite losses.
    expected, surplus : float
        The weighted sums of H, and of loss - H over the rows of finite loss.
    variance, third_moment : float
        The sums of w² V and w³ M, the second and third moments that the model expects.
    squares : float
        The sum of (w (loss - mean))², where no row that counts paid ∞.
    """

    count: int
    infinite: int
    pays_infinity: bool
    weight: float
    weight_of_finite: float
    loss: float
    expected: float
    surplus: float
    variance: float
    third_moment: float
    squares: float

    def balance(self) -> Balance:
        """Return the balance of the rows."""
        of_finite = _over(self.loss, self.weight_of_finite)
        surplus = math.inf if self.pays_infinity else self.surplus
        error = math.nan
        if self.count > 1 and self.weight and not self.pays_infinity:
            error = math.sqrt(self.squares * self.count / (self.count - 1)) / self.weight
        return Balance(
            self.count,
            self.weight,
            self.infinite,
            math.inf if self.pays_infinity else of_finite,
            of_finite,
            _over(self.expected, self.weight),
            _over(surplus, self.weight),
            in_deviations(surplus, self.variance),
            skewness(self.third_moment, self.variance),
            error,
        )


def _over(part: float, whole: float) -> float:
    return part / whole if whole else math.nan


@np.errstate(all="ignore")
def balance(rows: Rows, chosen: NDArray[np.bool_] | None = None) -> Balance:
    """Return the balance of all rows, or of those that are chosen, at least one.

    Notes
    -----
    G = mean(loss - H) is dL/dβ at β = 1 for scores multiplied by β, an inverse temperature: a
    model that pays more than it expected would gain by being less sure.
    """
    part = np.ones(rows.count, np.bool_) if chosen is None else chosen
    finite, weight = rows.finite[part], rows.weight[part]
    counted = weight[finite]
    loss, expected = rows.loss[part][finite], rows.expected[part]
    average = mean(counted, loss)
    return Sums(
        finite.size,
        int(np.count_nonzero(~finite)),
        bool((weight[~finite] > 0).any()),
        total(weight),
        total(counted),
        total(counted * loss),
        total(weight * expected),
        total(counted * (loss - expected[finite])),
        total(weight**2 * rows.variance[part]),
        total(weight**3 * rows.third_moment[part]),
        total((counted * (loss - average)) ** 2),
    ).balance()


def in_deviations(surplus: float, variance: float) -> float:
    """Return surplus / √variance; 0 for 0 / 0, a model that was certain and right."""
    if variance > 0:
        return surplus / math.sqrt(variance)
    return math.copysign(math.inf, surplus) if surplus else 0.0


def skewness(third_moment: float, variance: float) -> float:
    """Return the third moment in units of the standard deviation; 0 where that is 0."""
    cubed = variance**1.5
    return third_moment / cubed if cubed > 0 else 0.0


def confidence(z: float, lopsided: float, looked_at: int = 1) -> Confidence:
    """Return what a surplus of `z` deviations says, where `looked_at` groups are judged at once.

    The bound is the normal quantile with Cornish and Fisher's correction for skewness, where that
    is further out: the rare surprises of a confident model come in ones and twos, and one is more
    than the normal distribution allows.

    Examples
    --------
    >>> confidence(3.0, 0.0), confidence(3.0, 2.0), confidence(-3.0, 0.0)
    ('overconfident', 'as_expected', 'underconfident')
    """
    bound = NormalDist().inv_cdf(1 - LEVEL / 2 / looked_at)
    stretch = lopsided * (bound**2 - 1) / 6
    if z > bound + max(stretch, 0.0):
        return "overconfident"
    if z < -bound + min(stretch, 0.0):
        return "underconfident"
    return "as_expected"
