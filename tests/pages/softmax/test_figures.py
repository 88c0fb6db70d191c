"""The four bars of each class, and the curves of the sweep."""

import json
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pytest

from ce_core.examples.softmax import SoftmaxExample
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.reading.classes import article_classes
from pages.parts.wording.words import words
from pages.softmax import figures
from pages.softmax.reading import read

TEXT = words("softmax")
ARTICLE = read(article_classes())


def size(figure):
    """Return how many bytes the figure takes on its way to the browser."""
    return len(json.dumps(figure, allow_nan=False, separators=(",", ":")))


def example(*scores, **options):
    return SoftmaxExample.of(
        classes=[f"C{i}" for i in range(len(scores))], scores=scores, **options
    )


class Column(NamedTuple):
    """One of the four columns: its head, its bars in parts of its width, their texts, its foot."""

    head: str
    parts: list[float]
    texts: list[str]
    foot: str


def columns(of, colours=LIGHT):
    _, bars, texts = figures.four_bars(of, TEXT, colours)["data"]
    count = len(of.classes)
    found = []
    for i, start in enumerate(figures.STARTS):
        own = slice(i * count, (i + 1) * count)
        for zero, length in zip(bars["base"][own], bars["x"][own], strict=True):
            ends = sorted([zero, zero + length])
            assert start - 1e-3 <= ends[0] <= ends[1] <= start + figures.WIDTH + 1e-3
        parts = pytest.approx([length / figures.WIDTH for length in bars["x"][own]], rel=1e-3)
        head, *cells, foot = texts["text"][i * (count + 2) : (i + 1) * (count + 2)]
        found.append(Column(head, parts, cells, foot))
    return found


def test_the_article_from_score_to_probability(valid):
    valid(figures.four_bars(ARTICLE, TEXT, LIGHT))
    score, share, power, probability = columns(ARTICLE)
    assert score == ("score", [2 / 4, 1 / 4, -1 / 4], ["2", "1", "−1"], "sum 2")  # from −2 to 2
    assert share.parts == [1 / 2, 0.5 / 2, -0.5 / 2]
    assert share.texts == ["<s>1.000</s>", "<s>0.500</s>", "<s>−0.500</s>"]
    assert (share.head, share.foot) == ("<s>score</s><br><s>÷ sum</s>", "✖ below 0")
    assert (power.texts, power.foot) == (["7.389", "2.718", "0.3679"], "sum 10.48")
    assert power.parts == [1, np.exp(-1), np.exp(-3)]
    assert (probability.texts, probability.foot) == (["0.7054", "0.2595", "0.0351"], "sum 1")
    assert probability.parts == ARTICLE.probabilities


def test_shares_that_work_are_not_struck_out():
    _, share, *_ = columns(example(3, 1))
    assert (share.texts, share.foot) == (["0.750", "0.250"], "sum 1")


def test_a_sum_of_zero_has_no_bars_and_says_why():
    _, share, *_ = columns(example(2, 1, -3))
    assert share.parts == [0, 0, 0]
    assert share.texts == ["<s>2 ÷ 0</s>", "<s>1 ÷ 0</s>", "<s>−3 ÷ 0</s>"]
    assert share.foot == "✖ ÷ 0"


def test_shares_turned_over_are_struck_out():
    assert columns(example(-1, -2))[1].foot == "✖ reversed"


def test_an_overflow_fills_the_frame_and_leaves_the_probabilities(valid):
    of = read(article_classes(), constant=1000)
    valid(figures.four_bars(of, TEXT, LIGHT))
    score, _, power, probability = columns(of)
    assert score.head == "score<br>+ 1000"
    assert power[1:] == ([1, 1, 1], ["∞", "∞", "∞"], "sum ∞")
    assert "<s>e<sup>score</sup> ÷ ∞</s>" in probability.head
    assert probability.texts == ["0.7054", "0.2595", "0.0351"]


def test_an_underflow_has_no_bars(valid):
    of = read(article_classes(), constant=-1000)
    valid(figures.four_bars(of, TEXT, LIGHT))
    assert columns(of)[2][1:] == ([0, 0, 0], ["0", "0", "0"], "sum 0")


def test_a_share_far_beyond_1_stays_in_its_column():
    assert columns(example(100, -99.9))[1].parts == [1 / 2, -1 / 2]


def test_temperature_stands_in_the_head():
    assert columns(example(2, 1, temperature=0.5))[2].head == "e<sup>score ÷ T</sup>"


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


def test_the_score_axis_moves_in_small_steps():
    units = [unit_of_score(score / 10) for score in range(10, 101)]
    shrinks = [now / before for before, now in pairwise(units)]
    assert min(shrinks) >= 1 / 1.5 - 1e-3
    assert max(shrinks) == pytest.approx(1, abs=1e-3)


def unit_of_score(score):
    """Return how much of its column a score of 1 takes beside another score."""
    _, bars, _ = figures.four_bars(example(score, 0.1), TEXT, LIGHT)["data"]
    return bars["x"][0] / figures.WIDTH / score


def test_a_name_is_a_name(valid):
    of = SoftmaxExample.of(classes=["<i>a</i>", "b"], scores=[1, 2])
    for figure in (
        figures.four_bars(of, TEXT, LIGHT),
        figures.sweep_curves(of, 0, TEXT, LIGHT),
    ):
        assert "<i>a" not in json.dumps(valid(figure))


def test_twenty_classes_are_told_apart_by_colour_and_a_second_sign():
    of = example(*range(20))
    bars = figures.four_bars(of, TEXT, LIGHT)["data"][1]["marker"]
    assert len(set(zip(bars["color"], bars["pattern"]["shape"], strict=True))) == 20
    lines = figures.sweep_curves(of, 3, TEXT, LIGHT)["data"][:20]
    assert len({(line["line"]["color"], line["line"]["dash"]) for line in lines}) == 20


def test_names_that_differ_late_are_told_apart():
    of = SoftmaxExample.of(classes=["candidate number 1", "candidate number 2"], scores=[1, 2])
    names = figures.four_bars(of, TEXT, LIGHT)["layout"]["yaxis"]["ticktext"]
    assert [name.removesuffix("</span>")[-1] for name in names] == ["1", "2"]
