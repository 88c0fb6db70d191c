"""What a reader can change at the start: the probability given to what happened."""

from __future__ import annotations

from dataclasses import dataclass

from pages.parts.inputs.slider import slider


@dataclass(frozen=True)
class HomeInputs:
    """The start's one input."""

    given_probability: float = slider(0.2, 0, 1, step=0.01)


CASES = {
    "start": HomeInputs(),
    "coin": HomeInputs(0.5),
    "sure_and_right": HomeInputs(0.99),
    "sure_and_wrong": HomeInputs(0.01),
    "ruled_out": HomeInputs(0.0),
}
