"""Small rubrics built by hand, and what a report is worth under them."""

from fractions import Fraction
from typing import Any

import rubrik
from rubrik import Band, Banded, Criterion, Group, Line, Rubric, Scoresheet, Submission
from rubrik.measures import (
    Amount,
    AmountInput,
    ChoiceInput,
    Constraint,
    Count,
    CountInput,
    FlagInput,
    Input,
    ItemsInput,
    Measure,
    ShareInput,
    TableInput,
)
from rubrik.rubric import Node, check
from rubrik.scorers import Rule

INPUTS: tuple[Input, ...] = (
    CountInput(name="a", label="Số A", unit="người"),
    CountInput(name="b", label="Số B"),
    CountInput(name="quarters", label="Số quý", max=4),
    AmountInput(name="m", label="Kinh phí", unit="triệu đồng"),
    ShareInput(name="s", label="Tỷ lệ"),
    FlagInput(name="f", label="Kế hoạch", yes="Đã ban hành", no="Chưa ban hành"),
    ChoiceInput(name="c", label="Chuyên mục", options={"own": "Có riêng", "none": "Chưa có"}),
    ItemsInput(name="i", label="Nền tảng", options={"p": "Smart", "q": "Phản hồi", "r": "Khác"}),
    TableInput(
        name="t",
        label="Dịch vụ công",
        part="trực tuyến",
        whole="tất cả",
        rows="t_rows",
        sum="t_sum",
        mean="t_mean",
    ),
)
"""One input of every kind, and a second count."""


def rubric_of(*nodes: Node, **more: Any) -> Rubric:  # noqa: ANN401 - whatever a rubric holds
    """A rubric of these rows, checked."""
    return check(
        Rubric(**{"slug": "nho", "title": "Nhỏ", "nodes": nodes, "inputs": INPUTS, **more})
    )


def sheet_of(
    rubric: Rubric,
    *,
    readings: dict[str, str] | None = None,
    missing: str | None = None,
    cohort: dict[str, rubrik.CohortBounds] | None = None,
    **report: Any,  # noqa: ANN401 - whatever a submission holds
) -> Scoresheet:
    """The sheet of one report."""
    given = Submission(rubric=rubric.slug, **report)
    return rubrik.score(rubric, given, readings=readings, missing=missing, cohort=cohort)


def line_of(
    score: Rule | None,
    measure: Measure | None = None,
    *,
    max: Fraction | int | None = 10,  # noqa: A002 - what the field is called
    constraints: tuple[str, ...] = (),
    **report: Any,  # noqa: ANN401 - whatever a submission holds
) -> Line:
    """The line of a rubric of one criterion, "1", under a report of inputs alone."""
    row = Criterion(code="1", name="Một", max=max, measure=measure, score=score)
    found = rubric_of(row, constraints=tuple(Constraint(each) for each in constraints))
    return sheet_of(found, inputs=report).line("1")


def fixed(code: str, points: object, **more: Any) -> Criterion:  # noqa: ANN401 - any other field
    """A criterion that gives the same points whatever is reported."""
    score = rubrik.Amount(rubrik.rational(points))
    return Criterion(code=code, name=f"Hàng {code}", score=score, **{"max": 10, **more})


def per_unit(code: str, name: str, **more: Any) -> Criterion:  # noqa: ANN401 - likewise
    """A criterion that gives a point for each unit of a count or an amount."""
    measure: Measure = Amount(name) if name == "m" else Count(name)
    score = rubrik.Proportional(rate=1)
    fields = {"max": 10, "measure": measure, "score": score, **more}
    return Criterion(code=code, name=f"Hàng {code}", **fields)


def group(code: str, max: object = None, **more: Any) -> Group:  # noqa: A002, ANN401 - likewise
    """A group."""
    return Group(code=code, name=f"Nhóm {code}", max=max, **more)


def banded(*bands: Band) -> Banded:
    """A table of bands."""
    given: Any = bands
    return Banded(bands=given)
