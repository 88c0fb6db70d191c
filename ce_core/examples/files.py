"""Tables of typed cells as files: written so that a spreadsheet opens them safely, read back.

What is read may come from anywhere: comma, semicolon or tab, UTF-8 with or without a byte order
mark, UTF-16 or GBK. It is text until a chapter reads it, so "0,5" stays "0,5" and is mended there.
"""

from __future__ import annotations

import csv
import io

import pandas as pd

from ce_core.checks import InputError
from ce_core.examples.cells import parse_number, tidy

MOST_BYTES = 1_000_000
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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


def read_csv(content: bytes, *, most_rows: int) -> pd.DataFrame:
    r"""Return the file's table as typed cells.

    Parameters
    ----------
    content : bytes
        The file.
    most_rows : int
        The most rows below the head.

    Raises
    ------
    InputError
        Where the file is too large, no text, has no head, repeats a column, has a line with
        more cells than the head, or too many lines; it names the line.

    Examples
    --------
    >>> read_csv("student;score\nA;0,5\n".encode("utf-16"), most_rows=200).loc[0].to_dict()
    {'student': 'A', 'score': '0,5'}
    """
    if len(content) > MOST_BYTES:
        raise InputError(
            "The file takes at most {most} bytes; it has {count}.",
            rule="file_large",
            most=MOST_BYTES,
            count=len(content),
        )
    text = _decode(content)
    head, *lines = _lines(text)
    for position, column in enumerate(head, 1):
        if not column or column in head[: position - 1]:
            raise InputError(
                "Each column of the file needs a name of its own; in line 1, column {column} has "
                "“{value}”.",
                rule="file_head",
                column=position,
                value=column,
            )
    if len(lines) > most_rows:
        raise InputError(
            "The file takes at most {most} rows; it has {count}.",
            rule="file_long",
            most=most_rows,
            count=len(lines),
        )
    for number, line in enumerate(lines, 2):
        if len(line) > len(head):
            raise InputError(
                "Line {line} of the file has {count} cells where the head has {most}.",
                rule="file_wide",
                line=number,
                count=len(line),
                most=len(head),
            )
    rows = [line + [""] * (len(head) - len(line)) for line in lines]
    return pd.DataFrame(rows, columns=head, dtype="str")


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputError("The file must be text in UTF-8, UTF-16 or GBK.", rule="file_text")


def _lines(text: str) -> list[list[str]]:
    first = text.lstrip().partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    try:
        lines = [
            [_unsafe(tidy(cell)) for cell in line]
            for line in csv.reader(io.StringIO(text), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise InputError("The file is no table: {reason}.", rule="file_csv", reason=error) from None
    lines = [line for line in lines if any(line)]
    if not lines:
        raise InputError("The file is empty.", rule="file_empty")
    return lines


def _safe(cell: str) -> str:
    risky = cell.startswith(_FORMULA_STARTS) and parse_number(cell) is None
    return f"'{cell}" if risky else cell


def _unsafe(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell
