"""Sentences say what the libraries do, whatever is pasted."""

import pytest

from ce_core import article
from ce_core.frameworks import RULES
from pages.frameworks import sentences
from pages.frameworks.inputs import ARTICLE_CASES, KEYS
from pages.frameworks.reading import article_case, read
from pages.parts.wording.words import words

TEXT = words("frameworks")


def plain(text):
    return text.replace("\\", "")


def test_every_rule_has_its_sentence():
    for rule in RULES.values():
        assert TEXT.plain(f"rule.{rule.id}", option="{option}") == rule.sentence


def test_every_rule_that_moves_samples_has_a_mark_and_every_refusal_a_word():
    for key in TEXT.sentences:
        group, _, rule = key.partition(".")
        if group in ("mark", "refusal"):
            assert rule in RULES


def test_the_article_agrees_to_seven_digits():
    example = read(*article_case("pytorch_bce"), kind="squashed")
    assert "All agree to 7 digits" in sentences.title(example, TEXT)
    note = plain(sentences.article_note(article.printed_number("pytorch.bce"), example, TEXT))
    assert "prints 1.0966" in note
    assert "give 0.457959824144" in note


def test_the_impossible():
    example = read("[1, 1, 1]", "[0.5, 0, 0.5]")
    assert "It was called impossible" in sentences.title(example, TEXT)
    said = plain(" ".join(sentences.notices(example, TEXT)))
    assert "One of 3 samples makes the difference: [1]" in said
    assert "PyTorch says" in said
    reasons = plain("\n".join(sentences.reasons(example, TEXT)))
    assert "No logarithm falls below −100" in reasons
    assert "Samples [1]." in reasons
    assert "`F.binary_cross_entropy(p, y)`" in reasons


def test_a_librarys_own_error_is_quoted():
    reasons = plain("\n".join(sentences.reasons(read("[1]", "[1.2]"), TEXT)))
    assert "all elements of input should be between 0 and 1" in reasons


def test_an_option_that_is_not_offered_is_named():
    example = read("[1]", "[0.9]", label_smoothing="0.1")
    assert "does not have the option label smoothing" in plain(
        "\n".join(sentences.reasons(example, TEXT))
    )
    assert "label smoothing 0.1" in plain(sentences.options_in_use(example, TEXT))


def test_the_division_alone():
    example = read("1 0", "0.9 0.2", sample_weight="5 1")
    assert "it is the division that differs" in " ".join(sentences.notices(example, TEXT))


@pytest.mark.parametrize(
    ("targets", "predictions", "kind", "options"),
    [
        ("[1, 0]", "[nan, 1.2]", "probabilities", {}),
        ("[2, -1]", "[3, 3]", "scores", {}),
        ("[1, 0]", "[inf, -inf]", "scores", {}),
        ("[[0, 0]]", "[[0, 0]]", "probabilities", {}),
        ("[0]", "[[1, 2]]", "scores", {"class_weight": "1 2", "sample_weight": "2"}),
        ("[9]", "[[0.5, 0.5]]", "probabilities", {}),
        ("[1]", "[0]", "probabilities", {"label_smoothing": "1"}),
    ],
)
def test_there_is_something_to_say_of_odd_inputs(targets, predictions, kind, options):
    example = read(targets, predictions, kind=kind, **options)
    assert sentences.title(example, TEXT)
    assert sentences.alt(example, TEXT)
    assert sentences.samples_alt(example, TEXT)
    assert len(sentences.reasons(example, TEXT)) == 4
    sentences.notices(example, TEXT)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("pytorch_bce", "a binary loss from probabilities; samples: 10."),  # squashed first
        ("pytorch_ce", "a loss from scores; classes: 5, samples: 10, each y one label."),
        ("keras_bce", "a binary loss from probabilities; samples: 6."),
        ("keras_cce", "a loss from probabilities; classes: 3, samples: 1, each y a row."),
    ],
)
def test_how_the_arrays_were_read_is_said(case, said):
    which = read(**{name: getattr(ARTICLE_CASES[case], key) for name, key in KEYS.items()})
    assert sentences.read_as(which, TEXT) == f"Read as {said}"
