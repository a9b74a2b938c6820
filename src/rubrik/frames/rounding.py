"""How far binary floats can be from the exact value, and where they decide a threshold for sure.

``u = 2**-53`` is the unit roundoff, ``g(k) = k*u / (1 - k*u)`` the bound for ``k`` roundings
(Higham, *Accuracy and Stability of Numerical Algorithms*, section 3.1).
"""

from fractions import Fraction
from math import inf, nextafter
from typing import Final

from attrs import frozen

__all__ = ["EXACT_LIMIT", "Error", "at_least", "at_most", "gamma"]


def __dir__() -> list[str]:
    return __all__


_U: Final = Fraction(1, 2**53)

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
        denominator = number.denominator
        is_dyadic = denominator & (denominator - 1) == 0 and abs(number.numerator) < EXACT_LIMIT
        if is_dyadic:
            return cls(Fraction(0), abs(number), Fraction(1, denominator))
        return cls(abs(number) * _U, abs(number))

    @property
    def is_exact(self) -> bool:
        """Whether the floats are the true values."""
        return self.bound == 0

    def joined(self, other: "Error") -> "Error":
        """That of a column that takes its values from either of two."""
        grain = _common(self, other)
        return Error(max(self.bound, other.bound), max(self.size, other.size), grain)

    def cut(self, limit: Fraction) -> "Error":
        """That of the values cut at a limit."""
        return self.joined(Error.of(limit))


def _common(*errors: Error) -> Fraction | None:
    grains = [each.grain for each in errors]
    known = [each for each in grains if each is not None]
    return min(known) if len(known) == len(grains) else None


def summed(errors: "list[Error]") -> Error:
    """That of a sum in any order."""
    size = sum((each.size for each in errors), Fraction(0))
    grain = _common(*errors) if errors else Fraction(1)
    if grain is not None and size < EXACT_LIMIT * grain:
        return Error(Fraction(0), size, grain)
    bound = sum((each.bound for each in errors), Fraction(0))
    more = gamma(max(len(errors) - 1, 0)) * (size + bound)
    return Error(bound + more, size + bound)
