"""Differences as they are printed: with their sign, open ends and all."""

from fractions import Fraction

import pytest

from rubrik import Interval
from rubrik.saying.differences import moved
from rubrik.saying.words import Words

ZERO, FIVE = Fraction(0), Fraction(5)


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (None, "–"),
        (Interval.point(FIVE), "+5"),
        (Interval.point(-FIVE), "-5"),
        (Interval.point(ZERO), "0"),
        (Interval.point(Fraction(1, 3)), "+0.33"),
        (Interval.point(Fraction(1, 10**9)), "+0.000000001"),
        (Interval.point(Fraction(-1, 10**9)), "-0.000000001"),
        (Interval(-FIVE, FIVE), "-5 … +5"),
        (Interval(ZERO, FIVE), "0 … +5"),
        (Interval(-FIVE, ZERO, low_open=True), ">-5 … 0"),
        (Interval(-FIVE, ZERO, high_open=True), "-5 … <0"),
        (Interval(FIVE, FIVE + Fraction(1, 10**6)), "+5 … +5.000001"),
        (Interval(-FIVE, None), "≥ -5"),
        (Interval(FIVE, None, low_open=True), "> +5"),
        (Interval(None, FIVE), "≤ +5"),
        (Interval(None, ZERO, high_open=True), "< 0"),
        (Interval(None, None), "?"),
    ],
)
def test_a_difference_has_its_sign(within: Interval | None, expected: str) -> None:
    """More has a plus, less a minus, the same neither; what is not nothing never looks like it."""
    assert expected == moved(within, Words("en"))


def test_a_difference_speaks_the_language() -> None:
    """With a decimal comma in Vietnamese."""
    assert "-2,5 … +0,33" == moved(Interval(Fraction(-5, 2), Fraction(1, 3)), Words("vi"))
