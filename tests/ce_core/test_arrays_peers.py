"""Tensors and arrays of other libraries: read where they can be, refused in words where not."""

import importlib

import numpy as np
import pytest

import ce_core as ce

pytestmark = pytest.mark.peers


@pytest.fixture
def torch():
    return importlib.import_module("torch")


@pytest.fixture
def jax():
    return importlib.import_module("jax")


def test_tensors_on_the_cpu_are_read(torch):
    assert ce.sigmoid(torch.zeros(2)).tolist() == [0.5, 0.5]
    assert ce.sigmoid(torch.zeros(2)).dtype == np.float32
    assert ce.sigmoid(torch.zeros(2, dtype=torch.float64)).dtype == np.float64
    assert ce.sigmoid(torch.zeros(2, dtype=torch.float16)).dtype == np.float64
    assert ce.sigmoid(torch.tensor(0.0)) == 0.5
    assert ce.binary_cross_entropy(torch.tensor([True]), torch.tensor([1])) == 0
    assert (
        ce.categorical_cross_entropy_with_logits(torch.tensor([1]), torch.zeros(1, 4), base=2) == 2
    )


def test_a_tensor_that_wants_a_gradient_is_refused_since_none_would_flow(torch):
    for value in (torch.zeros(2, requires_grad=True), [torch.tensor(0.5, requires_grad=True)]):
        with pytest.raises(ce.InputError, match=r"Use tensor\.detach\(\)\.numpy\(\)") as error:
            ce.sigmoid(value)
        assert error.value.rule == "unreadable"


def test_tensors_that_numpy_cannot_hold_are_refused_in_words(torch):
    for value in (
        torch.zeros(2, dtype=torch.bfloat16),
        torch.zeros(2, device="meta"),
        torch.eye(2).to_sparse(),
    ):
        with pytest.raises(ce.InputError, match="x is of a type, Tensor, that cannot be read"):
            ce.sigmoid(value)


def test_jax_arrays_are_read_bfloat16_as_float64(jax):
    assert ce.sigmoid(jax.numpy.zeros(2)).dtype == np.float32
    half = ce.sigmoid(jax.numpy.zeros(2, jax.numpy.bfloat16))
    assert half.dtype == np.float64
    assert half.tolist() == [0.5, 0.5]


def test_a_traced_jax_array_is_refused(jax):
    with pytest.raises(ce.InputError, match="Tracer, that cannot be read as an array"):
        jax.jit(ce.sigmoid)(jax.numpy.zeros(2))


def test_a_sparse_matrix_is_refused():
    sparse = importlib.import_module("scipy.sparse")
    with pytest.raises(ce.InputError, match="must hold real numbers; it is <"):
        ce.sigmoid(sparse.csr_array(np.eye(2)))
