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
from rubrik.errors import CohortError, Problem, SubmissionError, required
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

_LONGEST_PATH = 240
"""Paths are shown whole, or nobody finds the other report."""

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
        TypeError: ``rubric`` or a submission is a value of another kind.
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
        given=cohort is not None,
    )


def _entries(submissions: Iterable[Submission] | Mapping[str, Submission]) -> Iterator[Entry]:
    if isinstance(submissions, Mapping):
        for source, each in submissions.items():
            yield source, required(each, Submission)
    else:
        for index, each in enumerate(submissions):
            yield f"submissions[{index}]", required(each, Submission)


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

Namesakes = Mapping[Key, Sequence[Entry]]


def _key(submission: Submission) -> Key:
    return same_name(submission.unit), same_name(submission.period)


def _namesakes(rubric: Rubric, entries: Sequence[Entry]) -> Namesakes:
    """The reports of each unit and period."""
    found: dict[Key, list[Entry]] = {}
    for source, submission in entries:
        if _is_of(rubric, submission):
            found.setdefault(_key(submission), []).append((source, submission))
    return found


def _is_of(rubric: Rubric, submission: Submission) -> bool:
    is_same = submission.rubric_hash in ("", rubric.content_hash)
    return submission.rubric == rubric.slug and is_same


def _misplaced(
    rubric: Rubric, source: str, submission: Submission, namesakes: Namesakes
) -> Iterator[Problem]:
    """Why a submission cannot stand beside the others."""
    if submission.rubric != rubric.slug:
        said = message("not-of-rubric", stated=quoted(submission.rubric), used=quoted(rubric.slug))
        yield Problem(("rubric",), said)
    elif not _is_of(rubric, submission):
        pinned = quoted(submission.rubric_hash, 80)
        said = message("other-hash", stated=pinned, used=rubric.content_hash)
        yield Problem(("rubric_hash",), said)
    elif not same_name(submission.unit):
        yield Problem(("unit",), message("unnamed-unit"))
    else:
        yield from _twice(source, submission, namesakes[_key(submission)])


def _twice(source: str, submission: Submission, namesakes: Sequence[Entry]) -> Iterator[Problem]:
    """Where else the same unit reports on the same period: nobody can say which counts."""
    unit, period = named(submission.unit), named(submission.period)
    if len(namesakes) > _MOST_NAMESAKES:
        yield Problem((), message("unit-too-often", unit=unit, most=_MOST_NAMESAKES))
        return
    others = [
        named(other, _LONGEST_PATH)
        for other, report in namesakes
        if other != source and not _told_apart(submission, report)
    ]
    shown = (*others[:_MOST_SHOWN], *(["…"] if len(others) > _MOST_SHOWN else ()))
    if others and period:
        said = message("unit-twice-in-period", unit=unit, period=period, others=shown)
        yield Problem((), said)
    elif others:
        yield Problem((), message("unit-twice", unit=unit, others=shown))


_MOST_NAMESAKES = 100  # no province has more communes of one name
_MOST_SHOWN = 3


def _told_apart(one: Submission, other: Submission) -> bool:
    """Whether units of one name are two: they have different labels, as two districts."""
    shared = one.labels.keys() & other.labels.keys()
    return any(same_name(one.labels[each]) != same_name(other.labels[each]) for each in shared)


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
