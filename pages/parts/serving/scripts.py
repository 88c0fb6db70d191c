"""The scripts that a browser fetches once and keeps: the app's own, and Plotly."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.parts.assets import asset
from pages.parts.internals import plotly_script


@dataclass(frozen=True)
class Script:
    """A script as this server sends it; a new content has a new name."""

    name: str
    read: Callable[[], str]


@cache
def content(script: Script, *, zipped: bool) -> bytes:
    """Return the bytes that travel, compressed once."""
    text = script.read().encode()
    return gzip.compress(text, 6) if zipped else text


def _of_pages() -> dict[str, Script]:
    """Return every script below ``pages`` by its path there.

    They import one another by these paths, so all have new names when one has changed.
    """
    folder = Path(__file__).parents[2]
    paths = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.js"))]
    texts = {path: asset(path) for path in paths if path != _LOADER}
    edition = sha256("".join(texts.values()).encode()).hexdigest()[:12]
    return {
        path: Script(f"scripts-{edition}/{path}", partial(str, text))
        for path, text in texts.items()
    }


_LOADER = "parts/internals/loader.js"
PLOTLY = Script(f"plotly-{plotly_script.version()}.min.js", plotly_script.read)
OWN = _of_pages()


def fetched(path: str) -> str:
    """Return a component's script, which runs the one of this path below ``pages``.

    What a component brings along itself travels again at every run.
    """
    return asset(_LOADER).replace("{script}", OWN[path].name)


def routes() -> list[Route]:
    """Return where the server sends them."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return [
        Route(f"/{base}/{name}".replace("//", "/"), _send)
        for name in (PLOTLY.name, "scripts-{edition}/{path:path}")
    ]


def _send(request: Request) -> Response:
    script = _asked_for(**request.path_params)
    headers = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    if zipped:
        headers["content-encoding"] = "gzip"
    return Response(content(script, zipped=zipped), media_type="text/javascript", headers=headers)


def _asked_for(edition: str = "", path: str = "") -> Script:
    if not path:
        return PLOTLY
    # When a file changes, Streamlit loads this module anew; the server keeps its routes.
    own: dict[str, Script] = import_module(__name__).OWN
    if path not in own or own[path].name != f"scripts-{edition}/{path}":
        raise HTTPException(404)
    return own[path]
