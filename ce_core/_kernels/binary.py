"""Losses of two classes: one by one, and summed over a block by the cheapest way that is exact."""

from __future__ import annotations

import math

import numpy as np

from ce_core._kernels.blocks import Floats
from ce_core._kernels.divergence import weighted
from ce_core._kernels.products import dot, folded, product_each

WORTH_FOLDING = 2048
"""Samples from which on one logarithm for many is faster than a logarithm for each."""

LEAST_MEAN = 0.25
"""The mean loss from which on a sum by products is exact enough; see the package's docstring."""


def without_undefined(losses: Floats) -> Floats:
    """Put 0 where 0 · ∞ came out undefined: what cannot happen costs nothing."""
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


def from_logits(y: Floats, x: Floats, pos_weight: Floats | None = None) -> Floats:
    """Return (w y + 1 - y) log1p(exp(-|x|)) + (1 - y) max(x, 0) + w y max(-x, 0), one by one."""
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


def from_probabilities(y: Floats, p: Floats) -> Floats:
    """Return -(y log p + (1 - y) log(1 - p)), one by one."""
    with np.errstate(divide="ignore", invalid="ignore"):
        success = without_undefined(y * np.log(p))
        failure = without_undefined((1.0 - y) * np.log1p(-p))
    return 0.0 - (success + failure)


def focal(y: Floats, x: Floats, gamma: float, positive: float, negative: float) -> Floats:
    """Return the cross-entropy with each term scaled by (1 - its probability)**gamma."""
    return weighted(positive * y, _focal_term(x, gamma)) + weighted(
        negative * (1.0 - y), _focal_term(-x, gamma)
    )


def _focal_term(x: Floats, gamma: float) -> Floats:
    """Return sigmoid(-x)**gamma · -log sigmoid(x)."""
    return weighted(sigmoid(-x) ** gamma, 0.0 - log_sigmoid(x))


def sum_from_logits(y: Floats, x: Floats) -> float:
    """Return the sum of `from_logits` without weights."""
    if x.size < WORTH_FOLDING:
        return float(from_logits(y, x).sum())
    with np.errstate(all="ignore"):
        result = _sum_for_labels(y, x) if are_labels(y) else math.inf
        if not math.isfinite(result):
            result = _sum_for_targets(y, x)
    return result if math.isfinite(result) else float(from_logits(y, x).sum())


def are_labels(y: Floats) -> bool:
    """Whether every target is exactly 0 or 1."""
    return bool(np.count_nonzero(y == 0) + np.count_nonzero(y == 1) == y.size)


def _sum_for_labels(y: Floats, x: Floats) -> float:
    """Add up log(1 + exp(wrong)), wrong being x for a 0 and -x for a 1; ∞ where exp overflows."""
    wrong = y * -2.0
    wrong += 1.0
    wrong *= x
    return float(np.log1p(folded(np.exp(wrong, out=wrong), 4)).sum())


def _sum_for_targets(y: Floats, x: Floats) -> float:
    """Add up log1p(exp(-|x|)) + (1 - y) max(x, 0) - y min(x, 0)."""
    above, below = np.maximum(x, 0.0), np.minimum(x, 0.0)
    straight = dot(1.0 - y, above) - dot(y, below)
    below -= above
    return float(np.log1p(folded(np.exp(below, out=below), 3)).sum()) + straight


def sum_from_probabilities(y: Floats, p: Floats) -> float:
    """Return the sum of `from_probabilities`."""
    if p.size >= WORTH_FOLDING and are_labels(y):
        result = _sum_by_products(y, p)
        return _sum_folded(y, p) if result is None else result
    return float(from_probabilities(y, p).sum())


def _sum_by_products(y: Floats, p: Floats) -> float | None:
    """Multiply the probabilities of what happened; None where that underflows or is near 1."""
    q = y - 1.0
    q += p
    products = np.abs(product_each(q))
    if products.min() < 1e-290:
        return None
    result = -float(np.log(products).sum())
    return result if result >= LEAST_MEAN * p.size else None


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
