"""One change to a scale in which nothing is to be found makes one finding, told in full."""

from collections.abc import Sequence

import pytest

import rubrik
from auditing.small import SCALE, changed, found, scaled
from rubrik import Rubric
from rubrik.auditing import Kind

Change = tuple[str, str]

GOOD = '{ node = "1", points = 25 }, { node = "1.2", points = 8 }'
FAIR = '{ node = "1", points = 15 }, { node = "1.1", share = "50%" }'
BELOW = 'below = "Không xếp loại"\n'


def good(conditions: str) -> Change:
    """The conditions of the better level replaced."""
    return (GOOD, conditions)


def fair(conditions: str) -> Change:
    """The conditions of the worse level replaced."""
    return (FAIR, conditions)


def vetoed(condition: str) -> Change:
    """A veto before the levels."""
    return (BELOW, f'{BELOW}vetoes = [{{ reason = "Gian dối", conditions = [{condition}] }}]\n')


CASES: list[tuple[str, list[Change], str, str, str]] = [
    (
        "level-unreachable",
        [good('{ node = "1", points = 31 }')],
        "warning",
        "không bao giờ đạt được mức “Tốt”: cần 1 ≥ 31, trong khi 1 được từ 0 đến 30 điểm",
        "never reached: the level “Tốt” asks for 1 ≥ 31, while 1 can have 0 to 30 points",
    ),
    (
        "level-unreachable",
        [good('{ node = "1", points = 24 }, { node = "1.1", op = "<", points = 4 }')],
        "warning",
        (
            "không bao giờ đạt được mức “Tốt”: cần 1 ≥ 24, 1.1 < 4, "
            "trong khi 1 được từ 0 đến 30 điểm, 1.1 được từ 0 đến 10 điểm"
        ),
        (
            "never reached: the level “Tốt” asks for 1 ≥ 24, 1.1 < 4, "
            "while 1 can have 0 to 30 points, 1.1 can have 0 to 10 points"
        ),
    ),
    (
        "level-unreachable",
        [good('{ any = [{ node = "1.1", op = ">", points = 10 }, { op = "<", points = 0 }] }')],
        "warning",
        (
            "không bao giờ đạt được mức “Tốt”: cần một trong (1.1 > 10, toàn bộ < 0), "
            "trong khi 1.1 được từ 0 đến 10 điểm, toàn bộ được từ 0 đến 30 điểm"
        ),
        (
            "never reached: the level “Tốt” asks for one of (1.1 > 10, the whole < 0), "
            "while 1.1 can have 0 to 10 points, the whole can have 0 to 30 points"
        ),
    ),
    (
        "level-unreachable",
        [
            good(
                '{ at_least = 2, of = [{ node = "1.1", op = "<", points = 0 }, '
                '{ all = [{ node = "1.2", share = "110%" }, { node = "1.3", points = 5 }] }, '
                '{ node = "1.3", share = "1/4", base = 60 }] }'
            )
        ],
        "warning",
        (
            "không bao giờ đạt được mức “Tốt”: cần ít nhất 2 trong (1.1 < 0, "
            "cùng lúc (1.2 ≥ 11 (110%), 1.3 ≥ 5), 1.3 ≥ 15 (25% × 60)), trong khi "
            "1.1 được từ 0 đến 10 điểm, 1.2 được từ 0 đến 10 điểm, 1.3 được từ 0 đến 10 điểm"
        ),
        (
            "never reached: the level “Tốt” asks for at least 2 of (1.1 < 0, "
            "all of (1.2 ≥ 11 (110%), 1.3 ≥ 5), 1.3 ≥ 15 (25% × 60)), while "
            "1.1 can have 0 to 10 points, 1.2 can have 0 to 10 points, 1.3 can have 0 to 10 points"
        ),
    ),
    (
        "level-unreachable",
        [vetoed('{ node = "1", points = 20 }')],
        "warning",
        "không bao giờ đạt được mức “Tốt”: ai đủ điều kiện cũng bị loại: “Gian dối”",
        (
            "never reached: "
            "the level “Tốt” is taken from all who meet its conditions by a veto: “Gian dối”"
        ),
    ),
    (
        "level-shadowed",
        [good('{ node = "1", points = 15 }'), fair('{ node = "1", points = 20 }')],
        "warning",
        "không bao giờ xếp mức “Khá”: ai đủ điều kiện cũng đủ điều kiện của mức tốt hơn, “Tốt”",
        (
            "the level “Khá” is never given: "
            "whoever meets its conditions meets those of a better one, “Tốt”"
        ),
    ),
    (
        "levels-coincide",
        [
            good('{ node = "1", points = 30 }'),
            fair(", ".join(f'{{ node = "1.{row}", share = 1 }}' for row in (1, 2, 3))),
        ],
        "note",
        "mức “Tốt” và mức “Khá” trùng nhau: không bao giờ xếp mức “Khá”",
        "the levels “Tốt” and “Khá” coincide: “Khá” is never given",
    ),
    (
        "levels-not-nested",
        [good('{ node = "1", points = 24 }, { node = "1.2", points = 8 }')],
        "warning",
        "điều kiện của mức “Tốt” không bảo đảm điều kiện của mức “Khá”: 1.1 ≥ 5 (50%)",
        "the conditions of the level “Tốt” do not ensure those of “Khá”: 1.1 ≥ 5 (50%)",
    ),
    (
        "levels-not-monotone",
        [
            good('{ node = "1", points = 15 }, { node = "1", op = "<", points = 20 }'),
            fair('{ node = "1", points = 20 }'),
        ],
        "warning",
        (
            "khi điểm tăng, mức lúc lên lúc xuống: ≥ 0, < 15 điểm: “Không xếp loại”, "
            "≥ 15, < 20 điểm: “Tốt”, từ 20 đến 30 điểm: “Khá”"
        ),
        (
            "as points rise, the level rises here and falls there: "
            "≥ 0, < 15 points: “Không xếp loại”, ≥ 15, < 20 points: “Tốt”, 20 to 30 points: “Khá”"
        ),
    ),
    (
        "level-hole",
        [
            good('{ node = "1", points = 20 }'),
            fair('{ node = "1", points = 15 }, { node = "1", op = "<", points = 18 }'),
        ],
        "warning",
        "≥ 18, < 20 điểm: không thuộc mức nào, dù điểm thấp hơn và điểm cao hơn đều có mức",
        "≥ 18, < 20 points: no level, though fewer points and more points have one",
    ),
    (
        "level-hole",
        [
            (BELOW, ""),
            good('{ node = "1", points = 20 }'),
            fair('{ node = "1", points = 15 }, { node = "1", op = "<", points = 20 }'),
        ],
        "warning",
        "≥ 0, < 15 điểm: không thuộc mức nào, và thang không đặt tên cho phần ngoài các mức",
        "≥ 0, < 15 points: no level, and the scale has no name for what is outside of its levels",
    ),
    (
        "level-hole",
        [(BELOW, "")],
        "warning",
        "các mức không bao hết mọi trường hợp, và thang không đặt tên cho phần ngoài các mức",
        (
            "the levels do not cover every case, "
            "and the scale has no name for what is outside of its levels"
        ),
    ),
    (
        "level-condition-always",
        [good(f'{GOOD}, {{ node = "1.3", share = "0%", base = 50 }}')],
        "note",
        "điều kiện 1.3 ≥ 0 (0% × 50) của mức “Tốt” luôn đúng: 1.3 được từ 0 đến 10 điểm",
        (
            "the condition 1.3 ≥ 0 (0% × 50) of the level “Tốt” always holds: "
            "1.3 can have 0 to 10 points"
        ),
    ),
    (
        "level-condition-implied",
        [good(f'{GOOD}, {{ node = "1.1", points = 5 }}')],
        "note",
        "điều kiện 1.1 ≥ 5 của mức “Tốt” suy ra từ các điều kiện khác: 1 ≥ 25",
        "the condition 1.1 ≥ 5 of the level “Tốt” follows from others: 1 ≥ 25",
    ),
    (
        "level-condition-never",
        [
            good(
                f'{GOOD}, {{ any = [{{ node = "1.1", op = "<", points = 5 }}, {{ points = 26 }}] }}'
            )
        ],
        "warning",
        "điều kiện 1.1 < 5 của mức “Tốt” không bao giờ đúng khi các điều kiện khác đúng",
        "the condition 1.1 < 5 of the level “Tốt” never holds where the others do",
    ),
    (
        "level-condition-never",
        [vetoed('{ node = "1", op = ">", points = 30 }')],
        "warning",
        (
            "điều loại trừ “Gian dối” không bao giờ áp dụng: cần 1 > 30, "
            "trong khi 1 được từ 0 đến 30 điểm"
        ),
        "the veto “Gian dối” never applies: it asks for 1 > 30, while 1 can have 0 to 30 points",
    ),
]


