"""What the page says follows from what it shows."""

import pytest

from ce_core.examples.softmax import SoftmaxExample
from pages.parts.reading.classes import article_classes
from pages.parts.wording.words import words
from pages.softmax import sentences
from pages.softmax.reading import read

TEXT = words("softmax")


def article(**options):
    return read(article_classes(), **options)


def example(*scores, **options):
    return SoftmaxExample.of(
        classes=[f"C{i}" for i in range(len(scores))], scores=scores, **options
    )


def said(of):
    return " ".join(sentences.notices(of, TEXT)).replace("\\", "")


@pytest.mark.parametrize(
    ("of", "title"),
    [
        (article(), "Score ÷ sum gives red −0.5"),
        (article(constant=1000), "e^score runs out of numbers"),
        (article(constant=10), "blue is likeliest: 0.7054"),
        (example(2, 1, -3), "Score ÷ sum divides by 0"),
        (example(-1, -2, -4), "Score ÷ sum gives C2, the lowest, the most"),
        (example(1, -3), "Score ÷ sum gives C0 −0.5"),
        (example(2, 1), "Two classes: P(C0) is the sigmoid of the difference, σ(1) = 0.7311"),
    ],
)
def test_titles(of, title):
    assert title in sentences.title(of, TEXT).replace("\\", "")


def test_the_article():
    text = said(article())
    assert "by their sum, 2, would give red −0.5" in text
    assert "blue's score is 1 above green's, so it is e^1 = 2.72 times as likely" in text
    assert "The article prints 0.705, 0.259, 0.035" in text
    assert "both are 0.259496, rounded to three digits and to four" in text


def test_the_articles_note_is_true():
    green = float(article().probabilities[1])
    assert (f"{green:.3f}", f"{green:.4f}", f"{green:.6f}") == ("0.259", "0.2595", "0.259496")
    assert "The article prints" not in said(article(temperature=2))
    assert "The article prints" not in said(example(2, 1))


def test_two_classes_are_the_sigmoid():
    assert "σ(2) = 0.8808 = P(C0)" in said(example(2, 1, temperature=0.5))
    assert "sigmoid" not in said(article())


def test_temperature():
    assert "At a temperature of 0.25 every difference counts 4 times" in said(
        article(temperature=0.25)
    )
    assert "counts 0.1 times: the probabilities even out" in said(article(temperature=10))


def test_a_constant_and_what_it_breaks():
    assert "10 added to every score" in said(article(constant=10))
    overflow = said(article(constant=1000))
    assert "e^1002 is beyond the largest float64, 1.8 × 10³⁰⁸" in overflow
    assert "0 ÷ 0" in said(article(constant=-1000))


def test_a_tie():
    assert "C0 and C1 have the same score" in said(example(2, 2, -1))


def test_more_than_two_that_tie_are_counted():
    assert sentences.title(example(2, 2, 2, 1), TEXT) == "3 classes are equally likely: 0.2969 each"


def test_equal_scores_have_no_likeliest_and_get_equal_shares_rightly():
    assert sentences.title(example(1, 1, 0), TEXT) == "C0 and C1 are equally likely: 0.4223"
    negative = example(-1, -1, -1)
    assert negative.share_failure == ""
    assert "would pass for probabilities" in said(negative)


def test_where_one_class_takes_over():
    assert "From a score of 1.13 on, blue is likelier than all others together" in (
        sentences.sweep_title(article(), 0, TEXT)
    )
    assert "likelier than C1" in sentences.sweep_title(example(2, 1), 0, TEXT)


def test_alternative_texts_have_the_numbers():
    alt = sentences.alt(article(), TEXT)
    assert "blue has score 2, score ÷ sum 1, e^score 7.389 and probability 0.7054" in alt
    assert "struck out" in alt
    sweep = sentences.sweep_alt(article(), 0, TEXT)
    assert "Now it is 2: blue 0.7054, green 0.2595, red 0.0351." in sweep
    assert "outside the picture" in sentences.sweep_alt(example(99, 1), 0, TEXT)


def test_what_is_divided_by_zero_is_not_called_infinite():
    example = SoftmaxExample.of(classes=["a", "b", "c"], scores=[2, 1, -3])
    said = sentences.alt(example, TEXT)
    assert "2 ÷ 0" in said
    assert "∞" not in said
