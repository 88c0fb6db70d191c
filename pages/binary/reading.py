"""The students' table as typed, read into the example of "Two models, four students"."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from ce_core.checks import InputError
from ce_core.examples.binary import StudentExample
from pages.parts.reading.students import MOST_MODELS, MOST_STUDENTS, OUTCOME, STUDENT, model_columns
from pages.parts.reading.tables import TableReader


def read(
    table: pd.DataFrame, *, base: float | None = 10.0, reduction: Literal["sum", "mean"] = "sum"
) -> StudentExample:
    """Return the example that a table of typed cells states.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``student``, ``outcome`` and one for each model's P(pass).
    base : float or None
        Base of the logarithm; None is e.
    reduction : {"sum", "mean"}
        How the students' losses become one.

    Raises
    ------
    InputError
        Where a cell breaks a rule (:class:`~pages.parts.reading.tables.TableError`), or there is no
        model or more than six.

    Examples
    --------
    >>> from pages.parts.reading.students import article_students
    >>> read(article_students()).loss.round(4).tolist()
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
    return StudentExample.of(
        students=students,
        models=models,
        passed=passed,
        p_pass=p_pass,
        base=base,
        reduction=reduction,
    )
