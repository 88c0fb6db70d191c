import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chromium import FLAGS, chromium
from tests.browser.drawn import goto

ROOT = Path(__file__).parents[2]
# How long a condition is waited for; a busy machine takes its time, and no test asserts any.
expect.set_options(timeout=20_000)
collect_ignore = ["apps"]  # programs for Streamlit, not modules to import


@contextmanager
def serving(script: Path) -> Iterator[str]:
    """Serve a Streamlit script and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script]
        + [f"--{name}={value}" for name, value in options.items()],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_until_healthy(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"The server ended with code {server.returncode}.")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1) as answer:
                if answer.read() == b"ok":
                    return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError("The server was not healthy within a minute.")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[str], str]]:
    """Serve a script, named from the repository's root; one server a script."""
    with ExitStack() as servers:
        urls: dict[str, str] = {}

        def url_of(script: str) -> str:
            if script not in urls:
                urls[script] = servers.enter_context(serving(ROOT / script))
            return urls[script]

        yield url_of


@pytest.fixture(scope="session")
def server(serve: Callable[[str], str]) -> str:
    """The address of the app."""
    return serve("app.py")


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = chromium(playwright, pytestconfig)
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> BrowserContext:
    """Share the cache of Streamlit's scripts: without it, a page takes seconds to load."""
    return browser.new_context(permissions=["clipboard-read", "clipboard-write"])


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of a new visitor: Streamlit's sessions are per connection."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    yield page
    page.close()


@pytest.fixture
def open_chapter(page: Page, server: str) -> Callable[[str], Page]:
    """Open a chapter of the app by its URL path and wait until it is drawn."""

    def open_at(path: str = "") -> Page:
        goto(page, f"{server}/{path}")
        return page

    return open_at
