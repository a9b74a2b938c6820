"""The grades A+, A, B and C of the districts of Đồng Nai (2022), as the notes print them.

+ Mức A+: Điểm đánh giá đạt từ 2,5 điểm trở lên.
+ Mức A: Điểm đánh giá đạt từ 1,5 đến dưới 2,5 điểm.
+ Mức B: Điểm đánh giá đạt từ 0,5 đến dưới 1,5 điểm.
+ Mức C: Điểm đánh giá đạt dưới 0,5 điểm.
"""

from collections.abc import Mapping
from fractions import Fraction

import pytest

import rubrik
from rubrik.rubric import Interpretation
from rubrik.scales import thresholds

SLUG = "dong-nai/cap-huyen-2022"

Ends = Mapping[str, list[tuple[str, Fraction | None]]]

GRADES: Ends = {
    "A+": [(">=", Fraction("2.5"))],
    "A": [(">=", Fraction("1.5")), ("<", Fraction("2.5"))],
    "B": [(">=", Fraction("0.5")), ("<", Fraction("1.5"))],
    "C": [("<", Fraction("0.5"))],
}


def asked(read: Interpretation, scale: str, node: str) -> Ends:
    """What each grade asks of a row, in points; an empty node is the whole."""
    maximum = read.maxima[node] if node else read.maximum
    parts = len(read.children.get(node or None, ()))
    return {
        level.name: [(each.op, each.at(maximum, parts)) for each in thresholds(level.conditions)]
        for level in read.scales[scale].levels
    }


def times(factor: int) -> Ends:
    """The printed thresholds as those of a sum of so many."""
    return {
        name: [(op, None if points is None else points * factor) for op, points in ends]
        for name, ends in GRADES.items()
    }


def deciding(read: Interpretation) -> list[str]:
    """The scales whose levels are those of the unit."""
    return [scale.id for scale in read.scales.values() if scale.decides]


@pytest.mark.parametrize("scale", ["tieu-chi", "binh-quan"])
def test_grades_stand_for_points(scale: str) -> None:
    """Mức A+: 3 điểm; mức A: 2 điểm; mức B: 1 điểm; mức C: 0 điểm."""
    levels = rubrik.load(SLUG).under().scales[scale].levels

    assert ["A+", "A", "B", "C"] == [each.name for each in levels]
    assert [3, 2, 1, 0] == [each.points for each in levels]


def test_each_criterion_is_graded_by_default() -> None:
    """The points of each of the six criteria are graded as printed."""
    read = rubrik.load(SLUG).under()

    assert ["tieu-chi"] == deciding(read)
    assert ("1", "2", "3", "4", "5", "6") == read.scales["tieu-chi"].nodes
    assert GRADES == asked(read, "tieu-chi", "1")


def test_the_mean_of_the_six_may_be_graded() -> None:
    """2,5 on the mean of six criteria is 15 of the 18 points of their sum."""
    read = rubrik.load(SLUG).under({"phan-loai": "binh-quan"})

    assert ["binh-quan"] == deciding(read)
    assert times(6) == asked(read, "binh-quan", "")
    assert (">=", Fraction(15)) == asked(read, "binh-quan", "")["A+"][0]


def test_the_sum_may_be_graded() -> None:
    """The printed thresholds on the sum: one full criterion is an A+."""
    read = rubrik.load(SLUG).under({"phan-loai": "tong-diem"})

    assert ["binh-quan"] == deciding(read)
    assert GRADES == asked(read, "binh-quan", "")


def test_points_may_be_rounded_before_they_are_graded() -> None:
    """Rounded to two digits, 2,495 is 2,50: every threshold moves by half a hundredth."""
    read = rubrik.load(SLUG).under({"lam-tron-truoc-phan-loai": "hai-chu-so"})
    moved = {
        name: [(op, None if points is None else points - Fraction("0.005")) for op, points in ends]
        for name, ends in GRADES.items()
    }

    assert moved == asked(read, "tieu-chi", "6")
    assert (">=", Fraction("14.97")) == asked(read, "binh-quan", "")["A+"][0]
