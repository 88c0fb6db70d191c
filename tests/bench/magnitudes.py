"""Hold every function against the truth on as many drawn values as are asked for.

    python tests/bench/magnitudes.py [values of each function] [seed]

The truth is counted in long doubles, and once more in 50 digits wherever a result comes within
half a unit of its bound. Prints the largest error of each function, the bound at that place, and
every finding.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.ce_core.magnitudes import CASES, NEEDS_EXACT
from tests.ce_core.truth import EXACT, EXTENDED

FEWER = 20
"""By how much less is drawn where only exact numbers will do."""


def worst_of(name: str, values: int, seed: int) -> tuple[float, float, int, list[str]]:
    """Return the largest error, its bound, how many values were drawn, and the findings."""
    exact_only = name in NEEDS_EXACT
    worst, bound_there, drawn, findings = 0.0, 0.0, 0, []
    call = 0
    while drawn < (values // FEWER if exact_only else values):
        call += 1
        rng = np.random.default_rng([seed, call])
        size = int(rng.choice([1, 5, 40, 300] if exact_only else [1, 5, 40, 300, 3000]))
        dtype = np.float32 if rng.random() < 0.25 else np.float64
        case = CASES[name](rng, size, dtype)
        drawn += size
        error = case.errors(EXACT if exact_only else EXTENDED).max()
        if not error <= case.bound - 0.5 and not exact_only:
            error = case.errors(EXACT).max()
        if not error <= case.bound:
            findings.append(f"seed {seed}, call {call}, size {size}: {error:.2f} > {case.bound}")
        if error / case.bound > worst / (bound_there or 1):
            worst, bound_there = error, case.bound
    return worst, bound_there, drawn, findings


def main(values: int, seed: int) -> None:
    found = 0
    for name in CASES:
        worst, bound, drawn, findings = worst_of(name, values, seed)
        found += len(findings)
        print(f"{name:48} {drawn:9,} values  {worst:6.2f} of {bound:g}", flush=True)
        for finding in findings[:5]:
            print("    " + finding)
    print(f"{found} findings")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 20_000,
        int(sys.argv[2]) if len(sys.argv) > 2 else 0,
    )
