"""Classes and their scores: the table that two chapters show, and how it is read."""

from __future__ import annotations

import pandas as pd

from ce_core import article
from ce_core.examples.types import Floats
from pages.parts.reading.cells import tidy
from pages.parts.reading.tables import TableError, TableReader

CLASS, SCORE = "class", "score"
COLUMNS = (CLASS, SCORE)
FEWEST_CLASSES, MOST_CLASSES = 2, 20
LARGEST_SCORE = 10_000.0


def article_classes() -> pd.DataFrame:
    """Return the article's three colours and their scores as a table of typed cells.

    Examples
    --------
    >>> article_classes().to_numpy().tolist()
    [['blue', '2'], ['green', '1'], ['red', '-1']]
    """
    return score_table({name: f"{score:g}" for name, score in article.COLOUR_SCORES.items()})


def score_table(scores: dict[str, str]) -> pd.DataFrame:
    """Return a table of typed cells, a class and its score a row.

    Examples
    --------
    >>> score_table({"cat": "2", "dog": "-1"}).values.tolist()
    [['cat', '2'], ['dog', '-1']]
    """
    return pd.DataFrame(list(scores.items()), columns=[CLASS, SCORE], dtype=str)


def class_names(table: pd.DataFrame) -> list[str]:
    """Return the names in a table of typed cells, each once and none empty.

    Examples
    --------
    >>> class_names(score_table({"cat": "2", "": "1"}))
    ['cat']
    """
    return list(dict.fromkeys(filter(None, map(tidy, table[CLASS]))))


def read_classes(table: pd.DataFrame) -> tuple[tuple[str, ...], Floats]:
    """Return the names and the scores of a table of typed cells.

    Raises
    ------
    TableError
        Where a cell breaks a rule, or there are not 2 to 20 classes. A score is a number from
        −10000 to 10000.
    """
    reader = TableReader(table, "class", [CLASS, SCORE], most=MOST_CLASSES)
    names = reader.read_names()
    scores = reader.read_numbers([SCORE], "A score", low=-LARGEST_SCORE, high=LARGEST_SCORE)
    reader.finish()
    if len(names) < FEWEST_CLASSES:
        raise TableError(
            "There must be at least {least} classes to choose from; there is {count}.",
            rule="classes_few",
            details={"least": FEWEST_CLASSES, "count": len(names)},
        )
    return names, scores[:, 0]
