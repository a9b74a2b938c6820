"""The documents of comparisons and verifications."""

from typing import Annotated, Any, TypedDict

from rubrik.absence import Policy
from rubrik.codec.documents.sheets import LineView, SpanView
from rubrik.codec.documents.values import Exact, Head, Kind
from rubrik.comparison import Aspect
from rubrik.scoresheet import Verdict
from rubrik.submission import Adjudication

__all__ = [
    "ComparedLevels",
    "ComparedRatingView",
    "ComparedRowView",
    "ComparedSheetView",
    "ComparisonView",
    "InputChangeView",
    "ReadingChangeView",
    "VerificationView",
    "VerifiedRowView",
]


def __dir__() -> list[str]:
    return __all__


class ComparedSheetView(TypedDict):
    """One of two sheets as a whole."""

    rubric: str
    rubric_hash: str
    unit: str
    period: str
    missing: Annotated[str, Policy]
    points: SpanView | None
    max: Exact | None
    claimed: Exact | None
    verdict: Annotated[str, Verdict] | None
    warnings: list[str]


class InputChangeView(TypedDict):
    """An input as the first sheet has it and as the second does."""

    name: str
    label: str
    first: str | None
    second: str | None


class ReadingChangeView(TypedDict):
    """A reading with the option that each sheet was made under."""

    id: str
    first: str | None
    second: str | None


class ComparedLevels(TypedDict):
    """The level on a scale, and those that are possible while it is open."""

    level: str | None
    possible: list[str]


class ComparedRatingView(TypedDict):
    """The levels of two sheets on one scale."""

    scale: str
    name: str
    node: str | None
    decides: bool
    changed: bool
    first: ComparedLevels | None
    second: ComparedLevels | None


class ComparedRowView(TypedDict):
    """One row of two sheets, and what is otherwise in the second."""

    code: str
    kind: Kind
    name: str
    changed: list[Annotated[str, Aspect]]
    difference: SpanView | None
    inputs: list[InputChangeView]
    readings: list[str]
    first: LineView | None
    second: LineView | None


class ComparisonView(Head):
    """Two sheets row by row, those that changed first."""

    version: str
    first: ComparedSheetView
    second: ComparedSheetView
    one_rubric: bool
    notes: list[str]
    difference: SpanView | None
    claimed_difference: Exact | None
    ratings: list[ComparedRatingView]
    readings: list[ReadingChangeView]
    rows: list[ComparedRowView]


Decided = Annotated[dict[str, Any], Adjudication]


class VerifiedRowView(TypedDict):
    """One row as claimed, as computed and as verified."""

    code: str
    kind: Kind
    name: str
    changed: list[Annotated[str, Aspect]]
    claimed: Exact | None
    against_claim: SpanView | None
    against_computed: SpanView | None
    adjudication: Decided | None
    superseded: Decided | None
    computed: LineView
    verified: LineView


class VerificationView(Head):
    """A report as claimed, computed and verified, row by row."""

    version: str
    rubric: str
    rubric_hash: str
    unit: str
    period: str
    missing: Annotated[str, Policy]
    readings: dict[str, str]
    warnings: list[str]
    claimed: Exact | None
    computed: SpanView | None
    verified: SpanView | None
    max: Exact | None
    against_claim: SpanView | None
    against_computed: SpanView | None
    ratings: list[ComparedRatingView]
    rows: list[VerifiedRowView]
    open: list[str]
    open_inputs: list[str]
