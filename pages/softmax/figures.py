"""The figures of the softmax chapter: results in, Plotly dictionaries out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ce_core.examples.softmax import SWEEP_END, SoftmaxExample
from ce_core.examples.types import Floats
from pages.parts.drawing import charts, guides, marks, second_sign
from pages.parts.drawing.class_colours import class_colours
from pages.parts.drawing.palette import Palette
from pages.parts.drawing.values import rounded
from pages.parts.wording import escape
from pages.parts.wording.names import shortened
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words

_NAME_LENGTH = 10
_MOST_NAMED = 6
_TOP, _BOTTOM = 46, 6
# Where the four columns of bars begin, and how wide each is, in parts of the figure's width.
STARTS, WIDTH = (0.0, 0.265, 0.53, 0.785), 0.215


@dataclass(frozen=True)
class _Panel:
    """One of the four columns of bars: its head, lengths, what stands at them, and its foot."""

    start: float
    head: str
    lengths: Floats
    ends: tuple[float, float]
    texts: list[str]
    foot: str
    struck: bool = False

    def across(self, length: float) -> float:
        """Return how far a length reaches, in parts of the figure's width."""
        low, high = self.ends
        return WIDTH * length / (high - low)

    @property
    def zero(self) -> float:
        """Where the bars begin."""
        return self.start - self.across(self.ends[0])


