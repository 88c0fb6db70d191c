"""The curve, the students on it, and the gaps to what really happened."""

import json

import numpy as np
import pandas as pd
import pytest

from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.reading.students import article_students
from pages.parts.wording.words import words
from pages.sigmoid import figures
from pages.sigmoid.reading import read

TEXT = words("sigmoid")


def size(figure):
    """Return how many bytes the figure takes on its way to the browser."""
    return len(json.dumps(figure, allow_nan=False, separators=(",", ":")))


def example(table=None, **options):
    return read(article_students() if table is None else table).example(**options)


def curve(of, tangent=None, colours=LIGHT):
    return figures.curve(of, tangent, TEXT, colours)


def class_of(count):
    rng = np.random.default_rng(0)
    return pd.DataFrame(
        {
            "student": [f"Student {i}" for i in range(count)],
            "outcome": rng.choice(["pass", "fail"], count),
            "score": rng.normal(0, 3, count).round(2).astype(str),
        }
    )


def trace(figure, name):
    (found,) = [trace for trace in figure["data"] if trace.get("name") == name]
    return found


def test_the_students_stand_on_the_curve(valid):
    of = example()
    figure = valid(curve(of))
    line = figure["data"][0]
    for name, students in (("passed", [2, 3]), ("failed", [0, 1])):
        points = trace(figure, name)
        assert points["x"] == of.scores[students].tolist()
        assert points["y"] == of.p_pass[students].round(4).tolist()
        assert np.interp(points["x"], line["x"], line["y"]) == pytest.approx(points["y"], abs=0.005)


def test_outcomes_differ_in_colour_and_in_shape():
    passed, failed = (trace(curve(example()), name)["marker"] for name in ("passed", "failed"))
    assert passed["color"] != failed["color"]
    assert passed["symbol"] != failed["symbol"]


def test_the_gaps_end_at_what_happened():
    gaps = [t for t in curve(example())["data"] if None in t["x"]]
    assert [gap["y"][1::3] for gap in gaps] == [[1.0, 1.0], [0.0, 0.0]]


def test_each_student_is_labelled_with_the_surprisal():
    labels = [label for t in curve(example())["data"] for label in t.get("text", [])]
    assert labels == ["C<br>0.161", "D<br>0.046", "A<br>0.096", "B<br>0.223"]


def test_the_boundary_is_named_where_no_gap_is_in_the_way():
    assert curve(example())["layout"]["annotations"][0]["text"] == "x = 0.00"
    assert curve(example(bias=1))["layout"]["annotations"][0]["text"] == "x = −1.00"
    assert curve(example(weight=0))["layout"]["annotations"] == []
    assert curve(example(weight=0.1, bias=5))["layout"]["annotations"] == []


def test_the_tangent_touches_the_student_and_has_the_slope(valid):
    of = example(weight=2)
    figure = valid(curve(of, tangent=1))
    (x0, x1), (y0, y1) = figure["data"][1]["x"], figure["data"][1]["y"]
    assert (y1 - y0) / (x1 - x0) == pytest.approx(of.slope[1], rel=1e-3)
    assert np.interp(of.scores[1], [x0, x1], [y0, y1]) == pytest.approx(of.p_pass[1], abs=1e-3)
    assert min(y0, y1) >= 0
    assert max(y0, y1) <= 1


def test_a_tangent_to_a_flat_curve_is_drawn_too(valid):
    figure = valid(curve(example(weight=0), tangent=0))
    assert figure["data"][1]["y"] == [0.5, 0.5]


def test_the_axes_do_not_move_with_the_sliders():
    ranges = {
        tuple(curve(example(weight=w, bias=b))["layout"][axis]["range"])
        for w in (-5, 0, 0.1, 5)
        for b in (-5, 0, 5)
        for axis in ("xaxis", "yaxis")
    }
    assert len(ranges) == 2


@pytest.mark.parametrize(
    ("score", "ends"),
    [("0", (-4, 4)), ("90", (-4, 150)), ("-90", (-150, 4)), ("10000", (-4, 15000))],
)
def test_every_score_is_inside(score, ends):
    table = article_students()
    table.loc[0, "score"] = score
    assert figures.score_range(example(table)) == ends


@pytest.mark.parametrize("count", [1, 41, 200])
@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_any_class_can_be_drawn_small(valid, count, colours):
    of = example(class_of(count), weight=5, bias=-5)
    figure = valid(curve(of, tangent=0, colours=colours))
    assert size(figure) < (30_000 if count == 200 else 12_000)


def test_labels_never_touch_and_the_costliest_is_there():
    of = example(class_of(200))
    low, high = figures.score_range(of)
    for passed in (True, False):
        chosen = figures.labelled(of, passed)
        assert chosen[0] == max(np.flatnonzero(of.passed == passed), key=lambda i: of.surprisal[i])
        scores = np.sort(of.scores[chosen])
        assert (np.diff(scores) > 0.12 * (high - low)).all()


def test_the_first_figure_is_light():
    assert size(curve(example())) < 8000


def test_a_name_is_a_name(valid):
    table = article_students()
    table.loc[0, "student"] = "<b>A</b>"
    text = json.dumps(valid(curve(example(table))))
    assert "&lt;b&gt;A" in text
    assert "<b>A" not in text
