"""What open points differ by: what is untouched cancels out, and nothing else does."""

from fractions import Fraction
from typing import Any

import pytest

from comparison.sheets import NOTHING, RUBRIC, between, exactly, sheet
from rubrik import Adjudication, Criterion, Interval, MinMaxNormalized, Rubric, Scoresheet
from rubrik.comparison import compare
from rubrik.measures import Count, Ratio
from rubrik.rubric.nodes import Node
from rubrik.scorers import Proportional
from scoring.rows import fixed, group, per_unit, rubric_of


def moved(first: Scoresheet, second: Scoresheet, code: str | None = None) -> Interval | None:
    """What a row, or the whole, moves by."""
    found = compare(first, second)
    return found.difference_within if code is None else found.row(code).difference_within


def decided(word: str, code: str = "1.1", points: object = None) -> dict[str, Any]:
    """A report with one decision."""
    made = Adjudication(code=code, decision=word, points=points, reason="biên bản")
    return {"adjudications": (made,)}


class TestOneReport:
    """A fact that is missing in both sheets of one report is one fact."""

    @pytest.mark.parametrize("more", [{}, {"claims": {"1.1": 3}}, {"evidence": {"1.1": "có"}}])
    def test_cancels_out_where_it_is_open_in_both(self, more: dict[str, Any]) -> None:
        """Whatever it is worth, it is worth the same."""
        assert NOTHING == moved(sheet(), sheet(**more), "1.1")
        assert NOTHING == moved(sheet(), sheet(**more))

    def test_cancels_out_where_another_row_is_decided(self) -> None:
        """The total moves by what the one row moves, however open the others are."""
        before, after = sheet(inputs={"a": 3}), sheet(inputs={"a": 3}, **decided("reject"))

        assert between(3, 23) == before.within
        assert exactly(-3) == moved(before, after)

    def test_cancels_out_where_another_fact_is_mended(self) -> None:
        """A unit that sends in a better report leaves other holes as they were."""
        before, after = sheet(inputs={"a": 3}), sheet(inputs={"a": 5})

        assert NOTHING == moved(before, after, "1.2")
        assert exactly(2) == moved(before, after)

    def test_does_not_where_the_fact_was_found(self) -> None:
        """Nothing says what the first report would have said."""
        assert between(-7, 3) == moved(sheet(), sheet(inputs={"a": 3}), "1.1")

    def test_does_not_where_what_is_known_differs(self) -> None:
        """Two rows that are open by one fact, and read another that was mended."""
        row = Criterion(
            code="1", name="Một", max=10, measure=Ratio(ratio="a", of="b"), score=Proportional()
        )
        rubric = rubric_of(row)

        assert between(-10, 10) == moved(
            sheet(rubric, inputs={"b": 10}), sheet(rubric, inputs={"b": 20})
        )

    def test_cancels_out_where_the_cohort_is_unknown(self) -> None:
        """What needs other units needs the same units."""
        row = Criterion(
            code="1",
            name="So sánh",
            max=10,
            measure=Count("a"),
            score=MinMaxNormalized(constant="zero"),
        )
        rubric = rubric_of(row)

        assert NOTHING == moved(sheet(rubric, inputs={"a": 1}), sheet(rubric, inputs={"a": 1}))

    def test_cancels_out_where_a_rejected_row_is_left_open(self) -> None:
        """One decision leaves one thing open; two decisions leave two."""
        rubric = rubric_of(group("1"), per_unit("1.1", "a"), rejected="range")
        rejected, annulled = (
            sheet(rubric, inputs={"a": 1}, **decided(word)) for word in ("reject", "annul")
        )

        assert NOTHING == moved(rejected, rejected, "1.1")
        assert between(-10, 10) == moved(rejected, annulled, "1.1")

    @pytest.mark.parametrize(
        "second",
        [{"unit": "xã B"}, {"period": "2024"}],
    )
    def test_is_of_one_unit_and_period(self, second: dict[str, Any]) -> None:
        """Two units, or two years, miss two facts."""
        assert between(-10, 10) == moved(sheet(), sheet(**second), "1.1")

    @pytest.mark.parametrize(
        ("second", "expected"), [({"m": 1}, NOTHING), ({"m": 2}, between(-10, 10))]
    )
    def test_without_a_name_is_one_where_all_is_the_same(
        self, second: dict[str, Any], expected: Interval
    ) -> None:
        """Two reports that do not say whose they are may be anybody's, unless they are equal."""
        one = sheet(unit="", inputs={"m": 1})
        other = sheet(unit="", inputs=second)

        assert expected == moved(one, other, "1.1")

    def test_is_by_one_rubric(self) -> None:
        """A fact of the same name may be asked for in other words."""
        other = rubric_of(*RUBRIC.nodes, title="Khác")

        assert between(-10, 10) == moved(sheet(), sheet(other), "1.1")


