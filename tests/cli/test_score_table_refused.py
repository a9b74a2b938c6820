"""``rubrik score-table`` and files that cannot be used: they are refused as a whole."""

import os
from pathlib import Path
from typing import IO, Any

import polars as pl
import pytest

from cli.running import Rubrik
from cli.tables import COMPLETE, complaints


def refused(rubrik: Rubrik, small_rubric: str, name: str, content: str | bytes) -> str:
    """What is said of a file that is refused as a whole; nothing may have been written."""
    table = rubrik.file(name, content)
    before = sorted(path.name for path in rubrik.folder.iterdir())
    result = rubrik("score-table", table, "--rubric", small_rubric, "--lang", "en")

    assert (2, "") == (result.status, result.out)
    assert before == sorted(path.name for path in rubrik.folder.iterdir())
    return result.err.replace(table, name)


class TestText:
    """Files that are no table of text are refused, and nothing is written."""

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ("", "t.csv: the file is empty: a table is expected"),
            (
                "1,2\n3,4\n",
                (
                    "t.csv: no column is called like an input of the rubric: "
                    "use --columns INPUT=COLUMN"
                ),
            ),
            (
                "A,bb,tyle\n1,2,3\n",
                (
                    "t.csv: no column is called like an input of the rubric: "
                    "use --columns INPUT=COLUMN (did you mean: a, ty_le?)"
                ),
            ),
            ("a,b,a\n1,2,3\n", "t.csv: the column 'a' stands twice"),
            ("a,b, a\n1,2,3\n", "t.csv: the column 'a' stands twice"),
            ("a,,,b\n1,,,3\n", "t.csv: the column '' stands twice"),
            (",,\n", "t.csv: the file is empty: a table is expected"),
            (
                "a,__rubrik_1,b\n1,2,3\n",
                (
                    "t.csv: column '__rubrik_1': "
                    "names that begin with __rubrik_ are kept for the program"
                ),
            ),
            (
                "a,points_total\n1,2\n",
                (
                    "t.csv: column 'points_total': the table has this column already: "
                    "the results would write over it"
                ),
            ),
            (
                "a,bang\n1,2\n",
                (
                    "t.csv: column 'bang': tables in a cell are not read: "
                    "these columns are expected: bang_hang, bang_tong"
                ),
            ),
            ('a,b\n1,2\n"1,2\n', "t.csv, line 3: not valid CSV: unexpected end of data"),
            ('a,b\n1,"2"x\n', "t.csv, line 2: not valid CSV: ',' expected after '\"'"),
            (b"a,b\n1,2\n1,\xff\n", "t.csv, line 3: not UTF-8 text: save the table as “CSV UTF-8”"),
            (
                "\xff\xfea\x00".encode("latin-1"),
                "t.csv, line 1: not UTF-8 text: save the table as “CSV UTF-8”",
            ),
            ("a," + "b" * (5 * 1024 * 1024), "t.csv, line 1: the row is too long: at most 4 MB"),
            (
                'a,b\n1,"' + ("b" * 1024 + "\n") * 200,
                "t.csv, line 129: not valid CSV: field larger than field limit (131072)",
            ),
            (
                "a,b\n" + ('"' + "b" * 1020 + '\n",') * 5000,
                "t.csv, line 4098: the row is too long: at most 4 MB",
            ),
            (",".join(map(str, range(10_001))), "t.csv: too many columns: at most 10000 are read"),
        ],
    )
    def test_of_csv(
        self, rubrik: Rubrik, small_rubric: str, content: str | bytes, expected: str
    ) -> None:
        """Said with the line where there is one."""
        assert f"rubrik: {expected}\n" == refused(rubrik, small_rubric, "t.csv", content)

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ("", "t.jsonl: the file is empty: a table is expected"),
            ("\n \n", "t.jsonl: the file is empty: a table is expected"),
            ("{}\n", "t.jsonl: the file is empty: a table is expected"),
            ('{"a":1}\n{"a":\n', "t.jsonl, line 2: not valid JSON: Expecting value"),
            ('{"a":1}\n\n[1]\n', "t.jsonl, line 3: a table (an object) is expected"),
            ('{"a":1}\n3\n{"a":2}', "t.jsonl, line 2: a table (an object) is expected"),
            ('{"a":' + "[" * 100_000, "t.jsonl, line 1: nested too deep"),
            ('{"a":1e400}\n[', "t.jsonl, line 2: not valid JSON: Expecting value"),
            ('{"a":1e400\n', "t.jsonl, line 1: not valid JSON: Expecting ',' delimiter"),
            (
                '{"a":true}\n',
                (
                    "t.jsonl: column 'a': “Số A” cannot be of type Boolean: "
                    "expected is a whole number from 0 up"
                ),
            ),
            (
                '{"muc":1}\n',
                (
                    "t.jsonl: column 'muc': “Mục” cannot be of type Int64: "
                    "expected is a list of different items out of: p, q"
                ),
            ),
            (b'{"a":"\xff"}\n', "t.jsonl, line 1: not UTF-8 text: save the table as “CSV UTF-8”"),
        ],
    )
    def test_of_json_lines(
        self, rubrik: Rubrik, small_rubric: str, content: str | bytes, expected: str
    ) -> None:
        """Said with the line where there is one."""
        assert f"rubrik: {expected}\n" == refused(rubrik, small_rubric, "t.jsonl", content)

    def test_lists_of_all_kinds_do_not_go_together(self, rubrik: Rubrik, small_rubric: str) -> None:
        """What is in a list or a structure is not read as text: said by who tried to read it."""
        content = '{"a":1,"z":[{"x":1}]}\n{"a":1,"z":[3]}\n'
        said = refused(rubrik, small_rubric, "t.jsonl", content)

        assert said.startswith("rubrik: t.jsonl: the file cannot be read: ")
        assert 1 == said.count("\n")

    def test_json_lines_are_read_twice(self, rubrik: Rubrik, small_rubric: str) -> None:
        """A pipe can be read only once."""
        pipe = rubrik.folder / "t.jsonl"
        os.mkfifo(pipe)
        end = os.open(pipe, os.O_RDWR)  # without a writer, opening it to read waits for one
        vietnamese = rubrik("score-table", str(pipe), "--rubric", small_rubric)
        english = rubrik("score-table", str(pipe), "--rubric", small_rubric, "--lang", "en")
        os.close(end)

        assert (
            f"rubrik: {pipe}: JSON Lines phải đọc hai lần: "
            "cần một tệp, không đọc được từ đường ống (pipe)\n"
        ) == vietnamese.err
        assert (
            f"rubrik: {pipe}: JSON Lines are read twice: a file is expected, not a pipe\n"
        ) == english.err

    def test_lists_have_no_place_in_csv(self, rubrik: Rubrik, small_rubric: str) -> None:
        """Other kinds hold them."""
        table = rubrik.file("t.jsonl", '{"a":1,"muc":["p"],"z":{"y":1}}\n')
        output = str(rubrik.folder / "o.csv")
        result = rubrik(
            "score-table", table, "--rubric", small_rubric, "-o", output, "--lang", "en"
        )

        said = "CSV holds no lists or structures: write to .parquet or .jsonl"
        assert (
            f"rubrik: {table}: 2 problems:\n- column 'muc': {said}\n- column 'z': {said}\n"
        ) == result.err
        assert not Path(output).exists()


