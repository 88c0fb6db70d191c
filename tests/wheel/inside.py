"""Runs where the wheel is installed: import every module, run its doctests, say what was there.

Called by test_wheel.py with another Python, so it may import nothing of the tests; its arguments
are texts whose examples run, too.
"""

import doctest
import importlib
import json
import pkgutil
import sys
from importlib.metadata import distributions

import ce_core


def main() -> None:
    names = [module.name for module in pkgutil.walk_packages(ce_core.__path__, "ce_core.")]
    modules = [ce_core, *map(importlib.import_module, names)]
    flags = {"optionflags": doctest.ELLIPSIS}  # as pytest's
    done = [doctest.testmod(module, **flags) for module in modules]
    done += [doctest.testfile(text, module_relative=False, **flags) for text in sys.argv[1:]]
    found = {
        "distributions": sorted(found.name for found in distributions()),
        "modules": sorted(module.__name__ for module in modules),
        "version": ce_core.__version__,
        "attempted": sum(result.attempted for result in done),
        "failed": sum(result.failed for result in done),
    }
    print(f"\n{json.dumps(found)}")


if __name__ == "__main__":
    main()
