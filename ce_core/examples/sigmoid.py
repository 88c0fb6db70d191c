"""How likely is student A to pass? Scores, squashed into probabilities by a curve."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ce_core.activations import sigmoid
from ce_core.examples import _checks
from ce_core.examples.types import Flags, Floats
from ce_core.losses import binary_cross_entropy_with_logits

# A score further from the boundary than this, in logits, lies on the flat part of the curve.
_FLAT = 9.0


@dataclass(frozen=True, eq=False)
class SigmoidExample:
    """What a line w·x + b and the sigmoid make of each student's score, and what it costs.

    Attributes
    ----------
    students : tuple of str
        Names; n students.
    passed : ndarray of bool, shape (n,)
        What happened.
    scores : ndarray, shape (n,)
        Each student's score x.
    weight, bias : float
        The line's w and b.
    logits : ndarray, shape (n,)
        w·x + b.
    p_pass : ndarray, shape (n,)
        The sigmoid of `logits`: the probability of a pass.
    slope : ndarray, shape (n,)
        How much `p_pass` grows with each unit of score at that student: σ'(w·x + b)·w.
    surprisal : ndarray, shape (n,)
        −log of the probability of what happened, in the unit of `base`; computed from the
        logits, so it is finite and exact even where `p_pass` rounds to 0 or 1.
    terms : ndarray, shape (n,)
        Each student's part of the loss: `surprisal`, divided by n under the mean.
    loss : float
        The sum or the mean of `surprisal`.
    twin : str or None
        The model among `others` that says the same of every student, to one decimal.
    base : float or None
        Base of the logarithm; None is e.
    reduction : {"sum", "mean"}
        How the surprisals become a loss.
    """

    students: tuple[str, ...]
    passed: Flags
    scores: Floats
    weight: float
    bias: float
    logits: Floats
    p_pass: Floats
    slope: Floats
    surprisal: Floats
    terms: Floats
    loss: float
    twin: str | None
    base: float | None
    reduction: Literal["sum", "mean"]

    @classmethod
    def of(
        cls,
        *,
        students: Sequence[str],
        passed: ArrayLike,
        scores: ArrayLike,
        weight: float = 1.0,
        bias: float = 0.0,
        others: Mapping[str, ArrayLike] | None = None,
        base: float | None = 10.0,
        reduction: Literal["sum", "mean"] = "sum",
    ) -> SigmoidExample:
        """Compute everything from the students' scores and a line.

        Parameters
        ----------
        students : sequence of str
            Names, none twice; n students.
        passed : array_like, shape (n,)
            What happened: true or 1 for a pass.
        scores : array_like, shape (n,)
            Each student's score x, finite.
        weight, bias : float
            The line's w and b.
        others : mapping of str to array_like, shape (n,), optional
            What other models say of a pass, by their names; NaN where one says nothing.
        base : float or None
            Base of the logarithm; None is e.
        reduction : {"sum", "mean"}
            How the surprisals become a loss.

        Raises
        ------
        InputError
            Where a shape, a name, a number or an option breaks a rule.

        Examples
        --------
        >>> example = SigmoidExample.of(
        ...     students="ABCD", passed=[0, 0, 1, 1], scores=[-1.4, -0.4, 0.8, 2.2]
        ... )
        >>> example.p_pass.round(3).tolist(), round(example.loss, 4)
        ([0.198, 0.401, 0.69, 0.9], 0.5253)
        """
        _checks.sum_or_mean(reduction)
        _checks.finite_number(weight, "The weight w")
        _checks.finite_number(bias, "The bias b")
        names = _checks.names(students, "students")
        n = len(names)
        happened = _checks.flags(passed, "passed", (n,))
        x = _checks.finite(scores, "scores", (n,))
        logits = weight * x + bias
        p_pass = np.asarray(sigmoid(logits))
        y_true = happened.astype(np.float64)
        surprisal = np.asarray(
            binary_cross_entropy_with_logits(y_true, logits, base=base, reduction="none")
        )
        return cls(
            students=names,
            passed=happened,
            scores=x,
            weight=weight,
            bias=bias,
            logits=logits,
            p_pass=p_pass,
            slope=p_pass * np.asarray(sigmoid(-logits)) * weight,
            surprisal=surprisal,
            terms=surprisal / n if reduction == "mean" else surprisal,
            loss=float(
                binary_cross_entropy_with_logits(y_true, logits, base=base, reduction=reduction)
            ),
            twin=_twin(
                {
                    name: _checks.numbers(said, f"what {name} says", (n,))
                    for name, said in (others or {}).items()
                },
                p_pass,
            ),
            base=base,
            reduction=reduction,
        )

    @property
    def boundary(self) -> float | None:
        """The score at which a pass is as likely as not, −b/w; None where w is 0."""
        return -self.bias / self.weight + 0.0 if self.weight else None

    @property
    def most_surprising(self) -> int:
        """Position of the student who costs most."""
        return int(np.argmax(self.surprisal))

    @property
    def wrong_side(self) -> tuple[int, ...]:
        """Positions of the students whose outcome was given a probability below 0.5."""
        return tuple(np.flatnonzero(np.where(self.passed, self.logits < 0, self.logits > 0)))

    def share(self, student: int) -> float:
        """Return the student's part of the loss, from 0 to 1; NaN where the loss is 0."""
        total = float(self.surprisal.sum())
        return float(self.surprisal[student]) / total if total else math.nan

    def curve(self, low: float, high: float, *, points: int = 121) -> tuple[Floats, Floats]:
        """Return scores from `low` to `high`, densest where the curve bends, and P(pass) there.

        Examples
        --------
        >>> flat = SigmoidExample.of(students="AB", passed=[0, 1], scores=[-1, 1], weight=0.0)
        >>> x, p = flat.curve(-4, 4)
        >>> x.tolist(), p.tolist()
        ([-4.0, 4.0], [0.5, 0.5])
        """
        ends = np.array([low, high], dtype=np.float64)
        scores = ends
        if self.weight:
            first, last = np.clip(self.weight * ends + self.bias, -_FLAT, _FLAT)
            steps = (np.linspace(first, last, points) - self.bias) / self.weight
            scores = np.unique(np.clip(np.concatenate([ends, steps]), low, high))
        return scores, np.asarray(sigmoid(self.weight * scores + self.bias))


def _twin(others: Mapping[str, Floats], p_pass: Floats) -> str | None:
    ours = [round(p, 1) for p in p_pass.tolist()]
    return next(
        (name for name, said in others.items() if [round(p, 1) for p in said.tolist()] == ours),
        None,
    )
