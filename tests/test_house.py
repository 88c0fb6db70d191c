"""The house keeps its shape: two halves, its style, and commands that say the same everywhere."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from pages.chapters import CHAPTERS

HOUSE = Path(__file__).parents[1]
CORE = sorted((HOUSE / "ce_core").rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return the top-level names of all modules that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def test_ce_core_imports_numpy_only():
    """But for the engine that scans files, which is imported where it is asked for."""
    allowed = {"ce_core", "numpy", *sys.stdlib_module_names}
    account = HOUSE / "ce_core" / "account"
    own = {account / name: {"duckdb"} for name in ("scan.py", "validation.py")}
    more = {path: imported(path) - allowed - own.get(path, set()) for path in CORE}
    assert {path: names for path, names in more.items() if names} == {}


def test_every_chapter_folder_is_in_the_table_of_contents():
    folders = {page.parent.name for page in (HOUSE / "pages").glob("*/page.py")}
    listed = [chapter for chapters in CHAPTERS.values() for chapter in chapters]
    assert sorted(listed) == sorted(folders)


def test_what_needs_another_library_is_marked_rather_than_skipped():
    skipping = re.compile(r"importorskip|skipif|find_spec")
    tests = (HOUSE / "tests" / half for half in ("ce_core", "pages", "hosting", "browser"))
    files = [file for half in tests for file in half.rglob("*.py")]
    assert [file for file in files if skipping.search(file.read_text())] == []


def test_ci_runs_the_readmes_test_commands():
    run = (HOUSE / ".ci" / "run").read_text().replace(" --quiet", "")
    readme = (HOUSE / "README.md").read_text().splitlines()
    in_ci = [line.removesuffix(" || exit") for line in run.splitlines() if "pytest" in line]
    assert in_ci == [line for line in readme if "pytest" in line]


def complaints(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=HOUSE, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr if done.returncode else ""


def test_style():
    assert complaints("ruff", "check", ".") == ""
    assert complaints("ruff", "format", "--check", ".") == ""


def test_types():
    assert complaints("mypy") == ""
