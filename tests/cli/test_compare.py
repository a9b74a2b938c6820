"""``rubrik compare``: two submissions side by side."""

from pathlib import Path

import pytest

from cli.running import EXAMPLES, HEAD, REPORT, SLUG, Rubrik, corrected

OTHER = str(EXAMPLES / "huong-xuan-2020.toml")

SMALL = """
slug = "nho"
title = "Nhỏ"
[[input]]
name = "a"
kind = "count"
label = "Số A"
[[input]]
name = "b"
kind = "count"
label = "Số B"
[[node]]
criterion = "1"
name = "Một"
max = 10
measure = { count = "a" }
score = { kind = "proportional", rate = 1 }
[[node]]
criterion = "2"
name = "Hai"
max = 10
measure = { count = "b" }
score = { kind = "proportional", rate = 1 }
[[reading]]
id = "tran"
nodes = ["1"]
printed = "tối đa"
question = "Tối đa bao nhiêu?"
question_en = "How much at most?"
default = "muoi"
reason = "Như in."
reason_en = "As printed."
[reading.options]
muoi = {}
nam = { "1" = { max = 5 } }
"""

SCALE = """
[[scale]]
id = "muc"
name = "Mức"
name_en = "Grade"
below = "Chưa đạt"
[[scale.levels]]
name = "Đạt"
conditions = [{ points = 5 }]
"""


def small(rubrik: Rubrik, name: str, text: str, rubric: str = SMALL) -> list[str]:
    """A report under the small rubric, and the option that names the rubric."""
    report = rubrik.file(name, f'rubric = "nho"\n{text}')
    return [report, "--rubric", rubrik.file("nho.toml", rubric)]


