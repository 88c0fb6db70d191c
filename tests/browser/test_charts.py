"""Figures follow in place, at every width, and say what they show where they cannot be drawn."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from pages.chapters import CHAPTERS
from pages.parts.wording.words import words
from tests.browser.drawn import goto
from tests.browser.grid import Grid

WITH_FIGURES = [chapter for part in CHAPTERS.values() for chapter in part if chapter != "downhill"]


def first(page: Page) -> Locator:
    return page.get_by_role("figure").first


def test_an_edit_changes_the_figure_that_stands_and_draws_no_other(
    open_chapter: Callable[[str], Page],
):
    page = open_chapter("binary")
    expect(first(page).locator("svg").first).to_contain_text("2.0757")
    stands = first(page).element_handle()
    Grid(page, words("binary", "en").plain("table.label")).set(3, 2, "0.5")
    expect(first(page).locator("svg").first).to_contain_text("1.6778")
    assert stands.evaluate("(stands) => stands.isConnected && stands.matches('.js-plotly-plot')")


def test_what_listens_is_told_that_figures_come(open_chapter: Callable[[str], Page]):
    page = open_chapter("binary")
    page.evaluate("document.addEventListener('figures', () => (window.come = true))")
    Grid(page, words("binary", "en").plain("table.label")).set(3, 2, "0.5")
    page.wait_for_function("() => window.come")


def test_a_name_that_reads_like_html_is_a_name_and_costs_no_figure(
    open_chapter: Callable[[str], Page],
):
    page = open_chapter("binary")
    name = "--></style><b>&'"
    Grid(page, words("binary", "en").plain("table.label")).set(0, 0, name)
    expect(first(page).locator("svg").first).to_contain_text(name)
    expect(first(page)).to_have_accessible_name(re.compile(re.escape(name)))


def test_no_figure_is_kept_for_a_page_that_was_left(open_chapter: Callable[[str], Page]):
    page = open_chapter("binary")
    expect(first(page).locator("svg").first).to_contain_text("2.0757")
    page.get_by_role("link", name=words("downhill", "en").plain("short")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words("downhill", "en")("question"))
    page.wait_for_function("() => figuresDrawn.size === 0")


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_the_painter_knows_every_list_of_a_trace_that_plotly_knows(
    open_chapter: Callable[[str], Page], name: str
):
    page = open_chapter(name)
    expect(first(page).locator("svg").first).to_be_visible()
    unknown = page.evaluate(
        """async () => {
            // A Plotly that nobody has changed, in a frame of its own.
            const { contentDocument, contentWindow } = document.body.appendChild(
                document.createElement("iframe"));
            const script = contentDocument.createElement("script");
            script.src = document.querySelector('script[src*="plotly-"]').src;
            await new Promise((then) => {
                script.onload = then;
                contentDocument.head.append(script);
            });
            const traces = [...document.querySelectorAll(".js-plotly-plot")]
                .flatMap(({ _fullData }) => _fullData);
            const ofPlotly = contentWindow.Plotly.PlotSchema.findArrayAttributes;
            const ofPainter = Plotly.PlotSchema.findArrayAttributes;
            const some = traces.some((trace) => ofPlotly(trace).length);
            if (!some || ofPainter.toString() === ofPlotly.toString()) return "nothing";
            return traces.flatMap((trace) => {
                const known = ofPainter(trace);
                return ofPlotly(trace).filter((list) => !known.includes(list));
            });
        }"""
    )
    assert unknown == []


def test_a_figure_fills_its_column_when_the_window_changes(open_chapter: Callable[[str], Page]):
    page = open_chapter("binary")
    drawing = first(page).locator("svg.main-svg").first
    for width in (900, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function(
            """() => {
                const figure = document.querySelector("[role=figure]");
                const drawing = figure.querySelector(".main-svg");
                return Math.abs(figure.clientWidth - drawing.clientWidth) <= 1;
            }"""
        )
    expect(drawing).to_be_visible()


def test_where_plotly_does_not_arrive_the_figure_is_words(page: Page, server: str):
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/plotly-*.js", refuse)
    goto(page, f"{server}/binary")
    expect(first(page)).to_contain_text("2.0757")
    Grid(page, words("binary", "en").plain("table.label")).set(3, 2, "0.5")
    expect(first(page)).to_contain_text("1.6778")
