"""Throw damaged and hostile links at the decoder: ``python -m tests.bench.fuzz_links 100000``.

Each try either opens or is refused; it prints how many did which, the longest CPU time of one and
the most memory that one took.
"""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from collections import Counter

from pages.binary.inputs import CASES, BinaryInputs
from pages.parts.link import LinkError, decode, encode

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


def main(tries: int) -> None:
    """Run and print what was seen."""
    chance = random.Random(0)
    links = [encode(case, BinaryInputs()) for case in CASES.values()]
    outcomes: Counter[str] = Counter()
    longest = most = 0.0
    tracemalloc.start()
    for _ in range(tries):
        code = mutated(chance.choice(links), chance)
        tracemalloc.reset_peak()
        before, start = tracemalloc.get_traced_memory()[0], time.process_time()
        try:
            decode(code, BinaryInputs)
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
