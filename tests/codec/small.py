"""A small rubric that uses every kind of row, rule, measure and input, and a report under it."""

import json
import tomllib
from decimal import Decimal
from typing import Any, Final

import rubrik
from rubrik import Rubric, Submission

RUBRIC_TEXT: Final = """
slug = "nho"
title = "Nhỏ"
effective_year = 2023
constraints = ["a <= b"]
[[document]]
id = "d"
title = "D"
[shapes]
sh = { kind = "proportional" }
[[input]]
name = "a"
kind = "count"
label = "A"
[[input]]
name = "b"
kind = "count"
label = "B"
max = 12
[[input]]
name = "s"
kind = "share"
label = "S"
[[input]]
name = "m"
kind = "amount"
unit = "triệu đồng"
label = "M"
[[input]]
name = "f"
kind = "flag"
label = "F"
[[input]]
name = "c"
kind = "choice"
label = "C"
options = { x = "X", y = "Y" }
[[input]]
name = "l"
kind = "items"
label = "L"
options = { p = "P", q = "Q" }
[[input]]
name = "t"
kind = "table"
label = "T"
part = "số"
whole = "tổng"
rows = "t_rows"
sum = "t_sum"
mean = "t_mean"
[[node]]
group = "1"
name = "G"
max = 30
capped = true
rescaled = true
source = { file = "d", line = 3, name = "3" }
[[node]]
criterion = "1.1"
name = "R"
max = 10
measure = { ratio = "a", of = "b", stated = "s", when_empty = 0 }
score = "sh"
examples = [ { inputs = { a = 1, b = 2 }, points = 5 }, { inputs = {}, status = "missing" } ]
[[node]]
criterion = "1.2"
name = "B"
max = 10
measure = { count = "a" }
[node.score]
kind = "banded"
bands = [
  { from = 4, points = "max" },
  { from = 2, below = 4, score = { kind = "proportional", rate = 1 } },
]
[[node]]
criterion = "1.3"
name = "C"
max = 10
may_be_not_applicable = true
[node.score]
kind = "sum"
floor = 0
[[node.score.parts]]
kind = "boolean"
measure = { flag = "f" }
yes = 2
[[node.score.parts]]
kind = "choice"
measure = { choice = "c" }
[node.score.parts.options]
x = "max"
y = { kind = "stepped", step = 1, rounding = "down", measure = { share = "s" } }
[[node]]
group = "2"
name = "G2"
counts = "rule"
max = 5
measure = { items = "l" }
score = { kind = "capped", part = { kind = "proportional", rate = 1 }, at = "1/2 max" }
[[node]]
criterion = "2.1"
name = "D"
max = 5
[node.score]
kind = "gated"
when = { measure = { items = "l", item = "p" }, is = true }
then = { kind = "min_max_normalized", constant = "undefined", measure = { amount = "m" } }
[node.score.otherwise]
kind = "clamped"
low = 0
high = 2
part = { kind = "proportional", measure = { weighted = { a = 1, b = "-1/2" } }, rate = 1 }
[[node]]
criterion = "3"
name = "E"
max = 5
capped = false
[node.score]
kind = "best_of"
[[node.score.parts]]
kind = "proportional"
measure = { growth = "a", since = "b" }
[[node.score.parts]]
kind = "worst_of"
measure = { count = "t_rows" }
parts = [1, { kind = "proportional", rate = "1/2" }]
[[node.score.parts]]
kind = "proportional"
measure = { share = "t_mean" }
[[reading]]
id = "r"
nodes = ["1.1"]
printed = "p"
question = "q"
question_en = "q"
default = "o1"
reason = "r"
reason_en = "r"
[reading.options]
o1 = {}
o2 = { "1.1" = { max = 8, "measure.when_empty" = 1, score = "sh" } }
o3 = { "1.3" = { "score.floor" = 1, "score.parts.1.options.x" = 1 } }
o4 = { effect = "none", why = "w" }
[reading.labels]
o1 = "L1"
"""

REPORT_TEXT: Final = """
rubric = "nho"
unit = "UBND xã"
period = "2023"
not_applicable = ["1.3"]
[labels]
huyen = "Huyện Ví Dụ"
[inputs]
a = 3
b = 4
s = "50%"
m = 2.5
f = "Có"
c = "x"
l = ["p"]
t = [[1, 2], [0, 0]]
[derived]
a = "2 + 1"
[claims]
"1.1" = "7,5"
[evidence]
"1.1" = "QĐ số 12"
[[adjudication]]
code = "1.2"
decision = "replace"
points = 2
reason = "biên bản 3"
reference = "số 3"
"""


def as_json(text: str) -> str:
    """The same file as JSON, every number as it is written."""
    return _json(tomllib.loads(text, parse_float=Decimal))


def _json(value: Any) -> str:  # noqa: ANN401 - any plain data
    if isinstance(value, dict):
        return (
            f"{{{', '.join(f'{json.dumps(key)}: {_json(each)}' for key, each in value.items())}}}"
        )
    if isinstance(value, list):
        return f"[{', '.join(map(_json, value))}]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value)


def rubric() -> Rubric:
    """The rubric."""
    found = rubrik.loads(RUBRIC_TEXT)
    assert isinstance(found, Rubric)
    return found


def report() -> Submission:
    """The report."""
    found = rubrik.loads(REPORT_TEXT)
    assert isinstance(found, Submission)
    return found


def minimal(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any plain data
    """The least that a rubric's file holds, and what else is given."""
    return {"slug": "nho", "title": "Nhỏ", "node": [], **more}


def with_row(score: Any = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any plain data
    """A rubric's file of one row, "1", of at most 10 points, and two inputs to read."""
    row: dict[str, Any] = {"criterion": "1", "name": "Một", "max": 10, "score": score}
    inputs = [
        {"kind": "count", "name": "a", "label": "Số A"},
        {"kind": "flag", "name": "f", "label": "Kế hoạch"},
    ]
    return minimal(node=[{**row, **more}], input=inputs)
