"""How problems are listed, and what can be wrong with a number."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["NUMBERS"]


def __dir__() -> list[str]:
    return __all__


NUMBERS: Final[dict[str, Text]] = {
    # Frames: where a problem stands, and how several are listed.
    "at-place": Text("{place}: {problem}", "{place}: {problem}"),
    "line": Text("dòng {number}", "line {number}"),
    "step": Text("{name}", "{name}"),
    "column": Text("cột {number}", "column {number}"),
    "with-hint": Text("{problem} ({hint})", "{problem} ({hint})"),
    "did-you-mean": Text("có phải là: {names}?", "did you mean: {names}?"),
    "more-problems": Text("và nhiều lỗi khác", "and more"),
    "problems": Text("{count} lỗi:", "{count} problems:"),
    # Numbers.
    "number-absent": Text("chưa có giá trị: cần một số", "no value: a number is expected"),
    "number-is-flag": Text(
        "true và false không phải là số: cần một số",
        "true and false are no numbers: a number is expected",
    ),
    "number-wrong-kind": Text(
        "cần một số, không phải giá trị kiểu {kind}",
        "a number is expected, not a value of type {kind}",
    ),
    "number-unreadable": Text(
        "{value} không phải là số; số được viết như 3, 2,5, 48/28 hoặc 99,59%",
        "{value} is no number; numbers are written like 3, 2.5, 48/28 or 99.59%",
    ),
    "number-two-readings": Text(
        "{value} có hai cách đọc: viết {whole} nếu là số nguyên, {decimal} nếu là số thập phân",
        "{value} has two readings: write {whole} for the whole number, "
        "{decimal} for the decimal one",
    ),
    "number-not-finite": Text("{value} không phải là số hữu hạn", "{value} is not a finite number"),
    "number-out-of-reach": Text(
        "{value} vượt quá giới hạn: chỉ đọc số có nhiều nhất {limit} chữ số, "
        "số mũ từ -{limit} đến {limit}",
        "{value} is out of reach: at most {limit} digits are read, "
        "and exponents from -{limit} to {limit}",
    ),
    "number-divided-by-zero": Text("{value} có mẫu số bằng 0", "{value} divides by zero"),
    "number-is-percentage": Text(
        "{value} là tỷ lệ phần trăm: ghi số, không ghi dấu %",
        "{value} is a percentage: a number without % is expected",
    ),
    "number-below": Text(
        "{value} nhỏ hơn {least}: cần một số từ {least} trở lên",
        "{value} is below {least}: a number of at least {least} is expected",
    ),
    "number-not-whole": Text(
        "{value} không phải là số nguyên: nằm giữa {low} và {high}",
        "{value} is not a whole number: it lies between {low} and {high}",
    ),
}
