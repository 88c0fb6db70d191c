"""Where the explorer relies on the insides of a library, one file a place.

Any release of Streamlit, uvicorn, websockets, Plotly or React may change these, so each file
says at its head what it needs to be true, why it is done all the same, what the library's
authors say of it, and what there is without it. ``tests/contract`` holds each need against the
libraries as installed, which ``requirements.txt`` pins.

What is gone stops nothing: the app starts and works without it, and says so once in the log, of
the server or of the browser. No file outside this folder names such insides, but
``.streamlit/config.toml`` with two hidden options of Streamlit's.
"""

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
