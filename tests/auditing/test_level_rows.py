"""What rows can have together: groups that are cut, count otherwise, or leave rows out."""

from fractions import Fraction
from typing import Any

import pytest

from auditing.graded import TWO, asking, at, graded, kinds, level, of, scale
from auditing.small import found
from rubrik import Band, Rubric
from rubrik.auditing.feasibility import negated
from rubrik.auditing.levels import (
    level_shadowed,
    level_unproved,
    levels_coincide,
    levels_not_nested,
)
from rubrik.auditing.stretches import level_hole, levels_not_monotone
from rubrik.auditing.subject import Subject
from rubrik.auditing.wanted import worded
from rubrik.scales import AllOf, AnyOf, AtLeast, Reaches
from rubrik.scorers import Amount, Proportional
from scoring.rows import banded, fixed, group, per_unit


def test_a_group_that_is_cut_has_no_more_than_its_maximum() -> None:
    """What its rows add up to does not help; where it is not cut, it does."""
    cut, uncut = group("1", 15, capped=True), group("1", 15)

    assert set() == asking(at("1", ">=", 15), cut, *TWO)
    assert {"level-unreachable"} == asking(at("1", ">", 15), cut, *TWO)
    assert {"level-condition-always"} == asking(at("", "<=", 15), cut, *TWO)
    assert set() == asking(at("1", ">=", 20), uncut, *TWO)
    assert {"level-unreachable"} == asking(at("1", ">", 20), uncut, *TWO)


def test_a_group_that_is_cut_can_have_its_maximum_without_each_row() -> None:
    """With 15 of 20 there is room: 15 of the group asks for 5 of each row, and more does not."""
    cut = group("1", 15, capped=True)

    def implied(points: object) -> bool:
        levels = level("Một", at("1", ">=", 15), at("1.1", ">=", points))
        return "level-condition-implied" in kinds(graded(cut, *TWO, scales=(scale(levels),)))

    assert implied(5)
    assert not implied(Fraction(5) + Fraction(1, 10**9))


def test_the_whole_is_the_sum_of_what_stands_at_the_top() -> None:
    """A scale without a row asks about the points of everything."""
    first, second = per_unit("1", "a"), per_unit("2", "b")
    levels = level("Một", at("", ">=", 15), at("1", ">=", 5))

    assert {"level-condition-implied"} == kinds(graded(first, second, scales=(scale(levels),)))
    assert {"level-unreachable"} == asking(at("", ">", 20), first, second)
    assert set() == asking(at("", ">=", 20), first, second)


def test_the_rows_of_a_group_with_a_rule_of_its_own_are_apart() -> None:
    """Their points are shown, and do not make those of the group."""
    rule = group("1", 8, counts="rule", score=Amount(Fraction(8)))
    levels = level("Một", at("1.1", "<=", 0), at("1.2", "<=", 0), at("1", ">=", 8))

    assert {"level-condition-always"} == kinds(graded(rule, *TWO, scales=(scale(levels),)))
    assert {"level-unreachable"} == asking(at("1", ">", 8), rule, *TWO)
    assert {"level-unreachable"} == asking(at("1.1", ">", 10), rule, *TWO)


def test_a_group_without_rows_has_nothing() -> None:
    """It is worth 0, and so is a row of a checklist."""
    empty = group("1", 10)

    assert {"level-unreachable"} == asking(at("1", ">", 0), empty)
    assert {"level-condition-always"} == asking(at("1", ">=", 0), empty)


def test_a_row_without_limit_keeps_nothing_from_being_reached() -> None:
    """Any number of points can be had, and no level follows from it."""
    endless = per_unit("1", "a", max=None, score=Proportional(rate=1))

    assert set() == asking(at("1", ">=", 10**12), endless)
    assert {"level-condition-always"} == asking(at("1", ">=", 0), endless)
    assert {"level-unreachable"} == asking(at("1", "<", 0), endless)


MAY_GO = (per_unit("1.1", "a", may_be_not_applicable=True), per_unit("1.2", "b"))


def test_what_need_not_apply_can_leave_a_share_of_less() -> None:
    """A share of a maximum that shrinks is not proved to be out of reach; points are."""
    plain = group("1")

    assert {"level-unreachable"} == asking(at("1", ">", 20), plain, *MAY_GO)
    assert {"level-unreachable"} == asking(of("1", ">", 1), plain, *TWO)
    assert set() == asking(of("1", ">", 1), plain, *MAY_GO)
    assert {"level-unreachable"} == asking(of("1.2", ">", 1), plain, *MAY_GO)
    assert set() == asking(of("1", ">", 10, base="parts"), plain, *MAY_GO)


def test_a_row_that_does_not_apply_has_nothing() -> None:
    """So it may have less than its rule gives, and its level below is reached."""
    paid = fixed("1.1", 10, may_be_not_applicable=True)
    sure = fixed("1.1", 10)

    assert set() == asking(at("1", "<", 10), group("1"), paid, TWO[1])
    assert {"level-unreachable"} == asking(at("1", "<", 10), group("1"), sure, TWO[1])
    assert set() == asking(at("1.1", ">=", 10), group("1"), paid)
    assert {"level-condition-always"} == asking(at("1.1", ">=", 10), group("1"), sure)


