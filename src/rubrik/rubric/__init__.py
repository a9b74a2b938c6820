"""What was published: a rubric, its rows, its readings, and the checks it must pass."""

from rubrik.rubric.checks import check, label
from rubrik.rubric.interpretation import Cohorts, Interpretation, measured_by
from rubrik.rubric.nodes import Criterion, Example, Group, Node
from rubrik.rubric.readings import REPLACEABLE, Reading, ReadingOption, Replacement
from rubrik.rubric.rubric import Document, Rubric

__all__ = [
    "REPLACEABLE",
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
    "check",
    "label",
    "measured_by",
]


def __dir__() -> list[str]:
    return __all__
