"""Drive Streamlit's table editor as a person does.

The editor is a canvas. Inside it lies a table for screen readers, which tells what the cells
hold and which one is selected; cells are reached with the mouse and the arrow keys.
"""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.drawn import next_frame

ROW_HEIGHT = 35
MARKER_WIDTH = 30  # of the column with the rows' check boxes


class Grid:
    """One table editor, by its name; rows and columns count from 0 as shown."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        region = page.get_by_role("region", name=name, exact=True)
        self.root = page.get_by_test_id("stElementContainer").filter(has=region)
        self.canvas = region.locator("canvas[data-testid=data-grid-canvas]")
        self._overlay = page.locator("#portal :is(input, textarea):visible").first
        self._cells = self.canvas.locator("td[role=gridcell]")
        self.canvas.locator("th").first.wait_for(state="attached")

    def headers(self) -> list[str]:
        return self.canvas.locator("th").all_text_contents()

    def rows(self) -> list[list[str]]:
        """Return the text of all cells that are in sight."""
        rows: dict[int, list[str]] = {}
        found = self._cells.evaluate_all("cells => cells.map(cell => [cell.id, cell.textContent])")
        for name, text in found:
            rows.setdefault(int(name.split("-")[-1]), []).append(text)
        return [rows[row] for row in sorted(rows)]

    def text(self, row: int, column: int) -> str:
        return self._cell(row, column).text_content() or ""

    def wait_for(self, row: int, column: int, text: str) -> None:
        """Wait until a cell holds the text."""
        expect(self._cell(row, column)).to_have_text(text)

    def set(self, row: int, column: int, text: str) -> None:
        """Type over a cell and press Enter."""
        self.type(row, column, text)
        self.page.keyboard.press("Enter")
        self._overlay.wait_for(state="detached")
        # The focus goes to the cell below, or out of what screen readers are told.
        below = self._focused(row + 1, column)
        if row + 1 == len(self.rows()):
            below = self.canvas.and_(self.page.locator(":focus-within"))
        below.wait_for(state="attached")

    def type(self, row: int, column: int, text: str) -> None:
        """Type over a cell and leave it open."""
        self._select(row, column)
        self.page.keyboard.press("Enter")
        self._overlay.fill(text)

    def clear(self, row: int, column: int) -> None:
        self._select(row, column)
        self.page.keyboard.press("Delete")

    def add_row(self) -> int:
        """Add a row and return its number."""
        count = len(self.rows())
        self._tool("Add row")
        self._cell(count, 0).wait_for(state="attached")
        return count

    def delete_rows(self, *rows: int) -> None:
        count = len(self.rows())
        self.canvas.scroll_into_view_if_needed()
        box = self.canvas.bounding_box()
        assert box is not None
        for row in rows:
            x, y = box["x"] + MARKER_WIDTH / 2, box["y"] + ROW_HEIGHT * (row + 1.5)
            if row != rows[0]:
                self.page.keyboard.down("Control")
            self.page.mouse.click(x, y)
            self.page.keyboard.up("Control")
        self._tool("Delete row")
        self._cell(count - len(rows), 0).wait_for(state="detached")

    def paste(self, row: int, column: int, text: str) -> None:
        """Paste lines of cells, tabs between them, from a cell on."""
        self._select(row, column)
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+V")

    def _cell(self, row: int, column: int) -> Locator:
        return self.canvas.locator(f"#glide-cell-{self._number(column)}-{row}")

    def _number(self, column: int) -> int:
        first = self.canvas.locator("th").first.get_attribute("aria-colindex")
        return column + int(first or 0)

    def _tool(self, name: str) -> None:
        self.root.hover()
        self.root.get_by_role("button", name=re.compile(f"^{name}")).click()

    def _select(self, row: int, column: int) -> None:
        """Go to a cell: into the table by mouse, on from there with keys."""
        self.canvas.scroll_into_view_if_needed()
        if not self._focused().count():
            self._enter()
        self.page.keyboard.press("ControlOrMeta+Home")
        for _ in range(row):
            self.page.keyboard.press("ArrowDown")
        for _ in range(column):
            self.page.keyboard.press("ArrowRight")
        self._focused(row, column).wait_for(state="attached")

    def _enter(self) -> None:
        """Click into the table, elsewhere than last time: a second click would open the cell."""
        row = self.canvas.locator("td[id$='-0'][aria-selected=true]").count()
        box = self.canvas.bounding_box()
        assert box is not None
        self.page.mouse.move(box["x"] + MARKER_WIDTH + 20, box["y"] + ROW_HEIGHT * (row + 1.5))
        next_frame(self.page)  # a hand is there before it presses
        self.page.mouse.down()
        self.page.mouse.up()
        self._focused(row, 0).wait_for(state="attached")

    def _focused(self, *place: int) -> Locator:
        """Return the cell that is selected and has the focus, if it is the one in this place."""
        cell = self._cell(*place) if place else self._cells
        return cell.and_(self.page.locator("[aria-selected=true]:focus"))
