"""The classes' table as typed, read into the example of "Scores and the softmax"."""

from __future__ import annotations

import pandas as pd

from ce_core.examples.softmax import SoftmaxExample
from pages.parts.reading.classes import read_classes


def read(table: pd.DataFrame, *, temperature: float = 1.0, constant: float = 0.0) -> SoftmaxExample:
    """Return the example that a table of typed cells states.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``class`` and ``score``.
    temperature : float
        T above 0.
    constant : float
        What is added to every score.

    Raises
    ------
    InputError
        Where a cell breaks a rule (:class:`~pages.parts.reading.tables.TableError`), or the
        temperature or a score is none.

    Examples
    --------
    >>> from pages.parts.reading.classes import article_classes
    >>> read(article_classes(), constant=1000).naive.tolist()
    [nan, nan, nan]
    """
    classes, scores = read_classes(table)
    return SoftmaxExample.of(
        classes=classes, scores=scores, temperature=temperature, constant=constant
    )
