"""The scripts that a browser fetches once and keeps: the app's own, and Plotly."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.parts.assets import asset, compact


@dataclass(frozen=True)
class Script:
    """A script as this server sends it, compressed once; a new content has a new name."""

    name: str
    read: Callable[[], str]

    @property
    def route(self) -> Route:
        """Where the server sends it."""
        return Route(f"/{self.name}", self._send)

    def _send(self, request: Request) -> Response:
        headers = {
            "cache-control": "public, max-age=31536000, immutable",
            "vary": "accept-encoding",
        }
        zipped = "gzip" in request.headers.get("accept-encoding", "")
        if zipped:
            headers["content-encoding"] = "gzip"
        return Response(content(self, zipped=zipped), media_type="text/javascript", headers=headers)


@cache
def content(script: Script, *, zipped: bool) -> bytes:
    """Return the bytes that travel."""
    text = script.read().encode()
    return gzip.compress(text, 6) if zipped else text


def _of_plotly() -> Script:
    package = distribution("plotly")
    path = Path(str(package.locate_file("plotly/package_data/plotly.min.js")))
    return Script(f"plotly-{package.version}.min.js", partial(path.read_text, "utf-8"))


def _of_pages() -> dict[str, Script]:
    """Return every script below ``pages`` by its path there.

    They import one another by these paths, so all have new names when one has changed.
    """
    folder = Path(__file__).parents[2]
    texts = {
        path.relative_to(folder).as_posix(): compact(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.js"))
    }
    edition = sha256("".join(texts.values()).encode()).hexdigest()[:12]
    return {
        path: Script(f"scripts-{edition}/{path}", partial(str, text))
        for path, text in texts.items()
    }


PLOTLY = _of_plotly()
OWN = _of_pages()
ROUTES = [script.route for script in [PLOTLY, *OWN.values()]]
_LOADER = asset("serving/loader.js")


def fetched(path: str) -> str:
    """Return a component's script, which runs the one of this path below ``pages``.

    What a component brings along itself travels again at every run.
    """
    return _LOADER.replace("{script}", OWN[path].name)
