"""What a reader can change in "Downhill", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pages.parts.controls.inputs import Live, Panels

STEP_SIZES = (0.1, 10.0)


@dataclass(frozen=True)
class DownhillInputs(Panels):
    """The chapter's inputs; by default a smooth hill, near its top, with steps of a good size."""

    start_east: Live = 3.4
    start_north: Live = 6.4
    hill_step: Live = 1.0
    ground: Literal["smooth", "terraces"] = "smooth"


CASES = {
    "article": DownhillInputs(),
    "tiny": DownhillInputs(hill_step=0.1),
    "huge": DownhillInputs(hill_step=8.0),
    "other_side": DownhillInputs(start_east=2.4, start_north=5.6),
    "terraces": DownhillInputs(ground="terraces"),
}
