import importlib
import sys
from typing import Any

import narwhals.stable.v2 as nw
import pytest
from attrs import evolve

from frames.backends import BACKENDS, Columns
from frames.comparing import ALL, differences, exactly
from frames.small import COLUMNS, NODES, RUBRIC, certified, one_of, with_columns
from rubrik import (
    AllOf,
    AnyOf,
    Boolean,
    Choice,
    Criterion,
    Gated,
    Group,
    Level,
    Proportional,
    Rubric,
    Scale,
    Threshold,
)
from rubrik.errors import TableError
from rubrik.frames import certify, precision, score
from rubrik.frames.certifying import batch_certified
from rubrik.frames.levels import Judge
from rubrik.frames.plans import planned
from rubrik.measures import Choice as Chosen
from rubrik.measures import ChoiceInput, Constraint, CountInput, Flag, Ratio, Weighted
from rubrik.scales import Reaches
from rubrik.scorers import Condition

POLARS = BACKENDS[0]
HUGE = Weighted({"phan": 10**20})


def agrees(rubric: Rubric, columns: Columns = COLUMNS, **asked: Any) -> list[str]:  # noqa: ANN401 - readings and policies
    """Where a frame is not as its rows by themselves."""
    rows = certified(POLARS, columns, rubric, outputs=ALL, **asked)
    frame = POLARS.rows(POLARS.frame(columns))
    bounds = precision(rubric, **asked)
    pairs = zip(rows, frame, strict=True)
    return [
        each
        for row, said in pairs
        for each in differences(row, exactly(rubric, said, asked), bounds)
    ]


class TestWhatDoesNotFit:
    """Numbers that 64 bits cannot hold are left to exact arithmetic, wherever they are read."""

    def test_in_a_line(self) -> None:
        """A rule over a sum with weights that are too large."""
        assert [] == agrees(one_of(Proportional(rate="1/100", measure=HUGE)))

    def test_in_a_gate(self) -> None:
        """A condition on such a sum."""
        gate = Condition(measure=HUGE, from_=10**20)
        rule = Gated(when=gate, then=Proportional(full_from=3, measure=Weighted({"phan": 1})))

        assert [] == agrees(one_of(rule))

    def test_in_a_constraint(self) -> None:
        """Facts that are tied by such a sum."""
        tied = evolve(RUBRIC, constraints=(Constraint(f"{10**20} * phan <= {10**20} * toan"),))

        assert [] == agrees(tied)

    def test_in_a_checklist(self) -> None:
        """A row that only asks whether there is such a number."""
        nodes = (Criterion(code="1", name="Một", measure=HUGE),)

        assert [] == agrees(evolve(RUBRIC, nodes=nodes, readings=(), scales=()))


class TestWhatHasNoColumn:
    """What nobody is asked for is not reported."""

    def test_in_a_gate(self) -> None:
        """Which case holds is open where the number has no column."""
        gate = Condition(measure=Ratio(ratio="phan", of="toan"), from_="1/2")
        rule = Gated(when=gate, then="max", otherwise=3)

        assert [] == agrees(one_of(rule), {"row": COLUMNS["row"], "co": COLUMNS["co"]})

    def test_in_a_sum(self) -> None:
        """A sum of which one part has a column, and the other has none."""
        rule = Proportional(rate=1, measure=Weighted({"phan": 1, "toan": 1}))

        assert [] == agrees(one_of(rule), {"row": COLUMNS["row"], "phan": COLUMNS["phan"]})

    def test_of_an_answer_that_makes_no_difference(self) -> None:
        """Options that are all worth the same are worth that in any case."""
        rule = Choice({"rieng": 5, "chung": 5}, measure=Chosen("chon"))

        assert [] == agrees(one_of(rule), {"row": COLUMNS["row"]})
        assert [] == agrees(one_of(rule))

    def test_of_a_gate_that_makes_no_difference(self) -> None:
        """Cases that are all worth the same likewise."""
        gate = Condition(measure=Ratio(ratio="phan", of="toan"), from_="1/2")

        assert [] == agrees(one_of(Gated(when=gate, then=3, otherwise=3)), {"row": COLUMNS["row"]})


def test_a_gate_is_open_where_its_number_has_no_column() -> None:
    """Which of two rules holds is not known, whatever they come to."""
    gate = Condition(measure=Ratio(ratio="phan", of="toan"), from_="1/2")
    rule = Gated(when=gate, then=Boolean(measure=Flag("co")), otherwise=3)

    assert [] == agrees(one_of(rule), {"row": COLUMNS["row"], "co": COLUMNS["co"]})
    assert [] == agrees(one_of(rule))


