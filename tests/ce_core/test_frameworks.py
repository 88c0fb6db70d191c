"""What each library returns, as statements that can be checked by hand."""

import numpy as np
import pytest

from ce_core.checks import InputError
from ce_core.frameworks import (
    RULES,
    LibraryLoss,
    Refusal,
    compare,
    keras_calls,
    optax,
    pytorch_calls,
    scikit_learn,
)

LN2 = float(np.log(2))


def figure(name, *args, **options):
    result = compare(*args, **options).results[name]
    assert isinstance(result, LibraryLoss), result
    return result


def refusal(name, *args, **options):
    result = compare(*args, **options).results[name]
    assert isinstance(result, Refusal), result
    return result


# The impossible happened: p = 0 for y = 1, or p = 1 for y = 0.


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_pytorch_surprisals_the_impossible_at_100(dtype):
    assert figure("pytorch", [1], [0.0], dtype=dtype).loss == 100
    assert figure("pytorch", [0], [1.0], dtype=dtype).loss == 100


def test_keras_surprisals_it_at_16_118_below_and_15_942_above_in_float32():
    assert figure("keras", [1], [0.0]).printed == "16.118095"
    assert figure("keras", [0], [1.0]).printed == "15.942385"


def test_keras_surprisals_both_sides_alike_in_float64():
    assert figure("keras", [1], [0.0], dtype="float64").loss == pytest.approx(16.118095650958)
    assert figure("keras", [0], [1.0], dtype="float64").loss == pytest.approx(16.118095650958)


def test_scikit_learn_surprisals_it_at_36_04_in_float64_and_15_94_in_float32():
    assert figure("scikit_learn", [1], [0.0]).printed == "36.04365338911715"
    assert figure("scikit_learn", [1], np.float32([0])).printed == "15.942384719848633"


def test_scikit_learn_keeps_the_dtype_of_an_array_and_takes_lists_as_float64():
    assert figure("scikit_learn", [1], np.float32([0.5])).dtype == "float32"
    assert figure("scikit_learn", [1], [0.5]).dtype == "float64"


def test_optax_has_no_loss_from_probabilities():
    assert refusal("optax", [1], [0.0]).rule is RULES["needs_logits"]


def test_mathematics_surprisals_it_at_infinity():
    assert compare([1], [0.0]).mathematics.loss == np.inf


def test_half_an_outcome_that_is_impossible_costs_half_of_the_bound():
    assert figure("pytorch", [0.5], [0.0]).loss == 50


# What was right.


def test_a_perfect_answer_is_free_in_pytorch_and_costs_the_clip_elsewhere():
    assert figure("pytorch", [1], [1.0]).loss == 0
    assert figure("keras", [1], [1.0]).printed == "1.1920929e-07"
    assert figure("scikit_learn", [1], [1.0]).printed == "2.2204460492503136e-16"


def test_keras_on_torch_keeps_the_small_p_that_the_others_round_away():
    assert figure("keras", [0], [0.0], keras_backend="torch").printed == "1.0000001e-07"
    assert figure("keras", [0], [0.0], keras_backend="jax").printed == "1.1920929e-07"


def test_a_fair_coin_costs_ln_2_everywhere():
    for name in ("pytorch", "keras", "scikit_learn"):
        assert figure(name, [1, 0], [0.5, 0.5], dtype="float64").loss == pytest.approx(LN2)


# From logits.


def test_scores_have_no_bound():
    for name in ("pytorch", "keras", "optax"):
        assert figure(name, [0], logits=[1000.0]).loss == 1000


def test_pytorch_loses_the_left_tail_and_keeps_the_right_one():
    found = figure("pytorch", [0, 1], logits=[-40.0, 40.0], dtype="float64", reduction="none")
    assert found.per_sample.tolist() == [0, pytest.approx(4.248354255291589e-18)]
    assert found.touched["logit_tail_lost"].tolist() == [True, False]


def test_optax_keeps_both_tails():
    found = figure("optax", [0, 1], logits=[-40.0, 40.0], dtype="float64", reduction="none")
    assert found.per_sample == pytest.approx([4.248354255291589e-18] * 2)
    assert not any(samples.any() for samples in found.touched.values())


def test_a_confident_right_class_is_free_in_every_softmax():
    for name in ("pytorch", "keras", "optax"):
        found = figure(name, [0], logits=[[40.0, 0.0]], dtype="float64")
        assert found.loss == 0
        assert found.touched["softmax_tail_lost"].tolist() == [True]


def test_infinite_scores_give_nan_where_mathematics_has_0():
    for name in ("pytorch", "keras", "optax"):
        found = figure(name, [1, 0], logits=[np.inf, 0.0], reduction="none")
        assert np.isnan(found.per_sample).tolist() == [True, False]
        assert found.touched["infinite_logit"].tolist() == [True, False]


