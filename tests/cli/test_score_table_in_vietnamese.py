"""``rubrik score-table`` says in Vietnamese what cannot be used, in one line for one problem."""

from pathlib import Path

import pytest

from cli.running import Rubrik
from cli.tables import COMPLETE, complaints

SAID_IN_VIETNAMESE = {
    "t.parquet": {b"": "tệp trống: cần một bảng", b"x": "không phải tệp Parquet"},
    "t.txt": {
        b"": (
            "không biết loại bảng này: tên tệp cần kết thúc bằng một trong: "
            ".csv, .tsv, .parquet, .jsonl, .ndjson"
        )
    },
    "t.jsonl": {
        b"": "tệp trống: cần một bảng",
        b'{"a":' + b"[" * 100_000: "lồng nhau quá sâu",
        b'{"muc":1}': (
            "cột 'muc': “Mục” không thể có kiểu Int64: "
            "cần một danh sách gồm các mục khác nhau trong: p, q"
        ),
    },
    "t.csv": {
        b"": "tệp trống: cần một bảng",
        b"1,2\n": (
            "không cột nào mang tên một số liệu của bộ tiêu chí: hãy dùng --columns SỐ_LIỆU=CỘT"
        ),
        b"a,a\n": "cột 'a' có hai lần",
        b"a,__rubrik_1\n": (
            "cột '__rubrik_1': tên bắt đầu bằng __rubrik_ dành riêng cho chương trình"
        ),
        b"a,points_total\n": ("cột 'points_total': bảng đã có cột này: kết quả sẽ ghi đè lên nó"),
        b"a,bang\n": ("cột 'bang': không đọc bảng trong một ô: cần các cột bang_hang, bang_tong"),
        b"\xff": "bảng không phải văn bản UTF-8: hãy lưu lại dạng “CSV UTF-8”",
        b"a," + b"b" * (5 * 1024 * 1024): "hàng quá dài: chỉ đọc tối đa 4 MB",
        b",".join(b"%d" % number for number in range(10_001)): (
            "quá nhiều cột: chỉ đọc tối đa 10000"
        ),
    },
}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [(name, *each) for name, said in SAID_IN_VIETNAMESE.items() for each in said.items()],
    ids=lambda value: str(value)[:20],
)
def test_what_is_wrong_is_said_in_vietnamese_too(
    rubrik: Rubrik, small_rubric: str, name: str, content: bytes, expected: str
) -> None:
    """Each in one line, with the file, and the line in it where one is to blame."""
    table = rubrik.file(name, content)
    result = rubrik("score-table", table, "--rubric", small_rubric)

    assert (2, "") == (result.status, result.out)
    assert f"{table}: {expected}\n" == result.err.removeprefix("rubrik: ").replace(
        ", dòng 1: ", ": "
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["--columns", "a"],
            "--columns: 'a' không hợp lệ: cần SỐ_LIỆU=CỘT, ví dụ cbcc=tong_so",
        ),
        (["--columns", "bb=a"], "TABLE: --columns: không có số liệu bb (có phải là: b?)"),
        (
            ["--columns", "b=loại"],
            "TABLE: --columns: bảng không có cột 'loại' (có phải là: loai?)",
        ),
        (
            ["--outputs", "levls"],
            (
                "TABLE: outputs: 'levls' không hợp lệ: cần một trong: "
                "criteria, groups, total, levels, bounds, statuses (có phải là: levels?)"
            ),
        ),
        (["-o", "FOLDER/o.csv"], "FOLDER/o.csv: không ghi được tệp: không có tệp hoặc thư mục này"),
        (["-o", "TABLE"], "TABLE: tệp đã có: dùng --force để ghi đè"),
    ],
)
def test_what_is_wrong_with_options_is_said_in_vietnamese_too(
    rubrik: Rubrik, small_rubric: str, arguments: list[str], expected: str
) -> None:
    """The status is 2, and the table that was there is as it was."""
    table = rubrik.file("t.csv", COMPLETE)
    folder = str(rubrik.folder / "no")

    def put_in(text: str) -> str:
        return text.replace("TABLE", table).replace("FOLDER", folder)

    result = rubrik("score-table", table, "--rubric", small_rubric, *map(put_in, arguments))

    assert (2, "") == (result.status, result.out)
    assert f"rubrik: {put_in(expected)}\n" == result.err
    assert COMPLETE == Path(table).read_text(encoding="utf-8")


def test_what_else_there_is_to_say_is_said_in_vietnamese_too(
    rubrik: Rubrik, small_rubric: str
) -> None:
    """Folders, files that are not there, lists for CSV, columns that may be meant, many rows."""
    arguments = ("--rubric", small_rubric)
    folder = rubrik.folder / "d.csv"
    folder.mkdir()
    absent = str(rubrik.folder / "absent.csv")
    lists = rubrik.file("l.jsonl", '{"muc":["p"]}\n')
    output = str(rubrik.folder / "o.csv")
    many = rubrik.file("m.csv", "a,b,tienn\n" + "2,1,\n" * 22)

    assert f"rubrik: {folder}: đây là một thư mục: cần một bảng\n" == (
        rubrik("score-table", str(folder), *arguments).err
    )
    assert f"rubrik: {absent}: không có tệp này\n" == (
        rubrik("score-table", absent, *arguments).err
    )
    assert (
        f"rubrik: {lists}: cột 'muc': CSV không ghi được danh sách hay cấu trúc: "
        "hãy ghi ra .parquet hoặc .jsonl\n"
    ) == rubrik("score-table", lists, *arguments, "-o", output).err
    said = complaints(rubrik("score-table", many, *arguments).err).splitlines()
    assert (
        "rubrik: lưu ý: cột 'tienn' không phải số liệu nào nên không được đọc (có phải là: tien?)"
    ) == said[0]
    assert f"rubrik: {many}: và 2 hàng khác bị từ chối" == said[-1]