class TestFiles:
    """What is no file, or none that can be read or written."""

    @pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"PAR", b"PAR1 garbage", b"x PAR1"])
    def test_other_files_are_no_parquet(
        self, rubrik: Rubrik, small_rubric: str, content: bytes
    ) -> None:
        """It begins and ends with a mark of its own."""
        said = refused(rubrik, small_rubric, "t.parquet", content)

        assert "rubrik: t.parquet: this is no Parquet file\n" == said

    def test_an_empty_file_is_no_parquet(self, rubrik: Rubrik, small_rubric: str) -> None:
        """It is said to be empty, as of every other kind."""
        said = refused(rubrik, small_rubric, "t.parquet", b"")

        assert "rubrik: t.parquet: the file is empty: a table is expected\n" == said

    def test_garbage_between_the_marks_is_refused(self, rubrik: Rubrik, small_rubric: str) -> None:
        """In the words of who tried to read it."""
        said = refused(rubrik, small_rubric, "t.parquet", b"PAR1 garbage PAR1")

        assert said.startswith("rubrik: t.parquet: the file cannot be read: ")
        assert 1 == said.count("\n")

    @pytest.mark.parametrize("name", ["t.parquet", "t.csv", "t.jsonl"])
    def test_a_folder_is_no_table(self, rubrik: Rubrik, small_rubric: str, name: str) -> None:
        """Whatever it is called."""
        folder = rubrik.folder / name
        folder.mkdir()
        result = rubrik("score-table", str(folder), "--rubric", small_rubric, "--lang", "en")

        assert f"rubrik: {folder}: this is a directory: a table is expected\n" == result.err

    @pytest.mark.parametrize("name", ["t.parquet", "t.csv", "t.jsonl", "t\0.csv"])
    def test_a_file_has_to_be_there(self, rubrik: Rubrik, small_rubric: str, name: str) -> None:
        """Nothing is made of nothing."""
        result = rubrik("score-table", name, "--rubric", small_rubric, "--lang", "en")

        assert (2, "") == (result.status, result.out)
        assert result.err.endswith(": there is no such file\n")

    def test_a_file_that_may_not_be_read_is_refused(
        self, rubrik: Rubrik, small_rubric: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """By the reason that the system gives."""
        table = rubrik.file("t.csv", COMPLETE)
        rubric = Path(small_rubric)
        original = Path.open

        def locked(path: Path, mode: str = "r") -> IO[Any]:
            if path == rubric:
                return original(path, mode)
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", locked)
        result = rubrik("score-table", table, "--rubric", small_rubric, "--lang", "en")

        assert f"rubrik: {table}: the file cannot be read: Permission denied\n" == result.err

    def test_a_parquet_file_that_breaks_off_is_refused(
        self, rubrik: Rubrik, small_rubric: str
    ) -> None:
        """Also where that is found late."""
        table = rubrik.folder / "t.parquet"
        pl.DataFrame({"a": range(1000), "b": range(1000)}).write_parquet(table)
        data = bytearray(table.read_bytes())
        data[8:200] = b"\xff" * 192
        said = refused(rubrik, small_rubric, "u.parquet", bytes(data))

        assert said.startswith("rubrik: u.parquet: the file cannot be read: ")

    @pytest.mark.parametrize("file", ["t.txt", "t", "t.xlsx"])
    def test_the_name_says_the_kind(self, rubrik: Rubrik, small_rubric: str, file: str) -> None:
        """Of the table, and of what is written."""
        table = rubrik.file("t.csv", COMPLETE)
        said = (
            "not a kind of table that is known: the name has to end in one of: "
            ".csv, .tsv, .parquet, .jsonl, .ndjson"
        )
        source = rubrik("score-table", file, "--rubric", small_rubric, "--lang", "en")
        output = rubrik("score-table", table, "--rubric", small_rubric, "-o", file, "--lang", "en")

        assert f"rubrik: {file}: {said}\n" == source.err
        assert f"rubrik: {file}: {said}\n" == output.err


class TestArguments:
    """What cannot be understood is refused with status 2, before any row is read."""

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (
                ["--columns", "a"],
                "--columns: 'a' will not do: INPUT=COLUMN is expected, as in cbcc=total",
            ),
            (
                ["--columns", "bb=a", "--columns", "b=loại", "--columns", "muc:p=mucc"],
                (
                    "TABLE: 3 problems:\n"
                    "- --columns: there is no input bb (did you mean: b?)\n"
                    "- --columns: the table has no column 'loại' (did you mean: loai?)\n"
                    "- --columns: the table has no column 'mucc' (did you mean: muc?)"
                ),
            ),
            (
                ["--outputs", "total,levls"],
                (
                    "TABLE: outputs: 'levls' will not do: one of these is expected: "
                    "criteria, groups, total, levels, bounds, statuses (did you mean: levels?)"
                ),
            ),
            (["--reading", "x=y"], "there is no reading x"),
            (
                ["--missing", "none"],
                "--missing: one of these is expected: zero, range (see rubrik score-table --help)",
            ),
        ],
    )
    def test_options(
        self, rubrik: Rubrik, small_rubric: str, arguments: list[str], expected: str
    ) -> None:
        """All problems of the columns at once."""
        table = rubrik.file("t.csv", COMPLETE)
        result = rubrik("score-table", table, "--rubric", small_rubric, *arguments, "--lang", "en")

        assert (2, "") == (result.status, result.out)
        assert f"rubrik: {expected.replace('TABLE', table)}\n" == result.err

    def test_a_rubric_is_needed(self, rubrik: Rubrik) -> None:
        """A table names none."""
        table = rubrik.file("t.csv", COMPLETE)
        result = rubrik("score-table", table, "--lang", "en")

        assert (2, "rubrik: --rubric is missing (see rubrik score-table --help)\n") == (
            result.status,
            result.err,
        )

    def test_columns_that_may_have_been_meant_are_pointed_out(
        self, rubrik: Rubrik, small_rubric: str
    ) -> None:
        """A misspelt column answers nothing, and nobody would notice."""
        names = ["a", "B", "ty_lee", "tienn", "ma_xa", "unit"]
        table = rubrik.file("t.csv", ",".join(names) + "\n" + ",".join("1" for _ in names) + "\n")
        result = rubrik("score-table", table, "--rubric", small_rubric, "--lang", "en")

        assert 0 == result.status
        assert (
            "rubrik: warning: the column 'B' is no input, and is not read (did you mean: b?)\n"
            "rubrik: warning: the column 'ty_lee' is no input, and is not read "
            "(did you mean: ty_le?)\n"
            "rubrik: warning: the column 'tienn' is no input, and is not read "
            "(did you mean: tien?)\n"
        ) == complaints(result.err)

    def test_are_told_that_inputs_without_one_count_as_zero(
        self, rubrik: Rubrik, small_rubric: str
    ) -> None:
        """Where what is missing is worth nothing, a column that is not there costs points."""
        asked = ("score-table", rubrik.file("t.csv", "a\n1\n"), "--rubric", small_rubric)

        assert (
            "rubrik: warning: no column for 8 inputs, which no unit reports then "
            "and which give 0 points: b, ty_le, tien, co, loai, muc, "
            "bang_hang, bang_tong\n"
        ) == complaints(rubrik(*asked, "--missing", "zero", "--lang", "en").err)
        assert "" == complaints(rubrik(*asked, "--missing", "range", "--force", "--lang", "en").err)
