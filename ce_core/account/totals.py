"""Sums and means of weighted rows, which gather no rounding however many rows there are."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats, exactly
from ce_core._kernels.divergence import weighted

EXACT = 1024
"""Values that are added exactly; beyond, so many at a time are added in NumPy's pairs."""


def total(values: Floats) -> float:
    """Return the sum, off by about a unit in the last place at most; ∞ where a value is.

    Up to 1,024 values are added exactly, and so are the sums of as many.
    """
    if values.size <= EXACT:
        return exactly(values.tolist())
    return exactly(np.add.reduceat(values, np.arange(0, values.size, EXACT)).tolist())


def weighted_total(weight: Floats, values: Floats) -> float:
    """Return the weighted sum; ∞ if a row that counts is."""
    return total(weighted(weight, values)) if values.size else 0.0


def mean(weight: Floats, values: Floats) -> float:
    """Return the weighted mean; ∞ if a row that counts is, nan if none counts."""
    whole = total(weight)
    return weighted_total(weight, values) / whole if whole > 0 else math.nan


def standard_error(weight: Floats, values: Floats, about: float) -> float:
    """Return the standard error of a weighted mean `about`; nan where that is not finite.

    A single row tells nothing of how far others lie: nan.
    """
    if not math.isfinite(about) or values.size < 2:
        return math.nan
    squares = weighted(weight, values - about) ** 2
    return math.sqrt(total(squares) * values.size / (values.size - 1)) / total(weight)


def ratio(part: float, whole: float) -> float:
    """Return part / whole, 0 of nothing; nan for ∞ of ∞."""
    if math.isinf(part):
        return math.nan
    return part / whole if whole else 0.0


def group_starts(ordered: NDArray[np.generic]) -> NDArray[np.intp]:
    """Return where each run of equal values begins.

    Examples
    --------
    >>> group_starts(np.array([1.0, 1.0, 2.0, np.inf, np.inf]))
    array([0, 2, 3])
    """
    new = np.ones(ordered.size, np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    return np.flatnonzero(new)
