"""The bare facts of a rule as a rubric prints it: each case, and the points that it gives.

What a rubric file says in another form than the print comes down to the print's form here: a
plateau behind a line to two bands, a gate to its two sides, a weighted measure to its terms.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import Final, assert_never

from attrs import evolve, frozen

from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import Choice as OneOf
from rubrik.measures import (
    Declared,
    Domain,
    Flag,
    Growth,
    Item,
    Items,
    Measure,
    Number,
    Option,
    Ratio,
    Share,
    Weighted,
)
from rubrik.rubric import Criterion, Group
from rubrik.scorers import (
    NOTHING,
    Amount,
    Banded,
    BestOf,
    Boolean,
    Capped,
    Choice,
    Clamped,
    Gated,
    MinMaxNormalized,
    Proportional,
    Rule,
    Stepped,
    Sum,
    WorstOf,
)

__all__ = ["CAP", "EACH", "NORMALISED", "UNNAMED", "Answers", "Cell", "Formula", "Values", "cells"]

EACH: Final = "x"
"""Every value: so many points times the value."""

NORMALISED: Final = "min-max"
"""Every value, normalised."""

CAP: Final = "cap"
"""The most that the rule gives."""

FLOOR: Final = "floor"
"""The least that the rule gives."""

UNNAMED: Final = "in words"
"""A case that the rubric has no words for: whatever words the print has."""


Figure = Fraction | str
"""A number that is printed, or ``"max"`` for "Điểm tối đa"."""


@frozen
class Values:
    """The numbers that a case holds for; those of a share are printed in per cent."""

    over: Interval
    domain: Domain
    of_share: bool

    def __str__(self) -> str:
        return str(self.domain.cut(self.over) or "no value")


@frozen
class Answers:
    """The declared words of an answer; of several that are printed as one, the words of each."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return " | ".join(self.words)


@frozen
class Formula:
    """Points that follow from a line: its figures, and whether it falls."""

    figures: tuple[Figure, ...]
    falls: bool = False

    def __str__(self) -> str:
        return f"a formula of {', '.join(map(str, self.figures))}"


_Leaf = Proportional | Banded | Boolean | MinMaxNormalized | Stepped | Choice
_Tree = Sum | BestOf | WorstOf | Capped | Clamped | Gated

Edge = Values | Answers | str
Gives = Amount | Formula


@frozen
class Cell:
    """One case of a rule; some are not printed in every row that has them (``optional``)."""

    edge: Edge
    gives: Gives
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.edge} → {self.gives}"


def cells(node: Criterion | Group, declared: Declared) -> list[Cell]:
    """The cases of a row's rule in printed order; none where it has no rule of its own."""
    if node.score is None:
        return []
    return _Reader(declared, node.printed, node.measure).cells(node.score)


def figures_of(given: Gives) -> tuple[Figure, ...]:
    """The figures with which points are printed: a share of the maximum has "max" beside it."""
    match given:
        case Formula(figures):
            return figures
        case Amount(value, of_max=True):
            return (*_unless(1, abs(value)), "max")
        case Amount(value):
            return _unless(0, abs(value))


def _unless(silent: int, value: Fraction) -> tuple[Fraction, ...]:
    """A figure, unless it is one that goes without saying."""
    return () if value == silent else (value,)


def _line(score: object) -> Formula:
    """The line of a band, or of a rule, as a formula."""
    if not isinstance(score, Proportional):
        text = f"a line is expected, not {score}"
        raise TypeError(text)
    plateau = () if score.full_from is None else (score.full_from,)
    held = (*figures_of(score.start), *figures_of(score.rate), *plateau)
    return Formula(held, falls=score.rate.value < 0)


def _added(first: Edge, then: Boolean) -> Iterator[Cell]:
    """A yes behind a yes is printed with what it adds."""
    assert then.yes.of_max == then.no.of_max
    yield Cell(first, then.no)
    yield Cell(UNNAMED, evolve(then.yes, value=then.yes.value - then.no.value))


def _normalised(rule: MinMaxNormalized) -> Cell:
    """Over a cohort, the most that is given; where an end is fixed, a formula with its figure."""
    fixed = [end for end in (rule.low, rule.high) if isinstance(end, Fraction)]
    if not fixed:
        return Cell(NORMALISED, rule.full)
    ends = [figure for end in fixed for figure in _unless(0, end)]
    return Cell(EACH, Formula((*figures_of(rule.full), *ends)))


