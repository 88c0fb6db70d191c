"""Names that fit into a figure, and still tell apart what they name."""

from __future__ import annotations

from collections.abc import Sequence


def shortened(names: Sequence[str], most: int) -> list[str]:
    """Return the names in at most so many characters each; those that differ look different.

    A long name loses its end; where two would look alike then, its middle; where they still
    would, what they all begin with; and where nothing helps, its end to its position.

    Parameters
    ----------
    names : sequence of str
        All names that stand side by side.
    most : int
        The most characters of one name.

    Examples
    --------
    >>> shortened(["apple", "passion fruit"], 10)
    ['apple', 'passion f…']
    >>> shortened(["passion fruit", "passion flower"], 10)
    ['pass…fruit', 'pass…lower']
    >>> shortened(["trained on A, tested", "trained on B, tested"], 8)
    ['…A, tes…', '…B, tes…']
    >>> shortened(["a long, long name", "a long, good name", "b long, good name"], 8)
    ['a long…1', 'a long…2', 'b long…3']
    """
    common = _common([name for name in names if len(name) > most])
    for cut in (without_end, without_middle, lambda name, most: _inside(name, common, most)):
        labels = [name if len(name) <= most else cut(name, most) for name in names]
        if len(set(labels)) == len(set(names)):
            return labels
    ends = [f"…{position}" for position, _ in enumerate(names, 1)]
    return [
        name if len(name) <= most else name[: most - len(end)].rstrip() + end
        for name, end in zip(names, ends, strict=True)
    ]


def without_end(name: str, most: int) -> str:
    """Return the name with its end left out where it is too long.

    Examples
    --------
    >>> without_end("passion fruit", 8), without_end("fig", 8)
    ('passion…', 'fig')
    """
    return name if len(name) <= most else name[: most - 1] + "…"


def without_middle(name: str, most: int) -> str:
    """Return the name with its middle left out where it is too long.

    Examples
    --------
    >>> without_middle("passion fruit", 10), without_middle("fig", 10)
    ('pass…fruit', 'fig')
    """
    if len(name) <= most:
        return name
    head = (most - 1) // 2
    return f"{name[:head].rstrip()}…{name[head - most + 1 :].lstrip()}"


def _common(names: Sequence[str]) -> int:
    """Return how many characters all names begin with; the first and the last by letter tell."""
    first, last = min(names, default=""), max(names, default="")
    pairs = enumerate(zip(first, last, strict=False))
    return next((i for i, (one, other) in pairs if one != other), min(len(first), len(last)))


def _inside(name: str, start: int, most: int) -> str:
    return "…" + without_end(name[start:], most - 1)
