"""A cohort as it is published: its bounds, and all that says of whom they are."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from rubrik.cohort.comparing import check_codes, compared
from rubrik.errors import CohortError, Problem
from rubrik.rubric import Cohorts, Interpretation, Rubric
from rubrik.wording import message, quoted

__all__ = ["CohortRecord"]


def __dir__() -> list[str]:
    return __all__


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen(kw_only=True, repr=False)
class CohortRecord:
    """The bounds of a cohort, so that one unit can be scored against it afterwards.

    ``bounds`` hold the least and the greatest value by row, ``measured`` of how many units;
    ``units`` are those of the cohort, by name. ``readings`` are options other than the defaults.
    """

    rubric: str
    rubric_hash: str
    period: str = ""
    readings: Mapping[str, str] = field(factory=dict)
    bounds: Cohorts
    measured: Mapping[str, int] = field(factory=dict)
    units: tuple[str, ...] = field(default=(), converter=_names)

    def choices(self, readings: Mapping[str, str] | None = None) -> Mapping[str, str]:
        """Its readings, and on top of them those of the caller."""
        return {**self.readings, **(readings or {})}

    def bounds_for(self, rubric: Rubric, readings: Mapping[str, str] | None = None) -> Cohorts:
        """The bounds, for a rubric read with its readings and, on top, those of the caller.

        Raises:
            CohortError: it is a cohort of another rubric, of other content of it, or its bounds are
                of something else than what a row compares under these readings.
            ReadingError: an unknown reading or option.
        """
        self._check_rubric(rubric)
        then, now = rubric.under(self.readings), rubric.under(self.choices(readings))
        check_codes(self.bounds, now)
        problems = tuple(self._moved(then, now))
        if problems:
            raise CohortError(problems)
        return self.bounds

    def _check_rubric(self, rubric: Rubric) -> None:
        if self.rubric != rubric.slug:
            stated = quoted(self.rubric)
            said = message("cohort-other-rubric", stated=stated, used=quoted(rubric.slug))
            raise CohortError([Problem((), said)])
        if self.rubric_hash != rubric.content_hash:
            stated = quoted(self.rubric_hash, 80)
            said = message("cohort-other-hash", stated=stated, used=rubric.content_hash)
            raise CohortError([Problem((), said)])

    def _moved(self, then: Interpretation, now: Interpretation) -> Iterator[Problem]:
        """The rows that compare something else than what was measured."""
        before, after = compared(then), compared(now)
        for code in self.bounds:
            if code in after and after[code] != before.get(code):
                yield Problem(("bounds", code), message("cohort-other-measure"))

    def __repr__(self) -> str:
        of = f"{len(self.units)} units under {self.rubric!r}"
        return f"<CohortRecord of {of}: {', '.join(self.bounds) or 'no bounds'}>"
