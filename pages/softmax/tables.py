"""The worked table of the softmax chapter: the naive way and the stable one, class by class."""

from __future__ import annotations

import math

from ce_core.examples.softmax import SoftmaxExample
from pages.parts.model.blocks import WorkedTable
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def two_ways(example: SoftmaxExample, text: Words) -> WorkedTable:
    """Return score, power and the naive quotient; distance, power and the stable one."""
    key = "worked.exponent" if example.temperature == 1 else "worked.exponent_temperature"
    exponent = text.plain(key)
    columns = ("class", "score", "power", "naive", "distance", "stable_power", "stable")
    head = [text.plain(f"worked.{column}", exponent=exponent) for column in columns]
    stable_powers = example.stable_powers
    rows = [
        [
            name,
            short(float(example.scores[i]), 6),
            short(float(example.powers[i])),
            _naive(float(example.naive[i]), text),
            short(float(example.distances[i]), 6),
            short(float(stable_powers[i])),
            number(float(example.probabilities[i])),
        ]
        for i, name in enumerate(example.classes)
    ]
    foot = [
        text.plain("worked.sum"),
        short(example.score_sum, 6),
        short(example.power_sum),
        _naive(float(example.naive.sum()), text),
        "",
        short(float(stable_powers.sum())),
        number(float(example.probabilities.sum())),
    ]
    return WorkedTable(text.plain("worked.caption"), head, rows, [foot])


def _naive(p: float, text: Words) -> str:
    return text.plain("worked.undefined") if math.isnan(p) else number(p)
