"""Shares of a whole, written in few decimals that add up to exactly 1."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def decimals(shares: Sequence[float], fewest: int = 3) -> list[str]:
    """Scale shares so that they sum to 1, written in few decimals whose sum is exactly 1.

    As many decimals are taken as keep every share within half a percent, so that none becomes
    0; twelve digits of each where that takes more than twelve decimals.

    Examples
    --------
    >>> decimals([0.7, 0.3, 0.1]), decimals([2, 2]), decimals([1, 1e-5])
    (['0.636', '0.273', '0.091'], ['0.5', '0.5'], ['0.99999', '0.00001'])
    """
    exact = [Fraction(share) / sum(map(Fraction, shares)) for share in shares]
    for places in range(fewest, 13):
        counts = _apportion(exact, 10**places)
        if all(
            abs(Fraction(count, 10**places) - part) <= part / 200
            for count, part in zip(counts, exact, strict=True)
        ):
            return [_decimal(count, places) for count in counts]
    return [f"{float(part):.12g}" for part in exact]


def _apportion(parts: Sequence[Fraction], total: int) -> list[int]:
    """Share out `total` units in proportion, the last ones to the largest remainders."""
    counts = [int(part * total) for part in parts]
    remainders = [part * total - count for part, count in zip(parts, counts, strict=True)]
    by_remainder = sorted(range(len(parts)), key=lambda i: -remainders[i])
    for i in by_remainder[: total - sum(counts)]:
        counts[i] += 1
    return counts


def _decimal(count: int, places: int) -> str:
    whole, rest = divmod(count, 10**places)
    return f"{whole}.{rest:0{places}d}".rstrip("0").rstrip(".")
