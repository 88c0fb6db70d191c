"""The practice chapters in a real browser: paste, choose, follow the ledger, slide."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.drawn import wait_drawn


def paste(page: Page, name: str, text: str) -> None:
    box = page.get_by_role("textbox", name=name)
    box.fill(text)
    box.press("Control+Enter")
    wait_drawn(page)


def test_a_pasted_array_is_priced_by_every_library(open_chapter: Callable[[str], Page]):
    page = open_chapter("frameworks")
    page.get_by_text("probabilities p", exact=True).click()
    paste(page, "y: what happened", "tensor([1., 0., 1.])")
    paste(page, "p: predicted", "tensor([0., 0.1, 0.9], device='cuda:0')")
    expect(page.locator(".ce-numbers")).to_contain_text("∞")
    expect(page.locator(".st-key-reasons")).to_contain_text("33.40357")
    expect(page.get_by_role("figure", name="Bars: the loss")).to_contain_text("33.40357")


def test_a_wrong_paste_is_explained_and_nothing_is_lost(open_chapter: Callable[[str], Page]):
    page = open_chapter("frameworks")
    paste(page, "y: what happened", "[1, 0, x]")
    expect(page.get_by_role("alert")).to_contain_text("line 1, position 8 has “x”")
    expect(page.get_by_role("textbox", name="y: what happened")).to_have_value("[1, 0, x]")
    paste(page, "y: what happened", "[1, 0, 0, 1, 0, 0, 1, 0, 0, 0]")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator(".ce-numbers")).to_contain_text("0.4580")


def test_an_option_holds_when_its_panel_is_closed(open_chapter: Callable[[str], Page]):
    page = open_chapter("frameworks")
    page.get_by_role("button", name="Options").click()
    page.get_by_text("float64", exact=True).click()
    wait_drawn(page)
    page.keyboard.press("Escape")
    wait_drawn(page)
    expect(page.locator(".st-key-reasons")).to_contain_text("in float64")
    page.get_by_role("button", name="And CrossEntropyLoss?").click()
    wait_drawn(page)
    expect(page.locator(".st-key-reasons")).to_contain_text("1.973162")


def test_the_ledger_opens_the_chapter_in_that_state(open_chapter: Callable[[str], Page]):
    page = open_chapter("article")
    page.locator(".st-key-open-keras_bce button").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Why does my loss")
    expect(page.locator(".ce-numbers")).to_contain_text("0.53984624")
    page.get_by_role("link", name="The article").first.click()
    page.locator(".st-key-open-students_nats button").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Two models")
    expect(page.locator(".ce-numbers")).to_contain_text("4.7795")


def test_the_surprisal_follows_the_slider_by_keyboard(open_chapter: Callable[[str], Page]):
    page = open_chapter("")
    thumb = page.get_by_role("slider")
    thumb.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".ce-numbers")).to_contain_text("1.561")
    page.keyboard.press("Home")
    expect(page.locator(".ce-numbers")).to_contain_text("∞")
