"""What readings ask about levels, and which levels nobody reaches under their other options."""

import pytest

import rubrik
from auditing.small import READING, SCALE, changed, found, scaled

Change = tuple[str, str]

GOOD = '{ node = "1", points = 25 }, { node = "1.2", points = 8 }'
FAIR = '{ node = "1", points = 15 }, { node = "1.1", share = "50%" }'
HIGH = (FAIR, '{ node = "1", points = 15 }, { node = "1.1", share = "110%" }')

OTHER = READING.replace('default = "in"', 'default = "khac"')
"""A reading whose default is not the print."""


@pytest.mark.parametrize(
    "option",
    [
        '"scale:muc" = { "levels.1.conditions.1.share" = "1/2" }',
        '"scale:muc" = { bases = { "1.1" = 5 } }',
        '"1.1" = { max = 11 }',
    ],
)
def test_what_a_reading_asks_is_a_note(option: str) -> None:
    """Where an option replaces a condition, the base or the maximum of its share, it is a note."""
    said = (
        "never reached: the level “Khá” asks for 1.1 ≥ 11 (110%), while 1.1 can have 0 to 10 points"
    )

    assert [("scale:muc", "warning", said)] == found(scaled(HIGH), "level-unreachable")
    assert [("scale:muc", "note", f"{said} (asked by the reading: hoi)")] == found(
        scaled(HIGH, more=READING % option), "level-unreachable"
    )


@pytest.mark.parametrize(
    "option",
    [
        '"scale:muc" = { "levels.0.conditions.1.points" = 9 }',
        '"scale:muc" = { "levels.1.label" = "B" }',
        '"scale:muc" = { below = "Kém" }',
        '"scale:muc" = { decides = false }',
        '"1.1" = { "measure.when_empty" = 1 }',
        '"1.2" = { max = 11 }',
    ],
)
def test_what_a_reading_does_not_ask_stays_a_warning(option: str) -> None:
    """A reading of another level, of a name, or of a row that is not asked answers nothing."""
    before = found(scaled(HIGH), "level-unreachable")

    assert before == found(scaled(HIGH, more=READING % option), "level-unreachable")


def test_a_share_of_a_base_of_the_scale_does_not_go_back_to_a_maximum() -> None:
    """It goes back to that base, and a reading of the maximum answers nothing."""
    change = ('below = "Không xếp loại"', 'below = "Không"\nbases = { "1.1" = 10 }')

    def severity(option: str) -> str:
        ((_, found_severity, said),) = found(
            scaled(change, HIGH, more=READING % option), "level-unreachable"
        )
        assert "1.1 ≥ 11 (110% × 10)" in said
        return found_severity

    assert "warning" == severity('"1.1" = { max = 11 }')
    assert "note" == severity('"scale:muc" = { bases = { "1.1" = 5 } }')


def test_a_share_of_a_stated_base_does_not_go_back_to_a_maximum() -> None:
    """Where the condition says what it is a share of, the maximum of the row is not asked."""
    high = (FAIR, '{ node = "1.1", share = "110%", base = 10 }')
    more = READING % '"1.1" = { max = 11 }'
    ((_, severity, _),) = found(scaled(high, more=more), "level-unreachable")

    assert "warning" == severity


def test_a_veto_that_a_reading_asks_about_is_a_note() -> None:
    """What a veto by points takes away follows from the veto."""
    veto = 'vetoes = [{ reason = "Gian dối", conditions = [{ node = "1", points = 20 }] }]\n'
    change = ("[[scale.levels]]", f"{veto}[[scale.levels]]")
    more = READING % '"scale:muc" = { vetoes = [] }'
    ((_, severity, said),) = found(scaled(change, more=more), "level-unreachable")

    assert "note" == severity
    assert said.endswith("by a veto: “Gian dối” (asked by the reading: hoi)")


