"""The question of "predict first": what is to be guessed, on which scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """What is to be guessed.

    Attributes
    ----------
    answer : float
        What ce_core says, between `minimum` and `maximum`.
    minimum, maximum, step : float
        The scale of the guess.
    names : mapping of str to str
        What the question and the answer name, such as the numbers they are about.
    digits : int
        Decimals shown.
    """

    answer: float
    minimum: float
    maximum: float
    step: float
    names: Mapping[str, str]
    digits: int = 2
