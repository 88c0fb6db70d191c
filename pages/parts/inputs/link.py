"""A chapter's inputs as a short text for a link, and back.

The text holds the fields that differ from the article's case, as compressed JSON behind a
version. What comes in by a link is bounded in length before it is decoded and in size while it
is, and then checked as :mod:`pages.parts.inputs.values` says.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages.parts.inputs.kind import StateError
from pages.parts.inputs.restore import resume
from pages.parts.inputs.session import seed, session, set_inputs
from pages.parts.inputs.values import Inputs, from_plain, in_words, to_plain
from pages.parts.wording.words import Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

PARAMETER = "s"
# What links of each version are compressed against: text that is common in chapters' inputs, and
# that must stay as it is, or the version's links open no more. A better one is a new version.
_DICTIONARY = Path(__file__).with_name("link_dictionary.txt")
_DICTIONARIES = {"1": b"", "2": _DICTIONARY.read_text(encoding="utf-8").encode()}
VERSION = max(_DICTIONARIES)
MOST_CHARACTERS, MOST_BYTES = 6000, 100_000


class LinkError(ValueError):
    """A link holds no inputs of the chapter that it opens."""


def open_from_link(defaults: DataclassInstance, text: Words) -> None:
    """Set the chapter to what the link that opened it holds, once, and else to the default inputs.

    Call it at the top of a chapter, before any widget. A link that cannot be read opens the
    default inputs and says so. A browser that has outlived its session opens what it showed.
    """
    code, now = st.query_params.get(PARAMETER), session()
    if resume(defaults, decode):
        now.link = code
    if code and now.link != code:
        now.link = code
        try:
            set_inputs(in_words(decode(code, type(defaults)), text))
        except LinkError:
            set_inputs(defaults)
            now.damaged_link = code
    if code and now.damaged_link == code:
        st.warning(text("take.damaged"), icon=":material/link_off:")
    seed(defaults)


def encode(inputs: Inputs, defaults: Inputs) -> str:
    """Return where the inputs differ from the defaults, in letters, digits, - and _.

    Raises
    ------
    LinkError
        Where the inputs are too many for a link, or hold what none can.
    """
    before = to_plain(defaults)
    state = {name: value for name, value in to_plain(inputs).items() if value != before[name]}
    if not state:
        return VERSION
    code = VERSION + _pack(state, _DICTIONARIES[VERSION])
    decode(code, type(defaults))
    return code


def decode(code: str, kind: type[Inputs]) -> Inputs:
    """Return the inputs that `encode` made the text from.

    Raises
    ------
    LinkError
        Where the text is damaged, too long, or holds anything that is no input of `kind`.
    """
    version, packed = code[:1], code[1:]
    if len(code) > MOST_CHARACTERS or version not in _DICTIONARIES:
        raise LinkError("The link is too long, or of a version that is not known here.")
    try:
        return from_plain(_unpack(packed, _DICTIONARIES[version]), kind)
    except StateError as error:
        raise LinkError("The link holds what is no input of this chapter.") from error


def _pack(state: dict[str, Any], dictionary: bytes) -> str:
    text = json.dumps(state, separators=(",", ":"), ensure_ascii=False)
    zipper = zlib.compressobj(level=9, zdict=dictionary)
    packed = zipper.compress(text.encode()) + zipper.flush()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def _unpack(packed: str, dictionary: bytes) -> dict[str, Any]:
    if not packed:
        return {}
    try:
        raw = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        unzip = zlib.decompressobj(zdict=dictionary)
        text = unzip.decompress(raw, MOST_BYTES)
        if not unzip.eof:
            raise LinkError("The link is damaged or holds too much.")
        state = json.loads(text.decode())
    except (ValueError, binascii.Error, zlib.error, RecursionError) as error:
        raise LinkError("The link is damaged.") from error
    if not isinstance(state, dict):
        raise LinkError("The link is damaged.")
    return state
