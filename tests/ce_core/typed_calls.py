"""What a type checker knows of representative calls; run, each result is what its type says."""

from typing import TYPE_CHECKING, Any, assert_type

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import ce_core as ce

Single = NDArray[np.float32]
Double = NDArray[np.float64]

double: Double = np.array([0.25, 0.75])
single: Single = np.array([0.25, 0.75], np.float32)
whole: NDArray[np.int64] = np.array([0, 1])
column: "pd.Series[float]" = pd.Series([0.25, 0.75])
rows: Double = np.array([[0.25, 0.75], [0.5, 0.5]])
single_rows: Single = rows.astype(np.float32)
reduction: ce.Reduction = "sum"

# A reduced loss is a float, whatever goes in.
assert_type(ce.binary_cross_entropy([0, 1], double), float)
assert_type(ce.binary_cross_entropy([0, 1], single, reduction="sum"), float)
assert_type(ce.binary_cross_entropy_with_logits([0, 1], single, pos_weight=2), float)
assert_type(ce.categorical_cross_entropy([0, 1], rows, ignore_index=-1), float)
assert_type(ce.categorical_cross_entropy_with_logits([0, 1], single_rows, base=2), float)
assert_type(ce.binary_focal_loss_with_logits([0, 1], column, gamma=1.0), float)

# A loss that is not reduced is a float for a number and an array for arrays.
assert_type(ce.binary_cross_entropy(1, 0.5, reduction="none"), float)
assert_type(ce.binary_cross_entropy(1, np.float32(0.5), reduction="none"), float)
assert_type(ce.binary_cross_entropy([0, 1], [0.5, 0.5], reduction="none"), Double)
assert_type(ce.binary_cross_entropy([0, 1], double, reduction="none"), Double)
assert_type(ce.binary_cross_entropy([0, 1], single, reduction="none", base=2), Single)
assert_type(ce.binary_cross_entropy([0, 1], column, reduction="none"), Double)
assert_type(ce.binary_cross_entropy_with_logits([0, 1], single, reduction="none"), Single)
assert_type(ce.binary_focal_loss_with_logits([0, 1], double, reduction="none"), Double)
assert_type(ce.categorical_cross_entropy([0, 1], rows, reduction="none"), Double)
assert_type(ce.categorical_cross_entropy(0, double, reduction="none"), float)
assert_type(ce.categorical_cross_entropy_with_logits([0, 1], single_rows, reduction="none"), Single)

# A reduction that is known at run time alone leaves both.
assert_type(ce.binary_cross_entropy([0, 1], double, reduction=reduction), float | Double)

# Each element has its own value.
assert_type(ce.sigmoid(0), float)
assert_type(ce.sigmoid(True), float)
assert_type(ce.sigmoid(np.float32(0.0)), float)
assert_type(ce.sigmoid([0.0, 1.0]), Double)
assert_type(ce.sigmoid(whole), Double)
assert_type(ce.sigmoid(single), Single)
assert_type(ce.log_sigmoid(column), Double)
assert_type(ce.surprisal(0.5, base=2), float)
assert_type(ce.surprisal(single), Single)
assert_type(ce.softmax([0.0, 1.0]), Double)
assert_type(ce.softmax(single, temperature=2.0), Single)
assert_type(ce.log_softmax(double), Double)

# A gradient has the shape of the predictions, whatever the reduction.
assert_type(ce.binary_cross_entropy_gradient(1, 0.5), float)
assert_type(ce.binary_cross_entropy_gradient([0, 1], single, reduction="mean"), Single)
assert_type(ce.binary_cross_entropy_with_logits_gradient([0, 1], column), Double)
assert_type(ce.binary_focal_loss_with_logits_gradient([0, 1], single, gamma=1), Single)
assert_type(ce.categorical_cross_entropy_gradient([0, 1], rows, label_smoothing=0.1), Double)
assert_type(ce.categorical_cross_entropy_with_logits_gradient([0, 1], single_rows), Single)

# Each row has one value; that an array is one row its type does not say.
assert_type(ce.entropy([0.25, 0.75]), float)
assert_type(ce.entropy([[0.25, 0.75]]), Double)
assert_type(ce.entropy(rows), float | Double)
assert_type(ce.logsumexp([0.0, 1.0]), float)
assert_type(ce.logsumexp(single_rows), float | Single)
assert_type(ce.cross_entropy([0.5, 0.5], [0.25, 0.75]), float)
assert_type(ce.kl_divergence(single_rows, single_rows), float | Single)
assert_type(ce.kl_divergence(single_rows, rows), float | Double)
assert_type(ce.js_divergence([[0.5, 0.5]], [[0.25, 0.75]]), Double)
assert_type(ce.likelihood(single), float)
assert_type(ce.negative_log_likelihood(column, base=2), float)

# An array of unknown dtype is an array all the same.
unknown: NDArray[Any] = np.array([0.25, 0.75])
assert_type(ce.binary_cross_entropy([0, 1], unknown), float)
assert_type(ce.binary_cross_entropy([0, 1], unknown, reduction="none"), np.ndarray[Any, Any])
assert_type(ce.softmax(unknown), np.ndarray[Any, Any])
assert_type(ce.entropy(unknown), float | np.ndarray[Any, Any])

if TYPE_CHECKING:  # What is not there is refused: an ignored error that is none is one to mypy.
    ce.binary_cross_entropy([1], [0.5], pos_weight=2.0)  # type: ignore[call-overload]
    ce.binary_cross_entropy([1], [0.5], reduction="average")  # type: ignore[call-overload]
    ce.categorical_cross_entropy([1], rows, ignore_index="none")  # type: ignore[call-overload]
    ce.binary_cross_entropy([1], [0.5]).mean()  # type: ignore[attr-defined]
