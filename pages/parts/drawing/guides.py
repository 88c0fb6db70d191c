"""What stands beside the marks and says where they are: rules, bands and labels.

A rule and a band are Plotly's shapes, a label is an annotation.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from pages.parts.drawing.marks import Mark, font, stroke

Span: TypeAlias = float | tuple[float, float] | None
"""Where a shape stands along an axis: at a place, between two, or over all of the figure."""

_ACROSS = ("left", "center", "right")


def label(
    x: float, y: float, text: str, colour: str, anchor: str = "", *, size: int = 0, **more: Any
) -> Mark:
    """Return a text at a place of the axes, which its `anchor` stands on: a side, or a corner.

    Examples
    --------
    >>> label(0, 1, "here", "red", "bottom left") == {
    ...     "x": 0, "y": 1, "text": "here", "showarrow": False, "xanchor": "left",
    ...     "yanchor": "bottom", "font": {"color": "red"}}
    True
    """
    sides = {"xanchor" if side in _ACROSS else "yanchor": side for side in anchor.split()}
    written = {"text": text, "font": font(colour, size), "showarrow": False}
    return {"x": x, "y": y, **written, **sides, **more}


def rule(x: Span, y: Span, colour: str, *, width: float = 1, dash: str = "", **more: Any) -> Mark:
    """Return a straight line: upright at an `x`, level at a `y`, or level over the whole figure.

    Examples
    --------
    >>> rule(None, 0.5, "red") == {
    ...     "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0.5, "y1": 0.5,
    ...     "line": {"color": "red", "width": 1}}
    True
    """
    drawn = stroke(colour, width, dash)
    return {"type": "line", **_span("x", x), **_span("y", y), "line": drawn, **more}


def band(x: Span, y: Span, colour: str, opacity: float) -> Mark:
    """Return a plain area behind all else."""
    return {
        "type": "rect",
        "layer": "below",
        "line": {"width": 0},
        "fillcolor": colour,
        "opacity": opacity,
        **_span("x", x),
        **_span("y", y),
    }


def _span(axis: str, span: Span) -> Mark:
    if span is None:
        return {f"{axis}ref": "paper", f"{axis}0": 0, f"{axis}1": 1}
    first, last = span if isinstance(span, tuple) else (span, span)
    return {f"{axis}0": first, f"{axis}1": last}
