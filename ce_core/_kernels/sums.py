"""Sums whose rounding does not grow with what is summed, not even if all of it is equal."""

from __future__ import annotations

import numpy as np

from ce_core._kernels.blocks import Floats, exactly

CHAIN = 16
"""Numbers added in one chain."""

FEW = 128
"""Numbers that Python may add, exactly, at little cost."""


def total(values: Floats) -> float:
    """Return the sum of all values of one axis: by sixteens, and what is left exactly."""
    while values.size > FEW:
        values = _chains(values.reshape(1, -1))[0]
    return exactly(values.tolist())


def row_sums(e: Floats) -> Floats:
    """Return the sum of each row.

    A product with ones is the fastest sum there is. It adds in long chains, which would gather
    rounding, so long rows are added by sixteens, then the sums of these by sixteens, and so on.
    Rows of a width that is `padded` need no copy.
    """
    while e.shape[1] > CHAIN:
        e = _chains(e)
    sums: Floats = e @ np.ones(e.shape[1])
    return sums


def _chains(e: Floats) -> Floats:
    """Return the sums of every sixteen columns."""
    rows, columns = e.shape
    if columns % CHAIN:
        wider = np.zeros((rows, padded(columns)))
        wider[:, :columns] = e
        e = wider
    sums: Floats = (e.reshape(-1, CHAIN) @ np.ones(CHAIN)).reshape(rows, -1)
    return sums


def padded(columns: int) -> int:
    """Return the least number of columns, at least as many, that `row_sums` adds without a copy."""
    return columns if columns <= CHAIN else -(-columns // CHAIN) * CHAIN


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
