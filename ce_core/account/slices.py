"""Slices that pay more than the rest: found on one half of the rows, confirmed on the other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ce_core._kernels.blocks import Floats
from ce_core.account.balance import LEVEL, Balance, balance
from ce_core.account.conditions import Column, Condition, columns_of
from ce_core.account.confirmation import Half, holm, p_value
from ce_core.account.halves import first_half
from ce_core.account.rows import Rows
from ce_core.checks import InputError

FEWEST = 20
"""Rows that a slice must have in the half in which it is found."""

SHOWN = 10
"""Slices that are put to the test, at most."""

EXPLAINED = 0.9
"""The part of a slice's excess from which on a narrower slice that holds it stands for it."""


@dataclass(frozen=True)
class Slice:
    """Rows that meet some conditions and pay more than the average.

    Attributes
    ----------
    conditions : tuple of Condition
        What its rows have in common.
    balance : Balance
        What all its rows paid and were expected to pay: is it overconfident, or hard?
    excess_found, excess_confirmed : float
        By how much the mean loss would fall if the slice paid what the average row pays, in the
        half in which it was found and in the other; rows that paid ∞ are left out.
    p_value : float
        How often chance gives that much in the other half, corrected for the slices shown (Holm).
    confirmed : bool
        Whether that is at most one in a hundred.
    """

    conditions: tuple[Condition, ...]
    balance: Balance
    excess_found: float
    excess_confirmed: float
    p_value: float
    confirmed: bool

    def __str__(self) -> str:
        return " and ".join(map(str, self.conditions))


@dataclass(frozen=True)
class Slices:
    """The slices that cost most.

    Attributes
    ----------
    found : tuple of Slice
        Those that cost most in the first half, at most 10.
    looked_at : int
        How many slices that half was searched for.
    """

    found: tuple[Slice, ...]
    looked_at: int


@dataclass(frozen=True)
class _Candidate:
    """A slice as the first half shows it; the mean and its error are of the loss above average."""

    levels: tuple[tuple[str, int], ...]
    count: int
    infinite: int
    excess: float
    mean: float
    error: float


@np.errstate(all="ignore")
def slices(
    rows: Rows, columns: Mapping[str, ArrayLike], *, depth: int = 2, seed: int = 0
) -> Slices:
    """Search the slices of up to `depth` conditions for those that cost most.

    Parameters
    ----------
    rows : Rows
        The rows.
    columns : mapping of str to array_like
        Columns to slice by, one value a row: numbers are cut at quantiles, all else by value.
    depth : {1, 2, 3}
        How many conditions a slice may have.
    seed : int
        Chooses the halves.

    Notes
    -----
    Every cell of every combination of columns is looked at, so some look bad by chance alone.
    Those that look worst are therefore judged by rows that took no part in the search, by a
    one-sided test of Welch's t, or of a share where rows paid ∞. A skewed loss makes that test
    err towards silence. A slice no worse than a wider one of which it is part is left out, and so
    is a wider one nine tenths of whose excess a narrower one holds.
    """
    if depth not in (1, 2, 3):
        raise InputError("depth must be 1, 2 or 3; it is {value}.", rule="depth", value=repr(depth))
    cut = columns_of(columns, rows.count)
    half = first_half(rows.count, seed)
    if not rows.weight[half].any() or not rows.weight[~half].any():
        return Slices((), 0)
    candidates, looked_at = _search(Half.of(rows, half), _part(cut, half), depth)
    chosen = _without_repeats(candidates)[:SHOWN]
    second, there = Half.of(rows, ~half), _part(cut, ~half)
    inside = [_inside(there, one.levels) for one in chosen]
    p_values = holm(
        [
            p_value(second, rows_of_slice, one.infinite > 0)
            for one, rows_of_slice in zip(chosen, inside, strict=True)
        ]
    )
    found = (
        Slice(
            tuple(cut[name].levels[level] for name, level in one.levels),
            balance(rows, _inside(cut, one.levels)),
            one.excess,
            float(second.weight[rows_of_slice] @ second.excess[rows_of_slice])
            / float(second.weight.sum()),
            p_value,
            p_value <= LEVEL,
        )
        for one, rows_of_slice, p_value in zip(chosen, inside, p_values, strict=True)
    )
    return Slices(tuple(found), looked_at)


