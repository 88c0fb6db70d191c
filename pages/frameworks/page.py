"""In PyTorch and TensorFlow: the chapter's page."""

from __future__ import annotations

from typing import get_args

import numpy as np
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ce_core import article
from ce_core.checks import InputError
from ce_core.examples.frameworks import (
    OPTIONS,
    Backend,
    FrameworkExample,
    Kind,
    Reduction,
    offered_options,
)
from pages.frameworks import figures, formulas, reading, sentences, tables
from pages.frameworks.document import document
from pages.frameworks.inputs import ARTICLE_CASES, CASES, KEYS, FrameworksInputs
from pages.frameworks.names import colour_of, sample_name
from pages.frameworks.reading import Dtype
from pages.frameworks.snippets import code
from pages.parts.controls.inputs import presets
from pages.parts.inputs.link import arrive
from pages.parts.model.question import Question
from pages.parts.reading.arrays import MOST_NUMBERS, array_text
from pages.parts.sharing.take import Parcel, take_with_you
from pages.parts.showing import charts, layout
from pages.parts.showing.predict import predict_first
from pages.parts.showing.problems import or_as_before, show_problem
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.numbers import number
from pages.parts.wording.words import words

text = words("frameworks", language())
DEFAULTS = FrameworksInputs()
BATCH = 100


def main() -> None:
    """Lay the chapter out: every library's loss, the rules, the samples."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    presets(CASES, text)
    with layout.stage("frameworks", (10, 13)) as (inputs, answer):
        with inputs:
            read = read_inputs()
        example, stale = or_as_before("frameworks", read), read is None
        if example is None:
            return
        with answer, layout.answer("losses", text, stale=stale):
            show_losses(example, None if stale else article_figure())
    with layout.answer("reasons", text, stale=stale):
        show_reasons(example, None if stale else article_figure())
        show_samples(example)
    show_article_cases()
    plain = document(example)
    totals = [] if plain.loss is None else ["loss"]
    take_with_you("frameworks", DEFAULTS, Parcel(plain, code(example), totals), text)


def read_inputs() -> FrameworkExample | None:
    """Show what can be changed; return the result, or None where an input has a problem."""
    kind = choose("prediction_kind", get_args(Kind), text.plain("kind.label"), "kind")
    places = {}
    for key, label, height in (
        ("targets", "targets", 68),
        ("predictions", "probabilities" if kind == "probabilities" else "scores", 112),
    ):
        st.text_area(
            text(f"input.{label}"),
            key=key,
            height=height,
            help=text("input.help", most=f"{MOST_NUMBERS:,}"),
            persist_state="session",
        )
        places[key] = st.container()
    note = st.container()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose("library_reduction", get_args(Reduction), text.plain("input.reduction"), "reduction")
        options_place = st.container(width="content")
    try:
        example = reading.read(**{name: st.session_state[key] for name, key in KEYS.items()})
    except InputError as error:
        place = str(error.details.get("input", "predictions"))
        show_options(options_place, OPTIONS)
        with places.get(place, note if place in OPTIONS else places["predictions"]):
            show_problem(error, text)
        return None
    show_options(options_place, offered_options(example.task, example.kind))
    undefined = example.found.mathematics.undefined
    if undefined is not None:
        about = "targets" if undefined.details.get("what") == "y_true" else "predictions"
        with places[about]:
            show_problem(undefined, text)
    with note:
        layout.hint(
            f"{sentences.read_as(example, text)} {sentences.options_in_use(example, text)}".strip()
        )
    return example


def choose(key: str, options: tuple[str, ...], label: str, prefix: str) -> str:
    """Show a choice of one, kept under its key across pages."""
    chosen = st.segmented_control(
        label,
        options=options,
        format_func=lambda option: text.plain(f"{prefix}.{option}"),
        required=True,
        wrap=True,
        key=key,
        help=text(f"{prefix}.help") if text.has(f"{prefix}.help") else None,
        persist_state="session",
    )
    return str(chosen or options[0])


def show_options(place: DeltaGenerator, offered: tuple[str, ...]) -> None:
    """Show a small panel with the options that belong to the loss."""
    panel = place.popover(text("input.options"), key="options", on_change="rerun")
    if not panel.open:
        return
    with panel:
        choose("library_dtype", get_args(Dtype), text.plain("input.dtype"), "dtype")
        choose("keras_backend", get_args(Backend), text.plain("input.keras"), "backend")
        for option in offered:
            st.text_input(
                text(f"option.{option}"),
                key=option,
                help=text(f"option.{option}_help"),
                persist_state="session",
            )


def show_losses(example: FrameworkExample, printed: article.PrintedFigure | None) -> None:
    """Show the mathematical loss, the article's or the furthest one, and all as bars."""
    colours = palette()
    exact = example.found.mathematics.loss
    numbers = [
        layout.Headline(
            text.plain("headline.mathematics"),
            number(float("nan") if exact is None else exact),
            text.plain(f"headline.{example.reduction}"),
            colours.ink,
        )
    ]
    if printed is not None:
        assert isinstance(printed.printed, float)
        numbers.append(
            layout.Headline(
                text.plain("headline.printed"),
                sentences.printed(printed.printed),
                text.plain(f"verdict.{printed.verdict.replace(' ', '_')}"),
            )
        )
    elif example.furthest is not None and exact is not None:
        far = (
            {"furthest": example.furthest}
            if np.isfinite(exact)
            else dict(zip(("lowest", "highest"), sentences.extremes(example), strict=True))
        )
        if len(set(far.values())) < len(far):  # only one library answers
            far = {"only": far["lowest"]}
        numbers += [
            layout.Headline(
                text.plain(f"headline.{which}", library=text.plain(f"library.{name}")),
                number(float(example.losses[name].loss or 0)),
                colour=colour_of(name, colours),
            )
            for which, name in far.items()
        ]
    layout.headlines(numbers)
    st.markdown(f"**{sentences.title(example, text)}**")
    charts.show(
        figures.library_bars(example, text, colours),
        alt=sentences.alt(example, text),
        key="library-bars",
    )
    layout.hint(text.plain("figure.bold"))


