"""What a chapter shows, as values: a view is a tuple of these, and imports no Streamlit.

Texts called `markdown` or `sentences` are Markdown, in which what a reader typed is escaped;
all others are plain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from ce_core.checks import InputError
from pages.parts.model.controls import Control

Chart: TypeAlias = dict[str, Any]
"""A Plotly figure as a dictionary."""


@dataclass(frozen=True)
class Headline:
    """One number that matters, with its label, a remark and the colour of what it belongs to."""

    label: str
    value: str
    remark: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Headlines:
    """The numbers that matter, in a row, announced when they change."""

    numbers: Sequence[Headline]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure under the sentence that says what to see in it.

    Attributes
    ----------
    name : str
        Its name among all figures of the page.
    chart : dict
        The Plotly figure.
    title : str
        The sentence, in Markdown.
    alt : str
        What the figure shows, in words.
    hint : str
        How it is read, in small print.
    """

    name: str
    chart: Chart
    title: str
    alt: str
    hint: str = ""


@dataclass(frozen=True)
class Formula:
    """Formulas in their box, a line each; pieces of a line wrap on a narrow screen."""

    lines: Sequence[str]
    name: str = "formula"


@dataclass(frozen=True)
class Notice:
    """What to notice."""

    sentences: Sequence[str]


@dataclass(frozen=True)
class Prose:
    """A paragraph."""

    markdown: str


@dataclass(frozen=True)
class Heading:
    """The question of a section, and in a paragraph what it is about."""

    markdown: str
    lead: str = ""


@dataclass(frozen=True)
class Subheading:
    """What a group of blocks is about."""

    markdown: str


@dataclass(frozen=True)
class Hint:
    """In small print, how something is used."""

    text: str


@dataclass(frozen=True)
class Html:
    """A piece of HTML, in which what a reader typed is escaped."""

    html: str


@dataclass(frozen=True)
class WorkedTable:
    """A finished computation as a table: numbers to the right, totals at the foot."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    foot: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class Box:
    """Blocks with a border around them, in a column as high as its neighbours."""

    blocks: Blocks
    name: str | None = None


@dataclass(frozen=True)
class Row:
    """Small blocks side by side, wrapped where there is no room; spread to both ends if asked."""

    blocks: Blocks
    name: str | None = None
    is_spread: bool = False


@dataclass(frozen=True)
class Columns:
    """Columns of blocks, each as wide as its share; on a narrow screen one below the other."""

    shares: Sequence[int]
    columns: Sequence[Blocks]
    name: str | None = None
    align: Literal["top", "bottom"] = "top"


@dataclass(frozen=True)
class Presets:
    """Buttons for the cases worth seeing."""


@dataclass(frozen=True)
class Problem:
    """The place of what is wrong with an input.

    Attributes
    ----------
    about : tuple of str
        The inputs whose problems are said here; empty for all that are said nowhere else.
    error : InputError, optional
        What is said here in any case, of a result that is whole all the same.
    """

    about: tuple[str, ...] = ()
    error: InputError | None = None


@dataclass(frozen=True)
class OfResult:
    """Blocks among the controls that follow from the result.

    Attributes
    ----------
    blocks : callable
        Makes them from the result of the inputs as they are; from None where these give none.
    """

    blocks: Callable[[Any], Blocks]


@dataclass(frozen=True)
class Info:
    """Something that the reader should know of the inputs, which is no problem."""

    markdown: str


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button that changes the chapter's inputs.

    Attributes
    ----------
    name : str
        Its name on the page.
    label : str
        In Markdown.
    change : callable
        Makes the new inputs from those at the moment of the click.
    icon : str
        One of Streamlit's.
    """

    name: str
    label: str
    change: Callable[[Any], Any]
    icon: str = ""


@dataclass(frozen=True, kw_only=True)
class OpenChapter:
    """A way into a chapter; with inputs, into it in that state.

    Attributes
    ----------
    chapter : str
        The chapter.
    label : str
        In Markdown.
    inputs : object
        The chapter's inputs, in the reader's language; None leaves them.
    name : str
        The button's name on the page, where there are inputs.
    icon : str
        One of Streamlit's.
    """

    chapter: str
    label: str
    inputs: Any = None
    name: str = ""
    icon: str = ""


@dataclass(frozen=True)
class ShareLink:
    """The address of what the chapter shows, to copy."""


@dataclass(frozen=True, kw_only=True)
class Fold:
    """Blocks that are shown, and made, when a reader opens them.

    Attributes
    ----------
    panel : str
        The input that says whether it is open.
    label : str
        In Markdown.
    blocks : callable
        Makes them.
    pops_up : bool
        Whether they open over the page instead of in it.
    """

    panel: str
    label: str
    blocks: Callable[[], Blocks]
    pops_up: bool = False


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The picture of the chapter's hand, which the browser owns and moves at its own pace.

    Attributes
    ----------
    scene : mapping
        What is drawn.
    follows : callable, optional
        Makes the blocks below it from the browser's last move, hostile until checked.
    """

    scene: Mapping[str, object]
    follows: Callable[[Mapping[str, object]], Blocks] | None = None


Block: TypeAlias = (
    Headlines
    | Figure
    | Formula
    | Notice
    | Prose
    | Heading
    | Subheading
    | Hint
    | Html
    | WorkedTable
    | Box
    | Row
    | Columns
    | Presets
    | Problem
    | OfResult
    | Info
    | Button
    | OpenChapter
    | ShareLink
    | Fold
    | Picture
    | Control
)
Blocks: TypeAlias = Sequence[Block]
