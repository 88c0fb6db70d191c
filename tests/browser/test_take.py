"""What leaves a chapter in a real browser: links into another one, figures for a slide."""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.drawn import goto, wait_drawn


@pytest.fixture
def other_browser(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN")
    yield context.new_page()
    context.close()


def toggle(page: Page, panel: str) -> None:
    chapter = page.url.split("?")[0].rpartition("/")[2]
    page.locator(f".st-key-{chapter}-{panel} summary").first.click()
    wait_drawn(page)


def address(page: Page) -> str:
    field = page.locator(".st-key-copy-link input")
    expect(field).not_to_have_value("")
    return field.input_value()


def test_a_link_opens_the_very_state_in_another_browser(
    open_chapter: Callable[[str], Page], other_browser: Page
):
    page = open_chapter("binary")
    toggle(page, "worked")
    toggle(page, "take")
    page.get_by_text("log₂", exact=True).click()
    page.get_by_role("button", name="What if A were certain").click()
    expect(page.locator(".ce-numbers").first).to_contain_text("∞")
    wait_drawn(page)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copied.")).to_be_visible()

    goto(other_browser, page.evaluate("navigator.clipboard.readText()"))
    expect(other_browser.get_by_role("heading", level=1)).to_contain_text("Two models")
    expect(other_browser.locator(".ce-numbers").first).to_have_text(
        page.locator(".ce-numbers").first.inner_text(), use_inner_text=True
    )
    for panel, is_open in (("predict", False), ("worked", True), ("take", True)):
        details = other_browser.locator(f".st-key-binary-{panel} details").first
        assert details.evaluate("details => details.open") == is_open


@pytest.mark.parametrize("chapter", ["binary", "entropy", "logits", "sigmoid", "softmax", "line"])
def test_the_link_follows_the_sliders(open_chapter: Callable[[str], Page], chapter: str):
    page = open_chapter(chapter)
    toggle(page, "take")
    before = address(page)
    page.get_by_role("slider").last.press("ArrowRight")
    expect(page.locator(".st-key-copy-link input")).not_to_have_value(before)


@pytest.mark.parametrize("chapter", ["", "article"])
def test_the_start_and_the_ledger_have_a_link_too(
    open_chapter: Callable[[str], Page], chapter: str
):
    page = open_chapter(chapter)
    assert address(page).endswith(f"/{chapter}?s=2&lang=en")


def test_back_and_forward_show_what_was_there(open_chapter: Callable[[str], Page]):
    page = open_chapter("binary?s=1")
    page.get_by_role("button", name="What if A were certain").click()
    expect(page.locator(".ce-numbers").first).to_contain_text("∞")
    page.get_by_role("link", name="Fruit in containers").first.click()
    expect(page.locator(".ce-numbers").first).to_contain_text("1.0757")
    page.go_back()
    expect(page.locator(".ce-numbers").first).to_contain_text("∞")
    page.go_forward()
    expect(page.locator(".ce-numbers").first).to_contain_text("1.0757")


@pytest.mark.parametrize("code", ["2eNdamaged", "1" + "A" * 9000, "<script>alert(1)</script>"])
def test_a_link_that_cannot_be_read_opens_the_articles_case(
    open_chapter: Callable[[str], Page], code: str
):
    page = open_chapter(f"binary?s={code}")
    expect(page.get_by_role("alert")).to_contain_text("The link could not be read")
    expect(page.locator(".ce-numbers").first).to_contain_text("2.0757")


@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize(("chapter", "figures"), [("binary", 2), ("line", 6), ("downhill", 3)])
def test_every_figure_is_saved_as_wide_as_a_slide(
    open_chapter: Callable[[str], Page], chapter: str, figures: int, kind: str
):
    page = open_chapter(chapter)
    expect(page.locator("[role=figure]:not(:has(svg))")).to_have_count(0)
    toggle(page, "take")
    saved = []
    page.on("download", lambda file: saved.append(file))
    with page.expect_download(lambda file: f"-{figures}." in file.suggested_filename):
        page.get_by_role("button", name=f"Save the figures as {kind.upper()}").click()
    assert len(saved) == figures
    for download in saved:
        content = Path(download.path()).read_bytes()
        if kind == "svg":
            assert ElementTree.fromstring(content).tag.endswith("svg")
        else:
            assert struct.unpack(">I", content[16:20]) == (1920,)
