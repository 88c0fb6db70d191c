"""Pasted arrays and options: read as they stand, or named with the input they are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core import article
from ce_core.checks import InputError
from pages.frameworks.reading import article_case, read


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
    assert example.found.mathematics.loss == pytest.approx(
        article.printed_number(figure).exact, rel=1e-11
    )
    assert example.furthest is None
    assert example.culprits == ()


def test_choices_and_options_are_read_and_handed_on():
    example = read(
        "0 1",
        "[[1, 2], [3, 1]]",
        kind="scores",
        reduction="sum",
        dtype="float64",
        keras_backend="jax",
        sample_weight="5 1",
        class_weight="[1, 2]",
        ignore_index="−100",
        pos_weight="",
    )
    assert (example.kind, example.task, example.reduction) == ("scores", "sparse", "sum")
    assert example.keras_backend == "jax"
    assert example.options["sample_weight"].tolist() == [5, 1]
    assert example.options["class_weight"].tolist() == [1, 2]
    assert example.options["ignore_index"] == -100
    assert "pos_weight" not in example.options
    assert read("[1]", "[0]", dtype="float64").losses["pytorch"].dtype == "float64"
    assert read("1 0", "0.9 0.2", label_smoothing=" 0.1 ").options == {"label_smoothing": 0.1}


def test_options_that_do_not_belong_are_passed_over():
    example = read("1 0", "0.9 0.2", pos_weight="3", class_weight="1 2", ignore_index="x")
    assert dict(example.options) == {}


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
