"""The scripts that a browser fetches once are all there is, and name one another rightly."""

import re
from posixpath import dirname, join, normpath

import pytest

from pages.parts.serving.scripts import OWN, PLOTLY, content, fetched


def test_plotly_comes_whole_from_its_own_package():
    assert b"plotly.js v" in content(PLOTLY, zipped=False)[:200]
    assert content(PLOTLY, zipped=True)[:2] == b"\x1f\x8b"  # what gzip begins with


def test_a_component_names_the_script_that_it_fetches():
    assert f'"{OWN["line/board.js"].name}"' in fetched("line/board.js")
    with pytest.raises(KeyError):
        fetched("line/none.js")


@pytest.mark.parametrize("path", OWN)
def test_what_a_script_imports_is_there(path: str):
    text = content(OWN[path], zipped=False).decode()
    for named in re.findall(r'^import .* from "(.+)";$', text, re.MULTILINE):
        assert normpath(join(dirname(path), named)) in OWN
