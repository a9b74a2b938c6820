"""A small rubric that asks for every kind of input, for tables of units under it."""

from pathlib import Path
from typing import Any, Final

import polars as pl

__all__ = ["COMPLETE", "RUBRIC", "complaints", "read", "states", "write"]

RUBRIC: Final = """
slug = "bang-nho"
title = "Bảng nhỏ"
constraints = ["a <= b"]
[[input]]
name = "a"
kind = "count"
label = "Số A"
[[input]]
name = "b"
kind = "count"
label = "Số B"
[[input]]
name = "ty_le"
kind = "share"
label = "Tỷ lệ"
[[input]]
name = "tien"
kind = "amount"
unit = "triệu đồng"
label = "Tiền"
[[input]]
name = "co"
kind = "flag"
label = "Có hay không"
[[input]]
name = "loai"
kind = "choice"
label = "Loại"
options = { x = "X", y = "Y" }
[[input]]
name = "muc"
kind = "items"
label = "Mục"
options = { p = "P", q = "Q" }
[[input]]
name = "bang"
kind = "table"
label = "Bảng"
part = "số"
whole = "tổng"
rows = "bang_hang"
sum = "bang_tong"
[[node]]
criterion = "1"
name = "Một"
max = 10
measure = { ratio = "a", of = "b" }
score = { kind = "proportional" }
[[node]]
criterion = "2"
name = "Hai"
max = 10
measure = { share = "ty_le" }
score = { kind = "proportional" }
[[node]]
criterion = "3"
name = "Ba"
max = 10
measure = { amount = "tien" }
score = { kind = "banded", bands = [ { from = 2.5, points = "max" }, { below = 2.5, points = 0 } ] }
[[node]]
criterion = "4"
name = "Bốn"
max = 10
measure = { flag = "co" }
score = { kind = "boolean", yes = "max", no = 0 }
[[node]]
criterion = "5"
name = "Năm"
max = 10
measure = { choice = "loai" }
score = { kind = "choice", options = { x = "max", y = 0 } }
[[node]]
criterion = "6"
name = "Sáu"
max = 10
measure = { items = "muc" }
score = { kind = "proportional", rate = 5 }
[[scale]]
id = "s"
name = "Mức"
below = "Chưa đạt"
levels = [ { name = "Tốt", from = 50 }, { name = "Khá", from = 30 } ]
[[reading]]
id = "toi-da"
nodes = ["2"]
printed = "(để trống)"
question = "Hai là bao nhiêu?"
question_en = "What is 2 worth?"
default = "10"
reason = "Như các hàng khác."
reason_en = "As the other rows."
[reading.options]
"10" = { "2" = { max = 10 } }
"0" = { "2" = { max = 0 } }
"""

COMPLETE: Final = "unit,a,b,ty_le,tien,co,loai,muc\nXã 1,1,2,50%,2.5,Có,x,p;q\n"
"""A table of one unit that answers everything: 5 + 5 + 10 + 10 + 10 + 10 points."""


def read(path: str | Path) -> list[dict[str, Any]]:
    """The rows of a table that was written."""
    match Path(path).suffix:
        case ".parquet":
            return pl.read_parquet(path).to_dicts()
        case ".jsonl" | ".ndjson":
            return pl.read_ndjson(path).to_dicts()
        case suffix:
            separator = "\t" if suffix == ".tsv" else ","
            return pl.read_csv(path, separator=separator).to_dicts()


def write(frame: pl.DataFrame, path: Path) -> None:
    """Write a table as the kind that its name says."""
    match path.suffix:
        case ".parquet":
            frame.write_parquet(path)
        case ".jsonl" | ".ndjson":
            frame.write_ndjson(path)
        case suffix:
            frame.write_csv(path, separator="\t" if suffix == ".tsv" else ",")


def complaints(said: str) -> str:
    """What is said on standard error above how many rows there are and where they are now."""
    *above, rows, written = said.splitlines(keepends=True)

    assert rows.startswith(("Số hàng: ", "Rows: "))
    assert written.startswith("đã ghi ") or written.endswith(" is written\n")
    return "".join(above)


def states(path: str | Path) -> list[str]:
    """What became of each row of a table that was written."""
    return [row["rubrik_status"] for row in read(path)]
