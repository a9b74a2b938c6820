"""The printed rules of An Giang and Đồng Nai that the model was made for: every edge, by hand."""

from fractions import Fraction

import pytest

from rubrik import Status
from rubrik.scorers import Bounds, Curve, Jump
from scorers.paper import between, line_of, on_paper, sheet_of

DOCUMENTS = on_paper("""
input = [
  { name = "dien_tu", kind = "count", label = "Số văn bản điện tử" },
  { name = "van_ban", kind = "count", label = "Tổng số văn bản phát hành" },
  { name = "ty_le", kind = "share", label = "Tỷ lệ" },
]
[[node]]
criterion = "2"
name = "Tỷ lệ trao đổi văn bản điện tử giữa đơn vị và các cơ quan hành chính khác"
printed = '''
- Đạt từ 98% trở lên văn bản hoàn toàn điện tử [...] thì tính theo công thức: [số văn bản điện tử]
x 3/[Tổng số văn bản phát hành]
- Đạt dưới 98% văn bản hoàn toàn điện tử [...]: 0 điểm'''
max = 3
measure = { ratio = "dien_tu", of = "van_ban", stated = "ty_le" }
[node.score]
kind = "banded"
bands = [
  { from = "98%", score = { kind = "proportional", rate = 3 } },
  { below = "98%", points = 0 },
]
""")


@pytest.mark.parametrize(
    ("dien_tu", "van_ban", "points"),
    [
        (0, 1000, "0"),
        (979, 1000, "0"),
        (980, 1000, "147/50"),
        (981, 1000, "2943/1000"),
        (1000, 1000, "3"),
    ],
)
def test_a_formula_applies_from_a_threshold_on(dien_tu: int, van_ban: int, points: str) -> None:
    """Đồng Nai 2: three times the ratio from 98 % on, nothing below."""
    line = line_of(DOCUMENTS, dien_tu=dien_tu, van_ban=van_ban)

    assert Fraction(points) == line.points


@pytest.mark.parametrize(
    ("ty_le", "points"), [("97,99%", "0"), ("98%", "147/50"), ("98,01%", "29403/10000")]
)
def test_a_stated_share_is_read_by_the_same_formula(ty_le: str, points: str) -> None:
    """Đồng Nai 2: a reported percentage stands for the two counts."""
    assert Fraction(points) == line_of(DOCUMENTS, ty_le=ty_le).points


def test_no_documents_at_all_are_undefined_and_a_blank_is_missing() -> None:
    """Đồng Nai 2: 0/0 is undefined, a count not reported is missing; both may be worth 0 to 3."""
    empty, blank = line_of(DOCUMENTS, dien_tu=0, van_ban=0), line_of(DOCUMENTS, dien_tu=990)

    assert (Status.UNDEFINED, between(0, 3)) == (empty.status, empty.within)
    assert (Status.MISSING, between(0, 3)) == (blank.status, blank.within)


GROWTH = on_paper("""
input = [
  { name = "nay", kind = "count", label = "Số hồ sơ trực tuyến năm đánh giá" },
  { name = "truoc", kind = "count", label = "Số hồ sơ trực tuyến năm trước" },
  { name = "ty_le", kind = "share", label = "Tỷ lệ hồ sơ trực tuyến" },
]
[[node]]
criterion = "6.3"
name = "Tỷ lệ % tăng hồ sơ trực tuyến mức 3, 4 so với năm trước"
printed = '''
- Nếu tăng từ 20% trở lên: 1 điểm
- Nếu tăng từ 5% đến dưới 20%, đánh giá theo công thức: Tỉ lệ tăng hồ sơ trực tuyến x 1 điểm / 20%
- Nếu tăng dưới 5%: 0 điểm
* Trường hợp địa phương đạt trên 80% hồ sơ trực tuyến, đánh giá: 1 điểm'''
max = 1
[node.score]
kind = "best_of"
[[node.score.parts]]
kind = "banded"
measure = { growth = "nay", since = "truoc" }
bands = [
  { from = "20%", points = 1 },
  { from = "5%", below = "20%", score = { kind = "proportional", rate = 1, full_from = "20%" } },
  { below = "5%", points = 0 },
]
[[node.score.parts]]
kind = "banded"
measure = { share = "ty_le" }
bands = [ { above = "80%", points = 1 }, { to = "80%", points = 0 } ]
""")


