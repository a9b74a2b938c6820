"""Whether requirements hold for one unit: yes, no, or either way while points are open."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import assert_never

from attrs import field, frozen

from rubrik.classifier.results import ConditionResult, LevelResult, VetoResult
from rubrik.classifier.standings import Standing
from rubrik.intervals import Interval
from rubrik.scales import (
    AllOf,
    AnyOf,
    AtLeast,
    Level,
    Op,
    Reaches,
    Requirement,
    Scale,
    Threshold,
    Veto,
    thresholds,
)

__all__ = ["Asked", "Judge", "Part", "compared"]


def __dir__() -> list[str]:
    return __all__


Answer = bool | None
"""Whether something holds; ``None`` while it can go either way."""

Asked = Threshold | tuple[Threshold, str]
"""A threshold, with the row that it is asked of where it names none itself."""


@frozen
class Part:
    """A part of where the points of one row may be."""

    row: str
    within: Interval


@frozen(eq=False)
class Judge:
    """Decides resolved requirements for one unit, on a scale that is for the row ``subject``.

    What it ``decided`` can be shared with other judges of the same standing. Whether something
    holds can also be asked for a part of the points of one row, as if they lay in there.
    """

    standing: Standing
    subject: str
    decided: dict[Asked, ConditionResult] = field(factory=dict)

    def level(self, level: Level) -> LevelResult:
        """One level, with every condition of it in order."""
        conditions = tuple([self.condition(each) for each in thresholds(level.conditions)])
        return LevelResult(level, self.all_hold(level.conditions), conditions)

    def veto(self, veto: Veto) -> VetoResult:
        """One veto, and whether it shuts the unit out."""
        return VetoResult(veto, self.is_vetoed(veto))

    def is_vetoed(self, veto: Veto, part: Part | None = None) -> Answer:
        """Whether a veto shuts the unit out."""
        if any(map(self.standing.is_annulled, veto.annulled)):
            return True
        return _at_least(1, [self.holds(each, part) for each in veto.conditions])

    def conditions_of(self, scale: Scale) -> Iterator[ConditionResult]:
        """Every condition of every level and veto of a scale."""
        owners: tuple[Level | Veto, ...] = (*scale.levels, *scale.vetoes)
        for each in owners:
            yield from map(self.condition, thresholds(each.conditions))

    def condition(self, threshold: Threshold) -> ConditionResult:
        """One threshold, decided once."""
        asked = threshold if threshold.node else (threshold, self.subject)
        found = self.decided.get(asked)
        if found is None:
            found = self.decided[asked] = self._condition(threshold)
        return found

    def _condition(self, threshold: Threshold) -> ConditionResult:
        node = threshold.node or self.subject
        within, limit = self.standing.within(node), self._limit(threshold, node)
        holds = None if limit is None else compared(within, threshold.op, limit)
        return ConditionResult(
            threshold=threshold, node=node, within=within, limit=limit, holds=holds
        )

    def _holds(self, threshold: Threshold, part: Part | None) -> Answer:
        node = threshold.node or self.subject
        if part is None or part.row != node:
            return self.condition(threshold).holds
        limit = self._limit(threshold, node)
        return None if limit is None else compared(part.within, threshold.op, limit)

    def _limit(self, threshold: Threshold, node: str) -> Fraction | None:
        if threshold.fixed is not None:
            return threshold.fixed
        parts = self.standing.parts(node) if threshold.base == "parts" else 0
        return threshold.at(self.standing.maximum(node), parts)

    def all_hold(self, wanted: Iterable[Requirement], part: Part | None = None) -> Answer:
        """Whether all of some requirements hold."""
        answers = [self.holds(each, part) for each in wanted]
        return _at_least(len(answers), answers)

    def holds(self, wanted: Requirement, part: Part | None = None) -> Answer:
        """Whether a requirement holds."""
        if isinstance(wanted, Threshold):
            return self._holds(wanted, part)
        count, parts = _some_of(wanted)
        return _at_least(count, [self.holds(each, part) for each in parts])

    def undecided(self, wanted: Iterable[Requirement]) -> Iterator[ConditionResult]:
        """The conditions that can go either way, and on which it depends whether others do."""
        for each in wanted:
            if self.holds(each) is not None:
                continue
            if isinstance(each, Threshold):
                yield self.condition(each)
            else:
                yield from self.undecided(_some_of(each)[1])

    def unmet(
        self, wanted: Iterable[Requirement], *, is_choice: bool = False
    ) -> Iterator[tuple[ConditionResult, bool]]:
        """The conditions that keep requirements from being sure to hold, in order.

        Beside each stands whether it is one of several of which fewer will do.
        """
        for each in wanted:
            if self.holds(each):
                continue
            if isinstance(each, Threshold):
                yield self.condition(each), is_choice
            else:
                count, parts = _some_of(each)
                yield from self.unmet(parts, is_choice=is_choice or count < len(parts))


def _some_of(wanted: AllOf | AnyOf | AtLeast | Reaches) -> tuple[int, tuple[Requirement, ...]]:
    """How many of which requirements must hold."""
    match wanted:
        case AllOf():
            return len(wanted.all), wanted.all
        case AnyOf():
            return 1, wanted.any
        case AtLeast():
            return wanted.at_least, wanted.of
        case Reaches():
            raise AssertionError(wanted)  # a resolved scale has none
        case _:
            assert_never(wanted)


def _at_least(count: int, answers: Sequence[Answer]) -> Answer:
    """Whether so many hold, for sure or never."""
    if answers.count(True) >= count:
        return True
    return False if len(answers) - answers.count(False) < count else None


def compared(within: Interval, op: Op, limit: Fraction) -> Answer:
    """Whether points within an interval compare like that; ``None`` where some do, some do not."""
    match op:
        case ">=":
            return True if within.is_at_least(limit) else _unless(within.is_below(limit))
        case ">":
            return True if within.is_above(limit) else _unless(within.is_at_most(limit))
        case "<=":
            return True if within.is_at_most(limit) else _unless(within.is_above(limit))
        case "<":
            return True if within.is_below(limit) else _unless(within.is_at_least(limit))
        case _:
            assert_never(op)


def _unless(is_out: bool) -> Answer:  # noqa: FBT001 - the other side of one question
    return False if is_out else None
