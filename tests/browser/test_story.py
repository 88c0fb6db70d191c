"""The whole story by keyboard alone: from the start to the article through every chapter."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page, expect

from pages.chapters import CHAPTERS
from pages.parts.wording.words import words
from tests.browser.drawn import wait_drawn

MOST_STOPS = 70  # of the Tab key in one chapter
FOCUS = """() => {
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return {
        text: at.textContent,
        value: at.value ?? at.getAttribute("aria-valuenow"),
        said: at.getAttribute("aria-valuetext") ?? at.value,
        most: at.max ?? at.getAttribute("aria-valuemax"),
        slider: at.role === "slider" || at.type === "range",
        cell: at.role === "gridcell",
    };
}"""


def test_every_chapter_is_played_and_left_by_keyboard(open_chapter: Callable[[str], Page]):
    page = open_chapter("")
    story = [chapter for chapters in CHAPTERS.values() for chapter in chapters]
    for chapter, following in pairwise(story):
        play_until(page, f"{words(following).plain('short')} →", chapter)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(
            words(following).plain("question")
        )
        wait_drawn(page)


def play_until(page: Page, link: str, chapter: str) -> None:
    """Go on with Tab to the link; move each slider and open each cell on the way."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["text"] == link:
            return
        if stop["slider"]:
            move(page, stop)
        elif stop["cell"]:
            page.keyboard.press("Enter")
            page.locator("#portal :is(input, textarea):visible").wait_for()
            page.keyboard.press("Escape")
            page.locator("#portal :is(input, textarea)").wait_for(state="detached")
    raise AssertionError(f"{link} cannot be reached in {chapter}")


def move(page: Page, slider: dict[str, Any]) -> None:
    page.keyboard.press("ArrowLeft" if slider["value"] == slider["most"] else "ArrowRight")
    page.wait_for_function(f"before => ({FOCUS})().said !== before", arg=slider["said"])
    wait_drawn(page)
