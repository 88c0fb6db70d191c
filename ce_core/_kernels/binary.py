"""Losses of two classes: one by one, and summed over a block by the cheapest way that is exact."""

from __future__ import annotations

import math

import numpy as np

from ce_core._kernels.blocks import Floats, Real, wide
from ce_core._kernels.divergence import weighted
from ce_core._kernels.products import dot, folded, sum_of_logs

WORTH_FOLDING = 2048
"""Samples from which on one logarithm for many is faster than a logarithm for each."""

LEAST_MEAN = 0.25
"""The mean loss from which on a sum by products is exact enough; see the package's docstring."""


def without_undefined(losses: Floats) -> Floats:
    """Put 0 where 0 · ∞ came out undefined, beside a term of 0: certain and right is free."""
    if math.isnan(losses.max()):
        losses[np.isnan(losses)] = 0.0
    return losses


def sigmoid(x: Floats) -> Floats:
    """Return exp(min(x, 0)) / (1 + exp(-|x|)), with the rounding of the sum taken out again."""
    e = np.exp(-np.abs(x))
    whole = 1.0 + e
    rounding = (1.0 - whole) + e
    quotient = np.exp(np.minimum(x, 0.0)) / whole
    return quotient - quotient * (rounding / whole)


def log_sigmoid(x: Floats) -> Floats:
    """Return min(x, 0) - log1p(exp(-|x|)): two terms of one sign."""
    return np.minimum(x, 0.0) - np.log1p(np.exp(-np.abs(x)))


def from_logits(y: Real, x: Real, pos_weight: Real | None = None) -> Floats:
    """Return (w y + 1 - y) log1p(exp(-|x|)) + (1 - y) max(x, 0) + w y max(-x, 0), one by one."""
    y, x = wide(y), wide(x)
    above, below = np.maximum(x, 0.0), np.minimum(x, 0.0)
    curve: Floats = np.log1p(np.exp(below - above))
    failure = 1.0 - y
    success = y
    if pos_weight is not None:
        success = pos_weight * y
        curve *= success + failure
    with np.errstate(invalid="ignore"):
        curve += without_undefined(failure * above - success * below)
    return curve


def from_probabilities(y: Real, p: Real) -> Floats:
    """Return -(y log p + (1 - y) log(1 - p)), one by one."""
    y, p = wide(y), wide(p)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = y * np.log(p) + (1.0 - y) * np.log1p(-p)
    return 0.0 - without_undefined(logs)


def focal(y: Real, x: Real, gamma: float, positive: float, negative: float) -> Floats:
    """Return the cross-entropy with each term scaled by (1 - its probability)**gamma."""
    y, x = wide(y), wide(x)
    return weighted(positive * y, _focal_term(x, gamma)) + weighted(
        negative * (1.0 - y), _focal_term(-x, gamma)
    )


def _focal_term(x: Floats, gamma: float) -> Floats:
    """Return sigmoid(-x)**gamma · -log sigmoid(x)."""
    return weighted(sigmoid(-x) ** gamma, 0.0 - log_sigmoid(x))


def sum_for_labels(y: Real, x: Real) -> float:
    """Return the sum of `from_logits` for labels 0 and 1: log(1 + exp(wrong)).

    `wrong` is x for a 0 and -x for a 1, exactly, in the scores' own precision.
    """
    if x.size >= WORTH_FOLDING:
        wrong = y.astype(x.dtype, copy=False) * -2 if x.dtype.kind == "f" else wide(y) * -2
        wrong += 1
        wrong *= x
        with np.errstate(all="ignore"):
            u = np.exp(wrong, dtype=np.float64)
            result = sum_of_logs(u + 1.0)
            if not LEAST_MEAN * x.size <= result < math.inf:
                result = float(np.log1p(folded(u, 4)).sum())
        if math.isfinite(result):
            return result
    return float(from_logits(y, x).sum())


def sum_for_targets(y: Real, x: Real) -> float:
    """Return the sum of `from_logits` for soft labels, its curve folded."""
    y, x = wide(y), wide(x)
    if x.size >= WORTH_FOLDING:
        with np.errstate(invalid="ignore"):
            above, below = np.maximum(x, 0.0), np.minimum(x, 0.0)
            straight = dot(1.0 - y, above) - dot(y, below)
            below -= above
        if math.isfinite(straight):
            return float(np.log1p(folded(np.exp(below, out=below), 3)).sum()) + straight
    return float(from_logits(y, x).sum())


def sum_for_labels_from_probabilities(y: Real, p: Real) -> float:
    """Return the sum of `from_probabilities` for labels 0 and 1.

    The probabilities of what happened are multiplied, up to their sign; where the mean is too
    small for that, those of what did not happen are folded.
    """
    if p.size < WORTH_FOLDING:
        return float(from_probabilities(y, p).sum())
    y, p = wide(y), wide(p)
    q = y - 1.0
    q += p
    result = -sum_of_logs(q)
    return result if LEAST_MEAN * p.size <= result < math.inf else _sum_folded(y, p)


def _sum_folded(y: Floats, p: Floats) -> float:
    """Add up -log1p(-r), r the probability of what did not happen: exact up to a half.

    Beyond a half -log(1 - r) is taken from the other probability instead.
    """
    r = np.abs(p - y)
    surprised = np.flatnonzero(r > 0.5)
    right = np.abs(p[surprised] - (1.0 - y[surprised]))
    r[surprised] = 0.0
    with np.errstate(divide="ignore"):
        surprises = -float(np.log(right).sum())
    return surprises - float(np.log1p(folded(np.negative(r, out=r), 2)).sum())
