"""Naive against stable: the references are exact, and what breaks, breaks where theory says."""

import math
from decimal import Decimal

import mpmath
import numpy as np
import pytest

from ce_core.checks import InputError
from ce_core.examples.digits import (
    FORMS,
    METHODS,
    MOST_DIGITS,
    DigitsExample,
    compute,
    exact_loss,
    right_digits,
)
from ce_core.losses import binary_cross_entropy_with_logits


@pytest.mark.parametrize("score", [1.0, 5.5, 27.0, 28.0, 36.7, 40.0, 745.5, 1000.0])
def test_the_exact_loss_is_exact(score):
    with mpmath.workdps(60):
        log = mpmath.log1p(mpmath.exp(-mpmath.mpf(score)))
        for form, loss in (("right", log), ("wrong", score + log)):
            ours = mpmath.mpf(str(exact_loss(form, score)))
            assert abs(ours / loss - 1) < mpmath.mpf("1e-40")


def test_digits_count_the_relative_error():
    assert right_digits(1.01, Decimal(1), "float64") == pytest.approx(2, abs=0.01)
    assert right_digits(1.0, Decimal(1), "float32") == MOST_DIGITS["float32"]
    assert right_digits(0.0, Decimal(1), "float64") == 0
    assert right_digits(math.inf, Decimal(1), "float64") == 0
    assert right_digits(math.nan, Decimal(1), "float64") == 0
    assert right_digits(-5.0, Decimal(1), "float64") == 0


@pytest.mark.parametrize(
    ("form", "float32", "float64"),
    [
        # 1 + e⁻ˣ is rounded to 1 once e⁻ˣ is half of the spacing above 1.
        ("right", [(24 * math.log(2), 0.0)], [(53 * math.log(2), 0.0)]),
        ("wrong", [(24 * math.log(2), math.inf)], [(53 * math.log(2), math.inf)]),
        # eˣ overflows at the logarithm of the largest number.
        ("softmax_wrong", [(math.log(2.0**128), math.inf)], [(math.log(2) * 1024, math.inf)]),
    ],
)
def test_the_naive_ways_break_where_theory_says(form, float32, float64):
    ways = DigitsExample.from_score(form, 2.0).ways
    for way, expected in zip(ways[:2], (float32, float64), strict=True):
        assert [(b.score, b.value) for b in way.breaks] == [
            (pytest.approx(score, abs=1e-4), value) for score, value in expected
        ]


def test_the_naive_softmax_is_zero_and_then_not_a_number():
    naive32, naive64, *_ = DigitsExample.from_score("softmax_right", 2.0).ways
    for way, most in ((naive32, 128), (naive64, 1024)):
        zero, nan = way.breaks
        assert zero.value == 0
        assert math.isnan(nan.value)
        assert nan.score == pytest.approx(most * math.log(2), abs=1e-4)


@pytest.mark.parametrize("form", FORMS)
def test_the_stable_way_keeps_its_digits_until_the_loss_itself_is_too_small(form):
    *_, stable32, stable64 = DigitsExample.from_score(form, 2.0).ways
    scores = DigitsExample.from_score(form, 2.0).scores
    for way, smallest in ((stable32, 2.0**-126), (stable64, 2.0**-1022)):
        normal = 1.06 * scores < -math.log(smallest) if "right" in form else scores > 0
        assert (way.digits[normal] >= MOST_DIGITS[way.precision] - 1).all()
        assert bool(way.breaks) == ("right" in form)


@pytest.mark.parametrize("form", ["right", "wrong"])
def test_the_stable_way_is_that_of_the_package(form):
    x = np.linspace(1, 1000, 500)
    y = np.full(len(x), 1.0 if form == "right" else 0.0)
    ours = compute(form, "stable", "float64", x)
    assert ours == pytest.approx(
        binary_cross_entropy_with_logits(y, x, reduction="none"), rel=1e-15, abs=0
    )


def test_curves_stay_within_what_fits():
    for form in FORMS:
        for way in DigitsExample.from_score(form, 40.0).ways:
            assert len(way.digits) == 73
            assert (way.digits >= 0).all()
            assert (way.digits <= MOST_DIGITS[way.precision]).all()


def test_the_values_at_the_score():
    example = DigitsExample.from_score("wrong", 20.0)
    assert [(way.method, way.precision) for way in example.ways] == list(METHODS)
    assert [way.value for way in example.ways[:1]] == [math.inf]
    assert example.ways[3].value == float(example.exact)


@pytest.mark.parametrize(("form", "score"), [("sideways", 2.0), ("right", 0.5), ("right", 1001.0)])
def test_bad_input_is_refused(form, score):
    with pytest.raises(InputError):
        DigitsExample.from_score(form, score)
