"""Why not the product? A class of up to 5000, where the product runs out of float64."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ce_core.checks import InputError
from ce_core.examples.binary import StudentExample
from ce_core.examples.types import Floats
from ce_core.information import surprisal

MOST_IN_CLASS = 5000
SMALLEST_FLOAT64 = 5e-324


@dataclass(frozen=True, eq=False)
class ClassExample:
    """A class that repeats the students in turn, and its likelihood as a product and as a sum.

    Attributes
    ----------
    models : tuple of str
        Names; m models.
    size : int
        Students in the class.
    product : ndarray, shape (5000, m)
        The float64 product over the first 1, 2, … students.
    log10_sum : ndarray, shape (5000, m)
        The sum of base-10 logarithms over the same students: −∞ only where one is.
    ends_at : tuple of int or None
        The class size from which on float64 has lost each model's product although every factor
        is greater than 0: it is exactly 0 or, where all factors exceed ½ and so round back up,
        stuck at the smallest number, 5e-324. None where the product lasts up to 5000.
    changed_student : str
        The student whose probability is changed, in one seat of the class.
    p_before, p_after : float
        The first model's probability of what happened to that student, before and after.
    product_after, log10_sum_after : float
        The first model's product and sum with that one change.
    """

    models: tuple[str, ...]
    size: int
    product: Floats
    log10_sum: Floats
    ends_at: tuple[int | None, ...]
    changed_student: str
    p_before: float
    p_after: float
    product_after: float
    log10_sum_after: float

    @classmethod
    def from_students(cls, example: StudentExample, *, size: int, p_after: float) -> ClassExample:
        """Seat the students in turn until there are 5000, and change one of them.

        Parameters
        ----------
        example : StudentExample
            The students.
        size : int
            Students in the class, 1 to 5000.
        p_after : float
            What the first model gives the truth of its most surprising student, after the change.

        Raises
        ------
        InputError
            Where `size` or `p_after` lies outside its bounds.

        Examples
        --------
        >>> four = StudentExample.of(
        ...     students="ABCD",
        ...     models=["Model A", "Model B"],
        ...     passed=[0, 0, 1, 1],
        ...     p_pass=[[0.9, 0.2], [0.3, 0.4], [0.6, 0.7], [0.2, 0.9]],
        ... )
        >>> ClassExample.from_students(four, size=1000, p_after=0.9).ends_at
        (624, 2490)
        """
        if not 1 <= size <= MOST_IN_CLASS:
            raise InputError(
                "A class has 1 to {most} students; this one has {value}.",
                rule="class_size",
                most=MOST_IN_CLASS,
                value=size,
            )
        if not 0 <= p_after <= 1:
            raise InputError(
                "A probability must lie between 0 and 1; the changed one is {value}.",
                rule="probability_range",
                value=p_after,
            )
        seats = np.resize(np.arange(len(example.students)), MOST_IN_CLASS)
        factors = example.p_true[seats]
        product, log10_sum = _running(factors)
        changed = example.most_surprising(0)
        factors_after = factors[:size, :1].copy()
        factors_after[min(changed, size - 1)] = p_after
        product_after, log10_sum_after = _running(factors_after)
        seated = seats[min(changed, size - 1)]
        return cls(
            models=example.models,
            size=size,
            product=product,
            log10_sum=log10_sum,
            ends_at=tuple(
                _end(products, sums) for products, sums in zip(product.T, log10_sum.T, strict=True)
            ),
            changed_student=example.students[seated],
            p_before=float(example.p_true[seated, 0]),
            p_after=p_after,
            product_after=float(product_after[-1, 0]),
            log10_sum_after=float(log10_sum_after[-1, 0]),
        )

    def product_at_size(self, model: int) -> float:
        """Return the model's float64 product for the class."""
        return float(self.product[self.size - 1, model])

    def log10_sum_at_size(self, model: int) -> float:
        """Return the model's sum of base-10 logarithms for the class."""
        return float(self.log10_sum[self.size - 1, model])


def _running(factors: Floats) -> tuple[Floats, Floats]:
    with np.errstate(under="ignore"):
        product: Floats = np.cumprod(factors, axis=0, dtype=np.float64)
    log10_sum: Floats = -np.cumsum(surprisal(factors, base=10), axis=0)
    return product, log10_sum


def _end(product: Floats, log10_sum: Floats) -> int | None:
    lost = (product == 0) & np.isfinite(log10_sum)
    if not lost.any():
        lost = (product == SMALLEST_FLOAT64) & (log10_sum < np.log10(SMALLEST_FLOAT64))
    return int(np.argmax(lost)) + 1 if lost.any() else None
