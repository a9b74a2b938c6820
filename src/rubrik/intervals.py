"""Sets of rationals with a low and a high end, each open or closed: domains, bands, bounds.

An empty set is not an interval; operations that can come out empty return ``None``.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

from attrs import evolve, field, frozen

__all__ = ["EVERYTHING", "Interval", "add", "hull", "largest", "smallest"]


def __dir__() -> list[str]:
    return __all__


@frozen(repr=False)
class Interval:
    """A non-empty interval of rationals; ``None`` as an end means that it is unbounded there.

    Raises:
        ValueError: the ends are out of order, or equal and not both closed.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = field(default=False, kw_only=True)
    high_open: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # An end that is not there is never open, so that equal sets are equal values.
        if self.low is None and self.low_open:
            object.__setattr__(self, "low_open", False)
        if self.high is None and self.high_open:
            object.__setattr__(self, "high_open", False)
        if _is_empty(self.low, self.high, open_end=self.low_open or self.high_open):
            text = f"empty interval: {self}"
            raise ValueError(text)

    @classmethod
    def point(cls, value: Fraction) -> "Interval":
        """The interval that holds ``value`` alone."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one value."""
        low, high = self.low, self.high
        return low is not None and (low is high or low == high)

    def __contains__(self, value: Fraction) -> bool:
        return not self.is_above(value) and not self.is_below(value)

    def is_above(self, value: Fraction) -> bool:
        """Whether all of it lies above ``value``."""
        return self.low is not None and (self.low > value or (self.low_open and self.low == value))

    def is_below(self, value: Fraction) -> bool:
        """Whether all of it lies below ``value``."""
        if self.high is None:
            return False
        return self.high < value or (self.high_open and self.high == value)

    def is_at_most(self, value: Fraction) -> bool:
        """Whether none of it lies above ``value``."""
        return self.high is not None and self.high <= value

    def is_at_least(self, value: Fraction) -> bool:
        """Whether none of it lies below ``value``."""
        return self.low is not None and self.low >= value

    def holds(self, other: "Interval") -> bool:
        """Whether every value of ``other`` is in it."""
        return self.meet(other) == other

    def meet(self, other: "Interval") -> "Interval | None":
        """The values in both, or ``None``."""
        if self == other:
            return self
        low, low_open = max(_low(self), _low(other), key=_low_order)
        high, high_open = min(_high(self), _high(other), key=_high_order)
        return _made(low, high, low_open=low_open, high_open=high_open)

    def minus(self, other: "Interval") -> tuple["Interval", ...]:
        """The values in it and not in ``other``, in order: none, one or two intervals."""
        if self.meet(other) is None:
            return (self,)
        return tuple(part for part in self.around(other) if part is not None)

    def around(self, other: "Interval") -> tuple["Interval | None", "Interval | None"]:
        """Its values below all of ``other``, and those above all of it."""
        below = above = None
        if other.low is not None:
            below = self.meet(Interval(None, other.low, high_open=not other.low_open))
        if other.high is not None:
            above = self.meet(Interval(other.high, None, low_open=not other.high_open))
        return below, above

    def split(self, at: Iterable[Fraction]) -> Iterator["Interval"]:
        """Its parts below, at and above each of some values, in order."""
        rest: Interval | None = self
        for value in sorted(set(at)):
            if rest is not None and value in rest:
                here = Interval.point(value)
                below, rest = rest.around(here)
                yield from (here,) if below is None else (below, here)
        yield from () if rest is None else (rest,)

    @property
    def sample(self) -> Fraction:
        """One of its values: the middle where it has one."""
        if self.low is None or self.high is None:
            end = self.high if self.low is None else self.low
            step = -1 if self.low is None else 1
            return Fraction(0) if end is None else end + step
        return (self.low + self.high) / 2

    def snapped(self) -> "Interval | None":
        """The smallest closed interval that holds the same integers, or ``None`` without any."""
        low, high = self.low, self.high
        if low is not None:
            low = Fraction(floor(low) + 1 if self.low_open else ceil(low))
        if high is not None:
            high = Fraction(ceil(high) - 1 if self.high_open else floor(high))
        return _made(low, high, low_open=False, high_open=False)

    def image(self, slope: Fraction, constant: Fraction) -> "Interval":
        """The values ``slope * x + constant`` takes over it."""
        if slope == 0:
            return Interval.point(constant)
        low = None if self.low is None else slope * self.low + constant
        high = None if self.high is None else slope * self.high + constant
        if slope > 0:
            return evolve(self, low=low, high=high)
        return Interval(high, low, low_open=self.high_open, high_open=self.low_open)

    def clamped(self, low: Fraction | None, high: Fraction | None) -> "Interval":
        """The values it takes after those below ``low`` are raised and those above ``high`` cut."""
        result = self
        if high is not None:
            result = smallest((result, Interval.point(high)))
        if low is not None:
            result = largest((result, Interval.point(low)))
        return result

    def __str__(self) -> str:
        left = "(" if self.low is None or self.low_open else "["
        right = ")" if self.high is None or self.high_open else "]"
        low = "-∞" if self.low is None else str(self.low)
        high = "∞" if self.high is None else str(self.high)
        return f"{left}{low}, {high}{right}"

    __repr__ = __str__


