"""Rows that contradict themselves: parts larger than their whole, and broken constraints."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.frames.facts import Facts, Total
from rubrik.frames.intake import Ready
from rubrik.measures import Constraint, Ratio
from rubrik.rubric import Interpretation, measured_by

__all__ = ["Contradictions", "contradictions", "tested"]


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


def tested(
    read: Interpretation, made: Mapping[str, Ready]
) -> tuple[Iterable[nw.Expr], Iterable[nw.Expr]]:
    """Where columns are refused, and where they are far; without what ratios say of plain counts.

    Where a part is not below zero and not above its whole, the whole is not below zero either.
    Where the whole is not far, neither is the part; or else nothing reads it.
    """
    pairs = {each for each in read.ratios if _is_pair(each, made)}
    parts = {each.ratio.names[0] for each in pairs} - _read_otherwise(read, pairs)
    wholes = {each.of.names[0] for each in pairs} - {each.ratio.names[0] for each in pairs}
    refused = (test for key, each in made.items() if key not in wholes for test in each.refused)
    far = (test for key, each in made.items() if key not in parts for test in each.far)
    return refused, far


def _is_pair(ratio: Ratio, made: Mapping[str, Ready]) -> bool:
    """Whether a ratio is one plain count of another, and at most 1."""
    found = [made.get(name or "") for name in (ratio.ratio.only, ratio.of.only)]
    return not ratio.above_one and all(each and each.is_plain_count for each in found)


def _read_otherwise(read: Interpretation, pairs: Collection[Ratio]) -> set[str]:
    """The inputs that are read by more than being parts of some ratios."""
    names = {name for each in read.constraints for name in each.names}
    measures = (each for node in read.nodes.values() for _, each in measured_by(node))
    for measure in measures:
        if isinstance(measure, Ratio) and measure in pairs:
            names.update(measure.of.names)
        else:
            names.update(name for name, _ in measure.reads)
    return names


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