def in_group(*rows: Node, **more: Any) -> Rubric:  # noqa: ANN401 - whatever a group holds
    """A group of these rows."""
    maximum = more.pop("max", None)
    return rubric_of(group("1", maximum, **more), *rows)


class TestGroups:
    """A group moves as its rows move, where both sheets make the same of their sum."""

    ROWS = (
        per_unit("1.1", "a"),
        per_unit("1.2", "b"),
        fixed("1.3", 1, may_be_not_applicable=True),
    )

    def test_move_by_less_where_they_are_cut(self) -> None:
        """Somewhere between not at all and by all that the row moves."""
        rubric = in_group(*self.ROWS, max=10, capped=True)
        before, after = sheet(rubric, inputs={"a": 3}), sheet(rubric, inputs={"a": 5})

        assert between(4, 10) == before.within
        assert between(0, 2) == moved(before, after, "1")

    def test_move_not_at_all_where_nothing_below_does(self) -> None:
        """A cut does not open what cancels out."""
        rubric = in_group(*self.ROWS, max=10, capped=True)

        assert NOTHING == moved(sheet(rubric), sheet(rubric, claims={"1.1": 1}), "1")

    def test_move_by_no_more_than_the_ends_allow(self) -> None:
        """Both bounds hold at once."""
        rubric = in_group(*self.ROWS, max=12, capped=True)
        before, after = sheet(rubric, inputs={"a": 9}), sheet(rubric, inputs={"a": 0})

        assert between(10, 12) == before.within
        assert between(-9, 0) == moved(before, after, "1")
        nearly = sheet(rubric, inputs={"a": 9, "b": 9})

        assert between(-11, -1) == moved(nearly, sheet(rubric, inputs={"a": 0}), "1")

    def test_move_by_more_where_what_does_not_apply_is_made_up_for(self) -> None:
        """Of 30 points 20 apply: each point counts for one and a half."""
        rubric = in_group(*self.ROWS, max=30, rescaled=True)
        before, after = (
            sheet(rubric, inputs={"a": value}, not_applicable=("1.3",)) for value in (3, 5)
        )

        assert exactly(3) == moved(before, after, "1")

    def test_move_within_their_ends_where_other_rows_apply(self) -> None:
        """Two sums out of two maxima have nothing to do with each other."""
        rubric = in_group(*self.ROWS, max=30, rescaled=True)
        before, after = sheet(rubric), sheet(rubric, not_applicable=("1.3",))

        assert (between(1, 21), between(0, 30)) == (before.within, after.within)
        assert between(-21, 29) == moved(before, after, "1")

    def test_move_within_their_ends_where_nothing_is_left(self) -> None:
        """A group that is worth all of its maximum then is no sum of its rows."""
        rubric = rubric_of(
            group("1", 10, nothing_applicable="full"),
            per_unit("1.1", "a", may_be_not_applicable=True),
            per_unit("2", "b"),
        )
        before, after = sheet(rubric), sheet(rubric, not_applicable=("1.1",))

        assert between(0, 10) == moved(before, after, "1")
        assert between(0, 10) == moved(before, after)

    def test_move_within_their_ends_where_a_rule_counts(self) -> None:
        """A group that counts by a rule of its own does not hear of its rows."""
        rubric = rubric_of(
            group("1", 5, counts="rule", measure=Count("b"), score=Proportional(rate=1)),
            per_unit("1.1", "a"),
        )
        before, after = sheet(rubric, inputs={"a": 1}), sheet(rubric, inputs={"a": 3})

        assert exactly(2) == moved(before, after, "1.1")
        assert NOTHING == moved(before, after, "1")

    def test_that_are_a_group_in_one_sheet_only_move_within_their_ends(self) -> None:
        """A row that has become a group is no sum of anything it was before."""
        one = rubric_of(per_unit("1", "a"))
        other = rubric_of(group("1", 20), per_unit("1.1", "a"), per_unit("1.2", "b"))

        assert between(-10, 20) == moved(sheet(one), sheet(other), "1")


class TestEnds:
    """Ends that are only approached, and ends that there are not."""

    def test_without_a_limit_are_without_one(self) -> None:
        """An uncapped row can move without end."""
        rubric = rubric_of(per_unit("1", "a", capped=False))

        assert Interval(None, Fraction(3)) == moved(
            sheet(rubric), sheet(rubric, inputs={"a": 3}), "1"
        )
