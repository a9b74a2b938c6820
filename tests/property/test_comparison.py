"""Laws of two sheets side by side, and of a report before and after it was verified."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import assume, given, reject
from hypothesis import strategies as st

import rubrik
from generated import rubrics as generated
from rubrik import Adjudication, Interval, Rubric, Scoresheet, Status, Submission
from rubrik.comparison import Comparison, compare, open_rows, verify
from rubrik.intervals import add
from rubrik.rubric import Group
from strategies import Report, reports
from trees import any_group, optional, rows, rubrics, sheets

RUBRICS = generated()
TREES = rubrics(any_group, rows)
NOTHING = Interval.point(Fraction(0))

Decisions = tuple[Adjudication, ...]


@st.composite
def decisions(draw: st.DrawFn, rubric: Rubric) -> Decisions:
    """A verifier's decisions on some rows, none of which needs a claim."""
    read = rubric.under()
    found: list[Adjudication] = []
    for code in read.nodes:
        node = read.nodes[code]
        word = draw(st.sampled_from([None, None, "reject", "annul", "not_applicable", "replace"]))
        if word is None or code not in read.ruled:
            continue
        points = (node.max or 0) if word == "replace" else None
        found.append(Adjudication(code=code, decision=word, points=points, reason="vì thế"))
    return tuple(found)


@st.composite
def tree_reports(draw: st.DrawFn, rubric: Rubric, unit: str = "xã") -> Submission:
    """A report under a tree in which some rows do not apply, and one fact is missing."""
    gone = [code for code in optional(rubric) if draw(st.booleans())]
    return Submission(
        rubric=rubric.slug,
        unit=unit,
        period="2023",
        not_applicable=gone,
        adjudications=draw(decisions(rubric) | st.just(())),
    )


def outside(comparison: Comparison, first: Scoresheet, second: Scoresheet) -> list[object]:
    """Where the points of two sheets differ by what a comparison does not hold."""
    found: list[object] = []
    for row in comparison.rows:
        moved = second.within_of(row.code), first.within_of(row.code)
        if row.difference_within is not None and all(each.is_point for each in moved):
            real = (moved[0].low or Fraction(0)) - (moved[1].low or Fraction(0))
            found += [] if real in row.difference_within else [(row, real, row.difference_within)]
    return found


class TestItself:
    """A sheet beside itself."""

    @given(sheet=sheets())
    def test_has_no_changed_row(self, sheet: Scoresheet) -> None:
        """Nothing is otherwise, whatever is open."""
        found = compare(sheet, sheet)

        assert () == found.changed
        assert {NOTHING, None} >= {row.difference_within for row in found.rows}
        assert NOTHING == (found.difference_within or NOTHING)
        assert ((), ()) == (found.readings, found.notes)

    @given(rubric=RUBRICS, data=st.data())
    def test_scored_again_has_none_either(self, rubric: Rubric, data: st.DataObject) -> None:
        """Two sheets of one report are the same sheet."""
        report = Submission(rubric=rubric.slug, inputs=data.draw(reports(rubric.under())))
        found = compare(rubrik.score(rubric, report), rubrik.score(rubric, report))

        assert () == found.changed


