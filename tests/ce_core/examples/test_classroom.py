"""The product runs out of float64; the sum of logarithms does not."""

import math
from fractions import Fraction

import pytest

from ce_core.checks import InputError
from ce_core.examples.binary import StudentExample
from ce_core.examples.classroom import ClassExample


def students(model_a: list[float]) -> StudentExample:
    return StudentExample.of(
        students="ABCD",
        models=["Model A", "Model B"],
        passed=[0, 0, 1, 1],
        p_pass=list(zip(model_a, [0.2, 0.4, 0.7, 0.9], strict=True)),
    )


@pytest.fixture
def four() -> StudentExample:
    return students([0.9, 0.3, 0.6, 0.2])


def test_a_class_of_four_is_the_article(four):
    crowd = ClassExample.from_students(four, size=4, p_after=0.1)
    assert crowd.product_at_size(0) == pytest.approx(0.0084)
    assert crowd.log10_sum_at_size(0) == pytest.approx(-2.07572071394)


def test_the_product_is_zero_from_where_the_true_product_falls_below_half_of_5e_324(four):
    crowd = ClassExample.from_students(four, size=1000, p_after=0.9)
    factors = [Fraction(1, 10), Fraction(7, 10), Fraction(6, 10), Fraction(2, 10)]
    product, size = Fraction(1), 0
    while product > Fraction(2) ** -1075:
        product *= factors[size % 4]
        size += 1
    assert abs(crowd.ends_at[0] - size) <= 1
    assert crowd.product_at_size(0) == 0


def test_a_product_of_factors_above_one_half_gets_stuck_at_the_smallest_float64(four):
    crowd = ClassExample.from_students(four, size=5000, p_after=0.9)
    assert crowd.product_at_size(1) == 5e-324
    assert crowd.log10_sum_at_size(1) == pytest.approx(1250 * math.log10(0.3024))
    size = crowd.ends_at[1]
    assert crowd.log10_sum[size - 2, 1] >= math.log10(5e-324) > crowd.log10_sum[size - 1, 1]


def test_the_sum_goes_on(four):
    crowd = ClassExample.from_students(four, size=5000, p_after=0.9)
    assert crowd.log10_sum_at_size(0) == pytest.approx(1250 * math.log10(0.0084))


def test_one_changed_seat_moves_the_sum_by_one_term(four):
    crowd = ClassExample.from_students(four, size=100, p_after=0.9)
    assert crowd.changed_student == "A"
    assert crowd.p_before == pytest.approx(0.1)
    assert crowd.log10_sum_after - crowd.log10_sum_at_size(0) == pytest.approx(math.log10(9))
    assert crowd.product_after / crowd.product_at_size(0) == pytest.approx(9)


def test_a_vanished_product_cannot_tell_that_anything_improved(four):
    crowd = ClassExample.from_students(four, size=1000, p_after=1.0)
    assert crowd.product_at_size(0) == crowd.product_after == 0
    assert crowd.log10_sum_after > crowd.log10_sum_at_size(0)


def test_a_ruled_out_student_is_not_an_underflow():
    crowd = ClassExample.from_students(students([0.9, 0.3, 0.6, 0.0]), size=100, p_after=0.5)
    assert crowd.ends_at[0] is None
    assert crowd.log10_sum_at_size(0) == -math.inf


def test_a_perfect_model_never_vanishes():
    crowd = ClassExample.from_students(students([0, 0, 1, 1]), size=5000, p_after=1.0)
    assert crowd.ends_at[0] is None
    assert crowd.product_at_size(0) == 1


@pytest.mark.parametrize("size", [0, -1, 5001])
def test_a_class_has_bounds(four, size):
    with pytest.raises(InputError, match="1 to 5000"):
        ClassExample.from_students(four, size=size, p_after=0.5)


@pytest.mark.parametrize("p", [-0.1, 1.1, math.nan])
def test_the_changed_probability_has_bounds(four, p):
    with pytest.raises(InputError, match="between 0 and 1"):
        ClassExample.from_students(four, size=10, p_after=p)
