"""Two models, four students: whose probabilities of what happened are higher?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from ce_core.checks import InputError
from ce_core.examples.students import MOST_MODELS, MOST_STUDENTS, OUTCOME, STUDENT, model_columns
from ce_core.examples.tables import TableReader
from ce_core.examples.types import Flags, Floats
from ce_core.losses import binary_cross_entropy, likelihood


@dataclass(frozen=True, eq=False)
class StudentExample:
    """What several models said of several students, and what each sentence costs.

    Attributes
    ----------
    students, models : tuple of str
        Names; n students and m models.
    passed : ndarray of bool, shape (n,)
        What happened.
    p_pass, p_true : ndarray, shape (n, m)
        Each model's probability of a pass, and of what really happened.
    price : ndarray, shape (n, m)
        −log of `p_true`, in the unit of `base`; ∞ where what happened had probability 0.
    terms : ndarray, shape (n, m)
        Each student's part of the loss: `price`, divided by n under the mean.
    likelihood : ndarray, shape (m,)
        The product of `p_true` over the students.
    loss : ndarray, shape (m,)
        The binary cross-entropy: the sum or the mean of `price` over the students.
    base : float or None
        Base of the logarithm; None is e.
    reduction : {"sum", "mean"}
        How the prices become a loss.
    """

    students: tuple[str, ...]
    models: tuple[str, ...]
    passed: Flags
    p_pass: Floats
    p_true: Floats
    price: Floats
    terms: Floats
    likelihood: Floats
    loss: Floats
    base: float | None
    reduction: Literal["sum", "mean"]

    @classmethod
    def from_table(
        cls,
        table: pd.DataFrame,
        *,
        base: float | None = 10.0,
        reduction: Literal["sum", "mean"] = "sum",
    ) -> StudentExample:
        """Read a table of typed cells and compute everything from it.

        Parameters
        ----------
        table : pandas.DataFrame
            Columns ``student``, ``outcome`` and one for each model's P(pass).
        base : float or None
            Base of the logarithm; None is e.
        reduction : {"sum", "mean"}
            How the prices become a loss.

        Raises
        ------
        InputError
            Where a cell breaks a rule (:class:`~ce_core.examples.tables.TableError`), or there
            is no model or more than six.

        Examples
        --------
        >>> from ce_core.examples.students import article_students
        >>> StudentExample.from_table(article_students()).loss.round(4).tolist()
        [2.0757, 0.5194]
        """
        models = model_columns(table)
        if not 1 <= len(models) <= MOST_MODELS:
            raise InputError(
                "There must be 1 to {most} models; there are {count}.",
                rule="models_count",
                most=MOST_MODELS,
                count=len(models),
            )
        reader = TableReader(table, "student", [STUDENT, OUTCOME, *models], most=MOST_STUDENTS)
        students = reader.read_names()
        passed = reader.read_outcomes(OUTCOME)
        p_pass = reader.read_probabilities(models, "P(pass)")
        reader.finish()

        y_true = np.broadcast_to(passed[:, np.newaxis], p_pass.shape).astype(np.float64)
        price = np.asarray(binary_cross_entropy(y_true, p_pass, base=base, reduction="none"))
        p_true = np.where(passed[:, np.newaxis], p_pass, 1.0 - p_pass)
        return cls(
            students=students,
            models=tuple(models),
            passed=passed,
            p_pass=p_pass,
            p_true=p_true,
            price=price,
            terms=price / len(students) if reduction == "mean" else price,
            likelihood=np.array([likelihood(column) for column in p_true.T]),
            loss=np.array(
                [
                    binary_cross_entropy(y, p, base=base, reduction=reduction)
                    for y, p in zip(y_true.T, p_pass.T, strict=True)
                ]
            ),
            base=base,
            reduction=reduction,
        )

    @property
    def best(self) -> tuple[int, ...]:
        """Positions of the models with the lowest loss; more than one where they tie.

        The order in which the students are added may not decide, so a rounding error is a tie.
        """
        return tuple(np.flatnonzero(np.isclose(self.loss, self.loss.min(), rtol=1e-12, atol=0.0)))

    def costliest(self, model: int) -> int:
        """Return the position of the student who costs that model most."""
        return int(np.argmax(self.price[:, model]))

    def share(self, model: int, student: int) -> float:
        """Return the student's part of the model's loss, from 0 to 1; NaN where it is ∞ or 0."""
        total = self.price[:, model].sum()
        return float(self.price[student, model] / total) if 0 < total < np.inf else float("nan")

    def times_likelier(self, model: int, other: int) -> float:
        """Return how many times likelier `model` makes what happened than `other` does."""
        totals = self.price.sum(axis=0)
        if np.isinf(totals[model]) and np.isinf(totals[other]):
            return float("nan")
        with np.errstate(over="ignore"):
            return float(np.power(self.base or np.e, totals[other] - totals[model]))
