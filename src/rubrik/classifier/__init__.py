"""Points × scale → rating: the level, why, what is still possible, and what is missing to rise."""

from rubrik.classifier.judging import classify, ratings
from rubrik.classifier.results import (
    ConditionResult,
    LevelResult,
    Rating,
    Room,
    Step,
    Unmet,
    VetoResult,
)

__all__ = [
    "ConditionResult",
    "LevelResult",
    "Rating",
    "Room",
    "Step",
    "Unmet",
    "VetoResult",
    "classify",
    "ratings",
]


def __dir__() -> list[str]:
    return __all__
