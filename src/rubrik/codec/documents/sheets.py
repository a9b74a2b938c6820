"""The document of a scoresheet, and of a rubric as it is read."""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from rubrik.absence import Policy, Status
from rubrik.codec.documents.levels import RatingView, ScaleView
from rubrik.codec.documents.values import Bilingual, Decimal, Exact, Head, Kind, Source
from rubrik.measures import Input, Measure
from rubrik.rubric import Document
from rubrik.scales import Ranking
from rubrik.scorers import Rule
from rubrik.scoresheet import Verdict
from rubrik.submission import Adjudication

__all__ = [
    "ChecklistView",
    "LineNumbers",
    "LineView",
    "NodeView",
    "ReadingView",
    "RubricView",
    "SheetView",
    "SpanNumbers",
    "SpanView",
]


def __dir__() -> list[str]:
    return __all__


class SpanNumbers(TypedDict):
    """The same numbers, rounded."""

    exact: Decimal | None
    low: Decimal | None
    high: Decimal | None


class SpanView(TypedDict):
    """Exact points where they are one number, the ends that hold them, and rounded decimals."""

    exact: Exact | None
    low: Exact | None
    high: Exact | None
    decimal: SpanNumbers


class ChecklistView(TypedDict):
    """How many rows of a checklist are achieved, are not, and do not say."""

    achieved: int
    failed: int
    unanswered: int


class LineNumbers(TypedDict):
    """The numbers of a line, rounded."""

    points: Decimal | None
    low: Decimal | None
    high: Decimal | None
    max: Decimal | None
    claimed: Decimal | None
    difference: Decimal | None


class LineView(TypedDict):
    """One row of a sheet: its points, its claim and its why."""

    code: str
    kind: Kind
    name: str
    status: Annotated[str, Status]
    points: Exact | None
    low: Exact | None
    high: Exact | None
    max: Exact | None
    claimed: Exact | None
    difference: Exact | None
    decimal: LineNumbers
    verdict: Annotated[str, Verdict] | None
    reason: str
    reasons: Bilingual
    notes: list[str]
    counted: bool
    achieved: bool | None
    inputs: dict[str, str]
    missing: list[str]
    evidence: str
    printed: str
    source: Source | None
    adjudication: Annotated[dict[str, Any], Adjudication] | None


class SheetView(Head):
    """The points of one submission under one rubric, with the reason for each of them."""

    rubric: str
    rubric_hash: str
    version: str
    unit: str
    period: str
    labels: dict[str, str]
    missing: Annotated[str, Policy]
    readings: dict[str, str]
    points: SpanView
    max: Exact | None
    claimed: Exact | None
    verdict: Annotated[str, Verdict] | None
    checklist: ChecklistView | None
    warnings: list[str]
    ratings: list[RatingView]
    lines: list[LineView]
    open_inputs: list[str]


class NodeView(TypedDict):
    """One row: its printed maximum, and maximum and rule as the readings have them."""

    code: str
    parent: str | None
    kind: Kind
    name: str
    max: Exact | None
    printed_max: Exact | None
    printed: str
    note: str
    source: Source | None
    measure: Annotated[dict[str, Any], Measure] | None
    score: Annotated[dict[str, Any] | str, Rule] | None
    capped: bool
    counts: NotRequired[Literal["parts", "rule"]]


class ReadingView(TypedDict):
    """A question that the print leaves open, its answers, and the one that is chosen."""

    id: str
    nodes: list[str]
    printed: str
    question: str
    question_en: str
    default: str
    reason: str
    reason_en: str
    options: dict[str, dict[str, dict[str, Any] | str]]
    labels: NotRequired[dict[str, str]]
    chosen: str


class RubricView(Head):
    """A rubric as it is read: its rows in printed order, its inputs, its readings."""

    version: str
    slug: str
    title: str
    hash: str
    max: Exact | None
    issuer: str
    number: str
    date: str
    effective_year: int | None
    documents: list[Annotated[dict[str, Any], Document]]
    nodes: list[NodeView]
    inputs: list[Annotated[dict[str, Any], Input]]
    constraints: list[str]
    readings: list[ReadingView]
    scales: list[ScaleView]
    ranking: Annotated[dict[str, Any], Ranking]
