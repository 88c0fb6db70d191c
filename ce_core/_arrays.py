"""Inputs as arrays of real numbers, whatever holds them.

Lists, tuples, NumPy arrays, pandas, tensors on the CPU and all else with `__array__` are read.
Booleans count as 0 and 1. float32 and integers stay as they are; float16 and what a library adds
to NumPy, such as bfloat16, widen to float64 and long doubles, decimals and fractions are rounded
to it. What would change otherwise is refused: text is not parsed, a mask or an imaginary part
not dropped, a number beyond a float64's range not made ∞ or 0.
"""

from __future__ import annotations

import math
from numbers import Complex, Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ce_core.checks import InputError, RealArray, not_nan, place, unit_interval

MASKED = frozenset({np.ma.MaskedArray, type(np.ma.masked)})

MOST_SHOWN = 40
"""Characters of a value that a message shows."""


def probabilities(value: ArrayLike, what: str) -> RealArray:
    """Real numbers between 0 and 1."""
    array = real(value, what)
    unit_interval(array, what)
    return array


def numbers(value: ArrayLike, what: str) -> RealArray:
    """Real numbers, none of them NaN; ±inf may pass."""
    array = real(value, what)
    not_nan(array, what)
    return array


def real(value: ArrayLike, what: str) -> RealArray:
    """Return `value` as an array of real numbers, at least one; never a copy of a usable array."""
    array = value if type(value) is np.ndarray else _as_array(value, what)
    if array.size == 0:
        raise InputError(
            "{what} must hold at least one value; its shape is {shape}.",
            rule="empty",
            what=what,
            shape=array.shape,
        )
    if not array.dtype.isnative:
        array = array.astype(array.dtype.newbyteorder("="))
    dtype = array.dtype
    if dtype == np.float64 or dtype == np.float32 or dtype.kind in "iub":
        return array
    if dtype.kind == "f" or (dtype.kind == "V" and np.can_cast(dtype, np.float64)):
        return _as_float64(array, what)
    if dtype.kind == "O":
        return _from_objects(array, what)
    first = (0,) * array.ndim
    raise _no_number(array[first].item(), first, what)


def _as_array(value: ArrayLike, what: str) -> NDArray[Any]:
    _not_masked(value, what)
    try:
        return np.asarray(value)
    except (TypeError, ValueError, RuntimeError) as error:
        if "inhomogeneous" in str(error):
            sentence = "{what} must have rows of equal length."
            raise InputError(sentence, rule="ragged", what=what) from None
        raise InputError(
            "{what} is of a type, {value}, that cannot be read as an array: {reason}",
            rule="unreadable",
            what=what,
            value=type(value).__name__,
            reason=str(error).partition("\n")[0],
        ) from error


def _not_masked(value: object, what: str) -> None:
    """Refuse the first masked place of a masked array, or of a list of such rows or numbers."""
    parts: list[tuple[tuple[int, ...], Any]] = []
    if isinstance(value, np.ma.MaskedArray):
        parts = [((), value)]
    elif isinstance(value, (list, tuple)) and not MASKED.isdisjoint(map(type, value)):
        parts = [((i,), part) for i, part in enumerate(value)]
    for start, part in parts:
        for index in np.argwhere(np.ma.getmaskarray(part))[:1]:
            where = start + tuple(map(int, index))
            raise InputError(
                "{what} must not be masked; {where} is.",
                rule="masked",
                what=what,
                where=place(where),
                index=where,
            )


def _as_float64(array: NDArray[Any], what: str) -> RealArray:
    with np.errstate(all="ignore"):
        result = array.astype(np.float64)
        changed = (np.isinf(result) | (result == 0)) & (result != array)
    for index in np.argwhere(changed)[:1]:
        raise _beyond_range(array[tuple(index)], tuple(index), what)
    return result


def _from_objects(array: NDArray[Any], what: str) -> RealArray:
    """Unbox Python objects: decimals, fractions, nullable pandas columns."""
    result = np.empty(array.shape)
    for index, item in np.ndenumerate(array):
        try:
            result[index] = _as_float(item)
        except (TypeError, ValueError):
            raise _no_number(item, index, what) from None
        except OverflowError:
            raise _beyond_range(item, index, what) from None
    return result


def _as_float(item: Any) -> float:
    no_number = isinstance(item, (str, bytes, bytearray, np.ndarray))
    if no_number or (isinstance(item, Complex) and not isinstance(item, Real)):
        raise TypeError
    number = float(item)
    if (number == 0 or math.isinf(number)) and item != number:
        raise OverflowError
    return number


def _no_number(value: object, index: tuple[int, ...], what: str) -> InputError:
    return InputError(
        "{what} must hold real numbers; {where} is {value}.",
        rule="numbers",
        what=what,
        where=place(index),
        value=_shown(repr(value)),
        index=tuple(map(int, index)),
    )


def _beyond_range(value: object, index: tuple[int, ...], what: str) -> InputError:
    return InputError(
        "{what} must hold numbers in the range of a float64; {where} is {value}.",
        rule="float_range",
        what=what,
        where=place(index),
        value=_shown(str(value)),
        index=tuple(map(int, index)),
    )


def _shown(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= MOST_SHOWN else f"{line[:MOST_SHOWN]}…"
