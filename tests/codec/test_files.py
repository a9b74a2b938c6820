import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import rubrik
from codec.small import RUBRIC_TEXT, as_json
from rubrik import FileFormatError, RubrikError
from rubrik.codec import read_rubric
from rubrik.codec.files import MOST_BYTES, MOST_LEVELS, MOST_TABLES

MINIMAL = 'slug = "nho"\ntitle = "Nhỏ"\nnode = []\n'


def refused(text: str) -> FileFormatError:
    """Why a text cannot be read at all."""
    with pytest.raises(FileFormatError) as caught:
        rubrik.loads(text)
    return caught.value


class TestSyntax:
    """A text that is neither TOML nor JSON."""

    @pytest.mark.parametrize(
        ("text", "vi", "en"),
        [
            (
                'slug = "a"\ntitle = \n',
                (
                    "dòng 2, cột 9: không phải TOML hợp lệ: "
                    "giá trị không hợp lệ; chữ, số lẻ và tỷ lệ phải đặt trong ngoặc kép"
                ),
                "line 2, column 9: not valid TOML: Invalid value",
            ),
            (
                "slug",
                "không phải TOML hợp lệ: thiếu dấu = sau tên khóa",
                "not valid TOML: Expected '=' after a key in a key/value pair",
            ),
            (
                "slug = 1\nslug = 2\n",
                "dòng 2, cột 9: không phải TOML hợp lệ: khóa này đã có giá trị",
                "line 2, column 9: not valid TOML: Cannot overwrite a value",
            ),
            (
                '{"slug": "a",\n "title" "b"}',
                "dòng 2, cột 10: không phải JSON hợp lệ: thiếu dấu hai chấm",
                "line 2, column 10: not valid JSON: Expecting ':' delimiter",
            ),
        ],
    )
    def test_is_said_with_line_and_column(self, text: str, vi: str, en: str) -> None:
        """Where the place is known, it comes first; then what the format expects there."""
        error = refused(text)

        assert vi == error.text("vi")
        assert en == error.text("en")

    @pytest.mark.parametrize(
        ("text", "vi", "en"),
        [
            (
                '[node]\ncriterion = "1"\n[node]\n',
                (
                    "dòng 3, cột 6: không phải TOML hợp lệ: bảng ('node',) có hai lần "
                    "(trong TOML, mỗi mục bắt đầu bằng một dòng [[node]])"
                ),
                (
                    "line 3, column 6: not valid TOML: Cannot declare ('node',) twice "
                    "(in TOML, write [[node]] once for each)"
                ),
            ),
            (
                "[criterion]\n[criterion]\n",
                (
                    "dòng 2, cột 11: không phải TOML hợp lệ: bảng ('criterion',) có hai lần "
                    "(trong TOML, mỗi mục bắt đầu bằng một dòng [[node]])"
                ),
                (
                    "line 2, column 11: not valid TOML: Cannot declare ('criterion',) twice "
                    "(in TOML, write [[node]] once for each)"
                ),
            ),
            (
                "[claims]\n[claims]\n",
                "dòng 2, cột 8: không phải TOML hợp lệ: bảng ('claims',) có hai lần",
                "line 2, column 8: not valid TOML: Cannot declare ('claims',) twice",
            ),
            (
                "[[node]]\nmax = 6,5  # điểm\n",
                (
                    "dòng 2, cột 8: không phải TOML hợp lệ: "
                    "thừa chữ ở cuối dòng; chữ, số lẻ và tỷ lệ phải đặt trong ngoặc kép "
                    '(số có dấu phẩy phải đặt trong ngoặc kép, "6,5", hoặc viết là 6.5)'
                ),
                (
                    "line 2, column 8: not valid TOML: "
                    "Expected newline or end of document after a statement "
                    '(a decimal comma stands in quotes, "6,5", or is written 6.5)'
                ),
            ),
            (
                "max = 6,5,4",
                (
                    "dòng 1, cột 8: không phải TOML hợp lệ: "
                    "thừa chữ ở cuối dòng; chữ, số lẻ và tỷ lệ phải đặt trong ngoặc kép"
                ),
                (
                    "line 1, column 8: not valid TOML: "
                    "Expected newline or end of document after a statement"
                ),
            ),
        ],
    )
    def test_says_what_was_meant_by_a_frequent_slip(self, text: str, vi: str, en: str) -> None:
        """Single brackets for a list of tables, and a decimal comma."""
        error = refused(text)

        assert (vi, en) == (error.text("vi"), error.text("en"))

    @pytest.mark.parametrize("text", ["pools.toml", " cac/bo tieu chi.JSON\n"])
    def test_that_is_a_path_is_told(self, text: str) -> None:
        """Paths and texts have functions of their own."""
        error = refused(text)

        assert (
            "this is the path of a file, not what the file says: "
            "rubrik.load and rubrik.load_submission take paths"
        ) == error.text("en")
        assert (
            "đây là đường dẫn, không phải nội dung tệp: "
            "rubrik.load và rubrik.load_submission nhận đường dẫn"
        ) == error.text("vi")

    @pytest.mark.parametrize(
        ("value", "found"), [(b'slug = "nho"', "bytes"), ({}, "dict"), (None, "NoneType")]
    )
    def test_is_text(self, value: Any, found: str) -> None:  # noqa: ANN401
        """Bytes are for the caller to decode, and data are no text."""
        with pytest.raises(TypeError) as caught:
            rubrik.loads(value)

        assert f"a value of type str is expected, not one of type {found}" == str(caught.value)

    @pytest.mark.parametrize("text", ['{"a": 1} x', "{", '{"a": }', '{"a": 1,}', "[", "=", '"'])
    def test_is_refused_whatever_it_is(self, text: str) -> None:
        """There is nothing that cannot be read and is not refused."""
        assert refused(text).text("vi")

    def test_of_two_keys_of_one_name_is_refused_in_json_too(self) -> None:
        """Nothing is dropped in silence: a key that stands twice is an error, as in TOML."""
        with pytest.raises(RubrikError):
            rubrik.loads('{"rubric": "nho", "claims": {"1": 1, "1": 2}}')


