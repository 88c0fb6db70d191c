"""What only the running chapter shows: pasted texts kept, problems in place, panels that open."""

import pytest

from pages.frameworks.inputs import CASES, FrameworksInputs
from pages.parts.inputs.link import encode


@pytest.fixture
def frameworks(chapter):
    return chapter("frameworks")


def paste(page, targets=None, predictions=None, kind=None):
    for key, text in (("targets", targets), ("predictions", predictions)):
        if text is not None:
            page.app.text_area(key=page.slot(key)).set_value(text)
    if kind is not None:
        page.app.segmented_control(key=page.slot("prediction_kind")).set_value(kind)
    page.app.run()
    page.check()


def set_option(page, key, text):
    page.app.session_state[page.slot("options")] = True
    page.app.run()
    page.app.text_input(key=page.slot(key)).set_value(text).run()
    page.check()


def test_it_starts_with_the_articles_figure_and_what_its_inputs_give(frameworks):
    assert "<dd>0.4580" in frameworks.html
    assert "<dd>1.0966<small>not what these inputs give" in frameworks.html
    assert "**0.45795983** in float32" in frameworks.prose
    assert not frameworks.warnings


def test_a_preset_sets_the_whole_stage(frameworks):
    paste(frameworks, "[1]", "[0.5]", "probabilities")
    frameworks.click("try.squashed")
    assert "log ≥ −100" in frameworks.html
    assert (
        frameworks.app.text_area(key=frameworks.slot("targets")).value == CASES["squashed"].targets
    )
    assert (
        frameworks.app.segmented_control(key=frameworks.slot("prediction_kind")).value == "squashed"
    )


def test_bad_input_is_explained_and_kept_and_the_answer_stays(frameworks):
    paste(frameworks, "[1]", "[0]", "probabilities")
    for targets, predictions, sentence in (
        ("", "[0.5]", "y is empty"),
        ("[1, 0]", "<b>x</b>", "p must hold numbers; line 1, position 1 has “<b>x"),
        ("[1, 0]", "[0.5]", "y and p do not belong together: y has 2, p has 1"),
    ):
        paste(frameworks, targets, predictions)
        (warning,) = frameworks.warnings
        assert sentence in warning
        assert frameworks.app.text_area(key=frameworks.slot("targets")).value == targets
        assert frameworks.app.text_area(key=frameworks.slot("predictions")).value == predictions
        assert "<dd>∞" in frameworks.html
        assert "As it was before the last edit" in frameworks.html
    frameworks.click("try.article")
    assert not frameworks.warnings


def test_a_link_to_what_cannot_be_read_says_so_and_the_cases_lead_out(frameworks):
    code = encode(FrameworksInputs(targets="[1, x]"), FrameworksInputs())
    frameworks.open("home")
    frameworks.app.session_state["explorer"].results.clear()
    frameworks.app.query_params["s"] = code
    frameworks.open("frameworks")
    assert "position 5 has “x”" in frameworks.warnings[0]
    assert not frameworks.charts
    frameworks.click("try.keras_cce")
    assert "<dd>0.1625189" in frameworks.html


def test_what_has_no_mathematical_loss_is_explained_beside_what_libraries_give(frameworks):
    paste(frameworks, "[1]", "[1.2]", "probabilities")
    (warning,) = frameworks.warnings
    assert "p must lie between 0 and 1" in warning
    assert "As it was before the last edit" not in frameworks.html
    assert (
        "error: not a probability"
        in frameworks.charts[0]["figure"]["layout"]["annotations"][0]["text"]
    )


def test_options_hold_when_their_panel_is_closed_and_on_other_pages(frameworks):
    paste(frameworks, "[1, 0]", "[1, -1]", "scores")
    set_option(frameworks, "pos_weight", "3")
    frameworks.app.session_state[frameworks.slot("options")] = False
    frameworks.app.run()
    frameworks.app.run()
    assert "**0.6265234**" in frameworks.prose
    assert "In use: pos_weight 3.0." in frameworks.html
    frameworks.open("home")
    frameworks.open("frameworks")
    assert "**0.6265234**" in frameworks.prose
    assert frameworks.app.text_area(key=frameworks.slot("predictions")).value == "[1, -1]"


def test_a_bad_option_is_explained_and_kept(frameworks):
    set_option(frameworks, "label_smoothing", "a lot")
    assert "label_smoothing must be one plain number" in frameworks.warnings[0]
    assert frameworks.app.text_input(key=frameworks.slot("label_smoothing")).value == "a lot"
    assert frameworks.app.text_input(key=frameworks.slot("ignore_index")).value == ""


def test_panels_open(frameworks):
    for panel in ("cases", "predict", "take"):
        frameworks.app.session_state[frameworks.slot(panel)] = True
    frameworks.app.run()
    frameworks.click("reveal-frameworks")
    assert "<td>1.97316198847</td>" in frameworks.html
    assert "By 1.00: PyTorch charges that one sample 100" in frameworks.prose
    assert "found = compare(y, p, reduction='mean')" in frameworks.app.code[0].value