@pytest.mark.parametrize("policy", [{"rescaled": True}, {"nothing_applicable": "full"}])
def test_what_is_made_up_for_is_no_sum_of_its_rows(policy: dict[str, Any]) -> None:
    """A unit that a row does not apply to can have 20 of the group with 10 of the other row."""
    rows = tuple(per_unit(f"1.{number}", "a", may_be_not_applicable=True) for number in (1, 2))
    levels = level("Một", at("1", ">=", 20), at("1.1", "<=", 0))
    made_up = graded(group("1", 20, **policy), *rows, scales=(scale(levels),))
    plain = graded(group("1", 20), *rows, scales=(scale(levels),))
    all_apply = graded(group("1", 20, **policy), *TWO, scales=(scale(levels),))

    assert set() == kinds(made_up)
    assert {"level-unreachable"} == kinds(plain)
    assert {"level-unreachable"} == kinds(all_apply)


def test_levels_by_shares_are_nested_though_a_row_need_not_apply() -> None:
    """Both shares are of the same maximum, whatever it is for a unit."""
    levels = scale(level("Một", of("1", ">=", "90%")), level("Hai", of("1", ">=", "80%")))

    assert set() == kinds(graded(group("1"), *MAY_GO, scales=(levels,)))


def test_a_mean_is_of_as_many_parts_as_there_are() -> None:
    """2.5 of two rows are 5 points, as the finding says."""
    whole = of("", ">", "10", base="parts")
    rubric = graded(group("1"), *TWO, scales=(scale(level("Một", of("1", ">", 15, base="parts"))),))

    assert set() == asking(of("1", ">=", 10, base="parts"), group("1"), *TWO)
    assert {"level-unreachable"} == asking(whole, group("1"), *TWO[:1])
    assert [
        (
            "scale:s",
            "warning",
            (
                "never reached: the level “Một” asks for 1 > 30 (a mean of 15), "
                "while 1 can have 0 to 20 points"
            ),
        )
    ] == found(rubric, "level-unreachable")


def test_what_no_case_is_left_for_is_not_said() -> None:
    """Where the steps do not last, nothing is claimed, and each scale has a note that says so."""
    rows = tuple(per_unit(str(number), "a") for number in range(1, 6))
    wanted = tuple(at(each.code, ">", 9) for each in rows)
    levels = level("I", AtLeast(at_least=3, of=wanted), at("", "<=", 20))
    subject = Subject(graded(*rows, scales=(scale(levels),)))
    subject.budget.left = 20
    (applied,) = subject.applied
    said = (
        "the conditions combine in too many ways: after 500000 steps, "
        "what is not said here has not been proved"
    )

    assert [] == list(level_unproved(subject))
    assert (None,) == applied.reachable
    assert applied.can(*wanted) is None
    assert [("scale:s", "note", said)] == [
        (each.code, each.severity.value, each.message.text("en"))
        for each in level_unproved(subject)
    ]
    assert (False,) == Subject(graded(*rows, scales=(scale(levels),))).applied[0].reachable


def test_a_share_of_no_maximum_asks_for_nothing() -> None:
    """A rubric that was never checked can ask for it: then nothing is proved."""
    rubric = Rubric(
        slug="nho",
        title="Nhỏ",
        nodes=(fixed("1", 4, max=None),),
        scales=(scale(level("I", of("1", ">=", "50%"), at("1", ">", 4))),),
    )

    assert [
        (
            "scale:s",
            "warning",
            "never reached: the level “I” asks for 1 > 4, while 1 can have 4 points",
        )
    ] == found(rubric, "level-unreachable")


def test_a_share_of_no_maximum_is_an_unknown_number() -> None:
    """Where such a condition is told, its number is said to be unknown."""
    levels = scale(level("I", at("1", ">=", 2)), level("II", of("1", ">=", "50%")))
    rubric = Rubric(slug="nho", title="Nhỏ", nodes=(fixed("1", 4, max=None),), scales=(levels,))

    assert [
        (
            "scale:s",
            "warning",
            "the conditions of the level “I” do not ensure those of “II”: 1 an unknown number",
        )
    ] == found(rubric, "levels-not-nested")


def test_a_row_that_never_has_points_can_have_any() -> None:
    """Nothing is known of it, and conditions that contradict each other do so all the same."""
    nowhere = per_unit("1", "a", score=banded(Band(below=0, points=1)), max=5)
    levels = scale(level("I", at("1", "<", 5), at("1", ">=", 5)))

    assert [
        (
            "scale:s",
            "warning",
            "never reached: the level “I” asks for 1 < 5, 1 ≥ 5, while 1 can have any value",
        )
    ] == found(graded(nowhere, scales=(levels,)), "level-unreachable")


def test_nothing_is_said_of_levels_once_the_steps_are_spent() -> None:
    """Levels beside each other are not compared, and none is claimed to hide another."""
    levels = scale(level("I", at("1", ">=", 2)), level("II", at("1", ">=", 4)))
    subject = Subject(graded(per_unit("1", "a"), scales=(levels,)))
    assert (True, True) == subject.applied[0].reachable
    subject.budget.left = -1
    audits = (level_shadowed, levels_coincide, levels_not_nested, levels_not_monotone, level_hole)

    assert [] == [finding for each in audits for finding in each(subject)]


def test_one_of_nothing_never_holds() -> None:
    """And all of nothing always does."""
    (applied,) = Subject(graded(*TWO, scales=(scale(level("I", at("", ">=", 1))),))).applied

    assert (False, True) == (applied.can(AnyOf(any=())), applied.can(AllOf(all=())))
    assert applied.implies((), negated(AnyOf(any=())))


def test_only_resolved_requirements_are_asked() -> None:
    """Whoever asks for the level of another scale has forgotten to put its conditions in."""
    named = Reaches(scale="s", level="I")
    (applied,) = Subject(graded(*TWO, scales=(scale(level("I", at("", ">=", 1))),))).applied

    for ask in (negated, applied.can, lambda each: worded(each, applied)):
        with pytest.raises(AssertionError):
            ask(named)
