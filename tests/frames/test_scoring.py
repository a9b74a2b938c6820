from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from frames.backends import BACKENDS, Backend, Columns, by_name
from frames.small import COLUMNS, RUBRIC, certified, one_of, only, scored, with_columns
from rubrik import Band, Banded, Criterion, Group, Level, Proportional, Scale, Threshold
from rubrik.frames import OUTPUTS, score
from rubrik.measures import (
    AmountInput,
    Constraint,
    CountInput,
    Flag,
    Ratio,
    Share,
    ShareInput,
    Weighted,
)

every_engine = pytest.mark.parametrize("backend", BACKENDS, ids=by_name)

THIRD = 10 / 3


@every_engine
class TestAFrame:
    """What comes back is the caller's own frame with results behind it."""

    def test_has_points_and_levels(self, backend: Backend) -> None:
        """Groups, the whole and every scale, beside whether a row is scored at all."""
        rows = scored(backend, COLUMNS)

        assert [
            (17.5, 30.0, 47.5, "Tốt", "scored"),
            (pytest.approx(10 + THIRD), 10.0, pytest.approx(20 + THIRD), "Yếu", "scored"),
            (3.5, 15.0, 18.5, "Yếu", "scored"),
            (None, None, None, None, "refused"),
            (None, None, None, None, "open"),
        ] == only(rows, "points_A", "points_B", "points_total", "level_muc_do", "rubrik_status")

    def test_keeps_its_own_columns_in_front_and_untouched(self, backend: Backend) -> None:
        """Own columns stay as they are, in their order; results follow in printed order."""
        native = backend.frame(COLUMNS)
        before, after = backend.rows(native), backend.rows(score(RUBRIC, native))
        results = ["points_A", "points_B", "points_total", "level_muc_do", "rubrik_status"]

        assert [*COLUMNS, *results] == list(after[0])
        assert before == [{name: row[name] for name in COLUMNS} for row in after]

    def test_puts_out_what_is_chosen(self, backend: Backend) -> None:
        """Only what is asked for is put out, and always the state of the row."""
        (row, *_) = scored(backend, COLUMNS, outputs=["criteria", "statuses"])

        assert {
            "points_A_1": 7.5,
            "status_A_1": "scored",
            "points_A_2": 10.0,
            "status_A_2": "scored",
            "points_B_1": 10.0,
            "status_B_1": "scored",
            "points_B_2": 10.0,
            "status_B_2": "scored",
            "points_B_3": 10.0,
            "status_B_3": "scored",
            "rubrik_status": "scored",
        } == {name: value for name, value in row.items() if name not in COLUMNS}

    def test_tells_what_keeps_points_open(self, backend: Backend) -> None:
        """Missing and undefined are told apart, and what the points can be is known."""
        *_, row = scored(backend, COLUMNS, outputs=OUTPUTS)

        assert (None, 0.0, 10.0, "undefined") == only(
            [row], "points_A_1", "low_A_1", "high_A_1", "status_A_1"
        )[0]
        assert ("missing", "missing", "missing") == only(
            [row], "status_B_2", "status_B", "status_total"
        )[0]
        assert (20.0, 50.0, None) == only([row], "low_total", "high_total", "points_total")[0]

    def test_is_read_in_another_way(self, backend: Backend) -> None:
        """A reading changes what a row is worth."""
        (row, *_) = scored(backend, COLUMNS, readings={"ke-hoach": "nam"})

        assert (12.5, 42.5) == only([row], "points_A", "points_total")[0]

    def test_takes_what_is_missing_for_nothing(self, backend: Backend) -> None:
        """Under that policy what is not reported gives no points; what is undefined stays open."""
        outputs = ("groups", "total", "statuses", "bounds")
        *_, row = scored(backend, COLUMNS, missing="zero", outputs=outputs)

        assert (10.0, "scored", "undefined") == only([row], "points_B", "status_B", "status_total")[
            0
        ]
        assert (20.0, 30.0) == only([row], "low_total", "high_total")[0]

    def test_can_do_without_intervals(self, backend: Backend) -> None:
        """Then a unit that misses anything has no total, and all others what they have anyway."""
        rows, plain = scored(backend, COLUMNS), scored(backend, COLUMNS, intervals=False)

        assert rows == plain

    def test_is_read_by_other_names(self, backend: Backend) -> None:
        """Columns may be called otherwise than inputs; the others are found by name."""
        renamed = {("so_nguoi" if name == "toan" else name): each for name, each in COLUMNS.items()}
        rows = scored(backend, renamed, columns={"toan": "so_nguoi"}, outputs=["total"])

        assert only(scored(backend, COLUMNS), "points_total") == only(rows, "points_total")

    def test_takes_a_column_that_is_not_there_for_not_reported(self, backend: Backend) -> None:
        """Nobody reports what there is no column for."""
        few = {name: COLUMNS[name] for name in ("row", "co", "chon")}
        (row, *_) = scored(backend, few, outputs=OUTPUTS)

        assert (20.0, 50.0, "missing", "open") == only(
            [row], "low_total", "high_total", "status_A_1", "rubrik_status"
        )[0]

    def test_may_hold_nothing_that_is_asked(self, backend: Backend) -> None:
        """A frame without any of the inputs comes back open, row by row."""
        tied = evolve(RUBRIC, constraints=(Constraint("phan <= 3"), Constraint("toan >= 4")))
        rows = certified(backend, {"row": COLUMNS["row"]}, tied)

        assert ["open"] * 5 == [row["rubrik_status"] for row in rows]

    def test_may_be_empty(self, backend: Backend) -> None:
        """A frame without rows has the same columns, and none in them."""
        empty: Columns = {name: (dtype, []) for name, (dtype, _) in COLUMNS.items()}
        native = score(RUBRIC, backend.frame(empty))

        assert [] == backend.rows(native)

    def test_takes_no_number_for_null(self, backend: Backend) -> None:
        """NaN is not a share of anything: it counts as not reported."""
        nan = float("nan")
        rows = scored(backend, with_columns(ty_le=("double", [nan, 0.5, 0.35, nan, nan])))

        assert only(scored(backend, COLUMNS), "points_total") == only(rows, "points_total")

    def test_reads_answers_in_words_and_figures(self, backend: Backend) -> None:
        """Yes and no are truth, figures or words; options may be categories."""
        answers: Columns = {
            "co": ("string", [" đã ban hành", "CÓ", "không", "x", "1"]),
            "chon": ("dictionary", COLUMNS["chon"][1]),
            "muc:x": ("int8", [1, 1, 0, 1, 1]),
            "muc:y": ("double", [1.0, 0.0, 0.0, 1.0, None]),
        }
        rows = scored(backend, with_columns(**answers))

        assert only(scored(backend, COLUMNS), "points_total", "rubrik_status") == only(
            rows, "points_total", "rubrik_status"
        )

    def test_leaves_out_what_does_not_apply(self, backend: Backend) -> None:
        """A column of truth takes a row out, and the group is made up for."""
        exempt = ("bool", [None, True, False, None, None])
        rows = certified(backend, with_columns(**{"not_applicable:B.2": exempt}))

        assert [30.0, 7.5, 15.0] == [row["points_B"] for row in rows[:3]]


