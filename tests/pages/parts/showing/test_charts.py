"""How a figure travels to the browser."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np

from pages.parts.reading.students import STUDENT
from pages.parts.showing.html import _json
from pages.parts.wording import escape


def test_numbers_travel_to_the_last_digit():
    document = {"y": np.array([0.1, 1 / 3]), "x": [5e-324, 1e308], "text": "−log₁₀"}
    assert json.loads(_json(document)) == document | {"y": [0.1, 1 / 3]}


def test_what_no_axis_holds_travels_as_a_gap():
    document = {"y": [1.0, float("inf"), float("nan"), -np.inf], "name": "not NaN, not Infinity"}
    assert json.loads(_json(document)) == document | {"y": [1.0, None, None, None]}


def test_a_figure_travels_whole_through_html(chapter: Callable[[str], Any]):
    name = "<b>&amp;'--></style>"
    binary = chapter("binary")
    binary.edit("students", 0, STUDENT, name)
    figures = {chart["name"]: chart["figure"] for chart in binary.charts}
    assert escape.plotly(name) in json.dumps(figures["loss-bars"])
