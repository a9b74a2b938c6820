import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import rubrik
from rubrik import FileFormatError, RubrikError, SubmissionError
from rubrik.codec import Table, load_table
from scoring.rows import per_unit, rubric_of

RUBRIC = rubric_of(per_unit("1", "a"), per_unit("2", "b"))
"""Inputs of every kind: a, b, quarters, m, s, f, c, i and t; rows 1 and 2."""


def table(folder: Path, content: str | bytes, name: str = "t.csv") -> Table:
    """The table of that content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_table(path, RUBRIC)


def broken(found: Table, lang: Any = "en") -> list[tuple[str, str, str]]:  # noqa: ANN401 - vi or en
    """Where the broken rows stand, of whom they are, and what is wrong with them."""
    return [
        (Path(each.source).name, each.unit, _named(each.error.text(lang))) for each in found.broken
    ]


def _named(said: str) -> str:
    """What is said without the folder of the file."""
    before, slash, name = said.rpartition("/t.")
    return f"t.{name}" if slash and before.startswith("/") else said


def refused(folder: Path, content: str | bytes, name: str = "t.csv") -> tuple[str, str]:
    """What is said of a table that cannot be read at all, in both languages."""
    with pytest.raises(RubrikError) as caught:
        table(folder, content, name)
    return _named(caught.value.text("en")), _named(caught.value.text("vi"))


class TestCsv:
    """One row for each unit, one column for each thing it says."""

    def test_holds_units(self, tmp_path: Path) -> None:
        """Inputs, claims and labels by their columns; an empty cell was not reported."""
        found = table(
            tmp_path,
            "unit,period,a,b,claim:1,label:huyen\nA,2023,3,,2.5,X\nB,2023, 4 ,5,, \n",
        )
        first, second = found.submissions.values()

        assert ["t.csv:2", "t.csv:3"] == [Path(source).name for source in found.submissions]
        assert () == found.broken
        assert ("nho", "A", "2023") == (first.rubric, first.unit, first.period)
        assert ({"a": "3"}, {"1": Fraction(5, 2)}, {"huyen": "X"}) == (
            first.inputs,
            first.claims,
            first.labels,
        )
        assert ({"a": "4", "b": "5"}, {}, {}) == (second.inputs, second.claims, second.labels)

    def test_holds_answers_of_every_kind(self, tmp_path: Path) -> None:
        """Words, decimals with commas, items with marks between, and lists as JSON."""
        found = table(
            tmp_path,
            'unit;m;s;f;c;i;t\nA;2,5;50%;Đã ban hành;own;"p; q";[[3,4],[0,2]]\n'
            'B;;;;;[];[]\nC;;;;;"[""p"",""r""]";\nD;;;;;p,q;\n',
        )
        answers = [each.inputs for each in found.submissions.values()]

        assert {
            "m": "2,5",
            "s": "50%",
            "f": "Đã ban hành",
            "c": "own",
            "i": ("p", "q"),
            "t": ((3, 4), (0, 2)),
        } == answers[0]
        assert [
            {"i": (), "t": ()}, {"i": ("p", "r")}, {"i": ("p", "q")},
        ] == answers[1:]  # fmt: skip
        assert () == rubrik.score_all(RUBRIC, found.submissions).broken

    @pytest.mark.parametrize("mark", [",", ";", "\t"])
    def test_may_be_parted_by_several_marks(self, tmp_path: Path, mark: str) -> None:
        """As spreadsheets of different countries write them."""
        found = table(tmp_path, f"a{mark}unit\n3{mark}A\n")

        assert [("A", {"a": "3"})] == [(e.unit, e.inputs) for e in found.submissions.values()]

    def test_may_come_from_a_spreadsheet(self, tmp_path: Path) -> None:
        """With a byte order mark, line ends of Windows, and empty rows and columns at the end."""
        found = table(tmp_path, "\ufeffunit;a;;\r\nA;3;;\r\n;;;\r\n\r\nB;4;;\r\n")

        assert ["t.csv:2", "t.csv:5"] == [Path(source).name for source in found.submissions]
        assert () == found.broken

    def test_counts_the_lines_of_the_file(self, tmp_path: Path) -> None:
        """Also where a cell runs over several of them."""
        found = table(tmp_path, 'unit,a\n"A\nB",3\nC,x\nD,4,5\n')

        assert ["t.csv:2", "t.csv:4"] == [Path(source).name for source in found.submissions]
        assert [("t.csv:5", "", "t.csv, line 5: the row has 3 cells, the header 2 columns")] == (
            broken(found)
        )

    def test_reads_composed_and_decomposed_letters_alike(self, tmp_path: Path) -> None:
        """A name typed on one machine is that typed on another."""
        found = table(tmp_path, "unit,a\nXa\u0303,3\n")

        assert ["Xã"] == [each.unit for each in found.submissions.values()]

    def test_refuses_rows_one_by_one(self, tmp_path: Path) -> None:
        """What is wrong with one row is no matter of the others."""
        found = table(tmp_path, "unit,a,claim:1,\nA,3,x,\nB,3\nC,3,1,z\nD,3,1,\n")

        assert ["D"] == [each.unit for each in found.submissions.values()]
        assert [
            (
                "t.csv:2",
                "A",
                ("claims › 1: 'x' is no number; numbers are written like 3, 2.5, 48/28 or 99.59%"),
            ),
            ("t.csv:3", "", "t.csv, line 3: the row has 2 cells, the header 4 columns"),
            (
                "t.csv:4",
                "",
                "t.csv, line 4: the cell 'z' stands in column 4, which has no name",
            ),
        ] == broken(found)
        assert ("t.csv, dòng 3: hàng có 2 ô, tiêu đề có 4 cột") == broken(found, "vi")[1][2]

    @pytest.mark.parametrize("cell", ["[1,2", "[[[1]]]", '[{"a":1}]', "[" * 5000, "[1e999999999]"])
    def test_leaves_what_is_no_list_to_its_input(self, tmp_path: Path, cell: str) -> None:
        """It is refused with the domain of the input, however deep it is nested."""
        quoted = cell.replace('"', '""')
        found = table(tmp_path, f'unit,i,t\nA,"{quoted}",\nB,,"{quoted}"\n')
        scored = rubrik.score_all(RUBRIC, found.submissions, broken=found.broken)

        assert () == scored.members
        assert 2 == len(scored.broken)

    def test_leaves_other_text_to_its_table(self, tmp_path: Path) -> None:
        """A table in a cell is a list of pairs."""
        found = table(tmp_path, "unit,t\nA,3\n")
        (only,) = rubrik.score_all(RUBRIC, found.submissions).broken

        assert (
            "inputs › t: Dịch vụ công: '3' will not do, "
            "a list of rows [trực tuyến, tất cả], no part above its whole is expected"
        ) == only.error.text("en")


class TestHeaders:
    """The columns are those of reports under the rubric, or the table is refused as a whole."""

    def test_that_are_wrong_are_all_named(self, tmp_path: Path) -> None:
        """Unknown ones with the nearest, and those that stand twice."""
        header = "unit,quarter,a,a,claim:11,claim:,label:,xyz,perod"

        assert (
            (
                "7 problems:\n"
                "- column 2: there is no such column as 'quarter' (did you mean: quarters?)\n"
                "- column 4: the column 'a' stands twice\n"
                "- column 5: there is no such column as 'claim:11' (did you mean: claim:1?)\n"
                "- column 6: there is no such column as 'claim:'\n"
                "- column 7: there is no such column as 'label:'\n"
                "- column 8: there is no such column as 'xyz'\n"
                "- column 9: there is no such column as 'perod' (did you mean: period?)"
            ),
            (
                "7 lỗi:\n"
                "- cột 2: không có cột nào là 'quarter' (có phải là: quarters?)\n"
                "- cột 4: cột 'a' có hai lần\n"
                "- cột 5: không có cột nào là 'claim:11' (có phải là: claim:1?)\n"
                "- cột 6: không có cột nào là 'claim:'\n"
                "- cột 7: không có cột nào là 'label:'\n"
                "- cột 8: không có cột nào là 'xyz'\n"
                "- cột 9: không có cột nào là 'perod' (có phải là: period?)"
            ),
        ) == refused(tmp_path, f"{header}\nA,,,,,,,,\n")

    def test_without_end_are_refused_in_time(self, tmp_path: Path) -> None:
        """Of a hundred thousand columns that there are not, the first two hundred are named."""
        header = ",".join(f"x{number}" for number in range(100_000))
        lines = refused(tmp_path, f"unit,{header}\n")[0].splitlines()

        assert "201 problems:" == lines[0]
        assert "- column 2: there is no such column as 'x0'" == lines[1]
        assert "- and more" == lines[-1]

    @pytest.mark.parametrize("content", ["", "\n", "a,b\n1,2\n"])
    def test_need_a_unit(self, tmp_path: Path, content: str) -> None:
        """A row of nobody is of no use."""
        assert (
            "there is no column unit: the name of each unit",
            "thiếu cột unit: tên của đơn vị",
        ) == refused(tmp_path, content)

    @pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
    def test_need_rows(self, tmp_path: Path, name: str) -> None:
        """A table without units is an empty cohort."""
        assert (
            f"{name}: the table has no rows",
            f"{name}: bảng không có hàng nào",
        ) == refused(tmp_path, "unit,a\n,\n" if name == "t.csv" else "\n \n", name)


class TestHostileFiles:
    """What would take all memory or time is refused at once."""

    def test_bytes_that_are_no_text(self, tmp_path: Path) -> None:
        """An old encoding, or UTF-16, with the place of the first wrong byte."""
        assert (
            "t.csv, line 2, column 1: not UTF-8 text: save the table as “CSV UTF-8”",
            "t.csv, dòng 2, cột 1: bảng không phải văn bản UTF-8: hãy lưu lại dạng “CSV UTF-8”",
        ) == refused(tmp_path, b"unit\n\xe0\n")
        assert refused(tmp_path, b"\xff\xfeu\0n\0")[0].startswith("t.csv, line 1, column 1: not")

    def test_binary_files(self, tmp_path: Path) -> None:
        """A spreadsheet itself is no CSV."""
        assert (
            "t.csv: this is a binary file: a CSV or JSON Lines table is expected",
            "t.csv: đây là tệp nhị phân: cần một bảng CSV hoặc JSON Lines",
        ) == refused(tmp_path, b"PK\0\0")

    @pytest.mark.parametrize("head", [b"PK\3\4", b"\xd0\xcf\x11\xe0"])
    def test_a_file_of_excel(self, tmp_path: Path, head: bytes) -> None:
        """A workbook, new or old, is called what it is, and what to save it as is said."""
        assert (
            (
                "t.csv: this is a file of Excel or Word, or an archive: "
                "TOML, JSON or a “CSV UTF-8” table is expected"
            ),
            (
                "t.csv: đây là tệp Excel, Word hoặc tệp nén: "
                "cần phiếu TOML, JSON hoặc bảng “CSV UTF-8”"
            ),
        ) == refused(tmp_path, head + bytes(8))

    def test_a_directory(self, tmp_path: Path) -> None:
        """Whatever its name."""
        (tmp_path / "t.csv").mkdir()
        with pytest.raises(FileFormatError) as caught:
            load_table(tmp_path / "t.csv", RUBRIC)
        assert ("t.csv: this is a directory: a CSV or JSON Lines table is expected") == _named(
            caught.value.text("en")
        )
        assert ("t.csv: đây là một thư mục: cần một bảng CSV hoặc JSON Lines") == _named(
            caught.value.text("vi")
        )

    def test_a_quote_that_never_ends(self, tmp_path: Path) -> None:
        """The rest of the file is not swallowed as one cell."""
        assert (
            "t.csv, line 3: not valid CSV: unexpected end of data",
            "t.csv, dòng 3: không phải CSV hợp lệ: có dấu ngoặc kép mở mà không đóng",
        ) == refused(tmp_path, 'unit,a\n"A,1\nB,2\n')

    def test_a_cell_without_end(self, tmp_path: Path) -> None:
        """No name is that long."""
        said = "not valid CSV: field larger than field limit (131072)"

        assert f"t.csv, line 2: {said}" == refused(tmp_path, f"unit\n{'x' * 200_000}\n")[0]

    def test_a_line_without_end(self, tmp_path: Path) -> None:
        """A million columns are none."""
        assert (
            "t.csv, line 2: the line is too long: at most 1048576 characters",
            "t.csv, dòng 2: dòng quá dài: chỉ đọc tối đa 1048576 ký tự",
        ) == refused(tmp_path, f"unit\n{',' * 1_100_000}\n")

    def test_rows_without_end(self, tmp_path: Path) -> None:
        """Nobody has a hundred thousand units."""
        assert (
            "t.csv, line 100002: too many rows: at most 100000 are read",
            "t.csv, dòng 100002: quá nhiều hàng: chỉ đọc tối đa 100000",
        ) == refused(tmp_path, "unit\n" + "x\n" * 100_001)

    def test_a_file_without_end(self, tmp_path: Path) -> None:
        """Tables may be larger than reports, but not that large."""
        assert (
            "t.csv: the file is too large: at most 64 MB are read"
            == (refused(tmp_path, b"x" * (64 * 1024 * 1024 + 1))[0])
        )

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        """It is named."""
        with pytest.raises(FileFormatError) as caught:
            load_table(tmp_path / "t.csv", RUBRIC)
        assert "t.csv: there is no such file" == _named(caught.value.text("en"))


class TestJsonLines:
    """One object a line, with the same names as the columns of CSV."""

    def test_hold_units(self, tmp_path: Path) -> None:
        """Values as JSON has them; null and empty text were not reported."""
        rows: list[dict[str, Any]] = [
            {"unit": "A", "period": 2023, "a": 3, "m": 2.5, "f": True, "i": ["p"], "b": None},
            {"unit": "B", "c": "", "t": [[3, 4]], "claim:1": 5, "label:huyen": 380},
        ]
        found = table(tmp_path, "\n\n".join(map(json.dumps, rows)), "t.jsonl")
        first, second = found.submissions.values()

        assert ["t.jsonl:1", "t.jsonl:3"] == [Path(source).name for source in found.submissions]
        assert ("A", "2023") == (first.unit, first.period)
        assert {"a": 3, "m": "5/2", "f": True, "i": ("p",)} == first.inputs
        assert {"t": ((3, 4),)} == second.inputs
        assert {"1": 5} == second.claims
        assert {"huyen": "380"} == second.labels

    def test_are_refused_line_by_line(self, tmp_path: Path) -> None:
        """A broken line is no matter of the others, and each has its place."""
        lines = [
            '{"unit": "A", "quarter": 1, "xyz": 2}',
            "[1]",
            "{bad",
            '{"unit": "A", "unit": "B"}',
            '{"unit": "A", "unit ": "B"}',
            '{"unit": ["A"]}',
            '{"unit": "A", "label:x": true}',
            '{"unit": "A", "a": {"b": 1}}',
            '{"unit": "Z", "a": 1}',
        ]
        found = table(tmp_path, "\n".join(lines), "t.ndjson")

        assert ["Z"] == [each.unit for each in found.submissions.values()]
        assert [
            (
                "t.ndjson:1",
                "",
                (
                    "2 problems:\n"
                    "- there is no such column as 'quarter' (did you mean: quarters?)\n"
                    "- there is no such column as 'xyz'"
                ),
            ),
            ("t.ndjson:2", "", "t.ndjson, line 2: a table (an object) is expected"),
            (
                "t.ndjson:3",
                "",
                (
                    "t.ndjson, line 3, column 2: not valid JSON: "
                    "Expecting property name enclosed in double quotes"
                ),
            ),
            ("t.ndjson:4", "", "t.ndjson, line 4: the key 'unit' stands twice"),
            ("t.ndjson:5", "", "the column 'unit ' stands twice"),
            ("t.ndjson:6", "['A']", "unit: \"['A']\" will not do: text is expected"),
            ("t.ndjson:7", "A", "label:x: 'True' will not do: text is expected"),
            ("t.ndjson:8", "A", "inputs › a: a number is expected, not a value of type dict"),
        ] == broken(found)


def test_names_without_end_are_not_all_compared(tmp_path: Path) -> None:
    """After a thousand different ones nobody is asked any more whether they meant another."""
    lines = "\n".join(json.dumps({"unit": "A", f"quarters{number}": 1}) for number in range(1001))
    found = table(tmp_path, lines, "t.jsonl")

    assert "(did you mean: quarters?)" in found.broken[0].error.text("en")
    assert "there is no such column as 'quarters1000'" == found.broken[-1].error.text("en")


def test_the_errors_say_what_is_wrong_with_the_columns(tmp_path: Path) -> None:
    """A header that does not fit is a matter of what the unit submits."""
    with pytest.raises(SubmissionError):
        table(tmp_path, "unit,x\nA,1\n")
