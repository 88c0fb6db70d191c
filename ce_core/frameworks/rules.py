"""Why a library's number is not the mathematical one: one rule, one sentence each.

A rule's identifier never changes, so a page can look its sentence up in another language;
the English sentence stands here, beside it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One thing that a library does with its inputs, its logarithms or its mean.

    Parameters
    ----------
    id : str
        The stable identifier, such as ``"log_clamped"``.
    sentence : str
        What happens, in English, complete in itself.

    Examples
    --------
    >>> RULES["log_clamped"].sentence
    'No logarithm falls below −100, so what was called impossible costs 100 instead of infinity.'
    """

    id: str
    sentence: str


_SENTENCES = {
    # What happens to probabilities.
    "log_clamped": "No logarithm falls below −100, so what was called impossible costs 100 "
    "instead of infinity.",
    "clipped_at_1e-7": "Every probability is moved into [1e-7, 1 − 1e-7] before the logarithm. "
    "In float32 the upper end is 0.99999988, so calling the outcome impossible costs 16.118 "
    "at the lower end and, for y = 0, 15.942 at the upper; even a perfect answer costs 1.2e-7.",
    "clipped_at_epsilon": "Every probability is moved into [ε, 1 − ε] before the logarithm, "
    "where ε is the machine precision: 2.2e-16 in float64, so at most 36.04 a sample; "
    "1.2e-7 in float32, so at most 15.94.",
    "renormalised": "Each row of probabilities is divided by its sum first, without a word.",
    "row_sum_ignored": "Rows that do not sum to 1 are used as they are, with only a warning.",
    "softmax_after_clipping": "The clipped probabilities go through a logarithm and a second "
    "softmax, which divides each row by its clipped sum.",
    # What happens to logits.
    "logit_tail_lost": "For y below 1 and a score far below zero the loss is the difference of "
    "two nearly equal numbers, (1 − y)·x − log σ(x): its last digits are lost, and below about "
    "−37 (−17 in float32) a small loss becomes 0.",
    "softmax_tail_lost": "The logarithm of the sum is rounded before the score is subtracted, so "
    "the small loss of a confident right answer loses its digits, down to 0.",
    "infinite_logit": "An infinite score leads to 0·∞ or ∞ − ∞, and the loss is nan.",
    # What happens to targets.
    "targets_unchecked": "Targets are not checked: y outside [0, 1], or a row of targets that does "
    "not sum to 1, gives a number that is no cross-entropy, even a negative one.",
    "label_wraps": "A negative label counts from the last class backwards.",
    "label_out_of_range_nan": "A label without a class gives nan.",
    "label_out_of_range_zero": "A label without a class costs nothing.",
    "ignored": "Samples with the ignored label cost nothing and are not counted in the mean.",
    # What smoothing, weights and the mean do.
    "smoothed_toward_uniform": "Label smoothing moves the share s of each target to all K classes "
    "alike: y becomes (1 − s)·y + s/K.",
    "smoothed_toward_half": "Label smoothing moves each target toward one half: y becomes "
    "(1 − s)·y + s/2.",
    "smoothing_weighs_every_class": "With class weights, the smoothed share of each class is "
    "weighed by that class, while the mean still divides by the weights of the labels alone.",
    "mean_divides_by_weights": "The mean divides by the sum of the weights.",
    "mean_divides_by_count": "The mean divides by the number of samples, whatever their weights "
    "sum to.",
    "mean_left_to_you": "The function returns one loss a sample; the mean is written by hand.",
    # What the arithmetic does.
    "mean_rounded_to_float32": "Whatever dtype is asked for, the mean passes through float32.",
    "rounding": "The arithmetic of the dtype rounds the last digits.",
    # Why there is no number.
    "needs_logits": "The library has no such loss from probabilities: it wants scores (logits). "
    "Given probabilities as if they were scores, it would squash them a second time.",
    "needs_probabilities": "The library has no loss from scores (logits): it wants probabilities, "
    "after a sigmoid or softmax.",
    "option_not_offered": "This function does not have the option {option}.",
    "reduction_not_offered": "This function does not have the reduction {option}.",
    "probability_refused": "A probability outside [0, 1], or nan, raises an error.",
    "target_refused": "A target outside [0, 1], or nan, raises an error.",
    "soft_target_refused": "Only whole labels are accepted; soft targets raise an error.",
    "label_refused": "A label without a class raises an error.",
    "weights_refused": "Weights that sum to zero, or are nan, raise an error.",
    "smoothing_refused": "A label smoothing above 1 raises an error.",
    "ignore_refused": "Ignoring a label needs labels as integers; probability targets raise an "
    "error.",
}

RULES = {identifier: Rule(identifier, sentence) for identifier, sentence in _SENTENCES.items()}
"""Every rule by its identifier."""