class TestDifferences:
    """How much more a row adds in the second sheet."""

    @given(rubric=TREES, data=st.data())
    def test_of_one_report_hold_whatever_the_missing_fact_is(
        self, rubric: Rubric, data: st.DataObject
    ) -> None:
        """One fact is missing in both sheets: whatever it is, it is the same in both."""
        pair = [data.draw(tree_reports(rubric)) for _ in range(2)]
        first, second = (rubrik.score(rubric, each) for each in pair)
        found = compare(first, second)

        for value in (0, 1, 3, 40):
            ends = [rubrik.score(rubric, evolve(each, inputs={"a": value})) for each in pair]

            assert [] == outside(found, *ends)

    @given(rubric=TREES, data=st.data())
    def test_of_two_units_hold_whatever_both_facts_are(
        self, rubric: Rubric, data: st.DataObject
    ) -> None:
        """What is missing in two reports are two facts."""
        pair = [data.draw(tree_reports(rubric, unit)) for unit in ("xã A", "xã B")]
        first, second = (rubrik.score(rubric, each) for each in pair)
        found = compare(first, second)

        for one, other in ((0, 0), (0, 40), (40, 0), (3, 1)):
            ends = [
                rubrik.score(rubric, evolve(each, inputs={"a": value}))
                for each, value in zip(pair, (one, other), strict=True)
            ]

            assert [] == outside(found, *ends)

    @given(rubric=RUBRICS, data=st.data())
    def test_hold_under_two_readings(self, rubric: Rubric, data: st.DataObject) -> None:
        """Under two readings as well, for rules of every kind."""
        chosen = {"cach-hieu": "khac"} if rubric.readings else {}
        full = data.draw(reports(rubric.under(chosen)))
        some = {name: value for name, value in full.items() if data.draw(st.booleans())}
        found, ends = (
            [_read(rubric, inputs, readings) for readings in ({}, chosen)]
            for inputs in (some, full)
        )
        # Where a share and its counts contradict each other, more facts can unmake known points.
        assume(not any(line.notes for sheet in ends for line in sheet.lines))

        assert [] == outside(compare(*found), *ends)

    @given(rubric=TREES, data=st.data())
    def test_turned_round_are_the_same_with_the_other_sign(
        self, rubric: Rubric, data: st.DataObject
    ) -> None:
        """What the second sheet has more, the first has less."""
        pair = [rubrik.score(rubric, data.draw(tree_reports(rubric))) for _ in range(2)]
        there, back = compare(*pair), compare(*reversed(pair))

        assert {row.code: _turned(row.difference_within) for row in there.rows} == {
            row.code: row.difference_within for row in back.rows
        }
        assert {row.code: row.aspects for row in there.rows} == {
            row.code: row.aspects for row in back.rows
        }

    @given(rubric=TREES, data=st.data())
    def test_add_up_where_nothing_is_cut_or_stretched(
        self, rubric: Rubric, data: st.DataObject
    ) -> None:
        """The difference of the totals is the sum of those of the rows that count."""
        plain = evolve(rubric, nodes=tuple(map(_plain, rubric.nodes)))
        pair = [rubrik.score(plain, data.draw(tree_reports(plain))) for _ in range(2)]
        found = compare(*pair)
        read = pair[0].interpretation
        parts = [
            row.difference_within or NOTHING
            for row in found.rows
            if row.code in read.ruled and row.code in read.counted
        ]
        top = [found.row(node.code).difference_within or NOTHING for node in read.children[None]]

        assert (found.difference_within or NOTHING) == add(top)
        assert add(top) == add(parts)

    @given(rubric=TREES, data=st.data())
    def test_of_rows_that_did_not_change_are_nothing(
        self, rubric: Rubric, data: st.DataObject
    ) -> None:
        """What is not among the changed rows has moved nothing, unless it is open in both."""
        pair = [rubrik.score(rubric, data.draw(tree_reports(rubric))) for _ in range(2)]
        found = compare(*pair)
        settled = [row for row in found.unchanged if not row.may_differ]

        assert {NOTHING, None} >= {row.difference_within for row in settled}
        assert [*found.changed, *found.unchanged] == [*found.rows]
        assert [] == [
            row.code
            for row in found.unchanged
            if row.may_differ and pair[0].within_of(row.code).is_point
        ]


def _read(rubric: Rubric, inputs: Report, readings: Mapping[str, str]) -> Scoresheet:
    """The sheet of a report that a reading accepts."""
    report = Submission(rubric=rubric.slug, unit="xã", period="2023", inputs=inputs)
    try:
        return rubrik.score(rubric, report, readings=readings)
    except rubrik.SubmissionError:
        reject()


def _turned(within: Interval | None) -> Interval | None:
    return None if within is None else within.image(Fraction(-1), Fraction(0))


