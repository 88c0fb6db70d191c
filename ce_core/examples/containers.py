"""Fruit in containers: the table, what it says is believed, and the fruit really inside each.

The table's rows are fruits and its columns containers, so that each column is a distribution.
One more row says what is really inside; it is a row of the same table so that a container that
is renamed, added or removed takes its truth along.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ce_core import article
from ce_core.checks import InputError
from ce_core.examples.cells import suggest_number, tidy
from ce_core.examples.shares import decimals
from ce_core.examples.tables import NAME_LENGTH, TableError, TableReader
from ce_core.examples.types import Floats, Positions

FRUIT, ROW, CALLED = "fruit", "row", "called"
"""The fruit's name; "inside" in the row that holds the truth, else ""; a name it had before."""
FIXED_COLUMNS = (FRUIT, ROW, CALLED)
INSIDE, LABEL = "inside", "really inside"
LEAST_FRUITS, MOST_FRUITS, MOST_CONTAINERS = 2, 20, 50
SUM_TOLERANCE = 1e-6
"""How far from 1 a column may sum, as in :mod:`ce_core.losses`: 0.33 thrice is not 1."""


def article_containers() -> pd.DataFrame:
    """Return the article's containers as a table of typed cells.

    Examples
    --------
    >>> article_containers()[["fruit", "A", "B", "C"]].values.tolist()[:2]
    [['really inside', 'orange', 'lemon', 'lemon'], ['orange', '0.7', '0.3', '0.1']]
    """
    return container_table(
        article.FRUITS,
        {
            container.name: (container.true_fruit, [f"{p:g}" for p in container.p_fruit])
            for container in article.CONTAINERS
        },
    )


def container_table(
    fruits: Sequence[str],
    containers: dict[str, tuple[str, Sequence[str]]],
    label: str = LABEL,
) -> pd.DataFrame:
    """Return a table of typed cells; each container holds a fruit and is believed so and so.

    Examples
    --------
    >>> container_table(["fig", "kiwi"], {"Box": ("kiwi", ["0.2", "0.8"])})["Box"].tolist()
    ['kiwi', '0.2', '0.8']
    """
    frame = {
        FRUIT: [label, *fruits],
        ROW: [INSIDE, *[""] * len(fruits)],
        CALLED: ["", *fruits],
        **{name: [inside, *cells] for name, (inside, cells) in containers.items()},
    }
    return pd.DataFrame(frame, dtype=str)


def container_columns(table: pd.DataFrame) -> list[str]:
    """Return the columns that are containers: all that are not fixed ones.

    Examples
    --------
    >>> container_columns(article_containers())
    ['A', 'B', 'C']
    """
    return [column for column in table.columns if column not in FIXED_COLUMNS]


def new_container(table: pd.DataFrame) -> list[str]:
    """Return the cells of a container of which nothing is known: each fruit is as likely.

    Examples
    --------
    >>> new_container(article_containers())
    ['orange', '0.334', '0.333', '0.333']
    """
    is_inside = (table[ROW] == INSIDE).to_numpy()
    fruits = [tidy(name) for name in table.loc[~is_inside, FRUIT]]
    cells = iter(decimals([1.0] * len(fruits)))
    first = next(filter(None, fruits), "")
    return [first if inside else next(cells) for inside in is_inside]


