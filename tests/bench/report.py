"""What was measured, as a table: the app, the bare app, their ratio, and the aim."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """One line of the table: what is measured, its unit, and what it should be."""

    name: str
    unit: str
    aim: str = ""
    # Takes the app's median and the bare app's.
    is_met: Callable[[float, float], bool] | None = None


@dataclass
class Samples:
    """All that was measured of the app and of the bare app."""

    of: dict[str, dict[Line, list[float]]] = field(
        default_factory=lambda: {"app": defaultdict(list), "bare": defaultdict(list)}
    )

    def add(self, who: str, line: Line, value: float) -> None:
        self.of[who][line].append(value)


def print_table(title: str, lines: Sequence[Line], samples: Samples) -> None:
    """Print medians, with the middle half of what was measured in brackets."""
    print(f"\n{title}\n")
    print(_row("", "app", "bare app", "ratio", "aim"))
    for line in lines:
        app, bare = samples.of["app"][line], samples.of["bare"][line]
        ratio = _ratio(app, bare)
        print(
            _row(
                f"{line.name}, {line.unit}",
                _spread(app),
                _spread(bare),
                ratio,
                _aim(line, app, bare),
            )
        )


def _row(name: str, app: str, bare: str, ratio: str, aim: str) -> str:
    return f"{name:46} {app:>22} {bare:>22} {ratio:>6}  {aim}".rstrip()


def _ratio(app: Sequence[float], bare: Sequence[float]) -> str:
    if not app or not bare or not statistics.median(bare):
        return "–"
    return f"{statistics.median(app) / statistics.median(bare):.2f}"


def _spread(values: Sequence[float]) -> str:
    if not values:
        return "–"
    median = _short(statistics.median(values))
    if len(values) < 4:
        return median
    low, _, high = statistics.quantiles(values, n=4)
    return f"{median} ({_short(low)}–{_short(high)})"


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}"


def _aim(line: Line, app: Sequence[float], bare: Sequence[float]) -> str:
    if line.is_met is None or not app or not bare:
        return line.aim
    met = line.is_met(statistics.median(app), statistics.median(bare))
    return f"{line.aim}: {'yes' if met else 'NO'}"
