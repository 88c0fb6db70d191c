"""Sentences say what the numbers say, whatever they are."""

import pytest

from ce_core.examples.binary import StudentExample
from ce_core.examples.classroom import ClassExample
from pages.binary import sentences
from pages.binary.reading import read
from pages.parts.reading.students import article_students
from pages.parts.wording.words import words

TEXT = words("binary")


def example(**models: list[str]) -> StudentExample:
    columns = {f"Model {name.upper()}": values for name, values in models.items()}
    return read(article_students().assign(**columns))


def notices(which: StudentExample) -> str:
    return " ".join(sentences.notices(which, TEXT)).replace("\\", "")


def test_the_article():
    assert sentences.title(example(), TEXT) == "Student A costs Model A most: 48 % of its loss"
    said = notices(example())
    assert "Model A gave student A, who failed, a probability of 0.9 to pass" in said
    assert "36 times likelier than Model A: its product is 0.3024 against 0.0084" in said
    assert sentences.is_article_case(example())


def test_the_note_names_the_printed_and_the_exact_figures():
    note = sentences.article_note(TEXT)
    assert all(figure in note for figure in ("2.073", "0.505", "2.0757", "0.5194"))


def test_certain_and_wrong():
    which = example(a=["0.9", "0.3", "0.6", "0"])
    assert "it had ruled out what happened" in sentences.title(which, TEXT)
    said = notices(which)
    assert "its loss is ∞" in said
    assert "times likelier" not in said
    assert not sentences.is_article_case(which)


def test_all_right():
    which = example(a=["0", "0", "1", "1"], b=["0", "0", "1", "1"])
    assert "Nothing to pay" in sentences.title(which, TEXT)
    assert sentences.alt(which, TEXT).endswith("Model A pays nothing; Model B pays nothing.")
    assert "pays nothing" in notices(which)
    assert "pay the same" in notices(which)


def test_a_shrug_costs_the_same_for_everyone():
    which = example(a=["0.5"] * 4)
    assert sentences.title(which, TEXT) == "Every student costs Model A the same"


def test_both_ruled_out():
    which = example(a=["1"] * 4, b=["1"] * 4)
    assert "pay the same" in notices(which)


def test_the_alternative_text_names_every_loss():
    said = sentences.alt(example(), TEXT)
    assert "Model A pays 2.0757" in said
    assert "Model B pays 0.5194" in said


@pytest.mark.parametrize(
    ("size", "expected"),
    [(4, "product goes from 0.0084 to 0.0756"), (1000, "product was 0 and stays 0")],
)
def test_one_changed_seat(size, expected):
    crowd = ClassExample.from_students(example(), size=size, p_after=0.9)
    assert expected in sentences.class_change(crowd, TEXT).replace("\\", "")


def test_the_class_title_names_where_the_product_ends():
    crowd = ClassExample.from_students(example(), size=4, p_after=0.9)
    assert "624 students on Model A's product is exactly 0" in sentences.class_title(crowd, TEXT)


def test_a_product_that_is_stuck_is_not_called_zero():
    which = example(a=["0.2", "0.4", "0.7", "0.9"])
    crowd = ClassExample.from_students(which, size=5000, p_after=0.9)
    assert "is stuck at 5 × 10⁻³²⁴" in sentences.class_title(crowd, TEXT)


def test_a_ruled_out_outcome_is_told_from_an_underflow():
    which = example(a=["0.9", "0.3", "0.6", "0"])
    crowd = ClassExample.from_students(which, size=100, p_after=0.9)
    assert "another seat was ruled out" in sentences.class_change(crowd, TEXT)
    perfect = example(a=["0", "0", "1", "0"], b=["0", "0", "1", "1"])
    crowd = ClassExample.from_students(perfect, size=100, p_after=0.9)
    assert "ruled out" in sentences.class_title(crowd, TEXT)


def test_under_the_mean_the_alternative_text_names_parts_of_the_mean():
    which = read(article_students(), reduction="mean")
    said = sentences.alt(which, TEXT)
    assert "Model A pays 0.5189 in all, the most, 0.2500, for student A" in said


def test_models_with_the_same_probabilities_in_another_order_pay_the_same():
    passed = article_students().assign(outcome="pass")
    prices = {"Model A": ["0.1", "0.2", "0.3", "0.7"], "Model B": ["0.3", "0.2", "0.1", "0.7"]}
    which = read(passed.assign(**prices))
    assert which.loss[0] == which.loss[1]
    assert "pay the same" in notices(which)


@pytest.mark.parametrize(
    ("size", "p_after", "expected"),
    [
        (4, 0.1, "was 0.0084 and stays 0.0084"),
        (4, 0, "goes from 0.0084 to 0; its sum of log₁₀ from −2.08 to −∞"),
        (1000, 0.05, "cannot tell the two apart"),
    ],
)
def test_a_changed_seat_that_improves_nothing(size, p_after, expected):
    crowd = ClassExample.from_students(example(), size=size, p_after=p_after)
    assert expected in sentences.class_change(crowd, TEXT).replace("\\", "")
