"""The outcomes' table as typed, read into the example of "What does surprise cost on average?"."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ce_core.checks import ROW_SUM_TOLERANCE
from ce_core.examples.entropy import EntropyExample
from ce_core.examples.types import Floats
from pages.parts.reading.cells import parse_number, tidy
from pages.parts.reading.shares import decimals
from pages.parts.reading.tables import TableError, TableReader
from pages.parts.reading.words import OTHER, OTHER_WORDS

OUTCOME, TRUE, BELIEVED = "outcome", "p", "q"
COLUMNS = (OUTCOME, TRUE, BELIEVED)
LEAST_OUTCOMES, MOST_OUTCOMES = 2, 20


def read(table: pd.DataFrame, *, base: float | None = 2.0) -> EntropyExample:
    """Return the example that a table of typed cells states.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``outcome``, ``p`` and ``q``, a row for each outcome.
    base : float or None
        Base of the logarithm: 2 for bits, None for nats, 10 for hartleys.

    Raises
    ------
    TableError
        Where a cell breaks a rule, there are fewer than 2 or more than 20 outcomes, or a
        distribution does not sum to 1; with a suggestion where there is an obvious one.

    Examples
    --------
    >>> read(fair_coin()).entropy
    1.0
    """
    _check_count(table)
    reader = TableReader(table, "outcome", COLUMNS, most=MOST_OUTCOMES)
    outcomes = reader.read_names()
    both = reader.read_probabilities([TRUE, BELIEVED], "A probability")
    reader.finish()
    p, q = np.ascontiguousarray(both.T)
    _check_sums(reader.table, {TRUE: p, BELIEVED: q})
    return EntropyExample.of(outcomes=outcomes, p=p, q=q, base=base)


def outcome_table(
    outcomes: Sequence[str], p: Sequence[str], q: Sequence[str] | None = None
) -> pd.DataFrame:
    """Return a table of typed cells; without `q` what is believed is what happens.

    Examples
    --------
    >>> outcome_table(["heads", "tails"], ["0.9", "0.1"])["q"].tolist()
    ['0.9', '0.1']
    """
    return pd.DataFrame({OUTCOME: outcomes, TRUE: p, BELIEVED: p if q is None else q}, dtype=str)


def fair_coin() -> pd.DataFrame:
    """Return a fair coin, believed fair.

    Examples
    --------
    >>> fair_coin()["p"].tolist()
    ['0.5', '0.5']
    """
    return outcome_table(["heads", "tails"], ["0.5", "0.5"])


def swapped(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with what happens and what is believed exchanged, as typed.

    Examples
    --------
    >>> swapped(outcome_table(["yes", "no"], ["0.9", "0.1"], ["half", "0.5"]))["p"].tolist()
    ['half', '0.5']
    """
    return table.assign(**{TRUE: table[BELIEVED], BELIEVED: table[TRUE]})


def _check_count(table: pd.DataFrame) -> None:
    """Require two outcomes; the suggestion gives another one what is left over."""
    filled = table[[*COLUMNS]].map(lambda cell: tidy(cell) != "").any(axis=1).astype(bool)
    count = int(filled.sum())
    if count >= LEAST_OUTCOMES:
        return
    rows = table[filled][[*COLUMNS]].reset_index(drop=True)
    suggestion = fair_coin()
    if count:
        other = f"{OTHER} 2" if tidy(rows.at[0, OUTCOME]) in OTHER_WORDS else OTHER
        left = {column: _left_over(rows.at[0, column]) for column in (TRUE, BELIEVED)}
        suggestion = pd.concat([rows, pd.DataFrame([{OUTCOME: other, **left}])], ignore_index=True)
    raise TableError(
        "There must be at least {least} outcomes, so that something is uncertain; there is {count}."
        if count
        else "There must be at least {least} outcomes; there are none.",
        rule="outcomes_few" if count else "outcomes_none",
        details={"least": LEAST_OUTCOMES, "count": count},
        suggestion=suggestion,
    )


def _left_over(cell: object) -> str:
    number = parse_number(cell)
    return f"{1 - number:.12g}" if number is not None and 0 <= number <= 1 else "0"


def _check_sums(rows: pd.DataFrame, distributions: dict[str, Floats]) -> None:
    """Require p and q to sum to 1; the suggestion scales those that do not."""
    sums = {name: float(column.sum()) for name, column in distributions.items()}
    off = [name for name, total in sums.items() if not abs(total - 1) <= ROW_SUM_TOLERANCE]
    if not off:
        return
    suggested = rows.copy()
    for name in off:
        if sums[name] > 0:
            suggested[name] = decimals(distributions[name].tolist())
    suggestion = None if suggested.equals(rows) else suggested
    if zero := next((name for name in off if sums[name] == 0), None):
        raise TableError(
            "Something must happen, but every probability in {column} is 0.",
            rule="distribution_zero",
            details={"column": zero},
            suggestion=suggestion,
        )
    first, *more = off
    details = {"column": first, "sum": _shown(sums[first])}
    if not more:
        raise TableError(
            "The probabilities of a distribution sum to 1; those in {column} sum to {sum}.",
            rule="distribution_sum",
            details=details,
            suggestion=suggestion,
        )
    raise TableError(
        "The probabilities of a distribution sum to 1; those in {column} sum to {sum}, those in "
        "{other} to {other_sum}.",
        rule="distribution_sums",
        details=details | {"other": more[0], "other_sum": _shown(sums[more[0]])},
        suggestion=suggestion,
    )


def _shown(total: float) -> str:
    return f"{total:.7g}"
