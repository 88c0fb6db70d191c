"""The figures of "In PyTorch and TensorFlow": results in, Plotly dictionaries out."""

from __future__ import annotations

import math

import numpy as np

from ce_core.examples.frameworks import FrameworkExample
from pages.frameworks.digits import same_digits
from pages.frameworks.names import ALL, colour_of, sample_name
from pages.parts.drawing import charts, guides, marks
from pages.parts.drawing.palette import Palette
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words

MOST_SAMPLES = 12
_SYMBOLS = {
    "mathematics": "line-ns",
    "pytorch": "circle",
    "keras": "square",
    "scikit_learn": "diamond",
    "optax": "triangle-up",
}
_EXACT_DIGITS = 12


def library_bars(example: FrameworkExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw each library's loss beside mathematics, its digits at the bar; ∞ leaves the frame."""
    values = {name: _value(example, name) for name in ALL}
    finite = [value for value in values.values() if value is not None and math.isfinite(value)]
    low, high = _ends(min(finite, default=0.0), max(finite, default=0.0))
    rows = list(enumerate(ALL))
    drawn = [(row, name, value) for row, name in rows if (value := values[name]) is not None]
    bars = marks.bars(
        [_length(value, low, high) for _, _, value in drawn],
        [row for row, _, _ in drawn],
        [colour_of(name, colours) for _, name, _ in drawn],
        orientation="h",
        width=0.62,
        text=[_digits(example, name) for _, name, _ in drawn],
        textposition="outside",
        textfont={"color": colours.ink, "size": 15},
        cliponaxis=False,
    )
    return charts.figure(
        [bars],
        colours,
        height=286,
        margin=(8, 44, 4, 44),
        xaxis={
            "title": text.plain(f"figure.axis_{example.reduction}"),
            "range": [low, high],
            "nticks": 6,
            "showgrid": False,
            "showline": True,
            "exponentformat": "power",
        },
        yaxis=charts.names(
            [text.plain(f"library.{name}") for name in ALL],
            colours,
            size=15,
            range=[len(ALL) - 0.45, -0.55],
        ),
        annotations=[
            guides.label(
                0,
                row,
                text.plain(f"refusal.{example.refusals[name].rule.id}"),
                colours.faint,
                "left",
                xshift=6,
            )
            for row, name in rows
            if name in example.refusals
        ],
        shapes=[guides.rule(None, 0.5, colours.faint)],
    )


def sample_losses(example: FrameworkExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw what each sample costs in each library, on a scale of powers of ten from 0 to ∞."""
    samples = shown_samples(example)
    surprisals = {"mathematics": example.found.mathematics.per_sample} | {
        name: loss.per_sample for name, loss in example.losses.items()
    }
    smallest = min(
        (float(x) for each in surprisals.values() for x in each[list(samples)] if x > 0),
        default=1.0,
    )
    low = -8 if smallest > 1e-8 else -20
    culprits = set(example.culprits)
    lanes = np.linspace(-0.26, 0.26, len(surprisals))
    traces = []
    for lane, (name, each) in zip(lanes, surprisals.items(), strict=True):
        points = [
            (row, x, i)
            for row, i in enumerate(samples)
            if (x := _place(float(each[i]), low)) is not None
        ]
        colour = colour_of(name, colours)
        dots = marks.dots(
            [x for _, x, _ in points],
            [row + float(lane) for row, _, _ in points],
            colour,
            hover=[number(float(each[i]), 7) for _, _, i in points],
            extra="%{fullData.name}",
            symbol=_SYMBOLS[name],
            size=11,
            line={"color": colour, "width": 3 if name == "mathematics" else 0},
        )
        traces.append(dots | {"name": text.plain(f"library.{name}")})
    powers = (-6, -3, 0) if low > -10 else (-18, -12, -6, 0)
    return charts.figure(
        traces,
        colours,
        height=96 + 34 * len(samples),
        margin=(8, 16, 40, 44),
        showlegend=True,
        legend={
            "orientation": "h",
            # Held against the container both ways it takes its room above, not beside.
            "xref": "container",
            "yref": "container",
            "x": 0,
            "y": 1,
            "yanchor": "top",
            "itemclick": False,
        },
        xaxis={
            "title": text.plain("samples.axis"),
            "range": [low - 1.6, 4.2],
            "tickvals": [low - 1, *powers, 3.6],
            "ticktext": ["0", *(f"10<sup>{p}</sup>".replace("-", "−") for p in powers), "∞"],
            "tickangle": 0,
        },
        yaxis=charts.names(
            [
                f"<b>▸ {label}</b>" if i in culprits else label
                for i in samples
                if (label := sample_name(example, i, text))
            ],
            colours,
            range=[len(samples) - 0.4, -0.6],
        ),
    )


def shown_samples(example: FrameworkExample) -> tuple[int, ...]:
    """Return the samples shown, in their order: all, or those that differ and then cost most."""
    count = len(example.y)
    if count <= MOST_SAMPLES:
        return tuple(range(count))
    surprisal = np.nan_to_num(example.found.mathematics.per_sample, nan=-1.0, posinf=1e300)
    first = example.culprits[:MOST_SAMPLES]
    others = [int(i) for i in np.argsort(-surprisal, kind="stable") if i not in first]
    return tuple(sorted([*first, *others][:MOST_SAMPLES]))


def _value(example: FrameworkExample, name: str) -> float | None:
    if name == "mathematics":
        return example.found.mathematics.loss
    loss = example.losses.get(name)
    return None if loss is None else loss.loss


def _ends(lowest: float, highest: float) -> tuple[float, float]:
    """Return the axis' ends: room for the digits beyond the longest bar, and few steps."""
    largest = max(highest, -lowest)
    # The ladder of steady ends begins at a thousandth; losses can be far smaller.
    scale = 10.0 ** min(0, math.floor(math.log10(largest)) + 2) if largest > 0 else 1.0
    high = charts.steady_range(1.62 * max(highest, 0.0) / scale) * scale
    return (-charts.steady_range(1.62 * -lowest / scale) * scale if lowest < 0 else 0.0), high


def _length(value: float, low: float, high: float) -> float:
    if math.isnan(value):
        return 0.0
    return float(min(max(value, low), high))


def _digits(example: FrameworkExample, name: str) -> str:
    """Return the figure to its last digit, the digits that mathematics does not have in bold."""
    if name == "mathematics":
        exact = example.found.mathematics.loss
        if exact is None or math.isnan(exact):
            return "–"
        return "∞" if math.isinf(exact) else f"{exact:.{_EXACT_DIGITS}g}"
    printed = example.losses[name].printed
    same = same_digits(printed, repr(example.found.mathematics.loss))
    digits, e, power = printed.partition("e")
    other = f"<b>{digits[same:]}</b>" if digits[same:] else ""
    return f"{digits[:same]}{other}{e}{power}"


def _place(surprisal: float, low: int) -> float | None:
    if math.isnan(surprisal) or surprisal < 0:
        return None
    if surprisal == 0:
        return low - 1.0
    return 3.6 if math.isinf(surprisal) else min(max(math.log10(surprisal), low - 0.5), 3.2)
