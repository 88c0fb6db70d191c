"""Put many sessions on one server: ``python -m tests.bench.load``.

Visitors without a browser open each chapter, edit its first number and rerun it, all at once;
beside the app stands a script of the same shape in plain Streamlit. Only loopback is used.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import statistics
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.server import APP, Server, serving
from tests.bench.session import Run, RunError, Session, visiting

SHAPE = Path(__file__).parent / "shape.py"
COMPARED = "binary"  # the chapter that `shape.py` has the shape of
CONNECTING_AT_ONCE = 20
KEPT_SECONDS = 2  # how long the server keeps a session whose reader is gone; its default is 120
SOAK_STEP = 1000
NUMBERS = (0.31, 0.42, 0.53, 0.64, 0.75, 0.86)

Step = Callable[[Session], Awaitable[Run]]


@dataclass
class Tally:
    """What came of asking all sessions for the same."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    took: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.seconds) / self.took

    def line(self, name: str) -> str:
        """Return the tally as a line of the table."""
        if len(self.seconds) < 2:
            return f"{name:34} {'–':>8} {'–':>8} {'–':>8} {len(self.errors):7}"
        p50 = 1000 * statistics.median(self.seconds)
        p95 = 1000 * statistics.quantiles(self.seconds, n=20)[-1]
        return f"{name:34} {self.rate:8.1f} {p50:8.0f} {p95:8.0f} {len(self.errors):7}"


def main() -> None:
    options = _options()
    with (
        serving(APP, server_disconnectedSessionTTL=KEPT_SECONDS) as app,
        serving(SHAPE, server_disconnectedSessionTTL=KEPT_SECONDS) as shape,
    ):
        asyncio.run(_measure(app, shape, options))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3, help="of edits, app and plain in turn")
    parser.add_argument("--soak", type=int, default=3000, help="reruns over which memory is seen")
    parser.add_argument("--minutes", type=float, default=20, help="after which to give up")
    return parser.parse_args()


async def _measure(app: Server, shape: Server, options: argparse.Namespace) -> None:
    async with asyncio.timeout(60 * options.minutes):
        await _soak(app, options)
        print(f"{'':34} {'runs/s':>8} {'p50 ms':>8} {'p95 ms':>8} {'errors':>7}")
        await _compare(app, shape, options)
        await _every_chapter(app, options.sessions)


async def _compare(app: Server, shape: Server, options: argparse.Namespace) -> None:
    """Edit the compared chapter and the plain script in turn."""
    rates: dict[str, list[float]] = {"app": [], "plain": []}
    async with AsyncExitStack() as stack:
        crowds = {
            "app": await _connect(stack, app.url, options.sessions),
            "plain": await _connect(stack, shape.url, options.sessions),
        }
        await _at_once(crowds["app"], lambda session: session.open(COMPARED))
        await _at_once(crowds["plain"], lambda session: session.open())
        for number in itertools.islice(itertools.cycle(NUMBERS), options.rounds):
            for who, crowd in crowds.items():
                tally = await _at_once(crowd, lambda session, n=number: session.edit(n))
                print(tally.line(f"{who}: edit"))
                rates[who].append(tally.rate)
    ratio = statistics.median(rates["app"]) / statistics.median(rates["plain"])
    verdict = "yes" if ratio >= 0.8 else "NO"
    print(f"\nthroughput, app ÷ plain: {ratio:.2f} (aim ≥ 0.80: {verdict})\n")


async def _every_chapter(app: Server, count: int) -> None:
    """Let all sessions go through the chapters together."""
    async with AsyncExitStack() as stack:
        sessions = await _connect(stack, app.url, count)
        await _at_once(sessions, lambda session: session.open())
        for page in sessions[0].pages:
            name = page or "home"
            tally = await _at_once(sessions, lambda session, p=page: session.open(p))
            print(tally.line(f"{name}: open"))
            if sessions[0].cell is not None:
                tally = await _at_once(sessions, lambda session: session.edit(NUMBERS[0]))
                print(tally.line(f"{name}: edit"))
            tally = await _at_once(sessions, lambda session: session.rerun())
            print(tally.line(f"{name}: rerun"))


async def _soak(app: Server, options: argparse.Namespace) -> None:
    """Watch the memory while sessions come, edit for long, and go."""
    async with visiting(app.url) as first:  # pays for what is loaded once
        await first.open(COMPARED)
    print(f"{'memory of the app':34} {'MiB':>8}")
    async with AsyncExitStack() as stack:
        before = app.memory()
        sessions = await _connect(stack, app.url, options.sessions)
        await _at_once(sessions, lambda session: session.open(COMPARED))
        each = (app.memory() - before) / len(sessions)
        print(f"{'one session come and gone':34} {before:8.1f}")
        print(f"{f'{len(sessions)} sessions open':34} {app.memory():8.1f}  {each:.2f} a session")
        numbers, errors = itertools.cycle(NUMBERS), 0
        for done in range(SOAK_STEP, options.soak + 1, SOAK_STEP):
            for _ in range(SOAK_STEP // len(sessions)):
                number = next(numbers)
                tally = await _at_once(sessions, lambda session, n=number: session.edit(n))
                errors += len(tally.errors)
            print(f"{f'after {done} reruns':34} {app.memory():8.1f}  {errors} errors")
    await asyncio.sleep(KEPT_SECONDS + 1)
    async with visiting(app.url) as last:  # its coming lets the server forget the others
        await last.open()
    print(f"{'after all have gone':34} {app.memory():8.1f}\n")


async def _connect(stack: AsyncExitStack, url: str, count: int) -> list[Session]:
    sessions: list[Session] = []
    while len(sessions) < count:
        batch = [visiting(url) for _ in range(min(CONNECTING_AT_ONCE, count - len(sessions)))]
        sessions += await asyncio.gather(*(stack.enter_async_context(one) for one in batch))
    return sessions


async def _at_once(sessions: list[Session], step: Step) -> Tally:
    tally = Tally()

    async def take(session: Session) -> None:
        try:
            tally.seconds.append((await step(session)).seconds)
        except (RunError, TimeoutError, OSError) as error:
            tally.errors.append(repr(error))

    began = time.perf_counter()
    await asyncio.gather(*(take(session) for session in sessions))
    tally.took = time.perf_counter() - began
    if tally.errors:
        print(f"first error: {tally.errors[0]}")
    return tally


if __name__ == "__main__":
    main()
