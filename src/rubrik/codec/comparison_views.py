"""Comparisons and verifications as JSON for other programs."""

from fractions import Fraction

from rubrik.classifier import Rating
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
from rubrik.codec.documents.sheets import SpanView
from rubrik.codec.documents.values import exact_or_none
from rubrik.codec.plain import plain
from rubrik.codec.views import line_view
from rubrik.comparison import (
    ComparedRating,
    ComparedRow,
    Comparison,
    InputChange,
    ReadingChange,
    Verification,
    VerifiedRow,
)
from rubrik.figures import Lang, decimal_number
from rubrik.intervals import Interval
from rubrik.scoresheet import Scoresheet

__all__ = ["comparison_view", "verification_view"]


def __dir__() -> list[str]:
    return __all__


def comparison_view(comparison: Comparison, lang: Lang = "vi") -> ComparisonView:
    """Two sheets row by row, those that changed first; reasons and notes are in ``lang``."""
    return {
        "format": 1,
        "version": comparison.second.version,
        "first": _sheet(comparison.first, lang),
        "second": _sheet(comparison.second, lang),
        "one_rubric": comparison.is_one_rubric,
        "notes": [note.text(lang) for note in comparison.notes],
        "difference": _span(comparison.difference_within),
        "claimed_difference": exact_or_none(comparison.claimed_difference),
        "ratings": [_rating(each) for each in comparison.ratings],
        "readings": [_reading(each) for each in comparison.readings],
        "rows": [_compared(row, lang) for row in comparison.rows],
    }


def _sheet(sheet: Scoresheet, lang: Lang) -> ComparedSheetView:
    return {
        "rubric": sheet.slug,
        "rubric_hash": sheet.rubric_hash,
        "unit": sheet.submission.unit,
        "period": sheet.submission.period,
        "missing": sheet.missing.value,
        "points": _span(_within(sheet)),
        "max": exact_or_none(sheet.max),
        "claimed": exact_or_none(sheet.claimed),
        "verdict": sheet.verdict and sheet.verdict.value,
        "warnings": [warning.text(lang) for warning in sheet.warnings],
    }


def _compared(row: ComparedRow, lang: Lang) -> ComparedRowView:
    return {
        "code": row.code,
        "kind": row.node.kind,
        "name": row.node.name,
        "changed": [each.value for each in row.aspects],
        "difference": _span(row.difference_within),
        "inputs": [_input(each) for each in row.inputs],
        "readings": list(row.readings),
        "first": None if row.first is None else line_view(row.first, lang),
        "second": None if row.second is None else line_view(row.second, lang),
    }


def _input(change: InputChange) -> InputChangeView:
    return {
        "name": change.name,
        "label": change.label,
        "first": change.first,
        "second": change.second,
    }


def _reading(change: ReadingChange) -> ReadingChangeView:
    return {"id": change.id, "first": change.first, "second": change.second}


def _rating(compared: ComparedRating) -> ComparedRatingView:
    scale = compared.rating.scale
    return {
        "scale": scale.id,
        "name": scale.name,
        "node": compared.node or None,
        "decides": scale.decides,
        "changed": compared.is_changed,
        "first": _levels(compared.first),
        "second": _levels(compared.second),
    }


def _levels(rating: Rating | None) -> ComparedLevels | None:
    """The level, or ``None`` while it is open, and those that are still possible."""
    if rating is None:
        return None
    return {"level": rating.level, "possible": list(rating.possible)}


def verification_view(verification: Verification, lang: Lang = "vi") -> VerificationView:
    """A report as claimed, computed and verified, row by row; reasons are in ``lang``."""
    sheet = verification.verified
    return {
        "format": 1,
        "version": sheet.version,
        "rubric": sheet.slug,
        "rubric_hash": sheet.rubric_hash,
        "unit": sheet.submission.unit,
        "period": sheet.submission.period,
        "missing": sheet.missing.value,
        "readings": dict(sheet.readings),
        "warnings": [warning.text(lang) for warning in sheet.warnings],
        "claimed": exact_or_none(verification.claimed),
        "computed": _span(_within(verification.computed)),
        "verified": _span(_within(sheet)),
        "max": exact_or_none(sheet.max),
        "against_claim": _span(verification.against_claim),
        "against_computed": _span(verification.against_computed),
        "ratings": [_rating(each) for each in verification.comparison.ratings],
        "rows": [_verified(row, lang) for row in verification.rows],
        "open": [line.code for line in verification.open],
        "open_inputs": list(sheet.open_inputs),
    }


def _verified(row: VerifiedRow, lang: Lang) -> VerifiedRowView:
    return {
        "code": row.code,
        "kind": row.verified.kind,
        "name": row.verified.node.name,
        "changed": [each.value for each in row.compared.aspects],
        "claimed": exact_or_none(row.claimed),
        "against_claim": _span(row.against_claim),
        "against_computed": _span(row.against_computed),
        "adjudication": plain(row.adjudication),
        "superseded": plain(row.superseded),
        "computed": line_view(row.computed, lang),
        "verified": line_view(row.verified, lang),
    }


def _within(of: Scoresheet) -> Interval | None:
    return of.within if of.bears_points else None


def _span(within: Interval | None) -> SpanView | None:
    """Exact text where points are one number, the ends that hold them, and rounded decimals."""
    if within is None:
        return None
    only = within.low if within.is_point else None
    return {
        "exact": exact_or_none(only),
        "low": exact_or_none(within.low),
        "high": exact_or_none(within.high),
        "decimal": {
            "exact": _decimal(only),
            "low": _decimal(within.low),
            "high": _decimal(within.high),
        },
    }


def _decimal(value: Fraction | None) -> float | None:
    return None if value is None else decimal_number(value)
