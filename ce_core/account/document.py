"""An account as plain values: what JSON can hold, the main figures first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from ce_core.account.pair import Comparison
from ce_core.account.report import LossAccount
from ce_core.account.scan import Scan


def document(account: LossAccount) -> dict[str, Any]:
    """Return the account as a mapping: its main figures, then each view under its own name.

    Notes
    -----
    ∞ and nan stay floats; Python's `json` writes and reads them as Infinity and NaN.

    Examples
    --------
    >>> from ce_core.account import loss_account
    >>> found = document(loss_account([0, 1], [0.5, 0.5]))
    >>> found["count"], round(found["loss"], 4), found["confidence"]
    (2, 0.6931, 'as_expected')
    """
    main = plain(account.balance) | {
        "confidence": account.balance.confidence,
        "baseline": account.baseline,
        "skill": account.skill,
        "miscalibration": account.parts.miscalibration,
        "discrimination": account.parts.discrimination,
        "uncertainty": account.parts.uncertainty,
        "naming": account.parts.naming,
        "temperature": account.temperature.value,
        "temperature_loss": account.temperature.loss,
        "temperature_saving": account.temperature.saving,
        "temperature_worthwhile": account.temperature.worthwhile,
    }
    views = plain(account)
    views["temperature_view"] = views.pop("temperature")
    del views["balance"]
    whole: dict[str, Any] = main | views
    return whole


def compared(comparison: Comparison) -> dict[str, Any]:
    """Return how a second model compares, and the second model's account, each under a name."""
    figures = {
        field.name: plain(getattr(comparison, field.name))
        for field in fields(comparison)
        if field.name not in ("first", "second")
    }
    return {"comparison": figures, "second": document(comparison.second)}


def scanned(scan: Scan) -> dict[str, Any]:
    """Return what a scan found: the main figures as in `document`, then each view."""
    whole: dict[str, Any] = plain(scan.balance) | {"confidence": scan.balance.confidence}
    whole |= plain(scan.parts)
    views = ("share_of_worst", "worst", "by")
    return whole | {name: plain(getattr(scan, name)) for name in views}


def plain(value: object) -> Any:
    """Return dataclasses as mappings, arrays as lists, keys as text, all the way down."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    return [plain(item) for item in value] if isinstance(value, tuple | list) else value
