"""What each function of ce_core should return, written once for two kinds of arithmetic.

`EXACT` counts in 50 digits, with exponents without end; `EXTENDED` in NumPy's long doubles, which
have 11 bits more than a float64 where the platform can, and are fast enough for millions of values.
Every formula takes the arithmetic first, then arrays of its numbers. None subtracts one large
number from another; `test_truth` holds them against the definitions at 900 digits.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from mpmath import mp, mpf

mp.dps = 50

Numbers = Any


def _elementwise(function: Any) -> Any:
    return np.frompyfunc(function, 1, 1)


class _Exact:
    number = staticmethod(_elementwise(lambda value: mpf(float(value))))
    exp = staticmethod(_elementwise(mp.exp))
    log = staticmethod(_elementwise(lambda value: mp.log(value) if value else -mp.inf))
    log1p = staticmethod(_elementwise(lambda value: mp.log1p(value) if value > -1 else -mp.inf))

    @staticmethod
    def exp_of_difference(a: Numbers, b: Numbers) -> Numbers:
        return EXACT.exp(a - b)


class _Extended:
    exp, log, log1p = np.exp, np.log, np.log1p

    @staticmethod
    def number(values: Any) -> Numbers:
        return np.asarray(values, np.longdouble)

    @staticmethod
    def exp_of_difference(a: Numbers, b: Numbers) -> Numbers:
        """Return exp(a - b) with the rounding of the difference, which exp would magnify."""
        difference = a - b
        minus_b = difference - a
        rounding = (a - (difference - minus_b)) - (b + minus_b)
        return np.exp(difference) * (1 + np.where(np.isfinite(rounding), rounding, 0))


EXACT, EXTENDED = _Exact(), _Extended()


def ulps(result: Any, truth: Numbers, slack: Numbers = 0.0) -> np.ndarray:
    """Return errors beyond `slack` in units of the last place of the nearest float64 or float32."""
    result = np.asarray(result)
    nearest = np.asarray(truth, result.dtype)
    unit = np.spacing(np.abs(nearest)).astype(float)
    same = result == nearest
    if truth.dtype == object:
        got = EXACT.number(np.where(np.isfinite(result), result, 0))
        off = np.where(same, 0, abs(got - np.where(np.isinf(nearest), 0, truth)))
    else:
        off = np.where(same, 0, np.abs(result.astype(np.longdouble) - truth))
    errors = np.asarray(np.maximum(off - slack, 0) / np.where(np.isfinite(unit), unit, 1), float)
    errors[~same & ~(np.isfinite(result) & np.isfinite(nearest))] = np.inf
    return errors


def product(weight: Numbers, value: Numbers) -> Numbers:
    """Return weight · value, where 0 · ∞ = 0."""
    return np.where(weight == 0, 0 * weight, weight * value)


def sigmoid(a: Any, x: Numbers) -> Numbers:
    return a.exp(np.minimum(x, 0)) / (1 + a.exp(-abs(x)))


def softplus(a: Any, x: Numbers) -> Numbers:
    """Return log(1 + exp(x)), the surprisal of a 0 at score x; of a 1 at -x."""
    return np.maximum(x, 0) + a.log1p(a.exp(-abs(x)))


def terms(y: Numbers, smoothing: Numbers, weight: Numbers) -> tuple[Numbers, Numbers]:
    """Return by how much the surprisals of a 1 and of a 0 count."""
    share = smoothing / 2
    return weight * (y * (1 - smoothing) + share), (1 - y) * (1 - smoothing) + share


def binary_from_logits(
    a: Any, y: Numbers, x: Numbers, smoothing: Numbers, weight: Numbers
) -> Numbers:
    success, failure = terms(y, smoothing, weight)
    return product(success, softplus(a, -x)) + product(failure, softplus(a, x))


def binary_from_probabilities(a: Any, y: Numbers, p: Numbers, smoothing: Numbers) -> Numbers:
    success, failure = terms(y, smoothing, 1)
    return product(success, -a.log(p)) + product(failure, -a.log1p(-p))


def focal(a: Any, y: Numbers, x: Numbers, gamma: Numbers, alpha: Numbers) -> Numbers:
    hit = product(sigmoid(a, -x) ** gamma, softplus(a, -x))
    miss = product(sigmoid(a, x) ** gamma, softplus(a, x))
    return product(alpha[0] * y, hit) + product(alpha[1] * (1 - y), miss)


def focal_slope(
    a: Any, y: Numbers, x: Numbers, gamma: Numbers, alpha: Numbers
) -> tuple[Numbers, Numbers]:
    """Return the slope and the larger of the two terms whose difference it is."""

    def fall(x: Numbers) -> Numbers:
        p, q = sigmoid(a, x), sigmoid(a, -x)
        return product(q**gamma, product(gamma * p, softplus(a, -x)) + q)

    up, down = product(alpha[1] * (1 - y), fall(-x)), product(alpha[0] * y, fall(x))
    return up - down, np.maximum(up, down)


def binary_slope_from_logits(
    a: Any, y: Numbers, x: Numbers, smoothing: Numbers, weight: Numbers
) -> tuple[Numbers, Numbers]:
    """Return the slope and the larger of the two terms whose difference it is."""
    success, failure = terms(y, smoothing, weight)
    up, down = failure * sigmoid(a, x), success * sigmoid(a, -x)
    return up - down, np.maximum(up, down)


def binary_slope_from_probabilities(
    a: Any, y: Numbers, p: Numbers, smoothing: Numbers
) -> tuple[Numbers, Numbers]:
    success, failure = terms(y, smoothing, 1)
    with np.errstate(all="ignore"):
        down = np.where(success == 0, 0 * p, success / np.where(p == 0, 1, p))
        up = np.where(failure == 0, 0 * p, failure / np.where(p == 1, 1, 1 - p))
    slope = np.where((p == 0) & (success > 0), -np.inf, up - down)
    slope = np.where((p == 1) & (failure > 0), np.inf, slope)
    return slope, np.maximum(up, down)


def _beside_the_largest(a: Any, z: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the largest of each row, all exponentials beside it, and the sum of the others'."""
    certain = (z == np.inf).any(axis=-1, keepdims=True)
    z = np.where(certain, np.where(z == np.inf, a.number(0.0), a.number(-np.inf)), z)
    top = np.asarray(z.argmax(axis=-1))[..., None]
    largest = np.take_along_axis(z, top, axis=-1)
    e = a.exp_of_difference(z, largest)
    rest = e.copy()
    np.put_along_axis(rest, top, a.number(np.zeros(top.shape)), axis=-1)
    return z, e, rest.sum(axis=-1, keepdims=True)


