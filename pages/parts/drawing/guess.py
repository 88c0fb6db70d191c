"""The figure of "predict first": guess and answer on one scale."""

from __future__ import annotations

from pages.parts.drawing import charts, marks
from pages.parts.drawing.palette import Palette
from pages.parts.model.question import Question
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words


def guess_and_answer(
    guess: float, question: Question, text: Words, colours: Palette
) -> charts.Figure:
    """Draw guess and answer on one scale."""
    both = (
        ("guess", guess, "diamond-open", colours.faint, "top center"),
        ("answer", question.answer, "circle", colours.accent, "bottom center"),
    )
    room = (question.maximum - question.minimum) * 0.06
    return charts.figure(
        [
            marks.dots(
                [value],
                [0],
                colour,
                text=[f"{text.plain(f'predict.{name}_label')} {number(value, question.digits)}"],
                at=position,
                symbol=symbol,
                size=14,
                line={"width": 2},
            )
            for name, value, symbol, colour, position in both
        ],
        colours,
        height=130,
        margin=(16, 16, 8, 32),
        xaxis={"range": [question.minimum - room, question.maximum + room]},
        yaxis={"range": [-1, 1], "visible": False},
    )
