"""Plotly's script as this server sends it: from Plotly's own package, compressed once."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_PACKAGE = distribution("plotly")
NAME = f"plotly-{_PACKAGE.version}.min.js"


def _send(request: Request) -> Response:
    headers = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    if zipped:
        headers["content-encoding"] = "gzip"
    return Response(_script(zipped=zipped), media_type="text/javascript", headers=headers)


@cache
def _script(*, zipped: bool) -> bytes:
    script = Path(str(_PACKAGE.locate_file("plotly/package_data/plotly.min.js"))).read_bytes()
    return gzip.compress(script, 6) if zipped else script


ROUTE = Route(f"/{NAME}", _send)
