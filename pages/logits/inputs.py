"""What a reader can change in "Why do frameworks want scores?", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from ce_core.examples.logits import article_scores, score_table
from pages.parts.inputs import Live


@dataclass(frozen=True, eq=False)
class LogitsInputs:
    """The chapter's inputs; the defaults are the article's colours, and a score that is wrong."""

    one_score: Live = -2.0
    one_label: str = "1"
    logits: pd.DataFrame = field(default_factory=article_scores)
    true_class: str = "green"
    digits_form: str = "wrong"
    digits_score: Live = 20


def _scores(blue: str, green: str, red: str) -> pd.DataFrame:
    return score_table({"blue": blue, "green": green, "red": red})


CASES = {
    "start": LogitsInputs(),
    "right": LogitsInputs(
        one_score=6.0, logits=_scores("6", "-1", "-2"), true_class="blue", digits_form="right"
    ),
    "wrong": LogitsInputs(
        one_score=6.0, one_label="0", logits=_scores("6", "-1", "-2"), true_class="red"
    ),
    "no_idea": LogitsInputs(one_score=0.0, logits=_scores("0", "0", "0")),
    "thousand": LogitsInputs(
        one_score=8.0,
        one_label="0",
        logits=_scores("1000", "0", "-1000"),
        digits_form="softmax_wrong",
        digits_score=1000,
    ),
}