@every_engine
class TestWhatCannotBe:
    """A row that cannot be so is refused, and nothing is dropped."""

    @pytest.mark.parametrize(
        ("column", "dtype", "values"),
        [
            ("phan", "int64", [-1, 1]),
            ("phan", "double", [0.5, 1.0]),
            ("phan", "double", [float("inf"), 1.0]),
            ("quy", "int32", [5, 4]),
            ("ty_le", "double", [1.5, 1.0]),
            ("ty_le", "double", [-0.5, 1.0]),
            ("ty_le", "double", [float("-inf"), 1.0]),
            ("tien", "double", [float("inf"), 1.0]),
            ("tien", "double", [-0.5, 1.0]),
            ("tien", "decimal128(20, 2)", [Decimal("-0.5"), Decimal(1)]),
            ("co", "string", ["có lẽ", "có"]),
            ("co", "int8", [2, 1]),
            ("co", "double", [0.5, 1.0]),
            ("chon", "string", ["khac", "rieng"]),
            ("muc:x", "string", ["có lẽ", "có"]),
            ("not_applicable:B.2", "string", ["có lẽ", "không"]),
        ],
    )
    def test_is_refused(
        self, backend: Backend, column: str, dtype: str, values: list[object]
    ) -> None:
        """A value that no unit can report refuses its row, and no other."""
        asked = evolve(RUBRIC, inputs=(*RUBRIC.inputs, CountInput(name="quy", label="Quý", max=4)))
        few: Columns = {"row": ("int64", [0, 1]), column: (dtype, values)}

        assert ["refused", "open"] == [
            row["rubrik_status"] for row in certified(backend, few, asked)
        ]

    def test_breaks_a_constraint(self, backend: Backend) -> None:
        """Inputs that are tied must agree."""
        tied = evolve(RUBRIC, constraints=(Constraint("phan + 1 <= 1/2 * toan"),))
        few: Columns = {
            "row": ("int64", [0, 1, 2]),
            "phan": ("int64", [3, 2, 3]),
            "toan": ("int64", [7, 6, None]),
        }

        assert ["refused", "open", "open"] == [
            row["rubrik_status"] for row in certified(backend, few, tied)
        ]


