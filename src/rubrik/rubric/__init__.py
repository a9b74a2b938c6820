"""What was published: a rubric, its rows, its readings, and the checks it must pass."""

from rubrik.rubric.applicable import left_in, left_of, stretch
from rubrik.rubric.checks import check, label
from rubrik.rubric.interpretation import MOST_KEPT, Cohorts, Interpretation, measured_by
from rubrik.rubric.nodes import Criterion, Example, Group, Node
from rubrik.rubric.readings import (
    REPLACEABLE,
    REPLACEABLE_OF_RANKING,
    REPLACEABLE_OF_SCALE,
    Reading,
    ReadingOption,
    Replacement,
    owner_of,
    unknown_owner,
)
from rubrik.rubric.resolving import joined
from rubrik.rubric.rubric import Document, Rubric
from rubrik.rubric.scaling import applicable, limit_of, scale_problems

__all__ = [
    "MOST_KEPT",
    "REPLACEABLE",
    "REPLACEABLE_OF_RANKING",
    "REPLACEABLE_OF_SCALE",
    "Cohorts",
    "Criterion",
    "Document",
    "Example",
    "Group",
    "Interpretation",
    "Node",
    "Reading",
    "ReadingOption",
    "Replacement",
    "Rubric",
    "applicable",
    "check",
    "joined",
    "label",
    "left_in",
    "left_of",
    "limit_of",
    "measured_by",
    "owner_of",
    "scale_problems",
    "stretch",
    "unknown_owner",
]


def __dir__() -> list[str]:
    return __all__
