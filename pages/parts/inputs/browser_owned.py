"""State that a browser owns and moves at its own pace, such as a thumb or a line in a picture.

The browser tells its last move as a mapping: what has moved, the number of the move as `turn`,
and as `rev` the last override by Python that it knew of. Python overrides it by raising `rev`,
and from then on disregards moves that were made before the browser learned of it; but for what
a move holds under `regardless`, which counts whatever Python did meanwhile. A browser may send
anything: what has a wrong type is no move.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_ALWAYS_HEARD = ("turn", "regardless")


@dataclass
class BrowserOwned:
    """What Python remembers, as Streamlit forgets a component's state when its page is left.

    Attributes
    ----------
    rev : int
        How often Python has overridden it.
    """

    rev: int = 0

    def override(self) -> None:
        """Outdate all moves that the browser has made by now."""
        self.rev += 1

    def last_move(self, state: object) -> Mapping[str, object]:
        """Return the browser's last move out of its component's state; empty where none counts.

        Examples
        --------
        >>> thumb = BrowserOwned(rev=2)
        >>> thumb.last_move({"move": {"index": 7, "turn": 1, "rev": 2}})["index"]
        7
        >>> thumb.override()
        >>> thumb.last_move({"move": {"index": 7, "turn": 1, "rev": 2}})
        {'turn': 1}
        >>> thumb.last_move({"move": {"index": 7, "turn": True, "rev": 3}})
        {}
        """
        move = state.get("move") if isinstance(state, Mapping) else None
        # Not isinstance: True is no number.
        if not isinstance(move, Mapping) or type(move.get("turn")) is not int:
            return {}
        if type(move.get("rev")) is int and move["rev"] == self.rev:
            return move
        return {name: move[name] for name in _ALWAYS_HEARD if name in move}


@dataclass
class PictureState(BrowserOwned):
    """What Python remembers of a picture.

    Attributes
    ----------
    values : dict
        The inputs that a hand moves in it alone, by slot.
    turn : int
        The last move that was taken over.
    command : str, optional
        What that move asks for, until it is done.
    about : object
        What the picture is about; its moves mean nothing to another one.
    start : mapping, optional
        What the browser took over at the last override; None until the picture is shown.
    shown : mapping
        What it draws besides, as the answer to a command.
    """

    values: dict[str, float] = field(default_factory=dict)
    turn: int = 0
    command: str | None = None
    about: object = None
    start: Mapping[str, object] | None = None
    shown: Mapping[str, object] = field(default_factory=dict)

    def override(self) -> None:
        """Outdate all moves, and let the browser start from what is shown next."""
        super().override()
        self.start, self.shown = None, {}
