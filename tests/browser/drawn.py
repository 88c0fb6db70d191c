"""Wait until Streamlit has run and drawn the page."""

from playwright.sync_api import Page

IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


def wait_drawn(page: Page) -> None:
    page.locator(IDLE).wait_for()
    page.wait_for_function(
        "document.querySelector('h1') && !document.querySelector('[data-testid=stSkeleton]')"
    )


def goto(page: Page, url: str) -> None:
    page.goto(url)
    wait_drawn(page)
