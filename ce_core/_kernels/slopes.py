"""Gradients of the losses, one slope for each element."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.binary import sigmoid
from ce_core._kernels.blocks import Floats, Real, wide
from ce_core._kernels.categorical import exponentials, shares, shifted, softmax, sum_with_rounding


def from_probabilities(y: Real, p: Real) -> Floats:
    """Return (1 - y) / (1 - p) - y / p; as one fraction where both terms count."""
    y, p = wide(y), wide(p)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        slope: Floats = (p - y) / p / (1.0 - p)
        slope[y == 0] = 1.0 / (1.0 - p[y == 0])
        slope[y == 1] = -1.0 / p[y == 1]
    return slope


def from_logits(y: Real, x: Real, pos_weight: Real | None = None) -> Floats:
    """Return (1 - y) sigmoid(x) - w y sigmoid(-x), in more digits where the terms cancel."""
    y, x = wide(y), wide(x)
    success = y if pos_weight is None else pos_weight * y
    up, down = (1.0 - y) * sigmoid(x), success * sigmoid(-x)
    slope: Floats = up - down
    close = np.flatnonzero((up < 32 * down) & (down < 32 * up))
    if close.size:
        weight = None if pos_weight is None else pos_weight[close]
        slope[close] = _extended_from_logits(y[close], x[close], weight)
    return slope


def _extended_from_logits(y: Floats, x: Floats, pos_weight: Real | None) -> Floats:
    """Return the same slope from long doubles, which have 11 bits more where the platform can.

    A soft label close to its own probability leaves only the difference of two roundings.
    """
    wide_y, e = y.astype(np.longdouble), np.exp(x.astype(np.longdouble))
    success = wide_y if pos_weight is None else pos_weight * wide_y
    slope: Floats = (((1 - wide_y) * e - success) / (1 + e)).astype(np.float64)
    return slope


def of_labels(labels: NDArray[np.intp], z: Real) -> Floats:
    """Return softmax(z), less 1 at the label: there minus the sum of the others."""
    e = exponentials(*shifted(z))
    entry = np.arange(labels.size), labels
    others = e.copy()
    others[entry] = 0.0
    slope = shares(e)
    total, _ = sum_with_rounding(e)
    slope[entry] = -sum_with_rounding(others)[0] / total
    return slope


def of_rows(targets: Floats, z: Real) -> Floats:
    """Return softmax(z) · sum(y) - y, a target of 1 treated as a label."""
    slope: Floats = softmax(z) * targets.sum(axis=-1, keepdims=True) - targets
    certain = np.flatnonzero((targets == 1).any(axis=-1))
    slope[certain] = of_labels(targets[certain].argmax(axis=-1), z[certain])
    return slope
