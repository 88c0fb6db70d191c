"""What does surprise cost on average? Two distributions over the same outcomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ce_core.checks import ROW_SUM_TOLERANCE
from ce_core.examples.cells import parse_number, tidy
from ce_core.examples.shares import decimals
from ce_core.examples.tables import TableError, TableReader
from ce_core.examples.types import Floats
from ce_core.information import cross_entropy, entropy, kl_divergence, surprisal

OUTCOME, TRUE, BELIEVED = "outcome", "p", "q"
COLUMNS = (OUTCOME, TRUE, BELIEVED)
LEAST_OUTCOMES, MOST_OUTCOMES = 2, 20


def outcome_table(
    outcomes: Sequence[str], p: Sequence[str], q: Sequence[str] | None = None
) -> pd.DataFrame:
    """Return a table of typed cells; without `q` what is believed is what happens.

    Examples
    --------
    >>> outcome_table(["heads", "tails"], ["0.9", "0.1"])["q"].tolist()
    ['0.9', '0.1']
    """
    return pd.DataFrame({OUTCOME: outcomes, TRUE: p, BELIEVED: p if q is None else q}, dtype=str)


def fair_coin() -> pd.DataFrame:
    """Return a fair coin, believed fair.

    Examples
    --------
    >>> fair_coin()["p"].tolist()
    ['0.5', '0.5']
    """
    return outcome_table(["heads", "tails"], ["0.5", "0.5"])


def swapped(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with what happens and what is believed exchanged, as typed.

    Examples
    --------
    >>> swapped(outcome_table(["yes", "no"], ["0.9", "0.1"], ["half", "0.5"]))["p"].tolist()
    ['half', '0.5']
    """
    return table.assign(**{TRUE: table[BELIEVED], BELIEVED: table[TRUE]})


@dataclass(frozen=True, eq=False)
class EntropyExample:
    """What happens, what is believed, and what each outcome costs on average.

    Attributes
    ----------
    outcomes : tuple of str
        Names; n outcomes.
    p, q : ndarray, shape (n,)
        The probability of each outcome, and what it is believed to be.
    own_price, price : ndarray, shape (n,)
        −log `p` and −log `q` in the unit of `base`: the surprise when the outcome comes, for
        one who knows `p` and for one who believes `q`; ∞ where the probability is 0.
    own_part, part : ndarray, shape (n,)
        `p` times these: each outcome's part of the entropy and of the cross-entropy. What never
        happens costs nothing, whatever was believed.
    extra : ndarray, shape (n,)
        `part` − `own_part`, each outcome's part of the divergence: negative where the belief
        is higher than the probability.
    entropy, kl, cross_entropy : float
        The sums of `own_part`, `extra` and `part`.
    kl_swapped : float
        The divergence with `p` and `q` exchanged.
    loss : float
        The cross-entropy again, by the name that it has as a model's price.
    base : float or None
        Base of the logarithm; None is e.
    """

    outcomes: tuple[str, ...]
    p: Floats
    q: Floats
    own_price: Floats
    price: Floats
    own_part: Floats
    part: Floats
    extra: Floats
    entropy: float
    kl: float
    cross_entropy: float
    kl_swapped: float
    loss: float
    base: float | None

    @classmethod
    def from_table(cls, table: pd.DataFrame, *, base: float | None = 2.0) -> EntropyExample:
        """Read a table of typed cells and compute everything from it.

        Parameters
        ----------
        table : pandas.DataFrame
            Columns ``outcome``, ``p`` and ``q``, a row for each outcome.
        base : float or None
            Base of the logarithm: 2 for bits, None for nats, 10 for hartleys.

        Raises
        ------
        TableError
            Where a cell breaks a rule, there are fewer than 2 or more than 20 outcomes, or a
            distribution does not sum to 1; with a mend where there is an obvious one.

        Examples
        --------
        >>> EntropyExample.from_table(fair_coin()).entropy
        1.0
        """
        _check_count(table)
        reader = TableReader(table, "outcome", COLUMNS, most=MOST_OUTCOMES)
        outcomes = reader.read_names()
        both = reader.read_probabilities([TRUE, BELIEVED], "A probability")
        reader.finish()
        p, q = np.ascontiguousarray(both.T)
        _check_sums(reader.table, {TRUE: p, BELIEVED: q})

        own_price = np.asarray(surprisal(p, base=base))
        price = np.asarray(surprisal(q, base=base))
        own_part, part = _expected(p, own_price), _expected(p, price)
        loss = float(cross_entropy(p, q, base=base))
        return cls(
            outcomes=outcomes,
            p=p,
            q=q,
            own_price=own_price,
            price=price,
            own_part=own_part,
            part=part,
            extra=part - own_part,
            entropy=float(entropy(p, base=base)),
            kl=float(kl_divergence(p, q, base=base)),
            cross_entropy=loss,
            kl_swapped=float(kl_divergence(q, p, base=base)),
            loss=loss,
            base=base,
        )

    @property
    def costliest(self) -> int:
        """Position of the outcome with the largest part; the first where several have it."""
        return int(np.argmax(self.part))

    @property
    def dearest(self) -> int:
        """Position of the outcome that adds most to the divergence."""
        return int(np.argmax(self.extra))

    @property
    def saving(self) -> int | None:
        """Position of the outcome that takes most from the divergence; None where none does."""
        position = int(np.argmin(self.extra))
        return position if self.extra[position] < 0 else None

    @property
    def is_right(self) -> bool:
        """Whether what is believed is what happens, to within what a sum may be off."""
        return bool(np.abs(self.p - self.q).max() <= ROW_SUM_TOLERANCE)


