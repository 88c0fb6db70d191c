"""Tables of typed cells as files: written so that a spreadsheet opens them safely, read back.

What is read may come from anywhere: comma, semicolon or tab, UTF-8 with or without a byte order
mark, UTF-16 or GBK; or JSON. It is text until a chapter reads it, so "0,5" stays "0,5" and is
suggested there.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pandas as pd

from ce_core.checks import InputError
from pages.parts.internals.reserved_columns import RESERVED_COLUMNS
from pages.parts.reading.cells import parse_number, tidy

MOST_BYTES = 1_000_000
MOST_COLUMNS, MOST_IN_CELL = 60, 60
# Where a spreadsheet would begin to compute: it may also take a semicolon for the next cell.
# A text that has apostrophes there already gets one more, so that it comes back with its own.
_FORMULA = re.compile(r"(^|;)(?='*[=+@\t\r-])")
_FORMULA_MADE_SAFE = re.compile(r"(^|;)'(?='*[=+@\t\r-])")
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")


def write_csv(table: pd.DataFrame) -> bytes:
    r"""Return the table as CSV in which no cell is taken for a formula.

    A text that a spreadsheet would compute gets an apostrophe in front; numbers stay numbers.
    The byte order mark tells the spreadsheet that this is UTF-8.

    Examples
    --------
    >>> write_csv(pd.DataFrame({"student": ["=1+1"], "score": ["-1.4"]})).decode("utf-8-sig")
    "student,score\r\n'=1+1,-1.4\r\n"
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_safe(str(column)) for column in table.columns)
    writer.writerows([_safe(str(cell)) for cell in row] for row in table.to_numpy())
    return text.getvalue().encode("utf-8-sig")


def read_text(content: bytes) -> str:
    """Return the text of a file, whichever of the usual encodings it is in.

    Raises
    ------
    InputError
        Where the file is too large, or no text.

    Examples
    --------
    >>> read_text("学生".encode("gbk")), read_text("学生,A".encode("utf-16-le"))
    ('学生', '学生,A')
    """
    if len(content) > MOST_BYTES:
        raise InputError(
            "The file takes at most {most} bytes; it has {count}.",
            rule="file_large",
            most=MOST_BYTES,
            count=len(content),
        )
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NOT_IN_TEXT.search(text):
            return text
    raise InputError("The file must be text in UTF-8, UTF-16 or GBK.", rule="file_text")


