"""A chapter's inputs as a short text for a link, and back.

The text holds the fields that differ from the article's case, as compressed JSON behind a
version. What comes in by a link is hostile until checked: it is bounded in length before it is
decoded and in size while it is, and every value is held against the field that it is for.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import zlib
from dataclasses import Field, fields
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

import pandas as pd
import streamlit as st

from pages.parts.inputs import Inputs, Live, Pasted, in_words, put, seed
from pages.parts.keep import resume
from pages.parts.words import Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

PARAMETER = "s"
VERSION = "1"
MOST_CHARACTERS, MOST_BYTES = 6000, 100_000
_BLANKS = dict.fromkeys(map(ord, "\n\r\t"), " ")
MOST_ROWS, MOST_COLUMNS, MOST_IN_CELL = 210, 60, 60


class LinkError(ValueError):
    """A link holds no inputs of the chapter that it opens."""


def arrive(usual: DataclassInstance, text: Words) -> None:
    """Set the chapter to what the link that opened it holds, once, and else to the usual inputs.

    Call it at the top of a chapter, before any widget. A link that cannot be read opens the
    usual inputs and says so. A browser that has outlived its session opens what it showed.
    """
    code = st.query_params.get(PARAMETER)
    if resume(usual, decode):
        st.session_state["link-read"] = code
    if code and st.session_state.get("link-read") != code:
        st.session_state["link-read"] = code
        try:
            put(in_words(decode(code, type(usual)), text))
        except LinkError:
            put(usual)
            st.session_state["link-damaged"] = code
    if code and st.session_state.get("link-damaged") == code:
        st.warning(text("take.damaged"), icon=":material/link_off:")
    seed(usual)


def encode(inputs: Inputs, usual: Inputs) -> str:
    """Return where the inputs differ from the usual ones, in letters, digits, - and _.

    Raises
    ------
    LinkError
        Where the inputs are too many for a link.
    """
    state = {
        field.name: _plain(getattr(inputs, field.name))
        for field in fields(inputs)
        if not _same(getattr(inputs, field.name), getattr(usual, field.name))
    }
    if not state:
        return VERSION
    packed = zlib.compress(
        json.dumps(state, separators=(",", ":"), ensure_ascii=False).encode(), level=9
    )
    code = VERSION + base64.urlsafe_b64encode(packed).decode().rstrip("=")
    if len(code) > MOST_CHARACTERS:
        raise LinkError("The inputs are too many for a link.")
    return code


def decode(code: str, kind: type[Inputs]) -> Inputs:
    """Return the inputs that `encode` made the text from.

    Raises
    ------
    LinkError
        Where the text is damaged, too long, or holds anything that is no input of `kind`.
    """
    if len(code) > MOST_CHARACTERS or not code.startswith(VERSION):
        raise LinkError("The link is too long, or of a version that is not known here.")
    state = _unpack(code.removeprefix(VERSION))
    hints = get_type_hints(kind, include_extras=True)
    known = {field.name: field for field in fields(kind)}
    if not state.keys() <= known.keys():
        raise LinkError("The link names an input that this chapter does not have.")
    return kind(
        **{name: _checked(value, hints[name], known[name]) for name, value in state.items()}
    )


def _unpack(packed: str) -> dict[str, Any]:
    if not packed:
        return {}
    try:
        raw = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        unzip = zlib.decompressobj()
        text = unzip.decompress(raw, MOST_BYTES)
        if not unzip.eof:
            raise LinkError("The link is damaged or holds too much.")
        state = json.loads(text.decode())
    except (ValueError, binascii.Error, zlib.error, RecursionError) as error:
        raise LinkError("The link is damaged.") from error
    if not isinstance(state, dict):
        raise LinkError("The link is damaged.")
    return state


def _checked(value: object, hint: Any, field: Field[Any]) -> object:
    if hint is pd.DataFrame:
        return _table(value, fixed=field.metadata.get("fixed", ()))
    if get_origin(hint) is Literal:
        if isinstance(value, str) and value in get_args(hint):
            return value
    elif hint == Live:
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
    elif hint == Pasted:
        if isinstance(value, str) and value.translate(_BLANKS).isprintable():
            return value
    elif type(value) is hint and (hint is not str or _is_cell(value)):
        return value
    raise LinkError(f"The link's value for {field.name} cannot be.")


def _table(value: object, fixed: tuple[str, ...]) -> pd.DataFrame:
    if not isinstance(value, dict) or not 0 < len(value) <= MOST_COLUMNS:
        raise LinkError("The link holds a table that is none.")
    columns = list(value.values())
    if not all(isinstance(column, list) and len(column) <= MOST_ROWS for column in columns):
        raise LinkError("The link holds a table with too many rows.")
    if len({len(column) for column in columns}) != 1:
        raise LinkError("The link holds a table whose columns differ in length.")
    if not all(_is_cell(cell) for column in [list(value), *columns] for cell in column):
        raise LinkError("The link holds a table with a cell that is no short text.")
    if "" in value or not set(fixed) <= value.keys():
        raise LinkError("The link holds a table that lacks a column.")
    return pd.DataFrame(value, dtype="str")


def _is_cell(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MOST_IN_CELL and value.isprintable()


def _plain(value: object) -> object:
    if isinstance(value, pd.DataFrame):
        return {str(column): value[column].tolist() for column in value.columns}
    return value


def _same(one: object, other: object) -> bool:
    if isinstance(one, pd.DataFrame) and isinstance(other, pd.DataFrame):
        return _plain(one) == _plain(other)
    return one == other
