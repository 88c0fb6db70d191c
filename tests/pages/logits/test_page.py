"""The chapter without a browser: start, presets, score, edits, bad edits, mends."""

import pytest

from pages.logits.inputs import LogitsInputs
from pages.parts.inputs import link


@pytest.fixture
def logits(chapter):
    return chapter("logits")


def test_it_starts_with_a_wrong_lean_and_the_articles_colours(logits):
    assert "<dd>2.1269" in logits.html
    assert "<dd>1.3490" in logits.html
    assert "<dd>1.2122" in logits.html
    assert "One small step up" in logits.prose


@pytest.mark.parametrize(
    ("preset", "price", "loss", "twice"),
    [
        ("right", "0.0025", "0.0012", "0.5522"),
        ("wrong", "6.0025", "8.0012", "1.5507"),
        ("no_idea", "0.6931", "1.0986", "1.0986"),
        ("thousand", "8.0003", "1000.0000", "1.5514"),
        ("start", "2.1269", "1.3490", "1.2122"),
    ],
)
def test_a_preset_sets_every_stage(logits, preset, price, loss, twice):
    logits.edit("classes", 0, "score", "3")
    logits.click(f"try.{preset}")
    for figure in (price, loss, twice):
        assert f"<dd>{figure}" in logits.html
    assert not logits.warnings


def test_what_happened_turns_the_price_over(logits):
    logits.app.segmented_control(key="one_label").set_value("0").run()
    logits.check()
    assert "<dd>0.1269" in logits.html


def test_the_true_class_changes_the_loss(logits):
    logits.app.selectbox(key="true_class").set_value(2).run()
    logits.check()
    assert "<dd>3.3490" in logits.html


def test_the_true_class_that_is_renamed_stays_chosen(logits):
    logits.edit("classes", 1, "class", "teal")
    assert logits.app.selectbox(key="true_class").value == 1
    assert "Probability of teal" in logits.html
    assert "<dd>1.3490" in logits.html


def test_the_true_class_that_is_deleted_gives_way(logits):
    logits.app.selectbox(key="true_class").set_value(2).run()
    logits.delete("classes", 2)
    assert "Probability of green" in logits.html
    assert "<dd>1.3133" in logits.html


def test_the_true_class_is_followed_where_one_before_it_is_deleted(logits):
    logits.delete("classes", 0)
    assert "Probability of green" in logits.html
    assert logits.app.selectbox(key="true_class").value == 0
    logits.click("try.wrong")
    assert "Probability of red" in logits.html


def test_classes_are_added(logits):
    logits.add("classes", **{"class": "violet", "score": "1"})
    assert "<dd>1.5797" in logits.html


@pytest.mark.parametrize("form", ["right", "softmax_right", "softmax_wrong"])
def test_every_form_is_compared(logits, form):
    logits.app.selectbox(key="digits_form").set_value(form).run()
    logits.check()
    assert "The naive way falls to" in logits.prose


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("score", "high", "A score must be a number; class blue, score has “high”."),
        ("score", "", "A score is missing"),
        ("score", "1e400", "A score must lie between -10000 and 10000"),
        ("score", "99999", "A score must lie between -10000 and 10000"),
        ("score", "nan", "A score must be a number"),
        ("class", "green", "Names must differ"),
        ("class", "", "Each class needs a name"),
    ],
)
def test_a_bad_cell_is_explained_beside_the_table_and_kept(logits, column, text, sentence):
    logits.edit("classes", 0, column, text)
    assert sentence in logits.warnings[0]
    assert logits.held("classes").loc[0, column] == text
    assert "As it was before the last edit." in logits.html
    assert "<dd>2.1269" in logits.html  # the other stages go on
    assert "The naive way falls to" in logits.prose


def test_an_obvious_mend_is_offered_and_mends(logits):
    logits.edit("classes", 0, "score", "2,0")
    assert "takes a decimal point" in logits.warnings[0]
    logits.click("mend")
    assert not logits.warnings
    assert "<dd>1.3490" in logits.html


def test_one_class_and_none(logits):
    logits.delete("classes", 1, 2)
    assert "at least 2 classes" in logits.warnings[0]
    logits.click("mend")
    assert not logits.warnings
    logits.delete("classes", 0, 1)
    assert "there are none" in logits.warnings[0]
    logits.click("mend")
    assert not logits.warnings
    assert "<dd>0.6931" in logits.html


def test_twenty_one_classes(logits):
    for i in range(18):
        logits.add("classes", **{"class": f"c{i}", "score": "0"})
    assert "at most 20 classes; it has 21" in logits.warnings[0]
    logits.click("mend")
    assert not logits.warnings


def test_names_are_no_markup(logits):
    logits.edit("classes", 1, "class", "**bold** $x$")
    assert "The class **bold** $x$ has" in logits.prose
    assert "Probability of **bold** $x$" in logits.html


def test_the_worked_table_comes_when_opened(logits):
    assert "softmax(p)" not in logits.html
    logits.app.session_state["worked"] = True
    logits.app.run()
    assert "softmax(p)" in logits.html


def test_a_prediction_is_answered_with_guess_and_answer(logits):
    logits.app.session_state["predict"] = True
    logits.app.run()
    assert "A model for 3 classes" in logits.prose
    logits.click("reveal-logits")
    assert "It is 0.55" in logits.prose


def test_everything_is_there_after_a_visit_to_another_chapter(logits):
    logits.click("try.wrong")
    logits.open("home")
    logits.open("logits")
    for figure in ("6.0025", "8.0012", "1.5507"):
        assert f"<dd>{figure}" in logits.html


def test_a_link_brings_the_whole_state_along(logits):
    state = LogitsInputs(one_score=3.5, one_label="0", true_class=2, digits_form="softmax_right")
    logits.app.query_params["s"] = link.encode(state, LogitsInputs())
    logits.open("logits")
    assert "<dd>3.5298" in logits.html
    assert "<dd>3.3490" in logits.html
    assert "∞ ÷ ∞ is NaN" in logits.prose


@pytest.mark.parametrize("true_class", [-5, 10**9])
def test_a_link_to_a_class_that_is_none_takes_the_nearest(logits, true_class):
    state = LogitsInputs(true_class=true_class)
    logits.app.query_params["s"] = link.encode(state, LogitsInputs())
    logits.open("logits")
    assert f"Probability of {'blue' if true_class < 0 else 'red'}" in logits.html


def test_it_can_be_taken_along(logits):
    logits.app.session_state["take"] = True
    logits.app.run()
    logits.check()
    assert "categorical_cross_entropy_with_logits" in logits.app.code[0].value


def test_the_scores_are_those_of_the_softmax_chapter(logits):
    logits.edit("classes", 0, "score", "0")
    logits.open("softmax")
    assert logits.held("classes")["score"].tolist() == [
        "0",
        "1",
        "-1",
    ]
