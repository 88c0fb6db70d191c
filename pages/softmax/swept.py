"""The score that the slider moves: it stands in for the table's cell until that is edited."""

from __future__ import annotations

from dataclasses import replace

from ce_core.checks import InputError
from ce_core.examples.softmax import SWEEP_END
from ce_core.examples.types import Floats
from pages.parts.reading.cells import tidy
from pages.parts.reading.classes import CLASS, SCORE, read_classes
from pages.softmax.inputs import SCORE_STEP, SoftmaxInputs

Classes = tuple[tuple[str, ...], Floats]


def swept_class(names: tuple[str, ...], inputs: SoftmaxInputs) -> int:
    """Return the position of the class whose score the slider moves."""
    return names.index(inputs.swept_class) if inputs.swept_class in names else 0


def with_slider(classes: Classes, inputs: SoftmaxInputs) -> Floats:
    """Return all scores, with one where the slider stands if that has been moved off the table.

    While it has not been moved off, the cell's own number counts, whether or not it lies on one
    of the slider's stops.
    """
    names, scores = classes
    swept = swept_class(names, inputs)
    if stands_for(inputs.swept_score, float(scores[swept])):
        return scores
    changed = scores.copy()
    changed[swept] = inputs.swept_score
    return changed


def stands_for(slid: float, typed: float) -> bool:
    """Say whether a slider that stands there may not have been moved off the score typed.

    Examples
    --------
    >>> stands_for(2.0, 2.04), stands_for(10.0, 500.0), stands_for(-1.0, 2.0)
    (True, True, False)
    """
    nearest = min(max(typed, -SWEEP_END), SWEEP_END)
    return abs(slid - nearest) <= SCORE_STEP / 2 + 1e-9


def settle(before: SoftmaxInputs, now: SoftmaxInputs) -> SoftmaxInputs:
    """Let the slider follow its cell, where that was edited or another class was chosen."""
    try:
        held, typed = (_swept(inputs) for inputs in (before, now))
    except InputError:
        return now
    if typed == held or now.swept_score != before.swept_score:
        return now
    return replace(now, swept_score=typed[1])


def _swept(inputs: SoftmaxInputs) -> tuple[int, float]:
    names, scores = read_classes(inputs.classes)
    position = swept_class(names, inputs)
    return position, float(scores[position])


def keep(inputs: SoftmaxInputs) -> SoftmaxInputs:
    """Write the slider's score into the table, where it is another than the one typed there."""
    names, scores = read_classes(inputs.classes)
    swept = swept_class(names, inputs)
    if stands_for(inputs.swept_score, float(scores[swept])):
        return inputs
    table = inputs.classes.copy()
    table.loc[table[CLASS].map(tidy) == names[swept], SCORE] = f"{inputs.swept_score:g}"
    return replace(inputs, classes=table)
