"""What a scan refuses: rows that break a rule, counted by the first query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ce_core.account.queries import Question
from ce_core.checks import ROW_SUM_TOLERANCE, InputError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def refuse_what_breaks_a_rule(database: DuckDBPyConnection, question: Question) -> int:
    """Ask how many rows break which rule, and raise for the first; return how many rows there are.

    As in memory, but a row has no number: the message says how many break the rule, and a value.
    """
    (found,) = database.execute(question.validation(ROW_SUM_TOLERANCE)).fetchall()
    count, missing, unknown, label, *of_columns, off, away, wrong, weight, heaviest = found
    if not count:
        raise InputError("{path} has no rows.", rule="file_without_rows", path=question.path)
    _refuse(missing, "label_missing", "the label must not be missing; it is in {count} rows.")
    _refuse(
        unknown,
        "label_unknown",
        "the label must be one of the classes {classes}; {count} rows have another, such as "
        "{value}.",
        classes=", ".join(map(str, question.classes)),
        value=label,
    )
    for column, (nulls, outside, value) in zip(
        question.columns, batched(of_columns, 3), strict=True
    ):
        _refuse(nulls, "nan", "{what} must not be missing; it is in {count} rows.", what=column)
        _refuse(
            outside,
            "probability_range",
            "{what} must lie between 0 and 1; {count} rows do not, such as {value}.",
            what=column,
            value=value,
        )
    _refuse(
        off,
        "row_sum",
        "probabilities must sum to 1 in every row, within {tolerance:g}; {count} rows do not, "
        "the most by {away:g}.",
        tolerance=ROW_SUM_TOLERANCE,
        away=away,
    )
    _refuse(
        wrong,
        "weight_range",
        "weights must be finite and not negative; {count} rows have another, such as {value}.",
        value=weight,
    )
    _refuse(int(heaviest == 0), "weights_all_zero", "weights must not all be 0.")
    return int(count)


def _refuse(count: int, rule: str, sentence: str, **details: object) -> None:
    if count:
        raise InputError(sentence, rule=rule, count=count, **details)


def batched(values: Sequence[Any], size: int) -> Iterator[tuple[Any, ...]]:
    """Return the values in tuples of a size."""
    return zip(*(iter(values),) * size, strict=True)
