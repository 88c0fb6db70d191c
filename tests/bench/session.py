"""A reader without a browser: speaks Streamlit's websocket protocol as its frontend does."""

from __future__ import annotations

import asyncio
import io
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pyarrow.ipc
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Dataframe_pb2 import Dataframe
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

TIMEOUT = 60


class RunError(Exception):
    """The script ended with an error, or the page has nothing to edit."""


@dataclass(frozen=True)
class Run:
    """One run of the script: from the request to the message that it has finished."""

    seconds: float
    # What crossed the network, compressed where the server compresses.
    wire_bytes: int


class _Connection(ClientConnection):
    wire_bytes = 0

    def data_received(self, data: bytes) -> None:
        self.wire_bytes += len(data)
        super().data_received(data)


@dataclass(frozen=True)
class Cell:
    """The first cell of a page that holds a number."""

    editor: str
    column: str
    row: int
    is_text: bool


@dataclass
class Session:
    """One visitor. Its methods each ask for one run and wait for its end."""

    socket: _Connection
    pages: dict[str, str] = field(default_factory=dict)
    page_hash: str = ""
    cell: Cell | None = None
    _edits: dict[str, str] = field(default_factory=dict)
    # What the frontend keeps too: large messages that the server need not send again.
    _cache: dict[str, ForwardMsg] = field(default_factory=dict)

    async def open(self, page: str = "") -> Run:
        """Open a page by its URL path; the first call opens the app."""
        self.cell = None
        self._edits.clear()
        known = self.pages.get(page, "")
        return await self._run(ClientState(page_script_hash=known, page_name="" if known else page))

    async def rerun(self) -> Run:
        """Run the page again without a change."""
        return await self._run(ClientState(page_script_hash=self.page_hash))

    async def edit(self, number: float) -> Run:
        """Type a number into the page's first cell that holds one."""
        if self.cell is None:
            raise RunError("This page has no table with a number in it.")
        value = f"{number:g}" if self.cell.is_text else number
        self._edits[self.cell.editor] = json.dumps(
            {
                "edited_rows": {str(self.cell.row): {self.cell.column: value}},
                "added_rows": [],
                "deleted_rows": [],
            }
        )
        return await self.rerun()

    async def _run(self, state: ClientState) -> Run:
        for widget, value in self._edits.items():
            state.widget_states.widgets.add(id=widget, string_value=value)
        state.cached_message_hashes.extend(self._cache)
        request = BackMsg(rerun_script=state).SerializeToString()
        started, received = time.perf_counter(), self.socket.wire_bytes
        await self.socket.send(request)
        async with asyncio.timeout(TIMEOUT):
            await self._receive_run()
        seconds = time.perf_counter() - started
        return Run(seconds, len(request) + self.socket.wire_bytes - received)

    async def _receive_run(self) -> None:
        """Take in all messages of a run."""
        failure = ""
        async for frame in self.socket:
            assert isinstance(frame, bytes)
            message = ForwardMsg.FromString(frame)
            kind = message.WhichOneof("type")
            if kind == "ref_hash":
                message = self._cache[message.ref_hash]
                kind = message.WhichOneof("type")
            elif message.metadata.cacheable:
                self._cache[message.hash] = message
            if kind == "delta" and message.delta.HasField("new_element"):
                failure = self._see(message.delta.new_element) or failure
            elif kind == "navigation":
                self.pages = {
                    p.url_pathname: p.page_script_hash for p in message.navigation.app_pages
                }
                self.page_hash = message.navigation.page_script_hash
            elif kind == "new_session":
                self.page_hash = message.new_session.page_script_hash
            elif kind == "script_finished" and message.script_finished in _ENDS:
                if failure or message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise RunError(failure or "The script does not compile.")
                return
        raise RunError("The server closed the connection.")

    def _see(self, element: Element) -> str:
        """Note what the page has; return what is wrong with it."""
        kind = element.WhichOneof("type")
        if kind == "exception":
            return f"{element.exception.type}: {element.exception.message}"
        if kind == "dataframe" and element.dataframe.editing_mode != Dataframe.READ_ONLY:
            self.cell = self.cell or _first_number(element.dataframe)
        return ""


_ENDS = {
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
}


def _first_number(editor: Dataframe) -> Cell | None:
    table = pyarrow.ipc.open_stream(io.BytesIO(editor.arrow_data.data)).read_all()
    for row, cells in enumerate(table.to_pylist()):
        for column, value in cells.items():
            if _is_number(value):
                return Cell(editor.id, column, row, is_text=isinstance(value, str))
    return None


def _is_number(value: Any) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True


@asynccontextmanager
async def visiting(url: str) -> AsyncIterator[Session]:
    """Connect one visitor to a server on loopback."""
    address = url.replace("http://", "ws://") + "/_stcore/stream"
    async with connect(
        address, create_connection=_Connection, max_size=None, open_timeout=TIMEOUT
    ) as socket:
        assert isinstance(socket, _Connection)
        yield Session(socket)
