"""Scored frames with the rows that are not proved scored once more, in rationals."""

from functools import partial
from typing import Any

import narwhals.stable.v2 as nw

from rubrik.frames.cells import put
from rubrik.frames.exactly import results_of
from rubrik.frames.joining import alike
from rubrik.frames.plans import Plan

__all__ = ["batch_certified", "certified", "certified_lazily"]


def __dir__() -> list[str]:
    return __all__


def certified(frame: nw.DataFrame[Any], plan: Plan) -> nw.DataFrame[Any]:
    """An eager frame with its unproved rows scored exactly."""
    is_unproved = frame.get_column(plan.names.state) == "unproved"
    if not is_unproved.any():
        return frame
    places = is_unproved.arg_true().to_list()
    # With the state there is a column to count rows by, where nothing is read.
    rows = frame.filter(is_unproved).select(*plan.read_columns, plan.names.state)
    results = [results_of(row, plan) for row in rows.iter_rows(named=True)]
    return frame.with_columns(
        put(frame.get_column(name), places, [result[name] for result in results])
        for name in plan.results
    )


def batch_certified(batch: Any, plan: Plan) -> Any:  # noqa: ANN401 - native frames
    """A native eager frame, one of several that make one, with its unproved rows scored exactly."""
    return certified(nw.from_native(batch, eager_only=True), plan).to_native()


def certified_lazily(frame: nw.LazyFrame[Any], plan: Plan) -> Any:  # noqa: ANN401 - a native frame
    """A lazy frame whose unproved rows are scored exactly when it is run; a native one.

    Only Polars can wait for that: of other engines those rows, and only those, are read at once,
    and stand after all others.
    """
    native: Any = frame.to_native()
    if frame.implementation.is_polars():
        return native.map_batches(partial(batch_certified, plan=plan), streamable=True)
    is_unproved = nw.col(plan.names.state) == "unproved"
    few = frame.filter(is_unproved).collect()
    if not len(few):
        return native
    exact = alike(frame, certified(few, plan))
    return nw.concat([frame.filter(~is_unproved), exact]).to_native()
