"""What goes to a browser is packed against more of what went before."""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.websockets import websockets_sansio_impl
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory


class LongMemory(ServerPerMessageDeflateFactory):
    """Packs each message against the last 32 kB of its connection.

    uvicorn's window is 4 kB. The answer to an edit is much like the answer to the one before,
    which lies some 20 to 50 kB back: with the widest window there is, an edit of the fruit
    takes a tenth of the bytes, for 110 kB of memory a reader and no more time.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"server_max_window_bits": 15})


def remember_longer() -> None:
    """Let uvicorn pack the connections that are opened from now on so."""
    vars(websockets_sansio_impl).update(ServerPerMessageDeflateFactory=LongMemory)
