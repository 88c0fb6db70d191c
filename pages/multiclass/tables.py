"""The worked table of "Fruit in containers": every step, container by container."""

from __future__ import annotations

from ce_core.examples.multiclass import FruitExample
from pages.parts.model.blocks import WorkedTable
from pages.parts.wording.logarithm import logarithm_of
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def worked_steps(example: FruitExample, text: Words) -> WorkedTable:
    """Return p and one-hot y of each fruit, p of what is inside, and its surprisal."""
    head = [
        text.plain("worked.container"),
        text.plain("worked.inside"),
        *(text.plain("worked.p_fruit", fruit=fruit) for fruit in example.fruits),
        *(text.plain("worked.y_fruit", fruit=fruit) for fruit in example.fruits),
        text.plain("worked.p_true"),
        text.plain("worked.surprisal", log=logarithm_of(example.base).symbol),
    ]
    rows = [
        [
            name,
            example.fruits[example.inside[i]],
            *(short(float(p)) for p in example.p[:, i]),
            *(f"{y:.0f}" for y in example.y[:, i]),
            short(float(example.p_true[i])),
            number(float(example.surprisal[i])),
        ]
        for i, name in enumerate(example.containers)
    ]
    reduction = text.plain(f"figure.{example.reduction}")
    foot = [
        text.plain("worked.total", reduction=reduction),
        *[""] * (2 * len(example.fruits) + 1),
        short(example.product),
        number(example.loss),
    ]
    return WorkedTable(text.plain("worked.caption"), head, rows, [foot])
