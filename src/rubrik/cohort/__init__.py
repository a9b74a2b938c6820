"""Many submissions of one rubric: compared where rows compare them, scored, and ranked."""

from rubrik.cohort.cohorts import Cohort
from rubrik.cohort.comparing import compared
from rubrik.cohort.gathering import score_all
from rubrik.cohort.leagues import League, Place, PlaceStatus, Rules
from rubrik.cohort.members import Broken, Member
from rubrik.cohort.ranking import Contender, ranks, spans
from rubrik.cohort.records import CohortRecord

__all__ = [
    "Broken",
    "Cohort",
    "CohortRecord",
    "Contender",
    "League",
    "Member",
    "Place",
    "PlaceStatus",
    "Rules",
    "compared",
    "ranks",
    "score_all",
    "spans",
]


def __dir__() -> list[str]:
    return __all__
