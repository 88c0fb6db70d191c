"""The app lives within what the server says a browser may do."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.drawn import goto


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
