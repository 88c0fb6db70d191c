"""Reading a table of typed cells: each broken rule is named with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress

import numpy as np
import pandas as pd

from ce_core.checks import InputError
from ce_core.examples.types import Flags, Floats
from pages.parts.reading.cells import (
    parse_number,
    parse_outcome,
    suggest_number,
    suggest_outcome,
    tidy,
)

NAME_LENGTH = 24


class TableError(InputError):
    """A table as typed breaks a rule.

    Parameters
    ----------
    sentence, rule, details
        As for :class:`~ce_core.checks.InputError`; a broken cell's details hold ``what``,
        ``row``, ``column`` and ``value``, ``kind`` (what a row is) and, where
        there is an obvious suggestion, ``suggested`` (the cell's new text).
    suggestion : pandas.DataFrame, optional
        The table with every obvious suggestion made, for a caller to offer.
    more : int
        How many more cells break a rule.
    """

    def __init__(
        self,
        sentence: str,
        *,
        rule: str,
        details: Mapping[str, object],
        suggestion: pd.DataFrame | None = None,
        more: int = 0,
    ) -> None:
        super().__init__(sentence, rule=rule, **details)
        self.suggestion = suggestion
        self.more = more


class TableReader:
    """Reads columns of typed cells and collects what is wrong before it says so.

    Parameters
    ----------
    table : pandas.DataFrame
        The cells, as text.
    kind : str
        What a row is, such as ``"student"``.
    columns : sequence of str
        The columns that are read, first the one that names the rows; the others only travel
        along into a suggested table.
    most : int
        The most rows that are read.

    Attributes
    ----------
    table : pandas.DataFrame
        The rows that are read: those with a filled cell in these columns.

    Notes
    -----
    Call the ``read_…`` methods, then :meth:`finish`, which raises :class:`TableError` for the
    first broken cell. Until then a broken number reads as NaN.
    """

    def __init__(self, table: pd.DataFrame, kind: str, columns: Sequence[str], *, most: int):
        # Lists, since a cell of a frame takes a hundred times as long to reach.
        cells = [table[column].tolist() for column in columns]
        filled = [any(map(tidy, row)) for row in zip(*cells, strict=True)]
        self.kind = kind
        self.table = table.loc[filled].reset_index(drop=True)
        self._name_column = columns[0]
        self._cells = {
            column: list(compress(column_cells, filled))
            for column, column_cells in zip(columns, cells, strict=True)
        }
        self._suggestions: dict[tuple[int, str], str] = {}
        self._problems: list[TableError] = []
        if len(self.table) == 0:
            raise TableError(
                "The table needs at least one {kind}; it has none.",
                rule="rows_missing",
                details={"kind": kind},
            )
        if len(self.table) > most:
            raise TableError(
                "The table takes at most {most} {kinds}; it has {count}.",
                rule="rows_many",
                suggestion=self.table.head(most),
                details={
                    "kind": kind,
                    "kinds": _plural(kind),
                    "most": most,
                    "count": len(self.table),
                },
            )

    def read_names(self) -> tuple[str, ...]:
        """Return the rows' names: none empty, none twice, none too long."""
        column = self._name_column
        names = tuple(map(tidy, self._cells[column]))
        taken: set[str] = set()
        for row, name in enumerate(names):
            if not name:
                self._report(row, column, "name_empty", _free_name(taken.union(names)))
            elif name in taken:
                self._report(row, column, "name_twice", _numbered(name, taken.union(names)))
            elif len(name) > NAME_LENGTH:
                self._report(row, column, "name_long", None, most=NAME_LENGTH)
            taken.add(self._suggestions.get((row, column), name))
        return names

    def read_outcomes(self, column: str) -> Flags:
        """Return True where the cell says pass, False where it says fail."""
        outcomes = np.zeros(len(self.table), dtype=bool)
        for row, cell in enumerate(self._cells[column]):
            outcome = parse_outcome(cell)
            if outcome is None:
                rule = "outcome_word" if tidy(cell) else "outcome_empty"
                self._report(row, column, rule, suggest_outcome(cell))
            else:
                outcomes[row] = outcome
        return outcomes

    def read_numbers(self, columns: list[str], what: str, *, low: float, high: float) -> Floats:
        """Return the columns' numbers, rows × columns; each must lie from `low` to `high`."""
        numbers = np.full((len(self.table), len(columns)), np.nan)
        for row in range(len(self.table)):
            for position, column in enumerate(columns):
                number = self._read_number(row, column, what, low, high)
                if number is not None:
                    numbers[row, position] = number
        return numbers

    def read_probabilities(self, columns: list[str], what: str) -> Floats:
        """Return the columns' probabilities, rows × columns, each from 0 to 1."""
        return self.read_numbers(columns, what, low=0.0, high=1.0)

    def finish(self) -> None:
        """Raise the first problem, with every obvious suggestion made, if there is any."""
        if not self._problems:
            return
        first = self._problems[0]
        first.more = len(self._problems) - 1
        if self._suggestions:
            first.suggestion = self.table.copy()
            for (row, column), text in self._suggestions.items():
                first.suggestion.at[row, column] = text
        raise first

    def _read_number(
        self, row: int, column: str, what: str, low: float, high: float
    ) -> float | None:
        cell = self._cells[column][row]
        number = parse_number(cell)
        if number is not None and low <= number <= high:
            return number
        bounds = {"what": what, "low": f"{low:g}", "high": f"{high:g}"}
        if number is None:
            suggestion = suggest_number(cell)
            if suggestion is not None and not low <= float(suggestion) <= high:
                suggestion = None
            self._report(row, column, _number_rule(cell), suggestion, **bounds)
        else:
            is_percentage = (low, high) == (0.0, 1.0) and 2 <= number <= 100
            suggestion = f"{number / 100:.12g}" if is_percentage else None
            self._report(row, column, "number_range", suggestion, **bounds)
        return None

    def _report(
        self, row: int, column: str, rule: str, suggestion: str | None, **details: object
    ) -> None:
        if suggestion is not None:
            self._suggestions[row, column] = suggestion
            details["suggested"] = suggestion
        name = tidy(self._cells[self._name_column][row]) or str(row + 1)
        details |= {"kind": self.kind, "row": name, "column": column}
        details["value"] = tidy(self._cells[column][row])
        self._problems.append(TableError(_SENTENCES[rule], rule=rule, details=details))


_SENTENCES = {
    "name_empty": "Each {kind} needs a name; {kind} {row} has none.",
    "name_twice": "Names must differ; there is more than one {kind} “{value}”.",
    "name_long": "A name takes at most {most} characters; “{value}” has more.",
    "outcome_empty": "The outcome is pass or fail; {kind} {row} has none.",
    "outcome_word": "The outcome is pass or fail; {kind} {row} has “{value}”.",
    "number_empty": "{what} is missing; {kind} {row}, {column} is empty.",
    "number_comma": "{what} takes a decimal point; {kind} {row}, {column} has “{value}”.",
    "number_percent": "{what} is a number, not a percentage; {kind} {row}, {column} has “{value}”.",
    "number_text": "{what} must be a number; {kind} {row}, {column} has “{value}”.",
    "number_range": "{what} must lie between {low} and {high}; {kind} {row}, {column} has {value}.",
}


def _plural(noun: str) -> str:
    return noun + ("es" if noun.endswith("s") else "s")


def _number_rule(cell: object) -> str:
    text = tidy(cell)
    if not text:
        return "number_empty"
    if text.endswith("%"):
        return "number_percent"
    if "," in text and suggest_number(text) is not None:
        return "number_comma"
    return "number_text"


def _free_name(taken: set[str]) -> str:
    letters = (chr(ord("A") + i) for i in range(26))
    return next((letter for letter in letters if letter not in taken), _numbered("A", taken))


def _numbered(name: str, taken: set[str]) -> str:
    stem = name[: NAME_LENGTH - 4]
    return next(f"{stem} {i}" for i in range(2, len(taken) + 3) if f"{stem} {i}" not in taken)
