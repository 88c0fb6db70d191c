"""Remarks under numbers."""

from __future__ import annotations

from pages.parts.wording.numbers import signed
from pages.parts.wording.words import Words


def change(now: float, default: float, text: Words) -> str:
    """Return how far a number is from the one that the chapter starts with, in words."""
    difference = now - default
    if abs(difference) <= 1e-12:
        return text.plain("headline.same")
    return text.plain("headline.change", change=signed(difference))
