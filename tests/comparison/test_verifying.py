"""A report before and after a verifier decided on it."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from comparison.sheets import NOTHING, RUBRIC, between, exactly
from rubrik import Adjudication, ReadingError, Rubric, Submission, SubmissionError
from rubrik.comparison import Verification, open_rows, verified, verify
from rubrik.submission import Adjudications
from scoring.rows import fixed, group, per_unit, rubric_of

REPORT = Submission(
    rubric="nho",
    unit="xã A",
    period="2023",
    inputs={"a": 3, "m": 8},
    claims={"1.1": 5, "1.2": 6, "2": 8},
    evidence={"1.1": "sổ"},
)


def decided(code: str, word: str, points: object = None, reason: str = "biên bản") -> Adjudication:
    """One decision."""
    return Adjudication(code=code, decision=word, points=points, reason=reason)


DECISIONS = (
    decided("1.1", "accept"),
    decided("1.2", "replace", 4),
    decided("2", "reject"),
)


def office(*decisions: Adjudication, **more: str) -> Adjudications:
    """What a verifying office has decided, on the report above unless told otherwise."""
    head = {"rubric": "nho", "unit": "xã A", "period": "2023", **more}
    return Adjudications(adjudications=decisions, **head)


class TestVerified:
    """The same report, with decisions on it."""

    @pytest.mark.parametrize("given", [DECISIONS, list(DECISIONS), office(*DECISIONS)])
    def test_has_the_decisions(self, given: Any) -> None:  # noqa: ANN401 - each in turn
        """Bare, or as the office's own."""
        assert DECISIONS == verified(REPORT, given).adjudications

    def test_is_otherwise_untouched(self) -> None:
        """Facts, claims and evidence are the unit's own, and the report itself stays as it is."""
        found = verified(REPORT, DECISIONS)

        assert REPORT == evolve(found, adjudications=())
        assert () == REPORT.adjudications

    def test_keeps_earlier_decisions_on_other_rows(self) -> None:
        """Those that stand in the report go on standing, in front."""
        report = evolve(REPORT, adjudications=(decided("2", "annul"), decided("1.1", "reject")))
        found = verified(report, DECISIONS[:1])

        assert (decided("2", "annul"), DECISIONS[0]) == found.adjudications

    def test_takes_the_later_decision_on_a_row(self) -> None:
        """An office may come to another view once it has heard the unit."""
        first = verified(REPORT, [decided("1.1", "reject")])

        assert (decided("1.1", "accept"),) == verified(
            first, [decided("1.1", "accept")]
        ).adjudications

    def test_of_nothing_is_the_report(self) -> None:
        """No decisions change nothing."""
        assert REPORT == verified(REPORT, ())

    def test_is_refused_for_another_report(self) -> None:
        """Rubric, unit, period and pinned content: all that does not match is named at once."""
        report = evolve(REPORT, rubric_hash="sha256:01")
        other = office(rubric="lon", unit="xã B", period="2024", rubric_hash="sha256:02")
        with pytest.raises(SubmissionError) as caught:
            verified(report, other)
        assert [
            "4 problems:",
            "- rubric: the adjudications are for 'lon', the report names 'nho'",
            "- unit: the adjudications are for 'xã B', the report names 'xã A'",
            "- period: the adjudications are for '2024', the report names '2023'",
            "- rubric_hash: the adjudications are for 'sha256:02', the report names 'sha256:01'",
        ] == caught.value.text("en").splitlines()
        assert (
            "- unit: quyết định thẩm định dành cho 'xã B', phiếu báo cáo ghi 'xã A'"
            == (caught.value.text("vi").splitlines()[2])
        )

    @pytest.mark.parametrize(
        ("pinned", "stated"), [("", "sha256:02"), ("sha256:02", ""), ("sha256:02", "sha256:02")]
    )
    def test_needs_no_pinned_content_on_both_sides(self, pinned: str, stated: str) -> None:
        """Where only one of them pins the rubric there is nothing to contradict it."""
        report = evolve(REPORT, rubric_hash=pinned)

        assert report == verified(report, office(rubric_hash=stated))

    def test_is_refused_where_a_row_is_decided_on_twice(self) -> None:
        """In one set of decisions there is no earlier and no later."""
        report = evolve(REPORT, adjudications=(DECISIONS[2], DECISIONS[2]))
        with pytest.raises(SubmissionError) as caught:
            verified(report, [DECISIONS[0], decided("1.1", "reject")])
        assert [
            "2 problems:",
            "- adjudication › 2: stands twice",
            "- adjudication › 1.1: stands twice",
        ] == caught.value.text("en").splitlines()


