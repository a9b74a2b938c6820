"""The self-assessment of UBND xã Triệu Thành (Thanh Hóa), 19/12/2023, against its own evidence.

The table was transcribed from the publication, and its points worked out by hand from the printed
rule and the printed evidence of each row, without the library.
"""

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

import rubrik
from rubrik import Interval, Scoresheet, Status, Submission, Verdict


class Row(NamedTuple):
    """One printed row: the claim and the evidence, and what the evidence is worth.

    A blank claim is ``""``. The points lie between ``low`` and ``high``, both of them possible.
    """

    code: str
    claimed: str
    evidence: str
    low: str
    high: str
    status: str
    verdict: str | None


# What decides where the evidence says less, or something else, than the claim:
# 1.2   3 + 1 meetings, 4 in all: 3/4 × 20 + 1/2 × 1/4 × 20 = 15 + 5/2.
# 1.3   no column: 0 of 10; nothing on news: 0 to 10.
# 3.4   Min-Max, and the cohort is not known; likewise 3.5, 3.11, 5.4.
# 3.9   Internet at the one-stop desk is not yet public wifi, and no other place is named.
# 4.4   one person was trained; how many were is not said.
# 4.5   "Chưa" answers a share: 0 %, below 70 %.
# 5.3   19 computers, all of them by 3.2.
# 6.1   86 news: 2/5 × 20 = 8; whether the site meets the requirements (12 points) is not said.
# 6.5   not in the villages: the first half is lost; personal devices (5 points) are not mentioned.
# 6.6   two of the three printed platforms: 2 × 1/5 × 20; the one against Covid-19 is not printed.
# 6.7   10/19 × 20.
# 6.10  11/19 × 10.
# 7.4   50 % × 10.
# 7.6   no figure can be read.
# 8.1   90 % × 30.
# 8.2   70 % (or 50 %, if that was meant) is enough for all 30 points.
# 8.3   that there are no sites says nothing of households.
# 8.4   81 % × 50.
ROWS = (
    Row(
        "1.1",
        "20",
        "- Chủ tịch cấp trưởng\n- Phó chủ tịch cấp phó",
        "20",
        "20",
        "scored",
        "consistent",
    ),
    Row(
        "1.2",
        "20",
        "- cấp trưởng chủ trì 3\n- cấp phú chủ trì 1",
        "35/2",
        "35/2",
        "scored",
        "over-claimed",
    ),
    Row("1.3", "20", "Chưa có chuyên mục riêng", "0", "10", "missing", "over-claimed"),
    Row("1.4", "10", "- chưa có chuyên mục riêng", "0", "0", "scored", "over-claimed"),
    Row("1.5", "10", "- 5 lần/ tháng", "10", "10", "scored", "consistent"),
    Row("1.6", "20", "- Đã tổ chức tập huấn", "20", "20", "scored", "consistent"),
    Row("2.1", "20", "- có nghị quyết chuyên đề tháng 11/2023", "20", "20", "scored", "consistent"),
    Row("2.2", "20", "- Có kế hoạch cụ thể của BCH số xã", "20", "20", "scored", "consistent"),
    Row("2.3", "20", "- Có kế hoạch của BCĐ số xã", "20", "20", "scored", "consistent"),
    Row(
        "2.4", "20", "-Đã hương dẫn người dẫn cho doanh nghiệp", "20", "20", "scored", "consistent"
    ),
    Row("2.5", "0", "-Chưa ban hành", "0", "0", "scored", "consistent"),
    Row(
        "3.1", "5", "- 19/19 CBCC có may tính\n- Tổng số 19 CBCC.", "5", "5", "scored", "consistent"
    ),
    Row(
        "3.2",
        "5",
        "- 19/19 kết nối Internet.\n- Tổng 19 máy tinh.",
        "5",
        "5",
        "scored",
        "consistent",
    ),
    Row("3.3", "10", "-Đã kết nối", "10", "10", "scored", "consistent"),
    Row(
        "3.4",
        "10",
        "- có 50% dân số sử dung điện thoại thông minh",
        "0",
        "10",
        "undefined",
        "not verifiable",
    ),
    Row(
        "3.5", "5", "- có 50% hộ dân đã kết nối Intrnet.", "0", "10", "undefined", "not verifiable"
    ),
    Row("3.6", "0", "- Chưa phủ tối đa.", "0", "0", "scored", "consistent"),
    Row("3.7", "10", "-", "0", "10", "missing", "not verifiable"),
    Row("3.8", "0", "- Chưa lắp đặt", "0", "0", "scored", "consistent"),
    Row("3.9", "10", "- Bộ phận 1 cửa đã có Intrnet.", "0", "10", "missing", "not verifiable"),
    Row("3.10", "10", "-Chưa triển khai", "0", "0", "scored", "over-claimed"),
    Row("3.11", "", "- Chưa chi NS", "0", "10", "undefined", None),
    Row("4.1", "20", "-Đã có BCĐ chuyển đổi số xã", "20", "20", "scored", "consistent"),
    Row("4.2", "20", "-10/10 thôn có tổ công nghệ số", "20", "20", "scored", "consistent"),
    Row("4.3", "20", "CC kiêm nhiệm", "20", "20", "scored", "consistent"),
    Row(
        "4.4", "20", "Có chủ tịch trưởng ban được tập huấn", "0", "20", "missing", "not verifiable"
    ),
    Row("4.5", "20", "- Chưa.", "0", "0", "scored", "over-claimed"),
    Row("5.1", "", "- Chưa phát hiện", "0", "0", "scored", None),
    Row("5.2", "20", "-", "0", "20", "missing", "not verifiable"),
    Row(
        "5.3",
        "40",
        "-19 máy tính được cài đặt phần mềm diệt vius",
        "40",
        "40",
        "scored",
        "consistent",
    ),
    Row("5.4", "10", "- 9 triệu đông/năm", "0", "20", "undefined", "not verifiable"),
    Row("6.1", "20", "- 86 tin bài / năm", "8", "20", "missing", "not verifiable"),
    Row("6.2", "10", "- 100%", "10", "10", "scored", "consistent"),
    Row("6.3", "30", "-100%", "30", "30", "scored", "consistent"),
    Row("6.4", "10", "-100%", "10", "10", "scored", "consistent"),
    Row("6.5", "0", "- Chưa triển khai đến thôn, bản", "0", "5", "missing", "not verifiable"),
    Row(
        "6.6",
        "20",
        "Triển khai phần mềm ứng dụng phòng chống covid-19. "
        "Smart Thanh hóa, ứng dụng phản hồi người dân",
        "8",
        "8",
        "scored",
        "over-claimed",
    ),
    Row(
        "6.7", "20", "- 10 CBCC.\n- Tổng số 19 CBCC.", "200/19", "200/19", "scored", "over-claimed"
    ),
    Row("6.8", "20", "-Toàn bộ văn bản đến đi", "20", "20", "scored", "consistent"),
    Row("6.9", "10", "-2 CBLĐ\n-2 CBLĐ cấp chứng thư số", "10", "10", "scored", "consistent"),
    Row(
        "6.10",
        "10",
        "- Được cấp chứng thư số11 CBCC\n- 19 CBBCC",
        "110/19",
        "110/19",
        "scored",
        "over-claimed",
    ),
    Row("6.11", "10", "a- 100%\nb- 100%", "10", "10", "scored", "consistent"),
    Row("6.12", "10", "a- 100%\nb- 100%", "10", "10", "scored", "consistent"),
    Row("6.13", "10", "", "0", "10", "missing", "not verifiable"),
    Row("7.1", "10", "", "0", "20", "missing", "not verifiable"),
    Row("7.2", "10", "", "0", "10", "missing", "not verifiable"),
    Row("7.3", "10", "", "0", "10", "missing", "not verifiable"),
    Row("7.4", "10", "- 50% DN nộp thế điện tử", "5", "5", "scored", "over-claimed"),
    Row("7.5", "20", "- có", "20", "20", "scored", "consistent"),
    Row("7.6", "20", "- %) % DN", "0", "40", "missing", "not verifiable"),
    Row("7.7", "0", "- Chưa có", "0", "0", "scored", "consistent"),
    Row(
        "8.1", "30", "- 90 % người dân có tài khoản định danh", "27", "27", "scored", "over-claimed"
    ),
    Row("8.2", "20", "- có 70 %)% giao dịch TK NH", "30", "30", "scored", "under-claimed"),
    Row("8.3", "0", "- Không có khu di tích", "0", "10", "missing", "not verifiable"),
    Row("8.4", "50", "81%", "81/2", "81/2", "scored", "over-claimed"),
    Row("8.5", "", "Chưa có", "0", "0", "scored", None),
)
CODES = [row.code for row in ROWS]

