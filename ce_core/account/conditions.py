"""Columns cut into levels: what a slice of the data can be."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ce_core.checks import InputError

FEWEST_BINS, MOST_BINS = 4, 16
"""Levels of a column of numbers. Up to 16 distinct numbers are levels themselves."""

ROWS_A_PAIR = 40
"""Rows for each pair of two columns' levels, by which the number of levels is chosen."""

MOST_CATEGORIES = 30
"""Levels of a column of words, the most frequent ones, beside "other" and "missing"."""


@dataclass(frozen=True)
class Condition:
    """What makes a row belong to a slice: one column, one level.

    Attributes
    ----------
    column : str
        The column.
    kind : {"equal", "range", "other", "missing"}
        Whether the value is one value, lies in a range (its upper end belongs to it), is none of
        the frequent ones, or is not there.
    value : str, float or None
        The one value.
    low, high : float or None
        The range; None for no end.
    """

    column: str
    kind: Literal["equal", "range", "other", "missing"]
    value: str | float | None = None
    low: float | None = None
    high: float | None = None

    def __str__(self) -> str:
        if self.kind == "equal":
            value = self.value if isinstance(self.value, str) else f"{self.value:g}"
            return f"{self.column} = {value}"
        if self.kind != "range":
            return f"{self.column} is {self.kind}"
        low = "" if self.low is None else f"{self.low:g} < "
        high = "" if self.high is None else f" ≤ {self.high:g}"
        return f"{low}{self.column}{high}"


@dataclass(frozen=True, eq=False)
class Column:
    """A column, cut into levels.

    Attributes
    ----------
    code : ndarray of int, shape (n,)
        Each row's level.
    levels : tuple of Condition
        What the levels are.
    """

    code: NDArray[np.intp]
    levels: tuple[Condition, ...]


def columns_of(given: Mapping[str, ArrayLike], count: int) -> dict[str, Column]:
    """Cut every column into levels; raise where one has not `count` values."""
    found = {}
    for name, values in given.items():
        array = np.asarray(values)
        if array.shape != (count,):
            raise InputError(
                "the slice {name} must have one value a row, shape {expected}; it has {shape}.",
                rule="slice_shape",
                name=name,
                expected=(count,),
                shape=array.shape,
            )
        found[name] = levels(name, array)
    return found


def levels(name: str, values: NDArray[Any]) -> Column:
    """Cut one column: numbers by quantiles, all else by the most frequent values.

    Examples
    --------
    >>> cut = levels("colour", np.array(["red", "blue", "", "red"]))
    >>> cut.code, [str(level) for level in cut.levels]
    (array([0, 1, 2, 0]), ['colour = red', 'colour = blue', 'colour is missing'])
    """
    return _numbers(name, values) if values.dtype.kind in "fiu" else _words(name, values)


def _numbers(name: str, values: NDArray[Any]) -> Column:
    x = values.astype(np.float64)
    known = x[~np.isnan(x)]
    distinct = np.unique(known)
    if distinct.size <= MOST_BINS:
        found = [Condition(name, "equal", value=float(value)) for value in distinct]
        code = np.searchsorted(distinct, x)
    else:
        bins = min(max(int(math.sqrt(x.size / ROWS_A_PAIR)), FEWEST_BINS), MOST_BINS)
        shares = np.arange(1, bins) / bins
        edges = np.unique(np.quantile(known, shares, method="inverted_cdf"))
        ends = [None, *edges[edges < distinct[-1]].tolist(), None]
        found = [Condition(name, "range", low=low, high=high) for low, high in pairwise(ends)]
        code = np.searchsorted(np.array(ends[1:-1]), x, side="left")
    if known.size < x.size:
        code[np.isnan(x)] = len(found)
        found.append(Condition(name, "missing"))
    return Column(code.astype(np.intp), tuple(found))


def _words(name: str, values: NDArray[Any]) -> Column:
    words = [None if is_missing(value) else str(value) for value in values.tolist()]
    frequent = Counter(word for word in words if word is not None).most_common()
    found = [Condition(name, "equal", value=word) for word, _ in frequent[:MOST_CATEGORIES]]
    number = {word: index for index, (word, _) in enumerate(frequent[:MOST_CATEGORIES])}
    if len(frequent) > MOST_CATEGORIES:
        number |= dict.fromkeys((word for word, _ in frequent[MOST_CATEGORIES:]), len(found))
        found.append(Condition(name, "other"))
    missing = len(found)
    code = np.array([missing if word is None else number[word] for word in words], dtype=np.intp)
    if (code == missing).any():
        found.append(Condition(name, "missing"))
    return Column(code, tuple(found))


def is_missing(value: object) -> bool:
    """Whether a cell has nothing in it: None, an empty text, nan, or what pandas has for them."""
    if value is None or isinstance(value, str):
        return not value
    try:
        return bool(value != value)
    except TypeError:  # pandas' NA is neither equal to itself nor not
        return True
