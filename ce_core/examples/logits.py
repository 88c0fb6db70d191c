"""Straight from scores: the loss as one function of the score, and its gradient p − y."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ce_core.activations import sigmoid, softmax
from ce_core.checks import InputError
from ce_core.examples import _checks
from ce_core.examples.types import Floats
from ce_core.gradients import (
    binary_cross_entropy_with_logits_gradient,
    categorical_cross_entropy_with_logits_gradient,
)
from ce_core.losses import binary_cross_entropy_with_logits, categorical_cross_entropy_with_logits

CURVE_END, CURVE_STEP = 8.0, 0.2


@dataclass(frozen=True, eq=False)
class ScoreExample:
    """One score, what really happened, and what the score costs.

    Attributes
    ----------
    score : float
        The score x.
    y : {0, 1}
        What happened.
    p : float
        sigmoid(x), the probability of 1.
    surprisal, other_surprisal : float
        −ln of the probability of `y`, and of what did not happen.
    gradient : float
        The derivative of the surprisal by the score: `p` − `y`.
    squared_gradient : float
        The derivative of (p − y)², the squared error, by the score: 2 (p − y) p (1 − p).
    scores, surprisal_of_one, surprisal_of_zero : ndarray, shape (81,)
        Both surprisals for scores from −8 to 8.
    """

    score: float
    y: Literal[0, 1]
    p: float
    surprisal: float
    other_surprisal: float
    gradient: float
    squared_gradient: float
    scores: Floats
    surprisal_of_one: Floats
    surprisal_of_zero: Floats

    @classmethod
    def from_score(cls, score: float, y: Literal[0, 1]) -> ScoreExample:
        """Compute everything from a finite score and what happened, 0 or 1.

        Raises
        ------
        InputError
            Where the score is not finite, or `y` neither 0 nor 1.

        Examples
        --------
        >>> undecided = ScoreExample.from_score(0.0, 1)
        >>> undecided.p, undecided.gradient, round(undecided.surprisal, 4)
        (0.5, -0.5, 0.6931)
        """
        if not np.isfinite(score):
            raise InputError("A score must be finite; it is {value}.", rule="finite", value=score)
        if y not in (0, 1):
            raise InputError("What happened is 0 or 1; it is {value}.", rule="label", value=y)
        p, not_p = float(sigmoid(score)), float(sigmoid(-score))
        steps = round(CURVE_END / CURVE_STEP)
        scores: Floats = np.arange(-steps, steps + 1).astype(np.float64) * CURVE_STEP
        gradient = float(binary_cross_entropy_with_logits_gradient([y], [score])[0])
        return cls(
            score=score,
            y=y,
            p=p,
            surprisal=float(_surprisals(y, [score])[0]),
            other_surprisal=float(_surprisals(1 - y, [score])[0]),
            gradient=gradient,
            squared_gradient=2 * gradient * p * not_p,
            scores=scores,
            surprisal_of_one=_surprisals(1, scores),
            surprisal_of_zero=_surprisals(0, scores),
        )


def _surprisals(y: int, scores: Floats | list[float]) -> Floats:
    labels = np.full(len(scores), y)
    return np.asarray(binary_cross_entropy_with_logits(labels, scores, reduction="none"))


@dataclass(frozen=True, eq=False)
class LogitsExample:
    """The scores of several classes, which one it was, and what the scores cost.

    Attributes
    ----------
    classes : tuple of str
        Names; k classes.
    scores : ndarray, shape (k,)
        The scores z.
    true : int
        Position of the class that it really was.
    y, p : ndarray, shape (k,)
        1 for the true class and 0 for the others; the softmax of the scores.
    loss : float
        −ln of the true class's probability, computed from the scores.
    gradient : ndarray, shape (k,)
        The derivative of the loss by each score: `p` − `y`. It sums to 0.
    naive_loss : float
        The same loss by exp, division and logarithm in float64: ∞ or NaN for large scores.
    """

    classes: tuple[str, ...]
    scores: Floats
    true: int
    y: Floats
    p: Floats
    loss: float
    gradient: Floats
    naive_loss: float

    @classmethod
    def of(cls, *, classes: Sequence[str], scores: ArrayLike, true: int) -> LogitsExample:
        """Compute everything from the classes' scores and which one it was.

        Parameters
        ----------
        classes : sequence of str
            Their names, none twice; k classes.
        scores : array_like, shape (k,)
            Their scores z, finite.
        true : int
            Position of the class that it really was.

        Raises
        ------
        InputError
            Where a name, a shape or a score breaks a rule, or `true` is no class's position.

        Examples
        --------
        >>> example = LogitsExample.of(
        ...     classes=["blue", "green", "red"], scores=[2.0, 1.0, -1.0], true=1
        ... )
        >>> example.p.round(4).tolist(), example.gradient.round(4).tolist()
        ([0.7054, 0.2595, 0.0351], [0.7054, -0.7405, 0.0351])
        """
        names = _checks.names(classes, "classes")
        z = _checks.finite(scores, "scores", (len(names),))
        label = int(_checks.positions(true, "true", (), len(names)))
        return cls(
            classes=names,
            scores=z,
            true=label,
            y=np.eye(len(names))[label],
            p=np.asarray(softmax(z)),
            loss=float(categorical_cross_entropy_with_logits([label], [z])),
            gradient=np.asarray(categorical_cross_entropy_with_logits_gradient([label], [z]))[0],
            naive_loss=_naive_loss(z, label),
        )

    @property
    def hardest_rival(self) -> int:
        """Position of the class, other than the true one, whose score is pushed down most."""
        return int(np.argmax(np.where(self.y == 1, -np.inf, self.gradient)))


def _naive_loss(scores: Floats, true: int) -> float:
    with np.errstate(all="ignore"):
        e = np.exp(scores)
        return float(0.0 - np.log(e[true] / e.sum()))
