"""What all tests share."""

import os

import pytest
from hypothesis import settings

# No test asserts a time, not even how long an example takes on a busy machine. Examples are drawn
# anew in every run, in CI too; one that fails is printed with how to draw it again.
settings.register_profile("patient", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("patient")

# Keras computes with JAX, which is there for Optax anyway, wherever it is held against the figures.
os.environ.setdefault("KERAS_BACKEND", "jax")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let no claim about a library go unchecked: a run of those tests fails if one is skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.option.markexpr == "peers" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
