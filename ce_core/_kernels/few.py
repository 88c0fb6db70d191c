"""Few samples, in Python's own arithmetic.

A NumPy call takes half a microsecond before it counts anything, Python's logarithm a tenth of one.
The formulas are those of the other modules, one number at a time; sums are rounded once.
"""

from __future__ import annotations

import math

from ce_core._kernels.blocks import Real, exactly

FEW = 16
"""Numbers up to which this is faster."""

NEAR = 300
"""Scores within this have exponentials whose quotient has all its digits."""


def are_labels(y: Real) -> bool:
    """Whether every value is 0 or 1."""
    return {0, 1}.issuperset(y.tolist())


def sum_from_logits(y: Real, x: Real) -> float:
    """Return the sum of log(1 + exp(wrong)), where wrong is x for a 0 and -x for a 1."""
    return exactly(
        [
            _softplus(-score if label else score)
            for label, score in zip(y.tolist(), x.tolist(), strict=True)
        ]
    )


def _softplus(x: float) -> float:
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


def sum_from_probabilities(y: Real, p: Real) -> float:
    """Return the sum of -log p for a 1 and -log(1 - p) for a 0."""
    pairs = list(zip(y.tolist(), p.tolist(), strict=True))
    if any(chance == 1 - label for label, chance in pairs):
        return math.inf
    return exactly(
        [0.0 - (math.log(chance) if label else math.log1p(-chance)) for label, chance in pairs]
    )


def losses_of_labels(z: Real, labels: Real) -> list[float] | None:
    """Return log1p(sum over the others / exp(z_label)) of each row; None if a score is far."""
    losses = []
    for row, label in zip(z.tolist(), labels.tolist(), strict=True):
        if not (max(row) < NEAR and min(row) > -NEAR):
            return None
        e = [math.exp(score) for score in row]
        own, e[label] = e[label], 0.0
        losses.append(math.log1p(math.fsum(e) / own))
    return losses
