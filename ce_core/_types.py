"""Types of arguments and results, as far as overloads can tell them apart.

A number gives a float, an array an array: of float32 for float32, else of float64. What is only
known to be `ArrayLike` counts as an array. Numbers and arrays are `ArrayLike` too and are listed
first, so overloads overlap; the first that fits is the one that is meant. float64 arrays stand
before float32, as a checker may take an array of no known dtype for the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias, TypedDict

import numpy as np
from numpy.typing import ArrayLike, NDArray

Number: TypeAlias = float | np.number[Any] | np.bool
Row: TypeAlias = Sequence[float] | Sequence[np.number[Any]]
Table: TypeAlias = Sequence[Sequence[float]] | Sequence[Sequence[np.number[Any]]]

Single: TypeAlias = NDArray[np.float32]
Double: TypeAlias = NDArray[np.float64]
Reals: TypeAlias = NDArray[np.float32] | NDArray[np.float64]

Reduced: TypeAlias = Literal["mean", "sum"]
Unreduced: TypeAlias = Literal["none"]


class Options(TypedDict, total=False):
    """What every loss takes beside its reduction."""

    sample_weight: ArrayLike | None
    base: float | None


class BinaryOptions(Options, total=False):
    """What the binary loss takes."""

    label_smoothing: float


class BinaryLogitsOptions(BinaryOptions, total=False):
    """What the binary loss from scores takes."""

    pos_weight: ArrayLike | None


class CategoricalOptions(Options, total=False):
    """What the categorical losses take."""

    class_weight: ArrayLike | None
    ignore_index: int | None
    label_smoothing: float


class FocalOptions(Options, total=False):
    """What the focal loss takes."""

    gamma: float
    alpha: float | None
