"""How a view asks for an input to be shown: which one, under which words.

What the input is, its kind knows; where it stands, the view says by putting one of these there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Control:
    """An input on the page.

    Attributes
    ----------
    name : str
        The input, as the chapter declares it.
    label : str
        What it is called, in Markdown where Streamlit shows it.
    help : str
        More, on demand.
    """

    name: str
    label: str
    help: str = ""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of an editable table: its name in the table, its head, its width in pixels."""

    name: str
    title: str
    width: int
    help: str = ""
    is_number: bool = False
    default: str | None = None
    is_pinned: bool = False


@dataclass(frozen=True, kw_only=True)
class TableControl(Control):
    """An editable table; `new_row` holds what an added row has in the columns not shown."""

    columns: Sequence[Column]
    new_row: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SliderControl(Control):
    """A live slider; `unit` follows its value as it stands, such as ``" bits"``."""

    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class ChoiceControl(Control):
    """A choice of one from these options, each with what a reader sees."""

    options: Mapping[Any, str]
    form: Literal["buttons", "list", "pills"] = "buttons"
    width: int | None = None


@dataclass(frozen=True, kw_only=True)
class TextControl(Control):
    """A text; of several lines where it has a height in pixels."""

    height: int | None = None


@dataclass(frozen=True, kw_only=True)
class ColumnNames(Control):
    """A panel in which a table's own columns are renamed, added and removed.

    Attributes
    ----------
    name : str
        The table.
    kind : str
        Key of the words for one such column.
    columns : sequence of str
        The columns as they are.
    most, least : int
        How many there may be.
    new_cells : callable
        Makes the cells of a new column for a table.
    """

    label: str = ""
    kind: str
    columns: Sequence[str]
    most: int
    least: int
    new_cells: Callable[[pd.DataFrame], Sequence[str] | str]
