"""Paid beside expected: does the model pay more than it said it would?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ce_core.account.rows import Rows
from ce_core.account.totals import mean, standard_error, total

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


@np.errstate(all="ignore")
def balance(rows: Rows, chosen: NDArray[np.bool_] | None = None) -> Balance:
    """Return the balance of all rows, or of those that are chosen, at least one.

    Notes
    -----
    G = mean(loss - H) is dL/dβ at β = 1 for scores multiplied by β, an inverse temperature: a
    model that pays more than it expected would gain by being less sure.
    """
    part = np.ones(rows.count, np.bool_) if chosen is None else chosen
    weight, loss, expected = rows.weight[part], rows.loss[part], rows.expected[part]
    finite = rows.finite[part]
    paid = mean(weight, loss)
    surplus = total(weight * (loss - expected)) if math.isfinite(paid) else math.inf
    variance = total(weight**2 * rows.variance[part])
    third = total(weight**3 * rows.third_moment[part])
    return Balance(
        loss.size,
        total(weight),
        int(np.count_nonzero(~finite)),
        paid,
        mean(weight[finite], loss[finite]),
        mean(weight, expected),
        surplus / total(weight) if total(weight) else math.nan,
        in_deviations(surplus, variance),
        skewness(third, variance),
        standard_error(weight, loss, paid),
    )


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
