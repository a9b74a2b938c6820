"""What became of a row: exact points, or where they lie and why that is not settled."""

from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from rubrik.absence import Absence, Status
from rubrik.intervals import Interval
from rubrik.measures import Pair
from rubrik.wording import Message, message

__all__ = [
    "Outcome",
    "Verdict",
    "absent_of",
    "bears_points",
    "exactly",
    "is_gone",
    "status_of",
    "verdict_on",
    "within_of",
]


def __dir__() -> list[str]:
    return __all__


class Verdict(StrEnum):
    """What a claim is against the points computed."""

    OVER_CLAIMED = "over-claimed"
    UNDER_CLAIMED = "under-claimed"
    CONSISTENT = "consistent"
    NOT_VERIFIABLE = "not verifiable"

    @property
    def wording(self) -> Message:
        """Its name in words."""
        return message(f"verdict-{self.value.replace(' ', '-')}")


@frozen
class Outcome:
    """What became of one row that is not simply scored: its status and where its points lie.

    A row of a checklist has no points at all, and adds none.
    """

    within: Interval
    status: Status
    absent: tuple[Absence, ...] = ()
    has_points: bool = True


def within_of(came_out: Pair | Outcome) -> Interval:
    """Where the points of a row lie."""
    if isinstance(came_out, Outcome):
        return came_out.within
    return Interval.point(Fraction(*came_out))


def exactly(came_out: Pair | Outcome) -> Fraction | None:
    """The exact points of a row, if it has any and they are known."""
    if isinstance(came_out, tuple):
        return Fraction(*came_out)
    return came_out.within.low if bears_points(came_out) and came_out.within.is_point else None


def bears_points(came_out: Pair | Outcome) -> bool:
    """Whether a row has points, known or not."""
    if isinstance(came_out, tuple):
        return True
    return came_out.has_points and came_out.status is not Status.NOT_APPLICABLE


def status_of(came_out: Pair | Outcome) -> Status:
    """What became of a row."""
    return Status.SCORED if isinstance(came_out, tuple) else came_out.status


def absent_of(came_out: Pair | Outcome) -> tuple[Absence, ...]:
    """What keeps the points of a row open, or would if absence did not count as nothing."""
    return () if isinstance(came_out, tuple) else came_out.absent


def is_gone(came_out: Pair | Outcome) -> bool:
    """Whether a row does not apply."""
    return status_of(came_out) is Status.NOT_APPLICABLE


def verdict_on(claimed: Fraction | None, came_out: Pair | Outcome) -> Verdict | None:
    """What a claim is against what came out; ``None`` without a claim, or without points."""
    if claimed is None:
        return None
    within = within_of(came_out)
    if not bears_points(came_out):
        return None
    if within.is_below(claimed):
        return Verdict.OVER_CLAIMED
    if within.is_above(claimed):
        return Verdict.UNDER_CLAIMED
    return Verdict.CONSISTENT if within.is_point else Verdict.NOT_VERIFIABLE