class TestVerify:
    """Claimed, computed and verified in one value."""

    FOUND = verify(RUBRIC, REPORT, DECISIONS)

    def test_has_both_sheets(self) -> None:
        """Computed without any decision, verified with all."""
        computed, after = self.FOUND.computed, self.FOUND.verified

        assert (between(11, 21), exactly(9)) == (computed.within, after.within)
        assert {} == computed.adjudications
        assert {"1.1", "1.2", "2"} == after.adjudications.keys()

    def test_has_the_totals(self) -> None:
        """The claim, and how far it is from what was verified; what the decisions moved."""
        assert Fraction(19) == self.FOUND.claimed
        assert exactly(-10) == self.FOUND.against_claim
        assert between(-12, -2) == self.FOUND.against_computed

    def test_has_every_row(self) -> None:
        """Claim, computed and verified points, the decision, and both differences."""
        found: list[Any] = [
            (
                row.code,
                row.claimed,
                row.computed.within,
                row.verified.within,
                row.against_claim,
                row.against_computed,
                row.adjudication,
            )
            for row in self.FOUND.rows
        ]

        assert [
            ("1", 11, between(3, 13), exactly(9), exactly(-2), between(-4, 6), None),
            ("1.1", 5, exactly(3), exactly(5), NOTHING, exactly(2), DECISIONS[0]),
            ("1.2", 6, between(0, 10), exactly(4), exactly(-2), between(-6, 4), DECISIONS[1]),
            ("2", 8, exactly(8), NOTHING, exactly(-8), exactly(-8), DECISIONS[2]),
        ] == found

    def test_says_what_it_is(self) -> None:
        """Its name, and those of its rows, say from what to what."""
        assert "<Verification of 'xã A': [11, 21] → [9, 9]>" == repr(self.FOUND)
        assert "<VerifiedRow '1.2': [0, 10] → [4, 4]>" == repr(self.FOUND.rows[2])

    def test_has_changed_rows_first(self) -> None:
        """Rows without a decision that nothing below has changed stand behind."""
        found = verify(RUBRIC, REPORT, [decided("2", "accept")])

        assert ["2", "1", "1.1", "1.2"] == [row.code for row in found.rows]
        assert ["2"] == [row.code for row in found.changed]

    def test_counts_decisions_of_the_report_itself(self) -> None:
        """A report may come with decisions; computed is without them."""
        found = verify(RUBRIC, evolve(REPORT, adjudications=DECISIONS))

        assert (between(11, 21), exactly(9)) == (found.computed.within, found.verified.within)

    def test_names_decisions_that_were_superseded(self) -> None:
        """An earlier decision is not lost, unless the later one only says it again."""
        report = evolve(REPORT, adjudications=(decided("1.1", "reject"), DECISIONS[1]))
        found = verify(RUBRIC, report, DECISIONS)

        assert (decided("1.1", "reject"),) == found.superseded
        assert {"1.1": decided("1.1", "reject")} == {
            row.code: row.superseded for row in found.rows if row.superseded
        }
        assert DECISIONS == tuple(row.adjudication for row in found.rows if row.adjudication)

    def test_reads_as_the_caller_says(self) -> None:
        """Policy and readings are those of `score`."""
        found = verify(RUBRIC, REPORT, DECISIONS[2:], missing="zero")

        assert (exactly(11), exactly(3)) == (found.computed.within, found.verified.within)
        with pytest.raises(ReadingError):
            verify(RUBRIC, REPORT, readings={"khac": "in"})


class TestWithoutAPart:
    """What is not there has no difference."""

    def test_no_claim(self) -> None:
        """Nothing was claimed, so there is nothing to be against."""
        found = verify(RUBRIC, evolve(REPORT, claims={}), DECISIONS[1:])

        assert found.claimed is None
        assert found.against_claim is None
        assert {None} == {row.against_claim for row in found.rows}

    def test_a_row_that_is_taken_out(self) -> None:
        """It has no points to hold against its claim, and adds so much less."""
        found = verify(RUBRIC, REPORT, [decided("2", "not_applicable")])
        row = found.changed[0]

        assert ("2", None, exactly(-8)) == (row.code, row.against_claim, row.against_computed)
        assert exactly(-8) == found.against_computed

    def test_everything_taken_out(self) -> None:
        """Where nothing applies there is no verified total."""
        rubric = rubric_of(fixed("1", 4))
        report = evolve(REPORT, inputs={}, claims={"1": 4}, evidence={})
        found = verify(rubric, report, [decided("1", "not_applicable")])

        assert found.against_claim is None
        assert exactly(-4) == found.against_computed


