"""Blocks that stand among the controls: what follows from the result, and what is wrong."""

from streamlit.testing.v1 import AppTest


def page_without_a_result():
    import streamlit as st

    from ce_core.checks import InputError
    from pages.binary.chapter import CHAPTER
    from pages.parts.drawing.palette import LIGHT
    from pages.parts.model.blocks import OfResult, Problem, Prose
    from pages.parts.showing.blocks import show_all
    from pages.parts.showing.page import Page
    from pages.parts.wording.words import words

    error = InputError("This is said once.", rule="made_up", input="one")
    result = "whole" if st.session_state.get("is_whole") else None
    page = Page(CHAPTER, words("binary"), LIGHT, CHAPTER.inputs(), result=result)
    page.problem = None if result else error
    show_all(
        [
            Prose("`first`"),
            Problem(about=("other",)),
            Prose("`second`"),
            Problem(about=("one",)),
            OfResult(lambda result: [Prose(f"`{result}`")]),
            Problem(),
        ],
        page,
    )


def spoken(app: AppTest) -> list[str]:
    elements = [element for element in app.main if element.type in ("markdown", "warning")]
    return [element.value for element in elements]


def test_a_problem_is_said_once_where_it_belongs_and_a_result_is_told_to_be_none():
    app = AppTest.from_function(page_without_a_result).run()
    assert not app.exception
    first, second, problem, of_result = spoken(app)
    assert (first, second, of_result) == ("`first`", "`second`", "`None`")
    assert "This is said once" in problem


def test_without_a_problem_its_places_are_empty():
    app = AppTest.from_function(page_without_a_result)
    app.session_state["is_whole"] = True
    assert spoken(app.run()) == ["`first`", "`second`", "`whole`"]
