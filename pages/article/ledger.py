"""The article's ledger: each printed number beside what its inputs give."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ce_core import article
from ce_core.article import PrintedNumber

VERDICTS: tuple[article.Verdict, ...] = (
    "matches",
    "cut",
    "last digit",
    "not reproducible",
    "not printed",
)


@dataclass(frozen=True)
class LedgerEntry:
    """One number of the article, its texts, and how far it is off in units of its last digit.

    Attributes
    ----------
    number : PrintedNumber
        The article's number.
    printed, exact : tuple of str
        Each value as the article prints it, and what its inputs give; `printed` is empty where
        the article prints none.
    units_off : float
        How many units of its last printed digit the worst value is away; at most one half where
        it was rounded right, NaN where nothing is printed.
    """

    number: PrintedNumber
    printed: tuple[str, ...]
    exact: tuple[str, ...]
    units_off: float

    @classmethod
    def of(cls, number: PrintedNumber) -> LedgerEntry:
        """Lay one number of the article beside what its inputs give.

        Examples
        --------
        >>> entry = LedgerEntry.of(article.printed_number("softmax.green"))
        >>> entry.printed, entry.exact, round(entry.units_off, 3)
        (('0.259',), ('0.259496460342',), 0.496)
        """
        printed = _values(number.printed)
        exact = _values(number.exact)
        texts = tuple(plain(value) for value in printed)
        return cls(
            number,
            texts,
            tuple(plain(value) for value in exact),
            max(
                (_units_off(*pair) for pair in zip(texts, exact, strict=bool(texts))),
                default=math.nan,
            ),
        )

    @property
    def holds(self) -> bool:
        """Whether the article prints this number and prints it right."""
        return self.number.verdict == "matches"


def ledger() -> tuple[LedgerEntry, ...]:
    """Return all printed numbers of the article, in its order.

    Examples
    --------
    >>> len(ledger()) == len(article.PRINTED)
    True
    """
    return tuple(LedgerEntry.of(number) for number in article.PRINTED)


def plain(value: float) -> str:
    """Return a figure with the digits that it was given with.

    Examples
    --------
    >>> plain(1.0966), plain(-1.0), plain(0.457959824144)
    ('1.0966', '−1', '0.457959824144')
    """
    return f"{value:.12g}".replace("-", "−")


def _values(values: article.Values | None) -> tuple[float, ...]:
    if values is None:
        return ()
    return values if isinstance(values, tuple) else (values,)


def _units_off(printed: str, exact: float) -> float:
    decimals = len(printed.partition(".")[2])
    value = float(printed.replace("−", "-"))
    return float(abs(value - exact) * 10**decimals)


@dataclass(frozen=True)
class CutSum:
    """A sum whose terms are cut, instead of rounded, after some decimals.

    Attributes
    ----------
    terms, decimals : int
        How many terms there are, and the decimals that are left of each.
    last_digit : float
        What one of the last digit is worth; cutting a term takes away less than that.
    cut_off : float
        What the sum falls short by stays below this.
    half_digit : float
        What rounding a term adds or takes away at most.
    rounded_off : float
        By how much the sum would be off at most, either way, with terms that are rounded.

    Examples
    --------
    >>> CutSum(terms=4, decimals=2).cut_off, CutSum(terms=4, decimals=2).rounded_off
    (0.04, 0.02)
    """

    terms: int
    decimals: int

    @property
    def last_digit(self) -> float:
        """What one of the last digit is worth."""
        return 1 / 10.0**self.decimals

    @property
    def half_digit(self) -> float:
        """What rounding one term adds or takes away at most."""
        return self.last_digit / 2

    @property
    def cut_off(self) -> float:
        """The bound of what cutting takes away."""
        return self.terms / 10.0**self.decimals

    @property
    def rounded_off(self) -> float:
        """The bound of what rounding adds or takes away."""
        return self.cut_off / 2
