"""Scoring many submissions: all are read, what they are compared by is bound, then all scored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from rubrik.absence import Policy
from rubrik.cohort.cohorts import Cohort
from rubrik.cohort.comparing import bounds_of, check_codes, compared, values_of
from rubrik.cohort.members import Broken, Member
from rubrik.cohort.names import same_name
from rubrik.cohort.records import CohortRecord
from rubrik.errors import CohortError, Problem, SubmissionError
from rubrik.measures import Facts
from rubrik.rubric import Cohorts, Rubric
from rubrik.scoring import Context
from rubrik.submission import Submission
from rubrik.wording import message, named, quoted

__all__ = ["score_all"]


def __dir__() -> list[str]:
    return __all__


Entry = tuple[str, Submission]
"""Where a submission came from, and what it says."""

Read = tuple[str, Submission, Facts]
"""The same with its facts read against the rubric."""


def score_all(  # noqa: PLR0913 - one for each thing that a caller may decide
    rubric: Rubric,
    submissions: Iterable[Submission] | Mapping[str, Submission],
    *,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    cohort: CohortRecord | Cohorts | None = None,
    broken: Iterable[Broken] = (),
) -> Cohort:
    """The scoresheets of all submissions that are sound, and what is wrong with all others.

    Rows that compare units are bound first, by the values of the submissions themselves.

    Args:
        rubric: the standard to score by.
        submissions: the reports, or the reports by where they come from.
        readings: options other than the defaults, by reading.
        missing: what an input not reported is worth, where it shall not be as the rubric says; it
            never counts among the values that are compared.
        cohort: a published cohort, or bounds by code, to compare the units with instead.
        broken: submissions that could not even be read, to be listed with the others.

    Raises:
        CohortError: there are no submissions at all; the published cohort is not of this rubric; or
            a row compares several things at once.
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy for what is missing.
    """
    entries, lost = list(_entries(submissions)), list(broken)
    if not entries and not lost:
        raise CohortError([Problem((), message("empty-cohort"))])
    if isinstance(cohort, CohortRecord):
        cohort.bounds_for(rubric, readings)  # refuses what is not of this rubric
        readings = cohort.choices(readings)
    context = Context.of(rubric, readings, missing)
    units, refused = _read(context, entries)
    record = _record(context, units, readings or {}, cohort)
    bound = evolve(context, cohort=record.bounds)
    return Cohort(
        rubric=rubric,
        interpretation=context.read,
        missing=context.missing,
        record=record,
        members=tuple(
            Member(source, bound.sheet(submission, facts)) for source, submission, facts in units
        ),
        broken=(*lost, *refused),
    )


def _entries(submissions: Iterable[Submission] | Mapping[str, Submission]) -> Iterator[Entry]:
    if isinstance(submissions, Mapping):
        yield from submissions.items()
    else:
        for index, each in enumerate(submissions):
            yield f"submissions[{index}]", each


# Which submissions can be used.


def _read(context: Context, entries: Sequence[Entry]) -> tuple[list[Read], list[Broken]]:
    """The submissions of the cohort, read, and those that are refused, both in order."""
    namesakes = _namesakes(context.rubric, entries)
    units: list[Read] = []
    refused: list[Broken] = []
    for source, submission in entries:
        problems = tuple(_misplaced(context.rubric, source, submission, namesakes))
        try:
            if problems:
                raise SubmissionError(problems)  # noqa: TRY301 - refused like what cannot be read
            units.append((source, submission, context.facts(submission)))
        except SubmissionError as error:
            refused.append(Broken(source, error, submission.unit))
    return units, refused


Key = tuple[str, str]
"""A unit and a period, told apart by their names."""


def _key(submission: Submission) -> Key:
    return same_name(submission.unit), same_name(submission.period)


def _namesakes(rubric: Rubric, entries: Sequence[Entry]) -> Mapping[Key, Sequence[str]]:
    """Where the reports of each unit and period come from."""
    found: dict[Key, list[str]] = {}
    for source, submission in entries:
        if _is_of(rubric, submission):
            found.setdefault(_key(submission), []).append(source)
    return found


def _is_of(rubric: Rubric, submission: Submission) -> bool:
    is_same = submission.rubric_hash in ("", rubric.content_hash)
    return submission.rubric == rubric.slug and is_same


def _misplaced(
    rubric: Rubric,
    source: str,
    submission: Submission,
    namesakes: Mapping[Key, Sequence[str]],
) -> Iterator[Problem]:
    """Why a submission cannot stand beside the others."""
    if submission.rubric != rubric.slug:
        said = message("not-of-rubric", stated=quoted(submission.rubric), used=quoted(rubric.slug))
        yield Problem(("rubric",), said)
        return
    if not _is_of(rubric, submission):
        pinned = quoted(submission.rubric_hash, 80)
        said = message("other-hash", stated=pinned, used=rubric.content_hash)
        yield Problem(("rubric_hash",), said)
        return
    if not same_name(submission.unit):
        yield Problem(("unit",), message("unnamed-unit"))
        return
    others = tuple(named(each) for each in namesakes[_key(submission)] if each != source)
    if others:
        unit, period = named(submission.unit), named(submission.period)
        if period:
            said = message("unit-twice-in-period", unit=unit, period=period, others=others)
        else:
            said = message("unit-twice", unit=unit, others=others)
        yield Problem((), said)


# What they are compared by.


def _record(
    context: Context,
    units: Sequence[Read],
    readings: Mapping[str, str],
    cohort: CohortRecord | Cohorts | None,
) -> CohortRecord:
    """The cohort that was published, or that of the units themselves."""
    if isinstance(cohort, CohortRecord):
        return cohort
    if cohort is not None:
        check_codes(cohort, context.read)
        return _new_record(context, readings, bounds=cohort)
    values = values_of(compared(context.read), [(report, facts) for _, report, facts in units])
    periods = {report.period for _, report, _ in units}
    return _new_record(
        context,
        readings,
        period=periods.pop() if len(periods) == 1 else "",
        bounds=bounds_of(values),
        measured={code: len(each) for code, each in values.items()},
        units=[report.unit for _, report, _ in units],
    )


def _new_record(context: Context, readings: Mapping[str, str], **rest: Any) -> CohortRecord:  # noqa: ANN401 - its other fields
    rubric = context.rubric
    defaults = {reading.id: reading.default for reading in rubric.readings}
    others = {name: option for name, option in readings.items() if option != defaults[name]}
    return CohortRecord(
        rubric=rubric.slug, rubric_hash=rubric.content_hash, readings=others, **rest
    )
