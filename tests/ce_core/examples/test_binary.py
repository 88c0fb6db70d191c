"""Two models, four students: the article's numbers, then what must hold for any class."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.examples.binary import StudentExample
from ce_core.examples.students import article_students, model_columns
from ce_core.examples.tables import TableError


@pytest.fixture
def article() -> StudentExample:
    return StudentExample.from_table(article_students())


def with_cell(row: int, column: str, text: str) -> pd.DataFrame:
    table = article_students()
    table.loc[row, column] = text
    return table


def test_what_happened_had_these_probabilities(article):
    assert article.p_true[:, 0] == pytest.approx([0.1, 0.7, 0.6, 0.2])
    assert article.p_true[:, 1] == pytest.approx([0.8, 0.6, 0.7, 0.9])


def test_the_articles_products_and_losses(article):
    assert article.likelihood == pytest.approx([0.0084, 0.3024])
    assert article.loss == pytest.approx([2.07572071394, 0.519418213171], rel=1e-11)
    assert article.best == (1,)
    assert article.times_likelier(1, 0) == pytest.approx(36)


def test_student_a_costs_model_a_most(article):
    assert article.costliest(0) == 0
    assert article.share(0, 0) == pytest.approx(1 / 2.07572071394)


@pytest.mark.parametrize(("base", "one"), [(10.0, 10.0), (None, math.e), (2.0, 2.0)])
def test_the_base_is_the_unit(base, one):
    example = StudentExample.from_table(article_students(), base=base)
    assert example.loss[0] == pytest.approx(-math.log(0.0084) / math.log(one))


def test_the_mean_is_the_sum_over_n():
    mean = StudentExample.from_table(article_students(), reduction="mean")
    assert mean.loss == pytest.approx([2.07572071394 / 4, 0.519418213171 / 4])
    assert mean.terms.sum(axis=0) == pytest.approx(mean.loss)


def test_certain_and_wrong_costs_infinity():
    example = StudentExample.from_table(with_cell(3, "Model A", "0"))
    assert example.price[3, 0] == math.inf
    assert example.loss[0] == math.inf
    assert example.likelihood[0] == 0
    assert math.isnan(example.share(0, 3))


def test_certain_and_right_costs_nothing():
    example = StudentExample.from_table(with_cell(0, "Model A", "0"))
    assert example.price[0, 0] == 0


def test_two_ruled_out_models_are_not_compared():
    table = with_cell(3, "Model A", "0")
    table.loc[3, "Model B"] = "0"
    assert math.isnan(StudentExample.from_table(table).times_likelier(0, 1))


def test_one_student_and_one_model_are_enough():
    table = article_students().head(1)[["student", "outcome", "Model A"]]
    assert StudentExample.from_table(table).loss == pytest.approx([1.0])


def test_two_hundred_students_are_taken_and_one_more_is_not():
    table = pd.DataFrame(
        {"student": [f"S{i}" for i in range(201)], "outcome": "pass", "Model A": "0.5"}
    )
    assert len(StudentExample.from_table(table.head(200)).students) == 200
    with pytest.raises(TableError, match="at most 200 students; it has 201") as caught:
        StudentExample.from_table(table)
    assert len(caught.value.mend) == 200


def test_blank_rows_are_no_students(article):
    blank = pd.DataFrame([dict.fromkeys(article_students().columns, " ")])
    table = pd.concat([article_students(), blank], ignore_index=True)
    assert StudentExample.from_table(table).students == article.students


@given(st.permutations(range(4)))
def test_the_order_of_students_does_not_matter(order):
    shuffled = StudentExample.from_table(article_students().iloc[list(order)])
    assert shuffled.loss == pytest.approx([2.07572071394, 0.519418213171])


@given(
    st.lists(st.tuples(st.booleans(), st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=20),
    st.sampled_from([10.0, None, 2.0]),
    st.sampled_from(["sum", "mean"]),
)
def test_terms_add_up_to_the_loss_and_nothing_is_negative(rows, base, reduction):
    table = pd.DataFrame(
        [
            (str(i), "pass" if passed else "fail", repr(a), repr(b))
            for i, (passed, a, b) in enumerate(rows)
        ],
        columns=["student", "outcome", "Model A", "Model B"],
    )
    example = StudentExample.from_table(table, base=base, reduction=reduction)
    assert (example.price >= 0).all()
    assert example.terms.sum(axis=0) == pytest.approx(example.loss)


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
        StudentExample.from_table(with_cell(row, column, text))
    assert caught.value.rule == rule
    assert sentence in str(caught.value)
    if mended is None:
        assert caught.value.mend is None
    else:
        assert caught.value.mend.loc[row, column] == mended
        StudentExample.from_table(caught.value.mend)


def test_every_obvious_mend_is_made_at_once_and_the_rest_counted():
    table = with_cell(0, "Model A", "90%")
    table.loc[1, "Model B"] = "40%"
    table.loc[2, "outcome"] = "passs"
    with pytest.raises(TableError) as caught:
        StudentExample.from_table(table)
    assert caught.value.more == 2
    assert StudentExample.from_table(caught.value.mend).loss == pytest.approx(
        [2.07572071394, 0.519418213171]
    )


def test_the_given_table_is_never_changed():
    table = with_cell(0, "Model A", "90%")
    before = table.copy()
    with pytest.raises(TableError):
        StudentExample.from_table(table)
    pd.testing.assert_frame_equal(table, before)


def test_no_rows_are_named():
    with pytest.raises(TableError, match="at least one student"):
        StudentExample.from_table(article_students().head(0))


def test_no_model_and_seven_models_are_named():
    with pytest.raises(InputError, match="1 to 6 models; there are 0"):
        StudentExample.from_table(article_students()[["student", "outcome"]])
    seven = article_students().assign(**{f"Model {c}": "0.5" for c in "CDEFG"})
    assert len(model_columns(seven)) == 7
    with pytest.raises(InputError, match="there are 7"):
        StudentExample.from_table(seven)


def test_tied_models_are_both_best():
    table = article_students()
    table["Model B"] = table["Model A"]
    assert StudentExample.from_table(table).best == (0, 1)
    assert np.ptp(StudentExample.from_table(table).loss) == 0
