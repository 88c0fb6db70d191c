"""The worked tables of "Why do frameworks want scores?"."""

from __future__ import annotations

from decimal import Decimal

from ce_core.examples.digits import DigitsExample
from ce_core.examples.twice import TwiceExample
from pages.logits.comparisons import broken_value
from pages.parts.model.blocks import WorkedTable
from pages.parts.wording.numbers import number, scientific, short, signed
from pages.parts.wording.words import Words

# As many significant digits as tell every number of that precision from its neighbours.
_SHOWN = {"float32": 9, "float64": 17}


def worked_steps(example: TwiceExample, text: Words) -> WorkedTable:
    """Return score, p, y, p − y, and p after a second softmax."""
    once = example.once
    head = [
        text.plain(f"worked.{column}") for column in ("class", "score", "p", "y", "gradient", "p2")
    ]
    rows = [
        [
            name,
            short(float(once.scores[i])),
            number(float(once.p[i])),
            f"{once.y[i]:g}",
            signed(float(once.gradient[i])),
            number(float(example.p[i])),
        ]
        for i, name in enumerate(once.classes)
    ]
    total = text.plain("worked.total", name=once.classes[once.true])
    foot = [total, "", number(once.loss), "", "", number(example.loss)]
    return WorkedTable(text.plain("worked.caption"), head, rows, [foot])


def digits_here(example: DigitsExample, text: Words) -> WorkedTable:
    """Return what each way gives at the score, and the exact value."""
    head = [text.plain(f"digits.{column}") for column in ("computed", "value", "right")]
    rows = [
        [
            text.plain(
                "digits.way", precision=way.precision, method=text.plain(f"digits.{way.method}")
            ),
            _value(way.value, _SHOWN[way.precision]),
            f"{way.digits_here:.0f}",
        ]
        for way in example.ways
    ]
    foot = [text.plain("digits.exact"), exact_number(example.exact), ""]
    return WorkedTable(text.plain("digits.table"), head, rows, [foot])


def exact_number(value: Decimal, digits: int = 17) -> str:
    """Return an exact value with so many significant digits, be it ever so small.

    Examples
    --------
    >>> exact_number(Decimal("1e-400") / 3, 4), exact_number(Decimal(40))
    ('3.333 × 10⁻⁴⁰¹', '40')
    """
    written = f"{value:.{digits - 1}e}"
    if -4 <= int(written.lower().partition("e")[2]) < 7:
        return f"{float(value):.{digits}g}"
    return scientific(written)


def _value(value: float, digits: int) -> str:
    return short(value, digits) if value and abs(value) < float("inf") else broken_value(value)
