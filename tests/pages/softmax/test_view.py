"""What the chapter shows of classes and their scores, as a function of its inputs."""

from dataclasses import replace

import pytest

from pages.parts.inputs.values import is_same
from pages.parts.model.blocks import WorkedTable
from pages.parts.reading.classes import article_classes, score_table
from pages.softmax.chapter import CHAPTER
from pages.softmax.inputs import SoftmaxInputs
from pages.softmax.swept import keep, settle
from tests.pages.seen import Seen

ARTICLE = ["0.7054", "0.2595", "0.0351"]


def probabilities(case="", **changed):
    return list(Seen("softmax", case, **changed).numbers.values())


def scored(*scores):
    """Return the article's classes with the first scores changed."""
    table = article_classes()
    table.loc[: len(scores) - 1, "score"] = list(scores)
    return table


def test_it_starts_with_the_article():
    assert probabilities() == ARTICLE
    assert "The article prints 0.705, 0.259, 0.035" in Seen("softmax").prose


@pytest.mark.parametrize(
    ("case", "expected", "title"),
    [
        ("cancel", ["0.7275", "0.2676", "0.0049"], "Score ÷ sum divides by 0"),
        ("negative", ARTICLE, "gives red, the lowest, the most"),
        ("two", ["0.7311", "0.2689"], "is the sigmoid of the difference, σ(1) = 0.7311"),
        ("cold", ["0.9820", "0.0180", "6 × 10⁻⁶"], "At a temperature of 0.25"),
        ("plus_1000", ARTICLE, "e^score runs out of numbers"),
        ("article", ARTICLE, "Score ÷ sum gives red −0.5"),
    ],
)
def test_each_case_has_its_probabilities_and_sentence(case, expected, title):
    assert probabilities(case) == expected
    assert title in Seen("softmax", case).prose


def test_naive_and_stable_stand_side_by_side():
    def rows(constant):
        blocks = Seen("softmax", constant=constant).blocks
        (table,) = (block for block in blocks if isinstance(block, WorkedTable))
        return list(map(list, table.rows))

    assert "undefined" not in str(rows(0.0))
    assert rows(1000.0)[0][-5:] == ["∞", "undefined", "0", "1", "0.7054"]


def test_the_slider_moves_one_score():
    assert probabilities(swept_score=-1.0) == ["0.1065", "0.7870", "0.1065"]
    red = {"swept_class": "red", "swept_score": 2.0}
    assert probabilities(**red) == ["0.4223", "0.1554", "0.4223"]


@pytest.mark.parametrize(("typed", "stop"), [("2.04", 2.0), ("500", 10.0)])
def test_a_score_between_and_beyond_the_sliders_stops_counts_as_typed(typed, stop):
    inputs = SoftmaxInputs(classes=scored(typed), swept_score=stop)
    shown = Seen("softmax", classes=inputs.classes, swept_score=stop)
    assert f"e^{{{typed}}}" in shown.prose.replace(" ", "")
    assert keep(inputs) is inputs  # the slider was not moved


def test_what_the_slider_says_is_written_into_the_table():
    moved = SoftmaxInputs(swept_score=-1.0)
    kept = keep(moved)
    assert kept.classes["score"].tolist() == ["-1", "1", "-1"]
    assert moved.classes["score"].tolist() == ["2", "1", "-1"]
    assert probabilities(classes=kept.classes, swept_score=-1.0) == ["0.1065", "0.7870", "0.1065"]


def test_the_slider_follows_a_cell_that_is_edited_and_another_class():
    moved = SoftmaxInputs(swept_score=-1.0)
    assert settle(moved, replace(moved, classes=scored("3.5"))).swept_score == 3.5
    assert settle(moved, replace(moved, swept_class="red")).swept_score == -1.0
    assert settle(moved, replace(moved, swept_class="green")).swept_score == 1.0


def test_the_slider_follows_no_other_cell_nor_one_that_cannot_be_read():
    moved = SoftmaxInputs(swept_score=-1.0)
    for classes in (scored("2", "7"), scored("two")):
        now = replace(moved, classes=classes)
        assert is_same(settle(moved, now), now)


def test_a_slider_that_was_moved_stays_where_it_is():
    before, now = SoftmaxInputs(), SoftmaxInputs(classes=scored("3"), swept_score=-1.0)
    assert settle(before, now).swept_score == -1.0


def test_twenty_classes_and_a_tie():
    twenty = score_table({f"C{i}": "1" for i in range(20)})
    assert Seen("softmax", classes=twenty, swept_score=1.0).numbers == {
        "20 classes are likeliest, each with a probability of": "0.0500"
    }
    tied = score_table({"blue": "2", "green": "1", "red": "-1", "D": "2", "E": "2"})
    assert (
        "3 classes are likeliest, each with a probability of"
        in Seen("softmax", classes=tied).numbers
    )
    tied.loc[0, "score"] = "3"
    shown = Seen("softmax", classes=tied, swept_score=3.0)
    assert "blue is likeliest, with a probability of" in shown.numbers


def test_names_are_names():
    classes = score_table({"<script>$x_1$": "2", "green": "1", "red": "-1"})
    shown = Seen("softmax", classes=classes)
    assert shown.numbers["P(<script>$x_1$)"] == "0.7054"
    assert "<script>$x" not in "".join(figure.title for figure in shown.figures.values())


@pytest.mark.parametrize(
    ("inputs", "scores"),
    [
        ({}, "[2.0, 1.0, -1.0]"),
        ({"swept_score": -1.0}, "[-1.0, 1.0, -1.0]"),
        ({"classes": scored("3"), "swept_score": 3.0, "constant": 10.0}, "[13.0, 11.0, 9.0]"),
    ],
)
def test_the_code_holds_the_scores_that_count(inputs, scores):
    assert f"scores = {scores}" in next(iter(Seen("softmax", **inputs).code.values()))


def test_the_question_is_answered_with_the_same_probability_as_before():
    question = CHAPTER.question(Seen("softmax").text)
    assert question.names["p"] == "0.71"
    assert question.answer == pytest.approx(0.7054, abs=5e-5)
