"""The table of containers: its columns, the article's, and what a new container holds.

The table's rows are fruits and its columns containers, so that each column is a distribution.
One more row says what is really inside; it is a row of the same table so that a container that
is renamed, added or removed takes its truth along.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ce_core import article
from pages.parts.reading.cells import tidy
from pages.parts.reading.shares import decimals

FRUIT, ROW, CALLED = "fruit", "row", "called"
"""The fruit's name; "inside" in the row that holds the truth, else ""; a name it had before."""
FIXED_COLUMNS = (FRUIT, ROW, CALLED)
INSIDE, LABEL = "inside", "really inside"


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
    fruits: Sequence[str], containers: dict[str, tuple[str, Sequence[str]]], label: str = LABEL
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
