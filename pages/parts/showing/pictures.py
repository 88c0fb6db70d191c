"""A picture that the browser owns on the page, and the inputs as a hand in it has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st

from pages.parts.inputs.session import current, picture
from pages.parts.inputs.values import is_same
from pages.parts.model.blocks import Picture
from pages.parts.showing.moving import moving_picture
from pages.parts.showing.outcome import Outcome, outcome_of
from pages.parts.showing.page import Page

_component = cache(moving_picture)


def follow_hand(page: Page) -> Any:
    """Return the inputs as they are now with what a hand does in the page's picture.

    What it has let go of is remembered, once; what it holds is not.
    """
    hand = page.chapter.hand
    inputs = current(page.defaults)
    if hand is None:
        return inputs
    state = picture(hand.picture)
    move = state.last_move(st.session_state.get(_key(hand.picture)))
    turn, command = move.get("turn"), move.get("command")
    if type(turn) is not int or turn == state.turn:
        return inputs
    moved = hand.moved(inputs, move)
    if move.get("held") is True:
        return moved
    state.turn, state.command = turn, command if type(command) is str else None
    page.follow(moved)
    return current(page.defaults)


def obey_hand(page: Page, outcome: Outcome) -> Outcome:
    """Do what the hand asks for, if it does; return what becomes of the inputs then."""
    hand = page.chapter.hand
    if hand is None:
        return outcome
    state = picture(hand.picture)
    command, state.command = state.command, None
    if command is None or hand.obey is None or outcome.last_whole is None:
        return outcome
    answer = hand.obey(outcome.last_whole, page.inputs, command, page.text)
    if answer is None:
        return outcome
    state.override()
    state.shown = answer.shown
    page.follow(answer.inputs)
    page.inputs = current(page.defaults)
    return outcome_of(page)


def has_moved_on(page: Page) -> bool:
    """Say whether the inputs are others by now, or the hand waits for an answer."""
    inputs, hand = follow_hand(page), page.chapter.hand
    waits = hand is not None and picture(hand.picture).command is not None
    return waits or not is_same(inputs, page.inputs)


def show_picture(block: Picture, page: Page) -> Mapping[str, object]:
    """Show the picture of the page's hand; return the browser's last move in it."""
    hand = page.chapter.hand
    assert hand is not None
    key, state = _key(hand.picture), picture(hand.picture)
    about = hand.about(page.inputs)
    if about != state.about:
        state.override()
        state.about = about
    told = st.session_state.get(key)
    if state.start is None or not told:
        state.start = hand.start(page.inputs)
    if not told:  # a new start of the component: it takes all from here
        state.shown = {}
    mounted = _component(hand.picture)(
        key=key,
        data={**block.scene, **state.start, **state.shown, "rev": state.rev},
        on_move_change=lambda: None,
    )
    # A browser that outlived a restart of the server tells its last move only here.
    return state.last_move(told or mounted)


def _key(name: str) -> str:
    return name.replace("/", "_")
