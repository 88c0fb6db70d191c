"""A chapter's inputs as plain values, for a link or a file, and back.

What comes back is hostile until checked: every value is held against the field that it is for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import Field, fields
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

import pandas as pd

from pages.parts.controls.inputs import Inputs, Live, Open, Pasted
from pages.parts.reading.files import MOST_COLUMNS, MOST_IN_CELL, RESERVED_COLUMNS

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

MOST_ROWS = 210
# Control characters, and halves of a character.
_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_BLANKS = dict.fromkeys(map(ord, "\n\r\t"), " ")


class StateError(ValueError):
    """Plain values are no inputs of the chapter that is to take them.

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


def to_plain(inputs: DataclassInstance) -> dict[str, Any]:
    """Return the inputs by name: each table as its columns of text, all else as it is."""
    return {field.name: _plain(getattr(inputs, field.name)) for field in fields(inputs)}


def from_plain(state: Mapping[str, object], kind: type[Inputs]) -> Inputs:
    """Return the inputs of these values, and the usual ones where there is none.

    Raises
    ------
    StateError
        Where there is anything that is no input of `kind`.
    """
    hints = get_type_hints(kind, include_extras=True)
    known = {field.name: field for field in fields(kind)}
    for name in state:
        if name not in known:
            raise StateError("This chapter has no such input.", name)
    return kind(
        **{name: _checked(value, hints[name], known[name]) for name, value in state.items()}
    )


def _checked(value: object, hint: Any, field: Field[Any]) -> object:
    if hint is pd.DataFrame:
        return _table(value, field)
    if get_origin(hint) is Literal:
        if isinstance(value, str) and value in get_args(hint):
            return value
    elif hint == Live:
        if isinstance(value, int | float) and not isinstance(value, bool) and _is_finite(value):
            return float(value)
    elif hint == Pasted:
        if isinstance(value, str) and _is_readable(value.translate(_BLANKS)):
            return value
    elif hint == Open:
        if isinstance(value, bool):
            return value
    elif type(value) is hint and (hint is not str or _is_cell(value)):
        return value
    raise StateError("This cannot be its value.", field.name)


def _table(value: object, field: Field[Any]) -> pd.DataFrame:
    if not isinstance(value, dict) or not 0 < len(value) <= MOST_COLUMNS:
        raise StateError("This is no table.", field.name)
    columns = list(value.values())
    if not all(isinstance(column, list) and len(column) <= MOST_ROWS for column in columns):
        raise StateError("The table has too many rows.", field.name)
    if len({len(column) for column in columns}) != 1:
        raise StateError("The table's columns differ in length.", field.name)
    if not all(_is_cell(cell) for column in [list(value), *columns] for cell in column):
        raise StateError("The table has a cell that is no short text.", field.name)
    if any(name in value for name in ("", *RESERVED_COLUMNS)):
        raise StateError("The table has a column that none can have.", field.name)
    if not set(field.metadata.get("fixed", ())) <= value.keys():
        raise StateError("The table lacks a column.", field.name)
    return pd.DataFrame(value, dtype="str")


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer beyond the largest float
        return False


def _is_cell(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MOST_IN_CELL and _is_readable(value)


def _is_readable(text: str) -> bool:
    return _UNREADABLE.search(text) is None


def _plain(value: object) -> object:
    if isinstance(value, pd.DataFrame):
        return {str(column): value[column].tolist() for column in value.columns}
    return value
