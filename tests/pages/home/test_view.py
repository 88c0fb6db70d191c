"""The start as a function of its input: the price, the map, where to begin."""

import json

import pytest

from ce_core.examples.surprisal import SurprisalExample
from pages.chapters import CHAPTERS
from pages.home import figures, sentences
from pages.home.chapter import STARTS
from pages.parts.drawing.palette import LIGHT
from pages.parts.model.blocks import OpenChapter
from pages.parts.wording.words import words
from tests.pages.seen import Seen

TEXT = words("home")


@pytest.mark.parametrize(
    ("case", "price"),
    [
        ("", "1.609"),
        ("coin", "0.693"),
        ("sure_and_right", "0.010"),
        ("sure_and_wrong", "4.605"),
        ("ruled_out", "∞"),
        ("start", "1.609"),
    ],
)
def test_each_case_has_its_surprisal_in_nats(case, price):
    shown = Seen("home", case)
    assert shown.numbers == {"You pay": price}
    assert shown.remarks == {"You pay": "nats"}


def test_it_starts_with_what_ten_times_less_would_cost():
    assert "Ten times less, 0.02, would cost 3.912: 2.303 more" in Seen("home").prose


def test_every_chapter_is_on_the_map_with_its_question():
    shown = Seen("home")
    doors = [block.chapter for block in shown.blocks if isinstance(block, OpenChapter)]
    mapped = [chapter for part, chapters in CHAPTERS.items() if part for chapter in chapters]
    assert doors == [*mapped, *STARTS.values()]
    for chapter in mapped:
        assert words(chapter).plain("question") in shown.prose


def test_every_part_has_a_name():
    for part in CHAPTERS:
        assert not part or TEXT.has(f"part.{part}")


@pytest.mark.parametrize("p", [0.0, 0.01, 0.5, 1.0])
def test_the_point_stands_on_the_curve(valid, p):
    example = SurprisalExample.of(p)
    figure = valid(figures.surprisal_curve(example, TEXT, LIGHT))
    assert len(json.dumps(figure, allow_nan=False)) < 8_000
    assert figure["data"][1]["x"] == [p, p]
    assert figure["data"][1]["y"][1] == pytest.approx(min(example.surprisal, figures.MOST))
    assert sentences.alt(example, TEXT)
    assert sentences.title(example, TEXT)
    assert sentences.notices(example, TEXT)
