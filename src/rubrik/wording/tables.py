"""What is said of tables with many units."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["TABLES"]


def __dir__() -> list[str]:
    return __all__


TABLES: Final[dict[str, Text]] = {
    "no-such-column": Text("bảng không có cột {name}", "the table has no column {name}"),
    "column-is-there": Text(
        "bảng đã có cột này: kết quả sẽ ghi đè lên nó",
        "the table has this column already: the results would write over it",
    ),
    "column-of-wrong-type": Text(
        "“{label}” không thể có kiểu {dtype}: cần {allowed}",
        "“{label}” cannot be of type {dtype}: expected is {allowed}",
    ),
    "frames-absent": Text(
        "chưa cài narwhals: hãy chạy pip install 'rubrik[frames]'",
        "narwhals not installed: run pip install 'rubrik[frames]'",
    ),
}
