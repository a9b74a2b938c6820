"""The rubric over a whole frame: columns in, points and proved levels out, of the same kind.

What is computed along the way stands in columns of its own, so that it is computed once.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from rubrik.absence import Policy
from rubrik.frames.columns import is_exempt
from rubrik.frames.expressions import Words, any_of
from rubrik.frames.facts import Facts, added
from rubrik.frames.intake import in_parts, ready
from rubrik.frames.keeping import Keeper
from rubrik.frames.levels import Judge
from rubrik.frames.nullable import AnyFrame
from rubrik.frames.plans import Plan
from rubrik.frames.refusals import contradictions, tested
from rubrik.frames.results import Outcome, results
from rubrik.frames.tree import WHOLE, Row, Rows
from rubrik.scales import Scale

__all__ = ["Inputs", "read_in", "run"]


def __dir__() -> list[str]:
    return __all__


def run(frame: AnyFrame, plan: Plan) -> AnyFrame:
    """The frame with the columns of a plan put behind its own."""
    own = list(frame.collect_schema().names())
    if frame.implementation.is_pyspark() and any("." in name for name in own):
        return _named_back(frame, own, plan)
    return _run(frame, plan)


def _named_back(frame: AnyFrame, own: Sequence[str], plan: Plan) -> AnyFrame:
    """The same in Spark, where dots in names lead into structures: with other names meanwhile."""
    others = {name: f"__rubrik_own_{at}" if "." in name else name for at, name in enumerate(own)}
    native: Any = frame.to_native()
    found = _run(nw.from_native(native.toDF(*others.values())), plan.called(others))
    made: AnyFrame = nw.from_native(found.to_native().toDF(*own, *plan.results))
    return made


def _run(frame: AnyFrame, plan: Plan) -> AnyFrame:
    """The same, where every column can be called by its name."""
    own = list(frame.collect_schema().names())
    keeper = Keeper.beside(own)
    frame, inputs = read_in(frame, plan, keeper)
    frame, rows = _scored(frame, plan, keeper, inputs.facts)
    frame, levels, doubts = _rated(frame, plan, keeper, rows)
    unproved = any_of([*inputs.far, *_unsure(plan, rows), doubts])
    refused = any_of(inputs.refused)
    outcome = Outcome(
        rows=rows,
        levels=levels,
        refused=None if refused is None else keeper.keep(refused),
        unproved=None if unproved is None else keeper.keep(unproved),
    )
    frame = keeper.laid(frame)
    return frame.select(*map(nw.col, own), *results(plan, outcome, frame.implementation))


# Inputs.


@frozen
class Inputs:
    """What is read of a frame, and where rows are refused or left to exact arithmetic."""

    facts: Facts
    refused: Sequence[nw.Expr]
    far: Sequence[nw.Expr]


def read_in(frame: AnyFrame, plan: Plan, keeper: Keeper) -> tuple[AnyFrame, Inputs]:
    """The frame with columns for all inputs that are not ready as they are."""
    checks = not frame.implementation.is_polars()
    made = {key: ready(each, keeper.keep, checks=checks) for key, each in plan.columns.items()}
    frame = keeper.laid(frame)
    added_up = [name for name in added(plan.read) if name in made]
    split = {name: in_parts(made[name].value, keeper.keep) for name in added_up}
    frame = keeper.laid(frame)
    facts = Facts(
        values={key: each.value for key, each in made.items()},
        parts={name: each.value for name, each in split.items()},
        declared=plan.read.declared,
        tells_missing="statuses" in plan.outputs or plan.policy is Policy.ZERO,
    )
    refused, far = tested(plan.read, made)
    found = contradictions(plan.read, facts)
    far = [*far, *(test for each in split.values() for test in each.far)]
    far += [facts.values[key] for key in plan.columns if is_exempt(key)]
    far += [] if found.is_complete else [nw.lit(value=True)]
    return frame, Inputs(facts, [*refused, *found.tests], far)


# Rows.


def _scored(
    frame: AnyFrame, plan: Plan, keeper: Keeper, facts: Facts
) -> tuple[AnyFrame, Mapping[str, Row]]:
    """The frame with columns for the points of all rows."""
    frame = frame if plan.compared is None else plan.compared.joined(frame)
    rows = Rows(plan.read, facts, plan.policy, plan.intervals, plan.compared)
    single = list(rows.single(keeper.keep))
    frame = keeper.laid(frame)
    for layer in chain([single], rows.groups()):
        rows.kept.update((row.code, _kept(row, plan, keeper)) for row in layer)
        frame = keeper.laid(frame)
    return frame, rows.kept


def _kept(row: Row, plan: Plan, keeper: Keeper) -> Row:
    found = row.points
    kept = found.kept(keeper.keep) if plan.intervals else found.alone(keeper.keep)
    return evolve(row, points=kept)


def _unsure(plan: Plan, rows: Mapping[str, Row]) -> Iterator[nw.Expr | None]:
    """Where the points of some row need not be true; the whole speaks for all that count."""
    for code, row in rows.items():
        if code == WHOLE or code not in plan.read.counted:
            yield row.points.unsure


# Levels.


def _rated(
    frame: AnyFrame, plan: Plan, keeper: Keeper, rows: Mapping[str, Row]
) -> tuple[AnyFrame, Sequence[nw.Expr], nw.Expr | None]:
    """The frame with columns for all levels, and where they are not proved."""
    points = {code: row.points for code, row in rows.items()}
    judge = Judge(plan.read, points, keeper.keep, plan.intervals)
    is_polars = frame.implementation.is_polars()
    found = [
        judge.level(scale, node, Words(_words(scale), is_polars)) for scale, node in plan.rated
    ]
    frame = keeper.laid(frame)
    levels = [keeper.keep(each) for each in found]
    return keeper.laid(frame), levels, judge.unproved


def _words(scale: Scale) -> tuple[str, ...]:
    """What a scale can come to, the best first."""
    results = (veto.result for veto in scale.vetoes if veto.result)
    names = (*(level.name for level in scale.levels), scale.below, *results)
    return tuple(dict.fromkeys(names))
