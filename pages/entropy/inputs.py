"""What a reader can change in "What does surprise cost on average?", and cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from pages.entropy.reading import COLUMNS, fair_coin, outcome_table
from pages.parts.controls.inputs import Live, Open, Panels


@dataclass(frozen=True, eq=False)
class EntropyInputs(Panels):
    """The chapter's inputs; the defaults are a fair coin that is known to be fair."""

    outcomes: pd.DataFrame = field(default_factory=fair_coin, metadata={"fixed": COLUMNS})
    unit: Literal["2", "e", "10"] = "2"
    coin_p: Live = 0.7
    coin_q: Live = 0.3
    worked: Open = False


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
