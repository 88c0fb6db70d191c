"""The questions that a scan asks, in SQL: validation first, then sums, scores and the worst rows.

Sums of doubles change with the order in which threads finish. So every term is cut into a whole
number of 2**-30 and a rest in whole numbers of 2**-60, whose sums are integers and exact; what a
row loses below 2**-60 is no digit of any figure. DuckDB has no log1p; Kahan's way to it is within
2.8 units in the last place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ce_core.account.labels import Label
from ce_core.checks import InputError

COARSE, FINE = 2**30, 2**60
WORDS = ("VARCHAR", "ENUM")
"""Types of labels that are compared as text."""

SUMS = {
    "weight": "w",
    "weight_of_finite": "CASE WHEN finite THEN w ELSE 0 END",
    "loss": "CASE WHEN finite THEN w * loss ELSE 0 END",
    "expected": "w * expected",
    "surplus": "CASE WHEN finite THEN w * (loss - expected) ELSE 0 END",
    "variance": "w * w * variance",
    "third_moment": "w * w * w * third_moment",
    "square_weight": "CASE WHEN finite THEN w * w ELSE 0 END",
    "square_loss": "CASE WHEN finite THEN w * w * loss ELSE 0 END",
    "squares": "CASE WHEN finite THEN w * w * loss * loss ELSE 0 END",
    "naming": "CASE WHEN finite THEN w * naming ELSE 0 END",
}
"""What is added up exactly over all rows, or over those of each group."""


def name(column: str) -> str:
    """Return a column's name quoted, whatever is in it."""
    return '"' + column.replace('"', '""') + '"'


def text(value: object) -> str:
    """Return a value as quoted text, whatever is in it."""
    return "'" + str(value).replace("'", "''") + "'"


def exact_sum(term: str) -> str:
    """Return the two integer sums of a term, in 2**-30 and in 2**-60."""
    coarse = f"round(({term}) * {COARSE}.0)"
    rest = f"round((({term}) - {coarse} / {COARSE}.0) * {FINE}.0)"
    return f"sum(CAST({coarse} AS BIGINT)), sum(CAST({rest} AS BIGINT))"


