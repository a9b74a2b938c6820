"""What a sheet makes of rows that do not apply: points, maxima, statuses."""

from fractions import Fraction
from typing import Any, Literal

import pytest

import rubrik
from rubrik import Adjudication, Interval, Line, Rubric, Scoresheet, Status, Verdict
from rubrik.rubric.nodes import Node
from scoring.rows import fixed, group, per_unit, rubric_of, sheet_of

Policy = Literal["not_applicable", "zero", "full"]

POLICIES: tuple[Policy, ...] = ("not_applicable", "zero", "full")


def optional(code: str, points: object = 4, **more: object) -> Node:
    """A row that a unit may declare not applicable."""
    return fixed(code, points, may_be_not_applicable=True, **more)


def out_of(sheet: Scoresheet, code: str | None = None) -> Any:  # noqa: ANN401 - compared with numbers
    """The points and the maximum of a row, or of the whole."""
    return (sheet.points, sheet.max) if code is None else _of(sheet.line(code))


def _of(line: Line) -> tuple[Fraction | None, Fraction | None]:
    return line.points, line.max


def with_empty_group(policy: Policy, **more: object) -> Rubric:
    """A group of 20 points of which nothing need apply, and a row of 10 beside it."""
    return rubric_of(
        group("1", 20, nothing_applicable=policy, **more),
        optional("1.1"),
        optional("1.2"),
        fixed("2", 3),
    )


class TestNothingApplicable:
    """A group of which nothing applies has what its rubric states."""

    @pytest.mark.parametrize(
        ("policy", "status", "points", "total", "maximum"),
        [
            ("not_applicable", Status.NOT_APPLICABLE, None, 3, 10),
            ("zero", Status.SCORED, 0, 3, 30),
            ("full", Status.SCORED, 20, 23, 30),
        ],
    )
    def test_follows_the_policy(
        self, policy: Policy, status: Status, points: int | None, total: int, maximum: int
    ) -> None:
        """Out with its maximum, nothing of its maximum, or all of it."""
        sheet = sheet_of(with_empty_group(policy), not_applicable=("1.1", "1.2"))

        assert status is sheet.line("1").status
        assert (points, 20) == out_of(sheet, "1")
        assert (total, maximum) == out_of(sheet)

    @pytest.mark.parametrize("policy", POLICIES)
    def test_follows_no_policy_while_something_applies(self, policy: Policy) -> None:
        """One row that applies is enough: the group is the sum of what does."""
        sheet = sheet_of(with_empty_group(policy), not_applicable=("1.1",))

        assert Status.SCORED is sheet.line("1").status
        assert (4, 10) == out_of(sheet, "1")
        assert (7, 20) == out_of(sheet)

    @pytest.mark.parametrize("policy", POLICIES)
    def test_is_not_made_up_for_by_the_group_itself(self, policy: Policy) -> None:
        """There is nothing to stretch, and a cap does not change what the rubric states."""
        rubric = with_empty_group(policy, rescaled=True, capped=True)
        line = sheet_of(rubric, not_applicable=("1.1", "1.2")).line("1")

        assert {"not_applicable": None, "zero": 0, "full": 20}[policy] == line.points

    def test_is_full_by_the_sum_of_its_rows_where_no_maximum_is_declared(self) -> None:
        """A group that declares no maximum has that of its rows."""
        rubric = rubric_of(group("1", nothing_applicable="full"), optional("1.1"), optional("1.2"))

        assert Fraction(20) == sheet_of(rubric, not_applicable=("1.1", "1.2")).points

    def test_is_full_of_nothing_where_no_maximum_is_known(self) -> None:
        """Without any maximum there is nothing that could be given in full."""
        rubric = rubric_of(group("1", nothing_applicable="full"), optional("1.1", max=None))

        assert Fraction(0) == sheet_of(rubric, not_applicable=("1.1",)).points

    @pytest.mark.parametrize(
        ("policy", "expected"), [("not_applicable", "10"), ("zero", "10/3"), ("full", "70/3")]
    )
    def test_counts_in_the_group_above(self, policy: Policy, expected: str) -> None:
        """A rescaled group above makes up for a part that is out, and for no other."""
        rubric = rubric_of(
            group("1", 30, rescaled=True),
            group("1.1", 20, nothing_applicable=policy),
            optional("1.1.1"),
            optional("1.1.2"),
            fixed("1.2", "10/3"),
        )
        sheet = sheet_of(rubric, not_applicable=("1.1.1", "1.1.2"))

        assert rubrik.rational(expected) == sheet.points
        assert Fraction(30) == sheet.max

    def test_is_stated_by_a_verifier_too(self) -> None:
        """Rows taken out by a verifier empty a group as those that the unit declares do."""
        decisions = [
            Adjudication(code=code, decision="not_applicable", reason="không có")
            for code in ("1.1", "1.2")
        ]
        sheet = sheet_of(with_empty_group("full"), adjudications=decisions)

        assert Fraction(23) == sheet.points


