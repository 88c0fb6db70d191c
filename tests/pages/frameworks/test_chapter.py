"""What the chapter shows of pasted arrays and options: figures, rules, words, bad input."""

from dataclasses import replace

import numpy as np
import pytest

from ce_core.examples.frameworks import OPTIONS
from pages.frameworks.chapter import CHAPTER
from pages.frameworks.controls import undefined
from pages.frameworks.inputs import ARTICLE_CASES, CASES, FrameworksInputs
from pages.frameworks.result import article_figure
from pages.parts.drawing.palette import LIGHT
from pages.parts.model.blocks import Hint, Problem
from pages.parts.model.controls import TextControl
from pages.parts.wording.words import words
from tests.pages.seen import figures, flat, headlines, remarks, said

TEXT = words("frameworks")


def pasted(targets, predictions, kind="probabilities", **options):
    return FrameworksInputs(targets, predictions, kind, **options)


def view(inputs, language="en"):
    return CHAPTER.view(inputs, words("frameworks", language), LIGHT)


def controls(inputs, result=None):
    """Return the blocks of the left column, with its folds open."""
    return list(flat(CHAPTER.sections[0].controls(inputs, TEXT), result))


def test_it_starts_with_the_articles_figure_and_what_its_inputs_give():
    shown = view(CASES["article"])
    assert headlines(shown) == {"Mathematics": "0.4580", "The article prints": "1.0966"}
    assert remarks(shown) == ["mean, nats", "not what these inputs give"]
    assert "these inputs give 0.457959824144" in said(shown)
    assert "**0.45795983** in float32" in said(shown)


@pytest.mark.parametrize(
    ("case", "printed"),
    [("pytorch_ce", "1.9732"), ("keras_bce", "0.53984624"), ("keras_cce", "0.1625189")],
)
def test_a_case_of_the_article_shows_what_it_prints(case, printed):
    assert headlines(view(CASES[case]))["The article prints"] == printed


@pytest.mark.parametrize(
    ("case", "exact", "sentence"),
    [
        ("sure_and_wrong", "∞", "It was called impossible"),
        ("asymmetry", "∞", "clip 10⁻⁷"),
        ("row_sum", "–", "÷ row sum"),
        ("right_and_sure", "1.03 × 10⁻⁹", "PyTorch tail lost"),
        ("squashed", "∞", "log ≥ −100"),
        ("weights", "0.3081", "The mean divides by the number of samples"),
    ],
)
def test_a_case_shows_what_its_button_asks(case, exact, sentence):
    shown = view(CASES[case])
    assert headlines(shown)["Mathematics"] == exact
    assert "The article prints" not in headlines(shown)
    assert sentence in said(shown)


def test_beside_mathematics_stands_the_library_furthest_from_it():
    assert list(headlines(view(CASES["weights"])))[1].startswith("Furthest from it: ")


def test_from_infinity_the_lowest_and_the_highest_are_told():
    shown = headlines(view(pasted("[1]", "[0]")))
    assert shown == {"Mathematics": "∞", "Lowest: Keras": "16.1181", "Highest: PyTorch": "100.0000"}


def test_where_only_one_library_answers_it_is_neither_lowest_nor_highest():
    shown = headlines(view(pasted("[[1, 0]]", "[[0, 1]]", label_smoothing="0.1")))
    assert shown == {"Mathematics": "∞", "Keras": "15.3122"}


def test_the_articles_figure_is_told_of_its_inputs_as_typed_and_of_no_others():
    article = CASES["article"]
    assert all(article_figure(case) is not None for case in ARTICLE_CASES.values())
    assert article_figure(replace(article, library_dtype="float64", cases=True)) is not None
    assert article_figure(replace(article, library_reduction="sum")) is None
    assert article_figure(replace(article, prediction_kind="scores")) is None
    assert article_figure(replace(article, label_smoothing="0.1")) is None


def test_a_pasted_tensor_is_read_by_everyone():
    shown = view(pasted("tensor([1., 0.])", "tensor([0., 1.], device='cuda:0')"))
    assert headlines(shown)["Mathematics"] == "∞"
    assert "**100.0** in float32" in said(shown)
    assert "Every sample costs something else in some library: [0], [1]." in said(shown)


def test_ten_thousand_numbers_are_taken():
    shown = view(pasted("1 " * 9_999 + "1", "0.5 " * 9_999 + "0"))
    assert "One of 10000 samples makes the difference: [9999]" in said(shown)
    assert "12 of 10000 samples are shown" in said(shown)


