"""What options must be: reductions, bases, fractions, weights."""

from __future__ import annotations

import math
from numbers import Integral, Real
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ce_core._arrays import real
from ce_core.checks import InputError, RealArray, not_nan, refuse_first

__all__ = ["Reduction"]

Reduction = Literal["none", "mean", "sum"]
"""What becomes of the losses of the samples: kept one by one, averaged, or added up."""


def one_of_the_reductions(value: Reduction) -> Reduction:
    """Require "none", "mean" or "sum"."""
    if not isinstance(value, str) or value not in ("none", "mean", "sum"):
        raise InputError(
            'reduction must be "none", "mean" or "sum"; it is {value}.',
            rule="reduction",
            value=repr(value),
        )
    return value


def log_base(base: float | None) -> float:
    """Return ln(base), by which nats are divided; 1 where `base` is None."""
    if base is None:
        return 1.0
    if not (isinstance(base, Real) and 1 < base < math.inf):
        raise InputError(
            "base must be a finite number above 1, or None for nats; it is {value}.",
            rule="base",
            value=repr(base),
        )
    return math.log(base)


def _float(value: object) -> float:
    """Return a real number as a float, NaN for anything else and what a float cannot hold."""
    if type(value) is float:
        return value
    try:
        return float(value) if isinstance(value, Real) else math.nan
    except OverflowError:
        return math.nan


def fraction(value: float, what: str) -> float:
    """Require a number from 0 to 1."""
    number = _float(value)
    if not 0 <= number <= 1:
        raise InputError(
            "{what} must be a number from 0 to 1; it is {value}.",
            rule="fraction",
            what=what,
            value=repr(value),
        )
    return number


def positive(value: float, what: str) -> float:
    """Require a finite number above 0."""
    number = _float(value)
    if not 0 < number < math.inf:
        raise InputError(
            "{what} must be a finite number above 0; it is {value}.",
            rule="positive",
            what=what,
            value=repr(value),
        )
    return number


def not_negative(value: float, what: str) -> float:
    """Require a finite number of at least 0."""
    number = _float(value)
    if not 0 <= number < math.inf:
        raise InputError(
            "{what} must be a finite number of at least 0; it is {value}.",
            rule="not_negative",
            what=what,
            value=repr(value),
        )
    return number


def class_index(value: int | None, what: str) -> int | None:
    """Require a whole number, or None."""
    if value is None:
        return None
    if not isinstance(value, Integral):
        raise InputError(
            "{what} must be a whole number, or None; it is {value}.",
            rule="whole",
            what=what,
            value=repr(value),
        )
    return int(value)


def weights(value: ArrayLike, shape: tuple[int, ...], what: str) -> RealArray:
    """Finite numbers >= 0 of the given shape, at least one of them above 0."""
    array = real(value, what)
    if array.shape != shape:
        raise InputError(
            "{what} must have the shape {expected}; it has {shape}.",
            rule="weight_shape",
            what=what,
            expected=shape,
            shape=array.shape,
        )
    not_nan(array, what)
    refuse_first(
        ~((array >= 0) & (array < np.inf)),
        array,
        "{what} must be finite and not negative; {where} is {value}.",
        rule="weight_range",
        what=what,
    )
    if not array.any():
        raise InputError("{what} must not all be 0.", rule="weights_all_zero", what=what)
    return array


def ratios(weights: RealArray) -> RealArray:
    """Return the weights of a mean, of which only the ratios count, so that none is huge."""
    largest = float(weights.max())
    if 2.0**-64 < largest < 2.0**64:
        return weights
    scaled = np.ldexp(weights.astype(np.float64), -math.frexp(largest)[1])
    return np.maximum(scaled, np.where(weights > 0, 5e-324, 0.0))  # what counts goes on counting


def positive_weights(value: ArrayLike, shape: tuple[int, ...]) -> RealArray:
    """`pos_weight`: one number, one for each column of the last axis, or one for each element."""
    array = real(value, "pos_weight")
    if array.shape not in ((), shape[-1:], shape):
        raise InputError(
            "{what} must be one number, or have the shape {expected}; it has {shape}.",
            rule="weight_shape",
            what="pos_weight",
            expected=shape,
            shape=array.shape,
        )
    refuse_first(
        ~((array >= 0) & (array < np.inf)),
        array,
        "{what} must be finite and not negative; {where} is {value}.",
        rule="weight_range",
        what="pos_weight",
    )
    return array
