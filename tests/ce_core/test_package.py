"""What the package imports and exports."""

import subprocess
import sys
from pathlib import Path

import ce_core as ce

FOREIGN = """
import importlib, pkgutil, sys
import ce_core
for module in pkgutil.walk_packages(ce_core.__path__, "ce_core."):
    importlib.import_module(module.name)
names = {name.partition(".")[0] for name in sys.modules}
print(sorted(n for n in names - {"numpy", "ce_core", *sys.stdlib_module_names} if n[0] != "_"))
"""


def test_all_of_it_loads_numpy_and_nothing_else():
    root = Path(ce.__file__).parents[1]
    command = [sys.executable, "-c", FOREIGN]
    result = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert result.stdout.strip() == "[]"


def test_everything_exported_is_there_and_documented():
    for name in ce.__all__:
        assert getattr(ce, name).__doc__
    for name in set(ce.__all__) - {"InputError"}:
        text = getattr(ce, name).__doc__
        for part in ("Parameters", "Returns", "Raises", "Notes", "References", "Examples"):
            assert f"{part}\n    ---" in text, f"{name} lacks {part}"
