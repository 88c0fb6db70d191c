"""Downhill: which way is down, in fog? The chapter's page."""

from __future__ import annotations

import streamlit as st

from ce_core.examples.downhill import MOST_STEPS, SIZE, DownhillExample
from pages.downhill import formulas, scene, sentences, snippets
from pages.downhill.hike import clicked_start, show_hike
from pages.downhill.inputs import CASES, STEP_SIZES, DownhillInputs
from pages.parts.controls.inputs import presets
from pages.parts.drawing.palette import DARK
from pages.parts.inputs.link import arrive
from pages.parts.inputs.live_slider import live_slider, put_slider
from pages.parts.model.question import Question
from pages.parts.sharing.take import Parcel, take_with_you
from pages.parts.showing import layout
from pages.parts.showing.predict import predict_first
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.numbers import short
from pages.parts.wording.words import words

text = words("downhill", language())
DEFAULTS = DownhillInputs()
HIKE = "downhill_hike"


def main() -> None:
    """Lay the chapter out: the hill with its hiker, then what a step is in numbers."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    presets(CASES, text)
    example, step = show_stage()
    layout.formula(
        formulas.general(), formulas.with_numbers(example, step), formulas.height(example, step)
    )
    layout.notice(text, sentences.notices(example, text))
    predict_first("downhill", question, text)
    take_with_you("downhill", DEFAULTS, Parcel(example, snippets.code(example), ("rises",)), text)


def show_stage() -> tuple[DownhillExample, int]:
    """Show what can be changed and the hike; return it, and which step it shows."""
    if start := clicked_start(key=HIKE, size=SIZE):
        for name, place in zip(("start_east", "start_north"), start, strict=True):
            put_slider(name, place)
    example = read_inputs()
    st.markdown(f"**{sentences.title(example, text)}**")
    colours = palette()
    step = show_hike(
        (example.start, example.step_size, example.ground),
        scene.scene(example, text, colours, dark=colours is DARK),
        steps=example.trace.steps,
        key=HIKE,
    )
    return example, step


def read_inputs() -> DownhillExample:
    """Show the sliders and the switch; return the way down that they make."""
    east, north, size, switch = st.columns([2, 2, 3, 2], gap="medium")
    with east:
        start_east = _start_slider("east", DEFAULTS.start_east)
    with north:
        start_north = _start_slider("north", DEFAULTS.start_north)
    with size:
        step_size = live_slider(
            text.plain("input.step"),
            key="hill_step",
            minimum=STEP_SIZES[0],
            maximum=STEP_SIZES[1],
            step=0.1,
            default=DEFAULTS.hill_step,
            digits=1,
        )
    with switch:
        ground = st.segmented_control(
            text("input.ground"),
            ["smooth", "terraces"],
            format_func=lambda option: text.plain(f"input.{option}"),
            required=True,
            key="ground",
            persist_state="session",
        )
    return DownhillExample(
        (start_east, start_north), step_size, "terraces" if ground == "terraces" else "smooth"
    )


def _start_slider(side: str, default: float) -> float:
    return live_slider(
        text.plain(f"input.{side}"),
        key=f"start_{side}",
        minimum=0,
        maximum=SIZE,
        step=0.1,
        default=default,
        digits=1,
    )


def question() -> Question:
    """Ask how often a huge step leads up."""
    huge = CASES["huge"]
    example = DownhillExample((huge.start_east, huge.start_north), huge.hill_step, "smooth")
    return Question(
        answer=float(example.rises),
        minimum=0,
        maximum=MOST_STEPS,
        step=1,
        digits=0,
        names={
            "slope": short(float(example.trace.norms[0]), 2),
            "size": short(huge.hill_step),
            "most": str(MOST_STEPS),
        },
    )


main()
