"""The figure of "Fruit in containers": beliefs above, their surprisals below, one column each."""

from __future__ import annotations

import math
import textwrap

import numpy as np

from ce_core.examples.containers import Beliefs
from ce_core.examples.multiclass import FruitExample
from pages.parts.drawing import charts, guides, marks, second_sign
from pages.parts.drawing.palette import Palette, cycle
from pages.parts.drawing.values import starts
from pages.parts.wording import escape
from pages.parts.wording.logarithm import logarithm_of
from pages.parts.wording.names import shortened, without_middle
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words

# Up to so many containers every cell has room for its number, on a phone too.
MOST_WITH_NUMBERS = 6
_FIGURE_ON_PHONE, _RIGHT, _GAP = 358, 6, 26

# The axes of the surprisals.
_BELOW = {"xaxis": "x2", "yaxis": "y2"}


def beliefs_and_losses(
    beliefs: Beliefs, example: FruitExample | None, text: Words, colours: Palette
) -> charts.Figure:
    """Draw what is believed as a heat map and, below each column, what it costs.

    The surprisals are a waterfall: each container's bar begins where the one before it ended, up
    to the total at the right. Without an `example`, where a column does not sum to 1, the
    surprisals stay empty.
    """
    count = len(beliefs.containers)
    row_height = _row_height(len(beliefs.fruits))
    cells = row_height * len(beliefs.fruits)
    surprisals = 176 if cells <= 200 else 140
    height = cells + _GAP + surprisals
    fruits = shortened(beliefs.fruits, 12)
    left = 16 + max(44, round(7.5 * max(map(len, fruits))))
    slot = (_FIGURE_ON_PHONE - left - _RIGHT) / (count + 1.1)
    letters = int(slot / (0.56 * _size(count)))
    header = _header(beliefs, letters, text, colours)
    below = _bottom_labels(beliefs, letters, colours)
    top = 8 + 18 * (1 + max(map(_breaks, header["text"])))
    bottom = 8 + (60 if count > MOST_WITH_NUMBERS else 18 * (1 + max(map(_breaks, below))))
    end, traces, total, axis_title = 1.0, [], "", ""
    labels = [_nothing_yet(surprisals / height, text, colours)]
    if example is not None:
        total = text.plain(f"figure.{example.reduction}")
        axis_title = text.plain(
            f"figure.axis_{example.reduction}", log=logarithm_of(example.base).symbol
        )
        end = charts.steady_range(1.16 * float(example.terms[np.isfinite(example.terms)].sum()))
        traces = [_steps(example, end, colours), _bars(example, end, text, colours)]
        labels = _surprisal_labels(example, end, colours)
    step = max(1, math.ceil(16 / slot))
    ticks = [i for i in range(0, count, step) if count - i >= step]
    shared: charts.Axis = {"range": [-0.55, count + 0.55], "showgrid": False, "ticks": ""}
    names = [escape.plotly(name) for name in beliefs.containers]
    return charts.figure(
        [
            _heat_map(beliefs, row_height, text, colours),
            *_numbers(beliefs, row_height, text, colours),
            header,
            *traces,
        ],
        colours,
        height=height + top + bottom,
        margin=(left, _RIGHT, top, bottom),
        barmode="overlay",
        xaxis={
            **shared,
            "anchor": "y",
            "showticklabels": False,
            "showline": False,
            "tickvals": list(range(count)),
            "ticktext": names,
        },
        yaxis={
            "range": [len(beliefs.fruits) - 0.46, -0.54],
            "showline": False,
            "ticks": "",
            "domain": [1 - cells / height, 1],
            "tickvals": list(range(len(fruits))),
            "ticktext": [
                f'<span style="color:{cycle(colours.classes, i)}">{escape.plotly(fruit)}</span>'
                for i, fruit in enumerate(fruits)
            ],
            "tickfont": {"size": 14 if row_height >= 20 else 11},
            "showgrid": False,
        },
        xaxis2=charts.axis(
            colours,
            **shared,
            anchor="y2",
            tickvals=[*ticks, count],
            ticktext=[*(below[i] for i in ticks), f"<b>{total}</b>"],
            tickfont={"color": colours.ink, "size": _size(count)},
            tickangle=0 if count <= MOST_WITH_NUMBERS else -90,
        ),
        yaxis2=charts.axis(
            colours,
            title=axis_title,
            range=[0, end],
            domain=[0, surprisals / height],
            anchor="x2",
            nticks=5,
        ),
        shapes=_outlines(beliefs, colours),
        annotations=[*labels, *_legend(beliefs, text, colours)],
    )


