"""What happened, as the two numbers by which the surprisals of a 1 and of a 0 count."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import DTypeLike, NDArray

from ce_core._kernels import few
from ce_core._kernels.blocks import Real


class Targets(NamedTuple):
    """The targets of a block of two classes, not yet smoothed or weighed.

    Attributes
    ----------
    y : array
        Labels 0 and 1, or probabilities of 1.
    are_labels : bool
        Whether every y is exactly 0 or 1.
    smoothing : float
        The share s of each target that moves to the middle.
    weight : array or None
        How much more a 1 counts than a 0.
    """

    y: Real
    are_labels: bool
    smoothing: float = 0.0
    weight: Real | None = None

    def terms(self, dtype: DTypeLike = np.float64) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return w (y (1 - s) + s/2) and (1 - y)(1 - s) + s/2, each without cancellation.

        The second is not 1 minus the smoothed y, which for a little smoothing of a 1 is the
        difference of two almost equal numbers.
        """
        y = self.y.astype(dtype, copy=False)
        success, failure = y, 1.0 - y
        if self.smoothing:
            share = y.dtype.type(self.smoothing)
            success, failure = (term * (1.0 - share) + share / 2.0 for term in (success, failure))
        if self.weight is not None:
            success = self.weight * success
        return success, failure

    @property
    def are_plain_labels(self) -> bool:
        """Whether the terms are 0 and 1 too."""
        return self.are_labels and not self.smoothing and self.weight is None

    def at(self, positions: NDArray[np.intp]) -> Targets:
        """Return the targets at these positions of the block."""
        weight = None if self.weight is None else self.weight[positions]
        return Targets(self.y[positions], self.are_labels, self.smoothing, weight)


def holds_labels(y: Real) -> bool:
    """Whether every value is exactly 0 or 1. A -0.0 may count as neither."""
    if y.size <= few.FEW:
        return few.are_labels(y)
    if y.dtype.kind == "f":
        ones = np.count_nonzero(y == 1.0)
        return bool(ones == np.count_nonzero(y.view(bits_of(y))))
    return bool(y.dtype.kind == "b" or (y.min() >= 0 and y.max() <= 1))


def bits_of(x: Real) -> type[np.unsignedinteger[Any]]:
    """Return the unsigned integers as which the bits of float32 or float64 are read."""
    return np.uint64 if x.itemsize == 8 else np.uint32
