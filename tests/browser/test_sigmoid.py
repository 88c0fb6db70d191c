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


def test_a_newcomer_sees_four_students_on_a_curve(sigmoid: Page):
    loss(sigmoid, "0.5253")
    figure = sigmoid.get_by_role("figure").first
    for price in ("0.096", "0.223", "0.161", "0.046"):
        expect(figure.locator("svg").first).to_contain_text(price)
    expect(figure).to_have_attribute("aria-label", re.compile(r"it crosses 0\.5 at a score of 0"))


def test_the_stage_is_in_sight_at_once(sigmoid: Page):
    for element in (
        sigmoid.get_by_role("figure").first,
        sigmoid.get_by_role("slider", name="w: how steep"),
        sigmoid.get_by_role("slider", name="b: how far to the side"),
    ):
        box = element.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800


def test_scores_are_typed_one_after_the_other(sigmoid: Page):
    grid = Grid(sigmoid, TABLE)
    for row, score, expected in ((0, "0", "0.7306"), (3, "-2.2", "1.6861"), (3, "2.2", "0.7306")):
        grid.set(row, SCORE, score)
        loss(sigmoid, expected)


@pytest.mark.parametrize("typed", ["1,5", "abc", "99999", "inf"])
def test_what_is_no_score_is_said_and_kept(sigmoid: Page, typed: str):
    grid = Grid(sigmoid, TABLE)
    grid.set(0, SCORE, typed)
    expect(sigmoid.get_by_role("alert")).to_contain_text("student A, score has")
    assert grid.text(0, SCORE) == typed
    grid.set(0, SCORE, "-1.4")
    loss(sigmoid, "0.5253")
    expect(sigmoid.get_by_role("alert")).to_have_count(0)


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


def test_the_line_is_moved_by_keyboard(sigmoid: Page):
    thumb = sigmoid.get_by_role("slider", name="b: how far to the side")
    thumb.focus()
    thumb.press("Home")
    expect(sigmoid.locator(".ce-numbers dd").nth(1)).to_have_text("5.00")
    thumb.press("ArrowRight")
    expect(sigmoid.locator(".ce-numbers dd").nth(1)).to_have_text("4.90")


def test_a_preset_is_loaded_over_edits_and_edits_go_on(sigmoid: Page):
    Grid(sigmoid, TABLE).set(0, SCORE, "3")
    sigmoid.get_by_role("button", name="What if the best student failed?").click()
    loss(sigmoid, "4.8406")
    expect(sigmoid.get_by_role("slider", name="w: how steep")).to_have_attribute(
        "aria-valuetext", "5.0"
    )
    Grid(sigmoid, TABLE).set(3, OUTCOME, "pass")
    loss(sigmoid, "0.0634")


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
