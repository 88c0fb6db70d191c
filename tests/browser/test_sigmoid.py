"""What a person does in "How likely is student A to pass?"."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import wait_drawn
from tests.browser.grid import Grid

NAME, OUTCOME, SCORE = range(3)
TABLE = "Students, what happened, and their scores"


@pytest.fixture
def sigmoid(open_chapter: Callable[[str], Page]) -> Page:
    return open_chapter("sigmoid")


def loss(page: Page, expected: str) -> None:
    expect(page.locator(".ce-numbers dd").first).to_contain_text(expected)


def test_a_newcomer_sees_four_students_on_a_curve_and_what_moves_it(sigmoid: Page):
    loss(sigmoid, "0.5253")
    figure = sigmoid.get_by_role("figure").first
    for price in ("0.096", "0.223", "0.161", "0.046"):
        expect(figure.locator("svg").first).to_contain_text(price)
    expect(figure).to_have_attribute("aria-label", re.compile(r"it crosses 0\.5 at a score of 0"))
    for element in (
        figure,
        sigmoid.get_by_role("slider", name="w: how steep"),
        sigmoid.get_by_role("slider", name="b: how far to the side"),
    ):
        expect(element).to_be_in_viewport(ratio=1)


def test_scores_are_typed_and_what_is_none_is_said_and_kept(sigmoid: Page):
    grid = Grid(sigmoid, TABLE)
    for row, score, expected in ((0, "0", "0.7306"), (3, "-2.2", "1.6861"), (3, "2.2", "0.7306")):
        grid.set(row, SCORE, score)
        loss(sigmoid, expected)
    grid.set(0, SCORE, "inf")
    expect(sigmoid.get_by_role("alert")).to_contain_text("student A, score has")
    assert grid.text(0, SCORE) == "inf"
    grid.set(0, SCORE, "-1.4")
    loss(sigmoid, "0.5253")
    expect(sigmoid.get_by_role("alert")).to_have_count(0)


def test_a_preset_moves_a_thumb_and_keys_move_another(sigmoid: Page):
    sigmoid.get_by_role("button", name="What if the best student failed?").click()
    loss(sigmoid, "4.8406")
    steepness = sigmoid.get_by_role("slider", name="w: how steep")
    expect(steepness).to_have_attribute("aria-valuetext", "5.0")
    crossing = sigmoid.locator(".ce-numbers dd").nth(1)
    thumb = sigmoid.get_by_role("slider", name="b: how far to the side")
    thumb.press("Home")
    expect(crossing).to_have_text("1.00")
    thumb.press("ArrowRight")
    expect(crossing).to_have_text("0.98")


def test_the_curve_follows_the_slider_before_it_is_released(sigmoid: Page):
    thumb = sigmoid.get_by_role("slider", name="w: how steep")
    box = thumb.bounding_box()
    assert box is not None
    line = sigmoid.get_by_role("figure").first.locator("path.js-line").first
    number = sigmoid.locator(".ce-numbers dd").first
    y = box["y"] + box["height"] / 2
    sigmoid.mouse.move(box["x"] + box["width"] * 0.6, y)
    sigmoid.mouse.down()
    curves, losses = set(), set()
    for part in (0.2, 0.35, 0.5, 0.7, 0.85, 0.95):
        before, drawn = number.inner_text(), line.get_attribute("d") or ""
        sigmoid.mouse.move(box["x"] + box["width"] * part, y, steps=4)
        expect(number).not_to_have_text(before, use_inner_text=True)
        expect(line).not_to_have_attribute("d", drawn)
        losses.add(number.inner_text())
        curves.add(line.get_attribute("d"))
    sigmoid.mouse.up()
    assert len(losses) == len(curves) == 6


def test_students_edited_here_are_the_same_in_binary(sigmoid: Page):
    grid = Grid(sigmoid, TABLE)
    grid.set(0, NAME, "Ada")
    grid.set(0, OUTCOME, "pass")
    row = grid.add_row()
    for column, text in enumerate(("Eve", "fail", "0")):
        grid.set(row, column, text)
    figure = sigmoid.get_by_role("figure").first
    expect(figure).to_contain_text("Eve")
    sigmoid.get_by_role("link", name="Two models").first.click()
    expect(figure).to_contain_text("Eve, failed")
    wait_drawn(sigmoid)
    there = Grid(sigmoid, "Students, what happened, and each model's probability of a pass")
    assert there.rows()[0] == ["Ada", "pass", "0.9", "0.2"]
    assert there.rows()[4] == ["Eve", "fail", "0.5", "0.5"]
    there.set(0, OUTCOME, "fail")
    expect(figure).to_contain_text("Ada, failed")
    sigmoid.get_by_role("link", name="Sigmoid").first.click()
    wait_drawn(sigmoid)
    loss(sigmoid, "0.8264")
