"""Scales by thresholds alone: levels of other scales and bases put in where they are named."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar, assert_never

from attrs import define, evolve, field, frozen

from rubrik.errors import Problem, RubricError, bounded, meant
from rubrik.scales import (
    AllOf,
    AnyOf,
    AtLeast,
    Level,
    Reaches,
    Requirement,
    Scale,
    Threshold,
    Veto,
    thresholds,
)
from rubrik.wording import Message, message, named

__all__ = ["MOST_CONDITIONS", "MOST_NESTED", "depths", "joined", "resolved"]


def __dir__() -> list[str]:
    return __all__


MOST_CONDITIONS: Final = 50_000
"""How many conditions the scales of one rubric may come to, those of other levels put in."""

MOST_NESTED: Final = 64
"""How deep conditions may stand in each other, those of other levels put in."""

L = TypeVar("L", Level, Veto)


def resolved(wanted: Iterable[Scale], scales: Iterable[Scale]) -> tuple[Scale, ...]:
    """Scales by thresholds alone; the levels that they name are those of ``scales``.

    Raises:
        RubricError: with every problem found: levels that are not there, or that ask about other
            rows; scales made of themselves; bases that are no single one; too much in all.
    """
    return _all_put_in(wanted, _Resolver({each.id: each for each in scales}))


def joined(scales: Sequence[Scale]) -> tuple[Scale, ...]:
    """Scales with the levels of each other put in; levels of other scales are left to be named.

    Raises:
        RubricError: as `resolved` does.
    """
    return _all_put_in(scales, _Resolver({each.id: each for each in scales}, is_all=False))


def _all_put_in(wanted: Iterable[Scale], resolver: "_Resolver") -> tuple[Scale, ...]:
    found = tuple(map(resolver.scale, wanted))
    if resolver.problems:
        raise RubricError(bounded(resolver.problems))
    return found


@frozen
class _Place:
    """Where a requirement stands: in which scale, at which path, in how many others."""

    scale: Scale
    path: tuple[str, ...]
    depth: int

    def at(self, step: str) -> "_Place":
        return evolve(self, path=(*self.path, step))

    def inside(self, step: str, index: int) -> "_Place":
        return evolve(self, path=(*self.path, f"{step}[{index}]"), depth=self.depth + 1)


@define(eq=False)
class _Resolver:
    """Puts levels and bases in, every scale once, and gathers what is wrong with them."""

    scales: Mapping[str, Scale]
    is_all: bool = True
    problems: list[Problem] = field(init=False, factory=list)
    _done: dict[str, Scale] = field(init=False, factory=dict)
    _begun: list[Scale] = field(init=False, factory=list)
    _seen: dict[Threshold, Threshold] = field(init=False, factory=dict)
    _count: int = field(init=False, default=0)

    def scale(self, scale: Scale, depth: int = 0) -> Scale:
        """The scale, by thresholds alone."""
        is_known = self.scales.get(scale.id) is scale
        if is_known and scale.id in self._done:
            return self._done[scale.id]
        self._begun.append(scale)
        place = _Place(scale, (f"scale '{scale.id}'",), depth)
        levels = [self._owner(each, place.at(f"level '{each.name}'")) for each in scale.levels]
        vetoes = [
            self._owner(each, place.at(f"vetoes[{index}]"))
            for index, each in enumerate(scale.vetoes)
        ]
        self._begun.pop()
        found = evolve(scale, levels=tuple(levels), vetoes=tuple(vetoes))
        if is_known:
            self._done[scale.id] = found
        return found

    def _owner(self, owner: L, place: _Place) -> L:
        return evolve(owner, conditions=self._each(owner.conditions, place, "conditions"))

    def _each(
        self, wanted: Sequence[Requirement], place: _Place, step: str
    ) -> tuple[Requirement, ...]:
        return tuple(
            self._put(each, place.inside(step, index)) for index, each in enumerate(wanted)
        )

    def _put(self, wanted: Requirement, place: _Place) -> Requirement:
        if not self._has_room(place, 1, place.depth):
            return wanted
        match wanted:
            case Threshold():
                based = self._based(wanted, place)
                return self._seen.setdefault(based, based)  # what is one thing is decided once
            case AllOf():
                return AllOf(all=self._each(wanted.all, place, "all"))
            case AnyOf():
                return AnyOf(any=self._each(wanted.any, place, "any"))
            case AtLeast():
                return evolve(wanted, of=self._each(wanted.of, place, "of"))
            case Reaches():
                return self._reached(wanted, place)
            case _:
                assert_never(wanted)

    def _has_room(self, place: _Place, count: int, depth: int) -> bool:
        """Whether more conditions may stand there; where too many do is said once."""
        had_room = self._count <= MOST_CONDITIONS
        self._count += count
        if depth > MOST_NESTED:
            self._refuse(place, message("conditions-too-deep", most=MOST_NESTED))
            return False
        has_room = self._count <= MOST_CONDITIONS
        if had_room and not has_room:
            self._refuse(place, message("too-many-conditions", most=MOST_CONDITIONS))
        return has_room

    def _based(self, threshold: Threshold, place: _Place) -> Threshold:
        if threshold.share is None or threshold.base is not None:
            return threshold
        stated, subjects = place.scale.bases, place.scale.subjects
        rows = (threshold.node,) if threshold.node else subjects
        other = "max" if threshold.node else stated.get("", "max")
        bases = [stated.get(row, other) for row in rows]
        if any(each != bases[0] for each in bases):
            self._refuse(place, message("bases-differ", nodes=tuple(map(named, rows))))
        return evolve(threshold, base=bases[0])

    def _reached(self, wanted: Reaches, place: _Place) -> Requirement:
        other = self.scales.get(wanted.scale)
        if other is None and not self.is_all:
            return wanted
        if other is None or other.level(wanted.level) is None:
            self._refuse(place, *self._unknown(wanted, other))
            return wanted
        if any(each is other for each in self._begun):
            self._refuse(place, message("scale-of-itself", scale=named(other.id)))
            return wanted
        level = self.scale(other, place.depth).level(wanted.level)
        assert level is not None  # noqa: S101 - it is there before it is resolved
        found = tuple(depths(level.conditions, place.depth + 1))
        if not self._has_room(place, len(found), max(found, default=0)):
            return wanted
        return self._placed(level.conditions, other, place)

    def _placed(
        self, conditions: tuple[Requirement, ...], other: Scale, place: _Place
    ) -> Requirement:
        """The conditions of another scale's level, on the rows that they are about there."""
        rows, others = place.scale.nodes, other.nodes
        is_same = rows == others or (rows and set(rows) <= set(others))
        if len(others) == 1:
            conditions = tuple(_on(each, others[0]) for each in conditions)
        elif not is_same and not all(each.node for each in thresholds(conditions)):
            self._refuse(place, message("level-of-other-rows", scale=named(other.id)))
        return AllOf(all=conditions)

    def _unknown(self, wanted: Reaches, other: Scale | None) -> tuple[Message, Message | None]:
        said = message("unknown-level", scale=named(wanted.scale), level=named(wanted.level))
        if other is None:
            return said, meant(wanted.scale, self.scales)
        return said, meant(wanted.level, [level.name for level in other.levels])

    def _refuse(self, place: _Place, said: Message, hint: Message | None = None) -> None:
        self.problems.append(Problem(place.path, said, hint))


def depths(wanted: Sequence[Requirement], above: int = 0) -> Iterator[int]:
    """How deep each of some requirements stands, and each of all that stand in them."""
    for each in wanted:
        yield above
        yield from depths(_parts(each), above + 1)


def _parts(wanted: Requirement) -> tuple[Requirement, ...]:
    match wanted:
        case AllOf():
            return wanted.all
        case AnyOf():
            return wanted.any
        case AtLeast():
            return wanted.of
        case Threshold() | Reaches():
            return ()
        case _:
            assert_never(wanted)


def _on(wanted: Requirement, row: str) -> Requirement:
    """The same, asked of a row wherever no other is named."""
    match wanted:
        case Threshold():
            return wanted if wanted.node else evolve(wanted, node=row)
        case AllOf():
            return AllOf(all=tuple(_on(each, row) for each in wanted.all))
        case AnyOf():
            return AnyOf(any=tuple(_on(each, row) for each in wanted.any))
        case AtLeast():
            return evolve(wanted, of=tuple(_on(each, row) for each in wanted.of))
        case Reaches():
            return wanted
        case _:
            assert_never(wanted)
