"""Classes, scores and the true class: what is typed is read as it stands, or named and mended."""

import math

import pandas as pd
import pytest

from ce_core.checks import InputError
from pages.logits.reading import read
from pages.parts.reading.classes import article_classes, class_names, score_table
from pages.parts.reading.tables import TableError


def problem(table: pd.DataFrame, true_class: str = "green") -> TableError:
    with pytest.raises(TableError) as caught:
        read(table, true_class)
    return caught.value


def test_the_articles_table_is_read_as_it_stands():
    example = read(article_classes(), "green")
    assert example.classes == ("blue", "green", "red")
    assert example.scores.tolist() == [2, 1, -1]
    assert example.true == 1


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("high", "number_text"),
        ("", "number_empty"),
        ("inf", "number_text"),
        ("1e400", "number_range"),
        ("-10001", "number_range"),
    ],
)
def test_a_bad_score_is_named_and_not_mended(cell, rule):
    error = problem(article_classes().assign(score=["2", cell, "-1"]))
    assert (error.rule, error.suggestion) == (rule, None)


@pytest.mark.parametrize(("cell", "score"), [("0,5", 0.5), ("1/4", 0.25), ("50%", 0.5)])
def test_an_obvious_mend_is_offered(cell, score):
    error = problem(article_classes().assign(score=["2", cell, "-1"]))
    assert error.suggestion is not None
    assert read(error.suggestion, "green").scores[1] == score


@pytest.mark.parametrize("names", [["green", "green", "red"], ["", "green", "red"]])
def test_names_differ_and_are_mended(names):
    error = problem(article_classes().assign(**{"class": names}))
    assert error.suggestion is not None
    assert read(error.suggestion, "green").classes[2] == "red"


@pytest.mark.parametrize(("count", "rule"), [(0, "classes_none"), (1, "classes_few")])
def test_at_least_two_classes(count, rule):
    error = problem(article_classes().head(count))
    assert error.rule == rule
    assert error.suggestion is not None
    assert read(error.suggestion, "green").classes == ("blue", "green")


def test_at_most_twenty_classes():
    table = score_table({f"c{i}": "0" for i in range(21)})
    error = problem(table)
    assert error.rule == "classes_many"
    assert error.suggestion is not None
    assert read(error.suggestion, "c0").loss == pytest.approx(math.log(20))


def test_the_true_class_is_one_of_them():
    with pytest.raises(InputError, match="none of them"):
        read(article_classes(), "violet")


def test_class_names_are_tidied_and_unique():
    assert class_names(pd.DataFrame({"class": [" a ", "", "b", "a"], "score": "1"})) == ["a", "b"]