def _encodings(content: bytes) -> list[str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    if b"\0" in content:  # UTF-16 without its mark: the half of a Latin letter that is 0 says which
        return ["utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"]
    return ["utf-8-sig", "gb18030"]


def read_table(text: str, *, most_rows: int) -> pd.DataFrame:
    r"""Return the table that a text holds, as typed cells.

    Parameters
    ----------
    text : str
        CSV with commas, semicolons or tabs; or JSON, a list of rows or the columns by name.
    most_rows : int
        The most rows below the head.

    Raises
    ------
    InputError
        Where the text is no table, has no head, repeats a column, has a line with more cells
        than the head, a cell that is too long, too many lines or columns; it names the place.

    Examples
    --------
    >>> read_table("student;score\nA;0,5\n", most_rows=200).loc[0].to_dict()
    {'student': 'A', 'score': '0,5'}
    >>> read_table('[{"student": "A", "score": 0.50}]', most_rows=200).loc[0].to_dict()
    {'student': 'A', 'score': '0.50'}
    """
    from_json = text.lstrip().startswith(("[", "{"))
    lines = list(_json_lines(text) if from_json else _csv_lines(text))
    if not lines:
        raise InputError("The file is empty.", rule="file_empty")
    first, head = lines.pop(0)
    _check_head(first, head)
    if len(lines) > most_rows:
        raise InputError(
            "The file takes at most {most} rows; it has {count}.",
            rule="file_long",
            most=most_rows,
            count=len(lines),
        )
    for number, line in lines:
        _check_line(number, line, head)
    rows = [line + [""] * (len(head) - len(line)) for _, line in lines]
    return pd.DataFrame(rows, columns=head, dtype="str")


def _check_head(number: int, head: list[str]) -> None:
    if len(head) > MOST_COLUMNS:
        raise InputError(
            "The file takes at most {most} columns; it has {count}.",
            rule="file_columns",
            most=MOST_COLUMNS,
            count=len(head),
        )
    for position, column in enumerate(head, 1):
        if not column or column in head[: position - 1]:
            raise InputError(
                "Each column of the file needs a name of its own; in line {line}, column "
                "{position} has “{value}”.",
                rule="file_head",
                line=number,
                position=position,
                value=column,
            )
        if column in RESERVED_COLUMNS:
            raise InputError(
                "A column cannot be called “{value}”; line {line}, column {position} of the file "
                "does. Give it another name.",
                rule="file_reserved",
                line=number,
                position=position,
                value=column,
            )
    _check_line(number, head, head)


def _check_line(number: int, line: list[str], head: list[str]) -> None:
    if len(line) > len(head):
        raise InputError(
            "Line {line} of the file has {count} cells where the head has {most}; column "
            "{position} has “{value}”.",
            rule="file_wide",
            line=number,
            count=len(line),
            most=len(head),
            position=len(head) + 1,
            value=_shortened(line[len(head)]),
        )
    for position, cell in enumerate(line, 1):
        if len(cell) > MOST_IN_CELL:
            raise InputError(
                "A cell of the file takes at most {most} characters; line {line}, column "
                "{position} has {count}: “{value}”.",
                rule="file_cell",
                line=number,
                position=position,
                most=MOST_IN_CELL,
                count=len(cell),
                value=_shortened(cell),
            )


def _shortened(cell: str) -> str:
    return cell if len(cell) <= 20 else cell[:19] + "…"


def _csv_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give each line that is not empty, with its number."""
    first = text.lstrip().partition("\n")[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max("\t;,", key=first.count), strict=True
    )
    number = 1
    try:
        for line in reader:
            cells = [_unsafe(tidy(cell)) for cell in line]
            if any(cells):
                yield number, cells
            number = reader.line_num + 1
    except csv.Error:
        raise InputError(
            "Line {line} of the file is no line of a table: it has a quotation mark out of place.",
            rule="file_csv",
            line=number,
        ) from None


def parse_json(text: str, *, as_typed: bool = False) -> object:
    """Return what a JSON text holds; its numbers as they were typed, where asked for.

    Raises
    ------
    InputError
        Where the text is no JSON; it names line and column.
    """
    number = str if as_typed else None
    try:
        return json.loads(text, parse_float=number, parse_int=number, parse_constant=number)
    except json.JSONDecodeError as error:
        raise InputError(
            "The file starts as JSON, but goes on as none at line {line}, column {position}.",
            rule="file_json",
            line=error.lineno,
            position=error.colno,
        ) from None
    except (RecursionError, ValueError):  # brackets in brackets without end, an endless number
        raise _no_json_table() from None


def _json_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the head and each row as a CSV has them, the head being line 1."""
    table = parse_json(text, as_typed=True)
    if isinstance(table, dict):
        columns = {
            name: list(column.values()) if isinstance(column, dict) else column
            for name, column in table.items()
        }
        if not all(isinstance(column, list) for column in columns.values()):
            raise _no_json_table()
        most = max(map(len, columns.values()), default=0)
        rows = [{n: c[i] for n, c in columns.items() if i < len(c)} for i in range(most)]
    else:
        rows = table if isinstance(table, list) else []
    if not all(isinstance(row, dict) for row in rows):
        raise _no_json_table()
    head = list(dict.fromkeys(name for row in rows for name in row))
    if head:
        yield 1, [tidy(name) for name in head]
    for number, row in enumerate(rows, 2):
        yield number, [_json_cell(row.get(name), number, name) for name in head]


def _json_cell(value: object, line: int, column: str) -> str:
    if isinstance(value, list | dict):
        raise InputError(
            "A cell of the file holds text or a number; row {row}, column {column} holds more.",
            rule="file_json_cell",
            row=line - 1,
            column=_shortened(column),
        )
    return tidy(str(value).lower() if isinstance(value, bool) else value)


def _no_json_table() -> InputError:
    return InputError(
        "The file is JSON, but no table: a list of rows, or columns by name.",
        rule="file_json_table",
    )


def _safe(cell: str) -> str:
    return cell if parse_number(cell) is not None else _FORMULA.sub(r"\1'", cell)


def _unsafe(cell: str) -> str:
    return _FORMULA_MADE_SAFE.sub(r"\1", cell)
