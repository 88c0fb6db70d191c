"""The figures of "Two models, four students": results in, Plotly dictionaries out."""

from __future__ import annotations

import numpy as np

from ce_core.examples.binary import StudentExample
from ce_core.examples.classroom import MOST_IN_CLASS, ClassExample
from ce_core.examples.types import Floats
from pages.parts.drawing import charts, guides, marks
from pages.parts.drawing.cascade import Series, cascade
from pages.parts.drawing.palette import Palette, cycle
from pages.parts.wording import escape
from pages.parts.wording.logarithm import Logarithm
from pages.parts.wording.words import Words

# log10 of the smallest float64 greater than 0: below this line there is no product.
FLOAT64_FLOOR = -323.3
# The class size at which a falling line has its name, to the right of and above it.
_NAME_AT = 3600


def loss_bars(
    example: StudentExample, logarithm: Logarithm, text: Words, colours: Palette
) -> charts.Figure:
    """Draw what each student costs each model, adding up to the model's loss."""
    return cascade(
        [
            text.plain("figure.passed" if passed else "figure.failed", student=student)
            for student, passed in zip(example.students, example.passed, strict=True)
        ],
        [
            Series(model, cycle(colours.models, i), example.terms[:, i])
            for i, model in enumerate(example.models)
        ],
        total=text.plain(f"figure.{example.reduction}"),
        rest=lambda count: text.plain("figure.rest", count=count),
        axis_title=text.plain(f"figure.axis_{example.reduction}", log=logarithm.symbol),
        colours=colours,
    )


def class_curves(example: ClassExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw product and sum of logarithms as the class grows; the product ends, the sum goes on."""
    seats = np.unique(np.r_[1:21, np.linspace(20, MOST_IN_CLASS, 60).astype(int)])
    finite = example.log10_sum[np.isfinite(example.log10_sum)]
    floor = -charts.steady_range(max(-float(finite.min(initial=0.0)), 1.1 * -FLOAT64_FLOOR))
    traces = []
    for i, model in enumerate(example.models):
        colour = cycle(colours.models, i)
        ends = example.ends_at[i] or MOST_IN_CLASS + 1
        alive, gone = seats[seats < ends], seats[seats >= ends]
        for part, dash, width in ((alive, "solid", 4), (gone, "dot", 2)):
            if len(part):
                traces.append(
                    marks.line(
                        part.tolist(),
                        _finite(example.log10_sum[part - 1, i]),
                        colour,
                        width=width,
                        dash=dash,
                        hover="n = %{x}: %{y}",
                        extra="%{fullData.name}",
                        name=escape.plotly(model),
                    )
                )
        if example.ends_at[i]:
            height = float(example.log10_sum[ends - 1, i])
            hover = text.plain("class.end", model=escape.plotly(model), size=ends)
            traces.append(marks.dots([ends], [height], colour, hover=hover, symbol="x", size=11))
    return charts.figure(
        traces,
        colours,
        height=330,
        margin=(64, 16, 8, 44),
        xaxis={"title": text.plain("class.axis_x"), "range": [0, MOST_IN_CLASS]},
        yaxis={"title": text.plain("class.axis_y"), "range": [floor, -0.02 * floor]},
        shapes=[
            guides.band((0, MOST_IN_CLASS), (floor, FLOAT64_FLOOR), colours.grid, 0.5),
            # Not through the words at the floor.
            guides.rule(example.size, (0.92 * floor, 0), colours.ink),
        ],
        annotations=[
            *_names(example, colours),
            guides.label(
                0, floor, text.plain("class.floor"), colours.faint, "bottom left", size=13
            ),
        ],
    )


def _names(example: ClassExample, colours: Palette) -> list[marks.Mark]:
    heights = example.log10_sum[_NAME_AT - 1]
    return [
        guides.label(
            _NAME_AT,
            float(heights[i]),
            escape.plotly(model),
            cycle(colours.models, i),
            "bottom left",
        )
        for i, model in enumerate(example.models)
        if np.isfinite(heights[i])
    ]


def _finite(values: Floats) -> list[float | None]:
    return [round(float(value), 1) if np.isfinite(value) else None for value in values]