GROUPS = (
    Row("1", "100", "", "135/2", "155/2", "missing", "over-claimed"),
    Row("2", "80", "", "80", "80", "scored", "consistent"),
    Row("3", "65", "", "20", "70", "missing", "not verifiable"),
    Row("4", "100", "", "60", "80", "missing", "over-claimed"),
    Row("5", "70", "", "40", "80", "missing", "not verifiable"),
    Row("6", "180", "", "2514/19", "3027/19", "missing", "over-claimed"),
    Row("7", "80", "", "25", "105", "missing", "not verifiable"),
    Row("8", "100", "", "195/2", "215/2", "missing", "not verifiable"),
    Row("I", "415", "", "535/2", "775/2", "missing", "over-claimed"),
    Row("II", "360", "", "9683/38", "14129/38", "missing", "not verifiable"),
)


@pytest.fixture(scope="module")
def report() -> Submission:
    """The report as the project's example has it."""
    return rubrik.load_submission(Path(__file__).parents[2] / "examples" / "trieu-thanh-2023.toml")


@pytest.fixture(scope="module")
def sheet(report: Submission) -> Scoresheet:
    """The report scored as the rubric is read by default."""
    return rubrik.score(rubrik.load(report.rubric), report)


def test_the_example_claims_what_the_commune_claimed(report: Submission) -> None:
    """The claims of the example are those of the print, row by row; blank cells have none."""
    published = {row.code: Fraction(row.claimed) for row in ROWS if row.claimed}

    assert published == report.claims


