"""A value of each kind that can be shown, from the rubrics and reports that ship."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve

import rubrik
from rubrik.showing import Shown

__all__ = ["NAMES", "SMALL", "small", "value"]

_EXAMPLES = Path(__file__).parents[2] / "examples"

SMALL = """
slug = "nho"
title = "Bộ tiêu chí nhỏ"
issuer = "UBND tỉnh mẫu"

[[input]]
name = "tong"
label = "Tổng số"
kind = "count"
unit = "người"

[[input]]
name = "phan"
label = "Phần"
kind = "count"

[[node]]
group = "1"
name = "Nhóm"
max = 100
rescaled = true

[[node]]
criterion = "1.1"
name = "Tỷ lệ"
max = 50
printed = "Điểm = Tỷ lệ*Điểm tối đa."
source = { file = "van-ban", line = 7 }
measure = { ratio = "phan", of = "tong" }
score = { kind = "proportional" }

[[node]]
criterion = "1.2"
name = "Có cán bộ"
max = 50
may_be_not_applicable = true
measure = { count = "tong" }
score = { kind = "proportional", rate = 1 }

[[scale]]
id = "muc"
name = "Xếp loại"
name_en = "level"
below = "Không đạt"
vetoes = [ { reason = "Khai sai", reason_en = "not as declared", annulled = ["1.1"] } ]
levels = [ { name = "Đạt", points = 1, from = 50 } ]

[[reading]]
id = "cach"
nodes = ["1.1"]
printed = "in"
question = "Hiểu thế nào?"
question_en = "How is it read?"
default = "in"
reason = "Như in."
reason_en = "As printed."
[reading.options]
in = { effect = "none", why = "Như in." }
gap-doi = { "1.1" = { score = { kind = "proportional", rate = "2 max" } } }
"""
"""A group of two rows, a scale and a reading."""


def _rubric() -> rubrik.Rubric:
    found = rubrik.loads(SMALL)
    assert isinstance(found, rubrik.Rubric)
    return found


def small(claims: dict[str, Any] | None = None, **inputs: object) -> rubrik.Scoresheet:
    """The sheet of a commune under the small rubric."""
    report = rubrik.Submission(
        rubric="nho", unit="Xã mẫu", period="2023", inputs=inputs, claims=claims or {}
    )
    return rubrik.score(_rubric(), report)


def _sheet(slug: str, report: str, **how: Any) -> rubrik.Scoresheet:  # noqa: ANN401 - as `score` takes
    submission = rubrik.load_submission(_EXAMPLES / f"{report}.toml")
    return rubrik.score(rubrik.load(slug), submission, **how)


@cache
def _commune() -> rubrik.Scoresheet:
    return _sheet("thanh-hoa/cap-xa-2023", "trieu-thanh-2023")


@cache
def _district() -> rubrik.Scoresheet:
    return _sheet("an-giang/cap-huyen-2018", "cap-huyen-mau-2018")


@cache
def _cohort() -> rubrik.Cohort:
    rubric = rubrik.load("thanh-hoa/cap-xa-2023")
    table = rubrik.load_table(_EXAMPLES / "cac-xa-bia-2023.csv", rubric)
    bad = rubrik.Submission(rubric=rubric.slug, unit="Xã bịa Nam", inputs={"cbcc": -1})
    return rubrik.score_all(rubric, [*table.submissions.values(), bad])


def _annulled() -> rubrik.Rating:
    """The rating of a unit whose evidence was found false."""
    false = rubrik.Adjudication(code="1.1", decision="annul", reason="bịa")
    report = evolve(small(tong=60, phan=60).submission, adjudications=(false,))
    return rubrik.ratings(rubrik.score(_rubric(), report))[0]


def _decided() -> rubrik.Scoresheet:
    """A sheet below a level, on which a verifier has left nothing to be had."""
    codes = ("1.1", "1.2")
    decided = [
        rubrik.Adjudication(code=code, decision="replace", points=1, reason="đếm lại")
        for code in codes
    ]
    return rubrik.score(_rubric(), evolve(small().submission, adjudications=decided))


def _unanswered() -> rubrik.Scoresheet:
    rubric = rubrik.load("thanh-hoa/cap-xa-2023")
    return rubrik.score(rubric, rubrik.Submission(rubric=rubric.slug))


def _few(unit: str, **inputs: object) -> rubrik.Cohort:
    """A cohort of one, without anything that compares units."""
    report = rubrik.Submission(rubric="nho", unit=unit, inputs=inputs)
    return rubrik.score_all(_rubric(), [report])


def _verification() -> rubrik.Verification:
    decided = rubrik.load_adjudications(_EXAMPLES / "trieu-thanh-2023-tham-dinh.toml")
    sheet = _commune()
    return rubrik.verify(sheet.rubric, sheet.submission, decided)


def _comparison(first: rubrik.Scoresheet) -> rubrik.Comparison:
    readings = {"mot-phan-nam-6-6": "mot-phan-ba"}
    other = rubrik.score(first.rubric, first.submission, readings=readings)
    return rubrik.compare(first, other)


_MADE: Mapping[str, Callable[[], Shown]] = {
    "rubric": lambda: rubrik.load("dong-nai/cap-huyen-2022"),
    "bare rubric": lambda: rubrik.Rubric(slug="nho", title="Nhỏ", nodes=()),
    "interpretation": lambda: rubrik.load("thanh-hoa/cap-xa-2023").under(),
    "sheet": _commune,
    "sheet with levels": lambda: _sheet("dong-nai/cap-huyen-2022", "cap-huyen-dong-nai-mau-2022"),
    "unanswered sheet": _unanswered,
    "decided sheet": _decided,
    "checklist": lambda: _sheet("thua-thien-hue/cap-xa-2020", "huong-xuan-2020"),
    "verified sheet": lambda: _verification().verified,
    "line": lambda: _commune().line("6.7"),
    "group": lambda: _commune().line("3"),
    "rating": lambda: rubrik.ratings(_district())[0],
    "unclaimed group": lambda: _district().line("A.I"),
    "rating at the top": lambda: rubrik.ratings(small(tong=60, phan=60))[0],
    "rating that is shut out": _annulled,
    "comparison": lambda: _comparison(_commune()),
    "comparison of two rubrics": lambda: rubrik.compare(_commune(), _district()),
    "comparison of one sheet": lambda: rubrik.compare(_district(), _district()),
    "verification": _verification,
    "undecided verification": lambda: rubrik.verify(_district().rubric, _district().submission),
    "league": lambda: _cohort().league(),
    "league within": lambda: _cohort().league("3", within="huyen"),
    "cohort": _cohort,
    "cohort of one": lambda: _few("Xã mẫu", tong=30),
    "cohort of none": lambda: _few("Xã mẫu", tong=-1),
    "league of none": lambda: _few("Xã mẫu", tong=-1).league(),
    "evaluation": lambda: rubrik.evaluate(_district().rubric, _district().submission.inputs),
    "audit": lambda: rubrik.audit(rubrik.load("thanh-hoa/cap-xa-2023")),
    "clean audit": lambda: rubrik.audit(rubrik.load("thua-thien-hue/cap-xa-2020")),
    "finding": lambda: rubrik.audit(rubrik.load("thanh-hoa/cap-xa-2023"))[0],
}

NAMES = list(_MADE)
"""What there is a value of."""


@cache
def value(name: str) -> Shown:
    """The value of a name."""
    return _MADE[name]()