def _plain(node: Any) -> Any:  # noqa: ANN401 - a row of any kind
    """A row whose group neither cuts nor stretches it."""
    if not isinstance(node, Group):
        return node
    return evolve(node, capped=False, rescaled=False, nothing_applicable="zero")


class TestVerification:
    """A report before and after a verifier decided."""

    @given(rubric=TREES, data=st.data())
    def test_without_decisions_changes_nothing(self, rubric: Rubric, data: st.DataObject) -> None:
        """Nobody decided anything: verified is what was computed."""
        report = evolve(data.draw(tree_reports(rubric)), adjudications=())
        found = verify(rubric, report)

        assert () == found.changed
        assert found.computed.within == found.verified.within
        assert report == found.submission

    @given(rubric=RUBRICS, data=st.data())
    def test_leaves_what_was_reported_untouched(self, rubric: Rubric, data: st.DataObject) -> None:
        """Whatever is decided, the unit's own words and figures are as they were."""
        inputs = data.draw(reports(rubric.under()))
        report = Submission(rubric=rubric.slug, inputs=inputs, claims={"1.1": 1})
        decided = data.draw(decisions(rubric))
        found = verify(rubric, report, decided)

        assert decided == found.submission.adjudications
        assert report == evolve(found.submission, adjudications=())
        assert report == found.computed.submission

    @given(rubric=RUBRICS, data=st.data())
    def test_that_accepts_every_claim_gives_the_claimed_total(
        self, rubric: Rubric, data: st.DataObject
    ) -> None:
        """Claims that the rubric can give, all accepted, are the verified points."""
        uncut = evolve(
            rubric,
            nodes=tuple(
                evolve(node, capped=False) if isinstance(node, Group) else node
                for node in rubric.nodes
            ),
        )
        claims = {code: data.draw(_possible(uncut, code)) for code in ("1.1", "1.2")}
        report = Submission(
            rubric=rubric.slug, inputs=data.draw(reports(uncut.under())), claims=claims
        )
        accepted = [Adjudication(code=code, decision="accept", reason="đúng") for code in claims]
        found = verify(uncut, report, accepted)

        assert found.claimed == found.verified.points
        assert NOTHING == found.against_claim
        assert () == found.open
        assert {NOTHING} == {row.against_claim for row in found.rows}

    @given(rubric=TREES, data=st.data())
    def test_in_two_steps_is_the_same_as_in_one(self, rubric: Rubric, data: st.DataObject) -> None:
        """Decisions in the report and decisions beside it count alike, and the later ones win."""
        report = data.draw(tree_reports(rubric))
        later = data.draw(decisions(rubric))
        at_once = verify(rubric, evolve(report, adjudications=()), _merged(report, later))
        by_steps = verify(rubric, report, later)

        assert at_once.verified.outcomes == by_steps.verified.outcomes
        assert at_once.computed.outcomes == by_steps.computed.outcomes
        assert [] == [
            each for each in by_steps.superseded if each in by_steps.submission.adjudications
        ]

    @given(sheet=sheets())
    def test_leaves_open_what_has_no_single_number(self, sheet: Scoresheet) -> None:
        """A total is known where no row that counts is open, unless a cap knows it sooner."""
        found = open_rows(sheet)
        assume(not found)

        assert sheet.within.is_point
        assert Status.MISSING is not sheet.status_of(None)


def _possible(rubric: Rubric, code: str) -> st.SearchStrategy[Fraction]:
    """Points that a verifier may give a row: none, its maximum, or an end of what its rule can."""
    read = rubric.under()
    within, most = read.bounds(code).within or NOTHING, read.nodes[code].max
    ends = [each for each in (within.low, within.high) if each is not None and each in within]
    return st.sampled_from([Fraction(0), most or Fraction(0), *ends])


def _merged(report: Submission, later: Decisions) -> Decisions:
    codes = {each.code for each in later}
    return (*(each for each in report.adjudications if each.code not in codes), *later)
