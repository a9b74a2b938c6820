"""Laws of every criterion of every rubric that ships, for any report that it accepts."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import pytest
from attrs import evolve, field, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rubrik
from rubrik import (
    CohortBounds,
    Criterion,
    Group,
    Interval,
    Line,
    Policy,
    Rubric,
    Scoresheet,
    Status,
    Submission,
    Verdict,
)
from rubrik.intervals import add
from rubrik.measures import Ratio
from rubrik.rubric import Interpretation
from rubrik.scorers import Curve
from strategies import Report, choices, cohorts, reports

SHIPPED = pytest.mark.parametrize("slug", rubrik.slugs())

# A report of a large rubric has hundreds of values: drawing them may take its time, a tenth as many
# reports are drawn, and each of them tries hundreds of rows.
whole_reports = settings(
    max_examples=max(1, settings().max_examples // 10),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@frozen(kw_only=True)
class Case:
    """A report, the rubric and the readings it is scored by, and the cohort it is compared with."""

    rubric: Rubric
    report: Report
    readings: Mapping[str, str]
    cohort: Mapping[str, CohortBounds]
    claims: Mapping[str, Fraction] = field(factory=dict)

    @property
    def sheet(self) -> Scoresheet:
        """What comes out, what is missing kept open whatever the rubric does with it."""
        submission = Submission(rubric=self.rubric.slug, inputs=self.report, claims=self.claims)
        return rubrik.score(
            self.rubric,
            submission,
            readings=self.readings,
            cohort=self.cohort,
            missing=Policy.RANGE,
        )


def case(data: st.DataObject, slug: str) -> Case:
    """A case under some readings of a rubric."""
    rubric = rubrik.load(slug)
    readings = data.draw(choices(rubric), label="readings")
    read = rubric.under(readings)
    report = data.draw(reports(read), label="report")
    cohort = data.draw(cohorts(read), label="cohort")
    return Case(rubric=rubric, report=report, readings=readings, cohort=cohort)


def criteria(sheet: Scoresheet) -> Iterator[Line]:
    """The lines of criteria."""
    return (line for line in sheet.lines if isinstance(line.node, Criterion))


@SHIPPED
@whole_reports
@given(data=st.data())
def test_points_stay_within_the_stated_bounds(slug: str, data: st.DataObject) -> None:
    """What a row can come to is said before any data, and no report ever leaves it."""
    sheet = case(data, slug).sheet

    for line in sheet.lines:
        bounds = sheet.interpretation.bounds(line.code).within
        assert bounds is None or bounds.holds(line.within), line.code


@SHIPPED
@whole_reports
@given(data=st.data())
def test_a_capped_row_never_exceeds_its_maximum(slug: str, data: st.DataObject) -> None:
    """Whatever is reported, and whatever is left open, a capped row stays at its maximum."""
    for line in case(data, slug).sheet.lines:
        if line.node.capped and line.node.max is not None:
            assert line.within.is_at_most(line.node.max), line.code


@SHIPPED
@whole_reports
@given(data=st.data())
def test_sums_add(slug: str, data: st.DataObject) -> None:
    """A group is the sum of its parts, and the total that of the groups at the top."""
    sheet = case(data, slug).sheet

    for line in sheet.lines:
        node = line.node
        is_sum = isinstance(node, Group) and node.counts == "parts" and not node.rescaled
        if is_sum and not node.capped:
            assert _sum_below(sheet, line.code) == line.within, line.code
    assert _sum_below(sheet, None) == sheet.within


def _sum_below(sheet: Scoresheet, code: str | None) -> Interval:
    parts = sheet.interpretation.children.get(code, ())
    return add([sheet.line(part.code).within for part in parts])


@SHIPPED
@whole_reports
@given(data=st.data())
def test_a_cap_never_raises(slug: str, data: st.DataObject) -> None:
    """Without its caps a rubric gives every row at least as many points."""
    found = case(data, slug)
    uncapped = tuple(evolve(node, capped=False) for node in found.rubric.nodes)
    free = evolve(found, rubric=evolve(found.rubric, nodes=uncapped)).sheet

    for line in found.sheet.lines:
        assert _not_above(line.within, free.line(line.code).within), line.code


def _not_above(first: Interval, second: Interval) -> bool:
    """Whether neither end of ``first`` lies above that of ``second``; no end is the farthest."""
    low = first.low is None or (second.low is not None and first.low <= second.low)
    high = second.high is None or (first.high is not None and first.high <= second.high)
    return low and high


@SHIPPED
@whole_reports
@given(data=st.data())
def test_a_larger_part_never_lowers_a_rising_rule(slug: str, data: st.DataObject) -> None:
    """Where points rise with a ratio, one more of its part never takes points away."""
    found = case(data, slug)
    sheet = found.sheet

    for line in criteria(sheet):
        more = _one_more(sheet.interpretation, line.code, found.report)
        if line.points is not None and more is not None:
            raised = evolve(found, report=more).sheet.line(line.code).points
            assert raised is not None, line.code
            assert line.points <= raised, line.code


def _one_more(read: Interpretation, code: str, report: Report) -> Report | None:
    """The report with one more of a part that a rising rule reads, if there is room for it."""
    form = read.forms[code]
    if not (isinstance(form, Curve) and isinstance(form.measure, Ratio)):
        return None
    names = (*form.measure.ratio.names, *form.measure.of.names)
    part = names[0]
    is_counted = part not in form.measure.of.names and all(name in report for name in names)
    if form.pieces.trend != "rising" or not is_counted:
        return None
    more = {**report, part: report[part] + 1}
    overruns = any(each.exceeds(more) for each in read.ratios)
    broken = any(each.is_broken(more) for each in read.constraints)
    return None if overruns or broken else more


@SHIPPED
@whole_reports
@given(data=st.data())
def test_an_open_sheet_holds_every_completion_of_it(slug: str, data: st.DataObject) -> None:
    """Whatever the missing inputs and cohorts turn out to be, all ends in its interval."""
    found = case(data, slug)
    kept = data.draw(
        st.sets(st.sampled_from(sorted(found.report))) if found.report else st.just(())
    )
    bounded = data.draw(st.sampled_from([found.cohort, {}]))
    some = {name: found.report[name] for name in kept}
    partial, complete = evolve(found, report=some, cohort=bounded).sheet, found.sheet

    for line in complete.lines:
        assert partial.line(line.code).within.holds(line.within), line.code
    assert partial.within.holds(complete.within)


@SHIPPED
@whole_reports
@given(data=st.data())
def test_verdicts_agree_with_intervals(slug: str, data: st.DataObject) -> None:
    """A claim above all that is possible, below it, equal to it, or undecided.

    Where there are no points there is nothing to judge.
    """
    codes = [node.code for node in rubrik.load(slug).nodes if isinstance(node, Criterion)]
    claims = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(codes, _CLAIMS)))
    sheet = evolve(case(data, slug), claims=claims).sheet

    for line in criteria(sheet):
        claim = claims.get(line.code) if line.bears_points else None
        assert _verdict(claim, line.within) is line.verdict, line.code


_CLAIMS = st.sampled_from([Fraction(halves, 2) for halves in range(-2, 42)])


def _verdict(claim: Fraction | None, within: Interval) -> Verdict | None:
    if claim is None:
        return None
    if claim in within:
        return Verdict.CONSISTENT if within.low == within.high else Verdict.NOT_VERIFIABLE
    is_over = within.high is not None and claim >= within.high
    return Verdict.OVER_CLAIMED if is_over else Verdict.UNDER_CLAIMED


@SHIPPED
@whole_reports
@given(data=st.data())
def test_a_row_is_scored_or_says_what_is_absent(slug: str, data: st.DataObject) -> None:
    """Scored means one number and nothing absent; anything else says what is absent, and why.

    The rows of a checklist have no number either way.
    """
    for line in criteria(case(data, slug).sheet):
        is_scored = line.status is Status.SCORED
        assert (is_scored and line.bears_points) == (line.points is not None), line.code
        assert is_scored == (not line.absent), line.code


@SHIPPED
@whole_reports
@given(data=st.data())
def test_nothing_missing_counts_nothing_more(slug: str, data: st.DataObject) -> None:
    """With missing inputs counted as nothing, a missing row has no points and the rest is as is."""
    found = case(data, slug)
    submission = Submission(rubric=slug, inputs=found.report)
    zero = rubrik.score(
        found.rubric, submission, readings=found.readings, cohort=found.cohort, missing="zero"
    )

    for line in criteria(found.sheet):
        nothing = Interval(Fraction(0), Fraction(0))
        expected = nothing if line.status is Status.MISSING else line.within
        assert expected == zero.line(line.code).within, line.code
