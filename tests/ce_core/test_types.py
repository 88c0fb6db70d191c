"""Types of results: what a checker is told, and that it is told the truth."""

import runpy
import subprocess
import sys
import typing
from pathlib import Path
from types import UnionType

import numpy as np
import pytest

import ce_core as ce

ROOT = Path(__file__).parents[2]
RESULTS = {"float", "Single", "Double", "float | Single", "float | Double"}
CALLS = Path(__file__).with_name("typed_calls.py")


def mypy(*arguments):
    command = [sys.executable, "-m", "mypy", "--strict", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def is_of(value, kind):
    """Whether a value is of a type, down to an array's dtype."""
    if isinstance(kind, UnionType):
        return any(is_of(value, one) for one in typing.get_args(kind))
    if kind is float:
        return type(value) is float
    dtype = typing.get_args(typing.get_args(kind)[1])
    return type(value) is np.ndarray and (not dtype or value.dtype == dtype[0])


def test_a_type_checker_knows_a_float_from_an_array():
    assert mypy(str(CALLS)).startswith("Success")


def test_results_are_what_the_checker_is_told(monkeypatch):
    told = []
    monkeypatch.setattr(typing, "assert_type", lambda value, kind: told.append((value, kind)))
    runpy.run_path(str(CALLS))
    assert told
    assert [pair for pair in told if not is_of(*pair)] == []


@pytest.mark.parametrize("name", sorted(set(ce.__all__) - {"InputError", "Reduction"}))
def test_every_public_function_says_what_it_returns(name):
    function = getattr(ce, name)
    for signature in typing.get_overloads(function) or [function]:
        assert signature.__annotations__["return"] in RESULTS
