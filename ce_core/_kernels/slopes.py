"""Gradients of the losses, one slope for each element, each sample's times a factor of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.binary import sigmoid
from ce_core._kernels.blocks import Floats, Real, wide
from ce_core._kernels.categorical import exponentials, shares, shifted, sum_with_rounding
from ce_core._kernels.divergence import weighted


def from_probabilities(factor: Floats, y: Real, p: Real) -> Floats:
    """Return f ((1 - y) / (1 - p) - y / p); as one fraction where both terms count."""
    y, p = wide(y), wide(p)
    with np.errstate(divide="ignore", invalid="ignore"):
        numerator = (p - y) / (1.0 - p)
    numerator[y == 1] = -1.0
    slope = quotient(factor, numerator, p)
    failure = np.flatnonzero(y == 0)
    if failure.size:
        with np.errstate(divide="ignore"):
            slope[failure] = weighted(factor[failure], 1.0 / (1.0 - p[failure]))
    return slope


def quotient(factor: Floats, numerator: Floats, p: Floats) -> Floats:
    """Return f a / p, also where a / p exceeds the largest float and f brings it back; 0 · ∞ = 0.

    Only a subnormal p makes it exceed that; 2**100 times as large, it does not.
    """
    with np.errstate(all="ignore"):
        slope = weighted(factor, numerator / p)
        beyond = np.isinf(slope) & (p > 0) & (factor < 1)
        if beyond.any():
            again = np.ldexp(factor * (numerator / np.ldexp(p, 100)), 100)
            slope[beyond] = again[beyond]
    return slope


def from_logits(factor: Floats, y: Real, x: Real, pos_weight: Real | None = None) -> Floats:
    """Return f times the slope by each score."""
    return factor * _from_logits(y, x, pos_weight)


def _from_logits(y: Real, x: Real, pos_weight: Real | None) -> Floats:
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


def of_labels(factor: Floats, labels: NDArray[np.intp], z: Real) -> Floats:
    """Return f (softmax(z), less 1 at the label): there minus f times the sum of the others."""
    e = exponentials(*shifted(z))
    entry = np.arange(labels.size), labels
    others = e.copy()
    others[entry] = 0.0
    slope = shares(e)
    total, _ = sum_with_rounding(e)
    slope[entry] = -sum_with_rounding(others)[0] / total
    slope *= factor[:, None]
    return slope


def of_targets(factor: Floats, targets: Floats, z: Real) -> Floats:
    """Return f (p (sum of the other targets) - target (sum of the other p)), p the softmax.

    It is f (p (sum of all targets) - target), but a target of nearly all its row or a p of nearly
    1 loses no digit.
    """
    e = exponentials(*shifted(z))
    total, _ = sum_with_rounding(e)
    slope = shares(e) * sums_of_others(targets) - targets * (sums_of_others(e) / total[:, None])
    slope *= factor[:, None]
    return slope


def sums_of_others(x: Floats) -> Floats:
    """Return the sum of the rest of its row for each entry.

    The largest could cancel in a difference from the sum of all: its others are added up.
    """
    total, rounding = sum_with_rounding(x)
    others = (total[:, None] - x) + rounding[:, None]
    entry = np.arange(len(x)), x.argmax(axis=-1)
    rest = x.copy()
    rest[entry] = 0.0
    others[entry] = sum_with_rounding(rest)[0]
    return others


def of_labels_from_probabilities(factor: Floats, labels: NDArray[np.intp], p: Real) -> Floats:
    """Return -f / p at the label, 0 elsewhere."""
    entry = np.arange(labels.size), labels
    slope = np.zeros(p.shape)
    slope[entry] = quotient(factor, np.full(labels.size, -1.0), wide(p[entry]))
    return slope


def of_targets_from_probabilities(factor: Floats, targets: Floats, p: Real) -> Floats:
    """Return -f target / p, 0 where the target is 0."""
    return quotient(factor[:, None], 0.0 - targets, np.where(targets == 0, 1.0, p))


class Slopes(NamedTuple):
    """The slopes of rows: of class indices, which need less work, or of a target for each class."""

    of_labels: Callable[[Floats, NDArray[np.intp], Real], Floats]
    of_targets: Callable[[Floats, Floats, Real], Floats]


FROM_SCORES = Slopes(of_labels, of_targets)
FROM_PROBABILITIES = Slopes(of_labels_from_probabilities, of_targets_from_probabilities)
