"""The article's ledger: each printed figure beside what its inputs give."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ce_core import article
from ce_core.article import PrintedFigure

VERDICTS: tuple[article.Verdict, ...] = (
    "matches",
    "cut",
    "last digit",
    "not reproducible",
    "not printed",
)


@dataclass(frozen=True)
class LedgerEntry:
    """One figure of the article, its texts, and how far it is off in units of its last digit.

    Attributes
    ----------
    figure : PrintedFigure
        The article's figure.
    printed, exact : tuple of str
        Each value as the article prints it, and what its inputs give; `printed` is empty where
        the article prints none.
    units_off : float
        How many units of its last printed digit the worst value is away; at most one half where
        it was rounded right, NaN where nothing is printed.
    """

    figure: PrintedFigure
    printed: tuple[str, ...]
    exact: tuple[str, ...]
    units_off: float

    @classmethod
    def of(cls, figure: PrintedFigure) -> LedgerEntry:
        """Lay one figure of the article beside what its inputs give.

        Examples
        --------
        >>> entry = LedgerEntry.of(article.figure("softmax.green"))
        >>> entry.printed, entry.exact, round(entry.units_off, 3)
        (('0.259',), ('0.259496460342',), 0.496)
        """
        printed = _values(figure.printed)
        exact = _values(figure.exact)
        texts = tuple(plain(value) for value in printed)
        return cls(
            figure,
            texts,
            tuple(plain(value) for value in exact),
            max(
                (_units_off(*pair) for pair in zip(texts, exact, strict=bool(texts))),
                default=math.nan,
            ),
        )

    @property
    def holds(self) -> bool:
        """Whether the article prints this figure and prints it right."""
        return self.figure.verdict == "matches"


def ledger() -> tuple[LedgerEntry, ...]:
    """Return all figures of the article, in its order.

    Examples
    --------
    >>> len(ledger()) == len(article.FIGURES)
    True
    """
    return tuple(LedgerEntry.of(figure) for figure in article.FIGURES)


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
