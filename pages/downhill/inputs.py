"""What a reader can change in "Downhill", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ce_core.examples.downhill import SIZE
from pages.parts.inputs.choice import choice
from pages.parts.inputs.slider import slider
from pages.parts.inputs.values import Panels

HIKE = "downhill/hike"
STEP_SIZES = (0.1, 10.0)


@dataclass(frozen=True)
class DownhillInputs(Panels):
    """The chapter's inputs; by default a smooth hill, near its top, with steps of a good size."""

    start_east: float = slider(3.4, 0, SIZE, step=0.1, digits=1)
    start_north: float = slider(6.4, 0, SIZE, step=0.1, digits=1)
    hill_step: float = slider(1.0, *STEP_SIZES, step=0.1, digits=1)
    ground: Literal["smooth", "terraces"] = choice("smooth", "terraces")


CASES = {
    "article": DownhillInputs(),
    "tiny": DownhillInputs(hill_step=0.1),
    "huge": DownhillInputs(hill_step=8.0),
    "other_side": DownhillInputs(start_east=2.4, start_north=5.6),
    "terraces": DownhillInputs(ground="terraces"),
}