@every_engine
class TestAChecklist:
    """Rows that print no points have none, in frames as anywhere."""

    def test_has_no_points(self, backend: Backend) -> None:
        """A checklist says what is answered, and nothing more."""
        few: Columns = {"row": ("int64", [0, 1]), "co": ("bool", [True, None])}
        rows = scored(backend, few, CHECKLIST, outputs=OUTPUTS)

        assert [
            (None, "scored", None, "scored", "scored"),
            (None, "missing", None, "missing", "open"),
        ] == only(rows, "points_I_1", "status_I_1", "points_total", "status_I", "rubrik_status")


CHECKLIST = evolve(
    RUBRIC,
    nodes=(
        Group(code="I", name="Nhóm"),
        Criterion(code="I.1", name="Kế hoạch", measure=Flag("co")),
        Criterion(code="I.2", name="Khác"),
    ),
    readings=(),
    scales=(),
)


@every_engine
class TestNearAThreshold:
    """Levels are exact, although columns are floats."""

    def test_just_below_is_below(self, backend: Backend) -> None:
        """A billionth below is below, and the threshold itself is not."""
        few: Columns = {
            "row": ("int64", [0, 1, 2]),
            "ty_le": ("double", [0.5, 0.4999999999, 0.5000000001]),
            "co": ("bool", [True, True, True]),
            "chon": ("string", ["rieng"] * 3),
            "muc:x": ("bool", [False] * 3),
            "muc:y": ("bool", [False] * 3),
            "tien": ("int32", [0] * 3),
        }
        rows = certified(backend, few)

        assert [(25.0, "Khá"), (24.999999999, "Yếu"), (25.000000001, "Khá")] == only(
            rows, "points_total", "level_muc_do"
        )

    def test_sums_that_floats_get_wrong_are_right(self, backend: Backend) -> None:
        """A tenth and seven are eight tenths, which they are not in floats; and three are not more.

        Floats make 0.7999999999999999 of the first sum, and 0.30000000000000004 of the second.
        """
        rule = Proportional(rate=1)
        nodes = tuple(
            Criterion(code=f"{each}", name="Hàng", max=10, measure=Share(f"s{each}"), score=rule)
            for each in (1, 2)
        )
        levels = (
            Level(name="Tám", conditions=(Threshold(points="0.8"),)),
            Level(name="Hơn ba", conditions=(Threshold(points="0.30000000000000002"),)),
        )
        two = evolve(
            RUBRIC,
            nodes=nodes,
            inputs=tuple(ShareInput(name=f"s{each}", label="Tỷ lệ") for each in (1, 2)),
            readings=(),
            scales=(Scale(id="dat", name="Đạt", levels=levels, below="Không"),),
        )
        few: Columns = {
            "row": ("int64", [0, 1]),
            "s1": ("double", [0.1, 0.1]),
            "s2": ("double", [0.7, 0.2]),
        }

        assert ["Tám", "Không"] == [row["level_dat"] for row in certified(backend, few, two)]

    def test_ten_tenths_are_one(self, backend: Backend) -> None:
        """Also where floats make 0.9999999999999999 of them, or 3.370000000000001 of 3.37."""
        nodes = tuple(
            Criterion(
                code=f"{each}",
                name="Hàng",
                max=10,
                measure=Share("ty_le"),
                score=Proportional(rate=1),
            )
            for each in range(1, 11)
        )
        levels = (
            Level(name="Hơn", conditions=(Threshold(points="3.37000000000000001"),)),
            Level(name="Một", conditions=(Threshold(points=1),)),
            Level(name="Gần một", conditions=(Threshold(points="0.999999999999"),)),
        )
        scale = Scale(id="dat", name="Đạt", levels=levels, below="Không")
        ten = evolve(RUBRIC, nodes=nodes, readings=(), scales=(scale,))
        few: Columns = {
            "row": ("int64", [0, 1, 2, 3]),
            "ty_le": ("double", [0.337, 0.1, 0.09999999999999999, 0.0999]),
        }

        assert ["Một", "Một", "Gần một", "Không"] == [
            row["level_dat"] for row in certified(backend, few, ten)
        ]

    def test_a_ratio_at_an_edge_is_in_the_band_from_there(self, backend: Backend) -> None:
        """Thirds that no float holds are not below a third, nor above it."""
        third = Ratio(ratio="phan", of="toan")
        rows = {
            "from": Banded(
                bands=(Band(below="1/3", points=1), Band(from_="1/3", points=2)), measure=third
            ),
            "above": Banded(
                bands=(Band(to="1/3", points=1), Band(above="1/3", points=2)), measure=third
            ),
        }
        few: Columns = {
            "row": ("int64", [0, 1, 2]),
            "phan": ("int64", [1, 33333333333, 7]),
            "toan": ("int64", [3, 100000000000, 20]),
        }

        found = {name: certified(backend, few, one_of(rule)) for name, rule in rows.items()}
        assert {"from": [2.0, 1.0, 2.0], "above": [1.0, 1.0, 2.0]} == {
            name: [row["points_total"] for row in each] for name, each in found.items()
        }


