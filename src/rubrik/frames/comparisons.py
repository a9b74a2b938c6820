"""What rows are compared by: the bounds of one cohort, or of every group of a frame."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from rubrik.cohort import CohortRecord
from rubrik.cohort.comparing import check_codes
from rubrik.frames.columns import Schema
from rubrik.frames.compared import Compared
from rubrik.frames.grouping import GroupKey, Groups, groups_by
from rubrik.rubric import Cohorts, Rubric

__all__ = ["Cohort", "GroupBounds", "compared_in", "readings_with"]


def __dir__() -> list[str]:
    return __all__


@frozen(kw_only=True, repr=False)
class GroupBounds:
    """The cohorts that the rows of a frame make: those that agree in the columns ``within``.

    ``records`` hold what is published of each, by what its rows have in those columns:
    ``records["Thanh Hóa", 2023]``; that of all rows together, where there are no columns, has the
    key ``()``. A group of which nothing is known has none. ``readings`` are options other than the
    defaults.
    """

    within: tuple[str, ...]
    readings: Mapping[str, str] = field(factory=dict, hash=False)
    records: Mapping[GroupKey, CohortRecord] = field(hash=False)

    def choices(self, readings: Mapping[str, str] | None = None) -> Mapping[str, str]:
        """Its readings, and on top of them those of the caller."""
        return {**self.readings, **(readings or {})}

    def bounds_for(
        self, rubric: Rubric, readings: Mapping[str, str] | None = None
    ) -> Mapping[GroupKey, Cohorts]:
        """The bounds of every group, for a rubric read with those readings.

        Raises:
            CohortError: they are of another rubric, of other content of it, or of something else
                than what a row compares under these readings.
            ReadingError: an unknown reading or option.
        """
        some: Cohorts = {}
        for record in self.records.values():
            some = {**some, **record.bounds}
        for record in self.records.values():
            evolve(record, bounds=some).bounds_for(rubric, readings)
            break
        return {key: record.bounds for key, record in self.records.items()}

    def __repr__(self) -> str:
        by = ", ".join(self.within) or "nothing"
        return f"<GroupBounds of {len(self.records)} groups by {by}>"


Cohort = GroupBounds | CohortRecord | Cohorts
"""What units can be compared by."""


def readings_with(
    cohort: Cohort | None, readings: Mapping[str, str] | None
) -> Mapping[str, str] | None:
    """The readings that a cohort was found under, and on top of them those of the caller."""
    if isinstance(cohort, GroupBounds | CohortRecord):
        return cohort.choices(readings)
    return readings


def compared_in(
    cohort: Cohort | None,
    rubric: Rubric,
    readings: Mapping[str, str] | None,
    schema: Schema,
) -> Compared | None:
    """The rows of a rubric that compare units, with the bounds for every row of a frame.

    Raises:
        CohortError: the bounds are of something else than what the rubric compares.
        TableError: columns that tell groups apart are not there, or of a wrong type.
    """
    if cohort is None:
        return None
    read = rubric.under(readings)
    if isinstance(cohort, GroupBounds):
        groups = groups_by(schema, cohort.within)
        return Compared.of(read, groups, cohort.bounds_for(rubric, readings))
    if isinstance(cohort, CohortRecord):
        return Compared.of(read, Groups(()), {(): cohort.bounds_for(rubric, readings)})
    check_codes(cohort, read)
    return Compared.of(read, Groups(()), {(): cohort})
