"""What a person does in "Downhill": step, play, pause, reset, start elsewhere."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ce_core.examples.downhill import DownhillExample
from tests.browser.drawn import wait_drawn


@pytest.fixture
def downhill(open_chapter: Callable[[str], Page]) -> Page:
    return open_chapter("downhill")


def button(page: Page, name: str) -> Locator:
    return page.locator(".hike").get_by_role("button", name=name, exact=True)


def step(page: Page, number: int) -> None:
    expect(page.locator(".numbers dd").nth(2)).to_have_text(re.compile(f"^{number} of"))


def height(page: Page, km: float) -> None:
    expect(page.locator(".numbers dd").first).to_have_text(f"{km:.2f} km")


def title(page: Page, text: str) -> None:
    expect(page.locator("strong").first).to_contain_text(text)


def test_a_step_goes_down_and_the_formula_follows(downhill: Page):
    trace = DownhillExample((3.4, 6.4), 1.0, "smooth").trace
    height(downhill, trace.heights[0])
    button(downhill, "Step").click()
    step(downhill, 1)
    height(downhill, trace.heights[1])
    formula = downhill.locator(".st-key-formula")
    expect(formula).to_contain_text(f"{trace.points[1, 0]:.3f}")
    expect(formula).to_contain_text(f"{trace.points[2, 0]:.3f}")


def test_play_runs_by_itself_to_the_end_and_reset_goes_back(downhill: Page):
    button(downhill, "Play").click()
    button(downhill, "Pause").click()
    expect(button(downhill, "Play")).to_be_visible()
    button(downhill, "Play").click()
    step(downhill, 37)
    height(downhill, 0.0)
    expect(downhill.locator(".st-key-formula")).to_contain_text("37")
    button(downhill, "Step").click()
    expect(downhill.locator(".hike .note")).to_have_text("Here the way ends.")
    button(downhill, "Reset").click()
    step(downhill, 0)


def test_without_motion_play_is_at_the_end_at_once(downhill: Page):
    downhill.emulate_media(reduced_motion="reduce")
    button(downhill, "Play").click()
    step(downhill, 37)


def test_on_terraces_nothing_moves(downhill: Page):
    downhill.get_by_role("button", name="What if the hill has terraces?").click()
    title(downhill, "the slope is 0 in every direction")
    for name in ("Play", "Step"):
        button(downhill, name).click()
        expect(downhill.locator(".hike .note")).to_contain_text("leads nowhere")
        step(downhill, 0)


def test_a_click_on_the_map_is_a_new_start(downhill: Page):
    hill = downhill.get_by_role("img", name=re.compile("The hill from above"))
    hill.scroll_into_view_if_needed()
    box = hill.bounding_box()
    assert box is not None
    scale = box["width"] / 440
    x, y = box["x"] + (36 + 396 * 0.2) * scale, box["y"] + (6 + 390 * 0.5) * scale
    downhill.mouse.click(x, y)
    expect(downhill.get_by_role("slider", name="Start, km east")).to_have_attribute(
        "aria-valuetext", "2.0"
    )
    expect(downhill.get_by_role("slider", name="Start, km north")).to_have_attribute(
        "aria-valuetext", "5.0"
    )
    title(downhill, "ends in a hollow")


def test_the_way_follows_the_slider_before_it_is_released(downhill: Page):
    thumb = downhill.get_by_role("slider", name=re.compile("Step size"))
    ahead = downhill.locator(".map .ahead")
    thumb.focus()
    seen = {ahead.get_attribute("d")}
    for _ in range(3):
        before = ahead.get_attribute("d") or ""
        thumb.press("PageUp")
        expect(ahead).not_to_have_attribute("d", before)
        seen.add(ahead.get_attribute("d"))
    assert len(seen) == 4


def test_fog_and_looking_around_are_switches(downhill: Page):
    for name, part in (("Fog", ".foggy"), ("Look around", ".rose line")):
        expect(button(downhill, name)).to_have_attribute("aria-pressed", "true")
        assert downhill.locator(part).count() > 0
        button(downhill, name).click()
        expect(button(downhill, name)).to_have_attribute("aria-pressed", "false")
        expect(downhill.locator(part)).to_have_count(0)


def test_the_start_is_there_after_a_visit_elsewhere(downhill: Page):
    downhill.get_by_role("button", name="What if you start a little to the west?").click()
    title(downhill, "ends in a hollow")
    downhill.get_by_role("link", name="The line").first.click()
    expect(downhill.get_by_role("heading", level=1)).to_contain_text("move the line")
    downhill.get_by_role("link", name="Downhill").first.click()
    expect(downhill.get_by_role("heading", level=1)).to_contain_text("which way is down")
    wait_drawn(downhill)
    title(downhill, "ends in a hollow")
    button(downhill, "Step").click()
    step(downhill, 1)
