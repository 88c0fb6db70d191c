"""The chapter without a browser: start, presets, pasted arrays, options, bad input."""

import pytest

from pages.frameworks.inputs import CASES, FrameworksInputs
from pages.parts.inputs.link import decode, encode


@pytest.fixture
def frameworks(chapter):
    return chapter("frameworks")


def paste(page, targets=None, predictions=None, kind=None):
    for key, text in (("targets", targets), ("predictions", predictions)):
        if text is not None:
            page.app.text_area(key=key).set_value(text)
    if kind is not None:
        page.app.segmented_control(key="prediction_kind").set_value(kind)
    page.app.run()
    page.check()


def set_option(page, key, text):
    page.app.session_state["options"] = True
    page.app.run()
    page.app.text_input(key=key).set_value(text).run()
    page.check()


def test_it_starts_with_the_articles_figure_and_what_its_inputs_give(frameworks):
    assert "<dd>0.4580" in frameworks.html
    assert "<dd>1.0966<small>not what these inputs give" in frameworks.html
    assert "these inputs give 0.457959824144" in frameworks.prose
    assert "**0.45795983** in float32" in frameworks.prose


@pytest.mark.parametrize(
    ("preset", "shown"),
    [
        ("pytorch_ce", "<dd>1.9732"),
        ("keras_bce", "<dd>0.53984624"),
        ("keras_cce", "<dd>0.1625189"),
        ("sure_and_wrong", "<dd>∞"),
        ("asymmetry", "clip 10⁻⁷"),
        ("row_sum", "÷ row sum"),
        ("right_and_sure", "PyTorch tail lost"),
        ("squashed", "log ≥ −100"),
        ("weights", "Furthest from it"),
        ("article", "<dd>0.4580"),
    ],
)
def test_a_preset_sets_the_whole_stage(frameworks, preset, shown):
    paste(frameworks, "[1]", "[0.5]", "probabilities")
    frameworks.click(f"try.{preset}")
    assert shown in frameworks.html
    assert frameworks.app.text_area(key="targets").value == CASES[preset].targets


def test_a_pasted_tensor_is_priced_by_everyone(frameworks):
    paste(frameworks, "tensor([1., 0.])", "tensor([0., 1.], device='cuda:0')", "probabilities")
    assert "<dd>∞" in frameworks.html
    assert "**100.0** in float32" in frameworks.prose
    assert "Every sample costs something else in some library: [0], [1]." in frameworks.prose


@pytest.mark.parametrize(
    ("targets", "predictions", "sentence"),
    [
        ("", "[0.5]", "y is empty"),
        ("[1, 0]", "[0.5]", "y and p do not belong together: y has 2, p has 1"),
        ("[1]", "[half]", "p must hold numbers; line 1, position 2 has “half”"),
        ("[1]", "<b>x</b>", "p must hold numbers"),
        ("[1]", "[1.2]", "p must lie between 0 and 1"),
        ("[1]", "[nan]", "p must not be NaN"),
        ("1 " * 10_001, "[0.5]", "at most 10,000 numbers"),
    ],
)
def test_bad_input_is_explained_and_kept(frameworks, targets, predictions, sentence):
    paste(frameworks, targets, predictions, "probabilities")
    assert sentence in frameworks.warnings[0]
    assert frameworks.app.text_area(key="targets").value == targets
    assert frameworks.app.text_area(key="predictions").value == predictions
    frameworks.click("try.article")
    assert not frameworks.warnings


def test_options_change_the_figure_and_are_named(frameworks):
    paste(frameworks, "[1, 0]", "[1, -1]", "scores")
    set_option(frameworks, "pos_weight", "3")
    assert "**0.6265234**" in frameworks.prose
    assert "In use: pos_weight 3.0." in frameworks.html


def test_an_option_holds_when_its_panel_is_closed(frameworks):
    paste(frameworks, "[1, 0]", "[1, -1]", "scores")
    set_option(frameworks, "pos_weight", "3")
    frameworks.app.session_state["options"] = False
    frameworks.app.run()
    frameworks.app.run()
    assert "**0.6265234**" in frameworks.prose
    frameworks.open("home")
    frameworks.open("frameworks")
    assert "**0.6265234**" in frameworks.prose


def test_a_bad_option_is_explained_and_kept(frameworks):
    set_option(frameworks, "label_smoothing", "a lot")
    assert "label_smoothing must be one plain number" in frameworks.warnings[0]
    assert frameworks.app.text_input(key="label_smoothing").value == "a lot"


def test_the_sum_and_the_dtype(frameworks):
    paste(frameworks, "[1]", "[0]", "probabilities")
    frameworks.app.session_state["options"] = True
    frameworks.app.run()
    frameworks.app.segmented_control(key="library_dtype").set_value("float32").run()
    frameworks.check()
    assert "**15.942384719848633** in float32" in frameworks.prose


def test_pasted_arrays_are_there_after_a_visit_to_another_chapter(frameworks):
    paste(frameworks, "[1]", "[0]", "probabilities")
    frameworks.open("home")
    frameworks.open("frameworks")
    assert frameworks.app.text_area(key="predictions").value == "[0]"
    assert "<dd>∞" in frameworks.html


def test_the_articles_four_cases_side_by_side(frameworks):
    frameworks.app.session_state["cases"] = True
    frameworks.app.run()
    frameworks.check()
    for figure in ("0.457959824144", "1.97316198847", "0.539846422031", "0.162518929498"):
        assert f"<td>{figure}</td>" in frameworks.html


def test_the_prediction_is_revealed(frameworks):
    frameworks.app.session_state["predict"] = True
    frameworks.app.run()
    frameworks.click("reveal-frameworks")
    assert "By 1.00: PyTorch charges that one sample 100" in frameworks.prose


def test_while_an_input_is_wrong_the_answer_stays_and_says_so(frameworks):
    paste(frameworks, "[1]", "[0]", "probabilities")
    paste(frameworks, "[1, 0")
    assert "As it was before the last edit" in frameworks.html
    assert "<dd>∞" in frameworks.html


def test_what_is_taken_along_is_made_when_asked_for(frameworks):
    frameworks.app.session_state["take"] = True
    frameworks.app.run()
    frameworks.check()
    assert "found = compare(y, p, reduction='mean')" in frameworks.app.code[0].value


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_link_holds_every_case(case):
    assert decode(encode(case, FrameworksInputs()), FrameworksInputs) == case


def test_ten_thousand_numbers_are_taken(frameworks):
    paste(frameworks, "1 " * 9_999 + "1", "0.5 " * 9_999 + "0", "probabilities")
    assert "One of 10000 samples makes the difference: [9999]" in frameworks.prose
