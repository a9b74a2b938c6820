"""What is said of scales, levels, ratings and ranks."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["LEVELS"]


def __dir__() -> list[str]:
    return __all__


LEVELS: Final[dict[str, Text]] = {
    # What can be wrong with a scale.
    "type-condition": Text("một điều kiện", "a condition"),
    "no-condition-key": Text(
        "không nhận ra điều kiện trong: {found}; cần một trong: {allowed}",
        "no condition in: {found}; one of these is expected: {allowed}",
    ),
    "points-or-share": Text(
        "một điều kiện ghi đúng một trong hai: points hoặc share",
        "a condition states exactly one of points and share",
    ),
    "base-without-share": Text(
        "base chỉ đi với share: số điểm tuyệt đối không tính trên gì cả",
        "base goes with share only: absolute points are of nothing",
    ),
    "unknown-level": Text(
        "không có mức {level} trong thang {scale}", "the scale {scale} has no level {level}"
    ),
    "unknown-scale": Text("không có thang {name}", "there is no scale {name}"),
    "level-of-other-rows": Text(
        "mức của thang {scale} xét những mục khác với thang này",
        "a level of the scale {scale} is about other rows than this scale",
    ),
    "bases-differ": Text(
        "tỷ lệ tính trên base khác nhau ở các mục: {nodes}; cần ghi base tại điều kiện, "
        "hoặc mỗi mục một thang",
        "the share is of different bases for the rows: {nodes}; "
        "state base in the condition, or a scale for each row",
    ),
    "too-many-conditions": Text(
        "các thang gồm quá nhiều điều kiện: nhiều nhất {most}, "
        "kể cả điều kiện của các mức được dẫn",
        "the scales come to too many conditions: at most {most}, "
        "those of the levels that they name among them",
    ),
    "too-many-options": Text(
        "{options} phương án thay đổi các thang, mỗi lần phải kiểm tra {count} mục và điều kiện: "
        "quá nhiều, nhiều nhất {most} khi nhân với nhau",
        "{options} options change scales, and each time {count} rows and conditions are to be "
        "checked: too many, at most {most} multiplied",
    ),
    "conditions-too-deep": Text(
        "các điều kiện lồng nhau quá sâu: nhiều nhất {most} tầng, kể cả qua các mức được dẫn",
        "conditions are nested too deep: at most {most} in each other, "
        "those of the levels that they name among them",
    ),
    "scale-of-itself": Text(
        "thang {scale} được xây từ chính nó", "the scale {scale} is made of itself"
    ),
    "the-whole": Text("toàn bộ", "the whole"),
    "no-levels": Text("thang không có mức nào", "the scale has no levels"),
    "no-conditions": Text(
        "mức này không có điều kiện nào: mọi đơn vị đều đạt",
        "the level has no conditions: every unit reaches it",
    ),
    "never-vetoed": Text(
        "điều loại trừ này không nói khi nào áp dụng: cần annulled hoặc conditions",
        "the veto does not say when it applies: annulled or conditions are expected",
    ),
    "share-of-nothing": Text(
        "tỷ lệ của {node} không tính được: mục này không có điểm tối đa",
        "a share of {node} cannot be taken: it has no maximum",
    ),
    "share-of-no-parts": Text(
        "bình quân của {node} không tính được: mục này không có mục con",
        "a mean of {node} cannot be taken: it has no parts",
    ),
    "which-row": Text(
        "thang {scale} áp dụng cho nhiều mục: {nodes}; cần chọn một mục",
        "the scale {scale} is for several rows: {nodes}; name one of them",
    ),
    "not-a-subject": Text(
        "thang {scale} không áp dụng cho {node}", "the scale {scale} is not for {node}"
    ),
    "sheet-is-read": Text(
        "phiếu chấm điểm đã có bộ tiêu chí và cách hiểu của nó: "
        "rubric và readings chỉ đi với điểm cho sẵn",
        "a scoresheet has its own rubric and readings: "
        "rubric and readings go with bare points only",
    ),
    "readings-of-nothing": Text(
        "readings là cách hiểu của một bộ tiêu chí: cần rubric",
        "readings are those of a rubric: rubric is expected",
    ),
    # Scales and ratings, drawn.
    "scales": Text("Thang xếp loại: {count}", "Scales: {count}"),
    "not-deciding": Text("(để tham khảo)", "(for reference)"),
    "any-of": Text("một trong: [{of}]", "one of: [{of}]"),
    "at-least-of": Text("ít nhất {count} trong: [{of}]", "at least {count} of: [{of}]"),
    "of-maximum": Text("{share} điểm tối đa", "{share} of the maximum"),
    "a-mean-of": Text("bình quân {mean}", "a mean of {mean}"),
    "level-below": Text("không đạt mức nào ở trên", "none of the levels above"),
    "veto-states": Text("{result}: {why}", "{result}: {why}"),
    "ratings": Text("Xếp loại", "Ratings"),
    "column-scale": Text("Thang", "Scale"),
    "column-level": Text("Mức", "Level"),
    "column-next": Text("Để lên mức trên", "To the next level"),
    "column-points": Text("Điểm", "Points"),
    "level-open": Text("chưa xác định, còn có thể: {levels}", "open, still possible: {levels}"),
    "level-worth": Text("mức này tính {points} điểm", "this level stands for {points} points"),
    "level-next": Text("{level}:", "{level}:"),
    "level-next-short": Text("{level}: {short}", "{level}: {short}"),
    "short-by": Text("{node} thiếu {points}", "{node} short by {points}"),
    "over-by": Text("{node} vượt {points}", "{node} over by {points}"),
    "at-threshold": Text("{node} mới bằng ngưỡng", "{node} only at the threshold"),
    "at-worst": Text("{said} (nhiều nhất)", "{said} (at most)"),
    "one-way": Text("(một trong các cách) {reason}", "(one way of several) {reason}"),
    "level-depends": Text("tùy vào: {inputs}", "depends on: {inputs}"),
    "level-depends-and-more": Text(
        "tùy vào: {inputs} và {more} số liệu khác", "depends on: {inputs}, and {more} more inputs"
    ),
    "column-reached": Text("Đạt mức", "Level reached"),
    "rooms": Text("còn có thể lấy điểm ở: {rooms}", "points are still to be had in: {rooms}"),
    "rooms-and-more": Text(
        "còn có thể lấy điểm ở: {rooms} và {more} mục khác",
        "points are still to be had in: {rooms}, and {more} more rows",
    ),
    # Conditions.
    "asked-for": Text("cần {op} {limit}", "asked for {op} {limit}"),
    "limit-unknown": Text("một số chưa biết", "an unknown number"),
    "limit-share": Text("{limit} ({share})", "{limit} ({share})"),
    "limit-mean": Text("{limit} (bình quân {mean})", "{limit} (a mean of {mean})"),
    "condition-holds": Text(
        "{node}: {points}, {asked}: đạt, vượt {distance}",
        "{node}: {points}, {asked}: met, by {distance}",
    ),
    "condition-stays-below": Text(
        "{node}: {points}, {asked}: đạt, còn cách {distance}",
        "{node}: {points}, {asked}: met, {distance} below it",
    ),
    "condition-exceeds": Text(
        "{node}: {points}, {asked}: không đạt, vượt quá {distance}",
        "{node}: {points}, {asked}: not met, {distance} too many",
    ),
    "condition-just": Text(
        "{node}: {points}, {asked}: đạt vừa đủ", "{node}: {points}, {asked}: just met"
    ),
    "condition-fails": Text(
        "{node}: {points}, {asked}: không đạt, thiếu {distance}",
        "{node}: {points}, {asked}: not met, short by {distance}",
    ),
    "condition-just-not": Text(
        "{node}: {points}, {asked}: không đạt, bằng ngưỡng chưa đủ",
        "{node}: {points}, {asked}: not met, the threshold itself is not enough",
    ),
    "condition-just-too-many": Text(
        "{node}: {points}, {asked}: không đạt, bằng ngưỡng đã là quá",
        "{node}: {points}, {asked}: not met, the threshold itself is too many",
    ),
    "condition-open": Text(
        "{node}: {points}, {asked}: chưa biết", "{node}: {points}, {asked}: not yet known"
    ),
    "condition-surely": Text(
        "{node}: {points}, {asked}: chắc chắn đạt", "{node}: {points}, {asked}: surely met"
    ),
    "condition-never": Text(
        "{node}: {points}, {asked}: chắc chắn không đạt",
        "{node}: {points}, {asked}: surely not met",
    ),
    "none-to-choose": Text(
        "cần ít nhất {at_least} điều kiện: số này phải từ 1 trở lên",
        "at least {at_least} conditions are asked for: the number must be 1 or more",
    ),
    "too-few-to-choose": Text(
        "cần ít nhất {at_least} điều kiện mà chỉ ghi {count}",
        "at least {at_least} conditions are asked for and only {count} are written",
    ),
}
