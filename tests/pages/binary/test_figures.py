"""The loss bars add up to the loss; the class's curves end where the product does."""

import json

import numpy as np
import pandas as pd
import pytest

from ce_core.examples.classroom import ClassExample
from pages.binary import figures
from pages.binary.reading import read
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.reading.students import article_students
from pages.parts.wording.logarithm import LOGARITHMS
from pages.parts.wording.words import words

TEXT = words("binary")
LOG10 = LOGARITHMS["10"]


def bars(table=None, **options):
    example = read(article_students() if table is None else table, base=10.0, **options)
    return figures.loss_bars(example, LOG10, TEXT, LIGHT)


def test_each_bar_begins_where_the_one_before_it_ended(valid):
    for trace in valid(bars())["data"]:
        *starts, total_start = trace["base"]
        *lengths, total = trace["x"]
        assert starts == pytest.approx(np.cumsum([0, *lengths[:-1]]))
        assert total == pytest.approx(sum(lengths))
        assert total_start == 0


def test_the_totals_are_the_losses():
    totals = [trace["text"][-1] for trace in bars()["data"]]
    assert totals == ["<b>2.0757</b>", "<b>0.5194</b>"]


def test_the_mean_shows_quarters(valid):
    trace = valid(bars(reduction="mean"))["data"][0]
    assert trace["x"][0] == pytest.approx(0.25)
    assert trace["text"][-1] == "<b>0.5189</b>"


def test_an_infinite_surprisal_leaves_the_frame_with_its_sign(valid):
    table = article_students()
    table.loc[3, "Model A"] = "0"
    figure = valid(bars(table))
    end = figure["layout"]["xaxis"]["range"][1]
    trace = figure["data"][0]
    assert trace["base"][3] + trace["x"][3] == pytest.approx(end)
    assert trace["text"][3:] == ["∞", "<b>∞</b>"]
    json.dumps(figure, allow_nan=False)


def test_two_hundred_students_are_gathered_without_losing_any(valid):
    rng = np.random.default_rng(0)
    table = pd.DataFrame(
        {
            "student": [f"S{i}" for i in range(200)],
            "outcome": rng.choice(["pass", "fail"], 200),
            "Model A": rng.uniform(0.01, 0.99, 200).astype(str),
        }
    )
    figure = valid(bars(table))
    assert len(figure["data"][0]["x"]) == 13
    assert "189 others" in figure["layout"]["yaxis"]["ticktext"]
    *parts, total = figure["data"][0]["x"]
    assert sum(parts) == pytest.approx(total)


def test_the_axis_stays_while_the_data_moves_a_little():
    table = article_students()
    table.loc[1, "Model B"] = "0.45"
    assert bars()["layout"]["xaxis"]["range"] == bars(table)["layout"]["xaxis"]["range"]


def test_names_are_no_markup():
    table = article_students()
    table.loc[0, "student"] = "<b>x</b>"
    assert "&lt;b&gt;x&lt;/b&gt;, failed" in bars(table)["layout"]["yaxis"]["ticktext"]


def class_figure(table=None, size=1000):
    example = read(article_students() if table is None else table)
    crowd = ClassExample.from_students(example, size=size, p_after=0.9)
    return crowd, figures.class_curves(crowd, TEXT, DARK)


def test_the_solid_line_ends_and_the_dotted_one_goes_on(valid):
    crowd, figure = class_figure()
    valid(figure)
    solid, dotted, cross = figure["data"][:3]
    assert max(solid["x"]) < crowd.ends_at[0] <= min(dotted["x"])
    assert dotted["x"][-1] == 5000
    assert cross["x"] == [crowd.ends_at[0]]


def test_a_ruled_out_student_leaves_no_infinity_in_the_figure(valid):
    table = article_students()
    table.loc[3, "Model A"] = "0"
    _, figure = class_figure(table)
    json.dumps(valid(figure), allow_nan=False)


@pytest.mark.parametrize("make", [lambda: bars(), lambda: class_figure()[1]])
def test_figures_are_small(make):
    assert len(json.dumps(make())) < 8_000
