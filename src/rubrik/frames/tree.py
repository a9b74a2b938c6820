"""The rows of a rubric over a frame: criteria by their rules, groups by their parts, the whole."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import or_
from typing import Final

import narwhals.stable.v2 as nw
from attrs import evolve, field, frozen

from rubrik.absence import Policy
from rubrik.frames.answers import answered
from rubrik.frames.compared import Compared
from rubrik.frames.expressions import Keep, any_of, combined
from rubrik.frames.facts import Facts
from rubrik.frames.numbers import measured
from rubrik.frames.points import Points, clamped, constant, settled, total, total_alone
from rubrik.frames.rules import points
from rubrik.intervals import Interval, hull
from rubrik.measures import Choice, Flag, Growth, Item, Measure, Ratio, narrowed
from rubrik.measures import Facts as UnitFacts
from rubrik.rubric import Group, Interpretation, measured_by
from rubrik.scorers import Form

__all__ = ["WHOLE", "Row", "Rows"]


def __dir__() -> list[str]:
    return __all__


WHOLE: Final = ""
"""The code of the whole."""

_NOTHING: Final = Interval.point(Fraction(0))


@frozen
class Row:
    """One row of a rubric over a frame: its points, and where it is missing something.

    A row that misses something may have known points all the same, where what is missing is worth
    nothing. One that does not bear points, of a checklist, has those of 0.
    """

    code: str
    points: Points
    missing: nw.Expr | None
    bears_points: bool = True


@frozen
class Rows:
    """Builds the rows of a rubric, each once: as expressions, or as columns made of them before.

    ``kept`` holds rows whose expressions stand in columns already. ``intervals`` where points that
    are open are followed as intervals.
    """

    read: Interpretation
    facts: Facts
    policy: Policy
    intervals: bool
    compared: Compared | None = None
    kept: dict[str, Row] = field(factory=dict)

    def single(self, keep: Keep) -> Iterator[Row]:
        """Every row that has points by a rule of its own, or is only checked."""
        forms = self.read.forms
        for code in self.read.nodes:
            if code in self.read.checked:
                yield self._checked(code)
            elif code in self.read.ruled:
                yield self._ruled(code, self._points(code, forms[code], keep))

    def _points(self, code: str, form: Form, keep: Keep) -> Points:
        """The points of a rule, by the bounds of the group of each unit where there are any."""
        row = None if self.compared is None else self.compared.rows.get(code)
        return points(form, self.facts, keep) if row is None else row.points(self.facts, keep)

    def _ruled(self, code: str, found: Points) -> Row:
        found = evolve(found, unsure=any_of([found.unsure, self._narrowed(code, found)]))
        missing = found.missing
        if self.policy is Policy.RANGE or missing is None or found.open is None:
            return Row(code, found, missing)
        low, high = (nw.when(~missing).then(end).otherwise(0.0) for end in (found.low, found.high))
        worth_nothing = evolve(
            found,
            low=low,
            high=high,
            open=found.open & ~missing,
            missing=None,
            within=hull([found.within, _NOTHING]),
            known=None,
        )
        return Row(code, worth_nothing, missing)

    def _narrowed(self, code: str, found: Points) -> nw.Expr | None:
        """Where constraints could narrow what is not reported: that is left to exact arithmetic."""
        links = self.read.links
        measures = [each for _, each in measured_by(self.read.nodes[code]) if _narrows(each)]
        names = {name for measure in measures for name, _ in measure.reads} & links.keys()
        if found.open is None or not names:
            return None
        if names & self._always_narrowed:
            return found.open
        tied = {links[name] for name in names}
        others = [name for name, first in links.items() if first in tied]
        is_missing = combined(or_, [~self._reported(name) for name in names])
        return found.open & is_missing & combined(or_, [self._reported(each) for each in others])

    def _reported(self, name: str) -> nw.Expr:
        """Whether an input is reported."""
        value = self.facts.value(name)
        return nw.lit(value=False) if value is None else ~value.is_null()

    @property
    def _always_narrowed(self) -> set[str]:
        """The inputs that constraints narrow before anything is reported."""
        bare = UnitFacts({}, self.read.declared)
        return set(narrowed(bare, self.read.constraints).narrowed)

    def _checked(self, code: str) -> Row:
        """A row of a checklist: answered or not, and never any points."""
        measure = self.read.nodes[code].measure
        found = constant(Fraction(0)) if measure is None else self._answer(measure)
        return Row(code, found, found.missing, bears_points=False)

    def _answer(self, measure: Measure) -> Points:
        nothing, always = constant(Fraction(0)), nw.lit(value=True)
        try:
            found = self._measured(measure)
        except OverflowError:
            return evolve(nothing, open=always, missing=always, unsure=always)
        known, missing = (nw.lit(value=False), always) if found is None else found
        return evolve(nothing, open=~known, missing=missing)

    def _measured(self, measure: Measure) -> tuple[nw.Expr, nw.Expr] | None:
        """Whether a measure is known, and whether something that it reads is missing."""
        if isinstance(measure, Flag | Choice | Item):
            answer = answered(measure, self.facts)
            return None if answer is None else (answer.known, ~answer.known)
        value = measured(measure, self.facts)
        return None if value is None else (value.known, value.missing())

    def groups(self) -> Iterator[Sequence[Row]]:
        """Groups that are added up, those of one depth together, the deepest first; the whole last.

        Rows that a group adds up must be ``kept`` when it is built.
        """
        depths, ruled = self.read.depths, self.read.ruled
        added = [code for code in self.read.nodes if code not in ruled | self.read.checked]
        for depth in sorted({depths[code] for code in added}, reverse=True):
            yield [self._group(code) for code in added if depths[code] == depth]
        yield [self._group(WHOLE)]

    def _group(self, code: str) -> Row:
        parts = [self.kept[part.code] for part in self.read.children.get(code or None, ())]
        pointed = [part for part in parts if part.bears_points]
        found = self._total([part.points for part in pointed or parts])
        group = self.read.nodes[code] if code else None
        if isinstance(group, Group) and group.capped and group.max is not None:
            found = clamped(found, None, group.max)
            found = settled(found) if self.intervals else found
        return Row(code, found, found.missing, bears_points=bool(pointed) or not parts)

    def _total(self, parts: Sequence[Points]) -> Points:
        return total(parts) if self.intervals or not parts else total_alone(parts)


def _narrows(measure: Measure) -> bool:
    """Whether constraints narrow what a measure can be while it is not known."""
    if isinstance(measure, Growth):
        return False
    return not (isinstance(measure, Ratio) and measure.stated is not None)
