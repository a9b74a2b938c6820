"""The printed rules of Thanh Hóa that the model was made for: every edge, worked out by hand."""

from fractions import Fraction

import pytest

from rubrik import CohortBounds, Status, SubmissionError
from rubrik.scorers import Bounds
from scorers.paper import between, line_of, on_paper

MEETINGS = on_paper("""
constraints = ["truong + pho <= tong"]
input = [
  { name = "truong", kind = "count", label = "Số cuộc họp có cấp Trưởng chủ trì" },
  { name = "pho", kind = "count", label = "Số cuộc họp do cấp Phó chủ trì" },
  { name = "tong", kind = "count", label = "Tổng số cuộc họp chuyển đổi số của cấp xã" },
]
[[node]]
criterion = "1.2"
name = "Bí thư/Chủ tịch cấp xã chủ trì các cuộc họp về chuyển đổi số của xã, phường, thị trấn"
printed = "- Điểm = a/c*Điểm tối đa + 1/2*b/c*Điểm tối đa."
max = 20
measure = { ratio = { truong = 1, pho = "1/2" }, of = "tong" }
score = { kind = "proportional", rate = "max" }
""")


@pytest.mark.parametrize(
    ("truong", "pho", "tong", "points"),
    [
        (0, 0, 4, "0"),
        (0, 4, 4, "10"),
        (4, 0, 4, "20"),
        (3, 1, 4, "35/2"),
        (1, 1, 3, "10"),
        (2, 0, 3, "40/3"),
    ],
)
def test_two_shares_of_the_same_meetings_add(truong: int, pho: int, tong: int, points: str) -> None:
    """Thanh Hóa 1.2: a meeting chaired by the deputy counts half of one chaired by the head."""
    line = line_of(MEETINGS, truong=truong, pho=pho, tong=tong)

    assert Fraction(points) == line.points


def test_no_meetings_at_all_are_undefined() -> None:
    """Thanh Hóa 1.2: the print does not say what shares of no meetings are worth."""
    line = line_of(MEETINGS, truong=0, pho=0, tong=0)

    assert Status.UNDEFINED is line.status
    assert between(0, 20) == line.within


def test_meetings_without_their_total_are_at_least_their_parts() -> None:
    """Thanh Hóa 1.2: with 3 + 1 known the total is 4 or more, so 35/2 points are the most."""
    line = line_of(MEETINGS, truong=3, pho=1)

    assert Status.MISSING is line.status
    assert between(0, "35/2") == line.within


def test_more_meetings_chaired_than_held_are_refused() -> None:
    """Thanh Hóa 1.2: 3 + 2 of 4 meetings cannot be."""
    with pytest.raises(SubmissionError):
        line_of(MEETINGS, truong=3, pho=2, tong=4)


def test_two_shares_of_the_same_meetings_reach_the_maximum_and_no_more() -> None:
    """Thanh Hóa 1.2: said as one weighted ratio, the bounds are exact."""
    assert Bounds(between(0, 20)) == MEETINGS.under().bounds("1.2")


COLUMN = on_paper("""
[[input]]
name = "chuyen_muc"
kind = "choice"
label = "Chuyên mục"
options = { rieng = "Có chuyên mục riêng", lien_ket = "Liên kết", chua_co = "Chưa có" }
[[input]]
name = "tin_bai"
kind = "count"
label = "Số lượng tin, bài về Chuyển đổi số trong năm"
[[node]]
criterion = "1.3"
name = "Trang thông tin điện tử của xã, phường, thị trấn có chuyên mục riêng về Chuyển đổi số."
printed = '''
- Chuyên mục:
+ Có chuyên mục riêng: 1/2*Điểm tối đa.
+ Liên kết về Chuyên trang chuyển đổi số của tỉnh: 1/4*Điểm tối đa.
+ Chưa có chuyên mục riêng: 0 điểm
- Số lượng tin, bài về Chuyển đổi số trong năm:
+ Từ 12 tin, bài trở lên: 1/2*Điểm tối đa;
+ Từ 6 đến 11 tin, bài: 1/4*Điểm tối đa;
+ Dưới 6 tin, bài: Không có điểm'''
max = 20
[node.score]
kind = "sum"
[[node.score.parts]]
kind = "choice"
measure = { choice = "chuyen_muc" }
options = { rieng = "1/2 max", lien_ket = "1/4 max", chua_co = 0 }
[[node.score.parts]]
kind = "banded"
measure = { count = "tin_bai" }
bands = [
  { from = 12, points = "1/2 max" },
  { from = 6, to = 11, points = "1/4 max" },
  { below = 6, points = 0 },
]
""")


