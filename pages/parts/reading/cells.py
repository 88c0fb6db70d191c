"""What one typed cell says: a number, an outcome, or something that has an obvious suggestion.

Cells are text, exactly as they were typed or pasted. A cell is either read as it stands or not
read at all; where its meaning is obvious all the same ("50%", "0,5", "psas"), the suggestion is
offered as a new text, never applied in silence.
"""

from __future__ import annotations

import difflib
import re
import unicodedata

from pages.parts.reading.words import FAIL_WORDS, PASS_WORDS

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)
_FRACTION = re.compile(r"(\d{1,9})\s*/\s*(\d{1,9})", re.ASCII)


def tidy(text: object) -> str:
    """Return the cell's text with outer blanks and the typographic minus made plain.

    Examples
    --------
    >>> tidy(" −0.5 ")
    '-0.5'
    """
    if text is None or text != text:
        return ""
    return " ".join(str(text).replace("\u2212", "-").split())


def parse_number(text: object) -> float | None:
    """Return the number that a cell states, or None where it states none.

    Plain decimals and powers of ten are numbers; "nan", "inf", "1_000", "0,5" and "50%" are not.

    Examples
    --------
    >>> parse_number(".5"), parse_number("1e-3"), parse_number("0,5"), parse_number("nan")
    (0.5, 0.001, None, None)
    """
    tidied = tidy(text)
    return float(tidied) if _NUMBER.fullmatch(tidied) else None


def suggest_number(text: object) -> str | None:
    """Return the obvious number in a cell that is not one as it stands, else None.

    Examples
    --------
    >>> suggest_number("50%"), suggest_number("0,5"), suggest_number("1/4"), suggest_number("abc")
    ('0.5', '0.5', '0.25', None)
    """
    tidied = tidy(unicodedata.normalize("NFKC", tidy(text)))
    percent = tidied.endswith("%")
    tidied = tidied.removesuffix("%").rstrip()
    if _COMMA.fullmatch(tidied):
        tidied = tidied.replace(",", ".")
    if fraction := _FRACTION.fullmatch(tidied):
        numerator, denominator = (int(part) for part in fraction.groups())
        if denominator == 0:
            return None
        return f"{numerator / denominator / (100 if percent else 1):.12g}"
    if not _NUMBER.fullmatch(tidied):
        return None
    return f"{float(tidied) / (100 if percent else 1):.12g}"


def parse_outcome(text: object) -> bool | None:
    """Return True for a pass, False for a fail, None for anything else.

    Examples
    --------
    >>> parse_outcome("Passed"), parse_outcome("fail"), parse_outcome("psas")
    (True, False, None)
    """
    word = tidy(text).casefold()
    if word in PASS_WORDS:
        return True
    return False if word in FAIL_WORDS else None


def suggest_outcome(text: object) -> str | None:
    """Return "pass" or "fail" where a misspelt outcome can only mean one of them.

    Examples
    --------
    >>> suggest_outcome("psas"), suggest_outcome("fial"), suggest_outcome("maybe")
    ('pass', 'fail', None)
    """
    word = unicodedata.normalize("NFKC", tidy(text)).casefold()
    close = difflib.get_close_matches(word, ("pass", "passed", "fail", "failed"), n=1, cutoff=0.7)
    return close[0][:4] if close else None