def test_a_reading_of_another_scale_bears_on_levels_made_of_it() -> None:
    """A level that names a level of another scale goes back to its conditions and its bases."""
    joint = (
        '[[scale]]\nid = "chung"\nname = "Chung"\nbelow = "Không"\n[[scale.levels]]\nname = "Đạt"\n'
    )
    joint += 'conditions = [{ scale = "muc", level = "Khá" }]\n'
    said = (
        "never reached: the level “Đạt” asks for 1.1 ≥ 11 (110%), "
        "while 1.1 can have 0 to 10 points (asked by the reading: hoi)"
    )
    for option in ('"levels.1.conditions.1.share" = "1/2"', 'bases = { "1.1" = 5 }'):
        more = READING % f'"scale:muc" = {{ {option} }}'
        rubric = scaled(HIGH, more=joint + more)

        assert ("scale:chung", "note", said) in found(rubric, "level-unreachable")


OPTIONS = [
    (
        '"scale:muc" = { "levels.0.conditions.0.points" = 31 }',
        "1 ≥ 31, while 1 can have 0 to 30 points",
    ),
    ('"1.2" = { score = 7 }', "1.2 ≥ 8, while 1.2 can have 7 points"),
    ('"1.3" = { score = 4 }', "1 ≥ 25, while 1 can have 4 to 24 points"),
    ('"1" = { max = 24, capped = true }', "1 ≥ 25, while 1 can have 0 to 24 points"),
    (
        '"1" = { counts = "rule", score = 24 }',
        "1 ≥ 25, while 1 can have 24 points",
    ),
]


@pytest.mark.parametrize(("option", "why"), OPTIONS)
def test_a_level_that_an_option_puts_out_of_reach_is_a_note(option: str, why: str) -> None:
    """The reading and the option are named, also where it is a row that is read otherwise."""
    rubric = scaled(more=READING % option)
    said = f"as read by hoi = khac: never reached: the level “Tốt” asks for {why}"

    assert [("scale:muc", "note", said)] == found(rubric, "level-unreachable")
    assert ["in"] == [each.printed for each in rubrik.audit(rubric)]


def test_all_levels_that_an_option_puts_out_of_reach_are_told_at_once() -> None:
    """Each with its reason, in both languages."""
    rubric = scaled(more=READING % '"1" = { max = 10, capped = true }')
    (finding,) = (each for each in rubrik.audit(rubric) if each.kind == "level-unreachable")

    assert (
        "theo cách hiểu hoi = khac: không bao giờ đạt được mức “Tốt”: "
        "cần 1 ≥ 25; mức “Khá”: cần 1 ≥ 15, trong khi 1 được từ 0 đến 10 điểm"
    ) == finding.message.text("vi")
    assert (
        "as read by hoi = khac: never reached: the level “Tốt” asks for 1 ≥ 25; "
        "the level “Khá” asks for 1 ≥ 15, while 1 can have 0 to 10 points"
    ) == finding.message.text("en")


@pytest.mark.parametrize(
    "option",
    [
        '"scale:muc" = { "levels.0.conditions.0.points" = 30 }',
        '"1.2" = { score = 8 }',
        '"1.3" = { score = 5 }',
        '"1" = { max = 25, capped = true }',
        '"1.1" = { "measure.when_empty" = 1 }',
    ],
)
def test_an_option_that_leaves_every_level_in_reach_is_not_told(option: str) -> None:
    """At the very edge a level can still be reached."""
    assert [] == found(scaled(more=READING % option), "level-unreachable")


def test_the_print_that_a_default_mends_is_a_note() -> None:
    """By default the level can be reached; as printed it cannot."""
    change = (GOOD, '{ node = "1", points = 45 }')
    mended = OTHER % '"scale:muc" = { "levels.0.conditions.0.points" = 25 }'
    said = (
        "as read by hoi = in: never reached: the level “Tốt” asks for 1 ≥ 45, "
        "while 1 can have 0 to 30 points"
    )

    assert [("scale:muc", "note", said)] == found(scaled(change, more=mended), "level-unreachable")
    assert [
        (
            "scale:muc",
            "note",
            "by default read by hoi = khac, which is not the print in levels.0.conditions.0.points",
        )
    ] == found(scaled(change, more=mended), "reading-in-force")


