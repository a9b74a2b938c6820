"""Tables of bands and their thresholds, against the values that can be measured."""

from collections.abc import Iterator
from fractions import Fraction

from rubrik.auditing.figures import figure
from rubrik.auditing.findings import Finding, Kind
from rubrik.auditing.places import Place, decided
from rubrik.auditing.subject import Subject
from rubrik.reasons import inside
from rubrik.rubric import Node
from rubrik.scorers import Banded, MinMaxNormalized, Proportional
from rubrik.scorers.cells import ends
from rubrik.scorers.curves import CurveScorer
from rubrik.wording import Message, message

__all__ = ["band_outside", "band_shadowed", "hole", "overlap", "threshold_outside"]


def __dir__() -> list[str]:
    return __all__


def hole(subject: Subject) -> Iterator[Finding]:
    """Values that can be measured and that no band holds."""
    for node, place in subject.each_place():
        if isinstance(place.scorer, CurveScorer) and not place.nested:
            pieces = place.scorer.pieces(node.max, place.reach.domain(place.number))
            for values in place.reach.numbers(place.number):
                for each in pieces.holes(values):
                    said = message("finding-hole", values=inside(each, place.number))
                    yield _found(subject, Kind.HOLE, node, place, said)


def _found(subject: Subject, kind: Kind, node: Node, place: Place, said: Message) -> Finding:
    return subject.question(kind, node, said, subject.asking(node.code, place.path, "measure"))


def _tables(subject: Subject) -> Iterator[tuple[Node, Place, Banded]]:
    for node, place in subject.each_place():
        if isinstance(place.scorer, Banded):
            yield node, place, place.scorer


def overlap(subject: Subject) -> Iterator[Finding]:
    """Two bands that hold the same values: the first printed decides."""
    for node, place, table in _tables(subject):
        for first, second, both in table.overlaps(place.reach.domain(place.number)):
            for each in place.reach.within(place.number, both):
                said = message(
                    "finding-overlap",
                    first=_band(place, table, first),
                    second=_band(place, table, second),
                    values=inside(each, place.number),
                )
                yield _found(subject, Kind.OVERLAP, node, place, said)


def _band(place: Place, table: Banded, index: int) -> Message:
    return inside(table.bands[index].interval, place.number)


def band_shadowed(subject: Subject) -> Iterator[Finding]:
    """Bands that decide nothing, because those printed before them hold all their values."""
    for node, place, table in _tables(subject):
        for index, values in enumerate(decided(place, table)):
            if not values and place.reach.within(place.number, table.bands[index].interval):
                said = message("finding-shadowed", band=_band(place, table, index))
                yield _found(subject, Kind.BAND_SHADOWED, node, place, said)


def band_outside(subject: Subject) -> Iterator[Finding]:
    """Bands for values that can never be measured there."""
    for node, place, table in _tables(subject):
        for index, band in enumerate(table.bands):
            if not place.reach.within(place.number, band.interval):
                said = message("finding-outside", band=_band(place, table, index))
                yield _found(subject, Kind.BAND_OUTSIDE, node, place, said)


def threshold_outside(subject: Subject) -> Iterator[Finding]:
    """Ends that lie beyond all values that can be measured."""
    for node, place in subject.each_place():
        for value in dict.fromkeys(_thresholds(place)):
            span = place.reach.domain(place.number).span
            if span.is_above(value) or span.is_below(value):
                said = message(
                    "finding-threshold",
                    threshold=figure(value, place.number),
                    values=inside(span, place.number),
                )
                yield _found(subject, Kind.THRESHOLD_OUTSIDE, node, place, said)


def _thresholds(place: Place) -> Iterator[Fraction]:
    """The ends that a scorer names, those of bands only where the band is ever reached."""
    match place.scorer:
        case Proportional(full_from=Fraction() as full_from):
            yield full_from
        case MinMaxNormalized(low=low, high=high):
            yield from (end for end in (low, high) if isinstance(end, Fraction))
        case Banded(bands=bands):
            for band in bands:
                if place.reach.within(place.number, band.interval):
                    yield from ends(band.interval)
        case _:
            return
