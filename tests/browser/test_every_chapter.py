"""What holds for every chapter: for everyone, on every screen, from this server alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from pages.chapters import CHAPTERS
from tests.browser.drawn import goto, wait_drawn

SCREENS = {
    "light": ({"width": 1280, "height": 800}, "light"),
    "dark": ({"width": 1280, "height": 800}, "dark"),
    "phone": ({"width": 390, "height": 844}, "light"),
}


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest, page: Page) -> Page:
    size, scheme = SCREENS[request.param]
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    return page


@pytest.mark.parametrize("chapter", [chapter for part in CHAPTERS.values() for chapter in part])
def test_a_chapter_is_accessible_fits_its_screen_and_stays_on_its_server(
    screen: Page, server: str, chapter: str
):
    requests: list[str] = []
    errors: list[str] = []
    screen.on("request", lambda request: requests.append(request.url))
    screen.on("pageerror", lambda error: errors.append(str(error)))
    goto(screen, f"{server}/{'' if chapter == 'home' else chapter}")
    open_every_panel(screen)

    assert errors == []
    elsewhere = [url for url in requests if not url.startswith((server, "data:", "blob:"))]
    assert elsewhere == []
    main = screen.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")
    assert screen.get_by_test_id("stException").count() == 0
    assert not serious_violations(screen), serious_violations(screen)


def open_every_panel(page: Page) -> None:
    closed = page.get_by_test_id("stExpander").locator("details:not([open]) > summary")
    for left in range(closed.count(), 0, -1):
        closed.first.click()
        expect(closed).to_have_count(left - 1)
        wait_drawn(page)


def serious_violations(page: Page) -> list[str]:
    """Return what axe-core finds of level serious or critical, with the elements.

    The sidebar's list of pages is Streamlit's own: it puts headings between its list items.
    """
    context = {"exclude": [["[data-testid=stSidebarNav]"]]}
    found = Axe().run(page, context=context).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"]
    ]
