"""Slopes of the losses, held against small differences of the losses themselves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import ce_core as ce

INF = float("inf")
STEP = 1e-6


def difference(loss, values):
    """Return the slope of a sum of losses by each value, from small steps up and down."""
    slopes = np.empty_like(values)
    for index in np.ndindex(values.shape):
        up, down = values.copy(), values.copy()
        up[index] += STEP
        down[index] -= STEP
        slopes[index] = (loss(up) - loss(down)) / (2 * STEP)
    return slopes


def test_the_slope_is_the_probability_minus_the_truth():
    assert ce.binary_cross_entropy_with_logits_gradient(1, 0.0) == -0.5
    assert ce.binary_cross_entropy_with_logits_gradient(0, 0.0) == 0.5
    slopes = ce.categorical_cross_entropy_with_logits_gradient(2, [1.0, 2.0, 3.0])
    np.testing.assert_allclose(slopes, ce.softmax([1, 2, 3]) - [0, 0, 1])
    assert ce.binary_cross_entropy_gradient([0, 1], [0.5, 0.5]).tolist() == [2, -2]


def test_certainty_has_its_limits():
    slopes = ce.binary_cross_entropy_gradient([1, 0, 0.5, 1, 0], [0, 1, 0, 1, 0])
    assert slopes.tolist() == [-INF, INF, -INF, -1, 1]
    slopes = ce.binary_cross_entropy_with_logits_gradient([1, 0, 1, 0], [-INF, INF, INF, -INF])
    assert slopes.tolist() == [-1, 1, 0, 0]
    slopes = ce.categorical_cross_entropy_with_logits_gradient([1], [[INF, 0.0]])
    assert slopes.tolist() == [[1, -1]]


def test_a_weight_brings_a_slope_back_from_beyond_the_largest_float():
    p, weight = [5e-324, 2e-308], [1e-300, 1e-300]
    expected = [-1e-300 / 5e-324, -1e-300 / 2e-308]
    slopes = ce.binary_cross_entropy_gradient([1, 1], p, sample_weight=weight)
    np.testing.assert_allclose(slopes, expected, rtol=1e-15)
    slopes = ce.categorical_cross_entropy_gradient([0], [[5e-324, 1.0]], sample_weight=[1e-300])
    np.testing.assert_allclose(slopes, [[expected[0], 0]], rtol=1e-15)


def test_weight_0_outweighs_an_infinite_slope():
    slopes = ce.binary_cross_entropy_gradient([1, 0, 1], [0, 1, 0.5], sample_weight=[0, 0, 1])
    assert slopes.tolist() == [0, 0, -2]
    rows, weight = [[0.0, 1.0], [0.0, 1.0]], [0, 1]
    for options in ({"sample_weight": weight}, {"class_weight": weight}, {"ignore_index": 0}):
        slopes = ce.categorical_cross_entropy_gradient([0, 1], rows, **options)
        assert slopes.tolist() == [[0, 0], [0, -1]]


def test_the_categorical_slope_by_probabilities_is_minus_1_over_p_at_the_label():
    rows = [[0.5, 0.25, 0.25], [0.0, 1.0, 0.0], [0.0, 0.5, 0.5]]
    slopes = ce.categorical_cross_entropy_gradient([0, 0, 2], rows)
    assert slopes.tolist() == [[-2, 0, 0], [-INF, 0, 0], [0, 0, -2]]
    slopes = ce.categorical_cross_entropy_gradient([[0.5, 0.5, 0.0]] * 3, rows)
    assert slopes.tolist() == [[-1, -2, 0], [-INF, -0.5, 0], [-INF, -1, 0]]


def test_a_confident_right_answer_keeps_its_slope():
    tiny = pytest.approx(-np.exp(-40), rel=1e-15)
    assert ce.binary_cross_entropy_with_logits_gradient(1, 40.0) == tiny
    assert ce.categorical_cross_entropy_with_logits_gradient([0], [[40.0, 0.0]])[0, 0] == tiny
    assert ce.categorical_cross_entropy_with_logits_gradient([[1, 0]], [[40.0, 0.0]])[0, 0] == tiny


@given(arrays(float, 4, elements=st.floats(0, 1)), arrays(float, 4, elements=st.floats(-5, 5)))
def test_binary_slopes_are_small_differences(y, x):
    def loss(scores):
        return ce.binary_cross_entropy_with_logits(y, scores, pos_weight=2.0, reduction="sum")

    slopes = ce.binary_cross_entropy_with_logits_gradient(y, x, pos_weight=2.0)
    np.testing.assert_allclose(slopes, difference(loss, x), atol=1e-7)

    p = ce.sigmoid(x)
    expected = difference(lambda q: ce.binary_cross_entropy(y, q, reduction="sum"), p)
    np.testing.assert_allclose(
        ce.binary_cross_entropy_gradient(y, p), expected, rtol=1e-5, atol=1e-7
    )


@given(arrays(float, (3, 4), elements=st.floats(-5, 5)), st.integers(0, 3))
def test_categorical_slopes_are_small_differences_and_sum_to_0(z, label):
    labels = np.array([label, 0, 3])
    for y in (labels, np.eye(4)[labels] * 0.6 + 0.1):
        slopes = ce.categorical_cross_entropy_with_logits_gradient(y, z)

        def loss(scores, y=y):
            return ce.categorical_cross_entropy_with_logits(y, scores, reduction="sum")

        np.testing.assert_allclose(slopes, difference(loss, z), atol=1e-7)
        np.testing.assert_allclose(slopes.sum(axis=-1), 0, atol=1e-14)


def test_shape_and_dtype_are_those_of_the_predictions():
    x = np.zeros((2, 3), np.float32)
    for slopes in (
        ce.binary_cross_entropy_with_logits_gradient(np.ones((2, 3)), x),
        ce.binary_cross_entropy_gradient(np.ones((2, 3)), x + np.float32(0.5)),
        ce.categorical_cross_entropy_gradient([0, 1], x + np.float32(1 / 3)),
        ce.categorical_cross_entropy_with_logits_gradient([0, 1], x),
    ):
        assert slopes.shape == (2, 3)
        assert slopes.dtype == np.float32
    assert type(ce.binary_cross_entropy_with_logits_gradient(1, 0.0)) is float
    assert ce.categorical_cross_entropy_with_logits_gradient([[0], [1]], x[:, None]).shape == (
        2,
        1,
        3,
    )


@pytest.mark.parametrize(
    ("function", "y", "values", "rule"),
    [
        (ce.binary_cross_entropy_gradient, [0, 1], [0.5, 1.5], "probability_range"),
        (ce.binary_cross_entropy_gradient, [0, 2], [0.5, 0.5], "probability_range"),
        (ce.binary_cross_entropy_gradient, [0], [0.5, 0.5], "shape"),
        (ce.binary_cross_entropy_with_logits_gradient, [0, 1], [0.5, np.nan], "nan"),
        (ce.binary_cross_entropy_with_logits_gradient, [[0], [1]], [0.5, 0.5], "shape"),
        (ce.categorical_cross_entropy_gradient, [2], [[0.5, 0.5]], "label_range"),
        (ce.categorical_cross_entropy_gradient, [0], [[0.5, 0.4]], "row_sum"),
        (ce.categorical_cross_entropy_with_logits_gradient, [2], [[0.5, 0.5]], "label_range"),
        (ce.categorical_cross_entropy_with_logits_gradient, [0], [[INF, INF]], "infinity_twice"),
        (ce.categorical_cross_entropy_with_logits_gradient, [0, 1], [[0.5, 0.5]], "target_shape"),
        (ce.categorical_cross_entropy_with_logits_gradient, [[0.5, 0.4]], [[0.5, 0.5]], "row_sum"),
        (ce.categorical_cross_entropy_with_logits_gradient, [], [], "empty"),
    ],
)
def test_bad_inputs_are_refused(function, y, values, rule):
    with pytest.raises(ce.InputError) as error:
        function(y, values)
    assert error.value.rule == rule