def _expected(p: Floats, price: Floats) -> Floats:
    return p * np.where(p > 0, price, 0.0)


def _check_count(table: pd.DataFrame) -> None:
    """Require two outcomes; the mend gives another one what is left over."""
    filled = table[[*COLUMNS]].map(lambda cell: tidy(cell) != "").any(axis=1).astype(bool)
    count = int(filled.sum())
    if count >= LEAST_OUTCOMES:
        return
    rows = table[filled][[*COLUMNS]].reset_index(drop=True)
    mend = fair_coin()
    if count:
        other = "other 2" if tidy(rows.at[0, OUTCOME]) in ("other", "其他") else "other"
        left = {column: _left_over(rows.at[0, column]) for column in (TRUE, BELIEVED)}
        mend = pd.concat([rows, pd.DataFrame([{OUTCOME: other, **left}])], ignore_index=True)
    raise TableError(
        "There must be at least {least} outcomes, so that something is uncertain; there is {count}."
        if count
        else "There must be at least {least} outcomes; there are none.",
        rule="outcomes_few" if count else "outcomes_none",
        details={"least": LEAST_OUTCOMES, "count": count},
        mend=mend,
    )


def _left_over(cell: object) -> str:
    number = parse_number(cell)
    return f"{1 - number:.12g}" if number is not None and 0 <= number <= 1 else "0"


def _check_sums(rows: pd.DataFrame, distributions: dict[str, Floats]) -> None:
    """Require p and q to sum to 1; the mend scales those that do not."""
    sums = {name: float(column.sum()) for name, column in distributions.items()}
    off = [name for name, total in sums.items() if not abs(total - 1) <= ROW_SUM_TOLERANCE]
    if not off:
        return
    mended = rows.copy()
    for name in off:
        if sums[name] > 0:
            mended[name] = decimals(distributions[name].tolist())
    mend = None if mended.equals(rows) else mended
    if zero := next((name for name in off if sums[name] == 0), None):
        raise TableError(
            "Something must happen, but every probability in {column} is 0.",
            rule="distribution_zero",
            details={"column": zero},
            mend=mend,
        )
    first, *more = off
    details = {"column": first, "sum": _shown(sums[first])}
    if not more:
        raise TableError(
            "The probabilities of a distribution sum to 1; those in {column} sum to {sum}.",
            rule="distribution_sum",
            details=details,
            mend=mend,
        )
    raise TableError(
        "The probabilities of a distribution sum to 1; those in {column} sum to {sum}, those in "
        "{other} to {other_sum}.",
        rule="distribution_sums",
        details=details | {"other": more[0], "other_sum": _shown(sums[more[0]])},
        mend=mend,
    )


def _shown(total: float) -> str:
    return f"{total:.7g}"
