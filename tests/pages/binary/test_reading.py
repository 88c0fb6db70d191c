"""The students' table: what is typed is read as it stands, or named and mended."""

import pandas as pd
import pytest

from ce_core.checks import InputError
from pages.binary.reading import read
from pages.parts.reading.students import article_students, model_columns
from pages.parts.reading.tables import TableError


def with_cell(row: int, column: str, text: str) -> pd.DataFrame:
    table = article_students()
    table.loc[row, column] = text
    return table


def test_the_articles_table_is_read_as_it_stands():
    example = read(article_students())
    assert example.students == ("A", "B", "C", "D")
    assert example.models == ("Model A", "Model B")
    assert example.passed.tolist() == [False, False, True, True]
    assert example.p_pass.T.tolist() == [[0.9, 0.3, 0.6, 0.2], [0.2, 0.4, 0.7, 0.9]]
    assert example.loss == pytest.approx([2.07572071394, 0.519418213171], rel=1e-11)


def test_base_and_reduction_are_handed_on():
    example = read(article_students(), base=2.0, reduction="mean")
    assert (example.base, example.reduction) == (2.0, "mean")


def test_one_student_and_one_model_are_enough():
    table = article_students().head(1)[["student", "outcome", "Model A"]]
    assert read(table).loss == pytest.approx([1.0])


def test_two_hundred_students_are_taken_and_one_more_is_not():
    table = pd.DataFrame(
        {"student": [f"S{i}" for i in range(201)], "outcome": "pass", "Model A": "0.5"}
    )
    assert len(read(table.head(200)).students) == 200
    with pytest.raises(TableError, match="at most 200 students; it has 201") as caught:
        read(table)
    assert len(caught.value.suggestion) == 200


def test_blank_rows_are_no_students():
    blank = pd.DataFrame([dict.fromkeys(article_students().columns, " ")])
    table = pd.concat([article_students(), blank], ignore_index=True)
    assert read(table).students == ("A", "B", "C", "D")


@pytest.mark.parametrize(
    ("row", "column", "text", "rule", "sentence", "mended"),
    [
        (2, "Model B", "1.2", "number_range", "between 0 and 1; student C, Model B has 1.2", None),
        (2, "Model B", "-0.5", "number_range", "student C, Model B has -0.5", None),
        (2, "Model B", "90", "number_range", "student C, Model B has 90", "0.9"),
        (0, "Model A", "50%", "number_percent", "student A, Model A has “50%”", "0.5"),
        (0, "Model A", "0,5", "number_comma", "decimal point; student A, Model A has “0,5”", "0.5"),
        (0, "Model A", "1,5", "number_comma", "student A, Model A has “1,5”", None),
        (0, "Model A", "", "number_empty", "student A, Model A is empty", None),
        (0, "Model A", "nan", "number_text", "student A, Model A has “nan”", None),
        (0, "Model A", "half", "number_text", "student A, Model A has “half”", None),
        (1, "outcome", "psas", "outcome_word", "student B has “psas”", "pass"),
        (1, "outcome", "", "outcome_empty", "student B has none", None),
        (1, "student", "A", "name_twice", "more than one student “A”", "A 2"),
        (1, "student", " A", "name_twice", "more than one student “A”", "A 2"),
        (1, "student", "", "name_empty", "student 2 has none", "B"),
        (1, "student", "x" * 25, "name_long", "at most 24 characters", None),
    ],
)
def test_a_bad_cell_is_named_and_mended_where_obvious(row, column, text, rule, sentence, mended):
    with pytest.raises(TableError) as caught:
        read(with_cell(row, column, text))
    assert caught.value.rule == rule
    assert sentence in str(caught.value)
    if mended is None:
        assert caught.value.suggestion is None
    else:
        assert caught.value.suggestion.loc[row, column] == mended
        read(caught.value.suggestion)


def test_every_obvious_mend_is_made_at_once_and_the_rest_counted():
    table = with_cell(0, "Model A", "90%")
    table.loc[1, "Model B"] = "40%"
    table.loc[2, "outcome"] = "passs"
    with pytest.raises(TableError) as caught:
        read(table)
    assert caught.value.more == 2
    assert read(caught.value.suggestion).loss == pytest.approx([2.07572071394, 0.519418213171])


def test_the_given_table_is_never_changed():
    table = with_cell(0, "Model A", "90%")
    before = table.copy()
    with pytest.raises(TableError):
        read(table)
    pd.testing.assert_frame_equal(table, before)


def test_no_rows_are_named():
    with pytest.raises(TableError, match="at least one student"):
        read(article_students().head(0))


def test_no_model_and_seven_models_are_named():
    with pytest.raises(InputError, match="1 to 6 models; there are 0"):
        read(article_students()[["student", "outcome"]])
    seven = article_students().assign(**{f"Model {c}": "0.5" for c in "CDEFG"})
    assert len(model_columns(seven)) == 7
    with pytest.raises(InputError, match="there are 7"):
        read(seven)
