from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

import rubrik
from cohort.units import COMPARED, compared_row
from frames.kinds import EAGER, KINDS, Columns, rows_of
from rubrik import CohortBounds, CohortError, MinMaxNormalized, frames
from rubrik.errors import TableError
from rubrik.measures import Amount, Ratio
from rubrik.rubric import Rubric
from scoring.rows import rubric_of

COMMUNES: Columns = {
    "tinh": ["An Giang", "An Giang", "An Giang", "Thanh Hóa", "Thanh Hóa", None],
    "nam": [2023, 2023, 2023, 2023, 2023, 2023],
    "a": [2, 5, None, 7, 7, 4],
    "b": [1, 1, 1, 2, 2, 3],
}
"""Three units of one province, one of which does not say, two that are level, one of none."""

AMOUNTS = rubric_of(compared_row(measure=Amount("m")))


def bounds_of(found: frames.GroupBounds) -> Mapping[object, object]:
    """The bounds of row 1, by group."""
    return {key: record.bounds.get("1") for key, record in found.records.items()}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Any:  # noqa: ANN401 - what makes frames
    """Every kind of frame."""
    return KINDS[request.param]


class TestBounds:
    """The least and the greatest values of every group."""

    def test_are_those_of_the_rows_that_agree(self, kind: Any) -> None:  # noqa: ANN401
        """Units are compared with those of the same province and year."""
        found = frames.bounds(COMPARED, kind(COMMUNES), within=["tinh", "nam"])

        assert ("tinh", "nam") == found.within
        assert {
            ("An Giang", 2023): CohortBounds(2, 5),
            ("Thanh Hóa", 2023): CohortBounds(7, 7),
        } == bounds_of(found)

    def test_are_of_all_rows_without_groups(self, kind: Any) -> None:  # noqa: ANN401
        """Then a frame is one cohort."""
        found = frames.bounds(COMPARED, kind(COMMUNES))

        assert {(): CohortBounds(2, 7)} == bounds_of(found)

    def test_leave_out_what_is_refused(self, kind: Any) -> None:  # noqa: ANN401
        """A row with fewer than none of something compares with nobody."""
        table = {"tinh": ["A", "A", "A"], "a": [1, 3, 9], "b": [0, 0, -1]}

        found = frames.bounds(COMPARED, kind(table), within="tinh")

        assert {("A",): CohortBounds(1, 3)} == bounds_of(found)

    def test_say_of_how_many_they_are(self, kind: Any) -> None:  # noqa: ANN401
        """What is missing is not counted."""
        found = frames.bounds(COMPARED, kind(COMMUNES), within="tinh")

        assert {"1": 2} == found.records["An Giang",].measured

    def test_of_decimals_are_the_decimals_themselves(self, kind: Any) -> None:  # noqa: ANN401
        """A float stands for the shortest decimal that it holds."""
        found = frames.bounds(AMOUNTS, kind({"m": [0.1, 0.7, 0.3]}))

        assert {(): CohortBounds("1/10", "7/10")} == bounds_of(found)

    def test_of_quotients_are_exact(self, kind: Any) -> None:  # noqa: ANN401
        """Two quotients may have one float: the larger one is the end all the same."""
        rubric = rubric_of(compared_row(measure=Ratio(ratio="a", of="b", above_one=True)))
        table = {"a": [2**39 - 1, 2**39, 1], "b": [2**39, 2**39 + 1, 7]}

        found = frames.bounds(rubric, kind(table))

        assert (2**39 - 1) / 2**39 == 2**39 / (2**39 + 1)
        assert {(): CohortBounds("1/7", Fraction(2**39, 2**39 + 1))} == bounds_of(found)

    def test_hold_values_beyond_the_arithmetic_of_columns(self, kind: Any) -> None:  # noqa: ANN401
        """Such rows are read by themselves."""
        found = frames.bounds(COMPARED, kind({"a": [1, 2**50], "b": [0, 0]}))

        assert {(): CohortBounds(1, 2**50)} == bounds_of(found)

    def test_of_nothing_are_none(self, kind: Any) -> None:  # noqa: ANN401
        """Where nobody reports anything, there is nothing to compare."""
        found = frames.bounds(COMPARED, kind({"tinh": ["A"], "b": [1]}), within="tinh")

        assert {} == found.records
        assert "<GroupBounds of 0 groups by tinh>" == repr(found)

    def test_can_be_published(self) -> None:
        """The record of a group is one like any other."""
        found = frames.bounds(COMPARED, KINDS["polars"](COMMUNES), within="tinh")
        record = found.records["An Giang",]

        assert record == rubrik.loads(rubrik.dumps(record))


def points(rubric: Rubric, frame: Any, **options: Any) -> list[float | None]:  # noqa: ANN401
    """The points of row 1, in the order of the column ``xa``; exact ones where a frame is lazy."""
    options = {"outputs": ["criteria"], **options}
    scored = frames.certify(rubric, frames.score(rubric, frame, **options), **options)
    rows = sorted(rows_of(scored), key=lambda row: str(row["xa"]))
    return [row["points_1"] for row in rows]


