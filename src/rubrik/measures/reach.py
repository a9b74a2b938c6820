"""Whether everything in a measure's domain can be reported: what makes bounds exact."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import evolve

from rubrik.measures.constraints import Constraint
from rubrik.measures.facts import Declared
from rubrik.measures.measures import Amount, Count, Measure, Share, Weighted
from rubrik.measures.quotients import Growth, Ratio

__all__ = ["reaches_all"]


def __dir__() -> list[str]:
    return __all__


_Sum = tuple[Mapping[str, Fraction], Fraction]
"""Weights by input, and a constant, which together must not be positive."""


def reaches_all(measure: Measure, declared: Declared, constraints: Iterable[Constraint]) -> bool:
    """Whether for each value of its domain some report has it; ``False`` where that is not sure."""
    sums = [
        (dict(terms.weights), constant) for each in constraints for terms, constant in each.sums
    ]
    match measure:
        case Count() | Amount() | Share():
            return _is_free({measure.input}, sums, declared)
        case Weighted(terms):
            # Sums of 0, 1, 2 … have no gaps; those of other steps may have some.
            steps = {abs(weight) for _, weight in terms.weights}
            return steps == {1} and _is_free(set(terms.names), sums, declared)
        case Ratio() | Growth():
            return _stated_reaches_all(measure, sums, declared) or _counts_reach_all(
                measure, sums, declared
            )
        case _:
            return True


def _stated_reaches_all(measure: Ratio | Growth, sums: Sequence[_Sum], declared: Declared) -> bool:
    if measure.stated is None or not _is_free({measure.stated}, sums, declared):
        return False
    return declared.numbers[measure.stated].domain.span == measure.domain(declared).span


def _counts_reach_all(measure: Ratio | Growth, sums: Sequence[_Sum], declared: Declared) -> bool:
    counted = evolve(measure, stated=None, when_empty=None)
    names = set(counted.atoms)
    if counted.domain(declared).span != measure.domain(declared).span:
        return False
    if any(declared.numbers[name].domain.span.high is not None for name in names):
        return False
    others = [each for each in sums if not _is_implied(counted, each)]
    return _can_be_diluted(counted) and _is_free(names, others, declared)


def _can_be_diluted(measure: Ratio | Growth) -> bool:
    """Whether the whole can be anything, also where the parts are counted in it."""
    if isinstance(measure, Growth):
        return True
    whole, parts = dict(measure.of.weights), set(measure.ratio.names)
    shared = {weight for name, weight in whole.items() if name in parts}
    others = any(weight > 0 for name, weight in whole.items() if name not in parts)
    return others and (not shared or (shared == {1} and not measure.above_one))


def _is_implied(measure: Ratio | Growth, given: _Sum) -> bool:
    """Whether a constraint only repeats that the parts are at most the whole."""
    if isinstance(measure, Growth) or measure.above_one:
        return False
    own = dict.fromkeys(measure.ratio.names, Fraction(1))
    for name, weight in measure.of.weights:
        own[name] = own.get(name, Fraction(0)) - weight
    weights, constant = given
    return constant <= 0 and dict(weights) == own


def _is_free(names: set[str], sums: Sequence[_Sum], declared: Declared) -> bool:
    """Whether constraints leave these inputs as free as they are declared.

    They do if all other inputs together can be set so that every constraint holds whatever these
    are: those that only ever lower a sum are made as large as needed, the rest are zero. Otherwise
    these must not raise a sum themselves, which even a negative weight does to a negative number.
    """
    others = {name for weights, _ in sums for name in weights} - names
    raised = {name for name in others if _only_lowers(name, sums, declared)}
    for weights, constant in sums:
        is_outweighed = any(name in raised for name in weights)
        rises = any(
            weight > 0 or not declared.numbers[name].domain.span.is_at_least(Fraction(0))
            for name, weight in weights.items()
            if name in names
        )
        if not is_outweighed and (rises or constant > 0):
            return False
    return True


def _only_lowers(name: str, sums: Sequence[_Sum], declared: Declared) -> bool:
    lowers = all(weights.get(name, 0) <= 0 for weights, _ in sums)
    return lowers and declared.numbers[name].domain.span.high is None
