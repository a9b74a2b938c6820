"""Where the worked examples of a rule stand, and where it changes with none beside."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from rubrik.intervals import Interval
from rubrik.measures import Answer, Domain, Known, Number
from rubrik.scorers import Clamp, Constant, Curve, Fold, Form, Lookup, Switch

__all__ = ["unseen", "visited"]

Place = tuple[int, ...]
"""The way to a part of a rule: the index of the part or branch at each step."""

Seen = Mapping[Place, set[object]]
"""The values that examples gave to the measure of each part."""


def visited(form: Form, known: Known, place: Place = ()) -> Iterator[tuple[Place, object]]:
    """The parts of a rule that one report passes through, with the value each of them read."""
    match form:
        case Constant():
            return
        case Curve() | Lookup():
            yield place, _value(form.measure, known)
        case Fold(parts=parts):
            for index, part in enumerate(parts):
                yield from visited(part, known, (*place, index))
        case Clamp(part):
            yield from visited(part, known, (*place, 0))
        case Switch():
            taken = form.taken(known)
            if taken is not None:
                yield place, _value(form.measure, known)
                yield from visited(form.branches[taken], known, (*place, taken))


def _value(measure: Number | Answer, known: Known) -> object:
    if isinstance(measure, Number):
        pair = measure.pair(known)
        return None if pair is None else Fraction(*pair)
    return measure.answer(known)


def unseen(form: Form, seen: Seen, place: Place = ()) -> Iterator[str]:
    """The edges and answers of a rule that no example stands at or beside."""
    values = seen.get(place, set())
    match form:
        case Constant():
            return
        case Curve(measure, pieces):
            spans = [*(piece.over for piece in pieces.pieces), *pieces.holes()]
            yield from _edges(str(measure), spans, pieces.domain, values)
        case Lookup(measure, table):
            yield from (f"{measure}: {answer}" for answer in table if answer not in values)
        case Fold(parts=parts):
            for index, part in enumerate(parts):
                yield from unseen(part, seen, (*place, index))
        case Clamp(part):
            yield from unseen(part, seen, (*place, 0))
        case Switch():
            yield from _switched(form, values)
            for index, branch in enumerate(form.branches):
                yield from unseen(branch, seen, (*place, index))


def _switched(form: Switch, values: set[object]) -> Iterator[str]:
    if not isinstance(form.values, Domain):
        yield from (f"{form.measure}: {each}" for each in form.values if each not in values)
        return
    rest, spans = [form.values.span], []
    for case in form.cases:
        if isinstance(case.test, Interval):
            spans += [both for each in rest if (both := each.meet(case.test)) is not None]
            rest = [left for each in rest for left in each.minus(case.test)]
    yield from _edges(str(form.measure), [*spans, *rest], form.values, values)


def _edges(
    name: str, spans: Iterable[Interval], domain: Domain, values: set[object]
) -> Iterator[str]:
    """What no value stands at, of the ends where one of the disjoint ``spans`` meets the next."""
    inside = [both for each in spans if (both := domain.cut(each)) is not None]
    numbers = {value for value in values if isinstance(value, Fraction)}
    for left, right in pairwise(sorted(inside, key=_start)):
        if domain.integer:
            wanted = [each for each in (left.high, right.low) if each is not None]
            yield from (f"{name}: at {end}" for end in wanted if end not in numbers)
        elif left.high is not None:
            yield from (f"{name}: {each}" for each in _sides(left, left.high, right, numbers))


def _sides(left: Interval, end: Fraction, right: Interval, numbers: set[Fraction]) -> list[str]:
    below = left.is_point or any(value in left and value < end for value in numbers)
    above = right.is_point or any(value in right and value > end for value in numbers)
    found = {f"below {end}": below, f"at {end}": end in numbers, f"above {end}": above}
    return [side for side, is_seen in found.items() if not is_seen]


def _start(over: Interval) -> tuple[bool, Fraction, bool]:
    return (over.low is not None, over.low or Fraction(0), over.low_open)