@pytest.mark.parametrize(
    ("nay", "truoc", "ty_le", "points"),
    [
        (0, 100, "0%", "0"),
        (100, 100, "0%", "0"),
        (1049, 1000, "0%", "0"),
        (1050, 1000, "0%", "1/4"),
        (1051, 1000, "0%", "51/200"),
        (1199, 1000, "0%", "199/200"),
        (1200, 1000, "0%", "1"),
        (1201, 1000, "0%", "1"),
        (100, 100, "80%", "0"),
        (100, 100, "80,01%", "1"),
        (1050, 1000, "79,99%", "1/4"),
    ],
)
def test_growth_counts_unless_the_share_is_high(
    nay: int, truoc: int, ty_le: str, points: str
) -> None:
    """Đồng Nai 6.3: a point from 20 % growth, or over 80 % online; in proportion from 5 %."""
    line = line_of(GROWTH, nay=nay, truoc=truoc, ty_le=ty_le)

    assert Fraction(points) == line.points


def test_growth_from_nothing_is_undefined_unless_the_share_is_high() -> None:
    """Đồng Nai 6.3: a best-of with one part undefined and the other at the maximum is scored."""
    low, high = (
        line_of(GROWTH, nay=5, truoc=0, ty_le="80%"),
        line_of(GROWTH, nay=5, truoc=0, ty_le="81%"),
    )

    assert (Status.UNDEFINED, between(0, 1)) == (low.status, low.within)
    assert (Status.SCORED, Fraction(1)) == (high.status, high.points)


def test_growth_without_the_share_is_at_least_its_own_points() -> None:
    """Đồng Nai 6.3: 10 % growth is worth half a point, and one where the share is over 80 %."""
    some, enough = line_of(GROWTH, nay=110, truoc=100), line_of(GROWTH, nay=120, truoc=100)

    assert (Status.MISSING, between("1/2", 1)) == (some.status, some.within)
    assert (Status.SCORED, Fraction(1)) == (enough.status, enough.points)


SERVER_ROOM = on_paper("""
[[input]]
name = "phong"
kind = "flag"
label = "Phòng máy chủ"
[[input]]
name = "an_toan"
kind = "items"
label = "Hệ thống đảm bảo an toàn, an ninh"
[input.options]
ids = "Hệ thống phát hiện xâm nhập (IDS)"
ips = "Hệ thống bảo vệ xâm nhập (IPS)"
tuong_lua = "Hệ thống tường lửa (Firewall)"
virut = "Hệ thống ngăn chặn virut (Antivirus)"
thu_rac = "Hệ thống chặn thư rác (Spam blockers)"
chay_no = "Hệ thống an toàn báo cháy, nổ"
chong_set = "Hệ thống an toàn chống sét"
[[input]]
name = "an_toan_khac"
kind = "count"
label = "Hệ thống khác (nêu rõ)"
[[node]]
criterion = "I.6"
name = "Phòng máy chủ"
printed = '''
- Có Phòng máy chủ: 10 điểm
- Triển khai các hệ thống đảm bảo an toàn, an ninh: 9 điểm
(Triển khai mỗi hệ thống an toàn, an ninh: 1 điểm; mỗi hệ thống khai báo thêm: 0,5 điểm, tổng điểm
cho các hệ thống khai báo thêm không quá 2 điểm)'''
max = 25
[node.score]
kind = "sum"
[[node.score.parts]]
kind = "boolean"
measure = { flag = "phong" }
yes = 10
[[node.score.parts]]
kind = "proportional"
measure = { items = "an_toan" }
rate = 1
[[node.score.parts]]
kind = "capped"
at = 2
part = { kind = "proportional", measure = { count = "an_toan_khac" }, rate = "0,5" }
""")


