"""The district rubric of An Giang, written by hand as Polars expressions: sums and float levels.

It is what a data engineer would write for this one rubric, as fast as we could make it: nothing is
checked, nothing may be missing, levels are read from floats without any proof. Ratios over one
whole are added up before they are divided, and parts that are worth the same before they are
multiplied; each sum is computed once.
"""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add, and_
from typing import Final

import polars as pl
from polars import col

__all__ = ["RESULTS", "scored"]


def _sum(*parts: pl.Expr) -> pl.Expr:
    return reduce(add, parts)


def _counted(*tests: pl.Expr) -> pl.Expr:
    """How many tests hold; bytes are added up sooner than floats."""
    return _sum(*(test.cast(pl.Int8) for test in tests)).cast(pl.Float64)


def _yes(*flags: str) -> pl.Expr:
    """How many flags are set."""
    return _counted(*map(col, flags))


def _shares(*names: str) -> pl.Expr:
    return _sum(*map(col, names))


def _ratio(parts: Sequence[str], whole: str) -> pl.Expr:
    return _sum(*map(col, parts)) / col(whole)


def _capped(part: str, whole: str) -> pl.Expr:
    return _cut(col(part) / col(whole))


def _cut(value: pl.Expr) -> pl.Expr:
    return value.clip(upper_bound=1.0)


def _from(name: str, *steps: int) -> pl.Expr:
    """As many steps as a count reaches."""
    return _counted(*_reached(name, *steps))


def _reached(name: str, *steps: int) -> Sequence[pl.Expr]:
    return [col(name) >= step for step in steps]


def _published(*names: str) -> pl.Expr:
    """Two for each that is published in full, one for each that is not."""
    some = (col(name) != "khong_dang_tai" for name in names)
    return _counted(*some, *(col(name) == "day_du" for name in names))


# Groups of rows, the innermost first; the points of each are computed once.