def test_options_are_tried_where_rows_need_not_apply_too() -> None:
    """What rows have under an option is read anew, with those that may be left out."""
    row = 'name = "Số quý"\nmax = 10\n'
    changes = (row, f"{row}may_be_not_applicable = true\n")
    rubric = changed(changes, more=SCALE + READING % '"1.3" = { score = 4 }')
    said = (
        "as read by hoi = khac: never reached: the level “Tốt” asks for 1 ≥ 25, "
        "while 1 can have 4 to 24 points"
    )

    assert [("scale:muc", "note", said)] == found(rubric, "level-unreachable")


def test_what_is_never_reached_by_default_is_not_told_again_for_options() -> None:
    """Options that change nothing about it say nothing about it."""
    more = READING % '"1.2" = { score = 8 }'

    assert 1 == len(found(scaled(HIGH, more=more), "level-unreachable"))


NAMELESS = ('below = "Không xếp loại"\n', "")


@pytest.mark.parametrize(
    ("option", "severity"),
    [
        ('"scale:muc" = { below = "Kém" }', "note"),
        ('"scale:muc" = { "levels.1.conditions.1.share" = "0%" }', "note"),
        ('"scale:muc" = { bases = { "1.1" = 5 } }', "warning"),
        ('"scale:muc" = { "levels.1.label" = "B" }', "warning"),
        ('"1.1" = { max = 11 }', "warning"),
    ],
)
def test_points_without_a_level_are_asked_about_by_conditions(option: str, severity: str) -> None:
    """A reading of what shares are of does not say which level they have."""
    ((_, found_severity, _),) = found(scaled(NAMELESS, more=READING % option), "level-hole")

    assert severity == found_severity


def test_points_without_a_level_are_asked_about_by_the_scale_that_is_named() -> None:
    """A level that is one of another scale is changed there."""
    joint = (
        '[[scale]]\nid = "chung"\nname = "Chung"\n[[scale.levels]]\nname = "Đạt"\n'
        'conditions = [{ scale = "muc", level = "Khá" }]\n'
    )
    option = READING % '"scale:muc" = { "levels.%s.conditions.0.points" = 10 }'
    for place, severity in ((0, "warning"), (1, "note")):
        rubric = scaled(more=joint + option % place)

        assert [severity] == [each for _, each, _ in found(rubric, "level-hole")]


@pytest.mark.parametrize(("place", "asked"), [(0, ""), (2, " (asked by the reading: hoi)")])
def test_a_condition_is_asked_about_by_readings_of_itself(place: int, asked: str) -> None:
    """Not by those of the conditions beside it."""
    change = (GOOD, f'{GOOD}, {{ node = "1.3", points = 0 }}')
    option = READING % f'"scale:muc" = {{ "levels.0.conditions.{place}.points" = 9 }}'
    said = "the condition 1.3 ≥ 0 of the level “Tốt” always holds: 1.3 can have 0 to 10 points"

    assert [("scale:muc", "note", said + asked)] == found(
        scaled(change, more=option), "level-condition-always"
    )


@pytest.mark.parametrize(("place", "asked"), [(0, " (asked by the reading: hoi)"), (1, "")])
def test_what_follows_is_asked_about_by_readings_of_what_it_follows_from(
    place: int, asked: str
) -> None:
    """1.1 ≥ 5 follows from the total, and not from the condition on 1.2."""
    change = (GOOD, f'{GOOD}, {{ node = "1.1", points = 5 }}')
    option = READING % f'"scale:muc" = {{ "levels.0.conditions.{place}.points" = 9 }}'
    said = "the condition 1.1 ≥ 5 of the level “Tốt” follows from others: 1 ≥ 25"

    assert [("scale:muc", "note", said + asked)] == found(
        scaled(change, more=option), "level-condition-implied"
    )
