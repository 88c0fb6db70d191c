"""Where a reader starts: the question, the loss of one prediction, the way through the chapters."""

from __future__ import annotations

from ce_core.examples.surprisal import SurprisalExample
from pages.chapters import CHAPTERS
from pages.home import figures, sentences
from pages.home.inputs import CASES, HomeInputs
from pages.parts.drawing.palette import Palette
from pages.parts.model.blocks import (
    Block,
    Blocks,
    Box,
    Columns,
    Figure,
    Heading,
    Headline,
    Headlines,
    Hint,
    Notice,
    OpenChapter,
    Presets,
    Prose,
    ShareLink,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.controls import SliderControl
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words

# Where each kind of reader begins.
STARTS = {"learner": "downhill", "teacher": "binary", "practitioner": "frameworks"}


def result(read: object, inputs: HomeInputs) -> SurprisalExample:
    """Return what the probability costs."""
    return SurprisalExample.of(inputs.given_probability)


def view_surprisal(example: SurprisalExample, text: Words, colours: Palette) -> View:
    """Return what a probability costs, as a number and on the curve of all."""
    surprisal = Headline(
        text.plain("headline.surprisal"),
        number(example.surprisal, 3),
        text.plain("headline.nats"),
        colours.failed,
    )
    return View(
        left=[
            Presets(),
            SliderControl(name="given_probability", label=text.plain("slider")),
            Headlines([surprisal]),
            Notice(sentences.notices(example, text)),
            ShareLink(),
        ],
        right=[
            Figure(
                name="surprisal-curve",
                chart=figures.surprisal_curve(example, text, colours),
                title=sentences.title(example, text),
                alt=sentences.alt(example, text),
            )
        ],
    )


def view_map(example: SurprisalExample, text: Words, colours: Palette) -> View:
    """Return the chapters in their groups, each with its question, and where to begin."""
    groups = {part: chapters for part, chapters in CHAPTERS.items() if part}
    return View(
        below=[
            Heading(text("map.title")),
            Columns(
                [1] * len(groups),
                [group(part, chapters, text) for part, chapters in groups.items()],
                name="map",
            ),
            Heading(text("start.title")),
            Columns(
                [1] * len(STARTS),
                [[start(reader, chapter, text)] for reader, chapter in STARTS.items()],
            ),
        ]
    )


def group(part: str, chapters: list[str], text: Words) -> Blocks:
    """Return the chapters of a part of the story."""
    blocks: list[Block] = [Prose(f"**{text(f'part.{part}')}**")]
    for chapter in chapters:
        its = text.of(chapter)
        blocks += [
            OpenChapter(chapter=chapter, label=its.plain("short")),
            Hint(its.plain("question")),
        ]
    return blocks


def start(reader: str, chapter: str, text: Words) -> Box:
    """Return where a kind of reader begins."""
    label = text("start.go", chapter=text.of(chapter).plain("short"))
    return Box(
        [
            Prose(f"**{text(f'start.{reader}.title')}**"),
            Prose(text(f"start.{reader}.text")),
            OpenChapter(chapter=chapter, label=label, icon=":material/arrow_forward:"),
        ]
    )


CHAPTER = Chapter(
    name="home",
    inputs=HomeInputs,
    cases=CASES,
    result=result,
    sections=[
        Section(name="home", view=view_surprisal, shares=(10, 14), is_live=True),
        Section(name="map", view=view_map),
    ],
)