_INNERMOST: Final[Mapping[str, pl.Expr]] = {
    "A.I.1": 10.0
    * (
        _capped("may_tinh_huyen", "cbcc_huyen")
        + _capped("may_tinh_dvsn", "vien_chuc_huyen")
        + _capped("may_tinh_xa", "cbcc_xa")
    ),
    "A.I.2": 10.0
    * (
        _yes("mang_tslcd")
        + _ratio(["dvsn_internet"], "dvsn")
        + _ratio(["xa_lan", "xa_internet"], "ubnd_xa")
    ),
    "A.I.3": 10.0 * (_yes("mot_cua_hien_dai") + _ratio(["xa_mot_cua_hien_dai"], "ubnd_xa")),
    "A.I.7": 10.0 * (_yes("tuong_lua") + _ratio(["xa_tuong_lua"], "ubnd_xa")),
    "A.I.8": 10.0 * (_yes("hop_truc_tuyen") + _ratio(["xa_phong_hop"], "ubnd_xa")),
    "A.I.9": 10.0 * (_yes("man_hinh_tra_cuu") + _ratio(["xa_man_hinh_tra_cuu"], "ubnd_xa")),
    "A.I.10": 10.0 * (_yes("dau_doc_ma_vach") + _ratio(["xa_dau_doc_ma_vach"], "ubnd_xa")),
    "A.I.12": 10.0 * (_from("may_scan", 1) + _ratio(["xa_may_scan"], "ubnd_xa")),
    "A.I.13": 10.0 * _ratio(["bdvh_internet", "bdvh_dai_ly"], "bdvh"),
    "A.II.19": 10.0
    * (
        _ratio(["truong_tieu_hoc_tin_hoc"], "truong_tieu_hoc")
        + _ratio(["truong_thcs_tin_hoc"], "truong_thcs")
        + _ratio(["truong_thpt_tin_hoc"], "truong_thpt")
    ),
    "A.II.20": 10.0
    * (
        _from("cb_cntt", 1)
        + _ratio(["xa_cb_cntt"], "ubnd_xa")
        + _ratio(["cb_cntt_tien_sy", "cb_cntt_thac_sy", "cb_cntt_dai_hoc"], "cb_cntt")
    ),
    "A.II.21.1": 10.0
    * (
        _from("luot_tap_huan", 1)
        + _ratio(["cb_cntt_chung_chi"], "cb_cntt")
        + _shares("ty_le_cbcc_thanh_thao")
    ),
    "A.II.21.2": 10.0
    * (
        _shares("ty_le_cbcc_xa_thanh_thao", "ty_le_cb_cntt_xa_dat_chuan")
        + _cut(col("ty_le_luot_tap_huan_xa"))
    ),
    "A.III.26": 5.0 * _yes("quy_che_attt") + 2.5 * _yes("van_ban_chu_ky_so", "van_ban_thu_dien_tu"),
    "A.III.27": 5.0 * _yes("quy_che_cong", "ban_bien_tap"),
    "A.III.28": 2.5
    * _yes("chinh_sach_dac_thu", "phan_cong_chuyen_trach", "ke_hoach_kiem_tra", "bao_cao_cntt"),
    "B.I.a": 5.0
    * _published(
        "thong_tin_lich_su", "thong_tin_co_cau", "thong_tin_lanh_dao", "thong_tin_giao_dich"
    ),
    "B.I.b": 5.0
    * (_counted(*_reached("thang_lich_cong_tac", 5, 12), *_reached("thang_chi_dao", 5, 12)))
    + 10.0 * _yes("dang_tai_khen_thuong"),
    "B.I.c": 5.0
    * _counted(
        *_reached("bai_phap_luat", 3, 8),
        *_reached("bai_lao_dong", 1, 4),
        *_reached("bai_nguoi_co_cong", 1, 4),
        *_reached("bai_chien_luoc", 1, 2),
        *_reached("bai_co_hoi_dau_tu", 1, 2),
        *_reached("bai_tai_nguyen", 1, 2),
        *_reached("bai_rac_thai", 3, 8),
        *_reached("bai_thuc_pham", 4, 12),
        *_reached("bai_mua_vu", 1, 4),
    ),
    "B.I.d": 10.0 * _yes("dang_tai_quy_hoach", "dang_tai_uu_dai", "dang_tai_chat_thai"),
    "B.I.e": 10.0 * _yes("dang_tai_vb_qppl", "dang_tai_csdl_qppl"),
    "B.I.f": 10.0 * _yes("dang_tai_du_an", "dang_tai_du_an_moi_goi"),
    "B.I.g": 10.0 * _yes("dang_tai_de_tai", "dang_tai_ket_qua_de_tai"),
    "B.I.h": 5.0
    * _counted(
        *_reached("bao_cao_ktxh_quy", 2, 4),
        *_reached("bao_cao_attp_quy", 2, 4),
        *_reached("bao_cao_dat_dai_quy", 2, 4),
    )
    + 10.0 * _yes("bao_cao_ktxh_nam", "bao_cao_attp_nam", "bao_cao_dat_dai_nam"),
    "B.I.34": 10.0
    * (
        (col("dvctt_1_2") == col("tthc_huyen")).cast(pl.Float64)
        + _yes("cung_cap_dvctt_3", "cung_cap_dvctt_4")
    ),
    "B.I.35": 10.0 * _ratio(["xa_dvctt_1_2", "xa_dvctt_3", "xa_dvctt_4"], "ubnd_xa"),
    "B.II.1": 10.0
    * (_shares("ty_le_cbcc_qlvb", "ty_le_vien_chuc_qlvb") + _ratio(["dvtt_qlvb"], "dvtt")),
    "B.II.2": 10.0
    * (
        _ratio(["vb_den_so_hoa", "vb_den_xet_duyet"], "vb_den")
        + _ratio(["vb_di_so_hoa", "vb_di_xet_duyet"], "vb_di")
    ),
    "B.II.B": 10.0
    * _shares(
        "ty_le_ky_so_co_quan",
        "ty_le_ky_so_lanh_dao",
        "ty_le_ky_so_phong_ban",
        "ty_le_xa_ky_so",
        "ty_le_lanh_dao_xa_ky_so",
        "ty_le_vb_xa_ky_so",
    ),
    "B.II.C": 10.0
    * _shares("ty_le_hop_thu", "ty_le_dung_thu", "ty_le_hop_thu_xa", "ty_le_dung_thu_xa"),
    "B.II.13": 10.0
    * (
        _yes("mot_cua")
        + _ratio(["tthc_mot_cua"], "tthc_huyen")
        + _ratio(["hs_mot_cua"], "hs_co_han")
        + _ratio(["xa_mot_cua"], "ubnd_xa")
        + _shares("ty_le_tthc_xa_mot_cua")
    ),
    "B.II.14": 10.0 * (_ratio(["hs_cong_khai"], "hs") + _ratio(["hs_xa_cong_khai"], "hs_xa")),
    "B.II.E": 10.0
    * _yes(
        "pm_ke_toan",
        "pm_can_bo",
        "pm_ho_tich",
        "pm_ktxh",
        "pm_chinh_sach",
        "pm_dang_ky_kd",
        "pm_attp",
        "pm_tai_nguyen",
        "pm_don_thu",
        "pm_xay_dung",
    ),
    "B.III.1": 10.0
    * (
        _ratio(["hs_nop_3", "hs_nop_4", "hs_dung_han"], "hs")
        + _ratio(["hs_xa_nop", "hs_xa_dung_han"], "hs_xa")
        + _ratio(["hs_34_dung_han"], "hs_34")
        + _ratio(["hs_xa_34_dung_han"], "hs_xa_34")
    ),
    "B.III.2": 10.0
    * (
        _ratio(["dvctt_3", "dvctt_4"], "tthc_huyen")
        + _ratio(["xa_dvctt_3", "xa_dvctt_4"], "ubnd_xa")
        + _shares("ty_le_dvctt_3_xa", "ty_le_dvctt_4_xa")
        + _ratio(["dvctt_xa_huyen"], "tthc_xa_huyen")
        + _ratio(["dvctt_huyen_tinh"], "tthc_huyen_tinh")
        + _ratio(["dvctt_3_cap"], "tthc_3_cap")
    ),
    "B.III.4": 10.0
    * (_ratio(["hop_truc_tuyen_tinh"], "hop_tinh") + _shares("ty_le_hop_truc_tuyen_xa")),
    "B.IV": 10.0
    * (
        _yes("mau_bieu_dien_tu", "dang_nhap_mot_lan")
        + _ratio(["hs_dvctt_xa_huyen"], "hs_xa_huyen")
        + _ratio(["hs_dvctt_huyen_tinh"], "hs_huyen_tinh")
        + _ratio(["hs_dvctt_3_cap"], "hs_3_cap")
    ),
}


