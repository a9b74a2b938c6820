"""Scales for several rows, made of others, with vetoes and alternatives, and of one row alone."""

import pytest

from auditing.graded import at, graded, kinds, level, of, scale
from auditing.small import Found, found
from rubrik.scales import AllOf, AnyOf, AtLeast, Reaches, Veto
from scoring.rows import fixed, per_unit


def test_a_scale_for_several_rows_is_audited_for_each() -> None:
    """What is the same for some of them is said once, with their codes."""
    rows = fixed("1", 4), per_unit("2", "a"), fixed("3", 4)
    levels = scale(level("Đạt", of("", ">=", "50%")), nodes=("1", "2", "3"))
    everywhere = scale(level("Đạt", at("2", ">=", 11)), nodes=("1", "3"))
    said = "never reached: the level “Đạt” asks for"
    expected: list[Found] = [
        ("scale:s", "warning", f"{code}: {said} {code} ≥ 5 (50%), while {code} can have 4 points")
        for code in ("1", "3")
    ]

    assert expected == found(graded(*rows, scales=(levels,)), "level-unreachable")
    assert [
        ("scale:s", "warning", f"1, 3: {said} 2 ≥ 11, while 2 can have 0 to 10 points")
    ] == found(graded(*rows, scales=(everywhere,)), "level-unreachable")


def test_the_conditions_of_another_scale_are_told_there() -> None:
    """A level made of others is shown to be out of reach; what always holds is said once."""
    parts = scale(
        level("I", at("1", ">=", 0), at("2", ">=", 11)), level("II", at("2", ">=", 5)), id="p"
    )
    joint = scale(
        level("I", Reaches(scale="p", level="I")),
        level("II", AllOf(all=(Reaches(scale="p", level="II"), at("1", ">=", 0)))),
        id="j",
    )
    rubric = graded(per_unit("1", "a"), per_unit("2", "b"), scales=(parts, joint))
    always = "always holds: 1 can have 0 to 10 points"

    assert ["scale:p", "scale:j"] == [code for code, _, _ in found(rubric, "level-unreachable")]
    assert [
        ("scale:p", "note", f"the condition 1 ≥ 0 of the level “I” {always}"),
        ("scale:j", "note", f"the condition 1 ≥ 0 of the level “II” {always}"),
    ] == found(rubric, "level-condition-always")


def test_a_condition_can_follow_from_another_scale() -> None:
    """A level that names a level of another scale has its conditions beside its own."""
    parts = scale(level("I", at("2", ">=", 5)), id="p")
    joint = scale(level("I", at("2", ">=", 4), Reaches(scale="p", level="I")), id="j")
    rubric = graded(per_unit("1", "a"), per_unit("2", "b"), scales=(parts, joint))

    assert [
        (
            "scale:j",
            "note",
            "the condition 2 ≥ 4 of the level “I” follows from others: 2 ≥ 5",
        )
    ] == found(rubric, "level-condition-implied")


def test_of_two_equal_conditions_one_follows() -> None:
    """What follows from the rest is taken out before the next is tried."""
    twice = level("I", at("1", ">=", 5), at("1", ">=", 5, printed="5 điểm"))
    rubric = graded(per_unit("1", "a"), scales=(scale(twice),))

    assert ["the condition 1 ≥ 5 of the level “I” follows from others: 1 ≥ 5"] == [
        text for _, _, text in found(rubric, "level-condition-implied")
    ]


def test_a_level_can_be_hidden_by_several_others_together() -> None:
    """Neither of them holds wherever it does, and yet one of them always does."""
    levels = scale(
        level("Một", at("1", ">=", 5)),
        level("Hai", at("2", ">=", 5)),
        level("Ba", at("1", "<", 5)),
        level("Bốn", at("2", ">=", 1)),
    )
    rubric = graded(per_unit("1", "a"), per_unit("2", "b"), scales=(levels,))

    assert [
        (
            "scale:s",
            "warning",
            (
                "the level “Bốn” is never given: "
                "whoever meets its conditions meets those of a better one, “Một”, “Ba”"
            ),
        )
    ] == found(rubric, "level-shadowed")


def test_alternatives_inside_of_alternatives_are_tried() -> None:
    """One that never holds is found however deep it stands, and what is in it is not told."""
    deep = AnyOf(
        any=(
            at("1", ">=", 5),
            AllOf(
                all=(at("2", ">=", 1), AtLeast(at_least=1, of=(at("2", ">", 10), at("2", ">", 3))))
            ),
            AnyOf(any=(at("1", ">", 10), at("1", ">", 11))),
        )
    )
    rubric = graded(per_unit("1", "a"), per_unit("2", "b"), scales=(scale(level("I", deep)),))
    never = "of the level “I” never holds where the others do"

    assert [
        f"the condition 2 > 10 {never}",
        f"the condition one of (1 > 10, 1 > 11) {never}",
    ] == [text for _, _, text in found(rubric, "level-condition-never")]


