"""The scripts that a browser fetches once and keeps: Plotly, and the painter that draws with it."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
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
    path: Path | None = None
    text: str = ""

    @cache  # noqa: B019 - there are two, for as long as the server runs
    def content(self, *, zipped: bool) -> bytes:
        """Return the bytes that travel."""
        script = self.path.read_bytes() if self.path else self.text.encode()
        return gzip.compress(script, 6) if zipped else script

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
        return Response(self.content(zipped=zipped), media_type="text/javascript", headers=headers)


_PACKAGE = distribution("plotly")
_DRAWING = asset("drawing/painter.js")

PLOTLY = Script(
    f"plotly-{_PACKAGE.version}.min.js",
    path=Path(str(_PACKAGE.locate_file("plotly/package_data/plotly.min.js"))),
)
PAINTER = Script(f"painter-{sha256(_DRAWING.encode()).hexdigest()[:12]}.js", text=_DRAWING)
ROUTES = [PLOTLY.route, PAINTER.route]
