"""The documents that only commands write."""

from typing import Annotated, Any, TypedDict

from rubrik.absence import Policy
from rubrik.auditing import Kind, Severity
from rubrik.codec.documents.values import Exact, Head

__all__ = [
    "AuditView",
    "BlankView",
    "FindingView",
    "ListView",
    "ListedView",
    "PinnedView",
    "RefusedRowView",
    "TableView",
    "TemplateInputView",
    "TemplateRowView",
    "TemplateView",
]


def __dir__() -> list[str]:
    return __all__


class ListedView(TypedDict):
    """One rubric at hand, and where it comes from."""

    slug: str
    origin: str
    title: str
    hash: str
    max: Exact | None
    effective_year: int | None
    criteria: int
    inputs: int
    readings: int


class ListView(Head):
    """The rubrics at hand."""

    version: str
    rubrics: list[ListedView]


class FindingView(TypedDict):
    """One thing found in a rubric."""

    code: str
    kind: Annotated[str, Kind]
    severity: Annotated[str, Severity]
    message: str
    printed: str


class AuditView(Head):
    """What an audit finds in a rubric."""

    rubric: str
    rubric_hash: str
    version: str
    findings: list[FindingView]


class PinnedView(TypedDict):
    """The head of a submission to be filled in."""

    rubric: str
    rubric_hash: str
    unit: str
    period: str


class BlankView(PinnedView):
    """A submission to be filled in, as files write it."""

    inputs: dict[str, Any]
    claims: dict[str, Any]
    evidence: dict[str, Any]


class TemplateInputView(TypedDict):
    """One input that a rubric asks for, and the rows that read it."""

    name: str
    label: str
    kind: str
    unit: str
    allowed: str
    options: dict[str, str]
    definition: str
    form: str
    criteria: list[str]


class TemplateRowView(TypedDict):
    """One row that points can be claimed for."""

    code: str
    name: str
    max: Exact | None


class TemplateView(Head):
    """An empty submission, with what there is to fill in beside it."""

    version: str
    submission: BlankView
    inputs: list[TemplateInputView]
    criteria: list[TemplateRowView]


class RefusedRowView(TypedDict):
    """A row of a table that could not be scored, and why."""

    source: str
    problems: list[str]


class TableView(Head):
    """What came of a table: how many rows are in each state, and the first that were refused."""

    rubric: str
    rubric_hash: str
    version: str
    missing: Annotated[str, Policy]
    readings: dict[str, str]
    output: str
    rows: int
    scored: int
    open: int
    refused: int
    unproved: int
    broken: list[RefusedRowView]
