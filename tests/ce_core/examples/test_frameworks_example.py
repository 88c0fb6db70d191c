"""Pasted arrays under four libraries: the article's cases, the rules, the samples, bad input."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core import article
from ce_core.checks import InputError
from ce_core.examples.frameworks import (
    FrameworkExample,
    article_case,
    offered_options,
    same_digits,
)

read = FrameworkExample.from_text


def printed(example):
    return {name: loss.printed for name, loss in example.losses.items()}


@pytest.mark.parametrize(
    ("case", "kind", "figure"),
    [
        ("pytorch_bce", "squashed", "pytorch.bce"),
        ("pytorch_bce", "scores", "pytorch.bce"),
        ("pytorch_ce", "scores", "pytorch.ce"),
        ("keras_bce", "probabilities", "keras.bce"),
        ("keras_cce", "probabilities", "keras.cce"),
    ],
)
def test_the_articles_cases_give_the_ledgers_exact_values(case, kind, figure):
    example = read(*article_case(case), kind=kind)
    assert example.found.mathematics.loss == pytest.approx(article.figure(figure).exact, rel=1e-11)
    assert example.furthest is None
    assert example.culprits == ()


def test_squashing_first_asks_for_the_loss_from_probabilities():
    example = read(*article_case("pytorch_bce"), kind="squashed")
    assert example.losses["pytorch"].call == "F.binary_cross_entropy(p, y)"
    assert printed(example)["pytorch"] == "0.45795983"


def test_certain_and_wrong():
    example = read("[1]", "[0]")
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
    example = read(" ".join(map(str, y)), " ".join(map(str, p)))
    assert example.culprits == (1234,)
    assert example.worst == 1234
    assert example.furthest is not None


def test_the_sample_moved_most_comes_first():
    example = read("[0, 1, 1]", "[1e-9, 0.5, 0]")
    assert example.culprits == (2, 0)


def test_without_a_culprit_the_costliest_sample_is_looked_at():
    assert read("[1, 1]", "[0.9, 0.2]").worst == 1


def test_a_row_that_sums_to_two():
    example = read("[[0, 1, 0]]", "[[0.4, 0.9, 0.7]]")
    assert example.found.mathematics.undefined.rule == "row_sum"
    assert example.losses["keras"].loss == pytest.approx(-math.log(0.45))
    assert example.losses["scikit_learn"].loss == pytest.approx(-math.log(0.9))


def test_the_mean_that_divides_by_something_else_has_no_culprit():
    example = read("1 0", "0.9 0.2", sample_weight="5 1")
    assert example.culprits == ()
    assert example.furthest in ("pytorch", "keras")


def test_options_that_do_not_belong_are_passed_over():
    example = read("1 0", "0.9 0.2", pos_weight="3", class_weight="1 2", ignore_index="x")
    assert dict(example.options) == {}


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
    assert read("1 0", "1 -1", kind="scores", pos_weight="3").losses["pytorch"].loss == (
        pytest.approx(0.6265233750364457)
    )
    smoothed = read("1 0", "0.9 0.2", label_smoothing="0.1")
    assert smoothed.losses["keras"].loss > read("1 0", "0.9 0.2").losses["keras"].loss
    ignored = read("0 1", "[[1, 2], [3, 1]]", kind="scores", ignore_index="1")
    assert ignored.losses["pytorch"].per_sample[1] == 0


def test_float64_and_the_backend_are_handed_on():
    example = read("[1]", "[0]", dtype="float64", keras_backend="jax")
    assert example.losses["pytorch"].dtype == "float64"
    assert example.losses["keras"].library.name == "Keras on JAX"


def test_nan_and_values_out_of_range_are_for_each_library_to_answer():
    example = read("[1, 0]", "[nan, 1.2]")
    assert "position 0" in str(example.found.mathematics.undefined)
    assert "RuntimeError" in example.refusals["pytorch"].error
    assert printed(example)["keras"] == "nan"


@pytest.mark.parametrize(
    ("targets", "predictions", "place", "sentence"),
    [
        ("", "[1]", "targets", "y is empty"),
        ("[1]", "[abc]", "predictions", "p must hold numbers; line 1, position 2"),
        ("[1, 0]", "[0.1, 0.2, 0.3]", "predictions", "y has 2, p has 3"),
        ("[[1, 0]]", "[0.1]", "predictions", "y has 1 × 2, p has 1"),
        ("[0.5, 1]", "[[0.1, 0.9], [0.2, 0.8]]", "targets", "whole class indices"),
    ],
)
def test_bad_input_is_named_with_the_input_it_is_in(targets, predictions, place, sentence):
    with pytest.raises(InputError) as caught:
        read(targets, predictions)
    assert caught.value.details["input"] == place
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("option", "text", "sentence"),
    [
        ("sample_weight", "1 2 3", "sample_weight must have the shape (2,); it has (3,)"),
        ("sample_weight", "heavy", "sample_weight must hold numbers"),
        ("label_smoothing", "a lot", "label_smoothing must be one plain number; it is “a lot”"),
    ],
)
def test_a_bad_option_is_named(option, text, sentence):
    with pytest.raises(InputError) as caught:
        read("1 0", "0.9 0.2", **{option: text})
    assert caught.value.details["input"] == option
    assert sentence in str(caught.value)


@pytest.mark.parametrize("label", ["1.5", "1e999", "-1e999"])
def test_a_label_that_is_no_whole_number_cannot_be_ignored(label):
    with pytest.raises(InputError, match="one whole number"):
        read("0 1", "[[1, 2], [3, 1]]", kind="scores", ignore_index=label)


def test_leading_digits_are_compared_with_their_power_of_ten():
    assert same_digits("1.25e-05", "1.2512345e-05") == 4
    assert same_digits("1.25e-05", "1.25e-06") == 0


NUMBERS = st.floats(allow_nan=True, allow_infinity=True, width=32)


@given(
    st.lists(st.tuples(st.sampled_from([0.0, 1.0, 0.5, 2.0, -1.0]), NUMBERS), min_size=1),
    st.sampled_from(["probabilities", "scores", "squashed"]),
    st.sampled_from(["mean", "sum"]),
    st.sampled_from(["own", "float32", "float64"]),
    st.sampled_from(["tensorflow", "torch", "jax"]),
)
def test_any_numbers_give_a_result_or_a_sentence(rows, kind, reduction, dtype, backend):
    y, given_numbers = zip(*rows, strict=True)
    try:
        example = read(
            str(list(y)),
            str(list(given_numbers)),
            kind=kind,
            reduction=reduction,
            dtype=dtype,
            keras_backend=backend,
        )
    except InputError:
        return
    assert set(example.losses) | set(example.refusals) == set(example.found.results)
    assert 0 <= example.worst < len(y)
    assert all(0 <= i < len(y) for i in example.culprits)