class TestFile:
    """A file that cannot be read at all: one line that says which, where and why."""

    def test_says_which_file(self, tmp_path: Path) -> None:
        """The file comes first, then the line and the column."""
        file = tmp_path / "nho.toml"
        file.write_text("slug = 1\n\n x y\n", encoding="utf-8")

        with pytest.raises(FileFormatError) as caught:
            read_rubric(file)
        assert (str(file), 3, 4) == (caught.value.path, caught.value.line, caught.value.column)
        assert (
            f"{file}, line 3, column 4: not valid TOML: "
            "Expected '=' after a key in a key/value pair" == caught.value.text("en")
        )

    @pytest.mark.parametrize(
        ("content", "vi", "en"),
        [
            (
                b'slug = "a"\ntitle = "\xff"',
                ", dòng 2, cột 10: tệp không phải văn bản UTF-8: cần một tệp TOML hoặc JSON",
                ", line 2, column 10: not UTF-8 text: a TOML or JSON file is expected",
            ),
            (
                b"\x00\x01\x02",
                ": đây là tệp nhị phân: cần một tệp TOML hoặc JSON",
                ": this is a binary file: a TOML or JSON file is expected",
            ),
            (
                b"\x89PNG\r\n\x1a\n\x00",
                ", dòng 1, cột 1: tệp không phải văn bản UTF-8: cần một tệp TOML hoặc JSON",
                ", line 1, column 1: not UTF-8 text: a TOML or JSON file is expected",
            ),
            (
                b"x" * (MOST_BYTES + 1),
                ": tệp quá lớn: chỉ đọc tệp tối đa 4 MB",
                ": the file is too large: at most 4 MB are read",
            ),
        ],
        ids=["Latin-1", "binary", "picture", "large"],
    )
    def test_that_is_no_text(self, tmp_path: Path, content: bytes, vi: str, en: str) -> None:
        """Binary, another encoding, or too large."""
        file = tmp_path / "nho.toml"
        file.write_bytes(content)

        with pytest.raises(FileFormatError) as caught:
            rubrik.load_submission(file)
        assert f"{file}{vi}" == caught.value.text("vi")
        assert f"{file}{en}" == caught.value.text("en")

    @pytest.mark.parametrize("name", ["cac-xa.csv", "cac-xa.CSV", "cac-xa.tsv", "cac-xa.jsonl"])
    @pytest.mark.parametrize("read", [rubrik.load, rubrik.load_submission])
    def test_that_is_a_table(
        self, tmp_path: Path, name: str, read: Callable[[Path], object]
    ) -> None:
        """There is a command for tables."""
        file = tmp_path / name
        file.write_text("unit,a\nX,1\n", encoding="utf-8")

        with pytest.raises(FileFormatError) as caught:
            read(file)
        assert (
            f"{file}: this is a table of many reports: rubrik score-table scores tables"
        ) == caught.value.text("en")
        assert f"{file}: đây là bảng của nhiều phiếu: rubrik score-table chấm bảng" == (
            caught.value.text("vi")
        )

    def test_that_is_not_there(self, tmp_path: Path) -> None:
        """A missing file is missed by its name."""
        file = tmp_path / "nho.json"

        with pytest.raises(FileFormatError) as caught:
            rubrik.load_submission(file)
        assert f"{file}: there is no such file" == caught.value.text("en")
        assert f"{file}: không có tệp này" == caught.value.text("vi")

    def test_that_is_a_folder(self, tmp_path: Path) -> None:
        """A folder holds files, and is none."""
        with pytest.raises(FileFormatError) as caught:
            rubrik.load_submission(tmp_path)
        assert f"{tmp_path}: đây là một thư mục: cần một tệp TOML hoặc JSON" == caught.value.text(
            "vi"
        )

    def test_below_another_file(self, tmp_path: Path) -> None:
        """What the system says against reading it is passed on in words."""
        (tmp_path / "nho").write_text("", encoding="utf-8")

        with pytest.raises(FileFormatError) as caught:
            rubrik.load_submission(tmp_path / "nho" / "nho.toml")
        assert (
            f"{tmp_path / 'nho' / 'nho.toml'}: the file cannot be read: Not a directory"
            == caught.value.text("en")
        )

    def test_of_the_largest_size(self, tmp_path: Path) -> None:
        """A file of exactly the documented size is read."""
        file = tmp_path / "nho.toml"
        file.write_bytes(MINIMAL.encode().ljust(MOST_BYTES, b"\n"))

        assert "nho" == read_rubric(file).slug

    def test_with_a_mark_at_its_beginning(self, tmp_path: Path) -> None:
        """Editors of Windows put a byte order mark first and end lines with two characters."""
        file = tmp_path / "nho.toml"
        file.write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode())

        assert "Nhỏ" == read_rubric(file).title

    def test_is_json_by_its_name(self, tmp_path: Path) -> None:
        """A file called .json is JSON, in upper case as well, and any other is TOML."""
        file = tmp_path / "nho.JSON"
        file.write_text(as_json(RUBRIC_TEXT), encoding="utf-8")

        assert rubrik.loads(RUBRIC_TEXT) == read_rubric(file)
        assert rubrik.loads(RUBRIC_TEXT) == read_rubric(str(file))

    def test_called_json_that_is_toml(self, tmp_path: Path) -> None:
        """The name is believed."""
        file = tmp_path / "nho.json"
        file.write_text(MINIMAL, encoding="utf-8")

        with pytest.raises(FileFormatError) as caught:
            read_rubric(file)
        assert f"{file}, line 1, column 1: not valid JSON: Expecting value" == caught.value.text(
            "en"
        )

    @pytest.mark.parametrize("content", ["[]", "3", "null", '"x"', "[{}]"])
    def test_that_holds_no_table(self, tmp_path: Path, content: str) -> None:
        """JSON of anything but an object is nothing that a rubric could be in."""
        file = tmp_path / "nho.json"
        file.write_text(content, encoding="utf-8")

        with pytest.raises(FileFormatError) as caught:
            read_rubric(file)
        assert f"{file}: a table (an object) is expected" == caught.value.text("en")
        assert f"{file}: cần một bảng (đối tượng)" == caught.value.text("vi")


