"""One step downhill with the reader's numbers in it, in pieces that wrap."""

from __future__ import annotations

from collections.abc import Sequence

from ce_core.examples.downhill import DownhillExample
from pages.parts.wording.numbers import latex, short

_DECIMALS = 3


def general() -> str:
    """Return the rule: the next place is this one, less the step size times the slope."""
    return r"$\mathbf{x}_{t+1} = \mathbf{x}_t - \eta\,\nabla h(\mathbf{x}_t)$"


def with_numbers(example: DownhillExample, step: int) -> str:
    """Return the step that the hiker takes next, or that there is none."""
    trace = example.trace
    place, slope = trace.points[step], trace.gradients[step]
    following = place - example.step_size * slope
    size = latex(short(example.step_size))
    return (
        rf"${{\mathbf{{x}}_{{{step + 1}}}}}$ "
        rf"${{}} = {{\underbrace{{{_vector(place)}}}_{{\mathbf{{x}}_{{{step}}}}}}}$ "
        rf"${{}} - {{\underbrace{{{size}}}_{{\eta}}}}\cdot "
        rf"{{\underbrace{{{_vector(slope)}}}_{{\nabla h(\mathbf{{x}}_{{{step}}})}}}}$ "
        rf"${{}} = {{{_vector(following)}}}$"
    )


def height(example: DownhillExample, step: int) -> str:
    """Return the height here, and after the step where there is one."""
    heights = example.trace.heights
    here = rf"$h(\mathbf{{x}}_{{{step}}}) = {_fixed(heights[step])}$"
    if step >= example.trace.steps:
        return here
    return (
        here + rf" $\;\longrightarrow\; h(\mathbf{{x}}_{{{step + 1}}}) = "
        rf"\mathbf{{{_fixed(heights[step + 1])}}}$"
    )


def _vector(parts: Sequence[float]) -> str:
    return r"\dbinom{" + "}{".join(_fixed(part) for part in parts) + "}"


def _fixed(value: float) -> str:
    return f"{float(value) + 0.0:.{_DECIMALS}f}".replace("-0.000", "0.000")
