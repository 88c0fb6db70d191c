"""The tangent has the slope p − y, arrows lead from p to y, curves break where the values do."""

import json
import math

import numpy as np
import pytest

from ce_core.examples.digits import FORMS, DigitsExample
from ce_core.examples.logits import LogitsExample, ScoreExample
from ce_core.examples.twice import TwiceExample
from pages.logits import comparisons, figures
from pages.logits.reading import read
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.reading.classes import article_classes
from pages.parts.wording.words import words

TEXT = words("logits")


def prices(score=-2.0, y=1):
    example = ScoreExample.from_score(score, y)
    return example, figures.loss_curves(example, TEXT, LIGHT)


def many(count):
    rng = np.random.default_rng(count)
    names = tuple(f"class number {i}" for i in range(count))
    return LogitsExample.of(classes=names, scores=rng.normal(size=count), true=1)


def pushes(example=None):
    example = example or read(article_classes(), "green")
    return example, figures.pushes(example, TEXT, LIGHT)


def digits(form, score=20.0):
    return comparisons.digit_curves(DigitsExample.from_score(form, score), TEXT, DARK)


def twice(*scores, true=0):
    names = tuple(f"c{i}" for i in range(len(scores)))
    once = LogitsExample.of(classes=names, scores=np.array(scores), true=true)
    example = TwiceExample.from_logits(once)
    return example, comparisons.twice_curves(example, TEXT, LIGHT)


@pytest.mark.parametrize(("score", "y"), [(-2.0, 1), (8.0, 0), (0.0, 1), (-8.0, 0)])
def test_the_tangent_touches_at_the_score_with_the_slope_p_minus_y(score, y, valid):
    example, figure = prices(score, y)
    *_, tangent, mark = valid(figure)["data"]
    (x0, x1), (y0, y1) = tangent["x"], tangent["y"]
    assert (y1 - y0) / (x1 - x0) == pytest.approx(example.gradient)
    assert ((x0 + x1) / 2, (y0 + y1) / 2) == pytest.approx((score, example.surprisal))
    assert (mark["x"], mark["y"]) == ([score], [example.surprisal])


def arrows(figure):
    return [note for note in figure["layout"]["annotations"] if note["showarrow"]]


def test_the_arrow_points_downhill_and_vanishes_where_it_is_flat():
    for score, y, direction in ((-2.0, 1, 1), (2.0, 0, -1)):
        (arrow,) = arrows(prices(score, y)[1])
        assert np.sign(arrow["x"] - arrow["ax"]) == direction
        assert arrow["y"] < arrow["ay"]
    assert not arrows(prices(8.0, 1)[1])


def test_axes_do_not_move_with_the_score():
    (_, one), (_, other) = prices(-2.0), prices(7.0, 0)
    for axis in ("xaxis", "yaxis"):
        assert one["layout"][axis]["range"] == other["layout"][axis]["range"]


def test_each_arrow_leads_from_p_to_y(valid):
    example, figure = pushes()
    blue, green = arrows(valid(figure))  # red's would be too short to see
    assert (blue["ay"], blue["y"]) == (pytest.approx(example.p[0]), 0)
    assert (green["ay"], green["y"]) == (pytest.approx(example.p[1]), 1)
    assert figure["layout"]["xaxis"]["ticktext"][1] == "<b>green ✓</b><br>−0.741"


def test_each_class_has_its_target_line():
    _, figure = pushes()
    assert [shape["y0"] for shape in figure["layout"]["shapes"]] == [0, 1, 0]


@pytest.mark.parametrize("count", [2, 6, 7, 13, 20])
def test_many_classes_have_less_text_and_stay_valid(count, valid):
    _, figure = pushes(many(count))
    valid(figure)
    assert ("<br>" in figure["layout"]["xaxis"]["ticktext"][0]) == (count <= 6)
    assert bool(figure["data"][1]["text"][0]) == (count <= 12)


def test_names_are_no_markup():
    table = article_classes().assign(**{"class": ["<b>x</b>", "green", "red"]})
    _, figure = pushes(read(table, "green"))
    assert "&lt;b&gt;x&lt;/b&gt;" in figure["layout"]["xaxis"]["ticktext"][0]
    assert "<b>x" not in figure["data"][0]["customdata"][0]


@pytest.mark.parametrize("form", FORMS)
def test_the_digits_are_drawn_and_every_break_is_marked(form, valid):
    example = DigitsExample.from_score(form, 20.0)
    figure = valid(digits(form))
    json.dumps(figure, allow_nan=False)
    lines = [trace for trace in figure["data"] if trace["mode"] == "lines"]
    marks = [trace for trace in figure["data"] if trace["mode"] == "markers+text"]
    assert len(lines) == 4
    assert sum(len(trace["x"]) for trace in marks) == sum(len(w.breaks) for w in example.ways)
    assert {trace["line"]["dash"] for trace in lines} == {"solid", "dash"}


@pytest.mark.parametrize(
    ("form", "signs"),
    [
        ("right", {"0"}),
        ("wrong", {"∞"}),
        ("softmax_right", {"0", "NaN"}),
        ("softmax_wrong", {"∞"}),
    ],
)
def test_a_break_says_what_the_value_becomes(form, signs):
    texts = [text for trace in digits(form)["data"] for text in trace.get("text", [])]
    assert {text.strip("</b>") for text in texts} == signs


def test_the_line_at_the_score_moves_and_nothing_else():
    one, other = digits("wrong", 20.0), digits("wrong", 900.0)
    assert one["layout"]["shapes"][0]["x0"] == 20
    assert other["layout"]["shapes"][0]["x0"] == 900
    assert one["data"] == other["data"]


def test_two_softmaxes_stay_within_their_band(valid):
    example, figure = twice(2.0, 1.0, -1.0)
    (band,) = valid(figure)["layout"]["shapes"]
    assert (band["y0"], band["y1"]) == (example.floor, example.ceiling)
    losses = figure["data"][1]["y"]
    assert band["y0"] - 1e-4 <= min(losses) < max(losses) <= band["y1"] + 1e-4


@pytest.mark.parametrize(
    ("scores", "symbols"),
    [
        ((2.0, 1.0), ("circle", "circle")),
        ((-9.0, 0.0), ("triangle-up", "circle")),
        ((-500.0, 0.0), ("triangle-left", "triangle-left")),
        ((500.0, 0.0), ("triangle-right", "triangle-right")),
    ],
)
def test_a_case_outside_the_frame_is_marked_at_its_edge(scores, symbols, valid):
    _, figure = twice(*scores)
    *_, once, both = valid(figure)["data"]
    assert (once["marker"]["symbol"], both["marker"]["symbol"]) == symbols
    low, high = figure["layout"]["xaxis"]["range"]
    assert low <= once["x"][0] <= high
    assert once["y"][0] <= figure["layout"]["yaxis"]["range"][1]


@pytest.mark.parametrize(
    "make",
    [
        lambda: prices()[1],
        lambda: pushes(many(20))[1],
        lambda: digits("softmax_right"),
        lambda: twice(2.0, 1.0, -1.0)[1],
    ],
)
def test_figures_are_small(make):
    assert len(json.dumps(make())) < 12_000


def test_broken_values_have_names():
    values = (0.0, math.inf, math.nan)
    assert [comparisons.broken_value(value) for value in values] == ["0", "∞", "NaN"]
