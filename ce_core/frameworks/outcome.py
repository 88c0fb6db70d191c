"""What a library is here (data), and what asking it gives: a number or a refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ce_core.frameworks.arithmetic import Array
from ce_core.frameworks.batch import Batch
from ce_core.frameworks.rules import Rule


@dataclass(frozen=True)
class Library:
    """A library at the version whose numbers are reproduced.

    Parameters
    ----------
    name, version : str
        Such as "PyTorch", "2.13.0".
    default_dtype : str
        What it computes in when it is given Python lists.
    """

    name: str
    version: str
    default_dtype: str


class RefusedError(Exception):
    """The library would raise: `error` is what it says, `rule` why."""

    def __init__(self, rule: str, error: str) -> None:
        super().__init__(error)
        self.rule = rule
        self.error = error


@dataclass(frozen=True, eq=False)
class LibraryResult:
    """What one loss function gives for one batch.

    Parameters
    ----------
    per_sample : array of shape (n,)
        The losses before reduction, weights included, in the library's dtype.
    loss : NumPy float or None
        The reduced number in the dtype in which it is returned; None for reduction "none".
    touched : mapping
        For each rule that can change a sample, by its identifier: which ones it did, shape (n,).
    """

    per_sample: Array
    loss: np.floating | None
    touched: Mapping[str, NDArray[np.bool_]]


@dataclass(frozen=True, eq=False)
class Convention:
    """One loss function of one library: how it is called, what it offers, what it returns.

    Parameters
    ----------
    library : Library
        Whose function it is.
    code : str
        The call, with a slot ``{option}`` where an option is written.
    rules : tuple of str
        The rules of this function, by identifier, the most telling first.
    options : mapping
        How each option that it offers is written; ``{value}`` stands for the value.
    reductions : mapping
        The same for each reduction.
    result : callable
        ``(batch, dtype) -> LibraryResult``; raises `RefusedError` where the library raises.
    defaults : mapping
        What stands in an option's slot when the option is not in use.
    """

    library: Library
    code: str
    rules: tuple[str, ...]
    options: Mapping[str, str]
    reductions: Mapping[str, str]
    result: Callable[[Batch, np.dtype[np.floating]], LibraryResult]
    defaults: Mapping[str, str] = field(default_factory=dict)

    def call(self, batch: Batch, dtype: str) -> str:
        """Write the call as it stands in code, options included."""
        slots = dict.fromkeys(_OPTIONS, "") | dict(self.defaults)
        slots |= {
            name: self.options[name].format(value=value) for name, value in batch.options.items()
        }
        if dtype != self.library.default_dtype and "dtype" in self.options:
            slots["dtype"] = self.options["dtype"].format(value=dtype)
        written = self.code.format(
            reduction=self.reductions[batch.reduction], classes=batch.scores.shape[-1], **slots
        )
        return written.replace("(, ", "(")


_OPTIONS = (
    "sample_weight",
    "class_weight",
    "pos_weight",
    "label_smoothing",
    "ignore_index",
    "dtype",
)


@dataclass(frozen=True, eq=False)
class LibraryLoss:
    """The number of one library, and why it is not the mathematical one.

    Parameters
    ----------
    library : Library
        Whose number it is.
    call : str
        The call as written in code; p stands for probabilities, x for logits, w for weights.
    dtype : str
        "float32" or "float64": what it was computed in.
    loss : float or None
        The reduced number; None for reduction "none".
    printed : str
        The number to its last digit: the shortest text that gives this number of its dtype back.
    per_sample : array of shape (n,)
        The losses before reduction, weights included.
    excess : array of shape (n,)
        Each minus the mathematical loss of that sample; nan where that is undefined.
    rules : tuple of Rule
        The rules of the function, whether or not they mattered here.
    reasons : tuple of Rule
        The rules that made this number differ here; the dtype's rounding if only that is left.
    touched : mapping
        For each rule that can change a sample, by its identifier: which ones it did, shape (n,).
    """

    library: Library
    call: str
    dtype: str
    loss: float | None
    printed: str
    per_sample: Array
    excess: Array
    rules: tuple[Rule, ...]
    reasons: tuple[Rule, ...]
    touched: Mapping[str, NDArray[np.bool_]]


@dataclass(frozen=True, eq=False)
class Refusal:
    """A library that gives no number, and why.

    Parameters
    ----------
    library : Library
        Who refuses.
    rule : Rule
        Why: the function or option does not exist, or the values raise an error.
    option : str or None
        The option or reduction that does not exist.
    error : str or None
        The library's own error where it raises one.
    call : str or None
        The call that raises it.
    """

    library: Library
    rule: Rule
    option: str | None = None
    error: str | None = None
    call: str | None = None

    @property
    def reasons(self) -> tuple[Rule, ...]:
        """The one rule, as `LibraryLoss.reasons` has its own."""
        return (self.rule,)

    @property
    def sentence(self) -> str:
        """The rule's sentence with the option's name in it."""
        return self.rule.sentence.format(option=self.option)
