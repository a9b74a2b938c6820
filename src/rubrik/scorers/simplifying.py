"""Forms with as few leaves as they can have."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from attrs import evolve

from rubrik.intervals import Interval
from rubrik.measures import Domain, Number
from rubrik.scorers.combining import clamped, highest, lowest, switched, total
from rubrik.scorers.forms import Clamp, Constant, Curve, Fold, Form, Lookup, Switch
from rubrik.scorers.pieces import Pieces

__all__ = ["simplified"]


def __dir__() -> list[str]:
    return __all__


_JOINED: Mapping[str, Callable[[Sequence[Pieces]], Pieces]] = {
    "sum": total,
    "best": highest,
    "worst": lowest,
}


def simplified(form: Form) -> Form:
    """The same rule with parts over one single measured value merged into one leaf.

    Parts with holes, and where points are combined also those without a cohort, stay as they are:
    what is open about them is said best where it stands.
    """
    match form:
        case Clamp(part, low, high):
            return _clamped(simplified(part), low, high)
        case Fold(operation, parts):
            return _folded(operation, tuple(simplified(part) for part in parts))
        case Switch(_, _, cases, otherwise):
            merged = tuple(evolve(case, then=simplified(case.then)) for case in cases)
            return _switched(evolve(form, cases=merged, otherwise=simplified(otherwise)))
        case Constant() | Curve() | Lookup():
            return form
        case _:
            assert_never(form)


def _clamped(part: Form, low: Fraction | None, high: Fraction | None) -> Form:
    if isinstance(part, Curve) and part.pieces.is_total:
        return evolve(part, pieces=clamped(part.pieces, low, high))
    if isinstance(part, Lookup):
        limits = {
            answer: Interval.point(points).clamped(low, high).low or Fraction(0)
            for answer, points in part.table.items()
        }
        return evolve(part, table=limits)
    return Clamp(part, low, high)


def _folded(operation: str, parts: tuple[Form, ...]) -> Form:
    curves = [part for part in parts if isinstance(part, Curve)]
    constants = [part for part in parts if isinstance(part, Constant)]
    one_measure = len({curve.measure for curve in curves}) == 1
    total = all(curve.pieces.is_total for curve in curves)
    if not one_measure or not total or len(curves) + len(constants) < len(parts):
        return Fold(operation, parts)
    first = curves[0]
    flat = [Pieces.constant(first.pieces.domain, constant.points) for constant in constants]
    merged = _JOINED[operation]([*(curve.pieces for curve in curves), *flat])
    return Curve(first.measure, merged)


def _switched(form: Switch) -> Form:
    """One curve, where the value that chooses a branch is all that the branches read."""
    measure, values = form.measure, form.values
    reads_one = all(
        isinstance(branch, Constant) or (isinstance(branch, Curve) and branch.measure == measure)
        for branch in form.branches
    )
    if not (reads_one and isinstance(measure, Number) and isinstance(values, Domain)):
        return form
    pieces = [_pieces(branch, values) for branch in form.branches]
    if any(part.holes() for part in pieces):
        return form
    tests = [case.test for case in form.cases if isinstance(case.test, Interval)]
    return Curve(measure, switched(list(zip(tests, pieces, strict=False)), pieces[-1]))


def _pieces(branch: Form, values: Domain) -> Pieces:
    if isinstance(branch, Constant):
        return Pieces.constant(values, branch.points)
    assert isinstance(branch, Curve)  # noqa: S101 - all that `_switched` lets through
    return branch.pieces
