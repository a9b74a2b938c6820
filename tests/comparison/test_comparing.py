"""Two sheets side by side: rows, aspects, inputs, readings, ratings, notes."""

from fractions import Fraction
from importlib import import_module
from typing import Any

import pytest
from attrs import evolve

from comparison.sheets import FULL, RUBRIC, aspects, between, exactly, sheet
from rubrik import (
    Adjudication,
    Amount,
    CohortBounds,
    Criterion,
    MinMaxNormalized,
)
from rubrik.comparison import Aspect, Comparison, InputChange, ReadingChange, compare
from rubrik.measures import Count, Flag
from rubrik.rubric import Reading, ReadingOption, Replacement
from scoring.rows import fixed, group, rubric_of


@pytest.mark.parametrize("name", ["", ".comparing", ".differences", ".results", ".verifying"])
def test_dir_is_all(name: str) -> None:
    """The modules show their public names and no others."""
    module = import_module(f"rubrik.comparison{name}")

    assert sorted(module.__all__) == dir(module)


class TestRows:
    """Every row of either sheet, those that changed first."""

    def test_that_changed_stand_first(self) -> None:
        """Changed rows in printed order, then the others in printed order: size does not count."""
        found = compare(sheet(inputs=FULL), sheet(inputs={**FULL, "b": 9, "m": 3}))

        assert ["1", "1.2", "2", "1.1"] == [row.code for row in found.rows]
        assert ["1", "1.2", "2"] == [row.code for row in found.changed]
        assert ["1.1"] == [row.code for row in found.unchanged]
        assert [exactly(5), exactly(5), exactly("1/2")] == [
            row.difference_within for row in found.changed
        ]

    def test_hold_both_lines(self) -> None:
        """Points, claims, reasons: all that stands on either sheet."""
        found = compare(sheet(inputs=FULL), sheet(inputs={**FULL, "a": 5}, claims={"1.1": 6}))
        row = found.row("1.1")

        assert row.first is not None
        assert row.second is not None
        assert (exactly(3), exactly(5)) == (row.first.within, row.second.within)
        assert (None, Fraction(6)) == (row.first.claimed, row.second.claimed)
        assert "3 người → 3 points" == row.first.reason.text("en")
        assert "5 người → 5 points" == row.second.reason.text("en")
        assert (Fraction(2), "Hàng 1.1") == (row.difference, row.node.name)

    def test_say_what_they_are(self) -> None:
        """Their names in a list say what changed."""
        found = compare(sheet(inputs=FULL), sheet(inputs={**FULL, "a": 5}))

        assert "<ComparedRow '1.1': inputs, points>" == repr(found.row("1.1"))
        assert "<ComparedRow '2': unchanged>" == repr(found.row("2"))
        assert "<Comparison of 4 rows, 2 changed>" == repr(found)

    def test_are_found_by_code(self) -> None:
        """A code that neither sheet has is no row."""
        with pytest.raises(KeyError):
            compare(sheet(), sheet()).row("9")


class TestOpenRows:
    """Rows that are open in both sheets."""

    def test_of_one_report_are_the_same(self) -> None:
        """What is missing is missing in both."""
        found = compare(sheet(), sheet(claims={"2": 1}))

        assert [] == [row.code for row in found.rows if row.may_differ]

    def test_of_two_reports_may_differ(self) -> None:
        """Nothing is otherwise on paper, and nobody knows the points."""
        found = compare(sheet(inputs={"a": 3}), sheet(inputs={"a": 3}, period="2024"))

        assert () == found.changed
        assert ["1", "1.2", "2"] == [row.code for row in found.rows if row.may_differ]
        assert between(-10, 10) == found.row("1.2").difference_within

    def test_that_changed_are_among_those(self) -> None:
        """A row that is open in one sheet is no longer what it was."""
        found = compare(sheet(), sheet(inputs={"a": 3}))

        assert not found.row("1.1").may_differ
        assert found.row("1.1").is_changed