def surprisals(a: Any, z: Numbers) -> Numbers:
    """Return -log softmax(z): what z lacks to the largest, and the surprisal of the largest."""
    z, _, rest = _beside_the_largest(a, z)
    return (z.max(axis=-1, keepdims=True) - z) + a.log1p(rest)


def softmax(a: Any, z: Numbers) -> Numbers:
    _, e, rest = _beside_the_largest(a, z)
    return e / (1 + rest)


def logsumexp(a: Any, z: Numbers) -> Numbers:
    largest = z.max(axis=-1)
    _, _, rest = _beside_the_largest(a, np.where(np.isinf(z.astype(float)), -np.inf, z))
    return np.where(np.isinf(largest.astype(float)), largest, largest + a.log1p(rest[..., 0]))


def others(e: Numbers) -> Numbers:
    """Return for each entry the sum of the rest of its row."""
    columns = np.arange(e.shape[-1])
    return np.stack([e[..., columns != c].sum(axis=-1) + 0 * e[..., 0] for c in columns], axis=-1)


def categorical_slope(a: Any, target: Numbers, z: Numbers) -> tuple[Numbers, Numbers]:
    """Return p · (sum of the other targets) - target · (sum of the other p), and the larger."""
    _, e, rest = _beside_the_largest(a, z)
    up = e / (1 + rest) * others(target)
    down = target * others(e) / (1 + rest)
    return up - down, np.maximum(up, down)


def categorical_target(
    y: Numbers, smoothing: Numbers, class_weight: Numbers, classes: int
) -> Numbers:
    """Return w_c ((1 - s) y_c + s / C)."""
    return class_weight * ((1 - smoothing) * y + smoothing / classes)


def cross_entropy(a: Any, p: Numbers, q: Numbers) -> Numbers:
    return product(p, -a.log(q)).sum(axis=-1)


def kl_divergence(a: Any, p: Numbers, q: Numbers) -> Numbers:
    """The sum of p log(p / q) - p + q, so that the rows' own rounding does not count."""
    return (product(p, a.log(p) - a.log(q)) - p + q).sum(axis=-1)


def js_divergence(a: Any, p: Numbers, q: Numbers) -> Numbers:
    middle = a.log((p + q) / 2)
    return (product(p, a.log(p) - middle) + product(q, a.log(q) - middle)).sum(axis=-1) / 2