def test_scikit_learn_has_no_loss_from_logits():
    assert refusal("scikit_learn", [1], logits=[0.0]).rule is RULES["needs_probabilities"]


# Weights and means.


def test_pytorch_and_keras_divide_a_weighted_mean_by_n_scikit_learn_by_the_weights():
    inputs = {"sample_weight": [1, 3], "dtype": "float64"}
    total = 4 * LN2
    assert figure("pytorch", [1, 0], [0.5, 0.5], **inputs).loss == pytest.approx(total / 2)
    assert figure("keras", [1, 0], [0.5, 0.5], **inputs).loss == pytest.approx(total / 2)
    assert figure("scikit_learn", [1, 0], [0.5, 0.5], **inputs).loss == pytest.approx(total / 4)


def test_keras_alone_can_be_told_to_divide_by_the_weights():
    found = compare([1, 0], [0.5, 0.5], sample_weight=[1, 3], reduction="mean_with_sample_weight")
    assert found.results["keras"].loss == pytest.approx(LN2)
    assert found.results["pytorch"].rule is RULES["reduction_not_offered"]


SCORES = [[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]]


def test_pytorch_divides_by_class_weights_for_integers_and_by_n_for_one_hot_rows():
    inputs = {"logits": SCORES, "class_weight": [1, 2, 4], "dtype": "float64"}
    integers = figure("pytorch", [0, 1], **inputs)
    rows = figure("pytorch", [[1, 0, 0], [0, 1, 0]], **inputs)
    assert integers.loss == pytest.approx(1.7409392977777138, rel=1e-15)
    assert rows.loss == pytest.approx(2.611408946666571, rel=1e-15)


def test_smoothing_with_class_weights_is_pytorchs_own():
    inputs = {"logits": SCORES, "class_weight": [1, 2, 4], "label_smoothing": 0.1}
    assert figure("pytorch", [0, 1], dtype="float64", **inputs).loss == pytest.approx(
        1.7858062958024017, rel=1e-15
    )
    assert figure("pytorch", np.eye(3)[:2], dtype="float64", **inputs).loss == pytest.approx(
        2.6787094437036023, rel=1e-15
    )


def test_everything_ignored_is_nan_in_pytorch_and_0_in_keras():
    inputs = {"logits": SCORES, "ignore_index": 1}
    assert np.isnan(figure("pytorch", [1, 1], **inputs).loss)
    assert figure("keras", [1, 1], **inputs).loss == 0


def test_ignored_samples_are_not_counted():
    for name in ("pytorch", "keras"):
        found = figure(name, [0, 1], logits=SCORES, ignore_index=1)
        assert found.loss == pytest.approx(2.40760596)
        assert found.touched["ignored"].tolist() == [False, True]


def test_weights_that_are_all_0_are_free_in_pytorch_and_refused_by_scikit_learn():
    found = compare([1, 0], [0.5, 0.5], sample_weight=[0, 0]).results
    assert found["pytorch"].loss == 0
    assert found["scikit_learn"].error == (
        "ValueError: Sample weights must contain at least one non-zero number."
    )


# Options that are not there are values, not crashes.


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("pytorch", "label_smoothing"),
        ("scikit_learn", "label_smoothing"),
        ("keras", "class_weight"),
        ("pytorch", "ignore_index"),
    ],
)
def test_an_option_that_a_library_lacks_is_named(name, option):
    value = [1.0, 2.0] if option == "class_weight" else 1
    found = refusal(name, [1, 0], [0.5, 0.5], **{option: value})
    assert found.rule is RULES["option_not_offered"]
    assert found.sentence == f"This function does not have the option {option}."


def test_keras_smooths_binary_targets_toward_one_half():
    found = figure("keras", [1], [0.25], label_smoothing=0.2, dtype="float64")
    assert found.loss == pytest.approx(-0.9 * np.log(0.25) - 0.1 * np.log(0.75))


# Values that some refuse.


def test_a_probability_above_1_is_refused_or_silently_clipped():
    found = compare([1, 0], [1.5, 0.5]).results
    assert found["pytorch"].error == (
        "RuntimeError: all elements of input should be between 0 and 1"
    )
    assert found["scikit_learn"].error == ("ValueError: y_prob contains values greater than 1: 1.5")
    assert found["keras"].touched["clipped_at_1e-7"].tolist() == [True, False]
    assert compare([1, 0], [1.5, 0.5]).mathematics.undefined.rule == "probability_range"


def test_nan_is_an_error_in_two_and_a_nan_in_keras():
    found = compare([1], [np.nan]).results
    assert found["pytorch"].rule is found["scikit_learn"].rule is RULES["probability_refused"]
    assert np.isnan(found["keras"].loss)


def test_scikit_learn_takes_no_soft_targets():
    assert refusal("scikit_learn", [0.3, 1], [0.3, 0.7]).rule is RULES["soft_target_refused"]


