"""What only the running chapter shows: edits on their way, problems, what stays meanwhile."""

import pytest

from pages.multiclass.containers import FRUIT


@pytest.fixture
def multiclass(chapter):
    return chapter("multiclass")


def keys(multiclass):
    return {button.key for button in multiclass.app.button}


def test_it_starts_with_the_article(multiclass):
    assert "<dd>1.0757" in multiclass.html
    assert "The article prints 1.073" in multiclass.prose
    assert not multiclass.warnings
    multiclass.app.session_state[multiclass.slot("worked")] = True
    multiclass.app.run()
    multiclass.check()
    assert "p(orange)" in multiclass.html


def test_a_column_that_does_not_sum_is_drawn_named_and_mended(multiclass):
    multiclass.click("try.too_much")
    (warning,) = multiclass.warnings
    assert "those in A sum to 1.1" in warning
    assert "waits until every column sums to 1" in multiclass.html
    assert "A sums to 1.1" in multiclass.prose
    assert "0.636, 0.273, 0.091" in multiclass.app.button(key="suggestion").label
    multiclass.click("suggestion")
    assert not multiclass.warnings
    assert "<dd>1.1174" in multiclass.html


def test_two_edits_in_one_column_go_through_a_state_without_surprisals(multiclass):
    multiclass.edit("containers", 1, "A", "0.5")
    assert "those in A sum to 0.8" in multiclass.warnings[0]
    assert "As it was before the last edit" in multiclass.html
    assert r"\mathbf{1.0757}" in "\n".join(element.value for element in multiclass.app.markdown)
    multiclass.edit("containers", 2, "A", "0.4")
    assert not multiclass.warnings
    assert "<dd>1.2218" in multiclass.html


def test_a_bad_cell_is_explained_beside_the_table_and_the_answer_stays(multiclass):
    multiclass.edit("containers", 1, "A", "1.2")
    (warning,) = multiclass.warnings
    assert "must lie between 0 and 1; fruit orange, A has 1.2" in warning
    assert "<dd>1.0757" in multiclass.html
    assert "As it was before the last edit" in multiclass.html
    assert "suggestion" not in keys(multiclass)
    multiclass.click("try.article")
    assert not multiclass.warnings


def test_rows_are_added_deleted_and_put_back(multiclass):
    multiclass.add("containers", **{FRUIT: "pear", "A": "0", "B": "0", "C": "0"})
    assert not multiclass.warnings
    assert "<dd>1.0757" in multiclass.html
    multiclass.delete("containers", 0)
    assert "One row says which fruit is really inside" in multiclass.warnings[0]
    multiclass.click("suggestion")
    assert "<dd>0.8539" in multiclass.html
    multiclass.delete("containers", 0, 1, 2, 3, 4)
    assert "at least one fruit" in multiclass.warnings[0]
    multiclass.click("try.article")
    assert "<dd>1.0757" in multiclass.html


def test_a_renamed_fruit_is_written_on_request_and_kept_across_chapters(multiclass):
    multiclass.edit("containers", 3, FRUIT, "<b>*x*</b>")
    multiclass.app.segmented_control(key="logarithm").set_value("2").run()
    (info,) = multiclass.app.info
    assert "is read as" in info.value
    multiclass.click("rename")
    assert not multiclass.app.info
    multiclass.open("binary")
    multiclass.open("multiclass")
    assert "<dd>3.5735" in multiclass.html
    assert "<b>*x*</b>" not in multiclass.html
    assert "its <b>*x*</b> was given 0.3" in multiclass.prose
