"""Laws of made-up rubrics as wholes: groups, readings, adjudications."""

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import rubrik
from generated import rubrics
from rubrik import Adjudication, Interval, Rubric, Scoresheet, Status, Submission
from rubrik.intervals import add
from strategies import Report, reports

RUBRICS = rubrics()


def sheet_of(rubric: Rubric, report: Report, *decisions: Adjudication) -> Scoresheet:
    """The sheet of a report, with a verifier's decisions."""
    submission = Submission(rubric=rubric.slug, inputs=report, adjudications=decisions)
    return rubrik.score(rubric, submission)


@given(rubric=RUBRICS, data=st.data())
def test_a_group_is_the_sum_of_its_parts_cut_at_its_cap(
    rubric: Rubric, data: st.DataObject
) -> None:
    """Parts add up, an open one as an interval; only a capped group is cut at its maximum."""
    sheet = sheet_of(rubric, data.draw(reports(rubric.under())))
    group = sheet.line("1")
    parts = add([sheet.line("1.1").within, sheet.line("1.2").within])
    limit = group.node.max if group.node.capped else None

    assert parts.clamped(None, limit) == group.within
    assert group.within == sheet.within


@given(rubric=RUBRICS.filter(lambda each: bool(each.readings)), data=st.data())
def test_an_option_is_as_if_it_were_printed(rubric: Rubric, data: st.DataObject) -> None:
    """Scoring under an option gives what the rubric gives with the option written into the row."""
    choice = {"cach-hieu": "khac"}
    report = data.draw(reports(rubric.under(choice)))
    submission = Submission(rubric=rubric.slug, inputs=report)
    (replacement,) = rubric.readings[0].option("khac").replaces
    printed = evolve(
        rubric,
        nodes=tuple(
            evolve(node, score=replacement.value) if node.code == "1.1" else node
            for node in rubric.nodes
        ),
    )

    assert _points(rubrik.score(printed, submission)) == _points(
        rubrik.score(rubric, submission, readings=choice)
    )


def _points(sheet: Scoresheet) -> list[tuple[Status, Interval]]:
    return [(line.status, line.within) for line in sheet.lines]


@given(rubric=RUBRICS, data=st.data())
def test_a_replaced_row_has_the_points_of_the_verifier(rubric: Rubric, data: st.DataObject) -> None:
    """The verifier's points stand, whatever was reported; the other rows keep theirs."""
    read = rubric.under()
    report, other = data.draw(reports(read)), data.draw(reports(read))
    points = sheet_of(rubric, other).line("1.1").points or Fraction(0)
    decision = Adjudication(code="1.1", decision="replace", points=points, reason="Đếm lại")
    before, after = sheet_of(rubric, report), sheet_of(rubric, report, decision)

    assert (Status.SCORED, points) == (after.line("1.1").status, after.line("1.1").points)
    assert before.line("1.2").within == after.line("1.2").within


@given(rubric=RUBRICS, data=st.data())
def test_a_rejected_row_has_no_points_by_default(rubric: Rubric, data: st.DataObject) -> None:
    """What a verifier rejects counts nothing, and says so; the other rows keep theirs."""
    report = data.draw(reports(rubric.under()))
    decision = Adjudication(code="1.2", decision="reject", reason="Không có minh chứng")
    before, after = sheet_of(rubric, report), sheet_of(rubric, report, decision)

    assert (Status.REJECTED, Fraction(0)) == (after.line("1.2").status, after.line("1.2").points)
    assert before.line("1.1").within == after.line("1.1").within
