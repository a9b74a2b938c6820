from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve

import rubrik
from cohort.units import COMPARED, compared_row, scored, unit
from frames.backends import BACKENDS, Backend, Columns, by_name
from frames.tables import SWIFT, typed
from rubrik import CohortBounds, CohortError, MinMaxNormalized, frames
from rubrik.errors import TableError
from rubrik.measures import Amount, Count, Ratio
from rubrik.rubric import Reading, ReadingOption, Replacement, Rubric
from rubrik.scorers import Sum
from scoring.rows import per_unit, rubric_of

COMMUNES: Final = typed(
    {
        "tinh": ["An Giang", "An Giang", "An Giang", "Thanh Hóa", "Thanh Hóa", None],
        "nam": [2023, 2023, 2023, 2023, 2023, 2023],
        "a": [2, 5, None, 7, 7, 4],
        "b": [1, 1, 1, 2, 2, 3],
    }
)
"""Three units of one province, one of which does not say, two that are level, one of none."""

AMOUNTS: Final = rubric_of(compared_row(measure=Amount("m")))


def reading(name: str, node: str, field: str, value: object) -> Reading:
    """A reading of two options: as printed, and another value of one field."""
    return Reading(
        id=name,
        nodes=(node,),
        printed="-",
        question="?",
        question_en="?",
        default="in",
        reason="Như in.",
        reason_en="As printed.",
        options=(
            ReadingOption(id="in", no_effect="Như in."),
            ReadingOption(id="khac", replaces=(Replacement(node, field, value),)),
        ),
    )


READ: Final = rubric_of(
    compared_row(),
    per_unit("2", "b"),
    readings=(reading("so", "1", "measure", Count("b")), reading("tran", "2", "max", 3)),
)
"""Row 1 compares the numbers of A, or those of B; row 2 is worth 10, or 3."""


def bounds_of(found: frames.GroupBounds) -> Mapping[object, object]:
    """The bounds of row 1, by group."""
    return {key: record.bounds.get("1") for key, record in found.records.items()}


POLARS = BACKENDS[0]

swift_engines = pytest.mark.parametrize("backend", SWIFT, ids=by_name)


@swift_engines
class TestBounds:
    """The least and the greatest values of every group."""

    def test_are_those_of_the_rows_that_agree(self, backend: Backend) -> None:
        """Units are compared with those of the same province and year."""
        found = frames.bounds(COMPARED, backend.frame(COMMUNES), within=["tinh", "nam"])

        assert ("tinh", "nam") == found.within
        assert {
            ("An Giang", 2023): CohortBounds(2, 5),
            ("Thanh Hóa", 2023): CohortBounds(7, 7),
        } == bounds_of(found)

    def test_are_of_all_rows_without_groups(self, backend: Backend) -> None:
        """Then a frame is one cohort."""
        found = frames.bounds(COMPARED, backend.frame(COMMUNES))

        assert {(): CohortBounds(2, 7)} == bounds_of(found)

    def test_leave_out_what_is_refused(self, backend: Backend) -> None:
        """A row with fewer than none of something compares with nobody."""
        table: Any = {"tinh": ["A", "A", "A"], "a": [1, 3, 9], "b": [0, 0, -1]}

        found = frames.bounds(COMPARED, backend.frame(typed(table)), within="tinh")

        assert {("A",): CohortBounds(1, 3)} == bounds_of(found)

    def test_say_of_how_many_they_are(self, backend: Backend) -> None:
        """What is missing is not counted."""
        found = frames.bounds(COMPARED, backend.frame(COMMUNES), within="tinh")

        assert {"1": 2} == found.records["An Giang",].measured

    def test_of_decimals_are_the_decimals_themselves(self, backend: Backend) -> None:
        """A float stands for the shortest decimal that it holds."""
        found = frames.bounds(AMOUNTS, backend.frame(typed({"m": [0.1, 0.7, 0.3]})))

        assert {(): CohortBounds("1/10", "7/10")} == bounds_of(found)

    def test_of_quotients_are_exact(self, backend: Backend) -> None:
        """Two quotients may have one float: the larger one is the end all the same."""
        rubric = rubric_of(compared_row(measure=Ratio(ratio="a", of="b", above_one=True)))
        table = {"a": [2**39 - 1, 2**39, 1], "b": [2**39, 2**39 + 1, 7]}

        found = frames.bounds(rubric, backend.frame(typed(table)))

        assert (2**39 - 1) / 2**39 == 2**39 / (2**39 + 1)
        assert {(): CohortBounds("1/7", Fraction(2**39, 2**39 + 1))} == bounds_of(found)

    def test_hold_values_beyond_the_arithmetic_of_columns(self, backend: Backend) -> None:
        """Such rows are read by themselves."""
        found = frames.bounds(COMPARED, backend.frame(typed({"a": [1, 2**50], "b": [0, 0]})))

        assert {(): CohortBounds(1, 2**50)} == bounds_of(found)

    def test_of_nothing_are_none(self, backend: Backend) -> None:
        """Where nobody reports anything, there is nothing to compare."""
        found = frames.bounds(
            COMPARED, backend.frame(typed({"tinh": ["A"], "b": [1]})), within="tinh"
        )

        assert {} == found.records
        assert "<GroupBounds of 0 groups by tinh>" == repr(found)


