"""What a reader can change in "Two models, four students", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from ce_core.examples.students import FIXED_COLUMNS, article_students
from pages.parts.inputs import Live


@dataclass(frozen=True, eq=False)
class BinaryInputs:
    """The chapter's inputs; the defaults are the article's case."""

    students: pd.DataFrame = field(
        default_factory=article_students, metadata={"fixed": FIXED_COLUMNS}
    )
    logarithm: Literal["10", "e", "2"] = "10"
    reduction: Literal["sum", "mean"] = "sum"
    class_size: Live = 1000
    changed_probability: Live = 0.9


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
