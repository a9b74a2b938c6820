"""The curves of a form: one where all of it reads one number, else those of its parts."""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve

from rubrik.auditing.reach import Reach
from rubrik.intervals import Interval
from rubrik.measures import Domain, Number
from rubrik.scorers import Clamp, Constant, Curve, Fold, Form, Lookup, Switch
from rubrik.scorers.combining import clamped, highest, lowest, switched, total
from rubrik.scorers.pieces import Pieces

__all__ = ["curves"]


def __dir__() -> list[str]:
    return __all__


def curves(form: Form, reach: Reach) -> Iterator[Curve]:
    """The curves in a form, each over the values that lead to it, joined where they can be.

    Simplified forms keep parts with holes apart; here they are joined as well, where all of them
    have points.
    """
    one = _joined(form)
    if one is not None:
        yield from _parts(one, reach)
        return
    match form:
        case Constant() | Curve() | Lookup():
            return
        case Clamp(part=part):
            yield from curves(part, reach)
        case Fold(parts=parts):
            for part in parts:
                yield from curves(part, reach)
        case Switch():
            yield from _branches(form, reach)
        case _:
            assert_never(form)


def _branches(form: Switch, reach: Reach) -> Iterator[Curve]:
    rest: Reach | None = reach
    for case in form.cases:
        within = rest and rest.held(form.measure, case.test)
        if within:
            yield from curves(case.then, within)
        rest = rest and rest.left(form.measure, case.test)
    if rest:
        yield from curves(form.otherwise, rest)


def _parts(curve: Curve, reach: Reach) -> Iterator[Curve]:
    """The curve over each stretch of the numbers that lead to it."""
    domain = curve.pieces.domain
    for values in reach.numbers(curve.measure):
        if values == domain.span:
            yield curve
        else:
            met = ((piece, piece.over.meet(values)) for piece in curve.pieces.pieces)
            inside = tuple(evolve(piece, over=over) for piece, over in met if over is not None)
            yield evolve(curve, pieces=Pieces(Domain(values, domain.integer), inside))


def _joined(form: Form) -> Curve | None:
    """One curve over one number, or ``None``."""
    match form:
        case Curve():
            return form
        case Clamp(part=part, low=low, high=high):
            one = _joined(part)
            return one and evolve(one, pieces=clamped(one.pieces, low, high))
        case Fold(operation=operation, parts=parts):
            return _folded(operation, parts)
        case Switch():
            return _switched(form)
        case _:
            return None


_JOINED = {"sum": total, "best": highest, "worst": lowest}


def _folded(operation: str, parts: tuple[Form, ...]) -> Curve | None:
    measure = _measure(parts)
    if measure is None:
        return None
    first, *_ = (one for part in parts if (one := _joined(part)) is not None)
    pieces = [_pieces(part, first.pieces.domain) for part in parts]
    return Curve(measure, _JOINED[operation](pieces))


def _measure(parts: tuple[Form, ...]) -> Number | None:
    """The one number that all parts read, but for those that are constant."""
    read = [_joined(part) for part in parts if not isinstance(part, Constant)]
    measures = {None if one is None else one.measure for one in read}
    return measures.pop() if len(measures) == 1 else None


def _pieces(form: Form, domain: Domain) -> Pieces:
    if isinstance(form, Constant):
        return Pieces.constant(domain, form.points)
    one = _joined(form)
    assert one is not None  # noqa: S101 - `_measure` has seen its curve
    return one.pieces


def _switched(form: Switch) -> Curve | None:
    measure, values = form.measure, form.values
    if not isinstance(measure, Number) or not isinstance(values, Domain):
        return None
    if any(
        not isinstance(branch, Constant) and _measure((branch,)) != measure
        for branch in form.branches
    ):
        return None
    pieces = [_pieces(branch, values) for branch in form.branches]
    tests = [case.test for case in form.cases if isinstance(case.test, Interval)]
    return Curve(measure, switched(list(zip(tests, pieces, strict=False)), pieces[-1]))
