"""The account of files past memory: DuckDB scans and adds up, a small table of sums comes back.

DuckDB is an extra, imported where it is asked for. Sums are exact integers, so the figures are the
same on every run and with any number of threads. The files are opened by whoever calls this and
are trusted: DuckDB's readers are not made for hostile ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from ce_core.account import queries
from ce_core.account.balance import Balance, Sums
from ce_core.account.labels import Label
from ce_core.account.parts import Parts, parts_of_cells
from ce_core.account.pooling import Cells
from ce_core.account.queries import Question
from ce_core.account.tail import SHARES, WORST
from ce_core.account.totals import ratio
from ce_core.account.validation import batched, refuse_what_breaks_a_rule
from ce_core.checks import InputError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AT_ONCE = 2**20
"""Distinct scores that are pooled at a time."""

MOST_VALUES = 1000
"""Values of a column by which rows are grouped, at most."""


@dataclass(frozen=True)
class ScannedRow:
    """A row that paid much.

    Attributes
    ----------
    id : object
        What its column of identifiers has; None if none was named.
    label : str, int, float or bool
        Its class.
    probability, loss : float
        What the model gave it, and what that cost.
    """

    id: object
    label: Label
    probability: float
    loss: float


@dataclass(frozen=True)
class Scan:
    """What a scan of files says of a loss; the same figures as `LossAccount` has.

    Attributes
    ----------
    balance : Balance
        Paid beside expected.
    parts : Parts
        The exact parts of the loss.
    share_of_worst : dict of float to float
        Of the loss, for the worst 0.1, 1 and 10 % of the rows; nan where one paid ∞.
    worst : tuple of ScannedRow
        The rows that paid most.
    by : dict of str to dict
        For each column that was asked for, the balance of the rows of each value. By a column
        that tells what happened these are no fair sample of what the model expected.
    """

    balance: Balance
    parts: Parts
    share_of_worst: dict[float, float]
    worst: tuple[ScannedRow, ...]
    by: dict[str, dict[Any, Balance]]

    @property
    def loss(self) -> float:
        """The mean loss."""
        return self.balance.loss


def scan_files(
    path: str,
    label: str,
    probability: str | Sequence[str],
    *,
    classes: Sequence[Label] | None = None,
    weight: str | None = None,
    by: Sequence[str] = (),
    row_id: str | None = None,
    config: Mapping[str, Any] | None = None,
) -> Scan:
    """Return what Parquet or CSV files say of a loss, however large they are.

    Parameters
    ----------
    path : str
        A file or a pattern of files (``data/*.parquet``), as DuckDB reads them.
    label : str
        The column of the classes that happened.
    probability : str or sequence of str
        The column of the second class of two, or one column for each class, in order.
    classes : sequence, optional
        What the labels call the classes; 0 to k - 1 by default.
    weight : str, optional
        The column of what each row counts.
    by : sequence of str
        Columns for whose values balances are wanted.
    row_id : str, optional
        The column that tells the worst rows by name.
    config : mapping, optional
        DuckDB's own, such as ``{"threads": 2, "memory_limit": "1GB"}``.

    Raises
    ------
    InputError
        If the files cannot be read or a column breaks a rule: which, how many rows, and a value.
    ModuleNotFoundError
        If DuckDB is not installed.

    Notes
    -----
    Validation is the first query. A row that paid ∞ is counted apart. A calibration keeps only
    what pooling leaves of it, so memory holds a million scores at a time.
    """
    import duckdb

    columns = [probability] if isinstance(probability, str) else list(probability)
    try:
        with duckdb.connect(config=dict(config or {})) as database:
            database.execute("SET ieee_floating_point_ops = true")
            question = Question.of(
                path, _types(database, path), label, columns, classes, weight, by, row_id
            )
            return _answers(database, question)
    except duckdb.Error as problem:
        raise InputError(
            "{path} cannot be read: {why}",
            rule="file_unreadable",
            path=path,
            why=str(problem).splitlines()[0],
        ) from None


def _types(database: DuckDBPyConnection, path: str) -> dict[str, str]:
    described = database.execute(f"DESCRIBE SELECT * FROM {queries.text(path)}").fetchall()
    return {str(row[0]): str(row[1]) for row in described}


def _answers(database: DuckDBPyConnection, question: Question) -> Scan:
    count = refuse_what_breaks_a_rule(database, question)
    ((_, sums, naming),) = _sums(database, question)
    paid = sums.balance()
    return Scan(
        paid,
        parts_of_cells(_pooled(database, question), naming),
        _shares(database, question, count, sums),
        tuple(
            ScannedRow(row[0], question.classes[row[1]], float(row[2]), float(row[3]))
            for row in database.execute(question.largest_losses(WORST)).fetchall()
        ),
        {column: _by(database, question, column) for column in question.by},
    )


def _sums(
    database: DuckDBPyConnection, question: Question, group: str | None = None
) -> Iterator[tuple[Any, Sums, float]]:
    """Return value, sums and mean naming: of all rows, or of each value of a column."""
    for value, count, infinite, counted, *added in database.execute(
        question.sums(group)
    ).fetchall():
        whole = dict(
            zip(queries.SUMS, (queries.whole(*pair) for pair in batched(added, 2)), strict=True)
        )
        figure = {name: total / queries.FINE for name, total in whole.items()}
        sums = Sums(
            count,
            infinite,
            counted > 0,
            figure["weight"],
            figure["weight_of_finite"],
            figure["loss"],
            figure["expected"],
            figure["surplus"],
            figure["variance"],
            figure["third_moment"],
            _about_the_mean(whole),
        )
        naming = math.inf if counted and len(question.classes) > 2 else figure["naming"]
        yield value, sums, naming / sums.weight if sums.weight else math.nan


def _about_the_mean(whole: Mapping[str, int]) -> float:
    """Return sum w² (loss - m)² from sums of w², w² loss and w² loss², without cancellation."""
    if not whole["weight_of_finite"]:
        return 0.0
    mean = Fraction(whole["loss"], whole["weight_of_finite"])
    spread = whole["squares"] - 2 * mean * whole["square_loss"] + mean**2 * whole["square_weight"]
    return max(float(spread / queries.FINE), 0.0)


def _by(database: DuckDBPyConnection, question: Question, column: str) -> dict[Any, Balance]:
    found = {value: sums.balance() for value, sums, _ in _sums(database, question, column)}
    if len(found) > MOST_VALUES:
        raise InputError(
            "{column} must have at most {most} values to group by; it has {count}.",
            rule="too_many_values",
            column=column,
            most=MOST_VALUES,
            count=len(found),
        )
    return found


def _pooled(database: DuckDBPyConnection, question: Question) -> Cells:
    """Pool the scores a million at a time, and then what is left of them."""
    database.execute(f"CREATE TEMP TABLE cells AS {question.cells()}")
    ((count,),) = database.execute("SELECT count(*) FROM cells").fetchall()
    pooled: Cells | None = None
    for start in range(0, count, AT_ONCE):
        part = database.execute(
            "SELECT score, count, weight, happened, loss FROM cells "
            f"WHERE rowid >= {start} AND rowid < {start + AT_ONCE} ORDER BY rowid"
        ).fetchnumpy()
        score, weight, happened, loss = (
            np.asarray(part[name], dtype=np.float64)
            for name in ("score", "weight", "happened", "loss")
        )
        count_of = np.asarray(part["count"], dtype=np.intp)
        blocks = Cells(score, score, count_of, weight, happened, loss).pooled()
        pooled = blocks if pooled is None else pooled.joined(blocks).pooled()
    assert pooled is not None  # a row that counts has a score
    return pooled


def _shares(
    database: DuckDBPyConnection, question: Question, count: int, sums: Sums
) -> dict[float, float]:
    """Return what part of the loss the worst rows paid; all of these are sorted once."""
    if sums.pays_infinity:
        return dict.fromkeys(SHARES, math.nan)
    rows = {share: math.ceil(share * count) for share in SHARES}
    database.execute(f"CREATE TEMP TABLE worst AS {question.worst(max(rows.values()))}")
    found = {}
    for share, most in rows.items():
        query = f"SELECT {queries.exact_sum('l')} FROM worst WHERE rowid < {most}"
        (pair,) = database.execute(query).fetchall()
        found[share] = ratio(queries.whole(*pair) / queries.FINE, sums.loss)
    return found
