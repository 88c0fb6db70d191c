"""A worked example as one document: inputs, options, every term, totals."""

from __future__ import annotations

import json
import math
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np


def to_json(example: Any, **about: object) -> str:
    """Return the fields of an example, a dataclass, as JSON that every reader of JSON takes.

    What it computes when asked is there too where its class names it in ``RESULTS``; before
    them all comes what else there is to say `about` it. JSON has no infinity: ∞, −∞ and NaN are
    the strings "inf", "-inf" and "nan", which ``float`` reads.

    Examples
    --------
    >>> from ce_core.examples.surprisal import SurprisalExample
    >>> document = json.loads(to_json(SurprisalExample.of(0.0), chapter="home"))
    >>> document["example"], document["chapter"], document["p"], document["surprisal"]
    ('SurprisalExample', 'home', 0.0, 'inf')
    """
    return json.dumps(
        {"example": type(example).__name__, **_plain(about), **_fields(example)},
        ensure_ascii=False,
        allow_nan=False,
        indent=1,
    )


def _fields(example: Any) -> dict[str, Any]:
    names = [*(field.name for field in fields(example)), *getattr(example, "RESULTS", ())]
    return {name: _plain(getattr(example, name)) for name in names}


def _plain(value: object) -> Any:
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, np.ndarray | np.generic):
        return _plain(value.tolist())
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
