"""What becomes of inputs: held of a made-up chapter, as plain functions, without an app."""

from dataclasses import dataclass, replace

import pytest

from ce_core.checks import InputError
from pages.parts.drawing.palette import LIGHT
from pages.parts.inputs.panel import panel
from pages.parts.inputs.session import Session
from pages.parts.inputs.slider import slider
from pages.parts.inputs.text import text
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.showing import outcome as outcomes
from pages.parts.showing.outcome import outcome_of, settle
from pages.parts.showing.page import Page
from pages.parts.wording.words import Words


@dataclass(frozen=True, eq=False)
class Inputs:
    """Two typed numbers, how many times they count, and a panel."""

    one: str = text("1")
    other: str = text("2")
    times: float = slider(1, 0, 9, step=1, digits=0)
    is_open: bool = panel()


@dataclass(frozen=True)
class Product:
    value: float
    problem: InputError | None = None


class Calls(list):
    """The texts that were read, one entry a reading."""

    def read(self, inputs: Inputs) -> int:
        self.append((inputs.one, inputs.other))
        for name in ("one", "other"):
            typed = getattr(inputs, name)
            if not typed.isdigit():
                raise InputError(f"{name} is no number.", rule="number", input=name)
        return int(inputs.one) * int(inputs.other)


def product(read: int, inputs: Inputs) -> Product:
    """Return the product; in part where nothing comes of it, none where it is too much."""
    value = read * inputs.times
    if value > 1000:
        raise InputError("That is too much.", rule="most")
    if read == 0:
        return Product(value, InputError("Nothing comes of it.", rule="nothing"))
    return Product(value)


def follow(before: Inputs, now: Inputs) -> Inputs:
    """Let the slider go where the first text says when that was edited."""
    return now if now.one == before.one else replace(now, times=float(now.one))


def nothing(result: object, text: object, colours: object) -> View:
    return View()


WHOLE = Section(name="whole", view=nothing)
PARTIAL = Section(name="partial", view=nothing, takes_partial=True)
OWN = Section(name="own", view=nothing, result=lambda inputs: inputs.times)


@pytest.fixture
def session(monkeypatch):
    """A session of its own, which no app keeps."""
    own = Session()
    monkeypatch.setattr(outcomes, "session", lambda: own)
    return own


@pytest.fixture
def calls():
    return Calls()


@pytest.fixture
def become(session, calls):
    """Return what becomes of inputs that a reader makes one after the other."""
    chapter = Chapter(
        name="made-up",
        inputs=Inputs,
        cases={"start": Inputs()},
        sections=[WHOLE, PARTIAL, OWN],
        read=calls.read,
        result=product,
    )
    return lambda **inputs: outcome_of(Page(chapter, Words({}), LIGHT, Inputs(**inputs)))


def test_the_same_inputs_have_the_very_same_outcome(become, calls):
    first = become(one="3")
    assert first.result == Product(6)
    assert become(one="3") is first
    assert calls == [("3", "2")]


def test_a_slider_and_a_panel_read_nothing_anew(become, calls):
    become(one="3")
    assert become(one="3", times=5).result == Product(30)
    assert become(one="3", times=5, is_open=True).result == Product(30)
    assert calls == [("3", "2")]
    assert become(one="4", times=5).result == Product(40)
    assert calls == [("3", "2"), ("4", "2")]


def test_without_a_result_there_is_nothing_to_show_but_what_needs_none(become):
    first = become(one="x")
    assert (first.result, first.last, first.last_whole) == (None, None, None)
    assert first.problem.details["input"] == "one"
    assert [first.has_something_for(s) for s in (WHOLE, PARTIAL, OWN)] == [False, False, True]


def test_a_problem_leaves_the_last_result_which_is_from_before(become):
    whole = become(one="3").result
    bad = become(one="x")
    assert bad.result is None
    assert bad.problem is not None
    assert bad.for_section(WHOLE) == (whole, True)
    assert bad.for_section(OWN)[1] is False


