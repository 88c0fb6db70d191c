"""The containers' table as typed, read into the example of "Fruit in containers"."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from ce_core.checks import InputError
from ce_core.examples.containers import Beliefs
from ce_core.examples.multiclass import FruitExample
from ce_core.examples.types import Floats, Positions
from pages.multiclass.containers import CALLED, FRUIT, INSIDE, LABEL, ROW, container_columns
from pages.parts.reading.cells import suggest_number, tidy
from pages.parts.reading.shares import decimals
from pages.parts.reading.tables import NAME_LENGTH, TableError, TableReader

LEAST_FRUITS, MOST_FRUITS, MOST_CONTAINERS = 2, 20, 50


@dataclass(frozen=True, eq=False)
class ContainerTable:
    """What a table of containers says, whether or not its columns sum to 1.

    Attributes
    ----------
    beliefs : Beliefs
        The probabilities as typed, and the fruit inside each container.
    renamed : dict of str to str
        Fruits that the row of what is really inside calls by a name they had before, with the
        name they have now.
    typed : pandas.DataFrame
        The rows that were read: what is inside, then the fruits.
    """

    beliefs: Beliefs
    renamed: dict[str, str]
    typed: pd.DataFrame

    @property
    def up_to_date(self) -> pd.DataFrame:
        """The table, with each fruit by its name of now in the row of what is inside."""
        table, beliefs = self.typed.copy(), self.beliefs
        table.loc[0, [*beliefs.containers]] = [beliefs.fruits[i] for i in beliefs.inside]
        table.loc[1:, CALLED] = beliefs.fruits
        return table

    def example(
        self, *, base: float | None = 10.0, reduction: Literal["sum", "mean"] = "sum"
    ) -> FruitExample:
        """Return what the beliefs cost.

        Raises
        ------
        TableError
            Where a container's probabilities do not sum to 1, within 0.000001: it names the
            first, and offers the table with all such columns scaled; a column of zeros cannot be.
        """
        try:
            return FruitExample.from_beliefs(self.beliefs, base=base, reduction=reduction)
        except InputError as error:
            if error.rule in ("column_sum", "column_zero"):
                raise self._with_sums_scaled(error) from None
            raise

    def _with_sums_scaled(self, error: InputError) -> TableError:
        beliefs, table = self.beliefs, self.up_to_date
        is_fruit = table[ROW] != INSIDE
        for i in beliefs.off:
            if beliefs.sums[i] > 0:
                table.loc[is_fruit, beliefs.containers[i]] = decimals(beliefs.p[:, i].tolist())
        details = error.details
        if error.rule == "column_sum" and len(beliefs.fruits) <= 4:
            first = beliefs.containers[beliefs.off[0]]
            details = details | {"suggested": tuple(table.loc[is_fruit, first])}
        return TableError(
            error.sentence,
            rule=error.rule,
            details=details,
            suggestion=table if beliefs.sums[beliefs.off].any() else None,
            more=len(beliefs.off) - 1,
        )


def read(
    table: pd.DataFrame, *, base: float | None = 10.0, reduction: Literal["sum", "mean"] = "sum"
) -> FruitExample:
    """Return the example that a table of typed cells states.

    Parameters
    ----------
    table : pandas.DataFrame
        As :func:`~pages.multiclass.containers.container_table` makes them.
    base : float or None
        Base of the logarithm; None is e.
    reduction : {"sum", "mean"}
        How the containers' losses become one.

    Raises
    ------
    InputError
        Where a cell breaks a rule, or a column does not sum to 1
        (:class:`~pages.parts.reading.tables.TableError`, which offers a suggestion).

    Examples
    --------
    >>> from pages.multiclass.containers import article_containers
    >>> example = read(article_containers())
    >>> round(example.product, 6), round(example.loss, 4)
    (0.084, 1.0757)
    """
    return read_containers(table).example(base=base, reduction=reduction)


def read_containers(table: pd.DataFrame) -> ContainerTable:
    """Return what a table of typed cells says; its columns need not sum to 1 yet.

    Raises
    ------
    InputError
        Where a cell breaks a rule, a container has no true fruit
        (:class:`~pages.parts.reading.tables.TableError`, which offers a suggestion), or there are
        too few or too many fruits or containers.

    Examples
    --------
    >>> from pages.multiclass.containers import article_containers
    >>> beliefs = read_containers(article_containers()).beliefs
    >>> beliefs.fruits, beliefs.inside.tolist(), beliefs.sums.round(6).tolist()
    (('orange', 'apple', 'lemon'), [0, 2, 2], [1.0, 1.0, 1.0])
    """
    containers = container_columns(table)
    _check_containers(table, containers)
    is_inside = _is_truth(table, containers)
    truth = table[is_inside].reset_index(drop=True)
    truth[ROW] = INSIDE
    try:
        reader = TableReader(table[~is_inside], "fruit", [FRUIT, *containers], most=MOST_FRUITS)
        rows = reader.table
        fruits = reader.read_names()
        p = reader.read_probabilities(containers, "The probability")
        reader.finish()
    except TableError as error:
        if error.suggestion is not None:
            error.suggestion = _joined(truth, error.suggestion)
        raise
    if len(fruits) < LEAST_FRUITS:
        raise TableError(
            "There must be at least {least} fruits to choose from; there is {count}.",
            rule="fruits_few",
            details={"least": LEAST_FRUITS, "count": len(fruits)},
        )
    inside, renamed = _read_truth(truth, rows, fruits, containers, p)
    return ContainerTable(
        beliefs=Beliefs.of(fruits=fruits, containers=containers, p=p, inside=inside),
        renamed=renamed,
        typed=_joined(truth, rows),
    )


def _is_truth(table: pd.DataFrame, containers: list[str]) -> pd.Series[bool]:
    """Say of each row whether it is the one that says what is inside.

    Where none is marked, as in a file from elsewhere, it is the first row if it holds words.
    """
    marked = table[ROW] == INSIDE
    if len(table) and not marked.any():
        first = [tidy(cell) for cell in table.iloc[0][containers]]
        marked.iloc[0] = all(first) and not any(suggest_number(cell) for cell in first)
    return marked


def _check_containers(table: pd.DataFrame, containers: list[str]) -> None:
    if not 1 <= len(containers) <= MOST_CONTAINERS:
        raise InputError(
            "There must be 1 to {most} containers; there are {count}.",
            rule="containers_count",
            most=MOST_CONTAINERS,
            count=len(containers),
        )
    for name in containers:
        if not tidy(name) or len(name) > NAME_LENGTH or containers.count(name) > 1:
            raise InputError(
                "Containers need different names of 1 to {most} characters; one is “{value}”.",
                rule="container_name",
                most=NAME_LENGTH,
                value=name,
            )


def _joined(truth: pd.DataFrame, fruits: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([truth, fruits], ignore_index=True)


def _read_truth(
    truth: pd.DataFrame,
    rows: pd.DataFrame,
    fruits: tuple[str, ...],
    containers: list[str],
    p: Floats,
) -> tuple[Positions, dict[str, str]]:
    """Return the position of the fruit in each container, and which go by a former name."""
    if len(truth) != 1:
        likeliest = {c: fruits[i] for c, i in zip(containers, p.argmax(axis=0), strict=True)}
        blank = pd.DataFrame([{FRUIT: LABEL, ROW: INSIDE, CALLED: "", **likeliest}])
        raise TableError(
            "One row says which fruit is really inside each container; there are {count}. "
            "The suggestion keeps the first, or takes the likeliest fruits.",
            rule="inside_row",
            details={"count": len(truth)},
            suggestion=_joined(truth.head(1) if len(truth) else blank, rows),
        )
    now = {name.casefold(): i for i, name in reversed(list(enumerate(fruits)))}
    before = {tidy(name).casefold(): i for i, name in enumerate(rows[CALLED]) if tidy(name)}
    inside, renamed = np.zeros(len(containers), dtype=np.intp), {}
    suggested, problems = truth.copy(), []
    for position, container in enumerate(containers):
        said = tidy(truth.at[0, container])
        word = said.casefold()
        if said in fruits:
            inside[position] = fruits.index(said)
        elif word in now:
            inside[position] = now[word]
        elif word in before:
            inside[position] = before[word]
            renamed[said] = fruits[before[word]]
        else:
            close = difflib.get_close_matches(word, now, n=1, cutoff=0.6) if word else []
            best = now[close[0]] if close else int(p[:, position].argmax())
            suggested.at[0, container] = fruits[best]
            problems.append((container, said, fruits[best]))
    if problems:
        container, said, suggestion = problems[0]
        raise TableError(
            "Container {column} holds one of the fruits; the first row has "
            + ("“{value}”, which is none of them." if said else "none there."),
            rule="inside_unknown" if said else "inside_empty",
            details={"column": container, "value": said, "suggested": suggestion},
            suggestion=_joined(suggested, rows),
            more=len(problems) - 1,
        )
    return inside, renamed
