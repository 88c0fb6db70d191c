"""The rectangles' areas are the cross-entropy; the coin's line lies above its curve."""

import json

import numpy as np
import pytest

from ce_core.examples.coin import CoinExample
from pages.entropy import figures
from pages.entropy.inputs import CASES
from pages.entropy.reading import fair_coin, outcome_table, read
from pages.entropy.units import unit
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.reading.shares import decimals
from pages.parts.wording.words import words

TEXT = words("entropy")
BITS = unit("2", TEXT)


def rectangles(table, colours=LIGHT):
    example = read(table)
    return example, figures.rectangles(example, BITS, TEXT, colours)


def area(trace):
    return sum(w * h for w, h in zip(trace["width"], trace["y"], strict=True))


def long_table(count):
    rng = np.random.default_rng(count)
    shares = [decimals(rng.dirichlet(np.ones(count)).tolist()) for _ in "pq"]
    return outcome_table([f"outcome number {i}" for i in range(count)], *shares)


@pytest.mark.parametrize("case", ["fair", "loaded", "other_way", "weather"])
def test_areas_add_up_to_the_cross_entropy_and_to_the_entropy(case, valid):
    example, figure = rectangles(CASES[case].outcomes)
    plain, added, saved = valid(figure)["data"][:3]
    assert area(plain) + area(added) == pytest.approx(example.cross_entropy, abs=1e-3)
    assert area(plain) + area(saved) == pytest.approx(example.entropy, abs=1e-3)


@pytest.mark.parametrize("case", ["fair", "loaded", "other_way", "weather"])
def test_the_column_is_entropy_and_divergence_stacked(case):
    example, figure = rectangles(CASES[case].outcomes)
    own, *extra = figure["data"][3:]
    assert own["y"] == [example.entropy]
    if extra:
        assert extra[0]["base"] == [example.entropy]
        assert extra[0]["y"] == [pytest.approx(example.kl)]
    else:
        assert example.kl == 0


def test_each_rectangle_is_as_wide_as_its_outcome_is_probable():
    example, figure = rectangles(CASES["weather"].outcomes)
    plain = figure["data"][0]
    assert plain["width"] == example.p.tolist()
    assert plain["x"] == [0.25, 0.625, 0.8125, 0.9375]


def test_what_is_saved_is_outlined():
    _, figure = rectangles(CASES["weather"].outcomes)
    assert [(s["x0"], s["x1"], s["y0"], s["y1"]) for s in figure["layout"]["shapes"]] == [
        (0.75, 0.875, 2.0, 3.0),
        (0.875, 1.0, 2.0, 3.0),
    ]


def test_an_infinite_surprisal_leaves_the_frame_with_its_sign(valid):
    _, figure = rectangles(CASES["ruled_out"].outcomes)
    json.dumps(valid(figure), allow_nan=False)
    end = figure["layout"]["yaxis"]["range"][1]
    added = figure["data"][1]
    assert added["base"][-1] + added["y"][-1] == pytest.approx(end)
    signs = [note for note in figure["layout"]["annotations"] if "∞" in note["text"]]
    assert len(signs) == 3  # over the rectangle, over the column, beside its piece


def test_what_never_happens_has_no_rectangle(valid):
    table = outcome_table(["sun", "rain"], ["1", "0"], ["0.5", "0.5"])
    _, figure = rectangles(table)
    assert valid(figure)["data"][0]["width"] == [1.0]
    assert figure["layout"]["xaxis"]["ticktext"] == ["sun<br>1"]


def test_names_are_no_markup():
    table = fair_coin().assign(outcome=["<b>x</b>", "tails"])
    _, figure = rectangles(table)
    assert "&lt;b&gt;x&lt;/b&gt;" in figure["layout"]["xaxis"]["ticktext"][0]
    assert "<b>x" not in figure["data"][0]["customdata"][0]


def test_the_axis_stays_while_the_data_moves_a_little():
    nearly = outcome_table(["heads", "tails"], ["0.89", "0.11"], ["0.5", "0.5"])
    (_, one), (_, other) = rectangles(CASES["loaded"].outcomes), rectangles(nearly)
    assert one["layout"]["yaxis"]["range"] == other["layout"]["yaxis"]["range"]
    assert one["layout"]["xaxis"]["range"] == other["layout"]["xaxis"]["range"]


def coin(p, q):
    example = CoinExample.from_beliefs(p, q)
    return example, figures.coin_curve(example, BITS, TEXT, DARK)


@pytest.mark.parametrize(
    ("p", "q"), [(0.7, 0.3), (0.0, 0.5), (1.0, 0.99), (0.5, 0.5), (0.5, 0.0), (0.0, 0.0), (0, 1)]
)
def test_the_coins_figure_is_valid_everywhere(p, q, valid):
    _, figure = coin(p, q)
    json.dumps(valid(figure), allow_nan=False)
    assert figure["layout"]["yaxis"]["range"] == [0, 2]


def test_the_gap_is_the_divergence():
    example, figure = coin(0.7, 0.3)
    gap = figure["data"][2]
    assert gap["y"][1] - gap["y"][0] == pytest.approx(example.kl)
    assert any("KL 0.489" in note["text"] for note in figure["layout"]["annotations"])


@pytest.mark.parametrize("make", [lambda: rectangles(long_table(20))[1], lambda: coin(0.7, 0.3)[1]])
def test_figures_are_small(make, valid):
    assert len(json.dumps(valid(make()))) < 12_000
