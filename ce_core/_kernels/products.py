"""Sums of logarithms with one logarithm for many samples."""

from __future__ import annotations

import math

import numpy as np

from ce_core._kernels.blocks import Floats
from ce_core._kernels.sums import total

FACTORS = 16
"""Factors under one logarithm: their product stays in range while each lies within 1e±18."""

SMALLEST = 1e-290
"""A product below this may have lost digits on its way through numbers without a full mantissa."""


def sum_of_logs(factors: Floats) -> float:
    """Return the sum of log|factor|, by products of sixteen; ±∞ where a product leaves its range.

    That the sum of logarithms is infinite or not is then for the caller to find out.
    """
    whole = factors.size // FACTORS * FACTORS
    products = np.multiply.reduce(factors[:whole].reshape(FACTORS, -1), axis=0)
    np.abs(products, out=products)
    if not products.min() > SMALLEST:
        return -math.inf
    left_over = np.log(np.abs(factors[whole:]))
    return total(np.log(products, out=products)) + total(left_over)


def folded(u: Floats, times: int) -> Floats:
    """Halve `u` by (1 + a)(1 + b) - 1 = a (1 + b) + b, `times` times.

    The sum of log1p over the result is the sum of log1p over `u`, and no digit of a small `u` is
    lost to a 1. What does not divide by 2**times follows unfolded.
    """
    whole = u.size >> times << times
    left_over = u[whole:]
    u = u[:whole]
    for _ in range(times):
        half = u.size // 2
        a, b = u[:half], u[half:]
        u = b + 1.0
        u *= a
        u += b
    return np.concatenate((u, left_over))
