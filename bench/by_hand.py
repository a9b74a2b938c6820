"""The Thanh Hóa rubric as a program: what one would write by hand for this one rubric alone.

The default readings, the same `Fraction` arithmetic, the same already read facts. It knows no
absence, no claims, no reasons and no other reading: it is the floor that the library is held to.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

# ruff: noqa: PLR2004 - thresholds stand where the print has them

__all__ = ["Bounds", "points"]

Bounds = Mapping[str, tuple[Fraction, Fraction]]
"""The lowest and the highest value of the cohort, by the code of the row."""

ZERO = Fraction(0)
ONE = Fraction(1)
FULL_5 = Fraction(5)
FULL_10 = Fraction(10)
FULL_20 = Fraction(20)
HALF = Fraction(1, 2)


def min_max(value: Fraction, bounds: tuple[Fraction, Fraction], full: int) -> Fraction:
    """Full points at the top of the cohort, zero at its bottom, a line between."""
    low, high = bounds
    if low == high:
        return Fraction(full)
    within: Fraction = min(max(value, low), high)
    return full * (within - low) / (high - low)


def points(x: Mapping[str, Any], cohort: Bounds) -> dict[str, Fraction]:  # noqa: C901, PLR0912, PLR0915 - straight down the print
    """The points of all 56 criteria, the 10 groups and (as ``""``) the whole."""
    p: dict[str, Fraction] = {}

    p["1.1"] = {"cap_truong": FULL_20, "cap_pho": FULL_10, "khong": ZERO}[x["truong_ban"]]
    p["1.2"] = Fraction(2 * x["hop_truong_chu_tri"] + x["hop_pho_chu_tri"], 2 * x["hop_cds"]) * 20
    column = {"rieng": FULL_10, "lien_ket": FULL_5, "chua_co": ZERO}[x["chuyen_muc_cds"]]
    if x["tin_bai_cds"] >= 12:
        news = FULL_10
    elif x["tin_bai_cds"] >= 6:
        news = FULL_5
    else:
        news = ZERO
    p["1.3"] = column + news
    p["1.4"] = FULL_10 if x["chuyen_muc_truyen_thanh"] else ZERO
    if x["lan_phat_song"] >= 4:
        p["1.5"] = FULL_10
    elif x["lan_phat_song"] >= 2:
        p["1.5"] = FULL_5
    else:
        p["1.5"] = ZERO
    p["1.6"] = FULL_20 if x["to_chuc_tap_huan"] else ZERO

    p["2.1"] = FULL_20 if x["nghi_quyet"] else ZERO
    p["2.2"] = FULL_20 if x["ke_hoach_5_nam"] else ZERO
    p["2.3"] = FULL_20 if x["ke_hoach_hang_nam"] else ZERO
    p["2.4"] = FULL_20 if x["huong_dan_dvctt"] else ZERO
    p["2.5"] = FULL_20 if x["ho_tro_dnnvv"] else ZERO

    p["3.1"] = Fraction(x["cbcc_may_tinh"], x["cbcc"]) * 5
    p["3.2"] = Fraction(x["may_tinh_internet"], x["may_tinh_khong_mat"]) * 5
    p["3.3"] = FULL_10 if x["mang_tslcd"] else ZERO
    p["3.4"] = min_max(x["ty_le_dien_thoai_thong_minh"], cohort["3.4"], 10)
    p["3.5"] = min_max(x["ty_le_ho_cap_quang"], cohort["3.5"], 10)
    p["3.6"] = FULL_10 if x["phu_song_100"] else ZERO
    p["3.7"] = FULL_10 if x["hoi_nghi_truyen_hinh"] else ZERO
    if x["camera"] >= 20:
        p["3.8"] = FULL_10
    elif x["camera"] >= 10:
        p["3.8"] = FULL_5
    elif x["camera"] >= 1:
        p["3.8"] = Fraction(5, 2)
    else:
        p["3.8"] = ZERO
    p["3.9"] = (FULL_5 if x["wifi_mot_cua"] else ZERO) + min(x["wifi_diem_khac"], 5)
    p["3.10"] = FULL_10 if x["dai_truyen_thanh_cntt"] else ZERO
    p["3.11"] = min_max(x["chi_cds"], cohort["3.11"], 10)

    p["4.1"] = FULL_20 if x["ban_chi_dao"] else ZERO
    p["4.2"] = Fraction(x["thon_co_to_cnscd"], x["thon"]) * 20
    p["4.3"] = FULL_20 if x["cong_chuc_cds"] else ZERO
    p["4.4"] = min(Fraction(x["cbcc_tap_huan"], x["cbcc"]) / HALF, ONE) * FULL_20
    p["4.5"] = FULL_20 if Fraction(x["truong_cds"], x["truong"]) >= Fraction(7, 10) else ZERO

    if x["su_co_tu_phat_hien"] > 0:
        p["5.1"] = min_max(Fraction(x["su_co_tu_phat_hien"]), cohort["5.1"], 20)
    else:
        p["5.1"] = ZERO
    p["5.2"] = Fraction(x["su_co_da_xu_ly"], x["su_co"]) * 20
    p["5.3"] = Fraction(x["may_tinh_diet_virus"], x["may_tinh"]) * 40
    p["5.4"] = min_max(x["chi_attt"], cohort["5.4"], 20)

    site = Fraction(12) if x["trang_dap_ung"] else ZERO
    if x["tin_bai_trang"] >= 48:
        news = Fraction(8)
    elif x["tin_bai_trang"] >= 12:
        news = Fraction(4)
    else:
        news = ZERO
    p["6.1"] = site + news
    p["6.2"] = Fraction(x["dvctt_toan_trinh"], x["dvctt"]) * 10
    p["6.3"] = Fraction(x["ho_so_toan_trinh"], x["ho_so_dvctt"]) * 30
    p["6.4"] = Fraction(x["nguoi_hai_long"], x["nguoi_danh_gia"]) * 10
    meetings = FULL_5 if x["hop_tt_ubnd"] and x["hop_tt_thon"] else ZERO
    p["6.5"] = meetings + (FULL_5 if x["hop_tt_thiet_bi"] else ZERO)
    p["6.6"] = min(Fraction(len(x["nen_tang_phong_dich"]), 5) * 20, FULL_20)
    p["6.7"] = Fraction(x["cbcc_thu_dien_tu"], x["cbcc"]) * 20
    p["6.8"] = Fraction(x["van_ban_dien_tu"], x["van_ban"]) * 20
    p["6.9"] = Fraction(x["lanh_dao_cts"], x["lanh_dao"]) * 10
    p["6.10"] = Fraction(x["cbcc_cts"], x["cbcc"]) * 10
    p["6.11"] = Fraction(x["van_ban_ky_co_quan"], x["van_ban_dien_tu_khong_mat"]) * 10
    p["6.12"] = Fraction(x["van_ban_ky_ca_nhan"], x["van_ban_dien_tu_khong_mat"]) * 10
    p["6.13"] = min(x["ty_le_kiem_tra_so"] / HALF, ONE) * FULL_10

    p["7.1"] = min(Fraction(x["dn_smedx"], x["dn"]) / Fraction(1, 10), ONE) * FULL_20
    p["7.2"] = min(Fraction(x["dn_nen_tang_so"], x["dn"]) / HALF, ONE) * FULL_10
    p["7.3"] = min(Fraction(x["dn_hop_dong_dien_tu"], x["dn"]) / Fraction(4, 5), ONE) * FULL_10
    p["7.4"] = Fraction(x["dn_thue_dien_tu"], x["dn"]) * 10
    p["7.5"] = FULL_20 if x["diem_buu_chinh"] else ZERO
    p["7.6"] = Fraction(x["dn_san_tmdt"], x["dn"]) * 40
    p["7.7"] = Fraction(x["san_pham_len_san"], x["san_pham"]) * 40

    p["8.1"] = Fraction(x["nguoi_dinh_danh"], x["nguoi_dan"]) * 30
    p["8.2"] = min(Fraction(x["nguoi_15_tai_khoan"], x["nguoi_15"]) / HALF, ONE) * Fraction(30)
    p["8.3"] = Fraction(x["dia_chi_so_da_gan"], x["dia_chi_so"]) * 10
    p["8.4"] = Fraction(x["nguoi_duoc_bao_ve"], x["nguoi_dan"]) * 50
    p["8.5"] = min(Fraction(2 * x["phan_anh_giai_quyet"]), Fraction(30))

    groups = {"1": 6, "2": 5, "3": 11, "4": 5, "5": 4, "6": 13, "7": 7, "8": 5}
    for group, rows in groups.items():
        p[group] = sum((p[f"{group}.{row}"] for row in range(1, rows + 1)), ZERO)
    p["I"] = p["1"] + p["2"] + p["3"] + p["4"] + p["5"]
    p["II"] = p["6"] + p["7"] + p["8"]
    p[""] = p["I"] + p["II"]
    return p
