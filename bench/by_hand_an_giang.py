"""The district rubric of An Giang as a program in floats: what one would write by hand for it.

The default readings, straight down the print. It knows no absence, no stated shares, no claims, no
reasons and no other reading, checks nothing, and is exact nowhere: the floor that exact points and
levels are held to.
"""

from collections.abc import Mapping
from typing import Any

# ruff: noqa: PLR2004 - thresholds stand where the print has them

__all__ = ["levels", "points"]

_NAMES = ("Mức I", "Mức II", "Mức III", "Mức IV", "Không xếp hạng")
_POSTED = {"day_du": 10.0, "khong_day_du": 5.0, "khong_dang_tai": 0.0}


def points(x: Mapping[str, Any]) -> dict[str, float]:  # noqa: PLR0915 - straight down the print
    """The points of all 156 criteria, the 48 groups and (as ``""``) the whole; shares as floats."""
    p: dict[str, float] = {}

    p["A.I.1.1"] = min(10.0 * x["may_tinh_huyen"] / x["cbcc_huyen"], 10.0)
    p["A.I.1.2"] = min(10.0 * x["may_tinh_dvsn"] / x["vien_chuc_huyen"], 10.0)
    p["A.I.1.3"] = min(10.0 * x["may_tinh_xa"] / x["cbcc_xa"], 10.0)
    p["A.I.1"] = p["A.I.1.1"] + p["A.I.1.2"] + p["A.I.1.3"]
    p["A.I.2.1"] = 10.0 if x["mang_tslcd"] else 0.0
    p["A.I.2.2"] = 10.0 * x["dvsn_internet"] / x["dvsn"]
    p["A.I.2.3"] = 10.0 * x["xa_lan"] / x["ubnd_xa"]
    p["A.I.2.4"] = 10.0 * x["xa_internet"] / x["ubnd_xa"]
    p["A.I.2"] = p["A.I.2.1"] + p["A.I.2.2"] + p["A.I.2.3"] + p["A.I.2.4"]
    p["A.I.3.1"] = 10.0 if x["mot_cua_hien_dai"] else 0.0
    p["A.I.3.2"] = 10.0 * x["xa_mot_cua_hien_dai"] / x["ubnd_xa"]
    p["A.I.3"] = p["A.I.3.1"] + p["A.I.3.2"]
    p["A.I.4"] = 10.0 if x["man_hinh_lich"] else 0.0
    p["A.I.5"] = 10.0 if x["camera"] else 0.0
    p["A.I.6"] = 10.0 if x["chong_set"] else 0.0
    p["A.I.7.1"] = 10.0 if x["tuong_lua"] else 0.0
    p["A.I.7.2"] = 10.0 * x["xa_tuong_lua"] / x["ubnd_xa"]
    p["A.I.7"] = p["A.I.7.1"] + p["A.I.7.2"]
    p["A.I.8.1"] = 10.0 if x["hop_truc_tuyen"] else 0.0
    p["A.I.8.2"] = 10.0 * x["xa_phong_hop"] / x["ubnd_xa"]
    p["A.I.8"] = p["A.I.8.1"] + p["A.I.8.2"]
    p["A.I.9.1"] = 10.0 if x["man_hinh_tra_cuu"] else 0.0
    p["A.I.9.2"] = 10.0 * x["xa_man_hinh_tra_cuu"] / x["ubnd_xa"]
    p["A.I.9"] = p["A.I.9.1"] + p["A.I.9.2"]
    p["A.I.10.1"] = 10.0 if x["dau_doc_ma_vach"] else 0.0
    p["A.I.10.2"] = 10.0 * x["xa_dau_doc_ma_vach"] / x["ubnd_xa"]
    p["A.I.10"] = p["A.I.10.1"] + p["A.I.10.2"]
    p["A.I.11"] = 10.0 if x["kiosk"] else 0.0
    p["A.I.12.1"] = 10.0 if x["may_scan"] >= 1 else 0.0
    p["A.I.12.2"] = 10.0 * x["xa_may_scan"] / x["ubnd_xa"]
    p["A.I.12"] = p["A.I.12.1"] + p["A.I.12.2"]
    p["A.I.13.1"] = 10.0 * x["bdvh_internet"] / x["bdvh"]
    p["A.I.13.2"] = 10.0 * x["bdvh_dai_ly"] / x["bdvh"]
    p["A.I.13"] = p["A.I.13.1"] + p["A.I.13.2"]
    p["A.I.14"] = 10.0 * x["ty_le_ho_may_tinh"]
    p["A.I.15"] = 10.0 * x["ty_le_ho_internet"]
    p["A.I.16"] = 10.0 * x["ty_le_dn_internet"]
    p["A.I.17"] = min(10.0 * x["ty_le_thue_bao"], 10.0)
    p["A.I.18"] = min(10.0 * x["ty_le_thue_bao_bang_rong"], 10.0)
    p["A.I"] = (
        p["A.I.1"] + p["A.I.2"] + p["A.I.3"] + p["A.I.4"] + p["A.I.5"] + p["A.I.6"] + p["A.I.7"]
        + p["A.I.8"] + p["A.I.9"] + p["A.I.10"] + p["A.I.11"] + p["A.I.12"] + p["A.I.13"]
        + p["A.I.14"] + p["A.I.15"] + p["A.I.16"] + p["A.I.17"] + p["A.I.18"]
    )  # fmt: skip

    p["A.II.19.1"] = 10.0 * x["truong_tieu_hoc_tin_hoc"] / x["truong_tieu_hoc"]
    p["A.II.19.2"] = 10.0 * x["truong_thcs_tin_hoc"] / x["truong_thcs"]
    p["A.II.19.3"] = 10.0 * x["truong_thpt_tin_hoc"] / x["truong_thpt"]
    p["A.II.19"] = p["A.II.19.1"] + p["A.II.19.2"] + p["A.II.19.3"]
    p["A.II.20.1"] = 10.0 if x["cb_cntt"] >= 1 else 0.0
    p["A.II.20.2"] = 10.0 * x["xa_cb_cntt"] / x["ubnd_xa"]
    part = x["cb_cntt_tien_sy"] + x["cb_cntt_thac_sy"] + x["cb_cntt_dai_hoc"]
    p["A.II.20.3"] = 10.0 * part / x["cb_cntt"]
    p["A.II.20"] = p["A.II.20.1"] + p["A.II.20.2"] + p["A.II.20.3"]
    p["A.II.21.1.1"] = 10.0 if x["luot_tap_huan"] >= 1 else 0.0
    p["A.II.21.1.2"] = 10.0 * x["cb_cntt_chung_chi"] / x["cb_cntt"]
    p["A.II.21.1.3"] = 10.0 * x["ty_le_cbcc_thanh_thao"]
    p["A.II.21.1"] = p["A.II.21.1.1"] + p["A.II.21.1.2"] + p["A.II.21.1.3"]
    p["A.II.21.2.1"] = 10.0 * x["ty_le_cbcc_xa_thanh_thao"]
    p["A.II.21.2.2"] = 10.0 * x["ty_le_cb_cntt_xa_dat_chuan"]
    p["A.II.21.2.3"] = min(10.0 * x["ty_le_luot_tap_huan_xa"], 10.0)
    p["A.II.21.2"] = p["A.II.21.2.1"] + p["A.II.21.2.2"] + p["A.II.21.2.3"]
    p["A.II.21"] = p["A.II.21.1"] + p["A.II.21.2"]
    p["A.II"] = p["A.II.19"] + p["A.II.20"] + p["A.II.21"]

    p["A.III.22"] = 10.0 if x["ban_chi_dao"] else 0.0
    p["A.III.23"] = 10.0 if x["ke_hoach_5_nam"] else 0.0
    p["A.III.24"] = 10.0 if x["ke_hoach_nam"] else 0.0
    p["A.III.25"] = 10.0 if x["van_ban_tuyen_truyen"] else 0.0
    p["A.III.26a"] = 5.0 if x["quy_che_attt"] else 0.0
    p["A.III.26b"] = 2.5 if x["van_ban_chu_ky_so"] else 0.0
    p["A.III.26c"] = 2.5 if x["van_ban_thu_dien_tu"] else 0.0
    p["A.III.26"] = p["A.III.26a"] + p["A.III.26b"] + p["A.III.26c"]
    p["A.III.27.1"] = 5.0 if x["quy_che_cong"] else 0.0
    p["A.III.27.2"] = 5.0 if x["ban_bien_tap"] else 0.0
    p["A.III.27"] = p["A.III.27.1"] + p["A.III.27.2"]
    p["A.III.28a"] = 2.5 if x["chinh_sach_dac_thu"] else 0.0
    p["A.III.28b"] = 2.5 if x["phan_cong_chuyen_trach"] else 0.0
    p["A.III.28c"] = 2.5 if x["ke_hoach_kiem_tra"] else 0.0
    p["A.III.28d"] = 2.5 if x["bao_cao_cntt"] else 0.0
    p["A.III.28"] = p["A.III.28a"] + p["A.III.28b"] + p["A.III.28c"] + p["A.III.28d"]
    value = x["chi_cntt"]
    p["A.III.29"] = 10.0 if value >= 500.0 else 5.0 if value >= 100.0 else 0.0
    p["A.III"] = (
        p["A.III.22"] + p["A.III.23"] + p["A.III.24"] + p["A.III.25"] + p["A.III.26"]
        + p["A.III.27"] + p["A.III.28"] + p["A.III.29"]
    )  # fmt: skip

    p["A"] = p["A.I"] + p["A.II"] + p["A.III"]

    p["B.I.1"] = _POSTED[x["thong_tin_lich_su"]]
    p["B.I.2"] = _POSTED[x["thong_tin_co_cau"]]
    p["B.I.3"] = _POSTED[x["thong_tin_lanh_dao"]]
    p["B.I.4"] = _POSTED[x["thong_tin_giao_dich"]]
    p["B.I.a"] = p["B.I.1"] + p["B.I.2"] + p["B.I.3"] + p["B.I.4"]
    value = x["thang_lich_cong_tac"]
    p["B.I.5"] = 10.0 if value >= 12 else 5.0 if value >= 5 else 0.0
    value = x["thang_chi_dao"]
    p["B.I.6"] = 10.0 if value >= 12 else 5.0 if value >= 5 else 0.0
    p["B.I.7"] = 10.0 if x["dang_tai_khen_thuong"] else 0.0
    p["B.I.b"] = p["B.I.5"] + p["B.I.6"] + p["B.I.7"]
    value = x["bai_phap_luat"]
    p["B.I.8"] = 10.0 if value >= 8 else 5.0 if value >= 3 else 0.0
    value = x["bai_lao_dong"]
    p["B.I.9"] = 10.0 if value >= 4 else 5.0 if value >= 1 else 0.0
    value = x["bai_nguoi_co_cong"]
    p["B.I.10"] = 10.0 if value >= 4 else 5.0 if value >= 1 else 0.0
    value = x["bai_chien_luoc"]
    p["B.I.11"] = 10.0 if value >= 2 else 5.0 if value >= 1 else 0.0
    value = x["bai_co_hoi_dau_tu"]
    p["B.I.12"] = 10.0 if value >= 2 else 5.0 if value >= 1 else 0.0
    value = x["bai_tai_nguyen"]
    p["B.I.13"] = 10.0 if value >= 2 else 5.0 if value >= 1 else 0.0
    value = x["bai_rac_thai"]
    p["B.I.14"] = 10.0 if value >= 8 else 5.0 if value >= 3 else 0.0
    value = x["bai_thuc_pham"]
    p["B.I.15"] = 10.0 if value >= 12 else 5.0 if value >= 4 else 0.0
    value = x["bai_mua_vu"]
    p["B.I.16"] = 10.0 if value >= 4 else 5.0 if value >= 1 else 0.0
    p["B.I.c"] = (
        p["B.I.8"] + p["B.I.9"] + p["B.I.10"] + p["B.I.11"] + p["B.I.12"] + p["B.I.13"]
        + p["B.I.14"] + p["B.I.15"] + p["B.I.16"]
    )  # fmt: skip
    p["B.I.17"] = 10.0 if x["dang_tai_quy_hoach"] else 0.0
    p["B.I.18"] = 10.0 if x["dang_tai_uu_dai"] else 0.0
    p["B.I.19"] = 10.0 if x["dang_tai_chat_thai"] else 0.0
    p["B.I.d"] = p["B.I.17"] + p["B.I.18"] + p["B.I.19"]
    p["B.I.20"] = 10.0 if x["dang_tai_vb_qppl"] else 0.0
    p["B.I.21"] = 10.0 if x["dang_tai_csdl_qppl"] else 0.0
    p["B.I.e"] = p["B.I.20"] + p["B.I.21"]
    p["B.I.22"] = 10.0 if x["dang_tai_du_an"] else 0.0
    p["B.I.23"] = 10.0 if x["dang_tai_du_an_moi_goi"] else 0.0
    p["B.I.f"] = p["B.I.22"] + p["B.I.23"]
    p["B.I.24"] = 10.0 if x["dang_tai_de_tai"] else 0.0
    p["B.I.25"] = 10.0 if x["dang_tai_ket_qua_de_tai"] else 0.0
    p["B.I.g"] = p["B.I.24"] + p["B.I.25"]
    value = x["bao_cao_ktxh_quy"]
    p["B.I.26"] = 10.0 if value >= 4 else 5.0 if value >= 2 else 0.0
    p["B.I.27"] = 10.0 if x["bao_cao_ktxh_nam"] else 0.0
    value = x["bao_cao_attp_quy"]
    p["B.I.28"] = 10.0 if value >= 4 else 5.0 if value >= 2 else 0.0
    p["B.I.29"] = 10.0 if x["bao_cao_attp_nam"] else 0.0
    value = x["bao_cao_dat_dai_quy"]
    p["B.I.30"] = 10.0 if value >= 4 else 5.0 if value >= 2 else 0.0
    p["B.I.31"] = 10.0 if x["bao_cao_dat_dai_nam"] else 0.0
    p["B.I.h"] = p["B.I.26"] + p["B.I.27"] + p["B.I.28"] + p["B.I.29"] + p["B.I.30"] + p["B.I.31"]
    p["B.I.32"] = 10.0 if x["chuc_nang_gop_y"] else 0.0
    p["B.I.33"] = 10.0 if x["chuc_nang_khuyet_tat"] else 0.0
    p["B.I.34.1"] = 10.0 if x["dvctt_1_2"] / x["tthc_huyen"] >= 1.0 else 0.0
    p["B.I.34.2"] = 10.0 if x["cung_cap_dvctt_3"] else 0.0
    p["B.I.34.3"] = 10.0 if x["cung_cap_dvctt_4"] else 0.0
    p["B.I.34"] = p["B.I.34.1"] + p["B.I.34.2"] + p["B.I.34.3"]
    p["B.I.35.1"] = 10.0 * x["xa_dvctt_1_2"] / x["ubnd_xa"]
    p["B.I.35.2"] = 10.0 * x["xa_dvctt_3"] / x["ubnd_xa"]
    p["B.I.35.3"] = 10.0 * x["xa_dvctt_4"] / x["ubnd_xa"]
    p["B.I.35"] = p["B.I.35.1"] + p["B.I.35.2"] + p["B.I.35.3"]
    p["B.I.36"] = 10.0 * x["xa_cong_ttdt"] / x["ubnd_xa"]
    p["B.I"] = (
        p["B.I.a"] + p["B.I.b"] + p["B.I.c"] + p["B.I.d"] + p["B.I.e"] + p["B.I.f"] + p["B.I.g"]
        + p["B.I.h"] + p["B.I.32"] + p["B.I.33"] + p["B.I.34"] + p["B.I.35"] + p["B.I.36"]
    )  # fmt: skip

    p["B.II.1.1"] = 10.0 * x["ty_le_cbcc_qlvb"]
    p["B.II.1.2"] = 10.0 * x["ty_le_vien_chuc_qlvb"]
    p["B.II.1.3"] = 10.0 * x["dvtt_qlvb"] / x["dvtt"]
    p["B.II.1"] = p["B.II.1.1"] + p["B.II.1.2"] + p["B.II.1.3"]
    p["B.II.2.1"] = 10.0 * x["vb_den_so_hoa"] / x["vb_den"]
    p["B.II.2.2"] = 10.0 * x["vb_di_so_hoa"] / x["vb_di"]
    p["B.II.2.3"] = 10.0 * x["vb_den_xet_duyet"] / x["vb_den"]
    p["B.II.2.4"] = 10.0 * x["vb_di_xet_duyet"] / x["vb_di"]
    p["B.II.2"] = p["B.II.2.1"] + p["B.II.2.2"] + p["B.II.2.3"] + p["B.II.2.4"]
    p["B.II.A"] = p["B.II.1"] + p["B.II.2"]
    p["B.II.3"] = 10.0 * x["ty_le_ky_so_co_quan"]
    p["B.II.4"] = 10.0 * x["ty_le_ky_so_lanh_dao"]
    p["B.II.5"] = 10.0 * x["ty_le_ky_so_phong_ban"]
    p["B.II.6"] = 10.0 * x["ty_le_xa_ky_so"]
    p["B.II.7"] = 10.0 * x["ty_le_lanh_dao_xa_ky_so"]
    p["B.II.8"] = 10.0 * x["ty_le_vb_xa_ky_so"]
    p["B.II.B"] = p["B.II.3"] + p["B.II.4"] + p["B.II.5"] + p["B.II.6"] + p["B.II.7"] + p["B.II.8"]
    p["B.II.9"] = 10.0 * x["ty_le_hop_thu"]
    p["B.II.10"] = 10.0 * x["ty_le_dung_thu"]
    p["B.II.11"] = 10.0 * x["ty_le_hop_thu_xa"]
    p["B.II.12"] = 10.0 * x["ty_le_dung_thu_xa"]
    p["B.II.C"] = p["B.II.9"] + p["B.II.10"] + p["B.II.11"] + p["B.II.12"]
    p["B.II.13.1"] = 10.0 if x["mot_cua"] else 0.0
    p["B.II.13.2"] = 10.0 * x["tthc_mot_cua"] / x["tthc_huyen"]
    p["B.II.13.3"] = 10.0 * x["hs_mot_cua"] / x["hs_co_han"]
    p["B.II.13.4"] = 10.0 * x["xa_mot_cua"] / x["ubnd_xa"]
    p["B.II.13.5"] = 10.0 * x["ty_le_tthc_xa_mot_cua"]
    p["B.II.13"] = (
        p["B.II.13.1"] + p["B.II.13.2"] + p["B.II.13.3"] + p["B.II.13.4"] + p["B.II.13.5"]
    )  # fmt: skip
    p["B.II.14.1"] = 10.0 * x["hs_cong_khai"] / x["hs"]
    p["B.II.14.2"] = 10.0 * x["hs_xa_cong_khai"] / x["hs_xa"]
    p["B.II.14"] = p["B.II.14.1"] + p["B.II.14.2"]
    p["B.II.15"] = 10.0 if x["hai_long"] else 0.0
    p["B.II.D"] = p["B.II.13"] + p["B.II.14"] + p["B.II.15"]
    p["B.II.16"] = 10.0 if x["pm_ke_toan"] else 0.0
    p["B.II.17"] = 10.0 if x["pm_can_bo"] else 0.0
    p["B.II.18"] = 10.0 if x["pm_ho_tich"] else 0.0
    p["B.II.19"] = 10.0 if x["pm_ktxh"] else 0.0
    p["B.II.20"] = 10.0 if x["pm_chinh_sach"] else 0.0
    p["B.II.21"] = 10.0 if x["pm_dang_ky_kd"] else 0.0
    p["B.II.22"] = 10.0 if x["pm_attp"] else 0.0
    p["B.II.23"] = 10.0 if x["pm_tai_nguyen"] else 0.0
    p["B.II.24"] = 10.0 if x["pm_don_thu"] else 0.0
    p["B.II.25"] = 10.0 if x["pm_xay_dung"] else 0.0
    p["B.II.E"] = (
        p["B.II.16"] + p["B.II.17"] + p["B.II.18"] + p["B.II.19"] + p["B.II.20"] + p["B.II.21"]
        + p["B.II.22"] + p["B.II.23"] + p["B.II.24"] + p["B.II.25"]
    )  # fmt: skip
    p["B.II"] = p["B.II.A"] + p["B.II.B"] + p["B.II.C"] + p["B.II.D"] + p["B.II.E"]

    p["B.III.1.1"] = 10.0 * x["hs_nop_3"] / x["hs"]
    p["B.III.1.2"] = 10.0 * x["hs_nop_4"] / x["hs"]
    p["B.III.1.3"] = 10.0 * x["hs_xa_nop"] / x["hs_xa"]
    p["B.III.1.4"] = 10.0 * x["hs_dung_han"] / x["hs"]
    p["B.III.1.5"] = 10.0 * x["hs_xa_dung_han"] / x["hs_xa"]
    p["B.III.1.6"] = 10.0 * x["hs_34_dung_han"] / x["hs_34"]
    p["B.III.1.7"] = 10.0 * x["hs_xa_34_dung_han"] / x["hs_xa_34"]
    p["B.III.1"] = (
        p["B.III.1.1"] + p["B.III.1.2"] + p["B.III.1.3"] + p["B.III.1.4"] + p["B.III.1.5"]
        + p["B.III.1.6"] + p["B.III.1.7"]
    )  # fmt: skip
    p["B.III.2.1"] = 10.0 * x["dvctt_3"] / x["tthc_huyen"]
    p["B.III.2.2"] = 10.0 * x["dvctt_4"] / x["tthc_huyen"]
    p["B.III.2.3"] = 10.0 * x["xa_dvctt_3"] / x["ubnd_xa"]
    p["B.III.2.4"] = 10.0 * x["xa_dvctt_4"] / x["ubnd_xa"]
    p["B.III.2.5"] = 10.0 * x["ty_le_dvctt_3_xa"]
    p["B.III.2.6"] = 10.0 * x["ty_le_dvctt_4_xa"]
    p["B.III.2.7"] = 10.0 * x["dvctt_xa_huyen"] / x["tthc_xa_huyen"]
    p["B.III.2.8"] = 10.0 * x["dvctt_huyen_tinh"] / x["tthc_huyen_tinh"]
    p["B.III.2.9"] = 10.0 * x["dvctt_3_cap"] / x["tthc_3_cap"]
    p["B.III.2"] = (
        p["B.III.2.1"] + p["B.III.2.2"] + p["B.III.2.3"] + p["B.III.2.4"] + p["B.III.2.5"]
        + p["B.III.2.6"] + p["B.III.2.7"] + p["B.III.2.8"] + p["B.III.2.9"]
    )  # fmt: skip
    p["B.III.3"] = 10.0 * x["y_kien_tra_loi"] / x["y_kien"]
    p["B.III.4.1"] = 10.0 * x["hop_truc_tuyen_tinh"] / x["hop_tinh"]
    p["B.III.4.2"] = 10.0 * x["ty_le_hop_truc_tuyen_xa"]
    p["B.III.4"] = p["B.III.4.1"] + p["B.III.4.2"]
    p["B.III.5"] = 10.0 * x["ty_le_dan_cu_so_hoa"]
    p["B.III"] = p["B.III.1"] + p["B.III.2"] + p["B.III.3"] + p["B.III.4"] + p["B.III.5"]

    p["B.IV.1"] = 10.0 if x["mau_bieu_dien_tu"] else 0.0
    p["B.IV.2"] = 10.0 if x["dang_nhap_mot_lan"] else 0.0
    p["B.IV.3"] = 10.0 * x["hs_dvctt_xa_huyen"] / x["hs_xa_huyen"]
    p["B.IV.4"] = 10.0 * x["hs_dvctt_huyen_tinh"] / x["hs_huyen_tinh"]
    p["B.IV.5"] = 10.0 * x["hs_dvctt_3_cap"] / x["hs_3_cap"]
    p["B.IV"] = p["B.IV.1"] + p["B.IV.2"] + p["B.IV.3"] + p["B.IV.4"] + p["B.IV.5"]

    p["B"] = p["B.I"] + p["B.II"] + p["B.III"] + p["B.IV"]
    p[""] = p["A"] + p["B"]
    return p


