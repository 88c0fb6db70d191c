"""The students' scores: what is typed is read as it stands, or named and mended."""

import pandas as pd
import pytest
from hypothesis import strategies as st

from pages.binary import reading as binary_reading
from pages.parts.reading.students import article_students
from pages.parts.reading.tables import TableError
from pages.sigmoid import reading

NUMBERS = st.floats(-10, 10, allow_nan=False)


def read(table, **options):
    return reading.read(table).example(**options)


def students(*rows):
    return pd.DataFrame(rows, columns=["student", "outcome", "score"], dtype=str)


def changed(row, column, text):
    table = article_students()
    table.loc[row, column] = text
    return table


def test_the_articles_table_is_read_as_it_stands():
    example = read(article_students())
    assert example.students == ("A", "B", "C", "D")
    assert example.passed.tolist() == [False, False, True, True]
    assert example.scores.tolist() == [-1.4, -0.4, 0.8, 2.2]
    assert example.twin == "Model B"


def test_line_base_and_reduction_are_handed_on():
    example = read(article_students(), weight=2.0, bias=-1.0, base=None, reduction="mean")
    assert (example.weight, example.bias, example.base, example.reduction) == (2, -1, None, "mean")


def test_what_a_model_says_need_not_be_readable():
    assert read(changed(0, "Model B", "abc")).twin is None
    assert read(changed(0, "Model A", "")).twin == "Model B"


@pytest.mark.parametrize(
    ("column", "text", "rule", "sentence", "mended"),
    [
        ("score", "", "number_empty", "missing; student A, score is empty.", None),
        ("score", "abc", "number_text", "be a number; student A, score has “abc”.", None),
        ("score", "nan", "number_text", "A score must be a number", None),
        ("score", "inf", "number_text", "A score must be a number", None),
        ("score", "-Infinity", "number_text", "A score must be a number", None),
        ("score", "1,5", "number_comma", "point; student A, score has “1,5”.", "1.5"),
        ("score", "80%", "number_percent", "A score", "0.8"),
        ("score", "10001", "number_range", "lie between -10000 and 10000; student A", None),
        ("score", "-1e400", "number_range", "A score must lie between", None),
        ("outcome", "psas", "outcome_word", "pass or fail; student A has “psas”.", "pass"),
        ("outcome", "", "outcome_empty", "student A has none", None),
        ("student", "", "name_empty", "Each student needs a name", "A"),
        ("student", "B", "name_twice", "Names must differ", "B 2"),
    ],
)
def test_bad_cells(column, text, rule, sentence, mended):
    with pytest.raises(TableError) as error:
        read(changed(0, column, text))
    assert error.value.rule == rule
    assert sentence in str(error.value)
    if mended is None:
        assert error.value.suggestion is None
    else:
        row = 1 if rule == "name_twice" else 0
        assert error.value.suggestion.loc[row, column] == mended


def test_the_bounds_are_valid():
    table = students(("A", "pass", "10000"), ("B", "fail", "-10000"))
    assert read(table).loss == 0


def test_a_mended_table_keeps_what_the_models_say():
    with pytest.raises(TableError) as error:
        read(changed(0, "score", "1,5"))
    mend = error.value.suggestion
    assert list(mend.columns) == list(article_students().columns)
    assert mend["Model B"].tolist() == article_students()["Model B"].tolist()


def test_binary_keeps_the_scores_in_its_mend():
    with pytest.raises(TableError) as error:
        binary_reading.read(changed(0, "Model A", "90%"))
    assert error.value.suggestion["score"].tolist() == article_students()["score"].tolist()


def test_a_row_that_only_holds_what_is_not_read_is_no_row():
    table = article_students()
    table.loc[4] = ["", "", "", *["0.5"] * (table.shape[1] - 3)]
    assert len(read(table).students) == 4


def test_no_rows_and_too_many():
    with pytest.raises(TableError, match="at least one student"):
        read(students())
    many = students(*[(f"S{i}", "pass", "1") for i in range(201)])
    with pytest.raises(TableError, match="at most 200 students; it has 201"):
        read(many)
    assert len(read(many.head(200)).students) == 200