def _name(code: str) -> str:
    return f"points_{code.replace('.', '_')}"


def _points(*codes: str) -> pl.Expr:
    return _sum(*(col(_name(code)) for code in codes))


_INNER: Final[Mapping[str, pl.Expr]] = {
    "A.I": _points(
        "A.I.1", "A.I.2", "A.I.3", "A.I.7", "A.I.8", "A.I.9", "A.I.10", "A.I.12", "A.I.13"
    )
    + 10.0
    * (
        _yes("man_hinh_lich", "camera", "chong_set", "kiosk")
        + _shares("ty_le_ho_may_tinh", "ty_le_ho_internet", "ty_le_dn_internet")
        + _cut(col("ty_le_thue_bao"))
        + _cut(col("ty_le_thue_bao_bang_rong"))
    ),
    "A.II.21": _points("A.II.21.1", "A.II.21.2"),
    "A.III": _points("A.III.26", "A.III.27", "A.III.28")
    + 10.0 * _yes("ban_chi_dao", "ke_hoach_5_nam", "ke_hoach_nam", "van_ban_tuyen_truyen")
    + 5.0 * _from("chi_cntt", 100, 500),
    "B.I": _points("B.I.a", "B.I.b", "B.I.c", "B.I.d", "B.I.e", "B.I.f", "B.I.g", "B.I.h")
    + _points("B.I.34", "B.I.35")
    + 10.0
    * (_yes("chuc_nang_gop_y", "chuc_nang_khuyet_tat") + _ratio(["xa_cong_ttdt"], "ubnd_xa")),
    "B.II.A": _points("B.II.1", "B.II.2"),
    "B.II.D": _points("B.II.13", "B.II.14") + 10.0 * _yes("hai_long"),
    "B.III": _points("B.III.1", "B.III.2", "B.III.4")
    + 10.0 * (_ratio(["y_kien_tra_loi"], "y_kien") + _shares("ty_le_dan_cu_so_hoa")),
}

