"""What inputs must be, and the one error that says so.

Each rule is one small function that returns its input in a usable form or raises `InputError`.
Places are counted from 0, as NumPy's indexes are: "position 2" of ``y_prob`` is ``y_prob[2]``,
"row 1" is ``y_prob[1]``. Nothing is clipped, rescaled, cut or broadcast.
"""

from __future__ import annotations

import math
from numbers import Integral
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["ROW_SUM_TOLERANCE", "ROW_SUM_TOLERANCE_FLOAT32", "InputError"]

RealArray = NDArray[Any]
"""An array of real numbers: float32, float64, integers or booleans."""

ROW_SUM_TOLERANCE = 1e-6
"""How far from 1 the sum of a row of probabilities may be.

Wide enough for a float32 softmax over hundreds of classes and for tables printed to seven
decimals; narrow enough to refuse 0.333, 0.333, 0.333.
"""

ROW_SUM_TOLERANCE_FLOAT32 = 1e-4
"""The same for rows given as float32, where a library may have added up many rounded terms."""


BITS_OF_ONE = np.float64(1.0).view(np.uint64)
"""The bits of 0 to 1, read as integers, are in order; those of negative numbers and NaN are above.

So one pass over an array shows that all of it lies between 0 and 1.
"""


class InputError(ValueError):
    """An input breaks a rule; the message says which rule, the value, and where it stands.

    Parameters
    ----------
    sentence : str
        The message, with a ``{name}`` for each detail.
    rule : str
        A stable name of the rule, such as ``"probability_range"``, by which an app can
        look up the same sentence in another language.
    **details : object
        What the sentence names: the value, its place, a bound.

    Attributes
    ----------
    sentence : str
        The message, its details not yet put in.
    rule : str
        The rule's name.
    details : dict
        The details by name.

    Examples
    --------
    >>> raise InputError("{what} must lie between 0 and 1; {where} has {value}.",
    ...                  rule="probability_range", what="y_prob", where="position 2", value=1.2)
    Traceback (most recent call last):
        ...
    ce_core.checks.InputError: y_prob must lie between 0 and 1; position 2 has 1.2.
    """

    def __init__(self, sentence: str, *, rule: str, **details: object) -> None:
        self.sentence = sentence
        self.rule = rule
        self.details = details
        super().__init__(sentence.format(**details))


def place(index: tuple[int, ...], noun: str = "position") -> str:
    """Name an index, counted from 0: "position 2", "position (1, 0)"; "it" for a lone value."""
    if not index:
        return "it"
    return f"{noun} {index[0]}" if len(index) == 1 else f"{noun} {tuple(map(int, index))}"


def refuse_first(
    bad: NDArray[np.bool_], array: NDArray[Any], sentence: str, *, rule: str, **details: object
) -> None:
    """Raise for the first place where `bad` holds, if there is one."""
    if bad.any():
        index = tuple(int(i) for i in np.argwhere(bad)[0])
        raise InputError(
            sentence, rule=rule, where=place(index), value=array[index], index=index, **details
        )


def not_nan(array: RealArray, what: str) -> None:
    """Require that no value is NaN; infinities may pass."""
    if math.isnan(array.max()):
        refuse_first(
            np.isnan(array), array, "{what} must not be NaN; {where} is.", rule="nan", what=what
        )


def unit_interval(array: RealArray, what: str) -> None:
    """Require 0 <= value <= 1 everywhere, and no NaN."""
    if array.dtype == np.float64 and array.view(np.uint64).max() <= BITS_OF_ONE:
        return
    if not (array.min() >= 0 and array.max() <= 1):
        not_nan(array, what)
        refuse_first(
            (array < 0) | (array > 1),
            array,
            "{what} must lie between 0 and 1; {where} is {value}.",
            rule="probability_range",
            what=what,
        )


