"""Rules as expressions: the points of a form over the columns of a frame."""

from collections.abc import Callable, Sequence
from typing import assert_never

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.frames.expressions import Keep, any_of, greatest, least
from rubrik.frames.facts import Facts
from rubrik.frames.leaves import curve, lookup
from rubrik.frames.points import Points, clamped, constant, settled, total
from rubrik.frames.rounding import any_one_of
from rubrik.frames.switches import switched
from rubrik.intervals import Interval, largest, smallest
from rubrik.scorers import Clamp, Constant, Curve, Fold, Form, Lookup, Switch

__all__ = ["Given", "points"]


def __dir__() -> list[str]:
    return __all__


@frozen(eq=False)
class Given:
    """A part of a rule whose points are made in another way."""

    points: Points


def points(form: Form | Given, facts: Facts, keep: Keep) -> Points:
    """The points of a form; those of its leaves are kept, as others name them often."""
    match form:
        case Given():
            return form.points
        case Constant():
            return constant(form.points)
        case Curve():
            return curve(form, facts, keep)
        case Lookup():
            return lookup(form, facts, keep)
        case Fold():
            return settled(_folded(form, [points(part, facts, keep) for part in form.parts]))
        case Clamp():
            return settled(clamped(points(form.part, facts, keep), form.low, form.high))
        case Switch():
            branches = [points(each, facts, keep) for each in form.branches]
            return settled(switched(form, branches, facts, keep))
        case _:
            assert_never(form)


def _folded(form: Fold, parts: Sequence[Points]) -> Points:
    match form.operation:
        case "sum":
            return total(parts)
        case "best":
            return _one_of(parts, greatest, largest)
        case _:
            return _one_of(parts, least, smallest)


def _one_of(
    parts: Sequence[Points],
    choose: Callable[[Sequence[nw.Expr]], nw.Expr],
    around: Callable[[Sequence[Interval]], Interval],
) -> Points:
    """The points of the best, or the worst, of parts."""
    return Points(
        low=choose([each.low for each in parts]),
        high=choose([each.high for each in parts]),
        open=any_of(each.open for each in parts),
        missing=any_of(each.missing for each in parts),
        unsure=any_of(each.unsure for each in parts),
        error=any_one_of([each.error for each in parts]),
        within=around([each.within for each in parts]),
    )
