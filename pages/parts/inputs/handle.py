"""A number that a hand moves in a picture, which the browser owns meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pages.parts.inputs.kind import Kind, StateError, declared

if TYPE_CHECKING:
    from pages.parts.inputs.browser_owned import PictureState


def handle(default: float, *, picture: str, reach: float) -> Any:
    """Declare a number that is moved in a picture, at most `reach` away from 0.

    Parameters
    ----------
    default : float
        The value that a new visitor meets.
    picture : str
        The picture, by the path of its files below ``pages``.
    reach : float
        How far a link may put it.
    """
    return declared(_Handle(picture, reach), lambda: default)


class _Handle(Kind[float]):
    is_live = True

    def __init__(self, picture: str, reach: float) -> None:
        super().__init__()
        self.picture, self.reach = picture, reach

    def from_plain(self, plain: object) -> float:
        # Not isinstance: True is no number. An integer may lie beyond the largest float.
        if type(plain) in (int, float) and -self.reach <= plain <= self.reach:  # type: ignore[operator]
            return float(plain)  # type: ignore[arg-type]
        raise StateError("This is no number in reach.")

    def current(self, slot: str, default: float) -> float:
        return self._state().values.get(slot, default)

    def seed(self, slot: str, value: float) -> None:
        self._state().values.setdefault(slot, value)

    def set(self, slot: str, value: float) -> None:
        self._state().override()
        self.follow(slot, value)

    def follow(self, slot: str, value: float) -> None:
        self._state().values[slot] = value

    def snapshot(self, slot: str, value: float) -> tuple[float, int]:
        return value, self._state().rev

    def restore(self, slot: str, value: float, starts: int) -> None:
        self._state().rev = starts
        self.follow(slot, value)

    def _state(self) -> PictureState:
        from pages.parts.inputs.session import picture

        return picture(self.picture)
