"""What the losses refuse, by which rule, and how they name it."""

import numpy as np
import pytest

import ce_core as ce

INF = float("inf")
BINARY = [ce.binary_cross_entropy, ce.binary_cross_entropy_with_logits]
CATEGORICAL = [ce.categorical_cross_entropy, ce.categorical_cross_entropy_with_logits]
ALL = [*BINARY, *CATEGORICAL, ce.binary_focal_loss_with_logits]
TABLE = [[0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0.1, 0.5, 0.4]]


def valid(function):
    """Return inputs that `function` takes."""
    return ([0, 2, 2], TABLE) if function in CATEGORICAL else ([0, 1, 1], [0.25, 0.5, 0.75])


@pytest.mark.parametrize("function", ALL)
@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"reduction": "average"}, "reduction"),
        ({"reduction": None}, "reduction"),
        ({"reduction": np.array(["mean", "sum"])}, "reduction"),
        ({"base": 1}, "base"),
        ({"base": 0}, "base"),
        ({"base": -2}, "base"),
        ({"base": 0.5}, "base"),
        ({"base": np.inf}, "base"),
        ({"base": 2j}, "base"),
        ({"base": "2"}, "base"),
        ({"sample_weight": [1.0, -1.0, 1.0]}, "weight_range"),
        ({"sample_weight": [1.0, np.inf, 1.0]}, "weight_range"),
        ({"sample_weight": [1.0, np.nan, 1.0]}, "nan"),
        ({"sample_weight": [0.0, 0.0, 0.0]}, "weights_all_zero"),
        ({"sample_weight": [1.0, 1.0]}, "weight_shape"),
        ({"sample_weight": 1.0}, "weight_shape"),
    ],
)
def test_shared_options_have_rules(function, options, rule):
    y, values = valid(function)
    with pytest.raises(ce.InputError) as error:
        function(y, values, **options)
    assert error.value.rule == rule


@pytest.mark.parametrize("function", [*BINARY, *CATEGORICAL])
@pytest.mark.parametrize("smoothing", [-0.1, 1.1, np.nan, "0.1", 10**400, 0.5j])
def test_smoothing_is_a_fraction(function, smoothing):
    y, values = valid(function)
    with pytest.raises(ce.InputError, match="label_smoothing") as error:
        function(y, values, label_smoothing=smoothing)
    assert error.value.rule == "fraction"


@pytest.mark.parametrize("function", [*BINARY, ce.binary_focal_loss_with_logits])
@pytest.mark.parametrize(
    ("y", "values", "rule", "message"),
    [
        ([0, 2, 1], [0.1, 0.2, 0.3], "probability_range", "y_true .* position 1 is 2"),
        ([0, -0.5, 1], [0.1, 0.2, 0.3], "probability_range", "position 1 is -0.5"),
        ([0, np.nan, 1], [0.1, 0.2, 0.3], "nan", "y_true .* position 1 is"),
        ([0, 1, 1], [0.1, 0.2, np.nan], "nan", "position 2 is"),
        ([0, 1, 1], [[0.1], [0.2], [0.3]], "shape", r"\(3,\) and \(3, 1\)"),
        ([1], [0.1, 0.2], "shape", r"\(1,\) and \(2,\)"),
        ([], [], "empty", "at least one value"),
        (["yes", "no"], [0.1, 0.2], "numbers", "'yes'"),
        ([0, 1], ["50%", "0,5"], "numbers", "'50%'"),
    ],
)
def test_binary_inputs_have_rules(function, y, values, rule, message):
    for reduction in ("mean", "none"):
        with pytest.raises(ce.InputError, match=message) as error:
            function(y, values, reduction=reduction)
        assert error.value.rule == rule


def test_probabilities_must_be_probabilities():
    with pytest.raises(ce.InputError, match=r"y_prob .* position \(1, 0\) is 1.2"):
        ce.binary_cross_entropy([[0, 1], [1, 0]], [[0.5, 0.5], [1.2, 0.5]])
    with pytest.raises(ce.InputError, match=r"it is -0\.1"):
        ce.binary_cross_entropy(1, -0.1)
    with pytest.raises(ce.InputError, match=r"row 1 sums to 0\.9"):
        ce.categorical_cross_entropy([0, 1], [[0.5, 0.5], [0.5, 0.4]])
    with pytest.raises(ce.InputError, match=r"row 0 sums to 1\.4"):
        ce.categorical_cross_entropy_with_logits([[0.7, 0.7]], [[1.0, 2.0]])


@pytest.mark.parametrize("function", CATEGORICAL)
@pytest.mark.parametrize(
    ("y", "options", "rule", "message"),
    [
        ([0, 3, 1], {}, "label_range", "from 0 to 2; position 1 is 3"),
        ([0, -1, 1], {}, "label_range", "position 1 is -1"),
        ([0, 1, -100], {}, "label_range", "position 2 is -100"),
        ([0, 3, -100], {"ignore_index": -100}, "label_range", "position 1 is 3"),
        ([0, 1.5, 1], {}, "label_whole", "position 1 is 1.5"),
        ([0, np.nan, 1], {}, "label_whole", "position 1 is nan"),
        ([0, 1], {}, "target_shape", r"\(2,\) and \(3, 3\)"),
        (1, {}, "target_shape", r"\(\) and \(3, 3\)"),
        ([[0], [1], [2]], {}, "shape", r"\(3, 1\) and \(3, 3\)"),
        (np.eye(3), {"ignore_index": 0}, "ignore_index_with_rows", "class indices"),
        ([0, 1, 2], {"ignore_index": 0.5}, "whole", "ignore_index .* it is 0.5"),
        ([0, 0, 0], {"ignore_index": 0}, "nothing_to_average", "every sample"),
        ([0, 0, 0], {"class_weight": [0, 1, 1]}, "nothing_to_average", "every sample"),
        ([0, 1, 2], {"class_weight": [0, 0, 0]}, "weights_all_zero", "class_weight"),
        ([0, 1, 2], {"class_weight": [1, -1, 1]}, "weight_range", "position 1 is -1"),
        ([0, 1, 2], {"class_weight": [1, 1]}, "weight_shape", "class_weight"),
        ([], {}, "empty", "y_true"),
    ],
)
def test_categorical_inputs_have_rules(function, y, options, rule, message):
    with pytest.raises(ce.InputError, match=message) as error:
        function(y, TABLE, **options)
    assert error.value.rule == rule


@pytest.mark.parametrize("reduction", ["none", "mean"])
def test_rows_of_scores_without_a_limit_are_refused(reduction):
    def loss(rows):
        return ce.categorical_cross_entropy_with_logits([0, 0], rows, reduction=reduction)

    with pytest.raises(ce.InputError, match="row 1 holds it 2 times"):
        loss([[0.0, 1.0], [INF, INF]])
    with pytest.raises(ce.InputError, match="row 0 is"):
        loss([[-INF, -INF], [0.0, 1.0]])
    with pytest.raises(ce.InputError, match=r"NaN; position \(1, 1\) is"):
        loss([[0.0, 1.0], [0.0, np.nan]])


@pytest.mark.parametrize("weight", [-1.0, np.inf, np.nan, [1.0, 1.0, 1.0, 1.0]])
def test_pos_weight_has_rules(weight):
    with pytest.raises(ce.InputError, match="pos_weight"):
        ce.binary_cross_entropy_with_logits([0, 1, 1], [0.1, 0.2, 0.3], pos_weight=weight)
