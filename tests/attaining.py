"""Reports made to reach the ends of what a rule can give."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations, product
from math import ceil, floor
from typing import Any

from rubrik.intervals import Interval
from rubrik.measures import (
    Amount,
    Choice,
    Constraint,
    Count,
    Declared,
    Flag,
    Growth,
    Item,
    Items,
    Measure,
    Ratio,
    Share,
    Weighted,
)
from rubrik.rubric import Interpretation
from rubrik.scorers import Clamp, Curve, Fold, Form, Lookup, Switch

__all__ = ["NEAR", "leaves", "reached", "telling_reports"]

NEAR = Fraction(1, 10**9)
"""How far from an end that is open a rule is tried."""

_MUCH = Fraction(10**6)
"""More than any end, for what has no upper limit."""

Report = Mapping[str, Any]


def leaves(form: Form) -> Iterator[Curve | Lookup | Switch]:
    """Every form in a rule that reads a measured value."""
    match form:
        case Curve() | Lookup():
            yield form
        case Fold(parts=parts):
            yield from chain.from_iterable(map(leaves, parts))
        case Clamp(part=part):
            yield from leaves(part)
        case Switch():
            yield form
            yield from chain.from_iterable(map(leaves, form.branches))
        case _:
            return


def reached(form: Form, read: Interpretation) -> tuple[Fraction, Fraction] | None:
    """The least and the greatest points of all reports that are telling for a rule."""
    pairs = (form.pair(report) for report in telling_reports(form, read))
    found = [Fraction(*pair) for pair in pairs if pair is not None]
    return (min(found), max(found)) if found else None


def telling_reports(form: Form, read: Interpretation) -> Iterator[Report]:
    """Reports with every combination of the values at which parts of a rule change."""
    ends = {Fraction(0), Fraction(1), _MUCH}.union(*map(_ends, leaves(form)))
    measures = dict.fromkeys(leaf.measure for leaf in leaves(form))
    ways = [list(_ways(measure, ends, read.declared)) for measure in measures]
    for each in product(*ways):
        report = _merged(each)
        if report is not None and _is_accepted(report, read):
            yield report


def _ends(leaf: Curve | Lookup | Switch) -> Iterator[Fraction]:
    spans: Iterable[object] = ()
    if isinstance(leaf, Curve):
        spans = [piece.over for piece in leaf.pieces.pieces]
    elif isinstance(leaf, Switch):
        spans = [case.test for case in leaf.cases]
    for span in spans:
        if isinstance(span, Interval):
            yield from (end for end in (span.low, span.high) if end is not None)


def _ways(measure: Measure, ends: Iterable[Fraction], declared: Declared) -> Iterator[Report]:
    """Values of the inputs that give a measure each of ``ends``, and something beside them."""
    around = {end + step for end in ends for step in (-NEAR, 0, NEAR)}
    match measure:
        case Count(name):
            whole = {value for end in around for value in (floor(end), ceil(end), floor(end) + 1)}
            yield from ({name: value} for value in whole if _holds(declared, name, value))
        case Amount(name) | Share(name):
            yield from ({name: value} for value in around if _holds(declared, name, value))
        case Flag(name) | Choice(name):
            yield from ({name: answer} for answer in declared.answers[name].answers)
        case Items(name) | Item(name):
            yield from ({name: ticked} for ticked in _ticked(list(declared.lists[name].options)))
        case Growth():
            yield from _growths(measure, around)
        case Ratio():
            yield from _ratios(measure, around)
            yield from _stated(measure.stated, around, declared)
        case Weighted(terms):
            yield from _combined(terms.names, declared)


def _holds(declared: Declared, name: str, value: Fraction | int) -> bool:
    return Fraction(value) in declared.numbers[name].domain.span


def _ticked(options: Sequence[str]) -> Iterator[frozenset[str]]:
    sizes = range(len(options) + 1)
    if len(options) <= _FEW:
        yield from (frozenset(each) for size in sizes for each in combinations(options, size))
    else:
        yield from (frozenset(options[:size]) for size in sizes)


_FEW = 5


def _growths(measure: Growth, values: Iterable[Fraction]) -> Iterator[Report]:
    for value in (each for each in values if each >= -1):
        yield {
            measure.growth: value.numerator + value.denominator,
            measure.since: value.denominator,
        }


def _ratios(measure: Ratio, values: Iterable[Fraction]) -> Iterator[Report]:
    """Each part by itself makes the ratio, out of a whole that is one input or holds the part."""
    zero = dict.fromkeys((*measure.ratio.names, *measure.of.names), 0)
    yield zero
    whole = dict(measure.of.weights)
    for (name, weight), value in product(measure.ratio.weights, values):
        share = value / weight
        if share < 0:
            continue
        for other, factor in whole.items():
            if other != name and whole.get(name) == factor:
                rest = share.denominator - share.numerator
                yield {**zero, name: share.numerator, other: max(rest, 0)}
            elif other != name:
                out_of = share * factor
                yield {**zero, name: out_of.numerator, other: out_of.denominator}


def _stated(name: str | None, values: Iterable[Fraction], declared: Declared) -> Iterator[Report]:
    if name is not None:
        yield from ({name: value} for value in values if _holds(declared, name, value))


def _combined(names: Sequence[str], declared: Declared) -> Iterator[Report]:
    highs = [declared.numbers[name].domain.span.high for name in names]
    tried = [(0, 1, 2, 10 if high is None else high) for high in highs]
    yield from (dict(zip(names, values, strict=True)) for values in product(*tried))


def _merged(parts: Iterable[Report]) -> Report | None:
    """All parts together, or ``None`` where two of them disagree."""
    found: dict[str, Any] = {}
    for part in parts:
        if any(found.get(name, value) != value for name, value in part.items()):
            return None
        found |= part
    return found


def _is_accepted(report: Report, read: Interpretation) -> bool:
    constraints: tuple[Constraint, ...] = read.constraints
    return not (
        any(ratio.exceeds(report) for ratio in read.ratios)
        or any(each.is_broken(report) for each in constraints)
    )
