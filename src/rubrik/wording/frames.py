"""What is said of groups of rows, and of ranks, in frames."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["FRAMES"]


def __dir__() -> list[str]:
    return __all__


FRAMES: Final[dict[str, Text]] = {
    "groups-by-wrong-type": Text(
        "không chia nhóm được theo cột {name} kiểu {dtype}: cần chữ hoặc số nguyên",
        "rows cannot be told apart by the column {name} of type {dtype}: "
        "text or whole numbers are expected",
    ),
    "text-for-number": Text(
        "hãy đọc cột này thành số; lệnh rubrik score-table đọc được chữ",
        "read the column as numbers; the command rubrik score-table reads text",
    ),
    "frame-without-inputs": Text(
        "không cột nào mang tên một số liệu của bộ tiêu chí: tham số columns cho biết cột nào",
        "no column is called like an input of the rubric: the argument columns says which are",
    ),
    "frame-not-scored": Text(
        "bảng chưa có cột {name}: hãy chấm điểm trước, và đưa {output} ra",
        "the table has no column {name} yet: score it first, and put {output} out",
    ),
    "frame-not-ranked": Text(
        "chưa có cột này: hãy xếp hạng trước", "this column is not there yet: rank first"
    ),
    "engine-without-join": Text(
        "chưa nối được bảng trong {engine}", "tables cannot be joined in {engine} yet"
    ),
}