class TestAspects:
    """What is otherwise in a row."""

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            ({"a": 3}, {"a": 3}, []),
            ({"a": 3}, {"a": 5}, ["inputs", "points"]),
            ({"a": 30}, {"a": 50}, ["inputs"]),
            ({}, {"a": 3}, ["inputs", "status", "points"]),
            ({}, {}, []),
        ],
    )
    def test_of_the_facts(
        self, first: dict[str, Any], second: dict[str, Any], expected: list[str]
    ) -> None:
        """Inputs, and what follows from them; beyond the maximum nothing follows."""
        found = compare(sheet(inputs=first), sheet(inputs=second))

        assert expected == aspects(found, "1.1")

    @pytest.mark.parametrize(
        ("more", "expected"),
        [
            ({"claims": {"1.1": 3}}, ["claim"]),
            ({"evidence": {"1.1": "sổ theo dõi"}}, ["evidence"]),
            (
                {"adjudications": (Adjudication(code="1.1", decision="reject", reason="không"),)},
                ["adjudication", "status", "points"],
            ),
        ],
    )
    def test_of_what_is_said_of_it(self, more: dict[str, Any], expected: list[str]) -> None:
        """Claim, evidence and decision, each by itself."""
        found = compare(sheet(inputs=FULL), sheet(inputs=FULL, **more))

        assert expected == aspects(found, "1.1")

    def test_of_a_decision_that_changes_no_points(self) -> None:
        """Who accepts a claim that is right has decided all the same."""
        accepted = (Adjudication(code="1.1", decision="accept", reason="đúng"),)
        claimed = sheet(inputs=FULL, claims={"1.1": 3})
        found = compare(claimed, sheet(inputs=FULL, claims={"1.1": 3}, adjudications=accepted))

        assert ["adjudication"] == aspects(found, "1.1")
        assert [] == aspects(found, "1")

    def test_of_a_row_that_no_longer_applies(self) -> None:
        """Its group has less to give; the row has no points, and adds so much less."""
        rubric = rubric_of(
            group("1", 20), fixed("1.1", 4, may_be_not_applicable=True), fixed("1.2", 3)
        )
        found = compare(sheet(rubric), sheet(rubric, not_applicable=("1.1",)))

        assert ["status", "points"] == aspects(found, "1.1")
        assert ["max", "points"] == aspects(found, "1")
        assert exactly(-4) == found.row("1.1").difference_within

    def test_have_words(self) -> None:
        """Each has a name in both languages."""
        assert "điểm tự chấm" == Aspect.CLAIM.wording.text("vi")
        assert "claim" == Aspect.CLAIM.wording.text("en")
        assert [] == [each for each in Aspect if not each.wording.text("vi")]


class TestInputs:
    """The inputs that a row reads and the sheets do not agree on."""

    def test_are_shown_as_reported(self) -> None:
        """By name and label, and as each sheet has them."""
        found = compare(sheet(inputs={"m": "2,5"}), sheet(inputs={"m": 3, "a": 1}))

        assert (InputChange("m", "Kinh phí", "2,5", "3"),) == found.row("2").inputs
        assert (InputChange("a", "Số A", None, "1"),) == found.row("1.1").inputs
        assert () == found.row("1").inputs

    def test_are_the_same_however_they_are_written(self) -> None:
        """Two and a half is two and a half."""
        found = compare(sheet(inputs={"m": "2,5"}), sheet(inputs={"m": "5/2"}))

        assert () == found.changed

    def test_of_a_table_are_its_rows(self) -> None:
        """A table that gives the same sum is another table."""
        row = Criterion(
            code="1",
            name="Một",
            max=10,
            measure=Count("t_rows"),
            score=MinMaxNormalized(constant="zero", low=0, high=10),
        )
        rubric = rubric_of(row)
        found = compare(
            sheet(rubric, inputs={"t": [[1, 2]]}), sheet(rubric, inputs={"t": [[2, 2]]})
        )

        assert (InputChange("t", "Dịch vụ công", "[1, 2]", "[2, 2]"),) == found.row("1").inputs
        assert ["inputs"] == aspects(found, "1")


def reading(name: str, code: str, *fields: tuple[str, object]) -> Reading:
    """A reading whose option "khac" replaces fields of a row; "in" is the print."""
    replaces = tuple(Replacement(code, field, value) for field, value in fields)
    return Reading(
        id=name,
        nodes=(code,),
        printed="in",
        question="?",
        question_en="?",
        default="in",
        reason="in",
        reason_en="in",
        options=(
            ReadingOption(id="in", no_effect="" if fields else "không"),
            ReadingOption(id="khac", replaces=replaces, no_effect="" if fields else "không"),
        ),
    )


