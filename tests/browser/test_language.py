"""The reader's language: from the sidebar, from a link, from the browser."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.parts.inputs.link import encode
from pages.parts.internals.streamlit_words import WORDS
from pages.parts.reading.classes import score_table
from pages.parts.wording.words import words
from pages.softmax.inputs import SoftmaxInputs
from tests.browser.drawn import goto, wait_drawn
from tests.browser.grid import Grid

CHINESE, ENGLISH = words("binary", "zh"), words("binary", "en")


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def table(page: Page, text: Callable[[str], str]) -> Grid:
    return Grid(page, text("table.label"))


def choose(page: Page, language: str) -> None:
    page.get_by_test_id("stSidebar").get_by_role("radio", name=language).click()


def test_the_sidebar_switches_every_word_and_keeps_the_edits(open_chapter):
    page = open_chapter("binary")
    grid = table(page, ENGLISH.plain)
    assert grid.rows()[2][:2] == ["C", "pass"]
    grid.set(0, 2, "0.8")
    grid.set(1, 0, "Bob")
    # The editor waits a moment before it tells; the figure shows that it has.
    expect(page.get_by_role("figure").first.locator("svg").first).to_contain_text("Bob")

    choose(page, "中文")
    heading(page, CHINESE("question"))
    wait_drawn(page)
    grid = table(page, CHINESE.plain)
    grid.wait_for(0, 1, "未通过")
    assert [row[1] for row in grid.rows()[:4]] == ["未通过", "未通过", "通过", "通过"]
    assert grid.text(0, 2) == "0.8"
    assert grid.text(1, 0) == "Bob"
    assert grid.headers()[-1] == "模型 B"

    choose(page, "English")
    heading(page, ENGLISH("question"))
    wait_drawn(page)
    grid = table(page, ENGLISH.plain)
    grid.wait_for(0, 1, "fail")
    assert [row[1] for row in grid.rows()[:4]] == ["fail", "fail", "pass", "pass"]
    assert grid.text(0, 2) == "0.8"


def test_the_language_holds_in_the_next_chapter(open_chapter):
    page = open_chapter("binary")
    choose(page, "中文")
    heading(page, CHINESE("question"))
    page.get_by_test_id("stSidebarNav").get_by_text(words("entropy", "zh")("short")).click()
    heading(page, words("entropy", "zh")("question"))


@pytest.mark.parametrize("chapter", ["binary", "softmax"])
def test_a_link_opens_in_its_language(open_chapter, chapter):
    page = open_chapter(f"{chapter}?lang=zh")
    heading(page, words(chapter, "zh")("question"))
    assert not re.search("[a-z]{4,} [a-z]{3,}", page.locator("h1").inner_text())


@pytest.mark.parametrize(("locale", "language"), [("zh-CN", "zh"), ("en-GB", "en"), ("fr", "en")])
def test_a_browser_starts_in_its_own_language(
    browser: Browser, server: str, locale: str, language: str
):
    context = browser.new_context(locale=locale)
    page = context.new_page()
    goto(page, f"{server}/binary")
    heading(page, words("binary", language)("question"))
    context.close()


def borrowed(page: Page) -> set[str]:
    """Return the words of Streamlit's own that the page shows or tells, of those we know."""
    said = page.evaluate(
        """() => [...document.body.querySelectorAll("button, section, input, a, span, p")].flatMap(
            (part) => [part.ariaLabel, part.title, part.placeholder, part.firstChild?.data])"""
    )
    return {text.split(": ")[0].strip() for text in said if text}


def test_what_streamlit_says_is_in_the_language_too_and_back_again(open_chapter):
    page = open_chapter("binary?lang=zh")
    root = page.locator("html")
    page.get_by_text(CHINESE("take.title"), exact=True).click()
    # Named by Streamlit: a button, what follows a colon, what holds a number.
    page.get_by_test_id("stFileUploader").get_by_text("选择文件").wait_for()
    page.get_by_role("button", name="查找").first.wait_for(state="attached")
    page.get_by_text("每个文件不超过 1MB").wait_for()
    expect(root).to_have_attribute("lang", "zh")
    assert borrowed(page).isdisjoint(WORDS["zh"])

    choose(page, "English")
    heading(page, ENGLISH("question"))
    expect(root).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Search").first.wait_for(state="attached")
    assert borrowed(page).isdisjoint(WORDS["zh"].values())


def test_a_class_called_as_streamlit_says_something_keeps_its_name(open_chapter):
    names = ["Open", "Help", "Stop"]
    classes = score_table(dict(zip(names, ("2", "1", "-1"), strict=True)))
    usual = SoftmaxInputs()
    code = encode(replace(usual, classes=classes, swept_class="Open"), usual)
    page = open_chapter(f"softmax?lang=zh&s={code}")
    page.get_by_role("button", name="查找").first.wait_for(state="attached")  # they are in Chinese
    chooser = page.get_by_test_id("stSelectbox").first
    chooser.get_by_role("button", name=WORDS["zh"]["Open"]).click()  # its arrow is not
    options = page.get_by_role("option")
    expect(options).to_have_text(names)
    for name in names:
        page.locator("svg.main-svg").get_by_text(name, exact=True).first.wait_for()
        page.locator(".katex").get_by_text(name, exact=True).first.wait_for()


def test_a_choice_is_called_in_the_language_and_outlives_a_change_of_its_name(open_chapter):
    page, text = open_chapter("logits"), {lang: words("logits", lang) for lang in ("en", "zh")}
    true_class = page.get_by_role("combobox").first
    expect(true_class).to_have_value("green")
    choose(page, "中文")
    expect(true_class).to_have_value("绿色")
    wait_drawn(page)
    Grid(page, text["zh"].plain("table.label")).set(1, 0, "teal")
    expect(true_class).to_have_value("teal")
    choose(page, "English")
    expect(true_class).to_have_value("teal")
    wait_drawn(page)
    Grid(page, text["en"].plain("table.label")).set(1, 1, "2")
    expect(page.locator(".ce-numbers").nth(1)).to_contain_text("Probability of teal")
    expect(true_class).to_have_value("teal")
    expect(page.locator(".ce-numbers").nth(1)).to_contain_text("0.4879")
