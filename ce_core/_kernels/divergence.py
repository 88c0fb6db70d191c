"""Terms of the divergences, which are tiny where two probabilities almost agree."""

from __future__ import annotations

import math

import numpy as np

from ce_core._kernels.blocks import Floats, Real, wide


def surprisal(p: Real) -> Floats:
    """Return -log p: ∞ at 0, and 0 (not -0) at 1."""
    return 0.0 - np.log(wide(p))


def expected_surprisal(p: Floats, q: Floats) -> Floats:
    """Return -p log q, where 0 log 0 = 0."""
    return weighted(p, surprisal(q))


def weighted(weight: Real, losses: Floats) -> Floats:
    """Return weight · losses, where 0 · ∞ = 0: what does not count costs nothing."""
    result: Floats = weight * losses
    if math.isnan(result.max()):
        result[np.isinf(losses) & (weight == 0)] = 0.0
    return result


def kullback_leibler(p: Floats, q: Floats) -> Floats:
    """Return p log(p / q) - p + q, which is never negative.

    Over probabilities that sum to 1 the two added terms cancel; with them no term is negative and
    none is lost beside another. Near equality, with u = (q - p) / (q + p),

        p log(p / q) - p + q = u (d - 2 p u² (1/3 + u²/5 + u⁴/7 + ...)),   d = q - p.
    """
    difference = q - p
    u = difference / (p + q)
    near = u * (difference - 2.0 * p * u**2 * _series(u**2, [1 / (2 * k + 3) for k in _TERMS]))
    ratio = p / q
    logarithm = np.where(np.isinf(ratio), np.log(p) - np.log(q), np.log(ratio))
    far = p * logarithm + difference
    return np.where(p == 0, q, np.where(np.abs(u) <= 0.5, near, far))


def jensen_shannon(p: Floats, q: Floats) -> Floats:
    """Return the mean of the divergences of p and q from m = (p + q) / 2.

    Near equality, where m is too close to both, it is with u = (q - p) / (q + p) taken as

        (q - p) u / 4 · (1 + u²/6 + u⁴/15 + ...).
    """
    both, difference = p + q, q - p
    u = np.where(both == 0, 0.0, difference / both)
    result: Floats = u * (difference / 4.0)
    result *= _series(u**2, [1 / ((k + 1) * (2 * k + 1)) for k in _TERMS])
    far = np.abs(u) > 0.5
    p, q, both = 2.0 * p[far], 2.0 * q[far], both[far]  # half of the smallest number would be 0
    result[far] = (kullback_leibler(p, both) + kullback_leibler(q, both)) / 4.0
    return result


_TERMS = range(27)
"""Powers of u² <= 1/4 until they no longer count beside 1: 4**-27 is 6e-17."""


def _series(x: Floats, coefficients: list[float]) -> Floats:
    """Return c0 + c1 x + c2 x² + ... by Horner's rule."""
    result = np.full_like(x, coefficients[-1])
    for coefficient in coefficients[-2::-1]:
        result *= x
        result += coefficient
    return result
