"""An account as lines of text: the sentences that matter most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ce_core.account.balance import Balance
from ce_core.account.pair import Comparison
from ce_core.account.parts import Parts
from ce_core.account.report import LossAccount
from ce_core.account.scan import Scan

CONFIDENCE = {
    "overconfident": "more than chance allows: overconfident",
    "underconfident": "less than chance allows: underconfident",
    "as_expected": "as chance allows",
}


def lines(account: LossAccount) -> Iterator[str]:
    """Return what there is to say, one idea a line, the loss first.

    Examples
    --------
    >>> from ce_core.account import loss_account
    >>> next(iter(lines(loss_account([0, 1], [0.5, 0.5]))))
    'loss            0.6931 nats a row, 2 rows'
    """
    yield from _balance(account.balance)
    skill = "" if account.skill is None else f", skill {account.skill:.3f}"
    yield f"baseline        {account.baseline:.4f}{skill}"
    chance = account.by_chance
    by_chance = f"; a calibrated model has {chance.miscalibration:.4f} by chance"
    yield from _parts(account.parts, f"{by_chance} (p {chance.p_value:.3f})")
    yield from _remedies(account)


def lines_of_scan(scan: Scan) -> Iterator[str]:
    """Return what a scan found, one idea a line, then a line for each group."""
    yield from _balance(scan.balance)
    yield from _parts(scan.parts)
    yield from _worst(scan.balance, scan.share_of_worst)
    for column, groups in scan.by.items():
        for value, paid in groups.items():
            yield (
                f"{column} = {value}: loss {paid.loss:.4f}, expected {paid.expected:.4f}, "
                f"{paid.confidence.replace('_', ' ')}, {paid.count} rows"
            )


def _balance(paid: Balance) -> Iterator[str]:
    yield f"loss            {paid.loss:.4f} nats a row, {paid.count} rows"
    if paid.infinite:
        yield (
            f"infinite        rows that gave what happened probability 0: {paid.infinite}; without "
            f"them {paid.loss_of_finite:.4f}"
        )
    yield f"expected        {paid.expected:.4f}, {CONFIDENCE[paid.confidence]} (Z {paid.z:.1f})"


def lines_of_pair(comparison: Comparison | None) -> Iterator[str]:
    """Return the line that says whether a second model is better; none without one."""
    if comparison is not None:
        verdict = {"first": "the second is worse", "second": "the second is better"}
        yield (
            f"second model    loss {comparison.second.loss:.4f}, difference "
            f"{comparison.difference:.4f} ({comparison.low:.4f} to {comparison.high:.4f}), "
            f"{verdict.get(comparison.better or '', 'the rows do not tell which is better')}"
        )


def _parts(parts: Parts, by_chance: str = "") -> Iterator[str]:
    yield f"miscalibration  {parts.miscalibration:.4f}{by_chance}"
    yield f"discrimination  {parts.discrimination:.4f}"
    yield f"uncertainty     {parts.uncertainty:.4f}"
    if parts.naming:
        yield f"naming          {parts.naming:.4f}"


def _worst(paid: Balance, shares: Mapping[float, float]) -> Iterator[str]:
    if not paid.infinite:
        listed = ", ".join(f"{100 * share:g} %: {part:.1%}" for share, part in shares.items())
        yield f"worst rows      carry of the loss {listed}"


def _remedies(account: LossAccount) -> Iterator[str]:
    best = account.temperature
    advice = "worthwhile" if best.worthwhile else "not worthwhile"
    yield f"temperature     {best.value:.3f} saves {best.saving:.4f} on unseen rows, {advice}"
    yield from (f"                {sentence}" for sentence in best.sentences)
    yield from _worst(account.balance, account.tail.share_of_worst)
    for one in () if account.slices is None else account.slices.found:
        if one.confirmed:
            yield f"slice           {one}: excess {one.excess_confirmed:.4f} (p {one.p_value:.2g})"
    for says in account.libraries.values():
        if says.loss is not None and f"{says.loss:.4f}" != f"{account.loss:.4f}":
            yield f"{says.library} would say {says.loss:.4f}: {says.sentences[0]}"
