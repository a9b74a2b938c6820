"""What may still become of a unit on one scale, what it depends on, and the way up."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from rubrik.classifier.conditions import Judge, Part
from rubrik.classifier.results import ConditionResult, LevelResult, Room, Step, Unmet, VetoResult
from rubrik.scales import Requirement, Scale

__all__ = ["Outlook"]


def __dir__() -> list[str]:
    return __all__


Answer = bool | None

_MOST_STEPS = 100_000  # about a second; printed scales take a hundred


@frozen
class _Case:
    """All points, or those in a part, and how vetoes and levels come out there."""

    part: Part | None
    vetoes: Sequence[Answer]
    levels: Sequence[Answer]

    @property
    def places(self) -> Iterator[int]:
        """The places of the levels that may be reached, as far as the first that surely is."""
        for place, holds in enumerate(self.levels):
            if holds is not False:
                yield place
            if holds:
                return
        yield len(self.levels)


@frozen(eq=False)
class Outlook:
    """One unit on one resolved scale."""

    judge: Judge
    scale: Scale
    levels: tuple[LevelResult, ...]
    vetoes: tuple[VetoResult, ...]

    @cached_property
    def _cases(self) -> Sequence[_Case]:
        """All the points together; taken apart at the thresholds where one row makes the level."""
        vetoes, levels = ([each.holds for each in found] for found in (self.vetoes, self.levels))
        if None in (*vetoes, *levels):
            rows = {each.node for level in self.levels for each in level.conditions}
            parts = self._parts(rows.pop()) if len(rows) == 1 else ()
            if parts:
                return [self._case(each) for each in parts]
        return [_Case(None, vetoes, levels)]

    def _parts(self, row: str) -> Sequence[Part]:
        """The parts of where the points of one row may be; none for too many of them."""
        asked = tuple(self.judge.conditions_of(self.scale))
        limits = {each.limit for each in asked if each.node == row and each.limit is not None}
        if len(limits) * len(asked) > _MOST_STEPS:
            return ()
        return [Part(row, each) for each in self.judge.standing.within(row).split(limits)]

    def _case(self, part: Part) -> _Case:
        vetoes = [self.judge.is_vetoed(each, part) for each in self.scale.vetoes]
        levels = [self.judge.all_hold(each.conditions, part) for each in self.scale.levels]
        return _Case(part, vetoes, levels)

    def possible(self) -> tuple[str, ...]:
        """The names of all that can come out, the best first, each once.

        Exact where one row decides by some hundreds of conditions at most; otherwise perhaps more
        than can come out, and never too few.
        """
        found = {name for case in self._cases for name in self._outcomes(case)}
        scale = self.scale
        named = (*(level.name for level in scale.levels), scale.below)
        results = (veto.result or scale.below for veto in scale.vetoes)
        return tuple(name for name in dict.fromkeys((*named, *results)) if name in found)

    def _outcomes(self, case: _Case) -> Iterator[str]:
        """The first veto that holds, and without one the first level that does."""
        for veto, holds in zip(self.scale.vetoes, case.vetoes, strict=True):
            if holds is not False:
                yield veto.result or self.scale.below
            if holds:
                return
        yield from (self._name(place) for place in case.places)

    def _name(self, place: int) -> str:
        levels = self.scale.levels
        return levels[place].name if place < len(levels) else self.scale.below

    def open_conditions(self) -> Iterator[ConditionResult]:
        """The conditions that can go either way, and on which it depends what comes out."""
        vetoes = [(each.veto.conditions, each.holds) for each in self.vetoes]
        levels = [(each.level.conditions, each.holds) for each in self.levels]
        for conditions, holds in (*vetoes, *levels):
            if holds:
                return
            yield from self.judge.undecided(conditions if holds is None else ())

    # The way up.

    def step(self) -> Step | None:
        """The way to the level above the worst that is still possible.

        There is none from the top, and none for a unit that is shut out.
        """
        worst = max(map(self._worst, self._cases))
        if worst == 0 or any(each.holds for each in self.vetoes):
            return None
        level = self.scale.levels[worst - 1]
        return Step(level, tuple(self._unmet(level.conditions, worst)))

    def _worst(self, case: _Case) -> int:
        """The last place that is possible; what is below all may be called like a level."""
        last, names = max(case.places), [level.name for level in self.scale.levels]
        is_named = last == len(names) and self.scale.below in names
        return names.index(self.scale.below) if is_named else last

    def _unmet(self, wanted: Iterable[Requirement], worst: int) -> Iterator[Unmet]:
        """What keeps the level from being sure, unless what comes out is no worse without it."""
        found: dict[ConditionResult, bool] = {}
        for condition, is_choice in self.judge.unmet(wanted):
            found[condition] = found.get(condition, True) and is_choice
        worse = [case.part for case in self._cases if self._worst(case) == worst]
        for condition, is_choice in found.items():
            if not all(self.judge.holds(condition.threshold, part) for part in worse):
                yield Unmet(condition, self._rooms(condition), is_choice)

    def _rooms(self, condition: ConditionResult) -> tuple[Room, ...]:
        return self.judge.standing.rooms(condition.node) if condition.threshold.is_floor else ()
