"""What is said of two sheets side by side, and of a report before and after it was verified."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["VERIFICATION"]


def __dir__() -> list[str]:
    return __all__


VERIFICATION: Final[dict[str, Text]] = {
    # What can be wrong with a file of adjudications.
    "is-submission-of-a-unit": Text(
        "{name} thuộc về phiếu báo cáo của đơn vị: tệp này chỉ ghi quyết định thẩm định",
        "{name} belongs to the report of the unit: this file holds adjudications alone",
    ),
    "is-no-adjudications": Text(
        "đây là một bộ tiêu chí: cần một tệp quyết định thẩm định",
        "this is a rubric: a file of adjudications is expected",
    ),
    "decided-on-other": Text(
        "quyết định thẩm định dành cho {stated}, phiếu báo cáo ghi {found}",
        "the adjudications are for {stated}, the report names {found}",
    ),
    "decided-by-other": Text(
        "quyết định thẩm định theo bộ tiêu chí {stated}, nay là {used}",
        "the adjudications are by the rubric {stated}, now it is {used}",
    ),
    "stdin-once": Text(
        "đầu vào chuẩn chỉ đọc được một lần", "standard input can be read only once"
    ),
    "neither-toml-nor-json": Text(
        "tên tệp cần kết thúc bằng .toml hoặc .json",
        "the name of the file is expected to end in .toml or .json",
    ),
    # What is otherwise in a row.
    "aspect-presence": Text("chỉ có ở một phiếu", "in one sheet only"),
    "aspect-name": Text("tên", "name"),
    "aspect-rule": Text("cách tính in trong văn bản", "rule as printed"),
    "aspect-reading": Text("cách hiểu", "reading"),
    "aspect-cohort": Text("nhóm xếp hạng", "cohort"),
    "aspect-max": Text("điểm tối đa", "maximum"),
    "aspect-inputs": Text("số liệu", "inputs"),
    "aspect-evidence": Text("minh chứng", "evidence"),
    "aspect-claim": Text("điểm tự chấm", "claim"),
    "aspect-adjudication": Text("quyết định thẩm định", "adjudication"),
    "aspect-status": Text("tình trạng", "status"),
    "aspect-points": Text("điểm", "points"),
    # What a reader must know of two sheets.
    "compared-other-rubric": Text(
        "hai phiếu theo hai bộ tiêu chí khác nhau, {first} và {second}: ghép hàng theo mã",
        "the sheets are by two rubrics, {first} and {second}: rows are matched by code",
    ),
    "compared-other-hash": Text(
        "bộ tiêu chí {slug} đã thay đổi giữa hai phiếu: ghép hàng theo mã",
        "the rubric {slug} changed between the sheets: rows are matched by code",
    ),
    "compared-other-unit": Text(
        "hai phiếu của hai đơn vị khác nhau: {first} và {second}",
        "the sheets are of two units: {first} and {second}",
    ),
    "compared-other-period": Text(
        "hai phiếu của hai kỳ báo cáo: {first} và {second}",
        "the sheets are for two periods: {first} and {second}",
    ),
    "compared-other-policy": Text(
        "số liệu thiếu: phiếu thứ nhất {first}, phiếu thứ hai {second}",
        "missing inputs: in the first sheet they {first}, in the second they {second}",
    ),
    "compared-only-first": Text(
        "{count} hàng chỉ có trong phiếu thứ nhất", "{count} rows are in the first sheet only"
    ),
    "compared-only-second": Text(
        "{count} hàng chỉ có trong phiếu thứ hai", "{count} rows are in the second sheet only"
    ),
    # Columns and headings.
    "column-first": Text("Thứ nhất", "First"),
    "column-second": Text("Thứ hai", "Second"),
    "column-difference": Text("Chênh lệch", "Difference"),
    "column-changed": Text("Thay đổi", "What changed"),
    "column-reading": Text("Cách hiểu", "Reading"),
    "column-verified": Text("Thẩm định", "Verified"),
    "column-against-claim": Text("So với tự chấm", "Against claim"),
    "column-decision": Text("Quyết định, lý do, căn cứ", "Decision, reason, reference"),
    "figure": Text("{name}: {figure}", "{name}: {figure}"),
    "compare-title": Text("SO SÁNH HAI PHIẾU", "COMPARISON"),
    "compare-note": Text("Lưu ý: {note}", "Note: {note}"),
    "rows-changed": Text("Hàng có thay đổi: {count}", "Rows that changed: {count}"),
    "rows-unchanged": Text("Hàng không thay đổi: {count}", "Rows that did not change: {count}"),
    "rows-all-same": Text("Không hàng nào thay đổi.", "No row changed."),
    "rows-may-differ": Text(
        "{count} hàng khác còn mở ở cả hai phiếu, chưa biết có khác nhau hay không: "
        "thêm --all để xem",
        "{count} other rows are open in both sheets and may differ or not: add --all to see them",
    ),
    "open-in-both": Text(
        "còn mở ở cả hai phiếu: chưa biết có khác nhau hay không",
        "open in both sheets: they may differ or not",
    ),
    "readings-changed": Text("Cách hiểu khác nhau: {count}", "Readings that differ: {count}"),
    "readings-of-one": Text(
        "{count} cách hiểu chỉ có ở một bộ tiêu chí", "{count} readings are of one rubric only"
    ),
    # What changed in a row.
    "only-in-first": Text("chỉ có ở phiếu thứ nhất", "in the first sheet only"),
    "only-in-second": Text("chỉ có ở phiếu thứ hai", "in the second sheet only"),
    "aspect-changed": Text("{aspect}: có thay đổi", "{aspect}: changed"),
    "aspect-from-to": Text("{aspect}: {first} → {second}", "{aspect}: {first} → {second}"),
    "input-changed": Text(
        "“{label}” ({name}): {first} → {second}", "“{label}” ({name}): {first} → {second}"
    ),
    "reading-changed": Text("cách hiểu khác: {names}", "read otherwise: {names}"),
    "reason-first": Text("thứ nhất: {reason}", "first: {reason}"),
    "reason-second": Text("thứ hai: {reason}", "second: {reason}"),
    # Decisions.
    "decision-accept": Text("chấp nhận", "accepted"),
    "decision-replace": Text("chấm lại {points} điểm", "replaced with {points} points"),
    "decision-reject": Text("không công nhận", "rejected"),
    "decision-annul": Text("hủy kết quả vì không đúng thực tế", "annulled as not true"),
    "decision-not_applicable": Text("coi là không áp dụng", "taken out"),
    "decided-accept": Text("{count} chấp nhận", "{count} accepted"),
    "decided-replace": Text("{count} chấm lại", "{count} replaced"),
    "decided-reject": Text("{count} không công nhận", "{count} rejected"),
    "decided-annul": Text("{count} hủy kết quả", "{count} annulled"),
    "decided-not_applicable": Text("{count} không áp dụng", "{count} taken out"),
    "decision-because": Text("{decision}: {reason}", "{decision}: {reason}"),
    "decision-by": Text("{decision} ({reference})", "{decision} ({reference})"),
    "decision-superseded": Text("thay cho: {decision}", "in the place of: {decision}"),
    # A verification.
    "verify-title": Text("KẾT QUẢ THẨM ĐỊNH", "VERIFICATION"),
    "head-decisions": Text("Quyết định", "Decisions"),
    "decisions-none": Text("chưa có quyết định thẩm định nào", "none yet"),
    "total-verified": Text("Tổng điểm thẩm định", "Verified"),
    "total-against-claim": Text("Thẩm định so với tự chấm", "Verified against claimed"),
    "total-against-computed": Text("Thẩm định so với tính được", "Verified against computed"),
    "column-before": Text("Trước thẩm định", "Before"),
    "column-after": Text("Sau thẩm định", "After"),
    "rows-decided": Text(
        "Hàng có quyết định, hoặc thay đổi theo: {count}",
        "Rows decided on, or changed by it: {count}",
    ),
    "rows-open": Text("Còn mở: {count}", "Still open: {count}"),
    "rows-none-open": Text("Không còn hàng nào mở.", "No row is open any more."),
    # Help.
    "help-compare": Text(
        "So sánh hai phiếu báo cáo từng hàng: điểm tự chấm, điểm tính được, số liệu, lý do; "
        "hàng có thay đổi đứng trước. Hai bộ tiêu chí khác nhau thì ghép hàng theo mã.",
        "Compare two submissions row by row: claims, points, inputs, reasons; rows that changed "
        "come first. Of two rubrics, rows are matched by code.",
    ),
    "help-verify": Text(
        "Áp dụng quyết định thẩm định vào một phiếu báo cáo: tự chấm, tính được, thẩm định từng "
        "hàng, mức xếp loại trước và sau, hàng còn mở. Mã kết thúc: 0 khi tính được, 1 khi "
        "--strict gặp hàng còn mở, 2 khi dữ liệu không dùng được.",
        "Apply a verifier's adjudications to a submission: every row as claimed, computed and "
        "verified, levels before and after, what is still open. Exit status: 0 when it was "
        "verified, 1 when --strict finds something open, 2 when the input is unusable.",
    ),
    "help-first": Text(
        "Phiếu thứ nhất, tệp TOML hoặc JSON; - là đầu vào chuẩn.",
        "The first submission, a TOML or JSON file; - is standard input.",
    ),
    "help-second": Text(
        "Phiếu thứ hai, tệp TOML hoặc JSON.", "The second submission, a TOML or JSON file."
    ),
    "help-decisions": Text(
        "Tệp quyết định thẩm định, TOML hoặc JSON; quyết định sau thay cho quyết định trước.",
        "A file of adjudications, TOML or JSON; a later decision takes the place of an earlier.",
    ),
    "help-all_rows": Text(
        "Xem cả các hàng không thay đổi.", "Show the rows that did not change, too."
    ),
    "help-compare-rubric": Text(
        "Chấm cả hai phiếu theo bộ tiêu chí này: mã hoặc đường dẫn.",
        "Score both submissions by this rubric: slug or path.",
    ),
    "help-compare-reading": Text(
        "Chọn một cách hiểu khác mặc định cho phiếu nào có; dùng được nhiều lần.",
        "Choose an option of a reading, for each sheet that has it; may be repeated.",
    ),
    "help-second_reading": Text(
        "Chọn một cách hiểu chỉ cho phiếu thứ hai; dùng được nhiều lần.",
        "Choose an option of a reading for the second sheet alone; may be repeated.",
    ),
    "help-verify-rubric": Text(
        "Chấm theo bộ tiêu chí này thay cho bộ ghi trong phiếu: mã hoặc đường dẫn.",
        "Score by this rubric in place of the one that the file names: slug or path.",
    ),
    "help-verify-strict": Text(
        "Kết thúc với mã 1 khi còn hàng mở.", "Leave with status 1 while a row is open."
    ),
    "help-verify-output": Text(
        "Ghi phiếu đã thẩm định, cùng mọi quyết định, vào tệp này (.toml hoặc .json).",
        "Write the submission with all decisions to this file (.toml or .json).",
    ),
}
