"""The rows of a rubric over a frame: criteria by their rules, groups by their parts, the whole."""

from collections.abc import Iterator
from typing import Final

import narwhals.stable.v2 as nw
from attrs import evolve, field, frozen

from rubrik.absence import Policy
from rubrik.frames.columns import any_of
from rubrik.frames.numbers import Facts
from rubrik.frames.points import Keep, Points, clamped, points, total
from rubrik.measures import Facts as UnitFacts
from rubrik.measures import Growth, Measure, Ratio, narrowed
from rubrik.rubric import Cohorts, Group, Interpretation, measured_by

__all__ = ["WHOLE", "Row", "Rows"]


def __dir__() -> list[str]:
    return __all__


WHOLE: Final = ""
"""The code of the whole."""


@frozen
class Row:
    """One row of a rubric over a frame: its points, and where it is missing something.

    A row whose rule misses something may have known points all the same, where what is missing is
    worth nothing.
    """

    code: str
    points: Points
    missing: nw.Expr | None


@frozen
class Rows:
    """Builds the rows of a rubric, each once: as expressions, or as columns made of them before.

    ``kept`` holds rows whose expressions stand in columns already.
    """

    read: Interpretation
    facts: Facts
    policy: Policy
    cohorts: Cohorts = field(factory=dict)
    kept: dict[str, Row] = field(factory=dict)

    def ruled(self, keep: Keep) -> Iterator[Row]:
        """Every row that has points by a rule of its own; the leaves of the rules are kept."""
        forms = self.read.forms_in(self.cohorts)
        for code, form in forms.items():
            if code not in self.read.checked:
                yield self._ruled(code, points(form, self.facts, keep))

    def _ruled(self, code: str, found: Points) -> Row:
        unsure = any_of([found.unsure, self._narrowed(code, found)])
        found = evolve(found, unsure=unsure)
        missing = found.missing
        if self.policy is Policy.ZERO and missing is not None and found.open is not None:
            ends = (nw.when(missing).then(nw.lit(0.0)).otherwise(each) for each in _ends(found))
            low, high = ends
            found = evolve(
                found,
                low=low,
                high=high,
                open=found.open & ~missing,
                missing=None,
                known=None,
                ends=None,
            )
        return Row(code, found, missing)

    def _narrowed(self, code: str, found: Points) -> nw.Expr | None:
        """Where constraints could narrow what is not reported: that is left to exact arithmetic."""
        if found.missing is None:
            return None
        names = {
            name
            for _, measure in measured_by(self.read.nodes[code])
            if _narrows(measure)
            for name, _ in measure.reads
        }
        tied = {self.read.links.get(name) for name in names} - {None}
        if not tied:
            return None
        if names & self._narrowed_always:
            return found.missing
        others = [name for name, first in self.read.links.items() if first in tied]
        values = [self.facts.value(name) for name in others]
        some = any_of(~value.is_null() for value in values if value is not None)
        return None if some is None else found.missing & some

    @property
    def _narrowed_always(self) -> set[str]:
        """The inputs that constraints narrow before anything is reported."""
        bare = UnitFacts({}, self.read.declared)
        return set(narrowed(bare, self.read.constraints).narrowed)

    def groups(self) -> Iterator[list[Row]]:
        """Groups that are added up, those of one depth together, the deepest first; the whole last.

        Rows that a group adds up must be ``kept`` when it is built.
        """
        added = [
            code for code in self.read.nodes if code not in self.read.ruled and self._adds(code)
        ]
        for depth in sorted({self.read.depths[code] for code in added}, reverse=True):
            yield [self._group(code) for code in added if self.read.depths[code] == depth]
        yield [self._group(WHOLE)]

    def _adds(self, code: str) -> bool:
        return any(part in self.kept or self._adds(part) for part in self._parts(code))

    def _parts(self, code: str) -> list[str]:
        return [part.code for part in self.read.children.get(code or None, ())]

    def _group(self, code: str) -> Row:
        parts = [self.kept[part].points for part in self._parts(code) if part in self.kept]
        found = total(parts)
        group = self.read.nodes[code] if code else None
        if isinstance(group, Group) and group.capped and group.max is not None:
            found = clamped(found, None, group.max)
        return Row(code, found, found.missing)


def _ends(found: Points) -> tuple[nw.Expr, nw.Expr]:
    return found.low, found.high


def _narrows(measure: Measure) -> bool:
    """Whether constraints narrow what a measure can be while it is not known."""
    if isinstance(measure, Growth):
        return False
    return not (isinstance(measure, Ratio) and measure.stated is not None)
