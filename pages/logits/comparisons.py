"""More figures of "Why do frameworks want scores?": digits that are right, softmax twice."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ce_core.examples.digits import LARGEST, Computed, DigitsExample
from ce_core.examples.twice import TwiceExample
from pages.parts.drawing import charts
from pages.parts.drawing.palette import Palette
from pages.parts.drawing.values import rounded
from pages.parts.wording import escape
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words

# Where each curve has its name: log₁₀ of the score, digits, and the side it begins at.
_STABLE_NAMES = {
    ("stable", "float32"): (1.5, 7.3, "left"),
    ("stable", "float64"): (2.0, 16.0, "left"),
}
_NAMES = _STABLE_NAMES | {
    ("naive", "float32"): (0.04, 1.2, "left"),
    ("naive", "float64"): (1.36, 11.0, "left"),
}
_NAMES_OF_LATE_BREAKS = _STABLE_NAMES | {
    ("naive", "float32"): (2.02, 3.0, "left"),
    ("naive", "float64"): (2.8, 11.0, "right"),
}


def way_colour(way: Computed, colours: Palette) -> str:
    """Return the colour of the naive way or of the stable one."""
    return colours.failed if way.method == "naive" else colours.models[1]


def digit_curves(example: DigitsExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw how many digits are right as the score grows, and mark where a value breaks."""
    names = _NAMES_OF_LATE_BREAKS if example.form == "softmax_wrong" else _NAMES
    # The naive ways are drawn over the stable ones, which they follow until they fall.
    ways = sorted(example.ways, key=lambda way: way.method, reverse=True)
    return charts.figure(
        [*(_digit_line(way, example, text, colours) for way in ways), *_breaks(ways, colours)],
        colours,
        height=360,
        margin=(48, 12, 8, 44),
        xaxis={
            "type": "log",
            "range": [0, math.log10(LARGEST) + 0.02],
            "title": text.plain("digits.axis_x"),
            "tickvals": [1, 3, 10, 30, 100, 300, 1000],
        },
        yaxis={
            "range": [-0.4, 17.6],
            "title": text.plain("digits.axis_y"),
            "tickvals": [0, 4, 8, 12, 16],
        },
        shapes=[
            {
                "type": "line",
                "x0": example.score,
                "x1": example.score,
                "y0": 0,
                "y1": 17.6,
                "line": {"color": colours.ink, "width": 1},
            }
        ],
        annotations=[
            _name(
                names[way.method, way.precision],
                text.plain("digits.way", **_way(way, text)),
                way_colour(way, colours),
            )
            for way in example.ways
        ],
    )


def _digit_line(
    way: Computed, example: DigitsExample, text: Words, colours: Palette
) -> dict[str, Any]:
    name = text.plain("digits.way", **_way(way, text))
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [float(f"{score:.3g}") for score in example.scores],
        "y": [round(float(digits), 1) for digits in way.digits],
        "line": {
            "color": way_colour(way, colours),
            "width": 3,
            "dash": "solid" if way.precision == "float64" else "dash",
        },
        "hovertemplate": f"x = %{{x}}: %{{y}}<extra>{name}</extra>",
    }


def _breaks(ways: list[Computed], colours: Palette) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [float(f"{point.score:.4g}") for point in way.breaks],
            "y": [0] * len(way.breaks),
            "text": [f"<b>{broken_value(point.value)}</b>" for point in way.breaks],
            # A NaN often stands just before another way's 0.
            "textposition": [
                "top left" if math.isnan(point.value) else "top right" for point in way.breaks
            ],
            "textfont": {"color": way_colour(way, colours)},
            "marker": {"symbol": "x", "size": 10, "color": way_colour(way, colours)},
            "cliponaxis": False,
            "hovertemplate": "x = %{x}: %{text}<extra></extra>",
        }
        for way in ways
        if way.breaks
    ]


def broken_value(value: float) -> str:
    """Return 0, ∞ or NaN as the computation gives it."""
    return "NaN" if math.isnan(value) else number(value, 0)


def _way(way: Computed, text: Words) -> dict[str, str]:
    return {"precision": way.precision, "method": text.plain(f"digits.{way.method}")}


def _name(place: tuple[float, float, str], label: str, colour: str) -> dict[str, Any]:
    x, y, side = place
    return {
        "x": x,
        "y": y,
        "text": label,
        "showarrow": False,
        "xanchor": side,
        "yanchor": "bottom",
        "font": {"color": colour},
    }


def twice_curves(example: TwiceExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw the loss after one softmax and after two, as the true class's score moves."""
    end = charts.steady_range(2.2 * example.ceiling)
    once, twice = colours.models[1], colours.failed
    left, right = float(example.scores[0]), float(example.scores[-1])
    score = float(example.once.scores[example.once.true])
    seen = example.once_losses <= 1.2 * end
    return charts.figure(
        [
            {
                "type": "scatter",
                "mode": "lines",
                "x": rounded(example.scores[seen]),
                "y": rounded(example.once_losses[seen]),
                "line": {"color": once, "width": 4},
                "hovertemplate": f"%{{x}}: %{{y:.3f}}<extra>{text.plain('twice.one')}</extra>",
            },
            {
                "type": "scatter",
                "mode": "lines",
                "x": rounded(example.scores),
                "y": rounded(example.losses),
                "line": {"color": twice, "width": 4, "dash": "dash"},
                "hovertemplate": f"%{{x}}: %{{y:.3f}}<extra>{text.plain('twice.two')}</extra>",
            },
            _mark(score, example.once.loss, (left, right), end, once),
            _mark(score, example.loss, (left, right), end, twice),
        ],
        colours,
        height=330,
        margin=(48, 12, 12, 44),
        xaxis={
            "range": [left, right],
            "title": text.plain(
                "twice.axis_x", name=escape.plotly(example.once.classes[example.once.true])
            ),
        },
        yaxis={"range": [0, end], "title": text.plain("twice.axis_y")},
        shapes=[
            {
                "type": "rect",
                "layer": "below",
                "line": {"width": 0},
                "fillcolor": colours.grid,
                "opacity": 0.6,
                "x0": left,
                "x1": right,
                "y0": example.floor,
                "y1": example.ceiling,
            }
        ],
        annotations=[
            _name(
                (right, example.ceiling, "right"),
                text.plain(
                    "twice.band",
                    floor=number(example.floor, 3),
                    ceiling=number(example.ceiling, 3),
                ),
                twice,
            ),
            _name(
                (_name_at(example, end), 0.78 * end, "left"), f" {text.plain('twice.one')}", once
            ),
        ],
    )


def _name_at(example: TwiceExample, end: float) -> float:
    """Return the score at which the loss with one softmax comes down to where its name is."""
    return float(example.scores[np.argmax(example.once_losses <= 0.78 * end)])


def _mark(
    score: float, loss: float, ends: tuple[float, float], end: float, colour: str
) -> dict[str, Any]:
    """Mark the reader's case; where it lies outside the frame, a triangle points there."""
    symbol = "circle" if loss <= end else "triangle-up"
    if not ends[0] <= score <= ends[1]:
        symbol = "triangle-left" if score < ends[0] else "triangle-right"
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [min(max(score, ends[0]), ends[1])],
        "y": [min(loss, end)],
        "marker": {"size": 13, "color": colour, "symbol": symbol},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
