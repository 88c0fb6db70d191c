"""What figures are made of: lines, points and words as Plotly's traces, labels and rules.

What is not said here is said in Plotly's own terms, by name. Where no `hover` text is given, the
pointer passes over.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Mark = dict[str, Any]
Places = Sequence[float | None]


def line(
    x: Places, y: Places, colour: str, width: float, *, dash: str = "", hover: str = "", **more: Any
) -> Mark:
    """Return a line.

    Examples
    --------
    >>> line([0, 1], [2, 3], "red", 4, dash="dot")["line"]
    {'color': 'red', 'width': 4, 'dash': 'dot'}
    """
    return _scatter("lines", x, y, hover, line=_stroke(colour, width, dash), **more)


def points(x: Places, y: Places, marker: Mark, *, hover: str = "", **more: Any) -> Mark:
    """Return points, which may stand over the frame."""
    return _scatter("markers", x, y, hover, marker=marker, cliponaxis=False, **more)


def words(x: Places, y: Places, text: Sequence[str], place: str | list[str], **font: Any) -> Mark:
    """Return texts at points, which may stand over the frame."""
    style = {"textposition": place, "textfont": font, "cliponaxis": False}
    return _scatter("text", x, y, "", text=text, **style)


def label(
    x: float, y: float, text: str, colour: str, *, size: float | None = None, **more: Any
) -> Mark:
    """Return a text as an annotation without an arrow.

    Examples
    --------
    >>> label(0, 1, "a", "red", size=13)["font"]
    {'color': 'red', 'size': 13}
    """
    font = {"color": colour} | ({} if size is None else {"size": size})
    return {"x": x, "y": y, "text": text, "showarrow": False, "font": font, **more}


def across(y: float, colour: str, *, dash: str = "", **more: Any) -> Mark:
    """Return a thin line as a shape, from one side of the frame to the other."""
    return rule((0, 1), (y, y), colour, dash=dash, xref="paper", **more)


def rule(
    x: tuple[float, float],
    y: tuple[float, float],
    colour: str,
    *,
    width: float = 1,
    dash: str = "",
    **more: Any,
) -> Mark:
    """Return a straight line as a shape, between two points.

    Examples
    --------
    >>> rule((0, 1), (2, 3), "red")["line"]
    {'color': 'red', 'width': 1}
    """
    ends = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
    return {"type": "line", **ends, "line": _stroke(colour, width, dash), **more}


def hovering(hover: str) -> Mark:
    """Return what the pointer meets at a trace: this, with no name beside it, or nothing.

    Examples
    --------
    >>> hovering("%{y}"), hovering("")
    ({'hovertemplate': '%{y}<extra></extra>'}, {'hoverinfo': 'skip'})
    """
    if not hover:
        return {"hoverinfo": "skip"}
    return {"hovertemplate": hover if "<extra>" in hover else f"{hover}<extra></extra>"}


def _scatter(mode: str, x: Places, y: Places, hover: str, **more: Any) -> Mark:
    return {"type": "scatter", "mode": mode, "x": x, "y": y, **hovering(hover), **more}


def _stroke(colour: str, width: float, dash: str) -> Mark:
    return {"color": colour, "width": width} | ({"dash": dash} if dash else {})
