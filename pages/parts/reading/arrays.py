"""Reading arrays as they are pasted: from a print-out, from code, from a spreadsheet.

Nothing is evaluated. The text is cut into numbers, brackets and separators; what surrounds an
array in a print-out (``tensor(…, device='cuda:0')``, ``np.float64(…)``, ``y = …``) is passed
over; anything else is named with its line and position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from ce_core.checks import InputError
from ce_core.examples.types import Floats

# A number in a print-out has up to some 25 characters, np.float64(…) around it another 12.
MOST_NUMBERS, MOST_CHARACTERS = 10_000, 400_000

_PLAIN = str.maketrans("−，；（）［］【】\u3000\u00a0", "-,;()[][]  ")
# The name of a variable before its value, and what print-outs add to an array.
_ASSIGNED = re.compile(r"\A\s*[A-Za-z_]\w*\s*[=:](?!=)")
_DECORATION = re.compile(
    r"\b(?:dtype|device|shape|size|requires_grad|grad_fn|layout|name|weak_type)\s*=\s*"
    r"(?:<[^<>]*>|'[^'\n]*'|\"[^\"\n]*\"|\([^()]*\)|[\w.:]+)"
    r"|<tf\.(?:Tensor|Variable)\b:?|\bnumpy\s*=|\bParameter containing:|>\s*\Z"
)
_TOKEN = re.compile(
    r"(?P<blank>[^\S\n]++)|(?P<line>\n)|(?P<comma>,)|(?P<row>;)"
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<ellipsis>\.\.\.|…)"
    r"|(?P<number>[+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][+-]?\d++)?+(?![\w.%+-]))"
    r"|(?P<word>[^\s,;\[\]()]++)",
    re.ASCII,
)
_WORDS = {"nan": np.nan, "inf": np.inf, "infinity": np.inf, "true": 1.0, "false": 0.0}
_CALLS = re.compile(
    r"(?:\w+\.)*(?:[Tt]ensor|[A-Z][a-z]+Tensor|[Aa]rray|asarray|constant|convert_to_tensor"
    r"|Variable|b?float\d*|u?int\d+|bool_?)",
    re.ASCII,
)
_NEXT = re.compile(r"\s*+(\S)")
_MOST_OPEN = 8
# Every entry such as 0,25: a decimal comma, not two numbers.
_DECIMAL_COMMA = re.compile(r"\s*+[+-]?\d,\d++(?:[\s;]++[+-]?\d,\d++)*+\s*+", re.ASCII)


class _Row:
    """Where a semicolon or the end of a line may begin a new row."""


@dataclass
class _List:
    """What stands between two brackets."""

    items: list[_Item] = field(default_factory=list)


_Item: TypeAlias = "float | _Row | _List"


def parse_array(text: str, what: str) -> Floats:
    r"""Return the numbers of a pasted array, of shape (n,) or (n, k).

    Parameters
    ----------
    text : str
        Numbers with commas, semicolons, blanks, tabs or new lines between them; brackets; what
        Python, NumPy, PyTorch, JAX and TensorFlow print around an array.
    what : str
        What a message calls the array, such as ``"p"``.

    Returns
    -------
    ndarray of float64
        Shape (n, k) where there are rows: nested brackets, or lines of several numbers each. A
        single column is read as (n,). ``nan`` and ``inf`` are numbers here; whether they make
        sense is for others to say.

    Raises
    ------
    InputError
        For an empty or too long text, more than 10,000 numbers, a word, a bracket without its
        partner, rows of unequal length, a gap, an array that was shortened for print.

    Examples
    --------
    >>> parse_array("tensor([0.5, 1.], dtype=torch.float64, device='cuda:0')", "p")
    array([0.5, 1. ])
    >>> parse_array("0.1\t0.9\n0.8\t0.2", "p")
    array([[0.1, 0.9],
           [0.8, 0.2]])
    >>> parse_array("0.5, abc", "p")
    Traceback (most recent call last):
        ...
    ce_core.checks.InputError: p must hold numbers; line 1, position 6 has “abc”.
    """
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            "{what} takes at most {most} characters; this text has {count}.",
            rule="array_characters",
            what=what,
            most=f"{MOST_CHARACTERS:,}",
            count=f"{len(text):,}",
        )
    plain = text.translate(_PLAIN)
    _refuse_decimal_commas(plain, what)
    for pattern in (_ASSIGNED, _DECORATION):
        plain = pattern.sub(_blank, plain)
    array = _as_array(_Reader(plain, what).read(), what)
    if array.size == 0:
        raise InputError("{what} is empty: it needs a number.", rule="array_empty", what=what)
    return array


def array_text(array: np.typing.NDArray[np.generic]) -> str:
    """Return an array as one would type it, a line for each row.

    Examples
    --------
    >>> print(array_text(np.array([[0.5, 1.0], [0.25, 0.75]])))
    [[0.5, 1],
     [0.25, 0.75]]
    """
    if array.ndim == 1:
        return "[" + ", ".join(f"{number:g}" for number in array) + "]"
    return "[" + ",\n ".join(array_text(row) for row in array) + "]"


def _blank(match: re.Match[str]) -> str:
    """Return blanks in the place of what is passed over, so that positions stay."""
    return re.sub(r"[^\n]", " ", match[0])


def _refuse_decimal_commas(text: str, what: str) -> None:
    if not _DECIMAL_COMMA.fullmatch(text):
        return
    entries = re.split(r"[\s;]+", text.strip())
    if any(entry.partition(",")[2].strip("01") for entry in entries):
        raise InputError(
            "{what} takes decimal points; line 1 has “{value}”.",
            rule="array_comma",
            what=what,
            value=entries[0],
        )


@dataclass
class _Reader:
    """Cuts a text into numbers and brackets, and keeps track of which brackets are open."""

    text: str
    what: str
    count: int = 0
    commas: int = 0

    def read(self) -> _List:
        root = _List()
        # What is open: its bracket, its place, and the list that it fills. A call's bracket
        # fills the list around it, so that np.float64(0.5) is a number like any other.
        opened: list[tuple[str, int, _List]] = []
        current, called = root, False
        for kind, token, place in self._tokens():
            if kind == "open":
                self._no_gap(place)
                opened.append((token, place, current))
                if len(opened) > _MOST_OPEN:
                    raise self._wrong("array_deep", place, token)
                if not called:
                    inner = _List()
                    current.items.append(inner)
                    current = inner
            elif kind == "close":
                if not opened or "[(".index(opened[-1][0]) != "])".index(token):
                    raise self._wrong("array_bracket", place, token)
                current = opened.pop()[2]
                self.commas = 0
            elif kind == "row" or (kind == "line" and not opened and not self.commas):
                current.items.append(_Row())
            elif kind == "comma":
                self.commas += 1
            elif kind == "number":
                self._number(float(token), place, current)
            elif kind == "word":
                called = self._word(token, place, current)
                continue
            elif kind == "ellipsis":
                raise self._wrong("array_ellipsis", place, token)
            called = called and kind == "blank"
        if opened:
            raise self._wrong("array_bracket", opened[-1][1], opened[-1][0])
        return root

    def _tokens(self) -> Iterator[tuple[str, str, int]]:
        for match in _TOKEN.finditer(self.text):
            yield str(match.lastgroup), match[0], match.start()

    def _word(self, word: str, place: int, current: _List) -> bool:
        """Read a word; return whether it is a call, whose bracket follows."""
        sign = -1.0 if word.startswith("-") else 1.0
        value = _WORDS.get(word.lstrip("+-").casefold())
        if value is not None:
            self._number(sign * value, place, current)
            return False
        follows = _NEXT.match(self.text, place + len(word))
        if _CALLS.fullmatch(word) and follows and follows[1] in "([":
            return follows[1] == "("
        raise self._wrong("array_word", place, word)

    def _number(self, value: float, place: int, current: _List) -> None:
        self._no_gap(place)
        self.count += 1
        if self.count > MOST_NUMBERS:
            raise InputError(
                "{what} takes at most {most} numbers; this text has more.",
                rule="array_numbers",
                what=self.what,
                most=f"{MOST_NUMBERS:,}",
            )
        current.items.append(value)

    def _no_gap(self, place: int) -> None:
        if self.commas > 1 and self.count:
            raise self._wrong("array_gap", place, "")
        self.commas = 0

    def _wrong(self, rule: str, place: int, value: str) -> InputError:
        return InputError(
            _SENTENCES[rule],
            rule=rule,
            what=self.what,
            line=self.text.count("\n", 0, place) + 1,
            position=place - self.text.rfind("\n", 0, place),
            value=value if len(value) <= 20 else value[:19] + "…",
        )


_SENTENCES = {
    "array_word": "{what} must hold numbers; line {line}, position {position} has “{value}”.",
    "array_bracket": "{what} has a bracket without its partner; line {line}, position {position} "
    "has “{value}”.",
    "array_deep": "{what} has too many brackets inside each other; line {line}, position "
    "{position}.",
    "array_ellipsis": "{what} was shortened when it was printed; line {line}, position {position} "
    "has “{value}”. Paste all of it.",
    "array_gap": "{what} has two commas with nothing between them before line {line}, position "
    "{position}.",
}


def _as_array(root: _List, what: str) -> Floats:
    lists = [item for item in root.items if isinstance(item, _List)]
    if len(lists) == 1 and not any(isinstance(item, float) for item in root.items):
        root = lists[0]
    if any(isinstance(item, _List) for item in root.items):
        return _from_lists(root, what)
    rows: list[list[float]] = [[]]
    for item in root.items:
        if isinstance(item, float):
            rows[-1].append(item)
        else:
            rows.append([])
    rows = [row for row in rows if row]
    return np.array(rows[0]) if len(rows) == 1 else _rectangle(rows, what)


def _from_lists(root: _List, what: str) -> Floats:
    rows: list[list[float]] = []
    for item in root.items:
        if isinstance(item, _Row):
            continue
        inner = [] if isinstance(item, float) else item.items
        if isinstance(item, float) or any(isinstance(entry, _List) for entry in inner):
            raise InputError(
                "{what} must be a list of numbers, or a list of rows of numbers; row {row} is "
                "neither.",
                rule="array_depth",
                what=what,
                row=len(rows) + 1,
            )
        rows.append([entry for entry in inner if isinstance(entry, float)])
    return _rectangle(rows, what)


def _rectangle(rows: list[list[float]], what: str) -> Floats:
    for position, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise InputError(
                "The rows of {what} must be equally long; row 1 has {first}, row {row} has "
                "{count}.",
                rule="array_ragged",
                what=what,
                first=len(rows[0]),
                row=position,
                count=len(row),
            )
    array = np.array(rows, dtype=np.float64)
    return array[:, 0] if array.ndim == 2 and array.shape[1] == 1 else array
