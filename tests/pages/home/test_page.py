"""The start without a browser: the price, the map, where to begin."""

import html
import json

import pytest

from ce_core.examples.price import PriceExample
from pages.chapters import CHAPTERS
from pages.home import figures, sentences
from pages.parts.drawing.palette import LIGHT
from pages.parts.wording.words import words

TEXT = words("home")


@pytest.fixture
def home(chapter):
    return chapter("home")


def test_it_starts_with_a_fifth(home):
    assert "<dd>1.609<small>nats" in home.html
    assert "Ten times less, 0.02, would cost 3.912: 2.303 more" in home.prose


@pytest.mark.parametrize(
    ("preset", "price"),
    [("coin", "0.693"), ("sure_and_wrong", "4.605"), ("ruled_out", "∞"), ("start", "1.609")],
)
def test_a_preset_moves_the_slider(home, preset, price):
    home.click(f"try.{preset}")
    assert f"<dd>{price}" in home.html


def test_every_chapter_is_on_the_map_with_its_question(home):
    for part, chapters in CHAPTERS.items():
        for chapter in chapters if part else []:
            assert html.escape(words(chapter).plain("question")) in home.html


def test_every_part_has_a_name():
    for part in CHAPTERS:
        assert not part or TEXT.has(f"part.{part}")


@pytest.mark.parametrize("p", [0.0, 0.01, 0.5, 1.0])
def test_the_point_stands_on_the_curve(valid, p):
    example = PriceExample.of(p)
    figure = valid(figures.price_curve(example, TEXT, LIGHT))
    assert len(json.dumps(figure, allow_nan=False)) < 8_000
    assert figure["data"][1]["x"] == [p, p]
    assert figure["data"][1]["y"][1] == pytest.approx(min(example.price, figures.MOST))
    assert sentences.alt(example, TEXT)
    assert sentences.title(example, TEXT)
    assert sentences.notices(example, TEXT)
