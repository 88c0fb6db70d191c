"""Keep a reader's state in their browser, for when the server has lost their session.

A session lives in the memory of one process. It is lost when that process ends, and two minutes
after its browser was last connected: a laptop was closed, a phone went into a pocket. The page
stays on the screen, and when the browser comes back it gets a new session and sends it the
values of all its widgets. What a new session needs beyond these is kept in one more widget,
which nobody sees.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages.parts.inputs.session import current, slot
from pages.parts.inputs.values import Inputs, each, is_same
from pages.parts.internals.rerun_on_reconnect import rerun_on_reconnect
from pages.parts.wording.language import language, restore_language

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_WIDGET, _CHAPTER, _SENT = "kept-state", "kept-chapter", "kept-state-sent"
_WRITTEN = "kept-state-written"
_MOST_CHARACTERS, _MOST_STARTS = 10_000, 1_000_000


@dataclass(frozen=True)
class _Kept:
    """The open chapter's inputs as a link's text, but tables as their editors were started from.

    The browser itself sends what was edited since then. `starts` says which start of its editor
    a table's edits belong to, and which override of a slider its moves.
    """

    language: str
    chapter: str = ""
    inputs: str = ""
    starts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Written:
    """Inputs and their text: an edit of a table does not change what its editor started from."""

    inputs: DataclassInstance
    text: str

    def holds(self, inputs: DataclassInstance) -> bool:
        """Say whether these are the same inputs, their tables the very same objects."""
        return is_same(inputs, self.inputs)


@contextmanager
def state_kept_in_browser(encode: Callable[[Any, Any], str]) -> Iterator[None]:
    """Take what a browser sends that has outlived its session; at the end, keep what is new.

    Open it before anything that looks at the reader's state. `encode` is that of links.
    """
    rerun_on_reconnect()
    place = st.container(key="kept")
    is_first_run = _SENT not in st.session_state
    if is_first_run:
        # A browser that is new sends nothing, and none sends this.
        nothing = secrets.token_hex(8)
        sent = place.text_input(_WIDGET, value=nothing, key=_WIDGET)
        kept = None if sent == nothing else _read(sent)
        st.session_state[_SENT] = kept
        if kept is not None:
            restore_language(kept.language)
    st.session_state.pop(_CHAPTER, None)
    yield
    if not is_first_run:  # there is nothing to keep yet, and Streamlit would not let it be set
        st.session_state[_WIDGET] = _write(st.session_state.get(_CHAPTER), encode)
        place.text_input(_WIDGET, key=_WIDGET)


def resume(usual: Inputs, decode: Callable[[str, type[Inputs]], Inputs]) -> bool:
    """Put the chapter's inputs as they were in a lost session; say whether there was one.

    Call it at the top of a chapter. `decode` is that of links.
    """
    st.session_state[_CHAPTER] = usual
    kept: _Kept | None = st.session_state.get(_SENT)
    if kept is None or kept.chapter != _name(usual):
        return False
    st.session_state[_SENT] = None
    try:
        inputs = decode(kept.inputs, type(usual))
    except ValueError:
        return False
    for name, kind, value in each(inputs):
        kind.restore(slot(type(inputs), name), value, kept.starts.get(name, 0))
    return True


def _name(usual: DataclassInstance) -> str:
    return type(usual).__name__


def _write(usual: DataclassInstance | None, encode: Callable[[Any, Any], str]) -> str:
    kept = _Kept(language()) if usual is None else _of_chapter(usual, encode)
    return json.dumps(asdict(kept), separators=(",", ":"))


def _of_chapter(usual: DataclassInstance, encode: Callable[[Any, Any], str]) -> _Kept:
    """Return what is to be kept; as before, where the same tables and options are."""
    inputs = current(usual)
    starts: dict[str, int] = {}
    bases: dict[str, Any] = {}
    for name, kind, value in each(inputs):
        bases[name], starts[name] = kind.snapshot(slot(type(inputs), name), value)
    inputs = replace(inputs, **bases)
    written: _Written | None = st.session_state.get(_WRITTEN)
    if written is None or not written.holds(inputs):
        try:
            text = encode(inputs, type(usual)())
        except ValueError:  # too much to send at every run: the chapter starts anew then
            return _Kept(language())
        written = st.session_state[_WRITTEN] = _Written(inputs, text)
    starts = {name: count for name, count in starts.items() if count}
    return _Kept(language(), _name(usual), written.text, starts)


def _read(sent: str) -> _Kept | None:
    """Return what `_write` wrote, or None; a browser may send anything."""
    try:
        kept = _Kept(**json.loads(sent)) if len(sent) <= _MOST_CHARACTERS else None
    except (TypeError, ValueError, RecursionError):
        return None
    if (
        kept is None
        or not all(isinstance(text, str) for text in (kept.language, kept.chapter, kept.inputs))
        or not isinstance(kept.starts, dict)
        # Not isinstance: True is no count.
        or not all(type(n) is int and 0 <= n <= _MOST_STARTS for n in kept.starts.values())
    ):
        return None
    return kept
