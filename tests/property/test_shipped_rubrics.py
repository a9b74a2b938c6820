"""Laws of every criterion of every rubric that ships, for any report that it accepts."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rubrik
from rubrik import Criterion, Group, Interval, Line, Rubric, Scoresheet, Submission, Verdict
from rubrik.absence import Status
from rubrik.intervals import add
from rubrik.measures import Ratio
from rubrik.rubric import Interpretation
from rubrik.scorers import Curve
from strategies import Report, choices, reports

SHIPPED = pytest.mark.parametrize("slug", rubrik.slugs())

# A report of a large rubric has hundreds of values; drawing them is allowed to take its time.
whole_reports = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def sheet_of(
    rubric: Rubric,
    report: Report,
    readings: Mapping[str, str],
    claims: Mapping[str, Fraction] | None = None,
) -> Scoresheet:
    """The sheet of what a unit reports, and perhaps claims."""
    submission = Submission(rubric=rubric.slug, inputs=report, claims=claims or {})
    return rubrik.score(rubric, submission, readings=readings)


def read_and_reported(
    data: st.DataObject, rubric: Rubric
) -> tuple[Mapping[str, str], Interpretation, Report]:
    """Some readings, the rubric as they have it, and a report that it accepts."""
    readings = data.draw(choices(rubric), label="readings")
    read = rubric.under(readings)
    return readings, read, data.draw(reports(read), label="report")


def criteria(sheet: Scoresheet) -> Iterator[tuple[Line, Criterion]]:
    """The lines of criteria."""
    return ((line, line.node) for line in sheet.lines if isinstance(line.node, Criterion))


@SHIPPED
@whole_reports
@given(data=st.data())
def test_points_stay_within_the_stated_bounds(slug: str, data: st.DataObject) -> None:
    """What a row can come to is said before any data, and no report ever leaves it."""
    rubric = rubrik.load(slug)
    readings, read, report = read_and_reported(data, rubric)

    for line in sheet_of(rubric, report, readings).lines:
        bounds = read.bounds(line.code).within
        assert bounds is None or bounds.holds(line.within), line.code


@SHIPPED
@whole_reports
@given(data=st.data())
def test_a_capped_row_never_exceeds_its_maximum(slug: str, data: st.DataObject) -> None:
    """Whatever is reported, and whatever is left open, a capped row stays at its maximum."""
    rubric = rubrik.load(slug)
    readings, _, report = read_and_reported(data, rubric)

    for line in sheet_of(rubric, report, readings).lines:
        if line.node.capped and line.node.max is not None:
            assert line.within.is_at_most(line.node.max), line.code


@SHIPPED
@whole_reports
@given(data=st.data())
def test_sums_add(slug: str, data: st.DataObject) -> None:
    """A group is the sum of its parts, and the total that of the groups at the top."""
    rubric = rubrik.load(slug)
    readings, _, report = read_and_reported(data, rubric)
    sheet = sheet_of(rubric, report, readings)

    for line in sheet.lines:
        node = line.node
        if (
            isinstance(node, Group)
            and node.counts == "parts"
            and not (node.capped or node.rescaled)
        ):
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
    rubric = rubrik.load(slug)
    readings, _, report = read_and_reported(data, rubric)
    uncapped = evolve(rubric, nodes=tuple(evolve(node, capped=False) for node in rubric.nodes))
    free = sheet_of(uncapped, report, readings)

    for line in sheet_of(rubric, report, readings).lines:
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
    rubric = rubrik.load(slug)
    readings, read, report = read_and_reported(data, rubric)
    sheet = sheet_of(rubric, report, readings)

    for line, _ in criteria(sheet):
        more = _one_more(read, line.code, report)
        if line.points is not None and more is not None:
            raised = sheet_of(rubric, more, readings).line(line.code).points
            assert raised is not None, line.code
            assert line.points <= raised, line.code


def _one_more(read: Interpretation, code: str, report: Report) -> Report | None:
    """The report with one more of a part that a rising rule reads, if there is room for it."""
    form = read.forms.get(code)
    if not (isinstance(form, Curve) and isinstance(form.measure, Ratio)):
        return None
    if form.pieces.trend != "rising":
        return None
    measure = form.measure
    part = measure.ratio.names[0]
    if any(name not in report for name in (*measure.ratio.names, *measure.of.names)):
        return None
    more = {**report, part: report[part] + 1}
    overruns = any(each.exceeds(more) for each in read.ratios)
    broken = any(each.is_broken(more) for each in read.constraints)
    return None if overruns or broken else more


@SHIPPED
@whole_reports
@given(data=st.data())
def test_an_open_sheet_holds_every_completion_of_it(slug: str, data: st.DataObject) -> None:
    """Whatever the missing inputs turn out to be, rows and total end in their intervals."""
    rubric = rubrik.load(slug)
    readings, _, report = read_and_reported(data, rubric)
    kept = data.draw(st.sets(st.sampled_from(sorted(report))) if report else st.just(set()))
    partial = sheet_of(rubric, {name: report[name] for name in kept}, readings)
    complete = sheet_of(rubric, report, readings)

    for line in complete.lines:
        assert partial.line(line.code).within.holds(line.within), line.code
    assert partial.within.holds(complete.within)


@SHIPPED
@whole_reports
@given(data=st.data())
def test_verdicts_agree_with_intervals(slug: str, data: st.DataObject) -> None:
    """A claim above all that is possible, below it, equal to it, or undecided."""
    rubric = rubrik.load(slug)
    readings, read, report = read_and_reported(data, rubric)
    codes = sorted(code for code, node in read.nodes.items() if isinstance(node, Criterion))
    claims = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(codes, _CLAIMS)))

    for line, _ in criteria(sheet_of(rubric, report, readings, claims=claims)):
        assert _verdict(claims.get(line.code), line.within) is line.verdict, line.code


_CLAIMS = st.sampled_from([Fraction(halves, 2) for halves in range(-2, 42)])


def _verdict(claim: Fraction | None, within: Interval) -> Verdict | None:
    if claim is None:
        return None
    if claim in within:
        return Verdict.CONSISTENT if within.low == within.high else Verdict.NOT_VERIFIABLE
    below = within.high is not None and claim >= within.high
    return Verdict.OVER_CLAIMED if below else Verdict.UNDER_CLAIMED


@SHIPPED
@whole_reports
@given(data=st.data())
def test_a_scored_row_has_points_and_an_open_one_an_interval(
    slug: str, data: st.DataObject
) -> None:
    """Scored means one number and nothing absent; anything else says what is absent."""
    rubric = rubrik.load(slug)
    readings, _, report = read_and_reported(data, rubric)

    for line, _ in criteria(sheet_of(rubric, report, readings)):
        is_scored = line.status is Status.SCORED
        assert is_scored == (line.points is not None), line.code
        assert is_scored == (not line.absent), line.code
