"""The students' table as typed, read into the example of "The line"."""

from __future__ import annotations

import pandas as pd

from ce_core.examples.line import MOST_POINTS, LineExample
from pages.parts.reading.students import MOST_STUDENTS, OUTCOME, STUDENT, TEST_1, TEST_2
from pages.parts.reading.tables import TableReader


def read(table: pd.DataFrame, *, left: float, right: float, sharpness: float = 1.0) -> LineExample:
    """Return the example that a table of typed cells and a line state.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``student``, ``outcome``, ``test 1`` and ``test 2``.
    left, right : float
        The heights of the line's ends.
    sharpness : float
        Score for each point above the line, above 0.

    Raises
    ------
    InputError
        Where a cell breaks a rule (:class:`~pages.parts.reading.tables.TableError`), an end is not
        finite or the sharpness not above 0.

    Examples
    --------
    >>> from pages.parts.reading.students import article_students
    >>> line = read(article_students(), left=3.0, right=7.0)
    >>> line.mistakes, round(line.loss, 4)
    (2, 3.1148)
    """
    reader = TableReader(table, "student", [STUDENT, OUTCOME, TEST_1, TEST_2], most=MOST_STUDENTS)
    students = reader.read_names()
    passed = reader.read_outcomes(OUTCOME)
    tests = reader.read_numbers([TEST_1, TEST_2], "A test's score", low=0.0, high=MOST_POINTS)
    reader.finish()
    return LineExample.of(
        students=students, passed=passed, tests=tests, left=left, right=right, sharpness=sharpness
    )
