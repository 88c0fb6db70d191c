"""What the server says and writes, whom it asks, and what it takes from a browser."""

import asyncio
import gzip
import os
import socket
import subprocess
import sys
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from pages.binary.inputs import CASES, BinaryInputs
from pages.parts.inputs.link import encode
from pages.parts.serving.scripts import OWN, PLOTLY, Script
from tests.bench.session import visiting

pytestmark = pytest.mark.xdist_group("server")
ROOT = Path(__file__).parents[2]
# Python's own audit of whom a process connects to, or looks up.
WATCHED = """
import sys

def watch(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo"}:
        print("ASKS", arguments[1] if event == "socket.connect" else arguments[0], file=sys.stderr)

sys.addaudithook(watch)
from streamlit.web.cli import main
main()
"""


@dataclass
class Watched:
    address: str
    log_file: Path

    def log(self) -> str:
        return self.log_file.read_text()

    def asked(self) -> list[str]:
        lines = [line for line in self.log().splitlines() if line.startswith("ASKS")]
        return [line for line in lines if "127.0.0.1" not in line and "localhost" not in line]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log"
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-c", WATCHED, "run", "app.py", *options],
            cwd=ROOT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=file,
            stderr=file,
        )
    watched = Watched(f"127.0.0.1:{port}", log)
    try:
        deadline = time.monotonic() + 60
        while not healthy(watched):
            assert process.poll() is None, watched.log()
            assert time.monotonic() < deadline
            time.sleep(0.1)
        yield watched
    finally:
        process.terminate()
        process.wait(timeout=10)


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run in a thread of its own: while a test's browser is open, this one has its loop."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, coroutine).result()


def healthy(server: Watched) -> bool:
    try:
        with urlopen(f"http://{server.address}/_stcore/health", timeout=2) as answer:
            return bool(answer.read() == b"ok")
    except OSError:
        return False


def test_the_log_holds_nothing_that_a_reader_typed_or_opened(server: Watched):
    good, damaged = encode(CASES["sure_and_wrong"], BinaryInputs()), "1damagedByHand"

    async def read() -> None:
        for code in (good, damaged):
            urlopen(f"http://{server.address}/binary?s={code}").close()
            async with visiting(f"http://{server.address}") as reader:
                await reader._run(ClientState(page_name="binary", query_string=f"s={code}"))
                await reader.edit(0.31337)

    run(read())
    assert "Uvicorn" in server.log() or "app" in server.log()  # it does hold something
    for private in (good, damaged, "31337", "s=1"):
        assert private not in server.log()


def test_a_foreign_page_cannot_connect_and_makes_the_server_ask_nobody(server: Watched):
    async def intrude() -> None:
        stream = f"ws://{server.address}/_stcore/stream"
        with pytest.raises((InvalidStatus, ConnectionClosed)):
            async with connect(stream, origin="https://elsewhere.example") as intruder:
                await intruder.recv()

    run(intrude())
    assert server.asked() == []


def test_a_message_larger_than_any_chapter_sends_ends_the_connection(server: Watched):
    async def flood() -> None:
        async with connect(f"ws://{server.address}/_stcore/stream") as socket:
            await socket.send(b"\0" * 3_000_000)
            await asyncio.wait_for(socket.wait_closed(), timeout=20)
            assert socket.close_code == 1009

    run(flood())
    assert healthy(server)


def test_what_was_just_sent_takes_next_to_nothing_to_send_again(server: Watched):
    taken: list[int] = []

    async def read_again() -> None:
        async with visiting(f"http://{server.address}") as reader:
            taken.append((await reader.open("multiclass")).wire_bytes)
            await reader.edit(0.4)
            taken.append((await reader.edit(0.5)).wire_bytes)

    run(read_again())
    first, again = taken
    assert again < first / 4


@pytest.mark.parametrize("path", ["", "binary", "_stcore/health"])
def test_every_answer_carries_the_policy(server: Watched, path: str):
    with urlopen(f"http://{server.address}/{path}") as answer:
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self' blob:;" in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_a_page_may_be_framed_only_when_it_is_asked_for_as_embedded(server: Watched):
    with urlopen(f"http://{server.address}/binary?embed=true") as answer:
        assert "frame-ancestors *" in answer.headers["content-security-policy"]
    with urlopen(f"http://{server.address}/binary?embed=true&embed=false") as answer:
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("script", [PLOTLY, *OWN.values()], ids=["Plotly", *OWN])
def test_a_script_comes_compressed_to_who_takes_that_and_may_be_kept(
    server: Watched, script: Script
):
    with urlopen(f"http://{server.address}/{script.name}") as answer:
        plain = answer.read()
        assert answer.headers["content-type"].startswith("text/javascript")
        assert "immutable" in answer.headers["cache-control"]
    request = Request(f"http://{server.address}/{script.name}", headers={"accept-encoding": "gzip"})
    with urlopen(request) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert gzip.decompress(answer.read()) == plain
