"""The picture of the start: the curve −ln p with one point on it."""

from __future__ import annotations

import math

from ce_core.examples.surprisal import SurprisalExample
from pages.parts.drawing import charts, guides, marks
from pages.parts.drawing.palette import Palette
from pages.parts.drawing.values import rounded
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words

MOST = 5.0


def surprisal_curve(example: SurprisalExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw the surprisal of a belief against its probability; at 0 the point leaves the frame."""
    infinite = math.isinf(example.surprisal)
    height = MOST if infinite else min(example.surprisal, MOST)
    curve = marks.line(
        rounded(example.curve_p),
        rounded(example.curve_surprisal),
        colours.accent,
        hover=text.plain("figure.hover"),
    )
    point = marks.dots(
        [example.p, example.p],
        [0, height],
        colours.failed,
        size=[0, 16],
        opacity=1,
        symbol=["circle", "triangle-up" if infinite else "circle"],
    ) | {"mode": "lines+markers", "line": {"color": colours.failed, "width": 5}}
    left = example.p < 0.7
    return charts.figure(
        [curve, point],
        colours,
        height=360,
        margin=(56, 20, 16, 48),
        xaxis={"title": text.plain("figure.axis_x"), "range": [-0.02, 1.02], "dtick": 0.2},
        yaxis={"title": text.plain("figure.axis_y"), "range": [0, MOST + 0.25], "dtick": 1},
        annotations=[
            guides.label(
                example.p,
                height,
                f"<b>−ln {short(example.p)} = {number(example.surprisal, 3)}</b>",
                colours.failed,
                f"{'middle' if infinite else 'bottom'} {'left' if left else 'right'}",
                size=18,
                xshift=16 if left else -6,
                yshift=0 if infinite else 6,
            )
        ],
    )