@pytest.mark.parametrize(("result", "expected"), [("", ["≥ 0, < 3 points"]), ("Loại", [])])
def test_points_that_a_veto_takes_out_need_a_name_too(result: str, expected: list[str]) -> None:
    """Either the veto says what such a unit is called, or the scale what is outside of levels."""
    veto = Veto(reason="v", result=result, conditions=(at("", "<", 3),))
    levels = level("I", at("", ">=", 5)), level("II", at("", "<", 5))
    rubric = graded(fixed("1", 4), per_unit("2", "a"), scales=(scale(*levels, below=""),))
    shut_out = graded(per_unit("2", "a"), scales=(scale(*levels, below="", vetoes=(veto,)),))
    said = "no level, and the scale has no name for what is outside of its levels"

    assert [] == found(rubric, "level-hole")
    assert [f"{points}: {said}" for points in expected] == [
        text for _, _, text in found(shut_out, "level-hole")
    ]


@pytest.mark.parametrize("at_the_top", [True, False])
def test_a_scale_may_go_either_way(at_the_top: bool) -> None:
    """More points may be better, or fewer; and what is below all may lie at the far end."""
    up = level("A", at("", ">=", 8)), level("B", at("", ">=", 5))
    down = level("A", at("", "<=", 2)), level("B", at("", "<=", 5))
    rubric = graded(per_unit("1", "a"), scales=(scale(*(up if at_the_top else down)),))

    assert [] == found(rubric, "levels-not-monotone")
    assert [] == found(rubric, "level-hole")
    assert set() == kinds(rubric)


def test_a_scale_may_not_go_both_ways() -> None:
    """A level in the middle, with what is below all on both sides of it, falls again."""
    middle = scale(level("A", at("", ">=", 4), at("", "<=", 6)))

    assert [
        (
            "scale:s",
            "warning",
            (
                "as points rise, the level rises here and falls there: "
                "≥ 0, < 4 points: “Không”, 4 to 6 points: “A”, > 6, ≤ 10 points: “Không”"
            ),
        )
    ] == found(graded(per_unit("1", "a"), scales=(middle,)), "levels-not-monotone")


def test_levels_can_coincide_because_of_a_veto() -> None:
    """What a veto takes out of the worse level is all that it had beside the better one."""
    levels = level("I", at("1", ">=", 5)), level("II", at("1", ">=", 3))
    veto = Veto(reason="v", conditions=(at("1", "<", 5),))
    row = per_unit("1", "a")

    assert {"levels-coincide"} == kinds(graded(row, scales=(scale(*levels, vetoes=(veto,)),)))
    assert set() == kinds(graded(row, scales=(scale(*levels),)))


@pytest.mark.parametrize("below", ["", "Không"])
def test_a_hole_between_levels_is_told_once(below: str) -> None:
    """It is no fall of the level as well, and needs no name."""
    levels = (
        level("I", at("1", ">=", 8)),
        level("II", at("1", ">=", 5), at("1", "<", 7)),
        level("III", at("1", "<", 5)),
    )
    rubric = graded(per_unit("1", "a"), scales=(scale(*levels, below=below),))
    said = "≥ 7, < 8 points: no level, though fewer points and more points have one"

    assert [("scale:s", "warning", said)] == found(rubric, "level-hole")
    assert [] == found(rubric, "levels-not-monotone")


def test_a_level_of_another_scale_that_always_holds_is_told_there() -> None:
    """Not again where it is named."""
    parts = scale(level("I", at("1", ">=", 0)), id="p")
    joint = scale(level("I", Reaches(scale="p", level="I"), at("1", ">=", 5)), id="j")
    rubric = graded(per_unit("1", "a"), scales=(parts, joint))

    assert ["scale:p"] == [code for code, _, _ in found(rubric, "level-condition-always")]
    assert [] == found(rubric, "level-condition-implied")


def test_what_a_veto_takes_out_is_no_level_beside_another() -> None:
    """Nor is it a case that no level covers, as it has a name."""
    levels = level("I", at("1", ">=", 5)), level("II", at("2", ">=", 5))
    rows = per_unit("1", "a"), per_unit("2", "b")
    low = Veto(reason="v", conditions=(at("2", "<", 5),))
    both = Veto(
        reason="v", result="Loại", conditions=(AllOf(all=(at("1", "<", 5), at("2", "<", 5))),)
    )

    assert {"levels-not-nested"} == kinds(graded(*rows, scales=(scale(*levels),)))
    assert "levels-not-nested" not in kinds(graded(*rows, scales=(scale(*levels, vetoes=(low,)),)))
    for vetoes, holes in (((), 1), ((both,), 0)):
        covered = scale(*levels, below="", vetoes=vetoes)
        assert holes == len(found(graded(*rows, scales=(covered,)), "level-hole"))


def test_nothing_follows_in_a_level_that_is_out_of_reach() -> None:
    """From conditions that never hold anything would."""
    levels = scale(level("I", at("1", ">", 10), at("2", ">=", 5)))
    rubric = graded(per_unit("1", "a"), per_unit("2", "b"), scales=(levels,))

    assert {"level-unreachable"} == kinds(rubric)
