"""Scoring a frame: expressions for all rows, exact arithmetic for those that they cannot decide."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen
from narwhals.stable.v2.typing import IntoDataFrame, IntoFrameT

from rubrik.absence import Policy
from rubrik.errors import Problem, RubrikError, TableError
from rubrik.frames.certifying import certified, certified_lazily
from rubrik.frames.columns import Schema
from rubrik.frames.comparisons import Cohort
from rubrik.frames.exactly import sheet_of
from rubrik.frames.nullable import nullable, schema_of
from rubrik.frames.plans import Output, Plan, plan_of_scores, planned
from rubrik.frames.table import run
from rubrik.rubric import Rubric
from rubrik.wording import message, quoted

__all__ = ["RowProblem", "certify", "problems", "score"]


def __dir__() -> list[str]:
    return __all__


_USUAL: Final[tuple[Output, ...]] = ("total", "groups", "levels")


def score(  # noqa: PLR0913 - each is a choice of its own
    rubric: Rubric,
    frame: IntoFrameT,
    *,
    columns: Mapping[str, str] | None = None,
    outputs: Iterable[Output] = _USUAL,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    intervals: bool = True,
    cohort: Cohort | None = None,
) -> IntoFrameT:
    """A frame with points and levels put behind its own columns, one row a unit.

    Levels are exact: floats decide where they prove it. Rows that they cannot decide are scored in
    rationals before an eager frame is given back; in a lazy one they have the status ``unproved``
    and nothing else until `certify` has run.

    Args:
        rubric: the standard to score by.
        frame: any frame that narwhals supports, eager or lazy; the same kind comes back.
        columns: columns that are called otherwise than the input they hold, by input; the items of
            a list stand in one column each, called ``list:item``. An input without a column is
            not reported by any unit.
        outputs: what is put out: ``"criteria"``, ``"groups"`` and ``"total"`` for points,
            ``"bounds"`` and ``"statuses"`` beside them, and ``"levels"``.
        readings: options other than the defaults, by reading.
        missing: what an input not reported is worth, where it shall not be as the rubric says.
        intervals: whether points that are open are followed as intervals. Without it a unit that
            misses anything has no total and no level, and everything is faster.
        cohort: what units are compared by: the `bounds` of the groups of a frame, a published
            cohort, or bounds by code.

    Raises:
        CohortError: the cohort is not one of this rubric, as it is read.
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy for what is missing.
        TableError: columns that are not there, or of a type that cannot hold what is asked for, or
            not one for any input although what is missing is worth 0; every problem is listed,
            before any row is read.
    """
    made: Any = nw.from_native(frame)
    plan = plan_of_scores(
        rubric,
        schema_of(made),
        renamed=columns,
        readings=readings,
        missing=missing,
        outputs=outputs,
        intervals=intervals,
        cohort=cohort,
    )
    found = run(made, plan) if isinstance(made, nw.LazyFrame) else _certified_at_once(made, plan)
    native: IntoFrameT = found.to_native()
    return native


def _certified_at_once(frame: nw.DataFrame[Any], plan: Plan) -> nw.DataFrame[Any]:
    return certified(_run_eagerly(frame, plan), plan)


def certify(  # noqa: PLR0913 - as above
    rubric: Rubric,
    scored: IntoFrameT,
    *,
    columns: Mapping[str, str] | None = None,
    outputs: Iterable[Output] = _USUAL,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    intervals: bool = True,
    cohort: Cohort | None = None,
) -> IntoFrameT:
    """A scored frame with its unproved rows scored in rationals; the other arguments as in `score`.

    A lazy Polars frame stays lazy and keeps its order. Of other lazy frames the unproved rows, and
    only those, are collected, and stand after all others.

    Raises:
        TableError: the frame is not what `score` gave back for these arguments.
    """
    made: Any = nw.from_native(scored)
    asked = tuple(outputs)
    plan = plan_of_scores(
        rubric,
        _without_results(schema_of(made), rubric, asked, readings),
        renamed=columns,
        readings=readings,
        missing=missing,
        outputs=asked,
        intervals=intervals,
        cohort=cohort,
    )
    is_lazy = isinstance(made, nw.LazyFrame)
    native: IntoFrameT = (
        certified_lazily(made, plan) if is_lazy else certified(made, plan).to_native()
    )
    return native


def _without_results(
    schema: Schema,
    rubric: Rubric,
    outputs: Iterable[Output],
    readings: Mapping[str, str] | None,
) -> Schema:
    """The columns that a scored frame had before it was scored."""
    results = planned(rubric, {}, readings=readings, outputs=outputs).results
    absent = [name for name in results if name not in schema]
    if absent:
        raise TableError(
            Problem((), message("no-such-column", name=quoted(name))) for name in absent
        )
    return {name: dtype for name, dtype in schema.items() if name not in results}


def _run_eagerly(frame: nw.DataFrame[Any], plan: Plan) -> nw.DataFrame[Any]:
    """Polars plans a query better than it follows steps; pandas needs types that know nulls."""
    if not frame.implementation.is_pandas_like():
        is_planned = frame.implementation.is_polars()
        return run(frame.lazy() if is_planned else frame, plan).lazy().collect()
    results: Any = run(nullable(frame), plan)
    return frame.with_columns(results.get_column(name) for name in plan.results)


@frozen
class RowProblem:
    """What is wrong with one row of a frame: its place among all, from 0, and every problem."""

    row: int
    problems: tuple[Problem, ...]


def problems(
    rubric: Rubric,
    frame: IntoDataFrame,
    *,
    columns: Mapping[str, str] | None = None,
    readings: Mapping[str, str] | None = None,
) -> tuple[RowProblem, ...]:
    """Why rows of an eager frame are refused, in the words that a single submission is refused in.

    Raises:
        ReadingError: an unknown reading or option.
        TableError: with every problem of the columns.
    """
    made = nw.from_native(frame, eager_only=True)
    plan = planned(rubric, schema_of(made), renamed=columns, readings=readings, intervals=False)
    states = _run_eagerly(made, plan).get_column(plan.names.state).to_list()
    rows = enumerate(made.iter_rows(named=True))
    found = (_problem(at, row, plan) for at, row in rows if states[at] in ("refused", "unproved"))
    return tuple(each for each in found if each is not None)


def _problem(at: int, row: Mapping[str, Any], plan: Plan) -> RowProblem | None:
    try:
        sheet_of(row, plan)
    except RubrikError as error:
        return RowProblem(at, error.problems or (Problem((), error.message, error.hint),))
    return None
