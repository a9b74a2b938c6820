"""Published practice: a row that does not concern the unit leaves its points and its maximum alike.

What is left is counted as if out of the full maximum: 42,63 points of 48 as 44,40625 of 50. The
two figures are as published; the rows that they are made of here are not.
"""

from fractions import Fraction
from typing import Any

import pytest

import rubrik
from rubrik import Adjudication, Level, Rubric, Scale, Scoresheet, Status, Threshold
from scoring.rows import fixed, group, rubric_of, sheet_of

DECLARED = {"not_applicable": ("1.3",)}
DECIDED = {
    "adjudications": (
        Adjudication(code="1.3", decision="not_applicable", reason="xã không có di tích"),
    )
}


def rubric_with(**more: Any) -> Rubric:  # noqa: ANN401 - whatever a group holds
    """A group of 50 points whose last row, of 2, need not concern a unit."""
    return rubric_of(
        group("1", 50, **more),
        fixed("1.1", "25,63", max=28),
        fixed("1.2", 17, max=20),
        fixed("1.3", 2, max=2, may_be_not_applicable=True),
    )


def left_and_right(sheet: Scoresheet) -> tuple[Fraction | None, Fraction | None]:
    """Points and maximum of the group."""
    line = sheet.line("1")
    return line.points, line.max


@pytest.mark.parametrize("taken_out", [DECLARED, DECIDED], ids=["by-the-unit", "by-the-verifier"])
class TestOutOf48:
    """A row of 2 points of 50 that does not apply, whoever says so."""

    def test_is_out_of_both_sides(self, taken_out: dict[str, Any]) -> None:
        """Where nothing makes up for it, the unit has 42.63 points of 48."""
        sheet = sheet_of(rubric_with(), **taken_out)

        assert (Fraction("42.63"), Fraction(48)) == left_and_right(sheet)
        assert (Fraction("42.63"), Fraction(48)) == (sheet.points, sheet.max)
        assert Status.NOT_APPLICABLE is sheet.line("1.3").status

    def test_counts_as_out_of_50(self, taken_out: dict[str, Any]) -> None:
        """Where the group is rescaled, 42.63 of 48 are 44.40625 of 50, exactly."""
        sheet = sheet_of(rubric_with(rescaled=True), **taken_out)

        assert (Fraction("44.40625"), Fraction(50)) == left_and_right(sheet)
        assert (Fraction("44.40625"), Fraction(50)) == (sheet.points, sheet.max)

    @pytest.mark.parametrize(
        ("maximum", "points"),
        [(43, "43"), ("44,4", "44,4"), ("44,40625", "44,40625"), (50, "44,40625")],
    )
    def test_counts_so_before_any_cap(
        self, taken_out: dict[str, Any], maximum: object, points: str
    ) -> None:
        """What is cut is the rescaled figure; cut first, 42.63 would never reach 44.4."""
        rubric = rubric_of(
            group("1", maximum, rescaled=True, capped=True), *rubric_with().nodes[1:]
        )

        assert rubrik.rational(points) == sheet_of(rubric, **taken_out).points

    @pytest.mark.parametrize(("share", "level"), [("88,8125%", "A"), ("88,8126%", "")])
    def test_is_the_same_share_either_way(
        self, taken_out: dict[str, Any], share: str, level: str
    ) -> None:
        """42.63/48 and 44.40625/50 are 88.8125 %: the same level by a share of the maximum."""
        names = [
            rubrik.classify(sheet_of(rubric_with(rescaled=each), **taken_out), _scale(share)).level
            for each in (False, True)
        ]

        assert [level, level] == names


def _scale(share: str) -> Scale:
    return Scale(
        id="muc",
        name="Mức",
        levels=(Level(name="A", conditions=(Threshold(share=share),)),),
    )


def test_all_that_applies_needs_no_making_up() -> None:
    """A unit that all rows concern has what it has: 44.63 of 50."""
    for rescaled in (False, True):
        sheet = sheet_of(rubric_with(rescaled=rescaled))

        assert (Fraction("44.63"), Fraction(50)) == left_and_right(sheet)
