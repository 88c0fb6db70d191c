"""How libraries and samples are named and coloured, the same in figures, formulas and tables."""

from __future__ import annotations

from ce_core.examples.frameworks import FrameworkExample, prediction_name
from pages.parts.drawing.palette import Palette
from pages.parts.wording.numbers import short
from pages.parts.wording.words import Words

LIBRARIES = ("pytorch", "keras", "scikit_learn", "optax")
ALL = ("mathematics", *LIBRARIES)
_COLOURS = {"pytorch": 5, "keras": 3, "scikit_learn": 4, "optax": 1}


def colour_of(name: str, colours: Palette) -> str:
    """Return the library's colour; mathematics has that of the text."""
    return colours.ink if name == "mathematics" else colours.classes[_COLOURS[name]]


def sample_name(example: FrameworkExample, sample: int, text: Words) -> str:
    """Return a sample's place, counted from 0 as in code, with its target and prediction."""
    return text.plain(
        "sample.name",
        place=sample,
        y=short(example.label(sample)),
        name=prediction_name(example.kind),
        value=short(example.prediction(sample)),
    )
