"""What the command line says."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["TERMINAL"]


def __dir__() -> list[str]:
    return __all__


TERMINAL: Final[dict[str, Text]] = {
    "slug-twice": Text(
        "hai gói cùng có bộ tiêu chí {slug}: {first} và {second}",
        "two packages bring the rubric {slug}: {first} and {second}",
    ),
    "slug-elsewhere": Text(
        "{slug} không khớp với đường dẫn của tệp: cần {path}",
        "{slug} is not where the file is: {path} is expected",
    ),
    "plug-in-broken": Text(
        "gói {origin} đăng ký bộ tiêu chí ở {name} nhưng không mở được: {why}",
        "{origin} plugs in rubrics from {name}, which cannot be opened: {why}",
    ),
    "unknown-slug": Text("không có bộ tiêu chí {name}", "there is no rubric {name}"),
    "extra-absent": Text(
        'chưa cài {names}: hãy chạy pip install "rubrik[cli]"',
        '{names} not installed: run pip install "rubrik[cli]"',
    ),
    # Arguments that cannot be understood.
    "see-help": Text("xem {command} --help", "see {command} --help"),
    "no-such-option": Text("không có tùy chọn {name}", "there is no option {name}"),
    "no-such-command": Text("không có lệnh {name}", "there is no command {name}"),
    "argument-missing": Text("thiếu {name}", "{name} is missing"),
    "argument-refused": Text(
        "{name}: cần một trong: {allowed}", "{name}: one of these is expected: {allowed}"
    ),
    "rubric-by-option": Text(
        "bộ tiêu chí của riêng bạn: thêm --rubric TỆP",
        "--rubric FILE gives a rubric of your own",
    ),
    "option-misused": Text(
        "tùy chọn {name} thiếu giá trị hoặc không nhận giá trị",
        "the option {name} lacks its value, or takes none",
    ),
    "extra-arguments": Text("thừa tham số {names}", "too many arguments: {names}"),
    "reading-form": Text(
        "{found} không hợp lệ: cần MÃ=PHƯƠNG_ÁN, ví dụ toi-da-3-11=10",
        "{found} will not do: ID=OPTION is expected, as in toi-da-3-11=10",
    ),
    "rubric-as-submission": Text(
        "đây là một bộ tiêu chí: cần một phiếu báo cáo",
        "this is a rubric: a submission is expected",
    ),
    "file-exists": Text(
        "tệp đã có: dùng --force để ghi đè", "the file exists: --force writes over it"
    ),
    "file-unwritable": Text("không ghi được tệp: {why}", "the file cannot be written: {why}"),
    "system-refuses": Text(
        "hệ thống không cho đọc hoặc ghi: {why}", "the system refuses to read or write: {why}"
    ),
    "written": Text("đã ghi {file}", "{file} is written"),
    # Warnings.
    "warning": Text("lưu ý: {what}", "warning: {what}"),
    # What stands for a figure that there is not.
    "nothing": Text("–", "–"),
    "unknown": Text("?", "?"),
    # Columns.
    "column-code": Text("Mã", "Code"),
    "column-name": Text("Tiêu chí", "Criterion"),
    "column-claimed": Text("Tự chấm", "Claimed"),
    "column-computed": Text("Tính được", "Computed"),
    "column-max": Text("Tối đa", "Max"),
    "column-verdict": Text("Đối chiếu", "Verdict"),
    "column-reason": Text("Lý do", "Reason"),
    "column-printed": Text("Cách tính điểm như in", "Rule as printed"),
    "column-input": Text("Số liệu", "Input"),
    "column-label": Text("Nội dung", "What it is"),
    "column-needed-by": Text("Cần cho", "Needed by"),
    "column-slug": Text("Mã bộ tiêu chí", "Slug"),
    "column-title": Text("Tên", "Title"),
    "column-criteria": Text("Tiêu chí", "Criteria"),
    "column-inputs": Text("Số liệu", "Inputs"),
    "column-readings": Text("Cách hiểu", "Readings"),
    # The head of a sheet or a rubric.
    "sheet-title": Text("PHIẾU CHẤM ĐIỂM", "SCORESHEET"),
    "head-unit": Text("Đơn vị", "Unit"),
    "head-period": Text("Kỳ báo cáo", "Period"),
    "head-rubric": Text("Bộ tiêu chí", "Rubric"),
    "head-version": Text("Phiên bản", "Version"),
    "head-decision": Text("Văn bản", "Decision"),
    "head-source": Text("Nguồn", "Source"),
    # Rows.
    "no-claim": Text("không tự chấm", "no claim"),
    "not-counted": Text("(không cộng vào tổng)", "(not counted)"),
    # Totals.
    "totals": Text("Tổng hợp", "Totals"),
    "total-claimed": Text("Tổng điểm tự chấm", "Claimed"),
    "total-computed": Text("Tổng điểm tính được", "Computed"),
    "total-checklist": Text("Số tiêu chí đạt", "Criteria achieved"),
    "checklist": Text(
        "{achieved} đạt · {failed} chưa đạt · {unanswered} không nêu",
        "{achieved} achieved · {failed} not achieved · {unanswered} not stated",
    ),
    "total-max": Text("Tổng điểm tối đa", "Maximum"),
    "total-verdicts": Text("Đối chiếu", "Verdicts"),
    "total-statuses": Text("Tình trạng", "Statuses"),
    "total-policy": Text("Số liệu thiếu", "Missing inputs"),
    "policy-zero": Text("tính 0 điểm", "count 0 points"),
    "policy-range": Text(
        "giữ khoảng điểm còn có thể đạt", "keep the range of what they could still be worth"
    ),
    "claim-out-of-reach": Text(
        "(điểm tự chấm cao hơn mức cao nhất còn có thể đạt)",
        "(the claim is above all that can still be reached)",
    ),
    "claim-below": Text(
        "(điểm tự chấm thấp hơn mức thấp nhất chắc chắn đạt)",
        "(the claim is below what is certainly reached)",
    ),
    # Inputs.
    "missing-inputs": Text("Số liệu chưa báo cáo: {count}", "Inputs not reported: {count}"),
    "in-unit": Text("đơn vị: {unit}", "unit: {unit}"),
    "form-item": Text("mục {form} của biểu", "item {form} of the form"),
    "or-report": Text("có thể báo cáo thay: {names}", "may stand in its place: {names}"),
    "worth": Text("{code}: {points} điểm", "{code}: {points} points"),
    "inputs": Text("Số liệu", "Inputs"),
    "allowed": Text("Giá trị: {allowed}", "Value: {allowed}"),
    "needed-by": Text("Dùng cho: {codes}", "Read by: {codes}"),
    "needed-by-none": Text(
        "Không hàng nào dùng theo các cách hiểu mặc định",
        "Read by no row under the default readings",
    ),
    "instead-of-counts": Text(
        "Chỉ ghi tỷ lệ này khi không có số đếm: {names}",
        "Write this share only where there are no counts: {names}",
    ),
    "instead-of-table": Text(
        "Chỉ ghi khi không có bảng {name}", "Write it only where there is no table {name}"
    ),
    # Readings.
    "readings": Text("Cách hiểu đang áp dụng", "Readings in force"),
    "readings-none": Text("không có: bản in không để ngỏ điều gì", "none: the print decides"),
    "readings-all-default": Text("{count}, tất cả theo mặc định", "{count}, all of them defaults"),
    "readings-count": Text(
        "{count}, trong đó {others} khác mặc định", "{count}, {others} of them not the default"
    ),
    "readings-hint": Text("Xem đầy đủ: thêm --readings", "See them all: add --readings"),
    "not-default": Text("(khác mặc định)", "(not the default)"),
    "default": Text("(mặc định)", "(default)"),
    "readings-offered": Text(
        "Cách hiểu (chỗ văn bản không nói rõ): {count}",
        "Readings, where the print does not decide: {count}",
    ),
    "reading-reason": Text("Vì sao mặc định như vậy: {reason}", "Why this default: {reason}"),
    # One row of a rubric.
    "printed-max": Text("Tối đa như in", "Max as printed"),
    "printed-note": Text("Ghi chú như in", "Note as printed"),
    "max-not-printed": Text(
        "* không in ở hàng ấy: cộng từ các hàng bên dưới hoặc theo cách hiểu đang áp dụng",
        "* not printed at that row: added up from the rows below, or by a reading in force",
    ),
    "measure": Text("Giá trị đo", "Measure"),
    "score": Text("Cách tính điểm", "Rule"),
    "bounds": Text("Điểm có thể đạt", "Reachable points"),
    "bounds-outer": Text("Điểm không vượt ra ngoài", "Points never outside of"),
    "examples": Text("Ví dụ", "Examples"),
    "example-points": Text("{points} điểm", "{points} points"),
    "example-in-cohort": Text(
        "{case} (nhóm xếp hạng: thấp nhất {low}, cao nhất {high})",
        "{case} (cohort: lowest {low}, highest {high})",
    ),
    "example-under": Text("{case} (cách hiểu {readings})", "{case} (reading {readings})"),
    # Templates.
    "template-title": Text("Phiếu báo cáo theo: {title}", "Submission under: {title}"),
    "template-how": Text(
        "Cách điền: bỏ dấu # ở đầu dòng có dấu = rồi ghi giá trị; dòng nào không có thì để nguyên.",
        "To fill in: take the # from a line with = and write the value; leave the others as is.",
    ),
    "template-inputs": Text(
        "Số liệu. Không ghi thì coi là thiếu, không coi là 0. "
        'Chữ, số lẻ và tỷ lệ ghi trong ngoặc kép: "Có", "2,5", "99,59%"; nhiều mục ghi ["a", "b"].',
        "Inputs. What is left out is missing, not 0. "
        'Write words, decimals and shares in quotes: "Có", "2.5", "99.59%"; items as ["a", "b"].',
    ),
    "template-derived": Text(
        'Số liệu nào không được in mà tính ra từ số đã in thì ghi cách tính: ten_so_lieu = "3 + 1"',
        'For an input computed from printed figures, say how: input_name = "3 + 1"',
    ),
    "template-claims": Text("Điểm tự chấm.", "Claimed points."),
    "template-evidence": Text("Giải trình, minh chứng.", "Evidence."),
    "up-to": Text("tối đa {max}", "at most {max}"),
    # Help.
    "help-rubrik": Text(
        "Chấm điểm chính xác theo các bộ tiêu chí đã ban hành, mỗi điểm đều có lý do.",
        "Score by official rubrics, exactly, with a reason for every point.",
    ),
    "help-list": Text("Liệt kê các bộ tiêu chí có sẵn.", "List the rubrics that ship."),
    "help-show": Text(
        "Xem một bộ tiêu chí: các hàng, cách tính điểm như in, nguồn, các cách hiểu.",
        "Show a rubric: its rows, rules as printed, sources and readings.",
    ),
    "help-score": Text(
        "Chấm một phiếu báo cáo và đối chiếu với điểm tự chấm. Mã kết thúc: 0 khi chấm được, "
        "1 khi --strict gặp hàng còn mở, 2 khi dữ liệu không dùng được.",
        "Score a submission and compare the result with its claims. Exit status: 0 when it was "
        "scored, 1 when --strict finds something open, 2 when the input is unusable.",
    ),
    "help-template": Text(
        "In một phiếu báo cáo trống, mỗi số liệu có nhãn, đơn vị và giá trị cho phép.",
        "Print an empty submission with the label, unit and allowed values of every input.",
    ),
    "help-schema": Text(
        "In JSON Schema để trình soạn thảo kiểm tra và gợi ý khi viết tệp, "
        "và để chương trình khác biết --json in ra những gì.",
        "Print the JSON Schema by which editors check and complete a file, and which says what "
        "--json prints.",
    ),
    "help-lang": Text(
        "Ngôn ngữ: vi hoặc en. Mặc định là vi, hoặc theo biến môi trường RUBRIK_LANG.",
        "The language: vi or en. The default is vi, or what RUBRIK_LANG in the environment says.",
    ),
    "help-version": Text("In phiên bản rồi thoát.", "Print the version and leave."),
    "help-help": Text("In hướng dẫn này rồi thoát.", "Print this help and leave."),
    "help-install_completion": Text(
        "Cài tính năng tự hoàn thành lệnh cho shell đang dùng.",
        "Install completion for the current shell.",
    ),
    "help-show_completion": Text(
        "In mã tự hoàn thành lệnh của shell đang dùng.",
        "Print the completion code of the current shell.",
    ),
    "help-as_json": Text("In JSON cho chương trình khác đọc.", "Print JSON for other programs."),
    "help-show-rubric": Text(
        "Mã bộ tiêu chí (xem rubrik list) hoặc đường dẫn tới tệp TOML, JSON.",
        "The slug of a rubric (see rubrik list), or the path of a TOML or JSON file.",
    ),
    "help-template-rubric": Text(
        "Mã bộ tiêu chí (xem rubrik list) hoặc đường dẫn tới tệp TOML, JSON.",
        "The slug of a rubric (see rubrik list), or the path of a TOML or JSON file.",
    ),
    "help-score-rubric": Text(
        "Chấm theo bộ tiêu chí này thay cho bộ ghi trong phiếu: mã hoặc đường dẫn.",
        "Score by this rubric in place of the one that the file names: slug or path.",
    ),
    "help-code": Text("Chỉ xem kỹ một hàng, ví dụ 6.1.", "Show one row alone, in full: 6.1."),
    "help-reading": Text(
        "Chọn một cách hiểu khác mặc định; dùng được nhiều lần.",
        "Choose an option of a reading other than its default; may be repeated.",
    ),
    "help-readings": Text("In đủ các cách hiểu đang áp dụng.", "Print all readings in force."),
    "help-missing": Text(
        "Số liệu thiếu tính 0 điểm (zero) hoặc giữ khoảng điểm (range); mặc định theo bộ tiêu chí.",
        "What is not reported counts 0 (zero) or keeps its range (range); the rubric's by default.",
    ),
    "help-file": Text(
        "Phiếu báo cáo, tệp TOML hoặc JSON; - là đầu vào chuẩn.",
        "The submission, a TOML or JSON file; - is standard input.",
    ),
    "help-output": Text(
        "Ghi vào tệp này thay cho in ra.", "Write to this file instead of printing."
    ),
    "help-force": Text("Ghi đè tệp đã có.", "Write over a file that exists."),
    "help-kind": Text(
        "Loại tệp: {files}; hoặc kết quả mà --json in ra: {documents}.",
        "A kind of file: {files}; or of what --json prints: {documents}.",
    ),
}
