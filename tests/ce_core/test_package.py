"""What the package imports and exports."""

import subprocess
import sys
from pathlib import Path

import ce_core as ce

FOREIGN = """
import sys
import ce_core
known = {"numpy", "pandas", "ce_core", *sys.stdlib_module_names}
brought_by_them = {"dateutil", "six", "pytz", "tzdata", "pyarrow", "numexpr", "bottleneck"}
names = {name.partition(".")[0] for name in sys.modules}
print(sorted(n for n in names - known - brought_by_them if not n.startswith("_")))
"""


def test_nothing_but_numpy_and_pandas_is_imported():
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