def test_a_checklist_asks_for_numbers_too() -> None:
    """A row without points is answered where its number is known."""
    nodes = (Criterion(code="1", name="Một", measure=Ratio(ratio="phan", of="toan")),)
    checklist = evolve(RUBRIC, nodes=nodes, readings=(), scales=())

    assert [] == agrees(checklist)
    assert [] == agrees(checklist, {"row": COLUMNS["row"]})


def test_a_part_with_a_limit_narrows_its_ratio() -> None:
    """One count of two says more where the part cannot be larger than something."""
    inputs = (CountInput(name="quy", label="Quý", max=4), CountInput(name="toan", label="Toàn bộ"))
    rule = Proportional(measure=Ratio(ratio="quy", of="toan"))
    columns: Columns = {
        "row": ("int64", [0, 1, 2]),
        "quy": ("int64", [None, 4, 2]),
        "toan": ("int64", [8, None, 4]),
    }

    assert [] == agrees(one_of(rule, *inputs), columns)


def test_whole_points_are_compared_without_intervals() -> None:
    """Points that are exact need no margin, whether or not what is open is followed."""
    rubric = evolve(one_of(Boolean(measure=Flag("co"))), scales=scaled(FULL).scales)
    rows = certified(POLARS, COLUMNS, rubric, intervals=False)

    assert ["Tốt", "Tốt", "Yếu", "Tốt", "Tốt"] == [row["level_muc"] for row in rows]


FULL = Level(name="Tốt", conditions=(Threshold(points=10),))


def test_many_options_are_looked_up() -> None:
    """A choice of more options than are compared one by one."""
    options = {f"o{each}": f"{each}" for each in range(12)}
    asked = ChoiceInput(name="nhieu", label="Nhiều", options=options)
    rule = Choice({name: at for at, name in enumerate(options, -2)}, measure=Chosen("nhieu"))
    columns: Columns = {
        "row": ("int64", [0, 1, 2, 3]),
        "nhieu": ("string", ["o5", "o11", "?", None]),
    }

    assert [] == agrees(one_of(rule, asked), columns)


def test_a_group_of_nothing_has_nothing() -> None:
    """A group without parts is worth nothing."""
    nodes = (Group(code="0", name="Trống"), *NODES)

    assert [] == agrees(evolve(RUBRIC, nodes=nodes))


def scaled(*levels: Level, **more: Any) -> Rubric:  # noqa: ANN401 - any other field
    """The rubric with another scale."""
    return evolve(RUBRIC, scales=(Scale(id="muc", name="Mức", levels=levels, below="Yếu", **more),))


class TestScales:
    """Levels of every shape are those of a unit by itself."""

    def test_of_alternatives_on_one_row(self) -> None:
        """One of two thresholds on the points of one row, or both of two."""
        either = AnyOf(
            any=(Threshold(points=45), AllOf(all=(Threshold(points=20), Threshold(points=10))))
        )
        both = AllOf(
            all=(Threshold(points=15), AllOf(all=(Threshold(points=3), Threshold(points=5))))
        )

        assert [] == agrees(scaled(Level(name="Tốt", conditions=(either,))))
        assert [] == agrees(scaled(Level(name="Khá", conditions=(both,))))

    def test_of_a_share_of_what_nobody_knows(self) -> None:
        """Nothing reaches a share of a maximum that is not stated."""
        nodes = (Criterion(code="1", name="Một", measure=HUGE, score=Proportional(rate=1)),)
        level = Level(name="Tốt", conditions=(Threshold(share="0.5"),))

        assert [] == agrees(evolve(scaled(level), nodes=nodes, readings=()))

    def test_of_one_name_whichever_holds(self) -> None:
        """Two levels that are called alike: it may be open which it is, and known what comes out.

        Columns cannot tell, so that such a row takes the exact pass.
        """
        levels = (
            Level(name="Khá", conditions=(Threshold(points=25),)),
            Level(name="Khá", conditions=(Threshold(points=15),)),
        )
        rows = certified(POLARS, COLUMNS, scaled(*levels))

        assert "Khá" == rows[4]["level_muc"]
        assert "open" == rows[4]["rubrik_status"]
        assert [] == agrees(scaled(*levels))

    def test_of_what_is_always_known(self) -> None:
        """Points that are the same for all are never open."""
        either = AnyOf(any=(Threshold(points=3), Threshold(points=9)))
        rule = Choice({"rieng": 5, "chung": 5}, measure=Chosen("chon"))
        always = evolve(one_of(rule), scales=scaled(Level(name="Tốt", conditions=(either,))).scales)

        assert [] == agrees(always, {"row": COLUMNS["row"]})

    def test_of_another_scale_are_resolved_before(self) -> None:
        """A level that is named by another has been replaced by what it asks for."""
        plan = planned(RUBRIC, {})
        wanted = Reaches(scale="muc-do", level="Tốt")

        with pytest.raises(AssertionError):
            Judge(plan.read, {}, lambda each: each, followed=True)._test(wanted, "")  # noqa: SLF001 - no resolved scale comes here


