import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from fractions import Fraction
from multiprocessing import get_context

import pytest

import rubrik
from rubrik import (
    Criterion,
    Evaluation,
    Level,
    ReadingError,
    RubrikError,
    Scale,
    SubmissionError,
    Threshold,
)
from rubrik.measures import Count, Ratio
from scoring.rows import fixed, group, per_unit, rubric_of

LEVEL = Level(name="Đạt", conditions=(Threshold(points=5),))
SCALES = tuple(
    Scale(id=name, name="Thang", levels=(LEVEL,), below="Không", nodes=nodes)
    for name, nodes in {"all": (), "rows": ("1.1", "1.2")}.items()
)
RUBRIC = rubric_of(
    group("1"),
    per_unit("1.1", "a"),
    per_unit("1.2", "m", measure=Ratio(ratio="a", of="b")),
    scales=SCALES,
)


def sent(found: Evaluation) -> Evaluation:
    """What another process would have of it."""
    there: Evaluation = pickle.loads(pickle.dumps(found))  # noqa: S301 - made a moment ago
    return there


class TestEvaluate:
    """Points and levels of one unit."""

    def test_gives_every_row_the_whole_and_every_level(self) -> None:
        """4 points and 4/9 of one."""
        found = rubrik.evaluate(RUBRIC, {"a": 4, "b": "9"})

        assert {"1": Fraction(40, 9), "1.1": Fraction(4), "1.2": Fraction(4, 9)} == found.points
        assert ["1", "1.1", "1.2"] == list(found.points)
        assert Fraction(40, 9) == found.total
        assert {("all", ""): "Không", ("rows", "1.1"): "Không", ("rows", "1.2"): "Không"} == (
            found.levels
        )

    def test_leaves_open_what_is_open(self) -> None:
        """A row, its group and the whole; the other row is known, and so may a level be."""
        found = rubrik.evaluate(RUBRIC, {"a": 4})

        assert {"1": None, "1.1": Fraction(4), "1.2": None} == found.points
        assert found.total is None
        assert {("all", ""): None, ("rows", "1.1"): "Không", ("rows", "1.2"): "Không"} == (
            found.levels
        )
        assert "Đạt" == rubrik.evaluate(RUBRIC, {"a": 5}).levels["all", ""]

    def test_counts_what_is_missing_as_told(self) -> None:
        """As nothing, if the caller says so."""
        found = rubrik.evaluate(RUBRIC, {"a": 4}, missing="zero")

        assert Fraction(4) == found.total
        assert "Không" == found.levels["all", ""]

    def test_knows_the_rows_that_the_rubric_has(self) -> None:
        """And no other, nor the whole."""
        points = rubrik.evaluate(RUBRIC, {"a": 4, "b": 9}).points

        assert 3 == len(points)
        with pytest.raises(KeyError, match="'2'"):
            points["2"]

    @pytest.mark.parametrize("inputs", [{"a": 4, "b": 9}, {"a": 4}], ids=["at sight", "open"])
    @pytest.mark.parametrize("again", [deepcopy, sent], ids=["copy", "pickle"])
    def test_can_be_copied_and_sent(
        self, inputs: dict[str, object], again: Callable[[Evaluation], Evaluation]
    ) -> None:
        """However it was made, all that it says is the same elsewhere."""
        found = rubrik.evaluate(RUBRIC, inputs)
        other = again(found)

        assert (found.points, found.total, found.levels) == (
            other.points,
            other.total,
            other.levels,
        )
        assert list(found.points) == list(other.points)

    def test_can_be_made_by_other_processes(self) -> None:
        """Many units are spread over the cores of a machine as anything else is."""
        makers = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        with makers:
            (found,) = makers.map(rubrik.evaluate, [RUBRIC], [{"a": 4, "b": 9}])

        assert Fraction(40, 9) == found.total == found.points["1"]

    def test_shows_total_and_levels(self) -> None:
        """The points of all rows would be too many."""
        rubric = rubric_of(fixed("1", "7/2"))

        assert "Evaluation(total=Fraction(7, 2), levels={})" == repr(rubrik.evaluate(rubric, {}))

    def test_refuses_what_a_submission_refuses(self) -> None:
        """With every problem."""
        with pytest.raises(SubmissionError) as caught:
            rubrik.evaluate(RUBRIC, {"a": 4, "b": 3, "quarters": 5, "z": 1})

        assert (
            "3 problems:\n"
            "- inputs › quarters: Số quý: '5' will not do, a whole number from 0 to 4 is expected\n"
            "- inputs › z: there is no input z\n"
            "- inputs › a: Số A (4) is more than Số B (3)"
        ) == caught.value.text("en")

    def test_refuses_bounds_of_rows_that_are_not_there(self) -> None:
        """A cohort of some other rubric."""
        with pytest.raises(SubmissionError) as caught:
            rubrik.evaluate(RUBRIC, {"a": 4}, cohort={"9": rubrik.CohortBounds(0, 1)})

        assert "cohort › 9: there is no criterion 9" == caught.value.text("en")

    def test_compares_with_a_cohort(self) -> None:
        """Without its bounds such a row is open."""
        score = rubrik.MinMaxNormalized(constant="full")
        rubric = rubric_of(Criterion(code="1", name="Một", max=10, measure=Count("a"), score=score))
        cohort = {"1": rubrik.CohortBounds(0, 8)}

        assert rubrik.evaluate(rubric, {"a": 3}).total is None
        assert Fraction(15, 4) == rubrik.evaluate(rubric, {"a": 3}, cohort=cohort).total

    def test_refuses_unknown_readings_and_policies(self) -> None:
        """As the ordinary score does."""
        with pytest.raises(ReadingError):
            rubrik.evaluate(RUBRIC, {}, readings={"khac": "1"})
        with pytest.raises(RubrikError):
            rubrik.evaluate(RUBRIC, {}, missing="none")
