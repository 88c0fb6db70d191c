"""Each sentence fits its case, and its numbers are the result's."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from ce_core.examples.digits import FORMS, DigitsExample
from ce_core.examples.logits import ScoreExample
from ce_core.examples.twice import TwiceExample
from pages.logits import sentences, tables
from pages.logits.inputs import CASES
from pages.logits.reading import read
from pages.parts.reading.classes import article_classes
from pages.parts.wording.words import words

TEXT = words("logits")


def case(name):
    table = CASES[name].classes
    return read(table, table.loc[CASES[name].true_class, "class"])


@pytest.mark.parametrize(
    ("score", "y", "title"),
    [
        (-2.0, 1, "One small step up in the score saves 0.881 times as much in price"),
        (2.0, 0, "One small step down in the score saves 0.881 times as much in price"),
        (-6.0, 1, "Sure and wrong"),
        (6.0, 1, "Sure and right"),
    ],
)
def test_the_title_of_one_score(score, y, title):
    assert title in sentences.score_title(ScoreExample.from_score(score, y), TEXT)


def test_what_to_notice_when_the_score_is_wrong_and_when_it_is_right():
    wrong = " ".join(sentences.score_notices(ScoreExample.from_score(-2.0, 1), TEXT))
    assert "p − y = 0.119 − 1 = −0.881" in wrong
    assert "would be only −0.185" in wrong
    right = " ".join(sentences.score_notices(ScoreExample.from_score(6.0, 1), TEXT))
    assert "would cost 6.002 instead of 0.002" in right


def test_pushes():
    example = read(article_classes(), "green")
    assert "pushes green up, and blue down the hardest" in sentences.pushes_title(example, TEXT)
    (notice,) = sentences.pushes_notices(example, TEXT)
    assert "probability of 0.259 and is pushed up by what is missing to 1, 0.741" in notice
    assert "blue by 0.705" in notice
    assert "green has 0.259 and a gradient of −0.741" in sentences.pushes_alt(example, TEXT)
    assert "Hardly any push is left" in sentences.pushes_title(case("right"), TEXT)


def test_the_naive_loss_is_named_where_it_breaks():
    _, naive = sentences.pushes_notices(case("thousand"), TEXT)
    assert "this loss would be ∞" in naive
    assert "Straight from the scores it is 1000.0000" in naive


@pytest.mark.parametrize(
    ("form", "title", "why", "underflow"),
    [
        ("right", "falls to 0: in float32 at a score of 16.6, in float64 at 36.7", "perfect", True),
        ("wrong", "falls to ∞: in float32 at a score of 16.6", "hardly more than x", False),
        ("softmax_right", "falls to 0: in float32 at a score of 16.8", "∞ ÷ ∞ is NaN", True),
        ("softmax_wrong", "falls to ∞: in float32 at a score of 88.7", "1 ÷ ∞", False),
    ],
)
def test_digits(form, title, why, underflow):
    example = DigitsExample.from_score(form, 20.0)
    assert title in sentences.digits_title(example, TEXT)
    notices = sentences.digits_notices(example, TEXT)
    assert why in notices[0]
    assert (len(notices) > 1) == underflow
    alt = sentences.digits_alt(example, TEXT)
    assert ("float64, stable stays right to the end" in alt) != underflow


@pytest.mark.parametrize("form", FORMS)
def test_the_table_of_values_tells_every_way(form):
    table = tables.digits_here(DigitsExample.from_score(form, 1000.0), TEXT)
    rows, (foot,) = table.rows, table.foot
    assert [row[0] for row in rows][::3] == ["float32, naive", "float64, stable"]
    assert foot[1] == ("5.0759588975494568 × 10⁻⁴³⁵" if "right" in form else "1000")


def test_exact_numbers_of_every_size():
    assert tables.exact_number(Decimal("0.5"), 3) == "0.5"
    assert tables.exact_number(Decimal("20.00000000206115362"), 17) == "20.000000002061153"
    assert tables.exact_number(Decimal("1e-5"), 3) == "1 × 10⁻⁵"


@pytest.mark.parametrize(
    ("name", "words_of_it"),
    [
        ("start", "with the mistake only 1.212: it hides how wrong they are"),
        ("no_idea", "Your scores cost 1.099, and with the mistake"),
        ("right", "its loss does not say so: 0.552 instead of 0.001"),
    ],
)
def test_twice(name, words_of_it):
    example = TwiceExample.from_logits(case(name))
    notices = " ".join(sentences.twice_notices(example, TEXT))
    assert "between 0.551 and 1.551" in notices
    assert words_of_it in notices
    assert sentences.twice_title(example, TEXT).endswith("costs 0.551")
    assert "0.551" in sentences.twice_alt(example, TEXT)


@pytest.mark.parametrize(
    ("scores", "never"),
    [
        (["0"] * 3, "hides how wrong"),  # both losses are ln 3
        (["2", "2.1"] + ["0"] * 18, "The model is right"),  # below the floor, and yet not first
    ],
)
def test_two_softmaxes_are_not_blamed_for_more_than_they_do(scores, never):
    table = pd.DataFrame({"class": [f"c{i}" for i in range(len(scores))], "score": scores})
    twice = TwiceExample.from_logits(read(table, "c0"))
    assert never not in " ".join(sentences.twice_notices(twice, TEXT))


def test_the_worked_table_has_every_step():
    once = read(article_classes(), "green")
    table = tables.worked_steps(TwiceExample.from_logits(once), TEXT)
    rows, (foot,) = table.rows, table.foot
    assert rows[1] == ["green", "1", "0.2595", "1", "−0.7405", "0.2975"]
    assert foot == ["−ln of it, for green", "", "1.3490", "", "", "1.2122"]
    assert float(foot[2]) == pytest.approx(-np.log(0.2595), abs=1e-4)
