"""The printed rules of An Giang on portals and online services: every edge, worked out by hand."""

from fractions import Fraction

import pytest

from rubrik import Status
from rubrik.scorers import Bounds
from scorers.paper import between, line_of, on_paper

COMPLETENESS = """
input = [ { name = "day_du", kind = "share", label = "Tỉ lệ đầy đủ" } ]
[[node]]
criterion = "III.1.1"
name = "- Thông tin giới thiệu: Thông tin giới thiệu chung"
printed = '''
- Cung cấp đầy đủ: điểm tối đa.
- Không đầy đủ: Giảm điểm theo bước 0,25 theo tỉ lệ đầy đủ
- Không cung cấp: 0 điểm.'''
max = 2
measure = { share = "day_du" }
score = { kind = "stepped", step = "0,25", rounding = "ROUNDING" }
"""


@pytest.mark.parametrize(
    ("rounding", "day_du", "points"),
    [
        ("down", "0%", "0"),
        ("down", "12,49%", "0"),
        ("down", "12,5%", "1/4"),
        ("down", "12,51%", "1/4"),
        ("down", "87,49%", "3/2"),
        ("down", "87,5%", "7/4"),
        ("down", "99,99%", "7/4"),
        ("down", "100%", "2"),
        ("up", "0%", "0"),
        ("up", "0,01%", "1/4"),
        ("up", "12,5%", "1/4"),
        ("up", "12,51%", "1/2"),
        ("up", "87,5%", "7/4"),
        ("up", "87,51%", "2"),
        ("nearest", "6,24%", "0"),
        ("nearest", "6,25%", "1/4"),
        ("nearest", "93,74%", "7/4"),
        ("nearest", "93,75%", "2"),
    ],
)
def test_completeness_counts_in_steps_of_a_quarter(rounding: str, day_du: str, points: str) -> None:
    """An Giang 1B III.1.1: eight steps of 0,25 from nothing to 2, rounded as a reading says."""
    rubric = on_paper(COMPLETENESS.replace("ROUNDING", rounding))

    assert Fraction(points) == line_of(rubric, day_du=day_du).points


def test_completeness_not_reported_is_worth_anything_up_to_the_maximum() -> None:
    """An Giang 1B III.1.1: a missing share leaves 0 to 2 open, and both ends are reached."""
    rubric = on_paper(COMPLETENESS.replace("ROUNDING", "down"))
    line = line_of(rubric)

    assert (Status.MISSING, between(0, 2)) == (line.status, line.within)
    assert Bounds(between(0, 2)) == rubric.under().bounds("III.1.1")


REWARDS = """
[[input]]
name = "muc_rieng"
kind = "flag"
label = "Mục Khen thưởng, Xử phạt riêng"
[[input]]
name = "cap_nhat"
kind = "choice"
label = "Thông tin cập nhật đều"
[input.options]
hang_thang = "hàng tháng"
hai_thang = "hàng 2 tháng"
ba_thang = "hàng 3 tháng"
sau_thang = "hàng 6 tháng"
trong_nam = "trong vòng 12 tháng"
khong = "Không cung cấp/không cập nhật trong vòng 12 tháng"
[[node]]
criterion = "III.3.3"
name = "- Thông tin khen thưởng, xử phạt"
printed = '''
- Có Mục Khen thưởng, Xử phạt riêng: 1 điểm
- Thông tin cập nhật đều hàng tháng (tháng nào cũng có tin) trong vòng 12 tháng: 3 điểm
- Thông tin cập nhật đều hàng 2 tháng trong vòng 12 tháng: 2.5 điểm
- Thông tin cập nhật đều hàng 3 tháng trong vòng 12 tháng: 2 điểm
- Thông tin cập nhật đều hàng 6 tháng trong vòng 12 tháng: 1.5 điểm
- Thông tin cập nhật trong vòng 12 tháng: 1 điểm
- Không cung cấp/không cập nhật trong vòng 12 tháng: 0 điểm.'''
max = 3
capped = CAPPED
[node.score]
kind = "sum"
[[node.score.parts]]
kind = "boolean"
measure = { flag = "muc_rieng" }
yes = 1
[[node.score.parts]]
kind = "choice"
measure = { choice = "cap_nhat" }
[node.score.parts.options]
hang_thang = 3
hai_thang = "2.5"
ba_thang = 2
sau_thang = "1.5"
trong_nam = 1
khong = 0
"""


@pytest.mark.parametrize(
    ("muc_rieng", "cap_nhat", "points", "uncapped"),
    [
        (True, "hang_thang", "3", "4"),
        (True, "hai_thang", "3", "7/2"),
        (True, "ba_thang", "3", "3"),
        (True, "sau_thang", "5/2", "5/2"),
        (True, "trong_nam", "2", "2"),
        (True, "khong", "1", "1"),
        (False, "hang_thang", "3", "3"),
        (False, "hai_thang", "5/2", "5/2"),
        (False, "khong", "0", "0"),
    ],
)
def test_parts_that_exceed_the_printed_maximum_are_cut_at_it(
    muc_rieng: bool, cap_nhat: str, points: str, uncapped: str
) -> None:
    """An Giang 1B III.3.3: 1 + 3 points under a printed maximum of 3; uncapped is a reading."""
    capped = on_paper(REWARDS.replace("CAPPED", "true"))
    open_ended = on_paper(REWARDS.replace("CAPPED", "false"))

    assert Fraction(points) == line_of(capped, muc_rieng=muc_rieng, cap_nhat=cap_nhat).points
    assert Fraction(uncapped) == line_of(open_ended, muc_rieng=muc_rieng, cap_nhat=cap_nhat).points


