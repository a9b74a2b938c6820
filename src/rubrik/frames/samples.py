"""What is aggregated of a measured number, so that its least and greatest values are exact.

Counts and decimals are what they are in a column. A quotient is only near to its float: of rows
whose floats are at an end, or next to it, the two whole numbers are read as well.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from operator import add
from typing import Any, Final, assert_never

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik import exact
from rubrik.frames.expressions import combined, surely
from rubrik.frames.facts import Facts, Total
from rubrik.measures import Amount, Count, Growth, Items, Number, Ratio, Share, Terms, Weighted

__all__ = ["Quotients", "Sample", "Values", "samples"]


def __dir__() -> list[str]:
    return __all__


_NEXT: Final = 2.0**-45
"""Floats of quotients this near to each other, in relation to them, may stand in either order."""


@frozen
class Values:
    """Numbers that a column holds as they are, each read by itself; null where there is none."""

    value: nw.Expr
    read: Callable[[Any], Fraction]


@frozen
class Quotients:
    """Whole numbers over others that are above zero, both null where there is none."""

    part: nw.Expr
    whole: nw.Expr
    scale: Fraction

    @property
    def value(self) -> nw.Expr:
        """The floats next to them, but for the scale."""
        return self.part / self.whole

    @staticmethod
    def is_next(value: nw.Expr, end: nw.Expr) -> nw.Expr:
        """Whether a quotient may be as far out as the one whose float is at an end."""
        return (value - end).abs() <= end.abs() * _NEXT

    @property
    def plainest(self) -> tuple[nw.Expr, nw.Expr]:
        """The same quotients: 0/1 and 1/1 where they are that, so that many rows are one."""
        is_plain = (self.part == 0) | (self.part == self.whole)
        plain_part = nw.when(self.part == 0).then(0).otherwise(1)
        return (
            nw.when(is_plain).then(plain_part).otherwise(self.part),
            nw.when(is_plain).then(1).otherwise(self.whole),
        )

    def read(self, part: int, whole: int) -> Fraction:
        """One of them."""
        return Fraction(int(part), int(whole)) * self.scale


Sample = Values | Quotients


def samples(measure: Number, facts: Facts) -> Iterator[Sample]:
    """Where the values of a measured number come from; nothing where it reads no column.

    Raises:
        OverflowError: it does not surely fit into 64 bits.
    """
    match measure:
        case Count() | Amount() | Share():
            value = facts.value(measure.input)
            if value is not None:
                yield Values(value, exact.rational)
        case Items():
            ticked = facts.items(measure.items)
            if ticked is not None:
                yield Values(combined(add, [each.cast(nw.Int64) for each in ticked]), Fraction)
        case Weighted():
            total = Total.of(measure.weighted, facts)
            if total is not None:
                yield Values(total.value, _over(total.scale))
        case Ratio():
            yield from _divided(measure, measure.ratio, measure.of, facts)
        case Growth():
            change = Terms(((measure.growth, Fraction(1)), (measure.since, Fraction(-1))))
            yield from _divided(measure, change, Terms(((measure.since, Fraction(1)),)), facts)
        case _:
            assert_never(measure)


def _over(scale: int) -> Callable[[Any], Fraction]:
    return lambda value: Fraction(int(value), scale)


def _divided(measure: Ratio | Growth, part: Terms, whole: Terms, facts: Facts) -> Iterator[Sample]:
    """Quotients; what none of none is said to be; and what is stated where it is not counted."""
    counted, of = Total.of(part, facts), Total.of(whole, facts)
    stated = facts.value(measure.stated) if measure.stated else None
    if counted is None or of is None:
        if stated is not None:
            yield Values(stated, exact.rational)
        return
    if stated is not None:
        is_counted = ~(counted.value.is_null() | of.value.is_null())
        yield Values(nw.when(~is_counted).then(stated), exact.rational)
    over = surely(of.value > 0)
    yield Quotients(
        nw.when(over).then(counted.value),
        nw.when(over & ~counted.value.is_null()).then(of.value),
        Fraction(of.scale, counted.scale),
    )
    empty = measure.when_empty
    if empty is not None:
        is_empty = surely((of.value == 0) & (counted.value == 0))
        yield Values(nw.when(is_empty).then(1), lambda _: empty)