def test_the_last_result_goes_on_following_the_slider_as_what_it_was_made_of_does(become):
    become(one="3", times=1)
    bad = become(one="x", times=4)
    assert bad.for_section(WHOLE) == (Product(24), True)
    read, inputs = bad.whole_made_of
    assert (read, inputs.one, inputs.times) == (6, "3", 4)


def test_where_a_slider_leads_to_a_problem_the_last_result_stays_where_it_was(become):
    whole = become(one="100", other="2", times=5).last_whole
    too_much = become(one="100", other="2", times=6)
    assert too_much.problem.rule == "most"
    assert too_much.for_section(WHOLE) == (whole, True)
    assert too_much.whole_made_of[1].times == 5


def test_a_mended_cell_is_read_and_nothing_is_from_before(become, calls):
    become(one="3")
    become(one="x")
    mended = become(one="3")
    assert mended.problem is None
    assert mended.for_section(WHOLE) == (Product(6), False)
    assert calls == [("3", "2"), ("x", "2"), ("3", "2")]


def test_a_result_in_part_is_shown_where_that_is_taken(become):
    whole = become(one="3").result
    part = become(one="0")
    assert part.problem.rule == "nothing"
    assert part.for_section(PARTIAL) == (part.result, False)
    assert part.for_section(WHOLE) == (whole, True)


def test_a_problem_after_a_result_in_part_leaves_each_section_its_own_last(become):
    become(one="3")
    part = become(one="0").result
    bad = become(one="x", times=2)
    assert bad.for_section(PARTIAL) == (part, True)
    assert bad.for_section(WHOLE) == (Product(12), True)


def test_a_problem_holds_on_to_nothing_that_was_before_it(become):
    become(one="3")
    assert become(one="x").problem.__traceback__ is None


class Held(Page):
    """A page whose inputs change in place, as the session's do."""

    def change(self, change):
        self.inputs = change(self.inputs)


@pytest.fixture
def settled(session, calls):
    """Return the inputs that an edit leaves behind, and whether there were any to set."""
    chapter = Chapter(
        name="made-up",
        inputs=Inputs,
        cases={"start": Inputs()},
        sections=[],
        settle=follow,
        read=calls.read,
        result=product,
    )

    def edited(**inputs):
        page = Held(chapter, Words({}), LIGHT, Inputs(**inputs))
        has_changed = settle(page)
        outcome_of(page)
        return page.inputs.times, has_changed

    return edited


def test_inputs_agree_after_an_edit_and_are_left_alone_without_one(settled):
    assert settled(one="1", times=8) == (8, True)  # nothing was before: it came as a whole
    assert settled(one="5", times=8) == (5, True)
    assert settled(one="5", times=5) == (5, False)
    assert settled(one="5", times=7) == (7, True)


def test_inputs_given_as_a_whole_are_taken_as_they_are_once(settled, session):
    settled(one="1")
    session.as_given = Inputs
    assert settled(one="5", times=8) == (8, True)
    assert session.as_given is None
    assert settled(one="6", times=8) == (6, True)


def test_what_was_given_to_another_chapter_waits_for_it(settled, session):
    @dataclass(frozen=True, eq=False)
    class Others:
        one: str = text("1")

    settled(one="1")
    session.as_given = Others
    assert settled(one="5", times=8) == (5, True)
    assert session.as_given is Others


@pytest.fixture
def page(calls):
    chapter = Chapter(name="made-up", inputs=Inputs, cases={}, sections=[], read=calls.read)
    error = InputError("other is no number.", rule="number", input="other")
    return Page(chapter, Words({}), LIGHT, Inputs(), problem=error)


def test_a_problem_is_said_once_beside_what_it_is_about(page):
    error = page.problem
    assert page.problem_about(("one",)) is None
    assert page.problem_about(("one", "other")) is error
    assert page.problem_about(("other",)) is None
    assert page.problem_about(()) is None


def test_a_problem_that_has_no_place_is_said_where_all_are(page):
    error = page.problem
    assert page.problem_about(("one",)) is None
    assert page.problem_about(()) is error
    assert page.problem_about(()) is None
