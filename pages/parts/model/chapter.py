"""A chapter, declared: its inputs, its cases, how its result is made, and what it shows of it.

What a chapter shows is a function of its inputs, the language and the theme. Everyone who shows
it calls the same functions: the page, tests, and whoever draws a chapter without a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pages.parts.drawing.palette import Palette
from pages.parts.model.blocks import Blocks, WorkedTable
from pages.parts.model.hand import Hand
from pages.parts.model.question import Question
from pages.parts.wording.words import Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, kw_only=True)
class View:
    """What a section shows of a result.

    Attributes
    ----------
    left, right : sequence of blocks
        Side by side on the stage, `left` below the section's controls.
    below : sequence of blocks
        Under the stage, over its whole width.
    """

    left: Blocks = ()
    right: Blocks = ()
    below: Blocks = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a chapter: a stage of two columns, and what follows from it.

    Attributes
    ----------
    name : str
        Its name on the page.
    view : callable
        Makes what is shown of the result, in these words and colours.
    above : callable, optional
        Makes what stands over the stage, such as the section's question, from the words.
    controls : callable, optional
        Makes what stands first in the left column from the inputs and the words. It is there
        before there is a result, and while an input has a problem.
    worked : callable, optional
        Makes the worked table, which is shown when asked for.
    asks : bool
        Whether the chapter's question to guess belongs to this section. It stands below it.
    asks_first : bool
        Whether it stands above it instead, where the section gives the answer away.
    shares : tuple of int
        The widths of the two columns.
    is_wide : bool
        Whether all stands over the whole width instead: the controls, and then what is `below`.
    is_live : bool
        Whether a slider in the view runs this section alone. Its controls stand outside: an edit
        that a reader makes on the way to another chapter would otherwise ask for a rerun of
        this section there, where there is none.
    takes_partial : bool
        Whether it shows a result that has a problem; else it keeps the last one without.
    result : callable, optional
        Makes what it shows from the inputs alone, where that does not hang on what was typed:
        no problem of the chapter's touches it.
    """

    name: str
    view: Callable[[Any, Words, Palette], View]
    above: Callable[[Words], Blocks] | None = None
    controls: Callable[[Any, Words], Blocks] | None = None
    worked: Callable[[Any, Words], WorkedTable] | None = None
    asks: bool = False
    asks_first: bool = False
    shares: tuple[int, int] = (11, 13)
    is_wide: bool = False
    is_live: bool = False
    takes_partial: bool = False
    result: Callable[[Any], Any] | None = None

    def shown(self, result: Any, inputs: Any, text: Words, colours: Palette) -> View:
        """Return what the section shows, of the chapter's result or of its own."""
        own = result if self.result is None else self.result(inputs)
        return self.view(own, text, colours)


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A chapter of the story.

    Attributes
    ----------
    name : str
        Its folder and its address.
    inputs : type
        The dataclass that declares its inputs.
    cases : mapping
        The inputs worth seeing, by name; the first is the start.
    settle : callable, optional
        Makes inputs that agree with one another from those before and those after an edit, such
        as a slider that follows its cell. For inputs that came as a whole, from a case or by a
        link, both are the same.
    read : callable
        Reads what was typed: makes from the inputs what does not depend on its sliders.
        Raises InputError.
    result : callable
        Makes the result from what was read and the inputs: one frozen object that feeds figure,
        formula, sentence, code and link. It may have a `problem`, an InputError, where it can be
        shown in part.
    sections : sequence of Section
        What is shown of it, from top to bottom.
    hand : Hand, optional
        The hand in a picture of the chapter's that the browser owns.
    question : callable, optional
        Makes the question to guess, from the words.
    code : callable, optional
        Makes from the result, for each library, the function that writes the same computation.
    exported : callable
        Picks from the result the object that is saved as a document.
    totals : sequence of str
        The fields of that object that an experiment tracker is to plot.
    """

    name: str
    inputs: type[DataclassInstance]
    cases: Mapping[str, Any]
    sections: Sequence[Section]
    settle: Callable[[Any, Any], Any] | None = None
    read: Callable[[Any], Any] = field(default=lambda inputs: None)
    result: Callable[[Any, Any], Any] = field(default=lambda read, inputs: read)
    hand: Hand | None = None
    question: Callable[[Words], Question] | None = None
    code: Callable[[Any], Mapping[str, Callable[[], str]]] | None = None
    exported: Callable[[Any], Any] = field(default=lambda result: result)
    totals: Sequence[str] = ("loss",)

    def result_of(self, inputs: Any) -> Any:
        """Return the result of these inputs.

        Raises
        ------
        InputError
            Where an input breaks a rule.
        """
        return self.result(self.read(inputs), inputs)

    def view(self, inputs: Any, text: Words, colours: Palette) -> dict[str, View]:
        """Return what each section shows of these inputs; none where it needs a whole result.

        Raises
        ------
        InputError
            Where an input breaks a rule.
        """
        result = self.result_of(inputs)
        is_whole = getattr(result, "problem", None) is None
        return {
            section.name: section.shown(result, inputs, text, colours)
            for section in self.sections
            if is_whole or section.takes_partial or section.result is not None
        }