def levels(p: Mapping[str, float]) -> dict[tuple[str, str], str]:
    """The levels of V.3.2 and VI, by scale and row."""
    ready, results = _ready(p), _results(p)
    return {
        ("chinh-quyen-dien-tu", ""): _NAMES[max(ready, results)],
        ("san-sang", ""): _NAMES[ready],
        ("muc-do-dat-duoc", ""): _NAMES[results],
        ("hang-muc-a-i", "A.I"): _level(p["A.I"], 270.0, 240.0, 225.0, 210.0),
        ("hang-muc-a-ii", "A.II"): _level(p["A.II"], 108.0, 96.0, 90.0, 84.0),
        ("hang-muc-a-iii", "A.III"): _level(p["A.III"], 72.0, 64.0, 60.0, 56.0),
        ("hang-muc-b-iv", "B.IV"): _level(p["B.IV"], 45.0, 25.0, 0.0, 0.0),
        ("hang-muc-b-iii", "B.III"): _level(p["B.III"], 180.0, 160.0, 150.0, 140.0),
        ("hang-muc-b-ii", "B.II"): _level(p["B.II"], 315.0, 297.5, 280.0, 245.0),
        ("hang-muc-b-i", "B.I"): _level(p["B.I"], 360.0, 360.0, 340.0, 320.0),
    }


