"""Colours by what they mean, in a light and a dark tone each.

The hues are Okabe and Ito's, which colour-blind readers can tell apart; the light tones are
darkened until they reach 4.5 : 1 on the page, the dark ones lightened, so that each serves for
text and lines alike. Colour is never the only sign: a label or a shape always says it too.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The colours of one theme."""

    ground: str
    ink: str
    faint: str
    grid: str
    passed: str
    failed: str
    truth: str
    accent: str
    models: tuple[str, ...]
    classes: tuple[str, ...]
    # From improbable to certain.
    probability: tuple[str, str]


LIGHT = Palette(
    ground="#ffffff",
    ink="#1c2430",
    faint="#5b6675",
    grid="#e4e8ee",
    passed="#0072b2",
    failed="#b84a00",
    truth="#1c2430",
    accent="#0b5cad",
    models=("#a0407f", "#00785a", "#8f6200", "#2a6f97", "#5b6675", "#6d5bb5"),
    classes=("#9c6100", "#00785a", "#786e00", "#a0407f", "#0072b2", "#b84a00", "#6d5bb5"),
    probability=("#f4f7fb", "#0b5cad"),
)

DARK = Palette(
    ground="#12161c",
    ink="#e8ecf2",
    faint="#a2adbb",
    grid="#2b333f",
    passed="#56b4e9",
    failed="#f29655",
    truth="#e8ecf2",
    accent="#6db3f2",
    models=("#e08fc4", "#3cc99b", "#e6b04a", "#7cc4ec", "#a2adbb", "#b3a4f0"),
    classes=("#e69f00", "#3cc99b", "#e8dc4a", "#e08fc4", "#56b4e9", "#f29655", "#b3a4f0"),
    probability=("#1b222c", "#6db3f2"),
)


def cycle(colours: tuple[str, ...], position: int) -> str:
    """Return the colour of that position, from the start again after the last.

    Examples
    --------
    >>> cycle(("red", "blue"), 2)
    'red'
    """
    return colours[position % len(colours)]
