"""Measured numbers as expressions: whether they are known, and on which side of a number they lie.

They compare exactly. Counts, and decimals in parts, are whole numbers: ``a/b >= p/q`` is
``a*q >= b*p`` in 64 bits. A float that is compared by itself stands for the shortest decimal it
holds; such decimals rise with the floats, so a threshold is one float, known before any row is.
"""

from collections.abc import Callable
from fractions import Fraction
from math import inf, nextafter
from operator import add, ge, gt, or_
from typing import Any, Final, assert_never

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik import exact
from rubrik.frames.expressions import combined, surely
from rubrik.frames.facts import Facts, Total
from rubrik.frames.intake import FAR
from rubrik.frames.rounding import EXACT_LIMIT
from rubrik.measures import (
    Amount,
    Answer,
    Count,
    Growth,
    Items,
    Number,
    Ratio,
    Share,
    Terms,
    Weighted,
)

__all__ = ["Measured", "lies_at_or_above", "measured", "narrowed"]


def __dir__() -> list[str]:
    return __all__


_PART_AND_WHOLE: Final = 2

Test = Callable[[Fraction], nw.Expr]


@frozen
class Measured:
    """A measured number.

    ``value`` is a float: an exact one where the number ``is_whole``, and otherwise with a relative
    error of at most so many ``roundings``. It is null where the number is not ``known``.
    ``at_least`` and ``above`` compare it with a number, which means nothing where it is not known.
    ``missing`` is where that is because something was not reported.
    """

    value: nw.Expr
    known: nw.Expr
    missing: Callable[[], nw.Expr]
    at_least: Test
    above: Test
    roundings: int
    is_whole: bool = False


def measured(measure: Number, facts: Facts) -> Measured | None:
    """A measured number, or ``None`` where nothing that it reads has a column.

    Raises:
        OverflowError: it does not surely fit into 64 bits.
    """
    match measure:
        case Count():
            value = facts.value(measure.count)
            return None if value is None else _whole(Total(value, 1, FAR))
        case Amount() | Share():
            value = facts.value(measure.input)
            return None if value is None else _decimal(value)
        case Items():
            ticked = facts.items(measure.items)
            return None if ticked is None else _whole(Total(_counted(ticked), 1, len(ticked)))
        case Weighted():
            total = Total.of(measure.weighted, facts)
            return None if total is None else _whole(total)
        case Ratio():
            return _ratio(measure, facts)
        case Growth():
            return _growth(measure, facts)
        case _:
            assert_never(measure)


def _counted(ticked: list[nw.Expr]) -> nw.Expr:
    """How many of some tests hold, null where one is null."""
    return combined(add, [each.cast(nw.Int64) for each in ticked])


