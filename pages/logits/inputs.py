"""What a reader can change in "Why do frameworks want scores?", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from ce_core.examples.digits import Form
from pages.parts.controls.inputs import Live, Open, Panels
from pages.parts.reading.classes import COLUMNS, article_classes, score_table


@dataclass(frozen=True, eq=False)
class LogitsInputs(Panels):
    """The chapter's inputs; the defaults are the article's colours, and a score that is wrong."""

    one_score: Live = -2.0
    one_label: Literal["1", "0"] = "1"
    classes: pd.DataFrame = field(default_factory=article_classes, metadata={"fixed": COLUMNS})
    # The position of the class that it really was.
    true_class: int = 1
    digits_form: Form = "wrong"
    digits_score: Live = 20
    worked: Open = False


def _scores(blue: str, green: str, red: str) -> pd.DataFrame:
    return score_table({"blue": blue, "green": green, "red": red})


CASES = {
    "start": LogitsInputs(),
    "right": LogitsInputs(
        one_score=6.0, classes=_scores("6", "-1", "-2"), true_class=0, digits_form="right"
    ),
    "wrong": LogitsInputs(
        one_score=6.0, one_label="0", classes=_scores("6", "-1", "-2"), true_class=2
    ),
    "no_idea": LogitsInputs(one_score=0.0, classes=_scores("0", "0", "0")),
    "thousand": LogitsInputs(
        one_score=8.0,
        one_label="0",
        classes=_scores("1000", "0", "-1000"),
        digits_form="softmax_wrong",
        digits_score=1000,
    ),
}
