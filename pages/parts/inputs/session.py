"""Session: what the server remembers of one reader, under one key of Streamlit's.

Streamlit's own widgets hold their values themselves; here stands what they cannot hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages.parts.inputs.browser_owned import PictureState
from pages.parts.inputs.values import Inputs, each, in_words, kinds

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from pages.parts.inputs.editor import TableStore
    from pages.parts.inputs.live_slider import SliderState
    from pages.parts.wording.words import Words

_KEY = "explorer"


@dataclass
class Session:
    """One reader's session.

    Attributes
    ----------
    tables, sliders : dict
        The tables and live sliders by slot.
    pictures : dict
        The pictures that the browser owns, by name.
    options : dict
        The options of each choice as they were last called, by slot.
    results : dict
        Each chapter's last results.
    page, visits : str and int
        The page that runs, and how often another one was opened.
    link, damaged_link : str
        The link that was read last, and the one that could not be.
    as_given : type, optional
        The inputs, as a chapter declares them, that have just been set as a whole.
    """

    tables: dict[str, TableStore] = field(default_factory=dict)
    sliders: dict[str, SliderState] = field(default_factory=dict)
    pictures: dict[str, PictureState] = field(default_factory=dict)
    options: dict[str, dict[Any, str]] = field(default_factory=dict)
    results: dict[str, Any] = field(default_factory=dict)
    page: str = ""
    visits: int = 0
    link: str | None = None
    damaged_link: str | None = None
    as_given: type[DataclassInstance] | None = None


def session() -> Session:
    """Return the reader's session."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    current: Session = st.session_state[_KEY]
    return current


def picture(name: str) -> PictureState:
    """Return what is remembered of a picture."""
    return session().pictures.setdefault(name, PictureState())


def page_runs(page: str) -> None:
    """Take note of the page that runs, as the browser forgets its widgets when it shows another."""
    now = session()
    if now.page != page:
        now.page, now.visits = page, now.visits + 1


def slot(declaration: type[DataclassInstance], name: str) -> str:
    """Return under which key the session holds an input.

    An input belongs to the chapter in whose folder it is declared, unless it is shared.
    """
    folder = declaration.__module__.split(".")[-2]
    return name if kinds(declaration)[name].shared else f"{folder}-{name}"


def seed(inputs: DataclassInstance) -> None:
    """Give each input that the session does not hold yet the value in these."""
    for name, kind, value in each(inputs):
        kind.seed(slot(type(inputs), name), value)


def current(defaults: Inputs) -> Inputs:
    """Return a chapter's inputs as the session holds them now."""
    values = {
        name: kind.current(slot(type(defaults), name), value)
        for name, kind, value in each(defaults)
    }
    return replace(defaults, **values)


def set_inputs(inputs: DataclassInstance) -> None:
    """Set a chapter to these inputs. Call it from a callback."""
    session().as_given = type(inputs)
    for name, kind, value in each(inputs):
        kind.set(slot(type(inputs), name), value)


def apply_case(inputs: Inputs, text: Words) -> None:
    """Set a chapter to a case in a language, but leave its panels. Call it from a callback."""
    session().as_given = type(inputs)
    for name, kind, value in each(in_words(inputs, text)):
        if not kind.is_panel:
            kind.set(slot(type(inputs), name), value)