class TestMadeUpFor:
    """A rescaled group counts what applies as if of all that it declares."""

    def test_however_deep_the_row_stands(self) -> None:
        """A row of a group within it is missing from what applies all the same."""
        rubric = rubric_of(
            group("1", 40, rescaled=True),
            group("1.1", 20),
            fixed("1.1.1", 6),
            optional("1.1.2"),
            fixed("1.2", 9, max=20),
        )
        sheet = sheet_of(rubric, not_applicable=("1.1.2",))

        assert (6, 10) == out_of(sheet, "1.1")
        assert (20, 40) == out_of(sheet, "1")

    def test_once_where_the_group_within_does_so_already(self) -> None:
        """What is made up for below is full above."""
        rubric = rubric_of(
            group("1", 40, rescaled=True),
            group("1.1", 20, rescaled=True),
            fixed("1.1.1", 6),
            optional("1.1.2"),
            fixed("1.2", 9, max=20),
        )
        sheet = sheet_of(rubric, not_applicable=("1.1.2",))

        assert (12, 20) == out_of(sheet, "1.1")
        assert (21, 40) == out_of(sheet, "1")

    def test_where_the_group_within_is_known_by_its_cap(self) -> None:
        """A part that has its maximum already is stretched like any other."""
        rubric = rubric_of(
            group("1", 30, rescaled=True),
            group("1.1", 10, capped=True),
            fixed("1.1.1", 5, max=5),
            optional("1.1.2"),
            fixed("1.2", 5, max=10),
            fixed("1.3", 0, max=10),
        )
        sheet = sheet_of(rubric, not_applicable=("1.1.2",))

        assert (5, 5) == out_of(sheet, "1.1")
        assert Fraction(12) == sheet.points

    def test_where_the_cap_within_closes_an_open_part(self) -> None:
        """Points that a cap decides are known, and are stretched."""
        rubric = rubric_of(
            group("1", 15, rescaled=True),
            group("1.1", 5, capped=True),
            fixed("1.1.1", 5, max=4, capped=False),
            optional("1.1.2"),
            per_unit("1.1.3", "b", max=0, capped=False),
            fixed("1.2", 5, max=10),
        )
        sheet = sheet_of(rubric, not_applicable=("1.1.2",))

        assert (Fraction(5), Fraction(4)) == out_of(sheet, "1.1")
        assert Fraction(75, 7) == sheet.points

    def test_not_where_a_maximum_is_unknown(self) -> None:
        """What is out of an unknown number of points cannot be counted as if out of another."""
        rubric = rubric_of(
            group("1", rescaled=True),
            fixed("1.1", 4, max=None),
            fixed("1.2", 3),
            optional("1.3"),
        )

        assert Fraction(7) == sheet_of(rubric, not_applicable=("1.3",)).points


def test_an_open_row_that_applies_leaves_the_maximum_alone() -> None:
    """What is not known yet can still be had."""
    sheet = sheet_of(rubric_of(per_unit("1", "a"), fixed("2", 1)))

    assert Interval(Fraction(1), Fraction(11)) == sheet.within
    assert Fraction(20) == sheet.max


def annulled(**more: object) -> Scoresheet:
    """The sheet of a row that a verifier has annulled, and of one beside it."""
    decision = Adjudication(code="1", decision="annul", reason="dịch vụ không hoạt động")
    rubric = rubric_of(per_unit("1", "a"), fixed("2", 1), **more)
    return sheet_of(rubric, inputs={"a": 3}, claims={"1": 3}, adjudications=[decision])


class TestAnnulled:
    """A verifier finds evidence false."""

    def test_counts_nothing(self) -> None:
        """The row is rejected, and worth nothing where the rubric says nothing else."""
        sheet = annulled()
        line = sheet.line("1")

        assert (Status.REJECTED, Fraction(0)) == (line.status, line.points)
        assert Verdict.OVER_CLAIMED is line.verdict
        assert Fraction(1) == sheet.points

    def test_may_keep_its_range(self) -> None:
        """Where rejected rows stay open, an annulled one does."""
        sheet = annulled(rejected="range")

        assert Interval(Fraction(0), Fraction(10)) == sheet.line("1").within

    def test_stays_in_the_maximum(self) -> None:
        """It applies, so nothing is taken out."""
        assert Fraction(20) == annulled().max

    def test_is_named_by_the_sheet(self) -> None:
        """A scale can ask which rows are annulled; those that are only rejected are not."""
        rejected = Adjudication(code="1", decision="reject", reason="không có minh chứng")
        sheet = sheet_of(rubric_of(per_unit("1", "a")), adjudications=[rejected])

        assert (("1",), ()) == (annulled().annulled, sheet.annulled)

    def test_says_why(self) -> None:
        """In both languages, with the verifier's own words."""
        reason = annulled().line("1").reason

        assert "annulled by the verifier as not true: dịch vụ không hoạt động" == reason.text("en")
        assert (
            "thẩm định hủy kết quả vì không đúng thực tế: dịch vụ không hoạt động"
            == reason.text("vi")
        )
