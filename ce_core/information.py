"""Surprise, entropy, cross-entropy and divergences of probabilities."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from ce_core import checks
from ce_core._results import like


def surprisal(p: ArrayLike, *, base: float | None = None) -> Any:
    """Return -log p, the price of seeing what had probability `p`."""
    unit = checks.log_base(base)
    probability = checks.probabilities(p, "p")
    return like(probability, _surprisal(probability) / unit)


def entropy(p: ArrayLike, *, base: float | None = None, axis: int = -1) -> Any:
    """Return -sum p log p along `axis`: the average surprisal."""
    unit = checks.log_base(base)
    rows = _distribution(p, "p", axis)
    return like(rows, _expected_surprisal(rows, rows).sum(axis=-1) / unit)


def cross_entropy(p: ArrayLike, q: ArrayLike, *, base: float | None = None, axis: int = -1) -> Any:
    """Return -sum p log q along `axis`: the price of believing `q` where `p` is true."""
    unit = checks.log_base(base)
    true, believed = _two_distributions(p, q, axis)
    return like(true + believed, _expected_surprisal(true, believed).sum(axis=-1) / unit)


def kl_divergence(p: ArrayLike, q: ArrayLike, *, base: float | None = None, axis: int = -1) -> Any:
    """Return sum p log(p / q) along `axis`: what believing `q` costs beyond the entropy of `p`."""
    unit = checks.log_base(base)
    true, believed = _two_distributions(p, q, axis)
    return like(true + believed, _divergence(true, believed).sum(axis=-1) / unit)


def js_divergence(p: ArrayLike, q: ArrayLike, *, base: float | None = None, axis: int = -1) -> Any:
    """Return the mean divergence of `p` and `q` from their midpoint."""
    unit = checks.log_base(base)
    first, second = _two_distributions(p, q, axis)
    middle = (first.astype(np.float64) + second) / 2
    both = _divergence(first, middle) + _divergence(second, middle)
    return like(first + second, both.sum(axis=-1) / 2 / unit)


def _distribution(value: ArrayLike, what: str, axis: int) -> checks.FloatArray:
    rows = checks.rows_of(checks.probabilities(value, what), what, axis)
    checks.sums_to_one(rows, what)
    return rows


def _two_distributions(p: ArrayLike, q: ArrayLike, axis: int) -> Any:
    first, second = _distribution(p, "p", axis), _distribution(q, "q", axis)
    checks.same_shape(first, "p", second, "q")
    return first, second


def _surprisal(p: checks.FloatArray) -> Any:
    with np.errstate(divide="ignore"):
        return 0.0 - np.log(p, dtype=np.float64)


def _expected_surprisal(p: checks.FloatArray, q: checks.FloatArray) -> Any:
    with np.errstate(invalid="ignore"):
        return np.where(p == 0, 0.0, p * _surprisal(q))


def _divergence(p: Any, q: Any) -> Any:
    p, q = p.astype(np.float64), q.astype(np.float64)
    with np.errstate(all="ignore"):
        term = p * (np.log(p) - np.log(q)) + (q - p)
    return np.where(p == 0, q, np.where(p == q, 0.0, term))
