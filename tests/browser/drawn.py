"""Wait until Streamlit has run and drawn the page."""

from playwright.sync_api import Page, expect

IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


def wait_drawn(page: Page) -> None:
    page.locator(IDLE).wait_for()
    page.locator("h1").first.wait_for()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=30_000)


def next_frame(page: Page) -> None:
    """Wait until what was moved is drawn where it now is."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")


def goto(page: Page, url: str) -> None:
    page.goto(url)
    wait_drawn(page)
    page.evaluate("document.fonts.ready.then(() => null)")  # letters that come move what is below
