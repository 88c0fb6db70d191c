"""A reader's connection is told not to wait; what else uses the server is left alone."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest

from app import app
from pages.parts.serving.at_once import AnswerAtOnce


def connect(kind: str, transport: object) -> list[Any]:
    """Let the middleware handle one connection; return what reached the app behind it."""
    reached: list[Any] = []

    async def behind(scope: Any, receive: Any, send: Any) -> None:
        reached.append(scope)

    class Connection(SimpleNamespace):
        async def receive(self) -> dict[str, Any]:
            return {}

    async def send(message: Any) -> None:
        pass

    receive = Connection(transport=transport).receive
    handled = AnswerAtOnce(behind)({"type": kind}, receive, send)
    with ThreadPoolExecutor(1) as thread:  # while a test's browser is open, this one has its loop
        thread.submit(asyncio.run, handled).result()
    return reached


@pytest.mark.parametrize(("kind", "waits"), [("websocket", False), ("http", True)])
def test_only_a_websocket_stops_waiting(kind: str, waits: bool):
    with socket.socket() as connection:
        transport = SimpleNamespace(get_extra_info=lambda name: connection)
        assert connect(kind, transport) == [{"type": kind}]
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == (not waits)


def test_a_connection_that_is_not_uvicorns_is_passed_on():
    assert connect("websocket", None) == [{"type": "websocket"}]


def test_the_app_answers_at_once():
    assert AnswerAtOnce in [middleware.cls for middleware in app._user_middleware]
