"""Predict first: one question to answer before the reveal, for whoever wants it.

The question stands in the chapter's words under ``predict.question``, what the answer teaches
under ``predict.answer``, into which ``{guess}`` and ``{answer}`` are put.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from pages.parts.controls.live_slider import live_slider
from pages.parts.drawing import charts
from pages.parts.drawing.palette import Palette, palette
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words


@dataclass(frozen=True)
class Question:
    """What is to be guessed.

    Attributes
    ----------
    answer : float
        What ce_core says, between `minimum` and `maximum`.
    minimum, maximum, step : float
        The scale of the guess.
    names : mapping of str to str
        What the question and the answer name, such as the numbers they are about.
    digits : int
        Decimals shown.
    """

    answer: float
    minimum: float
    maximum: float
    step: float
    names: Mapping[str, str]
    digits: int = 2


def predict_first(chapter: str, question: Callable[[], Question], text: Words) -> None:
    """Offer the chapter's question; once answered, show guess and answer on one scale.

    The question is not made before it is wanted.
    """
    panel = st.expander(
        text("predict.title"),
        key="predict",
        on_change="rerun",
        icon=":material/psychology_alt:",
    )
    if panel.open:
        with panel:
            _ask(chapter, question(), text)


@st.fragment
def _ask(chapter: str, question: Question, text: Words) -> None:
    st.markdown(text("predict.question", **question.names))
    digits = question.digits
    guess = live_slider(
        text.plain("predict.guess"),
        key=f"guess-{chapter}",
        minimum=question.minimum,
        maximum=question.maximum,
        step=question.step,
        default=question.minimum,
        digits=digits,
    )
    shown = f"revealed-{chapter}"
    if st.button(text("predict.reveal"), key=f"reveal-{chapter}"):
        st.session_state[shown] = True
    if st.session_state.get(shown):
        said = {"guess": number(guess, digits), "answer": number(question.answer, digits)}
        charts.show(
            guess_and_answer(guess, question, text, palette()),
            alt=text.plain("predict.alt", **said),
            key=f"prediction-{chapter}",
        )
        st.markdown(text("predict.answer", **question.names, **said))


def guess_and_answer(
    guess: float, question: Question, text: Words, colours: Palette
) -> charts.Figure:
    """Draw guess and answer on one scale."""
    marks = (
        ("guess", guess, "diamond-open", colours.faint, "top center"),
        ("answer", question.answer, "circle", colours.accent, "bottom center"),
    )
    room = (question.maximum - question.minimum) * 0.06
    return charts.figure(
        [
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [value],
                "y": [0],
                "marker": {"symbol": symbol, "size": 14, "color": colour, "line": {"width": 2}},
                "text": [f"{text.plain(f'predict.{name}_label')} {number(value, question.digits)}"],
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
        xaxis={"range": [question.minimum - room, question.maximum + room]},
        yaxis={"range": [-1, 1], "visible": False},
    )
