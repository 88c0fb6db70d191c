from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.drawn import goto, wait_drawn

pytestmark = pytest.mark.xdist_group("parts")


@pytest.fixture
def app(page: Page, serve: Callable[[str], str]) -> Page:
    goto(page, serve("tests/browser/apps/app.py") + "/sigmoid")
    return page


def slider(page: Page, name: str = "Weight") -> Locator:
    return page.get_by_role("slider", name=name)


def shows(page: Page, weight: str, size: str = "10") -> None:
    """Python's values are these."""
    expect(page.get_by_text("weight is")).to_have_text(f"weight is {weight}, size is {size}")


def test_starts_at_its_default_with_its_value_in_words(app: Page):
    expect(slider(app)).to_have_attribute("aria-valuetext", "1.00 bits")
    expect(slider(app, "Size")).to_have_attribute("aria-valuetext", "10")
    shows(app, "1.00")


def test_follows_while_the_thumb_moves(app: Page):
    slider(app).scroll_into_view_if_needed()
    box = slider(app).bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    seen = app.get_by_text("weight is")
    app.mouse.move(box["x"] + box["width"] * 0.6, middle)
    app.mouse.down()
    texts = set()
    for step in range(1, 9):
        app.mouse.move(box["x"] + box["width"] * (0.6 + step * 0.05), middle)
        value = slider(app).get_attribute("aria-valuetext") or ""
        expect(seen).to_contain_text(value.removesuffix(" bits"))
        texts.add(seen.text_content())
    assert len(texts) == 8
    app.mouse.move(box["x"] + box["width"] + 50, middle)
    app.mouse.up()
    shows(app, "5.00")
    expect(slider(app)).to_have_attribute("aria-valuetext", "5.00 bits")


def test_the_last_of_many_quick_moves_counts(app: Page):
    slider(app).focus()
    for _ in range(40):
        app.keyboard.press("ArrowLeft")
    expect(slider(app)).to_have_attribute("aria-valuetext", "−1.00 bits")
    shows(app, "-1.00")


def test_a_figure_that_comes_lets_one_more_move_go_and_no_third(app: Page):
    sent = slider(app).evaluate(
        """(input) => [1, 2, 3].map(() => {
            input.stepUp();
            input.dispatchEvent(new Event("input"));
            document.dispatchEvent(new Event("figures"));
            return input.own.turn;
        })"""
    )
    assert sent == [1, 2, 2]
    shows(app, "1.15")


def test_a_slider_listens_once_for_figures_and_no_more_when_it_is_gone(app: Page):
    app.evaluate(
        """() => {
            window.listeners = new Set();
            const { addEventListener, removeEventListener } = document;
            document.addEventListener = (kind, then) => {
                if (kind === "figures") listeners.add(then);
                return addEventListener.call(document, kind, then);
            };
            document.removeEventListener = (kind, then) => {
                listeners.delete(then);
                return removeEventListener.call(document, kind, then);
            };
        }"""
    )
    for weight in ("1.05", "1.10", "1.15"):
        slider(app).press("ArrowRight")
        shows(app, weight)
    assert 1 <= app.evaluate("listeners.size") <= 2, "of two sliders"
    app.get_by_role("link", name="binary").click()
    app.get_by_role("heading", name="Binary").wait_for()
    app.wait_for_function("() => listeners.size === 0")


def test_a_script_that_does_not_arrive_is_fetched_again(page: Page, server: str):
    refused: list[str] = []

    def refuse_at_first(route: Route) -> None:
        refused.append(route.request.url)
        if len(refused) <= 2:  # fetched ahead, and by the component
            route.abort()
        else:
            route.continue_()

    page.route("**/live_slider.js", refuse_at_first)
    goto(page, f"{server}/binary")
    expect(page.get_by_role("slider", name="Students in the class")).to_be_visible()
    assert len(refused) > 2


def test_keyboard(app: Page):
    slider(app).focus()
    for key, value in [
        ("ArrowRight", "1.05"),
        ("ArrowDown", "1.00"),
        ("End", "5.00"),
        ("PageDown", "4.00"),
        ("Home", "-5.00"),
    ]:
        app.keyboard.press(key)
        shows(app, value)
        expect(slider(app)).to_be_focused()


def test_stops_of_any_spacing(app: Page):
    slider(app, "Size").focus()
    app.keyboard.press("ArrowRight")
    shows(app, "1.00", "100")
    app.keyboard.press("End")
    shows(app, "1.00", "5000")


def test_value_is_kept_across_pages_and_reruns(app: Page):
    slider(app).focus()
    app.keyboard.press("End")
    shows(app, "5.00")
    app.get_by_text("Other widget").click()
    app.get_by_role("link", name="binary").click()
    app.get_by_role("heading", name="Binary").wait_for()
    wait_drawn(app)
    app.get_by_role("link", name="sigmoid").click()
    shows(app, "5.00")
    expect(slider(app)).to_have_attribute("aria-valuetext", "5.00 bits")
    slider(app).press("ArrowLeft")
    shows(app, "4.95")


def test_a_preset_moves_the_thumb_also_a_second_time(app: Page):
    for _ in range(2):
        slider(app).press("End")
        shows(app, "5.00")
        app.get_by_role("button", name="Preset").click()
        shows(app, "-2.00")
        expect(slider(app)).to_have_attribute("aria-valuetext", "−2.00 bits")
    slider(app).press("ArrowRight")
    shows(app, "-1.95")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_is_accessible_and_large_enough_to_touch(app: Page, scheme: str):
    app.emulate_media(color_scheme=scheme)
    box = slider(app).bounding_box()
    assert box is not None
    assert box["height"] >= 24
    report = Axe().run(app, context=".st-key-weight")
    assert report.violations_count == 0, report.generate_report()
