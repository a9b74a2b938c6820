"""Where a unit stands: the points of every row and of the whole, from a sheet or stated barely."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import Protocol

from attrs import field, frozen

from rubrik.absence import Status
from rubrik.classifier.results import Room
from rubrik.intervals import EVERYTHING, Interval, add
from rubrik.rubric import Group, Interpretation
from rubrik.scoresheet import Scoresheet

__all__ = ["PointsStanding", "SheetStanding", "Standing"]


def __dir__() -> list[str]:
    return __all__


_NOTHING = Fraction(0)


class Standing(Protocol):
    """What a classifier asks of points; an empty code is the whole."""

    def within(self, code: str) -> Interval:
        """The interval that surely holds the points of a row."""

    def maximum(self, code: str) -> Fraction | None:
        """The maximum of a row for this unit."""

    def parts(self, code: str) -> int | None:
        """How many rows a row is made of, without those that do not apply, if that is known."""

    def applies(self, code: str) -> bool:
        """Whether a row applies to this unit, and has points to be compared."""

    def is_annulled(self, code: str) -> bool:
        """Whether a verifier has annulled a row, or one below it."""

    def rooms(self, code: str) -> tuple[Room, ...]:
        """The rows at or below a row that can still give it points, in printed order."""

    def missing(self, code: str) -> tuple[str, ...]:
        """The inputs whose absence keeps a row open, in the rubric's order."""


@frozen(eq=False)
class SheetStanding:
    """Where a sheet says that a unit stands."""

    sheet: Scoresheet
    _within: dict[str, Interval] = field(init=False, factory=dict)
    _missing: dict[str, tuple[str, ...]] = field(init=False, factory=dict)

    @property
    def _read(self) -> Interpretation:
        return self.sheet.interpretation

    def within(self, code: str) -> Interval:
        """The points of a row, as far as they are known."""
        found = self._within.get(code)
        if found is None:
            found = self._within[code] = self.sheet.within_of(code or None)
        return found

    def maximum(self, code: str) -> Fraction | None:
        """The maximum of what applies."""
        is_gone = self.sheet.status_of(code or None) is Status.NOT_APPLICABLE
        return _NOTHING if is_gone else self.sheet.maxima[code or None]

    def parts(self, code: str) -> int:
        """How many rows apply."""
        return len([part for part in _parts(self._read, code) if self.applies(part)])

    def applies(self, code: str) -> bool:
        """Whether it is not taken out, nor a row of a checklist."""
        return self.sheet.bears_points_of(code or None)

    def is_annulled(self, code: str) -> bool:
        """Whether the report's adjudications say so."""
        return not _below(self._read, code).isdisjoint(self.sheet.annulled)

    def rooms(self, code: str) -> tuple[Room, ...]:
        """What the rules can give, less what is sure; nothing where a verifier has decided.

        A group that is cut at its maximum has no more once it is there, whatever its rows can give.
        """
        return tuple(self._rooms(code))

    def _rooms(self, code: str) -> Iterator[Room]:
        within = self.within(code)
        if _is_full(code, self._read, within):
            return
        if code in self._read.ruled:
            if self.applies(code) and code not in self.sheet.adjudications:
                yield from _room(code, self._read, within)
            return
        for part in _parts(self._read, code):
            yield from self._rooms(part)

    def missing(self, code: str) -> tuple[str, ...]:
        """What was not reported, and bears on the row."""
        found = self._missing.get(code)
        if found is None:
            absent = {
                absence.missing
                for each in _below(self._read, code)
                for absence in self.sheet.absent_of(each)
            }
            found = tuple([name for name in self.sheet.open_inputs if name in absent])
            self._missing[code] = found
        return found


@frozen(eq=False)
class PointsStanding:
    """Where bare points say that a unit stands; every row is taken to apply to it.

    Without a rubric a row that is not among them can have any points. With one it is the sum of
    its parts, or has what its rule can give.
    """

    points: Mapping[str, Interval]
    read: Interpretation | None = None

    def within(self, code: str) -> Interval:
        """The stated points, or what follows from those of its parts."""
        if code in self.points:
            return self.points[code]
        return EVERYTHING if self.read is None else self._inferred(code, self.read)

    def _inferred(self, code: str, read: Interpretation) -> Interval:
        node = read.nodes[code] if code else None
        parts = _parts(read, code)
        if not code or (isinstance(node, Group) and node.counts == "parts" and parts):
            whole = add([self.within(part) for part in parts])
            is_cut = isinstance(node, Group) and node.capped
            return whole.clamped(None, node.max) if is_cut and node is not None else whole
        return read.bounds(code).within or EVERYTHING

    def maximum(self, code: str) -> Fraction | None:
        """The maximum that the rubric gives the row, if there is one."""
        if self.read is None:
            return None
        return self.read.maxima[code] if code else self.read.maximum

    def parts(self, code: str) -> int | None:
        """How many parts the rubric gives the row, if there is one."""
        return None if self.read is None else len(_parts(self.read, code))

    def applies(self, code: str) -> bool:  # noqa: ARG002 - bare points say nothing of it
        """Every row does."""
        return True

    def is_annulled(self, code: str) -> bool:  # noqa: ARG002 - likewise
        """Bare points are as they are."""
        return False

    def rooms(self, code: str) -> tuple[Room, ...]:
        """What the rules can give, less what is stated: of the lowest rows that are stated."""
        return () if self.read is None else tuple(self._rooms(code, self.read))

    def _rooms(self, code: str, read: Interpretation) -> Iterator[Room]:
        within = self.within(code)
        if _is_full(code, read, within):
            return
        is_lowest = code in self.points and self.points.keys().isdisjoint(_parts_below(read, code))
        if is_lowest or code in read.ruled:
            yield from _room(code, read, within)
            return
        for part in _parts(read, code):
            yield from self._rooms(part, read)

    def missing(self, code: str) -> tuple[str, ...]:  # noqa: ARG002 - bare points have no inputs
        """Bare points come from nowhere."""
        return ()


def _room(code: str, read: Interpretation, within: Interval) -> Iterator[Room]:
    """What a row can come to, less what is sure of it."""
    most = read.bounds(code).within if code else _bounds_of_whole(read)
    if most is None or within.low is None:
        return
    if most.high is None:
        yield Room(code, None)
    elif most.high > within.low:
        yield Room(code, most.high - within.low)


def _bounds_of_whole(read: Interpretation) -> Interval | None:
    found = [read.bounds(part).within for part in _parts(read, "")]
    known = [each for each in found if each is not None]
    return add(known) if len(known) == len(found) else None


def _is_full(code: str, read: Interpretation, within: Interval) -> bool:
    """Whether a row is a group that is cut at its maximum, and has it."""
    node = read.nodes.get(code)
    if not isinstance(node, Group) or not node.capped or node.max is None:
        return False
    return within.is_at_least(node.max)


def _parts(read: Interpretation, code: str) -> list[str]:
    return [part.code for part in read.children.get(code or None, ())]


def _below(read: Interpretation, code: str) -> AbstractSet[str]:
    """A row and all rows below it; all rows for the whole."""
    return read.below[code] if code else read.nodes.keys()


def _parts_below(read: Interpretation, code: str) -> AbstractSet[str]:
    """All rows below a row, without itself."""
    return _below(read, code) - {code}
