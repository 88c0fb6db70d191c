"""Numbers as a reader reads them: fixed decimals, true minus, ∞, powers of ten."""

from __future__ import annotations

import math

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# What lies nearer to 100 % than these show is rounding alone.
_MOST_DIGITS = 12


def number(value: float, digits: int = 4) -> str:
    """Return the value with fixed decimals, as a power of ten where these would hide it.

    Examples
    --------
    >>> number(2.07572), number(-math.inf), number(0.000012345), number(0.0), number(36.0, 0)
    ('2.0757', '−∞', '1.23 × 10⁻⁵', '0.0000', '36')
    """
    if not math.isfinite(value):
        return _not_finite(value)
    if value != 0 and not 10.0**-digits / 2 <= abs(value) < 1e7:
        return scientific(f"{value:.2e}")
    return f"{value + 0.0:.{digits}f}".replace("-", "−")


def short(value: float, digits: int = 4) -> str:
    """Return the value with at most that many significant digits and no trailing zeros.

    Examples
    --------
    >>> short(0.3024), short(0.1 + 0.2), short(1 - 0.9), short(1e-7), short(-0.0)
    ('0.3024', '0.3', '0.1', '1 × 10⁻⁷', '0')
    >>> short(12345.6), short(9999.6)  # the digits before the point stay, be they more
    ('12346', '10000')
    """
    if not math.isfinite(value):
        return _not_finite(value)
    if value != 0 and not 1e-4 <= abs(value) < 1e7:
        return scientific(f"{value:.{digits - 1}e}")
    if abs(value) >= 10**digits - 0.5:
        return f"{value:.0f}".replace("-", "−")
    return f"{value + 0.0:.{digits}g}".replace("-", "−")


def chance(p: float, digits: int = 4) -> str:
    """Return a probability as `short` does, with more digits where these would make it certain.

    Examples
    --------
    >>> chance(0.99998329858, 3), chance(0.9002, 3), chance(1.0)
    ('0.99998', '0.9', '1')
    """
    while p < 1 and short(p, digits) == "1":
        digits += 1
    return short(p, digits)


def percent(share: float) -> str:
    """Return a share of 1 in percent: whole ones, or one digit of less than that.

    A share of less than 1 is never said to be all: it gets as many digits as that takes.

    Examples
    --------
    >>> percent(0.48), percent(1.0), percent(0.005), percent(0.0), percent(0.997)
    ('48 %', '100 %', '0.5 %', '0 %', '99.7 %')
    """
    if share < 0.01:
        return f"{short(100 * share, 1)} %"
    for digits in range(_MOST_DIGITS if share < 1 else 0):
        if float(written := f"{100 * share:.{digits}f}") < 100:
            return f"{written} %"
    return f"{100 * share:.0f} %"


def signed(value: float, digits: int = 4) -> str:
    """Return the value with its sign, + too.

    Examples
    --------
    >>> signed(0.5), signed(-0.5)
    ('+0.5000', '−0.5000')
    """
    return ("+" if value > 0 else "") + number(value, digits)


def latex(text: str) -> str:
    r"""Return a number written by this module in the language of formulas.

    Examples
    --------
    >>> latex(number(0.000012345)), latex("−∞")
    ('1.23\\times10^{-5}', '-\\infty')
    """
    mantissa, _, power = text.partition(" × 10")
    mantissa = mantissa.replace("−", "-").replace("∞", r"\infty")
    if not power:
        return mantissa
    exponent = power.translate({high: low for low, high in _SUPERSCRIPT.items()})
    return rf"{mantissa}\times10^{{{exponent}}}"


def scientific(text: str) -> str:
    """Return a number that Python has written with an exponent as a reader writes it.

    Examples
    --------
    >>> scientific("-1.50e-07"), scientific("3.000e+400")
    ('−1.5 × 10⁻⁷', '3 × 10⁴⁰⁰')
    """
    mantissa, power = text.lower().split("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa.replace('-', '−')} × 10{str(int(power)).translate(_SUPERSCRIPT)}"


def _not_finite(value: float) -> str:
    if math.isnan(value):
        return "–"
    return "∞" if value > 0 else "−∞"
