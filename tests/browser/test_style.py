"""What the style sheets say of Streamlit's own elements holds in a real page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from pages.parts.wording.words import words


@pytest.fixture
def binary(open_chapter: Callable[[str], Page]) -> Page:
    return open_chapter("binary")


def top(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"]


def test_on_a_phone_the_answer_stands_above_what_is_changed(binary: Page):
    figure, table = "[role=figure]", "[data-testid=stDataFrame]"
    assert abs(top(binary, figure) - top(binary, table)) < 400
    binary.set_viewport_size({"width": 390, "height": 800})
    binary.wait_for_function(
        """([figure, table]) => {
            const top = (selector) => document.querySelector(selector).getBoundingClientRect().top;
            return top(figure) < top(table);
        }""",
        arg=[figure, table],
    )


def test_the_page_has_its_measure(binary: Page):
    binary.set_viewport_size({"width": 1800, "height": 800})
    expect(binary.get_by_test_id("stMainBlockContainer")).to_have_css("max-width", "1180px")


def test_nothing_turns_pale_while_a_run_lasts(binary: Page):
    element = binary.get_by_test_id("stElementContainer").filter(has=binary.locator("h1"))
    element.evaluate("(element) => element.setAttribute('data-stale', 'true')")
    expect(element).to_have_css("opacity", "1")
    expect(element).to_have_css("transition-property", "none")


def test_on_paper_stands_what_is_read_and_nothing_that_is_only_clicked(binary: Page):
    binary.emulate_media(media="print")
    for hidden in ("stSidebar", "stHeader"):
        expect(binary.get_by_test_id(hidden)).not_to_be_visible()
    closed = binary.get_by_test_id("stExpander").filter(
        has_text=words("binary", "en")("take.title")
    )
    expect(closed).not_to_be_visible()
    expect(binary.get_by_role("figure").first).to_be_visible()
    expect(binary.get_by_test_id("stMain")).to_have_css("overflow", "visible")


def test_a_verdict_in_the_ledger_wraps_on_a_phone(open_chapter: Callable[[str], Page]):
    page = open_chapter("article?lang=zh")
    page.set_viewport_size({"width": 390, "height": 844})
    ledgers = page.locator(".ce-ledger")
    cut = ledgers.evaluate_all("all => all.filter((e) => e.scrollWidth > e.clientWidth).length")
    assert ledgers.count() > 0
    assert cut == 0