class TestForAPerson:
    """What changed, first."""

    def test_rows_that_changed_are_shown_alone(self, rubrik: Rubrik) -> None:
        """The status is 0 whether or not anything changed, and other rows are left out."""
        result = rubrik("compare", REPORT, rubrik.file("sua.toml", corrected()), "--lang", "en")
        codes = [line.split()[0] for line in result.out.splitlines() if line[:2] in (" 3", " 6")]

        assert (0, "") == (result.status, result.err)
        assert "Rows that changed: 6" in result.out
        assert ["3", "3.7", "6", "6.7"] == codes

    def test_all_rows_are_shown_where_asked(self, rubrik: Rubrik) -> None:
        """Those that changed first, then the others."""
        changed = rubrik.file("sua.toml", corrected())
        result = rubrik("compare", REPORT, changed, "--all", "--lang", "en")
        _, _, rest = result.out.partition("Rows that did not change: 60")

        assert rest
        assert " 1.1 " in rest
        assert " 6.7 " not in rest

    @pytest.mark.parametrize(
        ("lang", "expected"), [("vi", "Không hàng nào thay đổi."), ("en", "No row changed.")]
    )
    def test_a_report_beside_itself(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """Nothing changed, whatever is open."""
        result = rubrik("compare", REPORT, REPORT, "--lang", lang)

        assert 0 == result.status
        assert expected in result.out
        assert "522" in result.out

    def test_open_rows_of_two_years_are_counted(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody knows whether they differ; they are there for who asks for all rows."""
        monkeypatch.setenv("COLUMNS", "80")
        text = (
            Path(REPORT).read_text(encoding="utf-8").replace('period = "2023"', 'period = "2024"')
        )
        later = rubrik.file("2024.toml", text)
        brief = rubrik("compare", REPORT, later, "--lang", "en")
        full = rubrik("compare", REPORT, later, "--all", "--lang", "en")

        assert "Note: the sheets are for two periods: 2023 and 2024" in brief.flat
        assert (
            "26 other rows are open in both sheets and may differ or not: add --all to see them"
        ) in brief.flat
        assert "add --all" not in full.out
        assert 26 == full.flat.count("open in both sheets: they may differ or not")

    def test_two_rubrics_are_matched_by_code(self, rubrik: Rubrik) -> None:
        """And it is said, with the rows that only one of them has."""
        result = rubrik("compare", REPORT, OTHER, "--lang", "en")

        assert 0 == result.status
        assert (
            "Note: the sheets are by two rubrics, thanh-hoa/cap-xa-2023 and "
            "thua-thien-hue/cap-xa-2020: rows are matched by code"
        ) in result.flat
        assert "rows are in the first sheet only" in result.flat
        assert "in the second sheet only" in result.flat
        assert "readings are of one rubric only" in result.flat

    @pytest.mark.parametrize("columns", ["60", "80", "120"])
    def test_nothing_is_cut(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch, columns: str
    ) -> None:
        """Lines fit, and every figure and word of a row is there."""
        monkeypatch.setenv("COLUMNS", columns)
        result = rubrik("compare", REPORT, rubrik.file("sua.toml", corrected()), "--lang", "en")

        assert [] == [line for line in result.out.splitlines() if len(line) > int(columns)]
        assert "Difference: 0 … +10" in result.flat or columns == "120"
        for word in ("260.08–377.08", "hoi_nghi_truyen_hinh", "15.789", "+5.26"):
            assert word in result.out

    def test_levels_are_shown_from_and_to(self, rubrik: Rubrik) -> None:
        """Also while a sheet is open; a rubric without scales has none."""
        rubric = SMALL + SCALE
        first, *option = small(rubrik, "a.toml", "inputs = { a = 3 }", rubric)
        second, *_ = small(rubrik, "b.toml", "inputs = { a = 3, b = 3 }", rubric)
        result = rubrik("compare", first, second, *option, "--lang", "en")

        assert "Ratings" in result.out
        assert "Grade open, still possible: Đạt, Chưa đạt Đạt" in result.flat
        assert "Ratings" not in rubrik("compare", REPORT, REPORT, "--lang", "en").out

    def test_what_is_read_or_printed_otherwise_is_said(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A name, a rule and a maximum that are not what they were."""
        monkeypatch.setenv("COLUMNS", "80")
        first = rubrik.file("nho.toml", SMALL)
        other = SMALL.replace('"Hai"\nmax = 10', '"Hai, mới"\nmax = 8').replace('"nho"', '"moi"')
        second = rubrik.file("moi.toml", other.replace("[reading.options]", "[reading.options]"))
        reports = [
            rubrik.file(f"{name}.toml", f'rubric = "{path}"\ninputs = {{ a = 3, b = 9 }}\n')
            for name, path in (("a", first), ("b", second))
        ]
        result = rubrik("compare", *reports, "--lang", "en")

        assert "name: “Hai” → “Hai, mới” rule as printed: changed maximum: 10 → 8" in result.flat

    def test_a_decision_is_said(self, rubrik: Rubrik) -> None:
        """What was decided, why, and by which record."""
        decided = (
            '[[adjudication]]\ncode = "1"\ndecision = "reject"\nreason = "thiếu sổ"\n'
            'reference = "biên bản 3"\n'
        )
        first, *option = small(rubrik, "a.toml", "[inputs]\na = 3\n")
        second, *_ = small(rubrik, "b.toml", f"[inputs]\na = 3\n{decided}")
        result = rubrik("compare", first, second, *option, "--lang", "en")

        assert "adjudication: – → rejected: thiếu sổ (biên bản 3)" in result.flat


class TestOptions:
    """How both sheets are made."""

    def test_a_reading_holds_for_both(self, rubrik: Rubrik) -> None:
        """Where both rubrics offer it."""
        first, *option = small(rubrik, "a.toml", "inputs = { a = 8 }")
        second, *_ = small(rubrik, "b.toml", "inputs = { a = 9 }")
        found = rubrik("compare", first, second, *option, "--reading", "tran=nam", "--json").json

        assert (
            "0" == next(row for row in found["rows"] if row["code"] == "1")["difference"]["exact"]
        )

    def test_a_reading_of_one_rubric_holds_for_that(self, rubrik: Rubrik) -> None:
        """The other has no such question."""
        result = rubrik("compare", REPORT, OTHER, "--reading", "toi-da-3-11=0", "--json")

        assert 0 == result.status
        assert {"id": "toi-da-3-11", "first": "0", "second": None} in result.json["readings"]

    def test_a_reading_of_neither_is_refused(self, rubrik: Rubrik) -> None:
        """With what may have been meant."""
        result = rubrik("compare", REPORT, OTHER, "--reading", "toi-da-311=0", "--lang", "en")

        assert (2, "") == (result.status, result.out)
        assert "rubrik: there is no reading toi-da-311 (did you mean: toi-da-3-11?)\n" == result.err

    def test_a_reading_may_hold_for_the_second_alone(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What another reading would make of one and the same report."""
        monkeypatch.setenv("COLUMNS", "80")
        other = ["--second-reading", "toi-da-3-11=0", "--lang", "en"]
        result = rubrik("compare", REPORT, REPORT, *other)

        assert 0 == result.status
        assert "read otherwise: toi-da-3-11 maximum: 10 → 0" in result.flat
        assert "Readings that differ: 1" in result.out
        assert "toi-da-3-11 10 0" in result.flat

    def test_a_policy_holds_for_both(self, rubrik: Rubrik) -> None:
        """What is missing counts nothing in either."""
        found = rubrik("compare", REPORT, REPORT, "--missing", "zero", "--json").json

        assert ["zero", "zero"] == [found[each]["missing"] for each in ("first", "second")]

    def test_a_warning_is_said_once(self, rubrik: Rubrik) -> None:
        """Both reports name another rubric than the one that is used."""
        first, *option = small(rubrik, "a.toml", "")
        other = rubrik.file("b.toml", HEAD)
        result = rubrik("compare", other, other, *option, "--lang", "en")

        assert 1 == result.err.count(f"the submission names the rubric '{SLUG}'")
        assert 0 == rubrik("compare", first, first, *option).status


class TestRefused:
    """What cannot be compared."""

    def test_each_file_is_named(self, rubrik: Rubrik) -> None:
        """The one that is wrong."""
        wrong = rubrik.file("sai.toml", f"{HEAD}[inputs]\ncbc = 1\n")
        result = rubrik("compare", REPORT, wrong, "--lang", "en")

        assert (2, "") == (result.status, result.out)
        assert (
            f"rubrik: {wrong}: inputs › cbc: there is no input cbc (did you mean: cbcc?)\n"
        ) == result.err

    def test_standard_input_is_one_of_them(self, rubrik: Rubrik) -> None:
        """One of two may be piped in."""
        result = rubrik("compare", "-", REPORT, stdin=Path(REPORT).read_bytes())

        assert 0 == result.status
        assert "Không hàng nào thay đổi." in result.out

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("vi", "rubrik: stdin: đầu vào chuẩn chỉ đọc được một lần\n"),
            ("en", "rubrik: stdin: standard input can be read only once\n"),
        ],
    )
    def test_standard_input_is_not_both(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """What has been read is gone."""
        result = rubrik("compare", "-", "-", "--lang", lang, stdin=Path(REPORT).read_bytes())

        assert (2, "", expected) == (result.status, result.out, result.err)

    @pytest.mark.parametrize("arguments", [[], [REPORT]])
    def test_two_files_are_needed(self, rubrik: Rubrik, arguments: list[str]) -> None:
        """What is missing is named."""
        name = "B" if arguments else "A"
        result = rubrik("compare", *arguments, "--lang", "en")

        assert (2, f"rubrik: {name} is missing (see rubrik compare --help)\n") == (
            result.status,
            result.err,
        )
