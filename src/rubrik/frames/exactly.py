"""The exact pass: rows that columns cannot decide, scored one by one in rationals."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import inf
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.absence import Status
from rubrik.classifier import ratings
from rubrik.compiled import Ran, reader, used_often
from rubrik.errors import NumberError, RubrikError, SubmissionError
from rubrik.frames.cells import is_null
from rubrik.frames.objections import unanswered
from rubrik.frames.plans import Plan
from rubrik.frames.tree import WHOLE
from rubrik.measures import FlagInput, reported
from rubrik.rubric import Cohorts
from rubrik.scoresheet import Line, Scoresheet
from rubrik.scoring import score
from rubrik.submission import Submission

__all__ = ["points_of", "results_of", "sheet_of", "submission_of"]


def __dir__() -> list[str]:
    return __all__


def submission_of(row: Mapping[str, Any], plan: Plan) -> Submission:
    """What a row of a frame reports: what is null is not reported.

    A list of items is reported where every one of its items is answered.

    Raises:
        SubmissionError: whether an item is ticked, or a row applies, is not said in words for it.
    """
    return _submission(_said(row, plan), plan)


@frozen
class _Said:
    """What a row says: inputs as Python has them, and the codes of what does not apply."""

    inputs: Mapping[str, Any]
    exempt: Sequence[str]


def _said(row: Mapping[str, Any], plan: Plan) -> _Said:
    known = dict(_known(row, plan))
    inputs = {key: value for key, value in known.items() if key in plan.read.declared.inputs}
    inputs |= dict(_lists(known, plan))
    exempt = [code for key, code in plan.exempt if key in known and _is_yes(key, known, plan)]
    return _Said(inputs, exempt)


_PLAIN: Final = {int, str, bool}


def _known(row: Mapping[str, Any], plan: Plan) -> Iterator[tuple[str, Any]]:
    """The cells of a row that hold something; most need no more than a look at their type."""
    for key, column in plan.columns.items():
        value = row[column.name]
        if type(value) in _PLAIN:
            yield key, value
        elif not is_null(value):
            yield key, nw.to_py_scalar(value)


def _submission(said: _Said, plan: Plan) -> Submission:
    return Submission(rubric=plan.rubric.slug, inputs=said.inputs, not_applicable=said.exempt)


def _lists(known: Mapping[str, Any], plan: Plan) -> Iterator[tuple[str, list[str]]]:
    """The items that are ticked in each list of which every item is answered."""
    for name, keys in plan.lists.items():
        told = {item: _is_yes(key, known, plan) for item, key in keys.items() if key in known}
        if len(told) == len(keys):
            yield name, [item for item, is_ticked in told.items() if is_ticked]


def _is_yes(key: str, known: Mapping[str, Any], plan: Plan) -> bool:
    column = plan.columns[key]
    assert isinstance(column.asked, FlagInput)  # noqa: S101 - what items and exemptions are
    try:
        return column.asked.read(reported(known[key]))
    except NumberError as error:
        problem = unanswered(column.name, column.asked, known[key], error)
        raise SubmissionError([problem]) from None


def sheet_of(row: Mapping[str, Any], plan: Plan) -> Scoresheet:
    """The scoresheet of one row.

    Raises:
        RubrikError: the row cannot be read under the rubric.
    """
    return _sheet(submission_of(row, plan), plan, plan.cohorts_of(row))


def _sheet(submission: Submission, plan: Plan, cohorts: Cohorts) -> Scoresheet:
    return score(
        plan.rubric, submission, readings=plan.readings, missing=plan.policy, cohort=cohorts
    )


def points_of(row: Mapping[str, Any], plan: Plan, code: str) -> Fraction | None:
    """The points of one row of the frame for a row of the rubric, if they are known.

    Raises:
        RubrikError: the row cannot be read under the rubric.
    """
    said, cohorts = _said(row, plan), plan.cohorts_of(row)
    ran = _ran(said, plan, cohorts)
    if ran is not None:
        return ran.points(code or None)
    sheet = _sheet(_submission(said, plan), plan, cohorts)
    return sheet.line(code).points if code else sheet.points


def results_of(row: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    """What a plan puts out for one row, exact before it is a float at the very end."""
    nothing: Mapping[str, Any] = dict.fromkeys(plan.results)
    try:
        said, cohorts = _said(row, plan), plan.cohorts_of(row)
        ran = _ran(said, plan, cohorts)
        if ran is not None:
            return {**nothing, **dict(_of_ran(ran, plan))}
        sheet = _sheet(_submission(said, plan), plan, cohorts)
        return {**nothing, **dict(_of_sheet(sheet, plan))}
    except RubrikError:
        return {**nothing, plan.names.state: "refused"}


# By code made of the rubric, where nothing is open.


def _ran(said: _Said, plan: Plan, cohorts: Cohorts) -> Ran | None:
    """What the rubric as code says, once that pays, if nothing is refused and nothing open."""
    if said.exempt or plan.read.checked:
        return None
    engine = used_often(plan.read, cohorts)
    known = None if engine is None else reader(plan.read).take(said.inputs)
    if engine is None or known is None:
        return None
    ran = engine.run(known)
    return ran if ran.is_complete and (not plan.rated or None not in ran.levels) else None


def _of_ran(ran: Ran, plan: Plan) -> Iterator[tuple[str, Any]]:
    pairs = ran.known
    for code in plan.codes:
        top, bottom = pairs[code or None]
        points = top / bottom  # of integers: the float nearest to the quotient
        yield plan.names.points(code), points
        if "bounds" in plan.outputs:
            yield plan.names.low(code), points
            yield plan.names.high(code), points
        if "statuses" in plan.outputs:
            yield plan.names.status(code), Status.SCORED.value
    for (scale, node), level in zip(plan.rated, ran.levels, strict=False):
        yield plan.names.level(scale.id, node), level
    yield plan.names.state, "scored"


# By a sheet.


def _of_sheet(sheet: Scoresheet, plan: Plan) -> Iterator[tuple[str, Any]]:
    for code in plan.codes:
        line: Line | Scoresheet = sheet if code == WHOLE else sheet.line(code)
        yield plan.names.points(code), _number(line.points)
        if "bounds" in plan.outputs:
            yield plan.names.low(code), _number(line.within.low, -inf)
            yield plan.names.high(code), _number(line.within.high, inf)
        if "statuses" in plan.outputs:
            yield plan.names.status(code), sheet.status_of(code or None).value
    for rating in ratings(sheet) if plan.rated else ():
        yield plan.names.level(rating.scale.id, rating.node), rating.level
    yield plan.names.state, _state(sheet)


def _state(sheet: Scoresheet) -> str:
    is_checklist = not sheet.bears_points
    is_scored = sheet.status_of(None) is Status.SCORED if is_checklist else sheet.points is not None
    return "scored" if is_scored else "open"


def _number(value: Fraction | None, otherwise: float | None = None) -> float | None:
    return otherwise if value is None else float(value)
