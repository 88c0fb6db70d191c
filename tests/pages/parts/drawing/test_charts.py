"""How a figure travels to the browser."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from ce_core.examples.students import STUDENT
from pages.parts.drawing import charts
from pages.parts.drawing.charts import _json
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


def test_what_stands_below_waits_for_the_first_figure_that_changes(
    chapter: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
):
    binary = chapter("binary")
    waits: list[float] = []
    monkeypatch.setattr(charts, "time", SimpleNamespace(sleep=waits.append))
    binary.app.run()
    assert not waits
    binary.edit("students", 0, "Model A", "0.5")
    assert waits == [charts._HEAD_START]
    assert charts._FIRST not in binary.app.session_state, "a slider would wait as well"
