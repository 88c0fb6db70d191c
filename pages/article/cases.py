"""Where the article's numbers can be played with: groups that share their inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Group:
    """Figures of the article that come from the same inputs, and the chapter that shows them.

    Attributes
    ----------
    numbers : tuple of str
        Their ids in the ledger; one that ends in a point stands for all that begin with it.
    chapter : str
        The chapter.
    case : str
        The chapter's case that holds the article's inputs.
    state : mapping
        What differs from that case.
    """

    numbers: tuple[str, ...]
    chapter: str
    case: str = "article"
    state: Mapping[str, object] = field(default_factory=dict)

    def holds(self, number: str) -> bool:
        """Say whether the number belongs to the group."""
        return any(
            number.startswith(name) if name.endswith(".") else number == name
            for name in self.numbers
        )

    def inputs(self) -> Any:
        """Return the chapter's inputs in that state."""
        case = import_module(f"pages.{self.chapter}.inputs").CASES[self.case]
        return replace(case, **self.state)


GROUPS = {
    "softmax": Group(("softmax.",), "softmax"),
    "students": Group(
        ("students.product.", "students.log_terms.", "students.log_sum.", "students.loss."),
        "binary",
        state={"logarithm": "10", "reduction": "sum"},
    ),
    "students_nats": Group(
        ("students.loss_nats.",), "binary", state={"logarithm": "e", "reduction": "sum"}
    ),
    "fruit": Group(
        ("fruit.product", "fruit.loss"), "multiclass", state={"logarithm": "10", "reduction": "sum"}
    ),
    "fruit_nats": Group(
        ("fruit.loss_nats",), "multiclass", state={"logarithm": "e", "reduction": "sum"}
    ),
    "pytorch_bce": Group(("pytorch.sigmoid", "pytorch.bce"), "frameworks"),
    "pytorch_ce": Group(("pytorch.ce",), "frameworks", "pytorch_ce"),
    "keras_bce": Group(("keras.bce",), "frameworks", "keras_bce"),
    "keras_cce": Group(("keras.cce",), "frameworks", "keras_cce"),
}