def _row_height(fruits: int) -> int:
    return 46 if fruits <= 4 else max(13, 180 // fruits)


def _heat_map(beliefs: Beliefs, row_height: int, text: Words, colours: Palette) -> marks.Mark:
    return {
        "type": "heatmap",
        "x": list(range(len(beliefs.containers))),
        "y": list(range(len(beliefs.fruits))),
        "z": beliefs.p.tolist(),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colours.probability[0]], [1, colours.probability[1]]],
        "showscale": False,
        "xgap": 3 if len(beliefs.containers) <= MOST_WITH_NUMBERS else 1,
        "ygap": 3 if row_height >= 20 else 1,
        "hovertemplate": text.plain("figure.hover") + "<extra></extra>",
    }


def _numbers(beliefs: Beliefs, row_height: int, text: Words, colours: Palette) -> list[marks.Mark]:
    """Write each probability into its cell, where the cells are large enough, and y = 1."""
    count = len(beliefs.containers)
    if count > MOST_WITH_NUMBERS or row_height < 16:
        return []
    cells = [(fruit, i) for fruit in range(len(beliefs.fruits)) for i in range(count)]
    inside = [bool(fruit == beliefs.inside[i]) for fruit, i in cells]
    p = [float(beliefs.p[cell]) for cell in cells]
    return [
        marks.texts(
            [i for _, i in cells],
            # Two lines stand a little high.
            [fruit + 0.03 * true for (fruit, _), true in zip(cells, inside, strict=True)],
            [_cell(p, true, row_height, count, text) for p, true in zip(p, inside, strict=True)],
            size=15 if row_height >= 30 and count <= 4 else 12,
            color=[on_scale(p, colours.probability) for p in p],
        )
    ]


def on_scale(p: float, ends: tuple[str, str]) -> str:
    """Return black or white, whichever stands out from p's colour on the scale (by 4.5 : 1).

    Examples
    --------
    >>> on_scale(0.1, ("#ffffff", "#0b5cad")), on_scale(0.9, ("#ffffff", "#0b5cad"))
    ('#000000', '#ffffff')
    """
    low, high = (np.array([int(end[i : i + 2], 16) for i in (1, 3, 5)]) / 255 for end in ends)
    mixed = low + p * (high - low)
    linear = np.where(mixed <= 0.04045, mixed / 12.92, ((mixed + 0.055) / 1.055) ** 2.4)
    return "#000000" if linear @ [0.2126, 0.7152, 0.0722] > 0.179 else "#ffffff"


def _cell(p: float, is_true: bool, row_height: int, columns: int, text: Words) -> str:
    decimals = 3 if columns <= 4 else 2
    least = 10.0**-decimals
    if 0 < p < least:
        shown = f"&lt;{least:.{decimals}f}"
    elif 1 - least < p < 1:
        shown = f"&gt;{1 - least:.{decimals}f}"
    else:
        shown = short(round(p, decimals))
    if not is_true:
        return shown
    label = text.plain("figure.true_cell")
    return f"<b>{shown}</b>" + (f"<br>{label}" if row_height >= 40 else "")


