"""What came out: outcomes, and the sheet that shows them row by row with their why."""

from rubrik.scoresheet.outcomes import Outcome, Verdict
from rubrik.scoresheet.sheets import Checklist, Line, Scoresheet

__all__ = ["Checklist", "Line", "Outcome", "Scoresheet", "Verdict"]


def __dir__() -> list[str]:
    return __all__
