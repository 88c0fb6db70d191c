"""The bars are the losses, their digits the library's own; the marks are the samples' prices."""

import json

import numpy as np
import pytest

from pages.frameworks import figures
from pages.frameworks.reading import article_case, read
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.wording.words import words

TEXT = words("frameworks")


def bars(*arrays, **options):
    return figures.library_bars(read(*arrays, **options), TEXT, LIGHT)


def marks(*arrays, **options):
    return figures.sample_losses(read(*arrays, **options), TEXT, DARK)


def test_each_bar_is_a_loss_and_says_it_to_the_last_digit(valid):
    figure = valid(bars(*article_case("keras_bce")))
    trace = figure["data"][0]
    assert trace["x"] == pytest.approx([0.539846422031] * 4, rel=1e-6)
    assert trace["text"][:3] == ["0.539846422031", "0.5398464", "0.5398464"]
    # Exactly it is …0953367, so that scikit-learn is one unit of float64 off.
    assert trace["text"][3] == "0.539846422030953<b>5</b>"
    (refused,) = figure["layout"]["annotations"]
    assert refused["text"] == "no such loss from probabilities"


def test_digits_that_mathematics_does_not_have_are_bold():
    trace = bars(*article_case("pytorch_bce"), kind="squashed")["data"][0]
    assert trace["text"][1] == "0.4579598<b>3</b>"


def test_the_power_of_ten_is_no_digit():
    trace = bars("[1]", "[40]", kind="scores")["data"][0]
    assert trace["text"][1] == "4.248354e-18"


def test_infinity_leaves_the_frame(valid):
    figure = valid(bars("[1]", "[0]"))
    trace = figure["data"][0]
    assert trace["x"][0] == figure["layout"]["xaxis"]["range"][1]
    assert trace["text"] == [
        "∞",
        "<b>100.0</b>",
        "<b>16.118095</b>",
        "<b>36.04365338911715</b>",
    ]
    json.dumps(figure, allow_nan=False)


@pytest.mark.parametrize(
    ("targets", "predictions", "kind"),
    [
        ("[1, 0]", "[nan, 1.2]", "probabilities"),
        ("[2, -1]", "[3, 3]", "scores"),
        ("[1, 0]", "[inf, -inf]", "scores"),
        ("[1, 0]", "[40, -40]", "scores"),
        ("[1]", "[1]", "probabilities"),
        ("[7]", "[[0.5, 0.5]]", "probabilities"),
        ("[7]", "[[0.5, 0.5]]", "scores"),
        ("[[0, 0]]", "[[0, 0]]", "probabilities"),
    ],
)
def test_odd_inputs_make_figures_that_plotly_takes(valid, targets, predictions, kind):
    for make in (bars, marks):
        json.dumps(valid(make(targets, predictions, kind=kind)), allow_nan=False)


def test_the_axis_stays_while_the_data_moves_a_little():
    first, second = bars("[1, 1]", "[0.5, 0.6]"), bars("[1, 1]", "[0.5, 0.62]")
    assert first["layout"]["xaxis"]["range"] == second["layout"]["xaxis"]["range"]


def test_marks_lie_at_the_samples_surprisals(valid):
    figure = valid(marks("[1, 1]", "[0, 0.5]"))
    exact, pytorch, keras, _ = figure["data"]
    assert exact["x"][0] == 3.6
    assert pytorch["x"] == pytest.approx([2, np.log10(np.log(2))])
    assert keras["x"][0] == pytest.approx(np.log10(16.118095))
    assert figure["layout"]["yaxis"]["ticktext"][0] == "<b>▸ [0]  y = 1, p = 0</b>"


def test_a_surprisal_of_nothing_has_a_place_of_its_own():
    figure = marks("[1]", "[1]")
    exact, _, keras, _ = figure["data"]
    assert exact["x"] == [figure["layout"]["xaxis"]["tickvals"][0]]
    assert keras["x"] == pytest.approx([np.log10(1.1920929e-7)])


def test_of_many_samples_the_culprits_are_shown_first():
    p = np.full(500, 0.9)
    p[[3, 333]] = 0
    example = read("1 " * 500, " ".join(map(str, p)))
    shown = figures.shown_samples(example)
    assert len(shown) == figures.MOST_SAMPLES
    assert {3, 333} <= set(shown)
    assert list(shown) == sorted(shown)


@pytest.mark.parametrize("make", [bars, marks])
def test_figures_are_small(make):
    assert len(json.dumps(make(*article_case("pytorch_bce"), kind="squashed"))) < 8_000
