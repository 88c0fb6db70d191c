"""Reading the table of containers: what is believed, what is inside, and each broken rule."""

import numpy as np
import pandas as pd
import pytest

from ce_core.checks import InputError
from pages.multiclass.containers import (
    CALLED,
    FRUIT,
    INSIDE,
    ROW,
    article_containers,
    container_columns,
    container_table,
    new_container,
)
from pages.multiclass.reading import read, read_containers
from pages.parts.reading.tables import TableError


def with_cells(*cells: tuple[int, str, str]) -> pd.DataFrame:
    """Return the article's table with other cells; row 0 says what is inside."""
    table = article_containers()
    for row, column, text in cells:
        table.loc[row, column] = text
    return table


def refused(table: pd.DataFrame) -> TableError:
    with pytest.raises(TableError) as caught:
        read(table)
    return caught.value


def test_the_articles_table_is_read_as_it_stands():
    containers = read_containers(article_containers())
    assert containers.beliefs.fruits == ("orange", "apple", "lemon")
    assert containers.beliefs.containers == ("A", "B", "C")
    assert containers.beliefs.p.tolist() == [[0.7, 0.3, 0.1], [0.2, 0.4, 0.5], [0.1, 0.3, 0.4]]
    assert [containers.beliefs.fruits[i] for i in containers.beliefs.inside] == [
        "orange",
        "lemon",
        "lemon",
    ]
    assert containers.beliefs.sums == pytest.approx([1, 1, 1])
    assert containers.renamed == {}
    containers.example()


def test_base_and_reduction_are_handed_on():
    example = read(article_containers(), base=2.0, reduction="mean")
    assert (example.base, example.reduction) == (2.0, "mean")
    assert example.loss == pytest.approx(-np.log2(0.084) / 3)


def test_what_is_inside_is_found_in_any_case_and_row():
    table = with_cells((0, "A", " LEMON "))
    assert read_containers(table).beliefs.inside.tolist() == [2, 2, 2]
    last = pd.concat([table.iloc[1:], table.iloc[:1]])
    assert read_containers(last).beliefs.inside.tolist() == [2, 2, 2]


def test_a_renamed_fruit_is_still_the_one_inside():
    containers = read_containers(with_cells((3, FRUIT, "lime")))
    assert containers.beliefs.inside.tolist() == [0, 2, 2]
    assert containers.renamed == {"lemon": "lime"}
    assert containers.up_to_date.loc[0, ["A", "B", "C"]].tolist() == ["orange", "lime", "lime"]
    again = read_containers(containers.up_to_date)
    assert again.renamed == {}
    assert again.beliefs.inside.tolist() == [0, 2, 2]
    assert read_containers(containers.up_to_date.replace({FRUIT: {"lime": "yuzu"}})).renamed == {
        "lime": "yuzu"
    }


def test_a_name_of_now_goes_before_one_of_before():
    containers = read_containers(with_cells((3, FRUIT, "lime"), (2, FRUIT, "lemon")))
    assert containers.beliefs.inside.tolist() == [0, 1, 1]


def test_blank_rows_are_no_fruits():
    blank = pd.DataFrame([{FRUIT: " ", ROW: "", CALLED: "", "A": "", "B": "", "C": ""}])
    table = pd.concat([article_containers(), blank], ignore_index=True)
    assert len(read_containers(table).beliefs.fruits) == 3


@pytest.mark.parametrize(
    ("row", "column", "text", "rule", "sentence", "mended"),
    [
        (1, "A", "1.2", "number_range", "between 0 and 1; fruit orange, A has 1.2", None),
        (1, "A", "-0.5", "number_range", "fruit orange, A has -0.5", None),
        (1, "A", "70", "number_range", "fruit orange, A has 70", "0.7"),
        (1, "A", "70%", "number_percent", "fruit orange, A has “70%”", "0.7"),
        (1, "A", "0,7", "number_comma", "decimal point; fruit orange, A has “0,7”", "0.7"),
        (1, "A", "", "number_empty", "fruit orange, A is empty", None),
        (1, "A", "nan", "number_text", "fruit orange, A has “nan”", None),
        (1, "A", "much", "number_text", "fruit orange, A has “much”", None),
        (2, FRUIT, "orange", "name_twice", "more than one fruit “orange”", "orange 2"),
        (2, FRUIT, "", "name_empty", "fruit 2 has none", "A"),
        (2, FRUIT, "x" * 25, "name_long", "at most 24 characters", None),
        (0, "B", "", "inside_empty", "Container B holds one of the fruits", "apple"),
        (0, "B", "lemn", "inside_unknown", "the first row has “lemn”", "lemon"),
        (0, "B", "brick", "inside_unknown", "the first row has “brick”", "apple"),
    ],
)
def test_a_bad_cell_is_named_and_mended_where_obvious(row, column, text, rule, sentence, mended):
    error = refused(with_cells((row, column, text)))
    assert error.rule == rule
    assert sentence in str(error)
    if mended is None:
        assert error.suggestion is None
    else:
        assert error.details["suggested"] == mended
        assert error.suggestion.loc[row, column] == mended
        assert error.suggestion.columns.tolist() == article_containers().columns.tolist()
        read(error.suggestion)


def test_a_mend_keeps_everything_else():
    table = with_cells((1, "A", "70%"), (0, "C", "apple"))
    expected = with_cells((1, "A", "0.7"), (0, "C", "apple"))
    pd.testing.assert_frame_equal(refused(table).suggestion, expected)


