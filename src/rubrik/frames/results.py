"""What is put out of a frame: nothing where a row is refused, or not proved to be right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.absence import Status
from rubrik.frames.expressions import Words, any_of, unless
from rubrik.frames.plans import Plan
from rubrik.frames.tree import WHOLE, Row

__all__ = ["Outcome", "results"]


def __dir__() -> list[str]:
    return __all__


_STATES: Final = ("scored", "open", "unproved", "refused")
_STATUSES: Final = tuple(each.value for each in Status)


@frozen
class Outcome:
    """All rows and levels of a frame in columns, and where they mean nothing.

    Such rows are ``refused``, or are left to exact arithmetic because something is ``unproved``.
    """

    rows: Mapping[str, Row]
    levels: Sequence[nw.Expr]
    refused: nw.Expr | None
    unproved: nw.Expr | None


def results(plan: Plan, outcome: Outcome, engine: nw.Implementation) -> Sequence[nw.Expr]:
    """The columns that are put out."""
    is_out = any_of([outcome.refused, outcome.unproved])
    statuses = Words(_STATUSES, engine.is_polars())
    rows = [outcome.rows[code] for code in plan.codes]
    found = [each for row in rows for each in _of_row(row, plan, is_out, statuses)]
    found += [unless(is_out, level) for level in outcome.levels]
    found.append(_state(outcome, Words(_STATES, engine.is_polars())))
    return [each.alias(name) for each, name in zip(found, plan.results, strict=True)]


def _of_row(row: Row, plan: Plan, is_out: nw.Expr | None, statuses: Words) -> Iterator[nw.Expr]:
    points = row.points
    if not row.bears_points:
        yield nw.lit(None, nw.Float64)
    elif points.known is not None:
        yield unless(is_out, points.known)
    else:
        yield unless(any_of([is_out, points.open]), points.low)
    if "bounds" in plan.outputs:
        yield unless(is_out, points.low)
        yield unless(is_out, points.high)
    if "statuses" in plan.outputs:
        yield unless(is_out, _status(row, statuses))


def _status(row: Row, words: Words) -> nw.Expr:
    found = words(Status.SCORED.value)
    if row.points.open is not None:
        found = nw.when(row.points.open).then(words(Status.UNDEFINED.value)).otherwise(found)
    if row.missing is not None:
        found = nw.when(row.missing).then(words(Status.MISSING.value)).otherwise(found)
    return found


def _state(outcome: Outcome, words: Words) -> nw.Expr:
    """What became of each row as a whole."""
    found = words("scored")
    of = (
        ("open", outcome.rows[WHOLE].points.open),
        ("unproved", outcome.unproved),
        ("refused", outcome.refused),
    )
    for word, test in of:
        found = found if test is None else nw.when(test).then(words(word)).otherwise(found)
    return found
