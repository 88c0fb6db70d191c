"""Every reference value that ce_core's functions cover."""

import json
from pathlib import Path

import numpy as np
import pytest

import ce_core as ce
from tests.ce_core.exact import ulps

CASES = [
    case
    for case in json.loads(Path(__file__).with_name("golden.json").read_text())["cases"]
    if case["function"] != "framework_convention"
]

FUNCTIONS = {
    "bce_from_probs": (ce.binary_cross_entropy, ["y", "p"]),
    "bce_from_logits": (ce.binary_cross_entropy_with_logits, ["y", "x"]),
    "cce_from_probs": (ce.categorical_cross_entropy, ["y", "p"]),
    "cce_from_logits": (ce.categorical_cross_entropy_with_logits, ["y", "z"]),
    "binary_focal_from_logits": (ce.binary_focal_loss_with_logits, ["y", "x"]),
    "neg_log_likelihood": (ce.negative_log_likelihood, ["p"]),
    "grad_bce_from_probs": (ce.binary_cross_entropy_gradient, ["y", "p"]),
    "grad_bce_from_logits": (ce.binary_cross_entropy_with_logits_gradient, ["y", "x"]),
    "grad_cce_from_logits": (ce.categorical_cross_entropy_with_logits_gradient, ["y", "z"]),
}

REFUSED = {
    "softmax/all_minf": "all_minus_infinity",
    "cce_logits/zero_weights/mean": "nothing_to_average",
    "cce_probs/not_normalised_renorm": "row_sum",
}


def numbers(value):
    """Read numbers that JSON cannot hold: "inf", "-inf", "nan"."""
    if isinstance(value, list):
        return [numbers(item) for item in value]
    return float(value) if isinstance(value, str) else value


def call(case):
    inputs = {name: numbers(value) for name, value in case["inputs"].items()}
    function, positional = FUNCTIONS.get(
        case["function"], (getattr(ce, case["function"], None), list(inputs))
    )
    options = {**inputs, **case["options"]}
    arguments = [options.pop(name) for name in positional]
    if "base" in options:
        options["base"] = None if options["base"] == "e" else float(options["base"])
    if case["function"] == "neg_log_likelihood":
        assert options.pop("reduction") == "sum"
    options.pop("normalise", None)
    return function(*arguments, **options)


@pytest.mark.parametrize(
    "case", [c for c in CASES if c["id"] not in REFUSED], ids=lambda c: c["id"]
)
def test_agrees_with_the_reference_value(case):
    result = np.asarray(call(case))
    expected = np.asarray(numbers(case["expected"]), float)
    assert result.shape == expected.shape
    finite = np.isfinite(expected)
    np.testing.assert_array_equal(result[~finite], expected[~finite])
    errors = np.abs(result[finite] - expected[finite]) / np.spacing(np.abs(expected[finite]))
    assert errors.max(initial=0) <= case["tol_ulp"]


@pytest.mark.parametrize("case", [c for c in CASES if c["id"] in REFUSED], ids=lambda c: c["id"])
def test_refuses_what_has_no_value(case):
    with pytest.raises(ce.InputError) as error:
        call(case)
    assert error.value.rule == REFUSED[case["id"]]


def test_ulps_counts_places_of_the_true_value():
    assert ulps(np.array([1.0 + 2**-52, 5e-324]), [1, 0]).tolist() == [1.0, 1.0]