def _whole(total: Total) -> Measured:
    """A whole number, or one of parts of one."""
    value, scale = total.value, total.scale

    def within(limit: int) -> int:
        """A limit that fits into 64 bits: beyond all values it is the same wherever it is."""
        return max(-total.room - 1, min(limit, total.room + 1))

    return Measured(
        value=value.cast(nw.Float64) if scale == 1 else value / float(scale),
        known=~value.is_null(),
        missing=value.is_null,
        at_least=lambda limit: value >= within(-int(-limit * scale // 1)),
        above=lambda limit: value > within(int(limit * scale // 1)),
        roundings=3,  # Polars divides by a constant as it multiplies by its inverse
        is_whole=scale == 1 and total.room < EXACT_LIMIT,
    )


def _decimal(value: nw.Expr) -> Measured:
    return Measured(
        value=value,
        known=~value.is_null(),
        missing=value.is_null,
        at_least=lambda limit: value >= lies_at_or_above(limit),
        above=lambda limit: value >= _lies_above(limit),
        roundings=1,
    )


def lies_at_or_above(threshold: Fraction) -> float:
    """The smallest float whose shortest decimal is not below a number."""
    found = float(threshold)
    return found if exact.rational(found) >= threshold else nextafter(found, inf)


def _lies_above(threshold: Fraction) -> float:
    found = lies_at_or_above(threshold)
    return nextafter(found, inf) if exact.rational(found) == threshold else found


# Quotients.


def _ratio(measure: Ratio, facts: Facts) -> Measured | None:
    part, whole = Total.of(measure.ratio, facts), Total.of(measure.of, facts)
    return _counted_or_stated(measure, part, whole, facts)


def _growth(measure: Growth, facts: Facts) -> Measured | None:
    difference = Terms(((measure.growth, Fraction(1)), (measure.since, Fraction(-1))))
    before = Terms(((measure.since, Fraction(1)),))
    part, whole = Total.of(difference, facts), Total.of(before, facts)
    return _counted_or_stated(measure, part, whole, facts)


def _counted_or_stated(
    measure: Ratio | Growth, part: Total | None, whole: Total | None, facts: Facts
) -> Measured | None:
    """The counted value where both counts were reported, else the stated one."""
    stated = facts.value(measure.stated) if measure.stated else None
    said = None if stated is None else _decimal(stated)
    if part is None or whole is None:
        return said
    counted = _Quotient(part, whole, measure.when_empty).measured
    return counted if said is None else _either(~counted.missing(), counted, said)


def _either(reported: nw.Expr, counted: Measured, said: Measured) -> Measured:
    def either(first: nw.Expr, second: nw.Expr) -> nw.Expr:
        return nw.when(reported).then(first).otherwise(second)

    return Measured(
        value=either(counted.value, said.value),
        known=either(counted.known, said.known),
        missing=lambda: ~reported & said.missing(),
        at_least=lambda limit: either(counted.at_least(limit), said.at_least(limit)),
        above=lambda limit: either(counted.above(limit), said.above(limit)),
        roundings=counted.roundings,
    )


@frozen
class _Quotient:
    """A part of a whole that is above zero; where both are zero, what is said of that.

    Comparing ``part / whole`` with ``p / q`` is comparing ``part * q`` with ``whole * p``.
    """

    part: Total
    whole: Total
    when_empty: Fraction | None

    @property
    def measured(self) -> Measured:
        """The quotient as a measured number."""
        part, whole = self.part.value, self.whole.value
        value: nw.Expr = nw.when(whole > 0).then(self._divided)
        known = surely((whole > 0) & ~part.is_null())
        if self.when_empty is not None:
            value = nw.when(self._is_empty).then(float(self.when_empty)).otherwise(value)
            known |= surely(self._is_empty)
        return Measured(
            value=value,
            known=known,
            missing=lambda: part.is_null() | whole.is_null(),
            at_least=lambda limit: self._compared(limit, ge),
            above=lambda limit: self._compared(limit, gt),
            roundings=6,  # of two sums, of two scales; a whole that is the same everywhere: two
        )

    @property
    def _is_empty(self) -> nw.Expr:
        return (self.whole.value == 0) & (self.part.value == 0)

    @property
    def _divided(self) -> nw.Expr:
        ratio = self.part.value / self.whole.value
        scale = Fraction(self.whole.scale, self.part.scale)
        return ratio if scale == 1 else ratio * float(scale)

    def _compared(self, limit: Fraction, operation: Callable[[Any, Any], Any]) -> nw.Expr:
        left = self.part.times(limit.denominator * self.whole.scale)
        right = self.whole.times(limit.numerator * self.part.scale)
        crossed: nw.Expr = operation(left.value, right.value)
        if self.when_empty is None:
            return crossed
        given = operation(self.when_empty, limit)
        return nw.when(self._is_empty).then(nw.lit(given)).otherwise(crossed)


def narrowed(measure: Number | Answer, facts: Facts) -> nw.Expr | None:
    """Where a number is not known, and what was reported of it may narrow what it can be.

    One count of two leaves a ratio as open as it was, unless the part has a limit of its own.
    """
    match measure:
        case Ratio(stated=None) if not _is_plain(measure, facts):
            names = measure.counts
        case Weighted():
            names = measure.weighted.names
        case _:
            return None
    found = [facts.value(name) for name in names]
    known = [each for each in found if each is not None]
    if not known or len(names) == 1:
        return None
    some = combined(or_, [~each.is_null() for each in known])
    if len(known) < len(found):
        return some
    return some & combined(or_, [each.is_null() for each in known])


def _is_plain(measure: Ratio, facts: Facts) -> bool:
    """Whether it is one count of another, and has no limit."""
    declared = [facts.declared.numbers[name] for name in measure.counts]
    return len(declared) == _PART_AND_WHOLE and declared[0].domain.span.high is None
