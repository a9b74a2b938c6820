"""What an audit says of a rubric."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["AUDITS"]


def __dir__() -> list[str]:
    return __all__


AUDITS: Final[dict[str, Text]] = {
    "severity-error": Text("lỗi", "error"),
    "severity-warning": Text("cảnh báo", "warning"),
    "severity-note": Text("ghi chú", "note"),
    # Frames.
    "finding-asked": Text(
        "{finding} (đã có cách hiểu: {readings})", "{finding} (asked by the reading: {readings})"
    ),
    "finding-so": Text("{finding}: {then}", "{finding}: {then}"),
    # Maxima.
    "finding-sum-above": Text(
        "các hàng bên dưới cộng lại được {sum}, nhiều hơn điểm tối đa {max} của nhóm",
        "the rows below add up to {sum}, more than the maximum {max} of the group",
    ),
    "finding-sum-cut": Text(
        "các hàng bên dưới cộng lại được {sum}, phần vượt điểm tối đa {max} của nhóm bị cắt",
        "the rows below add up to {sum}, what exceeds the maximum {max} of the group is cut",
    ),
    "finding-sum-below": Text(
        "các hàng bên dưới cộng lại chỉ được {sum}, không bao giờ đủ điểm tối đa {max} của nhóm",
        "the rows below add up to {sum} only, never to the maximum {max} of the group",
    ),
    "finding-maximum-read": Text(
        "không in điểm tối đa; đang hiểu là {max}", "no maximum is printed; it is read as {max}"
    ),
    "finding-maximum-added": Text(
        "không in điểm tối đa; các hàng bên dưới cộng lại được {max}",
        "no maximum is printed; the rows below add up to {max}",
    ),
    "finding-no-maximum": Text(
        "không in điểm tối đa: tổng điểm tối đa không tính được",
        "no maximum is printed: the maximum of the whole cannot be told",
    ),
    "finding-no-rule": Text(
        "không có cách tính điểm: luôn được 0 điểm", "there is no rule: it always gives 0 points"
    ),
    # Limits.
    "finding-can-exceed": Text(
        "cách tính cho được {points} điểm, hơn điểm tối đa {max}",
        "the rule can give {points} points, more than the maximum {max}",
    ),
    "finding-can-exceed-any": Text(
        "cách tính cho điểm không giới hạn, hơn điểm tối đa {max}",
        "the rule can give any number of points, more than the maximum {max}",
    ),
    "finding-may-exceed": Text(
        "không chứng minh được cách tính không vượt điểm tối đa {max}: "
        "các phần cộng lại có thể tới {points} điểm",
        "it cannot be proved that the rule keeps to the maximum {max}: "
        "its parts may come to {points} points",
    ),
    "finding-may-exceed-any": Text(
        "không chứng minh được cách tính không vượt điểm tối đa {max}: "
        "các phần không có giới hạn trên",
        "it cannot be proved that the rule keeps to the maximum {max}: its parts have no upper end",
    ),
    "finding-is-cut": Text("phần vượt bị cắt", "what exceeds it is cut"),
    "finding-is-not-cut": Text("phần vượt không bị cắt", "what exceeds it is not cut"),
    "finding-stays-below": Text(
        "cách tính cho nhiều nhất {points} điểm, không bao giờ đạt điểm tối đa {max}",
        "the rule gives {points} points at most, never the maximum {max}",
    ),
    "finding-only-nears": Text(
        "cách tính chỉ tiến gần {points} điểm, không bao giờ đạt điểm tối đa {max}",
        "the rule only comes near {points} points, and never gives the maximum {max}",
    ),
    "finding-can-fall": Text(
        "cách tính cho điểm âm, xuống tới {points}; không có mức sàn 0",
        "the rule can give negative points, down to {points}; there is no floor at 0",
    ),
    "finding-can-fall-any": Text(
        "cách tính cho điểm âm không giới hạn; không có mức sàn 0",
        "the rule can give any negative number of points; there is no floor at 0",
    ),
    "finding-may-fall": Text(
        "không chứng minh được cách tính không cho điểm âm: các phần có thể xuống tới {points}",
        "it cannot be proved that the rule gives no negative points: "
        "its parts may come down to {points}",
    ),
    "finding-may-fall-any": Text(
        "không chứng minh được cách tính không cho điểm âm: các phần không có giới hạn dưới",
        "it cannot be proved that the rule gives no negative points: its parts have no lower end",
    ),
    # Bands and thresholds.
    "finding-hole": Text(
        "giá trị {values} không thuộc mức nào: không xác định được điểm",
        "no band holds the values {values}: their points are undefined",
    ),
    "finding-overlap": Text(
        "giá trị {values} thuộc cả mức {first} lẫn mức {second}: mức in trước quyết định",
        "the values {values} are in the band {first} and in the band {second}: "
        "the one printed first decides",
    ),
    "finding-shadowed": Text(
        "mức {band} không bao giờ được dùng: các mức in trước đã chứa mọi giá trị của mức này",
        "the band {band} is never used: those printed before it hold all of its values",
    ),
    "finding-outside": Text(
        "mức {band} không bao giờ được dùng: không có giá trị nào như vậy",
        "the band {band} is never used: there are no such values",
    ),
    "finding-threshold": Text(
        "ngưỡng {threshold} nằm ngoài các giá trị có thể có ({values})",
        "the threshold {threshold} lies outside of the possible values ({values})",
    ),
    # The course of points.
    "finding-jump": Text("điểm nhảy bậc: {jumps}", "points leap: {jumps}"),
    "finding-leap": Text("tại {at}: {points}", "at {at}: {points}"),
    "finding-arrow": Text("{first} → {then}", "{first} → {then}"),
    "finding-not-monotone": Text(
        "khi giá trị tăng, điểm lúc tăng lúc giảm",
        "as the value rises, points rise here and fall there",
    ),
    # Conditions.
    "finding-when": Text("“{labels}”: {test}", "“{labels}”: {test}"),
    "finding-condition-always": Text(
        "điều kiện {condition} luôn đúng: nhánh còn lại không bao giờ được dùng",
        "the condition {condition} always holds: the other branch is never taken",
    ),
    "finding-condition-never": Text(
        "điều kiện {condition} không bao giờ đúng: nhánh của điều kiện không bao giờ được dùng",
        "the condition {condition} never holds: its branch is never taken",
    ),
    # Undefined cases.
    "finding-zero-by-zero": Text(
        "“{label}” có thể bằng 0: tỷ lệ 0/0 không xác định, chưa có cách hiểu nào hỏi đến",
        "“{label}” can be 0: the ratio 0/0 is undefined, and no reading asks about it",
    ),
    "finding-some-by-zero": Text(
        "“{label}” có thể bằng 0 khi tử số khác 0: tỷ lệ không xác định, "
        "chưa có cách hiểu nào hỏi đến",
        "“{label}” can be 0 while the part is not: the ratio is undefined, "
        "and no reading asks about it",
    ),
    "finding-growth-from-zero": Text(
        "“{label}” có thể bằng 0: tỷ lệ tăng từ 0 không xác định, chưa có cách hiểu nào hỏi đến",
        "“{label}” can be 0: growth from 0 is undefined, and no reading asks about it",
    ),
    "finding-empty-row": Text(
        "một dòng 0/0 của bảng làm tổng và trung bình không xác định: thiếu empty_row",
        "a row of 0/0 leaves the sum and the mean of the table undefined: it has no empty_row",
    ),
    # Cohorts.
    "finding-cohort": Text(
        "điểm phụ thuộc các đơn vị khác: chưa có nhóm xếp hạng thì chưa xác định",
        "points depend on other units: without a cohort they are undefined",
    ),
    "finding-constant-cohort": Text(
        "khi mọi đơn vị bằng nhau thì điểm không xác định",
        "where all units are alike, points are undefined",
    ),
    # Levels.
    "finding-quoted": Text("“{name}”", "“{name}”"),
    "finding-no-level": Text("không có mức", "no level"),
    "finding-at-rows": Text("{nodes}: {finding}", "{nodes}: {finding}"),
    "finding-asks": Text("{node} {asked}", "{node} {asked}"),
    "finding-share-of": Text("{limit} ({share} × {base})", "{limit} ({share} × {base})"),
    "finding-all-of": Text("cùng lúc ({conditions})", "all of ({conditions})"),
    "finding-one-of": Text("một trong ({conditions})", "one of ({conditions})"),
    "finding-some-of": Text(
        "ít nhất {count} trong ({conditions})", "at least {count} of ({conditions})"
    ),
    "finding-can-have": Text("{node} được {points}", "{node} can have {points}"),
    "finding-level-unreachable": Text("không bao giờ đạt được {why}", "never reached: {why}"),
    "finding-level-needs": Text(
        "mức “{level}”: cần {conditions}", "the level “{level}” asks for {conditions}"
    ),
    "finding-while": Text("{needs}, trong khi {rows}", "{needs}, while {rows}"),
    "finding-level-vetoed": Text(
        "mức “{level}”: ai đủ điều kiện cũng bị loại: {reasons}",
        "the level “{level}” is taken from all who meet its conditions by a veto: {reasons}",
    ),
    "finding-by-option": Text(
        "theo cách hiểu {reading} = {option}: {finding}",
        "as read by {reading} = {option}: {finding}",
    ),
    "finding-level-shadowed": Text(
        "không bao giờ xếp mức “{level}”: "
        "ai đủ điều kiện cũng đủ điều kiện của mức tốt hơn, {better}",
        "the level “{level}” is never given: "
        "whoever meets its conditions meets those of a better one, {better}",
    ),
    "finding-levels-coincide": Text(
        "mức “{better}” và mức “{worse}” trùng nhau: không bao giờ xếp mức “{worse}”",
        "the levels “{better}” and “{worse}” coincide: “{worse}” is never given",
    ),
    "finding-levels-not-nested": Text(
        "điều kiện của mức “{better}” không bảo đảm điều kiện của mức “{worse}”: {conditions}",
        "the conditions of the level “{better}” do not ensure those of “{worse}”: {conditions}",
    ),
    "finding-levels-not-monotone": Text(
        "khi điểm tăng, mức lúc lên lúc xuống: {course}",
        "as points rise, the level rises here and falls there: {course}",
    ),
    "finding-level-over": Text("{points}: {level}", "{points}: {level}"),
    "finding-levels-between": Text(
        "{points}: không thuộc mức nào, dù điểm thấp hơn và điểm cao hơn đều có mức",
        "{points}: no level, though fewer points and more points have one",
    ),
    "finding-levels-nameless": Text(
        "{points}: không thuộc mức nào, và thang không đặt tên cho phần ngoài các mức",
        "{points}: no level, and the scale has no name for what is outside of its levels",
    ),
    "finding-levels-open": Text(
        "các mức không bao hết mọi trường hợp, và thang không đặt tên cho phần ngoài các mức",
        "the levels do not cover every case, "
        "and the scale has no name for what is outside of its levels",
    ),
    "finding-level-always": Text(
        "điều kiện {condition} của mức “{level}” luôn đúng: {rows}",
        "the condition {condition} of the level “{level}” always holds: {rows}",
    ),
    "finding-level-implied": Text(
        "điều kiện {condition} của mức “{level}” suy ra từ các điều kiện khác: {others}",
        "the condition {condition} of the level “{level}” follows from others: {others}",
    ),
    "finding-level-never": Text(
        "điều kiện {condition} của mức “{level}” không bao giờ đúng khi các điều kiện khác đúng",
        "the condition {condition} of the level “{level}” never holds where the others do",
    ),
    "finding-veto-never": Text(
        "điều loại trừ {veto} không bao giờ áp dụng: cần {condition}, trong khi {rows}",
        "the veto {veto} never applies: it asks for {condition}, while {rows}",
    ),
    "finding-level-unproved": Text(
        "các điều kiện kết hợp được theo quá nhiều cách: sau {steps} bước, "
        "điều gì chưa nêu ở đây là chưa chứng minh được",
        "the conditions combine in too many ways: after {steps} steps, "
        "what is not said here has not been proved",
    ),
    # Inputs.
    "finding-input-unused": Text(
        "không cách tính điểm nào dùng số liệu này, và không ghi là unscored",
        "no rule reads this input, and it is not marked unscored",
    ),
    "finding-input-by-reading": Text(
        "chỉ được dùng khi chọn cách hiểu khác mặc định: {readings}",
        "read only under options of readings that are not the default: {readings}",
    ),
    "finding-unscored-read": Text(
        "ghi là unscored nhưng vẫn có cách tính điểm dùng đến",
        "marked unscored, and yet a rule reads it",
    ),
    "finding-no-form-item": Text(
        "biểu mẫu không hỏi: {labels}", "the form does not ask for: {labels}"
    ),
    # Examples.
    "finding-no-examples": Text("không có ví dụ", "there is no worked example"),
    "finding-example": Text("ví dụ {number}: {failure}", "example {number}: {failure}"),
    "finding-example-differs": Text(
        "kết quả là {found}, ví dụ ghi {written}",
        "it comes out as {found}, the example says {written}",
    ),
    "finding-example-refused": Text("không chấm được: {reasons}", "it is refused: {reasons}"),
    # Readings.
    "finding-reading-in-force": Text(
        "mặc định theo cách hiểu {reading} = {option}, khác bản in ở {fields}",
        "by default read by {reading} = {option}, which is not the print in {fields}",
    ),
    # The command.
    "audit-none": Text("Không phát hiện lỗi hay cảnh báo nào.", "Nothing was found."),
    "audit-counts": Text(
        "{errors} lỗi · {warnings} cảnh báo · {notes} ghi chú",
        "{errors} errors · {warnings} warnings · {notes} notes",
    ),
    "column-severity": Text("Mức độ", "Severity"),
    "column-finding": Text("Phát hiện", "Finding"),
    "help-audit": Text(
        "Rà soát một bộ tiêu chí khi chưa có số liệu: tổng điểm, mức điểm, điều kiện, ví dụ. "
        "Mã kết thúc: 0, hoặc 1 khi --strict gặp điều nặng hơn ghi chú.",
        "Audit a rubric before any data: sums, bands, conditions, examples. Exit status: 0, or 1 "
        "when --strict finds anything above a note.",
    ),
    "help-audit-rubric": Text(
        "Mã bộ tiêu chí (xem rubrik list) hoặc đường dẫn tới tệp TOML, JSON.",
        "The slug of a rubric (see rubrik list), or the path of a TOML or JSON file.",
    ),
    "help-audit-strict": Text(
        "Kết thúc với mã 1 khi có lỗi hoặc cảnh báo.",
        "Leave with status 1 where there are errors or warnings.",
    ),
    "help-score-strict": Text(
        "Kết thúc với mã 1 khi còn hàng mở.", "Leave with status 1 while a row is open."
    ),
}
