"""What only the running chapter shows: the true class follows its name, the other stages go on."""

import pytest
from streamlit.testing.v1.element_tree import Block

from pages.logits.inputs import LogitsInputs
from pages.parts.inputs import link


@pytest.fixture
def logits(chapter):
    return chapter("logits")


def true_class(logits):
    return logits.app.selectbox(key=logits.slot("true_class")).value


def test_the_true_class_follows_its_name_and_gives_way_when_it_is_deleted(logits):
    logits.edit("classes", 1, "class", "teal")
    assert true_class(logits) == 1
    assert "Probability of teal" in logits.html
    assert "<dd>1.3490" in logits.html
    logits.delete("classes", 0)
    assert true_class(logits) == 0
    assert "Probability of teal" in logits.html
    logits.click("try.wrong")
    assert "Probability of red" in logits.html
    logits.delete("classes", 2)
    assert "Probability of green" in logits.html


def test_the_browser_is_told_a_choice_again_where_its_options_are_called_otherwise(logits):
    logits.app.selectbox(key=logits.slot("true_class")).set_value(0).run()
    assert not logits.app.selectbox(key=logits.slot("true_class")).proto.set_value
    logits.edit("classes", 0, "class", "teal")
    told = logits.app.selectbox(key=logits.slot("true_class")).proto
    assert (told.set_value, told.raw_value) == (True, "teal")
    logits.app.run()
    assert not logits.app.selectbox(key=logits.slot("true_class")).proto.set_value


def test_a_bad_cell_leaves_the_other_stages_alone(logits):
    logits.edit("classes", 0, "score", "high")
    assert "A score must be a number; class blue, score has “high”." in logits.warnings[0]
    logits.app.segmented_control(key=logits.slot("one_label")).set_value("0").run()
    logits.check()
    assert logits.warnings
    assert "<dd>0.1269" in logits.html
    assert "The naive way falls to" in logits.prose


def test_too_few_classes_are_mended(logits):
    logits.delete("classes", 1, 2)
    assert "at least 2 classes" in logits.warnings[0]
    logits.click("suggestion")
    assert not logits.warnings
    logits.delete("classes", 0, 1)
    assert "there are none" in logits.warnings[0]
    logits.click("suggestion")
    assert not logits.warnings
    assert "<dd>0.6931" in logits.html


@pytest.mark.parametrize("true_class", [-5, 10**9])
def test_a_link_to_a_class_that_is_none_takes_the_nearest(logits, true_class):
    state = LogitsInputs(true_class=true_class)
    logits.app.query_params["s"] = link.encode(state, LogitsInputs())
    logits.open("logits")
    assert f"Probability of {'blue' if true_class < 0 else 'red'}" in logits.html


def test_everything_is_kept_and_the_scores_are_those_of_the_softmax_chapter(logits):
    logits.click("try.wrong")
    logits.edit("classes", 0, "score", "0")
    logits.open("softmax")
    assert logits.held("classes")["score"].tolist()[0] == "0"
    logits.open("logits")
    assert "<dd>6.0025" in logits.html
    assert "Probability of red" in logits.html


def test_the_question_stands_before_its_answer(logits):
    below = list(logits.app.main.children.values())
    question = next(fold for fold in logits.app.expander if fold.label == "Predict first")
    stages = [place for place in below if "even a perfect answer" in said_in(place)]
    assert below.index(question) < below.index(stages[0])


def said_in(place):
    if not isinstance(place, Block):
        return ""
    return "".join(html.proto.body for html in place.get("html"))
