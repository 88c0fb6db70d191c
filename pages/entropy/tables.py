"""The worked table of "What does surprise cost on average?": every step, outcome by outcome."""

from __future__ import annotations

from ce_core.examples.entropy import EntropyExample
from pages.entropy.units import Unit
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words

Rows = list[list[str]]


def worked_steps(example: EntropyExample, unit: Unit, text: Words) -> tuple[list[str], Rows, Rows]:
    """Return head, rows and foot: both probabilities, both surprises, and p times each."""
    log = unit.logarithm.symbol
    head = [
        text.plain(f"worked.{column}", log=log)
        for column in ("outcome", "p", "q", "own_price", "price", "own_part", "extra", "part")
    ]
    rows = [
        [
            outcome,
            short(float(example.p[i])),
            short(float(example.q[i])),
            *(
                number(float(column[i]))
                for column in (
                    example.own_price,
                    example.price,
                    example.own_part,
                    example.extra,
                    example.part,
                )
            ),
        ]
        for i, outcome in enumerate(example.outcomes)
    ]
    totals = (example.entropy, example.kl, example.cross_entropy)
    foot = [text.plain("worked.total"), "", "", "", "", *(number(total) for total in totals)]
    return head, rows, [foot]
