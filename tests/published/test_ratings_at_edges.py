"""Ratings on both sides of every printed threshold of An Giang (2018) and Đồng Nai (2022).

What the levels ask for is transcribed beside this file; here units stand on each of those numbers
and a billionth of a point below it, with full points in all other rows.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import pytest

import rubrik
from rubrik import Rating, classify

NEAR = Fraction(1, 10**9)

# Row by row, as worked out by hand: the points, the level there, and the level just below.
READY: Mapping[str, str] = {
    "A": "450 I II, 400 II III, 375 III IV, 350 IV –",
    "A.I": "270 I II, 240 II III, 225 III IV, 210 IV –",
    "A.II": "108 I II, 96 II III, 90 III IV, 84 IV –",
    "A.III": "72 I II, 64 II III, 60 III IV, 56 IV –",
}
REACHED: Mapping[str, str] = {
    "B": "900 I II, 842.5 II III, 770 III IV, 705 IV –",
    "B.IV": "45 I II, 25 II III, 0 III",
    "B.III": "180 I II, 160 II III, 150 III IV, 140 IV –",
    "B.II": "315 I II, 297.5 II III, 280 III IV, 245 IV –",
    "B.I": "360 I III, 340 III IV, 320 IV –",
}
READY_OF_COMMUNES: Mapping[str, str] = {
    "A": "270 I II, 240 II III, 225 III IV, 210 IV –",
    "A.I": "180 I II, 160 II III, 150 III IV, 140 IV –",
    "A.II": "45 I II, 40 II III, 37.5 III IV, 35 IV –",
    "A.III": "45 I II, 40 II III, 37.5 III IV, 35 IV –",
}
REACHED_OF_COMMUNES: Mapping[str, str] = {
    "B": "540 I II, 501 II III, 435 III IV, 385 IV –",
    "B.IV": "45 I II, 25 II III, 0 III",
    "B.III": "90 I II, 80 II III, 75 III IV, 70 IV –",
    "B.II": "162 I II, 153 II III, 144 III IV, 126 IV –",
    "B.I": "243 I III, 216 III IV, 189 IV –",
}
FULL = {"A": 500, "A.I": 300, "A.II": 120, "A.III": 80}
FULL |= {"B": 1000, "B.IV": 50, "B.III": 200, "B.II": 350, "B.I": 400}
ITEMS = {
    "hang-muc-a-i": "A.I",
    "hang-muc-a-ii": "A.II",
    "hang-muc-a-iii": "A.III",
    "hang-muc-b-iv": "B.IV",
    "hang-muc-b-iii": "B.III",
    "hang-muc-b-ii": "B.II",
    "hang-muc-b-i": "B.I",
}
TIERS = {
    "an-giang/cap-huyen-2018": (READY, REACHED),
    "an-giang/cap-xa-2018": (READY_OF_COMMUNES, REACHED_OF_COMMUNES),
}
OF_DEPARTMENTS = {
    ("hang-muc", "I"): "80 Tốt Khá, 65 Khá Trung_bình, 0 Trung_bình",
    ("hang-muc", "II"): "320 Tốt Khá, 260 Khá Trung_bình, 0 Trung_bình",
    ("hang-muc", "III"): "80 Tốt Khá, 65 Khá Trung_bình, 0 Trung_bình",
    ("hang-muc-dvctt", "IV"): "160 Tốt Khá, 130 Khá Trung_bình, 0 Trung_bình",
    ("hang-muc", "V"): "80 Tốt Khá, 65 Khá Trung_bình, 0 Trung_bình",
    ("hang-muc", "VI"): "80 Tốt Khá, 65 Khá Trung_bình, 0 Trung_bình",
}
OF_DONG_NAI = {
    **{("tieu-chi", str(row)): "2.5 A+ A, 1.5 A B, 0.5 B C, 0 C" for row in range(1, 7)},
    ("binh-quan", ""): "15 A+ A, 9 A B, 3 B C, 0 C",
}


def edges(printed: str) -> Iterator[tuple[Fraction, str]]:
    """The points of a row of edges, each with the level there."""
    for edge in printed.split(", "):
        points, at, *below = (each.replace("_", " ") for each in edge.split())
        yield Fraction(points), at
        yield from ((Fraction(points) - NEAR, each) for each in below)


def named(rating: Rating) -> str:
    """The level as the tables above have it."""
    level = rating.level
    assert level is not None
    return "–" if level == "Không xếp hạng" else level.removeprefix("Mức ")


def tables() -> Iterator[tuple[str, str, str, str]]:
    """Rubric, scale, row and edges: those of each part alone, and of the joint level."""
    for slug, (ready, reached) in TIERS.items():
        for scale, rows in (
            ("san-sang", ready),
            ("muc-do-dat-duoc", reached),
            ("chinh-quyen-dien-tu", {**ready, **reached}),
        ):
            yield from ((slug, scale, row, printed) for row, printed in rows.items())
        both = {**ready, **reached}
        yield from ((slug, scale, row, both[row]) for scale, row in ITEMS.items())


@pytest.mark.parametrize(("slug", "scale", "row", "printed"), [*tables()])
def test_districts_and_communes_stand_on_their_thresholds(
    slug: str, scale: str, row: str, printed: str
) -> None:
    """The printed number is enough, and a billionth of a point less is not."""
    rubric = rubrik.load(slug)
    found = rubric.under().scales[scale]
    for points, level in edges(printed):
        assert level == named(classify({**FULL, row: points}, found, rubric=rubric)), points


@pytest.mark.parametrize(
    ("slug", "scale", "row", "printed"),
    [
        *(("an-giang/so-nganh-2018", *key, printed) for key, printed in OF_DEPARTMENTS.items()),
        *(("dong-nai/cap-huyen-2022", *key, printed) for key, printed in OF_DONG_NAI.items()),
    ],
)
def test_departments_and_dong_nai_stand_on_their_thresholds(
    slug: str, scale: str, row: str, printed: str
) -> None:
    """Bands meet without a hole: below one number begins the next band."""
    rubric = rubrik.load(slug)
    found = rubric.under().scales[scale]
    for points, level in edges(printed):
        assert level == classify({row: points}, found, node=row, rubric=rubric).level, points


@pytest.mark.parametrize("slug", TIERS)
def test_the_printed_minima_of_a_column_add_up_to_its_level(slug: str) -> None:
    """A unit with just the minima of the groups has the level: they make the total, too."""
    rubric = rubrik.load(slug)
    joint = rubric.under().scales["chinh-quyen-dien-tu"]
    minima = {
        "an-giang/cap-huyen-2018": {
            "I": "270 108 72 360 315 180 45",
            "II": "240 96 64 360 297.5 160 25",
            "III": "225 90 60 340 280 150 0",
            "IV": "210 84 56 320 245 140 0",
        },
        "an-giang/cap-xa-2018": {
            "I": "180 45 45 243 162 90 45",
            "II": "160 40 40 243 153 80 25",
            "III": "150 37.5 37.5 216 144 75 0",
            "IV": "140 35 35 189 126 70 0",
        },
    }
    groups = ("A.I", "A.II", "A.III", "B.I", "B.II", "B.III", "B.IV")
    for level, points in minima[slug].items():
        found = dict(zip(groups, points.split(), strict=True))

        assert level == named(classify(found, joint, rubric=rubric))


def test_as_printed_no_commune_has_any_level() -> None:
    """With full points in every row of 3B no commune is ready by the table as it is printed."""
    rubric = rubrik.load("an-giang/cap-xa-2018")
    printed = {"toi-da-san-sang": "theo-bang-muc"}
    read = rubric.under(printed)
    full = {row: read.bounds(row).within for row in ("A.I", "A.II", "A.III")}
    rating = classify(full, read.scales["san-sang"], rubric=rubric, readings=printed)

    assert ("Không xếp hạng",) == rating.possible
    assert [False, False, False, False] == [each.holds for each in rating.levels]
