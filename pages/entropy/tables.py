"""The worked table of "What does surprise cost on average?": every step, outcome by outcome."""

from __future__ import annotations

from ce_core.examples.entropy import EntropyExample
from pages.entropy.units import unit_of
from pages.parts.model.blocks import WorkedTable
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def worked_steps(example: EntropyExample, text: Words) -> WorkedTable:
    """Return both probabilities, both surprises, and p times each."""
    log = unit_of(example.base, text).logarithm.symbol
    head = [
        text.plain(f"worked.{column}", log=log)
        for column in (
            "outcome",
            "p",
            "q",
            "own_surprisal",
            "surprisal",
            "own_part",
            "extra",
            "part",
        )
    ]
    surprisals, parts = (
        (example.own_surprisal, example.surprisal),
        (example.own_part, example.extra),
    )
    columns = (*surprisals, *parts, example.part)
    rows = [
        [
            outcome,
            short(float(example.p[i])),
            short(float(example.q[i])),
            *(number(float(column[i])) for column in columns),
        ]
        for i, outcome in enumerate(example.outcomes)
    ]
    totals = (example.entropy, example.kl, example.cross_entropy)
    foot = [text.plain("worked.total"), "", "", "", "", *(number(total) for total in totals)]
    return WorkedTable(text.plain("worked.caption"), head, rows, [foot])
