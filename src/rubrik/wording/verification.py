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
}
