"""What a reader can change in "Fruit in containers", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import pandas as pd

from pages.multiclass import reading
from pages.multiclass.containers import FIXED_COLUMNS, article_containers
from pages.parts.inputs.choice import choice
from pages.parts.inputs.panel import panel
from pages.parts.inputs.table import table
from pages.parts.inputs.values import Panels


@dataclass(frozen=True, eq=False)
class MulticlassInputs(Panels):
    """The chapter's inputs; the defaults are the article's case."""

    containers: pd.DataFrame = table(article_containers, fixed=FIXED_COLUMNS)
    logarithm: Literal["10", "e", "2"] = choice("10", "e", "2", shared=True)
    reduction: Literal["sum", "mean"] = choice("sum", "mean", shared=True)
    worked: bool = panel()


def _believing(**believed: list[str]) -> MulticlassInputs:
    """Return the article's case with other probabilities in some containers."""
    table = article_containers()
    for container, cells in believed.items():
        table.loc[1:, container] = cells
    return MulticlassInputs(containers=table)


CASES = {
    "article": MulticlassInputs(),
    "bolder": _believing(
        A=["0.98", "0.01", "0.01"], B=["0.15", "0.7", "0.15"], C=["0.05", "0.75", "0.2"]
    ),
    "undecided": _believing(
        A=["0.333", "0.333", "0.334"], B=["0.333", "0.333", "0.334"], C=["0.333", "0.333", "0.334"]
    ),
    "ruled_out": _believing(C=["0.4", "0.6", "0"]),
    "too_much": _believing(A=["0.7", "0.3", "0.1"]),
}


@cache
def article_loss(base: float | None, reduction: Literal["sum", "mean"]) -> float:
    """Return the article's loss; made once, as every run compares the reader's with it."""
    return reading.read(article_containers(), base=base, reduction=reduction).loss
