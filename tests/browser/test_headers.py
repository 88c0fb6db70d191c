"""The server says what a browser may do, and the app lives within it."""

import gzip
from collections.abc import Callable
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from pages.parts.serving.scripts import OWN, PLOTLY, Script
from tests.browser.drawn import goto


@pytest.mark.parametrize("path", ["", "binary", "_stcore/health"])
def test_every_answer_carries_the_policy(server: str, path: str):
    with urlopen(f"{server}/{path}") as answer:
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self' blob:;" in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_a_page_may_be_framed_only_when_it_is_asked_for_as_embedded(server: str):
    with urlopen(f"{server}/binary?embed=true") as answer:
        assert "frame-ancestors *" in answer.headers["content-security-policy"]
    with urlopen(f"{server}/binary?embed=true&embed=false") as answer:
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("script", [PLOTLY, *OWN.values()], ids=["Plotly", *OWN])
def test_a_script_comes_compressed_to_who_takes_that_and_may_be_kept(server: str, script: Script):
    with urlopen(f"{server}/{script.name}") as answer:
        plain = answer.read()
        assert answer.headers["content-type"].startswith("text/javascript")
        assert "immutable" in answer.headers["cache-control"]
    request = Request(f"{server}/{script.name}", headers={"accept-encoding": "gzip"})
    with urlopen(request) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert gzip.decompress(answer.read()) == plain


def test_an_embedded_chapter_stands_alone(page: Page, server: str):
    goto(page, f"{server}/binary?embed=true")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    expect(page.locator(".st-key-neighbours")).to_have_count(0)


def test_charts_components_and_tables_work_within_the_policy(open_chapter: Callable[[str], Page]):
    page = open_chapter("binary")
    expect(page.get_by_role("figure").first.locator("svg").first).to_be_visible()
    expect(page.get_by_role("slider").first).to_be_visible()
    expect(page.locator(".katex").first).to_be_visible()
    expect(page.get_by_test_id("data-grid-canvas").first).to_be_attached()
