"""What the arrays of a worked example must be: names that differ, numbers in their shape."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from ce_core._arrays import real
from ce_core.checks import InputError, refuse_first, unit_interval
from ce_core.examples.types import Flags, Floats, Positions


def names(value: Sequence[str], what: str) -> tuple[str, ...]:
    """Return names as a tuple: at least one, each of them text, none there twice."""
    given = tuple(value)
    if not given or not all(isinstance(name, str) for name in given):
        raise InputError(
            "{what} must be names, at least one; they are {value}.",
            rule="names",
            what=what,
            value=repr(given),
        )
    if len(set(given)) < len(given):
        raise InputError(
            "{what} must differ; “{value}” is there {count} times.",
            rule="names_twice",
            what=what,
            value=(twice := max(given, key=given.count)),
            count=given.count(twice),
        )
    return given


def numbers(value: ArrayLike, what: str, shape: tuple[int, ...]) -> Floats:
    """Return real numbers of that shape as float64, in a copy of their own; NaN may pass."""
    array = np.array(real(value, what), dtype=np.float64)
    if array.shape != shape:
        raise InputError(
            "{what} must have the shape {expected}; it has {shape}.",
            rule="example_shape",
            what=what,
            expected=shape,
            shape=array.shape,
        )
    return array


def finite(value: ArrayLike, what: str, shape: tuple[int, ...]) -> Floats:
    """Return finite numbers of that shape."""
    array = numbers(value, what, shape)
    refuse_first(
        ~np.isfinite(array),
        array,
        "{what} must be finite; {where} is {value}.",
        rule="finite_array",
        what=what,
    )
    return array


def within(value: ArrayLike, what: str, shape: tuple[int, ...], low: float, high: float) -> Floats:
    """Return numbers of that shape, each from `low` to `high`."""
    array = finite(value, what, shape)
    refuse_first(
        (array < low) | (array > high),
        array,
        "{what} must lie between {low:g} and {high:g}; {where} is {value}.",
        rule="range",
        what=what,
        low=low,
        high=high,
    )
    return array


def probabilities(value: ArrayLike, what: str, shape: tuple[int, ...]) -> Floats:
    """Return numbers of that shape, each from 0 to 1."""
    array = numbers(value, what, shape)
    unit_interval(array, what)
    return array


def flags(value: ArrayLike, what: str, shape: tuple[int, ...]) -> Flags:
    """Return truth values of that shape, given as booleans or as 0 and 1."""
    array = numbers(value, what, shape)
    refuse_first(
        (array != 0) & (array != 1),
        array,
        "{what} must be true or false, 1 or 0; {where} is {value}.",
        rule="flags",
        what=what,
    )
    return array.astype(bool)


def positions(value: ArrayLike, what: str, shape: tuple[int, ...], count: int) -> Positions:
    """Return whole numbers of that shape, each from 0 to `count` - 1."""
    array = numbers(value, what, shape)
    refuse_first(
        ~((array >= 0) & (array < count) & (array == np.floor(array))),
        array,
        "{what} must hold positions from 0 to {last}; {where} is {value}.",
        rule="positions",
        what=what,
        last=count - 1,
    )
    return array.astype(np.intp)


def finite_number(value: float, what: str) -> float:
    """Return a number that is neither infinite nor NaN."""
    if not math.isfinite(value):
        raise InputError(
            "{what} must be a finite number; it is {value}.",
            rule="finite",
            what=what,
            value=value,
        )
    return value


def sum_or_mean(value: str) -> None:
    """Require that losses become one: by their sum or by their mean."""
    if value not in ("sum", "mean"):
        raise InputError(
            'reduction must be "sum" or "mean"; it is {value}.',
            rule="example_reduction",
            value=repr(value),
        )


def offered(options: Iterable[str], names: Sequence[str]) -> None:
    """Require that each option is among the names of those that belong to the loss."""
    for option in options:
        if option not in names:
            raise InputError(
                "{what} does not belong to this loss; what does is {offered}.",
                rule="option_of_another_loss",
                what=option,
                offered=", ".join(names),
            )