def _part(columns: Mapping[str, Column], chosen: NDArray[np.bool_]) -> dict[str, Column]:
    return {name: Column(one.code[chosen], one.levels) for name, one in columns.items()}


def _inside(columns: Mapping[str, Column], levels: Iterable[tuple[str, int]]) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = np.logical_and.reduce(
        [columns[name].code == level for name, level in levels]
    )
    return inside


def _search(half: Half, columns: Mapping[str, Column], depth: int) -> tuple[list[_Candidate], int]:
    """Return the slices that pay more than the average, and how many there are in all."""
    found: list[_Candidate] = []
    looked_at = 0
    for size in range(1, min(depth, len(columns)) + 1):
        for names in combinations(columns, size):
            shape = tuple(len(columns[name].levels) for name in names)
            cell = np.ravel_multi_index([columns[name].code for name in names], shape)
            sums = _sums(half, cell, math.prod(shape))
            looked_at += int(np.count_nonzero(sums[0]))
            found += _candidates(names, shape, sums, half.weight.sum())
    return found, looked_at


def _sums(half: Half, cell: NDArray[np.intp], cells: int) -> list[Floats]:
    """Return for each cell: rows, rows that paid ∞, weights, excess, and two sums of squares."""
    weighed = half.weight * half.excess
    columns = (
        None,
        half.infinite.astype(np.float64),
        half.weight,
        weighed,
        weighed**2,
        half.weight * weighed,
        half.weight**2,
    )
    return [np.bincount(cell, values, cells).astype(np.float64) for values in columns]


def _candidates(
    names: tuple[str, ...], shape: tuple[int, ...], sums: Sequence[Floats], total: float
) -> list[_Candidate]:
    count, infinite, weight, excess, squares, crossed, squared_weight = sums
    worth = np.flatnonzero((count >= FEWEST) & ((excess > 0) | (infinite > 0)))
    found = []
    for cell in worth.tolist():
        own = float(weight[cell]) or 1.0
        mean = float(excess[cell]) / own
        spread = squares[cell] - 2 * mean * crossed[cell] + mean**2 * squared_weight[cell]
        levels = tuple(map(int, np.unravel_index(cell, shape)))
        found.append(
            _Candidate(
                tuple(zip(names, levels, strict=True)),
                int(count[cell]),
                int(infinite[cell]),
                float(excess[cell] / total),
                mean,
                math.sqrt(max(spread, 0.0)) / own,
            )
        )
    return found


def _without_repeats(candidates: list[_Candidate]) -> list[_Candidate]:
    """Return the worst slices first, without those that a wider or a narrower one explains."""
    by_levels = {frozenset(one.levels): one for one in candidates}
    stand_alone = [one for one in candidates if not _explained_by_wider(one, by_levels)]
    explained = set()
    for one in stand_alone:
        for wider in _wider(one.levels):
            parent = by_levels.get(wider)
            if parent is None or one.count == parent.count:
                continue
            if one.excess >= EXPLAINED * parent.excess and one.infinite == parent.infinite:
                explained.add(wider)
    kept = [one for one in stand_alone if frozenset(one.levels) not in explained]
    same_rows = {(one.count, one.infinite, one.excess): one for one in reversed(kept)}
    return sorted(same_rows.values(), key=lambda one: (-one.infinite, -one.excess))


def _explained_by_wider(
    one: _Candidate, by_levels: Mapping[frozenset[tuple[str, int]], _Candidate]
) -> bool:
    """Whether a slice with fewer conditions is about as bad, row for row."""
    for wider in _wider(one.levels):
        parent = by_levels.get(wider)
        if parent is None:
            continue
        rate, parent_rate = one.infinite / one.count, parent.infinite / parent.count
        if one.mean - parent.mean <= 2 * one.error and rate <= 2 * parent_rate:
            return True
    return False


def _wider(levels: tuple[tuple[str, int], ...]) -> list[frozenset[tuple[str, int]]]:
    """Return the same conditions with one or more left out."""
    return [
        frozenset(kept) for size in range(1, len(levels)) for kept in combinations(levels, size)
    ]
