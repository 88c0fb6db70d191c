"""Work in blocks that fit in the processor's cache, shared by all cores where that pays."""

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

ELEMENTS = 2**18
"""Elements of a block: many beside what a NumPy call costs, few beside a cache.

A block is also what a thread is started for. Threads hold Python's lock between their calls, so
with smaller blocks they would mostly wait for each other.
"""


def wide(block: NDArray[Any]) -> Floats:
    """Return the block as float64; itself when it is."""
    return block.astype(np.float64, copy=False)


def run(work: Callable[[slice], object], rows: int, row_length: int = 1) -> None:
    """Call `work` on every block of whole rows, in as many threads as there are cores and work."""
    step = _rows_of_a_block(row_length)
    blocks = [slice(start, min(start + step, rows)) for start in range(0, rows, step)]
    threads = min(len(blocks), _cores()) if len(blocks) > 1 else 1
    if threads == 1:
        _run_all(work, blocks)
        return
    with ThreadPoolExecutor(threads - 1) as pool:
        others = [pool.submit(_run_all, work, blocks[i::threads]) for i in range(1, threads)]
        _run_all(work, blocks[::threads])
        for other in others:
            other.result()


def _cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _rows_of_a_block(row_length: int) -> int:
    return max(1, ELEMENTS // row_length)


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
