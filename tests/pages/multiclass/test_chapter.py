"""What the chapter shows of its inputs: numbers, edits, names, both languages, bad input."""

from dataclasses import replace

import pytest

from ce_core.checks import InputError
from pages.multiclass.chapter import CHAPTER, rename
from pages.multiclass.containers import FRUIT, article_containers
from pages.multiclass.inputs import CASES, MulticlassInputs
from pages.parts.drawing.palette import LIGHT
from pages.parts.inputs.values import in_words
from pages.parts.model.blocks import Button, Info, WorkedTable
from pages.parts.wording.words import words
from tests.pages.seen import figures, flat, headlines, remarks, said

TEXT = words("multiclass")
LOSS, PRODUCT = "Cross-entropy loss", "Product of the outlined p"


def typed(*cells: tuple[int, str, str], **others: str) -> MulticlassInputs:
    """Return the article's case with other cells, where row 0 says what is inside."""
    table = article_containers()
    for row, column, text in cells:
        table.loc[row, column] = text
    return MulticlassInputs(containers=table, **others)


def view(inputs):
    return CHAPTER.view(inputs, TEXT, LIGHT)


def beside_the_table(inputs):
    """Return the blocks in the left column."""
    controls = CHAPTER.sections[0].controls(inputs, TEXT)
    return list(flat(controls, CHAPTER.result_of(inputs)))


def test_it_starts_with_the_article():
    shown = view(CASES["article"])
    assert headlines(shown) == {LOSS: "1.0757", PRODUCT: "0.084"}
    assert remarks(shown) == ["as in the article", ""]
    assert "The article prints 1.073" in said(shown)
    assert CHAPTER.result_of(CASES["article"]).problem is None


@pytest.mark.parametrize(
    ("case", "loss"),
    [("bolder", "1.5317"), ("undecided", "1.4301"), ("ruled_out", "∞"), ("article", "1.0757")],
)
def test_a_case_shows_its_loss(case, loss):
    assert headlines(view(CASES[case]))[LOSS] == loss


def test_an_edit_moves_the_loss_and_names_the_change():
    shown = view(typed((0, "C", "apple")))
    assert headlines(shown)[LOSS] == "0.9788"
    assert remarks(shown)[0] == "−0.0969 against the article"
    assert "The article prints" not in said(shown)


@pytest.mark.parametrize(
    ("logarithm", "reduction", "loss"),
    [("e", "mean", "0.8256"), ("2", "sum", "3.5735"), ("10", "mean", "0.3586")],
)
def test_base_and_reduction_change_the_loss(logarithm, reduction, loss):
    shown = view(typed(logarithm=logarithm, reduction=reduction))
    assert headlines(shown)[LOSS] == loss
    assert remarks(shown)[0] == "as in the article"


def test_the_figure_says_what_its_sentence_says():
    (figure,) = figures(view(CASES["article"])).values()
    assert figure.title.startswith("B costs most")
    assert "B holds lemon, believed with 0.3" in figure.alt


def test_the_worked_table_has_a_row_for_each_container():
    table = CHAPTER.sections[1].worked(CHAPTER.result_of(CASES["article"]), TEXT)
    assert isinstance(table, WorkedTable)
    assert "p(orange)" in table.head
    assert [row[0] for row in table.rows] == ["A", "B", "C"]
    assert table.foot[0][-2:] == ["0.084", "1.0757"]


def test_in_chinese_it_shows_the_same_numbers():
    text = words("multiclass", "zh")
    shown = CHAPTER.view(in_words(CASES["article"], text), text, LIGHT)
    assert list(headlines(shown).values()) == ["1.0757", "0.084"]
    assert "柠檬" in said(shown)
    assert "lemon" not in said(shown)


def test_a_column_that_does_not_sum_is_drawn_without_a_loss():
    result = CHAPTER.result_of(CASES["too_much"])
    assert (result.problem.rule, result.problem.details["column"]) == ("column_sum", "A")
    partial = CHAPTER.sections[0]
    assert partial.takes_partial
    shown = view(CASES["too_much"])
    assert list(shown) == [partial.name]
    assert headlines(shown) == {LOSS: "–"}
    assert remarks(shown) == ["waits until every column sums to 1"]
    assert "A sums to 1.1" in said(shown)


def test_its_suggestion_is_the_column_scaled():
    problem = CHAPTER.result_of(CASES["too_much"]).problem
    assert problem.details["suggested"] == ("0.636", "0.273", "0.091")
    mended = replace(CASES["too_much"], containers=problem.suggestion)
    assert headlines(view(mended))[LOSS] == "1.1174"


def test_a_bad_cell_leaves_no_result():
    with pytest.raises(InputError) as refused:
        CHAPTER.result_of(typed((1, "A", "70%")))
    assert refused.value.rule == "number_percent"
    suggested = MulticlassInputs(containers=refused.value.suggestion)
    assert headlines(view(suggested))[LOSS] == "1.0757"


def test_a_renamed_fruit_is_followed_and_written_on_request():
    inputs = typed((3, FRUIT, "lime"))
    assert headlines(view(inputs))[LOSS] == "1.0757"
    assert "its lime was given 0.3" in said(view(inputs))
    blocks = beside_the_table(inputs)
    (note,) = (block for block in blocks if isinstance(block, Info))
    (button,) = (block for block in blocks if isinstance(block, Button))
    assert note.markdown == "lemon in the first row is read as lime, its name now."
    written = button.change(inputs)
    assert written.containers.loc[0, ["A", "B", "C"]].tolist() == ["orange", "lime", "lime"]
    assert not any(isinstance(block, Info) for block in beside_the_table(written))


def test_the_note_on_renamed_fruit_waits_for_a_table_that_can_be_read():
    controls = CHAPTER.sections[0].controls(typed((3, FRUIT, "lime"), (1, "A", "x")), TEXT)
    assert not any(isinstance(block, Info) for block in flat(controls))


def test_names_are_never_markup():
    shown = view(rename(typed((3, FRUIT, "<b>*x*</b>"))))
    assert r"\<b\>\*x\*" in figures(shown)["beliefs-and-losses"].title


def test_the_question_is_answered_with_nothing():
    question = CHAPTER.question(TEXT)
    assert question.answer == pytest.approx(0)
    assert question.names["container"] == "B"
    assert (question.names["p"], question.names["p_wrong"]) == ("0.3", "0.4")
