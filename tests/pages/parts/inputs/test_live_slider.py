import ast
import math

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.inputs.live_slider import live_slider, put_slider


def script() -> None:
    import streamlit as st

    from pages.parts.inputs.live_slider import live_slider, put_slider, stops_slider

    st.button("Put", on_click=put_slider, args=("weight", 2.04))
    wide = st.checkbox("Wide")
    maximum = 10 if wide else 5
    weight = live_slider(
        "Weight", key="weight", minimum=-5, maximum=maximum, step=0.1, default=1, digits=1
    )
    size = stops_slider("Size", key="size", stops=[1, 10, 5000], default=10)
    st.code(repr((weight, size)))


def move(app: AppTest, key: str, **values: object) -> None:
    """Set the state that the component's JavaScript would send; AppTest runs none."""
    app.session_state[key] = {"move": {"index": 0, "turn": 1, "rev": 0} | values}
    app.run()
    assert not app.exception


def values(app: AppTest) -> tuple[float, float]:
    return ast.literal_eval(app.code[0].value)


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(script, default_timeout=30).run()


def test_starts_at_the_default(app: AppTest):
    assert values(app) == (1.0, 10)


def test_a_move_counts_and_lasts(app: AppTest):
    move(app, "weight", index=53)
    app.run()
    assert values(app) == (0.3, 10)  # not 0.30000000000000004
    move(app, "size", index=2)
    assert values(app) == (0.3, 5000)


@pytest.mark.parametrize("index", [-1, 101, 1.0, math.nan, "3", True, None, [1], 10**30])
def test_what_is_no_stop_is_disregarded(app: AppTest, index: object):
    move(app, "weight", index=53)
    move(app, "weight", index=index)
    assert values(app) == (0.3, 10)


@pytest.mark.parametrize("state", [None, 7, "x", [], {"index": 3}, {"turn": "x", "index": 3}])
def test_what_is_no_move_is_disregarded(app: AppTest, state: object):
    app.session_state["weight"] = {"move": state}
    app.run()
    assert not app.exception
    assert values(app) == (1.0, 10)


def test_put_takes_the_nearest_stop_and_outdates_moves_under_way(app: AppTest):
    move(app, "weight", index=100)
    app.button[0].click().run()
    assert values(app) == (2.0, 10)
    move(app, "weight", index=0, rev=0)
    assert values(app) == (2.0, 10)
    move(app, "weight", index=0, rev=1)
    assert values(app) == (-5.0, 10)


def test_other_stops_keep_the_value_not_the_index(app: AppTest):
    app.checkbox[0].check().run()
    move(app, "weight", index=150, rev=1)
    assert values(app) == (10.0, 10)
    app.checkbox[0].uncheck().run()
    assert values(app) == (5.0, 10)
    assert not app.exception


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_put_wants_a_finite_value(value: float):
    with pytest.raises(ValueError, match="finite"):
        put_slider("weight", value)


def test_stops_must_show_in_the_digits():
    with pytest.raises(ValueError, match=r"0\.05 is no multiple of 0\.1"):
        live_slider("W", key="w", minimum=0, maximum=1, step=0.05, default=0, digits=1)
