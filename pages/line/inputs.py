"""What a reader can change in "The line", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pages.parts.inputs.handle import handle
from pages.parts.inputs.slider import slider
from pages.parts.inputs.table import table
from pages.parts.inputs.values import Panels
from pages.parts.reading.students import (
    FIXED_COLUMNS,
    OUTCOME,
    article_students,
    class_of_twelve,
)

BOARD = "line/board"
FARTHEST = 1e6
"""How far a training may leave the line; a hand cannot move it beyond the picture."""


@dataclass(frozen=True, eq=False)
class LineInputs(Panels):
    """The chapter's inputs; by default the article's students and a line wrong about two."""

    students: pd.DataFrame = table(article_students, fixed=FIXED_COLUMNS, shared=True)
    line_left: float = handle(3.0, picture=BOARD, reach=FARTHEST)
    line_right: float = handle(7.0, picture=BOARD, reach=FARTHEST)
    sharpness: float = slider(1.0, 0.1, 4.0, step=0.1, digits=1)


CASES = {
    "article": LineInputs(),
    "no_mistake": LineInputs(line_left=9.0, line_right=1.5),
    "twelve": LineInputs(students=class_of_twelve()),
    "all_passed": LineInputs(students=article_students().assign(**{OUTCOME: "pass"})),
}