def test_a_label_without_a_class_is_an_error_a_wrap_or_nan():
    scores = [[1.0, 2.0, 3.0]]
    assert refusal("pytorch", [3], logits=scores).error == "IndexError: Target 3 is out of bounds."
    assert figure("optax", [-1], logits=scores).loss == pytest.approx(0.40760596)
    assert np.isnan(figure("optax", [3], logits=scores).loss)
    assert figure("keras", [3], logits=scores, keras_backend="jax").loss == 0


def test_rows_that_do_not_sum_to_1_are_rescaled_by_keras_and_kept_by_scikit_learn():
    found = compare([1], [[0.5, 1.0, 0.5]]).results
    assert found["keras"].loss == pytest.approx(LN2)
    assert found["scikit_learn"].printed == "2.2204460492503136e-16"
    assert found["scikit_learn"].touched["row_sum_ignored"].tolist() == [True]


def test_only_a_loss_that_does_not_look_can_be_negative():
    found = figure("pytorch", [2.0], logits=[2.0], dtype="float64")
    assert found.loss == pytest.approx(-1.873, abs=1e-3)
    assert found.touched["targets_unchecked"].tolist() == [True]


# Naming the samples that make the difference.


def test_each_touched_sample_is_named_with_what_it_cost():
    found = figure("pytorch", [1, 1, 0], [0.5, 0.0, 1.0], dtype="float64")
    assert found.touched["log_clamped"].tolist() == [False, True, True]
    assert found.excess.tolist() == [0, -np.inf, -np.inf]
    assert found.reasons == (RULES["log_clamped"],)


def test_where_nothing_is_touched_only_rounding_is_left():
    assert figure("pytorch", [1], [0.3]).reasons == (RULES["rounding"],)
    assert figure("pytorch", [1], [0.5], dtype="float64").reasons == ()


def test_the_table_has_one_row_a_library_and_the_samples_one_row_a_sample():
    found = compare([1, 0], [0.0, 0.5])
    assert {name: row["rules"] for name, row in found.table().items()} == {
        "pytorch": "log_clamped",
        "keras": "clipped_at_1e-7",
        "scikit_learn": "clipped_at_epsilon",
        "optax": "needs_logits",
    }
    assert list(found.samples()) == ["mathematics", "pytorch", "keras", "scikit_learn"]
    assert {len(losses) for losses in found.samples().values()} == {2}


def test_the_call_is_written_with_its_options():
    found = compare([1, 0], [0.5, 0.5], sample_weight=[1, 3], reduction="sum", dtype="float64")
    assert [result.call for result in found.results.values()] == [
        'F.binary_cross_entropy(p, y, weight=w, reduction="sum")',
        'keras.losses.BinaryCrossentropy(reduction="sum", dtype="float64")'
        "(y[:, None], p[:, None], sample_weight=w)",
        "log_loss(y, p, labels=[0, 1], sample_weight=w, normalize=False)",
        None,
    ]


def test_every_rule_that_a_function_names_exists_and_ids_are_stable_words():
    tables = [pytorch_calls.CONVENTIONS, scikit_learn.CONVENTIONS, optax.CONVENTIONS]
    tables += [keras_calls.conventions(backend) for backend in ("tensorflow", "torch", "jax")]
    named = {rule for table in tables for each in table.values() for rule in each.rules}
    assert named <= set(RULES)
    assert all(identifier == rule.id for identifier, rule in RULES.items())


def test_the_inputs_are_left_as_they_were():
    y, p, w = np.array([1.0, 0.0]), np.array([0.0, 1.0]), np.array([1.0, 2.0])
    compare(y, p, sample_weight=w)
    assert (y.tolist(), p.tolist(), w.tolist()) == ([1, 0], [0, 1], [1, 2])


# What no library could read.


@pytest.mark.parametrize(
    ("inputs", "options", "rule"),
    [
        (([1],), {}, "one_of_two"),
        (([1], [0.5]), {"logits": [0.0]}, "one_of_two"),
        (([1, 0], [0.5]), {}, "shape"),
        (([[1], [0]], [[0.5], [0.5]]), {}, "shape"),
        (([], []), {}, "empty"),
        ((["yes"], [0.5]), {}, "numbers"),
        (([1, 0], [[0.5], [0.2, 0.3]]), {}, "numbers"),
        (([0.5], [[0.5, 0.5]]), {}, "label_whole"),
        (([1], [0.5]), {"sample_weight": [1, 2]}, "weight_shape"),
        (([1], [0.5]), {"reduction": "median"}, "reduction"),
        (([1], [0.5]), {"dtype": "float16"}, "dtype"),
        (([1], [0.5]), {"keras_backend": "theano"}, "keras_backend"),
    ],
)
def test_unreadable_inputs_raise_input_error(inputs, options, rule):
    with pytest.raises(InputError) as caught:
        compare(*inputs, **options)
    assert caught.value.rule == rule
