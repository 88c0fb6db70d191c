"""Predict first: one question to answer before the reveal, for whoever wants it.

The question stands in the chapter's words under ``predict.question``, what the answer teaches
under ``predict.answer``, into which ``{guess}`` and ``{answer}`` are put.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.parts.drawing.guess import guess_and_answer
from pages.parts.inputs.live_slider import live_slider
from pages.parts.model.question import Question
from pages.parts.showing import charts
from pages.parts.showing.theme import palette
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words


def predict_first(
    chapter: str, question: Callable[[], Question], text: Words, *, key: str = "predict"
) -> None:
    """Offer the chapter's question; once answered, show guess and answer on one scale.

    The question is not made before it is wanted.
    """
    panel = st.expander(
        text("predict.title"),
        key=key,
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
