"""Predict first: one question to answer before the reveal, for whoever wants it.

The question stands in the chapter's words under ``predict.question``, what the answer teaches
under ``predict.answer``, into which ``{guess}`` and ``{answer}`` are put.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.parts.controls.live_slider import live_slider
from pages.parts.drawing import charts
from pages.parts.drawing.palette import Palette, palette
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words


def predict_first(
    text: Words,
    chapter: str,
    *,
    answer: float,
    minimum: float,
    maximum: float,
    step: float,
    digits: int = 2,
    **values: str,
) -> None:
    """Offer the chapter's question; once answered, show guess and answer on one scale.

    Parameters
    ----------
    text : Words
        The chapter's words.
    chapter : str
        The chapter's name, which keeps its guess apart.
    answer : float
        What ce_core says, between `minimum` and `maximum`.
    minimum, maximum, step : float
        The scale of the guess.
    digits : int
        Decimals shown.
    **values
        What the question and the answer name, such as the numbers they are about.
    """
    panel = st.expander(
        text("predict.title"),
        key="predict",
        on_change="rerun",
        icon=":material/psychology_alt:",
    )
    if panel.open:
        with panel:
            _ask(text, chapter, answer, (minimum, maximum, step), digits, values)


@st.fragment
def _ask(
    text: Words,
    chapter: str,
    answer: float,
    scale: tuple[float, float, float],
    digits: int,
    values: Mapping[str, str],
) -> None:
    st.markdown(text("predict.question", **values))
    minimum, maximum, step = scale
    guess = live_slider(
        text.plain("predict.guess"),
        key=f"guess-{chapter}",
        minimum=minimum,
        maximum=maximum,
        step=step,
        default=minimum,
        digits=digits,
    )
    shown = f"revealed-{chapter}"
    if st.button(text("predict.reveal"), key=f"reveal-{chapter}"):
        st.session_state[shown] = True
    if st.session_state.get(shown):
        said = {"guess": number(guess, digits), "answer": number(answer, digits)}
        charts.show(
            guess_and_answer(guess, answer, (minimum, maximum), text, palette(), digits=digits),
            alt=text.plain("predict.alt", **said),
            key=f"prediction-{chapter}",
        )
        st.markdown(text("predict.answer", **values, **said))


def guess_and_answer(
    guess: float,
    answer: float,
    ends: tuple[float, float],
    text: Words,
    colours: Palette,
    *,
    digits: int = 2,
) -> charts.Figure:
    """Draw guess and answer on one scale."""
    marks = (
        ("guess", guess, "diamond-open", colours.faint, "top center"),
        ("answer", answer, "circle", colours.accent, "bottom center"),
    )
    room = (ends[1] - ends[0]) * 0.06
    return charts.figure(
        [
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [value],
                "y": [0],
                "marker": {"symbol": symbol, "size": 14, "color": colour, "line": {"width": 2}},
                "text": [f"{text.plain(f'predict.{name}_label')} {number(value, digits)}"],
                "textposition": position,
                "textfont": {"color": colour},
                "cliponaxis": False,
                "hoverinfo": "skip",
            }
            for name, value, symbol, colour, position in marks
        ],
        colours,
        height=130,
        margin=(16, 16, 8, 32),
        xaxis={"range": [ends[0] - room, ends[1] + room]},
        yaxis={"range": [-1, 1], "visible": False},
    )