def article_figure() -> article.PrintedFigure | None:
    """Return the article's figure where the inputs are, as typed, those of one of its cases."""
    for name, case in ARTICLE_CASES.items():
        if all(st.session_state[key] == getattr(case, key) for key in _ARTICLE_KEYS):
            return article.figure(name.replace("_", "."))
    return None


_ARTICLE_KEYS = ("targets", "predictions", "prediction_kind", "library_reduction", *OPTIONS)


def show_reasons(example: FrameworkExample, printed: article.PrintedFigure | None) -> None:
    """Show each library's call, figure and rule, one sample's formulas, and what to notice."""
    notices = sentences.notices(example, text)
    if printed is not None:
        notices.insert(0, sentences.article_note(printed, example, text))
    layout.notice(text, notices)
    with st.container(border=True, key="reasons"):
        st.markdown(f"**{text('reason.title')}**")
        st.markdown("\n".join(f"- {line}" for line in sentences.reasons(example, text)))
    lines = formulas.of_sample(example, example.worst, text, palette())
    if lines:
        name = sample_name(example, example.worst, text)
        lines = ["  \n".join([text("formula.sample", sample=name), *lines])]
    layout.formula(formulas.general(example), *lines)
    predict_first("frameworks", question, text)


def question() -> Question:
    """Ask what one sample that was called impossible does to a batch."""
    probabilities = np.full(BATCH, 0.7)
    impossible = probabilities.copy()
    impossible[0] = 0.0
    means = [reading.read("1 " * BATCH, array_text(p)).losses for p in (probabilities, impossible)]
    growth = {
        name: (means[1][name].loss or 0.0) - (means[0][name].loss or 0.0) for name in means[0]
    }
    return Question(
        answer=growth["pytorch"],
        minimum=0,
        maximum=3,
        step=0.05,
        names={
            "count": str(BATCH),
            "price": number(float(means[1]["pytorch"].per_sample[0]), 0),
            "keras": number(growth["keras"], 2),
            "scikit_learn": number(growth["scikit_learn"], 2),
        },
    )


def show_samples(example: FrameworkExample) -> None:
    """Show which samples make the difference, as marks and as a table."""
    if not example.losses:
        return
    st.header(text("samples.question"), anchor=False)
    st.markdown(text("samples.lead"))
    shown = figures.shown_samples(example)
    if len(shown) < len(example.y):
        layout.hint(text.plain("samples.shown", shown=len(shown), count=len(example.y)))
    charts.show(
        figures.sample_prices(example, text, palette()),
        alt=sentences.samples_alt(example, text),
        key="sample-prices",
    )
    layout.worked_table(text.plain("samples.caption"), *tables.samples(example, text))


def show_article_cases() -> None:
    """Show the article's four framework figures beside what their inputs give, when asked."""
    panel = st.expander(text("cases.title"), key="cases", on_change="rerun")
    if panel.open:
        with panel:
            cases = {
                name: reading.read(
                    **{argument: getattr(case, key) for argument, key in KEYS.items()}
                )
                for name, case in ARTICLE_CASES.items()
            }
            layout.worked_table(text.plain("cases.caption"), *tables.article_cases(cases, text))


main()
