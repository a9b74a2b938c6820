"""Scoring a frame: expressions for all rows, exact arithmetic for those that they cannot decide."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen
from narwhals.stable.v2.typing import IntoFrameT

from rubrik.absence import Policy
from rubrik.errors import Problem, RubrikError
from rubrik.frames.exactly import results_of, sheet_of
from rubrik.frames.table import Output, Plan, planned, run
from rubrik.rubric import Rubric

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

    Raises:
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy for what is missing.
        TableError: columns that are not there, or of a type that cannot hold what is asked for;
            every problem is listed, before any row is read.
    """
    made = nw.from_native(frame)
    plan = planned(
        rubric,
        _schema(made),
        renamed=columns or {},
        readings=readings,
        missing=missing,
        outputs=outputs,
        intervals=intervals,
    )
    if isinstance(made, nw.LazyFrame):
        return run(made, plan).to_native()
    return _certified(_run_eagerly(made, plan), plan).to_native()  # type: ignore[no-any-return]


def certify(  # noqa: PLR0913 - as above
    rubric: Rubric,
    scored: IntoFrameT,
    *,
    columns: Mapping[str, str] | None = None,
    outputs: Iterable[Output] = _USUAL,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    intervals: bool = True,
) -> IntoFrameT:
    """A scored frame with its unproved rows scored in rationals; the other arguments as in `score`.

    A lazy Polars frame stays lazy and keeps its order. Of other lazy frames the unproved rows, and
    only those, are collected, and stand after all others.

    Raises:
        TableError: the frame is not what `score` gave back for these arguments.
    """
    made = nw.from_native(scored)
    own = dict(_schema(made))
    plan = planned(
        rubric,
        _without_results(own, rubric, outputs, readings),
        renamed=columns or {},
        readings=readings,
        missing=missing,
        outputs=outputs,
        intervals=intervals,
    )
    if isinstance(made, nw.DataFrame):
        return _certified(made, plan).to_native()  # type: ignore[no-any-return]
    return _certified_lazily(made, plan)  # type: ignore[no-any-return]


def _schema(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> Mapping[str, Any]:
    """The types of a frame's columns; of pandas those that it would have with nulls of its own."""
    if isinstance(frame, nw.DataFrame) and frame.implementation.is_pandas_like():
        return nw.maybe_convert_dtypes(frame).schema
    return frame.collect_schema()


def _without_results(
    schema: Mapping[str, Any],
    rubric: Rubric,
    outputs: Iterable[Output],
    readings: Mapping[str, str] | None,
) -> dict[str, Any]:
    bare = planned(
        rubric, {}, renamed={}, readings=readings, missing=None, outputs=outputs, intervals=True
    )
    put_out = set(bare.names.all(bare))
    return {name: dtype for name, dtype in schema.items() if name not in put_out}


def _run_eagerly(frame: nw.DataFrame[Any], plan: Plan) -> nw.DataFrame[Any]:
    """Polars plans a query better than it follows steps; pandas needs types that know nulls."""
    if frame.implementation.is_polars():
        return run(frame.lazy(), plan).collect()
    if not frame.implementation.is_pandas_like():
        return run(frame, plan)
    results = run(nw.maybe_convert_dtypes(frame), plan)
    return frame.with_columns(results.get_column(name) for name in plan.names.all(plan))


def _certified(frame: nw.DataFrame[Any], plan: Plan) -> nw.DataFrame[Any]:
    states = frame.get_column(plan.names.state)
    places = [at for at, state in enumerate(states.to_list()) if state == "unproved"]
    if not places:
        return frame
    read = list(dict.fromkeys(column.name for column in plan.columns.values()))
    rows = frame.select(read).filter((states == "unproved").to_list()).iter_rows(named=True)
    results = [results_of(row, plan) for row in rows]
    return frame.with_columns(
        frame.get_column(name).scatter(places, _series(frame, name, results))
        for name in plan.names.all(plan)
    )


def _series(
    frame: nw.DataFrame[Any], name: str, results: Sequence[Mapping[str, Any]]
) -> nw.Series[Any]:
    return nw.new_series(
        name,
        [result[name] for result in results],
        frame.schema[name],
        backend=frame.implementation,
    )


def _certified_lazily(frame: nw.LazyFrame[Any], plan: Plan) -> Any:  # noqa: ANN401 - any native frame
    native: Any = frame.to_native()
    if frame.implementation.is_polars():

        def certified(batch: Any) -> Any:  # noqa: ANN401 - a native frame
            return _certified(nw.from_native(batch, eager_only=True), plan).to_native()

        return native.map_batches(certified, streamable=True)
    is_unproved = nw.col(plan.names.state) == "unproved"
    few = frame.filter(is_unproved).collect()
    proved = frame.filter(~is_unproved)
    exact = _LIKE[frame.implementation](native, _certified(few, plan))
    return nw.concat([proved, nw.from_native(exact)]).to_native()


def _like_duckdb(native: Any, few: nw.DataFrame[Any]) -> Any:  # noqa: ANN401, ARG001
    duckdb: Any = nw.Implementation.DUCKDB.to_native_namespace()
    return duckdb.from_arrow(few.to_arrow())


def _like_spark(native: Any, few: nw.DataFrame[Any]) -> Any:  # noqa: ANN401
    rows = [tuple(row) for row in few.iter_rows(named=False)]
    return native.sparkSession.createDataFrame(rows, schema=native.schema)


_LIKE: Mapping[nw.Implementation, Callable[[Any, nw.DataFrame[Any]], Any]] = {
    nw.Implementation.DUCKDB: _like_duckdb,
    nw.Implementation.PYSPARK: _like_spark,
}


@frozen
class RowProblem:
    """What is wrong with one row of a frame: its place among all, from 0, and every problem."""

    row: int
    problems: tuple[Problem, ...]


def problems(
    rubric: Rubric,
    frame: IntoFrameT,
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
    plan = planned(
        rubric,
        _schema(made),
        renamed=columns or {},
        readings=readings,
        missing=None,
        outputs=(),
        intervals=False,
    )
    scored = _run_eagerly(made, plan)
    states = scored.get_column(plan.names.state).to_list()
    rows = enumerate(scored.iter_rows(named=True))
    found = (_problem(at, row, plan) for at, row in rows if states[at] in ("refused", "unproved"))
    return tuple(each for each in found if each is not None)


def _problem(at: int, row: Mapping[str, Any], plan: Plan) -> RowProblem | None:
    try:
        sheet_of(row, plan)
    except RubrikError as error:
        return RowProblem(at, error.problems or (Problem((), error.message, error.hint),))
    return None
