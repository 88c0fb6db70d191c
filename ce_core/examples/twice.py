"""Softmax applied twice: the mistake that everyone makes once, and what it costs."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ce_core.activations import logsumexp, softmax
from ce_core.examples.logits import LogitsExample
from ce_core.examples.types import Floats
from ce_core.losses import categorical_cross_entropy_with_logits

CURVE_REACH, CURVE_POINTS = 10.0, 81


@dataclass(frozen=True, eq=False)
class TwiceExample:
    """Probabilities that are taken for scores and go through a softmax again.

    Attributes
    ----------
    once : LogitsExample
        The scores, and what they give with one softmax.
    p : ndarray, shape (k,)
        The softmax of the probabilities.
    loss : float
        −ln of the true class's `p`.
    gradient : ndarray, shape (k,)
        The derivative of `loss` by each of `once`'s scores, through both softmaxes.
    floor, ceiling : float
        The least and the most that any scores can cost: those of a model that is certain and
        right, ln(1 + (k − 1)/e), and of one that is certain and wrong, ln(k − 1 + e).
    scores, once_losses, losses : ndarray, shape (81,)
        The true class's score moved from 10 below to 10 above where it is even with all others
        together, and both losses with it. The true class's own score may lie outside.
    """

    once: LogitsExample
    p: Floats
    loss: float
    gradient: Floats
    floor: float
    ceiling: float
    scores: Floats
    once_losses: Floats
    losses: Floats

    @classmethod
    def from_logits(cls, once: LogitsExample) -> TwiceExample:
        """Apply the second softmax.

        Examples
        --------
        >>> once = LogitsExample.of(classes=["blue", "green", "red"], scores=[2, 1, -1], true=1)
        >>> twice = TwiceExample.from_logits(once)
        >>> round(twice.loss, 4), round(twice.floor, 4)
        (1.2122, 0.5514)
        """
        k = len(once.classes)
        p = np.asarray(softmax(once.p))
        # The chain rule through the first softmax, whose Jacobian is diag(p) − p pᵀ.
        outer = p - once.y
        gradient = once.p * (outer - once.p @ outer)
        scores = _sweep(once)
        moved = np.tile(once.scores, (len(scores), 1))
        moved[:, once.true] = scores
        return cls(
            once=once,
            p=p,
            loss=float(_losses(once.p[np.newaxis], once.true)[0]),
            gradient=gradient,
            floor=math.log1p((k - 1) / math.e),
            ceiling=math.log(k - 1 + math.e),
            scores=scores,
            once_losses=_losses(moved, once.true),
            losses=_losses(np.asarray(softmax(moved)), once.true),
        )


def _sweep(once: LogitsExample) -> Floats:
    even = math.floor(float(logsumexp(np.delete(once.scores, once.true))))
    return np.linspace(even - CURVE_REACH, even + CURVE_REACH, CURVE_POINTS)


def _losses(scores: Floats, true: int) -> Floats:
    labels = np.full(len(scores), true)
    return np.asarray(categorical_cross_entropy_with_logits(labels, scores, reduction="none"))
