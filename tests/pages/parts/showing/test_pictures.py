"""A hand in a picture: what it holds is shown, what it lets go of is remembered, once."""

from dataclasses import dataclass, replace
from types import SimpleNamespace

import pytest

from pages.parts.drawing.palette import LIGHT
from pages.parts.inputs.browser_owned import PictureState
from pages.parts.inputs.handle import handle
from pages.parts.model.chapter import Chapter
from pages.parts.model.hand import Answer, Hand
from pages.parts.showing import pictures
from pages.parts.showing.outcome import Outcome
from pages.parts.showing.page import Page
from pages.parts.wording.words import Words


@dataclass(frozen=True, eq=False)
class Inputs:
    """One number that is moved in the picture."""

    place: float = handle(0.0, picture="made/up", reach=9)


def moved(inputs, move):
    """Return the inputs with the number where the browser tells."""
    return replace(inputs, place=float(move["place"])) if "place" in move else inputs


def obey(result, inputs, command, text):
    """Double the number where that is asked for."""
    done = Answer(replace(inputs, place=2 * inputs.place), {"note": result})
    return done if command == "double" else None


HAND = Hand(picture="made/up", moved=moved, obey=obey)


class Held(Page):
    """A page whose inputs change in place, as the session's do."""

    def follow(self, inputs):
        self.inputs = inputs


@pytest.fixture
def told():
    """What the browser tells, by the component's key."""
    return {}


@pytest.fixture
def state():
    return PictureState()


@pytest.fixture
def page(monkeypatch, told, state):
    chapter = Chapter(name="made-up", inputs=Inputs, cases={}, sections=[], hand=HAND)
    page = Held(chapter, Words({}), LIGHT, Inputs())
    monkeypatch.setattr(pictures, "st", SimpleNamespace(session_state=told))
    monkeypatch.setattr(pictures, "picture", lambda name: state)
    monkeypatch.setattr(pictures, "current", lambda defaults: page.inputs)
    monkeypatch.setattr(pictures, "outcome_of", lambda page: Outcome(page.inputs))
    return page


def move(**what):
    return {"move": {"turn": 1, "rev": 0, **what}}


def test_nothing_told_leaves_the_inputs(page):
    assert pictures.follow_hand(page) is page.inputs


def test_what_is_held_is_shown_and_not_remembered(page, told, state):
    told["made_up"] = move(place=3, held=True)
    assert pictures.follow_hand(page).place == 3
    assert page.inputs.place == 0
    assert state.turn == 0


def test_what_is_let_go_of_is_remembered_once(page, told, state):
    told["made_up"] = move(place=3)
    assert pictures.follow_hand(page).place == 3
    assert (page.inputs.place, state.turn) == (3, 1)
    page.inputs = Inputs(place=5.0)  # by another control, which the browser has not been told of
    assert pictures.follow_hand(page).place == 5


def test_a_move_from_before_an_override_is_none(page, told, state):
    state.override()
    told["made_up"] = move(place=3)
    assert pictures.follow_hand(page).place == 0


def test_a_command_is_done_once_and_overrides_the_browser(page, told, state):
    told["made_up"] = move(place=3, command="double")
    pictures.follow_hand(page)
    whole = Outcome(page.inputs, last_whole="whole")
    assert pictures.obey_hand(page, whole).inputs.place == 6
    assert (state.rev, state.shown) == (1, {"note": "whole"})
    assert pictures.obey_hand(page, whole) is whole
    assert page.inputs.place == 6


@pytest.mark.parametrize("command", ["triple", ["double"], None, 1])
def test_what_is_no_command_changes_nothing(page, told, state, command):
    told["made_up"] = move(place=3, command=command)
    pictures.follow_hand(page)
    whole = Outcome(page.inputs, last_whole="whole")
    assert pictures.obey_hand(page, whole) is whole
    assert state.rev == 0


def test_a_command_that_has_no_result_to_go_by_is_dropped(page, told, state):
    told["made_up"] = move(place=3, command="double")
    pictures.follow_hand(page)
    none = Outcome(page.inputs)
    assert pictures.obey_hand(page, none) is none
    assert state.command is None
