"""Do what the Dockerfile says without a container engine: in a fresh folder, with a fresh venv.

``python -m tests.hosting.container_steps`` copies what .dockerignore lets through, installs what
RUN installs, starts what CMD starts, on another port, and asks as HEALTHCHECK does. What it
cannot check is the base image and the user. It takes as long as pip takes, so run it by hand.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import venv
from fnmatch import fnmatch
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
PORT = "8501"
PATIENCE = 60.0


def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions in order."""
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    return [
        (name, rest) for name, _, rest in (line.partition(" ") for line in lines) if name.isupper()
    ]


def let_through() -> list[Path]:
    """Return the files of the repository that .dockerignore lets into the image."""
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    wanted = [line.removeprefix("!") for line in lines if line.startswith("!")]
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [
        Path(name)
        for name in names
        if any(fnmatch(name, pattern) or name.startswith(f"{pattern}/") for pattern in wanted)
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "app"
        folder.mkdir()
        venv.create(Path(name) / "venv", with_pip=True)
        programs = Path(name) / "venv" / "bin"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = str(probe.getsockname()[1])
        # Nothing of the caller's: what works here must come from the steps.
        bare = {"PATH": f"{programs}{os.pathsep}{os.defpath}", "HOME": name}
        bare |= {key: text for key, text in os.environ.items() if key.startswith("PIP_")}
        check = ""
        for instruction, rest in instructions():
            print(instruction, rest, flush=True)
            if instruction == "COPY":
                _copy(rest, folder)
            elif instruction == "RUN" and "useradd" not in rest:
                subprocess.run(shlex.split(rest), cwd=folder, env=bare, check=True)
            elif instruction == "HEALTHCHECK":
                check = re.sub(r"^.*?CMD ", "", rest).replace(PORT, port)
            elif instruction == "CMD":
                command = [part.replace(PORT, port) for part in json.loads(rest)]
                _start_and_check(command, check, port, folder, bare)


def _copy(rest: str, folder: Path) -> None:
    files = let_through() if rest == ". ." else [Path(rest.split()[0])]
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, folder / file)


def _start_and_check(
    command: list[str], check: str, port: str, folder: Path, bare: dict[str, str]
) -> None:
    server = subprocess.Popen(command, cwd=folder, env=bare)
    try:
        deadline = time.monotonic() + PATIENCE
        while subprocess.run(shlex.split(check), env=bare, capture_output=True).returncode:
            if server.poll() is not None or time.monotonic() > deadline:
                sys.exit("The server is not healthy.")
            time.sleep(0.2)
        with urlopen(f"http://127.0.0.1:{port}/binary", timeout=10) as answer:
            assert answer.status == 200
            assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        print("healthy, and answers with its headers")
    finally:
        server.terminate()
        server.wait(timeout=10)


if __name__ == "__main__":
    main()