def four_bars(example: SoftmaxExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw each class's way from score to probability: four bars in a row.

    The four columns share one axis: with an axis each, Plotly takes twice as long.
    """
    count = len(example.classes)
    row = 35 if count <= _MOST_NAMED else 32
    panels = _panels(example, text)
    own = class_colours(example.classes, colours)
    return charts.figure(
        _bars(panels, example, own, colours),
        colours,
        height=round(_TOP + _BOTTOM + row * (count + 0.75)),
        margin=(8, 12, _TOP, _BOTTOM),
        xaxis={"range": [0, 1], "showgrid": False, "showticklabels": False, "showline": False},
        yaxis=charts.names(
            [
                f'<span style="color:{colour}">{name}</span>'
                for name, colour in zip(_short_names(example), own, strict=True)
            ],
            colours,
            range=[count + 0.25, -0.5],
            showline=False,
            automargin="width",
            ticklabelstandoff=6,
            tickfont={"size": 14},
        ),
        shapes=[guides.rule(None, count - 0.45, colours.grid)],
    )


def sweep_curves(
    example: SoftmaxExample, moved: int, text: Words, colours: Palette
) -> charts.Figure:
    """Draw all probabilities while one score runs from −10 to 10, and where it stands now."""
    scores, probabilities = example.sweep(moved, points=61 if len(example.classes) <= 8 else 41)
    own = class_colours(example.classes, colours)
    dashes = second_sign.dashes(own)
    names = [escape.plotly(name) for name in example.classes]
    traces = [
        marks.line(
            rounded(scores, 3),
            rounded(probabilities[:, i]),
            own[i],
            width=4 if i == moved else 2.5,
            dash=dashes[i],
            hover=text.plain(
                "sweep.hover", swept=names[moved], name=name, x="%{x:.1f}", p="%{y:.3f}"
            ),
            name=name,
        )
        for i, name in enumerate(names)
    ]
    current = float(example.own_scores[moved])
    inside = abs(current) <= SWEEP_END
    return charts.figure(
        [*traces, *([_current(example, current, own, colours)] if inside else [])],
        colours,
        height=182,
        margin=(52, 12, 8, 40),
        xaxis={
            "title": text.plain("sweep.axis_x", name=_short_names(example)[moved]),
            "range": [-SWEEP_END, SWEEP_END],
        },
        yaxis={
            "title": text.plain("sweep.axis_y"),
            "range": [-0.03, 1.03],
            "tickvals": [0, 0.5, 1],
        },
        shapes=[guides.rule(current, (0, 1), colours.ink, layer="between")] if inside else [],
        annotations=_names(example, current, own, colours) if inside else [],
    )


def _panels(example: SoftmaxExample, text: Words) -> list[_Panel]:
    end = charts.steady_range(float(np.abs(example.scores).max()))
    failure = example.share_failure
    power = text.plain("figure.power" if example.temperature == 1 else "figure.power_temperature")
    division = f"{power} ÷ {_compact(example.power_sum)}"
    first, second, third, fourth = STARTS
    return [
        _Panel(
            first,
            text.plain("figure.score_plus", constant=short(example.constant))
            if example.constant
            else text.plain("figure.score"),
            example.scores,
            (-end, end),
            [short(float(score), 6) for score in example.scores],
            text.plain("figure.sum", sum=short(example.score_sum, 6)),
        ),
        _Panel(
            second,
            text.plain("figure.share"),
            np.clip(np.nan_to_num(example.shares), -1.0, 1.0)
            if failure != "zero"
            else np.zeros_like(example.shares),
            (-1.0, 1.0),
            [
                f"{short(float(score), 4)} ÷ 0" if failure == "zero" else number(float(share), 3)
                for score, share in zip(example.scores, example.shares, strict=True)
            ],
            text.plain(f"figure.fails_{failure}") if failure else text.plain("figure.sum", sum=1),
            struck=bool(failure),
        ),
        _Panel(
            third,
            power,
            _heights(example.powers),
            (0.0, 1.0),
            [_compact(float(value)) for value in example.powers],
            text.plain("figure.sum", sum=_compact(example.power_sum)),
        ),
        _Panel(
            fourth,
            text.plain("figure.probability")
            + "<br>"
            + (f"<s>{division}</s>" if example.naive_fails else division),
            example.probabilities,
            (0.0, 1.0),
            [probability(float(p)) for p in example.probabilities],
            text.plain("figure.sum", sum=1),
        ),
    ]


def _heights(powers: Floats) -> Floats:
    """Return the powers as parts of the largest; where some are ∞, these alone fill the frame."""
    if np.isinf(powers).any():
        return np.isinf(powers).astype(np.float64)
    largest = float(powers.max())
    return powers / largest if largest else powers


def _bars(
    panels: list[_Panel], example: SoftmaxExample, own: list[str], colours: Palette
) -> list[marks.Mark]:
    """Return, for all columns: lines to begin at, the bars, and the texts around them."""
    rows = range(len(example.classes))
    cells = [(panel, row) for panel in panels for row in rows]
    return [
        marks.line(
            [x for panel, _ in cells for x in (round(panel.zero, 4),) * 2 + (None,)],
            [y for _, row in cells for y in (row + 0.08, row + 0.4, None)],
            colours.faint,
            width=1,
        ),
        marks.bars(
            [float(f"{panel.across(float(panel.lengths[row])):.4g}") for panel, row in cells],
            [round(row + 0.24, 2) for _, row in cells],
            second_sign.bars(own, order=[row for _, row in cells])
            | {"opacity": [0.35 if panel.struck else 1.0 for panel, _ in cells]},
            hover=[
                f"{escape.plotly(example.classes[row])}: {panel.texts[row]}" for panel, row in cells
            ],
            orientation="h",
            base=[round(panel.zero, 4) for panel, _ in cells],
            width=0.28,
        ),
        _texts(panels, len(rows), colours),
    ]


def _texts(panels: list[_Panel], count: int, colours: Palette) -> marks.Mark:
    """Return, column by column, its head, the text above each bar, and its foot."""
    x, texts, shades = [], [], []
    for panel in panels:
        x += [panel.start] * (count + 2)
        if panel.struck:
            head = panel.head.replace("<br>", "</s><br><s>")
            texts += [f"<s>{value}</s>" for value in [head, *panel.texts]]
            shades += [*[colours.faint] * (count + 1), colours.failed]
        else:
            texts += [panel.head, *panel.texts]
            shades += [*[colours.ink] * (count + 1), colours.faint]
        texts += [panel.foot]
    y = [-0.5, *(round(row - 0.16, 2) for row in range(count)), round(count - 0.1, 2)]
    return marks.texts(
        x,
        y * len(panels),
        texts,
        at=["top right", *["middle right"] * (count + 1)] * len(panels),
        color=shades,
        size=[*[14] * (count + 1), 13] * len(panels),
    )


def _current(
    example: SoftmaxExample, current: float, own: list[str], colours: Palette
) -> marks.Mark:
    return marks.dots(
        [current] * len(own),
        rounded(example.probabilities),
        own,
        size=10,
        symbol=second_sign.shapes(own),
        line={"color": colours.ground, "width": 1.5},
    )


def _names(
    example: SoftmaxExample, current: float, own: list[str], colours: Palette
) -> list[marks.Mark]:
    """Name the likeliest classes beside their marks, each moved just clear of the next."""
    named, p = example.order[:_MOST_NAMED], example.probabilities
    apart, heights = 0.115, [float(p[i]) for i in named]
    for i in range(len(heights) - 1, -1, -1):  # from below, pushed up from the frame
        floor = heights[i + 1] + apart if i + 1 < len(heights) else 0.05
        heights[i] = max(heights[i], floor)
    ceiling = 0.95
    for i in range(len(heights)):
        heights[i] = min(heights[i], ceiling)
        ceiling = heights[i] - apart
    leftwards = current > SWEEP_END / 3
    return [
        guides.label(
            current,
            round(height, 3),
            f"{_short_names(example)[i]} {number(float(p[i]), 3)}",
            own[i],
            "right" if leftwards else "left",
            xshift=-8 if leftwards else 8,
            bgcolor=_veil(colours.ground),
            borderpad=0,
        )
        for i, height in zip(named, heights, strict=True)
    ]


def _short_names(example: SoftmaxExample) -> list[str]:
    return [escape.plotly(name) for name in shortened(example.classes, _NAME_LENGTH)]


def probability(p: float) -> str:
    """Return a probability in few characters, however small.

    Examples
    --------
    >>> probability(0.0351190), probability(6.0299e-6), probability(0.0)
    ('0.0351', '6 × 10⁻⁶', '0.0000')
    """
    return number(p) if p == 0 or p >= 5e-5 else _compact(p)


def _compact(value: float) -> str:
    """Return the value in a few characters, so that it fits into a panel on a phone."""
    return short(value, 4 if value == 0 or 1e-3 <= abs(value) < 1e5 else 2)


def _veil(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.75)"
