"""What inputs must be, and the one error that says so."""

from __future__ import annotations


class InputError(ValueError):
    """An input breaks a rule; the message says which rule, the value, and where it stands.

    Parameters
    ----------
    sentence : str
        The message, with a ``{name}`` for each detail.
    rule : str
        A stable name of the rule, such as ``"probability_range"``, by which an app can
        look up the same sentence in another language.
    **details : object
        What the sentence names: the value, its place, a bound.

    Attributes
    ----------
    rule : str
        The rule's name.
    details : dict
        The details by name.

    Examples
    --------
    >>> raise InputError("{what} must lie between 0 and 1; {where} has {value}.",
    ...                  rule="probability_range", what="y_prob", where="position 2", value=1.2)
    Traceback (most recent call last):
        ...
    ce_core.checks.InputError: y_prob must lie between 0 and 1; position 2 has 1.2.
    """

    def __init__(self, sentence: str, *, rule: str, **details: object) -> None:
        self.rule = rule
        self.details = details
        super().__init__(sentence.format(**details))
