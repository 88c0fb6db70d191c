"""What a reader can change in "Scores and the sigmoid", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import pandas as pd

from pages.parts.inputs.choice import choice, name
from pages.parts.inputs.panel import panel
from pages.parts.inputs.slider import slider
from pages.parts.inputs.table import table
from pages.parts.inputs.values import Panels
from pages.parts.reading.students import FIXED_COLUMNS, OUTCOME, article_students
from pages.sigmoid import reading

NOBODY = ""


@dataclass(frozen=True, eq=False)
class SigmoidInputs(Panels):
    """The chapter's inputs; the defaults are the start: f(x) = x."""

    students: pd.DataFrame = table(article_students, fixed=FIXED_COLUMNS, shared=True)
    logarithm: Literal["10", "e", "2"] = choice("10", "e", "2", shared=True)
    reduction: Literal["sum", "mean"] = choice("sum", "mean", shared=True)
    score_weight: float = slider(1.0, -5, 5, step=0.1, digits=1)
    score_bias: float = slider(0.0, -5, 5, step=0.1, digits=1)
    # The student at whom the tangent is drawn.
    tangent_at: str = name(NOBODY)
    worked: bool = panel()


def _best_student_fails() -> pd.DataFrame:
    students = article_students()
    students.loc[students.index[-1], OUTCOME] = "fail"
    return students


CASES = {
    "start": SigmoidInputs(),
    "steeper": SigmoidInputs(score_weight=5.0, tangent_at="B"),
    "surprise": SigmoidInputs(students=_best_student_fails(), score_weight=5.0),
    "upside_down": SigmoidInputs(score_weight=-1.0),
    "flat": SigmoidInputs(score_weight=0.0),
}


@cache
def default_loss(base: float | None, reduction: Literal["sum", "mean"]) -> float:
    """Return the loss at the start; made once, as every run compares the reader's with it."""
    return reading.read(article_students()).example(base=base, reduction=reduction).loss
