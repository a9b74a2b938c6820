"""Rubrics and scoresheets as JSON for other programs: exact text, with rounded decimals beside."""

from collections.abc import Mapping
from fractions import Fraction

from rubrik._version import __version__
from rubrik.classifier import ratings
from rubrik.codec.documents.sheets import (
    ChecklistView,
    LineNumbers,
    LineView,
    NodeView,
    ReadingView,
    RubricView,
    SheetView,
    SpanView,
)
from rubrik.codec.documents.values import exact_or_none
from rubrik.codec.level_views import rating_view, scale_view
from rubrik.codec.plain import plain
from rubrik.figures import Lang, decimal_number
from rubrik.rubric import Criterion, Node, Reading, Rubric
from rubrik.scoresheet import Checklist, Line, Scoresheet

__all__ = ["line_view", "rubric_view", "sheet_view"]


def __dir__() -> list[str]:
    return __all__


def rubric_view(rubric: Rubric, readings: Mapping[str, str] | None = None) -> RubricView:
    """A rubric as it is read: its rows in printed order, its inputs, its readings."""
    read = rubric.under(readings)
    return {
        "format": 1,
        "version": __version__,
        "slug": rubric.slug,
        "title": rubric.title,
        "hash": rubric.content_hash,
        "max": exact_or_none(read.maximum),
        "issuer": rubric.issuer,
        "number": rubric.number,
        "date": rubric.date,
        "effective_year": rubric.effective_year,
        "documents": plain(rubric.documents),
        "nodes": [
            _node(node, read.nodes[node.code], read.parents[node.code], read.maxima[node.code])
            for node in rubric.nodes
        ],
        "inputs": plain(rubric.inputs),
        "constraints": plain(rubric.constraints),
        "readings": [_reading(reading, read.choices[reading.id]) for reading in rubric.readings],
        "scales": [scale_view(scale, read) for scale in read.scales.values()],
        "ranking": plain(read.ranking),
    }


def _node(base: Node, node: Node, parent: str | None, maximum: Fraction | None) -> NodeView:
    """One row: ``printed_max`` as printed, ``max`` and the rule as the readings have them."""
    row: NodeView = {
        "code": node.code,
        "parent": parent,
        "kind": node.kind,
        "name": node.name,
        "max": exact_or_none(maximum),
        "printed_max": exact_or_none(base.max),
        "printed": node.printed,
        "note": node.note,
        "source": plain(node.source),
        "measure": plain(node.measure),
        "score": plain(node.score),
        "capped": node.capped,
    }
    return row if isinstance(node, Criterion) else {**row, "counts": node.counts}


def _reading(reading: Reading, chosen: str) -> ReadingView:
    found: ReadingView = plain(reading)
    return {**found, "nodes": list(reading.nodes), "chosen": chosen}


def sheet_view(sheet: Scoresheet, lang: Lang = "vi") -> SheetView:
    """A scoresheet: totals, every line with its reason, what is still open.

    ``reason`` and ``notes`` are in ``lang``; ``reasons`` holds the reason in both languages.
    """
    return {
        "format": 1,
        "rubric": sheet.slug,
        "rubric_hash": sheet.rubric_hash,
        "version": sheet.version,
        "unit": sheet.submission.unit,
        "period": sheet.submission.period,
        "labels": dict(sheet.submission.labels),
        "missing": sheet.missing.value,
        "readings": dict(sheet.readings),
        "points": _points(sheet),
        "max": exact_or_none(sheet.max),
        "claimed": exact_or_none(sheet.claimed),
        "verdict": sheet.verdict and sheet.verdict.value,
        "checklist": _checklist(sheet.checklist),
        "warnings": [warning.text(lang) for warning in sheet.warnings],
        "ratings": [rating_view(rating, lang) for rating in ratings(sheet)],
        "lines": [line_view(line, lang) for line in sheet.lines],
        "open_inputs": list(sheet.open_inputs),
    }


def _points(sheet: Scoresheet) -> SpanView:
    low, high = _span(sheet)
    return {
        "exact": exact_or_none(sheet.points),
        "low": exact_or_none(low),
        "high": exact_or_none(high),
        "decimal": {
            "exact": _decimal(sheet.points),
            "low": _decimal(low),
            "high": _decimal(high),
        },
    }


def _checklist(checklist: Checklist | None) -> ChecklistView | None:
    if checklist is None:
        return None
    return {
        "achieved": checklist.achieved,
        "failed": checklist.failed,
        "unanswered": checklist.unanswered,
    }


def line_view(line: Line, lang: Lang = "vi") -> LineView:
    """One line of a sheet; ``reason`` and ``notes`` are in ``lang``."""
    low, high = _span(line)
    return {
        "code": line.code,
        "kind": line.kind,
        "name": line.node.name,
        "status": line.status.value,
        "points": exact_or_none(line.points),
        "low": exact_or_none(low),
        "high": exact_or_none(high),
        "max": exact_or_none(line.max),
        "claimed": exact_or_none(line.claimed),
        "difference": exact_or_none(line.difference),
        "decimal": _decimals(line, low, high),
        "verdict": line.verdict and line.verdict.value,
        "reason": line.reason.text(lang),
        "reasons": {"vi": line.reason.text("vi"), "en": line.reason.text("en")},
        "notes": [note.text(lang) for note in line.notes],
        "counted": line.counted,
        "achieved": line.achieved,
        "inputs": dict(line.inputs),
        "missing": [absence.missing for absence in line.absent if absence.missing],
        "evidence": line.evidence,
        "printed": line.node.printed,
        "source": plain(line.node.source),
        "adjudication": plain(line.adjudication),
    }


def _decimals(line: Line, low: Fraction | None, high: Fraction | None) -> LineNumbers:
    return {
        "points": _decimal(line.points),
        "low": _decimal(low),
        "high": _decimal(high),
        "max": _decimal(line.max),
        "claimed": _decimal(line.claimed),
        "difference": _decimal(line.difference),
    }


def _span(of: Line | Scoresheet) -> tuple[Fraction | None, Fraction | None]:
    """The ends of the interval that holds the points; none where there are no points."""
    return (of.within.low, of.within.high) if of.bears_points else (None, None)


def _decimal(value: Fraction | None) -> float | None:
    return None if value is None else decimal_number(value)
