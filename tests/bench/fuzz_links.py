"""Throw damaged and hostile links at the decoder: ``python -m tests.bench.fuzz_links 100000``.

Links of every chapter and version are damaged in their letters or, deeper, in what they hold.
Each try either opens or is refused; it prints how many did which, the longest CPU time of one and
the most memory that one took.
"""

from __future__ import annotations

import gc
import random
import sys
import time
import tracemalloc
from collections import Counter
from dataclasses import fields
from typing import Any

from pages.parts.inputs.link import LinkError, decode, encode
from pages.parts.inputs.values import to_plain
from tests.pages.chapters import CASES, KINDS
from tests.pages.parts.sharing.test_link import largest_tables, pack

# What JSON may hold and no input is.
HOSTILE: list[Any] = [
    *(None, True, 0, -1, 10**400, 1e308, float("nan"), float("inf"), "", "\x00", "\ud800", "=1+1"),
    *("x" * 90_000, [], {}, [[]], {"": []}, {"student": ["A"] * 5000}, "__class__", "<b>" * 30),
]
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=%é\x00"


def mutated(code: str, chance: random.Random) -> str:
    """Return the link with a few characters changed, cut, doubled or put in."""
    letters = list(code)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(letters) + 1)
        change = chance.choice(("put", "cut", "set", "double"))
        if change == "put":
            letters.insert(place, chance.choice(ALPHABET))
        elif change == "cut":
            del letters[place : place + chance.randint(1, 5)]
        elif change == "set" and place < len(letters):
            letters[place] = chance.choice(ALPHABET)
        elif change == "double":
            letters[place:place] = letters[: chance.randint(0, 200)]
    return "".join(letters)


def replaced(value: Any, chance: random.Random) -> Any:
    """Return the value with something hostile in it, anywhere."""
    if chance.random() < 0.3 or not isinstance(value, dict | list) or not value:
        return chance.choice(HOSTILE)
    place = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
    copy = value.copy()
    copy[place] = replaced(value[place], chance)
    return copy


def links() -> list[tuple[str, str, dict[str, Any]]]:
    """Return links that open, each with its chapter and what it holds."""
    tables = largest_tables()
    found = []
    for chapter, kind in KINDS.items():
        largest = {f.name: tables[f.name] for f in fields(kind) if f.name in tables}
        for inputs in [*CASES[chapter].values(), kind(**largest)]:
            found.append((chapter, encode(inputs, kind()), to_plain(inputs)))
            found.append((chapter, pack(to_plain(inputs)), to_plain(inputs)))
    return found


def main(tries: int) -> None:
    """Run and print what was seen."""
    chance = random.Random(0)
    known = links()
    outcomes: Counter[str] = Counter()
    longest = most = 0.0
    gc.freeze()  # what was there before is no link's to tidy up
    tracemalloc.start()
    for _ in range(tries):
        chapter, code, state = chance.choice(known)
        hostile = chance.random() < 0.3
        code = pack(replaced(state, chance)) if hostile else mutated(code, chance)
        tracemalloc.reset_peak()
        before, start = tracemalloc.get_traced_memory()[0], time.process_time()
        try:
            decode(code, KINDS[chapter])
            outcomes["opened"] += 1
        except LinkError:
            outcomes["refused"] += 1
        longest = max(longest, time.process_time() - start)
        most = max(most, tracemalloc.get_traced_memory()[1] - before)
    print(f"{tries} tries: {outcomes['opened']} opened, {outcomes['refused']} were refused")
    print(f"the longest took {1000 * longest:.1f} ms of CPU time")
    print(f"the most memory that one took was {most / 1e6:.2f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
