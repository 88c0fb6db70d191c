"""A line, a sigmoid and a price: by hand first, then what must hold for any numbers."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.examples.binary import StudentExample
from ce_core.examples.sigmoid import SigmoidExample
from ce_core.examples.students import article_students
from ce_core.examples.tables import TableError

NUMBERS = st.floats(-10, 10, allow_nan=False)


def students(*rows):
    return pd.DataFrame(rows, columns=["student", "outcome", "score"], dtype=str)


def changed(row, column, text):
    table = article_students()
    table.loc[row, column] = text
    return table


def test_by_hand():
    table = students(("A", "pass", "0"), ("B", "fail", "2"))
    example = SigmoidExample.from_table(table, weight=0.5, bias=-1, base=2)
    assert example.logits.tolist() == [-1, 0]
    assert example.p_pass == pytest.approx([1 / (1 + math.e), 0.5])
    assert example.price == pytest.approx([math.log2(1 + math.e), 1.0])
    assert example.loss == pytest.approx(math.log2(1 + math.e) + 1)
    assert example.boundary == 2
    assert example.slope[1] == 0.5 * 0.25  # σ'(0) = 1/4


def test_the_start_is_nearly_model_b():
    example = SigmoidExample.from_table(article_students())
    assert example.p_pass.round(1).tolist() == [0.2, 0.4, 0.7, 0.9]
    assert example.twin == "Model B"
    of_model_b = StudentExample.from_table(article_students()).loss[1]
    assert example.loss == pytest.approx(of_model_b, abs=0.01)


def test_a_changed_curve_or_score_has_no_twin():
    assert SigmoidExample.from_table(article_students(), weight=2).twin is None
    assert SigmoidExample.from_table(changed(0, "score", "1")).twin is None
    assert SigmoidExample.from_table(changed(0, "Model B", "abc")).twin is None


def test_the_mean_is_the_sum_over_n():
    total = SigmoidExample.from_table(article_students(), reduction="sum")
    mean = SigmoidExample.from_table(article_students(), reduction="mean")
    assert mean.loss == pytest.approx(total.loss / 4)
    assert mean.terms == pytest.approx(total.price / 4)


def test_without_a_slope_everyone_is_the_same():
    example = SigmoidExample.from_table(article_students(), weight=0, base=2)
    assert example.boundary is None
    assert example.p_pass.tolist() == [0.5] * 4
    assert example.price.tolist() == [1.0] * 4
    assert example.slope.tolist() == [0.0] * 4
    assert example.wrong_side == ()


def test_upside_down_everyone_is_on_the_wrong_side():
    assert SigmoidExample.from_table(article_students(), weight=-1).wrong_side == (0, 1, 2, 3)


def test_a_price_stays_finite_where_the_probability_is_exactly_1():
    example = SigmoidExample.from_table(students(("A", "fail", "10000")), weight=5, base=None)
    assert example.p_pass.tolist() == [1.0]
    assert example.price.tolist() == [50_000.0]
    assert example.share(0) == 1.0


def test_a_boundary_at_zero_has_no_sign():
    example = SigmoidExample.from_table(article_students(), weight=-1, bias=0)
    assert math.copysign(1, example.boundary) == 1


@given(weight=NUMBERS, bias=NUMBERS)
def test_the_loss_is_that_of_the_probabilities(weight, bias):
    example = SigmoidExample.from_table(article_students(), weight=weight, bias=bias, base=None)
    p_true = np.where(example.passed, example.p_pass, 1 - example.p_pass)
    if p_true.min() > 1e-6:
        assert example.loss == pytest.approx(-np.log(p_true).sum())
    assert example.loss == pytest.approx(example.terms.sum())
    assert (example.price >= 0).all()


@given(weight=NUMBERS, bias=NUMBERS)
def test_the_slope_is_what_a_small_step_of_score_shows(weight, bias):
    step = 1e-4
    before = SigmoidExample.from_table(article_students(), weight=weight, bias=bias)
    x = before.scores[2]
    near, far = (
        SigmoidExample.from_table(changed(2, "score", repr(float(x + d))), weight=weight, bias=bias)
        for d in (-step, step)
    )
    rise = (far.p_pass[2] - near.p_pass[2]) / (2 * step)
    assert before.slope[2] == pytest.approx(rise, abs=1e-4)


@given(weight=NUMBERS, bias=NUMBERS)
def test_the_curve_runs_from_end_to_end_and_through_the_students(weight, bias):
    example = SigmoidExample.from_table(article_students(), weight=weight, bias=bias)
    scores, p_pass = example.curve(-4, 4)
    assert scores[[0, -1]].tolist() == [-4, 4]
    assert len(scores) <= 150
    assert (np.diff(scores) > 0).all()
    # 0.02 is less than the width of the line that is drawn.
    assert np.interp(example.scores, scores, p_pass) == pytest.approx(example.p_pass, abs=0.02)


@pytest.mark.parametrize(
    ("column", "text", "rule", "mended"),
    [
        ("score", "", "number_empty", None),
        ("score", "abc", "number_text", None),
        ("score", "nan", "number_text", None),
        ("score", "inf", "number_text", None),
        ("score", "-Infinity", "number_text", None),
        ("score", "1,5", "number_comma", "1.5"),
        ("score", "80%", "number_percent", "0.8"),
        ("score", "10001", "number_range", None),
        ("score", "-1e400", "number_range", None),
        ("outcome", "psas", "outcome_word", "pass"),
        ("outcome", "", "outcome_empty", None),
        ("student", "", "name_empty", "A"),
        ("student", "B", "name_twice", "B 2"),
    ],
)
def test_bad_cells(column, text, rule, mended):
    with pytest.raises(TableError) as error:
        SigmoidExample.from_table(changed(0, column, text))
    assert error.value.rule == rule
    if mended is None:
        assert error.value.mend is None
    else:
        row = 1 if rule == "name_twice" else 0
        assert error.value.mend.loc[row, column] == mended


def test_the_bounds_are_valid():
    table = students(("A", "pass", "10000"), ("B", "fail", "-10000"))
    assert SigmoidExample.from_table(table).loss == 0


def test_a_mended_table_keeps_what_the_models_say():
    with pytest.raises(TableError) as error:
        SigmoidExample.from_table(changed(0, "score", "1,5"))
    mend = error.value.mend
    assert list(mend.columns) == list(article_students().columns)
    assert mend["Model B"].tolist() == article_students()["Model B"].tolist()


def test_binary_keeps_the_scores_in_its_mend():
    with pytest.raises(TableError) as error:
        StudentExample.from_table(changed(0, "Model A", "90%"))
    assert error.value.mend["score"].tolist() == article_students()["score"].tolist()


def test_a_row_that_only_holds_what_is_not_read_is_no_row():
    table = article_students()
    table.loc[4] = ["", "", "", *["0.5"] * (table.shape[1] - 3)]
    assert len(SigmoidExample.from_table(table).students) == 4


def test_no_rows_and_too_many():
    with pytest.raises(TableError, match="at least one student"):
        SigmoidExample.from_table(students())
    many = students(*[(f"S{i}", "pass", "1") for i in range(201)])
    with pytest.raises(TableError, match="at most 200 students; it has 201"):
        SigmoidExample.from_table(many)
    assert len(SigmoidExample.from_table(many.head(200)).students) == 200


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_a_line_that_is_not_finite_is_refused(bad):
    with pytest.raises(InputError, match="The weight w must be a finite number"):
        SigmoidExample.from_table(article_students(), weight=bad)
    with pytest.raises(InputError, match="The bias b must be a finite number"):
        SigmoidExample.from_table(article_students(), bias=bad)
