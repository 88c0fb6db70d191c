"""What a person does in "Fruit in containers"."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.grid import Grid

TABLE = "What is believed of each container, and the fruit really inside"
FRUIT, A, B, C = range(4)
INSIDE, ORANGE, APPLE, LEMON = range(4)


@pytest.fixture
def fruit(open_chapter: Callable[[str], Page]) -> Page:
    return open_chapter("multiclass")


def loss(page: Page, expected: str) -> None:
    """Expect the headline loss, and the same one at the total's bar."""
    expect(page.locator(".ce-numbers dd").first).to_contain_text(expected)
    expect(page.get_by_role("figure").first).to_contain_text(expected)


def test_edits_are_kept_and_a_preset_is_loaded_over_them(fruit: Page):
    loss(fruit, "1.0757")
    expect(fruit.locator(".ce-numbers dd").nth(1)).to_have_text("0.084")
    grid = Grid(fruit, TABLE)
    for row, text in ((ORANGE, "0.5"), (APPLE, "0.25"), (LEMON, "0.25"), (INSIDE, "lemon")):
        grid.set(row, A, text)
    grid.set(INSIDE, B, "apple")
    loss(fruit, "1.3979")
    assert [row[1] for row in grid.rows()] == ["lemon", "0.5", "0.25", "0.25"]
    fruit.get_by_role("button", name="What if C's lemon were ruled out").click()
    loss(fruit, "∞")
    Grid(fruit, TABLE).set(INSIDE, C, "apple")
    loss(fruit, "0.8996")


def test_a_column_that_does_not_sum_is_named_and_mended(fruit: Page):
    Grid(fruit, TABLE).set(APPLE, A, "0.3")
    expect(fruit.get_by_role("alert")).to_contain_text("those in A sum to 1.1")
    expect(fruit.get_by_role("figure").first).to_contain_text("⚠ Σ 1.1")
    fruit.get_by_role("button", name="Mend it").click()
    loss(fruit, "1.1174")
    assert [row[1] for row in Grid(fruit, TABLE).rows()] == ["orange", "0.636", "0.273", "0.091"]


def test_a_fruit_is_added_renamed_and_removed(fruit: Page):
    grid = Grid(fruit, TABLE)
    row = grid.add_row()
    assert grid.text(row, A) == "0"
    loss(fruit, "1.0757")
    grid.set(row, FRUIT, "plum")
    grid.set(LEMON, FRUIT, "lime")
    note = fruit.get_by_role("status").filter(has_text="lemon in the first row is read as lime")
    expect(note).to_be_visible()
    loss(fruit, "1.0757")
    fruit.get_by_role("button", name="Write it so").click()
    expect(note).to_have_count(0)
    grid = Grid(fruit, TABLE)
    assert grid.text(INSIDE, B) == "lime"
    grid.delete_rows(row)
    loss(fruit, "1.0757")


def test_a_pasted_table_is_taken_whole(fruit: Page):
    grid = Grid(fruit, TABLE)
    grid.paste(INSIDE, A, "pear\tfig\tfig\n0.5\t0.25\t0.1\n0.25\t0.25\t0.1\n0.25\t0.5\t0.8")
    expect(fruit.get_by_role("alert")).to_contain_text("“pear”")
    for row, name in ((ORANGE, "pear"), (LEMON, "fig")):
        grid.set(row, FRUIT, name)
    loss(fruit, "0.6990")


def test_a_container_is_renamed_added_and_removed(fruit: Page):
    fruit.get_by_role("button", name="Containers").click()
    name = fruit.get_by_role("textbox", name="Name of B")
    name.fill("Box")
    name.press("Enter")
    figure = fruit.get_by_role("figure").first
    expect(figure).to_contain_text("Box")
    fruit.get_by_role("button", name="Add a container").click()
    loss(fruit, "1.5520")
    fruit.locator(".st-key-remove-column-container-A button").first.click()
    loss(fruit, "1.3971")
    assert Grid(fruit, TABLE).headers() == ["Fruit", "Box", "C", "B"]


def test_the_row_of_what_is_inside_is_put_back(fruit: Page):
    Grid(fruit, TABLE).delete_rows(INSIDE)
    expect(fruit.get_by_role("alert")).to_contain_text("really inside each container")
    fruit.get_by_role("button", name="Mend it").click()
    loss(fruit, "0.8539")
