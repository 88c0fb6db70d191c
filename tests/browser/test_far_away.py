"""A reader on the other side of the world: the page stays with them, only later."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.drawn import goto
from tests.browser.far_away import far_away

THERE = 0.15  # seconds, as from one continent to another
HELD = 135  # milliseconds that a key is down, as by a quick hand: less than an answer takes


@pytest.fixture
def page(server: str, browser: Browser) -> Iterator[Page]:
    with far_away(server, THERE) as address:
        page = browser.new_page()
        goto(page, f"{address}/line")
        yield page
        page.close()


def test_a_slider_moved_faster_than_answers_come_leaves_the_page_alive(page: Page):
    slider = page.get_by_role("slider", name="How sure is the line?")
    for moves in range(20):
        for _ in range(3):
            # Back where it was three moves ago: what the server sent then comes again.
            slider.press("ArrowLeft" if moves % 2 else "ArrowRight", delay=HELD)
    slider.press("End")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator(".katex").first).to_contain_text("k=4")
