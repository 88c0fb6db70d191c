"""The classes' table as typed, read into the example of "Why do frameworks want scores?"."""

from __future__ import annotations

import pandas as pd

from ce_core.checks import InputError
from ce_core.examples.logits import LogitsExample
from pages.parts.reading.cells import tidy
from pages.parts.reading.classes import (
    COLUMNS,
    FEWEST_CLASSES,
    MOST_CLASSES,
    article_classes,
    class_names,
    read_classes,
    score_table,
)
from pages.parts.reading.tables import TableError


def read(table: pd.DataFrame, true_class: str) -> LogitsExample:
    """Return the example that a table of typed cells and the true class state.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``class`` and ``score``.
    true_class : str
        The name of the class that it really was.

    Raises
    ------
    InputError
        Where a cell breaks a rule, there are fewer than 2 or more than 20 classes
        (:class:`~pages.parts.reading.tables.TableError`), or none is the true one.

    Examples
    --------
    >>> example = read(article_classes(), "green")
    >>> example.p.round(4).tolist(), example.gradient.round(4).tolist()
    ([0.7054, 0.2595, 0.0351], [0.7054, -0.7405, 0.0351])
    """
    _check_count(table)
    classes, scores = read_classes(table)
    if true_class not in classes:
        raise InputError(
            "It really was one of the classes; “{value}” is none of them.",
            rule="class_unknown",
            value=true_class,
        )
    return LogitsExample.of(classes=classes, scores=scores, true=classes.index(true_class))


def _check_count(table: pd.DataFrame) -> None:
    """Require 2 to 20 classes; the suggestion adds some, with score 0, or keeps the first 20."""
    filled = table[[*COLUMNS]].map(lambda cell: tidy(cell) != "").any(axis=1).astype(bool)
    rows = table.loc[filled, [*COLUMNS]].reset_index(drop=True)
    count = len(rows)
    if FEWEST_CLASSES <= count <= MOST_CLASSES:
        return
    if count > MOST_CLASSES:
        raise TableError(
            "The table takes at most {most} classes; it has {count}.",
            rule="classes_many",
            details={"most": MOST_CLASSES, "count": count},
            suggestion=rows.head(MOST_CLASSES),
        )
    taken = class_names(rows)
    fresh = [name for name in class_names(article_classes()) if name not in taken]
    added = score_table(dict.fromkeys(fresh[: FEWEST_CLASSES - count], "0"))
    raise TableError(
        "There must be at least {least} classes to choose from; there is {count}."
        if count
        else "There must be at least {least} classes to choose from; there are none.",
        rule="classes_few" if count else "classes_none",
        details={"least": FEWEST_CLASSES, "count": count},
        suggestion=pd.concat([rows, added], ignore_index=True),
    )
