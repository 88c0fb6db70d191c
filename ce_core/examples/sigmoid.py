"""How likely is student A to pass? Scores, squashed into probabilities by a curve."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from ce_core.activations import sigmoid
from ce_core.checks import InputError
from ce_core.examples.cells import parse_number
from ce_core.examples.students import MOST_STUDENTS, OUTCOME, SCORE, STUDENT, model_columns
from ce_core.examples.tables import TableReader
from ce_core.examples.types import Flags, Floats
from ce_core.losses import binary_cross_entropy_with_logits

LARGEST_SCORE = 10_000.0
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
    price : ndarray, shape (n,)
        −log of the probability of what happened, in the unit of `base`; computed from the
        logits, so it is finite and exact even where `p_pass` rounds to 0 or 1.
    terms : ndarray, shape (n,)
        Each student's part of the loss: `price`, divided by n under the mean.
    loss : float
        The sum or the mean of `price`.
    twin : str or None
        A model of the table that says the same of every student, to one decimal.
    base : float or None
        Base of the logarithm; None is e.
    reduction : {"sum", "mean"}
        How the prices become a loss.
    """

    students: tuple[str, ...]
    passed: Flags
    scores: Floats
    weight: float
    bias: float
    logits: Floats
    p_pass: Floats
    slope: Floats
    price: Floats
    terms: Floats
    loss: float
    twin: str | None
    base: float | None
    reduction: Literal["sum", "mean"]

    @classmethod
    def from_table(
        cls,
        table: pd.DataFrame,
        *,
        weight: float = 1.0,
        bias: float = 0.0,
        base: float | None = 10.0,
        reduction: Literal["sum", "mean"] = "sum",
    ) -> SigmoidExample:
        """Read a table of typed cells and compute everything from it.

        Parameters
        ----------
        table : pandas.DataFrame
            Columns ``student``, ``outcome`` and ``score``; others are models' probabilities.
        weight, bias : float
            The line's w and b.
        base : float or None
            Base of the logarithm; None is e.
        reduction : {"sum", "mean"}
            How the prices become a loss.

        Raises
        ------
        InputError
            Where a cell breaks a rule (:class:`~ce_core.examples.tables.TableError`): a score
            is a number from −10000 to 10000. Also where `weight` or `bias` is not finite.

        Examples
        --------
        >>> from ce_core.examples.students import article_students
        >>> example = SigmoidExample.from_table(article_students())
        >>> example.p_pass.round(3).tolist(), round(example.loss, 4)
        ([0.198, 0.401, 0.69, 0.9], 0.5253)
        """
        for what, value in (("The weight w", weight), ("The bias b", bias)):
            if not math.isfinite(value):
                raise InputError(
                    "{what} must be a finite number; it is {value}.",
                    rule="finite",
                    what=what,
                    value=value,
                )
        reader = TableReader(table, "student", [STUDENT, OUTCOME, SCORE], most=MOST_STUDENTS)
        students = reader.read_names()
        passed = reader.read_outcomes(OUTCOME)
        scores = reader.read_numbers([SCORE], "A score", low=-LARGEST_SCORE, high=LARGEST_SCORE)
        reader.finish()

        logits = weight * scores[:, 0] + bias
        p_pass = np.asarray(sigmoid(logits))
        price = np.asarray(
            binary_cross_entropy_with_logits(
                passed.astype(np.float64), logits, base=base, reduction="none"
            )
        )
        return cls(
            students=students,
            passed=passed,
            scores=scores[:, 0],
            weight=weight,
            bias=bias,
            logits=logits,
            p_pass=p_pass,
            slope=p_pass * np.asarray(sigmoid(-logits)) * weight,
            price=price,
            terms=price / len(students) if reduction == "mean" else price,
            loss=float(
                binary_cross_entropy_with_logits(
                    passed.astype(np.float64), logits, base=base, reduction=reduction
                )
            ),
            twin=_twin(reader.table, p_pass),
            base=base,
            reduction=reduction,
        )

    @property
    def boundary(self) -> float | None:
        """The score at which a pass is as likely as not, −b/w; None where w is 0."""
        return -self.bias / self.weight + 0.0 if self.weight else None

    @property
    def costliest(self) -> int:
        """Position of the student who costs most."""
        return int(np.argmax(self.price))

    @property
    def wrong_side(self) -> tuple[int, ...]:
        """Positions of the students whose outcome was given a probability below 0.5."""
        return tuple(np.flatnonzero(np.where(self.passed, self.logits < 0, self.logits > 0)))

    def share(self, student: int) -> float:
        """Return the student's part of the loss, from 0 to 1; NaN where the loss is 0."""
        total = float(self.price.sum())
        return float(self.price[student]) / total if total else math.nan

    def curve(self, low: float, high: float, *, points: int = 121) -> tuple[Floats, Floats]:
        """Return scores from `low` to `high`, densest where the curve bends, and P(pass) there.

        Examples
        --------
        >>> from ce_core.examples.students import article_students
        >>> x, p = SigmoidExample.from_table(article_students(), weight=0.0).curve(-4, 4)
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


def _twin(table: pd.DataFrame, p_pass: Floats) -> str | None:
    for model in model_columns(table):
        said = [parse_number(cell) for cell in table[model]]
        if all(
            p is not None and round(p, 1) == round(float(ours), 1)
            for p, ours in zip(said, p_pass, strict=True)
        ):
            return model
    return None
