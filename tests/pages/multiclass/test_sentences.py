"""What is said follows from the same numbers as the figure."""

import pytest

from pages.multiclass import sentences, tables
from pages.multiclass.containers import article_containers, container_table
from pages.multiclass.inputs import CASES
from pages.multiclass.reading import read, read_containers
from pages.parts.wording.logarithm import logarithm_of
from pages.parts.wording.words import words

TEXT = words("multiclass")


def example(case="article", **options):
    return read(CASES[case].containers, **options)


def notices(which):
    said = sentences.notices(which, logarithm_of(which.base), TEXT)
    return " ".join(said).replace("\\", "")


def test_the_article():
    said = notices(example())
    assert "The fruit in B, lemon, was given 0.3. That one belief is 49 % of the loss." in said
    assert "multiply to 0.084; −log₁₀ of that is the sum of the prices" in said
    assert "likeliest fruit wins 1 of 3" in said
    assert "The article prints 1.073 where its numbers give 1.0757" in said
    assert (
        sentences.title(example(), TEXT)
        == "B costs most, 49 % of the loss: its lemon was given 0.3"
    )


@pytest.mark.parametrize("options", [{"base": None}, {"reduction": "mean"}])
def test_the_articles_digits_are_told_in_its_own_case_only(options):
    assert "The article prints" not in notices(example(**options))
    assert "The article prints" not in notices(example("bolder"))


def test_the_mean_divides_the_logarithm_of_the_product():
    assert "divided by 3, is the mean price" in notices(example(reduction="mean"))


def test_a_fruit_ruled_out():
    which = example("ruled_out")
    assert "lemon, was given 0: it had been ruled out" in notices(which)
    assert "multiply" not in notices(which)
    assert sentences.title(which, TEXT) == "C costs everything: its lemon had been ruled out"


def test_all_containers_cost_the_same():
    cells = ["0.5", "0.5"]
    table = container_table(["a", "b"], {"X": ("a", cells), "Y": ("b", cells)})
    which = read(table)
    assert sentences.title(which, TEXT) == "Every container costs the same"
    assert "the same probability, 0.5, so each container is 50 % of the loss" in notices(which)


def test_nothing_to_pay():
    table = container_table(["a", "b"], {"X": ("a", ["1", "0"]), "Y": ("b", ["0", "1"])})
    which = read(table)
    assert sentences.title(which, TEXT).startswith("Nothing to pay")
    assert "nothing to pay" in notices(which)
    assert "wins 2 of 2" in notices(which)


def test_a_product_too_small_for_float64():
    columns = {f"C{i}": ("a", ["1e-8", "0.99999999"]) for i in range(50)}
    which = read(container_table(["a", "b"], columns))
    assert which.product == 0
    assert "too little for float64, while the loss goes on" in notices(which)


def test_zero_times_the_logarithm_of_zero_is_explained():
    table = article_containers()
    table.loc[1:, "B"] = ["0", "0.7", "0.3"]
    assert "0 · log 0 counts as 0" in notices(read(table))
    assert "0 · log 0" not in notices(example())


def test_the_alternative_text_names_every_surprisal():
    said = sentences.alt(example(), TEXT)
    assert "adding up to 1.0757" in said
    assert "B holds lemon, believed with 0.3, and costs 0.523" in said


def test_the_alternative_text_of_fifty_containers_names_the_dearest():
    columns = {f"C{i}": ("a", ["0.5", "0.5"]) for i in range(50)}
    columns["C30"] = ("a", ["0.01", "0.99"])
    said = sentences.alt(read(container_table(["a", "b"], columns)), TEXT)
    assert "C30 holds a" in said
    assert "44 more containers" in said


def test_a_column_that_is_off_is_named_with_its_sum():
    beliefs = read_containers(CASES["too_much"].containers).beliefs
    assert sentences.title_off(beliefs, TEXT) == "A sums to 1.1, so nothing can be priced yet"
    assert "A sums to 1.1" in sentences.alt_off(beliefs, TEXT)


def test_names_are_no_markdown():
    table = article_containers().rename(columns={"B": "**B**"})
    assert r"\*\*B\*\*" in sentences.title(read(table), TEXT)


def test_the_worked_table_holds_p_and_one_hot_y():
    table = tables.worked_steps(example(), TEXT)
    head, rows, (foot,) = table.head, table.rows, table.foot
    assert head[2:8] == [f"{sign}({f})" for sign in "py" for f in ("orange", "apple", "lemon")]
    assert rows[1] == ["B", "lemon", "0.3", "0.4", "0.3", "0", "0", "1", "0.3", "0.5229"]
    assert foot[-2:] == ["0.084", "1.0757"]
    assert {len(row) for row in [head, *rows, foot]} == {10}
