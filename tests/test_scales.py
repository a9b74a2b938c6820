"""Level rules as data: what a threshold comes to, and what can stand in a scale at all."""

from fractions import Fraction
from typing import Any

import pytest

import rubrik
from rubrik import (
    AllOf,
    AnyOf,
    AtLeast,
    Level,
    Ranking,
    Reaches,
    RubricError,
    Scale,
    Threshold,
    Veto,
)
from rubrik.scales import BY_POINTS, thresholds

FIRST, SECOND, THIRD = (Threshold(points=number) for number in (1, 2, 3))


class TestThreshold:
    """A number that the points of a row are compared with."""

    def test_is_absolute(self) -> None:
        """Points are points, whatever the maximum of the row is."""
        threshold = Threshold(node="B", points="842,5")

        assert Fraction(1685, 2) == threshold.at(Fraction(1000), 4)
        assert Fraction(1685, 2) == threshold.at(None, 0)

    @pytest.mark.parametrize(
        ("base", "points"), [(None, 180), ("max", 180), (300, 270), ("parts", "5.4"), (0, 0)]
    )
    def test_is_a_share_of_its_base(self, base: object, points: object) -> None:
        """A share is of the maximum, of a declared number, or of as many parts as there are."""
        given: Any = base
        threshold = Threshold(share="90%", base=given)

        assert rubrik.rational(points) == threshold.at(Fraction(200), 6)

    def test_is_no_share_of_a_maximum_that_is_not_there(self) -> None:
        """Without a maximum a share of it is no number; one of anything else still is."""
        of_number: Any = "500"

        assert Threshold(share="90%").at(None, 6) is None
        assert Threshold(share="90%", base="max").at(None, 6) is None
        assert Fraction(450) == Threshold(share="90%", base=of_number).at(None, 0)

    @pytest.mark.parametrize("given", [{}, {"points": 5, "share": "90%"}])
    def test_is_either_points_or_a_share(self, given: dict[str, Any]) -> None:
        """Neither of the two says nothing, both say two things."""
        with pytest.raises(RubricError) as caught:
            Threshold(**given)

        assert "một điều kiện ghi đúng một trong hai: points hoặc share" == caught.value.text("vi")
        assert "a condition states exactly one of points and share" == caught.value.text("en")

    def test_has_a_base_only_with_a_share(self) -> None:
        """Points are of nothing."""
        with pytest.raises(RubricError) as caught:
            Threshold(points=5, base="max")

        assert (
            "base: base chỉ đi với share: số điểm tuyệt đối không tính trên gì cả"
        ) == caught.value.text("vi")
        assert "base: base goes with share only: absolute points are of nothing" == (
            caught.value.text("en")
        )

    def test_is_a_value(self) -> None:
        """Two that say the same are the same, however their numbers are written."""
        first, second = Threshold(share="90%", base=300), Threshold(share=0.9, base="300")

        assert first == second
        assert hash(first) == hash(second)


class TestScale:
    """Levels, the best first."""

    def test_is_for_the_whole_or_for_rows(self) -> None:
        """Without rows it is applied to the whole, which has no code."""
        given: dict[str, Any] = {"id": "s", "name": "S", "levels": ()}

        assert ("",) == Scale(**given).subjects
        assert ("A", "B") == Scale(**given, nodes=("A", "B")).subjects

    def test_finds_its_levels(self) -> None:
        """A level is found by its name."""
        level = Level(name="Mức I", conditions=(FIRST,), points=3)
        scale = Scale(id="s", name="S", levels=(level,))

        assert level == scale.level("Mức I")
        assert Fraction(3) == level.points
        assert scale.level("Mức II") is None

    def test_reads_its_bases(self) -> None:
        """Bases are numbers, the maximum or the number of parts; what is left open is not there."""
        given: Any = {"A": "300", "B": "max", "C": "parts", "D": None}
        scale = Scale(id="s", name="S", levels=(), bases=given)

        assert {"A": Fraction(300), "B": "max", "C": "parts"} == scale.bases

    def test_can_be_hashed(self) -> None:
        """A scale can be a key; its bases, which cannot, tell equal ones apart all the same."""
        given: dict[str, Any] = {"id": "s", "name": "S", "levels": ()}

        assert hash(Scale(**given)) == hash(Scale(**given, bases={"A": 1}))
        assert Scale(**given) != Scale(**given, bases={"A": 1})


def test_units_of_equal_points_share_a_place_unless_a_rubric_says_otherwise() -> None:
    """The ranking of a rubric that prints none is by the points of the whole, ties together."""
    assert Ranking(ties="competition", nodes=(), cohort="") == BY_POINTS


def test_thresholds_are_had_in_order_however_deep() -> None:
    """All of them, in printed order; those of a level that is only named are of its own scale."""
    wanted = (
        AnyOf(any=(AllOf(all=(FIRST,)), Reaches(scale="s", level="I"))),
        AtLeast(at_least=1, of=(SECOND,)),
        THIRD,
    )

    assert [FIRST, SECOND, THIRD] == list(thresholds(wanted))


def test_a_veto_says_why_and_what_follows() -> None:
    """A veto is a reason, the rows it follows from, and what the unit is called then."""
    veto = Veto(reason="Khai sai", annulled=("IV",), result="Hủy")

    assert ("Khai sai", ("IV",), (), "Hủy") == (
        veto.reason,
        veto.annulled,
        veto.conditions,
        veto.result,
    )


def test_the_points_of_a_level_are_read_as_everywhere() -> None:
    """A level may be worth points of its own, or none."""
    conditions = (Threshold(points=80),)

    assert Fraction(5, 2) == Level(name="I", conditions=conditions, points="2,5").points
    assert Level(name="I", conditions=conditions).points is None