def said(rubric: Rubric, kind: str) -> list[str]:
    """What the findings of a kind say."""
    return [text for _, _, text in found(rubric, kind)]


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    """The two levels as they are have no finding of any kind."""
    assert () == rubrik.audit(scaled())


@pytest.mark.parametrize(
    ("kind", "changes", "severity", "vietnamese", "english"), CASES, ids=[row[0] for row in CASES]
)
def test_a_change_is_found(
    kind: str, changes: list[Change], severity: str, vietnamese: str, english: str
) -> None:
    """The change makes the one finding of its kind, about the scale, in both languages."""
    findings = [each for each in rubrik.audit(scaled(*changes)) if each.kind.value == kind]

    assert [("scale:muc", severity)] == [(each.code, each.severity.value) for each in findings]
    assert [vietnamese] == [each.message.text("vi") for each in findings]
    assert [english] == [each.message.text("en") for each in findings]
    assert {"Xếp loại", "Gian dối"} >= {each.printed for each in findings}


def test_every_kind_about_levels_has_a_change() -> None:
    """Each kind of finding about levels is shown by some change, here or below."""
    shown = {kind for kind, *_ in CASES} | {"level-unproved"}

    assert {kind.value for kind in Kind if kind.value.startswith("level")} == shown


NEARING = (
    '{ kind = "proportional", full_from = "50%" }',
    (
        '{ kind = "banded", bands = [{ below = 1, score = { kind = "proportional" } }, '
        "{ at = 1, points = 0 }] }"
    ),
)

