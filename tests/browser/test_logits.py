"""What a person does in "Why do frameworks want scores?"."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.drawn import wait_drawn
from tests.browser.grid import Grid

TABLE = "Classes and their scores"
CLASS, SCORE = range(2)


@pytest.fixture
def logits(open_chapter: Callable[[str], Page]) -> Page:
    return open_chapter("logits")


def numbers(page: Page, stage: int, *expected: str) -> None:
    """Expect the headline numbers of one stage: 0 one score, 1 several, 2 softmax twice."""
    expect(page.locator(".ce-numbers").nth(stage).locator("dd")).to_contain_text(list(expected))


def figure(page: Page, position: int) -> Locator:
    return page.get_by_role("figure").nth(position)


def test_a_newcomer_sees_the_articles_colours(logits: Page):
    numbers(logits, 0, "2.1269", "0.1192", "−0.8808")
    numbers(logits, 1, "1.3490", "0.2595")
    numbers(logits, 2, "1.3490", "1.2122")
    expect(figure(logits, 1)).to_contain_text("−0.741")


def test_the_price_follows_while_the_thumb_moves(logits: Page):
    thumb = logits.get_by_role("slider", name="Score x").first
    box = thumb.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    price = logits.locator(".ce-numbers").first.locator("dd").first
    logits.mouse.move(box["x"] + box["width"] * 0.375, middle)
    logits.mouse.down()
    seen = set()
    for step in range(1, 6):
        logits.mouse.move(box["x"] + box["width"] * (0.375 + 0.1 * step), middle)
        logits.wait_for_timeout(300)
        seen.add(price.text_content())
    logits.mouse.up()
    assert len(seen) == 5


def test_the_score_by_keyboard_and_what_happened(logits: Page):
    logits.get_by_role("slider", name="Score x").first.focus()
    logits.keyboard.press("End")
    numbers(logits, 0, "0.0003", "0.9997", "−0.0003")
    logits.get_by_role("radio", name="y = 0, failed").click()
    numbers(logits, 0, "8.0003", "0.9997", "+0.9997")


def test_scores_are_edited_and_the_true_class_chosen(logits: Page):
    grid = Grid(logits, TABLE)
    for row, score, loss in ((0, "0", "0.4076"), (1, "3", "0.0659"), (2, "5", "2.1328")):
        grid.set(row, SCORE, score)
        numbers(logits, 1, loss, "")
    grid.set(1, CLASS, "teal")
    expect(figure(logits, 1)).to_contain_text("teal ✓")


@pytest.mark.parametrize("typed", ["0,5", "99999", "high"])
def test_what_is_no_score_is_said_and_kept(logits: Page, typed: str):
    grid = Grid(logits, TABLE)
    grid.set(1, SCORE, typed)
    expect(logits.get_by_role("alert")).to_contain_text("class green, score has")
    assert grid.text(1, SCORE) == typed
    grid.set(1, SCORE, "1")
    numbers(logits, 1, "1.3490", "0.2595")


def test_a_score_of_a_thousand(logits: Page):
    logits.get_by_role("button", name="What if a score were a thousand").click()
    numbers(logits, 0, "8.0003", "0.9997", "+0.9997")
    numbers(logits, 1, "1000.0000", "0.0000")
    numbers(logits, 2, "1000.0000", "1.5514")
    expect(figure(logits, 2)).to_contain_text("∞")


def test_the_digits_follow_the_slider(logits: Page):
    thumb = logits.get_by_role("slider", name="Score x").last
    thumb.focus()
    logits.keyboard.press("Home")
    row = logits.get_by_role("row", name="float32, naive")
    expect(row).to_contain_text("1.313")
    logits.keyboard.press("End")
    expect(row).to_contain_text("∞")


def test_everything_survives_a_visit_to_another_chapter(logits: Page):
    logits.get_by_role("button", name="And sure and wrong").click()
    numbers(logits, 1, "8.0012", "0.0003")
    logits.get_by_role("link", name="Two models").first.click()
    expect(logits.get_by_role("heading", level=1)).to_contain_text("Two models")
    wait_drawn(logits)
    logits.get_by_role("link", name="Straight from scores").first.click()
    expect(logits.get_by_role("heading", level=1)).to_contain_text("scores")
    wait_drawn(logits)
    numbers(logits, 0, "6.0025", "0.9975", "+0.9975")
    numbers(logits, 1, "8.0012", "0.0003")
