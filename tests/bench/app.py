"""Measure a chapter of the app beside a bare Streamlit app: ``python -m tests.bench.app``.

Both servers run at once and are asked in turn, so that a busy machine is busy for both.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import time
from contextlib import AsyncExitStack

from playwright.sync_api import sync_playwright

from tests.bench.report import Line, Samples, print_table
from tests.bench.server import APP, BARE, Server, serving
from tests.bench.session import visiting
from tests.bench.visit import Visit
from tests.browser.chromium import FLAGS, chromium

AT_ONCE = 20
# Typed into the first cell that holds a number, in turn.
NUMBERS = ["0.31", "0.42", "0.53", "0.64", "0.75", "0.86"]

START = Line("process start to health", "ms", "≤ 1.15 × bare", lambda app, bare: app <= 1.15 * bare)
DRAWN = Line("first visit to all drawn", "ms")
EDIT = Line("cell Enter to first figure painted", "ms", "≤ bare", lambda app, bare: app <= bare)
EDIT_ALL = Line("cell Enter to all figures painted", "ms")
STEP = Line("slider step to figure painted", "ms", "< 80 ms", lambda app, bare: app < 80)
DRAG = Line("repaints in a drag of the slider", "/s", "≥ 10 /s", lambda app, bare: app >= 10)
SCRIPT = Line("run for an edit, without a browser", "ms")
MESSAGES = Line("messages for an edit, both ways", "kB")
WIRE = Line("their bytes on the wire", "kB", "≤ 15 kB", lambda app, bare: app <= 15)
BROWSER = Line("browser's CPU time for an edit", "ms")
CPU = Line("server's CPU time for an edit", "ms")
CROWD = Line(f"{AT_ONCE} sessions editing at once", "runs/s")

Places = dict[str, str]  # the addresses of the app's chapter and of the bare app


def main() -> None:
    options = _options()
    samples = Samples()
    _measure_start(samples, options.rounds)
    with serving(APP) as app, serving(BARE) as bare:
        _measure_pages({"app": f"{app.url}/{options.chapter}", "bare": bare.url}, samples, options)
        for _ in range(options.rounds):
            asyncio.run(_measure_runs("app", app, options.chapter, samples))
            asyncio.run(_measure_runs("bare", bare, "", samples))
    lines = [START, DRAWN, EDIT, EDIT_ALL, STEP, DRAG, MESSAGES, WIRE, SCRIPT, BROWSER, CPU, CROWD]
    title = f"{options.chapter} beside a bare app: medians (middle half), {options.rounds} rounds"
    print_table(title, lines, samples)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chapter", nargs="?", default="binary", help="URL path of the chapter")
    parser.add_argument("--rounds", type=int, default=5, help="how often both are asked in turn")
    parser.add_argument("--times", type=int, default=6, help="edits and steps in a round")
    return parser.parse_args()


def _measure_start(samples: Samples, rounds: int) -> None:
    for _ in range(rounds):
        for who, script in (("app", APP), ("bare", BARE)):
            with serving(script) as server:
                samples.add(who, START, 1000 * server.seconds_to_health)


def _measure_pages(places: Places, samples: Samples, options: argparse.Namespace) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=FLAGS)
        for visited in range(options.rounds):
            for who, address in places.items():
                visit = Visit(browser, address)
                # A server's first visitor waits for its imports.
                if visited or options.rounds == 1:
                    samples.add(who, DRAWN, visit.ms_to_drawn)
                _measure_page(who, visit, samples, options.times)
                visit.close()
        browser.close()


def _measure_page(who: str, visit: Visit, samples: Samples, times: int) -> None:
    grid = visit.grid()
    row, column = visit.first_number(grid)
    numbers = itertools.cycle(NUMBERS)
    visit.edit(grid, row, column, next(numbers))  # the page's first edit warms it up
    for _ in range(times):
        edit = visit.edit(grid, row, column, next(numbers))
        samples.add(who, EDIT, edit.first_figure)
        samples.add(who, EDIT_ALL, edit.all_figures)
        samples.add(who, BROWSER, edit.browser_cpu)
        samples.add(who, MESSAGES, edit.kilobytes)
    if visit.slider().count():
        visit.step()
        for _ in range(times):
            samples.add(who, STEP, visit.step())
        samples.add(who, DRAG, visit.drag())


async def _measure_runs(who: str, server: Server, page: str, samples: Samples) -> None:
    """Edit without a browser: one session alone, then many at once."""
    async with AsyncExitStack() as stack:
        sessions = [await stack.enter_async_context(visiting(server.url)) for _ in range(AT_ONCE)]
        for session in sessions:
            await session.open(page)
        for number in NUMBERS:
            run = await sessions[0].edit(float(number))
            samples.add(who, SCRIPT, 1000 * run.seconds)
            samples.add(who, WIRE, run.wire_bytes / 1000)
        for number in NUMBERS:
            began, cpu_began = time.perf_counter(), server.cpu_seconds()
            await asyncio.gather(*(session.edit(float(number)) for session in sessions))
            samples.add(who, CROWD, AT_ONCE / (time.perf_counter() - began))
            samples.add(who, CPU, 1000 * (server.cpu_seconds() - cpu_began) / AT_ONCE)


if __name__ == "__main__":
    main()
