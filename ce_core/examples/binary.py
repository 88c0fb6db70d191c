"""Two models, four students: whose probabilities of what happened are higher?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ce_core.examples import _checks
from ce_core.examples.types import Flags, Floats
from ce_core.likelihood import likelihood
from ce_core.losses import binary_cross_entropy


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
    surprisal : ndarray, shape (n, m)
        −log of `p_true`, in the unit of `base`; ∞ where what happened had probability 0.
    terms : ndarray, shape (n, m)
        Each student's part of the loss: `surprisal`, divided by n under the mean.
    likelihood : ndarray, shape (m,)
        The product of `p_true` over the students.
    loss : ndarray, shape (m,)
        The binary cross-entropy: the sum or the mean of `surprisal` over the students.
    base : float or None
        Base of the logarithm; None is e.
    reduction : {"sum", "mean"}
        How the surprisals become a loss.
    """

    students: tuple[str, ...]
    models: tuple[str, ...]
    passed: Flags
    p_pass: Floats
    p_true: Floats
    surprisal: Floats
    terms: Floats
    likelihood: Floats
    loss: Floats
    base: float | None
    reduction: Literal["sum", "mean"]

    @classmethod
    def of(
        cls,
        *,
        students: Sequence[str],
        models: Sequence[str],
        passed: ArrayLike,
        p_pass: ArrayLike,
        base: float | None = 10.0,
        reduction: Literal["sum", "mean"] = "sum",
    ) -> StudentExample:
        """Compute everything from what happened and what each model had said of it.

        Parameters
        ----------
        students, models : sequence of str
            Names, none twice; n students and m models.
        passed : array_like, shape (n,)
            What happened: true or 1 for a pass.
        p_pass : array_like, shape (n, m)
            Each model's probability of a pass, from 0 to 1.
        base : float or None
            Base of the logarithm; None is e.
        reduction : {"sum", "mean"}
            How the surprisals become a loss.

        Raises
        ------
        InputError
            Where a shape, a name, a probability or an option breaks a rule.

        Examples
        --------
        >>> example = StudentExample.of(
        ...     students=["A", "B", "C", "D"],
        ...     models=["Model A", "Model B"],
        ...     passed=[0, 0, 1, 1],
        ...     p_pass=[[0.9, 0.2], [0.3, 0.4], [0.6, 0.7], [0.2, 0.9]],
        ... )
        >>> example.loss.round(4).tolist()
        [2.0757, 0.5194]
        """
        _checks.sum_or_mean(reduction)
        student_names = _checks.names(students, "students")
        model_names = _checks.names(models, "models")
        happened = _checks.flags(passed, "passed", (len(student_names),))
        p = _checks.probabilities(p_pass, "p_pass", (len(student_names), len(model_names)))

        y_true = np.broadcast_to(happened[:, np.newaxis], p.shape).astype(np.float64)
        surprisal = np.asarray(binary_cross_entropy(y_true, p, base=base, reduction="none"))
        p_true = np.where(happened[:, np.newaxis], p, 1.0 - p)
        return cls(
            students=student_names,
            models=model_names,
            passed=happened,
            p_pass=p,
            p_true=p_true,
            surprisal=surprisal,
            terms=surprisal / len(student_names) if reduction == "mean" else surprisal,
            likelihood=np.array([likelihood(column) for column in p_true.T]),
            loss=np.array(
                [
                    binary_cross_entropy(y, p, base=base, reduction=reduction)
                    for y, p in zip(y_true.T, p.T, strict=True)
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

    def most_surprising(self, model: int) -> int:
        """Return the position of the student who costs that model most."""
        return int(np.argmax(self.surprisal[:, model]))

    def share(self, model: int, student: int) -> float:
        """Return the student's part of the model's loss, from 0 to 1; NaN where it is ∞ or 0."""
        total = self.surprisal[:, model].sum()
        return float(self.surprisal[student, model] / total) if 0 < total < np.inf else float("nan")

    def times_likelier(self, model: int, other: int) -> float:
        """Return how many times likelier `model` makes what happened than `other` does."""
        totals = self.surprisal.sum(axis=0)
        if np.isinf(totals[model]) and np.isinf(totals[other]):
            return float("nan")
        with np.errstate(over="ignore"):
            return float(np.power(self.base or np.e, totals[other] - totals[model]))
