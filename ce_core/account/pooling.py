"""Pool adjacent violators: the calibrated model that keeps the order of the rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core.account.totals import group_starts

Indices = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Cells:
    """Rows with one event, pooled where they have one score, in the order of the scores.

    Pooling further gives cells again, so cells of parts of the data can be pooled and put
    together: the result is the same as of all rows at once.

    Attributes
    ----------
    low, high : ndarray, shape (c,)
        The least and the largest score in each cell.
    count : ndarray
        The rows in it.
    weight, happened : ndarray
        The sum of their weights, and of those for which the event came true.
    loss : ndarray
        The weighted sum of what they paid for the event.
    """

    low: Floats
    high: Floats
    count: Indices
    weight: Floats
    happened: Floats
    loss: Floats

    @property
    def rate(self) -> Floats:
        """The share for which the event came true."""
        return self.happened / self.weight

    @classmethod
    def of_rows(
        cls, score: Floats, weight: Floats, happened: NDArray[np.bool_], loss: Floats
    ) -> Cells:
        """Return one cell for each distinct score; rows of weight 0 are left out."""
        counted = np.flatnonzero(weight > 0)
        order = counted[np.argsort(score[counted], kind="stable")]
        score, weight = score[order], weight[order]
        each = cls(
            score,
            score,
            np.ones(order.size, np.intp),
            weight,
            weight * happened[order],
            weight * loss[order],
        )
        return each.merged(group_starts(score))

    def merged(self, starts: Indices) -> Cells:
        """Put together the cells from each start to the next."""
        last = np.append(starts[1:], self.low.size) - 1
        count, weight, happened, loss = (
            np.add.reduceat(values, starts)
            for values in (self.count, self.weight, self.happened, self.loss)
        )
        return Cells(self.low[starts], self.high[last], count, weight, happened, loss)

    def pooled(self) -> Cells:
        """Pool until the rate rises from each cell to the next."""
        return self.merged(pool(self.weight, self.happened))

    def joined(self, other: Cells) -> Cells:
        """Put the cells of two parts of the data together, in the order of their scores.

        Cells whose ranges overlap become one, so the two must have no range of scores in common
        but single scores.
        """
        both = [
            np.concatenate(pair) for pair in zip(self._columns(), other._columns(), strict=True)
        ]
        order = np.argsort(both[0], kind="stable")
        together = Cells(*(column[order] for column in both))
        new = np.ones(order.size, np.bool_)
        new[1:] = together.low[1:] > together.high[:-1]
        return together.merged(np.flatnonzero(new))

    def _columns(self) -> tuple[NDArray[np.generic], ...]:
        return (self.low, self.high, self.count, self.weight, self.happened, self.loss)


def pool(weight: Floats, happened: Floats, sequence: Indices | None = None) -> Indices:
    """Return where the blocks begin in which pool adjacent violators leaves its input.

    Parameters
    ----------
    weight, happened : ndarray, shape (n,)
        For each cell, in order, its weight (above 0) and how much of it came true.
    sequence : ndarray of int, shape (n,), optional
        Where several inputs stand one after the other: which one each cell belongs to.

    Returns
    -------
    ndarray of int
        The first cell of each block; the rates of the blocks of a sequence rise strictly.

    Notes
    -----
    Neighbours whose rates do not rise end in one block whatever the order in which they are
    pooled, so each pass pools every run of them at once. Once a pass finds little to pool, the
    rest is done from left to right, so no input is slow.

    References
    ----------
    M. Ayer et al., Annals of Mathematical Statistics 26 (1955).

    Examples
    --------
    >>> pool(np.ones(5), np.array([0.0, 1.0, 0.0, 1.0, 1.0]))
    array([0, 1, 3])
    """
    starts = np.arange(weight.size)
    while True:
        rate = happened / weight
        rises = rate[1:] > rate[:-1]
        if sequence is not None:
            rises |= sequence[1:] != sequence[:-1]
        if rises.all():
            return starts
        keep = np.flatnonzero(np.concatenate(([True], rises)))
        few = keep.size > starts.size * 7 // 8
        weight, happened = np.add.reduceat(weight, keep), np.add.reduceat(happened, keep)
        starts = starts[keep]
        sequence = None if sequence is None else sequence[keep]
        if few:
            return starts[_pool_in_turn(weight, happened, sequence)]


def _pool_in_turn(weight: Floats, happened: Floats, sequence: Indices | None) -> Indices:
    """Pool from left to right, each new cell with those before it as far as they violate."""
    which = [0] * weight.size if sequence is None else sequence.tolist()
    blocks: list[tuple[int, float, float, int]] = []
    for start, (w, h, s) in enumerate(zip(weight.tolist(), happened.tolist(), which, strict=True)):
        first = start
        while blocks and blocks[-1][3] == s and blocks[-1][2] / blocks[-1][1] >= h / w:
            first, before, before_happened, _ = blocks.pop()
            w, h = w + before, h + before_happened
        blocks.append((first, w, h, s))
    return np.array([block[0] for block in blocks], np.intp)
