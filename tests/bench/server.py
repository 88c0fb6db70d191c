"""Start a Streamlit server, know how long that took, and look at its memory."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
APP = ROOT / "app.py"
BARE = Path(__file__).parent / "bare.py"


@dataclass(frozen=True)
class Server:
    url: str
    process: subprocess.Popen[bytes]
    seconds_to_health: float

    def memory(self) -> float:
        """Return the MiB of memory that the server occupies (Linux only)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        kibibytes = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(kibibytes.split()[1]) / 1024

    def cpu_seconds(self) -> float:
        """Return the CPU time that the server has used (Linux only).

        Unlike the time that passes, it hardly depends on what else the machine does.
        """
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        user, system = int(fields[11]), int(fields[12])
        return (user + system) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(script: Path, *, folder: Path = ROOT, **options: object) -> Iterator[Server]:
    """Serve a script on loopback.

    It takes its settings from `folder`'s ``.streamlit/config.toml``: from the repository's own,
    both for the app and for the bare app, so that what is compared is the scripts.
    """
    port = _free_port()
    settings = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    } | {name.replace("_", "."): value for name, value in options.items()}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script]
        + [f"--{name}={value}" for name, value in settings.items()],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(url, process)
        yield Server(url, process, time.perf_counter() - started)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended with code {process.returncode}.")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1) as answer:
                if answer.read() == b"ok":
                    return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.005)
    raise RuntimeError("The server was not healthy within a minute.")
