"""The report 612/BC-UBND of UBND xã Hương Xuân, read by Annex 3B of An Giang, another province.

A real report under a rubric that was never its own: what it does not say stays open.
The points were worked out by hand from the print of the report and of the rubric, without the
library.
"""

from fractions import Fraction
from pathlib import Path

import pytest

import rubrik
from rubrik import Scoresheet, Status, Submission
from rubrik.intervals import Interval

# All that the report answers, in the printed order. What is not a plain yes or no:
# A.I.1.1   48 computers for 28 people: 480/28 is more than 10.
# B.I.35    all 123 procedures are on the portal.
# B.II.6    100 % of the documents, B.II.8 100 % of the people, B.II.10 123 of 123 procedures.
# B.III.1.2 no service of level 4.
# B.III.1.6 743 of 746 files in time: 7430/746, and not the 9,959 of the printed 99,59 %.
ANSWERED = (
    ("A.I.1.1", "10"),
    ("A.I.2", "10"),
    ("A.I.7", "10"),
    ("A.I.8", "10"),
    ("A.I.9", "10"),
    ("A.I.10", "10"),
    ("A.I.14", "10"),
    ("A.II.19", "10"),
    ("A.II.20", "0"),
    ("B.I.35", "10"),
    ("B.I.37", "0"),
    ("B.II.6", "10"),
    ("B.II.8", "10"),
    ("B.II.9", "10"),
    ("B.II.10", "10"),
    ("B.II.13", "10"),
    ("B.III.1.2", "0"),
    ("B.III.1.6", "3715/373"),
)

# Where the report says each fact, and in which words.
QUOTED = {
    "may_tinh": ("A.I.1.1", "171% (48/28)."),
    "cbcc": ("A.I.1.1", "171% (48/28)."),
    "bo_phan_hien_dai": ("A.I.2", "Đạt (thực hiện theo quyết định số 22/QĐ-UBND"),
    "tuong_lua": ("A.I.7", "thiết bị tường lửa bảo vệ mạng LAN: Có"),
    "phong_hop_truc_tuyen": ("A.I.8", "phòng họp trực tuyến: Có."),
    "man_hinh_tra_cuu": ("A.I.9", "Đạt, có 04 màn hình"),
    "dau_doc_ma_vach": ("A.I.10", "Đạt, có 8 đầu đọc mã vạch"),
    "may_scan": ("A.I.14", "Đạt, có 4 máy Scan"),
    "cb_chuyen_trach": ("A.II.19", "Đạt"),
    "cb_dat_chuan": ("A.II.20", "Chưa đạt."),
    "tthc": ("B.I.35", "123 TTHC, đảm bảo 100% TTHC được đưa vào Cổng DVC."),
    "dvctt": ("B.I.35", "123 TTHC, đảm bảo 100% TTHC được đưa vào Cổng DVC."),
    "co_muc_4": ("B.I.37", "DVCTT mức độ 4: Chưa đạt."),
    "ty_le_ky_so_co_quan": ("B.II.6", "100% văn bản đi được ký số và gửi đi trên môi trường mạng."),
    "ty_le_thu_dien_tu": ("B.II.8", "100%; đăng nhập 04 lần/ngày: đạt."),
    "mot_cua": ("B.II.9", "ứng dụng phần mềm một cửa: Đạt."),
    "tthc_mot_cua": ("B.II.10", "123 TTHC, đảm bảo 100% TTHC"),
    "ty_le_tthc_mot_cua": ("B.II.10", "123 TTHC, đảm bảo 100% TTHC"),
    "ho_so": ("B.III.1.6", "743/746 đạt 99,59%."),
    "pm_ke_toan": ("B.II.13", "Cập nhật dữ liệu đầy đủ vào phần mềm"),
    "dvctt_muc_4": ("B.III.1.2", "(Tổng số TTHC cấp xã x số xã): 0."),
    "ty_le_dvctt_muc_4": ("B.III.1.2", "(Tổng số TTHC cấp xã x số xã): 0."),
    "ty_le_dung_han": ("B.III.1.6", "743/746 đạt 99,59%."),
}

# What the report says near a question without answering it.
NEAR = (
    ("A.I.3", "100% kết nối mạng nội bộ của VNPT huyện Nam Đông."),
    ("A.II.21", "Có 02 công chức đã học xong nhưng chưa cấp văn bằng"),
    ("A.II.22", "Đạt"),  # where a share is asked for
    ("A.III.24", "(kèm theo Quyết định phân công nhiệm vụ của UBND xã). Đạt"),
    ("B.I.36", "Đăng ký 100% TTHC đạt DVC TT mức độ 3."),
    ("B.II.4", "645/645, đảm bảo 100% văn bản đi được ký số và gửi đi trên phần mềm"),
    ("B.II.7", "Đạt 100%."),  # of the leaders, not of the documents
    ("B.II.11", "100% hồ sơ tiếp nhận và thụ lý được công khai tình trạng giải quyết"),
    ("B.II.15", "Phần mềm Hộ tịch"),
    ("B.III.1.1", "Đăng ký 100% TTHC đạt DVC TT mức độ 3."),
    ("B.III.1.3", ": 12."),
    ("B.III.1.4", ": 12."),
    ("B.III.1.7", ": 12."),
    ("B.IV.2", "Phần mềm sso.thuathieuhe.gov.vn."),
)

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def report() -> Submission:
    """The part of the report that answers the questions of An Giang."""
    return rubrik.load_submission(EXAMPLES / "huong-xuan-2020-an-giang.toml")