class TestRefused:
    """The whole is refused, with everything that is wrong."""

    def test_with_all_problems(self) -> None:
        """Of the decisions, of the report, and of what they make together."""
        report = evolve(REPORT, inputs={"khong_co": 1}, adjudications=(decided("9", "reject"),))
        decisions = office(
            decided("1.1", "replace", 99),
            decided("1", "accept"),
            decided("1", "reject"),
            unit="xã B",
        )
        with pytest.raises(SubmissionError) as caught:
            verify(RUBRIC, report, decisions)
        assert [
            "6 problems:",
            "- unit: the adjudications are for 'xã B', the report names 'xã A'",
            "- adjudication › 1: stands twice",
            "- inputs › khong_co: there is no input khong_co",
            "- adjudication › 9: there is no criterion 9",
            "- adjudication › 1.1: 99 points will not do: this criterion has 0 to 10 points",
            "- adjudication › 1: this group counts by its rows: decide on those",
        ] == caught.value.text("en").splitlines()

    def test_of_another_report_alone(self) -> None:
        """What could be scored is refused all the same if the decisions are for another unit."""
        with pytest.raises(SubmissionError) as caught:
            verify(RUBRIC, REPORT, office(*DECISIONS, unit="xã B"))
        assert (
            "unit: the adjudications are for 'xã B', the report names 'xã A'"
        ) == caught.value.text("en")

    def test_by_another_content_of_the_rubric(self) -> None:
        """Decisions that pin a rubric which has changed since would decide on other rows."""
        with pytest.raises(SubmissionError) as caught:
            verify(RUBRIC, REPORT, office(*DECISIONS, rubric_hash="sha256:00"))
        assert (
            "rubric_hash: the adjudications are by the rubric 'sha256:00', "
            f"now it is '{RUBRIC.content_hash}'"
        ) == caught.value.text("en")
        assert (
            "rubric_hash: quyết định thẩm định theo bộ tiêu chí 'sha256:00', "
            f"nay là '{RUBRIC.content_hash}'"
        ) == caught.value.text("vi")

    def test_not_where_the_report_pins_the_same(self) -> None:
        """Then the sheets warn of the rubric that has changed, as those of the report alone do."""
        report = evolve(REPORT, rubric_hash="sha256:00")
        found = verify(RUBRIC, report, office(*DECISIONS, rubric_hash="sha256:00"))

        assert found.computed.warnings == found.verified.warnings
        assert 1 == len(found.verified.warnings)

    def test_not_by_the_content_that_is_used(self) -> None:
        """Who pins what is used has pinned it."""
        found = verify(RUBRIC, REPORT, office(*DECISIONS, rubric_hash=RUBRIC.content_hash))

        assert exactly(9) == found.verified.within


class TestOpen:
    """What remains to be settled."""

    @staticmethod
    def codes(found: Verification) -> list[str]:
        """The rows that are still open."""
        return [line.code for line in found.open]

    def test_is_what_nobody_has_reported_or_decided(self) -> None:
        """A row with a number of its own is settled, and so is one that is out."""
        assert ["1.2"] == self.codes(verify(RUBRIC, REPORT))
        assert [] == self.codes(verify(RUBRIC, REPORT, DECISIONS))
        assert [] == self.codes(verify(RUBRIC, REPORT, [decided("1.2", "not_applicable")]))

    def test_is_what_is_missing_even_where_it_counts_nothing(self) -> None:
        """A policy closes no question."""
        assert ["1.2"] == self.codes(verify(RUBRIC, REPORT, missing="zero"))

    def test_is_what_was_rejected_and_left_open(self) -> None:
        """A rubric may leave a rejected row open until it is settled."""
        rubric = rubric_of(*RUBRIC.nodes, rejected="range")
        report = evolve(REPORT, inputs={"a": 1, "b": 1, "m": 1})

        assert ["2"] == self.codes(verify(rubric, report, [decided("2", "reject")]))

    def test_counts_no_row_that_does_not_count(self) -> None:
        """Rows below a group with a rule of its own are shown, and wait for nobody."""
        rubric = _shown_only()
        report = evolve(REPORT, inputs={}, claims={}, evidence={})

        assert () == open_rows(verify(rubric, report).verified)


def _shown_only() -> Rubric:
    """A group worth 2 whatever its row says."""
    return rubric_of(group("1", 5, counts="rule", score=fixed("x", 2).score), per_unit("1.1", "a"))
