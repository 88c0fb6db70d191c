"""Labels as given -> class indices: nothing guessed, each likely meaning as a suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ce_core import _arrays, checks
from ce_core.account.conditions import is_missing
from ce_core.checks import InputError

Label = str | int | float | bool
SHOWN = 6
"""Labels that a message names before it stops."""


def class_indices(
    y_true: ArrayLike, count: int, classes: Sequence[Label] | None
) -> tuple[NDArray[np.intp], tuple[Label, ...]]:
    """Return each row's class as an index, and the names of the classes.

    Parameters
    ----------
    y_true : array_like
        Shape (n,): indices from 0 to `count` - 1, booleans for two classes, or names out of
        `classes`.
    count : int
        The number of classes.
    classes : sequence, optional
        What `y_true` calls each class, in the order of the columns of the predictions.

    Raises
    ------
    InputError
        If a label is none of the classes. Where all labels together have an obvious meaning,
        such as 1 to k, -1 and 1, or two words, ``details["suggestion"]`` holds the `classes` that
        would say so.

    Examples
    --------
    >>> class_indices([-1, 1, 1], 2, [-1, 1])
    (array([0, 1, 1]), (-1, 1))
    """
    if np.ma.is_masked(y_true):
        raise InputError("y_true must not be masked.", rule="masked", what="y_true")
    given = np.asarray(y_true)
    if given.dtype.kind not in "US":  # numbers, or objects that may hold both
        given = _numbers_or_objects(y_true)
    if given.ndim != 1:
        raise InputError(
            "y_true must hold one label a row, shape (n,); its shape is {shape}.",
            rule="label_shape",
            shape=given.shape,
        )
    if given.size == 0:
        raise InputError("y_true must hold at least one label.", rule="empty", what="y_true")
    return _by_name(given, count, tuple(classes)) if classes is not None else _whole(given, count)


def _numbers_or_objects(y_true: ArrayLike) -> NDArray[Any]:
    given = np.asarray(y_true)
    if given.dtype.kind != "O":
        return given
    for position, item in enumerate(given.reshape(-1)):
        if is_missing(item):
            raise InputError(
                "y_true must not be missing; {where} is {value}.",
                rule="label_missing",
                where=checks.place((position,)),
                value=item,
                index=(position,),
            )
    if all(isinstance(item, str) for item in given.reshape(-1)):
        return given.astype(str)
    try:
        return given.astype(np.float64)
    except (TypeError, ValueError):
        return given.astype(str)


def _by_name(
    given: NDArray[Any], count: int, classes: tuple[Label, ...]
) -> tuple[NDArray[np.intp], tuple[Label, ...]]:
    plain = all(isinstance(name, str | int | float | np.generic) for name in classes)
    if not plain or len(classes) != count or len(set(classes)) != count:
        raise InputError(
            "classes must name each of the {count} classes once; it is {value}.",
            rule="class_names",
            count=count,
            value=list(classes),
        )
    if given.dtype.kind in "US":
        given, names = given.astype(str), np.asarray([str(name) for name in classes])
    else:
        names = np.asarray(classes)
        if names.dtype.kind in "US":
            names, given = names.astype(str), given.astype(str)
    order = np.argsort(names)
    found = np.searchsorted(names, given, sorter=order)
    index: NDArray[np.intp] = order[np.minimum(found, count - 1)]
    checks.refuse_first(
        names[index] != given,
        given,
        "y_true must hold one of the classes {classes}; {where} is {value}.",
        rule="label_unknown",
        classes=", ".join(map(str, classes)),
    )
    return index, classes


def _whole(given: NDArray[Any], count: int) -> tuple[NDArray[np.intp], tuple[Label, ...]]:
    if given.dtype.kind in "US":
        _refuse_words(given.astype(str), count)
    labels = _arrays.real(given, "y_true")
    checks.not_nan(labels, "y_true")
    if labels.min() < 0 or labels.max() >= count:
        _refuse_other_numbers(labels, count)
    checks.class_labels(labels, count, "y_true", None)
    return labels.astype(np.intp), tuple(range(count))


def _refuse_words(words: NDArray[Any], count: int) -> None:
    found = np.unique(words).tolist()
    suggestion = found if len(found) == count else None
    hint = f" If the columns stand in this order, classes={found} says so." if suggestion else ""
    listed = ", ".join(map(repr, found[:SHOWN])) + (", …" if len(found) > SHOWN else "")
    raise InputError(
        "y_true holds words ({words}); say by classes which column belongs to which.{hint}",
        rule="label_words",
        words=listed,
        hint=hint,
        suggestion=suggestion,
    )


def _refuse_other_numbers(labels: checks.RealArray, count: int) -> None:
    """Raise where the labels are 1 to k, or -1 and 1: counted otherwise, but whole."""
    found = np.unique(labels)
    one_up = bool(np.isin(found, np.arange(1, count + 1)).all())
    signs = count == 2 and bool(np.isin(found, (-1, 1)).all())
    if not (one_up or signs):
        return
    suggestion = [-1, 1] if signs else list(range(1, count + 1))
    raise InputError(
        "y_true must hold class indices from 0 to {last}, or classes must name the labels; the "
        "labels go from {least} to {most}: classes={suggestion} would say so.",
        rule="label_scheme",
        last=count - 1,
        least=found[0].item(),
        most=found[-1].item(),
        suggestion=suggestion,
    )