_OUTER: Final[Mapping[str, pl.Expr]] = {
    "A.II": _points("A.II.19", "A.II.20", "A.II.21"),
    "B.II": _points("B.II.A", "B.II.B", "B.II.C", "B.II.D", "B.II.E"),
}

_OUTERMOST: Final[Mapping[str, pl.Expr]] = {
    "A": _points("A.I", "A.II", "A.III"),
    "B": _points("B.I", "B.II", "B.III", "B.IV"),
}

# Levels.

_NAMES: Final = ("Mức I", "Mức II", "Mức III", "Mức IV", "Không xếp hạng")
_LEVEL: Final = pl.Enum(_NAMES)

_READY: Final = {
    "A": (450.0, 400.0, 375.0, 350.0),
    "A.I": (270.0, 240.0, 225.0, 210.0),
    "A.II": (108.0, 96.0, 90.0, 84.0),
    "A.III": (72.0, 64.0, 60.0, 56.0),
}
_ACHIEVED: Final = {
    "B": (900.0, 842.5, 770.0, 705.0),
    "B.IV": (45.0, 25.0, 0.0, 0.0),
    "B.III": (180.0, 160.0, 150.0, 140.0),
    "B.II": (315.0, 297.5, 280.0, 245.0),
    "B.I": (360.0, 360.0, 340.0, 320.0),
}
_GROUPS: Final = ("A.I", "A.II", "A.III", "B.IV", "B.III", "B.II", "B.I")


def _level(limits: Mapping[str, Sequence[float]]) -> pl.Expr:
    """The first level whose every threshold is reached."""
    found = pl.lit(_NAMES[-1], _LEVEL)
    for index in reversed(range(len(_NAMES) - 1)):
        tests = [col(_name(code)) >= levels[index] for code, levels in limits.items()]
        found = pl.when(reduce(and_, tests)).then(pl.lit(_NAMES[index], _LEVEL)).otherwise(found)
    return found


_LEVELS: Final[Mapping[str, pl.Expr]] = {
    "level_chinh_quyen_dien_tu": _level(_READY | _ACHIEVED),
    "level_san_sang": _level(_READY),
    "level_muc_do_dat_duoc": _level(_ACHIEVED),
    **{
        f"level_hang_muc_{code.lower().replace('.', '_')}_{code.replace('.', '_')}": _level(
            {code: (_READY | _ACHIEVED)[code]}
        )
        for code in _GROUPS
    },
}

_LAYERS: Final = (_INNERMOST, _INNER, _OUTER, _OUTERMOST)

_RULED: Final = ("A.III.26", "A.III.27", "A.III.28")  # they print rules of their own

RESULTS: Final = (
    *(_name(code) for layer in _LAYERS for code in layer if code not in _RULED),
    "points_total",
    *_LEVELS,
)
"""The columns that are put out."""


def scored(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The points of all groups and of the whole, and the levels, behind the columns of a frame."""
    for layer in _LAYERS:
        frame = frame.with_columns(points.alias(_name(code)) for code, points in layer.items())
    frame = frame.with_columns(_points("A", "B").alias("points_total"))
    return frame.with_columns(level.alias(name) for name, level in _LEVELS.items())
