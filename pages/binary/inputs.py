"""What a reader can change in "Two models, four students", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import pandas as pd

from ce_core.examples.binary import StudentExample
from ce_core.examples.classroom import MOST_IN_CLASS
from pages.binary import reading
from pages.parts.inputs.choice import choice
from pages.parts.inputs.panel import panel
from pages.parts.inputs.slider import slider, stops_slider
from pages.parts.inputs.table import table
from pages.parts.inputs.values import Panels, defaults
from pages.parts.reading.students import FIXED_COLUMNS, article_students
from pages.parts.wording.words import Words

CLASS_SIZES = [*range(1, 20), *range(20, 100, 5), *range(100, MOST_IN_CLASS + 1, 20)]


@dataclass(frozen=True, eq=False)
class BinaryInputs(Panels):
    """The chapter's inputs; the defaults are the article's case."""

    students: pd.DataFrame = table(article_students, fixed=FIXED_COLUMNS, shared=True)
    logarithm: Literal["10", "e", "2"] = choice("10", "e", "2", shared=True)
    reduction: Literal["sum", "mean"] = choice("sum", "mean", shared=True)
    class_size: float = stops_slider(1000, CLASS_SIZES)
    changed_probability: float = slider(0.9, 0, 1, step=0.01)
    worked: bool = panel()


def _students(model_a: list[str], model_b: list[str]) -> pd.DataFrame:
    return article_students().assign(**{"Model A": model_a, "Model B": model_b})


CASES = {
    "article": BinaryInputs(),
    "sure_and_wrong": BinaryInputs(
        students=_students(["0.9", "0.3", "0.6", "0"], ["0.2", "0.4", "0.7", "0.9"])
    ),
    "undecided": BinaryInputs(
        students=_students(["0.5", "0.5", "0.5", "0.5"], ["0.2", "0.4", "0.7", "0.9"]),
        logarithm="2",
    ),
    "perfect": BinaryInputs(students=_students(["0", "0", "1", "1"], ["0.2", "0.4", "0.7", "0.9"])),
}


@cache
def article_example(
    text: Words, base: float | None = 10.0, reduction: Literal["sum", "mean"] = "sum"
) -> StudentExample:
    """Return the article's case; made once, as every run compares the reader's with it."""
    students = defaults(BinaryInputs, text).students
    return reading.read(students, base=base, reduction=reduction)


def harsher_example(text: Words) -> StudentExample:
    """Return the article's case with ten times less for the last student by the first model."""
    students, article = defaults(BinaryInputs, text).students.copy(), article_example(text)
    students.loc[students.index[-1], article.models[0]] = f"{article.p_pass[-1, 0] / 10:g}"
    return reading.read(students)
