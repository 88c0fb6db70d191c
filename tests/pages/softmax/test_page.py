"""The chapter without a browser: start, presets, sliders, edits, bad edits, mends."""

import pandas as pd
import pytest

from pages.parts.reading.classes import CLASS, SCORE


@pytest.fixture
def softmax(chapter):
    return chapter("softmax")


def probabilities(chapter):
    """Return the headline numbers."""
    *_, numbers = [text for text in chapter.html.split("<dl ") if "ce-numbers" in text]
    return [part.split("<")[0] for part in numbers.split("<dd>")[1:]]


def score_stop(score):
    return round((score + 10) * 10)


def test_it_starts_with_the_article(softmax):
    assert probabilities(softmax) == ["0.7054", "0.2595", "0.0351"]
    assert "The article prints 0.705, 0.259, 0.035" in softmax.prose


@pytest.mark.parametrize(
    ("preset", "expected", "title"),
    [
        ("cancel", ["0.7275", "0.2676", "0.0049"], "Score ÷ sum divides by 0"),
        ("negative", ["0.7054", "0.2595", "0.0351"], "gives red, the lowest, the most"),
        ("two", ["0.7311", "0.2689"], "is the sigmoid of the difference, σ(1) = 0.7311"),
        ("cold", ["0.9820", "0.0180", "6 × 10⁻⁶"], "At a temperature of 0.25"),
        ("plus_1000", ["0.7054", "0.2595", "0.0351"], "e^score runs out of numbers"),
        ("article", ["0.7054", "0.2595", "0.0351"], "Score ÷ sum gives red −0.5"),
    ],
)
def test_a_preset_sets_the_whole_stage(softmax, preset, expected, title):
    softmax.edit("classes", 0, "score", "7")
    softmax.slide("temperature", 0)
    softmax.slide("swept_score", 0)
    softmax.click(f"try.{preset}")
    assert probabilities(softmax) == expected
    assert title in softmax.prose
    assert not softmax.warnings


def test_naive_and_stable_stand_side_by_side(softmax):
    assert "undefined" not in softmax.html
    softmax.slide("constant", 200)  # 1000
    assert "<td>∞</td><td>undefined</td><td>0</td><td>1</td><td>0.7054</td>" in softmax.html


def test_the_slider_moves_one_score(softmax):
    softmax.slide("swept_score", score_stop(-1))
    assert probabilities(softmax) == ["0.1065", "0.7870", "0.1065"]
    assert softmax.held("classes").loc[0, "score"] == "2"


def test_what_the_slider_says_can_be_kept(softmax):
    softmax.slide("swept_score", score_stop(-1))
    softmax.click("keep_score")
    assert softmax.held("classes").loc[0, "score"] == "-1"
    assert probabilities(softmax) == ["0.1065", "0.7870", "0.1065"]


def test_an_edit_moves_the_slider(softmax):
    softmax.slide("swept_score", score_stop(-1))
    softmax.edit("classes", 0, "score", "3.5")
    assert softmax.held("swept_score") == 3.5
    assert probabilities(softmax)[0] == "0.9148"


def test_a_score_between_and_beyond_the_sliders_stops_counts_as_typed(softmax):
    softmax.edit("classes", 0, "score", "2.04")
    assert "e^{2.04}" in softmax.prose.replace(" ", "")
    softmax.edit("classes", 0, "score", "500")
    assert "e^{500}" in softmax.prose.replace(" ", "")
    softmax.click("keep_score")  # the slider was not moved
    assert softmax.held("classes").loc[0, "score"] == "500"


def test_another_class_can_be_moved(softmax):
    softmax.app.selectbox(key="swept_class").set_value("red").run()
    softmax.check()
    softmax.slide("swept_score", score_stop(2))
    assert probabilities(softmax) == ["0.4223", "0.1554", "0.4223"]
    softmax.delete("classes", 2)
    assert softmax.app.selectbox(key="swept_class").value == "blue"
    assert probabilities(softmax) == ["0.7311", "0.2689"]


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("score", "", "A score is missing; class blue, score is empty."),
        ("score", "two", "A score must be a number; class blue, score has “two”."),
        ("score", "inf", "A score must be a number"),
        ("score", "NaN", "A score must be a number"),
        ("score", "1,5", "A score takes a decimal point"),
        ("score", "1e5", "A score must lie between -10000 and 10000"),
        ("class", "", "Each class needs a name"),
        ("class", "green", "Names must differ; there is more than one class “green”."),
    ],
)
def test_a_bad_cell_is_explained_beside_the_table_and_kept(softmax, column, text, sentence):
    softmax.edit("classes", 0, column, text)
    assert sentence in softmax.warnings[0]
    assert softmax.held("classes").loc[0, column] == text
    assert "As it was before the last edit." in softmax.html
    assert probabilities(softmax) == ["0.7054", "0.2595", "0.0351"]


