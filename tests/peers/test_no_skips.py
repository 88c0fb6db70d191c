"""A claim about a library is never passed over in silence."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("pass", pytest.ExitCode.OK),
        ("pytest.skip('not here')", pytest.ExitCode.TESTS_FAILED),
        ("pytest.importorskip('not_a_library')", pytest.ExitCode.TESTS_FAILED),
    ],
)
def test_a_run_of_the_peers_fails_where_a_test_is_skipped(tmp_path, body, code):
    claim = tmp_path / "test_claim.py"
    claim.write_text(f"import pytest\n\n@pytest.mark.peers\ndef test_claim():\n    {body}\n")
    command = [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "-m", "peers"]
    command += ["-o", "addopts=", "-p", "tests.conftest", "-p", "no:cacheprovider", claim]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
