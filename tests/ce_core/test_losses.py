"""Binary and categorical cross-entropy: values, properties, options."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import ce_core as ce

INF = float("inf")
BINARY = [ce.binary_cross_entropy, ce.binary_cross_entropy_with_logits]
CATEGORICAL = [ce.categorical_cross_entropy, ce.categorical_cross_entropy_with_logits]
ALL = [*BINARY, *CATEGORICAL, ce.binary_focal_loss_with_logits]
TABLE = [[0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0.1, 0.5, 0.4]]


def valid(function):
    """Return inputs that any reduction of `function` takes."""
    if function in CATEGORICAL:
        return [0, 2, 2], TABLE
    return [0, 1, 1], [0.25, 0.5, 0.75]


@st.composite
def binary_samples(draw, limit=30.0):
    n = draw(st.integers(1, 8))
    y = draw(arrays(float, n, elements=st.floats(0, 1)))
    x = draw(arrays(float, n, elements=st.floats(-limit, limit)))
    return y, x


@st.composite
def categorical_samples(draw):
    n, k = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    labels = draw(arrays(int, n, elements=st.integers(0, k - 1)))
    z = draw(arrays(float, (n, k), elements=st.floats(-30, 30)))
    return labels, z


def test_the_articles_students():
    loss = ce.binary_cross_entropy([0, 0, 1, 1], [0.9, 0.3, 0.6, 0.2], base=10, reduction="sum")
    assert loss == pytest.approx(-np.log10(0.1 * 0.7 * 0.6 * 0.2))
    assert round(loss, 4) == 2.0757


def test_the_articles_fruit():
    loss = ce.categorical_cross_entropy([0, 2, 2], TABLE, base=10, reduction="sum")
    assert loss == pytest.approx(-np.log10(0.7 * 0.3 * 0.4))
    assert round(loss, 4) == 1.0757


def test_even_odds_cost_one_bit():
    assert ce.binary_cross_entropy([0, 1], [0.5, 0.5], base=2) == 1
    assert ce.binary_cross_entropy_with_logits([0, 1], [0.0, 0.0], base=2) == 1
    assert ce.categorical_cross_entropy([3], [[0.25] * 4], base=2) == 2
    assert ce.categorical_cross_entropy_with_logits([3], [[7.0] * 4], base=2) == 2


def test_certain_and_wrong_costs_infinity_certain_and_right_nothing():
    assert ce.binary_cross_entropy([1, 0, 1, 0], [0, 1, 1, 0], reduction="none").tolist() == [
        INF, INF, 0, 0,
    ]  # fmt: skip
    scores = [-INF, INF, INF, -INF]
    losses = ce.binary_cross_entropy_with_logits([1, 0, 1, 0], scores, reduction="none")
    assert losses.tolist() == [INF, INF, 0, 0]
    assert ce.categorical_cross_entropy([0, 1], [[0, 1], [0, 1]], reduction="none").tolist() == [
        INF, 0,
    ]  # fmt: skip
    rows = [[INF, 0], [INF, 0], [-INF, 0], [-INF, 0]]
    losses = ce.categorical_cross_entropy_with_logits([0, 1, 0, 1], rows, reduction="none")
    assert losses.tolist() == [0, INF, INF, 0]
    assert ce.binary_cross_entropy([0.5], [0.0]) == INF
    assert ce.binary_cross_entropy_with_logits([0.5], [INF]) == INF


def test_a_confident_right_answer_keeps_its_loss():
    tiny = pytest.approx(np.exp(-40), rel=1e-15)
    assert ce.binary_cross_entropy_with_logits(1, 40.0) == tiny
    assert ce.binary_cross_entropy_with_logits(0, -40.0) == tiny
    assert ce.categorical_cross_entropy_with_logits([0], [[40.0, 0.0]]) == tiny


def test_a_wrong_answer_across_zero_keeps_its_finite_loss():
    """Each exponential is a usable number; their quotient, e**800, is not."""
    rows = [[400.0, -400.0], [-350.0, 350.0], [0.0, 0.0]]
    losses = ce.categorical_cross_entropy_with_logits([1, 0, 0], rows, reduction="none")
    assert losses.tolist() == [800.0, 700.0, np.log(2)]
    assert ce.categorical_cross_entropy_with_logits([1, 0], rows[:2]) == 750.0
    assert ce.categorical_cross_entropy_with_logits([1, 0], rows[:2], reduction="sum") == 1500.0


@given(binary_samples())
def test_scores_and_probabilities_agree(samples):
    y, x = samples
    y = y.round()
    from_logits = ce.binary_cross_entropy_with_logits(y, x, reduction="none")
    from_probabilities = ce.binary_cross_entropy(y, ce.sigmoid(x), reduction="none")
    np.testing.assert_allclose(from_probabilities, from_logits, rtol=1e-9, atol=1e-15 * np.exp(30))


@given(categorical_samples())
def test_two_ways_to_the_same_categorical_loss(samples):
    labels, z = samples
    from_logits = ce.categorical_cross_entropy_with_logits(labels, z, reduction="none")
    surprisals = -ce.log_softmax(z)[np.arange(len(labels)), labels]
    np.testing.assert_allclose(from_logits, surprisals, rtol=1e-13)
    rows = np.eye(z.shape[1])[labels]
    from_rows = ce.categorical_cross_entropy_with_logits(rows, z, reduction="none")
    np.testing.assert_allclose(from_rows, from_logits, rtol=1e-13)


@given(st.floats(-30, 30), st.integers(0, 1))
def test_two_classes_are_the_binary_loss(x, y):
    binary = ce.binary_cross_entropy_with_logits(y, x)
    assert ce.categorical_cross_entropy_with_logits([y], [[0.0, x]]) == pytest.approx(binary)


@given(categorical_samples(), st.integers(-500, 500))
def test_a_constant_shift_changes_nothing(samples, shift):
    labels, z = samples
    z = z.round(3)
    losses = ce.categorical_cross_entropy_with_logits(labels, z, reduction="none")
    moved = ce.categorical_cross_entropy_with_logits(labels, z + shift, reduction="none")
    np.testing.assert_allclose(moved, losses, rtol=1e-9)


@given(binary_samples())
def test_flipping_labels_and_scores_changes_nothing(samples):
    y, x = samples
    y = y.round(2)
    np.testing.assert_allclose(
        ce.binary_cross_entropy_with_logits(1 - y, -x),
        ce.binary_cross_entropy_with_logits(y, x),
        rtol=1e-12,
        atol=1e-15,
    )


@given(binary_samples())
def test_order_of_samples_does_not_matter(samples):
    y, x = samples
    for function, values in ((ce.binary_cross_entropy, ce.sigmoid(x)), (BINARY[1], x)):
        forward, backward = function(y, values), function(y[::-1], values[::-1])
        assert backward == pytest.approx(forward, rel=1e-13)


@pytest.mark.parametrize("function", ALL)
def test_reductions_agree(function):
    y, values = valid(function)
    losses = function(y, values, reduction="none")
    assert losses.shape == (3,)
    assert function(y, values, reduction="sum") == pytest.approx(losses.sum())
    assert function(y, values) == pytest.approx(losses.mean())
    assert function(y, values, base=2) == pytest.approx(losses.mean() / np.log(2))


@pytest.mark.parametrize("function", ALL)
def test_sample_weights_count_in_the_mean(function):
    y, values = valid(function)
    losses = function(y, values, reduction="none")
    weight = [1.0, 0.0, 3.0]
    assert function(y, values, sample_weight=weight, reduction="sum") == pytest.approx(
        losses @ weight
    )
    assert function(y, values, sample_weight=weight) == pytest.approx(losses @ weight / 4)
    weighed = function(y, values, sample_weight=weight, reduction="none")
    np.testing.assert_allclose(weighed, losses * weight)


def test_weight_0_outweighs_infinity():
    assert ce.binary_cross_entropy([1, 1], [0.0, 0.5], sample_weight=[0, 1]) == np.log(2)
    rows = [[0.0, 1.0], [0.5, 0.5]]
    assert ce.categorical_cross_entropy([0, 0], rows, sample_weight=[0, 1]) == np.log(2)
    assert ce.categorical_cross_entropy([0, 1], rows, class_weight=[0, 1]) == np.log(2)


def test_pos_weight_is_one_number_or_one_a_column_or_one_an_element():
    y, x = np.array([[1.0, 0.0], [1.0, 1.0]]), np.array([[1.0, -1.0], [-2.0, 0.5]])
    plain = ce.binary_cross_entropy_with_logits(y, x, reduction="none")
    for weight in (3.0, [2.0, 5.0], [[1.0, 2.0], [3.0, 4.0]]):
        losses = ce.binary_cross_entropy_with_logits(y, x, pos_weight=weight, reduction="none")
        np.testing.assert_allclose(losses, plain * np.where(y == 1, weight, 1.0))
    one = ce.binary_cross_entropy_with_logits(y, x, pos_weight=1.0)
    assert one == pytest.approx(plain.mean())


@pytest.mark.parametrize("function", CATEGORICAL)
def test_class_weights_count_in_the_mean_of_labels(function):
    labels, rows = valid(function)
    weight = np.array([1.0, 2.0, 4.0])
    losses = function(labels, rows, reduction="none")
    mean = function(labels, rows, class_weight=weight)
    assert mean == pytest.approx((losses * weight[labels]).sum() / weight[labels].sum())
    onehot = np.eye(3)[labels]
    np.testing.assert_allclose(
        function(onehot, rows, class_weight=weight, reduction="none"),
        function(labels, rows, class_weight=weight, reduction="none"),
    )


@pytest.mark.parametrize("function", CATEGORICAL)
def test_ignored_rows_neither_cost_nor_count(function):
    labels, rows = valid(function)
    ignored = function([0, -100, 2], rows, ignore_index=-100)
    assert ignored == pytest.approx(function([0, 2], [rows[0], rows[2]]))
    assert function([0, -100, 2], rows, ignore_index=-100, reduction="none")[1] == 0
    assert function([1, 1, 1], rows, ignore_index=1, reduction="sum") == 0
    assert function(labels, rows, ignore_index=-100) == function(labels, rows)


@pytest.mark.parametrize("function", BINARY)
def test_binary_smoothing_moves_labels_to_the_middle(function):
    y, values = np.array([0.0, 1.0, 0.3]), [0.25, 0.5, 0.75]
    smoothed = function(y, values, label_smoothing=0.2)
    assert smoothed == pytest.approx(function(y * 0.8 + 0.1, values))
    assert function(y, values, label_smoothing=1) == pytest.approx(function([0.5] * 3, values))


@pytest.mark.parametrize("function", CATEGORICAL)
def test_categorical_smoothing_spreads_labels_over_all_classes(function):
    labels, rows = valid(function)
    target = np.eye(3)[labels] * 0.7 + 0.1
    expected = function(target, rows)
    assert function(labels, rows, label_smoothing=0.3) == pytest.approx(expected)
    assert function(np.eye(3)[labels], rows, label_smoothing=0.3) == pytest.approx(expected)


@pytest.mark.parametrize("function", CATEGORICAL)
def test_one_row_and_more_axes_will_do(function):
    labels, rows = valid(function)
    losses = function(labels, rows, reduction="none")
    assert function(labels[0], rows[0]) == pytest.approx(losses[0])
    stacked = function([labels, labels], [rows, rows], reduction="none")
    np.testing.assert_allclose(stacked, [losses, losses])


@pytest.mark.parametrize("function", ALL)
def test_pandas_lists_and_arrays_give_the_same(function):
    y, values = valid(function)
    expected = function(y, values)
    frame = pd.DataFrame(values) if function in CATEGORICAL else pd.Series(values, list("abc"))
    assert function(pd.Series(y), frame) == expected
    assert function(np.array(y, dtype=np.int8), np.array(values)) == expected
    assert function(tuple(y), np.asfortranarray(values)) == pytest.approx(expected)
    assert function(pd.Series(y, dtype="Int64"), frame) == expected


@pytest.mark.parametrize("function", ALL)
def test_losses_of_float32_predictions_are_float32_and_a_number_is_a_float(function):
    y, values = valid(function)
    single = np.array(values, np.float32)
    for reduction in ("none", "mean", "sum"):
        expected = function(y, values, reduction=reduction)
        np.testing.assert_allclose(function(y, single, reduction=reduction), expected, rtol=1e-6)
    assert function(y, single, reduction="none").dtype == np.float32
    assert type(function(y, values)) is type(function(y, single)) is float
    assert type(function(y[0], single[0], reduction="none")) is float


@pytest.mark.parametrize("function", ALL)
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_long_inputs_in_blocks_and_threads_agree_with_short_ones(function, dtype):
    rng = np.random.default_rng(0)
    if function in CATEGORICAL:
        values = ce.softmax(rng.normal(0, 2, (40_000, 7))).astype(dtype)
        y = rng.integers(0, 7, len(values))
    else:
        values = rng.uniform(0, 1, 300_001).astype(dtype)
        y = (rng.uniform(0, 1, values.size) < values).astype(float)
    losses = function(y, values, reduction="none")
    pieces = [function(y[i : i + 999], values[i : i + 999], reduction="none") for i in (0, 30_000)]
    np.testing.assert_array_equal(losses[:999], pieces[0])
    np.testing.assert_array_equal(losses[30_000:30_999], pieces[1])
    mean = losses.astype(float).mean()
    assert function(y, values) == pytest.approx(mean, rel=1e-6 if dtype == np.float32 else 1e-14)


def test_what_exceeds_the_dtype_is_infinite():
    huge = np.array([-1e308, -1e308])
    assert ce.binary_cross_entropy_with_logits([1, 1], huge, reduction="sum") == INF
    assert ce.binary_cross_entropy_gradient([1], np.float32([1e-45])) == -INF


def test_a_mean_is_finite_where_the_sum_is_not():
    huge = np.array([-1e308, -1e308])
    assert ce.binary_cross_entropy_with_logits([1, 1], huge) == 1e308
    assert ce.binary_cross_entropy_with_logits([1, 1], huge, sample_weight=[1e300, 1e300]) == 1e308
    in_hartleys = ce.binary_cross_entropy_with_logits([1, 1], huge, base=10, reduction="sum")
    assert in_hartleys == pytest.approx(2 * (1e308 / np.log(10)))


@pytest.mark.parametrize("size", [1e-300, 1e-200, 1e200, 1e308])
def test_only_the_ratios_of_weights_count_in_a_mean(size):
    weight = np.array([1.0, 2.0]) * (size / 2)
    expected = pytest.approx(np.log(2) / 3 + np.log(4) * 2 / 3)
    assert ce.binary_cross_entropy([1, 1], [0.5, 0.25], sample_weight=weight) == expected
    rows = [[0.5, 0.5], [0.75, 0.25]]
    assert ce.categorical_cross_entropy([0, 1], rows, sample_weight=weight) == expected
    assert ce.categorical_cross_entropy([0, 1], rows, class_weight=weight) == expected
    slopes = ce.categorical_cross_entropy_gradient(
        [0, 1], rows, class_weight=weight, sample_weight=weight[::-1], reduction="mean"
    )
    np.testing.assert_allclose(slopes, [[-1, 0], [0, -2]], rtol=1e-12)


def test_the_smallest_weight_still_counts_beside_the_largest():
    assert ce.binary_cross_entropy([1, 1], [0.0, 0.5], sample_weight=[1e-300, 1e300]) == INF
    rows, weight = [[0.5, 0.5]], [1e-300, 1e300]
    assert ce.categorical_cross_entropy([0], rows, class_weight=weight) == pytest.approx(np.log(2))


def test_the_sum_of_float32_losses_may_exceed_float32():
    single = np.array([-3e38, -3e38], np.float32)
    loss = ce.binary_cross_entropy_with_logits([1, 1], single, reduction="sum")
    assert loss == pytest.approx(6e38)


@pytest.mark.parametrize("function", ALL)
def test_inputs_are_never_changed(function):
    y, values = valid(function)
    y, values = np.array(y), np.array(values)
    weight = np.array([1.0, 2.0, 3.0])
    copies = y.copy(), values.copy(), weight.copy()
    for reduction in ("none", "mean", "sum"):
        function(y, values, sample_weight=weight, reduction=reduction)
    for array, copy in zip((y, values, weight), copies, strict=True):
        np.testing.assert_array_equal(array, copy)


@pytest.mark.parametrize("function", ALL)
def test_long_inputs_are_never_changed_either(function):
    rng = np.random.default_rng(1)
    shape = (5000, 3) if function in CATEGORICAL else (5000,)
    values = np.abs(rng.normal(0, 1, shape))
    values /= values.sum(axis=-1, keepdims=True) if len(shape) > 1 else values.max()
    y = rng.integers(0, 2, 5000).astype(float)
    copies = y.copy(), values.copy()
    y.flags.writeable = values.flags.writeable = False
    function(y, values)
    np.testing.assert_array_equal(y, copies[0])
    np.testing.assert_array_equal(values, copies[1])
