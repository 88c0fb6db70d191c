"""Straight from scores: the loss as one function of the score, and its gradient p − y."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from ce_core.activations import sigmoid, softmax
from ce_core.checks import InputError
from ce_core.examples.cells import tidy
from ce_core.examples.softmax import (
    CLASS,
    FEWEST_CLASSES,
    MOST_CLASSES,
    SCORE,
    article_classes,
    read_classes,
)
from ce_core.examples.tables import TableError
from ce_core.examples.types import Floats
from ce_core.gradients import (
    binary_cross_entropy_with_logits_gradient,
    categorical_cross_entropy_with_logits_gradient,
)
from ce_core.losses import binary_cross_entropy_with_logits, categorical_cross_entropy_with_logits

COLUMNS = (CLASS, SCORE)

CURVE_END, CURVE_STEP = 8.0, 0.2


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


@dataclass(frozen=True, eq=False)
class ScoreExample:
    """One score, what really happened, and what the score costs.

    Attributes
    ----------
    score : float
        The score x.
    y : {0, 1}
        What happened.
    p : float
        sigmoid(x), the probability of 1.
    price, other_price : float
        −ln of the probability of `y`, and of what did not happen.
    gradient : float
        The derivative of the price by the score: `p` − `y`.
    squared_gradient : float
        The derivative of (p − y)², the squared error, by the score: 2 (p − y) p (1 − p).
    scores, price_of_one, price_of_zero : ndarray, shape (81,)
        Both prices for scores from −8 to 8.
    """

    score: float
    y: Literal[0, 1]
    p: float
    price: float
    other_price: float
    gradient: float
    squared_gradient: float
    scores: Floats
    price_of_one: Floats
    price_of_zero: Floats

    @classmethod
    def from_score(cls, score: float, y: Literal[0, 1]) -> ScoreExample:
        """Compute everything from a finite score and what happened, 0 or 1.

        Raises
        ------
        InputError
            Where the score is not finite, or `y` neither 0 nor 1.

        Examples
        --------
        >>> undecided = ScoreExample.from_score(0.0, 1)
        >>> undecided.p, undecided.gradient, round(undecided.price, 4)
        (0.5, -0.5, 0.6931)
        """
        if not np.isfinite(score):
            raise InputError("A score must be finite; it is {value}.", rule="finite", value=score)
        if y not in (0, 1):
            raise InputError("What happened is 0 or 1; it is {value}.", rule="label", value=y)
        p, not_p = float(sigmoid(score)), float(sigmoid(-score))
        steps = round(CURVE_END / CURVE_STEP)
        scores: Floats = np.arange(-steps, steps + 1).astype(np.float64) * CURVE_STEP
        gradient = float(binary_cross_entropy_with_logits_gradient([y], [score])[0])
        return cls(
            score=score,
            y=y,
            p=p,
            price=float(_prices(y, [score])[0]),
            other_price=float(_prices(1 - y, [score])[0]),
            gradient=gradient,
            squared_gradient=2 * gradient * p * not_p,
            scores=scores,
            price_of_one=_prices(1, scores),
            price_of_zero=_prices(0, scores),
        )


def _prices(y: int, scores: Floats | list[float]) -> Floats:
    labels = np.full(len(scores), y)
    return np.asarray(binary_cross_entropy_with_logits(labels, scores, reduction="none"))


@dataclass(frozen=True, eq=False)
class LogitsExample:
    """The scores of several classes, which one it was, and what the scores cost.

    Attributes
    ----------
    classes : tuple of str
        Names; k classes.
    scores : ndarray, shape (k,)
        The scores z.
    true : int
        Position of the class that it really was.
    y, p : ndarray, shape (k,)
        1 for the true class and 0 for the others; the softmax of the scores.
    loss : float
        −ln of the true class's probability, computed from the scores.
    gradient : ndarray, shape (k,)
        The derivative of the loss by each score: `p` − `y`. It sums to 0.
    naive_loss : float
        The same loss by exp, division and logarithm in float64: ∞ or NaN for large scores.
    """

    classes: tuple[str, ...]
    scores: Floats
    true: int
    y: Floats
    p: Floats
    loss: float
    gradient: Floats
    naive_loss: float

    @classmethod
    def from_table(cls, table: pd.DataFrame, true_class: str) -> LogitsExample:
        """Read a table of typed cells and compute everything from it.

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
            (:class:`~ce_core.examples.tables.TableError`), or none is the true one.

        Examples
        --------
        >>> from ce_core.examples.softmax import article_classes
        >>> example = LogitsExample.from_table(article_classes(), "green")
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
        return cls.from_scores(classes, scores, classes.index(true_class))

    @classmethod
    def from_scores(cls, classes: tuple[str, ...], scores: Floats, true: int) -> LogitsExample:
        """Compute everything from finite scores and the position of the true class."""
        return cls(
            classes=classes,
            scores=scores,
            true=true,
            y=np.eye(len(classes))[true],
            p=np.asarray(softmax(scores)),
            loss=float(categorical_cross_entropy_with_logits([true], [scores])),
            gradient=np.asarray(categorical_cross_entropy_with_logits_gradient([true], [scores]))[
                0
            ],
            naive_loss=_naive_loss(scores, true),
        )

    @property
    def hardest_rival(self) -> int:
        """Position of the class, other than the true one, whose score is pushed down most."""
        return int(np.argmax(np.where(self.y == 1, -np.inf, self.gradient)))


def _naive_loss(scores: Floats, true: int) -> float:
    with np.errstate(all="ignore"):
        e = np.exp(scores)
        return float(0.0 - np.log(e[true] / e.sum()))


def _check_count(table: pd.DataFrame) -> None:
    """Require 2 to 20 classes; the mend adds some, with score 0, or keeps the first 20."""
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
            mend=rows.head(MOST_CLASSES),
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
        mend=pd.concat([rows, added], ignore_index=True),
    )
