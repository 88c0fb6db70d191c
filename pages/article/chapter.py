"""The article, number by number: what it printed, what its inputs give, and why they differ."""

from __future__ import annotations

from dataclasses import dataclass

from ce_core import article
from pages.article import figures, sentences, tables
from pages.article.cases import GROUPS, Group
from pages.article.inputs import CASES, ArticleInputs
from pages.article.ledger import VERDICTS, CutSum, LedgerEntry, ledger
from pages.parts.drawing.palette import Palette
from pages.parts.inputs.values import in_words
from pages.parts.model.blocks import (
    Block,
    Blocks,
    Figure,
    Html,
    Notice,
    OpenChapter,
    Row,
    ShareLink,
    Subheading,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.controls import ChoiceControl
from pages.parts.model.question import Question
from pages.parts.wording.numbers import short
from pages.parts.wording.words import Words

ENTRIES = ledger()
CUT = CutSum(terms=len(article.STUDENTS), decimals=2)


@dataclass(frozen=True)
class Result:
    """The ledger, of which one verdict's numbers are shown, or all."""

    verdict: str

    def shown(self, group: Group) -> list[LedgerEntry]:
        """Return the entries of a group that are shown."""
        return [
            entry
            for entry in ENTRIES
            if group.holds(entry.number.id) and self.verdict in ("all", entry.number.verdict)
        ]


def read(inputs: ArticleInputs) -> Result:
    """Return which numbers are shown."""
    return Result(inputs.shown_verdict)


def controls(inputs: ArticleInputs, text: Words) -> Blocks:
    """Return the choice of the numbers to look at, with how many there are of each verdict."""
    options = {
        verdict: text.plain(
            f"ask.{verdict.replace(' ', '_')}", count=sentences.count(ENTRIES, verdict)
        )
        for verdict in ("all", *VERDICTS)
    }
    return [
        ChoiceControl(
            name="shown_verdict", label=text("verdict.label"), options=options, form="pills"
        )
    ]


def view_figures(result: Result, text: Words, colours: Palette) -> View:
    """Return how far off each number is."""
    return View(
        left=[Notice(sentences.notices(ENTRIES, text)), ShareLink()],
        right=[
            Figure(
                name="units-off",
                chart=figures.units_off(ENTRIES, result.verdict, text, colours),
                title=sentences.title(ENTRIES, text),
                alt=sentences.alt(ENTRIES, text),
            )
        ],
    )


def view_ledger(result: Result, text: Words, colours: Palette) -> View:
    """Return every number with its reason."""
    blocks: list[Block] = []
    for name, group in GROUPS.items():
        if entries := result.shown(group):
            blocks += view_group(name, group, entries, text)
    # In one piece with the last table: alone it would leave an empty line.
    return View(below=[*blocks, Html(tables.STYLE)])


def view_group(name: str, group: Group, entries: list[LedgerEntry], text: Words) -> list[Block]:
    """Return numbers that share their inputs, with a way into the chapter that shows them."""
    way_in = OpenChapter(
        chapter=group.chapter,
        label=text("ledger.open", chapter=text.of(group.chapter).plain("short")),
        inputs=in_words(group.inputs(), text),
        name=f"open-{name}",
        icon=":material/arrow_forward:",
    )
    title = text(f"group.{name}")
    return [
        Row([Subheading(title), way_in], name=f"group-{name}", is_spread=True),
        Html(tables.ledger_table(entries, text.plain(f"group.{name}"), text)),
    ]


def question(text: Words) -> Question:
    """Ask how far cutting instead of rounding can lead a sum astray."""
    return Question(
        answer=CUT.cut_off,
        minimum=0,
        maximum=0.1,
        step=0.01,
        names={
            "count": str(CUT.terms),
            "decimals": str(CUT.decimals),
            "last_digit": short(CUT.last_digit),
            "half": short(CUT.half_digit),
            "rounded": short(CUT.rounded_off),
        },
    )


CHAPTER = Chapter(
    name="article",
    inputs=ArticleInputs,
    cases=CASES,
    read=read,
    sections=[
        Section(name="article", controls=controls, view=view_figures, asks=True, shares=(8, 16)),
        Section(name="ledger", view=view_ledger),
    ],
    question=question,
)
