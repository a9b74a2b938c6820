"""The one form that every rule comes down to, and all that can be asked of it.

A closed union: ``Constant`` (points whatever is reported), ``Curve`` (pieces over a number),
``Lookup`` (a finite table), ``Fold`` (sum, best or worst of parts), ``Clamp`` (cap and floor),
``Switch`` (one case of several). Engines read forms and
learn no scorer's name. Every form but ``Switch`` is monotone in its parts, which is why the
interval of an open rule is that of its ends.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import lcm

from attrs import evolve, field, frozen

from rubrik.absence import Absence, Undefined
from rubrik.intervals import EVERYTHING, Interval, add, hull, largest, smallest
from rubrik.measures import Answer, Domain, Facts, Known, Number, Option, Pair
from rubrik.scorers.pieces import Pieces
from rubrik.scorers.ties import Links, tied
from rubrik.wording import Message

__all__ = [
    "Bounds",
    "Case",
    "Clamp",
    "Constant",
    "Curve",
    "Fold",
    "Form",
    "Lookup",
    "Span",
    "Switch",
    "Values",
    "add_pairs",
]


def __dir__() -> list[str]:
    return __all__


_ZERO = Interval.point(Fraction(0))


@frozen
class Span:
    """What is known of some points: the interval they surely lie in, and what keeps it open."""

    within: Interval
    absent: tuple[Absence, ...] = ()


@frozen
class Bounds:
    """The points a rule can give before any data; ``outer`` where a tighter interval may exist.

    ``within`` is ``None`` where the rule gives points for no value at all.
    """

    within: Interval | None
    outer: bool = False


@frozen
class Constant:
    """The same points whatever is reported."""

    points: Fraction

    @property
    def atoms(self) -> frozenset[str]:
        """No fact."""
        return frozenset()

    def pair(self, known: Known) -> Pair:
        """The points as a pair."""
        del known
        return self.points.numerator, self.points.denominator

    def span(self, facts: Facts) -> Span:
        """The points, known."""
        del facts
        return Span(Interval.point(self.points))

    def bounds(self, links: Links) -> Bounds:
        """The points alone."""
        del links
        return Bounds(Interval.point(self.points))


@frozen
class Curve:
    """Points as a piecewise line over a measured number."""

    measure: Number
    pieces: Pieces
    said: dict[int, Message] = field(init=False, factory=dict, eq=False, repr=False)
    """A memo for those who put the rule in words: its bands by their index."""

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return self.measure.atoms

    def pair(self, known: Known) -> Pair | None:
        """The points as an unreduced pair, or ``None`` while they are open."""
        value = self.measure.pair(known)
        return None if value is None else self.pieces.pair(*value)

    def span(self, facts: Facts) -> Span:
        """What is known of the points."""
        possible = self.measure.possible(facts)
        values = possible.values
        assert isinstance(values, Interval)  # noqa: S101 - a number's possible values
        pieces = self.pieces
        if values == pieces.domain.span and pieces.is_total:
            return _span(pieces.whole or EVERYTHING, possible.absent)
        points = [pieces.range(values) or _ZERO]
        absent = list(possible.absent)
        if pieces.holes(values) or not pieces.domain.span.holds(values):
            points += [pieces.whole or EVERYTHING, _ZERO]
            if not absent:  # otherwise it is not known whether a band will hold the value
                absent.append(Absence(undefined=Undefined.NO_BAND))
        absent += [Absence(undefined=why) for why in pieces.unknown(values)]
        return _span(hull(points), absent)

    def bounds(self, links: Links) -> Bounds:
        """The points over the whole domain; none are sure where the cohort is said to have none."""
        del links
        nowhere = self.pieces.unknown(self.pieces.domain.span)
        return Bounds(self.pieces.whole, outer=Undefined.CONSTANT_COHORT in nowhere)


@frozen
class Lookup:
    """Points from a finite table over an answer."""

    measure: Answer
    table: Mapping[Option, Fraction] = field(hash=False)
    said: dict[Option, Message] = field(init=False, factory=dict, eq=False, repr=False)
    """A memo for those who put the rule in words: the reason for each answer."""

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return self.measure.atoms

    def pair(self, known: Known) -> Pair | None:
        """The points as a pair, or ``None`` while the answer is unknown."""
        answer = self.measure.answer(known)
        if answer is None:
            return None
        points = self.table[answer]
        return points.numerator, points.denominator

    def span(self, facts: Facts) -> Span:
        """What is known of the points."""
        possible = self.measure.possible(facts)
        answers = possible.values
        assert isinstance(answers, tuple)  # noqa: S101 - an answer's possible values
        points = hull(Interval.point(self.table[answer]) for answer in answers)
        return _span(points, possible.absent)

    def bounds(self, links: Links) -> Bounds:
        """The points of all answers."""
        del links
        return Bounds(hull(Interval.point(points) for points in self.table.values()))


@frozen
class _Operation:
    """How parts are folded: over pairs, and over intervals."""

    pairs: Callable[[Sequence[Pair]], Pair]
    intervals: Callable[[Sequence[Interval]], Interval]


def add_pairs(pairs: Sequence[Pair]) -> Pair:
    """The sum of unreduced pairs, over their least common denominator."""
    if len(pairs) == 1:
        return pairs[0]
    scale = lcm(*[denominator for _, denominator in pairs])
    return sum([top * (scale // bottom) for top, bottom in pairs]), scale


def _extreme(choose: Callable[..., Pair]) -> Callable[[Sequence[Pair]], Pair]:
    return lambda pairs: choose(pairs, key=lambda pair: Fraction(*pair))


_OPERATIONS: Mapping[str, _Operation] = {
    "sum": _Operation(add_pairs, add),
    "best": _Operation(_extreme(max), largest),
    "worst": _Operation(_extreme(min), smallest),
}


@frozen
class Fold:
    """The sum, the best or the worst of one or more parts."""

    operation: str
    parts: "tuple[Form, ...]"

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return frozenset[str]().union(*(part.atoms for part in self.parts))

    def pair(self, known: Known) -> Pair | None:
        """The points as an unreduced pair, or ``None`` while a part is open."""
        pairs = [part.pair(known) for part in self.parts]
        if None in pairs:
            return None
        return _OPERATIONS[self.operation].pairs(pairs)  # type: ignore[arg-type]

    def span(self, facts: Facts) -> Span:
        """What is known of the points."""
        spans = [part.span(facts) for part in self.parts]
        within = _OPERATIONS[self.operation].intervals([span.within for span in spans])
        return _span(within, [absence for span in spans for absence in span.absent])

    def bounds(self, links: Links) -> Bounds:
        """The points that independent parts can give together."""
        each = [part.bounds(links) for part in self.parts]
        intervals = [bounds.within for bounds in each if bounds.within is not None]
        if len(intervals) < len(each):
            return Bounds(None)
        outer = any(bounds.outer for bounds in each) or not _independent(self.parts, links)
        return Bounds(_OPERATIONS[self.operation].intervals(intervals), outer)


@frozen
class Clamp:
    """A part whose points are raised to ``low`` and cut at ``high``."""

    part: "Form"
    low: Fraction | None = None
    high: Fraction | None = None

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return self.part.atoms

    def pair(self, known: Known) -> Pair | None:
        """The points as an unreduced pair, or ``None`` while they are open."""
        pair = self.part.pair(known)
        if pair is None:
            return None
        top, bottom = pair
        for limit, side in ((self.high, 1), (self.low, -1)):
            if (
                limit is not None
                and side * (top * limit.denominator - limit.numerator * bottom) > 0
            ):
                top, bottom = limit.numerator, limit.denominator
        return top, bottom

    def span(self, facts: Facts) -> Span:
        """What is known of the points."""
        span = self.part.span(facts)
        return _span(span.within.clamped(self.low, self.high), span.absent)

    def bounds(self, links: Links) -> Bounds:
        """The points of the part, between the limits."""
        bounds = self.part.bounds(links)
        if bounds.within is None:
            return bounds
        return evolve(bounds, within=bounds.within.clamped(self.low, self.high))


@frozen
class Case:
    """One branch: taken for numbers inside ``test``, or for the answers listed in it."""

    test: Interval | tuple[Option, ...]
    then: "Form"


Values = Domain | tuple[Option, ...]
"""Everything that a measured value can be."""


@frozen
class Switch:
    """The first case that holds for a measured value decides, else ``otherwise``."""

    measure: Number | Answer
    values: Values
    cases: tuple[Case, ...]
    otherwise: "Form"

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return self.measure.atoms.union(*(form.atoms for form in self.branches))

    @property
    def branches(self) -> "tuple[Form, ...]":
        """The rules of all cases, the last one for all other values."""
        return (*(case.then for case in self.cases), self.otherwise)

    def taken(self, known: Known) -> int | None:
        """The index of the branch that applies, or ``None`` while that is open."""
        value = self._value(known)
        if value is None:
            return None
        held = (index for index, case in enumerate(self.cases) if value in case.test)  # type: ignore[operator]
        return next(held, len(self.cases))

    def _value(self, known: Known) -> Fraction | Option | None:
        if isinstance(self.measure, Number):
            pair = self.measure.pair(known)
            return None if pair is None else Fraction(*pair)
        return self.measure.answer(known)

    def pair(self, known: Known) -> Pair | None:
        """The points as an unreduced pair, or ``None`` while they are open."""
        index = self.taken(known)
        return None if index is None else self.branches[index].pair(known)

    def span(self, facts: Facts) -> Span:
        """What is known of the points: those of every branch that can still be taken."""
        index = self.taken(facts.known)
        if index is not None:
            return self.branches[index].span(facts)
        possible = self.measure.possible(facts)
        spans = [form.span(facts) for form in self.open_to(possible.values)]
        absent = [absence for span in spans for absence in span.absent]
        return _span(hull(span.within for span in spans), (*possible.absent, *absent))

    def open_to(self, values: Interval | tuple[Option, ...]) -> "list[Form]":
        """The branches that some of ``values`` lead to, in order."""
        rest: Sequence[Interval | Option] = values if isinstance(values, tuple) else (values,)
        found = []
        for case in self.cases:
            held = [each for value in rest for each in _within(value, case.test)]
            found += [case.then] if any(map(self._exists, held)) else []
            left = [each for value in rest for each in _without(value, case.test)]
            rest = [value for value in left if self._exists(value)]
        return [*found, self.otherwise] if rest else found

    def _exists(self, value: Interval | Option) -> bool:
        """Whether the measured value can be ``value``, or lie inside of it."""
        whole = self.values
        if not isinstance(value, Interval) or not isinstance(whole, Domain):
            return True
        return whole.cut(value) is not None

    def bounds(self, links: Links) -> Bounds:
        """The points of all branches that a value of the domain leads to."""
        values = self.values.span if isinstance(self.values, Domain) else self.values
        reached = self.open_to(values)
        each = [form.bounds(links) for form in reached]
        intervals = [bounds.within for bounds in each if bounds.within is not None]
        shares = any(tied(self.measure.atoms, form.atoms, links) for form in reached)
        outer = shares or any(bounds.outer for bounds in each)
        return Bounds(hull(intervals) if intervals else None, outer)


def _within(
    value: Interval | Option, test: Interval | tuple[Option, ...]
) -> Sequence[Interval | Option]:
    if isinstance(value, Interval) and isinstance(test, Interval):
        both = value.meet(test)
        return () if both is None else (both,)
    return (value,) if value in test else ()  # type: ignore[operator]


def _without(
    value: Interval | Option, test: Interval | tuple[Option, ...]
) -> Sequence[Interval | Option]:
    if isinstance(value, Interval) and isinstance(test, Interval):
        return value.minus(test)
    return () if value in test else (value,)  # type: ignore[operator]


Form = Constant | Curve | Lookup | Fold | Clamp | Switch
"""What every rule comes down to where it stands: a closed union."""


def _span(within: Interval, absent: Iterable[Absence]) -> Span:
    """A span; where only one number of points is left, nothing keeps it open any more."""
    return Span(within, () if within.is_point else tuple(dict.fromkeys(absent)))


def _independent(parts: Sequence[Form], links: Links) -> bool:
    """Whether no two parts read facts that are the same or tied by a constraint."""
    return not any(tied(a.atoms, b.atoms, links) for a, b in combinations(parts, 2))
