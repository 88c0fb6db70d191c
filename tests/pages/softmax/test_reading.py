"""The table of classes: what is typed is read as it stands, or named and mended."""

import pandas as pd
import pytest

from pages.parts.reading.classes import article_classes, read_classes
from pages.parts.reading.tables import TableError
from pages.softmax.reading import read


def classes(*rows):
    return pd.DataFrame(rows, columns=["class", "score"], dtype=str)


def test_the_articles_table_is_read_as_it_stands():
    example = read(article_classes(), temperature=2.0, constant=10.0)
    assert example.classes == ("blue", "green", "red")
    assert example.own_scores.tolist() == [2, 1, -1]
    assert (example.temperature, example.constant) == (2.0, 10.0)


@pytest.mark.parametrize(
    ("column", "text", "rule", "sentence", "mended"),
    [
        ("score", "", "number_empty", "missing; class blue, score is empty.", None),
        ("score", "two", "number_text", "a number; class blue, score has “two”.", None),
        ("score", "NaN", "number_text", "A score must be a number", None),
        ("score", "inf", "number_text", "A score must be a number", None),
        ("score", "1,5", "number_comma", "A score takes a decimal point", "1.5"),
        ("score", "10001", "number_range", "lie between -10000 and 10000", None),
        ("score", "1e999", "number_range", "A score must lie between", None),
        ("class", "", "name_empty", "Each class needs a name", "A"),
        ("class", "green", "name_twice", "more than one class “green”.", "green 2"),
        ("class", "x" * 25, "name_long", "at most 24 characters", None),
    ],
)
def test_bad_cells(column, text, rule, sentence, mended):
    table = article_classes()
    table.loc[0, column] = text
    with pytest.raises(TableError) as error:
        read(table)
    assert error.value.rule == rule
    assert sentence in str(error.value)
    if mended is not None:
        row = 1 if rule == "name_twice" else 0
        assert error.value.suggestion.loc[row, column] == mended
        assert read(error.value.suggestion).classes


def test_two_to_twenty_classes():
    with pytest.raises(TableError, match="at least one class"):
        read_classes(classes())
    with pytest.raises(TableError, match="at least 2 classes to choose from; there is 1"):
        read_classes(classes(("blue", "2")))
    many = classes(*[(f"C{i}", str(i)) for i in range(21)])
    with pytest.raises(TableError, match="at most 20 classes; it has 21") as error:
        read_classes(many)
    names, scores = read_classes(error.value.suggestion)
    assert len(names) == 20
    assert scores[-1] == 19
