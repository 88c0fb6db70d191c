"""Surprise, entropy and divergences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import ce_core as ce

INF = float("inf")
OF_PAIRS = [ce.cross_entropy, ce.kl_divergence, ce.js_divergence]


@st.composite
def pairs(draw):
    shape = draw(st.tuples(st.integers(1, 3), st.integers(2, 6)))
    p, q = (draw(arrays(float, shape, elements=st.floats(1e-3, 1))) for _ in "pq")
    return p / p.sum(axis=-1, keepdims=True), q / q.sum(axis=-1, keepdims=True)


def test_coins_in_bits():
    assert ce.surprisal(0.5, base=2) == 1
    assert ce.entropy([0.5, 0.5], base=2) == 1
    assert ce.entropy([0.25] * 4, base=2) == 2
    assert ce.js_divergence([1, 0], [0, 1], base=2) == 1


def test_certainty_surprises_nobody():
    assert ce.surprisal(1) == 0
    assert not np.signbit(ce.surprisal(1))
    assert ce.entropy([0, 1, 0]) == 0
    assert ce.kl_divergence([0.7, 0.2, 0.1], [0.7, 0.2, 0.1]) == 0


def test_the_impossible_surprises_without_bound():
    assert ce.surprisal([0.0, 1.0]).tolist() == [INF, 0]
    assert ce.cross_entropy([0.5, 0.5], [0, 1]) == INF
    assert ce.kl_divergence([0.5, 0.5], [0, 1]) == INF
    assert ce.kl_divergence([0, 1], [0, 1]) == 0
    assert ce.js_divergence([0.5, 0.5], [0, 1]) < np.log(2)


@given(pairs())
def test_cross_entropy_is_entropy_and_divergence(pair):
    p, q = pair
    total = ce.entropy(p) + ce.kl_divergence(p, q)
    np.testing.assert_allclose(ce.cross_entropy(p, q), total, rtol=1e-13)


@given(pairs())
def test_divergences_are_never_negative(pair):
    p, q = pair
    for a, b in ((p, q), (p, p * (1 + 1e-9)), (p, p)):
        assert (ce.kl_divergence(a, b) >= 0).all()
        assert (ce.js_divergence(a, b) >= 0).all()
    assert (ce.js_divergence(p, q) <= np.log(2)).all()


@given(pairs())
def test_jensen_shannon_is_symmetric_and_the_mean_divergence_from_midway(pair):
    p, q = pair
    np.testing.assert_array_equal(ce.js_divergence(p, q), ce.js_divergence(q, p))
    middle = (p + q) / 2
    mean = (ce.kl_divergence(p, middle) + ce.kl_divergence(q, middle)) / 2
    np.testing.assert_allclose(ce.js_divergence(p, q), mean, rtol=1e-9, atol=1e-15)


@given(pairs(), st.sampled_from([2, 3, 10]))
def test_a_base_is_a_unit(pair, base):
    p, q = pair
    np.testing.assert_allclose(ce.surprisal(p, base=base) * np.log(base), ce.surprisal(p))
    np.testing.assert_allclose(ce.entropy(p, base=base) * np.log(base), ce.entropy(p))
    for function in OF_PAIRS:
        np.testing.assert_allclose(function(p, q, base=base) * np.log(base), function(p, q))


@given(pairs())
def test_order_and_axis_do_not_matter(pair):
    p, q = pair
    for function in OF_PAIRS:
        expected = function(p, q)
        np.testing.assert_allclose(
            function(p[:, ::-1], q[:, ::-1]), expected, rtol=1e-13, atol=1e-16
        )
        np.testing.assert_allclose(function(p.T, q.T, axis=0), expected, rtol=1e-13, atol=1e-16)
    np.testing.assert_allclose(ce.entropy(p.T, axis=0), ce.entropy(p), rtol=1e-13)


def test_float32_stays_float32_if_both_are():
    p = np.array([[0.5, 0.5]], np.float32)
    assert ce.surprisal(p).dtype == np.float32
    assert ce.entropy(p).dtype == np.float32
    for function in OF_PAIRS:
        assert function(p, p).dtype == np.float32
        assert function(p, [[0.5, 0.5]]).dtype == np.float64
        assert function([[0.5, 0.5]], p).dtype == np.float64
        assert type(function(p[0], p[0])) is float


@pytest.mark.parametrize("function", [ce.surprisal, ce.entropy, *OF_PAIRS])
@pytest.mark.parametrize(
    ("p", "rule", "place"),
    [
        ([0.5, -0.1], "probability_range", "position 1"),
        ([1.2, 0.5], "probability_range", "position 0"),
        ([[0.5, 0.5], [np.nan, 1]], "nan", "position (1, 0)"),
        ([], "empty", None),
        (["0.5", "0.5"], "numbers", "position 0"),
    ],
)
def test_probabilities_must_be_probabilities(function, p, rule, place):
    with pytest.raises(ce.InputError) as error:
        function(p, p) if function in OF_PAIRS else function(p)
    assert error.value.rule == rule
    assert error.value.details.get("where") == place


@pytest.mark.parametrize("function", [ce.entropy, *OF_PAIRS])
def test_rows_must_sum_to_1(function):
    rows = np.array([[0.5, 0.5], [0.5, 0.4]])
    with pytest.raises(ce.InputError, match=r"row 1 sums to 0\.9") as error:
        function(rows, rows) if function in OF_PAIRS else function(rows)
    assert error.value.rule == "row_sum"
    almost = np.array([0.5, 0.5 + 9e-7])
    function(almost, almost) if function in OF_PAIRS else function(almost)


@pytest.mark.parametrize("function", OF_PAIRS)
def test_a_row_is_no_table(function):
    with pytest.raises(ce.InputError, match=r"\(2,\) and \(1, 2\)") as error:
        function([0.5, 0.5], [[0.5, 0.5]])
    assert error.value.rule == "shape"


@pytest.mark.parametrize("base", [0, 1, -2, np.inf, np.nan, "2"])
def test_base_must_be_positive_and_not_1(base):
    p = [0.5, 0.5]
    for call in (
        lambda: ce.surprisal(p, base=base),
        lambda: ce.entropy(p, base=base),
        lambda: ce.cross_entropy(p, p, base=base),
        lambda: ce.kl_divergence(p, p, base=base),
        lambda: ce.js_divergence(p, p, base=base),
        lambda: ce.negative_log_likelihood(p, base=base),
        lambda: ce.binary_cross_entropy([0, 1], p, base=base),
    ):
        with pytest.raises(ce.InputError) as error:
            call()
        assert error.value.rule == "base"


def test_the_smallest_number_beside_0_leaves_the_jensen_shannon_divergence_finite():
    """Their mean would round to 0, and to an infinite divergence from it."""
    assert ce.js_divergence([5e-324, 1.0], [0.0, 1.0]) <= 5e-324
