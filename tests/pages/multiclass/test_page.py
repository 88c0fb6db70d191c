"""The chapter without a browser: start, presets, edits, bad edits, mends."""

import pytest

from pages.multiclass.containers import FRUIT


@pytest.fixture
def multiclass(chapter):
    return chapter("multiclass")


def keys(multiclass):
    return {button.key for button in multiclass.app.button}


def test_it_starts_with_the_article(multiclass):
    assert "1.0757" in multiclass.html
    assert "0.084" in multiclass.html
    assert "The article prints 1.073" in multiclass.prose
    assert not multiclass.warnings


@pytest.mark.parametrize(
    ("preset", "loss"),
    [("bolder", "1.5317"), ("undecided", "1.4301"), ("ruled_out", "∞"), ("article", "1.0757")],
)
def test_a_preset_sets_the_whole_stage(multiclass, preset, loss):
    multiclass.edit("containers", 1, "A", "0.5")
    multiclass.click(f"try.{preset}")
    assert f"<dd>{loss}" in multiclass.html
    assert not multiclass.warnings


def test_an_edit_moves_the_loss_and_names_the_change(multiclass):
    multiclass.edit("containers", 0, "C", "apple")
    assert "0.9788" in multiclass.html
    assert "−0.0969 against the article" in multiclass.html
    assert "The article prints" not in multiclass.prose


def test_natural_logarithm_and_mean(multiclass):
    multiclass.app.segmented_control(key="logarithm").set_value("e").run()
    multiclass.app.segmented_control(key="reduction").set_value("mean").run()
    assert "0.8256" in multiclass.html


def test_a_column_that_does_not_sum_is_drawn_named_and_mended(multiclass):
    multiclass.click("try.too_much")
    (warning,) = multiclass.warnings
    assert "those in A sum to 1.1" in warning
    assert "waits until every column sums to 1" in multiclass.html
    assert "A sums to 1.1" in multiclass.prose
    assert "0.636, 0.273, 0.091" in multiclass.app.button(key="mend").label
    multiclass.click("mend")
    assert not multiclass.warnings
    assert "1.1174" in multiclass.html


def test_two_edits_in_one_column_go_through_a_state_without_prices(multiclass):
    multiclass.edit("containers", 1, "A", "0.5")
    assert "those in A sum to 0.8" in multiclass.warnings[0]
    assert "As it was before the last edit" in multiclass.html
    multiclass.edit("containers", 2, "A", "0.4")
    assert not multiclass.warnings
    assert "<dd>1.2218" in multiclass.html


@pytest.mark.parametrize(
    ("row", "column", "text", "sentence"),
    [
        (1, "A", "1.2", "must lie between 0 and 1; fruit orange, A has 1.2"),
        (1, "A", "", "fruit orange, A is empty"),
        (1, "A", "<script>", "must be a number"),
        (1, FRUIT, "apple", "Names must differ"),
        (0, "A", "brick", "the first row has “brick”, which is none of them"),
        (0, "A", "", "the first row has none there"),
    ],
)
def test_a_bad_cell_is_explained_beside_the_table_and_the_answer_stays(
    multiclass, row, column, text, sentence
):
    multiclass.edit("containers", row, column, text)
    (warning,) = multiclass.warnings
    assert sentence in warning
    assert "<dd>1.0757" in multiclass.html
    assert "As it was before the last edit" in multiclass.html
    multiclass.click("try.article")
    assert not multiclass.warnings


@pytest.mark.parametrize(("typed", "row"), [("70%", 1), ("0,7", 1), ("Orang", 0)])
def test_a_mend_restores_the_article(multiclass, typed, row):
    multiclass.edit("containers", row, "A", typed)
    assert multiclass.warnings
    multiclass.click("mend")
    assert not multiclass.warnings
    assert "1.0757" in multiclass.html


def test_all_zeros_and_no_rows_have_no_mend_but_no_traceback(multiclass):
    for row in (1, 2, 3):
        multiclass.edit("containers", row, "A", "0")
    assert "those in A are all 0" in multiclass.warnings[0]
    assert "mend" not in keys(multiclass)
    multiclass.delete("containers", 0, 1, 2, 3)
    assert "at least one fruit" in multiclass.warnings[0]
    multiclass.click("try.article")
    assert "<dd>1.0757" in multiclass.html


def test_the_row_of_what_is_inside_can_be_put_back(multiclass):
    multiclass.delete("containers", 0)
    assert "One row says which fruit is really inside" in multiclass.warnings[0]
    multiclass.click("mend")
    assert not multiclass.warnings
    assert "<dd>0.8539" in multiclass.html


def test_a_renamed_fruit_is_followed_and_written_on_request(multiclass):
    multiclass.edit("containers", 3, FRUIT, "lime")
    assert not multiclass.warnings
    assert "<dd>1.0757" in multiclass.html
    assert "its lime was given 0.3" in multiclass.prose
    (info,) = multiclass.app.info
    assert "lemon in the first row is read as lime" in info.value
    multiclass.click("rename")
    assert not multiclass.app.info
    assert "its lime was given 0.3" in multiclass.prose


def test_a_fruit_is_added_and_removed(multiclass):
    multiclass.add("containers", **{FRUIT: "pear", "A": "0", "B": "0", "C": "0"})
    assert not multiclass.warnings
    assert "<dd>1.0757" in multiclass.html
    multiclass.delete("containers", 2)
    assert "those in A sum to 0.8" in multiclass.warnings[0]
    multiclass.click("mend")
    assert not multiclass.warnings


def test_the_table_and_the_choices_are_kept_across_chapters(multiclass):
    multiclass.edit("containers", 0, "C", "apple")
    multiclass.app.segmented_control(key="logarithm").set_value("2").run()
    multiclass.open("binary")
    multiclass.open("multiclass")
    assert "<dd>3.2515" in multiclass.html


def test_names_are_never_markup(multiclass):
    multiclass.edit("containers", 3, FRUIT, "<b>*x*</b>")
    multiclass.click("rename")
    assert "<b>*x*</b>" not in multiclass.html
    assert r"\<b\>\*x\*" in "\n".join(element.value for element in multiclass.app.markdown)


def test_the_worked_table_opens(multiclass):
    multiclass.app.session_state["worked"] = True
    multiclass.app.run()
    multiclass.check()
    assert "p(orange)" in multiclass.html
