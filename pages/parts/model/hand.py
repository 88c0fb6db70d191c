"""What a hand in a picture does to a chapter's inputs, and what Python answers to its buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pages.parts.wording.words import Words


@dataclass(frozen=True)
class Answer:
    """What comes of a command.

    Attributes
    ----------
    inputs : object
        The chapter's inputs afterwards.
    shown : mapping
        What the picture draws of it, until it is overridden again.
    """

    inputs: Any
    shown: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Hand:
    """The hand in the picture of a chapter, which the browser owns.

    A move comes as the browser tells it (:mod:`pages.parts.inputs.browser_owned`), hostile until
    checked. Two names in it mean the same in every picture: what is `held` is not yet let go of,
    so the page shows it and remembers nothing; a `command` is what a button asks for.

    Attributes
    ----------
    picture : str
        The picture, by the path of its files below ``pages``.
    moved : callable
        Makes the inputs after a move from those before and the move.
    obey : callable, optional
        Makes the answer to a command from the last whole result, the inputs, the command and the
        words; None where there is no such command.
    start : callable
        Makes what the browser takes over from the inputs whenever Python overrides it.
    about : callable
        Makes from the inputs what the picture is about: another one overrides the browser.
    """

    picture: str
    moved: Callable[[Any, Mapping[str, object]], Any]
    obey: Callable[[Any, Any, str, Words], Answer | None] | None = None
    start: Callable[[Any], Mapping[str, object]] = field(default=lambda inputs: {})
    about: Callable[[Any], object] = field(default=lambda inputs: None)
