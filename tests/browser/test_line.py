"""What a person does in "The line": drag it by mouse, finger and keys, step, train."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, JSHandle, Locator, Page, expect

from pages.line.reading import read
from pages.parts.reading.students import TEST_1, TEST_2, article_students
from pages.parts.wording.words import words
from tests.browser import order
from tests.browser.drawn import goto, next_frame, wait_drawn
from tests.browser.grid import Grid

TABLE = "Students, what happened, and their scores in two tests"
LEFT, RIGHT, WHOLE = "Left end of the line", "Right end of the line", "The whole line"


@pytest.fixture
def line(open_chapter: Callable[[str], Page]) -> Page:
    return open_chapter("line")


def handle(page: Page, name: str = LEFT) -> Locator:
    return page.get_by_role("slider", name=name, exact=True)


def ends(page: Page) -> tuple[float, float]:
    next_frame(page)
    left, right = (
        float(handle(page, n).get_attribute("aria-valuenow") or "") for n in (LEFT, RIGHT)
    )
    return left, right


def middle(element: Locator) -> tuple[float, float]:
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def heights_told(page: Page) -> JSHandle:
    """Return the list to which every height of the left end is added that is told from now on."""
    return handle(page).evaluate_handle(
        """end => {
            const told = [];
            const tell = () => told.push(Number(end.getAttribute("aria-valuenow")));
            new MutationObserver(tell).observe(end, { attributeFilter: ["aria-valuenow"] });
            return told;
        }"""
    )


def title(page: Page, text: str) -> None:
    expect(page.locator("strong").first).to_contain_text(text)


def readouts(page: Page, count: str, loss: str) -> None:
    expect(page.locator(".count .value")).to_contain_text(count)
    expect(page.locator(".loss .value")).to_contain_text(loss)


def agree(page: Page) -> None:
    """Expect that what the browser shows is what ce_core says of the very same line."""
    # In one call, as the line may be in motion.
    line, now = page.locator(".board").evaluate(
        "root => [root.board.line, root.board.judge(root.board.line)]"
    )
    example = read(article_students(), left=line[0], right=line[1])
    assert now["count"] == example.mistakes
    assert now["loss"] == pytest.approx(example.loss, rel=1e-14)
    assert now["scores"] == example.logits.tolist()
    expect(page.locator(".st-key-formula")).to_contain_text(f"{example.loss:.4f}")


def plays(page: Page) -> bool:
    """Whether a training is shown: each frame would bring it on."""
    return bool(
        page.locator(".board").evaluate(
            """async root => {
                const { played } = root.board;
                for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
                return root.board.played !== played;
            }"""
        )
    )


def test_a_newcomer_sees_two_on_the_wrong_side(line: Page):
    title(line, "A and D stand on the wrong side")
    readouts(line, "2 of 4", "3.1148")
    agree(line)


def test_an_end_follows_the_mouse_and_python_follows_the_end(line: Page):
    x, y = middle(handle(line))
    line.mouse.move(x, y)
    line.mouse.down()
    line.mouse.move(x, y - 120, steps=12)
    moved = ends(line)
    assert moved[0] > 5
    assert moved[1] == 7
    line.mouse.up()
    agree(line)
    title(line, "D stands on the wrong side")


def test_the_last_moves_are_drawn_whole_however_high_they_go(line: Page):
    x, y = middle(handle(line))
    line.mouse.move(x, y)
    line.mouse.down()
    line.mouse.move(x, y + 130, steps=12)
    line.mouse.up()
    next_frame(line)
    loss = float((line.locator(".loss .value").inner_text()).split()[0])
    trail = line.locator(".loss .trail")
    assert 4 < loss <= float(trail.locator("text").first.text_content() or "")
    reach = "part => part.getBBox().y"
    highest = trail.locator(".trace").evaluate(reach)
    assert highest >= trail.locator(".axis").evaluate(reach)


def test_the_line_never_jumps_back_after_fast_drags(line: Page):
    x, y = middle(handle(line))
    for turn in range(3):
        line.mouse.move(x, y)
        line.mouse.down()
        line.mouse.move(x, y - 150, steps=25)
        line.mouse.move(x, y - 60 - 10 * turn, steps=25)
        line.mouse.up()
        let_go = ends(line)
        told = heights_told(line)
        agree(line)  # so Python has answered
        assert ends(line) == let_go
        assert set(told.json_value()) <= {let_go[0]}
        x, y = middle(handle(line))


def test_the_whole_line_is_dragged_with_the_point_under_the_mouse(line: Page):
    before = ends(line)
    x, y = middle(handle(line, WHOLE))
    line.mouse.move(x, y)
    line.mouse.down()
    line.mouse.move(x, y + 40, steps=8)
    line.mouse.up()
    after = ends(line)
    assert after[0] - before[0] == pytest.approx(after[1] - before[1], abs=0.011)
    assert after[0] < before[0] - 0.5


def test_it_moves_by_keys_and_says_where_it_is(line: Page):
    handle(line).focus()
    line.keyboard.press("ArrowUp")
    line.keyboard.press("PageUp")
    expect(handle(line)).to_have_attribute("aria-valuetext", "4.1 points")
    line.keyboard.press("Shift+ArrowDown")
    expect(handle(line)).to_have_attribute("aria-valuetext", "3.1 points")
    line.keyboard.press("Home")
    expect(handle(line)).to_have_attribute("aria-valuetext", "−5.0 points")
    line.keyboard.press("Tab")
    expect(handle(line, RIGHT)).to_be_focused()
    line.keyboard.press("End")
    expect(handle(line, RIGHT)).to_have_attribute("aria-valuetext", "15.0 points")
    handle(line, WHOLE).focus()
    line.keyboard.press("ArrowUp")
    expect(handle(line)).to_have_attribute("aria-valuetext", "−4.9 points")
    agree(line)


def test_forty_keys_in_a_row_all_count(line: Page):
    handle(line).focus()
    for _ in range(40):
        line.keyboard.press("ArrowUp")
    expect(handle(line)).to_have_attribute("aria-valuetext", "7.0 points")
    told = heights_told(line)
    agree(line)  # so Python has answered
    assert set(told.json_value()) <= {7}


def test_the_count_does_not_know_which_way_and_the_loss_does(line: Page):
    line.get_by_role("button", name="One small step: Mistakes").click()
    expect(line.locator(".count .note")).to_contain_text("each leaves 2")
    assert ends(line) == (3, 7)
    expect(line.locator(".count .rose line")).to_have_count(24)
    line.get_by_role("button", name="One small step: Cross-entropy").click()
    expect(line.locator(".loss .note")).to_contain_text("takes 0.1444 off")
    readouts(line, "2 of 4", "2.9704")
    agree(line)


def test_training_walks_to_the_lowest_point(line: Page):
    line.get_by_role("button", name="Train").click()
    expect(line.locator(".loss .note")).to_contain_text("this is the lowest point")
    readouts(line, "0 of 4", "0.5436")
    expect(line.locator(".loss .path")).to_have_attribute("d", re.compile("L"))
    agree(line)
    handle(line).press("ArrowUp")  # and the reader takes over
    expect(line.locator(".loss .note")).to_have_text("")
    agree(line)


def test_what_training_said_goes_when_it_holds_no_more(line: Page):
    line.get_by_role("button", name="Train").click()
    expect(line.locator(".loss .note")).to_contain_text("this is the lowest point")
    line.get_by_role("slider", name=words("line", "en").plain("sharpness.label")).press("End")
    expect(line.locator(".loss .note")).to_have_text("")


def test_a_first_move_is_sent_at_once(line: Page):
    handle(line).focus()
    order.record(line, 110)  # more moves wait 120
    line.keyboard.press("ArrowUp")
    assert order.first(line) == "sent"


def test_a_hand_stops_the_training(line: Page):
    line.get_by_role("button", name="Train").click()
    expect(line.locator(".loss .note")).not_to_have_text("")
    assert plays(line)
    handle(line, RIGHT).press("Home")
    expect(handle(line, RIGHT)).to_have_attribute("aria-valuetext", "−5.0 points")
    agree(line)  # so Python has answered
    expect(handle(line, RIGHT)).to_have_attribute("aria-valuetext", "−5.0 points")
    assert not plays(line)


def test_the_page_stands_still_while_its_title_changes(line: Page):
    board = line.locator(".board")
    board.evaluate(
        """root => {
            root.tops = new Set();
            const look = () => {
                root.tops.add(root.getBoundingClientRect().top);
                requestAnimationFrame(look);
            };
            look();
        }"""
    )
    handle(line).press("End")
    title(line, "C and D stand on the wrong side")
    handle(line).press("Home")
    title(line, "A and B stand on the wrong side")
    assert len(board.evaluate("root => [...root.tops]")) == 1


def test_without_motion_the_training_is_there_at_once(line: Page):
    line.emulate_media(reduced_motion="reduce")
    line.get_by_role("button", name="Train").click()
    expect(line.locator(".loss .note")).to_contain_text("lowest point")
    readouts(line, "0 of 4", "0.5436")


def test_a_click_in_a_landscape_puts_the_line_there(line: Page):
    land = line.get_by_role("img", name="The cross-entropy for every line: a bowl")
    land.scroll_into_view_if_needed()
    box = land.bounding_box()
    assert box is not None
    scale = box["width"] / 260
    line.mouse.click(box["x"] + (22 + 228 * 0.75) * scale, box["y"] + (4 + 182 * 0.75) * scale)
    left, right = ends(line)
    assert left == pytest.approx(10, abs=0.2)
    assert right == pytest.approx(0, abs=0.2)
    agree(line)


def test_a_preset_moves_the_line_also_a_second_time(line: Page):
    for _ in range(2):
        handle(line).press("PageUp")
        line.get_by_role("button", name="Is no mistake good enough?").click()
        expect(handle(line)).to_have_attribute("aria-valuetext", "9.0 points")
        title(line, "Nobody stands on the wrong side")
    agree(line)


def test_the_table_is_the_same_data(line: Page):
    grid = Grid(line, TABLE)
    grid.set(0, 3, "2")
    title(line, "D stands on the wrong side")
    row = grid.add_row()
    for column, text in enumerate(("Eve", "fail", "5", "9")):
        grid.set(row, column, text)
    readouts(line, "2 of 5", "")
    expect(line.locator(".dots text").last).to_have_text("Eve")
    grid.set(0, 2, "1,5")
    expect(line.get_by_role("alert")).to_contain_text("student A, test 1 has “1,5”")
    assert grid.text(0, 2) == "1,5"


def test_the_line_is_where_it_was_after_a_visit_elsewhere(line: Page):
    handle(line).press("PageUp")
    expect(handle(line)).to_have_attribute("aria-valuetext", "4.0 points")
    agree(line)
    line.get_by_role("link", name="Two models").first.click()
    expect(line.get_by_role("heading", level=1)).to_contain_text("which one is better")
    line.get_by_role("link", name="The line").first.click()
    expect(handle(line)).to_have_attribute("aria-valuetext", "4.0 points")
    wait_drawn(line)
    agree(line)


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    goto(page, f"{server}/line")
    yield page
    context.close()


def test_a_finger_drags_an_end_and_does_not_scroll_the_page(phone: Page):
    x, y = middle(handle(phone))
    scrolled = phone.get_by_test_id("stMain").evaluate("main => main.scrollTop")
    touch = phone.context.new_cdp_session(phone)

    def send(kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": px, "y": py} for px, py in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    send("touchStart", (x, y))
    for by in range(10, 110, 10):
        send("touchMove", (x, y - by))
    send("touchEnd")
    above_five = re.compile(r"^([5-9]|1\d)\.")
    expect(handle(phone)).to_have_attribute("aria-valuenow", above_five)
    assert phone.get_by_test_id("stMain").evaluate("main => main.scrollTop") == scrolled
    agree(phone)


def cells(page: Page, row: int) -> list[str]:
    return Grid(page, TABLE).rows()[row]


def test_a_dot_follows_the_mouse_and_the_table_knows_it(line: Page):
    dot = handle(line, "D")
    x, y = middle(dot)
    line.mouse.move(x, y)
    line.mouse.down()
    for step in range(1, 11):
        line.mouse.move(x - 6 * step, y - 12 * step)
    title(line, "A stands on the wrong side")
    line.mouse.up()
    readouts(line, "1 of 4", "")
    points = line.locator(".board").evaluate("root => root.board.people[3]")
    Grid(line, TABLE).wait_for(3, 2, f"{points['x']:g}")
    assert cells(line, 3) == ["D", "pass", f"{points['x']:g}", f"{points['y']:g}"]
    example = read(
        article_students().assign(
            **{TEST_1: ["1.9", "6.4", "4.2", str(points["x"])]},
            **{TEST_2: ["5.3", "2.8", "7.4", str(points["y"])]},
        ),
        left=3.0,
        right=7.0,
    )
    readouts(line, "1 of 4", f"{example.loss:.4f}")
    expect(line.locator(".st-key-formula")).to_contain_text(f"{example.loss:.4f}")


def test_a_dot_moves_by_keys_and_says_where_it_is(line: Page):
    dot = handle(line, "A")
    dot.focus()
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowDown"):
        line.keyboard.press(key)
    said = "failed, 2 points in test 1 and 4.2 in test 2"
    expect(dot).to_have_attribute("aria-valuetext", said)
    Grid(line, TABLE).wait_for(0, 3, "4.2")
    assert cells(line, 0) == ["A", "fail", "2", "4.2"]
    expect(dot).to_have_attribute("aria-valuetext", said)
    expect(dot).to_be_focused()


def test_a_dot_stays_in_the_picture_and_goes_back_with_a_preset(line: Page):
    x, y = middle(handle(line, "C"))
    line.mouse.move(x, y)
    line.mouse.down()
    line.mouse.move(x, y - 900, steps=8)
    line.mouse.up()
    Grid(line, TABLE).wait_for(2, 3, "10")
    line.get_by_role("button", name="The article's case").click()
    Grid(line, TABLE).wait_for(2, 3, "7.4")
    expect(handle(line, "C")).to_have_attribute("aria-valuenow", "7.4")