@pytest.mark.parametrize(
    ("chuyen_muc", "tin_bai", "points"),
    [
        ("rieng", 13, 20),
        ("rieng", 12, 20),
        ("rieng", 11, 15),
        ("rieng", 7, 15),
        ("rieng", 6, 15),
        ("rieng", 5, 10),
        ("rieng", 0, 10),
        ("lien_ket", 12, 15),
        ("lien_ket", 5, 5),
        ("chua_co", 12, 10),
        ("chua_co", 5, 0),
    ],
)
def test_two_halves_read_different_things(chuyen_muc: str, tin_bai: int, points: int) -> None:
    """Thanh Hóa 1.3: half of the maximum for the column, half for the number of news."""
    line = line_of(COLUMN, chuyen_muc=chuyen_muc, tin_bai=tin_bai)

    assert Fraction(points) == line.points


def test_one_missing_half_leaves_that_half_open() -> None:
    """Thanh Hóa 1.3: what is known of the other half still counts."""
    without_news = line_of(COLUMN, chuyen_muc="chua_co")
    without_column = line_of(COLUMN, tin_bai=12)

    assert (Status.MISSING, between(0, 10)) == (without_news.status, without_news.within)
    assert (Status.MISSING, between(10, 20)) == (without_column.status, without_column.within)


SITE = on_paper("""
input = [
  { name = "dap_ung", kind = "flag", label = "Đáp ứng yêu cầu" },
  { name = "tin_bai", kind = "count", label = "Cập nhật tin bài" },
]
[[node]]
criterion = "6.1"
name = "Trang thông tin điện tử đáp ứng yêu cầu chức năng, tính năng kỹ thuật theo quy định."
printed = '''
- Đáp ứng yêu cầu chức năng, tính năng kỹ thuật theo quy định: 3/5*Điểm tối đa.
- Cập nhật tin bài:
+ Từ 48 tin, bài/ năm trở lên: 2/5*Điểm tối đa.
+ Từ 12 đến 47 tin, bài/ năm: 1/5*Điểm tối đa.
+ Dưới 12 tin, bài/ năm: 0 điểm.'''
max = 20
[node.score]
kind = "sum"
[[node.score.parts]]
kind = "boolean"
measure = { flag = "dap_ung" }
yes = "3/5 max"
[[node.score.parts]]
kind = "banded"
measure = { count = "tin_bai" }
bands = [
  { from = 48, points = "2/5 max" },
  { from = 12, to = 47, points = "1/5 max" },
  { below = 12, points = 0 },
]
""")


@pytest.mark.parametrize(
    ("dap_ung", "tin_bai", "points"),
    [
        (True, 49, 20),
        (True, 48, 20),
        (True, 47, 16),
        (True, 13, 16),
        (True, 12, 16),
        (True, 11, 12),
        (False, 48, 8),
        (False, 12, 4),
        (False, 11, 0),
    ],
)
def test_three_fifths_and_two_fifths_add(dap_ung: bool, tin_bai: int, points: int) -> None:
    """Thanh Hóa 6.1: 3/5 of the maximum for the requirements, up to 2/5 for the news of a year."""
    line = line_of(SITE, dap_ung=dap_ung, tin_bai=tin_bai)

    assert Fraction(points) == line.points


