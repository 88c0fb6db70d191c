"""The four students: the table that several chapters share."""

from __future__ import annotations

import pandas as pd

from ce_core import article
from ce_core.activations import sigmoid

STUDENT, OUTCOME, SCORE = "student", "outcome", "score"
TEST_1, TEST_2 = "test 1", "test 2"
FIXED_COLUMNS = (STUDENT, OUTCOME, SCORE, TEST_1, TEST_2)
MOST_STUDENTS, MOST_MODELS = 200, 6

# With f(x) = x these scores give, to the second decimal, nearly what model B says of each student.
ARTICLE_SCORES = (-1.4, -0.4, 0.8, 2.2)
# Two tests whose average is 5 points above the score: those with 10 points in all are on the edge.
ARTICLE_TESTS = ((1.9, 5.3), (6.4, 2.8), (4.2, 7.4), (8.8, 5.6))


def article_students() -> pd.DataFrame:
    """Return the article's students as a table of typed cells.

    The article gives no scores and no tests; the explorer adds them.

    Examples
    --------
    >>> article_students().iloc[0].tolist()
    ['A', 'fail', '-1.4', '1.9', '5.3', '0.9', '0.2']
    """
    rows = [
        (student.name, student.outcome, *(f"{value:g}" for value in (score, *tests, *student[2])))
        for student, score, tests in zip(
            article.STUDENTS, ARTICLE_SCORES, ARTICLE_TESTS, strict=True
        )
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


# Eight more, of whom one passed with few points and one failed with many.
_CLASSMATES = (
    ("E", "fail", 2.5, 2.2),
    ("F", "fail", 4.6, 4.1),
    ("G", "fail", 7.4, 1.2),
    ("H", "pass", 3.0, 8.6),
    ("I", "pass", 6.2, 6.9),
    ("J", "pass", 7.9, 8.3),
    ("K", "fail", 5.6, 6.1),
    ("L", "pass", 3.4, 5.0),
)


def class_of_twelve() -> pd.DataFrame:
    """Return the article's four with eight classmates whom no straight line can part.

    The classmates' score is the average of their tests less 5, as it is the four's; model A
    judges them by test 1 alone, model B by that score.

    Examples
    --------
    >>> class_of_twelve().iloc[4].tolist()
    ['E', 'fail', '-2.65', '2.5', '2.2', '0.076', '0.066']
    """
    rows = []
    for name, outcome, test_1, test_2 in _CLASSMATES:
        score = (test_1 + test_2) / 2 - 5
        beliefs = [f"{sigmoid(x):.2g}" for x in (test_1 - 5, score)]
        rows.append([name, outcome, *(f"{v:.4g}" for v in (score, test_1, test_2)), *beliefs])
    four = article_students()
    return pd.concat([four, pd.DataFrame(rows, columns=four.columns)], ignore_index=True)
