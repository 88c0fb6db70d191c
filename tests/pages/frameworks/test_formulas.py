"""A sample's formulas hold its numbers and end in what each library charges."""

import pytest

from pages.frameworks import formulas
from pages.frameworks.reading import article_case, read
from pages.parts.drawing.palette import LIGHT
from pages.parts.wording.words import words

TEXT = words("frameworks")


def lines(*arrays, sample=0, **options):
    example = read(*arrays, **options)
    return formulas.of_sample(example, sample, TEXT, LIGHT)


def test_the_impossible():
    exact, pytorch, keras, scikit_learn = lines("[1]", "[0]")
    assert r"-\ln 0$ $= \infty" in exact
    assert r"-\max(\ln 0,\, -100)$ $= 100.0" in pytorch
    assert "10^{-7}" in keras
    assert "16.118095" in keras
    assert r"\varepsilon" in scikit_learn
    assert "36.04365338911715" in scikit_learn


def test_the_other_way_takes_one_minus_p():
    assert r"-\ln (1 - 1)" in lines("[0]", "[1]")[0]


def test_scores_end_in_powers_of_ten():
    exact, pytorch, _, optax = lines("[0]", "[-40]", kind="scores")
    assert r"\ln(1 + e^{-40})$ $= 4.248354255291589\times10^{-18}" in exact
    assert r"-40 - \ln \sigma(-40)$ $= 0.0" in pytorch
    assert r"-\ln \sigma(40)" in optax


@pytest.mark.parametrize(
    ("backend", "form"),
    [
        ("tensorflow", r"\max(-40,\, 0) + \ln(1 + e^{-40})$ $= 4.24835"),
        ("torch", r"-40 - \ln \sigma(-40)$ $= 0.0"),
        ("jax", r"-\ln \sigma(40)$ $= 4.24835"),
    ],
)
def test_keras_takes_scores_as_its_backend_does(backend, form):
    keras = lines("[0]", "[-40]", kind="scores", keras_backend=backend)[2]
    assert form in keras


@pytest.mark.parametrize(
    ("backend", "form"),
    [
        ("tensorflow", r"\ln\bigl(1 - "),
        ("torch", r"\operatorname{log1p}"),
        ("jax", r"\ln\bigl(1 - "),
    ],
)
def test_keras_takes_one_minus_p_as_its_backend_does(backend, form):
    assert form in lines("[0]", "[0.2]", keras_backend=backend)[2]


@pytest.mark.parametrize("backend", ["tensorflow", "torch", "jax"])
def test_only_on_tensorflow_goes_a_class_through_a_second_softmax(backend):
    keras = lines("[0]", "[[0.7, 0.3]]", keras_backend=backend)[1]
    assert (r"{\sum \operatorname{clip}}" in keras) == (backend == "tensorflow")
    assert (r"\operatorname{clip}(0.7 / 1," in keras) == (backend != "tensorflow")


def test_classes_are_a_sum_of_powers():
    exact = lines(*article_case("pytorch_ce"), sample=0, kind="scores")[0]
    assert exact.count("e^{") == 5
    assert "- 1.6812" in exact


def test_a_row_that_sums_to_two_has_no_line_for_mathematics():
    keras, scikit_learn = lines("[[0, 1, 0]]", "[[0.4, 0.9, 0.7]]")
    assert "0.9 / 2" in keras
    assert "0.9" in scikit_learn


@pytest.mark.parametrize(
    ("targets", "predictions", "options"),
    [
        ("[0.5]", "[0.5]", {}),
        ("[1]", "[nan]", {}),
        ("[1]", "[0.5]", {"label_smoothing": "0.1"}),
        ("[9]", "[[0.5, 0.5]]", {}),
        ("[[0.5, 0.5]]", "[[0.5, 0.5]]", {}),
    ],
)
def test_where_no_plain_form_holds_there_is_none(targets, predictions, options):
    assert lines(targets, predictions, **options) == []


@pytest.mark.parametrize("kind", ["probabilities", "scores", "squashed"])
@pytest.mark.parametrize("case", ["keras_bce", "keras_cce"])
def test_the_general_formula_fits_every_case(case, kind):
    example = read(*article_case(case), kind=kind)
    assert r"\frac{1}{n}" in formulas.general(example)
    assert lines(*article_case(case), kind=kind)