def points(
    backend: Backend,
    rubric: Rubric,
    cells: Mapping[str, Any],
    cohort: Any,  # noqa: ANN401
) -> list[float | None]:
    """The points of row 1, in the order of the column ``xa``, all of them proved."""
    options: Any = {"outputs": ["criteria"], "cohort": cohort}
    frame = backend.frame(typed(cells))
    scored = frames.certify(rubric, frames.score(rubric, frame, **options), **options)
    rows = sorted(backend.rows(scored), key=lambda row: str(row["xa"]))
    return [row["points_1"] for row in rows]


@swift_engines
class TestScores:
    """Points by where a value lies between the ends of its own group."""

    def test_run_from_nothing_to_all_in_every_group(self, backend: Backend) -> None:
        """The ends are attained exactly; who is level with all has all."""
        table = {"xa": [*"abcde"], "tinh": [*"AAABB"], "a": [2, 5, 3, 7, 7], "b": [0] * 5}
        found = frames.bounds(COMPARED, backend.frame(typed(table)), within="tinh")

        low, high, between, *others = points(backend, COMPARED, table, cohort=found)

        assert (0.0, 10.0) == (low, high)
        assert pytest.approx(10 / 3, abs=1e-14) == between
        assert [10.0, 10.0] == others

    def test_need_a_group(self, backend: Backend) -> None:
        """A unit of no province is compared with nobody."""
        table = {"xa": [*"abc"], "tinh": ["A", "A", None], "a": [2, 5, 3], "b": [0] * 3}
        found = frames.bounds(COMPARED, backend.frame(typed(table)), within="tinh")

        assert [0.0, 10.0, None] == points(backend, COMPARED, table, cohort=found)

    def test_of_equals_do_not_wait_for_their_units(self, backend: Backend) -> None:
        """Where everybody has all, who says nothing has all as well."""
        table = {"xa": [*"abc"], "tinh": [*"BBB"], "a": [7, 7, None], "b": [0] * 3}
        found = frames.bounds(COMPARED, backend.frame(typed(table)), within="tinh")

        assert [10.0, 10.0, 10.0] == points(backend, COMPARED, table, cohort=found)

    def test_are_exact_where_a_group_lies_close_together(self, backend: Backend) -> None:
        """Floats cannot tell such values apart well enough: exact arithmetic does."""
        table = {"xa": [*"abc"], "m": [123456789.0, 123456789.0001, 123456789.0003]}
        found = frames.bounds(AMOUNTS, backend.frame(typed(table)))

        assert [0.0, 10 / 3, 10.0] == points(backend, AMOUNTS, table, cohort=found)

    def test_of_units_beyond_the_ends_are_cut(self, backend: Backend) -> None:
        """A unit added later has no more than all, and no less than nothing."""
        first = {"tinh": [*"AA"], "a": [2, 4], "b": [0, 0]}
        later = {"xa": [*"abc"], "tinh": [*"AAA"], "a": [1, 3, 9], "b": [0] * 3}
        found = frames.bounds(COMPARED, backend.frame(typed(first)), within="tinh")

        assert [0.0, 5.0, 10.0] == points(backend, COMPARED, later, cohort=found)

    def test_take_a_published_cohort(self, backend: Backend) -> None:
        """Its bounds hold for all rows, and no group is needed."""
        record = frames.bounds(COMPARED, backend.frame(COMMUNES)).records[()]
        table = {"xa": [*"ab"], "a": [2, 7], "b": [0, 0]}

        assert [0.0, 10.0] == points(backend, COMPARED, table, cohort=record)
        assert [0.0, 5.0] == points(backend, COMPARED, table, cohort={"1": CohortBounds(2, 12)})

    def test_fall_where_less_is_better(self, backend: Backend) -> None:
        """The ends change places."""
        score = MinMaxNormalized(constant="full", lower_is_better=True)
        rubric = rubric_of(compared_row(score=score))
        table = {"xa": [*"abc"], "tinh": [*"AAA"], "a": [2, 6, 3]}
        found = frames.bounds(rubric, backend.frame(typed(table)), within="tinh")

        assert [10.0, 0.0, 7.5] == points(backend, rubric, table, cohort=found)


