"""How often each view of an account finds fault with a perfectly calibrated model.

Run by hand: ``python -m tests.bench.cries_wolf [DRAWS]``. For models of several kinds, rows are
drawn from the model's own probabilities; each view should speak up in 5 % of the draws at most.
"""

import sys
from collections import Counter

import numpy as np

from ce_core.account import compare_models, loss_account


def modest(rng, n):
    return 1 / (1 + np.exp(-rng.normal(size=n)))


def confident(rng, n):
    return 1 / (1 + np.exp(-6 * rng.normal(size=n)))


def rare(rng, n):
    return rng.beta(0.2, 20, n)


def nearly_certain(rng, n):
    return np.full(n, 0.001) * rng.uniform(0.5, 1.5, n)


def few_scores(rng, n):
    return rng.choice([0.02, 0.1, 0.5, 0.9], n)


def three_classes(rng, n):
    return rng.dirichlet((0.5, 1.0, 2.0), n)


def ten_classes(rng, n):
    return rng.dirichlet(np.full(10, 0.1), n)


def outcomes(rng, p):
    if p.ndim == 1:
        return (rng.random(p.size) < p).astype(int)
    drawn = (rng.random(len(p))[:, None] > p.cumsum(axis=1)).sum(axis=1)
    return np.minimum(drawn, p.shape[1] - 1)


def found(rng, p):
    """Name the views that find fault, each with what it says of itself."""
    y = outcomes(rng, p)
    columns = {"number": rng.normal(size=len(p)), "word": rng.choice(list("abcd"), len(p))}
    shuffled = rng.permutation(len(p))
    account = loss_account(y[shuffled], p[shuffled], slice_by=columns, libraries=False)
    yield "balance", account.balance.confidence != "as_expected"
    yield "classes", any(one.confidence != "as_expected" for one in account.by_class)
    yield "miscalibration", account.by_chance.miscalibrated
    yield "cross-fitted", account.cross_fitted.miscalibrated
    yield "curve", account.reliability.leaves_band
    yield "bins", account.reliability.off
    yield "temperature", account.temperature.worthwhile
    yield "slices", any(one.confirmed for one in account.slices.found)
    noise = np.exp(rng.normal(scale=0.3, size=(2, *p.shape)))
    pair = [blurred(p, one) for one in noise]
    yield "pair", compare_models(y, *pair, libraries=False).better is not None


def blurred(p, noise):
    if p.ndim == 1:
        return p * noise / (p * noise + 1 - p)
    return p * noise / (p * noise).sum(axis=1, keepdims=True)


def main(draws):
    rng = np.random.default_rng(1)
    models = (modest, confident, rare, nearly_certain, few_scores, three_classes, ten_classes)
    for n in (100, 1000):
        for model in models:
            count = Counter()
            for _ in range(draws):
                count.update(view for view, fault in found(rng, model(rng, n)) if fault)
            shares = ", ".join(f"{view} {100 * k / draws:.1f}" for view, k in count.most_common())
            print(f"{model.__name__}, {n} rows, % of {draws} draws: {shares}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
