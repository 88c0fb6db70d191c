"""The students' table as typed, read into the example of "How likely is student A to pass?"."""

from __future__ import annotations

import math
from typing import Literal

import pandas as pd

from ce_core.examples.sigmoid import SigmoidExample
from pages.parts.reading.cells import parse_number
from pages.parts.reading.students import (
    MOST_STUDENTS,
    OUTCOME,
    SCORE,
    STUDENT,
    model_columns,
)
from pages.parts.reading.tables import TableReader

LARGEST_SCORE = 10_000.0


def read(
    table: pd.DataFrame,
    *,
    weight: float = 1.0,
    bias: float = 0.0,
    base: float | None = 10.0,
    reduction: Literal["sum", "mean"] = "sum",
) -> SigmoidExample:
    """Return the example that a table of typed cells and a line state.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``student``, ``outcome`` and ``score``; others are models' probabilities, which
        another chapter shows: what cannot be read there is passed over.
    weight, bias : float
        The line's w and b.
    base : float or None
        Base of the logarithm; None is e.
    reduction : {"sum", "mean"}
        How the students' losses become one.

    Raises
    ------
    InputError
        Where a cell breaks a rule (:class:`~pages.parts.reading.tables.TableError`): a score is a
        number from −10000 to 10000. Also where `weight` or `bias` is not finite.

    Examples
    --------
    >>> from pages.parts.reading.students import article_students
    >>> example = read(article_students())
    >>> example.p_pass.round(3).tolist(), example.twin
    ([0.198, 0.401, 0.69, 0.9], 'Model B')
    """
    reader = TableReader(table, "student", [STUDENT, OUTCOME, SCORE], most=MOST_STUDENTS)
    students = reader.read_names()
    passed = reader.read_outcomes(OUTCOME)
    scores = reader.read_numbers([SCORE], "A score", low=-LARGEST_SCORE, high=LARGEST_SCORE)
    reader.finish()
    return SigmoidExample.of(
        students=students,
        passed=passed,
        scores=scores[:, 0],
        weight=weight,
        bias=bias,
        others={model: _numbers(reader.table[model]) for model in model_columns(table)},
        base=base,
        reduction=reduction,
    )


def _numbers(cells: pd.Series[str]) -> list[float]:
    numbers = (parse_number(cell) for cell in cells)
    return [math.nan if number is None else number for number in numbers]
