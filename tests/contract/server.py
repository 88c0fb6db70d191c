"""Streamlit's server in a process of its own, whose connections can be looked at from inside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
# Told the port of a browser's end of a connection, it says whether its own end waits.
PROBE = """
import os, socket, sys, threading

def _option(port):
    for number in range(3, 1024):
        try:
            with socket.socket(fileno=os.dup(number)) as connection:
                if connection.getpeername()[1] == port:
                    return connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        except (OSError, IndexError):
            pass

def _answer():
    for port in sys.stdin:
        print("NODELAY", _option(int(port)), flush=True)

threading.Thread(target=_answer, daemon=True).start()
"""
START = """
from streamlit.web.cli import main
main()
"""


@dataclass(frozen=True)
class Probed:
    """A running server."""

    address: str
    process: subprocess.Popen[str]
    log_file: Path

    @property
    def stream(self) -> str:
        """The address of its websocket."""
        return f"ws://{self.address}/_stcore/stream"

    def waits(self, port: int) -> bool:
        """Say whether the server's end of the connection from this port waits (Nagle)."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{port}\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line.startswith("NODELAY"):
                answer = line.split()[1]
                assert answer != "None", "The server has no such connection."
                return answer == "0"
        raise AssertionError("The server has ended.")

    def log(self) -> str:
        """Return what it has written to its error output."""
        return self.log_file.read_text()


@contextmanager
def probed(script: str, folder: Path, *, before: str = "", port: int = 0) -> Iterator[Probed]:
    """Serve a script on loopback, after some lines of Python; its log goes into the folder."""
    port = port or free_port()
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    log = folder / "log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", PROBE + before + START, "run", script, *options],
            cwd=ROOT,
            env=os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    server = Probed(f"127.0.0.1:{port}", process, log)
    try:
        deadline = time.monotonic() + 60
        while not _healthy(server):
            assert process.poll() is None, server.log()
            assert time.monotonic() < deadline, server.log()
            time.sleep(0.05)
        yield server
    finally:
        process.terminate()
        process.communicate(timeout=20)


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _healthy(server: Probed) -> bool:
    try:
        with urlopen(f"http://{server.address}/_stcore/health", timeout=2) as answer:
            return bool(answer.read() == b"ok")
    except OSError:
        return False
