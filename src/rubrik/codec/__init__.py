"""TOML and JSON ⇄ model: the only user of cattrs and tomllib."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rubrik.codec.cohort_views import cohort_view, league_view
from rubrik.codec.comparison_views import comparison_view, verification_view
from rubrik.codec.documents import levels as _of_levels
from rubrik.codec.documents.cohorts import (
    BrokenView,
    CohortView,
    LeagueView,
    PlaceNumbers,
    PlaceRatingView,
    PlaceView,
)
from rubrik.codec.documents.commands import (
    AuditView,
    BlankView,
    FindingView,
    ListedView,
    ListView,
    PinnedView,
    RefusedRowView,
    TableView,
    TemplateInputView,
    TemplateRowView,
    TemplateView,
)
from rubrik.codec.documents.comparisons import (
    ComparedLevels,
    ComparedRatingView,
    ComparedRowView,
    ComparedSheetView,
    ComparisonView,
    InputChangeView,
    ReadingChangeView,
    VerificationView,
    VerifiedRowView,
)
from rubrik.codec.documents.levels import (
    AllView,
    AnyView,
    AtLeastView,
    ConditionView,
    LevelHeldView,
    LevelView,
    RatingView,
    ResultView,
    RoomView,
    ScaleView,
    StepView,
    ThresholdView,
    UnmetView,
    VetoHeldView,
    VetoView,
)
from rubrik.codec.documents.sheets import (
    ChecklistView,
    LineNumbers,
    LineView,
    NodeView,
    ReadingView,
    RubricView,
    SheetView,
    SpanNumbers,
    SpanView,
)
from rubrik.codec.files import parsed, read_text
from rubrik.codec.level_views import rating_view, scale_view
from rubrik.codec.models import adjudications_from, cohort_from, rubric_from, submission_from
from rubrik.codec.outputs import json_schema
from rubrik.codec.plain import plain
from rubrik.codec.scales import scales_from
from rubrik.codec.tables import JSON_LINES, Table, load_table
from rubrik.codec.views import rubric_view, sheet_view
from rubrik.cohort import CohortRecord
from rubrik.comparison import Comparison, Verification
from rubrik.errors import FileFormatError, required
from rubrik.languages import Lang, checked
from rubrik.rubric import Rubric
from rubrik.scales import Scale
from rubrik.scoresheet import Scoresheet
from rubrik.submission import Adjudications, Submission
from rubrik.wording import message

__all__ = [
    "JSON_LINES",
    "AllView",
    "AnyView",
    "AtLeastView",
    "AuditView",
    "BlankView",
    "BrokenView",
    "ChecklistView",
    "CohortView",
    "ComparedLevels",
    "ComparedRatingView",
    "ComparedRowView",
    "ComparedSheetView",
    "ComparisonView",
    "ConditionView",
    "FindingView",
    "InputChangeView",
    "LeagueView",
    "LevelHeldView",
    "LevelView",
    "LineNumbers",
    "LineView",
    "ListView",
    "ListedView",
    "NodeView",
    "PinnedView",
    "PlaceNumbers",
    "PlaceRatingView",
    "PlaceView",
    "RatingView",
    "ReadingChangeView",
    "ReadingView",
    "RefusedRowView",
    "RequirementView",
    "ResultView",
    "RoomView",
    "RubricView",
    "ScaleView",
    "SheetView",
    "SpanNumbers",
    "SpanView",
    "StepView",
    "Table",
    "TableView",
    "TemplateInputView",
    "TemplateRowView",
    "TemplateView",
    "ThresholdView",
    "UnmetView",
    "VerificationView",
    "VerifiedRowView",
    "VetoHeldView",
    "VetoView",
    "cohort_view",
    "comparison_view",
    "dumps",
    "json_schema",
    "league_view",
    "load_adjudications",
    "load_cohort",
    "load_scales",
    "load_submission",
    "load_table",
    "loads",
    "rating_view",
    "read_rubric",
    "rubric_view",
    "scale_view",
    "sheet_view",
    "verification_view",
]


def __dir__() -> list[str]:
    return __all__


RequirementView = _of_levels.RequirementView
"""What a level or a veto asks for: one threshold, or several that are joined."""


def loads(text: str) -> Rubric | Submission | CohortRecord:
    """A rubric, a submission or a published cohort from TOML or JSON.

    A table with a ``slug`` is a rubric, one with ``bounds`` is a cohort.

    Raises:
        FileFormatError: the text is neither TOML nor JSON, or too large, or nested too deep.
        RubricError, SubmissionError, CohortError: with every problem found.
        TypeError: ``text`` is no text.
    """
    if _PATH.fullmatch(required(text, str)):
        raise FileFormatError(message("path-as-text"))
    raw = parsed(text)
    if "slug" in raw:
        return rubric_from(raw)
    return cohort_from(raw) if "bounds" in raw else submission_from(raw)


_PATH = re.compile(r"[^\n=#{]{1,4096}\.(?:toml|json)\s*+", re.IGNORECASE)
"""The name of a file in the place of what stands in it: no TOML or JSON is like that."""


Result = Scoresheet | Comparison | Verification
"""What comes out, and is written for other programs."""


def dumps(value: Rubric | Submission | CohortRecord | Result, *, lang: Lang = "vi") -> str:
    """JSON text: a whole rubric, submission or published cohort, or all that a result holds.

    For what has a file ``loads(dumps(x)) == x``. ``lang`` is the language of the reasons of a
    sheet, a comparison or a verification.

    Raises:
        ValueError: ``lang`` is neither ``"vi"`` nor ``"en"``.
    """
    return json.dumps(_viewed(value, checked(lang)), ensure_ascii=False, indent=2)


def _viewed(value: Rubric | Submission | CohortRecord | Result, lang: Lang) -> object:
    match value:
        case Scoresheet():
            return sheet_view(value, lang)
        case Comparison():
            return comparison_view(value, lang)
        case Verification():
            return verification_view(value, lang)
        case _:
            return plain(value)


def read_rubric(path: str | Path) -> Rubric:
    """The rubric in a TOML or JSON file.

    Raises:
        FileFormatError: the file cannot be read at all.
        RubricError: with every problem found in it.
    """
    return rubric_from(_read(path))


def load_submission(path: str | Path) -> Submission:
    """The submission in a TOML or JSON file.

    Raises:
        FileFormatError: the file cannot be read at all.
        SubmissionError: with every problem found in it.
    """
    return submission_from(_read(path))


def load_adjudications(path: str | Path) -> Adjudications:
    """A verifying office's decisions on one report, in a TOML or JSON file of their own.

    Raises:
        FileFormatError: the file cannot be read at all.
        SubmissionError: with every problem found in it.
    """
    return adjudications_from(_read(path))


def load_cohort(path: str | Path) -> CohortRecord:
    """The published cohort in a TOML or JSON file.

    Raises:
        FileFormatError: the file cannot be read at all.
        CohortError: with every problem found in it.
    """
    return cohort_from(_read(path))


def load_scales(path: str | Path) -> tuple[Scale, ...]:
    """The scales in a TOML or JSON file of ``[[scale]]`` tables: level rules of the caller's own.

    Raises:
        FileFormatError: the file cannot be read at all.
        RubricError: with every problem found in it.
    """
    return scales_from(_read(path))


def _read(path: str | Path) -> Mapping[str, Any]:
    text, suffix = read_text(Path(path)), Path(path).suffix.lower()
    if suffix in _TABLES:
        raise FileFormatError(message("file-is-table"), str(path))
    return parsed(text, str(path), is_json=suffix == ".json")


_TABLES = (".csv", ".tsv", *JSON_LINES)
