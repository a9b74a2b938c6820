"""Rows that contradict themselves: parts larger than their whole, and broken constraints."""

from collections.abc import Iterator, Sequence

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.frames.facts import Facts, Total
from rubrik.measures import Constraint
from rubrik.rubric import Interpretation

__all__ = ["Contradictions", "contradictions"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Contradictions:
    """Where rows contradict themselves, and whether that can be told everywhere."""

    tests: Sequence[nw.Expr]
    is_complete: bool


def contradictions(read: Interpretation, facts: Facts) -> Contradictions:
    """Where rows of a frame contradict themselves; tests are null where nothing is known."""
    tests: list[nw.Expr] = []
    try:
        tests.extend(_exceeding(read, facts))
        tests.extend(_breaking(read.constraints, facts))
    except OverflowError:
        return Contradictions(tests, is_complete=False)
    return Contradictions(tests, is_complete=True)


def _exceeding(read: Interpretation, facts: Facts) -> Iterator[nw.Expr]:
    """Where the parts that are known, without their weights, are more than the whole."""
    ratios = {(each.ratio, each.of): each for each in read.ratios if not each.above_one}
    for ratio in ratios.values():
        whole = Total.of(ratio.of, facts)
        if whole is not None:
            part = Total.plain(ratio.ratio.names, facts)
            yield part.times(whole.scale).value > whole.times(part.scale).value


def _breaking(constraints: Sequence[Constraint], facts: Facts) -> Iterator[nw.Expr]:
    """Where sums that must not be positive are."""
    for terms, number in (each for constraint in constraints for each in constraint.sums):
        found = Total.of(terms, facts)
        if found is not None:
            yield found.value > int(-number * found.scale // 1)
