"""What the picture of the start says, in words built from the same result."""

from __future__ import annotations

import math

from ce_core.examples.surprisal import SurprisalExample
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def title(example: SurprisalExample, text: Words) -> str:
    """Return what to see on the curve."""
    if math.isinf(example.surprisal):
        return text("figure.title_infinite")
    if example.surprisal == 0:
        return text("figure.title_free")
    return text("figure.title")


def alt(example: SurprisalExample, text: Words) -> str:
    """Return in one sentence what the picture shows."""
    return text.plain("figure.alt", p=short(example.p), surprisal=number(example.surprisal))


def notices(example: SurprisalExample, text: Words) -> list[str]:
    """Return what this probability costs, and what a tenth of it would."""
    if math.isinf(example.surprisal):
        return [text("notice.infinite")]
    if example.surprisal == 0:
        return [text("notice.free")]
    return [
        text(
            "notice.surprisal",
            p=short(example.p),
            surprisal=number(example.surprisal, 3),
            bits=number(example.bits, 3),
        ),
        text(
            "notice.tenth",
            tenth=short(example.p / 10),
            surprisal=number(example.surprisal_tenth, 3),
            more=number(example.surprisal_tenth - example.surprisal, 3),
        ),
    ]