class TestReadings:
    """One report, read in two ways."""

    RUBRIC = evolve(
        RUBRIC,
        readings=(
            reading("gap-doi", "1.1", ("score", Amount(Fraction(4)))),
            reading("khong-doi", "1.2"),
            reading("toi-da", "1.2", ("max", 5)),
        ),
    )

    def compared(self, **chosen: str) -> Comparison:
        """The report under the print, and with these options."""
        readings = {name.replace("_", "-"): option for name, option in chosen.items()}
        return compare(
            sheet(self.RUBRIC, inputs=FULL), sheet(self.RUBRIC, inputs=FULL, readings=readings)
        )

    def test_are_listed(self) -> None:
        """Those that differ, with both options; and the rows that they touch name them."""
        found = self.compared(gap_doi="khac")

        assert (ReadingChange("gap-doi", "in", "khac"),) == found.readings
        assert ("gap-doi",) == found.row("1.1").readings
        assert ["reading", "points"] == aspects(found, "1.1")
        assert () == found.row("1.2").readings
        assert exactly(1) == found.difference_within

    def test_that_touch_no_row_change_none(self) -> None:
        """A reading without effect is listed and changes nothing."""
        found = self.compared(khong_doi="khac")

        assert (ReadingChange("khong-doi", "in", "khac"),) == found.readings
        assert () == found.changed

    def test_that_change_a_maximum_say_so(self) -> None:
        """Both the reading and the maximum are otherwise, and no points are."""
        assert ["reading", "max"] == aspects(self.compared(toi_da="khac"), "1.2")


class TestCohorts:
    """One report beside two groups of units."""

    def test_that_differ_are_said(self) -> None:
        """The rule is the same, the units that it compares with are not."""
        row = Criterion(
            code="1",
            name="So sánh",
            max=10,
            measure=Count("a"),
            score=MinMaxNormalized(constant="zero"),
        )
        rubric = rubric_of(row)
        one, other = (
            sheet(rubric, inputs={"a": 5}, cohort={"1": CohortBounds(0, high)}) for high in (10, 20)
        )

        assert ["cohort", "points"] == aspects(compare(one, other), "1")
        assert exactly("-5/2") == compare(one, other).difference_within


class TestTotals:
    """The difference of the totals."""

    def test_of_known_points_is_known(self) -> None:
        """Second less first."""
        found = compare(sheet(inputs=FULL), sheet(inputs={**FULL, "a": 5}))

        assert Fraction(2) == found.difference
        assert exactly(2) == found.difference_within

    def test_of_open_points_is_an_interval(self) -> None:
        """What is open in one of them leaves the difference open."""
        found = compare(sheet(inputs={"a": 3, "b": 4}), sheet(inputs=FULL))

        assert found.difference is None
        assert between("-15/2", "5/2") == found.difference_within

    def test_of_claims_needs_two(self) -> None:
        """What is not claimed is no claim of nothing."""
        one, other = sheet(claims={"1.1": 3}), sheet(claims={"1.1": 1, "2": 1})

        assert Fraction(-1) == compare(one, other).claimed_difference
        assert compare(one, sheet()).claimed_difference is None
        assert compare(sheet(), one).claimed_difference is None

    def test_of_a_checklist_and_points_is_none(self) -> None:
        """Counted boxes and points are not to be subtracted."""
        checked = rubric_of(Criterion(code="1", name="Có kế hoạch", measure=Flag("f")))
        scored = rubric_of(fixed("1", 4))

        assert compare(sheet(checked), sheet(scored)).difference_within is None
        assert compare(sheet(scored), sheet(checked)).difference_within is None

    def test_of_a_checklist_is_none(self) -> None:
        """Where no row has points, neither has the difference."""
        rubric = rubric_of(Criterion(code="1", name="Có kế hoạch", measure=Flag("f")))
        found = compare(sheet(rubric), sheet(rubric, inputs={"f": True}))

        assert found.difference_within is None
        assert found.difference is None
        assert found.row("1").difference_within is None
        assert ["inputs", "status"] == aspects(found, "1")
