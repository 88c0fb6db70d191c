"""The figure of the sigmoid chapter: a result in, a Plotly dictionary out."""

from __future__ import annotations

import numpy as np

from ce_core.examples.sigmoid import SigmoidExample
from pages.parts.drawing import charts, guides, marks
from pages.parts.drawing.palette import Palette
from pages.parts.drawing.values import rounded
from pages.parts.wording import escape
from pages.parts.wording.names import shortened
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words

# The score axis reaches at least from -4 to 4, where the plain sigmoid is nearly flat.
_LEAST_END = 4.0
# Above 1 and below 0 there is room for what each student costs.
_LOW, _HIGH = -0.24, 1.24
_NAME_LENGTH = 9
# How wide a label's character, the crossing's name and the plot on a phone are, in pixels.
_CHARACTER, _BOUNDARY_NAME, _PHONE = 6.8, 62.0, 280.0
_SYMBOLS = {True: "circle", False: "x"}


def curve(
    example: SigmoidExample, tangent: int | None, text: Words, colours: Palette
) -> charts.Figure:
    """Draw the curve, each student on it, and the gap to what really happened with its surprisal.

    Parameters
    ----------
    example : SigmoidExample
        The result.
    tangent : int or None
        The student at whom the tangent is drawn.
    text : Words
        The chapter's words.
    colours : Palette
        The theme's colours.
    """
    low, high = score_range(example)
    traces = [_curve(example, low, high, text, colours)]
    if tangent is not None:
        traces.append(_tangent(example, tangent, low, high, colours))
    for passed in (True, False):
        if (example.passed == passed).any():
            traces += _students(example, passed, low, high, text, colours)
    return charts.figure(
        traces,
        colours,
        height=360,
        margin=(70, 12, 4, 44),
        xaxis={"title": text.plain("figure.axis_x"), "range": [low, high]},
        yaxis={
            "range": [_LOW, _HIGH],
            "tickvals": [0, 0.5, 1],
            "ticktext": [
                _rail(False, text, colours) + "0",
                text.plain("figure.axis_y") + "<br>0.5",
                _rail(True, text, colours) + "1",
            ],
        },
        shapes=_dashed_lines(_boundary(example, low, high), colours),
        # The tangent would run through the name.
        annotations=_boundary_name(example, low, high, text, colours) if tangent is None else [],
    )


def score_range(example: SigmoidExample) -> tuple[float, float]:
    """Return the ends of the score axis: they move only when a score leaves them."""
    below, above = -float(example.scores.min()), float(example.scores.max())
    return (
        -max(_LEAST_END, charts.steady_range(1.12 * below)),
        max(_LEAST_END, charts.steady_range(1.12 * above)),
    )


def labelled(example: SigmoidExample, passed: bool) -> list[int]:
    """Return the students of that outcome whose surprisal has room, the most surprising first.

    Labels stand side by side at what happened; one that would touch a costlier one is left out.
    """
    low, high = score_range(example)
    chosen: list[int] = []
    widths: list[float] = []
    for student in np.argsort(-example.surprisal, kind="stable"):
        if example.passed[student] != passed:
            continue
        longest = max(map(len, _label(example, int(student))))
        width = longest * _CHARACTER / _PHONE * (high - low)
        apart = [abs(float(example.scores[student] - example.scores[i])) for i in chosen]
        if all(gap >= (width + other) / 2 for gap, other in zip(apart, widths, strict=True)):
            chosen.append(int(student))
            widths.append(width)
    return chosen


def _curve(
    example: SigmoidExample, low: float, high: float, text: Words, colours: Palette
) -> marks.Mark:
    scores, p_pass = example.curve(low, high)
    return marks.line(
        rounded(scores, 4 if high - low < 1000 else 1),
        rounded(p_pass),
        colours.accent,
        hover=text.plain("figure.hover_curve", x="%{x:.2f}", p="%{y:.3f}"),
    )


