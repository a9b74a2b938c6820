"""``rubrik rank``: many reports in, a league table out, everything broken listed."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import rubrik as library
from cli.running import EXAMPLES, SLUG, TABLE, Rubrik

RUBRIC = """
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
score = { kind = "min_max_normalized", constant = "full" }
[[node]]
criterion = "2"
name = "Hai"
max = 10
measure = { count = "b" }
score = { kind = "proportional", rate = 1 }
"""

LEVELS = """
[[scale]]
id = "s"
name = "S"
below = "Chưa đạt"
levels = [{ name = "Đạt", from = 8 }]
[ranking]
nodes = ["2"]
ties = "dense"
cohort = "Các xã"
"""


@pytest.fixture
def small(rubrik: Rubrik) -> str:
    """The path of a small rubric: row 1 compares units, row 2 does not."""
    return rubrik.file("r.toml", RUBRIC)


@pytest.fixture
def folder(rubrik: Rubrik) -> Path:
    """A folder of three reports, and of files that are none."""
    found = rubrik.folder / "reports"
    found.mkdir()
    for name, a, b in (("C", 2, 1), ("A", 8, 5), ("B", 5, 8)):
        text = f'rubric = "nho"\nunit = "{name}"\ninputs = {{ a = {a}, b = {b} }}\n'
        (found / f"{name.lower()}.toml").write_text(text, encoding="utf-8")
    (found / ".hidden.toml").write_text("x", encoding="utf-8")
    (found / "notes.txt").write_text("x", encoding="utf-8")
    return found


def rows(text: str) -> list[list[str]]:
    """The cells of the rows of a table that begin with a rank or a dash."""
    lines = (line.split() for line in text.splitlines() if re.match(r" \S", line))
    return [
        line for line in lines if line and (line[0].strip("()")[:1].isdigit() or line[0] == "–")
    ]


class TestForAPerson:
    """The league table of a cohort says who stands where, and why."""

    def test_a_table_is_ranked(self, rubrik: Rubrik) -> None:
        """All units by their total; equals share a place; what is open is not ranked yet."""
        result = rubrik("rank", SLUG, TABLE)

        assert (0, "") == (result.status, result.err)
        assert (
            "BẢNG XẾP HẠNG Bộ tiêu chí Bộ chỉ số chuyển đổi số cấp xã, tỉnh Thanh Hóa, năm 2023 "
        ) in result.flat
        assert (
            "Theo tổng điểm Số đơn vị: 7 · đã xếp hạng 6 · còn mở 1. "
            "Hạng trong ngoặc còn có thể thay đổi. "
        ) in result.flat
        assert [
            ["1", "Xã", "bịa", "Tây", "2", "677,06"],
            ["1", "Xã", "bịa", "Tây", "3", "677,06"],
            ["3", "Xã", "bịa", "Đông", "4", "668,25"],
            ["4", "Xã", "bịa", "Tây", "1", "666,54"],
            ["5", "Xã", "bịa", "Đông", "1", "648,36"],
            ["(6)", "Xã", "bịa", "Đông", "2", "641,18", "6–7"],
            [
                "–",
                "Xã",
                "bịa",
                "Đông",
                "3",
                "624,13–644,13",
                "6–7",
                "điểm",
                "còn",
                "mở",
                "ở:",
                "4.2",
            ],
        ] == rows(result.out)

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("vi", "3.4 ≥ 56,8%, ≤ 88% (7/7 đơn vị có giá trị) 3.5 ≥ 30,4%, ≤ 67,2% "),
            ("en", "3.4 ≥ 56.8%, ≤ 88% (7 of 7 units) 3.5 ≥ 30.4%, ≤ 67.2% "),
        ],
    )
    def test_the_bounds_are_said(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """By what units were compared, and of how many units it is."""
        assert expected in rubrik("rank", SLUG, TABLE, "--lang", lang).flat

    def test_units_are_ranked_within_a_label(self, rubrik: Rubrik) -> None:
        """Each district by itself, in the order of the alphabet."""
        result = rubrik("rank", SLUG, TABLE, "--within", "huyen")
        east, west = (result.out.index(f"huyen: Huyện bịa {name}") for name in ("Đông", "Tây"))

        assert east < west
        assert ["1", "2", "(3)", "–", "1", "1", "3"] == [row[0] for row in rows(result.out)]

    def test_units_are_ranked_by_a_row(self, rubrik: Rubrik) -> None:
        """Its code and its name stand above."""
        result = rubrik("rank", SLUG, TABLE, "--node", "4", "--lang", "en")

        assert (
            "4: Nhân lực số Units: 7 · ranked 6 · open 1. A rank in brackets may still change. "
            in result.flat
        )

    def test_a_folder_is_read_in_order(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """Its TOML and JSON files; hidden ones and others are left alone."""
        result = rubrik("rank", small, str(folder))

        assert (0, "") == (result.status, result.err)
        assert [["1", "A", "15"], ["2", "B", "13"], ["3", "C", "1"]] == rows(result.out)

    def test_files_are_read_once(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """However often they are named."""
        again = str(folder / "a.toml")
        around = str(folder / ".." / folder.name / "b.toml")
        result = rubrik("rank", small, again, around, str(folder), again)

        assert 0 == result.status
        assert ["A", "B", "C"] == [row[1] for row in rows(result.out)]

    def test_standard_input_is_a_report(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """Beside files."""
        report = b'rubric = "nho"\nunit = "D"\ninputs = { a = 8, b = 9 }\n'
        result = rubrik("rank", small, "-", str(folder), stdin=report)

        assert ["1", "D", "19"] == rows(result.out)[0]

    def test_columns_without_a_word_are_left_out(self, rubrik: Rubrik, small: str) -> None:
        """No claims, no levels, nothing open, one period: no columns for them."""
        table = rubrik.file("t.csv", "unit,period,a,b\nA,2023,1,1\nB,2023,2,2\n")
        result = rubrik("rank", small, table, "--lang", "en")

        assert "Rank Unit Points ─" in result.flat
        assert "2023" not in result.out

    def test_columns_with_a_word_are_there(self, rubrik: Rubrik) -> None:
        """Claims, levels, periods, what is still possible, and what is open."""
        rubric = rubrik.file("r.toml", RUBRIC + LEVELS)
        table = rubrik.file(
            "t.csv", "unit,period,a,b,claim:2\nA,2022,8,1,3\nA,2023,2,,\nB,2023,,7,\n"
        )
        result = rubrik("rank", rubric, table, "--lang", "en", "--missing", "zero")

        assert "Cohort Các xã Ties 1, 2, 2, 3 Missing inputs count 0 points" in result.flat
        assert "Rank Unit Points Claimed Level Note ─" in result.flat
        assert [
            ["1", "A", "11", "3", "Đạt"],
            ["2", "B", "7", "–", "Chưa", "đạt", "open:", "1"],
            ["3", "A", "0", "–", "Chưa", "đạt", "open:", "2"],
            ["1", "B", "7", "–"],
            ["2", "A", "1", "3"],
            ["3", "A", "0", "–", "open:", "2"],
        ] == rows(result.out)
        periods = re.findall(r"^ +(\d{4})$", result.out, flags=re.MULTILINE)
        assert ["2022", "2023", "2023", "2023", "2022", "2023"] == periods

    def test_levels_of_several_rows_have_their_codes(self, rubrik: Rubrik) -> None:
        """Where a scale is for many rows, each level stands behind its row."""
        many = LEVELS.replace("below =", 'nodes = ["1", "2"]\nbelow =')
        rubric = rubrik.file("r.toml", RUBRIC + many)
        table = rubrik.file("t.csv", "unit,a,b\nA,8,1\nB,2,\n")
        result = rubrik("rank", rubric, table)

        assert "1: Đạt; 2: Chưa đạt" in result.flat
        assert "1: Chưa đạt; 2: chưa xác định, còn có thể: Đạt, Chưa đạt" in result.flat

    def test_more_than_five_open_rows_are_counted(self, rubrik: Rubrik) -> None:
        """A unit that reports nothing has 56 of them."""
        table = rubrik.file("t.csv", "unit\nA\n")
        result = rubrik("rank", SLUG, table, "--missing", "zero", "--lang", "en")

        assert "open: 1.1, 1.2, 1.3, 1.4, 1.5, and 51 more rows" in result.flat

    def test_points_that_differ_never_look_alike(self, rubrik: Rubrik, small: str) -> None:
        """Not those of neighbours, not those of a threshold that is missed."""
        rubric = rubrik.file("r.toml", RUBRIC + LEVELS.replace("from = 8", "from = 9"))
        table = rubrik.file("t.csv", "unit,a,b\nA,1000000,0\nB,899999,0\nC,900000,0\nD,0,0\n")
        result = rubrik("rank", rubric, table, "--lang", "en")

        assert [
            ["A", "10"], ["C", "9"], ["B", "8.99999"], ["D", "0"],
        ] == [row[1:3] for row in rows(result.out)[:4]]  # fmt: skip
        assert 0 == rubrik("rank", small, table).status

    def test_the_readings_that_are_no_defaults_are_named(self, rubrik: Rubrik) -> None:
        """A reader sees by which reading units were compared."""
        result = rubrik("rank", SLUG, TABLE, "--reading", "can-duoi-min-max=tu-0")

        assert result.flat.endswith("Cách hiểu đang áp dụng can-duoi-min-max tu-0")

    def test_units_can_be_left_out(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """With the reason of the caller."""
        result = rubrik("rank", small, str(folder), "--unranked", "a = nộp muộn")

        assert [["1", "B", "13"], ["2", "C", "1"]] == rows(result.out)[:2]
        assert "– A 15 không xếp hạng: nộp muộn" in result.flat

    def test_what_is_refused_is_missed_in_the_bounds(self, rubrik: Rubrik, small: str) -> None:
        """All others are compared without it, which is said where they are."""
        table = rubrik.file("t.csv", "unit,a,b\nA,1,1\nB,-1,1\nC,3,1\n")

        assert (
            "Cận của nhóm xếp hạng 1 ≥ 1, ≤ 3 (2/2 đơn vị có giá trị) "
            "Phiếu không chấm được, chưa tính vào đây: 1. "
            "Sửa xong các phiếu ấy thì cận, điểm và hạng có thể thay đổi."
        ) in rubrik("rank", small, table).flat

    def test_points_without_an_end_are_said(self, rubrik: Rubrik) -> None:
        """A row without a maximum can give any number of points."""
        rubric = rubrik.file("r.toml", RUBRIC.replace('name = "Hai"\nmax = 10', 'name = "Hai"'))
        table = rubrik.file("t.csv", "unit,a,b\nA,1,\nB,1,3\n")
        result = rubrik("rank", rubric, table, "--lang", "en")

        assert [["(1)", "B", "13", "1–2"], ["–", "A", "≥", "10", "1–2"]] == [
            row[:5] if row[0] == "–" else row for row in rows(result.out)
        ]

    def test_control_codes_are_shown_and_not_sent(self, rubrik: Rubrik, small: str) -> None:
        """A table cannot paint the reader's terminal, nor make a line of its own."""
        table = rubrik.file(
            "t.csv", "unit,label:h\x1b[31m,a,b\nA\x1b[31m,x\x1b[31m,1,1\nB\x1b[32m,x,-1,1\n"
        )
        result = rubrik(
            "rank", small, table, "--within", "h\x1b[31m", "--unranked", "A\x1b[31m=\x1b"
        )

        assert "\x1b" not in result.out + result.err
        assert "h\\x1b[31m: x\\x1b[31m" in result.out
        assert "– A\\x1b[31m 11 không xếp hạng: \\x1b" in result.flat

    def test_a_checklist_ranks_nobody(self, rubrik: Rubrik) -> None:
        """It has no points."""
        report = str(EXAMPLES / "huong-xuan-2020.toml")
        result = rubrik("rank", "thua-thien-hue/cap-xa-2020", report, "--lang", "en")

        assert "– UBND xã Hương Xuân – not ranked: there are no points" in result.flat

    @pytest.mark.parametrize(
        ("ties", "expected"),
        [
            ("competition", ["1", "1", "3"]),
            ("dense", ["1", "1", "2"]),
            ("fractional", ["1,5", "1,5", "3"]),
        ],
    )
    def test_ties_are_the_caller_s_choice(
        self, rubrik: Rubrik, small: str, ties: str, expected: list[str]
    ) -> None:
        """Where it is not that of the rubric."""
        table = rubrik.file("t.csv", "unit,a,b\nA,2,1\nB,2,1\nC,2,0\n")

        assert expected == [
            row[0] for row in rows(rubrik("rank", small, table, "--ties", ties).out)
        ]