def test_news_alone_leave_the_requirements_open() -> None:
    """Thanh Hóa 6.1: 86 news are worth 8 points whatever the site meets."""
    line = line_of(SITE, tin_bai=86)

    assert (Status.MISSING, between(8, 20)) == (line.status, line.within)


WIFI = on_paper("""
input = [
  { name = "mot_cua", kind = "flag", label = "Wifi tại Bộ phận một cửa" },
  { name = "diem_khac", kind = "count", label = "Điểm công cộng khác có wifi" },
]
[[node]]
criterion = "3.9"
name = "Triển khai các hệ thống wifi công cộng min phí"
printed = '''
- Có hệ thống wifi công cộng mi n phí tại Bộ phận một cửa UBND xã: 1/2 *Điểm tối đa.
- Mỗi điểm công cộng có hệ thống wifi mi n phí khác được tính 1 điểm (Tối đa 5 điểm).'''
max = 10
[node.score]
kind = "sum"
[[node.score.parts]]
kind = "boolean"
measure = { flag = "mot_cua" }
yes = "1/2 max"
[[node.score.parts]]
kind = "capped"
at = 5
part = { kind = "proportional", rate = 1, measure = { count = "diem_khac" } }
""")


@pytest.mark.parametrize(
    ("mot_cua", "diem_khac", "points"),
    [
        (True, 0, 5),
        (True, 1, 6),
        (True, 4, 9),
        (True, 5, 10),
        (True, 6, 10),
        (False, 0, 0),
        (False, 5, 5),
        (False, 6, 5),
    ],
)
def test_places_count_one_point_each_up_to_a_cap(
    mot_cua: bool, diem_khac: int, points: int
) -> None:
    """Thanh Hóa 3.9: half for the one-stop desk, one point for each other place up to five."""
    line = line_of(WIFI, mot_cua=mot_cua, diem_khac=diem_khac)

    assert Fraction(points) == line.points


def test_places_not_counted_are_worth_up_to_the_cap() -> None:
    """Thanh Hóa 3.9: the desk is worth 5, the other places not reported between 0 and 5."""
    line = line_of(WIFI, mot_cua=True)

    assert (Status.MISSING, between(5, 10)) == (line.status, line.within)


PLATFORMS = on_paper("""
[[input]]
name = "nen_tang"
kind = "items"
label = "Nền tảng"
[input.options]
ho_so = "Hồ sơ sức khỏe điện tử."
smart = "Ứng dụng Smart Thanh Hóa."
phan_hoi = "Ứng dụng Phản hồi Thanh Hóa."
[[node]]
criterion = "6.6"
name = "Triển khai các nền tảng công nghệ, ứng dụng phòng, chống dịch"
printed = "- Mỗi nền tảng sau được triển khai được 1/5 số điểm tối đa."
max = 20
measure = { items = "nen_tang" }
score = { kind = "capped", part = { kind = "proportional", rate = "1/5 max" } }
""")


@pytest.mark.parametrize(
    ("nen_tang", "points"),
    [([], 0), (["smart"], 4), (["smart", "phan_hoi"], 8), (["ho_so", "smart", "phan_hoi"], 12)],
)
def test_each_platform_gives_a_fifth(nen_tang: list[str], points: int) -> None:
    """Thanh Hóa 6.6: a fifth for each platform of a list."""
    line = line_of(PLATFORMS, nen_tang=nen_tang)

    assert Fraction(points) == line.points


def test_three_platforms_at_a_fifth_never_reach_the_maximum() -> None:
    """Thanh Hóa 6.6: the print lists three platforms, so 12 of the 20 points are the most."""
    line = line_of(PLATFORMS)

    assert Bounds(between(0, 12)) == PLATFORMS.under().bounds("6.6")
    assert (Status.MISSING, between(0, 12)) == (line.status, line.within)


