"""A panel that is open or not: links say so, cases leave it as it is."""

from __future__ import annotations

from typing import Any

from pages.parts.inputs.kind import Kind, StateError, declared


def panel() -> Any:
    """Declare a panel, closed at first."""
    return declared(_Panel(), bool)


class _Panel(Kind[bool]):
    is_panel = True

    def from_plain(self, plain: object) -> bool:
        if isinstance(plain, bool):
            return plain
        raise StateError("A panel is open or not.")
