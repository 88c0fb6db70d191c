"""The pictures of "Downhill": the hill from above, and profiles along the way."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ce_core.examples.downhill import SIZE, TERRACE, DownhillExample, Ground, hill
from ce_core.examples.types import Floats
from pages.parts.drawing.raster import image_uri, shades

TOP = 3.6
"""The end of all axes of height, in km."""

AHEAD = (-1.5, 6.5)
"""How far a profile reaches behind and ahead, in km."""

UNIT = 100
"""Heights in profiles travel as whole numbers, in this many parts of a km."""

_PIXELS = 160
_SHADES = 54  # three to a terrace
_SAMPLES = {"smooth": 33, "terraces": 401}


@lru_cache(maxsize=8)
def map_image(ground: Ground, colours: tuple[str, str]) -> str:
    """Return the hill from above, low to high in the two colours, in terraces or fine shades."""
    step = TERRACE if ground == "terraces" else TERRACE / 3
    places = (np.arange(_PIXELS) + 0.5) * SIZE / _PIXELS
    heights = hill(*np.meshgrid(places, places[::-1]))
    bands = np.floor(heights / step) * (step / (TERRACE / 3))
    return image_uri(bands.astype(np.uint8), shades(*colours, _SHADES + 1))


def profiles(example: DownhillExample) -> list[list[int]]:
    """Return the ground along the heading at each step, in parts of a km."""
    ahead: Floats = np.linspace(*AHEAD, _SAMPLES[example.ground])
    return [
        np.round(example.profile(step, ahead) * UNIT).astype(int).tolist()
        for step in range(example.trace.steps + 1)
    ]
