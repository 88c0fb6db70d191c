"""What the hike draws: the map, the way, what lies ahead at each step, words."""

from __future__ import annotations

from ce_core.examples.downhill import MOST_STEPS, SIZE, DownhillExample
from pages.downhill import figures
from pages.parts.drawing.palette import DARK, Palette
from pages.parts.wording.words import Words

_WORDS = (
    *("map", "east", "north", "height", "slope", "step", "km", "per_km", "of", "profile"),
    *("heights", "ahead", "steps", "axis_height", "play", "pause", "one_step", "reset"),
    *("look", "fog", "stuck", "end", "click"),
)


def scene(example: DownhillExample, text: Words, colours: Palette) -> dict[str, object]:
    """Return everything that is drawn."""
    trace = example.trace
    # What the browser fills in while the hiker walks stays open.
    words = {word: text.plain(f"hike.{word}", all="{all}") for word in _WORDS}
    if colours is DARK:
        words |= {word: text.plain(f"hike.{word}_dark") for word in ("map", "click")}
    return {
        "map": figures.map_image(example.ground, colours.probability),
        "size": SIZE,
        "most": MOST_STEPS,
        "top": figures.TOP,
        "ahead": figures.AHEAD,
        "unit": figures.UNIT,
        "stepSize": example.step_size,
        "places": trace.points.round(4).tolist(),
        "heights": trace.heights.round(4).tolist(),
        "slopes": trace.gradients.round(5).tolist(),
        "profiles": figures.profiles(example),
        "words": words,
    }
