"""Losses of two classes: one by one, and summed over a block by the cheapest way that is exact."""

from __future__ import annotations

import math

import numpy as np

from ce_core._kernels import few
from ce_core._kernels.blocks import Floats, Real, wide
from ce_core._kernels.divergence import weighted
from ce_core._kernels.products import folded, sum_of_logs
from ce_core._kernels.sums import total
from ce_core._kernels.targets import Targets, bits_of

LEAST_MEAN = 0.25
"""The mean loss from which on a sum by products is exact enough; see the package's docstring."""


def without_undefined(losses: Floats) -> Floats:
    """Put 0 where 0 · ∞ came out undefined, beside a term of 0: certain and right is free."""
    if math.isnan(losses.max()):
        losses[np.isnan(losses)] = 0.0
    return losses


def sigmoid(x: Real) -> Floats:
    """Return exp(min(x, 0)) / (1 + exp(-|x|)), with the rounding of the sum taken out again."""
    x = wide(x)
    e = np.exp(-np.abs(x))
    whole = 1.0 + e
    rounding = (1.0 - whole) + e
    quotient = np.exp(np.minimum(x, 0.0)) / whole
    return quotient - quotient * (rounding / whole)


def log_sigmoid(x: Real) -> Floats:
    """Return min(x, 0) - log1p(exp(-|x|)): two terms of one sign."""
    x = wide(x)
    return np.minimum(x, 0.0) - np.log1p(np.exp(-np.abs(x)))


def from_logits(targets: Targets, x: Real) -> Floats:
    """Return (a + b) log1p(exp(-|x|)) + b max(x, 0) + a max(-x, 0), one by one.

    a and b are the terms of the targets, y and 1 - y where nothing is smoothed or weighed.
    """
    success, failure = targets.terms()
    x = wide(x)
    above, below = np.maximum(x, 0.0), np.minimum(x, 0.0)
    curve: Floats = np.log1p(np.exp(below - above))
    if targets.weight is not None:
        curve *= success + failure
    curve += without_undefined(failure * above - success * below)
    return curve


def from_probabilities(targets: Targets, p: Real) -> Floats:
    """Return -(a log p + b log(1 - p)), one by one, a and b the terms of the targets."""
    success, failure = targets.terms()
    p = wide(p)
    logs = success * np.log(p) + failure * np.log1p(-p)
    return 0.0 - without_undefined(logs)


def focal(targets: Targets, x: Real, gamma: float, positive: float, negative: float) -> Floats:
    """Return the cross-entropy with each term scaled by (1 - its probability)**gamma."""
    success, failure = targets.terms()
    x = wide(x)
    return weighted(positive * success, _focal_term(x, gamma)) + weighted(
        negative * failure, _focal_term(-x, gamma)
    )


def _focal_term(x: Floats, gamma: float) -> Floats:
    """Return sigmoid(-x)**gamma · -log sigmoid(x)."""
    return weighted(sigmoid(-x) ** gamma, 0.0 - log_sigmoid(x))


def sum_from_logits(targets: Targets, x: Real) -> float:
    """Return the sum of `from_logits`, without weights: for soft labels its curve is folded."""
    if targets.are_plain_labels:
        if x.size <= few.FEW:
            return few.sum_from_logits(targets.y, x)
        return _sum_for_labels(targets.y, x)
    success, failure = targets.terms()
    x = wide(x)
    above, below = np.maximum(x, 0.0), np.minimum(x, 0.0)
    straight = total(without_undefined(failure * above - success * below))
    below -= above
    return total(np.log1p(folded(np.exp(below, out=below), 3))) + straight


def flipped(y: Real, x: Real) -> Real:
    """Return x for a 0 and -x for a 1, in the scores' own precision.

    A 1 is moved to where the sign stands. That of 1.0 is found in its bits, of which only the
    lowest of the exponent reaches the sign: 0x3ff0... << 11, in float32 0x3f80... << 8.
    """
    if x.dtype.kind != "f":
        x = wide(x)
    bits = bits_of(x)
    if y.dtype.kind == "f":
        sign = y.astype(x.dtype, copy=False).view(bits) << (11 if x.itemsize == 8 else 8)
    else:
        sign = y.astype(bits) << (8 * x.itemsize - 1)
    sign ^= x.view(bits)
    wrong: Real = sign.view(x.dtype)
    return wrong


def _sum_for_labels(y: Real, x: Real) -> float:
    """Return the sum of log(1 + exp(wrong)), where wrong is x for a 0 and -x for a 1."""
    u = wide(flipped(y, x))
    np.exp(u, out=u)
    result = sum_of_logs(u + 1.0)
    if not LEAST_MEAN * x.size <= result < math.inf:
        result = total(np.log1p(folded(u, 4)))
    return result if math.isfinite(result) else total(np.logaddexp(0.0, wide(flipped(y, x))))


def sum_from_probabilities(targets: Targets, p: Real) -> float:
    """Return the sum of `from_probabilities`, that of labels by products.

    The probabilities of what happened are multiplied, up to their sign; where the mean is too
    small for that, those of what did not happen are folded.
    """
    if not targets.are_plain_labels:
        return total(from_probabilities(targets, p))
    if p.size <= few.FEW:
        return few.sum_from_probabilities(targets.y, p)
    y = targets.y if targets.y.dtype.kind == "f" else wide(targets.y)
    result = -sum_of_logs((y - 1.0) + wide(p))
    return result if LEAST_MEAN * p.size <= result < math.inf else _sum_folded(wide(y), wide(p))


def _sum_folded(y: Floats, p: Floats) -> float:
    """Add up -log1p(-r), r the probability of what did not happen: exact up to a half.

    Beyond a half -log(1 - r) is taken from the other probability instead.
    """
    r = np.abs(p - y)
    surprised = np.flatnonzero(r > 0.5)
    right = np.abs(p[surprised] - (1.0 - y[surprised]))
    r[surprised] = 0.0
    surprises = -total(np.log(right))
    return surprises - total(np.log1p(folded(np.negative(r, out=r), 2)))
