"""What a reader can change in "Why do frameworks want scores?", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from ce_core.examples.digits import FORMS, Form
from ce_core.examples.logits import CURVE_END
from pages.parts.inputs.choice import choice, position
from pages.parts.inputs.panel import panel
from pages.parts.inputs.slider import slider, stops_slider
from pages.parts.inputs.table import table
from pages.parts.inputs.values import Panels
from pages.parts.reading.classes import COLUMNS, article_classes, score_table

SCORES = [
    *range(1, 40),
    *range(40, 110, 2),
    *range(110, 700, 10),
    *range(700, 750, 5),
    *range(750, 1001, 10),
]


@dataclass(frozen=True, eq=False)
class LogitsInputs(Panels):
    """The chapter's inputs; the defaults are the article's colours, and a score that is wrong."""

    one_score: float = slider(-2.0, -CURVE_END, CURVE_END, step=0.1, digits=1)
    one_label: Literal["1", "0"] = choice("1", "0")
    classes: pd.DataFrame = table(article_classes, fixed=COLUMNS, shared=True)
    # The position of the class that it really was.
    true_class: int = position(1)
    digits_form: Form = choice("wrong", *(form for form in FORMS if form != "wrong"))
    digits_score: float = stops_slider(20, SCORES)
    worked: bool = panel()


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