def test_a_part_at_the_maximum_needs_no_other() -> None:
    """An Giang 1B III.3.3: with news of every month the separate section cannot add anything."""
    rubric = on_paper(REWARDS.replace("CAPPED", "true"))
    full, open_line = line_of(rubric, cap_nhat="hang_thang"), line_of(rubric, cap_nhat="ba_thang")

    assert (Status.SCORED, Fraction(3)) == (full.status, full.points)
    assert (Status.MISSING, between(2, 3)) == (open_line.status, open_line.within)


PROJECTS = on_paper("""
input = [
  { name = "danh_sach", kind = "flag", label = "Danh sách các dự án" },
  { name = "phan_loai", kind = "flag", label = "Phân loại từng hạng mục dự án" },
  { name = "thang", kind = "count", label = "Số tháng từ lần cập nhật cuối" },
]
[[node]]
criterion = "III.7.1"
name = "- Danh sách các dự án đang chuẩn bị đầu tư, đã triển khai, đang triển khai, đã hoàn tất"
printed = '''
- Có phân loại loại từng hạng mục dự án [...]: 0.5 điểm
- Có cập nhật danh sách các dự án trong vòng 12 tháng: 1.5 điểm
- Không cập nhật danh sách dự án trong vòng 12 tháng: 1 điểm
- Không cập nhật danh sách dự án trong vòng 24 tháng: 0.5 điểm
- Không cung cấp: 0 điểm.'''
max = 2
[node.score]
kind = "gated"
when = { measure = { flag = "danh_sach" }, is = true }
[node.score.then]
kind = "sum"
[[node.score.then.parts]]
kind = "boolean"
measure = { flag = "phan_loai" }
yes = "0.5"
[[node.score.then.parts]]
kind = "banded"
measure = { count = "thang" }
bands = [
  { to = 12, points = "1.5" },
  { above = 12, to = 24, points = 1 },
  { above = 24, points = "0.5" },
]
""")


@pytest.mark.parametrize(
    ("phan_loai", "thang", "points"),
    [
        (True, 0, "2"),
        (True, 12, "2"),
        (True, 13, "3/2"),
        (True, 24, "3/2"),
        (True, 25, "1"),
        (False, 12, "3/2"),
        (False, 13, "1"),
        (False, 25, "1/2"),
    ],
)
def test_an_older_list_is_worth_less(phan_loai: bool, thang: int, points: str) -> None:
    """An Giang 1B III.7.1: 1,5, 1 or 0,5 points by the last update, 0,5 more where sorted."""
    line = line_of(PROJECTS, danh_sach=True, phan_loai=phan_loai, thang=thang)

    assert Fraction(points) == line.points


def test_no_list_is_worth_nothing_whatever_else_is_missing() -> None:
    """An Giang 1B III.7.1: a closed gate beats parts that are not reported."""
    closed, half_open, blank = (
        line_of(PROJECTS, danh_sach=False),
        line_of(PROJECTS, danh_sach=True, phan_loai=True),
        line_of(PROJECTS, phan_loai=True, thang=0),
    )

    assert (Status.SCORED, Fraction(0)) == (closed.status, closed.points)
    assert (Status.MISSING, between(1, 2)) == (half_open.status, half_open.within)
    assert (Status.MISSING, between(0, 2)) == (blank.status, blank.within)


DETAILS = on_paper("""
[[input]]
name = "thong_tin"
kind = "choice"
label = "Thông tin của mỗi dự án"
[input.options]
cap_nhat = "được cập nhật trong vòng 12 tháng"
khong_cap_nhat = "không được cập nhật trong vòng 12 tháng"
khong = "Không cung cấp"
[[input]]
name = "thieu"
kind = "count"
label = "Số tiêu chí thiếu"
max = 9
[[node]]
criterion = "III.7.2"
name = "- Mỗi dự án cần có các thông tin"
printed = '''
- Mỗi dự án có đầy đủ thông tin và được cập nhật trong vòng 12 tháng: 3 điểm
- Mỗi dự án có đầy đủ thông tin nhưng không được cập nhật trong vòng 12 tháng: 1.5 điểm
- Không cung cấp: 0 điểm.
* Điểm trừ: thiếu một tiêu chí trừ 0,5 điểm'''
max = 3
[node.score]
kind = "sum"
floor = 0
[[node.score.parts]]
kind = "choice"
measure = { choice = "thong_tin" }
options = { cap_nhat = 3, khong_cap_nhat = "1.5", khong = 0 }
[[node.score.parts]]
kind = "proportional"
measure = { count = "thieu" }
rate = "-0,5"
""")


