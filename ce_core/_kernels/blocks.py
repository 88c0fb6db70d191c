"""Work in blocks that fit in the processor's cache, shared by two threads where that pays."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from threading import Thread
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ELEMENTS = 2**15
"""Elements in a block: large beside NumPy's cost per call, small beside a 1 MB cache."""

ELEMENTS_WORTH_A_THREAD = 2**18
"""Below this many elements, starting a second thread costs more than it saves."""


def wide(block: NDArray[Any]) -> Floats:
    """Return the block as float64; itself when it is."""
    return block.astype(np.float64, copy=False)


def run(work: Callable[[slice], object], rows: int, row_length: int = 1) -> None:
    """Call `work` on every block of whole rows; long inputs are shared by two threads."""
    step = max(1, ELEMENTS // row_length)
    if rows <= step:
        work(slice(0, rows))
        return
    blocks = [slice(start, min(start + step, rows)) for start in range(0, rows, step)]
    if rows * row_length < ELEMENTS_WORTH_A_THREAD or (os.cpu_count() or 1) < 2:
        _run_all(work, blocks)
        return
    second = Thread(target=_run_all, args=(work, blocks[1::2]))
    second.start()
    _run_all(work, blocks[::2])
    second.join()


def _run_all(work: Callable[[slice], object], blocks: list[slice]) -> None:
    for block in blocks:
        work(block)


def total(sum_of: Callable[[slice], float], rows: int, row_length: int = 1) -> float:
    """Add up `sum_of` over all blocks, exactly: the order in which threads finish is no matter."""
    sums: list[float] = []
    run(lambda block: sums.append(sum_of(block)), rows, row_length)
    return sums[0] if len(sums) == 1 else math.fsum(sums)
