"""What readings ask, and what the form asks for: findings that are notes, or none."""

import pytest

from auditing.small import READING, changed, found

Change = tuple[str, str]

FULL = '{ kind = "proportional", full_from = "50%" }'
SECOND = 'Số quý"\nmax = 10\nmeasure'


def kind_of(score: str) -> Change:
    """The score of 1.1 replaced."""
    return (FULL, score)


ASKED = [
    ("sum-differs", ("max = 30", "max = 40"), '"1.1" = { max = 5 }'),
    ("sum-differs", ("max = 30", "max = 40"), '"1" = { max = 30 }'),
    ("hole", ("{ from = 2, to = 3, points = 5 },\n", ""), '"1.2" = { "score.bands.0.from" = 2 }'),
    ("hole", ("{ from = 2, to = 3, points = 5 },\n", ""), '"1.2" = { score = 3 }'),
    (
        "never-reaches-maximum",
        kind_of('{ kind = "proportional", rate = 9 }'),
        '"1.1" = { max = 9 }',
    ),
    (
        "constant-cohort",
        kind_of('{ kind = "min_max_normalized", constant = "undefined" }'),
        '"1.1" = { "score.constant" = "zero" }',
    ),
]


@pytest.mark.parametrize(("kind", "change", "option"), ASKED)
def test_what_a_reading_asks_is_a_note(kind: str, change: Change, option: str) -> None:
    """Where an option replaces what the finding follows from, it names the reading, as a note."""
    ((code, severity, said),) = found(changed(change), kind)
    asked = f"{said} (asked by the reading: hoi)"

    assert "warning" == severity
    assert [(code, "note", asked)] == found(changed(change, more=READING % option), kind)


@pytest.mark.parametrize(
    "option",
    ['"1.1" = { "measure.when_empty" = 1 }', '"1.2" = { score = 3 }', '"1" = { max = 9 }'],
)
def test_what_a_reading_does_not_ask_stays_a_warning(option: str) -> None:
    """A reading of another row, of another field, or of 0/0 alone answers nothing else."""
    change = kind_of('{ kind = "proportional", rate = 9 }')
    before = found(changed(change), "never-reaches-maximum")

    assert before == found(changed(change, more=READING % option), "never-reaches-maximum")


@pytest.mark.parametrize(
    "option",
    ['"1.1" = { "measure.when_empty" = 1 }', '"1.1" = { measure = { count = "quarters" } }'],
)
def test_an_undefined_case_that_a_reading_asks_about_is_none(option: str) -> None:
    """Where an option says what 0/0 counts as, or measures something else, nothing is left open."""
    change = (", when_empty = 0 }\nscore", " }\nscore")

    assert [] == found(changed(change, more=READING % option), "undefined-case")


def test_a_reading_in_force_is_named() -> None:
    """A default that is not the print is a note at each row whose fields it replaces."""
    other = READING.replace('default = "in"', 'default = "khac"')
    option = '"1.1" = { max = 8, "measure.when_empty" = 1 }, "1.2" = { max = 12 }'
    said = "by default read by hoi = khac, which is not the print in "

    assert [
        ("1.1", "note", f"{said}max, measure.when_empty"),
        ("1.2", "note", f"{said}max"),
    ] == found(changed(more=other % option), "reading-in-force")
    assert [] == found(changed(more=READING % option), "reading-in-force")


def test_a_reading_without_effect_is_not_in_force() -> None:
    """A default that changes no points is as good as the print."""
    other = READING.replace('default = "in"', 'default = "khac"')
    option = '"1" = { max = 30 }, effect = "none", why = "Không đổi."'

    assert [] == found(changed(more=other % option), "reading-in-force")


def test_a_printed_sum_that_a_reading_mends_is_a_note() -> None:
    """What the default reading repairs is still said of the print."""
    other = READING.replace('default = "in"', 'default = "khac"') % '"1" = { max = 30 }'
    said = "the rows below add up to 30 only, never to the maximum 40 of the group"

    assert [("1", "note", f"{said} (asked by the reading: hoi)")] == found(
        changed(("max = 30", "max = 40"), more=other), "sum-differs"
    )


def test_a_maximum_that_a_reading_fills_in_is_a_note() -> None:
    """A blank that the default reading fills is said, with what stands there."""
    other = READING.replace('default = "in"', 'default = "khac"') % '"1.2" = { max = 10 }'

    assert [
        ("1.2", "note", "no maximum is printed; it is read as 10 (asked by the reading: hoi)")
    ] == found(changed((SECOND, 'Số quý"\nmeasure'), more=other), "no-maximum")


def test_an_input_read_by_an_option_is_used() -> None:
    """What only another option reads is not unused, but a note names the reading."""
    new = ('name = "plan"', 'name = "new"\nkind = "count"\nlabel = "Mới"\n[[input]]\nname = "plan"')
    option = READING % '"1.2" = { "measure.count" = "new" }'

    assert [
        ("new", "note", "read only under options of readings that are not the default: hoi")
    ] == found(changed(new, more=option), "input-unused")
    assert [] == found(
        changed((new[0], new[1].replace('"Mới"', '"Mới"\nunscored = true'))), "input-unused"
    )


def test_rows_that_the_form_never_asks_for_are_named() -> None:
    """Once an input names its item of the form, rows that read others are notes."""
    said = "the form does not ask for: "

    assert [
        ("1.1", "note", f"{said}Bạn đọc"),
        ("1.2", "note", f"{said}Số quý"),
        ("1.3", "note", f"{said}Trưởng ban, Kế hoạch"),
    ] == found(changed(('label = "Thẻ"', 'label = "Thẻ"\nform = "1"')), "no-form-item")


@pytest.mark.parametrize(("form", "expected"), [("\nform = '1'", []), ("", ["Thẻ, Bạn đọc"])])
def test_a_stated_share_answers_for_its_counts(form: str, expected: list[str]) -> None:
    """Where the form asks for the share, it need not ask for the counts; or it needs both."""
    share = (
        f"[[input]]\nname = 's'\nkind = 'share'\nlabel = 'Tỷ lệ'{form}\n[[input]]\nname = 'plan'"
    )
    rubric = changed(
        ('[[input]]\nname = "plan"', share),
        ("when_empty = 0 }\nscore", "when_empty = 0, stated = 's' }\nscore"),
        ('label = "Số quý"', 'label = "Số quý"\nform = "2"'),
    )
    rows = found(rubric, "no-form-item")

    assert [f"the form does not ask for: {each}" for each in expected] == [
        said for code, _, said in rows if code == "1.1"
    ]
