"""The figures beside those of the libraries themselves.

Keras computes with JAX, as tests/conftest.py says; to see it with another backend that is
installed, set KERAS_BACKEND.
"""

import importlib
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ce_core.frameworks import LibraryLoss, compare

pytestmark = pytest.mark.peers

DTYPES = ("float32", "float64")
CERTAIN = [0.0, 1e-300, 1e-45, 1e-30, 1e-8, 1e-7, 0.5, 1 - 1e-7, 1 - 1e-8, 1 - 1e-16, 1.0]
FAR = [0.0, 1e-8, 1.0, 17.0, 40.0, 88.0, 700.0, 1e4, np.inf]
TOLERANCE = 8
"""Units of the dtype's epsilon, relative to the size of what was added up."""


def library(name):
    """Import a library, whatever it warns of itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(name)


def agree(mine, theirs, dtype, size=0.0):
    """Assert equality up to the last bits of the largest intermediate figure."""
    mine, theirs = np.asarray(mine, float), np.asarray(theirs, float)
    bound = TOLERANCE * np.finfo(dtype).eps * np.maximum(np.abs(theirs), size)
    bound = np.where(np.isfinite(bound), bound, 0)
    with np.errstate(invalid="ignore"):
        close = (mine == theirs) | (np.abs(mine - theirs) <= bound)
    close |= np.isnan(mine) & np.isnan(theirs)
    assert close.all(), (mine[~close], theirs[~close])


def figure(name, *args, **options):
    result = compare(*args, **options).results[name]
    assert isinstance(result, LibraryLoss), result
    return result


def random_binary(n=200, seed=0):
    rng = np.random.default_rng(seed)
    y = np.concatenate([rng.integers(0, 2, n), rng.random(n), np.tile([0, 1], len(CERTAIN))])
    p = np.concatenate([rng.random(2 * n), np.repeat(CERTAIN, 2)])
    return y.astype(float), p


def random_scores(n=200, seed=0):
    rng = np.random.default_rng(seed)
    far = np.concatenate([FAR, np.negative(FAR)])
    y = np.concatenate([rng.integers(0, 2, n), rng.random(n), np.tile([0, 1], len(far))])
    x = np.concatenate([10 * rng.standard_normal(2 * n), np.repeat(far, 2)])
    return y.astype(float), x


def random_rows(n=200, classes=5, seed=0):
    rng = np.random.default_rng(seed)
    p = rng.dirichlet(np.full(classes, 0.3), n)
    p[:classes] = np.eye(classes)
    labels = rng.integers(0, classes, n)
    return labels, rng.dirichlet(np.ones(classes), n), p, 8 * rng.standard_normal((n, classes))


def size_of(x):
    """Return the largest score of each sample, at whose size the sums are rounded."""
    x = np.asarray(x, float)
    return np.abs(x) if x.ndim == 1 else np.abs(x).max(axis=1) * 2


@pytest.mark.parametrize("dtype", DTYPES)
class TestPyTorch:
    @pytest.fixture(autouse=True)
    def _torch(self, dtype):
        self.torch = library("torch")
        self.functional = self.torch.nn.functional
        self.dtype = getattr(self.torch, dtype)

    def tensor(self, values):
        return self.torch.tensor(values, dtype=self.dtype)

    def test_bce(self, dtype):
        y, p = random_binary()
        mine = figure("pytorch", y, p, dtype=dtype, reduction="none").per_sample
        theirs = self.functional.binary_cross_entropy(
            self.tensor(p), self.tensor(y), reduction="none"
        )
        agree(mine, theirs, dtype, 1e-30)

    @pytest.mark.parametrize("reduction", ["mean", "sum"])
    def test_bce_weighted(self, dtype, reduction):
        y, p = random_binary()
        w = np.random.default_rng(1).random(len(y))
        mine = figure("pytorch", y, p, dtype=dtype, reduction=reduction, sample_weight=w).loss
        theirs = self.functional.binary_cross_entropy(
            self.tensor(p), self.tensor(y), weight=self.tensor(w), reduction=reduction
        )
        agree(mine, theirs, dtype)

    def test_bce_gradient(self, dtype):
        from ce_core.frameworks import pytorch

        y, p = random_binary()
        leaf = self.tensor(p).requires_grad_()
        self.functional.binary_cross_entropy(leaf, self.tensor(y), reduction="sum").backward()
        mine = pytorch.binary_cross_entropy_gradient(y.astype(dtype), p.astype(dtype))
        agree(mine, leaf.grad, dtype)

    @pytest.mark.parametrize("pos_weight", [None, 3.0])
    def test_bce_with_logits(self, dtype, pos_weight):
        y, x = random_scores()
        mine = figure("pytorch", y, logits=x, dtype=dtype, reduction="none", pos_weight=pos_weight)
        theirs = self.functional.binary_cross_entropy_with_logits(
            self.tensor(x),
            self.tensor(y),
            reduction="none",
            pos_weight=None if pos_weight is None else self.tensor(pos_weight),
        )
        agree(mine.per_sample, theirs, dtype, 3 * size_of(x))

    @pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
    @pytest.mark.parametrize("smoothing", [0.0, 0.1])
    @pytest.mark.parametrize("weighted", [False, True])
    @pytest.mark.parametrize("dense", [False, True])
    def test_cross_entropy(self, dtype, reduction, smoothing, weighted, dense):
        labels, rows, _, x = random_rows()
        weight = np.arange(1.0, 6) if weighted else None
        y = rows if dense else labels
        options = {} if dense else {"ignore_index": 2}
        mine = figure(
            "pytorch",
            y,
            logits=x,
            dtype=dtype,
            reduction=reduction,
            label_smoothing=smoothing,
            class_weight=weight,
            **options,
        )
        theirs = self.functional.cross_entropy(
            self.tensor(x),
            self.tensor(y) if dense else self.torch.tensor(y),
            reduction=reduction,
            label_smoothing=smoothing,
            weight=None if weight is None else self.tensor(weight),
            **options,
        )
        each = reduction == "none"
        agree(mine.per_sample if each else mine.loss, theirs, dtype, 5 * size_of(x) if each else 0)

    @pytest.mark.parametrize(
        ("y", "p"), [([1.0], [1.5]), ([1.0], [np.nan]), ([2.0], [0.5]), ([np.nan], [0.5])]
    )
    def test_refuses_with_these_words(self, dtype, y, p):
        refusal = compare(y, p, dtype=dtype).results["pytorch"]
        with pytest.raises(RuntimeError) as error:
            self.functional.binary_cross_entropy(self.tensor(p), self.tensor(y))
        assert refusal.error == f"RuntimeError: {error.value}"

    @pytest.mark.parametrize("options", [{}, {"label_smoothing": 1.5}])
    def test_cross_entropy_refuses_with_these_words(self, dtype, options):
        labels = [0] if options else [3]
        refusal = compare(labels, logits=[[1.0, 2, 3]], dtype=dtype, **options).results["pytorch"]
        with pytest.raises((IndexError, RuntimeError)) as error:
            self.functional.cross_entropy(
                self.tensor([[1.0, 2, 3]]), self.torch.tensor(labels), **options
            )
        assert refusal.error == f"{type(error.value).__name__}: {error.value}"


@settings(max_examples=50, deadline=None)
@given(
    pairs=st.lists(
        st.tuples(st.floats(0, 1, width=32), st.floats(0, 1, width=32)), min_size=1, max_size=8
    )
)
def test_pytorch_bce_on_any_short_batch(pairs):
    torch = library("torch")
    y, p = map(list, zip(*pairs, strict=True))
    theirs = torch.nn.functional.binary_cross_entropy(torch.tensor(p), torch.tensor(y)).item()
    agree(figure("pytorch", y, p).loss, theirs, "float32", 1e-30)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("reduction", ["mean", "sum"])
class TestScikitLearn:
    @pytest.fixture(autouse=True)
    def _log_loss(self, dtype):
        self.log_loss = library("sklearn.metrics").log_loss
        self.dtype = dtype

    def check(self, y, p, weighted, reduction, **labels):
        weight = np.random.default_rng(1).random(len(y)) if weighted else None
        p = np.asarray(p, self.dtype)
        mine = figure(
            "scikit_learn", y, p, dtype=self.dtype, reduction=reduction, sample_weight=weight
        )
        theirs = self.log_loss(y, p, sample_weight=weight, normalize=reduction == "mean", **labels)
        agree(mine.loss, theirs, self.dtype)

    def test_binary(self, dtype, weighted, reduction):
        y, p = random_binary()
        hard = np.isin(y, (0, 1))
        self.check(y[hard], p[hard], weighted, reduction, labels=[0, 1])

    def test_one_sample(self, dtype, weighted, reduction):
        for y in (0, 1):
            for p in CERTAIN:
                self.check([y], [p], weighted, reduction, labels=[0, 1])

    def test_classes(self, dtype, weighted, reduction):
        labels, _, p, _ = random_rows()
        self.check(labels, p, weighted, reduction, labels=range(5))

    def test_indicator_rows(self, dtype, weighted, reduction):
        labels, _, p, _ = random_rows()
        self.check(np.eye(5)[labels], p, weighted, reduction)

    @pytest.mark.parametrize(
        ("y", "p", "w"),
        [
            ([1, 0], [1.5, 0.5], [1, 1]),
            ([1, 0], [-0.5, 0.5], [1, 1]),
            ([1, 0], [np.nan, 0.5], [1, 1]),
            ([1, 0], [np.inf, 0.5], [1, 1]),
            ([2, 0], [0.5, 0.5], [1, 1]),
            ([0.5, 0], [0.5, 0.5], [1, 1]),
            ([1, 0], [0.5, 0.5], [0, 0]),
            ([1, 0], [0.5, 0.5], [1, np.nan]),
        ],
    )
    def test_refuses_with_these_words(self, dtype, weighted, reduction, y, p, w):
        refusal = compare(y, p, sample_weight=w, dtype=dtype).results["scikit_learn"]
        with pytest.raises((ValueError, ZeroDivisionError)) as error:
            self.log_loss(y, np.asarray(p, dtype), sample_weight=w, labels=np.arange(2))
        said = str(error.value).replace("np.float64(", "").replace("np.float32(", "")
        assert refusal.error == f"{type(error.value).__name__}: {said}"


@pytest.mark.parametrize("dtype", DTYPES)
class TestOptax:
    @pytest.fixture(autouse=True)
    def _optax(self, dtype):
        self.optax = library("optax")
        jax = library("jax")
        with jax.enable_x64(dtype == "float64"):
            self.array = lambda values: jax.numpy.asarray(values, dtype)
            yield

    def test_sigmoid(self, dtype):
        y, x = random_scores()
        theirs = self.optax.sigmoid_binary_cross_entropy(self.array(x), self.array(y))
        mine = figure("optax", y, logits=x, dtype=dtype, reduction="none").per_sample
        agree(mine, theirs, dtype, 1e-30)

    def test_integer_labels(self, dtype):
        labels, _, _, x = random_rows()
        labels[:4] = [-1, -5, 5, -6]
        theirs = self.optax.softmax_cross_entropy_with_integer_labels(self.array(x), labels)
        mine = figure("optax", labels, logits=x, dtype=dtype, reduction="none").per_sample
        agree(mine, theirs, dtype, size_of(x))

    @pytest.mark.parametrize("smoothing", [0.0, 0.1])
    def test_rows(self, dtype, smoothing):
        _, rows, _, x = random_rows()
        target = self.array(rows)
        if smoothing:
            target = self.optax.smooth_labels(target, smoothing)
        theirs = self.optax.softmax_cross_entropy(self.array(x), target)
        mine = figure(
            "optax", rows, logits=x, dtype=dtype, reduction="none", label_smoothing=smoothing
        ).per_sample
        agree(mine, theirs, dtype, size_of(x))

    def test_infinite_scores(self, dtype):
        x = [[-np.inf, 0], [-np.inf, 0], [np.inf, 0], [np.inf, 0], [-np.inf, -np.inf]]
        labels = np.array([0, 1, 0, 1, 0])
        theirs = self.optax.softmax_cross_entropy_with_integer_labels(self.array(x), labels)
        mine = figure("optax", labels, logits=x, dtype=dtype, reduction="none").per_sample
        agree(mine, theirs, dtype)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("reduction", ["none", "mean", "sum", "mean_with_sample_weight"])
@pytest.mark.parametrize("weighted", [False, True])
class TestKeras:
    @pytest.fixture(autouse=True)
    def _keras(self, dtype, reduction, weighted):
        self.keras = library("keras")
        self.backend = self.keras.backend.backend()
        self.options = {"dtype": dtype, "reduction": reduction}
        self.weighted = weighted

    def check(self, loss, y, size=0.0, column=False, ignore=None, smoothing=0.0, **scores):
        weight = np.random.default_rng(1).random(len(y)) if self.weighted else None
        mine = figure(
            "keras",
            y,
            keras_backend=self.backend,
            sample_weight=weight,
            ignore_index=ignore,
            label_smoothing=smoothing,
            **scores,
            **self.options,
        )
        arguments = dict(self.options)
        arguments |= {"ignore_class": ignore} if ignore is not None else {}
        arguments |= {"label_smoothing": smoothing} if smoothing else {}
        values = np.asarray(next(iter(scores.values())))
        y = np.asarray(y)
        if column:
            y, values = y[:, None], values[:, None]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = self.keras.ops.convert_to_numpy(
                loss(from_logits="logits" in scores, **arguments)(y, values, sample_weight=weight)
            )
        narrow = "float32" if self.backend != "tensorflow" else self.options["dtype"]
        if mine.loss is None:
            agree(mine.per_sample, theirs, narrow, size)
        else:
            agree(mine.loss, theirs, narrow)

    @pytest.mark.parametrize("smoothing", [0.0, 0.1])
    def test_binary(self, dtype, reduction, weighted, smoothing):
        y, p = random_binary()
        loss = self.keras.losses.BinaryCrossentropy
        self.check(loss, y, 1e-30, column=True, y_prob=p, smoothing=smoothing)

    def test_binary_outside_0_1(self, dtype, reduction, weighted):
        loss = self.keras.losses.BinaryCrossentropy
        self.check(loss, [1.0, 1, 0, 0], column=True, y_prob=[1.5, -0.5, 1.5, -0.5])

    def test_binary_logits(self, dtype, reduction, weighted):
        y, x = random_scores()
        if reduction != "none":
            y, x = y[np.isfinite(x)], x[np.isfinite(x)]
        loss = self.keras.losses.BinaryCrossentropy
        self.check(loss, y, size_of(x), column=True, logits=x)

    @pytest.mark.parametrize("smoothing", [0.0, 0.1])
    def test_rows(self, dtype, reduction, weighted, smoothing):
        _, rows, p, x = random_rows()
        loss = self.keras.losses.CategoricalCrossentropy
        self.check(loss, rows, 1, y_prob=3 * p, smoothing=smoothing)
        self.check(loss, rows, size_of(x), logits=x, smoothing=smoothing)

    @pytest.mark.parametrize("ignore", [None, 2])
    def test_labels(self, dtype, reduction, weighted, ignore):
        labels, _, p, x = random_rows()
        loss = self.keras.losses.SparseCategoricalCrossentropy
        self.check(loss, labels, 1, y_prob=3 * p, ignore=ignore)
        self.check(loss, labels, size_of(x), logits=x, ignore=ignore)

    def test_labels_all_ignored(self, dtype, reduction, weighted):
        loss = self.keras.losses.SparseCategoricalCrossentropy
        self.check(loss, [1, 1], logits=[[1.0, 2], [3, 4]], ignore=1)
