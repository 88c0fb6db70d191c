"""How far two printed numbers agree."""

from __future__ import annotations


def same_digits(printed: str, exact: str) -> int:
    """Return how many leading characters of a printed figure are those of another.

    Examples
    --------
    >>> same_digits("0.45795983", "0.4579598241442019"), same_digits("100.0", "inf")
    (9, 0)
    >>> same_digits("2.1e-18", "2.1e-09")
    0
    """
    digits, _, power = printed.partition("e")
    others, _, other_power = exact.partition("e")
    if power != other_power:
        return 0
    differing = (i for i, pair in enumerate(zip(digits, others, strict=False)) if len({*pair}) > 1)
    return next(differing, min(len(digits), len(others)))
