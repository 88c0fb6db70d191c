"""What a reader can change in "What does surprise cost on average?", and cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from pages.entropy.reading import COLUMNS, fair_coin, outcome_table
from pages.parts.inputs.choice import choice
from pages.parts.inputs.panel import panel
from pages.parts.inputs.slider import slider
from pages.parts.inputs.table import table
from pages.parts.inputs.values import Panels


@dataclass(frozen=True, eq=False)
class EntropyInputs(Panels):
    """The chapter's inputs; the defaults are a fair coin that is known to be fair."""

    outcomes: pd.DataFrame = table(fair_coin, fixed=COLUMNS)
    unit: Literal["2", "e", "10"] = choice("2", "e", "10")
    coin_p: float = slider(0.7, 0, 1, step=0.01)
    coin_q: float = slider(0.3, 0, 1, step=0.01)
    worked: bool = panel()


_COIN = ["heads", "tails"]
_FAIR, _LOADED = ["0.5", "0.5"], ["0.9", "0.1"]

CASES = {
    "fair": EntropyInputs(),
    "loaded": EntropyInputs(outcome_table(_COIN, _LOADED, _FAIR)),
    "other_way": EntropyInputs(outcome_table(_COIN, _FAIR, _LOADED)),
    "weather": EntropyInputs(
        outcome_table(
            ["sun", "cloud", "rain", "snow"],
            ["0.5", "0.25", "0.125", "0.125"],
            ["0.25", "0.25", "0.25", "0.25"],
        )
    ),
    "ruled_out": EntropyInputs(
        outcome_table(["sun", "cloud", "rain"], ["0.7", "0.2", "0.1"], ["0.8", "0.2", "0"])
    ),
}
