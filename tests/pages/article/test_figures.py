"""Each printed figure is a mark at its distance from the exact value."""

import json
import math

import pytest

from pages.article import figures, sentences
from pages.article.ledger import ledger
from pages.parts.drawing.palette import LIGHT
from pages.parts.wording.words import words

TEXT = words("article")


def test_every_printed_figure_has_one_mark(valid):
    figure = valid(figures.units_off(ledger(), "all", TEXT, LIGHT))
    rows = sorted(y for trace in figure["data"] for y in trace["y"])
    assert rows == list(range(sum(bool(entry.printed) for entry in ledger())))
    assert len(json.dumps(figure, allow_nan=False)) < 8_000


def test_what_matches_lies_left_of_half_a_unit_and_nothing_else_does():
    matches, *others = figures.units_off(ledger(), "all", TEXT, LIGHT)["data"]
    half = math.log10(0.5)
    assert all(x <= half for x in matches["x"])
    assert all(x > half for trace in others for x in trace["x"])


@pytest.mark.parametrize("verdict", ["matches", "cut", "not printed"])
def test_other_verdicts_are_faint(verdict):
    traces = figures.units_off(ledger(), verdict, TEXT, LIGHT)["data"]
    assert [trace["opacity"] == 1 for trace in traces] == [
        verdict == kind for kind in ("matches", "cut", "last digit", "not reproducible")
    ]


def test_the_alternative_text_counts_every_verdict():
    said = sentences.alt(ledger(), TEXT)
    assert "8 match" in said
    assert "1 cannot be had" in said
