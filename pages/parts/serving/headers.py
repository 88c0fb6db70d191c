"""Security headers: a browser may run and load nothing but what this server itself sends."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.parts.serving.scripts import OWN, PLOTLY

_POLICY = "; ".join(
    [
        "default-src 'self'",
        # Streamlit loads the code of its components from blobs, and styles elements in place.
        "script-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    ]
)

# What nearly every page runs is fetched while Streamlit starts.
_MODULES = [
    f"<{OWN[path].name}>; rel=modulepreload"
    for path in (
        "parts/page.js",
        "parts/drawing/painter.js",
        "parts/internals/edit_timer.js",
        "parts/inputs/live_slider.js",
    )
]


class SecurityHeaders:
    """Adds the headers to every answer; only an address with ``?embed=true`` may be framed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers on top."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        added = [(name, value.encode()) for name, value in _headers(scope["query_string"])]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message["headers"] if pair[0].lower() not in dict(added)]
                message["headers"] = kept + added
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _headers(query: bytes) -> list[tuple[bytes, str]]:
    embedded = parse_qs(query.decode("latin-1")).get("embed") == ["true"]
    ancestors = "*" if embedded else "'none'"
    return [
        (b"content-security-policy", f"{_POLICY}; frame-ancestors {ancestors}"),
        (b"x-content-type-options", "nosniff"),
        (b"link", ", ".join([f"<{PLOTLY.name}>; rel=preload; as=script", *_MODULES])),
        # A link holds what its reader typed; no other site needs to know it.
        (b"referrer-policy", "no-referrer"),
        (b"permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ]
