"""A server ends and another takes its place; the page that is open goes on as it was."""

from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from pages.parts.wording.words import words
from tests.browser.drawn import goto, wait_drawn
from tests.browser.grid import Grid
from tests.contract.server import free_port, probed

TABLE = words("binary", "en").plain("table.label")


def headlines(page: Page) -> Locator:
    return page.locator(".ce-numbers").first


def connection(page: Page, state: str) -> None:
    pattern = f"[data-testid=stApp][data-test-connection-state={state}]"
    page.locator(pattern).wait_for(state="attached")


def test_a_page_keeps_its_state_and_goes_on_when_the_server_comes_anew(
    browser: Browser, tmp_path: Path
):
    port = free_port()
    page = browser.new_page(locale="en-US")
    with probed("app.py", tmp_path, port=port) as server:
        goto(page, f"http://{server.address}/binary")
        opened = headlines(page).inner_text()
        Grid(page, TABLE).set(0, 2, "0.11")
        expect(headlines(page)).not_to_have_text(opened, use_inner_text=True)
        edited = headlines(page).inner_text()
        server.process.kill()
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState"
        " !== 'CONNECTED'"
    )
    # Nobody touches the page: it has to ask for a run by itself.
    page.evaluate(
        """() => new MutationObserver((changes, watch) => {
            const state = changes.at(-1).target.dataset.testScriptState;
            if (state === "running") window.ranAgain = true;
        }).observe(document.querySelector("[data-testid=stApp]"),
            { attributeFilter: ["data-test-script-state"] })"""
    )
    with probed("app.py", tmp_path, port=port):
        connection(page, "CONNECTED")
        page.wait_for_function("() => window.ranAgain")
        wait_drawn(page)
        assert headlines(page).inner_text() == edited
        answer = page.locator(".st-key-stage-class")
        before = answer.inner_text()
        page.get_by_test_id("stMain").get_by_role("slider").last.press("ArrowLeft")
        expect(answer).not_to_have_text(before, use_inner_text=True)
        Grid(page, TABLE).set(1, 2, "0.22")
        expect(headlines(page)).not_to_have_text(edited, use_inner_text=True)
        assert Grid(page, TABLE).text(0, 2) == "0.11"
    page.close()