@pytest.mark.parametrize(
    ("phong", "an_toan", "khac", "points"),
    [
        (False, [], 0, "0"),
        (True, [], 0, "10"),
        (True, ["ids"], 0, "11"),
        (True, ["ids", "ips"], 1, "25/2"),
        (True, [], 3, "23/2"),
        (True, [], 4, "12"),
        (True, [], 5, "12"),
        (False, ["tuong_lua"], 9, "3"),
    ],
)
def test_a_room_its_systems_and_capped_extras_add(
    phong: bool, an_toan: list[str], khac: int, points: str
) -> None:
    """An Giang 1B I.6: 10 for the room, 1 for each system, 0,5 for each further one up to 2."""
    line = line_of(SERVER_ROOM, phong=phong, an_toan=an_toan, an_toan_khac=khac)

    assert Fraction(points) == line.points


def test_all_systems_and_extras_make_the_printed_nine_points() -> None:
    """An Giang 1B I.6: 7 printed systems and 2 points of extras beside the room: 10 + 9."""
    assert Bounds(between(0, 19)) == SERVER_ROOM.under().bounds("I.6")


def test_extras_not_reported_are_worth_up_to_their_cap() -> None:
    """An Giang 1B I.6: room and one system known, the extras may add 0 to 2."""
    line = line_of(SERVER_ROOM, phong=True, an_toan=["ids"])

    assert (Status.MISSING, between(11, 13)) == (line.status, line.within)


PAPER_TOO = on_paper("""
input = [
  { name = "song_song", kind = "count", label = "Văn bản điện tử song song văn bản giấy" },
  { name = "van_ban", kind = "count", label = "Văn bản trao đổi" },
]
[[node]]
criterion = "II.2.1c"
name = "Tỷ lệ văn bản trao đổi dưới dạng điện tử và song song với văn bản giấy"
printed = '''
- 20% trở xuống đạt điểm tối đa
- >20% tính theo công thức:
Điểm = 8 – (Tỷ lệ x Điểm tối đa)'''
max = 8
measure = { ratio = "song_song", of = "van_ban" }
[node.score]
kind = "banded"
bands = [
  { to = "20%", points = "max" },
  { above = "20%", score = { kind = "proportional", start = 8, rate = "-max" } },
]
""")


@pytest.mark.parametrize(
    ("song_song", "points"),
    [(0, "8"), (19, "8"), (20, "8"), (21, "158/25"), (50, "4"), (99, "2/25"), (100, "0")],
)
def test_a_falling_line_begins_above_a_threshold(song_song: int, points: str) -> None:
    """An Giang 1B II.2.1c: 8 points up to 20 %, above it 8 − 8 × ratio."""
    assert Fraction(points) == line_of(PAPER_TOO, song_song=song_song, van_ban=100).points


def test_the_falling_line_jumps_where_it_begins() -> None:
    """An Giang 1B II.2.1c: just above 20 % the points leap from 8 to 32/5, and never rise."""
    form = PAPER_TOO.under().forms["II.2.1c"]
    assert isinstance(form, Curve)
    at = Fraction(1, 5)

    assert (Jump(at, Fraction(8), Fraction(8), Fraction(32, 5)),) == form.pieces.jumps()
    assert form.pieces.trend == "falling"


def test_no_exchanged_documents_are_undefined_and_a_blank_is_missing() -> None:
    """An Giang 1B II.2.1c: 0/0 is undefined; a total not reported is missing."""
    empty, blank = line_of(PAPER_TOO, song_song=0, van_ban=0), line_of(PAPER_TOO, song_song=5)

    assert (Status.UNDEFINED, between(0, 8)) == (empty.status, empty.within)
    assert (Status.MISSING, between(0, 8)) == (blank.status, blank.within)


