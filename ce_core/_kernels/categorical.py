"""Rows of scores: their exponentials beside the largest, and the loss of a label."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels import few
from ce_core._kernels.blocks import Floats, Real, wide
from ce_core._kernels.divergence import surprisal
from ce_core._kernels.sums import padded, row_sums, sum_with_rounding

LEAST, MOST = 1e-290, 1e290
"""Exponentials in this range have all their digits. Their quotient may still leave it."""


def shifted(z: Real, temperature: float = 1.0) -> tuple[Floats, Floats]:
    """Return (z - max z) / temperature as a rounded number and what the rounding left over.

    A single +∞ stands infinitely far above the rest of its row. Rows without a limit, all -∞ or
    with several +∞, come out NaN.
    """
    z = wide(z)
    largest = z.max(axis=-1, keepdims=True)
    distance = z - largest
    left_over = _rounding_of_difference(z, largest, distance)
    if temperature != 1.0:
        scaled = distance / temperature
        left_over += _rounding_of_product(scaled, temperature, distance)
        left_over /= temperature
        distance = scaled
    if np.isposinf(largest).any():
        infinite = z == np.inf
        distance[infinite & (infinite.sum(axis=-1, keepdims=True) == 1)] = 0.0
    left_over[~np.isfinite(left_over)] = 0.0
    return distance, left_over


def _rounding_of_difference(a: Floats, b: Floats, difference: Floats) -> Floats:
    """Return a - b - difference exactly, difference being the rounded a - b (Knuth's TwoSum)."""
    minus_b = difference - a
    rounding: Floats = (a - (difference - minus_b)) - (b + minus_b)
    return rounding


def _rounding_of_product(a: Floats, b: float, product: Floats) -> Floats:
    """Return product - a·b exactly, product being close to a·b (Dekker's product)."""
    a_high, a_low = _halves(a)
    b_high, b_low = _halves(np.asarray(b))
    rest = product - a_high * b_high
    rounding: Floats = ((rest - a_high * b_low) - a_low * b_high) - a_low * b_low
    return rounding


def _halves(a: Any) -> tuple[Any, Any]:
    """Split each number into two of 26 bits, whose products are exact (Veltkamp's splitting)."""
    scaled = a * 134217729.0
    high = scaled - (scaled - a)
    return high, a - high


def exponentials(distance: Floats, left_over: Floats) -> Floats:
    """Return exp(distance + left_over)."""
    e = np.exp(distance)
    e += e * left_over
    return e


def softmax(z: Real, temperature: float = 1.0) -> Floats:
    """Return exp(z / temperature) along the last axis, each row scaled to sum to 1."""
    return shares(exponentials(*shifted(z, temperature)))


def shares(e: Floats) -> Floats:
    """Divide each row by its sum, and take out the rounding of the sum."""
    total, rounding = sum_with_rounding(e)
    result: Floats = e / total[..., None]
    result -= result * (rounding / total)[..., None]
    return result


def log_softmax(z: Real, temperature: float = 1.0) -> Floats:
    """Return the logarithm of `softmax`, the largest entry of each row free of cancellation."""
    distance, left_over = shifted(z, temperature)
    return (distance - log_of_sum(distance, left_over)) + left_over


def log_of_sum(distance: Floats, left_over: Floats) -> Floats:
    """Return log sum exp(distance + left_over) for rows whose largest distance is 0.

    The 1 that the largest contributes goes into log1p, so that a tiny rest is not lost beside it.
    """
    e = exponentials(distance, left_over)
    np.put_along_axis(e, distance.argmax(axis=-1, keepdims=True), 0.0, axis=-1)
    return np.log1p(row_sums(e)[:, None])


def logsumexp(z: Real) -> Floats:
    """Return log sum exp(z) along the last axis; ±∞ where the largest is."""
    z = wide(z)
    distance, left_over = shifted(z)
    largest = z.max(axis=-1)
    result: Floats = largest + log_of_sum(distance, left_over)[..., 0]
    return np.where(np.isinf(largest), largest, result)


def loss_of_labels(z: Real, labels: NDArray[np.intp]) -> Floats:
    """Return -log softmax(z)[label] of each row as log1p(sum over the others / exp(z_label)).

    Exponentials of the scores as they are need neither a maximum nor a difference and have no
    rounding but their own. The few rows that leave the range of exponentials, or whose quotient of
    two does (e^400 / e^-400), are done again the longer way.
    """
    rows, classes = z.shape
    if z.size <= few.FEW and (few_losses := few.losses_of_labels(z, labels)):
        return np.array(few_losses)
    width = padded(classes)
    e = np.empty((rows, width))
    e[:, classes:] = 0.0
    scores = e[:, :classes]
    np.exp(z if z.dtype == np.float64 else _copied(z, scores), out=scores)
    entry = np.arange(0, rows * width, width)
    entry += labels
    flat = e.reshape(-1)
    label = flat[entry]
    flat[entry] = 0.0
    others = row_sums(e)
    losses = np.log1p(others / label)
    if not (
        label.min() > LEAST
        and label.max() < MOST
        and others.min() > LEAST
        and losses.max() < np.inf
    ):
        safe = (label > LEAST) & (label < MOST) & (others > LEAST) & (losses < np.inf)
        again = np.flatnonzero(~safe)
        logs = log_softmax(z[again])
        losses[again] = 0.0 - logs[np.arange(again.size), labels[again]]
    return losses


def _copied(z: Real, to: Floats) -> Floats:
    """Copy the scores, which widens them faster than a function of float64 that reads them does."""
    to[...] = z
    return to


def surprisals_from_scores(z: Real) -> Floats:
    """Return -log softmax(z), the surprisal of every class."""
    return 0.0 - log_softmax(z)


def surprisal_of_labels(p: Real, labels: NDArray[np.intp]) -> Floats:
    """Return -log p[label] of each row."""
    return surprisal(p[np.arange(p.shape[0]), labels])


class Surprisals(NamedTuple):
    """The surprisals of rows: of their labels alone, which is cheaper, or of every class."""

    of_labels: Callable[[Real, NDArray[np.intp]], Floats]
    of_classes: Callable[[Real], Floats]


FROM_SCORES = Surprisals(loss_of_labels, surprisals_from_scores)
FROM_PROBABILITIES = Surprisals(surprisal_of_labels, surprisal)
