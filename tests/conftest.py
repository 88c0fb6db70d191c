"""What all tests share, and how they run side by side where everything is run."""

import os

import pytest
from hypothesis import settings

# No test asserts a time, not even how long an example takes on a busy machine. Examples are drawn
# anew in every run, in CI too; one that fails is printed with how to draw it again.
settings.register_profile("patient", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("patient")

# Keras computes with JAX, which is there for Optax anyway, wherever it is held against the figures.
os.environ.setdefault("KERAS_BACKEND", "jax")

WORKERS = 4  # on two cores, as a test in the browser mostly waits
LONGEST_FIRST = {"test_house.py", "browser", "contract", "hosting"}  # no worker is left with one


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run everything side by side, but what the command line names in this process."""
    everything = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    return WORKERS if everything and config.option.markexpr != "peers" else 0


def pytest_xdist_setupnodes(config: pytest.Config) -> None:
    """Have Chromium before the workers start, each of which would install it."""
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import chromium

    with sync_playwright() as playwright:
        chromium(playwright, config)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONGEST_FIRST.isdisjoint(item.path.parts))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let no claim about a library go unchecked: a run of those tests fails if one is skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.option.markexpr == "peers" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
