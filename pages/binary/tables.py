"""The worked table of "Two models, four students": every step, student by student."""

from __future__ import annotations

from ce_core.examples.binary import StudentExample
from pages.parts.model.blocks import WorkedTable
from pages.parts.wording.logarithm import logarithm_of
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def worked_steps(example: StudentExample, text: Words) -> WorkedTable:
    """Return P(pass), P(what happened) and its surprisal for each model."""
    head = [text.plain("worked.student"), text.plain("worked.outcome")]
    for model in example.models:
        head += [
            text.plain("worked.p_pass", model=model),
            text.plain("worked.p_true"),
            text.plain("worked.surprisal", log=logarithm_of(example.base).symbol),
        ]
    rows = [_row(example, student, text) for student in range(len(example.students))]
    reduction = text.plain(f"reduction.{example.reduction}")
    foot = [text.plain("worked.total", reduction=reduction), ""]
    for likelihood, loss in zip(example.likelihood, example.loss, strict=True):
        foot += ["", short(float(likelihood)), number(float(loss))]
    return WorkedTable(text.plain("worked.caption"), head, rows, [foot])


def _row(example: StudentExample, student: int, text: Words) -> list[str]:
    outcome = "outcome.passed" if example.passed[student] else "outcome.failed"
    cells = [example.students[student], text.plain(outcome)]
    for model in range(len(example.models)):
        cells += [
            short(float(example.p_pass[student, model])),
            short(float(example.p_true[student, model])),
            number(float(example.surprisal[student, model])),
        ]
    return cells
