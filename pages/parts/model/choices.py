"""Controls that several chapters show alike."""

from __future__ import annotations

from pages.parts.model.controls import ChoiceControl
from pages.parts.wording.logarithm import LOGARITHMS
from pages.parts.wording.words import Words


def logarithm_choice(text: Words) -> ChoiceControl:
    """Return the choice of the logarithm's base."""
    options = {base: logarithm.symbol for base, logarithm in LOGARITHMS.items()}
    return ChoiceControl(name="logarithm", label=text("logarithm"), options=options)


def reduction_choice(text: Words) -> ChoiceControl:
    """Return the choice of how the samples' losses become one."""
    options = {name: text.plain(f"reduction.{name}") for name in ("sum", "mean")}
    return ChoiceControl(name="reduction", label=text("reduction.label"), options=options)
