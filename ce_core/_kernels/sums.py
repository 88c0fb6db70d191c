"""Sums whose rounding does not grow with what is summed, not even if all of it is equal."""

from __future__ import annotations

import numpy as np

from ce_core._kernels.blocks import Floats, exactly

CHAIN = 16
"""Numbers added in one chain."""

_ONES = np.ones(CHAIN)

FEW = 128
"""Numbers that Python may add, exactly, at little cost."""


def total(values: Floats) -> float:
    """Return the sum of all values of one axis: by sixteens, and what is left exactly."""
    rest: list[float] = []
    while values.size > FEW:
        whole = values.size // CHAIN * CHAIN
        rest += values[whole:].tolist()
        values = values[:whole].reshape(-1, CHAIN) @ _ONES
    return exactly(values.tolist() + rest)


def row_sums(e: Floats) -> Floats:
    """Return the sum of each row.

    A product with ones is the fastest sum there is. It adds in long chains, which would gather
    rounding, so long rows are added by sixteens, then the sums of these by sixteens, and so on.
    Rows of a width that is `padded` need no copy.
    """
    while e.shape[1] > CHAIN:
        e = _chains(e)
    sums: Floats = e @ _ONES[: e.shape[1]]
    return sums


def _chains(e: Floats) -> Floats:
    """Return the sums of every sixteen columns, or of somewhat fewer if that leaves none over."""
    rows, columns = e.shape
    width = padded(columns)
    if width != columns:
        wider = np.zeros((rows, width))
        wider[:, :columns] = e
        e = wider
    chain = _chain(columns) or CHAIN
    sums: Floats = (e.reshape(-1, chain) @ _ONES[:chain]).reshape(rows, -1)
    return sums


def padded(columns: int) -> int:
    """Return the least number of columns, at least as many, that `row_sums` adds without a copy."""
    if columns <= CHAIN or _chain(columns):
        return columns
    return -(-columns // CHAIN) * CHAIN


def _chain(columns: int) -> int | None:
    """Return the longest chain of 8 to 16 that divides the columns, if one does."""
    return next((chain for chain in range(CHAIN, 7, -1) if columns % chain == 0), None)


def sum_with_rounding(e: Floats) -> tuple[Floats, Floats]:
    """Return the sums along the last axis as rounded numbers and what rounding left over.

    Columns are added in halves; the rounding of each addition is added up beside it.
    """
    total, rounding = e, np.zeros_like(e)
    while (columns := total.shape[-1]) > 1:
        half = columns // 2
        a, b = total[..., :half], total[..., columns - half :]
        added = a + b
        b_part = added - a
        rest = (a - (added - b_part)) + (b - b_part)
        rest += rounding[..., :half] + rounding[..., columns - half :]
        middle = slice(half, columns - half)
        total = np.concatenate((added, total[..., middle]), axis=-1)
        rounding = np.concatenate((rest, rounding[..., middle]), axis=-1)
    return total[..., 0], rounding[..., 0]
