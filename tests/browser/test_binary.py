"""What a person does in "Two models, four students"."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.grid import Grid

NAME, OUTCOME, MODEL_A, MODEL_B = range(4)
TABLE = "Students, what happened, and each model's probability of a pass"


@pytest.fixture
def binary(open_chapter: Callable[[str], Page]) -> Page:
    return open_chapter("binary")


def losses(page: Page, *expected: str) -> None:
    """Expect the headline losses, and the same ones at the bars."""
    numbers = page.locator(".ce-numbers").first.locator("dd")
    expect(numbers).to_contain_text(list(expected))
    for loss in expected:
        expect(page.get_by_role("figure").first.locator("svg").first).to_contain_text(loss)


def test_every_edit_moves_the_loss_and_what_is_no_probability_is_said_and_kept(binary: Page):
    expect(binary.get_by_role("heading", level=1)).to_have_text(re.compile("which one is better"))
    losses(binary, "2.0757", "0.5194")
    grid = Grid(binary, TABLE)
    for p, loss in (("0.99", "3.0757"), ("0.5", "1.3768"), ("0", "1.0757"), ("0.9", "2.0757")):
        grid.set(0, MODEL_A, p)
        losses(binary, loss, "0.5194")
    grid.set(3, MODEL_B, "1,5")
    expect(binary.get_by_role("alert")).to_contain_text("student D, Model B has")
    assert grid.text(3, MODEL_B) == "1,5"
    grid.set(3, MODEL_B, "0")
    losses(binary, "2.0757", "∞")


def test_students_come_and_go_and_a_preset_is_loaded_over_edits(binary: Page):
    grid = Grid(binary, TABLE)
    row = grid.add_row()
    for column, text in enumerate(("Eve", "pass", "0.1", "0.1")):
        grid.set(row, column, text)
    losses(binary, "3.0757", "1.5194")
    grid.delete_rows(0, 1)
    losses(binary, "1.9208", "1.2007")
    binary.get_by_role("button", name="What if A were certain").click()
    losses(binary, "∞", "0.5194")
    Grid(binary, TABLE).set(3, MODEL_A, "0.2")
    losses(binary, "2.0757", "0.5194")


def test_a_pasted_column_is_mended_by_one_button(binary: Page):
    grid = Grid(binary, TABLE)
    grid.paste(0, OUTCOME, "Fail\t90%\t0,2\nfial\t30%\t0,4\npassed\t60%\t0,7\npsas\t20%\t0,9")
    expect(binary.get_by_role("alert")).to_contain_text("more cells")
    binary.get_by_role("button", name="Mend").click()
    losses(binary, "2.0757", "0.5194")


def test_a_model_is_added_and_renamed(binary: Page):
    binary.get_by_role("button", name="Models").click()
    binary.get_by_role("button", name="Add a model").click()
    expect(binary.locator(".ce-numbers dt").nth(2)).to_have_text("Loss of Model C")
    name = binary.get_by_role("textbox", name="Name of Model C")
    name.fill("A shrug")
    name.press("Enter")
    expect(binary.locator(".ce-numbers dt").nth(2)).to_have_text("Loss of A shrug")


def test_the_slider_moves_by_keyboard(binary: Page):
    thumb = binary.get_by_role("slider", name="Students in the class")
    table = binary.get_by_role("region", name="Product and sum of logarithms for this class")
    thumb.focus()
    thumb.press("Home")
    expect(table).to_contain_text("−1.00")
    thumb.press("End")
    expect(table).to_contain_text("−2594.65")
    thumb.press("ArrowLeft")
    expect(table).not_to_contain_text("−2594.65")
