"""Scales and ratings in the terminal, whole and read line by line, in both languages.

``GOLDEN=write pytest tests/cli/test_levels.py`` writes them anew – and fails, so that nobody takes
them for checked: read the difference line by line, then run without it.
"""

import os
import re
from pathlib import Path

import pytest

import rubrik as library
from classifier.small import between, level, points, scale, share
from cli.running import EXAMPLES, Rubrik
from rubrik import Reaches, Scale, Veto
from rubrik.cli.levels import rated
from rubrik.cli.scales import levels
from rubrik.cli.terminal import drawn
from rubrik.saying.words import Words
from scoring.rows import fixed, group, rubric_of

FOLDER = Path(__file__).with_name("golden") / "levels"

RUBRIC = """
slug = "nho"
title = "Bộ tiêu chí nhỏ"

[[input]]
name = "so_nguoi"
kind = "count"
label = "Số người"

[[input]]
name = "so_may"
kind = "count"
label = "Số máy"

[[node]]
group = "A"
name = "Sẵn sàng"
max = 20

[[node]]
criterion = "A.1"
name = "Nhân lực"
max = 10
measure = { count = "so_nguoi" }
score = { kind = "proportional", rate = 1 }

[[node]]
criterion = "A.2"
name = "Máy tính"
max = 10
measure = { count = "so_may" }
score = { kind = "proportional", rate = "1/3" }

[[node]]
criterion = "B"
name = "Vi phạm"
max = 5
may_be_not_applicable = true
score = 1

[[scale]]
id = "chung"
name = "Xếp loại chung"
name_en = "overall level"
below = "Không xếp loại"
vetoes = [
  { reason = "Khai sai", reason_en = "not as declared", annulled = ["A.1"], result = "Hủy" },
]
levels = [
  { name = "Tốt", label = "I", points = 3, conditions = [
    { node = "A", share = "90%", printed = "90% x20" },
    { any = [ { node = "A.1", points = 10 }, { all = [
      { node = "A.1", points = "8,5" },
      { node = "A.2", op = ">", points = 9, printed = "trên 9 điểm" },
    ] } ] },
  ] },
  { name = "Khá", label = "II", points = "1,5", conditions = [
    { at_least = 2, of = [
      { node = "A.1", points = 5 },
      { node = "A.2", points = 5 },
      { node = "B", op = "<=", points = 1 },
    ] },
    { share = "40%" },
  ] },
]

[[scale]]
id = "muc"
name = "Xếp loại từng mục"
nodes = ["A.1", "A.2", "B"]
decides = false
levels = [
  { name = "Đạt", from = "50%", printed = "từ một nửa" },
  { name = "Gần đạt", from = 1, below = "50%", printed = "từ 1 điểm đến dưới một nửa" },
  { name = "Chưa đạt", below = 1 },
]

[[scale]]
id = "it-vi-pham"
name = "Ít vi phạm"
nodes = ["B"]
levels = [ { name = "Không", to = 0 }, { name = "Ít", below = 1 } ]

[[scale]]
id = "binh-quan"
name = "Bình quân"
name_en = "mean"
decides = false
levels = [
  { name = "Cao", conditions = [ { node = "A", base = "parts", share = "7,5" } ] },
]
"""

REPORTS = {
    "known": "[inputs]\nso_nguoi = 9\nso_may = 20\n",
    "open": "[inputs]\nso_nguoi = 9\n",
    "gone": 'not_applicable = ["B"]\n[inputs]\nso_nguoi = 9\nso_may = 27\n',
    "annulled": (
        "[inputs]\nso_nguoi = 9\nso_may = 20\n[[adjudication]]\n"
        'code = "A.1"\ndecision = "annul"\nreason = "không có danh sách"\n'
    ),
}

SMALL = [
    *(f"show.{lang}.{width}" for lang in ("vi", "en") for width in (80, 120)),
    *(
        f"score-{name}.{lang}.{width}"
        for name in REPORTS
        for lang, width in (("vi", 80), ("en", 120))
    ),
    "score-known.vi.120",
    "score-known.en.80",
]

EXAMPLE_FILES = {
    "huyen": "cap-huyen-mau-2018",
    "xa": "cap-xa-mau-2018",
    "so": "so-nganh-mau-2018",
    "dong-nai": "cap-huyen-dong-nai-mau-2022",
}

SHIPPED = [
    f"{name}.{lang}.{width}"
    for name in EXAMPLE_FILES
    for lang in ("vi", "en")
    for width in (80, 120)
]


def assert_golden(name: str, found: str) -> None:
    """A text is as it was reviewed, save for the hash of the rubric and the version."""
    path = FOLDER / f"{name}.txt"
    found = re.sub(r"sha256:[0-9a-f]+(?:\n +[0-9a-f]+)?", "sha256:…", found)
    found = found.replace(f"rubrik {library.__version__}", "rubrik …")
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{path.name} was written: review it, then run without GOLDEN")

    assert path.read_text(encoding="utf-8") == found


