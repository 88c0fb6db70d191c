"""What is no label, prediction, weight or slice is refused by rule, value, place and suggestion."""

import numpy as np
import pytest

from ce_core import InputError
from ce_core.account import compare_models, loss_account

HALF = [0.5, 0.5]
THIRDS = [[0.5, 0.25, 0.25]] * 3


def refusal(*args, **options):
    with pytest.raises(InputError) as caught:
        loss_account(*args, **options)
    return caught.value


SENTENCES = {
    "nothing": ([], [], {}, "empty", "y_pred must hold at least one value"),
    "fewer labels": ([0], HALF, {}, "row_count", "they have 1 and 2"),
    "a table of labels": ([[0, 1]], HALF, {}, "label_shape", "its shape is (1, 2)"),
    "one column in a table": (
        [0, 1],
        [[0.5], [0.5]],
        {},
        "prediction_shape",
        "one number a row for two classes",
    ),
    "a label missing": ([0, None], HALF, {}, "label_missing", "position 1 is None"),
    "a label nan": ([0, np.nan], HALF, {}, "nan", "y_true must not be NaN; position 1 is"),
    "labels 1 and 2": ([1, 2], HALF, {}, "label_scheme", "classes=[1, 2] would say so"),
    "labels 1 to 3": ([1, 2, 3], THIRDS, {}, "label_scheme", "classes=[1, 2, 3] would say so"),
    "labels -1 and 1": ([-1, 1], HALF, {}, "label_scheme", "classes=[-1, 1] would say so"),
    "a label out of range": ([0, 7], HALF, {}, "label_range", "position 1 is 7"),
    "half a label": ([0, 0.5], HALF, {}, "label_whole", "position 1 is 0.5"),
    "words": (["no", "yes"], HALF, {}, "label_words", "classes=['no', 'yes'] says so"),
    "words of a third class": (
        ["a", "b"],
        THIRDS[:2],
        {},
        "label_words",
        "say by classes which column belongs to which.",
    ),
    "a word that is no class": (
        ["no", "maybe"],
        HALF,
        {"classes": ["no", "yes"]},
        "label_unknown",
        "one of the classes no, yes; position 1 is maybe",
    ),
    "a class named twice": ([0, 1], HALF, {"classes": [0, 0]}, "class_names", "[0, 0]"),
    "a list for a class": ([0, 1], HALF, {"classes": [["a"], ["b"]]}, "class_names", "[['a'], "),
    "masked labels": (np.ma.array([0, 1], mask=[0, 1]), HALF, {}, "masked", "y_true"),
    "a seed below 0": ([0, 1], HALF, {"seed": -1}, "seed", "from 0 to 16777215; it is -1"),
    "half a seed": ([0, 1], HALF, {"seed": 0.5}, "seed", "it is 0.5"),
    "too few classes": ([0, 1, 1], THIRDS, {"classes": [0, 1]}, "class_names", "3 classes"),
    "nan": ([0, 1], [0.5, np.nan], {}, "nan", "y_pred must not be NaN; position 1 is"),
    "nothing there": ([0, 1], [0.5, None], {}, "numbers", "position 1 is None"),
    "text": ([0, 1], ["0.5", "x"], {}, "numbers", "y_pred must hold real numbers"),
    "infinity": ([0, 1], [0.5, np.inf], {}, "probability_range", 'say kind="logits"'),
    "per cent": ([0, 1], [20.0, 75.0], {}, "per_cent", "divide by 100"),
    "scores": ([0, 1], [-2.0, 0.5], {}, "probability_range", 'say kind="logits"'),
    "rows that do not sum to 1": (
        [0, 1, 2],
        [[0.5, 0.25, 0.25], [0.5, 0.5, 0.5], [0.9, 0.9, 0.9]],
        {},
        "row_sum",
        "row 1 sums to 1.5, 2 rows are off, row 2 the most, by 1.7. If they are scores",
    ),
    "a logit nan": ([0, 1], [0.5, np.nan], {"kind": "logits"}, "nan", "position 1"),
    "a row of -inf": ([0], [[-np.inf] * 2], {"kind": "logits"}, "all_minus_infinity", "row 0"),
    "a logarithm above 0": (
        [0, 1],
        [-0.5, 0.5],
        {"kind": "log_probabilities"},
        "log_probability_range",
        "position 1 is 0.5",
    ),
    "logarithms that do not sum to 1": (
        [0],
        [[-0.5, -0.5]],
        {"kind": "log_probabilities"},
        "row_sum",
        "exp(y_pred) must sum to 1",
    ),
    "another kind": ([0, 1], HALF, {"kind": "odds"}, "kind", "it is 'odds'"),
    "a weight below 0": (
        [0, 1],
        HALF,
        {"sample_weight": [1, -1]},
        "weight_range",
        "position 1 is -1",
    ),
    "weights all 0": ([0, 1], HALF, {"sample_weight": [0, 0]}, "weights_all_zero", "not all be 0"),
    "a slice of another length": (
        [0, 1],
        HALF,
        {"slice_by": {"<b>age</b>": [1, 2, 3]}},
        "slice_shape",
        "the slice <b>age</b> must have one value a row",
    ),
    "a depth of 4": ([0, 1], HALF, {"slice_by": {}, "depth": 4}, "depth", "it is 4"),
}


@pytest.mark.parametrize(
    ("y", "p", "options", "rule", "words"), SENTENCES.values(), ids=SENTENCES.keys()
)
def test_a_sentence_for_each(y, p, options, rule, words):
    refused = refusal(y, p, **options)
    assert refused.rule == rule
    assert words in str(refused)


def test_the_suggested_classes_are_taken():
    for y, p in (([1, 2, 2], HALF[:1] * 3), ([-1, 1, 1], HALF[:1] * 3), (["b", "a"], HALF)):
        suggestion = refusal(y, p).details["suggestion"]
        assert loss_account(y, p, classes=suggestion, libraries=False).balance.count == len(y)


def test_a_second_model_is_checked_too():
    with pytest.raises(InputError, match="must lie between 0 and 1"):
        compare_models([0, 1], HALF, [0.5, 1.5e3])
