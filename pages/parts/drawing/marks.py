"""The marks that a figure speaks with: lines, dots, texts and bars.

Each is one of Plotly's traces, a plain dictionary. It takes what differs from the explorer's
style; what else Plotly knows of such a trace goes by keyword. Dots and texts may stand over the
frame's edge.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

Mark: TypeAlias = dict[str, Any]
Hover: TypeAlias = str | list[str]
"""What the pointer reads: Plotly's template, or a text for each point; empty for nothing."""


def line(
    x: Iterable[float | None],
    y: Iterable[float | None],
    colour: str,
    *,
    width: float = 4,
    dash: str = "",
    hover: Hover = "",
    extra: str = "",
    **more: Any,
) -> Mark:
    """Return a line through these points, broken where one is None.

    Examples
    --------
    >>> line([0, 1], [2, 3], "red", dash="dot")["line"]
    {'color': 'red', 'width': 4, 'dash': 'dot'}
    """
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(x),
        "y": list(y),
        "line": stroke(colour, width, dash),
        **_hover(hover, extra),
        **more,
    }


def dots(
    x: Iterable[float],
    y: Iterable[float],
    colour: str | list[str],
    *,
    text: list[str] | None = None,
    at: str | list[str] = "top center",
    text_size: int = 0,
    hover: Hover = "",
    extra: str = "",
    **marker: Any,
) -> Mark:
    """Return dots, with texts in their colour `at` their sides; what else is given is the marker's.

    Examples
    --------
    >>> dots([0], [1], "red", size=12)["marker"]
    {'color': 'red', 'size': 12}
    >>> named = dots([0], [1], "red", text=["A"], at="bottom center", size=12)
    >>> named["mode"], named["textposition"], named["textfont"]
    ('markers+text', 'bottom center', {'color': 'red'})
    """
    return {
        "type": "scatter",
        "mode": "markers" if text is None else "markers+text",
        "x": list(x),
        "y": list(y),
        "marker": {"color": colour, **marker},
        **({} if text is None else _text(text, at, font(colour, text_size))),
        "cliponaxis": False,
        **_hover(hover, extra),
    }


def texts(
    x: Iterable[float],
    y: Iterable[float],
    text: list[str],
    *,
    at: str | list[str] = "middle center",
    **style: Any,
) -> Mark:
    """Return texts without dots: one trace, as annotations are drawn one by one."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(x),
        "y": list(y),
        **_text(text, at, style),
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def bars(
    x: Iterable[float],
    y: Iterable[float],
    marker: str | list[str] | Mark,
    *,
    hover: Hover = "",
    extra: str = "",
    **more: Any,
) -> Mark:
    """Return bars, in one colour, in one each, or with a whole marker.

    Examples
    --------
    >>> bars([0], [1], "red", width=0.5)["marker"]
    {'color': 'red'}
    """
    return {
        "type": "bar",
        "x": list(x),
        "y": list(y),
        "marker": marker if isinstance(marker, dict) else {"color": marker},
        **_hover(hover, extra),
        **more,
    }


def stroke(colour: str, width: float, dash: str = "") -> Mark:
    """Return how a line is drawn."""
    return {"color": colour, "width": width} | ({"dash": dash} if dash else {})


def font(colour: str | list[str], size: int = 0) -> Mark:
    """Return how a text is written; at 0 in the figure's own size."""
    return {"color": colour} | ({"size": size} if size else {})


def _text(text: list[str], at: str | list[str], style: Mark) -> Mark:
    return {"text": text, "textposition": at, "textfont": style}


def _hover(hover: Hover, extra: str) -> Mark:
    if hover == "":
        return {"hoverinfo": "skip"}
    if isinstance(hover, str):
        return {"hovertemplate": f"{hover}<extra>{extra}</extra>"}
    return {"customdata": hover, "hovertemplate": f"%{{customdata}}<extra>{extra}</extra>"}