def test_the_given_table_is_never_changed():
    table = with_cells((1, "A", "70%"))
    before = table.copy()
    refused(table)
    pd.testing.assert_frame_equal(table, before)


def test_a_deleted_row_of_truth_is_put_back_with_the_likeliest_fruits():
    error = refused(article_containers().drop(index=0))
    assert error.rule == "inside_row"
    assert read_containers(error.suggestion).beliefs.inside.tolist() == [0, 1, 1]


def test_in_a_file_from_elsewhere_the_first_row_says_what_is_inside():
    table = article_containers().assign(**{ROW: "", CALLED: ""})
    containers = read_containers(table)
    assert containers.beliefs.inside.tolist() == [0, 2, 2]
    assert containers.up_to_date[ROW].tolist() == [INSIDE, "", "", ""]
    assert "“much”" in str(refused(table.replace({"A": {"0.7": "much"}})))


def test_of_two_rows_of_truth_the_mend_keeps_the_first():
    table = article_containers()
    error = refused(pd.concat([table, table.head(1)]))
    pd.testing.assert_frame_equal(error.suggestion, table)


def test_a_deleted_fruit_that_was_inside_is_named():
    error = refused(article_containers().drop(index=3))
    assert error.rule == "inside_unknown"
    assert error.details["column"] == "B"
    assert error.more == 1


def test_fruits_are_two_to_twenty():
    few = with_cells((0, "B", "orange"), (0, "C", "orange")).drop(index=[2, 3])
    assert refused(few).rule == "fruits_few"
    assert "there is 1" in str(refused(few))
    assert refused(article_containers().head(1)).rule == "rows_missing"

    def table(count: int) -> pd.DataFrame:
        cells = ["1"] + ["0"] * (count - 1)
        return container_table([f"F{i}" for i in range(count)], {"A": ("F0", cells)})

    assert len(read_containers(table(20)).beliefs.fruits) == 20
    error = refused(table(21))
    assert "at most 20 fruits; it has 21" in str(error)
    assert len(read_containers(error.suggestion).beliefs.fruits) == 20


def test_containers_are_one_to_fifty_with_short_names():
    def table(names: list[str]) -> pd.DataFrame:
        return container_table(["fig", "kiwi"], dict.fromkeys(names, ("fig", ["0.5", "0.5"])))

    assert len(read_containers(table([str(i) for i in range(50)])).beliefs.containers) == 50
    with pytest.raises(InputError, match="1 to 50 containers; there are 51"):
        read_containers(table([str(i) for i in range(51)]))
    with pytest.raises(InputError, match="there are 0"):
        read_containers(table([]))
    for name in ("", "x" * 25):
        with pytest.raises(InputError, match="1 to 24 characters"):
            read_containers(table([name]))
    twice = table(["A", "B"]).set_axis([FRUIT, ROW, CALLED, "A", "A"], axis=1)
    with pytest.raises(InputError, match="different names"):
        read_containers(twice)


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (("0.33", "0.33", "0.33"), "0.99"),
        (("0.7", "0.3", "0.1"), "1.1"),
        (("0.333333", "0.333333", "0.333333"), "0.999999"),
    ],
)
def test_a_column_that_does_not_sum_to_1_is_named_with_its_sum_and_mended(cells, total):
    error = refused(with_cells(*((row, "B", cell) for row, cell in enumerate(cells, start=1))))
    assert error.rule == "column_sum"
    assert str(error).endswith(f"within 0.000001; those in B sum to {total}.")
    assert error.details["suggested"] == tuple(error.suggestion.loc[1:, "B"])
    mended = read(error.suggestion)
    assert mended.p[:, 0].tolist() == [0.7, 0.2, 0.1]
    assert mended.p[:, 1] == pytest.approx([float(cell) / float(total) for cell in cells], rel=5e-3)


@pytest.mark.parametrize(
    "cells",
    [("0.333", "0.333", "0.334"), ("0.1", "0.2", "0.7"), ("0.3333333", "0.3333333", "0.3333333")],
)
def test_a_column_within_the_tolerance_is_taken_as_it_is(cells):
    table = with_cells(*((row, "B", cell) for row, cell in enumerate(cells, start=1)))
    containers = read_containers(table)
    containers.example()
    assert containers.beliefs.p[:, 1].tolist() == [float(cell) for cell in cells]


def test_all_columns_that_are_off_are_mended_but_zeros_cannot_be():
    zeros = with_cells((1, "A", "0"), (2, "A", "0"), (3, "A", "0"))
    error = refused(zeros)
    assert error.rule == "column_zero"
    assert "those in A are all 0" in str(error)
    assert error.suggestion is None
    zeros.loc[1, "C"] = "0.3"
    error = refused(zeros)
    assert error.more == 1
    mended = read_containers(error.suggestion)
    assert [mended.beliefs.containers[i] for i in mended.beliefs.off] == ["A"]


def test_a_new_container_knows_nothing():
    table = article_containers()
    table["D"] = new_container(table)
    containers = read_containers(table)
    containers.example()
    assert containers.beliefs.inside[3] == 0
    assert np.ptp(containers.beliefs.p[:, 3]) <= 0.001 + 1e-12


def test_container_columns_are_all_that_are_not_fixed():
    assert container_columns(article_containers()) == ["A", "B", "C"]
    assert article_containers().loc[0, ROW] == INSIDE
