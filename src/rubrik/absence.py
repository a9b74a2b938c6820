"""The kinds of nothing: missing, not applicable, rejected, undefined. None of them is a number."""

from enum import StrEnum

from attrs import field, frozen

from rubrik.wording import Message, message

__all__ = ["Absence", "Policy", "Status", "Undefined", "gravest"]


def __dir__() -> list[str]:
    return __all__


class Status(StrEnum):
    """What became of one criterion."""

    SCORED = "scored"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    REJECTED = "rejected"
    UNDEFINED = "undefined"

    @property
    def wording(self) -> Message:
        """Its name in words."""
        return message(f"status-{self.value}")


class Policy(StrEnum):
    """What a missing or rejected item is worth: nothing, or anything its rule can still give."""

    ZERO = "zero"
    RANGE = "range"


class Undefined(StrEnum):
    """Why a rule gives no value although nothing it reads is missing."""

    ZERO_DENOMINATOR = "zero-denominator"
    GROWTH_FROM_ZERO = "growth-from-zero"
    NO_BAND = "no-band"
    NO_COHORT = "no-cohort"
    CONSTANT_COHORT = "constant-cohort"


def _or_empty(text: str | None) -> str:
    return text or ""


@frozen(order=True)
class Absence:
    """One reason why a number of points is not known: an input not reported, or an undefined case.

    Exactly one of the two fields is set.
    """

    missing: str | None = field(default=None, order=_or_empty)
    undefined: Undefined | None = field(default=None, order=_or_empty)

    @property
    def status(self) -> Status:
        """The status of a criterion that this alone keeps open."""
        return Status.UNDEFINED if self.missing is None else Status.MISSING


_GRAVITY = (Status.MISSING, Status.UNDEFINED, Status.REJECTED, Status.NOT_APPLICABLE, Status.SCORED)


def gravest(statuses: frozenset[Status]) -> Status:
    """The status that a group shows for its open members: missing before undefined."""
    return min(statuses, key=_GRAVITY.index, default=Status.SCORED)
