from pathlib import Path

from cli.running import Rubrik

RUBRIC = """
slug = "danh-muc"
title = "Danh mục"

[[input]]
name = "trang"
kind = "flag"
label = "Trang thông tin"
yes = "Đạt"
no = "Chưa đạt"

[[input]]
name = "thu"
kind = "flag"
label = "Thư điện tử"

[[node]]
criterion = "1"
name = "Có trang thông tin"
measure = { flag = "trang" }

[[node]]
criterion = "2"
name = "Có thư điện tử"
measure = { flag = "thu" }
"""
REPORT = """
rubric = "danh-muc"
inputs = { trang = "Đạt" }
"""


def test_a_checklist_is_counted_and_not_added_up(rubrik: Rubrik, tmp_path: Path) -> None:
    """A sheet without points shows none, counts what is achieved, and lists what is not stated."""
    (tmp_path / "b.toml").write_text(RUBRIC, encoding="utf-8")
    (tmp_path / "p.toml").write_text(REPORT, encoding="utf-8")
    result = rubrik("score", str(tmp_path / "p.toml"), "--rubric", str(tmp_path / "b.toml"))

    assert 0 == result.status
    assert "Số tiêu chí đạt 1 đạt · 0 chưa đạt · 1 không nêu" in result.flat
    assert "Tổng điểm" not in result.flat
    assert "thu Thư điện tử 2" in result.flat
