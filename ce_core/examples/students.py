"""The four students: the table that several chapters share."""

from __future__ import annotations

import pandas as pd

from ce_core import article

STUDENT, OUTCOME, SCORE = "student", "outcome", "score"
FIXED_COLUMNS = (STUDENT, OUTCOME, SCORE)
MOST_STUDENTS, MOST_MODELS = 200, 6

# With f(x) = x these scores give, to the second decimal, nearly what model B says of each student.
ARTICLE_SCORES = (-1.4, -0.4, 0.8, 2.2)


def article_students() -> pd.DataFrame:
    """Return the article's students as a table of typed cells.

    The article gives no scores; the explorer adds them.

    Examples
    --------
    >>> article_students().iloc[0].to_dict()
    {'student': 'A', 'outcome': 'fail', 'score': '-1.4', 'Model A': '0.9', 'Model B': '0.2'}
    """
    rows = [
        (student.name, student.outcome, f"{score:g}", *(f"{p:g}" for p in student.p_pass))
        for student, score in zip(article.STUDENTS, ARTICLE_SCORES, strict=True)
    ]
    return pd.DataFrame(rows, columns=[*FIXED_COLUMNS, *article.MODELS], dtype=str)


def model_columns(table: pd.DataFrame) -> list[str]:
    """Return the columns that hold models' probabilities: all that are not fixed ones.

    Examples
    --------
    >>> model_columns(article_students())
    ['Model A', 'Model B']
    """
    return [column for column in table.columns if column not in FIXED_COLUMNS]