@every_engine
class TestBeyondColumns:
    """What 64 bits or floats cannot hold is scored in rationals."""

    @pytest.mark.parametrize(
        ("dtype", "part", "whole"),
        [
            ("int64", 2**53 + 1, 2**54 + 2),
            ("int64", 2**40 + 1, 2**41 + 2),
            ("uint64", 2**63, 2**64 - 1),
            ("decimal128(38, 0)", Decimal(10**30), Decimal(2 * 10**30)),
        ],
    )
    def test_large_counts_are_exact(
        self, backend: Backend, dtype: str, part: object, whole: object
    ) -> None:
        """Half of a very large number is half of it."""
        few: Columns = {
            "row": ("int64", [0]),
            "phan": (dtype, [part]),
            "toan": (dtype, [whole]),
        }
        (row,) = certified(
            backend, few, one_of(Proportional(measure=Ratio(ratio="phan", of="toan")))
        )

        assert (pytest.approx(5.0, rel=1e-15), "scored") == (
            row["points_total"],
            row["rubrik_status"],
        )

    def test_fine_decimals_are_exact(self, backend: Backend) -> None:
        """Money is added up in ten-thousandths, and exactly where it is finer."""
        rule = Proportional(rate=1, measure=Weighted({"tien": 3, "them": -1}))
        inputs = (
            AmountInput(name="tien", label="Kinh phí", unit="đồng"),
            AmountInput(name="them", label="Thêm", unit="đồng"),
        )
        few: Columns = {
            "row": ("int64", [0, 1, 2]),
            "tien": ("double", [0.1, 0.100001, 1e11]),
            "them": ("double", [0.3, 0.3, 299999999999.0]),
        }
        rows = certified(backend, few, one_of(rule, *inputs))

        assert [0.0, 0.000003, 1.0] == [row["points_total"] for row in rows]

    def test_decimals_beside_ten_thousandths_are_not_taken_for_them(self, backend: Backend) -> None:
        """Of neighbouring floats one is 917.05, and the other one is more than that."""
        edge = Fraction("917.0500000000001")
        bands = [Band(from_=edge, points=10), Band(below=edge, points=0)]
        rule = Banded(bands=bands, measure=Weighted({"tien": 1}))
        money = AmountInput(name="tien", label="Kinh phí", unit="đồng")
        few: Columns = {
            "row": ("int64", list(range(20))),
            "tien": ("double", [917.05] * 10 + [917.0500000000001] * 10),
        }
        rows = backend.rows(score(one_of(rule, money), backend.frame(few)))
        exact = certified(backend, few, one_of(rule, money))

        assert ["scored"] * 10 == [row["rubrik_status"] for row in rows[:10]]
        assert [0.0] * 10 + [10.0] * 10 == [row["points_total"] for row in exact]

    def test_weights_without_room_are_exact(self, backend: Backend) -> None:
        """A rule whose numbers do not fit into 64 bits is scored row by row."""
        rule = Proportional(rate=1, measure=Weighted({"phan": "1/10000000000000000000"}))
        few: Columns = {"row": ("int64", [0]), "phan": ("int64", [10**18])}

        assert [0.1] == [row["points_total"] for row in certified(backend, few, one_of(rule))]
