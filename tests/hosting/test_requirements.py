"""What is installed is what is pinned, and all of it is."""

from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LINES = (Path(__file__).parents[2] / "requirements.txt").read_text().splitlines()
PINNED = {
    canonicalize_name(requirement.name): requirement
    for requirement in (Requirement(line) for line in LINES if line and not line.startswith("#"))
}


def wanted(requirement: Requirement) -> bool:
    """Say whether it is wanted here, without any extra."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


HERE = [name for name, requirement in PINNED.items() if wanted(requirement)]


@pytest.mark.parametrize("name", HERE)
def test_the_version_that_is_pinned_is_installed(name: str):
    assert str(PINNED[name].specifier) == f"=={version(name)}"


@pytest.mark.parametrize("name", HERE)
def test_what_a_package_needs_is_pinned_too(name: str):
    needed = [Requirement(line) for line in requires(name) or []]
    assert {canonicalize_name(each.name) for each in needed if wanted(each)} <= set(PINNED)
