"""The account of real predictions gives the figures that independent ways gave."""

import math

import pytest

from ce_core.account import loss_account

EXACT = 4e-15
"""Relative; sums of hundreds of terms that others added in another order."""


@pytest.fixture(scope="module")
def accounts(breast_cancer, digits):
    y = breast_cancer["benign"]
    found = {
        ("breast_cancer", model): loss_account(y, breast_cancer[model])
        for model in ("logistic", "forest", "bayes")
    }
    return found | {("digits", model): loss_account(*digits[model]) for model in digits}


@pytest.fixture(
    params=[
        ("breast_cancer", "logistic"),
        ("breast_cancer", "forest"),
        ("breast_cancer", "bayes"),
        ("digits", "logistic"),
        ("digits", "bayes"),
    ],
    ids=" ".join,
)
def case(request, accounts, expected):
    data, model = request.param
    return accounts[request.param], expected[data][model]


def test_loss_expectation_and_surplus(case):
    account, given = case
    paid = account.balance
    assert (paid.count, paid.infinite) == (given["n"], given["infinite"])
    assert paid.loss == pytest.approx(given["loss"], rel=EXACT)
    assert paid.expected == pytest.approx(given["expected"], rel=EXACT)
    assert paid.surplus == pytest.approx(given["surplus"], rel=EXACT)
    assert paid.z == pytest.approx(given.get("z", paid.z), rel=EXACT)
    assert paid.loss_of_finite == pytest.approx(given.get("loss_finite_rows", paid.loss_of_finite))
    assert account.baseline == pytest.approx(given["base_rate_entropy"], rel=EXACT)


def test_parts(accounts, expected):
    held = {
        ("breast_cancer", "logistic"): expected["breast_cancer"]["logistic"]["corp"],
        ("digits", "logistic"): expected["digits"]["logistic"]["top_label"]["corp"],
    }
    for key, given in held.items():
        parts = accounts[key].parts
        assert parts.miscalibration == pytest.approx(given["miscalibration"], rel=1e-13)
        assert parts.discrimination == pytest.approx(given["discrimination"], rel=1e-13)
        assert parts.uncertainty == pytest.approx(given["uncertainty"], rel=EXACT)


def test_parts_where_a_probability_rounds_to_1(accounts):
    """The reference has none: it takes the logarithm of 1 - 1."""
    parts = accounts["breast_cancer", "bayes"].parts
    assert 0.4 < parts.miscalibration < 0.6


def test_parts_add_up(case):
    account, given = case
    if given["infinite"]:
        assert account.parts.miscalibration == math.inf
        parts, loss = account.parts_of_finite, account.balance.loss_of_finite
    else:
        parts, loss = account.parts, account.loss
    assert parts.total == pytest.approx(loss, abs=4e-16 * (parts.uncertainty + loss))


def test_share_of_the_worst_rows(accounts, expected):
    for model in ("logistic", "bayes"):
        found = accounts["breast_cancer", model].tail.share_of_worst
        given = expected["breast_cancer"][model]["worst"]
        assert {str(share): part for share, part in found.items()} == pytest.approx(
            given, rel=EXACT
        )


def test_temperature(accounts, expected):
    for (data, model), account in accounts.items():
        given = expected[data][model].get("temperature")
        if given is not None:
            assert account.temperature.value == pytest.approx(given["T"], rel=1e-7)
            assert account.temperature.loss == pytest.approx(given["loss"], rel=1e-14)


def test_classes(accounts, expected):
    for model in ("logistic", "bayes"):
        for found in accounts["digits", model].by_class:
            given = expected["digits"][model]["by_class"][str(found.label)]
            assert found.count == given["n"]
            assert found.loss == pytest.approx(given["mean"], rel=EXACT)
            assert found.share == pytest.approx(given["share"], rel=EXACT, nan_ok=True)


def test_naming_is_what_the_event_leaves(accounts, expected):
    given = expected["digits"]["logistic"]["top_label"]
    parts = accounts["digits", "logistic"].parts
    assert parts.naming == pytest.approx(given["naming"], rel=EXACT)
    assert parts.total - parts.naming == pytest.approx(given["event"], rel=1e-14)


def test_what_libraries_say(accounts, expected):
    for model in ("logistic", "forest", "bayes"):
        says = accounts["breast_cancer", model].libraries["scikit_learn"]
        assert says.loss == pytest.approx(
            expected["breast_cancer"][model]["sklearn_log_loss"], rel=1e-14
        )
    says = accounts["breast_cancer", "forest"].libraries["pytorch"]
    assert says.reasons == ("log_clamped",)
    assert says.rows == 1


def test_each_model_is_a_story(accounts):
    confidence = {key: one.balance.confidence for key, one in accounts.items()}
    assert confidence == {
        ("breast_cancer", "logistic"): "as_expected",
        ("breast_cancer", "forest"): "overconfident",
        ("breast_cancer", "bayes"): "overconfident",
        ("digits", "logistic"): "underconfident",
        ("digits", "bayes"): "overconfident",
    }
    worthwhile = {key for key, one in accounts.items() if one.temperature.worthwhile}
    assert worthwhile == {("breast_cancer", "bayes"), ("digits", "logistic"), ("digits", "bayes")}
    assert not accounts["breast_cancer", "logistic"].by_chance.miscalibrated
    assert accounts["breast_cancer", "bayes"].by_chance.miscalibrated
