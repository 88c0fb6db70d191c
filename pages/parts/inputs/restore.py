"""Restore after a lost session: a reader's browser keeps what the server has lost.

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
class _Snapshot:
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
        """Say whether these are the same inputs."""
        return is_same(inputs, self.inputs)


@contextmanager
def session_restored(encode: Callable[[Any, Any], str]) -> Iterator[None]:
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
        snapshot = None if sent == nothing else _read(sent)
        st.session_state[_SENT] = snapshot
        if snapshot is not None:
            restore_language(snapshot.language)
    st.session_state.pop(_CHAPTER, None)
    yield
    if not is_first_run:  # there is nothing to keep yet, and Streamlit would not let it be set
        st.session_state[_WIDGET] = _write(st.session_state.get(_CHAPTER), encode)
        place.text_input(_WIDGET, key=_WIDGET)


def resume(defaults: Inputs, decode: Callable[[str, type[Inputs]], Inputs]) -> bool:
    """Put the chapter's inputs as they were in a lost session; say whether there was one.

    Call it at the top of a chapter. `decode` is that of links.
    """
    st.session_state[_CHAPTER] = defaults
    snapshot: _Snapshot | None = st.session_state.get(_SENT)
    if snapshot is None or snapshot.chapter != _name(defaults):
        return False
    st.session_state[_SENT] = None
    try:
        inputs = decode(snapshot.inputs, type(defaults))
    except ValueError:
        return False
    for name, kind, value in each(inputs):
        kind.restore(slot(type(inputs), name), value, snapshot.starts.get(name, 0))
    return True


def _name(defaults: DataclassInstance) -> str:
    return type(defaults).__name__


def _write(defaults: DataclassInstance | None, encode: Callable[[Any, Any], str]) -> str:
    snapshot = _Snapshot(language()) if defaults is None else _of_chapter(defaults, encode)
    return json.dumps(asdict(snapshot), separators=(",", ":"))


def _of_chapter(defaults: DataclassInstance, encode: Callable[[Any, Any], str]) -> _Snapshot:
    """Return the snapshot to keep; as before, where the same tables and options are."""
    inputs = current(defaults)
    starts: dict[str, int] = {}
    bases: dict[str, Any] = {}
    for name, kind, value in each(inputs):
        bases[name], starts[name] = kind.snapshot(slot(type(inputs), name), value)
    inputs = replace(inputs, **bases)
    written: _Written | None = st.session_state.get(_WRITTEN)
    if written is None or not written.holds(inputs):
        try:
            text = encode(inputs, type(defaults)())
        except ValueError:  # too much to send at every run: the chapter starts anew then
            return _Snapshot(language())
        written = st.session_state[_WRITTEN] = _Written(inputs, text)
    starts = {name: count for name, count in starts.items() if count}
    return _Snapshot(language(), _name(defaults), written.text, starts)


def _read(sent: str) -> _Snapshot | None:
    """Return what `_write` wrote, or None; a browser may send anything."""
    try:
        snapshot = _Snapshot(**json.loads(sent)) if len(sent) <= _MOST_CHARACTERS else None
    except (TypeError, ValueError, RecursionError):
        return None
    if (
        snapshot is None
        or not all(
            isinstance(text, str) for text in (snapshot.language, snapshot.chapter, snapshot.inputs)
        )
        or not isinstance(snapshot.starts, dict)
        # Not isinstance: True is no count.
        or not all(type(n) is int and 0 <= n <= _MOST_STARTS for n in snapshot.starts.values())
    ):
        return None
    return snapshot
