"""Printed numbers agree up to their first other digit, where their powers of ten do."""

from pages.frameworks.digits import same_digits


def test_leading_digits_are_compared_with_their_power_of_ten():
    assert same_digits("1.25e-05", "1.2512345e-05") == 4
    assert same_digits("1.25e-05", "1.25e-06") == 0
