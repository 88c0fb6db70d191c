"""What the scripts compute, asked of each as a module in a blank page."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from pages.line.reading import read
from pages.parts.inputs.live_slider import _runs
from pages.parts.reading.students import article_students
from pages.parts.serving.scripts import OWN

BOARD, SLIDER = "line/board.js", "parts/inputs/live_slider.js"
LISTS, WORDS = "parts/internals/array_attributes.js", "parts/internals/streamlit_words.js"

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def blank(browser: Browser, server: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{server}/_stcore/health")
    yield page
    page.close()


@pytest.fixture
def ask(blank: Page) -> Ask:
    """Return the function that runs a body with a module `m` and what it is given, `a`."""

    def run(path: str, body: str, given: object = None) -> object:
        code = f"async ([path, a]) => {{ const m = await import(path); {body} }}"
        return blank.evaluate(code, [f"/{OWN[path].name}", given])

    return run


@pytest.mark.parametrize(
    ("stops", "digits", "unit", "texts"),
    [
        ([-1.0, -0.95, -0.9, -0.85], 2, " bits", ["−1.00 bits", "−0.95 bits", "−0.90 bits"]),
        ([1, 2, 5, 10, 100, 5000], 0, "", ["1", "2", "5", "10", "100", "5000"]),
        ([0.5, 0.6, 0.7, 1.7, 2.7], 1, "°", ["0.5°", "0.6°", "0.7°", "1.7°", "2.7°"]),
        ([7], 0, "", ["7"]),
    ],
)
def test_a_slider_says_each_of_its_stops(
    ask: Ask, stops: list[float], digits: int, unit: str, texts: list[str]
):
    data = {"runs": _runs(tuple(stops), digits), "digits": digits, "unit": unit}
    said = ask(SLIDER, "return a.indices.map((i) => m.textAt(a.data, i));", {
        "data": data, "indices": list(range(len(texts)))
    })  # fmt: skip
    assert said == texts


def test_a_move_that_waited_is_not_sent_to_another_page(ask: Ask):
    body = """
        const place = document.createElement("div");
        place.innerHTML = '<label></label><span></span><input type="range">';
        document.body.append(place);
        const input = place.querySelector("input");
        const sent = [];
        const data = { ...a, label: "x", unit: "", count: 9, index: 0, rev: 0, answered: 0 };
        const told = (more) => m.default({
            parentElement: place,
            data: { ...data, ...more },
            setStateValue: (name, move) => sent.push(move.index),
        });
        const move = (index) => { input.value = index; input.dispatchEvent(new Event("input")); };
        const here = location.href;
        told({});
        move(1);
        move(2); // waits for the answer to the first
        told({ answered: 1 });
        move(3);
        if (a.leaves) history.pushState(null, "", "/elsewhere");
        const end = told({ answered: 2 });
        history.replaceState(null, "", here);
        end();
        place.remove();
        return sent;
    """
    stops = {"runs": _runs(tuple(range(9)), 0), "digits": 0}
    assert ask(SLIDER, body, stops | {"leaves": False}) == [1, 2, 3]
    assert ask(SLIDER, body, stops | {"leaves": True}) == [1, 2]


def test_the_board_judges_every_line_as_ce_core_does(ask: Ask):
    lines = [[left, right] for left in range(-5, 16, 4) for right in range(-5, 16, 2)]
    example = read(article_students(), left=0.0, right=0.0)
    people = [
        {"x": x, "y": y, "passed": bool(passed)}
        for (x, y), passed in zip(example.tests.tolist(), example.passed, strict=True)
    ]
    judged = ask(
        BOARD,
        "return a.lines.map((line) => m.Board.prototype.judge.call(a.board, line));",
        {"lines": lines, "board": {"people": people, "data": {"most": 10, "sharpness": 1}}},
    )
    for (left, right), now in zip(lines, judged, strict=True):
        example = read(article_students(), left=left, right=right)
        assert now["count"] == example.mistakes
        assert now["loss"] == pytest.approx(example.loss, rel=1e-14)
        assert now["scores"] == example.logits.tolist()


def test_the_landscape_has_a_place_for_every_line_and_an_edge_for_those_beyond(ask: Ask):
    lines = [[-5, -5], [15, 15], [5, 5], [-5, 15], [99, -99]]
    places = ask(
        BOARD,
        "return a.lines.map((line) => m.Board.prototype.place.call(a.board, line));",
        {"lines": lines, "board": {"data": {"reach": {"low": -5, "high": 15}}}},
    )
    assert places == [[22, 186], [250, 4], [136, 95], [22, 4], [250, 186]]


def test_a_small_loss_is_written_with_its_power_of_ten(ask: Ask):
    said = ask(BOARD, "return a.map(m.lossText);", [0, 3.1148, 5e-5, 4.2e-7])
    assert said == ["0.0000", "3.1148", "0.0001", "4.20 × 10^−7"]


def test_the_lists_of_a_trace_are_found_at_any_depth(ask: Ask):
    trace = {
        "x": [1, 2],
        "type": "bar",
        "marker": {"color": ["red"], "line": {"width": [1], "color": "blue"}},
        "text": [],
        "name": None,
    }
    body = """
        const Plotly = m.quicker({ PlotSchema: { findArrayAttributes() {} } });
        const find = Plotly.PlotSchema.findArrayAttributes;
        return [find(a), find({ _input: a, more: [1] })];
    """
    known = ["x", "marker.color", "marker.line.width", "text"]
    assert ask(LISTS, body, trace) == [known, known]


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("Search", "查找"),
        ("Search: Students", "查找: Students"),
        (" Search ", " 查找 "),
        ("Limit 5MB per file", "每个文件不超过 5MB"),
        ("Limit $&MB per file", "每个文件不超过 $&MB"),
        ("Limit per file", "Limit per file"),
        ("Searching", "Searching"),
        ("", ""),
    ],
)
def test_words_of_streamlits_are_put_into_others_with_what_stays(ask: Ask, said: str, other: str):
    pairs = [["Search", "查找"], ["Limit * per file", "每个文件不超过 *"]]
    assert ask(WORDS, "return m.inWords(a.pairs)(a.said);", {"pairs": pairs, "said": said}) == other