INCIDENTS = on_paper("""
input = [
  { name = "su_co", kind = "count", label = "Số lượng sự cố tự phát hiện tại đơn vị." },
]
[[node]]
criterion = "5.1"
name = "Số lượng sự cố tự phát hiện tại đơn vị."
printed = '''
Tính điểm theo phương pháp Min-Max, dựa vào đơn vị nào tự phát hiện nhiều sự cố nhất thì điểm tối
đa và giảm dần. Không tự phát hiện không có điểm.'''
max = 20
measure = { count = "su_co" }
[node.score]
kind = "gated"
when = { measure = { count = "su_co" }, above = 0 }
then = { kind = "min_max_normalized", constant = "full" }
""")


@pytest.mark.parametrize(
    ("su_co", "low", "high", "points"),
    [
        (0, 0, 10, "0"),
        (1, 0, 10, "2"),
        (9, 0, 10, "18"),
        (10, 0, 10, "20"),
        (2, 2, 8, "0"),
        (4, 2, 8, "20/3"),
        (8, 2, 8, "20"),
        (3, 3, 3, "20"),
        (0, 0, 0, "0"),
    ],
)
def test_incidents_are_normalised_over_the_cohort(
    su_co: int, low: int, high: int, points: str
) -> None:
    """Thanh Hóa 5.1: from none at the least of the cohort to all at the most; none for none."""
    line = line_of(INCIDENTS, CohortBounds(low, high), su_co=su_co)

    assert Fraction(points) == line.points


def test_no_incident_detected_gives_no_points_whatever_the_cohort() -> None:
    """Thanh Hóa 5.1: zero detected needs no cohort; any other number does; a blank is missing."""
    none, some, blank = (
        line_of(INCIDENTS, su_co=0),
        line_of(INCIDENTS, su_co=3),
        line_of(INCIDENTS),
    )

    assert (Status.SCORED, between(0, 0)) == (none.status, none.within)
    assert (Status.UNDEFINED, between(0, 20)) == (some.status, some.within)
    assert (Status.MISSING, between(0, 20)) == (blank.status, blank.within)


VIDEO = on_paper("""
input = [
  { name = "trien_khai", kind = "flag", label = "Đã triển khai" },
  { name = "thiet_bi", kind = "flag", label = "Đã triển khai đến từng thiết bị cá nhân" },
]
[[node]]
criterion = "6.5"
name = "Triển khai nền tảng họp trực tuyến tại UBND xã; thôn, xóm, tổ dân phố"
printed = '''
- Đã triển khai: 1/2*Điểm tối đa;
- Đã triển khai đến từng thiết bị cá nhân: 1/2*Điểm tối đa;
- Chưa triển khai: 0 điểm'''
max = 10
[node.score]
kind = "sum"
parts = [
  { kind = "boolean", measure = { flag = "trien_khai" }, yes = "1/2 max" },
  { kind = "boolean", measure = { flag = "thiet_bi" }, yes = "1/2 max" },
]
""")


@pytest.mark.parametrize(
    ("trien_khai", "thiet_bi", "points"),
    [(True, True, 10), (True, False, 5), (False, True, 5), (False, False, 0)],
)
def test_two_flags_give_half_each(trien_khai: bool, thiet_bi: bool, points: int) -> None:
    """Thanh Hóa 6.5: half for deploying, half for reaching every personal device."""
    line = line_of(VIDEO, trien_khai=trien_khai, thiet_bi=thiet_bi)

    assert Fraction(points) == line.points


def test_a_flag_not_answered_leaves_its_half_open() -> None:
    """Thanh Hóa 6.5: deployed, and nothing said of devices, is worth 5 to 10."""
    line = line_of(VIDEO, trien_khai=True)

    assert (Status.MISSING, between(5, 10)) == (line.status, line.within)