def _level(value: float, first: float, second: float, third: float, fourth: float) -> str:
    if value >= first:
        return _NAMES[0]
    if value >= second:
        return _NAMES[1]
    if value >= third:
        return _NAMES[2]
    return _NAMES[3] if value >= fourth else _NAMES[4]


def _ready(p: Mapping[str, float]) -> int:
    a, i, ii, iii = p["A"], p["A.I"], p["A.II"], p["A.III"]
    if a >= 450.0 and i >= 270.0 and ii >= 108.0 and iii >= 72.0:
        return 0
    if a >= 400.0 and i >= 240.0 and ii >= 96.0 and iii >= 64.0:
        return 1
    if a >= 375.0 and i >= 225.0 and ii >= 90.0 and iii >= 60.0:
        return 2
    return 3 if a >= 350.0 and i >= 210.0 and ii >= 84.0 and iii >= 56.0 else 4


def _results(p: Mapping[str, float]) -> int:
    b, i, ii, iii, iv = p["B"], p["B.I"], p["B.II"], p["B.III"], p["B.IV"]
    if b >= 900.0 and i >= 360.0 and ii >= 315.0 and iii >= 180.0 and iv >= 45.0:
        return 0
    if b >= 842.5 and i >= 360.0 and ii >= 297.5 and iii >= 160.0 and iv >= 25.0:
        return 1
    if b >= 770.0 and i >= 340.0 and ii >= 280.0 and iii >= 150.0:
        return 2
    return 3 if b >= 705.0 and i >= 320.0 and ii >= 245.0 and iii >= 140.0 else 4
