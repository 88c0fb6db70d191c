from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import order
from tests.browser.drawn import goto, wait_drawn
from tests.browser.grid import Grid

START = ["A|pass|0.9|2", "B|pass|0.8|1", "C|fail|0.3|-1", "D|pass|0.7|0"]

pytestmark = pytest.mark.xdist_group("parts")


@pytest.fixture
def app(page: Page, serve: Callable[[str], str]) -> Page:
    goto(page, serve("tests/browser/apps/app.py"))
    return page


def shows(page: Page, *rows: str) -> None:
    """Python's table, all columns, is this."""
    expect(page.locator("[data-testid=stCode] code")).to_have_text("\n".join(rows) or "no rows")


def chapter(page: Page, name: str) -> Grid:
    page.get_by_role("link", name=name.lower()).click()
    page.get_by_role("heading", name=name).wait_for()
    wait_drawn(page)
    return Grid(page, "Students")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def test_five_edits_in_a_row_are_kept(app: Page):
    grid = Grid(app, "Students")
    shows(app, *START)
    for row, value in enumerate(["0.11", "0.12", "0.13", "0.14"]):
        grid.set(row, 2, value)
        expect(app.locator("code")).to_contain_text(value)
    grid.set(0, 2, "0.15")
    shows(app, "A|pass|0.15|2", "B|pass|0.12|1", "C|fail|0.13|-1", "D|pass|0.14|0")


@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_an_edit_is_sent_at_once(app: Page, key: str):
    grid = Grid(app, "Students")
    grid.type(0, 2, "0.55")
    order.record(app, 140)  # Streamlit's table waits 150
    app.keyboard.press(key)
    assert order.first(app) == "sent"
    shows(app, "A|pass|0.55|2", *START[1:])


def test_rows_added_edited_and_deleted_keep_the_columns_not_shown(app: Page):
    grid = Grid(app, "Students")
    added = grid.add_row()
    shows(app, *START)  # a blank row does not count
    grid.set(added, 0, "E")
    shows(app, *START, "E|||9")
    grid.set(added, 2, "0.5")
    grid.delete_rows(1, 3)
    shows(app, "A|pass|0.9|2", "C|fail|0.3|-1", "E||0.5|9")
    grid.set(1, 2, "0.4")
    shows(app, "A|pass|0.9|2", "C|fail|0.4|-1", "E||0.5|9")


def test_two_chapters_edit_one_table_in_turn(app: Page):
    Grid(app, "Students").set(0, 2, "0.99")
    shows(app, "A|pass|0.99|2", *START[1:])
    grid = chapter(app, "Sigmoid")
    shows(app, "A|pass|0.99|2", *START[1:])
    grid.set(0, 1, "7")
    shows(app, "A|pass|0.99|7", *START[1:])
    grid.set(grid.add_row(), 0, "E")
    shows(app, "A|pass|0.99|7", *START[1:], "E|fail|0.1|")

    grid = chapter(app, "Binary")
    shows(app, "A|pass|0.99|7", *START[1:], "E|fail|0.1|")
    assert grid.rows()[4] == ["E", "fail", "0.1"]
    grid.set(1, 0, "Bea")
    grid.delete_rows(0)
    shows(app, "Bea|pass|0.8|1", *START[2:], "E|fail|0.1|")

    grid = chapter(app, "Sigmoid")
    assert grid.rows()[0] == ["Bea", "1"]
    shows(app, "Bea|pass|0.8|1", *START[2:], "E|fail|0.1|")


def test_all_rows_deleted_and_one_added(app: Page):
    grid = Grid(app, "Students")
    grid.delete_rows(0, 1, 2, 3)
    shows(app)
    chapter(app, "Sigmoid")
    shows(app)
    grid = chapter(app, "Binary")
    grid.set(grid.add_row(), 2, "1,5")
    shows(app, "||1,5|9")


def test_a_preset_restarts_the_table_also_a_second_time(app: Page):
    grid = Grid(app, "Students")
    for _ in range(2):
        grid.set(0, 2, "0.1")
        expect(app.locator("code")).to_contain_text("0.1")
        press(app, "Preset")
        shows(app, "A|pass|0.5|2", "B|pass|0.5|1")
    grid.set(1, 2, "0.2")
    shows(app, "A|pass|0.5|2", "B|pass|0.2|1")


def test_a_cell_left_open_counts_when_a_button_is_clicked(app: Page):
    Grid(app, "Students").type(0, 2, "0.6")
    press(app, "Halve")
    shows(app, "A|pass|0.6/2|2", "B|pass|0.8/2|1", "C|fail|0.3/2|-1", "D|pass|0.7/2|0")


def test_a_cell_left_open_counts_and_is_shown_when_the_chapter_is_left(app: Page):
    Grid(app, "Students").type(0, 2, "0.6")
    app.get_by_role("link", name="sigmoid").click(delay=100)  # as a finger does
    app.get_by_role("heading", name="Sigmoid").wait_for()
    shows(app, "A|pass|0.6|2", *START[1:])
    grid = chapter(app, "Binary")
    grid.wait_for(0, 2, "0.6")
    grid.set(1, 2, "0.7")
    shows(app, "A|pass|0.6|2", "B|pass|0.7|1", *START[2:])


def test_a_cell_left_open_counts_after_a_click_faster_than_the_edit(app: Page):
    Grid(app, "Students").type(0, 2, "0.6")
    # Streamlit may answer this click with the same chapter again, as the edit follows it.
    app.get_by_role("link", name="sigmoid").click()
    shows(app, "A|pass|0.6|2", *START[1:])


def test_another_widget_does_not_disturb_edits(app: Page):
    grid = Grid(app, "Students")
    for value in ("0.1", "0.2", "0.3"):
        grid.set(1, 2, value)
        app.get_by_text("Other widget").click()
        shows(app, START[0], f"B|pass|{value}|1", *START[2:])


def test_cells_stay_as_typed_and_as_pasted(app: Page):
    grid = Grid(app, "Students")
    odd = ["1,5", "-5", "50%", "abc"]
    for row, text in enumerate(odd):
        grid.set(row, 2, text)
    shows(app, *(start.replace(start.split("|")[2], odd[i], 1) for i, start in enumerate(START)))
    press(app, "Preset")
    shows(app, "A|pass|0.5|2", "B|pass|0.5|1")
    grid.paste(0, 2, "\n".join(odd))  # two rows more than there are
    shows(app, "A|pass|1,5|2", "B|pass|-5|1", "||50%|9", "||abc|9")


def test_a_cleared_cell_is_an_empty_text(app: Page):
    Grid(app, "Students").clear(2, 2)
    shows(app, *START[:2], "C|fail||-1", START[3])
