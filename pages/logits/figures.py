"""The figures of "Why do frameworks want scores?": surprisals of one score, pushes on several."""

from __future__ import annotations

import numpy as np

from ce_core.examples.logits import CURVE_END, LogitsExample, ScoreExample
from pages.parts.drawing import charts, guides, marks, second_sign
from pages.parts.drawing.class_colours import class_colours
from pages.parts.drawing.palette import Palette
from pages.parts.drawing.values import rounded
from pages.parts.wording import escape
from pages.parts.wording.names import shortened
from pages.parts.wording.numbers import number, signed
from pages.parts.wording.words import Words

# The arrow is this many times as long as a step against the gradient.
_STRIDE = 2.2
_SHORTEST_ARROW = 0.06
_TOP = 8.5
# With more classes than these there is no room for a number at each.
MOST_WITH_P, MOST_WITH_GRADIENT = 12, 6
_NAME_LENGTH = 12


def loss_curves(example: ScoreExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw what each score costs if it was 1 and if it was 0, and the slope at the chosen one."""
    x, surprisal, slope = example.score, example.surprisal, example.gradient
    both = (
        (1, example.surprisal_of_one, colours.passed, -CURVE_END + 0.3, "left"),
        (0, example.surprisal_of_zero, colours.failed, CURVE_END - 0.3, "right"),
    )
    names = text.plain("score.curve_zero"), text.plain("score.curve_one")
    own = colours.passed if example.y else colours.failed
    reach = 2.2 / np.hypot(1.0, slope)
    annotations = [
        guides.label(at, 7.75, names[y], colour, f"bottom {side}", bgcolor=colours.ground)
        for y, _, colour, at, side in both
    ]
    if abs(slope) >= _SHORTEST_ARROW:
        head = (x - _STRIDE * slope, surprisal - _STRIDE * slope**2)
        annotations.append(_arrow((x, surprisal), head, colours.ink))
    return charts.figure(
        [
            *(
                marks.line(
                    rounded(example.scores),
                    rounded(surprisals),
                    colour,
                    width=4 if y == example.y else 2,
                    dash="solid" if y == example.y else "dot",
                    hover="x = %{x}: %{y:.3f}",
                    extra=f"y = {y}",
                )
                for y, surprisals, colour, _, _ in both
            ),
            marks.line(
                [x - reach, x + reach],
                [surprisal - reach * slope, surprisal + reach * slope],
                colours.ink,
                width=1.5,
            ),
            marks.dots([x], [surprisal], own, size=14, line={"color": colours.ground, "width": 2}),
        ],
        colours,
        height=330,
        margin=(48, 12, 8, 44),
        xaxis={"range": [-CURVE_END, CURVE_END], "title": text.plain("score.axis_x"), "dtick": 2},
        yaxis={"range": [0, _TOP], "title": text.plain("score.axis_y"), "dtick": 2},
        annotations=annotations,
    )


def pushes(example: LogitsExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw each class's probability, and as an arrow from p to y which way its score is pushed."""
    count = len(example.classes)
    own = class_colours(example.classes, colours)
    positions = np.arange(count)
    texts = [number(float(p), 3) if count <= MOST_WITH_P else "" for p in example.p]
    return charts.figure(
        [
            marks.bars(
                positions.tolist(),
                rounded(example.p),
                second_sign.bars(own),
                hover=[
                    text.plain(
                        "pushes.hover",
                        name=escape.plotly(name),
                        p=number(float(example.p[i])),
                        y=f"{example.y[i]:g}",
                        gradient=signed(float(example.gradient[i])),
                    )
                    for i, name in enumerate(example.classes)
                ],
                width=0.66,
            ),
            marks.texts(
                (positions - 0.12).tolist(),
                rounded(example.p),
                texts,
                at="top center",
                color=colours.ink,
            ),
        ],
        colours,
        height=330,
        margin=(48, 8, 24, 48),
        xaxis=charts.names(
            [_class_label(example, i) for i in range(count)], colours, range=[-0.6, count - 0.4]
        ),
        yaxis={"range": [0, 1.04], "title": text.plain("pushes.axis"), "dtick": 0.25},
        shapes=[
            guides.rule((i - 0.33, i + 0.33), float(example.y[i]), colours.ink, width=3)
            for i in range(count)
        ],
        annotations=[
            _arrow((float(i) + 0.24, float(p)), (float(i) + 0.24, float(y)), colours.ink)
            for i, p, y in zip(positions, example.p, example.y, strict=True)
            if abs(p - y) >= _SHORTEST_ARROW
        ],
    )


def _class_label(example: LogitsExample, position: int) -> str:
    label = escape.plotly(shortened(example.classes, _NAME_LENGTH)[position])
    if position == example.true:
        label = f"<b>{label} ✓</b>"
    if len(example.classes) <= MOST_WITH_GRADIENT:
        label += f"<br>{signed(float(example.gradient[position]), 3)}"
    return label


def _arrow(tail: tuple[float, float], head: tuple[float, float], colour: str) -> marks.Mark:
    return {
        "x": head[0],
        "y": head[1],
        "ax": tail[0],
        "ay": tail[1],
        "xref": "x",
        "yref": "y",
        "axref": "x",
        "ayref": "y",
        "text": "",
        "showarrow": True,
        "arrowhead": 2,
        "arrowsize": 1.1,
        "arrowwidth": 2.5,
        "arrowcolor": colour,
    }
