"""Work in blocks that fit in the processor's cache, shared by two threads where that pays."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Real = NDArray[Any]

ELEMENTS = 2**15
"""Elements in a block of single numbers: many beside NumPy's cost per call, few beside a cache."""

ELEMENTS_OF_ROWS = 2**17
"""The same for rows, whose sums need longer calls to pay and keep fewer arrays at a time."""

ELEMENTS_WORTH_A_THREAD = 2**18
"""Below this many elements, starting a second thread costs more than it saves."""


def wide(block: NDArray[Any]) -> Floats:
    """Return the block as float64; itself when it is."""
    return block.astype(np.float64, copy=False)


def run(work: Callable[[slice], object], rows: int, row_length: int = 1) -> None:
    """Call `work` on every block of whole rows; many rows are shared by two threads.

    Single numbers are not: their many short calls would mostly wait for Python's lock.
    """
    step = _rows_of_a_block(row_length)
    if rows <= step:
        _run_all(work, [slice(0, rows)])
        return
    blocks = [slice(start, min(start + step, rows)) for start in range(0, rows, step)]
    few = row_length == 1 or rows * row_length < ELEMENTS_WORTH_A_THREAD
    if few or (os.cpu_count() or 1) < 2:
        _run_all(work, blocks)
        return
    with ThreadPoolExecutor(max_workers=1) as pool:
        second = pool.submit(_run_all, work, blocks[1::2])
        _run_all(work, blocks[::2])
        second.result()


def _rows_of_a_block(row_length: int) -> int:
    return ELEMENTS if row_length == 1 else max(1, ELEMENTS_OF_ROWS // row_length)


def _run_all(work: Callable[[slice], object], blocks: list[slice]) -> None:
    with np.errstate(all="ignore"):  # the caller's settings concern the caller's arithmetic
        for block in blocks:
            work(block)


def total(sum_of: Callable[[slice], float], rows: int, row_length: int = 1) -> float:
    """Add up `sum_of` over all blocks, exactly: the order in which threads finish is no matter."""
    if rows <= _rows_of_a_block(row_length):
        with np.errstate(all="ignore"):
            return sum_of(slice(0, rows))
    sums: list[float] = []
    run(lambda block: sums.append(sum_of(block)), rows, row_length)
    return exactly(sums)


def exactly(values: list[float]) -> float:
    """Return the sum of numbers that are not negative, rounded once; ∞ beyond the largest float."""
    try:
        return math.fsum(values)
    except OverflowError:
        return math.inf
