"""A small rubric in which nothing is to be found, and what is found in changed ones."""

from typing import Final

import rubrik
from rubrik import Rubric

__all__ = ["CLEAN", "READING", "SCALE", "Found", "changed", "found", "scaled"]

CLEAN: Final = """
slug = "nho"
title = "Nhỏ"

[[input]]
name = "cards"
kind = "count"
label = "Thẻ"

[[input]]
name = "readers"
kind = "count"
label = "Bạn đọc"

[[input]]
name = "quarters"
kind = "count"
label = "Số quý"
max = 4

[[input]]
name = "plan"
kind = "flag"
label = "Kế hoạch"

[[input]]
name = "head"
kind = "choice"
label = "Trưởng ban"
options = { chair = "Chủ tịch", none = "Chưa có" }

[[node]]
group = "1"
name = "Nhóm"
max = 30

[[node]]
criterion = "1.1"
name = "Tỷ lệ thẻ"
max = 10
printed = "Từ 50% được 10 điểm"
measure = { ratio = "cards", of = "readers", when_empty = 0 }
score = { kind = "proportional", full_from = "50%" }
examples = [{ inputs = { cards = 1, readers = 4 }, points = 5 }]

[[node]]
criterion = "1.2"
name = "Số quý"
max = 10
measure = { count = "quarters" }
[node.score]
kind = "banded"
bands = [
  { from = 4, points = 10 },
  { from = 2, to = 3, points = 5 },
  { below = 2, points = 0 },
]
[[node.examples]]
inputs = { quarters = 4 }
points = 10

[[node]]
criterion = "1.3"
name = "Kế hoạch và trưởng ban"
max = 10
measure = { choice = "head" }
[node.score]
kind = "gated"
when = { measure = { flag = "plan" }, is = true }
then = { kind = "choice", options = { chair = "max", none = 0 } }
[[node.examples]]
inputs = { plan = false }
points = 0
"""
"""No finding at all: every change below makes one."""

READING: Final = """
[[reading]]
id = "hoi"
nodes = ["1", "1.1", "1.2", "1.3"]
printed = "in"
question = "Hiểu thế nào?"
question_en = "How is it read?"
default = "in"
reason = "Như in."
reason_en = "As printed."
[reading.options]
in = {}
khac = { %s }
"""
"""A reading, open for the fields that its other option replaces."""

SCALE: Final = """
[[scale]]
id = "muc"
name = "Xếp loại"
below = "Không xếp loại"
[[scale.levels]]
name = "Tốt"
conditions = [{ node = "1", points = 25 }, { node = "1.2", points = 8 }]
[[scale.levels]]
name = "Khá"
conditions = [{ node = "1", points = 15 }, { node = "1.1", share = "50%" }]
"""
"""Two levels of the small rubric in which nothing is to be found.

Row 1 is the sum of 1.1, 1.2 and 1.3, which are worth 10 each; 25 of it leaves 5 to each at least.
"""

Found = tuple[str, str, str]
"""The code of a finding, its severity, and what it says in English."""


def changed(*changes: tuple[str, str], more: str = "") -> Rubric:
    """The small rubric with some of its text replaced."""
    text = CLEAN
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    rubric = rubrik.loads(text + more)
    assert isinstance(rubric, Rubric)
    return rubric


def scaled(*changes: tuple[str, str], more: str = "") -> Rubric:
    """The small rubric with the scale, some of whose text is replaced."""
    text = SCALE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return changed(more=text + more)


def found(rubric: Rubric, kind: str) -> list[Found]:
    """The findings of a kind."""
    return [
        (each.code, each.severity.value, each.message.text("en"))
        for each in rubrik.audit(rubric)
        if each.kind.value == kind
    ]
