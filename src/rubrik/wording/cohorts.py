"""What is said of cohorts, league tables and the tables that many reports come in."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["COHORTS"]


def __dir__() -> list[str]:
    return __all__


COHORTS: Final[dict[str, Text]] = {
    # What can be wrong with a cohort.
    "empty-cohort": Text("không có phiếu báo cáo nào", "there are no submissions"),
    "not-of-rubric": Text(
        "phiếu báo cáo theo bộ tiêu chí {stated}, nhóm này theo {used}",
        "the submission is under the rubric {stated}, this cohort under {used}",
    ),
    "unnamed-unit": Text(
        "thiếu tên đơn vị: trong một nhóm xếp hạng đơn vị nào cũng phải có tên",
        "the unit has no name: in a cohort every unit needs one",
    ),
    "unit-twice": Text("{unit} còn có ở: {others}", "{unit} is also in: {others}"),
    "unit-twice-in-period": Text(
        "{unit}, kỳ {period}, còn có ở: {others}", "{unit} in period {period} is also in: {others}"
    ),
    "unit-too-often": Text(
        "có hơn {most} phiếu báo cáo của {unit}: không phân biệt được các đơn vị",
        "there are more than {most} submissions of {unit}: its units cannot be told apart",
    ),
    "compares-several": Text(
        "hàng này so sánh các đơn vị theo nhiều giá trị: {names}; chỉ một giá trị có cận của nhóm",
        "the row compares units by several values: {names}; bounds of a cohort are of one",
    ),
    "cohort-other-rubric": Text(
        "nhóm xếp hạng theo bộ tiêu chí {stated}, không phải {used}",
        "the cohort is under the rubric {stated}, not {used}",
    ),
    "cohort-other-hash": Text(
        "bộ tiêu chí đã thay đổi từ khi lập nhóm xếp hạng: nhóm ghi {stated}, nay là {used}",
        "the rubric changed since the cohort was recorded: it names {stated}, now it is {used}",
    ),
    "cohort-other-measure": Text(
        "theo các cách hiểu này hàng so sánh một giá trị khác với giá trị đã đo",
        "under these readings the row compares another value than the one that was measured",
    ),
    "unknown-label": Text(
        "không đơn vị nào có nhãn {name}", "there is no label {name} on any unit"
    ),
    "unknown-unit": Text("không có đơn vị {name}", "there is no unit {name}"),
    "is-cohort": Text(
        "đây là một nhóm xếp hạng đã lưu: cần một phiếu báo cáo",
        "this is a saved cohort: a submission is expected",
    ),
    "is-no-cohort": Text(
        "đây là một bộ tiêu chí: cần một nhóm xếp hạng đã lưu",
        "this is a rubric: a saved cohort is expected",
    ),
    # Tables of many reports.
    "table-is-directory": Text(
        "đây là một thư mục: cần một bảng CSV hoặc JSON Lines",
        "this is a directory: a CSV or JSON Lines table is expected",
    ),
    "table-not-utf8": Text(
        "bảng không phải văn bản UTF-8: hãy lưu lại dạng “CSV UTF-8”",
        "not UTF-8 text: save the table as “CSV UTF-8”",
    ),
    "table-binary": Text(
        "đây là tệp nhị phân: cần một bảng CSV hoặc JSON Lines",
        "this is a binary file: a CSV or JSON Lines table is expected",
    ),
    "table-not-csv": Text("không phải CSV hợp lệ: {why}", "not valid CSV: {why}"),
    "table-long-line": Text(
        "dòng quá dài: chỉ đọc tối đa {most} ký tự",
        "the line is too long: at most {most} characters",
    ),
    "table-many-rows": Text(
        "quá nhiều hàng: chỉ đọc tối đa {most}", "too many rows: at most {most} are read"
    ),
    "table-without-rows": Text("bảng không có hàng nào", "the table has no rows"),
    "no-unit-column": Text(
        "thiếu cột unit: tên của đơn vị", "there is no column unit: the name of each unit"
    ),
    "unknown-column": Text("không có cột nào là {name}", "there is no such column as {name}"),
    "column-twice": Text("cột {name} có hai lần", "the column {name} stands twice"),
    "row-ragged": Text(
        "hàng có {found} ô, tiêu đề có {expected} cột",
        "the row has {found} cells, the header {expected} columns",
    ),
    "cell-without-column": Text(
        "ô {found} ở cột {number} không có tên cột",
        "the cell {found} stands in column {number}, which has no name",
    ),
    # Places.
    "place-ranked": Text("đã xếp hạng", "ranked"),
    "place-open": Text("còn mở", "open"),
    "place-unranked": Text("không xếp hạng", "not ranked"),
    "unranked-said": Text("không xếp hạng: {why}", "not ranked: {why}"),
    "unranked-no-label": Text(
        "không xếp hạng: không có nhãn {label}", "not ranked: it has no label {label}"
    ),
    "unranked-not-applicable": Text(
        "không xếp hạng: không áp dụng cho đơn vị này", "not ranked: this does not apply to it"
    ),
    "unranked-no-points": Text(
        "không xếp hạng: bộ tiêu chí không cho điểm", "not ranked: there are no points"
    ),
    "unranked-vetoed": Text("không xếp hạng: {why}", "not ranked: {why}"),
    "open-points": Text("điểm còn mở ở: {rows}", "points are still open in: {rows}"),
    "open-points-and-more": Text(
        "điểm còn mở ở: {rows} và {more} hàng khác",
        "points are still open in: {rows}, and {more} more rows",
    ),
    "open-veto": Text("còn có thể bị loại: {why}", "it may still be shut out: {why}"),
    # Templates.
    "template-labels": Text(
        'Nhãn để xếp hạng trong từng nhóm đơn vị (không bắt buộc): huyen = "Huyện A"',
        'Labels by which units are ranked among their like, if any: huyen = "Huyện A"',
    ),
    # League tables, drawn and written.
    "league-title": Text("BẢNG XẾP HẠNG", "LEAGUE TABLE"),
    "head-cohort": Text("Nhóm xếp hạng", "Cohort"),
    "head-ties": Text("Đồng hạng", "Ties"),
    "ties-competition": Text("1, 2, 2, 4", "1, 2, 2, 4"),
    "ties-dense": Text("1, 2, 2, 3", "1, 2, 2, 3"),
    "ties-fractional": Text("1; 2,5; 2,5; 4", "1, 2.5, 2.5, 4"),
    "by-the-whole": Text("Theo tổng điểm", "By the total"),
    "units-counted": Text("Số đơn vị: {count} · {statuses}", "Units: {count} · {statuses}"),
    "rank-so-far": Text("({rank})", "({rank})"),
    "ranks-so-far": Text(
        "Hạng trong ngoặc còn có thể thay đổi.",
        "A rank in brackets may still change.",
    ),
    "bounds-lack": Text(
        "Phiếu không chấm được, chưa tính vào đây: {count}. "
        "Sửa xong các phiếu ấy thì cận, điểm và hạng có thể thay đổi.",
        "Refused reports that are left out here: {count}. "
        "Once they are mended, bounds, points and ranks may change.",
    ),
    "within-label": Text("{label}: {value}", "{label}: {value}"),
    "column-row": Text("Mục", "Row"),
    "column-group": Text("Nhóm", "Group"),
    "column-rank": Text("Hạng", "Rank"),
    "column-possible": Text("Còn có thể", "Possible"),
    "column-best": Text("Hạng cao nhất", "Best"),
    "column-worst": Text("Hạng thấp nhất", "Worst"),
    "column-unit": Text("Đơn vị", "Unit"),
    "column-period": Text("Kỳ", "Period"),
    "column-low": Text("Điểm thấp nhất", "Lowest"),
    "column-high": Text("Điểm cao nhất", "Highest"),
    "column-status": Text("Tình trạng", "Status"),
    "column-note": Text("Ghi chú", "Note"),
    "column-file": Text("Tệp", "File"),
    "open-rows": Text("còn mở: {rows}", "open: {rows}"),
    "open-rows-and-more": Text(
        "còn mở: {rows} và {more} hàng khác", "open: {rows}, and {more} more rows"
    ),
    "cohort-bounds": Text("Cận của nhóm xếp hạng", "Bounds of the cohort"),
    "bounds-of": Text(
        "{ends} ({measured}/{units} đơn vị có giá trị)", "{ends} ({measured} of {units} units)"
    ),
    "place-refused": Text("không chấm được", "refused"),
    "refused-count": Text("Không chấm được: {count}", "Refused: {count}"),
    "no-units": Text("không chấm được đơn vị nào", "no unit could be scored"),
    "reading-files": Text("Đọc phiếu báo cáo", "Reading reports"),
    "folder-without-reports": Text(
        "thư mục không có phiếu báo cáo nào (.toml, .json)",
        "the folder has no reports (.toml, .json)",
    ),
    "output-suffix": Text(
        "không ghi được loại tệp này: cần một trong: {allowed}",
        "files of this kind cannot be written: one of these is expected: {allowed}",
    ),
    "unranked-form": Text(
        "{found} không hợp lệ: cần ĐƠN_VỊ=LÝ_DO", "{found} will not do: UNIT=REASON is expected"
    ),
    # Help.
    "help-rank": Text(
        "Chấm nhiều phiếu báo cáo theo một bộ tiêu chí và lập bảng xếp hạng. Mã kết thúc: "
        "0 khi chấm được tất cả, 1 khi có phiếu không chấm được, 2 khi tham số không dùng được.",
        "Score many submissions by one rubric and rank the units. Exit status: 0 when all were "
        "scored, 1 when some could not be, 2 when the arguments are unusable.",
    ),
    "help-rank-rubric": Text(
        "Mã bộ tiêu chí (xem rubrik list) hoặc đường dẫn tới tệp TOML, JSON.",
        "The slug of a rubric (see rubrik list), or the path of a TOML or JSON file.",
    ),
    "help-files": Text(
        "Phiếu báo cáo (.toml, .json), thư mục chứa các phiếu, hoặc bảng mỗi hàng một đơn vị "
        "(.csv, .tsv, .jsonl).",
        "Submissions (.toml, .json), folders of them, or tables with a row for each unit "
        "(.csv, .tsv, .jsonl).",
    ),
    "help-node": Text(
        "Xếp hạng theo điểm của một hàng thay cho tổng điểm, ví dụ II.",
        "Rank by the points of one row instead of the total: II.",
    ),
    "help-within": Text(
        "Xếp hạng trong từng nhóm đơn vị có cùng nhãn này, ví dụ huyen.",
        "Rank among the units that share this label, such as huyen.",
    ),
    "help-ties": Text(
        "Cách xếp các đơn vị bằng điểm: 1 2 2 4 (competition), 1 2 2 3 (dense) hoặc 1 2,5 2,5 4 "
        "(fractional); mặc định theo bộ tiêu chí.",
        "How equals are ranked: 1 2 2 4 (competition), 1 2 2 3 (dense) or 1 2.5 2.5 4 "
        "(fractional); the rubric's by default.",
    ),
    "help-unranked": Text(
        "Không xếp hạng một đơn vị, kèm lý do; dùng được nhiều lần.",
        "Leave a unit out of the ranking, with the reason; may be repeated.",
    ),
    "help-cohort": Text(
        "So sánh với nhóm xếp hạng đã lưu trong tệp này (xem rubrik rank --save-cohort).",
        "Compare with the cohort that was saved in this file (see rubrik rank --save-cohort).",
    ),
    "help-save_cohort": Text(
        "Lưu các cận của nhóm xếp hạng vào tệp này (.toml, .json).",
        "Save the bounds of the cohort to this file (.toml, .json).",
    ),
    "help-rank-output": Text(
        "Ghi bảng xếp hạng vào tệp này: .csv, .md hoặc .json.",
        "Write the league table to this file as well: .csv, .md or .json.",
    ),
}
