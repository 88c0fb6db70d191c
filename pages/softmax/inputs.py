"""What a reader can change in "Scores and the softmax", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import pandas as pd

from ce_core import article
from ce_core.examples.softmax import SoftmaxExample
from pages.parts.controls.inputs import Live, Panels, usual_inputs
from pages.parts.reading.classes import CLASS, SCORE, article_classes
from pages.parts.wording.words import Words
from pages.softmax import reading

_FIRST, _FIRST_SCORE = next(iter(article.COLOUR_SCORES.items()))


@dataclass(frozen=True, eq=False)
class SoftmaxInputs(Panels):
    """The chapter's inputs; the defaults are the article's case."""

    classes: pd.DataFrame = field(
        default_factory=article_classes, metadata={"fixed": (CLASS, SCORE)}
    )
    # The class whose score the slider moves, and where the slider stands.
    swept_class: str = _FIRST
    swept_score: Live = _FIRST_SCORE
    temperature: Live = 1.0
    constant: Live = 0.0


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
def usual_example(text: Words) -> SoftmaxExample:
    """Return the article's case; made once, as every run compares the reader's with it."""
    return reading.read(usual_inputs(SoftmaxInputs, text).classes)
