"""Gradients of the losses, one slope for each element, each sample's times a factor of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.binary import log_sigmoid, sigmoid
from ce_core._kernels.blocks import Floats, Real, wide
from ce_core._kernels.categorical import exponentials, shares, shifted
from ce_core._kernels.divergence import weighted
from ce_core._kernels.sums import sum_with_rounding
from ce_core._kernels.targets import Targets


def from_probabilities(factor: Floats, targets: Targets, p: Real) -> Floats:
    """Return f (b / (1 - p) - a / p), a and b the terms of the targets; as one fraction of both."""
    p = wide(p)
    if targets.smoothing:
        success, failure = targets.terms(np.longdouble)
        distance = np.where(p > 0.5, failure - (1 - p.astype(np.longdouble)), p - success)
        return quotient(factor, distance.astype(np.float64) / (1.0 - p), p)
    y = wide(targets.y)
    numerator = (p - y) / (1.0 - p)
    numerator[y == 1] = -1.0
    slope = quotient(factor, numerator, p)
    failure = np.flatnonzero(y == 0)
    if failure.size:
        slope[failure] = weighted(factor[failure], 1.0 / (1.0 - p[failure]))
    return slope


def quotient(factor: Floats, numerator: Floats, p: Floats) -> Floats:
    """Return f a / p, also where a / p exceeds the largest float and f brings it back; 0 · ∞ = 0.

    Only a subnormal p makes it exceed that; 2**100 times as large, it does not.
    """
    slope = weighted(factor, numerator / p)
    beyond = np.isinf(slope) & (p > 0) & (factor < 1)
    if beyond.any():
        again = np.ldexp(factor * (numerator / np.ldexp(p, 100)), 100)
        slope[beyond] = again[beyond]
    return slope


def from_logits(factor: Floats, targets: Targets, x: Real) -> Floats:
    """Return f (b sigmoid(x) - a sigmoid(-x)), a and b the terms of the targets.

    A soft label close to its own probability leaves only the difference of two roundings: there
    the terms are taken as long doubles, which have 11 bits more where the platform can.
    """
    x = wide(x)
    success, failure = targets.terms()
    up, down = failure * sigmoid(x), success * sigmoid(-x)
    slope: Floats = up - down
    close = np.flatnonzero((up < 32 * down) & (down < 32 * up))
    if close.size:
        slope[close] = _extended_from_logits(targets.at(close), x[close])
    return factor * slope


def _extended_from_logits(targets: Targets, x: Floats) -> Floats:
    success, failure = targets.terms(np.longdouble)
    e = np.exp(-np.abs(x).astype(np.longdouble))
    numerator = np.where(x > 0, failure - success * e, failure * e - success)
    slope: Floats = (numerator / (1 + e)).astype(np.float64)
    return slope


def focal(
    factor: Floats, targets: Targets, x: Real, gamma: float, positive: float, negative: float
) -> Floats:
    """Return f times the slope of the focal loss by each score."""
    success, failure = targets.terms()
    x = wide(x)
    rise = negative * failure * _focal_fall(-x, gamma)
    return factor * (rise - positive * success * _focal_fall(x, gamma))


def _focal_fall(x: Floats, gamma: float) -> Floats:
    """Return minus the slope of q**g · -log p: q**g (g p · -log p + q), p and q both sigmoids."""
    p, q = sigmoid(x), sigmoid(-x)
    fall: Floats = q**gamma * (weighted(gamma * p, 0.0 - log_sigmoid(x)) + q)
    return fall


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


def of_targets(factor: Floats, targets: Floats, class_weight: Floats | None, z: Real) -> Floats:
    """Return f (p (sum of the other targets) - target (sum of the other p)), p the softmax.

    It is f (p (sum of all targets) - target), but a target of nearly all its row or a p of nearly
    1 loses no digit.
    """
    if class_weight is not None:
        targets = class_weight * targets
    e = exponentials(*shifted(z))
    slope = e * sums_of_others(targets) - targets * sums_of_others(e)
    slope *= factor[:, None]
    slope /= sum_with_rounding(e)[0][:, None]
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


def of_targets_from_probabilities(
    factor: Floats, targets: Floats, class_weight: Floats | None, p: Real
) -> Floats:
    """Return -f w target / p, 0 where the target is 0.

    The weight comes last: by a small one a small target would lose digits that 1 / p brings back.
    """
    weight = factor[:, None] if class_weight is None else factor[:, None] * class_weight
    return quotient(weight, 0.0 - targets, np.where(targets == 0, 1.0, p))


class Slopes(NamedTuple):
    """The slopes of rows: of class indices, which need less work, or of a target for each class."""

    of_labels: Callable[[Floats, NDArray[np.intp], Real], Floats]
    of_targets: Callable[[Floats, Floats, Floats | None, Real], Floats]


FROM_SCORES = Slopes(of_labels, of_targets)
FROM_PROBABILITIES = Slopes(of_labels_from_probabilities, of_targets_from_probabilities)
