"""More figures of "Why do frameworks want scores?": digits that are right, softmax twice."""

from __future__ import annotations

import math

import numpy as np

from ce_core.examples.digits import LARGEST, Computed, DigitsExample
from ce_core.examples.twice import TwiceExample
from pages.parts.drawing import charts, guides, marks
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
        shapes=[guides.rule(example.score, (0, 17.6), colours.ink)],
        annotations=[
            guides.label(
                x,
                y,
                text.plain("digits.way", **_way(way, text)),
                way_colour(way, colours),
                f"bottom {side}",
            )
            for way in example.ways
            for x, y, side in [names[way.method, way.precision]]
        ],
    )


def _digit_line(way: Computed, example: DigitsExample, text: Words, colours: Palette) -> marks.Mark:
    name = text.plain("digits.way", **_way(way, text))
    return marks.line(
        [float(f"{score:.3g}") for score in example.scores],
        rounded(way.digits, 1),
        way_colour(way, colours),
        width=3,
        dash="solid" if way.precision == "float64" else "dash",
        hover="x = %{x}: %{y}",
        extra=name,
        name=name,
    )


def _breaks(ways: list[Computed], colours: Palette) -> list[marks.Mark]:
    return [
        marks.dots(
            [float(f"{point.score:.4g}") for point in way.breaks],
            [0] * len(way.breaks),
            way_colour(way, colours),
            text=[f"<b>{broken_value(point.value)}</b>" for point in way.breaks],
            # A NaN often stands just before another way's 0.
            at=["top left" if math.isnan(point.value) else "top right" for point in way.breaks],
            hover="x = %{x}: %{text}",
            symbol="x",
            size=10,
        )
        for way in ways
        if way.breaks
    ]


def broken_value(value: float) -> str:
    """Return 0, ∞ or NaN as the computation gives it."""
    return "NaN" if math.isnan(value) else number(value, 0)


def _way(way: Computed, text: Words) -> dict[str, str]:
    return {"precision": way.precision, "method": text.plain(f"digits.{way.method}")}


def twice_curves(example: TwiceExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw the loss after one softmax and after two, as the true class's score moves."""
    end = charts.steady_range(2.2 * example.ceiling)
    once, twice = colours.models[1], colours.failed
    left, right = float(example.scores[0]), float(example.scores[-1])
    score = float(example.once.scores[example.once.true])
    seen = example.once_losses <= 1.2 * end
    floor, ceiling = number(example.floor, 3), number(example.ceiling, 3)
    band = text.plain("twice.band", floor=floor, ceiling=ceiling)
    # The score at which the loss with one softmax comes down to where its name is.
    name_at = float(example.scores[np.argmax(example.once_losses <= 0.78 * end)])
    return charts.figure(
        [
            marks.line(
                rounded(example.scores[seen]),
                rounded(example.once_losses[seen]),
                once,
                hover="%{x}: %{y:.3f}",
                extra=text.plain("twice.one"),
            ),
            marks.line(
                rounded(example.scores),
                rounded(example.losses),
                twice,
                dash="dash",
                hover="%{x}: %{y:.3f}",
                extra=text.plain("twice.two"),
            ),
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
        shapes=[guides.band((left, right), (example.floor, example.ceiling), colours.grid, 0.6)],
        annotations=[
            guides.label(right, example.ceiling, band, twice, "bottom right"),
            guides.label(name_at, 0.78 * end, f" {text.plain('twice.one')}", once, "bottom left"),
        ],
    )


def _mark(
    score: float, loss: float, ends: tuple[float, float], end: float, colour: str
) -> marks.Mark:
    """Mark the reader's case; where it lies outside the frame, a triangle points there."""
    symbol = "circle" if loss <= end else "triangle-up"
    if not ends[0] <= score <= ends[1]:
        symbol = "triangle-left" if score < ends[0] else "triangle-right"
    x = min(max(score, ends[0]), ends[1])
    return marks.dots([x], [min(loss, end)], colour, size=13, symbol=symbol)