def hull(parts: Iterable[Interval]) -> Interval:
    """The smallest interval that holds all of ``parts``, which must not be empty."""
    parts = tuple(parts)
    low, low_open = min((_low(part) for part in parts), key=_low_order)
    high, high_open = max((_high(part) for part in parts), key=_high_order)
    return Interval(low, high, low_open=low_open, high_open=high_open)


def add(parts: Sequence[Interval]) -> Interval:
    """What the sum of one value of each part can be; zero for no parts."""
    lows = [part.low for part in parts]
    highs = [part.high for part in parts]
    return Interval(
        None if None in lows else sum(filter(None, lows), Fraction(0)),
        None if None in highs else sum(filter(None, highs), Fraction(0)),
        low_open=None not in lows and any(part.low_open for part in parts),
        high_open=None not in highs and any(part.high_open for part in parts),
    )


def smallest(parts: Sequence[Interval]) -> Interval:
    """What the smallest of one value of each part can be."""
    low, low_open = min((_low(part) for part in parts), key=_low_order)
    high, high_open = min((_high(part) for part in parts), key=_high_order)
    return Interval(low, high, low_open=low_open, high_open=high_open)


def largest(parts: Sequence[Interval]) -> Interval:
    """What the largest of one value of each part can be."""
    low, low_open = max((_low(part) for part in parts), key=_low_order)
    high, high_open = max((_high(part) for part in parts), key=_high_order)
    return Interval(low, high, low_open=low_open, high_open=high_open)


def _low(interval: Interval) -> tuple[Fraction | None, bool]:
    return interval.low, interval.low_open


def _high(interval: Interval) -> tuple[Fraction | None, bool]:
    return interval.high, interval.high_open


def _low_order(end: tuple[Fraction | None, bool]) -> tuple[bool, Fraction, bool]:
    value, is_open = end
    return (value is not None, value or Fraction(0), is_open)


def _high_order(end: tuple[Fraction | None, bool]) -> tuple[bool, Fraction, bool]:
    value, is_open = end
    return (value is None, value or Fraction(0), not is_open)


def _is_empty(low: Fraction | None, high: Fraction | None, *, open_end: bool) -> bool:
    if low is None or high is None:
        return False
    return low > high or (low == high and open_end)


def _made(
    low: Fraction | None, high: Fraction | None, *, low_open: bool, high_open: bool
) -> Interval | None:
    if _is_empty(low, high, open_end=low_open or high_open):
        return None
    return Interval(low, high, low_open=low_open, high_open=high_open)


EVERYTHING = Interval(None, None)
"""All rationals."""