class TestRefusals:
    """What cannot be done is said before any row is read."""

    def refused(self, columns: Columns = COLUMNS, **asked: Any) -> str:  # noqa: ANN401 - whatever `score` takes
        """What is said of it."""
        with pytest.raises(TableError) as caught:
            score(RUBRIC, POLARS.frame(columns), **asked)
        return f"{caught.value}\n{caught.value.text('vi')}"

    def test_of_rows_that_must_apply(self) -> None:
        """A column that takes out what must not be, or what is not there."""
        columns = with_columns(
            **{
                "not_applicable:A.1": ("bool", [True] * 5),
                "not_applicable:A.3": ("bool", [True] * 5),
            }
        )

        assert (
            "2 problems:\n"
            "- column 'not_applicable:A.1': the rubric does not let it be not applicable\n"
            "- column 'not_applicable:A.3': there is no criterion A.3 "
            "(did you mean: B.3, A.2, A.1?)\n"
            "2 lỗi:\n"
            "- cột 'not_applicable:A.1': bộ tiêu chí không cho phép coi là không áp dụng\n"
            "- cột 'not_applicable:A.3': không có tiêu chí A.3 (có phải là: B.3, A.2, A.1?)"
        ) == self.refused(columns)

    def test_of_outputs(self) -> None:
        """Only what is known can be put out."""
        assert (
            "outputs: 'totals' will not do: one of these is expected: "
            "criteria, groups, total, levels, bounds, statuses (did you mean: total?)\n"
            "outputs: 'totals' không hợp lệ: cần một trong: "
            "criteria, groups, total, levels, bounds, statuses (có phải là: total?)"
        ) == self.refused(outputs=["totals"])

    def test_of_names_that_are_taken(self) -> None:
        """No column is written over, in capitals either."""
        columns = with_columns(Points_Total=("int64", [1] * 5), RUBRIK_status=("int64", [1] * 5))

        assert (
            "2 problems:\n"
            "- column 'Points_Total': the table has this column already: "
            "the results would write over it\n"
            "- column 'RUBRIK_status': the table has this column already: "
            "the results would write over it\n"
            "2 lỗi:\n"
            "- cột 'Points_Total': bảng đã có cột này: kết quả sẽ ghi đè lên nó\n"
            "- cột 'RUBRIK_status': bảng đã có cột này: kết quả sẽ ghi đè lên nó"
        ) == self.refused(columns)

    def test_of_a_frame_that_is_not_scored(self) -> None:
        """What is certified has been scored with the same choices."""
        with pytest.raises(TableError) as caught:
            certify(RUBRIC, POLARS.frame(COLUMNS), outputs=["total"])

        assert (
            "2 problems:\n"
            "- the table has no column 'points_total'\n"
            "- the table has no column 'rubrik_status'\n"
            "2 lỗi:\n"
            "- bảng không có cột 'points_total'\n"
            "- bảng không có cột 'rubrik_status'"
        ) == f"{caught.value}\n{caught.value.text('vi')}"


def test_many_rows_beyond_columns_are_scored_by_code() -> None:
    """Where it pays the rubric becomes code, which says the same as sheets do."""
    rows = 300
    columns: Columns = {
        "row": ("int64", list(range(rows))),
        "phan": ("int64", [2**41 + each for each in range(rows)]),
        "toan": ("int64", [2**42] * rows),
        "co": ("bool", [True] * rows),
        "chon": ("string", ["rieng"] * rows),
        "muc:x": ("bool", [True] * rows),
        "muc:y": ("bool", [False] * rows),
        "tien": ("double", [0.25] * rows),
    }

    assert [] == agrees(RUBRIC, columns)
    assert [] == agrees(evolve(RUBRIC, scales=()), columns)


def test_a_batch_of_polars_is_certified() -> None:
    """What Polars calls back for each batch scores the rows that are not proved."""
    few = with_columns(phan=("int64", [2**41, 1, 0, 0, 0]), toan=("int64", [2**42, 3, 1, 1, 1]))
    frame = POLARS.frame(few)
    batch = score(RUBRIC, frame.lazy(), outputs=["total"]).collect()
    made = batch_certified(batch, planned(RUBRIC, nw.from_native(frame).schema, outputs=["total"]))

    assert "unproved" == batch["rubrik_status"][0]
    assert (45.0, "scored") == (made["points_total"][0], made["rubrik_status"][0])
    assert batch[1:].equals(made[1:])


def test_narwhals_is_asked_for_where_it_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the package says in one line how it is had."""
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    monkeypatch.delitem(sys.modules, "rubrik.frames")

    with pytest.raises(ModuleNotFoundError) as caught:
        importlib.import_module("rubrik.frames")
    assert 'narwhals not installed: run pip install "rubrik[frames]"' == str(caught.value)
