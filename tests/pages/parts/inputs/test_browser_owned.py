"""What a browser owns: which of its moves count."""

import pytest

from pages.parts.inputs.browser_owned import BrowserOwned, PictureState

MOVE = {"index": 3, "turn": 1, "rev": 0}


def test_a_move_counts_until_python_overrides_it():
    thumb = BrowserOwned()
    assert thumb.last_move({"move": MOVE}) == MOVE
    thumb.override()
    assert "index" not in thumb.last_move({"move": MOVE})
    assert thumb.last_move({"move": MOVE | {"rev": 1}})["index"] == 3


def test_what_counts_regardless_does_so_after_an_override_too():
    thumb = BrowserOwned(rev=5)
    move = MOVE | {"regardless": {"start": [1, 2]}}
    assert thumb.last_move({"move": move}) == {"turn": 1, "regardless": {"start": [1, 2]}}


@pytest.mark.parametrize(
    "state",
    [
        *(None, 7, "x", [], {}, {"index": 3}, {"move": 7}, {"move": []}, {"move": {"index": 3}}),
        *({"move": MOVE | {"turn": turn}} for turn in ("x", True, None, 1.0)),
    ],
    ids=repr,
)
def test_what_has_another_shape_is_no_move(state):
    assert BrowserOwned().last_move(state) == {}


@pytest.mark.parametrize("rev", [True, 1.0, "1", None, [1], 2, -1])
def test_only_the_very_number_of_the_last_override_counts(rev):
    assert BrowserOwned(rev=1).last_move({"move": MOVE | {"rev": rev}}) == {"turn": 1}


def test_an_override_lets_a_picture_start_from_what_is_shown_next():
    board = PictureState(start={"line": [3, 7]}, shown={"notes": {}})
    board.override()
    assert (board.rev, board.start, board.shown) == (1, None, {})
