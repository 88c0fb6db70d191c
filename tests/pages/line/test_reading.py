"""The students' tests: what is typed is read as it stands, or named and mended."""

import pandas as pd
import pytest

from ce_core.checks import InputError
from pages.line.reading import read
from pages.parts.reading.students import article_students, class_of_twelve
from pages.parts.reading.tables import TableError


def test_the_articles_table_is_read_as_it_stands():
    example = read(article_students(), left=3.0, right=7.0, sharpness=2.0)
    assert example.students == ("A", "B", "C", "D")
    assert example.passed.tolist() == [False, False, True, True]
    assert example.tests.tolist() == [[1.9, 5.3], [6.4, 2.8], [4.2, 7.4], [8.8, 5.6]]
    assert (example.left, example.right, example.sharpness) == (3.0, 7.0, 2.0)


def test_no_straight_line_parts_the_twelve():
    twelve = read(class_of_twelve(), left=9.0, right=1.5)
    assert "".join(twelve.students) == "ABCDEFGHIJKL"
    assert not twelve.separable


def test_a_line_that_is_none_is_refused():
    with pytest.raises(InputError):
        read(article_students(), left=3.0, right=7.0, sharpness=0.0)


@pytest.mark.parametrize(
    ("column", "cell", "rule"),
    [
        ("test 1", "11", "number_range"),
        ("test 2", "-1", "number_range"),
        ("test 1", "", "number_empty"),
        ("test 1", "1,5", "number_comma"),
        ("test 2", "many", "number_text"),
        ("test 2", "nan", "number_text"),
        ("outcome", "psas", "outcome_word"),
        ("student", "", "name_empty"),
    ],
)
def test_a_bad_cell_is_refused_by_name(column, cell, rule):
    table = article_students()
    table.loc[1, column] = cell
    with pytest.raises(TableError) as caught:
        read(table, left=3.0, right=7.0)
    assert caught.value.rule == rule


def test_no_dots_and_too_many_are_refused():
    with pytest.raises(TableError, match="at least one student"):
        read(article_students().head(0), left=3.0, right=7.0)
    many = pd.concat([article_students()] * 51)
    with pytest.raises(TableError, match="at most 200"):
        read(many, left=3.0, right=7.0)


def test_a_mended_table_keeps_what_other_chapters_show():
    typed = article_students()
    typed.loc[0, "test 1"] = "50%"
    with pytest.raises(TableError) as error:
        read(typed, left=3.0, right=7.0)
    assert error.value.suggestion.loc[0, "test 1"] == "0.5"
    assert error.value.suggestion["Model B"].tolist() == typed["Model B"].tolist()
