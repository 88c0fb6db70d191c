"""Find a Chromium for the browser tests, or install one."""

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

# The first two let it run as root in a container; the others keep it from calling home.
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
INSTALLS = [
    [[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]],
    [["apt-get", "update"], ["apt-get", "install", "-y", "chromium-headless-shell"]],
]


def chromium(playwright: Playwright, config: pytest.Config | None = None) -> str:
    """Return the path of a Chromium; where there is none, say so and install one."""
    found = _find(playwright)
    for commands in INSTALLS:
        if found:
            break
        if commands[0][0] == "apt-get" and not _may_use_apt():
            continue
        _say(f"No Chromium is found, so it is installed: {_shown(commands)}", config)
        if all(map(_succeeds, commands)):
            found = _find(playwright)
    if not found:
        raise RuntimeError(
            "The browser tests need Chromium, which could not be installed: install chromium "
            "or google-chrome with your system's package manager, so that it is on the PATH."
        )
    return found


def _find(playwright: Playwright) -> str | None:
    own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    # The first is the same without a window: the others draw its tabs anew for every context,
    # which takes as long as the page.
    names = ("chromium-headless-shell", "chromium", "google-chrome", "chromium-browser")
    return next(filter(None, map(shutil.which, names)), None)


def _say(sentence: str, config: pytest.Config | None) -> None:
    """Print it now, also where pytest keeps what tests print."""
    capture = config.pluginmanager.getplugin("capturemanager") if config else None
    with capture.global_and_fixture_disabled() if capture else nullcontext():
        print(f"\n{sentence}", file=sys.stderr, flush=True)


def _shown(commands: list[list[str]]) -> str:
    return " && ".join(map(shlex.join, commands))


def _succeeds(command: list[str]) -> bool:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, check=False, env=quiet).returncode == 0


def _may_use_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None
