"""The document of a cohort and its league tables."""

from typing import Annotated, Any, TypedDict

from rubrik.absence import Policy
from rubrik.codec.documents.values import Decimal, Exact, Head
from rubrik.cohort import CohortRecord, PlaceStatus
from rubrik.scales import Ties

__all__ = [
    "BrokenView",
    "CohortView",
    "LeagueView",
    "PlaceNumbers",
    "PlaceRatingView",
    "PlaceView",
]


def __dir__() -> list[str]:
    return __all__


class PlaceNumbers(TypedDict):
    """The numbers of a place, rounded."""

    points: Decimal | None
    low: Decimal | None
    high: Decimal | None
    max: Decimal | None
    claimed: Decimal | None


class PlaceRatingView(TypedDict):
    """The level of a unit on one scale."""

    scale: str
    node: str | None
    level: str | None
    possible: list[str]


class PlaceView(TypedDict):
    """One unit in a league table."""

    unit: str
    period: str
    labels: dict[str, str]
    source: str
    group: str
    status: Annotated[str, PlaceStatus]
    reason: str
    rank: Decimal | None
    best: Decimal | None
    worst: Decimal | None
    points: Exact | None
    low: Exact | None
    high: Exact | None
    max: Exact | None
    claimed: Exact | None
    decimal: PlaceNumbers
    ratings: list[PlaceRatingView]
    open: list[str]
    open_inputs: list[str]


class LeagueView(TypedDict):
    """A league table: every unit in order."""

    node: str | None
    within: str | None
    ties: Annotated[str, Ties]
    places: list[PlaceView]


class BrokenView(TypedDict):
    """A report, or a row of a table, that could not be used, and why."""

    source: str
    unit: str
    problems: list[str]


class CohortView(Head):
    """A cohort: what its units were compared by, its league tables, what could not be used."""

    rubric: str
    rubric_hash: str
    version: str
    missing: Annotated[str, Policy]
    readings: dict[str, str]
    cohort: Annotated[dict[str, Any], CohortRecord]
    leagues: list[LeagueView]
    broken: list[BrokenView]
