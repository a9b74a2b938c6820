"""How far binary floats can be from the exact value, and where they decide a threshold for sure.

``u = 2**-53`` is the unit roundoff, ``g(k) = k*u / (1 - k*u)`` the bound for ``k`` roundings
(Higham, *Accuracy and Stability of Numerical Algorithms*, section 3.1).
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from math import inf, nextafter
from typing import Final

from attrs import evolve, frozen

from rubrik.intervals import Interval

__all__ = ["EXACT_LIMIT", "Error", "any_one_of", "at_least", "at_most", "gamma", "summed"]


def __dir__() -> list[str]:
    return __all__


_U: Final = Fraction(1, 2**53)

_LEAST: Final = Fraction(1, 2**1000)
"""More than what is lost where numbers are too small for floats."""

EXACT_LIMIT: Final = 2**53
"""Up to here every whole number is a float."""


def gamma(roundings: int) -> Fraction:
    """The relative error that so many roundings can add up to."""
    return roundings * _U / (1 - roundings * _U)


def at_least(number: Fraction) -> float:
    """The smallest float that is not below a number."""
    found = float(number)
    return found if Fraction(found) >= number else nextafter(found, inf)


def at_most(number: Fraction) -> float:
    """The largest float that is not above a number."""
    found = float(number)
    return found if Fraction(found) <= number else nextafter(found, -inf)


@frozen
class Error:
    """How exact a column of floats is.

    ``bound`` is how far a value can be from the true one, at most. Where every value is a whole
    multiple of ``grain``, a power of two, and none is larger than ``size``, sums of them are exact
    as long as they stay below ``2**53`` grains. ``size`` is the largest magnitude.
    """

    bound: Fraction
    size: Fraction
    grain: Fraction | None = None

    @classmethod
    def of(cls, number: Fraction) -> "Error":
        """That of a constant, as a float."""
        if Fraction(float(number)) == number:
            return cls(Fraction(0), abs(number), Fraction(1, number.denominator))
        return cls.relative(1, abs(number))

    @classmethod
    def relative(cls, roundings: int, size: Fraction) -> "Error":
        """That of a value of some size at most, after so many roundings."""
        return cls(gamma(roundings) * size + _LEAST, size)

    @classmethod
    def of_ends(cls, within: Interval) -> "Error":
        """That of the ends of an interval; an end that is not there is exact."""
        ends = [cls.of(end) for end in (within.low, within.high) if end is not None]
        return any_one_of([cls(Fraction(0), Fraction(0), Fraction(1)), *ends])

    @property
    def is_exact(self) -> bool:
        """Whether the floats are the true values."""
        return self.bound == 0

    def adds_up_to(self, size: Fraction) -> bool:
        """Whether sums as large as that are exact as well."""
        return self.grain is not None and size < EXACT_LIMIT * self.grain

    def joined(self, other: "Error") -> "Error":
        """That of a column that takes its values from either of two."""
        known = [each for each in (self.grain, other.grain) if each is not None]
        grain = min(known) if len(known) == 2 else None  # noqa: PLR2004 - both
        return Error(max(self.bound, other.bound), max(self.size, other.size), grain)

    def cut(self, limit: Fraction) -> "Error":
        """That of the values cut at a limit."""
        return self.joined(Error.of(limit))


def any_one_of(errors: Sequence[Error]) -> Error:
    """That of a column that takes its values from any of several."""
    return reduce(Error.joined, errors)


def summed(errors: Sequence[Error]) -> Error:
    """That of a sum in any order."""
    size = sum((each.size for each in errors), Fraction(0))
    whole = any_one_of(errors)
    if whole.adds_up_to(size):
        return evolve(whole, size=size)
    bound = sum((each.bound for each in errors), Fraction(0))
    more = gamma(max(len(errors) - 1, 0)) * (size + bound)
    return Error(bound + more, size + bound)