def test_the_example_quotes_the_evidence_as_printed(report: Submission) -> None:
    """The evidence of the example is that of the print, to the letter; blank cells have none."""
    published = {row.code: row.evidence for row in ROWS if row.evidence}

    assert published == report.evidence


def test_the_claims_add_up_to_the_printed_total(sheet: Scoresheet) -> None:
    """The claimed column adds to the "Tổng số: 775 điểm" printed under it."""
    assert Fraction(775) == sheet.claimed


def test_the_table_holds_every_criterion(sheet: Scoresheet) -> None:
    """All 56 rows of the print are lines of the sheet, in the printed order."""
    assert CODES == [line.code for line in sheet.lines if line.kind == "criterion"]


@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_a_row_is_worth_what_its_evidence_supports(row: Row, sheet: Scoresheet) -> None:
    """Points, or the interval left open, follow from the printed rule and evidence."""
    line = sheet.line(row.code)

    assert Interval(Fraction(row.low), Fraction(row.high)) == line.within
    assert Status(row.status) is line.status


@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_a_claim_has_the_verdict_its_evidence_deserves(row: Row, sheet: Scoresheet) -> None:
    """A claim is judged against what its evidence supports; a blank one is not judged at all."""
    verdict = None if row.verdict is None else Verdict(row.verdict)

    assert verdict is sheet.line(row.code).verdict


@pytest.mark.parametrize("group", GROUPS, ids=[group.code for group in GROUPS])
def test_a_group_is_worth_the_sum_of_its_rows(group: Row, sheet: Scoresheet) -> None:
    """A group's claim, interval, status and verdict are those of its rows together."""
    line = sheet.line(group.code)

    assert Fraction(group.claimed) == line.claimed
    assert Interval(Fraction(group.low), Fraction(group.high)) == line.within
    assert Status(group.status) is line.status
    assert group.verdict == line.verdict


def test_no_completion_of_the_evidence_reaches_the_claimed_total(sheet: Scoresheet) -> None:
    """The evidence supports 522,3… points, and whatever was left out at most 759,3… of the 775."""
    assert Interval(Fraction(9924, 19), Fraction(14427, 19)) == sheet.within
