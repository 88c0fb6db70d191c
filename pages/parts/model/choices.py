"""What several chapters show alike: choices, columns of tables, the headings of sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pages.parts.model.blocks import Blocks, Heading
from pages.parts.model.controls import ChoiceControl, Column
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


def heading(section: str) -> Callable[[Words], Blocks]:
    """Return what makes a section's heading from the words: its question, and its lead."""
    return lambda text: [Heading(text(f"{section}.question"), text(f"{section}.lead"))]


def column(text: Words, name: str, key: str, width: int, **more: Any) -> Column:
    """Return a column whose head, and help if there is any, are the words of a key of tables."""
    explained = f"table.{key}_help"
    return Column(
        name=name,
        title=text.plain(f"table.{key}"),
        width=width,
        help=text(explained) if text.has(explained) else "",
        **more,
    )
