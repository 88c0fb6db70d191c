"""How a figure travels to the browser."""

import json

import numpy as np

from pages.parts.drawing.charts import _json
from pages.parts.serving import plotly_script


def test_numbers_travel_to_the_last_digit():
    document = {"y": np.array([0.1, 1 / 3]), "x": [5e-324, 1e308], "text": "−log₁₀"}
    assert json.loads(_json(document)) == document | {"y": [0.1, 1 / 3]}


def test_what_no_axis_holds_travels_as_a_gap():
    document = {"y": [1.0, float("inf"), float("nan"), -np.inf], "name": "not NaN, not Infinity"}
    assert json.loads(_json(document)) == document | {"y": [1.0, None, None, None]}


def test_plotly_comes_whole_from_its_own_package():
    assert b"plotly.js v" in plotly_script._script(zipped=False)[:200]
    assert plotly_script._script(zipped=True)[:2] == b"\x1f\x8b"  # what gzip begins with
