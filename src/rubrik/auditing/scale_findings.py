"""Findings about scales: said once for all rows that they hold for, with the readings that ask."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from attrs import evolve

from rubrik.auditing.applied import Applied, taken_apart
from rubrik.auditing.findings import Finding, Kind, Said, Severity
from rubrik.auditing.subject import Subject
from rubrik.auditing.wanted import row_name
from rubrik.rubric import owner_of
from rubrik.scales import AllOf, AnyOf, AtLeast, Reaches, Requirement, Scale, Threshold
from rubrik.wording import message

__all__ = ["bearing_on", "gathered", "leaves", "stating"]


def __dir__() -> list[str]:
    return __all__


def gathered(
    subject: Subject,
    kind: Kind,
    found: Iterable[tuple[Applied, Said]],
    severity: Severity = Severity.WARNING,
) -> Iterator[Finding]:
    """The findings of a kind; what is the same for several rows of one scale is said once."""
    rows: dict[tuple[Said, str], list[str]] = {}
    scales: dict[str, Scale] = {}
    for applied, said in found:
        scales[applied.scale.id] = applied.scale
        rows.setdefault((said, applied.scale.id), []).append(applied.subject)
    for (said, name), codes in rows.items():
        scale = scales[name]
        where = tuple(row_name(code) for code in codes)
        whole = message("finding-at-rows", nodes=where, finding=said.message)
        placed = evolve(said, message=whole) if len(scale.subjects) > 1 else said
        yield subject.finding(kind, owner_of(scale), placed, severity)


def stating(subject: Subject, applied: Applied) -> Iterator[str]:
    """The readings that replace conditions or vetoes of a scale, or the name of what is below."""
    scale = subject.stated_scales[applied.scale.id]
    yield from subject.asking(owner_of(scale), "below", "vetoes")
    for place, level in enumerate(scale.levels):
        yield from subject.asking(owner_of(scale), f"levels.{place}.conditions")
        for each in leaves(level.conditions):
            if isinstance(each, Reaches):
                other, at = _level_of(subject, each)
                yield from subject.asking(owner_of(other), f"levels.{at}.conditions")


def bearing_on(
    subject: Subject, applied: Applied, place: int, wanted: Sequence[Requirement] | None = None
) -> Iterator[str]:
    """The readings that replace something that a level follows from, or some of its conditions."""
    scale = subject.stated_scales[applied.scale.id]
    stated, ready = scale.levels[place].conditions, applied.scale.levels[place].conditions
    if any(veto.conditions for veto in scale.vetoes):
        yield from subject.asking(owner_of(scale), "vetoes")
    for index, (one, other) in enumerate(zip(stated, ready, strict=True)):
        parts = tuple(taken_apart((other,)))
        if wanted is None or any(part is each for part in parts for each in wanted):
            yield from subject.asking(owner_of(scale), f"levels.{place}.conditions.{index}")
            yield from _bearing_on_leaves(subject, scale, one, applied)


def _bearing_on_leaves(
    subject: Subject, scale: Scale, stated: Requirement, applied: Applied
) -> Iterator[str]:
    """The readings that replace other levels, bases or maxima that a condition goes back to."""
    for each in leaves((stated,)):
        if isinstance(each, Reaches):
            other, at = _level_of(subject, each)
            yield from subject.asking(owner_of(other), f"levels.{at}.conditions")
            for condition in other.levels[at].conditions:
                yield from _bearing_on_leaves(subject, other, condition, applied)
        elif each.share is not None and each.base is None:
            yield from subject.asking(owner_of(scale), "bases")
            if scale.bases.get(each.node, "max") == "max":
                yield from subject.asking(each.node or applied.subject, "max")


def _level_of(subject: Subject, named: Reaches) -> tuple[Scale, int]:
    """The scale that a level is of, and the place of the level."""
    scale = subject.stated_scales[named.scale]
    return scale, [level.name for level in scale.levels].index(named.level)


def leaves(wanted: Iterable[Requirement]) -> Iterator[Threshold | Reaches]:
    """The thresholds, and the levels of other scales, that stated requirements are made of."""
    for each in wanted:
        match each:
            case Threshold() | Reaches():
                yield each
            case AllOf():
                yield from leaves(each.all)
            case AnyOf():
                yield from leaves(each.any)
            case AtLeast():
                yield from leaves(each.of)
            case _:
                assert_never(each)