STAFF = on_paper("""
input = [
  { name = "luot", kind = "count", label = "Số lượt tập huấn nâng cao kỹ năng CNTT" },
  { name = "cbcc", kind = "count", label = "CBCC cấp xã" },
]
[[node]]
criterion = "A.II.23"
name = "Số lượt tập huấn nâng cao kỹ năng CNTT cho cán bộ công chức cấp xã trong năm"
printed = '''
>= 10% CBCC cấp xã
10
< 10% CBCC cấp xã
0'''
max = 10
measure = { ratio = "luot", of = "cbcc", above_one = true }
[node.score]
kind = "banded"
bands = [ { from = "10%", points = 10 }, { below = "10%", points = 0 } ]
""")


@pytest.mark.parametrize(
    ("luot", "cbcc", "points"), [(0, 19, 0), (1, 11, 0), (1, 10, 10), (2, 19, 10), (48, 28, 10)]
)
def test_a_count_is_measured_against_the_staff(luot: int, cbcc: int, points: int) -> None:
    """An Giang 3B A.II.23: attendances of 10 % of the staff or more, also of more than all."""
    assert Fraction(points) == line_of(STAFF, luot=luot, cbcc=cbcc).points


def test_attendances_of_no_staff_are_undefined_and_a_blank_is_missing() -> None:
    """An Giang 3B A.II.23: any number to no staff is undefined; the staff not reported, missing."""
    empty, blank = line_of(STAFF, luot=3, cbcc=0), line_of(STAFF, luot=3)

    assert (Status.UNDEFINED, between(0, 10)) == (empty.status, empty.within)
    assert (Status.MISSING, between(0, 10)) == (blank.status, blank.within)


DOCUMENT_RULES = """
input = [
  { name = "ban_hanh", kind = "flag", label = "Ban hành văn bản quy định" },
  { name = "quy_che", kind = "flag", label = "Quy chế đảm bảo an toàn thông tin" },
  { name = "chung_thu", kind = "flag", label = "Văn bản giao sử dụng chứng thư số" },
]
[[node]]
group = "26"
name = "Ban hành văn bản quy định về tổ chức ứng dụng các hệ thống thông tin"
printed = "Có 10 Không 0"
max = 10
counts = "COUNTS"
score = { kind = "boolean", measure = { flag = "ban_hanh" } }
[[node]]
criterion = "26.1"
name = "- Quy chế đảm bảo an toàn thông tin trong hoạt động ứng dụng CNTT"
max = 5
score = { kind = "boolean", measure = { flag = "quy_che" } }
[[node]]
criterion = "26.2"
name = "- Văn bản giao cán bộ quản lý và sử dụng chứng thư số và chữ ký số"
max = "2.5"
score = { kind = "boolean", measure = { flag = "chung_thu" } }
"""


@pytest.mark.parametrize(
    ("counts", "ban_hanh", "quy_che", "chung_thu", "points"),
    [
        ("rule", True, False, False, "10"),
        ("rule", False, True, True, "0"),
        ("parts", True, False, False, "0"),
        ("parts", False, True, False, "5"),
        ("parts", True, True, True, "15/2"),
    ],
)
def test_a_group_with_a_rule_counts_by_it_or_by_its_parts(
    counts: str, *, ban_hanh: bool, quy_che: bool, chung_thu: bool, points: str
) -> None:
    """An Giang 2B 26: the print scores the row and its parts; one of the two counts, never both."""
    rubric = on_paper(DOCUMENT_RULES.replace("COUNTS", counts))
    sheet = sheet_of(rubric, ban_hanh=ban_hanh, quy_che=quy_che, chung_thu=chung_thu)

    assert Fraction(points) == sheet.line("26").points
    assert Fraction(points) == sheet.points


def test_a_group_with_a_rule_needs_only_what_counts() -> None:
    """An Giang 2B 26: by its own rule the group is scored though its parts are missing."""
    sheet = sheet_of(on_paper(DOCUMENT_RULES.replace("COUNTS", "rule")), ban_hanh=True)

    assert Status.SCORED is sheet.line("26").status
    assert Status.MISSING is sheet.line("26.1").status
    assert Fraction(10) == sheet.points
