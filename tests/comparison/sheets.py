"""Sheets to lay side by side."""

from fractions import Fraction
from typing import Any

import rubrik
from rubrik import Interval, Rubric, Scoresheet, Submission
from rubrik.comparison import Comparison
from scoring.rows import fixed, group, per_unit, rubric_of

RUBRIC = rubric_of(
    group("1", 20),
    per_unit("1.1", "a"),
    per_unit("1.2", "b"),
    per_unit("2", "m"),
)
"""A group of two rows that give a point for each unit of `a` and `b`, and a row by `m`."""


FULL = {"a": 3, "b": 4, "m": "5/2"}
"""Everything that it asks for."""


def sheet(rubric: Rubric = RUBRIC, **report: Any) -> Scoresheet:  # noqa: ANN401 - any field
    """The sheet of a commune's report for a year."""
    readings = report.pop("readings", None)
    missing = report.pop("missing", None)
    cohort = report.pop("cohort", None)
    given = Submission(**{"rubric": rubric.slug, "unit": "xã A", "period": "2023", **report})
    return rubrik.score(rubric, given, readings=readings, missing=missing, cohort=cohort)


def between(low: object, high: object) -> Interval:
    """The closed interval."""
    return Interval(rubrik.rational(low), rubrik.rational(high))


def exactly(value: object) -> Interval:
    """The interval of one value."""
    return Interval.point(rubrik.rational(value))


def aspects(comparison: Comparison, code: str) -> list[str]:
    """What is otherwise in a row."""
    return [*comparison.row(code).aspects]


NOTHING = exactly(0)
ZERO = Fraction(0)

__all__ = ["FULL", "NOTHING", "RUBRIC", "ZERO", "aspects", "between", "exactly", "fixed", "sheet"]
