"""Two sheets side by side, row by row; a report before and after it was verified."""

from rubrik.comparison.comparing import compare
from rubrik.comparison.results import (
    Aspect,
    ComparedRating,
    ComparedRow,
    Comparison,
    InputChange,
    ReadingChange,
)
from rubrik.comparison.verifying import (
    Verification,
    VerifiedRow,
    open_rows,
    verified,
    verify,
)

__all__ = [
    "Aspect",
    "ComparedRating",
    "ComparedRow",
    "Comparison",
    "InputChange",
    "ReadingChange",
    "Verification",
    "VerifiedRow",
    "compare",
    "open_rows",
    "verified",
    "verify",
]


def __dir__() -> list[str]:
    return __all__
