"""The four bars of each class, and the curves of the sweep."""

import json

import numpy as np
import pytest

from ce_core.examples.softmax import SoftmaxExample, article_classes
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.wording.words import words
from pages.softmax import figures

TEXT = words("softmax")
ARTICLE = SoftmaxExample.from_table(article_classes())


def size(figure):
    """Return how many bytes the figure takes on its way to the browser."""
    return len(json.dumps(figure, allow_nan=False, separators=(",", ":")))


def example(*scores, **options):
    return SoftmaxExample.from_scores([f"C{i}" for i in range(len(scores))], scores, **options)


def panels(of, colours=LIGHT):
    """Return for each of the four columns: lengths, texts, foot."""
    figure = figures.four_bars(of, TEXT, colours)
    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    texts = [trace["text"] for trace in figure["data"] if trace.get("mode") == "text"]
    feet = [note["text"] for note in figure["layout"]["annotations"][1::2]]
    return list(zip([bar["x"] for bar in bars], texts, feet, strict=True))


def test_the_article_from_score_to_probability(valid):
    valid(figures.four_bars(ARTICLE, TEXT, LIGHT))
    score, share, power, probability = panels(ARTICLE)
    assert score == ([2, 1, -1], ["2", "1", "−1"], "sum 2")
    assert share[0] == [1, 0.5, -0.5]
    assert share[1:] == (["<s>1.000</s>", "<s>0.500</s>", "<s>−0.500</s>"], "✖ below 0")
    assert power[1:] == (["7.389", "2.718", "0.3679"], "sum 10.48")
    assert power[0] == pytest.approx([1, np.exp(-1), np.exp(-3)], rel=1e-3)
    assert probability[1:] == (["0.7054", "0.2595", "0.0351"], "sum 1")
    assert probability[0] == pytest.approx(ARTICLE.probabilities, rel=1e-3)


def test_shares_that_work_are_not_struck_out():
    _, share, *_ = panels(example(3, 1))
    assert share[1:] == (["0.750", "0.250"], "sum 1")


def test_a_sum_of_zero_has_no_bars_and_says_why():
    _, share, *_ = panels(example(2, 1, -3))
    assert share == ([0, 0, 0], ["<s>2 ÷ 0</s>", "<s>1 ÷ 0</s>", "<s>−3 ÷ 0</s>"], "✖ ÷ 0")


def test_shares_turned_over_are_struck_out():
    assert panels(example(-1, -2))[1][2] == "✖ reversed"


def test_an_overflow_fills_the_frame_and_leaves_the_probabilities(valid):
    of = SoftmaxExample.from_table(article_classes(), constant=1000)
    figure = valid(figures.four_bars(of, TEXT, LIGHT))
    heads = [note["text"] for note in figure["layout"]["annotations"][::2]]
    assert heads[0] == "score<br>+ 1000"
    assert "<s>e<sup>score</sup> ÷ ∞</s>" in heads[3]
    _, _, power, probability = panels(of)
    assert power == ([1, 1, 1], ["∞", "∞", "∞"], "sum ∞")
    assert probability[1] == ["0.7054", "0.2595", "0.0351"]


def test_an_underflow_has_no_bars(valid):
    of = SoftmaxExample.from_table(article_classes(), constant=-1000)
    valid(figures.four_bars(of, TEXT, LIGHT))
    assert panels(of)[2] == ([0, 0, 0], ["0", "0", "0"], "sum 0")


def test_a_share_far_beyond_1_stays_in_its_column():
    assert panels(example(100, -99.9))[1][0] == [1, -1]


def test_temperature_stands_in_the_head():
    figure = figures.four_bars(example(2, 1, temperature=0.5), TEXT, LIGHT)
    assert figure["layout"]["annotations"][4]["text"] == "e<sup>score ÷ T</sup>"


@pytest.mark.parametrize("moved", [0, 1, 2])
def test_the_curves_are_the_probabilities(valid, moved):
    figure = valid(figures.sweep_curves(ARTICLE, moved, TEXT, LIGHT))
    *curves, marks = figure["data"]
    assert marks["x"] == [ARTICLE.own_scores[moved]] * 3
    assert marks["y"] == ARTICLE.probabilities.round(4).tolist()
    for curve, p in zip(curves, ARTICLE.probabilities, strict=True):
        assert np.interp(marks["x"][0], curve["x"], curve["y"]) == pytest.approx(p, abs=0.005)
    assert sum(np.array(curve["y"]) for curve in curves) == pytest.approx(1, abs=1e-3)


def test_names_stand_apart_and_inside():
    figure = figures.sweep_curves(example(3, 3, 3, 3, 3, 3, 3, 3), 0, TEXT, LIGHT)
    heights = sorted(note["y"] for note in figure["layout"]["annotations"])
    assert len(heights) == 6
    assert min(np.diff(heights)) > 0.11
    assert heights[0] >= 0.05
    assert heights[-1] <= 0.95


def test_a_score_outside_the_sweep_is_not_marked(valid):
    figure = valid(figures.sweep_curves(example(500, 1), 0, TEXT, LIGHT))
    assert len(figure["data"]) == 2
    assert figure["layout"]["shapes"] == []


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("temperature", [0.1, 1, 10])
def test_twenty_classes_are_drawn_small(valid, colours, temperature):
    of = example(*np.linspace(-10_000, 10_000, 20), temperature=temperature)
    bars = valid(figures.four_bars(of, TEXT, colours))
    curves = valid(figures.sweep_curves(of, 3, TEXT, colours))
    assert size(bars) < 15_000
    assert size(curves) < 25_000


def test_the_first_figures_are_light():
    both = figures.four_bars(ARTICLE, TEXT, LIGHT), figures.sweep_curves(ARTICLE, 0, TEXT, LIGHT)
    assert size(both) < 11_000


def test_the_score_axis_moves_on_a_coarse_ladder():
    ends = {tuple(panels_axis(example(score / 10, 1))) for score in range(-100, 101)}
    assert ends == {(-1, 1), (-3, 3), (-10, 10)}


def panels_axis(of):
    return figures.four_bars(of, TEXT, LIGHT)["layout"]["xaxis"]["range"]


def test_a_name_is_a_name(valid):
    of = SoftmaxExample.from_scores(["<i>a</i>", "b"], [1, 2])
    for figure in (
        figures.four_bars(of, TEXT, LIGHT),
        figures.sweep_curves(of, 0, TEXT, LIGHT),
    ):
        assert "<i>a" not in json.dumps(valid(figure))
