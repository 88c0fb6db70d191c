"""What a person does in "More than two classes: how do scores become probabilities?"."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.grid import Grid

CLASS, SCORE = range(2)
TABLE = "Classes and their scores"
NUMBER_STANDS_AT_THE_BARS = """() => {
    const number = document.querySelector(".ce-numbers dd")?.innerText;
    return number && document.querySelector(".js-plotly-plot")?.textContent.includes(number);
}"""


@pytest.fixture
def softmax(open_chapter: Callable[[str], Page]) -> Page:
    return open_chapter("softmax")


def probabilities(page: Page, *expected: str) -> None:
    """Expect the headline numbers, and the same ones at the bars."""
    numbers = page.locator(".ce-numbers").first.locator("dd")
    expect(numbers).to_have_text(list(expected))
    for p in expected:
        expect(page.get_by_role("figure").first.locator("svg").first).to_contain_text(p)


def test_a_newcomer_sees_the_articles_probabilities_and_both_figures(softmax: Page):
    probabilities(softmax, "0.7054", "0.2595", "0.0351")
    for figure in (softmax.get_by_role("figure").first, softmax.get_by_role("figure").nth(1)):
        expect(figure).to_be_in_viewport(ratio=1)


def test_scores_and_classes_are_typed_added_and_removed(softmax: Page):
    grid = Grid(softmax, TABLE)
    grid.set(0, SCORE, "1")
    probabilities(softmax, "0.4683", "0.4683", "0.0634")
    grid.set(2, SCORE, "1")
    probabilities(softmax, "0.3333", "0.3333", "0.3333")
    row = grid.add_row()
    grid.set(row, CLASS, "grey")
    grid.set(row, SCORE, "1")
    probabilities(softmax, "0.2500", "0.2500", "0.2500", "0.2500")
    grid.delete_rows(0, 3)
    probabilities(softmax, "0.5000", "0.5000")
    grid.set(1, SCORE, "abc")
    expect(softmax.get_by_role("alert")).to_contain_text("score has")
    assert grid.text(1, SCORE) == "abc"


def test_all_figures_follow_the_score_before_the_slider_is_released(softmax: Page):
    thumb = softmax.get_by_role("slider", name="Score of blue")
    box = thumb.bounding_box()
    assert box is not None
    number = softmax.locator(".ce-numbers dd").first
    y = box["y"] + box["height"] / 2
    softmax.mouse.move(box["x"] + box["width"] * 0.6, y)
    softmax.mouse.down()
    seen = set()
    for part in (0.56, 0.52, 0.48, 0.44, 0.5, 0.66):
        before = number.inner_text()
        softmax.mouse.move(box["x"] + box["width"] * part, y, steps=4)
        expect(number).not_to_have_text(before)
        softmax.wait_for_function(NUMBER_STANDS_AT_THE_BARS)
        seen.add(number.inner_text())
    softmax.mouse.up()
    assert len(seen) == 6


def test_the_sliders_score_is_written_into_the_table(softmax: Page):
    thumb = softmax.get_by_role("slider", name="Score of blue")
    thumb.focus()
    for _ in range(10):
        thumb.press("ArrowLeft")
    probabilities(softmax, "0.4683", "0.4683", "0.0634")
    softmax.get_by_role("button", name="Write its score into the table").click()
    grid = Grid(softmax, TABLE)
    expect(grid.canvas.locator("td[role=gridcell]").nth(1)).to_have_text("1")
    grid.set(0, SCORE, "2")
    probabilities(softmax, "0.7054", "0.2595", "0.0351")
    expect(softmax.get_by_role("slider", name="Score of blue")).to_have_attribute(
        "aria-valuetext", "2.0"
    )


def test_a_thousand_more_breaks_the_naive_way_alone(softmax: Page):
    softmax.get_by_role("button", name="What if all were 1000 higher?").click()
    probabilities(softmax, "0.7054", "0.2595", "0.0351")
    expect(softmax.get_by_role("figure").first.locator("svg").first).to_contain_text("∞")
    table = softmax.get_by_role("region", name="Softmax computed naively and stably")
    expect(table).to_contain_text("undefined")
    softmax.get_by_role("button", name="The article's case").click()
    expect(table).not_to_contain_text("undefined")