class TestGroups:
    """What groups are told apart by."""

    @pytest.mark.parametrize("backend", SWIFT, ids=by_name)
    def test_can_be_categories(self, backend: Backend) -> None:
        """They are known by their words."""
        table: Columns = {"a": ("int64", [1, 3, 5]), "tinh": ("dictionary", ["A", "A", "B"])}

        found = frames.bounds(COMPARED, backend.frame(table), within="tinh")

        assert {("A",): CohortBounds(1, 3), ("B",): CohortBounds(5, 5)} == bounds_of(found)

    @pytest.mark.parametrize("backend", SWIFT, ids=by_name)
    @pytest.mark.parametrize("dtype", ["int8", "uint8", "int64", "uint64"])
    def test_can_be_whole_numbers_of_any_type(self, backend: Backend, dtype: str) -> None:
        """A group of one table is that of another one, whatever holds its number there."""
        first: Columns = {"a": ("int64", [1, 3, 5]), "huyen": ("int32", [7, 7, None])}
        other: Columns = {"a": ("int64", [2, 5]), "huyen": (dtype, [7, 8])}
        found = frames.bounds(COMPARED, backend.frame(first), within="huyen")
        scored = frames.score(COMPARED, backend.frame(other), cohort=found, outputs=["criteria"])

        assert {(7,): CohortBounds(1, 3)} == bounds_of(found)
        assert [5.0, None] == [row["points_1"] for row in backend.rows(scored)]

    @pytest.mark.parametrize("backend", SWIFT, ids=by_name)
    def test_an_empty_word_names_none(self, backend: Backend) -> None:
        """A unit whose label is empty is in no league either."""
        table = {"xa": [*"abc"], "tinh": ["A", "A", ""], "a": [2, 5, 9]}
        found = frames.bounds(COMPARED, backend.frame(typed(table)), within="tinh")

        assert {("A",): CohortBounds(2, 5)} == bounds_of(found)
        assert [0.0, 10.0, None] == points(backend, COMPARED, table, cohort=found)

    @pytest.mark.parametrize("backend", SWIFT, ids=by_name)
    def test_a_frame_without_rows_has_none(self, backend: Backend) -> None:
        """And can be scored with what comes out."""
        empty: Columns = {"a": ("int64", []), "b": ("int64", []), "tinh": ("string", [])}
        within = frames.bounds(COMPARED, backend.frame(empty), within="tinh")
        together = frames.bounds(COMPARED, backend.frame(empty))

        assert {} == within.records == together.records
        assert [] == backend.rows(frames.score(COMPARED, backend.frame(empty), cohort=within))
        assert [] == backend.rows(frames.score(COMPARED, backend.frame(empty), cohort=together))


class TestRecords:
    """What is published of a group."""

    def test_can_be_published(self) -> None:
        """The record of a group is one like any other."""
        found = frames.bounds(COMPARED, POLARS.frame(COMMUNES), within="tinh")
        record = found.records["An Giang",]

        assert record == rubrik.loads(rubrik.dumps(record))

    def test_is_that_of_its_units_scored_together(self) -> None:
        """But for the names of the units, which a frame need not have."""
        (alone,) = frames.bounds(COMPARED, POLARS.frame(COMMUNES)).records.values()
        units = [
            unit(f"U{at}", COMPARED, **{name: each for name, each in report.items() if each})
            for at, report in enumerate(
                {"a": a, "b": b} for a, b in zip(COMMUNES["a"][1], COMMUNES["b"][1], strict=True)
            )
        ]

        assert evolve(scored(*units, rubric=COMPARED).record, units=()) == alone

    def test_holds_the_readings_that_units_were_read_by(self) -> None:
        """Scores follow them, also where there is nobody to be compared."""
        chosen = {"so": "in", "tran": "khac"}
        some, none = (
            frames.bounds(READ, POLARS.frame(typed(table)), readings=chosen)
            for table in ({"a": [1, 2]}, {"b": [6, 8]})
        )
        later = POLARS.frame(typed({"a": [1], "b": [7]}))

        assert {} == none.records
        assert {"tran": "khac"} == some.records[()].readings == some.readings == none.readings
        assert [3.0, 3.0] == [
            frames.score(READ, later, cohort=each, outputs=["criteria"])["points_2"][0]
            for each in (some, none)
        ]


