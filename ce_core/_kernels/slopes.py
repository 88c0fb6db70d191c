"""Gradients of the losses, one slope for each element."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.binary import sigmoid
from ce_core._kernels.blocks import Floats
from ce_core._kernels.categorical import exponentials, shifted, softmax


def from_probabilities(y: Floats, p: Floats) -> Floats:
    """Return (1 - y) / (1 - p) - y / p; as one fraction where both terms count."""
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = (p - y) / (p * (1.0 - p))
        slope[y == 0] = 1.0 / (1.0 - p[y == 0])
        slope[y == 1] = -1.0 / p[y == 1]
    return slope


def from_logits(y: Floats, x: Floats, pos_weight: Floats | None = None) -> Floats:
    """Return (1 - y) sigmoid(x) - w y sigmoid(-x)."""
    success = y if pos_weight is None else pos_weight * y
    return (1.0 - y) * sigmoid(x) - success * sigmoid(-x)


def of_labels(labels: NDArray[np.intp], z: Floats) -> Floats:
    """Return softmax(z), less 1 at the label: there minus the sum of the others."""
    e = exponentials(*shifted(z))
    entry = np.arange(labels.size), labels
    label = e[entry]
    e[entry] = 0.0
    others = e.sum(axis=-1)
    slope: Floats = e / (others + label)[:, None]
    slope[entry] = -others / (others + label)
    return slope


def of_rows(targets: Floats, z: Floats) -> Floats:
    """Return softmax(z) · sum(y) - y, a target of 1 priced as a label."""
    slope: Floats = softmax(z) * targets.sum(axis=-1, keepdims=True) - targets
    certain = np.flatnonzero((targets == 1).any(axis=-1))
    slope[certain] = of_labels(targets[certain].argmax(axis=-1), z[certain])
    return slope
