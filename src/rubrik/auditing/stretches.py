"""Scales whose conditions are all on one row: which level each number of its points has."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from attrs import evolve, frozen

from rubrik.auditing.applied import Applied
from rubrik.auditing.findings import Finding, Kind, Said
from rubrik.auditing.scale_findings import gathered, stating
from rubrik.auditing.subject import Subject
from rubrik.auditing.wanted import points_in, quoted_name
from rubrik.classifier import classify
from rubrik.intervals import Interval, hull
from rubrik.scales import thresholds
from rubrik.wording import Message, message

__all__ = ["level_hole", "levels_not_monotone"]


def __dir__() -> list[str]:
    return __all__


@frozen
class _Stretch:
    """Points of the same level: its place among all, and its name; what is below all comes last.

    A ``hole`` has no level although no veto takes it away; it has the name of what is below all.
    """

    over: Interval
    place: int
    name: str
    hole: bool


def levels_not_monotone(subject: Subject) -> Iterator[Finding]:
    """Scales by which more points mean a better level here and a worse one there."""
    yield from gathered(subject, Kind.LEVELS_NOT_MONOTONE, _not_monotone(subject))


def _not_monotone(subject: Subject) -> Iterator[tuple[Applied, Said]]:
    for applied, found in _each(subject):
        between = _between(found)
        places = [each.place for each in found if each not in between]
        if len({before < after for before, after in pairwise(places) if before != after}) > 1:
            course = tuple(map(_course, found))
            said = message("finding-levels-not-monotone", course=course)
            yield applied, _said(subject, applied, said)


def _course(stretch: _Stretch) -> Message:
    named = quoted_name(stretch.name) if stretch.name else message("finding-no-level")
    return message("finding-level-over", points=points_in(stretch.over), level=named)


def level_hole(subject: Subject) -> Iterator[Finding]:
    """Points without a level: between others, or outside of all where that has no name."""
    yield from gathered(subject, Kind.LEVEL_HOLE, _holes(subject))


def _holes(subject: Subject) -> Iterator[tuple[Applied, Said]]:
    for applied, found in _each(subject):
        between = _between(found)
        nameless = [each for each in found if not each.name and each not in between]
        for key, holes in (("between", between), ("nameless", nameless)):
            if holes:
                points = tuple(points_in(each.over) for each in holes)
                said = message(f"finding-levels-{key}", points=points)
                yield applied, _said(subject, applied, said)
        if not found and not applied.scale.below and applied.can(*applied.denied, applied.spared):
            yield applied, _said(subject, applied, message("finding-levels-open"))


def _said(subject: Subject, applied: Applied, said: Message) -> Said:
    scale = applied.scale
    return Said(said, stating(subject, applied), scale.printed or scale.name)


def _between(found: Sequence[_Stretch]) -> list[_Stretch]:
    """Holes with levels on both sides."""
    levels = [index for index, each in enumerate(found) if not each.hole]
    inner = found[levels[0] : levels[-1]] if levels else ()
    return [each for each in inner if each.hole]


def _each(subject: Subject) -> Iterator[tuple[Applied, Sequence[_Stretch]]]:
    """Every scale for every row, and all points by level where it asks about one row alone."""
    for applied in subject.applied:
        yield applied, tuple(_stretches(subject, applied))


def _stretches(subject: Subject, applied: Applied) -> Iterator[_Stretch]:
    vetoes = (each for veto in applied.scale.vetoes for each in veto.conditions)
    asked = tuple(thresholds((*applied.levels, *vetoes)))
    nodes = {each.node or applied.subject for each in asked}
    limits = [applied.space.limit(each, applied.subject) for each in asked]
    known = [limit for limit in limits if limit is not None]
    subject.budget.left -= len(known) ** 2
    if len(nodes) == 1 and len(known) == len(limits) and not subject.budget.is_spent:
        (node,) = nodes
        cells = applied.space.sums.free[node].split(known)
        rated = (_rated(subject, applied, node, cell) for cell in cells)
        for _, same in groupby(rated, key=_level):
            first, *others = same
            yield evolve(first, over=hull(each.over for each in (first, *others)))


def _level(stretch: _Stretch) -> tuple[int, str, bool]:
    return stretch.place, stretch.name, stretch.hole


def _rated(subject: Subject, applied: Applied, node: str, cell: Interval) -> _Stretch:
    """The level of some points in a cell, which is that of all."""
    points = {node: cell.sample}
    rating = classify(points, applied.scale, node=applied.subject, rubric=subject.rubric)
    assert rating.place is not None  # noqa: S101 - the points that it takes are known
    is_shut_out = any(each.holds for each in rating.vetoes)
    hole = rating.reached is None and not is_shut_out
    return _Stretch(cell, rating.place, rating.level or "", hole)