EDGES: list[tuple[str, list[Change], list[Change]]] = [
    (
        "level-unreachable",
        [good('{ node = "1", op = ">", points = 30 }')],
        [good('{ node = "1", points = 30 }')],
    ),
    (
        "level-unreachable",
        [good('{ node = "1", points = "30000000001/1000000000" }')],
        [good('{ node = "1", op = ">", points = "29999999999/1000000000" }')],
    ),
    (
        "level-unreachable",
        [good('{ node = "1", points = 25 }, { node = "1.3", op = "<", points = 5 }')],
        [good('{ node = "1", points = 25 }, { node = "1.3", op = "<=", points = 5 }')],
    ),
    (
        "level-unreachable",
        [good('{ node = "1", op = "<", points = 0 }')],
        [good('{ node = "1", op = "<=", points = 0 }')],
    ),
    (
        "level-unreachable",
        [vetoed('{ node = "1", op = ">=", points = 25 }')],
        [vetoed('{ node = "1", op = ">", points = 25 }')],
    ),
    (
        "level-shadowed",
        [good('{ node = "1", points = 15 }'), fair('{ node = "1", op = ">", points = 15 }')],
        [good('{ node = "1", op = ">", points = 15 }'), fair('{ node = "1", points = 15 }')],
    ),
    (
        "levels-coincide",
        [good('{ node = "1", points = 15 }'), fair('{ node = "1", share = "50%" }')],
        [good('{ node = "1", op = ">", points = 15 }'), fair('{ node = "1", share = "50%" }')],
    ),
    (
        "levels-not-nested",
        [("points = 25", 'points = "24999999999/1000000000"')],
        [("points = 25", 'points = "25000000001/1000000000"')],
    ),
    (
        "levels-not-nested",
        [good('{ node = "1", points = 20 }'), fair('{ node = "1", op = "<=", points = 20 }')],
        [good('{ node = "1", points = 20 }'), fair('{ node = "1", op = "<", points = 20 }')],
    ),
    (
        "level-hole",
        [
            good('{ node = "1", op = ">", points = 20 }'),
            fair('{ node = "1", op = "<", points = 20 }'),
        ],
        [
            good('{ node = "1", op = ">", points = 20 }'),
            fair('{ node = "1", op = "<=", points = 20 }'),
        ],
    ),
    (
        "level-condition-always",
        [good(f'{GOOD}, {{ node = "1.3", op = "<=", points = 10 }}')],
        [good(f'{GOOD}, {{ node = "1.3", op = "<", points = 10 }}')],
    ),
    (
        "level-condition-implied",
        [good(f'{GOOD}, {{ node = "1.1", points = 5 }}')],
        [good(f'{GOOD}, {{ node = "1.1", op = ">", points = 5 }}')],
    ),
    (
        "level-condition-never",
        [
            good(
                f'{GOOD}, {{ any = [{{ points = 26 }}, {{ node = "1.1", op = "<", points = 5 }}] }}'
            )
        ],
        [
            good(
                f"{GOOD}, "
                '{ any = [{ points = 26 }, { node = "1.1", op = "<=", points = 5 }] }'
            )
        ],
    ),
]


@pytest.mark.parametrize(("kind", "beyond", "within"), EDGES, ids=[row[0] for row in EDGES])
def test_both_sides_of_an_edge(kind: str, beyond: list[Change], within: list[Change]) -> None:
    """On the one side of an edge there is a finding, on the other there is none."""
    assert 1 == len(found(scaled(*beyond), kind))
    assert [] == found(scaled(*within), kind)


def with_scale(*changes: Change, scale: Sequence[Change] = (), more: str = "") -> Rubric:
    """The small rubric with changed rows and a changed scale."""
    text = SCALE
    for old, new in scale:
        assert old in text, old
        text = text.replace(old, new, 1)
    return changed(*changes, more=text + more)


def test_an_end_that_is_only_neared_is_never_reached() -> None:
    """A row that comes near 10 points and never has them keeps sums and levels below, too."""
    rubric = with_scale(NEARING, scale=[good('{ node = "1", points = 30 }')])
    inside = with_scale(NEARING, scale=[good('{ node = "1", points = "29999/1000" }')])

    assert [
        "never reached: the level “Tốt” asks for 1 ≥ 30, while 1 can have ≥ 0, < 30 points"
    ] == said(rubric, "level-unreachable")
    assert [] == said(inside, "level-unreachable")
