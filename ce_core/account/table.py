"""Columns of a CSV file as labels, predictions, weights and slices; read by the standard library.

Nothing is guessed in silence: a cell that is no number is refused with its line, and where the
meaning is plain the message says how to ask for it.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core.account.labels import Label
from ce_core.checks import InputError

SHOWN = 12
"""Columns that a message names before it stops."""

_DECIMAL_COMMA = re.compile(r"\s*[-+]?\d+,\d+\s*")
_PER_CENT = re.compile(r"\s*\d+([.,]\d+)?\s*%\s*")


@dataclass(frozen=True)
class Table:
    """A file's columns as text.

    Attributes
    ----------
    columns : dict of str to list of str
        Each column's cells.
    lines : list of int
        The line of the file on which each row ends, from 1.
    """

    columns: dict[str, list[str]]
    lines: list[int]

    @classmethod
    def read(cls, path: Path, wanted: Sequence[str], delimiter: str | None = None) -> Table:
        """Read the columns that are wanted.

        Parameters
        ----------
        path : Path
            A text file in UTF-8 whose first line names the columns.
        wanted : sequence of str
            The columns to keep.
        delimiter : str, optional
            What stands between cells: by default a tab in files named .tsv, else a comma.

        Raises
        ------
        InputError
            If the file cannot be read, is empty, has two columns of one name or not the wanted
            ones, has a row of another length, or changes while it is read.
        """
        between = delimiter or ("\t" if path.suffix.lower() == ".tsv" else ",")
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                before = os.fstat(file.fileno())
                rows = csv.reader(file, delimiter=between, strict=True)
                table = cls._of(rows, list(wanted), between, path.name)
                after = os.fstat(file.fileno())
        except OSError as problem:
            raise InputError(
                "{path} cannot be read: {why}.",
                rule="file_unreadable",
                path=str(path),
                why=problem.strerror or str(problem),
            ) from None
        except UnicodeDecodeError as problem:
            raise InputError(
                "{path} must be text in UTF-8; its byte {position} is not.",
                rule="file_encoding",
                path=path.name,
                position=problem.start,
            ) from None
        except csv.Error as problem:
            raise InputError(
                "{path} is no table of cells: {why}, line {line}.",
                rule="file_format",
                path=path.name,
                why=str(problem),
                line=rows.line_num,
            ) from None
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise InputError(
                "{path} changed while it was read; read it again once it is complete.",
                rule="file_changed",
                path=path.name,
            )
        return table

    @classmethod
    def _of(cls, rows: Iterator[list[str]], wanted: list[str], between: str, name: str) -> Table:
        header = next(rows, None)
        if not header:
            raise InputError("{path} is empty.", rule="file_empty", path=name)
        places = [_place(column, header, between, name) for column in wanted]
        cells: list[list[str]] = [[] for _ in wanted]
        lines: list[int] = []
        for row in rows:
            if not row:
                continue
            line: int = rows.line_num  # type: ignore[attr-defined]
            if len(row) != len(header):
                raise InputError(
                    "each row of {path} must have {expected} cells, as its first line has; line "
                    "{line} has {count}.",
                    rule="row_length",
                    path=name,
                    expected=len(header),
                    line=line,
                    count=len(row),
                )
            for column, place in zip(cells, places, strict=True):
                column.append(row[place])
            lines.append(line)
        if not lines:
            raise InputError(
                "{path} has a line of names and no rows.", rule="file_without_rows", path=name
            )
        return cls(dict(zip(wanted, cells, strict=True)), lines)

    def numbers(self, column: str) -> Floats:
        """Return a column as numbers; raise for the first cell that is none."""
        cells = self.columns[column]
        try:
            return np.array([_number(cell) for cell in cells])
        except ValueError:
            bad = next(row for row, cell in enumerate(cells) if not _is_number(cell))
        raise InputError(
            "{column} must hold numbers; line {line} has {value}{suggestion}.",
            rule="cell_number",
            column=column,
            line=self.lines[bad],
            value=repr(cells[bad]) if cells[bad].strip() else "nothing",
            suggestion=_suggestion(cells[bad]),
        )

    def labels(self, column: str, classes: Sequence[str] | None) -> NDArray[np.generic]:
        """Return a column as labels: numbers if all are and no class is a word, else text."""
        cells = [cell.strip() for cell in self.columns[column]]
        for row, cell in enumerate(cells):
            if not cell:
                raise InputError(
                    "{column} must hold a label in every row; line {line} has nothing.",
                    rule="cell_label",
                    column=column,
                    line=self.lines[row],
                )
        if classes is None and all(_is_number(cell) for cell in cells):
            return np.array([float(cell) for cell in cells])
        return np.array(cells)

    def values(self, column: str) -> NDArray[np.generic]:
        """Return a column to slice by: numbers, an empty cell nan, if all others are; else text."""
        cells = [cell.strip() for cell in self.columns[column]]
        if all(not cell or _is_number(cell) for cell in cells) and any(cells):
            return np.array([float(cell) if cell else np.nan for cell in cells])
        return np.array(cells)


def classes_of(names: Sequence[str] | None) -> list[Label] | None:
    """Return the names of classes as given on a command line; None if there are none."""
    return None if names is None else list(names)


def _place(column: str, header: list[str], between: str, name: str) -> int:
    count = header.count(column)
    if count == 1:
        return header.index(column)
    if count:
        raise InputError(
            "{path} has {count} columns named {column}; rename all but one.",
            rule="column_twice",
            path=name,
            count=count,
            column=repr(column),
        )
    other = next((mark for mark in ";\t," if mark != between and mark in header[0]), None)
    suggestion = f"; if {other!r} stands between cells, say so by --delimiter" if other else ""
    listed = ", ".join(map(repr, header[:SHOWN])) + (", …" if len(header) > SHOWN else "")
    raise InputError(
        "{path} has no column {column}; it has {columns}{suggestion}.",
        rule="column_missing",
        path=name,
        column=repr(column),
        columns=listed,
        suggestion=suggestion,
    )


def _number(cell: str) -> float:
    if "_" in cell:
        raise ValueError
    return float(cell)


def _is_number(cell: str) -> bool:
    try:
        _number(cell)
    except ValueError:
        return False
    return True


def _suggestion(cell: str) -> str:
    if _PER_CENT.fullmatch(cell):
        return ": write per cent without the sign and say --percent"
    if _DECIMAL_COMMA.fullmatch(cell):
        return ": write a point for the decimal comma"
    return ""
