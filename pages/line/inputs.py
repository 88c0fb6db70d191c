"""What a reader can change in "The line", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from pages.parts.controls.inputs import Live, Panels
from pages.parts.reading.students import (
    FIXED_COLUMNS,
    OUTCOME,
    article_students,
    class_of_twelve,
)


@dataclass(frozen=True, eq=False)
class LineInputs(Panels):
    """The chapter's inputs; by default the article's students and a line wrong about two."""

    students: pd.DataFrame = field(
        default_factory=article_students, metadata={"fixed": FIXED_COLUMNS}
    )
    line_left: Live = 3.0
    line_right: Live = 7.0
    sharpness: Live = 1.0


CASES = {
    "article": LineInputs(),
    "no_mistake": LineInputs(line_left=9.0, line_right=1.5),
    "twelve": LineInputs(students=class_of_twelve()),
    "all_passed": LineInputs(students=article_students().assign(**{OUTCOME: "pass"})),
}
