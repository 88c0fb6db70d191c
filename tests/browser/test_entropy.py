"""What a person does in "What does surprise cost on average?"."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.grid import Grid

TABLE = "Outcomes, what happens, and what is believed"
_, P, Q = range(3)


@pytest.fixture
def entropy(open_chapter: Callable[[str], Page]) -> Page:
    return open_chapter("entropy")


def totals(page: Page, *expected: str) -> None:
    """Expect entropy, divergence and cross-entropy as headlines."""
    expect(page.locator(".ce-numbers").first.locator("dd")).to_contain_text(list(expected))


def test_edits_move_the_areas_and_what_is_no_probability_is_said_and_kept(entropy: Page):
    totals(entropy, "1.0000", "0.0000", "1.0000")
    figure = entropy.get_by_role("figure").first
    expect(figure).to_contain_text("H(p)")
    expect(figure).to_contain_text("average")
    grid = Grid(entropy, TABLE)
    grid.set(0, P, "50%")
    expect(entropy.get_by_role("alert")).to_contain_text("outcome heads, p has")
    assert grid.text(0, P) == "50%"
    for row, column, text in ((0, P, "0.9"), (1, P, "0.1")):
        grid.set(row, column, text)
    totals(entropy, "0.4690", "0.5310", "1.0000")
    expect(figure).to_contain_text("+0.763")
    entropy.get_by_role("button", name="Swap p and q").click()
    totals(entropy, "1.0000", "0.7370", "1.7370")


def test_a_sum_that_is_not_one_is_named_and_scaled(entropy: Page):
    grid = Grid(entropy, TABLE)
    grid.set(0, Q, "1")
    expect(entropy.get_by_role("alert")).to_contain_text("those in q sum to 1.5")
    assert grid.text(0, Q) == "1"
    entropy.get_by_role("button", name="Mend it").click()
    expect(entropy.get_by_role("alert")).to_have_count(0)
    assert [row[Q] for row in Grid(entropy, TABLE).rows()] == ["0.667", "0.333"]


def test_what_was_ruled_out_leaves_the_frame(entropy: Page):
    entropy.get_by_role("button", name="What if rain was ruled out").click()
    totals(entropy, "1.1568", "∞", "∞")
    expect(entropy.get_by_role("figure").first).to_contain_text("∞")


def test_an_outcome_is_added_and_removed(entropy: Page):
    grid = Grid(entropy, TABLE)
    row = grid.add_row()
    for column, text in enumerate(("edge", "0", "0")):
        grid.set(row, column, text)
    totals(entropy, "1.0000", "0.0000", "1.0000")
    grid.delete_rows(0)
    expect(entropy.get_by_role("alert")).to_contain_text("sum to 0.5")
    entropy.get_by_role("button", name="Mend it").click()
    totals(entropy, "0.0000", "0.0000", "0.0000")


def test_the_coins_gap_follows_the_slider(entropy: Page):
    figure = entropy.get_by_role("figure").last
    figure.scroll_into_view_if_needed()
    expect(figure).to_contain_text("KL 0.489")
    believed = entropy.get_by_role("slider", name="q, you believe it does with")
    believed.focus()
    for _ in range(40):
        entropy.keyboard.press("ArrowRight")
    expect(figure).to_contain_text("KL 0.000")
    expect(entropy.get_by_text("as little as can be")).to_be_visible()
