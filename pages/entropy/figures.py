"""The figures of "What does surprise cost on average?": results in, Plotly dictionaries out."""

from __future__ import annotations

from typing import Any

import numpy as np

from ce_core.examples.coin import CoinExample
from ce_core.examples.entropy import EntropyExample
from ce_core.examples.types import Floats
from pages.entropy.units import Unit
from pages.parts.drawing import charts, guides, marks
from pages.parts.drawing.palette import Palette
from pages.parts.drawing.values import rounded
from pages.parts.wording import escape
from pages.parts.wording.names import shortened
from pages.parts.wording.numbers import number, short, signed
from pages.parts.wording.words import Words

# The rectangles fill 0 to 1; beside them stands the column of their average height.
_COLUMN, _COLUMN_WIDTH, _END = 1.17, 0.18, 1.6
# Narrower rectangles have their name only under the pointer.
_NAMED, _WITH_P = 0.03, 0.18
_MOST_WITH_P, _MOST_ACROSS = 4, 8
_NAME_LENGTH = 12


def own_colour(colours: Palette) -> str:
    """Return the colour of what the uncertainty itself costs: the entropy."""
    return colours.accent


def extra_colour(colours: Palette) -> str:
    """Return the colour of what the belief adds or saves: the divergence."""
    return colours.classes[0]


def rectangles(example: EntropyExample, unit: Unit, text: Words, colours: Palette) -> charts.Figure:
    """Draw each outcome p wide and −log q tall, and the average height as a column beside them.

    Plain is what the outcome would cost anyhow, striped what the belief adds, and dashed and
    empty what it saves. All widths together are 1, so the areas add up to the average height.
    """
    seen = example.p > 0
    heights = np.r_[example.surprisal[seen], example.own_surprisal[seen]]
    end = charts.steady_range(1.08 * float(heights[np.isfinite(heights)].max(initial=0.0)))
    low = np.minimum(example.surprisal, example.own_surprisal)
    high = np.minimum(np.maximum(example.surprisal, example.own_surprisal), end)
    centres = np.cumsum(example.p) - example.p / 2
    dearer = seen & (example.extra > 0)
    cheaper = seen & (example.extra < 0)
    hovers = np.array([_hover(example, i, unit, text) for i in range(len(example.p))])

    def bars(
        which: Any, base: Floats, top: Floats, labels: list[str], marker: marks.Mark, colour: str
    ) -> marks.Mark:
        return marks.bars(
            rounded(centres[which], 5),
            rounded(top[which] - base[which], 5),
            marker,
            hover=hovers[which].tolist(),
            width=rounded(example.p[which], 5),
            base=rounded(base[which], 5),
            text=[label for label, shown in zip(labels, which, strict=True) if shown],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": colour},
        )

    plain, striped = _plain(colours), _striped(colours)
    areas = np.minimum(example.own_part, example.part)
    own = [number(float(area), 3) for area in areas]
    signs = [signed(float(area), 3) if np.isfinite(area) else "" for area in example.extra]
    empty = {"color": "rgba(0,0,0,0)"}
    traces = [
        bars(seen, np.zeros_like(low), np.minimum(low, end), own, plain, colours.ground),
        bars(dearer, low, high, signs, striped, colours.ground),
        bars(cheaper, low, high, signs, empty, extra_colour(colours)),
        *_average(example, end, plain, striped),
    ]
    named = np.flatnonzero(example.p >= _NAMED)
    return charts.figure(
        traces,
        colours,
        height=376,
        barmode="overlay",
        margin=(52, 4, 26, 48),
        uniformtext={"minsize": 12, "mode": "hide"},
        xaxis=charts.names(
            [_name(example, int(i), with_p=len(named) <= _MOST_WITH_P) for i in named],
            colours,
            range=[0, _END],
            tickvals=rounded(centres[named], 5),
            **({"tickangle": 90} if len(named) > _MOST_ACROSS else {}),
        ),
        yaxis={
            "range": [0, end],
            "title": text.plain("figure.axis", log=unit.logarithm.symbol, unit=unit.name),
        },
        shapes=[
            {
                "type": "rect",
                "x0": float(centres[i] - example.p[i] / 2),
                "x1": float(centres[i] + example.p[i] / 2),
                "y0": float(low[i]),
                "y1": float(high[i]),
                "line": {"color": extra_colour(colours), "width": 1.5, "dash": "dash"},
            }
            for i in np.flatnonzero(cheaper)
        ],
        annotations=[
            *(
                _label(float(centres[i]), end, "<b>∞</b>", extra_colour(colours), "bottom")
                for i in np.flatnonzero(seen & np.isinf(example.surprisal))
            ),
            _label(_COLUMN, 0, f"<b>{text.plain('figure.average')}</b>", colours.ink, "top")
            | {"yshift": -4},
            *_average_labels(example, end, colours),
        ],
    )


def _plain(colours: Palette) -> marks.Mark:
    return {"color": own_colour(colours), "line": {"color": colours.ground, "width": 2}}


def _striped(colours: Palette) -> marks.Mark:
    stripes = {"shape": "/", "fillmode": "overlay", "fgcolor": colours.ground, "fgopacity": 0.5}
    return _plain(colours) | {
        "color": extra_colour(colours),
        "pattern": stripes | {"size": 7, "solidity": 0.15},
    }


def _average(
    example: EntropyExample, end: float, plain: marks.Mark, striped: marks.Mark
) -> list[marks.Mark]:
    top = min(example.cross_entropy, end)
    pieces = [(0.0, example.entropy, plain)]
    if top > example.entropy:
        pieces.append((example.entropy, top - example.entropy, striped))
    return [
        marks.bars([_COLUMN], [height], marker, width=[_COLUMN_WIDTH], base=[base])
        for base, height, marker in pieces
    ]