def _students(
    example: SigmoidExample, passed: bool, low: float, high: float, text: Words, colours: Palette
) -> list[marks.Mark]:
    """Return the gaps, the points on the curve, and the surprisals at what happened."""
    which = np.flatnonzero(example.passed == passed)
    colour, rail = (colours.passed, 1.0) if passed else (colours.failed, 0.0)
    scores, p_pass = rounded(example.scores[which]), rounded(example.p_pass[which])
    few, named = len(example.students) <= 40, labelled(example, passed)
    outcome = text.plain("outcome.passed" if passed else "outcome.failed")
    gaps = marks.line(
        [value for x in scores for value in (x, x, None)],
        [value for p in p_pass for value in (p, rail, None)],
        colour,
        width=3 if few else 1,
    )
    points = marks.dots(
        scores,
        p_pass,
        colour,
        hover=text.plain(
            "figure.hover",
            student="%{customdata[0]}",
            surprisal="%{customdata[1]}",
            x="%{x}",
            p="%{y:.3f}",
        ),
        symbol=_SYMBOLS[passed],
        size=13 if few else 8,
        line={"color": colours.ground, "width": 1.5},
    )
    said = [text.plain("figure.student", student=s, outcome=outcome) for s in example.students]
    points["name"] = outcome
    points["customdata"] = [
        [escape.plotly(said[i]), number(float(example.surprisal[i]), 3)] for i in which
    ]
    surprisals = marks.dots(
        scores,
        [rail] * len(scores),
        colour,
        text=[
            "<br>".join(map(escape.plotly, _label(example, int(i)))) if i in named else ""
            for i in which
        ],
        at="top center" if passed else "bottom center",
        text_size=13,
        symbol="line-ew-open",
        size=14 if few else 4,
        line={"width": 3},
    )
    return [gaps, points, surprisals]


def _label(example: SigmoidExample, student: int) -> tuple[str, str]:
    name = shortened(example.students, _NAME_LENGTH)[student]
    return name, f"{example.surprisal[student]:.3f}"


def _tangent(
    example: SigmoidExample, student: int, low: float, high: float, colours: Palette
) -> marks.Mark:
    """Draw the tangent until it leaves 0 to 1, or for a quarter of the width where it is flat."""
    x, p = float(example.scores[student]), float(example.p_pass[student])
    slope = float(example.slope[student])
    reach = (high - low) / 4
    steps = np.array([-reach, reach])
    if abs(slope) * reach > 1e-9:
        steps = np.sort(np.clip([(0.0 - p) / slope, (1.0 - p) / slope], -reach, reach))
    return marks.line(
        rounded(x + steps), rounded(p + slope * steps), colours.ink, width=2, dash="dot"
    )


def _dashed_lines(boundary: float | None, colours: Palette) -> list[marks.Mark]:
    dashed = guides.rule(None, 0.5, colours.faint, dash="dash", layer="between")
    if boundary is None:
        return [dashed]
    return [dashed, guides.rule(boundary, (0, 1), colours.faint, dash="dash", layer="between")]


def _boundary(example: SigmoidExample, low: float, high: float) -> float | None:
    """Return the score at which the curve crosses one half, where it does within the frame."""
    crossing = example.boundary
    return crossing if crossing is not None and low <= crossing <= high else None


def _boundary_name(
    example: SigmoidExample, low: float, high: float, text: Words, colours: Palette
) -> list[marks.Mark]:
    """Name the crossing on the side that the curve leaves free, where no gap stands in the way."""
    boundary = _boundary(example, low, high)
    if boundary is None:
        return []
    width = _BOUNDARY_NAME / _PHONE * (high - low)
    for right in (True, False):
        below = (example.weight > 0) == right
        away = (example.scores - boundary) * (1 if right else -1)
        in_the_way = (away >= 0) & (away <= width) & (example.passed != below)
        if in_the_way.any() or not low <= boundary + (width if right else -width) <= high:
            continue
        return [
            guides.label(
                boundary,
                0.5,
                text.plain("figure.boundary", boundary=number(boundary, 2)),
                colours.faint,
                f"{'top' if below else 'bottom'} {'left' if right else 'right'}",
                size=13,
                xshift=4 if right else -4,
                yshift=-2 if below else 2,
            )
        ]
    return []


def _rail(passed: bool, text: Words, colours: Palette) -> str:
    colour = colours.passed if passed else colours.failed
    sign = "●" if passed else "✖"
    word = text.plain("figure.passed" if passed else "figure.failed")
    return f'<span style="color:{colour}">{sign} {word}</span><br>'
