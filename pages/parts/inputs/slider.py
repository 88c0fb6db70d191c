"""A live slider: a number from a list of stops, which the browser owns while its thumb moves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pages.parts.inputs.kind import Kind, StateError, declared

if TYPE_CHECKING:
    from pages.parts.model.controls import Control


def slider(default: float, minimum: float, maximum: float, *, step: float, digits: int = 2) -> Any:
    """Declare a slider with evenly spaced stops.

    Parameters
    ----------
    default : float
        The value that a new visitor meets.
    minimum, maximum, step : float
        The stops, whole multiples of ``10**-digits``.
    digits : int
        Decimals shown.
    """
    return _declared(default, even_stops(minimum, maximum, step, digits), digits)


def stops_slider(default: float, stops: Sequence[float], *, digits: int = 0) -> Any:
    """Declare a slider over the stops listed, such as 1, 2, 5, … 5000.

    Stops travel at every run, evenly spaced ones as one: up to a few hundred are fine.
    """
    return _declared(default, tuple(stops), digits)


def _declared(default: float, stops: Sequence[float], digits: int) -> Any:
    return declared(Slider(default, stops, digits), lambda: default)


def even_stops(minimum: float, maximum: float, step: float, digits: int) -> tuple[float, ...]:
    """Return the stops, each the float that one would type: 0.3, not 0.30000000000000004.

    They are counted in the last decimal shown, so that 0 is not shown as -0.00 either.

    Examples
    --------
    >>> even_stops(-0.1, 0.3, 0.2, 1)
    (-0.1, 0.1, 0.3)
    """
    scale = 10**digits
    first, last, stride = (round(number * scale) for number in (minimum, maximum, step))
    for number, count in ((minimum, first), (maximum, last), (step, stride)):
        if abs(number * scale - count) > 1e-6:
            raise ValueError(f"{number} is no multiple of {1 / scale}.")
    return tuple(count / scale for count in range(first, last + 1, stride))


class Slider(Kind[float]):
    """See :func:`slider`; no slider is shared."""

    is_live = True

    def __init__(self, default: float, stops: Sequence[float], digits: int) -> None:
        super().__init__()
        self.default, self.stops, self.digits = default, stops, digits

    def nearest(self, value: float) -> float:
        """Return the stop nearest to a value."""
        return min(self.stops, key=lambda stop: abs(stop - value))

    def from_plain(self, plain: object) -> float:
        """Return the number, which need not be one of the stops."""
        if isinstance(plain, int | float) and not isinstance(plain, bool) and _is_finite(plain):
            return float(plain)
        raise StateError("This is no finite number.")

    def current(self, slot: str, default: float) -> float:
        """Return the stop at which the thumb is, with a move that has just come in."""
        from pages.parts.inputs.live_slider import current_slider

        return self.nearest(current_slider(slot, default))

    def seed(self, slot: str, value: float) -> None:
        """Do nothing: a slider that has not been shown stands at its default."""

    def set(self, slot: str, value: float) -> None:
        """Move the thumb."""
        from pages.parts.inputs.live_slider import put_slider

        put_slider(slot, value)

    def snapshot(self, slot: str, value: float) -> tuple[float, int]:
        """Return the value and how often Python has moved the thumb."""
        from pages.parts.inputs.live_slider import times_overridden

        return value, times_overridden(slot)

    def restore(self, slot: str, value: float, starts: int) -> None:
        """Put the thumb into a new session so that moves made in a lost one count."""
        from pages.parts.inputs.live_slider import restore_slider

        restore_slider(slot, value, starts)

    def show(self, slot: str, control: Control) -> None:
        """Show the slider."""
        from pages.parts.inputs.live_slider import show_slider

        show_slider(slot, control, self)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer beyond the largest float
        return False
