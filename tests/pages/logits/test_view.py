"""What the chapter shows of scores, stage by stage, as a function of its inputs."""

from dataclasses import replace

import pytest

from ce_core.examples.digits import FORMS
from pages.logits.chapter import CHAPTER, settle
from pages.logits.inputs import LogitsInputs
from pages.parts.reading.classes import score_table
from tests.pages.seen import Seen

COLOURS = {"blue": "2", "green": "1", "red": "-1"}
PRICE = "Price, −ln of P(what happened)"


def test_it_starts_with_a_wrong_lean_and_the_articles_colours():
    shown = Seen("logits")
    assert (shown.numbers[PRICE], shown.numbers["Loss"]) == ("2.1269", "1.3490")
    assert "One small step up" in shown.prose


@pytest.mark.parametrize(
    ("case", "price", "loss", "twice"),
    [
        ("right", "0.0025", "0.0012", "0.5522"),
        ("wrong", "6.0025", "8.0012", "1.5507"),
        ("no_idea", "0.6931", "1.0986", "1.0986"),
        ("thousand", "8.0003", "1000.0000", "1.5514"),
        ("start", "2.1269", "1.3490", "1.2122"),
    ],
)
def test_each_case_sets_every_stage(case, price, loss, twice):
    numbers = Seen("logits", case).numbers
    assert (numbers[PRICE], numbers["Loss"]) == (price, loss)
    assert (numbers["One softmax"], numbers["Two softmaxes"]) == (loss, twice)


def test_what_happened_turns_the_surprisal_over():
    assert Seen("logits", one_label="0").numbers[PRICE] == "0.1269"
    assert Seen("logits", one_label="0", one_score=3.5).numbers[PRICE] == "3.5298"


def test_the_true_class_changes_the_loss():
    numbers = Seen("logits", true_class=2).numbers
    assert numbers["Loss"] == "3.3490"
    assert "Probability of red" in numbers


def test_one_more_class_costs_more_and_one_less_less():
    classes = score_table(COLOURS | {"violet": "1"})
    assert Seen("logits", classes=classes).numbers["Loss"] == "1.5797"
    fewer = score_table({"blue": "2", "green": "1"})
    assert Seen("logits", classes=fewer).numbers["Loss"] == "1.3133"


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_compared(form):
    assert "The naive way falls to" in Seen("logits", digits_form=form).prose


def test_where_the_naive_way_is_nan_it_says_so():
    assert "∞ ÷ ∞ is NaN" in Seen("logits", digits_form="softmax_right").prose


def test_names_are_no_markup():
    classes = score_table({"blue": "2", "**bold** $x$": "1", "red": "-1"})
    shown = Seen("logits", classes=classes)
    assert "Probability of **bold** $x$" in shown.numbers
    assert "The class **bold** $x$ has" in shown.prose
    (notice,) = shown.view["pushes"].left
    assert r"\*\*bold\*\*" in notice.sentences[0]


def test_the_worked_table_ends_with_both_losses():
    worked = Seen("logits").worked
    assert "softmax(p)" in worked.head
    assert {"1.3490", "1.2122"} <= set(worked.foot[0])


def settled(before, *names, true_class):
    now = replace(before, classes=score_table(dict.fromkeys(names, "0")), true_class=true_class)
    return settle(before, now).true_class


def test_the_true_class_follows_its_name():
    green = LogitsInputs(true_class=1)
    assert settled(green, "blue", "teal", "red", true_class=1) == 1  # renamed
    assert settled(green, "green", "red", true_class=1) == 0  # one before it was deleted
    assert settled(green, "violet", "blue", "green", "red", true_class=1) == 2
    assert settled(green, "blue", "green", "red", true_class=2) == 2  # chosen anew


def test_the_true_class_that_is_deleted_gives_way_to_the_nearest():
    assert settled(LogitsInputs(true_class=2), "blue", "green", true_class=2) == 1
    assert settled(LogitsInputs(true_class=1), true_class=1) == 0


@pytest.mark.parametrize(("linked", "nearest"), [(-5, 0), (10**9, 2)])
def test_a_class_that_is_none_is_the_nearest(linked, nearest):
    inputs = LogitsInputs(true_class=linked)
    assert settle(inputs, inputs).true_class == nearest


def test_the_question_is_answered_with_the_floor_of_two_softmaxes():
    question = CHAPTER.question(Seen("logits").text)
    assert question.names == {"count": "3"}
    assert question.answer == pytest.approx(0.5514, abs=5e-5)