def _average_labels(example: EntropyExample, end: float, colours: Palette) -> list[marks.Mark]:
    """Name the column's two pieces at its right, its total above it; none over another."""
    right = _COLUMN + _COLUMN_WIDTH / 2 + 0.025
    top = min(example.cross_entropy, end)
    own = max(example.entropy / 2, 0.07 * end)
    entropy = f"H(p)<br><b>{number(example.entropy, 3)}</b>"
    labels = [
        _label(right, own, entropy, own_colour(colours), "middle", "left"),
        _label(_COLUMN, top, f"<b>{number(example.cross_entropy, 3)}</b>", colours.ink, "bottom"),
    ]
    if not example.is_right:
        extra = max((example.entropy + top) / 2, own + 0.15 * end)
        kl = f"KL(p‖q)<br><b>{number(example.kl, 3)}</b>"
        labels.append(_label(right, extra, kl, extra_colour(colours), "middle", "left"))
    return labels


def _label(
    x: float, y: float, label: str, colour: str, yanchor: str, xanchor: str = "center"
) -> marks.Mark:
    return guides.label(x, y, label, colour, f"{yanchor} {xanchor}", align="left")


def _name(example: EntropyExample, outcome: int, *, with_p: bool) -> str:
    label = escape.plotly(shortened(example.outcomes, _NAME_LENGTH)[outcome])
    p = float(example.p[outcome])
    return f"{label}<br>{short(p, 3)}" if with_p and p >= _WITH_P else label


def _hover(example: EntropyExample, outcome: int, unit: Unit, text: Words) -> str:
    return text.plain(
        "figure.hover",
        outcome=escape.plotly(example.outcomes[outcome]),
        p=short(float(example.p[outcome])),
        surprisal=number(float(example.surprisal[outcome]), 3),
        part=number(float(example.part[outcome])),
        own=number(float(example.own_part[outcome])),
        extra=signed(float(example.extra[outcome])),
        unit=unit.name,
    )


def coin_curve(example: CoinExample, unit: Unit, text: Words, colours: Palette) -> charts.Figure:
    """Draw the entropy of every coin, and the line that a belief pays above it."""
    end = charts.steady_range(2.0 * float(example.entropies.max()))
    own, extra = own_colour(colours), extra_colour(colours)
    hover = f"p = %{{x}}: %{{y:.3f}} {unit.name}"
    line = np.isfinite(example.surprisals)
    certain = example.q in (0, 1)
    top = min(example.cross_entropy, end)
    ends = [(example.entropy, own, "circle")]
    if example.cross_entropy <= end:
        ends.append((example.cross_entropy, extra, "diamond"))
    return charts.figure(
        [
            marks.line(
                rounded(example.biases, 5),
                rounded(example.entropies, 5),
                own,
                hover=hover,
                extra="H(p)",
            ),
            marks.line(
                # Who is certain pays nothing at one end, and without bound everywhere else.
                [example.q] * 2 if certain else rounded(example.biases[line], 5),
                [0, end] if certain else rounded(example.surprisals[line], 5),
                extra,
                width=3,
                dash="dash",
                hover=hover,
                extra="H(p,q)",
            ),
            marks.line([example.p, example.p], [example.entropy, top], extra, width=6),
            *(
                marks.dots([example.p], [height], colour, symbol=symbol, size=12)
                for height, colour, symbol in ends
            ),
        ],
        colours,
        height=330,
        margin=(56, 12, 22, 44),
        xaxis={"range": [0, 1], "title": text.plain("coin.axis_x")},
        yaxis={"range": [0, end], "title": text.plain("coin.axis_y", unit=unit.name)},
        annotations=[
            _label(0.5, float(example.entropies.max()), "<b>H(p)</b>", own, "top"),
            *([] if certain else [_line_name(example, end, extra)]),
            _gap_name(example, end, extra),
        ],
    )


def _gap_name(example: CoinExample, end: float, colour: str) -> marks.Mark:
    """Say how much the gap is: above it, or beside it where it leaves the frame."""
    label = f"<b>&nbsp;KL {number(example.kl, 3)}&nbsp;</b>"
    if example.cross_entropy > 0.88 * end:
        side = "left" if example.p < 0.5 else "right"
        return _label(example.p, 0.9 * end, label, colour, "middle", side)
    x = min(max(example.p, 0.14), 0.86)
    line = np.interp(x, example.biases, example.surprisals) if 0 < example.q < 1 else 0.0
    height = max(example.cross_entropy, float(line))
    return _label(x, height, label, colour, "bottom") | {"yshift": 8}


def _line_name(example: CoinExample, end: float, colour: str) -> marks.Mark:
    """Name the belief's line above that end of it which is further from the gap."""
    left = example.p > 0.5
    inside = np.flatnonzero(example.surprisals <= 0.9 * end)
    # Where the line rises towards the middle, its name must clear it there too.
    rises_inwards = left == (example.q < 0.5)
    edge = 0.01 if left else 0.99
    if rises_inwards:
        height = float(example.surprisals[20 if left else -21])
    else:
        at = inside[0 if left else -1]
        edge = float(np.clip(example.biases[at], 0.01, 0.99))
        height = float(example.surprisals[at])
    side = "left" if left else "right"
    return _label(edge, min(height, 0.9 * end), "H(p,q)", colour, "bottom", side)