class TestScores:
    """Points by where a value lies between the ends of its own group."""

    def test_run_from_nothing_to_all_in_every_group(self, kind: Any) -> None:  # noqa: ANN401
        """The ends are attained exactly; who is level with all has all."""
        table = {"xa": [*"abcde"], "tinh": [*"AAABB"], "a": [2, 5, 3, 7, 7], "b": [0] * 5}
        found = frames.bounds(COMPARED, kind(table), within="tinh")

        low, high, between, *others = points(COMPARED, kind(table), cohort=found)

        assert (0.0, 10.0) == (low, high)
        assert pytest.approx(10 / 3, abs=1e-14) == between
        assert [10.0, 10.0] == others

    def test_need_a_group(self, kind: Any) -> None:  # noqa: ANN401
        """A unit of no province is compared with nobody."""
        table = {"xa": [*"abc"], "tinh": ["A", "A", None], "a": [2, 5, 3], "b": [0] * 3}
        found = frames.bounds(COMPARED, kind(table), within="tinh")

        assert [0.0, 10.0, None] == points(COMPARED, kind(table), cohort=found)

    def test_of_equals_do_not_wait_for_their_units(self, kind: Any) -> None:  # noqa: ANN401
        """Where everybody has all, who says nothing has all as well."""
        table = {"xa": [*"abc"], "tinh": [*"BBB"], "a": [7, 7, None], "b": [0] * 3}
        found = frames.bounds(COMPARED, kind(table), within="tinh")

        assert [10.0, 10.0, 10.0] == points(COMPARED, kind(table), cohort=found)

    def test_are_exact_where_a_group_lies_close_together(self, kind: Any) -> None:  # noqa: ANN401
        """Floats cannot tell such values apart well enough: exact arithmetic does."""
        table = {"xa": [*"abc"], "m": [123456789.0, 123456789.0001, 123456789.0003]}
        found = frames.bounds(AMOUNTS, kind(table))

        assert [0.0, 10 / 3, 10.0] == points(AMOUNTS, kind(table), cohort=found)

    def test_of_units_beyond_the_ends_are_cut(self, kind: Any) -> None:  # noqa: ANN401
        """A unit added later has no more than all, and no less than nothing."""
        first = {"tinh": [*"AA"], "a": [2, 4], "b": [0, 0]}
        later = {"xa": [*"abc"], "tinh": [*"AAA"], "a": [1, 3, 9], "b": [0] * 3}
        found = frames.bounds(COMPARED, kind(first), within="tinh")

        assert [0.0, 5.0, 10.0] == points(COMPARED, kind(later), cohort=found)

    def test_take_a_published_cohort(self, kind: Any) -> None:  # noqa: ANN401
        """Its bounds hold for all rows, and no group is needed."""
        record = frames.bounds(COMPARED, kind(COMMUNES)).records[()]
        table = {"xa": [*"ab"], "a": [2, 7], "b": [0, 0]}

        assert [0.0, 10.0] == points(COMPARED, kind(table), cohort=record)
        assert [0.0, 5.0] == points(COMPARED, kind(table), cohort={"1": CohortBounds(2, 12)})

    def test_fall_where_less_is_better(self, kind: Any) -> None:  # noqa: ANN401
        """The ends change places."""
        score = MinMaxNormalized(constant="full", lower_is_better=True)
        rubric = rubric_of(compared_row(score=score))
        table = {"xa": [*"abc"], "tinh": [*"AAA"], "a": [2, 6, 3]}
        found = frames.bounds(rubric, kind(table), within="tinh")

        assert [10.0, 0.0, 7.5] == points(rubric, kind(table), cohort=found)


class TestRefusals:
    """What cannot be compared is said before any row is read."""

    def test_groups_need_columns_that_are_there(self) -> None:
        """And of a type that tells rows apart."""
        frame = EAGER["polars"]({"tinh": ["A"], "ty_le": [0.5], "a": [1], "b": [1]})

        with pytest.raises(TableError) as caught:
            frames.bounds(COMPARED, frame, within=["tin", "ty_le"])

        assert (
            "2 problems:\n"
            "- within: the table has no column 'tin' (did you mean: tinh?)\n"
            "- within: rows cannot be told apart by the column 'ty_le' of type Float64: "
            "text or whole numbers are expected"
        ) == str(caught.value)

    def test_bounds_are_of_one_rubric(self) -> None:
        """Those of another one say nothing of this one."""
        frame = EAGER["polars"]({"a": [1, 2], "b": [1, 2], "m": [1.0, 2.0]})
        found = frames.bounds(AMOUNTS, frame)

        with pytest.raises(CohortError):
            frames.score(COMPARED, frame, cohort=found)
