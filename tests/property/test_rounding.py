from fractions import Fraction
from math import inf, nextafter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rubrik.exact import rational
from rubrik.frames.numbers import lies_at_or_above
from rubrik.frames.rounding import Error, any_one_of, at_least, at_most, gamma, summed
from rubrik.intervals import Interval

NUMBERS = st.one_of(
    st.fractions(-1000, 1000, max_denominator=1000),
    st.integers(-(2**60), 2**60).map(Fraction),
    st.sampled_from(
        [Fraction(1, 3), Fraction(1, 2**40), Fraction(2**53 + 1), Fraction(1, 10**320)]
    ),
)


class TestErrors:
    """A float is never further from the true number than is said of it."""

    @given(NUMBERS)
    def test_of_a_number(self, number: Fraction) -> None:
        """A number as the float nearest to it."""
        error = Error.of(number)

        assert abs(Fraction(float(number)) - number) <= error.bound
        assert abs(Fraction(float(number))) <= error.size + error.bound

    @given(st.lists(NUMBERS, min_size=1, max_size=9), st.randoms())
    def test_of_a_sum_in_any_order(self, numbers: list[Fraction], random: Random) -> None:
        """Numbers added up one after another, also where they cancel out."""
        error = summed([Error.of(number) for number in numbers])
        floats = [float(number) for number in numbers]
        random.shuffle(floats)

        assert abs(Fraction(sum(floats, 0.0)) - sum(numbers)) <= error.bound

    @given(st.lists(NUMBERS, min_size=1, max_size=9))
    def test_of_one_of_several(self, numbers: list[Fraction]) -> None:
        """Whichever number it is, it is no further from the true one."""
        error = any_one_of([Error.of(number) for number in numbers])

        assert all(abs(Fraction(float(number)) - number) <= error.bound for number in numbers)

    @given(NUMBERS, NUMBERS)
    def test_of_what_is_cut(self, number: Fraction, limit: Fraction) -> None:
        """A number that is cut at a limit."""
        error = Error.of(number).cut(limit)

        assert abs(Fraction(min(float(number), float(limit))) - min(number, limit)) <= error.bound

    def test_of_an_end_that_is_not_there(self) -> None:
        """Infinity is as it is."""
        assert Error.of_ends(Interval(None, None)).is_exact


@given(st.integers(1, 2**20), st.integers(0, 2**20))
def test_roundings_add_up(first: int, second: int) -> None:
    """So many roundings and so many more are no worse than all of them at once."""
    both = (1 + gamma(first)) * (1 + gamma(second)) - 1

    assert both <= gamma(first + second)


@given(NUMBERS)
def test_the_nearest_floats_lie_on_either_side(number: Fraction) -> None:
    """One is not below a number, the other is not above it, and no float lies between."""
    over, under = at_least(number), at_most(number)

    assert Fraction(under) <= number <= Fraction(over)
    assert over in (under, nextafter(under, inf))


@given(st.one_of(NUMBERS, st.floats(-1e6, 1e6).map(rational)))
def test_a_threshold_is_one_float(number: Fraction) -> None:
    """From there on the shortest decimals of floats are not below it, and before they are."""
    found = lies_at_or_above(number)

    assert rational(found) >= number
    assert rational(nextafter(found, -inf)) < number
