"""TCP_NODELAY: messages go out at once, not after the one before has been confirmed.

Needs: the ``receive`` that uvicorn gives to a websocket's application is a method of its
    protocol, which holds the connection as ``transport``.
Why: Streamlit binds its socket in a way for which asyncio leaves TCP's waiting (Nagle's
    algorithm) on; on one machine it costs every run 40 ms.
Upstream: github.com/Kludex/uvicorn/issues/3149, open.
Without it: the app works, and every run takes up to 40 ms more.
"""

from __future__ import annotations

import socket

from starlette.types import ASGIApp, Receive, Scope, Send

from pages.parts.internals.missing import report

WITHOUT = "each message waits until the browser has confirmed the one before, up to 40 ms."


class NoDelay:
    """Middleware that turns the waiting off for each websocket."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""
        if scope["type"] == "websocket":
            try:
                _turn_off(receive)
            except (AttributeError, OSError):
                report(WITHOUT)
        await self.app(scope, receive, send)


def _turn_off(receive: Receive) -> None:
    transport = receive.__self__.transport  # type: ignore[attr-defined]
    connection = transport.get_extra_info("socket")
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