def test_a_mend_is_offered_and_mends(softmax):
    softmax.edit("classes", 0, "score", "2,0")
    softmax.click("mend")
    assert not softmax.warnings
    assert probabilities(softmax) == ["0.7054", "0.2595", "0.0351"]


def test_one_class_alone_is_refused(softmax):
    softmax.delete("classes", 1, 2)
    assert "at least 2 classes to choose from; there is 1" in softmax.warnings[0]
    softmax.delete("classes", 0, 1, 2)
    assert "at least one class" in softmax.warnings[0]
    softmax.click("try.article")
    assert not softmax.warnings


def load(chapter, table):
    store = chapter.app.session_state["explorer"].tables["classes"]
    store.frame = table.astype("str")
    store.editors.clear()
    chapter.app.run()
    chapter.check()


def test_twenty_classes_and_one_too_many(softmax):
    rows = pd.DataFrame({"class": [f"C{i}" for i in range(21)], "score": "1"})
    load(softmax, rows.head(20))
    assert probabilities(softmax) == ["0.0500"]
    load(softmax, rows)
    assert "at most 20 classes; it has 21" in softmax.warnings[0]
    softmax.click("mend")
    assert not softmax.warnings


def test_names_are_names(softmax):
    softmax.edit("classes", 0, "class", "<script>$x_1$")
    assert "<script>$x" not in softmax.html
    assert "P(&lt;script&gt;$x_1$)" in softmax.html


def test_everything_is_there_after_a_visit_to_another_chapter(softmax):
    softmax.app.selectbox(key="swept_class").set_value("green").run()
    softmax.slide("swept_score", score_stop(2))
    softmax.slide("temperature", 0)
    before = probabilities(softmax)
    softmax.open("home")
    softmax.open("softmax")
    assert probabilities(softmax) == before
    assert before[0] == before[1] == "0.5000"


def test_a_prediction_is_answered_with_guess_and_answer(softmax):
    softmax.app.session_state["predict"] = True
    softmax.app.run()
    softmax.click("reveal-softmax")
    assert "0.71, as before." in softmax.prose


def test_what_is_taken_along_follows_table_and_sliders(softmax):
    softmax.app.session_state["take"] = True
    softmax.app.run()
    softmax.check()
    assert "scores = [2.0, 1.0, -1.0]" in softmax.app.code[0].value
    softmax.slide("swept_score", score_stop(-1))
    assert "scores = [-1.0, 1.0, -1.0]" in softmax.app.code[0].value
    softmax.edit("classes", 0, "score", "3")
    assert "scores = [3.0, 1.0, -1.0]" in softmax.app.code[0].value
    softmax.slide("constant", 101)
    assert "scores = [13.0, 11.0, 9.0]" in softmax.app.code[0].value


def test_an_edit_that_comes_after_a_click_on_a_link_is_shown_and_kept(chapter):
    softmax = chapter("softmax")
    editor = softmax.editor("classes")
    softmax.open("sigmoid")
    late = {"edited_rows": {0: {SCORE: "1.5"}}, "added_rows": [], "deleted_rows": []}
    softmax.app.session_state[editor] = late
    softmax.open("softmax")
    shown = softmax.app.session_state["explorer"].tables["classes"].editors["softmax"].shown
    assert shown[SCORE].tolist() == ["1.5", "1", "-1"]
    softmax.edit("classes", 1, SCORE, "0")
    assert probabilities(softmax) == ["0.7662", "0.1710", "0.0629"]


def test_where_many_tie_none_is_called_the_likeliest(softmax):
    for name in "DE":
        softmax.add("classes", **{CLASS: name, SCORE: "2"})
    assert "3 classes are likeliest, each with a probability of" in softmax.html
    softmax.edit("classes", 0, SCORE, "3")
    assert "blue is likeliest, with a probability of" in softmax.html
