"""The students' table as typed, read into the example of "How likely is student A to pass?"."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from ce_core.examples.sigmoid import SigmoidExample
from ce_core.examples.types import Flags, Floats
from pages.parts.reading.cells import parse_number
from pages.parts.reading.students import MOST_STUDENTS, OUTCOME, SCORE, STUDENT, model_columns
from pages.parts.reading.tables import TableReader

LARGEST_SCORE = 10_000.0


@dataclass(frozen=True, eq=False)
class Students:
    """The students as the table states them.

    Attributes
    ----------
    names : tuple of str
        Their names.
    passed : ndarray of bool
        What happened.
    scores : ndarray
        Their scores.
    others : mapping
        What models say of them, which another chapter shows; NaN where that cannot be read.
    """

    names: tuple[str, ...]
    passed: Flags
    scores: Floats
    others: Mapping[str, Sequence[float]]

    def example(
        self,
        *,
        weight: float = 1.0,
        bias: float = 0.0,
        base: float | None = 10.0,
        reduction: Literal["sum", "mean"] = "sum",
    ) -> SigmoidExample:
        """Return the example in which a line makes of each score a probability.

        Parameters
        ----------
        weight, bias : float
            The line's w and b.
        base : float or None
            Base of the logarithm; None is e.
        reduction : {"sum", "mean"}
            How the students' losses become one.

        Raises
        ------
        InputError
            Where `weight` or `bias` is not finite.
        """
        return SigmoidExample.of(
            students=self.names,
            passed=self.passed,
            scores=self.scores,
            weight=weight,
            bias=bias,
            others=self.others,
            base=base,
            reduction=reduction,
        )


def read(table: pd.DataFrame) -> Students:
    """Return the students that a table of typed cells states.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``student``, ``outcome`` and ``score``; others are models' probabilities.

    Raises
    ------
    TableError
        Where a cell breaks a rule: a score is a number from −10000 to 10000.

    Examples
    --------
    >>> from pages.parts.reading.students import article_students
    >>> example = read(article_students()).example()
    >>> example.p_pass.round(3).tolist(), example.twin
    ([0.198, 0.401, 0.69, 0.9], 'Model B')
    """
    reader = TableReader(table, "student", [STUDENT, OUTCOME, SCORE], most=MOST_STUDENTS)
    names = reader.read_names()
    passed = reader.read_outcomes(OUTCOME)
    scores = reader.read_numbers([SCORE], "A score", low=-LARGEST_SCORE, high=LARGEST_SCORE)
    reader.finish()
    others = {model: _numbers(reader.table[model]) for model in model_columns(table)}
    return Students(names, passed, scores[:, 0], others)


def _numbers(cells: pd.Series[str]) -> list[float]:
    numbers = (parse_number(cell) for cell in cells)
    return [math.nan if number is None else number for number in numbers]
