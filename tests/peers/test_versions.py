"""The libraries that are installed to compare with are those whose figures are reproduced."""

from pathlib import Path

import pytest

from ce_core.frameworks import compare

PINNED = dict(
    line.split("==")
    for line in (Path(__file__).parent / "requirements.txt").read_text().splitlines()
    if "==" in line
)
DISTRIBUTIONS = {
    "pytorch": "torch",
    "keras": "keras",
    "scikit_learn": "scikit-learn",
    "optax": "optax",
}


@pytest.mark.parametrize("name", DISTRIBUTIONS)
def test_a_librarys_figures_are_those_of_the_version_installed(name):
    result = compare([1], [0.5]).results[name]
    assert result.library.version == PINNED[DISTRIBUTIONS[name]]
