"""What the package imports and exports."""

import importlib
import pkgutil
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


def test_every_public_name_has_one_home_that_lists_it():
    homes = {}
    for info in pkgutil.iter_modules(ce.__path__, "ce_core."):
        if not info.ispkg and "._" not in info.name:
            for name in importlib.import_module(info.name).__all__:
                homes.setdefault(name, []).append(info.name)
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}
    for name in ce.__all__:
        (home,) = homes[name]
        assert getattr(getattr(ce, name), "__module__", home) in (home, "typing")


def test_everything_exported_is_there_and_documented():
    assert ce.InputError.__doc__
    for name in set(ce.__all__) - {"InputError", "Reduction"}:
        text = getattr(ce, name).__doc__
        for part in ("Parameters", "Returns", "Raises", "Notes", "References", "Examples"):
            assert f"{part}\n    ---" in text, f"{name} lacks {part}"