class TestBroken:
    """What cannot be used is listed with its path; what is sound is ranked; the status is 1."""

    def test_one_among_many(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """Every file that is broken, and why, in either language."""
        (folder / "d.toml").write_text("a = \n", encoding="utf-8")
        (folder / "e.json").write_text('{"rubric": "khac", "unit": "E"}', encoding="utf-8")
        (folder / "f.toml").write_text(RUBRIC, encoding="utf-8")
        arguments = ("rank", small, str(folder), str(folder / "g.toml"))
        result = rubrik(*arguments)

        assert 1 == result.status
        assert ["A", "B", "C"] == [row[1] for row in rows(result.out)]
        assert (
            f"rubrik: {folder}/d.toml, dòng 1, cột 5: không phải TOML hợp lệ: "
            "giá trị không hợp lệ; chữ, số lẻ và tỷ lệ phải đặt trong ngoặc kép\n"
            f"rubrik: {folder}/f.toml: đây là một bộ tiêu chí: cần một phiếu báo cáo\n"
            f"rubrik: {folder}/g.toml: không có tệp này\n"
            f"rubrik: {folder}/e.json: rubric: phiếu báo cáo theo bộ tiêu chí 'khac', "
            "nhóm này theo 'nho'\n"
        ) == result.err
        assert f"rubrik: {folder}/g.toml: there is no such file\n" in (
            rubrik(*arguments, "--lang", "en").err
        )

    def test_all_problems_of_one(self, rubrik: Rubrik, small: str) -> None:
        """Under a line that counts them."""
        table = rubrik.file("t.csv", "unit,a,b\nA,-1,x\nB,1,1\n")
        result = rubrik("rank", small, table, "--lang", "en")

        assert result.err.startswith(f"rubrik: {table}:2: 2 problems:\n- inputs › a: Số A: '-1' ")

    def test_two_of_one_unit(self, rubrik: Rubrik, small: str) -> None:
        """Neither is ranked; each says where the other is."""
        table = rubrik.file("t.csv", "unit,period,a,b\nA,2023,1,1\na,2023,2,2\nB,2023,3,3\n")
        result = rubrik("rank", small, table, "--lang", "en")

        assert 1 == result.status
        assert (
            f"rubrik: {table}:2: A in period 2023 is also in: {table}:3\n"
            f"rubrik: {table}:3: a in period 2023 is also in: {table}:2\n"
        ) == result.err
        assert [["1", "B", "13"]] == rows(result.out)

    def test_other_content_of_the_rubric(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """A report pinned to a rubric that has changed since."""
        path = folder / "a.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(f'rubric_hash = "sha256:00"\n{text}', encoding="utf-8")
        result = rubrik("rank", small, str(folder), "--lang", "en")

        assert 1 == result.status
        assert f"rubrik: {path}: rubric_hash: the rubric changed since " in result.err

    @pytest.mark.parametrize("kind", ["folder", "table", "columns"])
    def test_nobody_at_all(self, rubrik: Rubrik, small: str, kind: str) -> None:
        """An empty cohort: nothing is ranked, nothing is written, and it is said why."""
        empty = rubrik.folder / "empty"
        empty.mkdir()
        if kind == "folder":
            path, said = str(empty), "thư mục không có phiếu báo cáo nào (.toml, .json)"
        elif kind == "table":
            path = rubrik.file("t.csv", "unit,a\n")
            said = "bảng không có hàng nào"
        else:
            path = rubrik.file("t.csv", "unit,c\nA,1\n")
            said = "cột 2: không có cột nào là 'c'"
        output = rubrik.folder / "out.csv"
        result = rubrik("rank", small, path, "-o", str(output))

        assert (1, "không chấm được đơn vị nào\n") == (result.status, result.out)
        assert f"rubrik: {path}: {said}\n" == result.err
        assert not output.exists()

    def test_a_folder_that_is_shut(
        self, rubrik: Rubrik, small: str, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A folder that cannot be looked into has no reports for us."""

        def shut(_: Path) -> Any:  # noqa: ANN401 - it never returns
            raise PermissionError

        monkeypatch.setattr(Path, "iterdir", shut)
        result = rubrik("rank", small, str(folder), "--lang", "en")

        assert 1 == result.status
        assert (f"rubrik: {folder}: the folder has no reports (.toml, .json)\n") == result.err

    def test_a_path_that_is_none(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """Nothing is not the folder that one happens to be in; too long a path is no file."""
        result = rubrik("rank", small, "", "a" * 5000, str(folder), "--lang", "en")

        assert 1 == result.status
        assert 3 == len(rows(result.out))
        assert (
            "rubrik: .: this is a directory: a TOML or JSON file is expected\n"
            f"rubrik: {'a' * 5000}: the file cannot be read: File name too long\n"
        ) == result.err

    def test_a_folder_among_the_files_of_a_folder(
        self, rubrik: Rubrik, small: str, folder: Path
    ) -> None:
        """Whatever it is called, it is no report."""
        (folder / "z.toml").mkdir()
        result = rubrik("rank", small, str(folder), "--lang", "en")

        assert 1 == result.status
        assert (
            f"rubrik: {folder}/z.toml: the folder has no reports (.toml, .json)\n"
        ) == result.err

    def test_a_saved_cohort_among_reports(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """It is no report, from a file or from standard input."""
        saved = folder / "z.toml"
        rubrik("rank", small, str(folder), "--save-cohort", str(saved))
        result = rubrik("rank", small, str(folder), "--lang", "en")
        piped = rubrik("rank", small, "-", "--lang", "en", stdin=saved.read_bytes())

        assert f"rubrik: {saved}: this is a saved cohort: a submission is expected\n" == result.err
        assert "rubrik: stdin: this is a saved cohort: a submission is expected\n" == piped.err


class TestForPrograms:
    """``--json`` holds all of it."""

    def test_the_league_and_the_cohort(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """Places are numbers, points exact text; what is broken is there as well."""
        (folder / "d.toml").write_text("a = ", encoding="utf-8")
        result = rubrik("rank", small, str(folder), "--json")
        (league,) = result.json["leagues"]

        assert 1 == result.status
        assert [(1, "A", "15"), (2, "B", "13"), (3, "C", "1")] == [
            (place["rank"], place["unit"], place["points"]) for place in league["places"]
        ]
        assert {"1": {"low": "2", "high": "8"}} == result.json["cohort"]["bounds"]
        assert [f"{folder}/d.toml"] == [each["source"] for each in result.json["broken"]]

    def test_a_league_for_every_row_that_the_rubric_ranks_by(self, rubrik: Rubrik) -> None:
        """The whole first, or the row alone that was asked for."""
        rubric = rubrik.file("r.toml", RUBRIC + LEVELS)
        table = rubrik.file("t.csv", "unit,a,b\nA,1,1\n")

        assert [None, "2"] == [
            each["node"] for each in rubrik("rank", rubric, table, "--json").json["leagues"]
        ]
        assert ["1"] == [
            each["node"]
            for each in rubrik("rank", rubric, table, "--node", "1", "--json").json["leagues"]
        ]


class TestOutput:
    """``-o`` writes the table as well, all of it or nothing."""

    def test_csv_for_a_spreadsheet(self, rubrik: Rubrik, small: str) -> None:
        """In Vietnamese with semicolons and decimal commas, in English with commas and points."""
        table = rubrik.file(
            "t.csv", 'unit,period,label:huyen,a,b,claim:2\n=A,2023,X,1,1,"1,5"\nB,2023,Y,2,,\n'
        )
        vi, en = (str(rubrik.folder / name) for name in ("vi.csv", "en.csv"))
        shown = rubrik("rank", small, table, "--within", "huyen", "-o", vi)
        rubrik("rank", small, table, "-o", en, "--lang", "en")

        assert shown.out.endswith(f"đã ghi {vi}\n")
        assert (
            "\ufeffMục;Nhóm;Hạng;Hạng cao nhất;Hạng thấp nhất;Đơn vị;Kỳ;Điểm;"
            "Điểm thấp nhất;Điểm cao nhất;Tự chấm;Mức;Tình trạng;Ghi chú;Tệp\r\n"
            f";X;1;1;1;'=A;2023;1;1;1;1,5;;đã xếp hạng;;{table}:2\r\n"
            f";Y;;1;1;B;2023;;10;20;;;còn mở;điểm còn mở ở: 2;{table}:3\r\n"
        ) == Path(vi).read_bytes().decode()
        assert (
            "\ufeffRow,Group,Rank,Best,Worst,Unit,Period,Points,Lowest,Highest,Claimed,Level,"
            "Status,Note,File\r\n"
            f",,,1,1,B,2023,,10,20,,,open,points are still open in: 2,{table}:3\r\n"
        ) == Path(en).read_bytes().decode().replace(
            f",,1,2,2,'=A,2023,1,1,1,1.5,,ranked,,{table}:2\r\n", ""
        )

    def test_csv_with_blanks_before_a_sign(self, rubrik: Rubrik, small: str) -> None:
        """What a spreadsheet could take for a formula is text also where blanks stand before it."""
        (rubrik.folder / "in").mkdir()
        unit = r'unit = "\t=A"'
        rubrik.file("in/a.toml", f'rubric = "nho"\n{unit}\nperiod = "\u00a0=B"')
        output = str(rubrik.folder / "out.csv")
        rubrik("rank", small, str(rubrik.folder / "in"), "-o", output)

        assert ";' =A;' =B;" in Path(output).read_text(encoding="utf-8")

    def test_csv_with_what_is_broken(self, rubrik: Rubrik, small: str) -> None:
        """Nothing is lost: it stands at the end."""
        table = rubrik.file("t.csv", "unit,a,b\nA,1,1\nB,-1,1\n")
        output = str(rubrik.folder / "out.csv")
        result = rubrik("rank", small, table, "-o", output, "--lang", "en")

        assert 1 == result.status
        assert Path(output).read_text(encoding="utf-8").splitlines()[-1] == (
            ",,,,,B,,,,,,,refused,\"inputs › a: Số A: '-1' will not do, "
            "a whole number from 0 up is expected "
            f'(-1 is below 0: a number of at least 0 is expected)",{table}:3'
        )

    def test_markdown_for_a_page(self, rubrik: Rubrik, small: str) -> None:
        """Foreign text is shown as it stands: no mark in it is followed."""
        table = rubrik.file(
            "t.csv", "unit,label:huyen,a,b\n*A*|[x](y),X,1,1\nB,Y,2,\nC,,3,3\nD,X,-1,1\n"
        )
        output = str(rubrik.folder / "out.md")
        result = rubrik("rank", small, table, "--within", "huyen", "-o", output, "--lang", "en")
        found = library.load(small).content_hash

        assert 1 == result.status
        assert (
            "# LEAGUE TABLE\n\n"
            "Nhỏ\n\n"
            f"`nho` · `{found}`\n\n"
            "## By the total\n\n"
            "Units: 3 · ranked 1 · open 1 · not ranked 1\n\n"
            "### huyen: –\n\n"
            "| Rank | Possible | Unit | Points | Claimed | Level | Note |\n"
            "| ---: | --- | --- | ---: | ---: | --- | --- |\n"
            "| – |  | C | 13 | – |  | not ranked: it has no label huyen |\n\n"
            "### huyen: X\n\n"
            "| Rank | Possible | Unit | Points | Claimed | Level | Note |\n"
            "| ---: | --- | --- | ---: | ---: | --- | --- |\n"
            "| 1 |  | \\*A\\*\\|\\[x\\](y) | 1 | – |  |  |\n\n"
            "### huyen: Y\n\n"
            "| Rank | Possible | Unit | Points | Claimed | Level | Note |\n"
            "| ---: | --- | --- | ---: | ---: | --- | --- |\n"
            "| – | 1 | B | 5–15 | – |  | points are still open in: 2 |\n\n"
            "## Bounds of the cohort\n\n"
            "- 1: ≥ 1, ≤ 3 (3 of 3 units)\n\n"
            "Refused reports that are left out here: 1. "
            "Once they are mended, bounds, points and ranks may change.\n\n"
            "## Refused: 1\n\n"
            f"- {table}:5: inputs › a: Số A: '-1' will not do, "
            "a whole number from 0 up is expected "
            "(-1 is below 0: a number of at least 0 is expected)\n"
        ) == Path(output).read_text(encoding="utf-8").replace("\\_", "_")

    def test_markdown_of_the_least(self, rubrik: Rubrik) -> None:
        """Nothing compared, nothing broken, no label: nothing is said of them."""
        row = RUBRIC[RUBRIC.index('[[node]]\ncriterion = "2"') :]
        rubric = rubrik.file("r.toml", RUBRIC[: RUBRIC.index("[[node]]")] + row)
        table = rubrik.file("t.csv", "unit,b\nA,1\n")
        output = str(rubrik.folder / "out.md")
        rubrik("rank", rubric, table, "-o", output, "--lang", "en")
        _, _, found = Path(output).read_text(encoding="utf-8").partition("## ")

        assert (
            "By the total\n\nUnits: 1 · ranked 1\n\n"
            "| Rank | Possible | Unit | Points | Claimed | Level | Note |\n"
            "| ---: | --- | --- | ---: | ---: | --- | --- |\n"
            "| 1 |  | A | 1 | – |  |  |\n"
        ) == found

    def test_json_is_what_json_prints(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """The same text, in a file; standard output stays JSON alone."""
        output = rubrik.folder / "out.json"
        printed = rubrik("rank", small, str(folder), "-o", str(output), "--json")

        assert printed.out == output.read_text(encoding="utf-8")

    def test_rows_of_all_leagues_are_in_one_file(self, rubrik: Rubrik) -> None:
        """Each line says which row it is ranked by."""
        rubric = rubrik.file("r.toml", RUBRIC + LEVELS)
        table = rubrik.file("t.csv", "unit,a,b\nA,1,1\n")
        output = rubrik.folder / "out.csv"
        rubrik("rank", rubric, table, "-o", str(output))

        assert ["Mục", "", "2"] == [
            line.split(";")[0].removeprefix("\ufeff")
            for line in output.read_text(encoding="utf-8").splitlines()
        ]

    def test_other_kinds_of_files_are_refused(self, rubrik: Rubrik, small: str) -> None:
        """Before anything is read."""
        for option, allowed in (("-o", ".csv, .md, .json"), ("--save-cohort", ".toml, .json")):
            result = rubrik("rank", small, "no.toml", option, "out.xlsx", "--lang", "en")

            assert (2, "") == (result.status, result.out)
            assert (
                "rubrik: out.xlsx: files of this kind cannot be written: "
                f"one of these is expected: {allowed}\n"
            ) == result.err

    def test_a_file_that_exists_is_kept(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """Unless it may be written over."""
        output = rubrik.file("out.csv", "mine")
        result = rubrik("rank", small, str(folder), "-o", output, "--lang", "en")
        kept = Path(output).read_text(encoding="utf-8")
        forced = rubrik("rank", small, str(folder), "-o", output, "--force")

        assert (2, "mine") == (result.status, kept)
        assert f"rubrik: {output}: the file exists: --force writes over it\n" == result.err
        assert 0 == forced.status
        assert "mine" not in Path(output).read_text(encoding="utf-8")

    def test_a_file_that_is_written_over_stays_as_private(
        self, rubrik: Rubrik, small: str, folder: Path
    ) -> None:
        """Who may read it is not for us to change."""
        output = Path(rubrik.file("out.csv", "mine"))
        output.chmod(0o600)
        rubrik("rank", small, str(folder), "-o", str(output), "--force")

        assert 0o600 == output.stat().st_mode & 0o777

    def test_no_file_is_left_half_written(
        self, rubrik: Rubrik, small: str, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What fails midway leaves the old file as it was, and nothing beside it."""
        output = rubrik.file("out.csv", "mine")
        before = sorted(path.name for path in rubrik.folder.iterdir())

        def full(_: Path, __: Path) -> Any:  # noqa: ANN401 - it never returns
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", full)
        result = rubrik("rank", small, str(folder), "-o", output, "--force", "--lang", "en")

        assert 2 == result.status
        assert (
            f"rubrik: {output}: the file cannot be written: No space left on device\n"
        ) == result.err
        assert "mine" == Path(output).read_text(encoding="utf-8")
        assert before == sorted(path.name for path in rubrik.folder.iterdir())

    def test_a_device_is_written_to_as_it_is(
        self, rubrik: Rubrik, small: str, folder: Path
    ) -> None:
        """Nothing is put in its place."""
        link = rubrik.folder / "out.csv"
        link.symlink_to("/dev/null")
        result = rubrik("rank", small, str(folder), "-o", str(link), "--force")

        assert 0 == result.status
        assert link.is_symlink()
        assert not Path("/dev/null").is_file()


class TestPublishedCohorts:
    """The bounds of a cohort are saved, and units are scored against them afterwards."""

    @pytest.mark.parametrize("name", ["nhom.toml", "nhom.json"])
    def test_one_unit_is_scored_again(
        self, rubrik: Rubrik, small: str, folder: Path, name: str
    ) -> None:
        """With the points it had among the others; alone it has none for the row."""
        saved = str(rubrik.folder / name)
        report = str(folder / "b.toml")
        rubrik("rank", small, str(folder), "--save-cohort", saved)
        again = rubrik("score", report, "--rubric", small, "--cohort", saved, "--json").json
        alone = rubrik("score", report, "--rubric", small, "--json").json

        assert library.load_cohort(saved).bounds == {"1": library.CohortBounds(2, 8)}
        assert "13" == again["points"]["exact"]
        assert (None, "8", "18") == tuple(alone["points"][key] for key in ("exact", "low", "high"))

    def test_units_are_ranked_by_it(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """Units that came later are compared with those that were published."""
        saved = str(rubrik.folder / "nhom.toml")
        rubrik("rank", small, str(folder), "--save-cohort", saved)
        table = rubrik.file("t.csv", "unit,a,b\nX,5,0\nY,100,0\nZ,0,0\n")
        result = rubrik("rank", small, table, "--cohort", saved, "--lang", "en")

        assert [["1", "Y", "10"], ["2", "X", "5"], ["3", "Z", "0"]] == rows(result.out)
        assert "1 ≥ 2, ≤ 8 (3 of 3 units)" in result.flat

    def test_its_readings_are_in_force(self, rubrik: Rubrik) -> None:
        """Who re-scores a unit need not know under which readings it was published."""
        saved = str(rubrik.folder / "nhom.json")
        rubrik("rank", SLUG, TABLE, "--reading", "can-duoi-min-max=tu-0", "--save-cohort", saved)
        report = rubrik.file("s.toml", f'rubric = "{SLUG}"\ninputs = {{ chi_cds = 100 }}\n')
        result = rubrik("score", report, "--cohort", saved, "--json")

        assert "tu-0" == result.json["readings"]["can-duoi-min-max"]

    @pytest.mark.parametrize("command", ["rank", "score"])
    def test_of_another_rubric_is_refused(
        self, rubrik: Rubrik, small: str, folder: Path, command: str
    ) -> None:
        """By name, with the file."""
        saved = str(rubrik.folder / "nhom.toml")
        rubrik("rank", small, str(folder), "--save-cohort", saved)
        arguments = ("rank", SLUG, TABLE) if command == "rank" else (
            "score", str(EXAMPLES / "trieu-thanh-2023.toml")
        )  # fmt: skip
        result = rubrik(*arguments, "--cohort", saved, "--lang", "en")

        assert (2, "") == (result.status, result.out)
        assert (
            f"rubrik: {saved}: the cohort is under the rubric 'nho', not '{SLUG}'\n"
        ) == result.err

    def test_in_a_broken_file_is_refused(self, rubrik: Rubrik, small: str, folder: Path) -> None:
        """With all that is wrong with it."""
        saved = rubrik.file("nhom.json", json.dumps({"bounds": {}}))
        result = rubrik("rank", small, str(folder), "--cohort", saved, "--lang", "en")

        assert 2 == result.status
        assert (
            f"rubrik: {saved}: 2 problems:\n"
            "- the key rubric is missing\n"
            "- the key rubric_hash is missing\n"
        ) == result.err


class TestArguments:
    """What cannot be understood is refused with status 2."""

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (
                ["--node", "11"],
                "there is no criterion '11' (did you mean: 1?)",
            ),
            (["--within", "huyen"], "there is no label 'huyen' on any unit"),
            (["--unranked", "X=y"], "there is no unit 'X'"),
            (
                ["--unranked", "A"],
                "--unranked: 'A' will not do: UNIT=REASON is expected",
            ),
            (
                ["--ties", "sport"],
                (
                    "--ties: one of these is expected: competition, dense, fractional "
                    "(see rubrik rank --help)"
                ),
            ),
            (["--reading", "x=y"], "there is no reading x"),
        ],
    )
    def test_options(
        self, rubrik: Rubrik, small: str, folder: Path, arguments: list[str], expected: str
    ) -> None:
        """In one line."""
        result = rubrik("rank", small, str(folder), *arguments, "--lang", "en")

        assert (2, "", f"rubrik: {expected}\n") == (result.status, result.out, result.err)

    def test_files_are_needed(self, rubrik: Rubrik, small: str) -> None:
        """There is nothing to rank by default."""
        result = rubrik("rank", small, "--lang", "en")

        assert (2, "rubrik: FILES is missing (see rubrik rank --help)\n") == (
            result.status,
            result.err,
        )

    def test_a_row_that_compares_several_values_is_refused(self, rubrik: Rubrik) -> None:
        """By the rubric that has it."""
        score = 'score = { kind = "min_max_normalized", constant = "full" }'
        part = '{ kind = "min_max_normalized", constant = "full", measure = { count = "b" } }'
        both = f'score = {{ kind = "best_of", parts = [{score.removeprefix("score = ")}, {part}] }}'
        rubric = rubrik.file("r.toml", RUBRIC.replace(score, both))
        table = rubrik.file("t.csv", "unit,a,b\nA,1,1\n")
        result = rubrik("rank", rubric, table, "--lang", "en")

        assert 2 == result.status
        assert (
            f"rubrik: {rubric}: criterion '1' › score: the row compares units by several values: "
            "a, b; bounds of a cohort are of one\n"
        ) == result.err
