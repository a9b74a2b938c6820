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
    "column-of-list": Text(
        "mỗi mục của danh sách cần một cột riêng: {names}",
        "a list is read from a column for each of its items: {names}",
    ),
    "frames-absent": Text(
        'chưa cài narwhals: hãy chạy pip install "rubrik[frames]"',
        'narwhals not installed: run pip install "rubrik[frames]"',
    ),
    # Tables from files.
    "table-extra-absent": Text(
        'chưa cài {names}: hãy chạy pip install "rubrik[cli,table]"',
        '{names} not installed: run pip install "rubrik[cli,table]"',
    ),
    "table-suffix": Text(
        "không biết loại bảng này: tên tệp cần kết thúc bằng một trong: {allowed}",
        "not a kind of table that is known: the name has to end in one of: {allowed}",
    ),
    "table-is-folder": Text(
        "đây là một thư mục: cần một bảng", "this is a directory: a table is expected"
    ),
    "table-empty": Text("tệp trống: cần một bảng", "the file is empty: a table is expected"),
    "table-not-parquet": Text("không phải tệp Parquet", "this is no Parquet file"),
    "table-read-twice": Text(
        "JSON Lines phải đọc hai lần: cần một tệp, không đọc được từ đường ống (pipe)",
        "JSON Lines are read twice: a file is expected, not a pipe",
    ),
    "table-long-row": Text(
        "hàng quá dài: chỉ đọc tối đa {most} MB", "the row is too long: at most {most} MB"
    ),
    "table-too-deep": Text("lồng nhau quá sâu", "nested too deep"),
    "table-many-columns": Text(
        "quá nhiều cột: chỉ đọc tối đa {most}", "too many columns: at most {most} are read"
    ),
    "column-reserved": Text(
        "tên bắt đầu bằng __rubrik_ dành riêng cho chương trình",
        "names that begin with __rubrik_ are kept for the program",
    ),
    "no-input-column": Text(
        "không cột nào mang tên một số liệu của bộ tiêu chí: hãy dùng --columns SỐ_LIỆU=CỘT",
        "no column is called like an input of the rubric: use --columns INPUT=COLUMN",
    ),
    "columns-absent": Text(
        "không có cột cho {count} số liệu, coi như không đơn vị nào báo cáo, tính 0 điểm: {names}",
        "no column for {count} inputs, which no unit reports then and which give 0 points: {names}",
    ),
    "columns-form": Text(
        "{found} không hợp lệ: cần SỐ_LIỆU=CỘT, ví dụ cbcc=tong_so",
        "{found} will not do: INPUT=COLUMN is expected, as in cbcc=total",
    ),
    "column-unread": Text(
        "cột {name} không phải số liệu nào nên không được đọc",
        "the column {name} is no input, and is not read",
    ),
    "column-of-table": Text(
        "không đọc bảng trong một ô: cần các cột {columns}",
        "tables in a cell are not read: these columns are expected: {columns}",
    ),
    "column-nested": Text(
        "CSV không ghi được danh sách hay cấu trúc: hãy ghi ra .parquet hoặc .jsonl",
        "CSV holds no lists or structures: write to .parquet or .jsonl",
    ),
    "rows-refused-more": Text(
        "và {count} hàng khác bị từ chối", "and {count} more rows are refused"
    ),
    "scoring-table": Text("Chấm điểm", "Scoring"),
    "table-scored": Text(
        "Số hàng: {rows} · đã có điểm: {scored} · còn mở: {open} · bị từ chối: {refused} · "
        "chưa chắc chắn: {unproved}",
        "Rows: {rows} · scored {scored} · open {open} · refused {refused} · unproved {unproved}",
    ),
    # Help.
    "help-score-table": Text(
        "Chấm một bảng nhiều đơn vị, mỗi hàng một đơn vị, và ghi bảng kèm điểm và mức. "
        "Mã kết thúc: 0 khi chấm được mọi hàng, 1 khi có hàng bị từ chối, "
        "2 khi dữ liệu không dùng được.",
        "Score a table with a row for each unit, and write it with points and levels. Exit "
        "status: 0 when every row could be read, 1 when some are refused, 2 when it is unusable.",
    ),
    "help-score-table-file": Text(
        "Bảng CSV, Parquet hoặc JSON Lines; mỗi số liệu một cột.",
        "A CSV, Parquet or JSON Lines table with a column for each input.",
    ),
    "help-score-table-rubric": Text(
        "Mã bộ tiêu chí (xem rubrik list) hoặc đường dẫn tới tệp TOML, JSON.",
        "The slug of a rubric (see rubrik list), or the path of a TOML or JSON file.",
    ),
    "help-score-table-output": Text(
        "Ghi vào tệp này; mặc định là tên bảng thêm .scored.",
        "Write to this file; by default the name of the table with .scored.",
    ),
    "help-columns": Text(
        "Cột mang tên khác với số liệu; dùng được nhiều lần.",
        "A column that is called otherwise than its input; may be repeated.",
    ),
    "help-outputs": Text(
        "Ghi những gì: criteria, groups, total, levels, bounds, statuses; cách nhau bằng dấu phẩy.",
        "What is written: criteria, groups, total, levels, bounds, statuses; with commas between.",
    ),
    "help-no_intervals": Text(
        "Không giữ khoảng điểm khi thiếu số liệu: nhanh hơn, nhưng hàng thiếu thì không có điểm.",
        "Follow no ranges of what is missing: faster, and rows that miss anything have no points.",
    ),
}
