"""The scripts that a browser fetches once and keeps: Plotly, and the painter that draws with it."""

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

from pages.parts.assets import asset


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


_PACKAGE = distribution("plotly")
_PLOTLY = Path(str(_PACKAGE.locate_file("plotly/package_data/plotly.min.js")))
_PAINTER = asset("drawing/painter.js")

PLOTLY = Script(f"plotly-{_PACKAGE.version}.min.js", partial(_PLOTLY.read_text, "utf-8"))
PAINTER = Script(f"painter-{sha256(_PAINTER.encode()).hexdigest()[:12]}.js", lambda: _PAINTER)
ROUTES = [PLOTLY.route, PAINTER.route]
