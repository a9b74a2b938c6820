"""A scale for one row of a rubric as it is read: what its levels ask for, and what can hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from rubrik.auditing.feasibility import Space, negated
from rubrik.rubric import Interpretation
from rubrik.scales import AllOf, Requirement, Scale, Veto

__all__ = ["Applied", "applied", "enough_of", "taken_apart", "unvetoed"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")


@frozen(eq=False)
class Applied:
    """A resolved scale, and the row that it is for; an empty code is the whole."""

    space: Space
    scale: Scale
    subject: str

    def can(self, *wanted: Requirement) -> bool | None:
        """Whether requirements can hold together; ``False`` is proved, ``None`` is not known."""
        return self.space.can_hold(wanted, self.subject)

    def implies(self, known: Iterable[Requirement], wanted: Requirement) -> bool:
        """Whether it is proved that a requirement holds wherever some others do."""
        return self.can(*known, negated(wanted)) is False

    @cached_property
    def levels(self) -> tuple[AllOf, ...]:
        """What each level asks for, the best first."""
        return tuple(AllOf(all=level.conditions) for level in self.scale.levels)

    @cached_property
    def denied(self) -> tuple[Requirement, ...]:
        """For each level that it is not reached."""
        return tuple(map(negated, self.levels))

    @cached_property
    def spared(self) -> AllOf:
        """What no veto asks for."""
        return unvetoed(self.scale.vetoes)

    @cached_property
    def reachable(self) -> tuple[bool | None, ...]:
        """For each level whether units can reach it that no veto shuts out."""
        return tuple(self.can(level, self.spared) for level in self.levels)


def applied(read: Interpretation, space: Space) -> tuple[Applied, ...]:
    """Every scale of a rubric as it is read, for every row that it is for."""
    scales = read.scales.values()
    return tuple(Applied(space, scale, node) for scale in scales for node in scale.subjects)


def unvetoed(vetoes: Iterable[Veto]) -> AllOf:
    """What holds where none of the conditions of vetoes does."""
    return AllOf(all=tuple(negated(each) for veto in vetoes for each in veto.conditions))


def taken_apart(wanted: Iterable[Requirement]) -> Iterator[Requirement]:
    """Requirements that must all hold, one by one."""
    for each in wanted:
        if isinstance(each, AllOf):
            yield from taken_apart(each.all)
        else:
            yield each


def enough_of(items: Sequence[T], is_enough: Callable[[Sequence[T]], bool]) -> Sequence[T]:
    """As few of some items as are enough, the first rather than the last."""
    kept = tuple(items)
    for item in reversed(items):
        fewer = tuple(each for each in kept if each is not item)
        if is_enough(fewer):
            kept = fewer
    return kept
