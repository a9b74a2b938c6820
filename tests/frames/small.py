"""A small rubric with an input of every kind, a scale and a reading, and frames for it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import evolve

from frames.backends import Backend, Columns, Typed
from rubrik import (
    Band,
    Banded,
    Boolean,
    Choice,
    Criterion,
    Group,
    Level,
    Proportional,
    Rubric,
    Scale,
    Threshold,
)
from rubrik.frames import certify, score
from rubrik.measures import (
    Amount,
    AmountInput,
    ChoiceInput,
    CountInput,
    Flag,
    FlagInput,
    Input,
    Items,
    ItemsInput,
    Ratio,
    ShareInput,
)
from rubrik.measures import Choice as Chosen
from rubrik.rubric import Reading, ReadingOption, Replacement, check
from rubrik.scorers import Rule

__all__ = ["COLUMNS", "RUBRIC", "certified", "one_of", "only", "scored", "with_columns"]

INPUTS: Final[tuple[Input, ...]] = (
    CountInput(name="phan", label="Phần", unit="người"),
    CountInput(name="toan", label="Toàn bộ", unit="người"),
    ShareInput(name="ty_le", label="Tỷ lệ"),
    AmountInput(name="tien", label="Kinh phí", unit="triệu đồng"),
    FlagInput(name="co", label="Kế hoạch", yes="Đã ban hành", no="Chưa ban hành"),
    ChoiceInput(name="chon", label="Chuyên mục", options={"rieng": "Có riêng", "chung": "Chung"}),
    ItemsInput(name="muc", label="Nền tảng", options={"x": "Smart", "y": "Phản hồi"}),
)

NODES: Final = (
    Group(code="A", name="Con người", max=20),
    Criterion(
        code="A.1",
        name="Tỷ lệ",
        max=10,
        measure=Ratio(ratio="phan", of="toan", stated="ty_le"),
        score=Proportional(),
    ),
    Criterion(code="A.2", name="Kế hoạch", max=10, measure=Flag("co"), score=Boolean()),
    Group(code="B", name="Hạ tầng", max=30, rescaled=True),
    Criterion(
        code="B.1",
        name="Chuyên mục",
        max=10,
        measure=Chosen("chon"),
        score=Choice({"rieng": "max", "chung": "1/2 max"}),
    ),
    Criterion(
        code="B.2",
        name="Nền tảng",
        max=10,
        measure=Items("muc"),
        score=Proportional(full_from=2),
        may_be_not_applicable=True,
    ),
    Criterion(
        code="B.3",
        name="Kinh phí",
        max=10,
        measure=Amount("tien"),
        score=Banded(bands=(Band(below="0.3", points=0), Band(from_="0.3", points=10))),
    ),
)

READING: Final = Reading(
    id="ke-hoach",
    nodes=("A.2",),
    printed="10",
    question="Kế hoạch được mấy điểm?",
    question_en="What is a plan worth?",
    default="muoi",
    reason="Như in.",
    reason_en="As printed.",
    options=(
        ReadingOption(id="muoi", no_effect="Như in."),
        ReadingOption(id="nam", label="5", replaces=(Replacement("A.2", "max", 5),)),
    ),
)

SCALE: Final = Scale(
    id="muc-do",
    name="Mức độ",
    levels=(
        Level(name="Tốt", conditions=(Threshold(share="0.8"),)),
        Level(name="Khá", conditions=(Threshold(share="0.5"),)),
    ),
    below="Yếu",
)

RUBRIC: Final = check(
    Rubric(
        slug="nho",
        title="Bộ tiêu chí nhỏ",
        inputs=INPUTS,
        nodes=NODES,
        readings=(READING,),
        scales=(SCALE,),
    )
)
"""Two groups of 20 and 30 points, and levels from 40 and from 25 of the 50."""

COLUMNS: Final[Columns] = {
    "row": ("int64", [0, 1, 2, 3, 4]),
    "phan": ("int64", [3, 1, None, 9, 0]),
    "toan": ("int64", [4, 3, None, 8, 0]),
    "ty_le": ("double", [None, None, 0.35, None, None]),
    "tien": ("double", [0.1 + 0.2, 0.2, 5.0, 1.0, None]),
    "co": ("bool", [True, True, False, True, True]),
    "chon": ("string", ["rieng", "chung", "chung", "rieng", "rieng"]),
    "muc:x": ("bool", [True, True, False, True, True]),
    "muc:y": ("bool", [True, False, False, True, None]),
}
"""A unit that has nearly all, one that has half, one with a stated share, one whose part is larger
than its whole, and one that leaves things open."""


def with_columns(**changed: Typed) -> Columns:
    """The same frame with some columns changed or added."""
    return {**COLUMNS, **changed}


def scored(
    backend: Backend,
    columns: Columns,
    rubric: Rubric = RUBRIC,
    /,
    **asked: Any,  # noqa: ANN401 - whatever `score` takes
) -> list[dict[str, Any]]:
    """The rows of a frame once it is scored."""
    return backend.rows(score(rubric, backend.frame(columns), **asked))


def certified(
    backend: Backend,
    columns: Columns,
    rubric: Rubric = RUBRIC,
    /,
    **asked: Any,  # noqa: ANN401 - whatever both take
) -> list[dict[str, Any]]:
    """The rows of a frame once all of it is proved."""
    return backend.rows(certify(rubric, score(rubric, backend.frame(columns), **asked), **asked))


def one_of(rule: Rule, *inputs: Input, **more: Any) -> Rubric:  # noqa: ANN401 - any other field
    """A rubric of one criterion, ``1``, worth 10 at most, over some inputs or those of above."""
    row = Criterion(code="1", name="Một", max=10, score=rule)
    return evolve(RUBRIC, nodes=(row,), inputs=inputs or INPUTS, readings=(), scales=(), **more)


def only(rows: Sequence[Mapping[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    """Some columns of some rows."""
    return [tuple(row[name] for name in names) for row in rows]