DEEP = 1000
DEEPEST = 100_000


class TestHostileText:
    """Texts made to exhaust whoever reads them are refused at once."""

    @pytest.mark.parametrize(
        "text",
        [
            f"slug = {'[' * DEEP}{']' * DEEP}",
            f"slug = {'{a = ' * DEEP}1{'}' * DEEP}",
            f"{'a.' * DEEP}b = 1",
            f"[{'a.' * DEEP}b]",
            f"[[{'a.' * DEEP}b]]",
            '"a b".' * DEEP + "b = 1",
            f"x = {{ {'a.' * DEEP}b = 1 }}",
            f'{{"slug": {"[" * DEEP}{"]" * DEEP}}}',
            '{"a": ' * DEEP + "1" + "}" * DEEP,
            f"slug = {'[' * DEEPEST}{']' * DEEPEST}",
            f"slug = {'{a = ' * DEEPEST}1{'}' * DEEPEST}",
            f"{'a.' * DEEPEST}b = 1",
            f"[{'a.' * DEEPEST}b]",
            '{"a": ' * DEEPEST + "1" + "}" * DEEPEST,
        ],
        ids=[
            "lists",
            "inline tables",
            "dotted key",
            "header",
            "header of a list",
            "quoted key",
            "key inside",
            "JSON lists",
            "JSON objects",
            "endless lists",
            "endless inline tables",
            "endless dotted key",
            "endless header",
            "endless JSON objects",
        ],
    )
    def test_is_not_read_deeper_than_anyone_writes(self, text: str) -> None:
        """A thousand levels, or a hundred thousand, in whatever way they are written."""
        error = refused(text)

        assert "nested too deep: at most 64 levels are read" == error.text("en")
        assert "lồng nhau quá sâu: tối đa 64 tầng" == error.text("vi")

    @pytest.mark.parametrize(
        "text",
        ['"a b".' * 10_000 + "b = 1", f"x = {{ {'a.' * 10_000}b = 1 }}"],
        ids=["quoted key", "key inside"],
    )
    def test_does_not_exhaust_the_memory(self, text: str) -> None:
        """A key of endless parts is seen before it is taken apart, however its parts are quoted."""
        assert "nested too deep: at most 64 levels are read" == refused(text).text("en")

    def test_may_be_as_deep_as_is_said(self) -> None:
        """The deepest level that is read is still read."""
        deepest = "[" * (MOST_LEVELS - 1) + "]" * (MOST_LEVELS - 1)
        deeper = f"[{deepest}]"

        with pytest.raises(rubrik.SubmissionError):
            rubrik.loads(f'{{"rubric": "nho", "x": {deepest}}}')
        assert refused(f'{{"rubric": "nho", "x": {deeper}}}').text("en").startswith("nested")

    @pytest.mark.parametrize("text", ['{{"slug": "{}"}}', 'slug = "{}"'], ids=["JSON", "TOML"])
    def test_of_ten_million_characters_is_too_large(self, text: str) -> None:
        """A string of 10 MB is refused for its size."""
        error = refused(text.format("x" * 10_000_000))

        assert "the file is too large: at most 4 MB are read" == error.text("en")

    def test_is_measured_in_bytes(self) -> None:
        """A text is as large as the file that would hold it, whatever its alphabet."""
        assert "the file is too large: at most 4 MB are read" == refused(
            f'slug = "{"ổ" * (MOST_BYTES // 2)}"'
        ).text("en")

    def test_has_a_limit_of_tables(self) -> None:
        """Endless little tables are refused by their number."""
        text = json.dumps({"slug": "nho", "node": [{}] * MOST_TABLES})

        assert "too many tables and lists: at most 50000 are read" == refused(text).text("en")
        assert "quá nhiều bảng và danh sách: chỉ đọc tối đa 50000" == refused(text).text("vi")

    @pytest.mark.parametrize(
        "text",
        [
            f"slug = {'9' * 5000}",
            f'{{"slug": {"9" * 5000}}}',
            "slug = 2023-13-45T25:00:00",
        ],
        ids=["TOML", "JSON", "date"],
    )
    def test_of_numbers_without_end_is_refused(self, text: str) -> None:
        """A number of five thousand digits is no number anybody printed."""
        assert isinstance(refused(text), FileFormatError)

    @pytest.mark.parametrize(
        "number",
        [
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "1e99999999999999999999",
            "0." + "1" * 5000,
            "0x" + "f" * 5000,
            "9" * 1000,
            "nan",
            "inf",
            "2023-01-01",
        ],
        ids=lambda text: text[:12],
    )
    @pytest.mark.parametrize("key", ["inputs.a", "claims.a", "unit", "not_applicable"])
    def test_numbers_that_are_out_of_reach_are_refused(self, key: str, number: str) -> None:
        """Exponents and digits that would exhaust the memory, and what is no number at all."""
        with pytest.raises(RubrikError) as caught:
            rubrik.loads(f'rubric = "nho"\n{key} = {number}\n')
        assert len(caught.value.text("vi")) < 500

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e99999999999999999999"])
    def test_numbers_of_json_that_are_none_are_refused(self, number: str) -> None:
        """What JavaScript calls a number and nobody can count with."""
        with pytest.raises(RubrikError):
            rubrik.loads(f'{{"rubric": "nho", "inputs": {{"a": {number}}}}}')

    @pytest.mark.parametrize(
        "text",
        [
            '{"slug": "\\ud800", "title": "x", "node": []}',
            '{"slug": "nho", "title": "x", "node": [], "\\udfff": 1}',
            '{"slug": "\ud800", "title": "x", "node": []}',
            'slug = "\ud800"\ntitle = "x"\nnode = []',
        ],
        ids=["escaped", "key", "raw", "TOML"],
    )
    def test_half_a_character_is_refused(self, text: str) -> None:
        """Half of a surrogate pair can be neither written nor hashed."""
        with pytest.raises(RubrikError):
            rubrik.loads(text)

    def test_both_halves_of_a_character_are_one(self) -> None:
        """JSON may write a character in two halves, which is one character."""
        found = rubrik.loads('{"rubric": "nho", "unit": "\\ud83d\\ude00"}')

        assert "😀" == getattr(found, "unit", None)


@pytest.mark.parametrize("text", ["", "  \n", "# nothing\n"])
def test_an_empty_text_is_an_empty_submission(text: str) -> None:
    """Nothing names a rubric, and that is said."""
    with pytest.raises(rubrik.SubmissionError) as caught:
        rubrik.loads(text)
    assert "the key rubric is missing" == caught.value.text("en")
    assert "thiếu khóa rubric" == caught.value.text("vi")


def test_a_mark_at_the_beginning_of_a_text_is_passed_over() -> None:
    """Text read by somebody else may still begin with a byte order mark."""
    assert "Nhỏ" == getattr(rubrik.loads(f"\ufeff{MINIMAL}"), "title", None)
