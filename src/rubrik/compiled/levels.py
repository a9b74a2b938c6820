"""Levels in the making: code that decides every scale on the points of all rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from attrs import define, field

from rubrik.compiled.pairs import Written, compared, unless_open
from rubrik.compiled.source import Source
from rubrik.rubric import Interpretation
from rubrik.scales import AllOf, AnyOf, AtLeast, Reaches, Requirement, Scale, Threshold, thresholds

__all__ = ["Levels", "levels_under"]


def __dir__() -> list[str]:
    return __all__


Levels = Callable[[Sequence[int | None], Sequence[int]], tuple[str | None, ...]]
"""From the tops and bottoms of all rows to the level on every scale of every row that it is for,
``None`` where a row that it asks about is open."""


def levels_under(read: Interpretation, scales: Iterable[Scale]) -> Levels:
    """The function that decides resolved scales of a rubric where everything applies."""
    source = Source()
    rows = {code: index for index, code in enumerate((*read.nodes, None))}
    levels = _Levels(source, read, rows)
    found = [levels.level(each, node) for each in scales for node in each.subjects]
    source.put(f"return ({''.join(f'{name}, ' for name in found)})")
    made: Levels = source.function(source.text("tops, bottoms"))
    return made


@define(eq=False)
class _Levels:
    source: Source
    read: Interpretation
    rows: Mapping[str | None, int]
    _asked: dict[str | None, Written] = field(init=False, factory=dict)

    def level(self, scale: Scale, subject: str) -> str:
        """The name of the level of one row on one scale, or of what is below all levels."""
        wanted = [*(each.conditions for each in scale.levels)]
        wanted += [each.conditions for each in scale.vetoes]
        asked = [each for conditions in wanted for each in thresholds(conditions)]
        found = self.source.name()
        if any(self._limit(each, subject) is None for each in asked):
            self.source.put(f"{found} = None")
            return found
        rows = [self._row(each.node or subject) for each in asked]
        with unless_open(self.source, rows, Written(found, 1)):
            self._choose(found, list(self._outcomes(scale, subject)))
        return found

    def _choose(self, name: str, outcomes: Sequence[tuple[str | None, str]]) -> None:
        """``name`` as the first outcome whose condition holds."""
        branches = self.source.branches([condition for condition, _ in outcomes])
        for _, (_, outcome) in zip(branches, outcomes, strict=True):
            self.source.put(f"{name} = {outcome!r}")

    def _outcomes(self, scale: Scale, subject: str) -> Iterator[tuple[str | None, str]]:
        """What shuts a unit out first, then the levels from the best down."""
        for veto in scale.vetoes:
            if veto.conditions:
                yield self._one_of(veto.conditions, subject), veto.result or scale.below
        for level in scale.levels:
            yield self._all_of(level.conditions, subject), level.name
        yield None, scale.below

    def _row(self, code: str) -> Written:
        if code not in self._asked:
            index = self.rows[code or None]
            found = Written(self.source.name(), self.source.name())
            self.source.put(f"{found.top}, {found.bottom} = tops[{index}], bottoms[{index}]")
            self._asked[code] = found
        return self._asked[code]

    def _limit(self, threshold: Threshold, subject: str) -> Fraction | None:
        code = threshold.node or subject or None
        maximum = self.read.maximum if code is None else self.read.maxima[code]
        return threshold.at(maximum, len(self.read.children.get(code, ())))

    def _all_of(self, wanted: Sequence[Requirement], subject: str) -> str:
        return " and ".join(self._conditions(wanted, subject)) or "True"

    def _one_of(self, wanted: Sequence[Requirement], subject: str) -> str:
        return " or ".join(self._all_of([each], subject) for each in wanted)

    def _conditions(self, wanted: Sequence[Requirement], subject: str) -> Iterator[str]:
        """Conditions that must all hold: nested ones side by side, others under names."""
        for each in wanted:
            match each:
                case Threshold():
                    limit = self._limit(each, subject) or Fraction(0)  # it is there: see `level`
                    yield compared(self.source, self._row(each.node or subject), each.op, limit)
                case AllOf():
                    yield from self._conditions(each.all, subject)
                case AnyOf():
                    yield self._counted(each.any, 1, subject)
                case AtLeast():
                    yield self._counted(each.of, each.at_least, subject)
                case Reaches():
                    raise AssertionError(each)  # a resolved scale has none
                case _:
                    assert_never(each)

    def _counted(self, wanted: Sequence[Requirement], least: int, subject: str) -> str:
        """Whether so many of some requirements hold."""
        held = [self._all_of([each], subject) for each in wanted]
        name = self.source.name()
        self.source.put(f"{name} = sum(({''.join(f'{each}, ' for each in held)})) >= {least}")
        return name
