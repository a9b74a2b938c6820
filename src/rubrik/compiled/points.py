"""Points in the making: code for every row, every group and the whole."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import TypeGuard

from attrs import define, evolve, field

from rubrik.compiled.pairs import Written, added, limited, put, target
from rubrik.compiled.rules import Rules
from rubrik.compiled.source import Source
from rubrik.compiled.values import Values
from rubrik.measures import Known
from rubrik.rubric import Group, Interpretation
from rubrik.scorers import Form

__all__ = ["Points", "points_under"]


def __dir__() -> list[str]:
    return __all__


Points = Callable[[Known], tuple[tuple[int | None, ...], tuple[int, ...], bool]]
"""From what is known to the tops of all rows and of the whole, ``None`` for those that are open,
to their bottoms, and to whether none is open."""


def points_under(read: Interpretation, forms: Mapping[str, Form]) -> tuple[Points, str]:
    """The function that gives all points of a rubric where everything applies, and its text.

    Rows come in printed order, the whole comes last.
    """
    source = Source()
    values = Values(source, read.declared)
    rows = _Rows(source, read, Rules(source, values), forms)
    rows.write()
    text = source.text("known", values.head())
    return source.function(text), text


@define(eq=False)
class _Rows:
    source: Source
    read: Interpretation
    rules: Rules
    forms: Mapping[str, Form]
    found: dict[str | None, Written] = field(init=False, factory=dict)

    def write(self) -> None:
        read = self.read
        for code in filter(read.ruled.__contains__, read.nodes):
            self.source.put(f"# {code!r}")
            self.found[code] = self._ruled(code)
        for code in read.bottom_up:
            node = read.nodes[code]
            if isinstance(node, Group) and node.counts == "parts":
                self.source.put(f"# {code!r}")
                self.found[code] = self._group(node)
        self.found[None] = self._total(self._parts(None))
        self._give()

    def _ruled(self, code: str) -> Written:
        """The points of a rule; a row of a checklist has none."""
        if code not in self.read.checked:
            return self.rules.points(self.forms[code])
        found = Written(self.source.name(), 1)
        self.source.put(f"{found.top} = None")
        return found

    def _parts(self, code: str | None) -> list[Written]:
        return [self.found[part.code] for part in self.read.children.get(code, ())]

    def _group(self, group: Group) -> Written:
        limits = [group.max] if group.capped and group.max is not None else []
        found = self._total(self._parts(group.code), [limit.denominator for limit in limits])
        for limit in limits:
            limited(self.source, found, high=limit)
        return found

    def _total(self, parts: Sequence[Written], others: Sequence[int] = ()) -> Written:
        """The sum of some parts; ``others`` are bottoms that it may have as well."""
        bottoms = [part.bottom for part in parts]
        scale = lcm(*bottoms, *others) if _are_numbers(bottoms) else None
        found = evolve(target(self.source, scale), like=_alike(parts))
        if parts:
            added(self.source, parts, found)
        else:
            put(self.source, found, Fraction(0))
        return found

    def _give(self) -> None:
        """Tops, bottoms, and whether all are known: those that do not count are in no sum."""
        rows = [self.found[code] for code in (*self.read.nodes, None)]
        tops, bottoms = (
            _listed([row.top for row in rows]),
            _listed([self._bottom(row) for row in rows]),
        )
        apart = [self.found[code] for code in self.read.nodes if code not in self.read.counted]
        known = " and ".join(f"{row.top} is not None" for row in (*apart, rows[-1]))
        self.source.put(f"return {tops}, {bottoms}, {known}")

    def _bottom(self, row: Written) -> str:
        return row.bottom if isinstance(row.bottom, str) else self.source.number(row.bottom)


def _alike(parts: Sequence[Written]) -> str | None:
    """What the bottom of a sum is like, if all of its parts that may differ are like the same."""
    found = {part.like or part.bottom for part in parts if isinstance(part.bottom, str)}
    return next(iter(found)) if len(found) == 1 else None


def _listed(names: Sequence[str]) -> str:
    return f"({', '.join(names)},)"


def _are_numbers(bottoms: Sequence[str | int]) -> TypeGuard[Sequence[int]]:
    return all(isinstance(bottom, int) for bottom in bottoms)
