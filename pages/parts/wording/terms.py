"""Which terms of a long sum are written out in a formula."""

from __future__ import annotations

MOST_TERMS = 8


def shown(count: int, marked: int) -> list[int | None]:
    """Return the positions of the terms to write out; None stands for those left out.

    Parameters
    ----------
    count : int
        How many terms there are.
    marked : int
        The position of a term that must not be left out.

    Examples
    --------
    >>> shown(3, 1), shown(200, 120), shown(200, 0)
    ([0, 1, 2], [0, 1, 2, None, 120, None], [0, 1, 2, None])
    """
    if count <= MOST_TERMS:
        return list(range(count))
    positions: list[int | None] = [0, 1, 2, None]
    if marked > 2:
        positions += [marked, None] if marked < count - 1 else [marked]
    return positions
