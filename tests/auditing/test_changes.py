"""One change to a rubric in which nothing is to be found makes one finding, told in full."""

import pytest

import rubrik
from auditing.small import Found, changed, found
from rubrik.auditing import Kind

Change = tuple[str, str]

FULL = '{ kind = "proportional", full_from = "50%" }'
MEASURE = 'ratio = "cards", of = "readers", when_empty = 0'
SECOND = 'Số quý"\nmax = 10\nmeasure'
EXAMPLE = "examples = [{ inputs = { cards = 1, readers = 4 }, points = 5 }]"
WHEN = 'measure = { flag = "plan" }, is = true'


def kind_of(score: str) -> Change:
    """The score of 1.1 replaced."""
    return (FULL, score)


def warn(code: str, said: str) -> Found:
    """A warning."""
    return (code, "warning", said)


CASES: list[tuple[str, Change, Found]] = [
    (
        "example-fails",
        ("points = 5 }]", "points = 6 }]"),
        ("1.1", "error", "example 1: it comes out as 5 points, the example says 6 points"),
    ),
    (
        "example-fails",
        ("inputs = { plan = false }\npoints = 0", "inputs = {}\npoints = 0"),
        ("1.3", "error", "example 1: it comes out as missing, the example says 0 points"),
    ),
    (
        "example-fails",
        ("readers = 4 }, points = 5", "reader = 4 }, points = 5"),
        ("1.1", "error", "example 1: it is refused: there is no input reader"),
    ),
    (
        "example-fails",
        ("points = 5 }]", 'points = 5, readings = { hoi = "in" } }]'),
        ("1.1", "error", "example 1: it is refused: there is no reading hoi"),
    ),
    (
        "sum-differs",
        ("max = 30", "max = 40"),
        warn("1", "the rows below add up to 30 only, never to the maximum 40 of the group"),
    ),
    (
        "sum-differs",
        ("max = 30", "max = 25"),
        warn("1", "the rows below add up to 30, more than the maximum 25 of the group"),
    ),
    (
        "sum-differs",
        ("max = 30", "max = 25\ncapped = true"),
        (
            "1",
            "note",
            "the rows below add up to 30, what exceeds the maximum 25 of the group is cut",
        ),
    ),
    (
        "no-maximum",
        ("max = 30\n", ""),
        ("1", "note", "no maximum is printed; the rows below add up to 30"),
    ),
    (
        "no-maximum",
        (SECOND, 'Số quý"\nmeasure'),
        warn("1.2", "no maximum is printed: the maximum of the whole cannot be told"),
    ),
    (
        "no-rule",
        (f"score = {FULL}\n", ""),
        warn("1.1", "there is no rule: it always gives 0 points"),
    ),
    (
        "exceeds-maximum",
        kind_of('{ kind = "proportional", rate = 12 }'),
        warn(
            "1.1",
            "the rule can give 12 points, more than the maximum 10: what exceeds it is cut",
        ),
    ),
    (
        "exceeds-maximum",
        kind_of('{ kind = "proportional", rate = 12 }\ncapped = false'),
        warn(
            "1.1",
            "the rule can give 12 points, more than the maximum 10: what exceeds it is not cut",
        ),
    ),
    (
        "exceeds-maximum",
        kind_of('{ kind = "proportional", rate = 1, measure = { count = "cards" } }'),
        warn(
            "1.1",
            "the rule can give any number of points, more than the maximum 10: "
            "what exceeds it is cut",
        ),
    ),
    (
        "exceeds-maximum",
        kind_of(
            '{ kind = "sum", parts = [{ kind = "proportional" }, { kind = "proportional", '
            'measure = { ratio = "quarters", of = "readers" }, rate = 1 }] }'
        ),
        warn(
            "1.1",
            "it cannot be proved that the rule keeps to the maximum 10: its parts may come to "
            "11 points: what exceeds it is cut",
        ),
    ),
    (
        "exceeds-maximum",
        kind_of(
            '{ kind = "sum", parts = [{ kind = "proportional" }, { kind = "proportional", '
            'measure = { count = "cards" }, rate = 1 }] }'
        ),
        warn(
            "1.1",
            "it cannot be proved that the rule keeps to the maximum 10: its parts have no upper "
            "end: what exceeds it is cut",
        ),
    ),
    (
        "never-reaches-maximum",
        kind_of('{ kind = "proportional", rate = 9 }'),
        warn("1.1", "the rule gives 9 points at most, never the maximum 10"),
    ),
    (
        "never-reaches-maximum",
        kind_of(
            '{ kind = "banded", bands = [{ below = 1, score = { kind = "proportional" } }, '
            "{ at = 1, points = 0 }] }"
        ),
        warn("1.1", "the rule only comes near 10 points, and never gives the maximum 10"),
    ),
    (
        "below-zero",
        ("below = 2, points = 0", "below = 2, points = -1"),
        warn("1.2", "the rule can give negative points, down to -1; there is no floor at 0"),
    ),
    (
        "below-zero",
        kind_of('{ kind = "proportional", rate = -1, measure = { count = "cards" } }'),
        warn(
            "1.1",
            "the rule can give any negative number of points; there is no floor at 0",
        ),
    ),
    (
        "below-zero",
        kind_of(
            '{ kind = "sum", parts = [{ kind = "proportional" }, { kind = "proportional", '
            'measure = { count = "cards" }, rate = -1 }] }'
        ),
        warn(
            "1.1",
            "it cannot be proved that the rule gives no negative points: its parts have no lower "
            "end",
        ),
    ),
    (
        "below-zero",
        kind_of(
            '{ kind = "sum", parts = [{ kind = "proportional" }, { kind = "proportional", '
            'measure = { ratio = "quarters", of = "readers" }, rate = -1 }] }'
        ),
        warn(
            "1.1",
            "it cannot be proved that the rule gives no negative points: its parts may come down "
            "to -1",
        ),
    ),
    (
        "hole",
        ("{ from = 2, to = 3, points = 5 },\n", ""),
        warn("1.2", "no band holds the values ≥ 2, ≤ 3: their points are undefined"),
    ),
    (
        "overlap",
        ("to = 3", "to = 4"),
        warn(
            "1.2",
            "the values = 4 are in the band ≥ 4 and in the band ≥ 2, ≤ 4: "
            "the one printed first decides",
        ),
    ),
    (
        "band-shadowed",
        ("below = 2", "at = 3"),
        warn("1.2", "the band = 3 is never used: those printed before it hold all of its values"),
    ),
    (
        "band-outside",
        ("below = 2", "below = 0"),
        warn("1.2", "the band < 0 is never used: there are no such values"),
    ),
    (
        "threshold-outside",
        ('"50%"', "50"),
        warn("1.1", "the threshold 5000% lies outside of the possible values (≥ 0%, ≤ 100%)"),
    ),
    (
        "threshold-outside",
        ("from = 4", "from = 4, to = 5"),
        warn("1.2", "the threshold 5 lies outside of the possible values (≥ 0, ≤ 4)"),
    ),
    (
        "threshold-outside",
        kind_of('{ kind = "min_max_normalized", constant = "full", low = 0, high = 2 }'),
        warn("1.1", "the threshold 200% lies outside of the possible values (≥ 0%, ≤ 100%)"),
    ),
    (
        "jump",
        kind_of(
            '{ kind = "banded", bands = [{ from = "50%", points = 10 }, '
            '{ below = "50%", points = 0 }] }'
        ),
        ("1.1", "note", "points leap: at 50%: 0 → 10"),
    ),
    (
        "jump",
        kind_of(
            '{ kind = "banded", bands = [{ at = "50%", points = 10 }, '
            "{ below = 1, points = 0 }, { at = 1, points = 2 }] }"
        ),
        ("1.1", "note", "points leap: at 50%: 0 → 10 → 0, at 100%: 0 → 2"),
    ),
    (
        "jump",
        kind_of(
            '{ kind = "gated", when = { measure = { ratio = "cards", of = "readers", '
            'when_empty = 0 }, from = "98%" }, then = { kind = "proportional" } }'
        ),
        warn("1.1", "points leap: at 98%: 0 → 9.8"),
    ),
    (
        "not-monotone",
        ("from = 4, points = 10", "from = 4, points = 4"),
        warn("1.2", "as the value rises, points rise here and fall there"),
    ),
    (
        "condition-always",
        (WHEN, 'measure = { count = "quarters" }, from = 0'),
        warn("1.3", "the condition “Số quý”: ≥ 0 always holds: the other branch is never taken"),
    ),
    (
        "condition-never",
        (WHEN, 'measure = { count = "quarters" }, above = 4'),
        warn("1.3", "the condition “Số quý”: > 4 never holds: its branch is never taken"),
    ),
    (
        "condition-always",
        (
            "then = {",
            (
                'otherwise = { kind = "gated", when = { measure = { flag = "plan" }, is = false }, '
                "then = 0 }\nthen = {"
            ),
        ),
        warn(
            "1.3",
            "the condition “Kế hoạch”: “Không” always holds: the other branch is never taken",
        ),
    ),
    (
        "undefined-case",
        (", when_empty = 0 }\nscore", " }\nscore"),
        warn(
            "1.1",
            "“Bạn đọc” can be 0: the ratio 0/0 is undefined, and no reading asks about it",
        ),
    ),
    (
        "undefined-case",
        ("when_empty = 0 }\nscore", "when_empty = 0, above_one = true }\nscore"),
        warn(
            "1.1",
            "“Bạn đọc” can be 0 while the part is not: the ratio is undefined, "
            "and no reading asks about it",
        ),
    ),
    (
        "undefined-case",
        (MEASURE, 'growth = "cards", since = "readers"'),
        warn(
            "1.1",
            "“Bạn đọc” can be 0: growth from 0 is undefined, and no reading asks about it",
        ),
    ),
    (
        "cohort",
        kind_of('{ kind = "min_max_normalized", constant = "full" }'),
        ("1.1", "note", "points depend on other units: without a cohort they are undefined"),
    ),
    (
        "constant-cohort",
        kind_of('{ kind = "min_max_normalized", constant = "undefined" }'),
        warn("1.1", "where all units are alike, points are undefined"),
    ),
    (
        "input-unused",
        ('name = "plan"', 'name = "new"\nkind = "flag"\nlabel = "Mới"\n[[input]]\nname = "plan"'),
        warn("new", "no rule reads this input, and it is not marked unscored"),
    ),
    (
        "unscored-read",
        ('label = "Thẻ"', 'label = "Thẻ"\nunscored = true'),
        warn("cards", "marked unscored, and yet a rule reads it"),
    ),
    ("no-examples", (EXAMPLE, ""), warn("1.1", "there is no worked example")),
]


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    """The small rubric as it is has no finding of any kind."""
    assert () == rubrik.audit(changed())


@pytest.mark.parametrize(("kind", "change", "expected"), CASES)
def test_a_change_is_found(kind: str, change: Change, expected: Found) -> None:
    """The change makes the one finding of its kind, and taking it back unmakes it."""
    assert [expected] == found(changed(change), kind)


def test_every_kind_has_a_change() -> None:
    """Each kind of finding is shown by some change, here or below; those about levels with them."""
    shown = {kind for kind, _, _ in CASES} | {"no-form-item", "reading-in-force"}

    assert {kind.value for kind in Kind if not kind.value.startswith("level")} == shown
