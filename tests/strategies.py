"""What properties are tried on: reports that a rubric accepts, and rules of every kind."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import Any, Final

from hypothesis import strategies as st

from attaining import leaves
from rubrik.absence import Undefined
from rubrik.intervals import Interval
from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    CountInput,
    Declared,
    FlagInput,
    Growth,
    Input,
    ItemsInput,
    Ratio,
    ShareInput,
    TableInput,
)
from rubrik.rubric import Interpretation, Rubric, measured_by
from rubrik.scorers import CohortBounds, Curve

__all__ = ["Report", "choices", "cohorts", "normalised", "reports"]

Report = Mapping[str, Any]
"""What a unit reports, by input name."""

_SHARES: Final = st.one_of(
    st.fractions(0, 1, max_denominator=20),
    st.sampled_from([Fraction(each, 100) for each in (0, 5, 10, 20, 50, 70, 80, 98, 100)]),
)


def _values(declared: Input) -> st.SearchStrategy[Any]:
    match declared:
        case CountInput(max=most):
            few = st.integers(0, 6 if most is None else min(6, most))
            return few | st.integers(0, 60 if most is None else most)
        case AmountInput():
            return st.integers(0, 60).map(lambda halves: Fraction(halves, 2))
        case ShareInput(below_zero=signed, above_one=unbounded):
            more = [_SHARES.map(lambda share: -share)] * signed
            more += [_SHARES.map(lambda share: 1 + share)] * unbounded
            return st.one_of(_SHARES, *more)
        case FlagInput():
            return st.booleans()
        case ChoiceInput(options=options):
            return st.sampled_from(list(options))
        case ItemsInput(options=options):
            return st.sets(st.sampled_from(list(options))).map(sorted)
        case TableInput():
            row = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted)
            return st.lists(row, max_size=4)


@st.composite
def reports(draw: st.DrawFn, read: Interpretation) -> Report:
    """Reports that are accepted under one reading of a rubric, half of them full of gaps.

    Where a ratio is both counted and stated, the two agree.
    """
    declared = read.declared
    each_of = {name: _values(each) for name, each in declared.inputs.items()}
    has_gaps = draw(st.booleans())
    values = draw(
        st.fixed_dictionaries({}, optional=each_of) if has_gaps else st.fixed_dictionaries(each_of)
    )
    for each in declared.inputs.values():
        if isinstance(each, TableInput) and each.name in values:
            for aggregate in each.aggregates:
                values.pop(aggregate.name, None)
    while (too_much := next(_overruns(read, values), None)) is not None:
        _mend(too_much, values, declared)
    for ratio in _stated(read):
        _agree(ratio, values, declared, keep=draw(st.booleans()))
    return values


_Overrun = tuple[Sequence[str], str | None, Fraction]
"""Inputs that cannot all be so, the one to raise (if any) and by how much."""


def _overruns(read: Interpretation, values: Report) -> Iterator[_Overrun]:
    facts = _facts(values, read.declared)
    for ratio in read.ratios:
        if ratio.exceeds(facts):
            lacking = ratio.ratio.plain(facts) - Fraction(ratio.of.total(facts) or 0)
            yield (*ratio.ratio.names, *ratio.of.names), *_raised(ratio.of.weights, lacking)
    for constraint in read.constraints:
        for terms, constant in constraint.sums:
            total = terms.total(facts)
            if total is not None and total > -constant:
                weights = [(name, -weight) for name, weight in terms.weights]
                yield terms.names, *_raised(weights, Fraction(total) + constant)


def _raised(
    weights: Sequence[tuple[str, Fraction]], lacking: Fraction
) -> tuple[str | None, Fraction]:
    return next(
        ((name, lacking / weight) for name, weight in reversed(weights) if weight > 0),
        (None, lacking),
    )


def _mend(overrun: _Overrun, values: dict[str, Any], declared: Declared) -> None:
    """Raise the input that is too small, or take all of them back where it may not be raised."""
    names, raised, by = overrun
    if raised in values:
        higher = values[raised] + ceil(by)
        if higher in declared.numbers[raised].domain.span and higher <= _MOST:
            values[raised] = higher
            return
    tables = [each for each in declared.inputs.values() if isinstance(each, TableInput)]
    feeding = [each.name for each in tables if {a.name for a in each.aggregates} & {*names}]
    for name in (*names, *feeding):
        values.pop(name, None)


_MOST = 1000


def _facts(values: Report, declared: Declared) -> dict[str, Any]:
    """The values as rules read them: what tables say stands beside the rest."""
    found = dict(values)
    for name, each in declared.inputs.items():
        if isinstance(each, TableInput) and name in values:
            rows = tuple(tuple(row) for row in values[name])
            found |= each.facts(each.read(rows))
    return found


def _stated(read: Interpretation) -> list[Ratio | Growth]:
    measures = [each for node in read.nodes.values() for _, each in measured_by(node)]
    return [each for each in measures if isinstance(each, Ratio | Growth) and each.stated]


def _agree(
    measure: Ratio | Growth, values: dict[str, Any], declared: Declared, *, keep: bool
) -> None:
    """Let a stated share say what the counts say, or take it back."""
    name = measure.stated or ""
    facts = _facts(values, declared)
    without = {each: value for each, value in facts.items() if each != name}
    parts = [each for each, _ in measure.reads if each != name]
    if name not in values or not all(part in without for part in parts):
        return
    pair = measure.pair(without)
    counted = None if pair is None else Fraction(*pair)
    if keep and counted is not None and counted in declared.numbers[name].domain.span:
        values[name] = counted
    else:
        del values[name]


def normalised(read: Interpretation) -> list[str]:
    """The rows whose points depend on a cohort."""
    return [
        code
        for code, form in read.forms.items()
        if any(
            isinstance(piece.line, Interval) and piece.undefined is Undefined.NO_COHORT
            for leaf in leaves(form)
            if isinstance(leaf, Curve)
            for piece in leaf.pieces.pieces
        )
    ]


_COHORT_ENDS: Final = [Fraction(halves, 2) for halves in (0, 1, 2, 18, 60)]


def cohorts(read: Interpretation) -> st.SearchStrategy[Mapping[str, CohortBounds]]:
    """Bounds of a cohort for some of the rows that need them; now and then all units are alike."""
    ends = st.lists(st.sampled_from(_COHORT_ENDS), min_size=2, max_size=2)
    bounds = ends.map(sorted).map(lambda found: CohortBounds(*found))
    return st.fixed_dictionaries({}, optional=dict.fromkeys(normalised(read), bounds))


def choices(rubric: Rubric) -> st.SearchStrategy[Mapping[str, str]]:
    """Options for some of a rubric's readings; the others keep their defaults."""
    options = {each.id: [option.id for option in each.options] for each in rubric.readings}
    return st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(found) for name, found in options.items()}
    )
