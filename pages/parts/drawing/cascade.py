"""Loss bars: each row's part begins where the one before it ended, down to the total."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ce_core.examples.types import Floats
from pages.parts.drawing import charts, guides, marks
from pages.parts.drawing.palette import Palette
from pages.parts.drawing.values import starts
from pages.parts.wording import escape
from pages.parts.wording.numbers import number

MOST_ROWS = 12
_ROW_HEIGHT, _BAR_HEIGHT, _FRAME = 46, 18, 70


@dataclass(frozen=True)
class Series:
    """One staircase of bars: a name, a colour, and each row's part of the total."""

    name: str
    colour: str
    parts: Floats


def cascade(
    rows: Sequence[str],
    series: Sequence[Series],
    *,
    total: str,
    rest: Callable[[int], str],
    axis_title: str,
    colours: Palette,
) -> charts.Figure:
    """Draw each series as a staircase over the rows, with its total below.

    Parameters
    ----------
    rows : sequence of str
        The rows' labels, in the order of the parts.
    series : sequence of Series
        One staircase each.
    total : str
        Label of the total's row.
    rest : callable
        Makes the label of the row that gathers the cheapest, where there are more than twelve
        rows, from their count.
    axis_title : str
        What the bars measure, with its unit.
    colours : Palette
        The theme's colours.
    """
    labels, gathered = _gather(rows, [one.parts for one in series], rest)
    totals = [float(parts.sum()) for parts in gathered]
    end = charts.steady_range(1.12 * max(_finite_end(parts) for parts in gathered))
    width = 0.84 / len(series)
    traces = []
    for position, (one, parts) in enumerate(zip(series, gathered, strict=True)):
        offset = (position - (len(series) - 1) / 2) * width
        lengths = np.append(parts, totals[position])
        begins = [*starts(parts), 0.0]
        show_terms = len(series) * len(labels) <= 3 * MOST_ROWS
        texts = [
            _text(value, bold=i == len(parts), shown=show_terms or i == len(parts))
            for i, value in enumerate(lengths)
        ]
        traces.append(
            marks.bars(
                [float(min(v, end - s)) for v, s in zip(lengths, begins, strict=True)],
                [i + offset for i in range(len(lengths))],
                one.colour,
                hover=[
                    f"{escape.plotly(label)}: {number(value)}"
                    for label, value in zip([*labels, total], lengths, strict=True)
                ],
                extra="%{fullData.name}",
                name=escape.plotly(one.name),
                orientation="h",
                base=begins,
                width=width * 0.9,
                text=texts,
                textposition="outside",
                textfont={"color": one.colour, "size": 13},
                constraintext="none",
                cliponaxis=False,
            )
        )
    count = len(labels) + 1
    return charts.figure(
        traces,
        colours,
        height=_FRAME + max(_ROW_HEIGHT, _BAR_HEIGHT * len(series)) * count,
        barmode="overlay",
        margin=(8, 44, 4, 44),
        xaxis={"title": axis_title, "range": [0, end], "rangemode": "tozero"},
        yaxis=charts.names(
            [*map(escape.plotly, labels), f"<b>{total}</b>"], colours, range=[count - 0.45, -0.55]
        ),
        shapes=[guides.rule(None, count - 1.5, colours.faint)],
    )


def _gather(
    rows: Sequence[str], parts: Sequence[Floats], rest: Callable[[int], str]
) -> tuple[list[str], list[Floats]]:
    if len(rows) <= MOST_ROWS:
        return list(rows), list(parts)
    most_surprising = np.argsort(-np.sum(parts, axis=0), kind="stable")[: MOST_ROWS - 1]
    kept = np.sort(most_surprising)
    others = np.setdiff1d(np.arange(len(rows)), kept)
    labels = [rows[i] for i in kept] + [rest(len(others))]
    return labels, [np.append(part[kept], part[others].sum()) for part in parts]


def _finite_end(parts: Floats) -> float:
    return float(parts[np.isfinite(parts)].sum())


def _text(value: float, *, bold: bool, shown: bool) -> str:
    if not shown:
        return ""
    text = number(value, 4 if bold else 3)
    return f"<b>{text}</b>" if bold else text
