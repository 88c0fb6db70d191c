"""Tests that need a library of tests/peers/requirements.txt: left to a run of their own."""

from __future__ import annotations

import pytest

PEERS = ("PyTorch", "Keras", "scikit-learn", "SciPy", "JAX", "Optax")


def libraries(*names: str) -> list[object]:
    """Return the names as parameters of a test, those of peers marked as such."""
    return [
        pytest.param(name, marks=pytest.mark.peers) if name in PEERS else name for name in names
    ]
