"""A visitor with a browser: edits, slides, and lets the page itself tell how long it took."""

from __future__ import annotations

import base64
import itertools
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator

from tests.browser.grid import Grid

PROBE = (Path(__file__).parent / "probe.js").read_text()
QUIET = 400  # ms without a paint, after which a figure counts as finished
DRAG_SECONDS, DRAG_PIXELS = 3.0, 60
EDITOR = "canvas[data-testid=data-grid-canvas]"


@dataclass(frozen=True)
class Edit:
    """From the Enter that ends the edit of a cell, in ms; and what went over the websocket."""

    first_figure: float
    all_figures: float
    browser_cpu: float
    kilobytes: float


class Visit:
    """One open page in a fresh browser context."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._context = browser.new_context(viewport={"width": 1280, "height": 1600})
        self._context.add_init_script(PROBE)
        self.page = self._context.new_page()
        self.page.set_default_timeout(60_000)
        self._processes = browser.new_browser_cdp_session()
        self._websocket_bytes = 0
        self._count_websocket_bytes()
        self.page.goto(url)
        self.ms_to_drawn: float = self.page.evaluate("probe.drawn(1000)")
        self._steps = itertools.cycle(["ArrowRight", "ArrowLeft"])

    def close(self) -> None:
        self._context.close()

    def grid(self) -> Grid:
        """Return the page's first table editor."""
        region = self.page.get_by_role("region").filter(has=self.page.locator(EDITOR)).first
        return Grid(self.page, region.get_attribute("aria-label") or "")

    def first_number(self, grid: Grid) -> tuple[int, int]:
        """Return row and column of the first cell that holds a number."""
        for row, cells in enumerate(grid.rows()):
            for column, text in enumerate(cells):
                if _is_number(text):
                    return row, column
        raise LookupError("No cell of the first table holds a number.")

    def edit(self, grid: Grid, row: int, column: int, text: str) -> Edit:
        grid.type(row, column, text)
        self.page.evaluate("probe.arm()")
        bytes_before, cpu_before = self._websocket_bytes, self._cpu_seconds()
        self.page.keyboard.press("Enter")
        painted = self.page.evaluate(f"probe.painted({QUIET})")
        return Edit(
            first_figure=painted["first"],
            all_figures=painted["all"],
            browser_cpu=1000 * (self._cpu_seconds() - cpu_before),
            kilobytes=(self._websocket_bytes - bytes_before) / 1000,
        )

    def slider(self) -> Locator:
        return self.page.get_by_test_id("stMain").get_by_role("slider").first

    def step(self) -> float:
        """Press an arrow key on the page's first slider; return the ms until its figure stands."""
        self.slider().focus()
        self.page.evaluate("probe.arm()")
        self.page.keyboard.press(next(self._steps))
        painted = self.page.evaluate(f"probe.painted({QUIET})")
        ms: float = painted["all"]
        return ms

    def drag(self) -> float:
        """Drag the first slider's thumb to and fro; return how often a second a figure followed."""
        self.slider().scroll_into_view_if_needed()
        x, y = self._thumb()
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.evaluate("probe.arm()")
        began = time.perf_counter()
        while (elapsed := time.perf_counter() - began) < DRAG_SECONDS:
            sweep = abs((elapsed + 0.5) % 2 - 1) * 2 - 1  # to and fro in two seconds
            self.page.mouse.move(x + sweep * DRAG_PIXELS, y)
            time.sleep(0.008)
        repaints: int = self.page.evaluate("probe.repaints()")
        self.page.mouse.up()
        self.page.wait_for_timeout(QUIET)
        return repaints / elapsed

    def _cpu_seconds(self) -> float:
        """Return the CPU time of all of the browser's pages so far."""
        processes = self._processes.send("SystemInfo.getProcessInfo")["processInfo"]
        return sum(one["cpuTime"] for one in processes if one["type"] == "renderer")

    def _thumb(self) -> tuple[float, float]:
        """Return where the slider's thumb is; a native slider's box is its whole track."""
        box = self.slider().bounding_box()
        assert box is not None
        share = self.slider().evaluate(
            "e => e.matches('input') ? (e.valueAsNumber - e.min) / (e.max - e.min) : 0.5"
        )
        inset = min(9, box["width"] / 2)
        return box["x"] + inset + share * (box["width"] - 2 * inset), box["y"] + box["height"] / 2

    def _count_websocket_bytes(self) -> None:
        devtools = self._context.new_cdp_session(self.page)
        devtools.send("Network.enable")

        def count(event: dict[str, dict[str, object]]) -> None:
            frame = event["response"]
            data = str(frame["payloadData"])
            binary = frame["opcode"] == 2
            self._websocket_bytes += len(base64.b64decode(data)) if binary else len(data)

        devtools.on("Network.webSocketFrameSent", count)
        devtools.on("Network.webSocketFrameReceived", count)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
