"""Deflate window of websockets: messages are compressed against the last 32 kB, not 4 kB.

Needs: uvicorn's websocket protocol makes its compression by a name of its own module, and
    websockets' factory of that name takes ``server_max_window_bits``.
Why: the answer to an edit is much like the answer to the one before, which lies some 20 to 50 kB
    back: with the widest window there is, an edit of the fruit takes a tenth of the bytes, for
    110 kB of memory a reader and no more time.
Upstream: uvicorn takes the window from nobody; its author and websockets' chose 12 bits for the
    memory's sake (github.com/Kludex/uvicorn/pull/2540, issues/1862).
Without it: the app works; an edit takes two to ten times the bytes.
"""

from __future__ import annotations

from importlib import import_module
from inspect import signature
from typing import Any

PROTOCOL = "uvicorn.protocols.websockets.websockets_sansio_impl"
FACTORY = "ServerPerMessageDeflateFactory"
OPTION = "server_max_window_bits"
WITHOUT = "messages to the browser are compressed against 4 kB only."


def applies() -> bool:
    """Say whether uvicorn makes its compression as it did."""
    return OPTION in signature(getattr(import_module(PROTOCOL), FACTORY)).parameters


def apply() -> None:
    """Widen the window of the connections that are opened from now on."""
    protocol = import_module(PROTOCOL)
    usual = getattr(protocol, FACTORY)

    def widened(**options: Any) -> Any:
        return usual(**options | {OPTION: 15})

    setattr(protocol, FACTORY, widened)
