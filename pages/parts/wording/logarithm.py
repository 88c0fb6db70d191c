"""The base of the logarithm, as a reader meets it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Logarithm:
    """A base as a reader meets it: in ce_core, in a sentence, in a formula."""

    base: float | None
    symbol: str
    latex: str


LOGARITHMS = {
    "10": Logarithm(10.0, "log₁₀", r"\log_{10}"),
    "e": Logarithm(None, "ln", r"\ln"),
    "2": Logarithm(2.0, "log₂", r"\log_2"),
}


def logarithm_of(base: float | None) -> Logarithm:
    """Return the logarithm of that base."""
    return next(logarithm for logarithm in LOGARITHMS.values() if logarithm.base == base)