def _either(edges: Iterable[Edge]) -> Answers:
    words = (word for edge in edges if isinstance(edge, Answers) for word in edge.words)
    return Answers(tuple(dict.fromkeys(words)))


def _first_alone(part: Sequence[Cell]) -> list[Cell]:
    """Of a part with something and nothing, the print may name the something alone."""
    if len(part) == 2 and part[1].gives == NOTHING and _is_the_rest(part[1].edge, part[0].edge):
        return [part[0], evolve(part[1], optional=True)]
    return list(part)


def _is_the_rest(edge: Edge, first: Edge) -> bool:
    """Whether an edge holds whatever the first does not."""
    if isinstance(edge, Values) and isinstance(first, Values):
        return EVERYTHING.minus(first.over) == (edge.over,)
    return True


def _can_be_nothing(part: Sequence[Cell]) -> bool:
    return any(cell.edge == EACH or cell.gives == NOTHING for cell in part)


def _limit(edge: str, given: Amount | None) -> Iterator[Cell]:
    if given is not None:
        yield Cell(edge, given)


def _nothing() -> Cell:
    """That nothing done gives nothing may be printed once, at the end."""
    return Cell(UNNAMED, NOTHING, optional=True)


@frozen
class _Reader:
    """Reads rules under the measure that they inherit, in a row with these printed words."""

    declared: Declared
    printed: str
    measure: Measure | None

    def cells(self, rule: Rule) -> list[Cell]:
        """The cases of a rule."""
        if isinstance(rule, Amount):
            return [Cell(UNNAMED, rule)]
        here = self if rule.measure is None else evolve(self, measure=rule.measure)
        match rule:
            case Sum() | BestOf() | WorstOf() | Capped() | Clamped() | Gated():
                return list(here.combined(rule))
            case _:
                return list(here.alone(rule))

    def alone(self, rule: _Leaf) -> Iterator[Cell]:
        """The cases of a rule over one value."""
        match rule:
            case Boolean():
                yield Cell(self.words(answer=True), rule.yes)
                yield Cell(self.words(answer=False), rule.no)
            case Choice():
                yield from self.choice(rule)
            case Banded():
                for band in rule.bands:
                    yield Cell(self.values(band.interval), band.points or _line(band.score))
            case Proportional():
                yield from self.proportional(rule)
            case MinMaxNormalized():
                yield _normalised(rule)
            case Stepped():
                stepwise = Formula((rule.step,))
                yield from (Cell(UNNAMED, each) for each in (rule.full, stepwise, NOTHING))
            case _:
                assert_never(rule)

    def combined(self, rule: _Tree) -> Iterator[Cell]:
        """The cases of a rule made of others."""
        match rule:
            case Sum():
                yield from self.summed(rule.parts)
                yield from _limit(FLOOR, rule.floor)
                if all(_can_be_nothing(self.cells(part)) for part in rule.parts):
                    yield _nothing()
            case BestOf() | WorstOf():
                yield from self.alternatives(rule.parts)
            case Capped():
                yield from (*self.cells(rule.part), Cell(CAP, rule.at))
            case Clamped():
                yield from self.cells(rule.part)
                yield from (*_limit(FLOOR, rule.low), *_limit(CAP, rule.high))
            case Gated():
                yield from self.gated(rule)
            case _:
                assert_never(rule)

    def values(self, over: Interval) -> Values:
        """The numbers of an interval, as this measure has them."""
        assert isinstance(self.measure, Number)
        of_share = isinstance(self.measure, Ratio | Growth | Share)
        return Values(over, self.measure.domain(self.declared), of_share)

    def words(self, *, answer: Option) -> Edge:
        """The declared words of an answer; there are none for an item that is not ticked."""
        match self.measure:
            case Item(items, item):
                options = self.declared.lists[items].options
                return Answers((options[item],)) if answer else UNNAMED
            case Flag() | OneOf():
                asked = self.declared.answers[self.measure.input]
                return Answers((asked.word(answer),))  # type: ignore[arg-type] # checked when loaded
            case _:
                text = f"{self.measure} has no answers"
                raise TypeError(text)

    def choice(self, rule: Choice) -> Iterator[Cell]:
        """An option after the other; one worth the same as that before it may not be told apart."""
        before: Rule | None = None
        for name, given in rule.options.items():
            assert isinstance(given, Amount)
            yield Cell(self.words(answer=name), given, optional=given == before)
            before = given

    def proportional(self, rule: Proportional) -> Iterator[Cell]:
        """A line; with a plateau, the plateau and the line below it."""
        if rule.full_from is not None:
            yield Cell(self.values(Interval(rule.full_from, None)), rule.rate)
            below = Interval(None, rule.full_from, high_open=True)
            yield Cell(self.values(below), _line(rule))
        elif rule.start != NOTHING:
            yield Cell(EACH, _line(rule))
        else:
            yield from self.each(rule.rate)

    def each(self, rate: Amount) -> Iterator[Cell]:
        """So many points for each: for each term of a weighted measure, for each ticked item."""
        match self.measure:
            case Items(items):
                yield from self.ticked(rate, tuple(self.declared.lists[items].options.values()))
            case Weighted(terms) | Ratio(ratio=terms) if {one for _, one in terms.weights} != {1}:
                for _, weight in terms.weights:
                    yield Cell(EACH, evolve(rate, value=rate.value * weight))
            case _:
                yield Cell(EACH, rate)

    def ticked(self, rate: Amount, options: tuple[str, ...]) -> Iterator[Cell]:
        """The items by name where the row prints their names, else "mỗi"."""
        if all(each in self.printed for each in options):
            yield from (Cell(Answers((each,)), rate) for each in options)
        else:
            yield Cell(EACH, rate)
        yield _nothing()

    def summed(self, parts: Sequence[Rule]) -> Iterator[Cell]:
        """The parts of a sum; above items and what may be added to them, perhaps their total."""
        for part, added in zip_longest(parts, parts[1:]):
            if isinstance(part, Proportional) and isinstance(added, Capped):
                yield from self.total(part, added)
            yield from self.parts([part])

    def total(self, part: Proportional, added: Capped) -> Iterator[Cell]:
        """What all items of a list, and what may be added to them, are worth together."""
        if isinstance(part.measure, Items):
            assert not part.rate.of_max
            assert not added.at.of_max
            listed = part.rate.value * len(self.declared.lists[part.measure.items].options)
            yield Cell(UNNAMED, Amount(listed + added.at.value), optional=True)

    def parts(self, parts: Iterable[Rule]) -> Iterator[Cell]:
        """The cases of one part after the other."""
        for part in parts:
            yield from _first_alone(self.cells(part))

    def alternatives(self, parts: Sequence[Rule]) -> Iterator[Cell]:
        """Answers that are worth the same are one printed case, else one part after the other."""
        found = [self.cells(part) for part in parts]
        alike = len({tuple(cell.gives for cell in each) for each in found}) == 1
        same = [[cell.edge for cell in cases] for cases in zip(*found, strict=alike)]
        if alike and all(isinstance(edge, Answers) for edges in same for edge in edges):
            for edges, cell in zip(same, found[0], strict=True):
                yield evolve(cell, edge=_either(edges))
        else:
            yield from self.parts(parts)

    def gated(self, rule: Gated) -> Iterator[Cell]:
        """What holds behind the gate, then what holds before it."""
        answer = rule.when.is_
        if answer is None:
            yield from self.between(rule)
            return
        if isinstance(rule.then, Boolean):
            gate = evolve(self, measure=rule.when.measure)
            yield from _added(gate.words(answer=answer), rule.then)
        else:
            yield from self.cells(rule.then)
        for cell in self.cells(rule.otherwise):
            yield evolve(cell, optional=cell.gives == NOTHING)

    def between(self, rule: Gated) -> Iterator[Cell]:
        """Where the gate reads a number, both of its sides are bands."""
        gate = evolve(self, measure=rule.when.measure)
        for cell in self.cells(rule.then):
            if cell.edge == EACH and isinstance(rule.then, Proportional):
                yield Cell(gate.values(rule.when.interval), _line(rule.then))
            else:
                yield cell
        for outside in EVERYTHING.minus(rule.when.interval):
            for cell in self.cells(rule.otherwise):
                yield evolve(cell, edge=gate.values(outside))
