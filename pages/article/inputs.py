"""What a reader can change in the ledger: which figures it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pages.article.ledger import VERDICTS
from pages.parts.inputs.choice import choice
from pages.parts.inputs.panel import panel

Shown = Literal["all", "matches", "cut", "last digit", "not reproducible", "not printed"]


@dataclass(frozen=True)
class ArticleInputs:
    """The ledger's input, "all" or a verdict; and whether its question is open."""

    shown_verdict: Shown = choice("all", *VERDICTS)
    predict: bool = panel()


CASES = {
    "article": ArticleInputs(),
    "matches": ArticleInputs("matches"),
    "cut": ArticleInputs("cut"),
    "last_digit": ArticleInputs("last digit"),
    "not_reproducible": ArticleInputs("not reproducible"),
    "not_printed": ArticleInputs("not printed"),
}
