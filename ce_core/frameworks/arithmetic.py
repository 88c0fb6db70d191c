"""Elementary functions as the libraries' own dtype leaves them.

Each function computes in float64 and rounds once to the dtype of its input, which is what a
good float32 routine returns in all but a few cases in a hundred; there the last bit differs.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.floating[Any]]
Targets: TypeAlias = NDArray[Any]
"""Floats, or whole numbers where they are class indices."""


def _rounded(function: Callable[[Array], Array], x: Array) -> Array:
    return function(x.astype(np.float64)).astype(x.dtype)


def exp(x: Array) -> Array:
    """Return eˣ in the dtype of x."""
    return _rounded(np.exp, x)


def log(x: Array) -> Array:
    """Return the natural logarithm in the dtype of x; −inf at 0."""
    return _rounded(np.log, x)


def c_log(x: Array) -> Array:
    """Return the C library's logarithm in the dtype of x > 0, one number at a time.

    SciPy and so scikit-learn call it; it is right where NumPy's vector logarithm is a bit off,
    such as at the largest probability that scikit-learn's clip leaves.

    Examples
    --------
    >>> float(-c_log(np.array([1 - 2**-52]))[0])
    2.2204460492503136e-16
    """
    return np.array([math.log(number) for number in x.ravel()], x.dtype).reshape(x.shape)


def log1p(x: Array) -> Array:
    """Return log(1 + x) in the dtype of x."""
    return _rounded(np.log1p, x)


def log_near_one(x: Array) -> Array:
    """Return log(x) as polynomial float32 kernels do, which matters at one point.

    The largest probability that survives Keras' clip is p = 1 − 2⁻²³. Its −log p lies a hair
    above the midpoint of two float32 numbers. A kernel that stops at t − t²/2, t = 1 − p, meets
    the midpoint itself and rounds down, to 1.1920929e-07; a correctly rounded logarithm (NumPy's,
    scikit-learn's) rounds up, to 1.192093e-07.

    Examples
    --------
    >>> p = np.float32([1 - 2**-23])
    >>> float(-log_near_one(p)[0]), float(-log(p)[0])
    (1.1920928955078125e-07, 1.1920930376163597e-07)
    """
    if x.dtype != np.float32:
        return log(x)
    wide = x.astype(np.float64)
    t = wide - 1
    return np.where(np.abs(t) < 2**-20, t - t * t / 2, np.log(wide)).astype(x.dtype)


def log_sigmoid(x: Array) -> Array:
    """Return log σ(x) = min(x, 0) − log(1 + e^−|x|), the form that all libraries share."""
    return np.minimum(x, 0) - log1p(exp(-np.abs(x)))


def row_sum(x: Array) -> Array:
    """Return the sum of each row, in the dtype of x."""
    total: Array = x.sum(axis=-1)
    return total


def of_label(x: Array, labels: Targets) -> Array:
    """Return from each row the entry of its label."""
    return np.take_along_axis(x, labels[:, None], axis=-1)[:, 0]


def below_largest(x: Array) -> Array:
    """Return x minus the largest of each row."""
    shifted: Array = x - x.max(axis=-1, keepdims=True)
    return shifted


def log_softmax(x: Array) -> Array:
    """Return (x − max) − log Σ exp(x − max) for each row, rounded at each step."""
    shifted = below_largest(x)
    return shifted - log(row_sum(exp(shifted)))[:, None]


def logsumexp(x: Array) -> Array:
    """Return max + log Σ exp(x − max) for each row, rounded at each step."""
    largest = x.max(axis=-1)
    shift = np.where(np.isfinite(largest), largest, 0).astype(x.dtype)
    return shift + log(row_sum(exp(x - shift[:, None])))
