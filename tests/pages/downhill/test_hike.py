"""What the hike draws and says."""

import contextlib
import io
import json

import numpy as np
import pytest

from ce_core.examples.downhill import DownhillExample
from pages.downhill import figures, formulas, scene, sentences, snippets
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.wording.words import words

TEXT = words("downhill")
START = (3.4, 6.4)


def hike(step_size=1.0, ground="smooth", start=START):
    return DownhillExample(start, step_size, ground)


def test_profiles_hold_the_ground_at_each_step():
    example = hike()
    profiles = figures.profiles(example)
    assert len(profiles) == example.trace.steps + 1
    ahead = np.linspace(*figures.AHEAD, len(profiles[0]))
    for step in (0, 1, 37):
        here = np.interp(0, ahead, np.array(profiles[step]) / figures.UNIT)
        assert here == pytest.approx(example.trace.heights[step], abs=0.03)


@pytest.mark.parametrize("example", [hike(), hike(8.0), hike(0.1), hike(ground="terraces")])
@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_what_travels_to_the_browser_is_small(example, colours):
    sent = scene.scene(example, TEXT, colours)
    assert len(json.dumps(sent, separators=(",", ":"))) < 15_000
    assert len(sent["places"]) == len(sent["heights"]) == len(sent["slopes"])
    assert ("Brighter" in sent["words"]["click"]) == (colours is DARK)


def test_the_terraced_map_is_flatter_than_the_smooth_one():
    smooth = figures.map_image("smooth", LIGHT.probability)
    terraces = figures.map_image("terraces", LIGHT.probability)
    assert len(terraces) < len(smooth) < 12_000


def test_the_formula_is_one_step():
    formula = formulas.with_numbers(hike(0.5), 0)
    place = hike(0.5).trace.points[1]
    for number in ("3.400", "6.400", "{0.5}", f"{place[0]:.3f}", f"{place[1]:.3f}"):
        assert number in formula
    assert "longrightarrow" in formulas.height(hike(), 0)
    assert "longrightarrow" not in formulas.height(hike(), 37)


def test_on_a_terrace_the_formula_goes_nowhere():
    formula = formulas.with_numbers(hike(ground="terraces"), 0)
    assert formula.count(r"\dbinom{3.400}{6.400}") == 2
    assert r"\dbinom{0.000}{0.000}" in formula


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (hike(), "7 steps are enough to come within 0.05 km"),
        (hike(0.1), "The last slope is still 0.29"),
        (hike(8.0), "km on: with steps that long"),
        (hike(start=(2.4, 5.6)), "the lake lies 1.00 km lower"),
        (hike(ground="terraces"), "The edge of this terrace is 0.15 km ahead"),
    ],
)
def test_what_to_notice_is_computed(example, said):
    assert said in " ".join(sentences.notices(example, TEXT)).replace("\\", "")


@pytest.mark.parametrize("library", ["ce_core", "NumPy"])
@pytest.mark.parametrize("example", [hike(), hike(8.0), hike(ground="terraces")])
def test_the_code_ends_where_the_hiker_does(library, example):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(snippets.code(example)[library](), "snippet", "exec"), {})
    last = out.getvalue().split()[-1]
    expected = example.trace.heights[-1]
    if library == "NumPy" and example.ground == "terraces":
        expected = 3.113743938  # the smooth height of the place, which has not changed
    assert float(last) == pytest.approx(expected, abs=1e-6)
