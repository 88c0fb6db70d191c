"""What the app bends of uvicorn and Streamlit does bend a server that runs, and is still needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.sync.client import connect

from pages.parts.internals import addresses, deflate_window, no_delay
from pages.parts.internals.patches import PATCHES
from tests.contract.server import Probed, probed

# A release in which everything that is bent has gone or has changed.
CHANGED = """
from streamlit import net_util
from uvicorn.protocols.websockets import websockets_sansio_impl as protocol

del net_util.get_external_ip
usual = protocol.ServerPerMessageDeflateFactory
protocol.ServerPerMessageDeflateFactory = lambda **settings: usual(**settings)

class Hidden:
    def __init__(self, receive):
        self.own = receive

    async def __call__(self):
        return await self.own()

from pages.parts.internals.no_delay import NoDelay

called = NoDelay.__call__
NoDelay.__call__ = lambda self, scope, receive, send: called(self, scope, Hidden(receive), send)
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Probed]:
    with probed("app.py", tmp_path_factory.mktemp("app")) as server:
        yield server


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Probed]:
    """Streamlit's server with another app, for which nothing is bent."""
    with probed("tests/bench/bare.py", tmp_path_factory.mktemp("bare")) as server:
        yield server


def window(server: Probed) -> str:
    """Return what the server says of its compression when it shakes hands."""
    with connect(server.stream) as socket:
        assert socket.response is not None
        return socket.response.headers["Sec-WebSocket-Extensions"]


def waits(server: Probed) -> bool:
    with connect(server.stream) as socket:
        return server.waits(socket.local_address[1])


def test_messages_are_compressed_against_the_widest_window(app: Probed, bare: Probed):
    assert "server_max_window_bits=12" in window(bare)
    assert "permessage-deflate" in window(app)
    assert "server_max_window_bits=12" not in window(app)


def test_messages_do_not_wait_for_the_one_before(app: Probed, bare: Probed):
    assert waits(bare)
    assert not waits(app)


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch.__name__.split(".")[-1])
def test_every_patch_applies_to_the_installed_libraries(patch):
    assert patch.applies()


def test_nothing_is_said_where_all_of_it_applies(app: Probed):
    waits(app)
    assert "changed inside" not in app.log()


def test_the_app_works_without_all_of_it_and_says_so_once(tmp_path: Path):
    with probed("app.py", tmp_path, before=CHANGED) as server:
        assert waits(server)
        assert waits(server)
        assert "server_max_window_bits=12" in window(server)
        for consequence in (addresses.WITHOUT, deflate_window.WITHOUT, no_delay.WITHOUT):
            assert server.log().count(consequence) == 1
