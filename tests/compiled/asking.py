"""What the code of small rubrics says."""

from fractions import Fraction
from typing import Any

from rubrik import Criterion, Rubric
from rubrik.compiled import Ran, compiled
from rubrik.measures import Measure
from rubrik.scorers import Rule
from scoring.rows import rubric_of

__all__ = ["points_of", "ran"]


def ran(rubric: Rubric, **known: Any) -> Ran:  # noqa: ANN401 - whatever is known
    """What the code of a rubric says of what is known."""
    return compiled(rubric.under()).run(known)


def points_of(
    score: Rule,
    measure: Measure | None = None,
    **known: Any,  # noqa: ANN401 - whatever is known
) -> Fraction | None:
    """The points of a row with that rule, worth 10 points at most."""
    row = Criterion(code="1", name="Một", max=10, measure=measure, score=score)
    return ran(rubric_of(row), **known).points("1")
