"""The source article's data, and every figure that it prints beside what its inputs give.

The article is an introduction to cross-entropy loss. Its data sets are the start state of the
explorer's chapters; its printed figures stand in :data:`PRINTED`, each with the value that the
same inputs really give (computed with 50 digits) and, where the two differ, the reason.

Examples
--------
>>> from ce_core.article import STUDENTS, printed_number
>>> STUDENTS[0]
Student(name='A', outcome='fail', p_pass=(0.9, 0.2))
>>> printed_number("students.loss.a").printed, printed_number("students.loss.a").exact
(2.073, 2.07572071394)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = [
    "COLOUR_SCORES",
    "CONTAINERS",
    "FRUITS",
    "KERAS_BCE_Y_PRED",
    "KERAS_BCE_Y_TRUE",
    "KERAS_CCE_CLASSES",
    "KERAS_CCE_Y_PRED",
    "KERAS_CCE_Y_TRUE",
    "MODELS",
    "PRINTED",
    "PYTORCH_BCE_X",
    "PYTORCH_BCE_Y",
    "PYTORCH_CE_X",
    "PYTORCH_CE_Y",
    "STUDENTS",
    "Container",
    "PrintedNumber",
    "Student",
    "printed_number",
]

Values = float | tuple[float, ...]
Verdict = Literal["matches", "cut", "last digit", "not reproducible", "not printed"]


class Student(NamedTuple):
    """A student, what happened, and what each model had said of a pass."""

    name: str
    outcome: Literal["pass", "fail"]
    p_pass: tuple[float, ...]


class Container(NamedTuple):
    """A container, what is believed of each fruit, and the fruit really inside."""

    name: str
    p_fruit: tuple[float, ...]
    true_fruit: str


MODELS = ("Model A", "Model B")
STUDENTS = (
    Student("A", "fail", (0.9, 0.2)),
    Student("B", "fail", (0.3, 0.4)),
    Student("C", "pass", (0.6, 0.7)),
    Student("D", "pass", (0.2, 0.9)),
)

FRUITS = ("orange", "apple", "lemon")
CONTAINERS = (
    Container("A", (0.7, 0.2, 0.1), "orange"),
    Container("B", (0.3, 0.4, 0.3), "lemon"),
    Container("C", (0.1, 0.5, 0.4), "lemon"),
)

COLOUR_SCORES = {"blue": 2.0, "green": 1.0, "red": -1.0}

PYTORCH_BCE_X = (
    *(0.0421, -0.6606, 0.6276, 1.2491, -1.1535),
    *(-1.4137, 0.8967, -1.1786, -1.3214, 0.2828),
)
PYTORCH_BCE_Y = (1, 0, 0, 1, 0, 0, 1, 0, 0, 0)

PYTORCH_CE_X = (
    (-0.5698, -0.0558, -0.2550, 1.6812, 0.0238),
    (-2.1786, 1.3923, -0.2363, -0.4601, -1.4949),
    (1.3679, 1.2853, 0.4087, -0.5743, -0.2752),
    (2.1995, 0.1469, -0.1661, 0.4617, -0.4395),
    (-0.5686, -0.7453, -0.1455, -0.5304, 0.3020),
    (-0.1489, -0.9143, -1.5282, -0.5023, 1.2751),
    (-1.3830, -0.6535, 0.5392, -2.2050, -1.4138),
    (-0.5592, 1.5028, 0.0442, -1.5487, -0.1522),
    (0.7436, -1.8956, 1.0145, -0.2974, -2.0576),
    (0.1003, 0.6604, -1.3535, -0.3053, -0.4034),
)
PYTORCH_CE_Y = (3, 0, 1, 1, 2, 4, 0, 2, 1, 3)

KERAS_BCE_Y_TRUE = (0, 1, 0, 0, 0, 0)
KERAS_BCE_Y_PRED = (0.5, 0.7, 0.2, 0.3, 0.5, 0.6)

KERAS_CCE_CLASSES = ("cat", "dog", "bear")
KERAS_CCE_Y_TRUE = (0, 1, 0)
KERAS_CCE_Y_PRED = (0.05, 0.85, 0.10)


@dataclass(frozen=True)
class PrintedNumber:
    """One figure of the article: what it prints and what its inputs give.

    Attributes
    ----------
    id : str
        A stable name, such as ``"students.loss.a"``.
    what : str
        What the figure is.
    printed : float, tuple of float or None
        The article's digits; None where it prints none.
    exact : float or tuple of float
        The value of the article's own inputs, computed with 50 digits.
    verdict : str
        Whether the two agree.
    why : str
        The reason where they do not, else empty.
    """

    id: str
    what: str
    printed: Values | None
    exact: Values
    verdict: Verdict
    why: str = ""


_CUT = "each base-10 logarithm is cut to two or three decimals before they are added"

PRINTED = (
    PrintedNumber(
        "softmax.blue", "softmax of the score 2 among 2, 1, −1", 0.705, 0.705384512698, "matches"
    ),
    PrintedNumber("softmax.green", "softmax of the score 1", 0.259, 0.259496460342, "matches"),
    PrintedNumber("softmax.red", "softmax of the score −1", 0.035, 0.0351190269593, "matches"),
    PrintedNumber(
        "students.product.a",
        "product of model A's probabilities of the true outcomes",
        0.0084,
        0.0084,
        "matches",
    ),
    PrintedNumber("students.product.b", "the same for model B", 0.3024, 0.3024, "matches"),
    PrintedNumber(
        "students.log_terms.a",
        "log10 of each, model A",
        (-1.0, -0.154, -0.221, -0.698),
        (-1.0, -0.154901959986, -0.221848749616, -0.698970004336),
        "cut",
        _CUT,
    ),
    PrintedNumber(
        "students.log_terms.b",
        "log10 of each, model B",
        (-0.09, -0.22, -0.15, -0.045),
        (-0.0969100130081, -0.221848749616, -0.154901959986, -0.0457574905607),
        "cut",
        _CUT,
    ),
    PrintedNumber(
        "students.log_sum.a",
        "sum of the base-10 logarithms, model A",
        -2.073,
        -2.07572071394,
        "cut",
        _CUT,
    ),
    PrintedNumber(
        "students.log_sum.b", "the same for model B", -0.505, -0.519418213171, "cut", _CUT
    ),
    PrintedNumber(
        "students.loss.a",
        "cross-entropy, model A, base 10, summed",
        2.073,
        2.07572071394,
        "cut",
        _CUT,
    ),
    PrintedNumber(
        "students.loss.b",
        "cross-entropy, model B, base 10, summed",
        0.505,
        0.519418213171,
        "cut",
        _CUT,
    ),
    PrintedNumber(
        "students.loss_nats.a", "the same in nats, model A", None, 4.77952357313, "not printed"
    ),
    PrintedNumber(
        "students.loss_nats.b", "the same in nats, model B", None, 1.19600463468, "not printed"
    ),
    PrintedNumber(
        "fruit.product",
        "product of the probabilities of the right fruit",
        0.084,
        0.084,
        "matches",
    ),
    PrintedNumber(
        "fruit.loss",
        "multi-class cross-entropy, base 10, summed",
        1.073,
        1.07572071394,
        "cut",
        _CUT,
    ),
    PrintedNumber("fruit.loss_nats", "the same in nats", None, 2.47693848014, "not printed"),
    PrintedNumber(
        "pytorch.sigmoid",
        "sigmoid of the ten inputs",
        (0.5105, 0.3406, 0.6519, 0.7772, 0.2398, 0.1957, 0.7103, 0.2353, 0.2106, 0.5702),
        (
            *(0.510523445724, 0.340604842753, 0.651945070507, 0.777144027986, 0.23985037454),
            *(0.195651125077, 0.710270879815, 0.235304013327, 0.210585464261, 0.570232547147),
        ),
        "last digit",
        "0.7772 and 0.2398 are 0.7771 and 0.2399 for the inputs as printed; the article computed "
        "them from inputs with more digits than it prints",
    ),
    PrintedNumber(
        "pytorch.bce",
        "nn.BCELoss of those, mean, nats",
        1.0966,
        0.457959824144,
        "not reproducible",
        "the printed inputs and labels give 0.4580, and no choice of ten 0/1 labels gives 1.0966: "
        "the figure comes from other random numbers than the ones printed beside it",
    ),
    PrintedNumber(
        "pytorch.ce",
        "nn.CrossEntropyLoss of the 10 × 5 scores, mean, nats",
        1.9732,
        1.97316198847,
        "matches",
    ),
    PrintedNumber(
        "keras.bce",
        "Keras BinaryCrossentropy, mean, nats",
        0.53984624,
        0.539846422031,
        "last digit",
        "the eighth digit differs because TensorFlow of that time took log(p + 1e-7), with which "
        "the same inputs give 0.539846245",
    ),
    PrintedNumber(
        "keras.cce", "Keras CategoricalCrossentropy, nats", 0.1625189, 0.162518929498, "matches"
    ),
)

_BY_ID = {entry.id: entry for entry in PRINTED}


def printed_number(number_id: str) -> PrintedNumber:
    """Return the article's figure of that name.

    Parameters
    ----------
    number_id : str
        The ``id`` of an entry of :data:`PRINTED`.

    Returns
    -------
    PrintedNumber
        The entry.

    Raises
    ------
    KeyError
        Where no figure has that name.

    Examples
    --------
    >>> printed_number("fruit.loss").verdict
    'cut'
    """
    return _BY_ID[number_id]
