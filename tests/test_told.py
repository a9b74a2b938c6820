"""What others say in English is said in Vietnamese as well."""

import ast
import errno
import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from rubrik.wording import Message, Text, told
from rubrik.wording.outside import OUTSIDE
from test_sentences import written


class TestTold:
    """What readers of files say is said in Vietnamese as well."""

    def test_everything_that_tomllib_says(self) -> None:
        """Every sentence in the source of this Python's reader of TOML is known."""
        source = Path(tomllib.__file__).with_name("_parser.py").read_text(encoding="utf-8")
        said = [
            str(written(node.args[2])).replace("{}", "x")
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "suffixed_err"
        ]

        assert len(said) > 20
        assert [] == [each for each in said if not isinstance(told(each), Message)]

    @pytest.mark.parametrize(
        ("text", "vi"),
        [
            ("{1}", "tên khóa phải đặt trong ngoặc kép"),
            ('{"a" 1}', "thiếu dấu hai chấm"),
            ('{"a": 1 2}', "thiếu dấu phẩy"),
            ('{"a": }', "thiếu giá trị, hoặc giá trị không hợp lệ"),
            ("{} x", "thừa dữ liệu ở cuối"),
            ('{"a": "b', "thiếu dấu ngoặc kép đóng"),
            ('{"a": "\n"}', "có ký tự điều khiển trong ngoặc kép"),
            (r'{"a": "\u12"}', r"mã ký tự sau \u không hợp lệ"),
        ],
    )
    def test_what_json_says(self, text: str, vi: str) -> None:
        """Each way to break JSON has its sentence."""
        with pytest.raises(json.JSONDecodeError) as caught:
            json.loads(text)

        found: Any = told(caught.value.msg)

        assert (vi, caught.value.msg) == (found.text("vi"), found.text("en"))

    def test_what_json_says_of_a_mark_at_the_start(self) -> None:
        """The mark by which some editors begin a file has its sentence."""
        with pytest.raises(json.JSONDecodeError) as caught:
            json.loads("\ufeff{}")

        found: Any = told(caught.value.msg)

        assert "ở đầu có ký tự BOM: hãy lưu lại tệp theo UTF-8 không có BOM" == found.text("vi")

    @pytest.mark.parametrize(
        ("number", "vi"),
        [
            (errno.EACCES, "không có quyền truy cập, hoặc tệp đang mở ở chương trình khác"),
            (errno.EPERM, "hệ thống không cho phép thao tác này trên tệp"),
            (errno.EBUSY, "tệp hoặc ổ đĩa đang bận: hãy thử lại sau"),
            (errno.EMFILE, "đang mở quá nhiều tệp: hãy đóng bớt chương trình"),
            (errno.EDQUOT, "đã dùng hết dung lượng được cấp trên ổ đĩa"),
            (errno.ESTALE, "tệp trên ổ đĩa dùng chung không còn ở chỗ cũ: hãy mở lại thư mục"),
            (errno.ETIMEDOUT, "ổ đĩa dùng chung không trả lời: hãy kiểm tra kết nối mạng"),
        ],
    )
    def test_what_the_system_says(self, number: int, vi: str) -> None:
        """What a drive says, a shared one too, has its sentence in the system's own words."""
        found: Any = told(os.strerror(number))

        assert (vi, os.strerror(number)) == (found.text("vi"), found.text("en"))

    def test_what_is_not_known_is_left(self) -> None:
        """A sentence that nobody has translated stands as it was said."""
        assert "Something new" == told("Something new")

    @pytest.mark.parametrize(("key", "text"), OUTSIDE.items())
    def test_every_sentence_is_found_by_its_english(self, key: str, text: Text) -> None:
        """What is filled in is found again, and no sentence is taken for another."""
        said = re.sub(r"\{\w+\}", "x y", text.en)
        found = told(said)

        assert isinstance(found, Message)
        assert (key, said) == (found.key, found.text("en"))