class TestRefusals:
    """What cannot be compared is said before any row is read."""

    def test_groups_need_columns_that_are_there(self) -> None:
        """And of a type that tells rows apart."""
        frame = POLARS.frame(typed({"tinh": ["A"], "ty_le": [0.5], "a": [1], "b": [1]}))

        with pytest.raises(TableError) as caught:
            frames.bounds(COMPARED, frame, within=["tin", "ty_le"])

        assert (
            "2 problems:\n"
            "- within: the table has no column 'tin' (did you mean: tinh?)\n"
            "- within: rows cannot be told apart by the column 'ty_le' of type Float64: "
            "text or whole numbers are expected"
        ) == caught.value.text("en")
        assert (
            "2 lỗi:\n"
            "- within: bảng không có cột 'tin' (có phải là: tinh?)\n"
            "- within: không chia nhóm được theo cột 'ty_le' kiểu Float64: "
            "cần chữ hoặc số nguyên"
        ) == caught.value.text("vi")

    def test_bounds_are_of_one_rubric(self) -> None:
        """Those of another one say nothing of this one."""
        other = evolve(COMPARED, slug="khac")
        frame = POLARS.frame(typed({"a": [1, 2]}))
        found = frames.bounds(other, frame)

        with pytest.raises(CohortError) as caught:
            frames.score(COMPARED, frame, cohort=found)

        assert "the cohort is under the rubric 'khac', not 'nho'" == caught.value.text("en")
        assert "nhóm xếp hạng theo bộ tiêu chí 'khac', không phải 'nho'" == caught.value.text("vi")

    def test_bounds_are_of_what_is_compared(self) -> None:
        """Those of one reading say nothing where another number is compared."""
        frame = POLARS.frame(typed({"a": [1, 2], "b": [3, 4]}))
        found = frames.bounds(READ, frame)

        with pytest.raises(CohortError) as caught:
            frames.score(READ, frame, cohort=found, readings={"so": "khac"})

        assert (
            "bounds › 1: under these readings the row compares another value "
            "than the one that was measured"
        ) == caught.value.text("en")
        assert (
            "bounds › 1: theo các cách hiểu này hàng so sánh một giá trị khác với giá trị đã đo"
        ) == caught.value.text("vi")

    def test_bounds_by_code_are_of_rows_that_are_there(self) -> None:
        """A code that no rule is run for is refused."""
        frame = POLARS.frame(typed({"a": [1, 2]}))

        with pytest.raises(CohortError) as caught:
            frames.score(COMPARED, frame, cohort={"3": CohortBounds(1, 2)})

        assert "bounds: there is no criterion 3" == caught.value.text("en")
        assert "bounds: không có tiêu chí 3" == caught.value.text("vi")

    def test_a_row_compares_one_thing(self) -> None:
        """Bounds of two things would be told apart by nobody."""
        twice = compared_row(
            score=Sum(
                [
                    MinMaxNormalized(constant="full", measure=Count("a")),
                    MinMaxNormalized(constant="full", measure=Count("b")),
                ]
            ),
        )

        with pytest.raises(CohortError) as caught:
            frames.bounds(rubric_of(twice), POLARS.frame(typed({"a": [1]})))

        assert (
            "criterion '1' › score: the row compares units by several values: a, b; "
            "bounds of a cohort are of one"
        ) == caught.value.text("en")
        assert (
            "criterion '1' › score: hàng này so sánh các đơn vị theo nhiều giá trị: a, b; "
            "chỉ một giá trị có cận của nhóm"
        ) == caught.value.text("vi")
