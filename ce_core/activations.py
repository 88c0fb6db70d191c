"""Scores to probabilities: the sigmoid, the softmax, and their logarithms."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from ce_core import checks
from ce_core._results import like


def sigmoid(x: ArrayLike) -> Any:
    """Return 1 / (1 + exp(-x))."""
    scores = checks.numbers(x, "x")
    wide = scores.astype(np.float64, copy=False)
    e = np.exp(-np.abs(wide))
    return like(scores, np.where(wide >= 0, 1.0, e) / (1.0 + e))


def log_sigmoid(x: ArrayLike) -> Any:
    """Return log(sigmoid(x))."""
    scores = checks.numbers(x, "x")
    wide = scores.astype(np.float64, copy=False)
    return like(scores, np.minimum(wide, 0.0) - np.log1p(np.exp(-np.abs(wide))))


def softmax(z: ArrayLike, *, axis: int = -1, temperature: float = 1.0) -> Any:
    """Return exp(z / temperature), scaled to sum to 1 along `axis`."""
    scores = checks.numbers(z, "z")
    distance = _below_the_largest(scores, axis, temperature)
    e = np.exp(distance)
    return like(scores, np.moveaxis(e / e.sum(axis=-1, keepdims=True), -1, axis))


def log_softmax(z: ArrayLike, *, axis: int = -1, temperature: float = 1.0) -> Any:
    """Return log(softmax(z))."""
    scores = checks.numbers(z, "z")
    distance = _below_the_largest(scores, axis, temperature)
    return like(scores, np.moveaxis(distance - _log_of_sum(distance), -1, axis))


def logsumexp(z: ArrayLike, *, axis: int = -1) -> Any:
    """Return log(sum(exp(z))) along `axis`."""
    scores = checks.numbers(z, "z")
    rows = checks.rows_of(scores, "z", axis).astype(np.float64, copy=False)
    largest = rows.max(axis=-1, keepdims=True)
    with np.errstate(invalid="ignore"):
        distance = np.where(np.isinf(largest), -np.inf, rows - largest)
    np.put_along_axis(distance, rows.argmax(axis=-1)[..., None], 0.0, axis=-1)
    return like(scores, (largest + _log_of_sum(distance))[..., 0])


def _below_the_largest(scores: checks.FloatArray, axis: int, temperature: float) -> Any:
    """Return (z - max z) / temperature; a lone +inf counts as infinitely far above the rest."""
    checks.positive(temperature, "temperature")
    rows = checks.rows_of(scores, "z", axis).astype(np.float64, copy=False)
    largest = rows.max(axis=-1, keepdims=True)
    checks.limit_exists(rows, largest, "z")
    with np.errstate(invalid="ignore"):
        distance = (rows - largest) / temperature
    if np.isinf(largest).any():
        distance = np.where(rows == largest, 0.0, distance)
    return distance


def _log_of_sum(distance: Any) -> Any:
    """Log of the sum of exp(distance), the largest of which is 1 and stands apart."""
    e = np.exp(distance)
    np.put_along_axis(e, distance.argmax(axis=-1)[..., None], 0.0, axis=-1)
    return np.log1p(e.sum(axis=-1, keepdims=True))
