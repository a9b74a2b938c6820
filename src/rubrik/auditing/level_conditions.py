"""The conditions of levels: those that always hold, follow from others, or never hold."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from attrs import frozen

from rubrik.auditing.applied import Applied, enough_of, taken_apart
from rubrik.auditing.findings import Finding, Kind, Said, Severity
from rubrik.auditing.scale_findings import bearing_on, gathered
from rubrik.auditing.subject import Subject
from rubrik.auditing.wanted import can_have, listed, printed_words, quoted_name, worded
from rubrik.rubric import owner_of
from rubrik.scales import AllOf, AnyOf, AtLeast, Reaches, Requirement
from rubrik.wording import Arg, message

__all__ = ["level_condition_always", "level_condition_implied", "level_condition_never"]


def __dir__() -> list[str]:
    return __all__


@frozen(eq=False)
class _Level:
    """A level of a scale, by its place, for one row."""

    subject: Subject
    applied: Applied
    place: int

    @property
    def own(self) -> Iterator[Requirement]:
        """Its conditions one by one, resolved; not those of the levels that it names."""
        stated = self.subject.stated_scales[self.applied.scale.id].levels[self.place].conditions
        paired = _paired(stated, self.applied.levels[self.place].all)
        return (ready for written, ready in paired if not isinstance(written, Reaches))

    @property
    def can_be(self) -> bool:
        """Whether its conditions can hold together, as far as bounds tell."""
        return bool(self.applied.can(self.applied.levels[self.place]))

    def said(
        self, key: str, wanted: Requirement, also: Sequence[Requirement] = (), **more: Arg
    ) -> tuple[Applied, Said]:
        """What is said of a condition, which may follow from others ``also``."""
        level = self.applied.scale.levels[self.place]
        condition = worded(wanted, self.applied)
        said = message(key, condition=condition, level=level.name, **more)
        asked = bearing_on(self.subject, self.applied, self.place, (wanted, *also))
        return self.applied, Said(said, asked, printed_words((wanted,), level, self.applied))


def _levels(subject: Subject) -> Iterator[_Level]:
    for applied in subject.applied:
        for place in range(len(applied.levels)):
            yield _Level(subject, applied, place)


def _paired(
    stated: Sequence[Requirement], ready: Sequence[Requirement]
) -> Iterator[tuple[Requirement, Requirement]]:
    """Conditions that must all hold, as stated and as resolved."""
    for one, other in zip(stated, ready, strict=True):
        if isinstance(one, AllOf) and isinstance(other, AllOf):
            yield from _paired(one.all, other.all)
        else:
            yield one, other


def level_condition_always(subject: Subject) -> Iterator[Finding]:
    """Conditions that hold whatever points the rows have."""
    found = (
        level.said("finding-level-always", each, rows=can_have((each,), level.applied))
        for level in _levels(subject)
        for each in level.own
        if level.applied.implies((), each)
    )
    yield from gathered(subject, Kind.LEVEL_CONDITION_ALWAYS, found, Severity.NOTE)


def level_condition_implied(subject: Subject) -> Iterator[Finding]:
    """Conditions that hold wherever the others of their level do."""
    found = (
        level.said("finding-level-implied", each, others, others=listed(others, level.applied))
        for level in _levels(subject)
        for each, others in _implied(level)
    )
    yield from gathered(subject, Kind.LEVEL_CONDITION_IMPLIED, found, Severity.NOTE)


def _implied(level: _Level) -> Iterator[tuple[Requirement, Sequence[Requirement]]]:
    """Conditions with those that they follow from; what is kept follows from nothing else."""
    implies = level.applied.implies
    items = taken_apart(level.applied.levels[level.place].all) if level.can_be else ()
    kept = [each for each in items if not implies((), each)]
    for each in level.own if kept else ():
        others = [other for other in kept if other is not each]
        if len(others) < len(kept) and implies(others, each):
            kept = others
            yield each, enough_of(others, partial(implies, wanted=each))


def level_condition_never(subject: Subject) -> Iterator[Finding]:
    """Alternatives that never hold where the rest of their level does, and vetoes that never do."""
    found = (
        level.said("finding-level-never", each)
        for level in _levels(subject)
        if level.can_be
        for each in _idle(level, level.own)
    )
    yield from gathered(subject, Kind.LEVEL_CONDITION_NEVER, found)
    yield from gathered(subject, Kind.LEVEL_CONDITION_NEVER, _idle_vetoes(subject))


def _idle(level: _Level, wanted: Iterable[Requirement]) -> Iterator[Requirement]:
    """Alternatives of these conditions, or of alternatives among them."""
    for choice in wanted:
        for each in _alternatives(choice):
            if level.applied.can(level.applied.levels[level.place], each) is False:
                yield each
            else:
                yield from _idle(level, taken_apart((each,)))


def _alternatives(wanted: Requirement) -> Sequence[Requirement]:
    match wanted:
        case AnyOf(any=parts) | AtLeast(of=parts):
            return parts
        case _:
            return ()


def _idle_vetoes(subject: Subject) -> Iterator[tuple[Applied, Said]]:
    for applied in subject.applied:
        for veto in applied.scale.vetoes:
            for each in veto.conditions:
                if applied.can(each) is False:
                    said = message(
                        "finding-veto-never",
                        veto=quoted_name(veto.reason),
                        condition=worded(each, applied),
                        rows=can_have((each,), applied),
                    )
                    asked = subject.asking(owner_of(applied.scale), "vetoes")
                    yield applied, Said(said, asked, veto.printed or veto.reason)