def _header(beliefs: Beliefs, letters: int, text: Words, colours: Palette) -> marks.Mark:
    """Name each column and say what it sums to; where there are many, only those that are off."""
    count = len(beliefs.containers)
    off = set(beliefs.off.tolist())
    labels = []
    for i, (name, total) in enumerate(zip(beliefs.containers, beliefs.sums, strict=True)):
        key = "figure.column_off" if i in off else "figure.column_sum"
        said = text.plain(key, sum=short(float(total), 3 if i not in off else 4))
        if count > MOST_WITH_NUMBERS:
            labels.append("<b>⚠</b>" if i in off else "")
        else:
            said = f"<b>{said}</b>" if i in off else said
            labels.append(f"<b>{_wrap(name, letters)}</b><br>{said}")
    if count > MOST_WITH_NUMBERS and not off:
        labels[count // 2] = text.plain("figure.all_sum")
    return marks.texts(
        range(count),
        [-0.5] * count,
        labels,
        at="top center",
        color=[colours.failed if i in off else colours.ink for i in range(count)],
        size=_size(count) if count <= MOST_WITH_NUMBERS else 14,
    )


def _bottom_labels(beliefs: Beliefs, letters: int, colours: Palette) -> list[str]:
    count = len(beliefs.containers)
    if count > MOST_WITH_NUMBERS:
        return [escape.plotly(name) for name in shortened(beliefs.containers, 7)]
    return [
        f"{_wrap(name, letters)}<br>"
        f'<span style="color:{cycle(colours.classes, fruit)}">'
        f"{escape.plotly(without_middle(beliefs.fruits[fruit], letters))}</span>"
        for name, fruit in zip(beliefs.containers, beliefs.inside, strict=True)
    ]


def _bars(example: FruitExample, end: float, text: Words, colours: Palette) -> marks.Mark:
    begins = [*starts(example.terms), 0.0]
    lengths = [*example.terms.tolist(), example.loss]
    hovers = [
        text.plain(
            "figure.surprisal",
            container=escape.plotly(container),
            fruit=escape.plotly(example.fruits[fruit]),
            surprisal=number(float(surprisal)),
        )
        for container, fruit, surprisal in zip(
            example.containers, example.inside, example.terms, strict=True
        )
    ]
    total = text.plain(
        "figure.total",
        reduction=text.plain(f"figure.{example.reduction}"),
        loss=number(example.loss),
    )
    kinds = [cycle(colours.classes, i) for i in range(len(example.fruits))]
    return marks.bars(
        range(len(lengths)),
        [min(length, end - start) for length, start in zip(lengths, begins, strict=True)],
        second_sign.bars([*kinds, colours.ink], order=[*map(int, example.inside), len(kinds)]),
        hover=[*hovers, total],
        base=begins,
        width=0.6 if len(example.containers) <= MOST_WITH_NUMBERS else 0.86,
        **_BELOW,
    )


def _steps(example: FruitExample, end: float, colours: Palette) -> marks.Mark:
    """Draw a thin line from where each bar ends to where the next begins."""
    x: list[float | None] = []
    y: list[float | None] = []
    begins = starts(example.terms)
    for i, (start, term) in enumerate(zip(begins, example.terms, strict=True)):
        level = start + float(term)
        if np.isfinite(level) and level < end:
            x += [i, i + 1, None]
            y += [level, level, None]
    return marks.line(x, y, colours.faint, width=1, dash="dot", **_BELOW)


def _surprisal_labels(example: FruitExample, end: float, colours: Palette) -> list[marks.Mark]:
    """Write each surprisal above its bar; where there are many, the most surprising one's only.

    Among many bars a label ends where its bar ends: there is nothing to the left and above a
    bar of a waterfall.
    """
    count = len(example.containers)
    many = count > MOST_WITH_NUMBERS

    def label(
        x: float, y: float, value: float, shown: str, colour: str, side: str, shift: int
    ) -> marks.Mark:
        size = 22 if not np.isfinite(value) else 14 if many else _size(count)
        placed = {"xref": "x2", "yref": "y2", "xshift": shift}
        return guides.label(x, min(y, end), shown, colour, f"bottom {side}", size=size, **placed)

    loss = f"<b>{number(example.loss, 4 if example.loss < 10 else 2)}</b>"
    side = "right" if many else "center"
    labels = [label(count, example.loss, example.loss, loss, colours.ink, side, 8 * many)]
    begins = starts(example.terms)
    for i in [example.most_surprising] if many else range(count):
        term = float(example.terms[i])
        if many and not term:
            continue
        shown = number(term, 3 if term < 10 else 1)
        shown = f"<b>{shown}</b>" if i == example.most_surprising and term else shown
        colour = cycle(colours.classes, int(example.inside[i]))
        side = "center" if not many else "right" if i > count / 5 else "left"
        labels.append(label(i, begins[i] + term, term, shown, colour, side, 0))
    return labels


def _nothing_yet(top: float, text: Words, colours: Palette) -> marks.Mark:
    """Say in the place of the surprisals why there are none."""
    said = text.plain("figure.nothing_yet")
    return guides.label(0.5, 0.6 * top, said, colours.faint, xref="paper", yref="paper")


def _legend(beliefs: Beliefs, text: Words, colours: Palette) -> list[marks.Mark]:
    """Say beside the cells, over the total, what the outlined ones are."""
    if len(beliefs.containers) > 4:
        return []
    middle = (len(beliefs.fruits) - 1) / 2
    said = text.plain("figure.legend")
    return [guides.label(len(beliefs.containers), middle, said, colours.faint, size=13)]


def _outlines(beliefs: Beliefs, colours: Palette) -> list[marks.Mark]:
    """Outline the cells of what is inside: one path for all, in the ink."""
    cells = [
        f"M{i - 0.49:g},{fruit - 0.47:g}H{i + 0.49:g}V{fruit + 0.47:g}H{i - 0.49:g}Z"
        for i, fruit in enumerate(beliefs.inside.tolist())
    ]
    many = len(beliefs.containers) > MOST_WITH_NUMBERS
    return [
        {
            "type": "path",
            "path": "".join(cells),
            "line": {"color": colours.truth, "width": 2 if many else 3},
        }
    ]


def _size(count: int) -> int:
    """Size of the labels of so many columns, in pixels."""
    return 14 if count <= 4 else 12


def _breaks(label: str) -> int:
    return label.count("<br>")


def _wrap(name: str, width: int) -> str:
    """Return the name in at most two lines of that width."""
    lines = textwrap.wrap(name, width, break_long_words=False)
    if len(lines) > 2:
        lines = [lines[0], lines[-1]] if len(lines[0]) < width else [name]
    return "<br>".join(escape.plotly(without_middle(line, width)) for line in lines)
