"""An editable table: its cells are text, exactly as typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from pages.parts.inputs.kind import Kind, StateError, declared, is_readable
from pages.parts.internals.reserved_columns import RESERVED_COLUMNS
from pages.parts.reading.files import MOST_COLUMNS, MOST_IN_CELL, write_csv

if TYPE_CHECKING:
    from pages.parts.model.controls import Control

MOST_ROWS = 210


def table(
    default: Callable[[], pd.DataFrame], *, fixed: Sequence[str], shared: bool = False
) -> Any:
    """Declare a table.

    Parameters
    ----------
    default : callable
        Makes the table that a new visitor meets, in English.
    fixed : sequence of str
        The columns that it must have; others are the reader's, such as the models.
    shared : bool
        As for every kind.
    """
    return declared(_Table(default, fixed, shared=shared), default)


class _Table(Kind[pd.DataFrame]):
    holds_table = True

    def __init__(
        self, default: Callable[[], pd.DataFrame], fixed: Sequence[str], *, shared: bool
    ) -> None:
        super().__init__(shared=shared)
        self.default, self.fixed = default, fixed

    def to_plain(self, value: pd.DataFrame) -> dict[str, list[str]]:
        return {str(column): value[column].tolist() for column in value.columns}

    def from_plain(self, plain: object) -> pd.DataFrame:
        if not isinstance(plain, dict) or not 0 < len(plain) <= MOST_COLUMNS:
            raise StateError("This is no table.")
        columns = list(plain.values())
        if not all(isinstance(column, list) and len(column) <= MOST_ROWS for column in columns):
            raise StateError("The table has too many rows.")
        if len({len(column) for column in columns}) != 1:
            raise StateError("The table's columns differ in length.")
        if not all(is_cell(cell) for column in [list(plain), *columns] for cell in column):
            raise StateError("The table has a cell that is no short text.")
        if any(name in plain for name in ("", *RESERVED_COLUMNS)):
            raise StateError("The table has a column that none can have.")
        if not set(self.fixed) <= plain.keys():
            raise StateError("The table lacks a column.")
        return pd.DataFrame(plain, dtype="str")

    def translated(self, value: pd.DataFrame, words: Mapping[str, str]) -> pd.DataFrame:
        return translated(value, words)

    def is_same(self, one: pd.DataFrame, other: pd.DataFrame) -> bool:
        return one is other or one.equals(other)

    def sheet(self, value: pd.DataFrame) -> bytes:
        return write_csv(value)

    def filled(self, read: pd.DataFrame) -> pd.DataFrame:
        """Return a table from a file, with the columns that it lacks but must have, empty."""
        missing = [column for column in self.fixed if column not in read.columns]
        return read.reindex(columns=[*missing, *read.columns], fill_value="")

    def current(self, slot: str, default: pd.DataFrame) -> pd.DataFrame:
        from pages.parts.inputs.editor import frame_now

        return frame_now(slot, lambda: default)

    def seed(self, slot: str, value: pd.DataFrame) -> None:
        self.current(slot, value)

    def set(self, slot: str, value: pd.DataFrame) -> None:
        from pages.parts.inputs.editor import put_table

        put_table(slot, value)

    def snapshot(self, slot: str, value: pd.DataFrame) -> tuple[pd.DataFrame, int]:
        from pages.parts.inputs.editor import started_from

        return started_from(slot, value)

    def restore(self, slot: str, value: pd.DataFrame, starts: int) -> None:
        from pages.parts.inputs.editor import restore_table

        restore_table(slot, value, starts)

    def show(self, slot: str, control: Control) -> None:
        from pages.parts.inputs.editor import show_table

        show_table(slot, control, self.default)


def translated(table: pd.DataFrame, words: Mapping[str, str]) -> pd.DataFrame:
    """Return the table with every cell and column name that is in `words` put into the other.

    A name stays where the table has the other already: it would make two columns, or two
    classes, one.
    """
    columns, cells = set(table.columns), set(table.to_numpy().ravel())
    names = [words.get(c, c) if words.get(c) not in columns else c for c in table.columns]
    fresh = {cell: words[cell] for cell in cells if cell in words and words[cell] not in cells}
    return table.map(lambda cell: fresh.get(cell, cell)).set_axis(names, axis="columns")


def is_cell(value: object) -> bool:
    """Say whether this can be the text of a cell."""
    return isinstance(value, str) and len(value) <= MOST_IN_CELL and is_readable(value)
