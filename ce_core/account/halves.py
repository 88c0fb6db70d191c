"""Two halves of the rows, the same ones on every run: find on one, confirm on the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ce_core.checks import InputError

MOST_SEEDS = 2**24


def checked_seed(value: int) -> int:
    """Require a whole number from 0 to 2**24 - 1."""
    if not isinstance(value, int | np.integer) or not 0 <= value < MOST_SEEDS:
        raise InputError(
            "seed must be a whole number from 0 to {most}; it is {value}.",
            rule="seed",
            most=MOST_SEEDS - 1,
            value=repr(value),
        )
    return int(value)


def first_half(count: int, seed: int = 0) -> NDArray[np.bool_]:
    """Return which of `count` rows are in the first half, by the hash of their number.

    A hash takes no notice of how the rows are ordered, as "every other row" would.

    References
    ----------
    S. Vigna's splitmix64, after G. Steele et al., "Fast splittable pseudorandom number
    generators" (2014).

    Examples
    --------
    >>> first_half(8)
    array([ True, False, False,  True, False, False, False,  True])
    """
    with np.errstate(over="ignore"):
        x = np.arange(1, count + 1, dtype=np.uint64) + (np.uint64(seed) << np.uint64(40))
        x *= np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        x ^= x >> np.uint64(31)
    return x >= np.uint64(1 << 63)
