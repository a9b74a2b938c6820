"""What comes out of a comparison: rows, ratings, readings, and what a reader must know."""

from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from rubrik.classifier import Rating
from rubrik.intervals import Interval
from rubrik.rubric import Node
from rubrik.scoresheet import Line, Scoresheet
from rubrik.showing import Shown
from rubrik.wording import Message, message

__all__ = [
    "Aspect",
    "ComparedRating",
    "ComparedRow",
    "Comparison",
    "InputChange",
    "ReadingChange",
]


def __dir__() -> list[str]:
    return __all__


class Aspect(StrEnum):
    """What can be otherwise in a row of the second of two sheets."""

    PRESENCE = "presence"
    NAME = "name"
    RULE = "rule"
    READING = "reading"
    COHORT = "cohort"
    MAX = "max"
    INPUTS = "inputs"
    EVIDENCE = "evidence"
    CLAIM = "claim"
    ADJUDICATION = "adjudication"
    STATUS = "status"
    POINTS = "points"

    @property
    def wording(self) -> Message:
        """Its name in words."""
        return message(f"aspect-{self.value}")


@frozen
class InputChange:
    """An input that a row reads, as the first sheet has it and as the second does.

    ``None`` where it was not reported.
    """

    name: str
    label: str
    first: str | None
    second: str | None


@frozen
class ReadingChange:
    """A reading with the option that each sheet was made under, ``None`` where there is none."""

    id: str
    first: str | None
    second: str | None


@frozen(kw_only=True, eq=False, repr=False)
class ComparedRow:
    """One row of two sheets, ``None`` where a sheet does not have it.

    ``aspects`` says what is otherwise. ``difference_within`` surely holds how much more the row
    adds to the points in the second sheet: what does not apply, and what is not there, adds
    nothing. It is ``None`` where the row has points in neither. ``inputs`` are those that differ,
    ``readings`` those that make it differ.
    """

    code: str
    first: Line | None
    second: Line | None
    aspects: tuple[Aspect, ...]
    difference_within: Interval | None
    inputs: tuple[InputChange, ...] = ()
    readings: tuple[str, ...] = ()

    @property
    def node(self) -> Node:
        """The row as the second sheet reads it, or else the first."""
        line = self.second or self.first
        assert line is not None  # noqa: S101 - a row stands in one of the sheets
        return line.node

    @property
    def is_changed(self) -> bool:
        """Whether anything is otherwise."""
        return bool(self.aspects)

    @property
    def may_differ(self) -> bool:
        """Whether its points are open in both sheets, and nobody knows that they are the same."""
        return not self.aspects and self.difference_within is not None and self.difference is None

    @property
    def difference(self) -> Fraction | None:
        """The points of the second less those of the first, where that is one number."""
        return _only(self.difference_within)

    def __repr__(self) -> str:
        changed = ", ".join(self.aspects) or "unchanged"
        return f"<ComparedRow {self.code!r}: {changed}>"


def _only(within: Interval | None) -> Fraction | None:
    return within.low if within is not None and within.is_point else None


@frozen(kw_only=True, eq=False, repr=False)
class ComparedRating:
    """The ratings of two sheets on the scale of one id, for one row; ``None`` where there is none.

    ``node`` is the code of the row, empty for the whole.
    """

    scale: str
    node: str
    first: Rating | None
    second: Rating | None

    @property
    def rating(self) -> Rating:
        """The rating of the second sheet, or else of the first."""
        found = self.second or self.first
        assert found is not None  # noqa: S101 - one of the sheets has it
        return found

    @property
    def is_changed(self) -> bool:
        """Whether other levels are possible, or it is on one sheet only."""
        return _levels(self.first) != _levels(self.second)

    def __repr__(self) -> str:
        return f"<ComparedRating {self.scale!r}: {_levels(self.first)} → {_levels(self.second)}>"


def _levels(rating: Rating | None) -> tuple[str, ...] | None:
    return None if rating is None else rating.possible


@frozen(kw_only=True, eq=False, repr=False)
class Comparison(Shown):
    """Two sheets, row by row.

    ``rows`` holds every row of either, those that changed first; rows that changed, and those that
    did not, stand in printed order. ``difference_within`` surely holds the difference of the
    totals, second less first; ``None`` where neither sheet has points. ``readings`` are those that
    differ, ``notes`` what a reader must know of the two.
    """

    first: Scoresheet
    second: Scoresheet
    rows: tuple[ComparedRow, ...]
    ratings: tuple[ComparedRating, ...]
    readings: tuple[ReadingChange, ...]
    difference_within: Interval | None
    notes: tuple[Message, ...]

    @property
    def is_one_rubric(self) -> bool:
        """Whether both sheets are by the same rubric, to the letter."""
        one, other = self.first, self.second
        return (one.slug, one.rubric_hash) == (other.slug, other.rubric_hash)

    @property
    def changed(self) -> tuple[ComparedRow, ...]:
        """The rows in which anything is otherwise, in printed order."""
        return tuple(row for row in self.rows if row.is_changed)

    @property
    def unchanged(self) -> tuple[ComparedRow, ...]:
        """The rows in which nothing is; what is open in them may still differ."""
        return tuple(row for row in self.rows if not row.is_changed)

    @property
    def difference(self) -> Fraction | None:
        """The total of the second less that of the first, where that is one number."""
        return _only(self.difference_within)

    @property
    def claimed_difference(self) -> Fraction | None:
        """What the second sheet claims less what the first does; ``None`` without either."""
        claims = self.first.claimed, self.second.claimed
        return None if claims[0] is None or claims[1] is None else claims[1] - claims[0]

    def row(self, code: str) -> ComparedRow:
        """One row of the two sheets.

        Raises:
            KeyError: neither sheet has such a code.
        """
        return self._by_code[code]

    @cached_property
    def _by_code(self) -> dict[str, ComparedRow]:
        return {row.code: row for row in self.rows}

    def __repr__(self) -> str:
        return f"<Comparison of {len(self.rows)} rows, {len(self.changed)} changed>"
