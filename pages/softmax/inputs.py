"""What a reader can change in "Scores and the softmax", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from ce_core import article
from ce_core.examples.softmax import SWEEP_END, SoftmaxExample
from pages.parts.inputs.choice import name
from pages.parts.inputs.slider import slider, stops_slider
from pages.parts.inputs.table import table
from pages.parts.inputs.values import Panels, defaults
from pages.parts.reading.classes import CLASS, SCORE, article_classes
from pages.parts.wording.words import Words
from pages.softmax import reading

_FIRST, _FIRST_SCORE = next(iter(article.COLOUR_SCORES.items()))
SCORE_STEP = 0.1
TEMPERATURES = [
    *(i / 20 for i in range(2, 20)),
    *(i / 10 for i in range(10, 30)),
    *(i / 4 for i in range(12, 41)),
]


@dataclass(frozen=True, eq=False)
class SoftmaxInputs(Panels):
    """The chapter's inputs; the defaults are the article's case."""

    classes: pd.DataFrame = table(article_classes, fixed=(CLASS, SCORE), shared=True)
    # The class whose score the slider moves, and where the slider stands.
    swept_class: str = name(_FIRST)
    swept_score: float = slider(_FIRST_SCORE, -SWEEP_END, SWEEP_END, step=SCORE_STEP, digits=1)
    temperature: float = stops_slider(1.0, TEMPERATURES, digits=2)
    constant: float = slider(0.0, -1000, 1000, step=10, digits=0)


def _scores(**scores: str) -> pd.DataFrame:
    return pd.DataFrame({CLASS: list(scores), SCORE: list(scores.values())}, dtype=str)


CASES = {
    "article": SoftmaxInputs(),
    "cancel": SoftmaxInputs(classes=_scores(blue="2", green="1", red="-3")),
    "negative": SoftmaxInputs(classes=_scores(blue="-1", green="-2", red="-4"), swept_score=-1.0),
    "two": SoftmaxInputs(classes=_scores(blue="2", green="1")),
    "cold": SoftmaxInputs(temperature=0.25),
    "plus_1000": SoftmaxInputs(constant=1000.0),
}


@cache
def article_example(text: Words) -> SoftmaxExample:
    """Return the article's case; made once, as every run compares the reader's with it."""
    return reading.read(defaults(SoftmaxInputs, text).classes)
