"""Outcome of a chapter's inputs: a result, or a problem and the last good result."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from ce_core.checks import InputError
from pages.parts.inputs.session import session
from pages.parts.inputs.values import each, is_same
from pages.parts.model.chapter import Chapter, Section
from pages.parts.showing.page import Page


@dataclass(frozen=True)
class Outcome:
    """What a page can show.

    Attributes
    ----------
    inputs : object
        The inputs that it comes from.
    read : object
        What was read of them; None where that was not possible.
    result : object
        The result; None where there is none.
    problem : InputError, optional
        What is wrong with the inputs.
    last : object
        The last result that there was, with a problem of its own or without.
    last_whole : object
        The last result without one.
    whole_made_of : tuple, optional
        What was read, and the inputs, of which that is made.
    """

    inputs: Any
    read: Any = None
    result: Any = None
    problem: InputError | None = None
    last: Any = None
    last_whole: Any = None
    whole_made_of: tuple[Any, Any] | None = None

    def for_section(self, section: Section) -> tuple[Any, bool]:
        """Return the result that a section shows, and whether it is from before the last edit."""
        shown = self.last if section.takes_partial else self.last_whole
        return shown, section.result is None and shown is not self.result

    def has_something_for(self, section: Section) -> bool:
        """Say whether a section has something to show."""
        return section.result is not None or self.for_section(section)[0] is not None


def outcome_of(page: Page) -> Outcome:
    """Return what becomes of the page's inputs, computed anew only where they have changed.

    While an input has a problem, the last result stays, so that the page does not collapse under
    a reader who is in the middle of a change; what was typed last, that is: it goes on following
    the sliders.
    """
    before: Outcome | None = session().results.get(page.chapter.name)
    if before is not None and is_same(before.inputs, page.inputs):
        return before
    outcome = _fresh(page, before or Outcome(None))
    session().results[page.chapter.name] = outcome
    return outcome


def settle(page: Page) -> bool:
    """Set the inputs that an edit leaves behind; say whether there were any."""
    outcome: Outcome | None = session().results.get(page.chapter.name)
    agree, as_given = page.chapter.settle, session().as_given is page.chapter.inputs
    if as_given:
        session().as_given = None
    if agree is None or (outcome is not None and is_same(outcome.inputs, page.inputs)):
        return False
    before = page.inputs if as_given or outcome is None else outcome.inputs
    page.change(lambda now: agree(before, now))
    return True


def _fresh(page: Page, before: Outcome) -> Outcome:
    chapter, inputs = page.chapter, page.inputs
    known = before.read is not None and _typed_the_same(before.inputs, inputs)
    try:
        read = before.read if known else chapter.read(inputs)
        result = chapter.result(read, inputs)
    except InputError as error:
        # Its traceback holds this very call, and with it every outcome since the last without one.
        return replace(_moved_on(chapter, before, inputs), problem=error.with_traceback(None))
    problem = getattr(result, "problem", None)
    if problem is None:
        return Outcome(inputs, read, result, None, result, result, (read, inputs))
    kept = before.last_whole, before.whole_made_of
    return Outcome(inputs, read, result, problem, result, *kept)


def _moved_on(chapter: Chapter, before: Outcome, inputs: Any) -> Outcome:
    """Return an outcome without a result, its last whole one with the sliders as they are now."""
    last, whole, made_of = before.last, before.last_whole, before.whole_made_of
    if made_of is not None:
        read, then = made_of
        live = {name: value for name, kind, value in each(inputs) if kind.is_live}
        with suppress(InputError):
            now = replace(then, **live)
            moved = chapter.result(read, now)
            if getattr(moved, "problem", None) is None:
                last, whole, made_of = moved if last is whole else last, moved, (read, now)
    return Outcome(inputs, last=last, last_whole=whole, whole_made_of=made_of)


def _typed_the_same(before: Any, now: Any) -> bool:
    """Say whether two values of the inputs differ in nothing but their sliders and panels."""
    return type(before) is type(now) and all(
        kind.is_same(value, getattr(before, name))
        for name, kind, value in each(now)
        if not (kind.is_live or kind.is_panel)
    )
