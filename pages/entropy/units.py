"""Bits, nats or hartleys: the base of the logarithm by the name of its unit.

A choice of this chapter alone: information is told in bits, the article's losses in base 10,
and neither should set the other's start.
"""

from __future__ import annotations

from dataclasses import dataclass

from pages.parts.wording.logarithm import LOGARITHMS, Logarithm
from pages.parts.wording.words import Words

BASES = ("2", "e", "10")


@dataclass(frozen=True)
class Unit:
    """A logarithm and the name of what it counts."""

    logarithm: Logarithm
    name: str


def unit(base: str, text: Words) -> Unit:
    """Return the unit of that base: "2", "e" or "10"."""
    return Unit(LOGARITHMS[base], text.plain(f"unit.{base}"))


def unit_of(base: float | None, text: Words) -> Unit:
    """Return the unit of a logarithm to that base; None is e."""
    return unit("e" if base is None else f"{base:g}", text)
