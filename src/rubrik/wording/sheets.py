"""What a scoresheet says: statuses, verdicts, reasons, notes."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["SHEETS"]


def __dir__() -> list[str]:
    return __all__


SHEETS: Final[dict[str, Text]] = {
    "status-scored": Text("đã chấm", "scored"),
    "status-missing": Text("thiếu số liệu", "missing"),
    "status-not_applicable": Text("không áp dụng", "not applicable"),
    "status-rejected": Text("không được công nhận", "rejected"),
    "status-undefined": Text("không xác định", "undefined"),
    "verdict-over-claimed": Text("tự chấm cao hơn", "over-claimed"),
    "verdict-under-claimed": Text("tự chấm thấp hơn", "under-claimed"),
    "verdict-consistent": Text("khớp", "consistent"),
    "verdict-not-verifiable": Text("chưa kiểm chứng được", "not verifiable"),
    # Numbers.
    "percent": Text("{value}%", "{value}%"),
    "points": Text("{points} điểm", "{points} points"),
    "points-between": Text("từ {low} đến {high} điểm", "{low} to {high} points"),
    "points-unbounded": Text("chưa biết bao nhiêu điểm", "an unknown number of points"),
    # What was read.
    "measured-number": Text("{value} {unit}", "{value} {unit}"),
    "measured-bare": Text("{value}", "{value}"),
    "measured-stated": Text("{percent}% (tỷ lệ báo cáo)", "{percent}% (as a reported share)"),
    "measured-ratio": Text("{part}/{whole} {percent}%", "{part}/{whole} {percent}%"),
    "measured-empty": Text(
        "{part}/{whole}, tính là {percent}%", "{part}/{whole}, taken as {percent}%"
    ),
    "measured-growth": Text(
        "({now} − {before})/{before} {percent}%",
        "({now} − {before})/{before} {percent}%",
    ),
    "measured-growth-empty": Text(
        "({now} − {before})/{before}, tính là {percent}%",
        "({now} − {before})/{before}, taken as {percent}%",
    ),
    "measured-sum": Text("{sum} = {value}", "{sum} = {value}"),
    "measured-items": Text("{count} mục: {items}", "{count} ticked: {items}"),
    "measured-no-items": Text("không có mục nào", "no items"),
    "measured-ticked": Text("có “{item}”", "“{item}” is ticked"),
    "measured-not-ticked": Text("không có “{item}”", "“{item}” is not ticked"),
    "why-labelled": Text("“{label}”: {then}", "“{label}”: {then}"),
    "measured-answer": Text("“{answer}”", "“{answer}”"),
    "and-then": Text("{first}; {then}", "{first}; {then}"),
    # Bands.
    "band-ends": Text("{ends}", "{ends}"),
    "band-any": Text("mọi giá trị", "any value"),
    "band-at": Text("= {end}", "= {end}"),
    "band-from": Text("≥ {end}", "≥ {end}"),
    "band-above": Text("> {end}", "> {end}"),
    "band-to": Text("≤ {end}", "≤ {end}"),
    "band-below": Text("< {end}", "< {end}"),
    # Why a rule gives its points.
    "why-constant": Text("{points} điểm", "{points} points"),
    "why-value": Text("{value} → {points} điểm", "{value} → {points} points"),
    "why-ratio": Text(
        "{part}/{whole} {percent}% → {points} điểm",
        "{part}/{whole} {percent}% → {points} points",
    ),
    "why-band": Text(
        "{value}, mức {band} → {points} điểm",
        "{value}, in the band {band} → {points} points",
    ),
    "why-open": Text("{why} → {points}", "{why} → {points}"),
    "why-sum": Text("{parts}; cộng lại: {points}", "{parts}; added up: {points}"),
    "why-best": Text(
        "lấy điểm cao nhất của các phần ({parts}) → {points}", "the best of ({parts}) → {points}"
    ),
    "why-worst": Text(
        "lấy điểm thấp nhất của các phần ({parts}) → {points}", "the worst of ({parts}) → {points}"
    ),
    "why-cut": Text("{part}, chỉ tính tối đa {points}", "{part}, cut at {points}"),
    "why-raised": Text("{part}, tính tối thiểu {points}", "{part}, raised to {points}"),
    "why-limited": Text("{part}, giới hạn còn {points}", "{part}, limited to {points}"),
    "why-branch": Text("với {value}: {then}", "with {value}: {then}"),
    "why-answered": Text("“{label}”: {value}; {then}", "“{label}”: {value}; {then}"),
    "why-ticked": Text("{value}: {then}", "{value}: {then}"),
    "why-missing-zero": Text(
        "{why}: không báo cáo đủ thì tính 0 điểm", "{why}: what is not reported counts 0 points"
    ),
    "why-unanswered": Text("{why}", "{why}"),
    "why-not-asked": Text("không có số liệu nào để xem", "no fact is asked for"),
    "why-group-checked": Text("{count} mục, không tính điểm", "{count} rows, without points"),
    "why-not-applicable": Text("đơn vị khai không áp dụng", "declared not applicable by the unit"),
    "why-none-applicable": Text("không mục nào áp dụng", "none of its rows applies"),
    "why-none-applies": Text(
        "không mục nào áp dụng → {points} điểm", "none of its rows applies → {points} points"
    ),
    "why-group": Text("tổng của {count} mục → {points}", "sum of {count} rows → {points}"),
    "why-group-stretched": Text(
        "tổng của {count} mục áp dụng: {sum} trên {left}, tính trên {full} → {points}",
        "sum of the {count} rows that apply: {sum} of {left}, counted as of {full} → {points}",
    ),
    "why-group-open": Text(
        "tổng của {count} mục, chưa xác định được: {open} → {points}",
        "sum of {count} rows, not yet known: {open} → {points}",
    ),
    "why-accept": Text("thẩm định chấp nhận: {reason}", "accepted by the verifier: {reason}"),
    "why-replace": Text(
        "thẩm định chấm lại {points}: {reason}", "replaced by the verifier with {points}: {reason}"
    ),
    "why-reject": Text("thẩm định không công nhận: {reason}", "rejected by the verifier: {reason}"),
    "why-annul": Text(
        "thẩm định hủy kết quả vì không đúng thực tế: {reason}",
        "annulled by the verifier as not true: {reason}",
    ),
    "why-excluded": Text(
        "thẩm định coi là không áp dụng: {reason}", "taken out by the verifier: {reason}"
    ),
    "input-missing": Text("chưa báo cáo “{label}”", "“{label}” was not reported"),
    "undefined-zero-denominator": Text(
        "mẫu số bằng 0, văn bản không quy định cách tính",
        "the denominator is 0, and the print does not say what then",
    ),
    "undefined-growth-from-zero": Text(
        "năm trước bằng 0, không tính được tỷ lệ tăng",
        "the year before was 0, growth cannot be computed",
    ),
    "undefined-no-band": Text(
        "giá trị không thuộc khoảng nào in trong văn bản", "no printed band holds the value"
    ),
    "undefined-no-cohort": Text(
        "cần số liệu của các đơn vị khác trong nhóm xếp hạng để so sánh",
        "needs the other units of the cohort to compare with",
    ),
    "undefined-constant-cohort": Text(
        "mọi đơn vị trong nhóm xếp hạng có cùng một giá trị, không so sánh được",
        "all units of the cohort have the same value, there is nothing to compare",
    ),
    "other-rubric": Text(
        "phiếu báo cáo ghi bộ tiêu chí {stated}, nhưng được chấm theo {used}",
        "the submission names the rubric {stated} but is scored by {used}",
    ),
    "other-hash": Text(
        "bộ tiêu chí đã thay đổi từ khi lập phiếu báo cáo: phiếu ghi {stated}, nay là {used}",
        "the rubric changed since the submission was made: it names {stated}, now it is {used}",
    ),
    "note-derived": Text("“{label}” được suy ra: {how}", "“{label}” is derived: {how}"),
    "note-stated-differs": Text(
        "tỷ lệ báo cáo {stated} khác tỷ lệ tính từ số đếm {counted}; lấy số đếm",
        "the reported share {stated} differs from the counted {counted}; the counts win",
    ),
}
