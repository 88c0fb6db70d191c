"""What the picture of the start says, in words built from the same result."""

from __future__ import annotations

import math

from ce_core.examples.price import PriceExample
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def title(example: PriceExample, text: Words) -> str:
    """Return what to see on the curve."""
    if math.isinf(example.price):
        return text("figure.title_infinite")
    if example.price == 0:
        return text("figure.title_free")
    return text("figure.title")


def alt(example: PriceExample, text: Words) -> str:
    """Return in one sentence what the picture shows."""
    return text.plain("figure.alt", p=short(example.p), price=number(example.price))


def notices(example: PriceExample, text: Words) -> list[str]:
    """Return what this probability costs, and what a tenth of it would."""
    if math.isinf(example.price):
        return [text("notice.infinite")]
    if example.price == 0:
        return [text("notice.free")]
    return [
        text(
            "notice.price",
            p=short(example.p),
            price=number(example.price, 3),
            bits=number(example.bits, 3),
        ),
        text(
            "notice.tenth",
            tenth=short(example.p / 10),
            price=number(example.price_tenth, 3),
            more=number(example.price_tenth - example.price, 3),
        ),
    ]
