"""The scripts that a browser fetches once are there, and name one another rightly."""

import asyncio
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from posixpath import dirname, join, normpath
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from pages.parts.serving import scripts
from pages.parts.serving.scripts import OWN, PLOTLY, Script, content, fetched


def test_plotly_comes_whole_from_its_own_package():
    assert b"plotly.js v" in content(PLOTLY, zipped=False)[:200]
    assert content(PLOTLY, zipped=True)[:2] == b"\x1f\x8b"  # what gzip begins with


def test_a_component_names_the_script_that_it_fetches():
    assert OWN["line/board.js"].name in fetched("line/board.js")
    assert "{script}" not in fetched("line/board.js")
    with pytest.raises(KeyError):
        fetched("line/none.js")


def imports(path: str) -> list[str]:
    text = content(OWN[path], zipped=False).decode()
    named = re.findall(r"""\b(?:from|import)\s+["'](.+?)["']""", text)
    return [normpath(join(dirname(path), name)) for name in named]


def test_the_board_imports_what_pictures_share():
    assert imports("line/board.js") == ["parts/drawing/moving.js"]


@pytest.mark.parametrize("path", OWN)
def test_what_a_script_imports_is_there(path: str):
    assert set(imports(path)) <= set(OWN)


def ask(app: Starlette, path: str) -> tuple[int, str]:
    """Return status and body."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    with ThreadPoolExecutor(1) as aside:  # here Playwright's loop may run
        aside.submit(asyncio.run, app(scope, receive, send)).result()
    return sent[0]["status"], sent[1]["body"].decode()


def test_a_server_that_stays_sends_what_is_loaded_anew(monkeypatch: pytest.MonkeyPatch):
    app = Starlette(routes=scripts.routes())
    old, new = OWN["parts/page.js"].name, "scripts-0123456789ab/parts/page.js"
    assert ask(app, f"/{old}")[0] == 200
    assert ask(app, f"/{new}")[0] == 404
    anew = SimpleNamespace(OWN={"parts/page.js": Script(new, lambda: "anew")})
    monkeypatch.setitem(sys.modules, scripts.__name__, anew)
    assert ask(app, f"/{new}") == (200, "anew")
    assert ask(app, f"/{old}")[0] == 404


@pytest.mark.parametrize("script", [PLOTLY, OWN["parts/page.js"]], ids=["Plotly", "own"])
def test_scripts_stand_below_the_servers_base(script: Script, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(scripts.st, "get_option", {"server.baseUrlPath": "deep/er/"}.__getitem__)
    app = Starlette(routes=scripts.routes())
    assert ask(app, f"/deep/er/{script.name}")[0] == 200
    assert ask(app, f"/{script.name}")[0] == 404
