"""The levels of decision 1040/QĐ-UBND of An Giang (2018): V.3.2.a and VI of its method.

The tables were copied from the print by hand, cell by cell, and the points worked out from them.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import pytest

import rubrik
from rubrik.rubric import Interpretation
from rubrik.scales import Level, Threshold, thresholds

DISTRICT = "an-giang/cap-huyen-2018"
COMMUNE = "an-giang/cap-xa-2018"
DEPARTMENT = "an-giang/so-nganh-2018"

LEVELS = ("Mức I", "Mức II", "Mức III", "Mức IV")

# Each row: the scale, the code of the row, the four cells as printed, and the points they come to.
TABLES: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    DISTRICT: (
        ("san-sang", "A", "450; 400; 375; 350", "450 400 375 350"),
        ("san-sang", "A.I", "90% x300; 80% x300; 75% x300; 70% x300", "270 240 225 210"),
        ("san-sang", "A.II", "90% x120; 80% x120; 75% x120; 70% x120", "108 96 90 84"),
        ("san-sang", "A.III", "90% x80; 80% x80; 75% x80; 70% x80", "72 64 60 56"),
        ("muc-do-dat-duoc", "B", "900; 842,5; 770; 705", "900 842.5 770 705"),
        ("muc-do-dat-duoc", "B.IV", "90% x50; 50% x50; 0% x50; 0% x50", "45 25 0 0"),
        ("muc-do-dat-duoc", "B.III", "90% x200; 80% x200; 75% x200; 70% x200", "180 160 150 140"),
        ("muc-do-dat-duoc", "B.II", "90% x350; 85% x350; 80% x350; 70% x350", "315 297.5 280 245"),
        ("muc-do-dat-duoc", "B.I", "90% x400; 90% x400; 85% x400; 80% x400", "360 360 340 320"),
    ),
    COMMUNE: (
        ("san-sang", "A", "450/500; 400/500; 375/500; 350/500", "450 400 375 350"),
        ("san-sang", "A.I", "90% x300; 80% x300; 75% x300; 70% x300", "270 240 225 210"),
        ("san-sang", "A.II", "90% x120; 80% x120; 75% x120; 70% x120", "108 96 90 84"),
        ("san-sang", "A.III", "90% x80; 80% x80; 75% x80; 70% x80", "72 64 60 56"),
        ("muc-do-dat-duoc", "B", "540/600; 501/600; 435/600; 385/600", "540 501 435 385"),
        ("muc-do-dat-duoc", "B.IV", "90% x50; 50% x50; 0% x50; 0% x50", "45 25 0 0"),
        ("muc-do-dat-duoc", "B.III", "90% x100; 80% x100; 75% x100; 70% x100", "90 80 75 70"),
        ("muc-do-dat-duoc", "B.II", "90% x180; 85% x180; 80% x180; 70% x180", "162 153 144 126"),
        ("muc-do-dat-duoc", "B.I", "90% x270; 90% x270; 80% x270; 70% x270", "243 243 216 189"),
    ),
}

AS_PRINTED: Mapping[str, Mapping[str, str]] = {
    DISTRICT: {},
    COMMUNE: {"toi-da-san-sang": "theo-bang-muc"},
}

TIERS = pytest.mark.parametrize("slug", [DISTRICT, COMMUNE])

ITEMS = {
    "hang-muc-a-i": "A.I",
    "hang-muc-a-ii": "A.II",
    "hang-muc-a-iii": "A.III",
    "hang-muc-b-iv": "B.IV",
    "hang-muc-b-iii": "B.III",
    "hang-muc-b-ii": "B.II",
    "hang-muc-b-i": "B.I",
}


def asked(read: Interpretation, scale: str, level: str) -> dict[str, tuple[str, Fraction]]:
    """What a level asks for, row by row: the printed cell and the least points."""
    found = read.scales[scale].level(level)
    assert found is not None
    return {each.node: (each.printed, _points(read, each)) for each in _floors(found)}


def _floors(level: Level) -> Iterator[Threshold]:
    for each in thresholds(level.conditions):
        assert ">=" == each.op
        yield each


def _points(read: Interpretation, threshold: Threshold) -> Fraction:
    points = threshold.at(read.maxima[threshold.node], len(read.children[threshold.node]))
    assert points is not None
    return points


def column(slug: str, place: int, *scales: str) -> dict[str, tuple[str, Fraction]]:
    """The cells of one level as they were copied."""
    return {
        node: (cells.split("; ")[place], Fraction(points.split()[place]))
        for scale, node, cells, points in TABLES[slug]
        if scale in scales
    }


@TIERS
@pytest.mark.parametrize("place", range(4), ids=LEVELS)
@pytest.mark.parametrize("scale", ["san-sang", "muc-do-dat-duoc"])
def test_every_cell_is_as_printed(slug: str, scale: str, place: int) -> None:
    """Each level of either part asks for what its column prints, in every row of the table."""
    read = rubrik.load(slug).under(AS_PRINTED[slug])

    assert column(slug, place, scale) == asked(read, scale, LEVELS[place])


@TIERS
@pytest.mark.parametrize("place", range(4), ids=LEVELS)
def test_the_joint_level_asks_for_all_nine(slug: str, place: int) -> None:
    """The level of e-government is the one at which all nine conditions of its column hold."""
    read = rubrik.load(slug).under(AS_PRINTED[slug])
    nine = column(slug, place, "san-sang", "muc-do-dat-duoc")

    assert 9 == len(nine)
    assert nine == asked(read, "chinh-quyen-dien-tu", LEVELS[place])


@TIERS
@pytest.mark.parametrize("place", range(4), ids=LEVELS)
@pytest.mark.parametrize(("scale", "node"), ITEMS.items())
def test_each_group_has_its_own_row(slug: str, scale: str, node: str, place: int) -> None:
    """The level of a group of criteria asks for what the row of that group prints."""
    read = rubrik.load(slug).under(AS_PRINTED[slug])
    cells = column(slug, place, "san-sang", "muc-do-dat-duoc")

    assert {node: cells[node]} == asked(read, scale, LEVELS[place])


@TIERS
@pytest.mark.parametrize("place", range(4), ids=LEVELS)
@pytest.mark.parametrize(("scale", "whole"), [("san-sang", "A"), ("muc-do-dat-duoc", "B")])
def test_the_minima_add_up_to_the_printed_total(
    slug: str, scale: str, whole: str, place: int
) -> None:
    """In every column the minima of the groups make exactly the printed minimum of the total."""
    found = asked(rubrik.load(slug).under(AS_PRINTED[slug]), scale, LEVELS[place])
    (_, total) = found.pop(whole)

    assert total == sum(points for _, points in found.values())


@pytest.mark.parametrize(
    ("level", "presence", "minima"),
    [("Mức III", ("80% x270", "229.5"), "448.5"), ("Mức IV", ("70% x270", "216"), "412")],
)
def test_the_two_cells_of_the_news_break_its_own_total(
    level: str, presence: tuple[str, str], minima: str
) -> None:
    """The news has 85% and 80% for presence; the minima then miss the 435 and 385 it prints too."""
    read = rubrik.load(COMMUNE).under({"hien-dien-muc-iii-iv": "ban-tin"})
    found = asked(read, "muc-do-dat-duoc", level)
    total = found.pop("B")[1]
    printed, points = presence

    assert (printed, Fraction(points)) == found["B.I"]
    assert found["B.I"] == asked(read, "hang-muc-b-i", level)["B.I"]
    assert Fraction(minima) == sum(points for _, points in found.values())
    assert total != Fraction(minima)


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_but_these_two_cells_differs_in_the_news(level: str) -> None:
    """All other cells of the two tables are the same in the news and in the decision."""
    ours = asked(rubrik.load(COMMUNE).under(), "chinh-quyen-dien-tu", level)
    read = rubrik.load(COMMUNE).under({"hien-dien-muc-iii-iv": "ban-tin"})
    theirs = asked(read, "chinh-quyen-dien-tu", level)
    differing = [node for node in ours if ours[node] != theirs[node]]

    assert (["B.I"] if level in {"Mức III", "Mức IV"} else []) == differing


@pytest.mark.parametrize(
    ("level", "points"),
    [
        ("Mức I", "270 180 45 45"),
        ("Mức II", "240 160 40 40"),
        ("Mức III", "225 150 37.5 37.5"),
        ("Mức IV", "210 140 35 35"),
    ],
)
def test_communes_are_rated_on_the_maxima_of_their_own_rubric(level: str, points: str) -> None:
    """By default the printed shares are of 300, 200, 50 and 50: 450/500 is 270 of 300."""
    found = asked(rubrik.load(COMMUNE).under(), "san-sang", level)

    assert ["A", "A.I", "A.II", "A.III"] == list(found)
    assert [Fraction(each) for each in points.split()] == [each for _, each in found.values()]


@pytest.mark.parametrize("node", ["A", "A.I", "A.II", "A.III"])
def test_as_printed_no_commune_is_ready_at_all(node: str) -> None:
    """Every printed minimum of the lowest level is above all that the rubric can give."""
    read = rubrik.load(COMMUNE).under({"toi-da-san-sang": "theo-bang-muc"})
    most = read.bounds(node).within

    assert most is not None
    assert most.high is not None
    assert most.high < asked(read, "san-sang", "Mức IV")[node][1]


@TIERS
def test_one_level_or_two_is_a_reading(slug: str) -> None:
    """One joint level decides by default; the levels of the two parts do where that is chosen."""
    rubric = rubrik.load(slug)

    assert ["chinh-quyen-dien-tu"] == deciding(rubric.under())
    assert ["san-sang", "muc-do-dat-duoc"] == deciding(
        rubric.under({"muc-chung-hay-rieng": "rieng"})
    )


def deciding(read: Interpretation) -> list[str]:
    """The scales whose levels are those of the unit."""
    return [scale.id for scale in read.scales.values() if scale.decides]


# Departments: VI.1. 80 % and 65 % of 100, 400, 100, 200, 100 and 100.
MINIMA = {
    "I": ("80", "65"),
    "II": ("320", "260"),
    "III": ("80", "65"),
    "IV": ("160", "130"),
    "V": ("80", "65"),
    "VI": ("80", "65"),
}


@pytest.mark.parametrize(("node", "minima"), MINIMA.items())
def test_items_of_departments_are_good_fair_or_average(node: str, minima: tuple[str, str]) -> None:
    """Each item is Tốt from 80 % of its maximum, Khá from 65 % and below 80 %, else Trung bình."""
    read = rubrik.load(DEPARTMENT).under()
    (scale,) = (each for each in read.scales.values() if node in each.nodes)
    found = {
        level.name: [
            (each.op, each.at(read.maxima[node], 0)) for each in thresholds(level.conditions)
        ]
        for level in scale.levels
    }
    good, fair = map(Fraction, minima)

    assert {
        "Tốt": [(">=", good)],
        "Khá": [(">=", fair), ("<", good)],
        "Trung bình": [("<", fair)],
    } == found


def test_the_levels_of_portals_follow_the_maximum_that_is_read() -> None:
    """With the 96 points that the rows of III make, Tốt begins at 76,8 and Khá at 62,4."""
    read = rubrik.load(DEPARTMENT).under({"toi-da-iii": "toi-da-96"})
    good = read.scales["hang-muc"].levels[0]

    assert [Fraction("76.8")] == [
        each.at(read.maxima["III"], 0) for each in thresholds(good.conditions)
    ]


@pytest.mark.parametrize(
    ("option", "annulled"),
    [
        ("ca-don-vi", ["hang-muc", "hang-muc-dvctt"]),
        ("chi-hang-muc", ["hang-muc-dvctt"]),
        ("chi-dich-vu", []),
    ],
)
def test_a_service_not_as_declared_annuls(option: str, annulled: list[str]) -> None:
    """V.4.2.c annuls the result of the unit; of item IV alone, or of none, where that is chosen."""
    read = rubrik.load(DEPARTMENT).under({"huy-ket-qua": option})
    vetoes = {name: scale.vetoes for name, scale in read.scales.items() if scale.vetoes}

    assert annulled == list(vetoes)
    assert all(("IV",) == veto.annulled for (veto,) in vetoes.values())
    assert all(
        "Kết quả đánh giá bị hủy, không được công nhận" == veto.result
        for (veto,) in vetoes.values()
    )


@TIERS
def test_districts_and_communes_are_not_annulled_by_default(slug: str) -> None:
    """V.4 names two items of the departments; whether it holds for others is a reading."""
    rubric = rubrik.load(slug)
    read = rubric.under({"huy-ket-qua-dvctt": "co"})

    assert not any(scale.vetoes for scale in rubric.under().scales.values())
    assert ["chinh-quyen-dien-tu", "san-sang", "muc-do-dat-duoc"] == [
        name for name, scale in read.scales.items() if scale.vetoes
    ]


@pytest.mark.parametrize(
    ("slug", "cohort"),
    [
        (DEPARTMENT, "Nhóm các cơ quan sở, ngành cấp tỉnh"),
        (DISTRICT, "Nhóm các cơ quan Ủy ban nhân dân các huyện, thị xã, thành phố"),
        (COMMUNE, "Nhóm các cơ quan Ủy ban nhân dân các xã, phường, thị trấn"),
    ],
)
def test_there_are_three_cohorts(slug: str, cohort: str) -> None:
    """VI.3 ranks departments, districts and communes each among themselves, item by item."""
    ranking = rubrik.load(slug).under().ranking
    items = set(MINIMA) if slug == DEPARTMENT else {"A", "B", *ITEMS.values()}

    assert cohort == ranking.cohort
    assert items == set(ranking.nodes)
    assert "competition" == ranking.ties
