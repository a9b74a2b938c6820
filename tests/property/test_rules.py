"""Laws of rules of every kind, made up of every scorer there is."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import rubrik
from attaining import NEAR, leaves, reached
from generated import AMOUNTS, NUMBERS, POINTS, curves, rubric_of, rules
from rubrik import (
    Amount,
    Capped,
    Clamped,
    Interval,
    Line,
    MinMaxNormalized,
    Status,
    Submission,
)
from rubrik.intervals import hull
from rubrik.measures import Count, Facts, Number, Ratio, Share, Weighted
from rubrik.rubric import Interpretation
from rubrik.scorers import BestOf, Curve, Form, Rule, Setting, Sum, WorstOf, simplified
from strategies import Report, reports

RULES = rules()
CONSTRAINTS = st.sampled_from(
    [(), ("dem <= 5",), ("phan + nay <= toan",), ("2 * phan == toan",), ("tien >= dem - 3",)]
)


_TIED = (
    Count("dem"),
    Weighted({"dem": 1, "tien": "-1/2"}),
    Share("ty_le"),
    Ratio(ratio="phan", of="toan", stated="ty_le"),
)


def line_of(
    rule: Rule, report: Report, *, capped: bool = False, constraints: tuple[str, ...] = ()
) -> Line:
    """The line of a rule for one report."""
    rubric = rubric_of(rule, capped=capped, constraints=constraints)
    return rubrik.score(rubric, Submission(rubric=rubric.slug, inputs=report)).line("1")


def reported(data: st.DataObject, rule: Rule) -> Report:
    """A report that a rule can be asked about."""
    return data.draw(reports(rubric_of(rule).under()), label="report")


def is_within(first: Interval, second: Interval) -> bool:
    """Whether no value of ``first`` lies outside ``second``."""
    return second.holds(first)


@given(rule=RULES, capped=st.booleans(), constraints=CONSTRAINTS, data=st.data())
def test_points_stay_within_the_stated_bounds(
    rule: Rule, *, capped: bool, constraints: tuple[str, ...], data: st.DataObject
) -> None:
    """What a rule can come to is said before any data, and no report ever leaves it.

    An open line stays there too, or comes down to nothing where a value may lie in a hole.
    """
    read = rubric_of(rule, capped=capped, constraints=constraints).under()
    bounds = read.bounds("1").within
    assume(not _has_nothing_but_holes(read))
    report = data.draw(reports(read))
    line = line_of(rule, report, capped=capped, constraints=constraints)
    widest = hull([_NOTHING] if bounds is None else [bounds, _NOTHING])

    assert line.points is None or (bounds is not None and line.points in bounds)
    assert bounds is None or is_within(line.within, widest)


def _has_nothing_but_holes(read: Interpretation) -> bool:
    """Whether some table has no band for any value: its points are then anything at all."""
    tables = (leaf for leaf in leaves(read.forms["1"]) if isinstance(leaf, Curve))
    return any(leaf.pieces.whole is None for leaf in tables)


_NOTHING = Interval(Fraction(0), Fraction(0))


@given(rule=RULES, data=st.data())
def test_a_capped_rule_never_exceeds_the_maximum(rule: Rule, data: st.DataObject) -> None:
    """A criterion of at most 10 points never has more, whatever its rule says."""
    assert line_of(rule, reported(data, rule), capped=True).within.is_at_most(Fraction(10))


@given(rule=rules(max_leaves=2), capped=st.booleans(), constraints=CONSTRAINTS)
def test_stated_bounds_are_attained_unless_labelled_outer(
    rule: Rule, *, capped: bool, constraints: tuple[str, ...]
) -> None:
    """For each end of exact bounds there is a report that reaches it, or comes as near as asked."""
    read = rubric_of(rule, capped=capped, constraints=constraints).under()
    bounds = read.bounds("1")
    assume(not bounds.outer and bounds.within is not None and not _has_constant_cohort(read))
    assert bounds.within is not None
    found = reached(read.forms["1"], read)

    assert found is not None
    assert _is_low(bounds.within, found[0])
    assert _is_high(bounds.within, found[1])


def _has_constant_cohort(read: Interpretation) -> bool:
    """Whether some rule is normalised between ends that are the same, which is undefined."""
    curves_in = (leaf for leaf in leaves(read.forms["1"]) if isinstance(leaf, Curve))
    pieces = (piece for leaf in curves_in for piece in leaf.pieces.pieces)
    return any(isinstance(piece.line, Interval) for piece in pieces)


def test_bounds_of_what_never_has_points_are_outer() -> None:
    """Between equal ends and undefined there, a rule says how far it could go, not that it does."""
    rule = MinMaxNormalized(constant="undefined", low=1, high=1, measure=Count("dem"))

    assert rubric_of(rule).under().bounds("1").outer


_FAR = 10**6 * NEAR


def _is_low(within: Interval, lowest: Fraction) -> bool:
    if within.low is None or within.low == lowest:
        return True
    return within.low_open and within.low < lowest < within.low + _FAR


def _is_high(within: Interval, highest: Fraction) -> bool:
    if within.high is None or within.high == highest:
        return True
    return within.high_open and within.high > highest > within.high - _FAR


@given(rule=RULES, constraints=CONSTRAINTS, data=st.data())
def test_an_open_line_holds_every_completion_of_it(
    rule: Rule, constraints: tuple[str, ...], data: st.DataObject
) -> None:
    """Whatever the missing inputs turn out to be, the points end in the interval."""
    report = data.draw(reports(rubric_of(rule, constraints=constraints).under()))
    kept = data.draw(st.sets(st.sampled_from(sorted(report))) if report else st.just(set()))
    some = {name: report[name] for name in kept}
    partial = line_of(rule, some, constraints=constraints)
    complete = line_of(rule, report, constraints=constraints)

    assert is_within(complete.within, partial.within)


@given(
    first=st.one_of([curves(measure) for measure in _TIED]),
    second=st.one_of([curves(measure) for measure in _TIED]),
    operation=st.sampled_from([Sum, BestOf, WorstOf]),
)
def test_parts_that_share_inputs_attain_their_bounds_or_say_outer(
    first: Rule, second: Rule, operation: Callable[[Sequence[Rule]], Rule]
) -> None:
    """Two parts that read the same inputs are never taken for independent ones."""
    read = rubric_of(operation((first, second))).under()
    bounds = read.bounds("1")
    assume(not bounds.outer and bounds.within is not None and not _has_constant_cohort(read))
    assert bounds.within is not None
    found = reached(read.forms["1"], read)

    assert found is not None
    assert _is_low(bounds.within, found[0])
    assert _is_high(bounds.within, found[1])


@given(
    rule=st.one_of([curves(measure) for measure in (Count("phan"), Count("toan"), *_TIED)]),
    constraints=CONSTRAINTS.filter(bool),
    data=st.data(),
)
def test_constraints_narrow_to_what_is_possible(
    rule: Rule, constraints: tuple[str, ...], data: st.DataObject
) -> None:
    """What a constraint leaves to the one input that is missing holds all it can turn out to be."""
    report = data.draw(reports(rubric_of(rule, constraints=constraints).under()))
    assume(report)
    missing = data.draw(st.sampled_from(sorted(report)))
    some = {name: value for name, value in report.items() if name != missing}
    partial = line_of(rule, some, constraints=constraints)

    assert is_within(line_of(rule, report, constraints=constraints).within, partial.within)


@given(rule=RULES, data=st.data())
def test_a_line_is_scored_or_says_what_is_absent(rule: Rule, data: st.DataObject) -> None:
    """One number and nothing absent, or an interval and a reason."""
    line = line_of(rule, reported(data, rule))

    assert (line.status is Status.SCORED) == (line.points is not None)
    assert (line.status is Status.SCORED) == (not line.absent)


@given(rule=RULES, data=st.data())
def test_every_line_has_its_reason(rule: Rule, data: st.DataObject) -> None:
    """Whatever is reported, the reason reads in both languages."""
    reason = line_of(rule, reported(data, rule)).reason

    assert reason.text("vi")
    assert reason.text("en")


@given(rule=RULES, at=AMOUNTS, data=st.data())
def test_a_cap_never_raises(rule: Rule, at: Amount, data: st.DataObject) -> None:
    """What is cut at some points is the smaller of the two, known or not."""
    report = reported(data, rule)
    limit = at.at(Fraction(10))
    free, cut = line_of(rule, report).within, line_of(Capped(rule, at=at), report).within

    assert free.clamped(None, limit) == cut


@given(rule=RULES, low=POINTS, high=POINTS, data=st.data())
def test_limits_hold(rule: Rule, low: Fraction, high: Fraction, data: st.DataObject) -> None:
    """Between two limits the points are as they were, outside they are the limit."""
    assume(low <= high)
    report = reported(data, rule)
    free = line_of(rule, report).within

    assert free.clamped(low, high) == line_of(Clamped(rule, low=low, high=high), report).within


@given(first=RULES, second=RULES, data=st.data())
def test_sum_best_and_worst_are_those_of_the_parts(
    first: Rule, second: Rule, data: st.DataObject
) -> None:
    """Of two known parts the sum is their sum, the best the greater, the worst the smaller."""
    report = reported(data, Sum((first, second)))
    one, other = line_of(first, report).points, line_of(second, report).points
    assume(one is not None and other is not None)
    assert one is not None
    assert other is not None

    assert one + other == line_of(Sum((first, second)), report).points
    assert max(one, other) == line_of(BestOf((first, second)), report).points
    assert min(one, other) == line_of(WorstOf((first, second)), report).points


@given(rule=RULES, data=st.data())
def test_simplifying_never_changes_points_and_never_widens(rule: Rule, data: st.DataObject) -> None:
    """Merged into fewer leaves a rule gives the same points, and knows no less than before."""
    read = rubric_of(rule).under()
    setting = Setting(declared=read.declared, maximum=Fraction(10))
    form = Sum((rule,)).form(setting)
    report = data.draw(reports(read))
    facts = Facts(report, read.declared)

    assert _points(form, report) == _points(simplified(form), report)
    assert is_within(simplified(form).span(facts).within, form.span(facts).within)


def _points(form: Form, known: Mapping[str, Any]) -> Fraction | None:
    pair = form.pair(known)
    return None if pair is None else Fraction(*pair)


@given(measure=st.sampled_from(NUMBERS), data=st.data())
def test_the_trend_is_that_of_the_points(measure: Number, data: st.DataObject) -> None:
    """Where a rule is rising a larger value never has fewer points; falling, never more."""
    rule = data.draw(curves(measure))
    form = rubric_of(rule).under().forms["1"]
    assert isinstance(form, Curve)
    values = sorted(data.draw(st.lists(st.fractions(-2, 15, max_denominator=8), min_size=2)))
    inside = [each for each in values if form.pieces.domain.cut(Interval.point(each))]
    points = [found for each in inside if (found := form.pieces.points(each)) is not None]

    rising = points == sorted(points)
    falling = points == sorted(points, reverse=True)
    assert {
        "constant": rising and falling,
        "rising": rising,
        "falling": falling,
        "neither": True,
        "unknown": True,
    }[form.pieces.trend]


@given(measure=st.sampled_from(NUMBERS), data=st.data())
def test_a_jump_is_where_the_points_leap(measure: Number, data: st.DataObject) -> None:
    """Beside a jump the points are near those it names; elsewhere no piece ends with a leap."""
    rule = data.draw(curves(measure))
    form = rubric_of(rule).under().forms["1"]
    assert isinstance(form, Curve)

    for jump in form.pieces.jumps():
        assert jump.here == form.pieces.points(jump.at)
        for side, step in ((jump.below, -NEAR), (jump.above, NEAR)):
            beside = form.pieces.points(jump.at + step)
            assert side is None or beside is None or abs(side - beside) < _FAR


@given(rule=RULES, data=st.data())
def test_without_a_maximum_the_same_rule_gives_no_more_where_it_is_capped(
    rule: Rule, data: st.DataObject
) -> None:
    """The printed maximum only ever cuts: capped points are those of the rule, or 10."""
    report = reported(data, rule)
    free, cut = line_of(rule, report).within, line_of(rule, report, capped=True).within

    assert free.clamped(None, Fraction(10)) == cut


@given(rule=RULES, data=st.data())
def test_scoring_twice_gives_the_same(rule: Rule, data: st.DataObject) -> None:
    """Nothing that was scored before changes what comes out."""
    report = reported(data, rule)
    rubric = rubric_of(rule)
    submission = Submission(rubric=rubric.slug, inputs=report)
    first = rubrik.score(rubric, submission).line("1")
    second = rubrik.score(evolve(rubric), submission).line("1")

    assert (first.status, first.within) == (second.status, second.within)
