"""Scored frames with the rows that are not proved scored once more, in rationals."""

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from rubrik.frames.exactly import results_of
from rubrik.frames.joining import alike
from rubrik.frames.plans import Plan

__all__ = ["certified", "certified_lazily"]


def __dir__() -> list[str]:
    return __all__


def certified(frame: nw.DataFrame[Any], plan: Plan) -> nw.DataFrame[Any]:
    """An eager frame with its unproved rows scored exactly."""
    is_unproved = frame.get_column(plan.names.state) == "unproved"
    if not is_unproved.any():
        return frame
    places = is_unproved.arg_true().to_list()
    rows = frame.filter(is_unproved).select(plan.read_columns).iter_rows(named=True)
    results = [results_of(row, plan) for row in rows]
    return frame.with_columns(
        frame.get_column(name).scatter(places, _series(frame, name, results))
        for name in plan.results
    )


def _series(
    frame: nw.DataFrame[Any], name: str, results: Sequence[Mapping[str, Any]]
) -> nw.Series[Any]:
    values = [result[name] for result in results]
    return nw.new_series(name, values, frame.schema[name], backend=frame.implementation)


def certified_lazily(frame: nw.LazyFrame[Any], plan: Plan) -> Any:  # noqa: ANN401 - a native frame
    """A lazy frame whose unproved rows are scored exactly when it is run; a native one.

    Only Polars can wait for that: of other engines those rows, and only those, are read at once,
    and stand after all others.
    """
    native: Any = frame.to_native()
    if frame.implementation.is_polars():

        def batch_certified(batch: Any) -> Any:  # noqa: ANN401 - a native frame
            return certified(nw.from_native(batch, eager_only=True), plan).to_native()

        return native.map_batches(batch_certified, streamable=True)
    is_unproved = nw.col(plan.names.state) == "unproved"
    few = frame.filter(is_unproved).collect()
    if not len(few):
        return native
    exact = alike(frame, certified(few, plan))
    return nw.concat([frame.filter(~is_unproved), exact]).to_native()