def rows_of(array: RealArray, what: str, axis: int = -1) -> RealArray:
    """Return `array` with `axis` moved to the end, where the machinery expects it."""
    if array.ndim == 0:
        raise InputError(
            "{what} must have an axis of classes; it is the single number {value}.",
            rule="scalar",
            what=what,
            value=array[()],
        )
    if not isinstance(axis, Integral) or not -array.ndim <= axis < array.ndim:
        raise InputError(
            "axis must be one of the {ndim} of {what}; it is {value}.",
            rule="axis",
            what=what,
            ndim=array.ndim,
            value=repr(axis),
        )
    return array if axis in (-1, array.ndim - 1) else np.moveaxis(array, axis, -1)


def sums_to_one(rows: RealArray, what: str) -> None:
    """Require every row (along the last axis) to sum to 1, within `ROW_SUM_TOLERANCE`."""
    single = rows.dtype == np.float32
    tolerance = ROW_SUM_TOLERANCE_FLOAT32 if single else ROW_SUM_TOLERANCE
    sums = np.asarray(rows.sum(axis=-1, dtype=np.float64))
    off = np.abs(sums - 1) > tolerance
    if off.any():
        index = tuple(int(i) for i in np.argwhere(off)[0])
        raise InputError(
            "{what} must sum to 1 in every row, within {tolerance:g}; {where} sums to {value}.",
            rule="row_sum",
            what=what,
            tolerance=tolerance,
            where=place(index, "row"),
            value=float(f"{sums[index]:.12g}"),
            index=index,
        )


def same_shape(
    first: NDArray[Any], first_name: str, second: NDArray[Any], second_name: str
) -> None:
    """Require equal shapes: a column against a row is a mistake, not a table."""
    if first.shape != second.shape:
        raise InputError(
            "{first} and {second} must have the same shape; they have {first_shape} and "
            "{second_shape}.",
            rule="shape",
            first=first_name,
            second=second_name,
            first_shape=first.shape,
            second_shape=second.shape,
        )


def one_label_a_row(labels: RealArray, rows: RealArray, rows_name: str) -> None:
    """Require class indices in the shape that rows of classes leave: (n,) for (n, k)."""
    if labels.shape != rows.shape[:-1]:
        raise InputError(
            "y_true must hold one class index for each row of {what}, or rows of its shape; "
            "they have the shapes {shape} and {expected}.",
            rule="target_shape",
            what=rows_name,
            shape=labels.shape,
            expected=rows.shape,
        )


def class_labels(labels: RealArray, classes: int, what: str, ignore_index: int | None) -> None:
    """Require whole numbers from 0 to `classes` - 1, or `ignore_index`."""
    if labels.dtype.kind == "f":
        refuse_first(
            labels != np.floor(labels),
            labels,
            "{what} must hold whole class indices; {where} is {value}.",
            rule="label_whole",
            what=what,
        )
    if labels.dtype == np.int64 and labels.view(np.uint64).max() < classes:
        return
    if labels.min() < 0 or labels.max() >= classes:
        out_of_range = (labels < 0) | (labels >= classes)
        if ignore_index is not None:
            out_of_range &= labels != ignore_index
        refuse_first(
            out_of_range,
            labels,
            "{what} must hold class indices from 0 to {last}; {where} is {value}.",
            rule="label_range",
            what=what,
            last=classes - 1,
        )


def limit_exists(rows: RealArray, what: str) -> None:
    """Refuse rows for which a softmax has no value, not even as a limit."""
    largest = rows.max(axis=-1)
    if np.isfinite(largest).all():
        return
    not_nan(rows, what)
    for index in np.argwhere(np.isinf(largest)):
        row = rows[tuple(index)]
        infinite = int((row == np.inf).sum())
        where = place(tuple(int(i) for i in index), "row")
        if infinite > 1:
            raise InputError(
                "{what} may hold +inf only once in a row; {where} holds it {count} times.",
                rule="infinity_twice",
                what=what,
                where=where,
                count=infinite,
            )
        if infinite == 0:
            raise InputError(
                "{what} must not be -inf throughout a row; {where} is.",
                rule="all_minus_infinity",
                what=what,
                where=where,
            )
