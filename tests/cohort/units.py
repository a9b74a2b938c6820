"""Small cohorts: units that report a handful of numbers under rubrics of one or two rows."""

from typing import Any

from rubrik import Cohort, Criterion, MinMaxNormalized, Place, Rubric, Submission, score_all
from rubrik.measures import Count, Measure
from scoring.rows import per_unit, rubric_of

__all__ = ["COMPARED", "POINTS", "compared_row", "of", "places", "scored", "unit"]


def compared_row(code: str = "1", measure: Measure | None = None, **more: Any) -> Criterion:  # noqa: ANN401 - any other field
    """A row of 10 points that compares units, by their number of A where nothing else is said."""
    fields = {"score": MinMaxNormalized(constant="full"), "max": 10, **more}
    return Criterion(code=code, name=f"Hàng {code}", measure=measure or Count("a"), **fields)


COMPARED = rubric_of(compared_row(), per_unit("2", "b"))
"""Row 1 compares the numbers of A; row 2 gives a point for each B."""

POINTS = rubric_of(per_unit("1", "a"), per_unit("2", "b", may_be_not_applicable=True))
"""A point for each A, and one for each B."""


def unit(name: str, rubric: Rubric = POINTS, **report: Any) -> Submission:  # noqa: ANN401 - whatever a submission holds
    """The report of one unit: inputs by name, everything else under its own."""
    known = ("claims", "labels", "adjudications", "not_applicable", "period", "rubric_hash")
    more = {key: report.pop(key) for key in known if key in report}
    return Submission(rubric=rubric.slug, unit=name, inputs=report, **more)


def scored(*units: Submission, rubric: Rubric = POINTS, **options: Any) -> Cohort:  # noqa: ANN401 - whatever can be chosen
    """The cohort of some units."""
    return score_all(rubric, units, **options)


def of(cohort: Cohort, name: str, **options: Any) -> Place:  # noqa: ANN401 - whatever a league takes
    """The place of one unit."""
    place = cohort.league(**options).of(name)
    assert place is not None
    return place


def places(cohort: Cohort, **options: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - likewise
    """The units in order, each with its rank, or what keeps it from one."""
    league = cohort.league(**options)
    return [
        (each.member.unit, each.status.value if each.rank is None else str(each.rank))
        for each in league.places
    ]
