"""The worked table of the sigmoid chapter: every step, student by student."""

from __future__ import annotations

from ce_core.examples.sigmoid import SigmoidExample
from pages.parts.wording.logarithm import Logarithm
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words

Rows = list[list[str]]


def worked_steps(
    example: SigmoidExample, logarithm: Logarithm, text: Words
) -> tuple[list[str], Rows, Rows]:
    """Return head, rows and foot: score, w·x + b, P(pass) and its price."""
    head = [
        text.plain(f"worked.{column}")
        for column in ("student", "outcome", "score", "logit", "p_pass")
    ]
    head.append(text.plain("worked.price", log=logarithm.symbol))
    rows = [
        [
            student,
            text.plain("outcome.passed" if example.passed[i] else "outcome.failed"),
            short(float(example.scores[i]), 6),
            short(float(example.logits[i]), 6),
            number(float(example.p_pass[i])),
            number(float(example.price[i])),
        ]
        for i, student in enumerate(example.students)
    ]
    reduction = text.plain(f"reduction.{example.reduction}")
    total = text.plain("worked.total", reduction=reduction)
    return head, rows, [[total, "", "", "", "", number(example.loss)]]
