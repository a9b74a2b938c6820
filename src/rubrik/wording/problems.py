"""What can be wrong with a file, a rubric, a submission or a chosen reading."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["PROBLEMS"]


def __dir__() -> list[str]:
    return __all__


PROBLEMS: Final[dict[str, Text]] = {
    # Files that cannot be read at all.
    "file-not-found": Text("không có tệp này", "there is no such file"),
    "file-is-directory": Text(
        "đây là một thư mục: cần một tệp TOML hoặc JSON",
        "this is a directory: a TOML or JSON file is expected",
    ),
    "file-unreadable": Text("không đọc được tệp: {why}", "the file cannot be read: {why}"),
    "file-too-large": Text(
        "tệp quá lớn: chỉ đọc tệp tối đa {megabytes} MB",
        "the file is too large: at most {megabytes} MB are read",
    ),
    "file-not-utf8": Text(
        "tệp không phải văn bản UTF-8: cần một tệp TOML hoặc JSON",
        "not UTF-8 text: a TOML or JSON file is expected",
    ),
    "file-binary": Text(
        "đây là tệp nhị phân: cần một tệp TOML hoặc JSON",
        "this is a binary file: a TOML or JSON file is expected",
    ),
    "file-office": Text(
        "đây là tệp Excel, Word hoặc tệp nén: cần phiếu TOML, JSON hoặc bảng “CSV UTF-8”",
        "this is a file of Excel or Word, or an archive: "
        "TOML, JSON or a “CSV UTF-8” table is expected",
    ),
    "file-is-table": Text(
        "đây là bảng của nhiều phiếu: rubrik score-table chấm bảng",
        "this is a table of many reports: rubrik score-table scores tables",
    ),
    "path-as-text": Text(
        "đây là đường dẫn, không phải nội dung tệp: "
        "rubrik.load và rubrik.load_submission nhận đường dẫn",
        "this is the path of a file, not what the file says: "
        "rubrik.load and rubrik.load_submission take paths",
    ),
    "file-too-deep": Text(
        "lồng nhau quá sâu: tối đa {levels} tầng",
        "nested too deep: at most {levels} levels are read",
    ),
    "file-too-many-tables": Text(
        "quá nhiều bảng và danh sách: chỉ đọc tối đa {most}",
        "too many tables and lists: at most {most} are read",
    ),
    "file-no-table": Text("cần một bảng (đối tượng)", "a table (an object) is expected"),
    "file-not-json": Text("không phải JSON hợp lệ: {why}", "not valid JSON: {why}"),
    "file-not-toml": Text("không phải TOML hợp lệ: {why}", "not valid TOML: {why}"),
    "write-rows": Text(
        "trong TOML, mỗi mục bắt đầu bằng một dòng [[{name}]]",
        "in TOML, write [[{name}]] once for each",
    ),
    "write-decimal": Text(
        'số có dấu phẩy phải đặt trong ngoặc kép, "{comma}", hoặc viết là {point}',
        'a decimal comma stands in quotes, "{comma}", or is written {point}',
    ),
    "file-key-twice": Text("khóa {name} có hai lần", "the key {name} stands twice"),
    "file-huge-number": Text(
        "có số quá dài hoặc ngày tháng không hợp lệ",
        "a number is too long, or a date is not valid",
    ),
    # Values in a file.
    "wrong-type": Text(
        "{found} không hợp lệ: cần {expected}", "{found} will not do: {expected} is expected"
    ),
    "type-text": Text("một chuỗi ký tự", "text"),
    "type-whole-number": Text("một số nguyên", "a whole number"),
    "type-truth": Text("true hoặc false", "true or false"),
    "type-list": Text("một danh sách", "a list"),
    "type-table": Text("một bảng", "a table"),
    "type-terms": Text(
        "tên một số liệu hoặc bảng trọng số", "the name of an input or a table of weights"
    ),
    "type-scorer": Text("một cách tính điểm", "a scorer"),
    "type-input": Text("một số liệu", "an input"),
    "type-measure": Text("một giá trị đo", "a measure"),
    "not-one-of": Text(
        "{found} không hợp lệ: cần một trong: {allowed}",
        "{found} will not do: one of these is expected: {allowed}",
    ),
    "neither-points-nor-shape": Text(
        "{value} không phải là số điểm, cũng không phải cách cho điểm nào của [shapes]",
        "{value} is neither a number of points nor the name of a shape",
    ),
    "shape-of-itself": Text("{name} dùng lại chính nó", "{name} is made of itself"),
    "no-measure-key": Text(
        "không nhận ra giá trị đo trong: {found}; cần một trong: {allowed}",
        "no measure in: {found}; one of these is expected: {allowed}",
    ),
    "group-or-criterion": Text(
        "mỗi dòng cần đúng một khóa group hoặc criterion",
        "a row needs exactly one of the keys group and criterion",
    ),
    "leave-out": Text(
        "hãy bỏ hẳn số liệu này nếu chưa báo cáo", "leave it out if it was not reported"
    ),
    "class-or-name": Text(
        "cần một lớp hoặc một tên, không phải giá trị kiểu {found}",
        "a class or a name is expected, not a value of type {found}",
    ),
    "missing-key": Text("thiếu khóa {name}", "the key {name} is missing"),
    "one-of-these": Text("cần một trong: {allowed}", "one of these is expected: {allowed}"),
    "code-not-quoted": Text(
        "mã có dấu chấm phải đặt trong ngoặc kép: {codes}",
        "a code with a point in it stands in quotes: {codes}",
    ),
    "is-submission": Text(
        "đây là một phiếu báo cáo: cần một bộ tiêu chí",
        "this is a submission: a rubric is expected",
    ),
    "is-rubric": Text(
        "đây là một bộ tiêu chí: cần một phiếu báo cáo",
        "this is a rubric: a submission is expected",
    ),
    "unknown-key": Text("khóa {name} không có ở đây", "there is no key {name} here"),
    "unknown-field": Text("không có trường {name}", "there is no field {name}"),
    # Rubrics.
    "stands-twice": Text("có hai lần", "stands twice"),
    "unknown-parent": Text("không có nhóm {name} đứng trước", "no group {name} stands before it"),
    "unknown-input": Text("không có số liệu {name}", "there is no input {name}"),
    "write-percent": Text("số phần trăm thì ghi {value}%", "a percentage is written {value}%"),
    "kind-required": Text(
        "cần một giá trị kiểu {kind}, không phải kiểu {found}",
        "a value of type {kind} is expected, not one of type {found}",
    ),
    "kind-made-by": Text("có được bằng: {makers}", "it is what these give: {makers}"),
    "names-are-text": Text(
        "tên là một chuỗi ký tự, không phải giá trị kiểu {found}",
        "a name is text, not a value of type {found}",
    ),
    "unknown-node": Text("không có tiêu chí {name}", "there is no criterion {name}"),
    "unknown-option": Text("không có lựa chọn {name}", "there is no option {name}"),
    "option-without-points": Text(
        "lựa chọn {name} không có điểm", "the option {name} is given no points"
    ),
    "wrong-kind": Text(
        "số liệu {name} thuộc loại {found}: cần loại {expected}",
        "the input {name} is of kind {found}: {expected} is expected",
    ),
    "needs-number": Text(
        "{scorer} cần một giá trị đo là số", "{scorer} needs a measure that is a number"
    ),
    "needs-answer": Text(
        "{scorer} cần một giá trị đo là câu trả lời (flag, choice, item)",
        "{scorer} needs a measure that is an answer (flag, choice, item)",
    ),
    "needs-flag": Text(
        "Boolean cần câu trả lời có hoặc không (flag, item)",
        "Boolean needs a yes or a no (flag, item)",
    ),
    "no-maximum": Text(
        "{amount} là phần của điểm tối đa, nhưng không có điểm tối đa",
        "{amount} is a share of the maximum, but there is no maximum",
    ),
    "cohort-upside-down": Text(
        "cận dưới {low} lớn hơn cận trên {high}", "the low end {low} is above the high end {high}"
    ),
    "limits-upside-down": Text(
        "giới hạn dưới {low} lớn hơn giới hạn trên {high}",
        "the lower limit {low} is above the upper limit {high}",
    ),
    "full-from-not-positive": Text(
        "full_from phải lớn hơn 0, không phải {value}", "full_from must be above 0, not {value}"
    ),
    "step-not-positive": Text(
        "bước phải lớn hơn 0, không phải {value}", "a step must be above 0, not {value}"
    ),
    "too-many-steps": Text(
        "điểm {full} với bước {step}: cần từ 1 đến 1000 bước",
        "{full} points in steps of {step}: 1 to 1000 steps are expected",
    ),
    "edges-twice": Text(
        "mỗi đầu khoảng chỉ được ghi một lần: from hoặc above, to hoặc below, hoặc chỉ at",
        "each end is written once: from or above, to or below, or at alone",
    ),
    "edges-empty": Text("khoảng {edges} không chứa giá trị nào", "no value is {edges}"),
    "band-gives-one-thing": Text(
        "mỗi khoảng cần đúng một trong points và score",
        "a band needs exactly one of points and score",
    ),
    "band-with-own-measure": Text(
        "cách tính điểm trong khoảng không được có giá trị đo riêng: hãy dùng gated",
        "a scorer inside a band has no measure of its own: use gated",
    ),
    "yes-is-no": Text("{word} là cả có lẫn không", "{word} is both the yes and the no"),
    "row-outside": Text(
        "tỷ lệ của một dòng nằm từ 0 đến 1, không phải {value}",
        "the ratio of a row lies between 0 and 1, which {value} does not",
    ),
    "no-options": Text("không có lựa chọn nào", "there is no option to choose"),
    "no-bands": Text("bảng không có khoảng nào", "a table of bands needs a band"),
    "no-parts": Text("{scorer} không có phần nào", "{scorer} needs a part"),
    "condition-mixed": Text(
        "điều kiện trên số cần from, above, to, below hoặc at; trên câu trả lời cần is",
        "a condition on a number needs from, above, to, below or at; on an answer it needs is",
    ),
    "constraint-form": Text(
        "{text} không phải ràng buộc; ví dụ: a + 2 * b <= c",
        "{text} is no constraint; they are written like a + 2 * b <= c",
    ),
    "no-terms": Text("không có số liệu nào để cộng", "there is no input to add up"),
    "readings-clash": Text(
        "thay trường {field} mà cách hiểu {other} cũng thay",
        "replaces the field {field}, which the reading {other} replaces too",
    ),
    "unknown-reading": Text("không có cách hiểu {name}", "there is no reading {name}"),
    "unknown-reading-option": Text("không có phương án {name}", "there is no option {name}"),
    # Submissions.
    "input-refused": Text(
        "{label}: {value} không hợp lệ, cần {allowed}",
        "{label}: {value} will not do, {allowed} is expected",
    ),
    "input-refused-because": Text(
        "{label}: {value} không hợp lệ, cần {allowed} ({why})",
        "{label}: {value} will not do, {allowed} is expected ({why})",
    ),
    "out-of-domain": Text("ngoài miền giá trị", "outside of its domain"),
    "allowed-count": Text("một số nguyên từ 0 trở lên", "a whole number from 0 up"),
    "allowed-count-up-to": Text("một số nguyên từ 0 đến {max}", "a whole number from 0 to {max}"),
    "allowed-amount": Text("một số từ 0 trở lên ({unit})", "a number from 0 up ({unit})"),
    "allowed-number": Text("một số từ 0 trở lên", "a number from 0 up"),
    "allowed-share": Text("một tỷ lệ từ {least} đến 100%", "a share from {least} to 100%"),
    "allowed-share-above-one": Text("một tỷ lệ từ {least}% trở lên", "a share from {least}% up"),
    "allowed-flag": Text("{yes} hoặc {no}", "{yes} or {no}"),
    "allowed-choice": Text("một trong: {options}", "one of: {options}"),
    "allowed-items": Text(
        "một danh sách gồm các mục khác nhau trong: {options}",
        "a list of different items out of: {options}",
    ),
    "allowed-table": Text(
        "danh sách các dòng [{part}, {whole}], phần không lớn hơn tổng",
        "a list of rows [{part}, {whole}], no part above its whole",
    ),
    "derived-without-value": Text(
        "số liệu {name} được ghi là suy ra nhưng không có giá trị",
        "the input {name} is said to be derived but has no value",
    ),
    "part-exceeds-whole": Text(
        "{part} ({part_value}) lớn hơn {whole} ({whole_value})",
        "{part} ({part_value}) is more than {whole} ({whole_value})",
    ),
    "constraint-broken": Text(
        "trái với ràng buộc {constraint}: {values}",
        "this breaks the constraint {constraint}: {values}",
    ),
    "must-apply": Text(
        "bộ tiêu chí không cho phép coi là không áp dụng",
        "the rubric does not let it be not applicable",
    ),
    "group-adjudicated": Text(
        "nhóm này cộng điểm các hàng của nhóm: hãy quyết định ở từng hàng",
        "this group counts by its rows: decide on those",
    ),
    "accept-without-claim": Text(
        "quyết định accept cần điểm tự chấm",
        "there is no claim to accept",
    ),
    "adjudicated-outside": Text(
        "{points} điểm không hợp lệ: tiêu chí này có {allowed}",
        "{points} points will not do: this criterion has {allowed}",
    ),
    "points-only-with-replace": Text(
        "quyết định replace cần points; các quyết định khác không có points",
        "a decision to replace needs points; the others have none",
    ),
}