def test_problems_stand_below_the_array_that_they_are_about_and_all_others_below_both():
    blocks = controls(CASES["article"])
    order = [
        block.about if isinstance(block, Problem) else block.name
        for block in blocks
        if isinstance(block, Problem) or getattr(block, "name", "") in ("targets", "predictions")
    ]
    assert order == ["targets", ("targets",), "predictions", ("predictions",), ()]


@pytest.mark.parametrize(
    ("targets", "predictions", "place"),
    [
        ("[1]", "[1.2]", "predictions"),
        ("[1]", "[nan]", "predictions"),
        ("[2]", "[0.5]", "targets"),
    ],
)
def test_what_has_no_mathematical_loss_is_said_beside_the_array_and_shown(
    targets, predictions, place
):
    inputs = pasted(targets, predictions)
    result = CHAPTER.result_of(inputs)
    (error,) = undefined(result, place)
    assert [block.error for block in controls(inputs, result) if is_said(block)] == [error]
    assert headlines(view(inputs))["Mathematics"] == "–"
    assert "Mathematics gives no figure" in said(view(inputs))


def is_said(block):
    return isinstance(block, Problem) and block.error is not None


def test_how_the_arrays_were_read_is_said_below_them():
    inputs = pasted("[1, 0]", "[1, -1]", "scores", pos_weight="3")
    hints = [block.text for block in controls(inputs, CHAPTER.result_of(inputs)) if is_hint(block)]
    assert hints == ["Read as a binary loss from scores; samples: 2. In use: pos_weight 3.0."]
    assert not any(is_hint(block) for block in controls(inputs))


def is_hint(block):
    return isinstance(block, Hint)


def test_options_change_the_figure():
    assert "**0.6265234**" in said(view(pasted("[1, 0]", "[1, -1]", "scores", pos_weight="3")))


def test_only_options_that_belong_to_the_loss_are_offered_once_it_is_known():
    def offered(inputs, result=None):
        texts = [b.name for b in controls(inputs, result) if isinstance(b, TextControl)]
        return [name for name in texts if name in OPTIONS]

    inputs = pasted("[1, 0]", "[0.9, 0.2]")
    assert offered(inputs, CHAPTER.result_of(inputs)) == ["sample_weight", "label_smoothing"]
    assert offered(inputs) == list(OPTIONS)


def test_the_dtype_is_chosen():
    shown = view(pasted("[1]", "[0]", library_dtype="float32"))
    assert "**15.942384719848633** in float32" in said(shown)


def test_the_sum_is_named():
    shown = view(pasted("[1, 1]", "[0.5, 0.5]", library_reduction="sum"))
    assert headlines(shown)["Mathematics"] == "1.3863"
    assert remarks(shown)[0] == "sum, nats"


def test_the_articles_four_cases_stand_side_by_side():
    cases = CHAPTER.sections[-1].shown(None, CASES["weights"], TEXT, LIGHT)
    for figure in ("0.457959824144", "1.97316198847", "0.539846422031", "0.162518929498"):
        assert figure in said(cases)


def test_where_no_library_has_the_loss_no_samples_are_compared():
    shown = view(pasted("[0, 1]", "[1, 2]", "scores", pos_weight="2", label_smoothing="0.1"))
    assert "No library has this loss with these options" in said(shown)
    assert list(headlines(shown)) == ["Mathematics"]
    assert list(flat(shown["samples"])) == []


def test_in_chinese_it_shows_the_same_numbers():
    shown = view(CASES["article"], "zh")
    assert list(headlines(shown).values()) == ["0.4580", "1.0966"]
    assert "**0.45795983**" in said(shown)
    assert "library" not in said(shown)


def test_figures_have_their_sentences():
    shown = figures(view(CASES["article"]))
    assert shown["library-bars"].title.startswith("All agree to 7 digits")
    assert "scikit-learn 0.4579598241442019" in shown["library-bars"].alt
    assert "each of 10 samples" in shown["sample-losses"].alt


def test_the_question_asks_what_one_impossible_sample_adds_to_a_mean():
    question = CHAPTER.question(TEXT)
    assert question.answer == pytest.approx((100 + np.log(0.7)) / 100, rel=1e-6)
    assert question.names["surprisal"] == "100"
    assert (question.names["keras"], question.names["scikit_learn"]) == ("0.16", "0.36")