@dataclass(frozen=True, eq=False)
class Beliefs:
    """What is believed of each container, and what is really inside.

    Attributes
    ----------
    fruits, containers : tuple of str
        Names; k fruits and n containers.
    p : ndarray, shape (k, n)
        The probability of each fruit in each container, as typed: nothing is rescaled.
    inside : ndarray of int, shape (n,)
        The position of the fruit really inside each container.
    sums : ndarray, shape (n,)
        What each container's probabilities sum to.
    renamed : dict of str to str
        Fruits that the row of what is really inside calls by a name they had before, with the
        name they have now.
    typed : pandas.DataFrame
        The rows that were read: what is inside, then the fruits.
    """

    fruits: tuple[str, ...]
    containers: tuple[str, ...]
    p: Floats
    inside: Positions
    sums: Floats
    renamed: dict[str, str]
    typed: pd.DataFrame

    @classmethod
    def from_table(cls, table: pd.DataFrame) -> Beliefs:
        """Read a table of typed cells.

        Parameters
        ----------
        table : pandas.DataFrame
            Columns ``fruit``, ``row``, ``called`` and one for each container, as
            :func:`container_table` makes them.

        Raises
        ------
        InputError
            Where a cell breaks a rule, a container has no true fruit
            (:class:`~ce_core.examples.tables.TableError`, which offers a mend), or there are too
            few or too many fruits or containers.

        Examples
        --------
        >>> beliefs = Beliefs.from_table(article_containers())
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
            if error.mend is not None:
                error.mend = _joined(truth, error.mend)
            raise
        if len(fruits) < LEAST_FRUITS:
            raise TableError(
                "There must be at least {least} fruits to choose from; there is {count}.",
                rule="fruits_few",
                details={"least": LEAST_FRUITS, "count": len(fruits)},
            )
        inside, renamed = _read_truth(truth, rows, fruits, containers, p)
        return cls(
            fruits=fruits,
            containers=tuple(containers),
            p=p,
            inside=inside,
            # Added up in the order in which ce_core.losses does.
            sums=np.ascontiguousarray(p.T).sum(axis=-1),
            renamed=renamed,
            typed=_joined(truth, rows),
        )

    @property
    def up_to_date(self) -> pd.DataFrame:
        """The table, with each fruit by its name of now in the row of what is inside."""
        table = self.typed.copy()
        table.loc[0, [*self.containers]] = [self.fruits[i] for i in self.inside]
        table.loc[1:, CALLED] = self.fruits
        return table

    @property
    def off(self) -> Positions:
        """Positions of the containers whose probabilities do not sum to 1."""
        return np.flatnonzero(~(np.abs(self.sums - 1.0) <= SUM_TOLERANCE))

    def check_sums(self) -> None:
        """Require each container's probabilities to sum to 1, within 0.000001.

        Raises
        ------
        TableError
            It names the first container that does not, and offers the table with all such
            columns scaled; a column of zeros cannot be.
        """
        if not len(self.off):
            return
        mended = self.up_to_date
        is_fruit = mended[ROW] != INSIDE
        for i in self.off:
            if self.sums[i] > 0:
                mended.loc[is_fruit, self.containers[i]] = decimals(self.p[:, i].tolist())
        first = int(self.off[0])
        zero = self.sums[first] == 0
        details: dict[str, object] = {
            "column": self.containers[first],
            "sum": f"{self.sums[first]:.7g}",
            "tolerance": f"{SUM_TOLERANCE:f}",
        }
        if not zero and len(self.fruits) <= 4:
            details["mended"] = tuple(mended.loc[is_fruit, self.containers[first]])
        raise TableError(
            "The probabilities in a container sum to 1; those in {column} are all 0."
            if zero
            else "The probabilities in a container sum to 1, within {tolerance}; those in {column} "
            "sum to {sum}.",
            rule="column_zero" if zero else "column_sum",
            details=details,
            mend=mended if self.sums[self.off].any() else None,
            more=len(self.off) - 1,
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
            "The mend keeps the first, or takes the likeliest fruits.",
            rule="inside_row",
            details={"count": len(truth)},
            mend=_joined(truth.head(1) if len(truth) else blank, rows),
        )
    now = {name.casefold(): i for i, name in reversed(list(enumerate(fruits)))}
    before = {tidy(name).casefold(): i for i, name in enumerate(rows[CALLED]) if tidy(name)}
    inside, renamed = np.zeros(len(containers), dtype=np.intp), {}
    mended, problems = truth.copy(), []
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
            mended.at[0, container] = fruits[best]
            problems.append((container, said, fruits[best]))
    if problems:
        container, said, suggestion = problems[0]
        raise TableError(
            "Container {column} holds one of the fruits; the first row has "
            + ("“{value}”, which is none of them." if said else "none there."),
            rule="inside_unknown" if said else "inside_empty",
            details={"column": container, "value": said, "mended": suggestion},
            mend=_joined(mended, rows),
            more=len(problems) - 1,
        )
    return inside, renamed