@pytest.mark.parametrize("name", SMALL)
def test_a_small_rubric_is_shown_and_scored_as_it_was_reviewed(
    rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Its scales, and ratings of reports that are known, open, not applicable or annulled."""
    what, lang, width = name.split(".")
    monkeypatch.setenv("COLUMNS", width)
    rubric = rubrik.file("nho.toml", RUBRIC)
    if what == "show":
        ran = rubrik("show", rubric, "--lang", lang)
    else:
        report = f'rubric = "nho"\nunit = "Xã mẫu"\n{REPORTS[what.removeprefix("score-")]}'
        ran = rubrik("score", "-", "--rubric", rubric, "--lang", lang, stdin=report.encode())

    assert ("", 0) == (ran.err, ran.status)
    assert_golden(name, ran.out)


@pytest.mark.parametrize("name", SHIPPED)
def test_examples_are_rated_as_it_was_reviewed(
    rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The ratings of the invented reports, from their heading to the next part of the sheet."""
    what, lang, width = name.split(".")
    monkeypatch.setenv("COLUMNS", width)
    file = str(EXAMPLES / f"{EXAMPLE_FILES[what]}.toml")
    lines = rubrik("score", file, "--lang", lang).out.splitlines(keepends=True)
    heading = {"vi": "Xếp loại\n", "en": "Ratings\n"}[lang]
    after = {
        "vi": ("Số liệu chưa báo cáo", "Cách hiểu"),
        "en": ("Inputs not reported", "Readings"),
    }[lang]
    begin = lines.index(heading)
    end = next(index for index, line in enumerate(lines[begin:]) if line.startswith(after))

    assert_golden(name, "".join(lines[begin : begin + end]))


class TestOnTheThreshold:
    """A district just on a threshold, and a billionth of a point below it."""

    ROWS = tuple(
        node.code
        for node in library.load("an-giang/cap-huyen-2018").nodes
        if node.kind == "criterion" and node.code.startswith("A.I.")
    )

    def report(self, last: str) -> bytes:
        """The report of a verified district: 9 points of 10 in every row of A.I but the last."""
        read = library.load("an-giang/cap-huyen-2018").under()
        rows = [code for code in self.ROWS if code in read.counted]
        points = {code: f"{9 * (read.maxima[code] or 0)}/10" for code in rows}
        points[rows[-1]] = last
        decided = "".join(
            f'[[adjudication]]\ncode = "{code}"\ndecision = "replace"\n'
            f'points = "{each}"\nreason = "thẩm định"\n'
            for code, each in points.items()
        )
        return f'rubric = "an-giang/cap-huyen-2018"\n{decided}'.encode()

    @pytest.mark.parametrize(
        ("last", "level", "points", "way"),
        [
            ("9", "Mức I (Tốt)", "270", "–"),
            ("8,999999999", "Mức II (Khá)", "269,999999999", "A.I thiếu 0,000000001"),
        ],
    )
    def test_the_report_shows_enough_digits_to_see_it(
        self, rubrik: Rubrik, last: str, level: str, points: str, way: str
    ) -> None:
        """270 is in, 270 less a billionth is out, and neither looks like the other."""
        out = rubrik("score", "-", stdin=self.report(last)).out
        _, _, rated = out.partition("\nXếp loại\n")
        (row,) = (line for line in rated.splitlines() if line.startswith(" Hạ tầng A.I"))
        (joint,) = (line for line in rated.splitlines() if line.startswith(" A.I "))

        assert level in row
        assert row.endswith(way)
        assert points == joint.split()[1]
        assert ("✓" if last == "9" else "✗") == joint.split()[2]


def test_a_rating_names_the_first_inputs_that_it_depends_on(
    rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many inputs may be missing; eight are named, the others counted."""
    monkeypatch.setenv("COLUMNS", "200")
    rows = "".join(
        f'[[input]]\nname = "i{index}"\nkind = "count"\nlabel = "I"\n'
        f'[[node]]\ncriterion = "{index}"\nname = "N"\nmax = 1\n'
        f'measure = {{ count = "i{index}" }}\nscore = {{ kind = "proportional" }}\n'
        for index in range(10)
    )
    level = '[[scale]]\nid = "s"\nname = "S"\nlevels = [ { name = "I", from = 5 } ]\n'
    rubric = rubrik.file("nho.toml", f'slug = "nho"\ntitle = "N"\n{rows}{level}')
    ran = rubrik("score", "-", "--rubric", rubric, stdin=b'rubric = "nho"\n')

    assert "tùy vào: i0, i1, i2, i3, i4, i5, i6, i7 và 2 số liệu khác" in ran.out


def test_names_from_files_are_drawn_as_they_stand(rubrik: Rubrik) -> None:
    """No control code of a scale reaches the terminal, wherever its names are shown."""
    code = "\\u001b[31m"
    wicked = RUBRIC.replace('name = "Tốt", label', f'name = "{code}Tốt", label')
    wicked = wicked.replace('name = "Xếp loại chung"', f'name = "{code}chung"')
    wicked = wicked.replace('below = "Không xếp loại"', f'below = "{code}Không"')
    rubric = rubrik.file("nho.toml", wicked)
    report = b'rubric = "nho"\n[inputs]\nso_nguoi = 10\nso_may = 30\n'
    shown = rubrik("show", rubric).out
    scored = rubrik("score", "-", "--rubric", rubric, stdin=report).out

    assert "\x1b" not in shown + scored
    assert "\\x1b[31mTốt (I)" in shown
    assert "\\x1b[31mTốt (I)" in scored


def test_json_has_scales_and_ratings(rubrik: Rubrik) -> None:
    """What is drawn can be had by other programs: scales of a rubric, ratings of a sheet."""
    rubric = rubrik.file("nho.toml", RUBRIC)
    report = b'rubric = "nho"\n[inputs]\nso_nguoi = 9\nso_may = 20\n'
    scales = rubrik("show", rubric, "--json").json["scales"]
    ratings = rubrik("score", "-", "--rubric", rubric, "--json", stdin=report).json["ratings"]

    assert ["chung", "muc", "it-vi-pham", "binh-quan"] == [each["id"] for each in scales]
    assert ("Tốt", "18", "90% x20") == (
        scales[0]["levels"][0]["name"],
        scales[0]["levels"][0]["conditions"][0]["threshold"],
        scales[0]["levels"][0]["conditions"][0]["printed"],
    )
    assert [("chung", None, "Khá"), ("muc", "A.1", "Đạt"), ("muc", "A.2", "Đạt")] == [
        (each["scale"], each["node"], each["level"]) for each in ratings[:3]
    ]


def shown(*scales: Scale) -> str:
    """Scales of a rubric of one row, in English."""
    read = rubric_of(fixed("A", 5), scales=scales).under()
    return drawn(*levels(read, Words("en")))


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        (4, points(5), "the whole short by 1"),
        (5, points(5, op=">"), "the whole only at the threshold"),
        (7, points(5, op="<="), "the whole over by 2"),
        (between(2, 6), points(5), "the whole short by 3 (at most)"),
        (between(None, 6), points(5), "the whole"),
    ],
)
def test_a_scale_that_is_only_shown_has_its_way_up_in_a_word(
    found: object, wanted: library.Threshold, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How much is missing or too much, on which row, and whether that is sure."""
    monkeypatch.setenv("COLUMNS", "120")
    given = scale("s", level("I", wanted), decides=False)
    text = drawn(*rated([library.classify({"": found}, given)], Words("en")))
    (row,) = (line for line in text.splitlines() if line.startswith(" Thang s"))

    assert row.endswith(f"  I: {expected}")


def test_a_rubric_without_scales_shows_none() -> None:
    """Where there are none, nothing is said of them."""
    assert "\n" == shown()


def test_what_a_veto_leads_to_may_have_no_name() -> None:
    """A veto without a result, in a scale without a name for what is below it."""
    by_hand = Veto(reason="Khai sai", annulled=("A",))
    by_points = Veto(reason="Điểm liệt", conditions=(points(1, "A", op="<"), points(1, op="<")))

    assert (
        "\nScales: 1\n\ns · Thang s\n  I  ≥ 5\n  –: Khai sai\n  –: Điểm liệt (A < 1 | < 1)\n"
    ) == shown(scale("s", level("I", points(5)), vetoes=(by_hand, by_points)))


def test_a_mean_of_rows_of_different_sizes_is_shown_as_a_mean() -> None:
    """Where the sum differs from row to row, the mean itself is shown."""
    mean = scale("s", level("I", share("2,5", base="parts")), nodes=("A", "B"))
    rows = (group("A"), fixed("A.1", 5), group("B"), fixed("B.1", 5), fixed("B.2", 5))
    read = rubric_of(*rows, scales=(mean,)).under()

    assert "\nScales: 1\n\ns · Thang s (A, B)\n  I  ≥ a mean of 2.5\n" == (
        drawn(*levels(read, Words("en")))
    )


def test_levels_of_other_scales_must_have_been_put_in() -> None:
    """To draw a scale that was not resolved is a mistake of ours."""
    read = rubric_of(fixed("A", 5)).under()
    unresolved = scale("s", level("I", Reaches(scale="t", level="I")))
    read.scales["s"] = unresolved  # type: ignore[index]
    with pytest.raises(AssertionError):
        list(levels(read, Words("en")))
