"""One style for every Plotly figure, small on the wire.

A figure is a plain dictionary: no template and no unused default travels with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pages.parts.drawing.palette import Palette

Figure = dict[str, Any]
Axis = dict[str, Any]

FONT = '"Source Sans", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
# Plotly leaves points of a curve out, so many that one sees its corners.
_TEMPLATE = {"data": {"scatter": [{"line": {"simplify": False}}]}}
# One step of a ladder holds the axis still while the data moves.
_LADDER = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)


def figure(
    traces: list[dict[str, Any]],
    colours: Palette,
    *,
    height: int,
    xaxis: Axis,
    yaxis: Axis,
    margin: tuple[int, int, int, int] = (48, 12, 8, 40),
    **layout: Any,
) -> Figure:
    """Return a figure of these traces in the explorer's style.

    Parameters
    ----------
    traces : list of dict
        Plotly traces.
    colours : Palette
        The theme's colours.
    height : int
        Height in pixels.
    xaxis, yaxis : dict
        What differs from the style's axes.
    margin : tuple of int
        Left, right, top and bottom, in pixels.
    **layout
        More of Plotly's layout.
    """
    left, right, top, bottom = margin
    return {
        "data": traces,
        "layout": {
            "height": height,
            "margin": {"l": left, "r": right, "t": top, "b": bottom},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": 14, "color": colours.ink},
            "hoverlabel": {"font": {"family": FONT, "size": 14}},
            "showlegend": False,
            "template": _TEMPLATE,
            "xaxis": axis(colours, **xaxis),
            "yaxis": axis(colours, **yaxis),
            **layout,
        },
    }


def axis(colours: Palette, *, title: str = "", **options: Any) -> Axis:
    """Return an axis in the explorer's style, not draggable and with a fixed range."""
    style: Axis = {
        "gridcolor": colours.grid,
        "linecolor": colours.grid,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"color": colours.faint},
    }
    if title:
        style["title"] = {"text": title, "font": {"size": 14, "color": colours.faint}}
    return style | options


def names(labels: Sequence[str], colours: Palette, *, size: int = 14, **options: Any) -> Axis:
    """Return what differs from the style in an axis of names, at 0, 1, 2 … where not said."""
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": labels,
        "showgrid": False,
        "automargin": True,
        "tickfont": {"color": colours.ink, "size": size},
        **options,
    }


def steady_range(largest: float) -> float:
    """Return an axis end just beyond `largest`, from a ladder of few values.

    Examples
    --------
    >>> steady_range(2.08), steady_range(2.2), steady_range(0.52), steady_range(0.0)
    (2.5, 2.5, 0.6, 1.0)
    """
    if largest <= 0:
        return 1.0
    step = 1e-3
    while True:
        for rung in _LADDER:
            if largest <= rung * step:
                return round(rung * step, 9)
        step *= 10
