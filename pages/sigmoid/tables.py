"""The worked table of the sigmoid chapter: every step, student by student."""

from __future__ import annotations

from ce_core.examples.sigmoid import SigmoidExample
from pages.parts.model.blocks import WorkedTable
from pages.parts.wording.logarithm import logarithm_of
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def worked_steps(example: SigmoidExample, text: Words) -> WorkedTable:
    """Return score, w·x + b, P(pass) and its surprisal."""
    log = logarithm_of(example.base).symbol
    head = [
        text.plain(f"worked.{column}", log=log)
        for column in ("student", "outcome", "score", "logit", "p_pass", "surprisal")
    ]
    rows = [
        [
            student,
            text.plain("outcome.passed" if example.passed[i] else "outcome.failed"),
            short(float(example.scores[i]), 6),
            short(float(example.logits[i]), 6),
            number(float(example.p_pass[i])),
            number(float(example.surprisal[i])),
        ]
        for i, student in enumerate(example.students)
    ]
    reduction = text.plain(f"reduction.{example.reduction}")
    total = text.plain("worked.total", reduction=reduction)
    foot = [total, "", "", "", "", number(example.loss)]
    return WorkedTable(text.plain("worked.caption"), head, rows, [foot])
