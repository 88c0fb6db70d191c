"""Pictures and data of the line."""

import base64
import json
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from pages.line import figures, scene
from pages.line.reading import read
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.reading.students import article_students, class_of_twelve
from pages.parts.wording.words import words

TEXT = words("line")


def example(table=None, left=3.0, right=7.0, sharpness=1.0):
    table = article_students() if table is None else table
    return read(table, left=left, right=right, sharpness=sharpness)


def pixels(uri):
    """Read a picture back: its bands, row by row."""
    return np.array(Image.open(BytesIO(base64.b64decode(uri.partition(",")[2]))))


def test_the_landscape_of_the_count_holds_the_count():
    line = example()
    bands = pixels(figures.landscapes(line, LIGHT)["count"])
    assert bands.shape == (figures.ROWS, figures.COLUMNS)
    column = round((3 + 5) / 20 * (figures.COLUMNS - 1))
    row = round((15 - 7) / 20 * (figures.ROWS - 1))
    assert bands[row, column] == line.mistakes == 2
    assert set(np.unique(bands)) == {0, 1, 2, 3}


def test_the_landscape_of_the_loss_is_lowest_where_training_ends():
    line = example()
    left, right = line.train().points[-1]
    bands = pixels(figures.landscapes(line, LIGHT)["loss"])
    column = round((left + 5) / 20 * (figures.COLUMNS - 1))
    row = round((15 - right) / 20 * (figures.ROWS - 1))
    assert bands[row, column] == 0
    assert bands.max() == figures.BANDS - 1


def test_each_large_plateau_is_named_where_it_is():
    line = example()
    names = figures.plateaus(line)
    assert [mistakes for *_, mistakes in names] == [0, 1, 2]  # 3 is a sliver
    for left, right, mistakes in names:
        assert line.with_ends(left, right).mistakes == mistakes


def test_a_large_class_is_drawn_more_coarsely():
    rows = class_of_twelve()
    table = article_students().iloc[[0] * 200].reset_index(drop=True)
    table["student"] = [str(i) for i in range(200)]
    assert pixels(figures.landscapes(example(table), LIGHT)["loss"]).size < figures.COLUMNS * 100
    assert pixels(figures.landscapes(example(rows), LIGHT)["loss"]).size > figures.COLUMNS * 100


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize(("line", "marks"), [(example(), 2), (example(left=9.0, right=1.5), 1)])
def test_the_curve_over_the_sharpness_marks_now_and_lowest(valid, line, marks, colours):
    figure = valid(figures.sureness_curve(line, TEXT, colours))
    curve, *marked = figure["data"]
    assert len(marked) == marks
    assert marked[0]["x"], marked[0]["y"] == ([1.0], [line.loss])
    assert curve["y"][np.argmin(np.abs(np.array(curve["x"]) - 1))] == pytest.approx(
        line.loss, rel=0.1
    )
    if marks == 2:
        assert marked[1]["y"][0] <= min(curve["y"]) + 1e-4
    assert len(json.dumps(figure)) < 8000


def test_the_axes_keep_still_while_the_line_moves():
    one = figures.sureness_curve(example(), TEXT, LIGHT)["layout"]
    other = figures.sureness_curve(example(left=9.0), TEXT, LIGHT)["layout"]
    assert (one["xaxis"], one["yaxis"]) == (other["xaxis"], other["yaxis"])


def test_what_travels_to_the_board_is_small_and_whole():
    sent = scene.scene(example(), TEXT, LIGHT)
    assert len(json.dumps(sent)) < 10_000
    assert sent["students"][0] == {"name": "A", "x": 1.9, "y": 5.3, "passed": False}
    assert all("{" not in word or word.count("{") == word.count("}") for word in sent["words"])


def test_a_training_shows_its_first_steps_and_its_last():
    line = example()
    path = scene.answer(line, "train", TEXT)[1]["path"]
    trace = line.train()
    assert path[:3] == trace.points[:3].tolist()
    assert path[-1] == trace.points[-1].tolist()


def test_a_step_by_the_count_tries_all_directions_alike():
    tried = scene.answer(example(), "count", TEXT)[1]["tried"]
    assert len(tried["count"]) == len(tried["moves"]) == 24
    assert {length for *_, length, _ in tried["count"]} == {0.5}
    assert not any(best for *_, best in tried["count"])


def test_a_step_by_the_loss_tries_those_that_lead_down():
    tried = scene.answer(example(), "loss", TEXT)[1]["tried"]
    assert 8 <= len(tried["loss"]) <= 16
    assert sum(best for *_, best in tried["loss"]) == 1
