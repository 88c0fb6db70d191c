"""The machinery: how the sums are made exact and fast. Nothing here checks its input.

Four ideas carry all of it.

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
by products counts only if its mean comes out at a quarter or more, so that even equal samples,
whose roundings all point one way, stay near two units in the last place. Otherwise the block is
`folded`, which multiplies without ever forming the 1: (1 + a)(1 + b) - 1 = a + b + ab, and log1p
of the result is exact however small the loss. See `products` and `binary`.

**Blocks.** Work runs through blocks that fit in the processor's cache, so that memory stays bounded
whatever the number of samples, and many rows of scores are shared by two threads (NumPy releases
Python's lock inside its loops). The blocks' sums are added exactly, so threads change no digit.
See `blocks`.

float32 is widened block by block, computed in float64 and rounded once at the end.
"""
