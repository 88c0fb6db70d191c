"""What a person does in "Why do frameworks want scores?"."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

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
    grid.set(2, SCORE, "high")
    expect(logits.get_by_role("alert")).to_contain_text("class red, score has")
    assert grid.text(2, SCORE) == "high"
    grid.set(2, SCORE, "5")
    grid.set(1, CLASS, "teal")
    expect(figure(logits, 1)).to_contain_text("teal ✓")


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
