"""The machinery: how the sums are made exact and fast. Nothing here checks its input.

Five ideas carry all of it.

**No cancellation.** A loss is written as a sum of terms that are never negative, so that nothing
large is subtracted from something almost as large. From a score x the binary loss is
log1p(exp(-|x|)) + (1 - y) max(x, 0) + y max(-x, 0); from scores z the categorical loss is
log1p(rest), where rest adds exp(z_j - z_label) over the *other* classes. A confident right answer
costs its true 4e-18, not 0.

**The rounding of a difference is kept.** exp(a - b) magnifies the rounding of a - b by |a - b|,
up to 700 times. The rounding itself is a floating-point number (Knuth's TwoSum finds it), and
multiplying by 1 + rounding takes it out again. See `shifted`.

**One logarithm for many samples.** log a + log b = log ab: sixteen factors multiplied, then one
logarithm. The factors are 1 + exp(x) for scores and the probabilities themselves. A factor close to
1 has lost the digits beyond 1e-16, so a sum by products is off by about 1e-16 for each sample:
harmless while the mean loss is large beside that, fatal when it is tiny. The rule: a block's sum
by products counts only if its mean comes out at a quarter or more. Otherwise the block is
`folded`, which multiplies without ever forming the 1: (1 + a)(1 + b) - 1 = a (1 + b) + b, and log1p
of the result is exact however small the loss. See `products` and `binary`.

**Sums that do not drift.** A long chain of additions gathers rounding, most where all numbers are
equal and every step rounds to the same side. Numbers are added by sixteens, the sums of these by
sixteens again, and what is left exactly. See `sums`.

**Blocks.** Work runs through blocks of 2**18 elements, so that memory beyond inputs and results
stays bounded whatever the number of samples: some 10 MB for each thread. From two blocks on they
are shared by as many threads as the process has cores (NumPy releases Python's lock inside its
loops). The blocks' sums are added exactly, so threads change no digit. Sixteen numbers or fewer
are counted in Python's own arithmetic instead. See `blocks` and `few`.

float32 is widened block by block, computed in float64 and rounded once at the end.

How far off
-----------
Errors in units of the last place of a float64 (of a float32 where the result is one), held by
tests on inputs of every magnitude against 50 digits:

====================================================================  ==========================
sigmoid, log_sigmoid, surprisal, likelihood and its logarithm         2
binary cross-entropy                                                  2
entropy, cross-entropy, logsumexp, categorical cross-entropy          3
the latter from scores where all other classes score exactly alike    4
softmax, log_softmax, KL divergence, slopes                           4
Jensen-Shannon divergence                                             6
binary focal loss                                                     2 + 2 gamma
====================================================================  ==========================

A base, weights and smoothing each add up to 2, a sum 1, a mean 2. Three things no digit of the
result can show, and they come on top:

- Where the terms of a slope cancel, which takes a soft target close to its own probability, the
  larger of them leaves 2**-62 of itself for two classes (2**-51 where long doubles are doubles) and
  2**-50 for more; where a log-sum-exp is near 0 the largest score leaves 2**-52.
- A loss below 2.2e-308 has the few digits of a subnormal number; no weight brings back the others.
- The Kullback-Leibler divergence is the sum of p log(p / q) - p + q, so that rows that sum to 1 but
  for rounding do not count as different.
"""