@pytest.fixture(scope="module")
def sheet(report: Submission) -> Scoresheet:
    """The report scored as the rubric is read by default."""
    return rubrik.score(rubrik.load(report.rubric), report)


def test_the_table_holds_every_row_that_is_answered(sheet: Scoresheet) -> None:
    """18 of the 100 rows of the print have points, and the table lists them."""
    assert [code for code, _ in ANSWERED] == [
        line.code
        for line in sheet.lines
        if line.kind == "criterion" and line.status is Status.SCORED
    ]


@pytest.mark.parametrize(("code", "points"), ANSWERED)
def test_an_answered_row_is_worth_what_its_printed_rule_gives(
    code: str, points: str, sheet: Scoresheet
) -> None:
    """The points of a row follow from the printed rule and the printed answer."""
    assert Fraction(points) == sheet.line(code).points


def test_every_other_row_is_open_from_nothing_to_its_maximum(sheet: Scoresheet) -> None:
    """82 rows are missing, and nothing that the report says narrows any of them."""
    still = [line for line in sheet.lines if line.kind == "criterion" and line.points is None]

    assert 82 == len(still)
    assert {Status.MISSING} == {line.status for line in still}
    assert [] == [line.code for line in still if Interval(Fraction(0), line.max) != line.within]


def test_the_total_lies_between_150_and_870_of_900(sheet: Scoresheet) -> None:
    """149,96 points are sure, and the 82 open rows are worth 720 more."""
    assert Interval(Fraction(55935, 373), Fraction(324495, 373)) == sheet.within
    assert Fraction(900) == sheet.max


@pytest.mark.parametrize(
    ("code", "low", "high"),
    [
        ("A", "80", "290"),
        ("A.I", "70", "200"),
        ("A.II", "10", "40"),
        ("A.III", "0", "50"),
        ("B", "26095/373", "216325/373"),
        ("B.I", "10", "260"),
        ("B.II", "50", "180"),
        ("B.III", "3715/373", "33555/373"),
        ("B.IV", "0", "50"),
    ],
)
def test_a_part_shows_how_much_of_it_is_still_open(
    code: str, low: str, high: str, sheet: Scoresheet
) -> None:
    """A part has the points of its answered rows at least, and at most all of its open rows too."""
    assert Interval(Fraction(low), Fraction(high)) == sheet.line(code).within


def test_no_fact_is_without_a_quote(report: Submission) -> None:
    """The table quotes every input that is given."""
    assert QUOTED.keys() == report.inputs.keys()


@pytest.mark.parametrize(("code", "words"), QUOTED.values(), ids=QUOTED)
def test_a_fact_is_quoted_as_printed(code: str, words: str, report: Submission) -> None:
    """The printed words that answer for an input stand in the evidence of the row it decides."""
    assert words in report.evidence[code]


def test_only_what_follows_from_printed_figures_is_derived(report: Submission) -> None:
    """Five facts are not printed as they are asked for, and say how they follow."""
    derived = ["tthc", "dvctt", "dvctt_muc_4", "ty_le_dvctt_muc_4", "ty_le_dung_han"]

    assert derived == list(report.derived)


@pytest.mark.parametrize(("code", "words"), NEAR)
def test_what_comes_near_a_question_is_kept_and_answers_nothing(
    code: str, words: str, report: Submission, sheet: Scoresheet
) -> None:
    """Other questions' answers, bare figures and pledges stand as evidence of an open row."""
    assert words in report.evidence[code]
    assert Status.MISSING is sheet.line(code).status


def test_every_quoted_row_is_either_answered_or_near(report: Submission) -> None:
    """The two tables hold all the evidence."""
    assert {code for code, _ in (*ANSWERED, *NEAR)} == report.evidence.keys()


def test_the_quotes_are_those_of_the_report_under_its_own_rubric(report: Submission) -> None:
    """Every quoted line ends with an answer of the other example, or is part of one."""
    answers = rubrik.load_submission(EXAMPLES / "huong-xuan-2020.toml").evidence.values()
    lines = {line for quote in report.evidence.values() for line in quote.splitlines()}

    assert set() == {
        line
        for line in lines
        if not any(line.endswith(answer) or line in answer for answer in answers)
    }


def test_the_report_claims_nothing(report: Submission) -> None:
    """It has no points of its own, under this rubric even less than under its own."""
    assert {} == report.claims


@pytest.mark.parametrize(
    ("reading", "option", "code"),
    [
        ("may-tinh-1-1", "cbcc-duoc-trang-bi", "A.I.1.1"),
        ("muc-1-2-35", "chi-muc-1-2", "B.I.35"),
        ("ung-dung-mot-cua-9", "ca-lanh-dao", "B.II.9"),
    ],
)
def test_a_reading_that_asks_for_more_than_is_said_opens_the_row(
    reading: str, option: str, code: str, report: Submission, sheet: Scoresheet
) -> None:
    """No printed share stands in for a fact that another reading asks for."""
    other = rubrik.score(rubrik.load(report.rubric), report, readings={reading: option})

    assert Status.MISSING is other.line(code).status
    assert {code} == {
        line.code
        for line in other.lines
        if line.kind == "criterion" and line.within != sheet.line(line.code).within
    }
