"""What the chapter shows of scores and a line, as a function of its inputs."""

import pytest

from pages.parts.model.controls import ChoiceControl
from pages.parts.reading.students import article_students
from pages.sigmoid.chapter import CHAPTER
from tests.pages.parts.sharing.test_link import two_hundred_students
from tests.pages.seen import Seen


def test_it_starts_near_model_b():
    shown = Seen("sigmoid")
    assert shown.numbers["Loss"] == "0.5253"
    assert shown.remarks["Loss"] == "as at the start"
    assert "Student B costs most: 42 % of the loss" in shown.prose
    assert "what Model B says of the students in “Two models, four students”" in shown.prose


@pytest.mark.parametrize(
    ("case", "loss", "title"),
    [
        ("steeper", "0.0634", "Student B costs most"),
        ("surprise", "4.8406", "Student D is on the wrong side"),
        ("upside_down", "2.6099", "Upside down"),
        ("flat", "1.2041", "A flat line: everyone gets 0.5"),
        ("start", "0.5253", "Student B costs most: 42 %"),
    ],
)
def test_each_case_has_its_loss_and_title(case, loss, title):
    shown = Seen("sigmoid", case)
    assert shown.numbers["Loss"] == loss
    assert title in shown.figures["sigmoid-curve"].title


def test_the_line_moves_the_curve():
    shown = Seen("sigmoid", score_weight=5.0, score_bias=1.0)
    assert list(shown.numbers.values())[1] == "−0.20"
    shown = Seen("sigmoid", score_weight=5.0)
    assert (shown.numbers["Loss"], shown.remarks["Loss"]) == ("0.0634", "−0.4619 against the start")


def test_a_tangent_is_drawn_and_its_slope_told():
    assert Seen("sigmoid", tangent_at="C").numbers["Slope at C"] == "0.214"


def test_a_student_who_is_renamed_loses_the_tangent():
    students = article_students().replace({"student": {"C": "Cleo"}})
    shown = Seen("sigmoid", students=students, tangent_at="C")
    assert "Slope" not in " ".join(shown.numbers)
    (choice,) = (block for block in shown.blocks if isinstance(block, ChoiceControl))
    assert list(choice.options.values()) == ["nobody", "A", "B", "Cleo", "D"]


def test_natural_logarithm_and_mean():
    shown = Seen("sigmoid", logarithm="e", reduction="mean")
    assert (shown.numbers["Loss"], shown.remarks["Loss"]) == ("0.3024", "as at the start")


def test_one_student_or_two_hundred():
    one = article_students().head(1).assign(score="0", outcome="fail")
    assert Seen("sigmoid", students=one).numbers["Loss"] == "0.3010"
    assert "Loss" in Seen("sigmoid", students=two_hundred_students()).numbers


def test_the_worked_table_goes_from_scores_to_losses():
    assert {"−1.4", "0.1978", "0.0957"} <= set(Seen("sigmoid").worked.rows[0])


def test_the_code_holds_the_line():
    for code in Seen("sigmoid", score_weight=5.0).code.values():
        assert "w, b = 5.0, 0.0" in code


def test_the_question_is_answered_with_what_the_surprise_costs():
    assert CHAPTER.question(Seen("sigmoid").text).answer == pytest.approx(4.7772, abs=5e-5)