@pytest.mark.parametrize(
    ("thong_tin", "thieu", "points"),
    [
        ("cap_nhat", 0, "3"),
        ("cap_nhat", 1, "5/2"),
        ("cap_nhat", 5, "1/2"),
        ("cap_nhat", 6, "0"),
        ("cap_nhat", 7, "0"),
        ("khong_cap_nhat", 0, "3/2"),
        ("khong_cap_nhat", 2, "1/2"),
        ("khong_cap_nhat", 3, "0"),
        ("khong_cap_nhat", 4, "0"),
        ("khong", 0, "0"),
        ("khong", 9, "0"),
    ],
)
def test_each_missing_item_takes_half_a_point(thong_tin: str, thieu: int, points: str) -> None:
    """An Giang 1B III.7.2: 3 points minus 0,5 for each missing item, and never below nothing."""
    line = line_of(DETAILS, thong_tin=thong_tin, thieu=thieu)

    assert Fraction(points) == line.points


def test_missing_items_not_counted_leave_everything_down_to_nothing_open() -> None:
    """An Giang 1B III.7.2: without the number of missing items 3 points may be lost, no more."""
    details, number = line_of(DETAILS, thong_tin="cap_nhat"), line_of(DETAILS, thieu=1)

    assert (Status.MISSING, between(0, 3)) == (details.status, details.within)
    assert (Status.MISSING, between(0, "5/2")) == (number.status, number.within)


SERVICES = on_paper("""
input = [
  { name = "dvctt_3_4", kind = "count", label = "Tổng số DVCTT từ mức độ 3 trở lên" },
  { name = "tthc", kind = "count", label = "Tổng số TTHC của cơ quan" },
  { name = "tthc_tinh", kind = "count", label = "Tổng số TTHC của Tỉnh" },
  { name = "bang_3", kind = "table", label = "HSTT", part = "HSTT", whole = "HS", sum = "tong" },
]
[[node]]
criterion = "IV.2"
name = "Dịch vụ công trực tuyến mức độ 3"
printed = '''
Điểm = (Số lượngDVCTT3,4* Điểmmax/DVCTT3) + (Tỷ lệTBHSTT3* Số lượngDVCTT3*ĐiểmmaxHSTT3)
Điểmmax/DVCTT3 = 15/Tổng số TTHC của cơ quan
Tỷ lệTBHSTT3 = (Tổng tỷ lệ HSTT của các DVCTT mức độ 3)/(Số lượng dịch vụ công trực tuyến mức độ 3)
ĐiểmmaxHSTT3 = 50/Tổng số TTHC của Tỉnh'''
max = 60
[node.score]
kind = "sum"
[[node.score.parts]]
kind = "proportional"
measure = { ratio = "dvctt_3_4", of = "tthc" }
rate = 15
[[node.score.parts]]
kind = "proportional"
measure = { ratio = "tong", of = "tthc_tinh" }
rate = 50
""")


@pytest.mark.parametrize(
    ("services", "bang_3", "points"),
    [
        (0, [], "0"),
        (10, [], "3/2"),
        (10, [[5, 10], [3, 4]], "17/8"),
        (10, [[0, 10], [4, 4]], "2"),
        (100, [[1, 1]] * 90, "60"),
        (100, [[1, 1]] * 91, "60"),
        (100, [[1, 1]] * 89, "119/2"),
    ],
)
def test_a_formula_reads_a_table_of_services(
    services: int, bang_3: list[list[int]], points: str
) -> None:
    """An Giang 1B IV.2: the mean ratio times the number of services is the sum of the ratios."""
    line = line_of(SERVICES, dvctt_3_4=services, tthc=100, tthc_tinh=100, bang_3=bang_3)

    assert Fraction(points) == line.points


def test_the_sum_of_the_ratios_may_be_reported_itself() -> None:
    """An Giang 1B IV.2: 1,25 of 100 procedures is 5/8 of a point, as the two services above."""
    line = line_of(SERVICES, dvctt_3_4=10, tthc=100, tthc_tinh=100, tong="1,25")

    assert Fraction(17, 8) == line.points


def test_a_service_without_any_file_leaves_the_sum_undefined() -> None:
    """An Giang 1B IV.2: no word on 0/0 in a row, so the second term may be worth all it can."""
    line = line_of(SERVICES, dvctt_3_4=10, tthc=100, tthc_tinh=100, bang_3=[[0, 0], [3, 4]])

    assert (Status.UNDEFINED, between("3/2", "103/2")) == (line.status, line.within)


def test_no_procedures_are_undefined_and_a_blank_is_missing() -> None:
    """An Giang 1B IV.2: 0/0 procedures leave the first term open, a blank leaves the second."""
    empty = line_of(SERVICES, dvctt_3_4=0, tthc=0, tthc_tinh=100, bang_3=[[5, 10]])
    blank = line_of(SERVICES, dvctt_3_4=10, tthc=100, bang_3=[[5, 10]])

    assert (Status.UNDEFINED, between("1/4", "61/4")) == (empty.status, empty.within)
    assert (Status.MISSING, between("3/2", "103/2")) == (blank.status, blank.within)
