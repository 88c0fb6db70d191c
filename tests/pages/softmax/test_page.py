"""What only the running chapter shows: a slider that follows its cell, edits that come late."""

import pytest

from pages.parts.reading.classes import SCORE


@pytest.fixture
def softmax(chapter):
    return chapter("softmax")


def probabilities(chapter):
    """Return the headline numbers."""
    *_, numbers = [text for text in chapter.html.split("<dl ") if "ce-numbers" in text]
    return [part.split("<")[0] for part in numbers.split("<dd>")[1:]]


def score_stop(score):
    return round((score + 10) * 10)


def test_the_slider_moves_one_score_which_can_be_kept(softmax):
    softmax.slide("swept_score", score_stop(-1))
    assert probabilities(softmax) == ["0.1065", "0.7870", "0.1065"]
    assert softmax.held("classes").loc[0, "score"] == "2"
    softmax.click("keep_score")
    assert softmax.held("classes").loc[0, "score"] == "-1"
    assert probabilities(softmax) == ["0.1065", "0.7870", "0.1065"]


def test_an_edit_moves_the_slider_and_a_preset_sets_the_whole_stage(softmax):
    softmax.slide("swept_score", score_stop(-1))
    softmax.edit("classes", 0, "score", "3.5")
    assert softmax.held("swept_score") == 3.5
    assert probabilities(softmax)[0] == "0.9148"
    softmax.slide("temperature", 0)
    softmax.click("try.article")
    assert probabilities(softmax) == ["0.7054", "0.2595", "0.0351"]


def test_another_class_can_be_moved_until_it_is_deleted(softmax):
    softmax.app.selectbox(key=softmax.slot("swept_class")).set_value("red").run()
    softmax.check()
    softmax.slide("swept_score", score_stop(2))
    assert probabilities(softmax) == ["0.4223", "0.1554", "0.4223"]
    softmax.delete("classes", 2)
    assert softmax.app.selectbox(key=softmax.slot("swept_class")).value == "blue"
    assert probabilities(softmax) == ["0.7311", "0.2689"]


def test_one_class_alone_and_none_are_refused(softmax):
    softmax.delete("classes", 1, 2)
    assert "at least 2 classes to choose from; there is 1" in softmax.warnings[0]
    softmax.delete("classes", 0, 1, 2)
    assert "at least one class" in softmax.warnings[0]
    softmax.click("try.article")
    assert not softmax.warnings


def test_everything_is_there_after_a_visit_to_another_chapter(softmax):
    softmax.app.selectbox(key=softmax.slot("swept_class")).set_value("green").run()
    softmax.slide("swept_score", score_stop(2))
    softmax.slide("temperature", 0)
    before = probabilities(softmax)
    softmax.open("home")
    softmax.open("softmax")
    assert probabilities(softmax) == before
    assert before[0] == before[1] == "0.5000"


def test_an_edit_that_comes_after_a_click_on_a_link_is_shown_and_kept(softmax):
    editor = softmax.editor("classes")
    softmax.open("sigmoid")
    late = {"edited_rows": {0: {SCORE: "1.5"}}, "added_rows": [], "deleted_rows": []}
    softmax.app.session_state[editor] = late
    softmax.open("softmax")
    shown = (
        softmax.app.session_state["explorer"]
        .tables[softmax.slot("classes")]
        .editors["softmax"]
        .shown
    )
    assert shown[SCORE].tolist() == ["1.5", "1", "-1"]
    softmax.edit("classes", 1, SCORE, "0")
    assert probabilities(softmax) == ["0.7662", "0.1710", "0.0629"]
