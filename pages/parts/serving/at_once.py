"""Messages go to the reader at once, not after the one before has been confirmed."""

from __future__ import annotations

import socket

from starlette.types import ASGIApp, Receive, Scope, Send


class AnswerAtOnce:
    """Turns off TCP's waiting on a reader's connection.

    Streamlit binds its socket in a way for which asyncio leaves that waiting (Nagle's
    algorithm) on, see github.com/Kludex/uvicorn/issues/3149; on one machine it costs every run
    40 ms. Where the connection is not uvicorn's own, this does nothing.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""
        transport = getattr(getattr(receive, "__self__", None), "transport", None)
        if scope["type"] == "websocket" and transport is not None:
            connection = transport.get_extra_info("socket")
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)
