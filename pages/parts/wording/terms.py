"""Which terms of a long sum are written out in a formula."""

from __future__ import annotations


def shown(count: int, marked: int, most: int = 8) -> list[int | None]:
    """Return the positions of the terms to write out; None stands for those left out.

    Parameters
    ----------
    count : int
        How many terms there are.
    marked : int
        The position of a term that must not be left out.
    most : int
        How many terms are written out without leaving any out.

    Examples
    --------
    >>> shown(3, 1), shown(200, 120), shown(200, 0)
    ([0, 1, 2], [0, 1, 2, None, 120, None], [0, 1, 2, None])
    >>> shown(200, 199, most=6)
    [0, 1, None, 199]
    """
    if count <= most:
        return list(range(count))
    first = most // 2 - 1
    positions: list[int | None] = [*range(first), None]
    if marked >= first:
        positions += [marked, None] if marked < count - 1 else [marked]
    return positions