def whole(coarse: int | None, rest: int | None) -> int:
    """Return the two sums as one, in 2**-60; 0 of no rows."""
    return (coarse or 0) * (FINE // COARSE) + (rest or 0)


@dataclass(frozen=True)
class Question:
    """What is asked of which files.

    Attributes
    ----------
    path : str
        The files.
    label : str
        The label's index, in SQL: NULL where it is none of the classes.
    given_label : str
        The label as it stands.
    columns : tuple of str
        The columns of probabilities: one, or one for each class.
    classes : tuple
        What the labels call the classes.
    weight, row_id : str or None
        Columns of weights and of names of rows.
    by : tuple of str
        Columns to group by.
    """

    path: str
    label: str
    given_label: str
    columns: tuple[str, ...]
    classes: tuple[Label, ...]
    weight: str | None
    by: tuple[str, ...]
    row_id: str | None

    @classmethod
    def of(
        cls,
        path: str,
        types: Mapping[str, str],
        label: str,
        columns: Sequence[str],
        classes: Sequence[Label] | None,
        weight: str | None,
        by: Sequence[str],
        row_id: str | None,
    ) -> Question:
        """Check that the files have the columns; raise `InputError` for the first they have not."""
        extra = [column for column in (weight, row_id) if column is not None]
        for column in (label, *columns, *extra, *by):
            if column not in types:
                raise InputError(
                    "{path} has no column {column}; it has {columns}.",
                    rule="column_missing",
                    path=path,
                    column=repr(column),
                    columns=", ".join(map(repr, types)),
                )
        count = max(len(columns), 2)
        names = tuple(range(count)) if classes is None else tuple(classes)
        if len(names) != count or len(set(names)) != count:
            raise InputError(
                "classes must name each of the {count} classes once; it is {value}.",
                rule="class_names",
                count=count,
                value=list(names),
            )
        as_words = classes is not None and types[label].startswith(WORDS)
        index = " ".join(
            f"WHEN {_is(label, one, as_words)} THEN {k}" for k, one in enumerate(names)
        )
        return cls(
            path,
            f"CASE {index} END",
            f"CAST({name(label)} AS VARCHAR)",
            tuple(columns),
            names,
            weight,
            tuple(by),
            row_id,
        )

    @property
    def _given(self) -> str:
        """Return each row's class, probabilities, weight and other columns."""
        p = [f"CAST({name(column)} AS DOUBLE)" for column in self.columns]
        if len(p) == 1:
            p = [f"1 - {p[0]}", p[0]]
        selected = [f"{one} AS p{k}" for k, one in enumerate(p)]
        weight = "1.0" if self.weight is None else name(self.weight)
        identifier = "NULL" if self.row_id is None else name(self.row_id)
        groups = [f"{name(column)} AS g{k}" for k, column in enumerate(self.by)]
        selected += [f"{self.label} AS y", f"{self.given_label} AS given_y", *groups]
        selected += [f"CAST({weight} AS DOUBLE) AS w", f"{identifier} AS id"]
        return f"SELECT {', '.join(selected)} FROM {text(self.path)}"

    @property
    def rows(self) -> str:
        """The table ``paid``: each row's loss, expectation, event and naming, as a WITH clause."""
        classes = range(len(self.classes))
        surprisals = [f"-ln(p{k}) AS s{k}" for k in classes]
        if len(self.columns) == 1:
            surprisals[0] = "CASE WHEN p0 = 1 THEN p1 ELSE ln(p0) * p1 / (p0 - 1) END AS s0"
        label = " ".join(f"WHEN {k} THEN s{k}" for k in classes)
        expected = _added(f"CASE WHEN p{k} > 0 THEN p{k} * s{k} ELSE 0 END" for k in classes)
        moments = {
            order: _added(
                f"CASE WHEN p{k} > 0 THEN p{k} * power(s{k} - expected, {order}) ELSE 0 END"
                for k in classes
            )
            for order in (2, 3)
        }
        return (
            f"WITH given AS ({self._given}), "
            f"surprised AS (SELECT *, {', '.join(surprisals)} FROM given), "
            f"lost AS (SELECT *, CASE y {label} END AS loss, {expected} AS expected "
            f"FROM surprised), "
            f"moved AS (SELECT *, isfinite(loss) AS finite, {moments[2]} AS variance, "
            f"{moments[3]} AS third_moment, {self._event} FROM lost), "
            "paid AS (SELECT *, CASE WHEN happened THEN 0 ELSE loss - if_not END AS naming, "
            "CASE WHEN happened THEN if_so ELSE if_not END AS event_loss, "
            f"{self._score} AS score FROM moved) "
        )

    @property
    def _event(self) -> str:
        classes = range(len(self.classes))
        if len(self.classes) == 2:
            return "y = 1 AS happened, s1 AS if_so, s0 AS if_not"
        least = f"least({', '.join(f's{k}' for k in classes)})"
        top = "CASE " + " ".join(f"WHEN s{k} = {least} THEN {k}" for k in classes) + " END"
        rest = " ".join(
            f"WHEN {k} THEN {_added(f'p{other}' for other in classes if other != k)}"
            for k in classes
        )
        return f"y = {top} AS happened, {least} AS if_so, -ln(CASE {top} {rest} END) AS if_not"

    @property
    def _score(self) -> str:
        return "p1" if len(self.columns) == 1 else "if_not - if_so"

    def validation(self, tolerance: float) -> str:
        """Return the query that counts what breaks a rule, one row."""
        counted = ["count(*)", "count(*) FILTER (given_y IS NULL)"]
        counted += ["count(*) FILTER (y IS NULL)", "any_value(given_y) FILTER (y IS NULL)"]
        given = range(len(self.classes)) if len(self.columns) > 1 else (1,)
        for k in given:
            outside = f"NOT (p{k} >= 0 AND p{k} <= 1) OR isnan(p{k})"
            counted += [f"count(*) FILTER (p{k} IS NULL)", f"count(*) FILTER ({outside})"]
            counted += [f"any_value(p{k}) FILTER ({outside})"]
        away = f"abs({_added(f'p{k}' for k in range(len(self.classes)))} - 1)"
        counted += [f"count(*) FILTER ({away} > {tolerance})", f"max({away})"]
        wrong = "w IS NULL OR NOT (w >= 0 AND isfinite(w))"
        counted += [f"count(*) FILTER ({wrong})", f"any_value(w) FILTER ({wrong})", "max(w)"]
        return f"WITH given AS ({self._given}) SELECT {', '.join(counted)} FROM given"

    def sums(self, group: str | None = None) -> str:
        """Return the query of exact sums: over all rows, or one row for each value of a column."""
        counted = "count(*), count(*) FILTER (NOT finite), count(*) FILTER (NOT finite AND w > 0)"
        added = ", ".join(exact_sum(term) for term in SUMS.values())
        if group is None:
            return f"{self.rows} SELECT NULL, {counted}, {added} FROM paid"
        column = f"g{self.by.index(group)}"
        return (
            f"{self.rows} SELECT {column}, {counted}, {added} FROM paid "
            f"GROUP BY {column} ORDER BY {column}"
        )

    def cells(self) -> str:
        """Return the query of one row for each score: what pooling starts from, in order."""
        finite = "CASE WHEN isfinite(event_loss) THEN w * event_loss ELSE 0 END"
        sums = [_as_double(term) for term in ("w", "CASE WHEN happened THEN w ELSE 0 END", finite)]
        infinite = "count(*) FILTER (NOT isfinite(event_loss))"
        return (
            f"{self.rows} SELECT score, count(*) AS count, {sums[0]} AS weight, "
            f"{sums[1]} AS happened, CASE WHEN {infinite} > 0 THEN CAST('inf' AS DOUBLE) "
            f"ELSE {sums[2]} END AS loss FROM paid WHERE w > 0 GROUP BY score ORDER BY score"
        )

    def worst(self, rows: int) -> str:
        """Return the query of what each of the worst rows paid, most first."""
        return (
            f"{self.rows} SELECT w * loss AS l FROM paid WHERE w > 0 ORDER BY l DESC LIMIT {rows}"
        )

    def largest_losses(self, rows: int) -> str:
        """Return the query of the rows that paid most: name, class, probability and loss."""
        p = "CASE y " + " ".join(f"WHEN {k} THEN p{k}" for k in range(len(self.classes))) + " END"
        order = "w * loss DESC, id, y, score"
        return (
            f"{self.rows} SELECT id, y, {p}, loss FROM paid WHERE w > 0 AND loss > 0 "
            f"ORDER BY {order} LIMIT {rows}"
        )


def _is(label: str, value: Label, as_words: bool) -> str:
    if as_words or isinstance(value, str):
        return f"CAST({name(label)} AS VARCHAR) = {text(value)}"
    return f"TRY_CAST({name(label)} AS DOUBLE) = {float(value)!r}"


def _added(terms: Iterator[str]) -> str:
    return "(" + " + ".join(terms) + ")"


def _as_double(term: str) -> str:
    coarse, rest = exact_sum(term).split(", sum(")
    return f"({coarse} / {COARSE}.0::DOUBLE + sum({rest} / {FINE}.0::DOUBLE)"
