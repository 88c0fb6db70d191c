"""Neither reading nor drawing knows a screen: nor what they import, and that in turn."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[4]
SHARED = sorted((HOUSE / "pages" / "parts" / "reading").glob("*.py"))
PURE = [
    path
    for folder in ("model", "drawing")
    for path in sorted((HOUSE / "pages" / "parts" / folder).glob("*.py"))
]
DECLARED = sorted((HOUSE / "pages").glob("*/chapter.py"))
CHAPTERS = sorted((HOUSE / "pages").glob("*/reading.py"))

LOADED = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sys.modules)
"""


def loaded_by(paths: list[Path]) -> set[str]:
    """Return the names of all modules that a fresh Python has after importing these."""
    names = [".".join(path.relative_to(HOUSE).with_suffix("").parts) for path in paths]
    command = [sys.executable, "-c", LOADED, *names]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_shared_reading_stands_on_the_core_alone():
    modules = loaded_by(SHARED)
    assert {m for m in modules if m.partition(".")[0] in ("streamlit", "plotly")} == set()
    beside = {m for m in modules if m.startswith("pages.") and "reading" not in m}
    assert beside == {
        "pages.parts",
        "pages.parts.internals",
        "pages.parts.internals.reserved_columns",
    }


def test_blocks_and_what_draws_them_need_no_screen():
    modules = loaded_by(PURE)
    assert {"pages.parts.model.blocks", "pages.parts.drawing.charts"} <= modules
    assert {m for m in modules if m.partition(".")[0] in ("streamlit", "plotly")} == set()


def test_a_chapter_is_declared_without_a_screen():
    modules = loaded_by(DECLARED)
    declared = [*DECLARED, *CHAPTERS]  # with whatever reads what is typed there
    assert {f"pages.{path.parent.name}.{path.stem}" for path in declared} <= modules
    assert {m for m in modules if m.partition(".")[0] in ("streamlit", "plotly")} == set()
