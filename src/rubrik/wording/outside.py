"""What readers of files and the system say: in English as they say it themselves."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["OUTSIDE"]


def __dir__() -> list[str]:
    return __all__


OUTSIDE: Final[dict[str, Text]] = {
    # TOML, as Python's tomllib says it.
    "toml-value": Text(
        "giá trị không hợp lệ; chữ, số lẻ và tỷ lệ phải đặt trong ngoặc kép", "Invalid value"
    ),
    "toml-statement": Text("dòng này không viết theo dạng khóa = giá trị", "Invalid statement"),
    "toml-key": Text(
        "tên khóa bắt đầu bằng ký tự không hợp lệ", "Invalid initial character for a key part"
    ),
    "toml-equals": Text("thiếu dấu = sau tên khóa", "Expected '=' after a key in a key/value pair"),
    "toml-line-end": Text(
        "thừa chữ ở cuối dòng; chữ, số lẻ và tỷ lệ phải đặt trong ngoặc kép",
        "Expected newline or end of document after a statement",
    ),
    "toml-string-end": Text("thiếu dấu ngoặc kép đóng", "Unterminated string"),
    "toml-array-end": Text("thiếu dấu ] đóng danh sách", "Unclosed array"),
    "toml-inline-end": Text("thiếu dấu ngoặc nhọn đóng bảng", "Unclosed inline table"),
    "toml-table-end": Text(
        "thiếu dấu ] ở cuối tên bảng", "Expected ']' at the end of a table declaration"
    ),
    "toml-rows-end": Text(
        "thiếu dấu ]] ở cuối tên bảng", "Expected ']]' at the end of an array declaration"
    ),
    "toml-overwrite": Text("khóa này đã có giá trị", "Cannot overwrite a value"),
    "toml-inline-twice": Text("khóa {name} có hai lần", "Duplicate inline table key {name}"),
    "toml-table-twice": Text("bảng {name} có hai lần", "Cannot declare {name} twice"),
    "toml-table-there": Text("bảng {name} đã có", "Cannot redefine namespace {name}"),
    "toml-table-closed": Text(
        "không thêm được gì vào {name}", "Cannot mutate immutable namespace {name}"
    ),
    "toml-date": Text("ngày tháng không hợp lệ", "Invalid date or datetime"),
    "toml-hex": Text(r"mã ký tự sau \u hoặc \U không hợp lệ", "Invalid hex value"),
    "toml-scalar": Text(
        r"mã ký tự sau \u hoặc \U không có trong Unicode",
        "Escaped character is not a Unicode scalar value",
    ),
    "toml-backslash": Text(
        r"dấu \ trong ngoặc kép phải viết thành \\", r"Unescaped '\' in a string"
    ),
    "toml-character": Text("có ký tự không hợp lệ {found}", "Found invalid character {found}"),
    "toml-illegal": Text("có ký tự không được phép {found}", "Illegal character {found}"),
    "toml-wanted": Text("cần {wanted}", "Expected {wanted}"),
    # JSON, as Python's json says it.
    "json-name": Text(
        "tên khóa phải đặt trong ngoặc kép", "Expecting property name enclosed in double quotes"
    ),
    "json-colon": Text("thiếu dấu hai chấm", "Expecting ':' delimiter"),
    "json-comma": Text("thiếu dấu phẩy", "Expecting ',' delimiter"),
    "json-value": Text("thiếu giá trị, hoặc giá trị không hợp lệ", "Expecting value"),
    "json-extra": Text("thừa dữ liệu ở cuối", "Extra data"),
    "json-object-comma": Text(
        "thừa dấu phẩy trước dấu ngoặc nhọn đóng", "Illegal trailing comma before end of object"
    ),
    "json-list-comma": Text(
        "thừa dấu phẩy trước dấu ] đóng", "Illegal trailing comma before end of array"
    ),
    "json-string-end": Text("thiếu dấu ngoặc kép đóng", "Unterminated string starting at"),
    "json-control": Text("có ký tự điều khiển trong ngoặc kép", "Invalid control character at"),
    "json-control-found": Text(
        "có ký tự điều khiển {found} trong ngoặc kép", "Invalid control character {found} at"
    ),
    "json-hex": Text(r"mã ký tự sau \u không hợp lệ", r"Invalid \uXXXX escape"),
    "json-backslash": Text(r"dấu \ trong ngoặc kép phải viết thành \\", r"Invalid \escape"),
    "json-escape": Text(r"không có cách viết \ với {found}", r"Invalid \escape: {found}"),
    "json-bom": Text(
        "ở đầu có ký tự BOM: hãy lưu lại tệp theo UTF-8 không có BOM",
        "Unexpected UTF-8 BOM (decode using utf-8-sig)",
    ),
    # CSV, as Python's csv says it.
    "csv-end": Text("có dấu ngoặc kép mở mà không đóng", "unexpected end of data"),
    "csv-after-quote": Text("sau dấu ngoặc kép đóng cần {wanted}", "{wanted} expected after '\"'"),
    "csv-cell": Text("ô dài quá {limit} ký tự", "field larger than field limit ({limit})"),
    # The system.
    "system-permission": Text(
        "không có quyền truy cập, hoặc tệp đang mở ở chương trình khác", "Permission denied"
    ),
    "system-shared": Text(
        "tệp đang mở ở chương trình khác: hãy đóng lại",
        "The process cannot access the file because it is being used by another process",
    ),
    "system-absent": Text("không có tệp hoặc thư mục này", "No such file or directory"),
    "system-directory": Text("đây là một thư mục", "Is a directory"),
    "system-no-directory": Text("đường dẫn đi qua một tệp", "Not a directory"),
    "system-long-name": Text("tên tệp quá dài", "File name too long"),
    "system-full": Text("ổ đĩa đã đầy", "No space left on device"),
    "system-read-only": Text("ổ đĩa chỉ cho đọc", "Read-only file system"),
    "system-device": Text("ổ đĩa bị lỗi khi đọc hoặc ghi", "Input/output error"),
    # The system again, of folders that are shared over a network above all.
    "system-not-permitted": Text(
        "hệ thống không cho phép thao tác này trên tệp", "Operation not permitted"
    ),
    "system-busy": Text("tệp hoặc ổ đĩa đang bận: hãy thử lại sau", "Device or resource busy"),
    "system-many-files": Text(
        "đang mở quá nhiều tệp: hãy đóng bớt chương trình", "Too many open files"
    ),
    "system-quota": Text("đã dùng hết dung lượng được cấp trên ổ đĩa", "Disk quota exceeded"),
    "system-stale": Text(
        "tệp trên ổ đĩa dùng chung không còn ở chỗ cũ: hãy mở lại thư mục", "Stale file handle"
    ),
    "system-timeout": Text(
        "ổ đĩa dùng chung không trả lời: hãy kiểm tra kết nối mạng", "Connection timed out"
    ),
}
