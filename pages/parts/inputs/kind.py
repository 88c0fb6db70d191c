"""The kind of an input: all that is known of it, in one place.

A kind says what an input starts as, how it is written into a link and checked when it comes
back, what becomes of it in another language, how the session holds it and what shows it. Nobody
else asks of which kind an input is.

A declaration loads no Streamlit: only the methods that meet a session or a screen import it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from pages.parts.model.controls import Control

Value = TypeVar("Value")

# Control characters, and halves of a character.
_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class StateError(ValueError):
    """A plain value is no input of the chapter that is to take it.

    Parameters
    ----------
    reason : str
        What is wrong, for whoever reads a traceback.
    name : str
        The input that it is about.
    """

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason)
        self.name = name


class Kind(Generic[Value]):
    """The kind of an input whose value Streamlit's own widget holds under the input's slot.

    Parameters
    ----------
    shared : bool
        Whether chapters that declare an input of this name share it; else it is the chapter's.
    """

    holds_table = False
    """Whether a table from a file or from the clipboard can take the value's place."""
    is_live = False
    """Whether it moves while the reader's hand does."""
    is_panel = False
    """Whether it says what is open on the page, which is no part of a case."""

    def __init__(self, *, shared: bool = False) -> None:
        self.shared = shared

    def to_plain(self, value: Value) -> object:
        """Return the value as JSON can hold it."""
        return value

    def from_plain(self, plain: object) -> Value:
        """Return the value of something that came in by a link or a file, hostile until checked.

        Raises
        ------
        StateError
            Where it is no value of this kind.
        """
        raise NotImplementedError

    def translated(self, value: Value, words: Mapping[str, str]) -> Value:
        """Return the value with the usual words in it put into another language."""
        return value

    def is_same(self, one: Value, other: Value) -> bool:
        """Say whether two values are the same input."""
        return one == other

    def sheet(self, value: Value) -> bytes | None:
        """Return the value as a CSV file, None where it is no table."""
        return None

    def filled(self, read: Value) -> Value:
        """Return a table from a file with what it lacks and must have."""
        return read

    def current(self, slot: str, default: Value) -> Value:
        """Return the value that the session holds."""
        import streamlit as st

        value: Value = st.session_state.get(slot, default)
        return value

    def seed(self, slot: str, value: Value) -> None:
        """Give the session this value where it has none.

        A widget's own default would clash with a value that has been set.
        """
        import streamlit as st

        st.session_state.setdefault(slot, value)

    def set(self, slot: str, value: Value) -> None:
        """Set the session's value, and with it the widget. Call it from a callback."""
        import streamlit as st

        st.session_state[slot] = value

    def follow(self, slot: str, value: Value) -> None:
        """Take over a value that a hand has given it in a picture."""
        self.set(slot, value)

    def snapshot(self, slot: str, value: Value) -> tuple[Value, int]:
        """Return what a new session needs, beside what the browser sends it, to go on.

        That is a value and how often the widget had been started by then.
        """
        return value, 0

    def restore(self, slot: str, value: Value, starts: int) -> None:
        """Put a snapshot into a new session."""
        self.set(slot, value)

    def show(self, slot: str, control: Control) -> None:
        """Show the input on the page."""
        raise NotImplementedError


def declared(kind: Kind[Any], default: Callable[[], Any]) -> Any:
    """Return the dataclass field of an input."""
    return field(default_factory=default, metadata={"kind": kind})


def is_readable(text: str) -> bool:
    """Say whether a text holds nothing that no reader can have typed."""
    return _UNREADABLE.search(text) is None
