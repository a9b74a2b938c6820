"""Measures that divide: a part by its whole, a change by what was before."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import field, frozen

from rubrik import exact
from rubrik.absence import Absence, Undefined
from rubrik.intervals import EVERYTHING, Interval, hull
from rubrik.measures.domains import Domain
from rubrik.measures.facts import Declared, Facts
from rubrik.measures.terms import Terms, terms
from rubrik.measures.values import Known, Pair, Possible, Reads

__all__ = ["Growth", "Ratio"]


def __dir__() -> list[str]:
    return __all__


_ZERO = Fraction(0)
_ONE = Fraction(1)


def _optional_rational(value: object) -> Fraction | None:
    return None if value is None else exact.rational(value)


def _domain(counted: Interval, measure: "Ratio | Growth", declared: Declared) -> Domain:
    """What can be counted, stated, or put in the place of 0/0."""
    spans = [declared.numbers[name].domain.span for name in measure.counts]
    parts = [counted if all(span.is_at_least(_ZERO) for span in spans) else EVERYTHING]
    if measure.stated is not None:
        parts.append(declared.numbers[measure.stated].domain.span)
    if measure.when_empty is not None:
        parts.append(Interval.point(measure.when_empty))
    return Domain(hull(parts))


def _undefined(measure: "Ratio | Growth", facts: Facts, why: Undefined) -> Possible:
    return Possible(measure.domain(facts.declared).span, (Absence(undefined=why),))


@frozen(kw_only=True, repr=False)
class Ratio:
    """A part (``ratio``) of a whole (``of``): two counts, or weighted sums of counts.

    The parts are disjoint parts of the whole (their plain sum is at most the whole) unless
    ``above_one``. Where the counts are not reported, the share input ``stated`` answers; where both
    are, the counts win. 0/0 is ``when_empty``, or undefined where that is not said; so is any
    other ratio to a whole that is not positive.
    """

    ratio: Terms = field(converter=terms)
    of: Terms = field(converter=terms)
    stated: str | None = None
    above_one: bool = False
    when_empty: Fraction | None = field(default=None, converter=_optional_rational)

    @property
    def counts(self) -> tuple[str, ...]:
        """The inputs that it divides."""
        return (*self.ratio.names, *self.of.names)

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        for name in self.counts:
            yield name, "number"
        if self.stated is not None:
            yield self.stated, "share"

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return frozenset(name for name, _ in self.reads)

    def domain(self, declared: Declared) -> Domain:
        """From the least to the greatest weight, or unbounded where it may exceed the whole.

        What may be stated, and what 0/0 counts as, is in it too.
        """
        weights = [weight for _, weight in self.ratio.weights]
        low, high = min(_ZERO, *weights), max(_ZERO, *weights)
        counted = Interval(low, high)
        if self.above_one:
            counted = Interval(None if low < 0 else low, None)
        return _domain(counted, self, declared)

    def pair(self, known: Known) -> Pair | None:
        """The value, or ``None`` while it is unknown or undefined."""
        part = self.ratio.total(known)
        whole = self.of.total(known)
        if part is None or whole is None:
            share = known.get(self.stated or "")
            return None if share is None else (share.numerator, share.denominator)  # type: ignore[union-attr]
        if whole <= 0:
            return self._empty(part) if whole == 0 else None
        return part.numerator * whole.denominator, part.denominator * whole.numerator

    def _empty(self, part: Fraction | int) -> Pair | None:
        if part != 0 or self.when_empty is None:
            return None
        return self.when_empty.numerator, self.when_empty.denominator

    def contradiction(self, known: Known) -> tuple[Fraction, Fraction] | None:
        """The counted and the stated ratio where both were reported and differ."""
        part, whole = self.ratio.total(known), self.of.total(known)
        share = known.get(self.stated or "")
        if part is None or not whole or whole < 0 or share is None:
            return None
        counted = Fraction(part) / whole
        stated = Fraction(share)  # type: ignore[arg-type]
        return None if counted == stated else (counted, stated)

    def exceeds(self, known: Known) -> bool:
        """Whether the reported parts are impossibly larger than the whole."""
        if self.above_one:
            return False
        whole = self.of.total(known)
        return whole is not None and self.ratio.plain(known) > whole

    def possible(self, facts: Facts) -> Possible:
        """What the ratio can be."""
        pair = self.pair(facts.known)
        if pair is not None:
            return Possible(Interval.point(Fraction(*pair)))
        missing = facts.missing(self.counts)
        if not missing:
            return _undefined(self, facts, Undefined.ZERO_DENOMINATOR)
        return Possible(self._span(facts), missing)

    def _span(self, facts: Facts) -> Interval:
        whole = self.domain(facts.declared).span
        if self.stated is not None:
            return whole
        narrowed = _quotient(self.ratio.span(facts), self.of.span(facts))
        return whole if narrowed is None else (whole.meet(narrowed) or whole)

    def __str__(self) -> str:
        above = "may exceed 1" if self.above_one else ""
        return f"Ratio({_said(f'{self.ratio} / {self.of}', self, above)})"

    __repr__ = __str__


def _said(what: str, measure: "Ratio | Growth", *more: str) -> str:
    """What is divided, and whatever is not as usual about it."""
    stated = "" if measure.stated is None else f"or {measure.stated}"
    empty = "" if measure.when_empty is None else f"0/0 = {measure.when_empty}"
    return ", ".join(filter(None, (what, stated, *more, empty)))


def _quotient(part: Interval, whole: Interval) -> Interval | None:
    """The quotients of non-negative spans with a whole that cannot be zero, or ``None``."""
    if part.low is None or part.low < 0 or whole.low is None or whole.low <= 0:
        return None
    low = _ZERO if whole.high is None else part.low / whole.high
    return Interval(low, None if part.high is None else part.high / whole.low)


@frozen(kw_only=True, repr=False)
class Growth:
    """Growth against an earlier value: ``(growth - since) / since``; from zero it is undefined.

    ``stated`` and ``when_empty`` work as in a ratio.
    """

    growth: str
    since: str
    stated: str | None = None
    when_empty: Fraction | None = field(default=None, converter=_optional_rational)

    @property
    def counts(self) -> tuple[str, ...]:
        """The inputs that it compares."""
        return (self.growth, self.since)

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        for name in self.counts:
            yield name, "number"
        if self.stated is not None:
            yield self.stated, "share"

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return frozenset(name for name, _ in self.reads)

    def domain(self, declared: Declared) -> Domain:
        """From -100 % up."""
        return _domain(Interval(-_ONE, None), self, declared)

    def pair(self, known: Known) -> Pair | None:
        """The value, or ``None`` while it is unknown or undefined."""
        now, before = known.get(self.growth), known.get(self.since)
        if now is None or before is None:
            share = known.get(self.stated or "")
            return None if share is None else (share.numerator, share.denominator)  # type: ignore[union-attr]
        if before == 0:
            empty = self.when_empty if now == 0 else None
            return None if empty is None else (empty.numerator, empty.denominator)
        rate = (Fraction(now) - Fraction(before)) / Fraction(before)  # type: ignore[arg-type]
        return rate.numerator, rate.denominator

    def possible(self, facts: Facts) -> Possible:
        """What the rate can be."""
        pair = self.pair(facts.known)
        if pair is not None:
            return Possible(Interval.point(Fraction(*pair)))
        missing = facts.missing(self.counts)
        if not missing:
            return _undefined(self, facts, Undefined.GROWTH_FROM_ZERO)
        return Possible(self.domain(facts.declared).span, missing)

    def __str__(self) -> str:
        return f"Growth({_said(f'{self.growth} since {self.since}', self)})"

    __repr__ = __str__
