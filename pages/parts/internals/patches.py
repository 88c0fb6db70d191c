"""Patches of libraries as they run in the server, applied when it starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pages.parts.internals import addresses, deflate_window
from pages.parts.internals.missing import report


class Patch(Protocol):
    """A change to a library as it runs."""

    WITHOUT: str

    def applies(self) -> bool:
        """Say whether the library has what is changed; may fail in any way where it has not."""

    def apply(self) -> None:
        """Change it."""


PATCHES: Sequence[Patch] = (addresses, deflate_window)


def apply_all(patches: Sequence[Patch] = PATCHES) -> None:
    """Apply the patches that apply; the log says what there is without the others."""
    for patch in patches:
        try:
            applies = patch.applies()
            if applies:
                patch.apply()
        except Exception:  # whatever has become of the library, the app starts
            applies = False
        if not applies:
            report(patch.WITHOUT)
