"""Measured values as expressions: what is measured, whether it is known, and on which side of a
number it lies – decided by integers, or by floats where they are sure.

A measured number compares exactly wherever the facts are counts: ``a/b >= p/q`` is ``a*q >= b*p``
in 64 bits. A column of floats stands for the shortest decimals that it holds, as everywhere; they
rise with the floats, so a threshold on them is one float that can be found before any row is read.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from math import inf, lcm, nextafter
from operator import add
from typing import Final, assert_never

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik import exact
from rubrik.frames.columns import FAR, any_of, item_key
from rubrik.measures import (
    Amount,
    Answer,
    Choice,
    Count,
    Declared,
    Flag,
    Growth,
    Item,
    Items,
    Number,
    Option,
    Ratio,
    Share,
    Terms,
    Weighted,
)

__all__ = ["Facts", "Measured", "Total", "answered", "lies_at_or_above", "measured"]


def __dir__() -> list[str]:
    return __all__


Test = Callable[[Fraction], nw.Expr]

_ROOM: Final = 2**62
"""No product of integers may come near the end of 64 bits."""


@frozen
class Facts:
    """The inputs of a frame made ready: the column of each that there is, and what they are."""

    columns: Mapping[str, str]
    declared: Declared

    def value(self, key: str) -> nw.Expr | None:
        """The values of an input, or ``None`` where the frame has no column for it."""
        name = self.columns.get(key)
        return None if name is None else nw.col(name)

    def is_whole(self, name: str) -> bool:
        """Whether an input is counted."""
        return self.declared.numbers[name].domain.integer


@frozen
class Measured:
    """A measured number.

    ``value`` is null where it is not known, and ``missing`` says where that is because something
    was not reported. ``at_least`` and ``above`` compare it with a number, null where it is not
    known; ``unsure`` says where such a comparison could be wrong. ``partly`` is where it is not
    known and what else was reported may narrow it. ``roundings`` bounds its relative error.
    """

    value: nw.Expr
    missing: nw.Expr
    at_least: Test
    above: Test
    unsure: Callable[[Fraction], nw.Expr | None]
    roundings: int
    is_whole: bool = False
    partly: nw.Expr | None = None


def lies_at_or_above(threshold: Fraction) -> float:
    """The smallest float whose shortest decimal is not below a number.

    Floats stand for their shortest decimals, which rise with them.
    """
    found = float(threshold)
    while exact.rational(found) < threshold:
        found = nextafter(found, inf)
    while exact.rational(below := nextafter(found, -inf)) >= threshold:
        found = below
    return found


def measured(measure: Number, facts: Facts) -> Measured | None:
    """A measured number, or ``None`` where nothing that it reads has a column.

    Raises:
        OverflowError: its weights leave no room for exact comparison.
    """
    match measure:
        case Count():
            value = facts.value(measure.count)
            return None if value is None else _whole(value)
        case Amount() | Share():
            value = facts.value(measure.input)
            return None if value is None else _decimal(value)
        case Items():
            return _items(measure, facts)
        case Weighted():
            total = Total.of(measure.weighted, facts)
            return None if total is None else _weighted(total)
        case Ratio():
            return _ratio(measure, facts)
        case Growth():
            return _growth(measure, facts)
        case _:
            assert_never(measure)


def _never(_: Fraction) -> None:
    return None


def _whole(value: nw.Expr, scale: int = 1) -> Measured:
    """A whole number, or one of so many parts of one."""
    return Measured(
        value=value.cast(nw.Float64) if scale == 1 else value / scale,
        missing=value.is_null(),
        at_least=lambda limit: value >= -int(-limit * scale // 1),
        above=lambda limit: value > int(limit * scale // 1),
        unsure=_never,
        roundings=0 if scale == 1 else 1,
        is_whole=scale == 1,
    )


def _decimal(value: nw.Expr) -> Measured:
    return Measured(
        value=value,
        missing=value.is_null(),
        at_least=lambda limit: value >= lies_at_or_above(limit),
        above=lambda limit: value >= _lies_above(limit),
        unsure=_never,
        roundings=1,
    )


def _lies_above(threshold: Fraction) -> float:
    found = lies_at_or_above(threshold)
    return nextafter(found, inf) if exact.rational(found) == threshold else found


def _items(measure: Items, facts: Facts) -> Measured | None:
    """How many items are ticked; known where every one of them is answered."""
    values = [facts.value(item_key(measure.items, item)) for item in _options(measure, facts)]
    found = [each.cast(nw.Int64) for each in values if each is not None]
    return None if len(found) < len(values) else _whole(reduce(add, found))


def _options(measure: Items | Item, facts: Facts) -> Sequence[str]:
    return tuple(facts.declared.lists[measure.items].options)


# Weighted sums.


@frozen
class Total:
    """A weighted sum of inputs: ``whole / scale`` of integers, or a ``real`` one of floats.

    ``terms`` counts what a real one adds up, for its error; ``size`` is the sum of its terms
    without their signs.
    """

    value: nw.Expr
    scale: int
    is_whole: bool
    size: nw.Expr
    terms: int
    room: int

    @classmethod
    def of(cls, terms: Terms, facts: Facts) -> "Total | None":
        """The sum, or ``None`` where an input of it has no column."""
        values = [facts.value(name) for name in terms.names]
        found = [each for each in values if each is not None]
        if len(found) < len(values):
            return None
        weights = [weight for _, weight in terms.weights]
        if all(map(facts.is_whole, terms.names)):
            scale = lcm(*(weight.denominator for weight in weights))
            factors = [int(weight * scale) for weight in weights]
            parts = [
                each if factor == 1 else each * factor
                for each, factor in zip(found, factors, strict=True)
            ]
            total = reduce(add, parts)
            room = sum(map(abs, factors)) * FAR
            return cls(total, scale, True, total, 0, room)
        floats = [
            each.cast(nw.Float64) * float(weight)
            for each, weight in zip(found, weights, strict=True)
        ]
        size = reduce(add, [each.abs() for each in floats])
        return cls(reduce(add, floats), 1, False, size, len(floats), 0)

    @property
    def roundings(self) -> int:
        """How many roundings its value went through, relative to its size."""
        return self.terms + 2


def _weighted(total: Total) -> Measured:
    if total.is_whole:
        return _whole(total.value, total.scale)
    error = (total.roundings + 2) * 2.0**-52
    return Measured(
        value=total.value,
        missing=total.value.is_null(),
        at_least=lambda limit: total.value >= float(limit),
        above=lambda limit: total.value > float(limit),
        unsure=lambda limit: (
            (total.value - float(limit)).abs() <= (total.size + abs(float(limit))) * error
        ),
        roundings=total.roundings,
        partly=None,
    )


# Ratios and growth.


def _ratio(measure: Ratio, facts: Facts) -> Measured | None:
    part, whole = Total.of(measure.ratio, facts), Total.of(measure.of, facts)
    stated = facts.value(measure.stated) if measure.stated else None
    if part is None or whole is None:
        return None if stated is None else _with_gaps(_decimal(stated), measure, facts)
    counted = _quotient(part, whole, measure.when_empty)
    return _with_gaps(_or_stated(counted, stated, _reported(part, whole)), measure, facts)


def _growth(measure: Growth, facts: Facts) -> Measured | None:
    stated = facts.value(measure.stated) if measure.stated else None
    difference = Terms(((measure.growth, Fraction(1)), (measure.since, Fraction(-1))))
    change = Total.of(difference, facts)
    before = Total.of(Terms(((measure.since, Fraction(1)),)), facts)
    if change is None or before is None:
        return None if stated is None else _decimal(stated)
    counted = _quotient(change, before, measure.when_empty)
    return _or_stated(counted, stated, _reported(change, before))


def _reported(part: Total, whole: Total) -> nw.Expr:
    return ~(part.value.is_null() | whole.value.is_null())


def _quotient(part: Total, whole: Total, when_empty: Fraction | None) -> Measured:
    """A part of a whole that is above zero; of none where both are zero and it is said what then."""
    over = nw.when(whole.value > 0)
    ratio = part.value / whole.value
    if part.scale != whole.scale:
        ratio = ratio * (whole.scale / part.scale)
    value, is_empty = over.then(ratio), (whole.value == 0) & (part.value == 0)
    if when_empty is not None:
        value = over.then(ratio).otherwise(nw.when(is_empty).then(nw.lit(float(when_empty))))
    compared = _Crossed(part, whole)

    def test(compare: Test, empty: Callable[[Fraction], bool]) -> Test:
        def tested(limit: Fraction) -> nw.Expr:
            crossed = compare(limit)
            if when_empty is None:
                return crossed
            return nw.when(is_empty).then(nw.lit(empty(limit))).otherwise(crossed)

        return tested

    empty = Fraction(0) if when_empty is None else when_empty
    return Measured(
        value=value,
        missing=~_reported(part, whole),
        at_least=test(compared.at_least, lambda limit: empty >= limit),
        above=test(compared.above, lambda limit: empty > limit),
        unsure=compared.unsure,
        roundings=4 + part.terms + whole.terms,
    )


@frozen
class _Crossed:
    """Comparing ``part / whole`` with ``p / q`` as ``part * q`` with ``whole * p``."""

    part: Total
    whole: Total

    def _sides(self, limit: Fraction) -> tuple[nw.Expr, nw.Expr]:
        part, whole = self.part, self.whole
        if not (part.is_whole and whole.is_whole):
            return part.value * 1.0, whole.value * (float(limit) * part.scale / whole.scale)
        left, right = limit.denominator * whole.scale, limit.numerator * part.scale
        if max(part.room * left, whole.room * abs(right)) >= _ROOM:
            raise OverflowError
        return _times(part.value, left), _times(whole.value, right)

    def at_least(self, limit: Fraction) -> nw.Expr:
        left, right = self._sides(limit)
        return left >= right

    def above(self, limit: Fraction) -> nw.Expr:
        left, right = self._sides(limit)
        return left > right

    def unsure(self, limit: Fraction) -> nw.Expr | None:
        """Where floats are too close to tell."""
        if self.part.is_whole and self.whole.is_whole:
            return None
        left, right = self._sides(limit)
        error = (self.part.roundings + self.whole.roundings + 4) * 2.0**-52
        around = self.part.size.abs() + self.whole.size.abs() * abs(float(limit))
        return (left - right).abs() <= around * error


def _times(value: nw.Expr, factor: int) -> nw.Expr:
    return value if factor == 1 else value * factor


def _or_stated(counted: Measured, stated: nw.Expr | None, reported: nw.Expr) -> Measured:
    """The counted value where both counts were reported, else the stated one."""
    if stated is None:
        return counted
    said = _decimal(stated)

    def either(first: Test, second: Test) -> Test:
        return lambda limit: nw.when(reported).then(first(limit)).otherwise(second(limit))

    return Measured(
        value=nw.when(reported).then(counted.value).otherwise(said.value),
        missing=counted.missing & said.missing,
        at_least=either(counted.at_least, said.at_least),
        above=either(counted.above, said.above),
        unsure=counted.unsure,
        roundings=counted.roundings,
    )


def _with_gaps(found: Measured, measure: Ratio, facts: Facts) -> Measured:
    """With the rows where one count alone narrows what the ratio can still be."""
    if measure.stated is not None:
        return found
    known = [facts.value(name) for name in measure.counts]
    some = any_of(~each.is_null() for each in known if each is not None)
    partly = None if some is None else found.missing & some
    return Measured(
        value=found.value,
        missing=found.missing,
        at_least=found.at_least,
        above=found.above,
        unsure=found.unsure,
        roundings=found.roundings,
        partly=partly,
    )


# Answers.


def answered(measure: Answer, facts: Facts) -> Callable[[Option], nw.Expr] | None:
    """Whether an answer is the one asked about, null where there is none; or no column for it."""
    match measure:
        case Flag():
            return _truth(facts.value(measure.flag))
        case Item():
            whole = measured(Items(measure.items), facts)
            value = facts.value(item_key(measure.items, measure.item))
            if whole is None or value is None:
                return None
            return _truth(nw.when(~whole.missing).then(value))
        case Choice():
            value = facts.value(measure.choice)
            return None if value is None else lambda option: value == option
        case _:
            assert_never(measure)


def _truth(value: nw.Expr | None) -> Callable[[Option], nw.Expr] | None:
    if value is None:
        return None
    return lambda option: value if option else ~value
