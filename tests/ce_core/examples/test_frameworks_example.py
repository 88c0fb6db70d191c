"""The same arrays under four libraries: the article's cases, the rules, the samples, bad input."""

import math

import numpy as np
import pytest

from ce_core import article
from ce_core.checks import InputError
from ce_core.examples.frameworks import FrameworkExample, offered_options

of = FrameworkExample.of


def printed(example):
    return {name: loss.printed for name, loss in example.losses.items()}


def test_squashing_first_asks_for_the_loss_from_probabilities():
    example = of(article.PYTORCH_BCE_Y, article.PYTORCH_BCE_X, kind="squashed")
    assert example.losses["pytorch"].call == "F.binary_cross_entropy(p, y)"
    assert printed(example)["pytorch"] == "0.45795983"


def test_certain_and_wrong():
    example = of([1], [0])
    assert example.found.mathematics.loss == math.inf
    assert printed(example) == {
        "pytorch": "100.0",
        "keras": "16.118095",
        "scikit_learn": "36.04365338911715",
    }
    assert example.refusals["optax"].rule.id == "needs_logits"


def test_the_culprits_are_found_in_a_crowd():
    y, p = np.ones(10_000), np.full(10_000, 0.5)
    p[1234] = 0.0
    example = of(y, p)
    assert example.culprits == (1234,)
    assert example.worst == 1234
    assert example.furthest is not None


def test_the_sample_moved_most_comes_first():
    example = of([0, 1, 1], [1e-9, 0.5, 0])
    assert example.culprits == (2, 0)


def test_without_a_culprit_the_costliest_sample_is_looked_at():
    assert of([1, 1], [0.9, 0.2]).worst == 1


def test_a_row_that_sums_to_two():
    example = of([[0, 1, 0]], [[0.4, 0.9, 0.7]])
    assert example.found.mathematics.undefined.rule == "row_sum"
    assert example.losses["keras"].loss == pytest.approx(-math.log(0.45))
    assert example.losses["scikit_learn"].loss == pytest.approx(-math.log(0.9))


def test_the_mean_that_divides_by_something_else_has_no_culprit():
    example = of([1, 0], [0.9, 0.2], sample_weight=[5, 1])
    assert example.culprits == ()
    assert example.furthest in ("pytorch", "keras")


@pytest.mark.parametrize(
    ("task", "kind", "names"),
    [
        ("binary", "probabilities", {"sample_weight", "label_smoothing"}),
        ("binary", "scores", {"sample_weight", "pos_weight", "label_smoothing"}),
        ("sparse", "scores", {"sample_weight", "class_weight", "label_smoothing", "ignore_index"}),
        ("dense", "probabilities", {"sample_weight", "label_smoothing"}),
    ],
)
def test_options_are_offered_where_they_apply(task, kind, names):
    assert set(offered_options(task, kind)) == names


def test_pos_weight_smoothing_and_ignored_labels_change_the_figure():
    assert of([1, 0], [1, -1], kind="scores", pos_weight=3).losses["pytorch"].loss == (
        pytest.approx(0.6265233750364457)
    )
    smoothed = of([1, 0], [0.9, 0.2], label_smoothing=0.1)
    assert smoothed.losses["keras"].loss > of([1, 0], [0.9, 0.2]).losses["keras"].loss
    ignored = of([0, 1], [[1, 2], [3, 1]], kind="scores", ignore_index=1)
    assert ignored.losses["pytorch"].per_sample[1] == 0


def test_float64_and_the_backend_are_handed_on():
    example = of([1], [0], dtype="float64", keras_backend="jax")
    assert example.losses["pytorch"].dtype == "float64"
    assert example.losses["keras"].library.name == "Keras on JAX"


def test_nan_and_values_out_of_range_are_for_each_library_to_answer():
    example = of([1, 0], [math.nan, 1.2])
    assert "position 0" in str(example.found.mathematics.undefined)
    assert "RuntimeError" in example.refusals["pytorch"].error
    assert printed(example)["keras"] == "nan"


@pytest.mark.parametrize(
    ("y", "given", "kind", "figure"),
    [
        (article.PYTORCH_BCE_Y, article.PYTORCH_BCE_X, "squashed", "pytorch.bce"),
        (article.PYTORCH_BCE_Y, article.PYTORCH_BCE_X, "scores", "pytorch.bce"),
        (article.PYTORCH_CE_Y, article.PYTORCH_CE_X, "scores", "pytorch.ce"),
        (article.KERAS_BCE_Y_TRUE, article.KERAS_BCE_Y_PRED, "probabilities", "keras.bce"),
        ([article.KERAS_CCE_Y_TRUE], [article.KERAS_CCE_Y_PRED], "probabilities", "keras.cce"),
    ],
)
def test_the_articles_cases_give_the_ledgers_exact_values(y, given, kind, figure):
    example = of(y, given, kind=kind)
    assert example.found.mathematics.loss == pytest.approx(
        article.printed_number(figure).exact, rel=1e-11
    )
    assert example.furthest is None
    assert example.culprits == ()


@pytest.mark.parametrize(
    ("y", "given", "options", "sentence"),
    [
        ([1, 0], [0.1, 0.2, 0.3], {}, "y has 2, p has 3"),
        ([[1, 0]], [0.1], {}, "y has 1 × 2, p has 1"),
        ([0.5, 1], [[0.1, 0.9], [0.2, 0.8]], {}, "whole class indices"),
        ([1, 0], ["0.1", "0.2"], {}, "p must hold real numbers"),
        ([1, 0], [0.9, 0.2], {"sample_weight": [1, 2, 3]}, r"must have the shape \(2,\)"),
        ([1, 0], [0.9, 0.2], {"pos_weight": 3.0}, "pos_weight does not belong to this loss"),
        ([1, 0], [0.9, 0.2], {"ignore_index": 0}, "what does is sample_weight, label_smoothing"),
    ],
)
def test_bad_input_is_named(y, given, options, sentence):
    with pytest.raises(InputError, match=sentence):
        of(y, given, **options)


def test_the_example_keeps_its_own_copy():
    p = np.array([0.9, 0.2])
    example = of([1, 0], p)
    p[:] = 0.5
    assert example.given.tolist() == [0.9, 0.2]
