"""Kill the replica that a reader uses, and see what the reader keeps.

Two servers of the app run behind nginx, which keeps each reader with one of them; nginx.conf
beside this file is what a host can start from. A real browser opens a link, presses a preset,
edits, chooses another logarithm and moves a slider. Then its server is killed without warning,
and the other one takes over.

``python -m tests.hosting.replicas`` tells what it saw. Everything stays on 127.0.0.1.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from pages.binary.inputs import CASES, BinaryInputs
from pages.parts.inputs.link import PARAMETER, encode
from tests.bench.server import APP, Server, serving
from tests.browser.chromium import FLAGS, chromium
from tests.browser.drawn import goto, wait_drawn
from tests.browser.grid import Grid

TEMPLATE = Path(__file__).parent / "nginx.conf"
SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"
PATIENCE = 20.0


@dataclass(frozen=True)
class Shown:
    """What the page shows of the reader's state and of what follows from it."""

    table: list[list[str]]
    logarithm: str
    sliders: list[str]
    losses: str
    of_the_class: str

    def __str__(self) -> str:
        rows = "; ".join(" ".join(row) for row in self.table)
        return f"{rows}\n    {self.logarithm}, sliders {self.sliders}, {self.losses}"


@dataclass(frozen=True)
class Report:
    """What happened around the end of a replica."""

    at_link: Shown
    before: Shown
    seconds_until_connected: float
    after: Shown
    after_next_edit: Shown
    after_next_move: Shown
    readers_of_each: list[int]
    log: str
    link: str


@dataclass(frozen=True)
class Proxy:
    url: str
    folder: Path

    def log(self) -> str:
        """Return what nginx wrote about whom it served."""
        return (self.folder / "access.log").read_text() + (self.folder / "stderr").read_text()


def nginx() -> str | None:
    """Return nginx's path, or None where it is not installed."""
    paths = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin"  # Debian's is for root alone
    return shutil.which("nginx", path=paths)


@contextmanager
def replicas_behind_nginx(program: str) -> Iterator[tuple[Proxy, list[Server]]]:
    """Serve the app twice, with one secret, behind a proxy."""
    secret_before = os.environ.get(SECRET)
    os.environ[SECRET] = "for a test on one machine only"
    try:
        with ExitStack() as stack:
            servers = [stack.enter_context(serving(APP)) for _ in range(2)]
            yield stack.enter_context(_proxy(program, servers)), servers
    finally:
        if secret_before is None:
            del os.environ[SECRET]
        else:
            os.environ[SECRET] = secret_before


@contextmanager
def _proxy(program: str, servers: list[Server]) -> Iterator[Proxy]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    settings = TEMPLATE.read_text().replace("127.0.0.1:8080", address)
    for port, server in zip((8501, 8502), servers, strict=True):
        settings = settings.replace(f"127.0.0.1:{port}", server.url.removeprefix("http://"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx's workers are another user
        (folder / "nginx.conf").write_text(settings)
        with (folder / "stderr").open("w") as errors:
            process = subprocess.Popen(
                [program, "-p", name, "-c", str(folder / "nginx.conf"), "-g", "daemon off;"],
                stderr=errors,
            )
            try:
                _wait_for(lambda: _answers(f"http://{address}/_stcore/health"), "nginx")
                yield Proxy(f"http://{address}", folder)
            finally:
                process.terminate()
                process.wait(timeout=10)


def lose_a_replica(browser: Browser, proxy: Proxy, servers: list[Server]) -> Report:
    """Use the app by its proxy, kill the replica in use, and use it on."""
    link = encode(CASES["sure_and_wrong"], BinaryInputs())
    page = browser.new_page(viewport={"width": 1280, "height": 1400}, locale="en-US")
    goto(page, f"{proxy.url}/binary?{PARAMETER}={link}")
    at_link = shown(page)
    page.locator(".st-key-presets button").nth(list(CASES).index("undecided")).click()
    settle(page)
    table(page).set(0, 2, "0.11")
    settle(page)
    page.locator(".st-key-logarithm button", has_text="ln").click()
    settle(page)
    move_slider(page)
    before = shown(page)

    readers = [active_sessions(server) for server in servers]
    used = readers.index(max(readers))
    killed = time.monotonic()
    servers[used].process.kill()
    _wait_for(lambda: active_sessions(servers[1 - used]) > 0, "the other replica")
    seconds = time.monotonic() - killed
    settle(page)
    after = shown(page)
    move_slider(page)
    after_next_move = shown(page)
    table(page).set(1, 2, "0.22")
    settle(page)
    return Report(
        at_link=at_link,
        before=before,
        seconds_until_connected=seconds,
        after=after,
        after_next_edit=shown(page),
        after_next_move=after_next_move,
        readers_of_each=readers,
        log=proxy.log(),
        link=link,
    )


def table(page: Page) -> Grid:
    with_canvas = page.locator("canvas[data-testid=data-grid-canvas]")
    region = page.get_by_role("region").filter(has=with_canvas).first
    return Grid(page, region.get_attribute("aria-label") or "")


def move_slider(page: Page) -> None:
    """Press an arrow key on the slider of one student's probability in the class."""
    page.get_by_test_id("stMain").get_by_role("slider").last.focus()
    page.keyboard.press("ArrowLeft")
    settle(page)


def settle(page: Page) -> None:
    page.wait_for_timeout(1500)  # until the run has begun, and its last figure is painted
    wait_drawn(page)


def shown(page: Page) -> Shown:
    sliders = page.get_by_test_id("stMain").get_by_role("slider").all()
    return Shown(
        table=table(page).rows(),
        logarithm=page.locator(".st-key-logarithm button[aria-checked=true]").inner_text(),
        sliders=[slider.get_attribute("aria-valuetext") or "" for slider in sliders],
        losses=" ".join(page.locator(".ce-numbers").first.inner_text().split()),
        of_the_class=" ".join(page.locator(".st-key-stage-class").inner_text().split()),
    )


def active_sessions(server: Server) -> int:
    with urlopen(f"{server.url}/_stcore/metrics", timeout=5) as answer:
        found = re.search(r"^active_sessions (\d+)", answer.read().decode(), re.MULTILINE)
    return int(found[1]) if found else 0


def _wait_for(is_so: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if is_so():
            return
        time.sleep(0.05)
    raise RuntimeError(f"{what} did not come within {PATIENCE:.0f} seconds.")


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=2) as answer:
            return bool(answer.read() == b"ok")
    except OSError:
        return False


def main() -> None:
    program = nginx()
    if program is None:
        raise SystemExit("This needs nginx: install it with your system's package manager.")
    with (
        replicas_behind_nginx(program) as (proxy, servers),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=FLAGS)
        report = lose_a_replica(browser, proxy, servers)
        browser.close()
    print(f"opened by the link:\n    {report.at_link}")
    print(f"then a preset, an edit, ln, and a slider moved:\n    {report.before}")
    print(f"readers of each replica {report.readers_of_each}; the one in use is killed.")
    print(f"connected again after {report.seconds_until_connected:.1f} s:\n    {report.after}")
    print(f"a slider moved:\n    {report.after_next_move}")
    print(f"a cell edited:\n    {report.after_next_edit}")
    print("kept:", "all of it" if report.after == report.before else "NOT all of it")
    print("nginx's log holds what the reader typed:", report.link in report.log)


if __name__ == "__main__":
    main()
