"""Rubrics and scoresheets as JSON for other programs: exact text, with rounded decimals beside."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from rubrik.classifier import ratings
from rubrik.codec.level_views import rating_view, scale_view
from rubrik.codec.plain import plain
from rubrik.figures import Lang, decimal_number, exact_text
from rubrik.rubric import Criterion, Node, Reading, Rubric
from rubrik.scoresheet import Line, Scoresheet

__all__ = ["FORMAT", "line_view", "rubric_view", "sheet_view"]


def __dir__() -> list[str]:
    return __all__


_LANGUAGES: tuple[Lang, ...] = ("vi", "en")

FORMAT = 1
"""The version of the shape of both views; it changes when a key changes its meaning or goes."""


def rubric_view(rubric: Rubric, readings: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A rubric as it is read: its rows in printed order, its inputs, its readings."""
    read = rubric.under(readings)
    return {
        "format": FORMAT,
        "slug": rubric.slug,
        "title": rubric.title,
        "hash": rubric.content_hash,
        "max": _exact(read.maximum),
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


def _node(base: Node, node: Node, parent: str | None, maximum: Fraction | None) -> dict[str, Any]:
    """One row: ``printed_max`` as printed, ``max`` and the rule as the readings have them."""
    row = {
        "code": node.code,
        "parent": parent,
        "kind": node.kind,
        "name": node.name,
        "max": _exact(maximum),
        "printed_max": _exact(base.max),
        "printed": node.printed,
        "note": node.note,
        "source": plain(node.source),
        "measure": plain(node.measure),
        "score": plain(node.score),
        "capped": node.capped,
    }
    return row if isinstance(node, Criterion) else {**row, "counts": node.counts}


def _reading(reading: Reading, chosen: str) -> dict[str, Any]:
    return {**plain(reading), "nodes": list(reading.nodes), "chosen": chosen}


def sheet_view(sheet: Scoresheet, lang: Lang = "vi") -> dict[str, Any]:
    """A scoresheet: totals, every line with its reason, what is still open.

    ``reason`` and ``notes`` are in ``lang``; ``reasons`` holds the reason in both languages.
    """
    return {
        "format": FORMAT,
        "rubric": sheet.slug,
        "rubric_hash": sheet.rubric_hash,
        "version": sheet.version,
        "unit": sheet.submission.unit,
        "period": sheet.submission.period,
        "labels": dict(sheet.submission.labels),
        "missing": sheet.missing.value,
        "readings": dict(sheet.readings),
        "points": {
            "exact": _exact(sheet.points),
            **_ends(sheet),
            "decimal": {"exact": _decimal(sheet.points), **_decimal_ends(sheet)},
        },
        "max": _exact(sheet.max),
        "claimed": _exact(sheet.claimed),
        "verdict": sheet.verdict and sheet.verdict.value,
        "checklist": None if sheet.checklist is None else attrs.asdict(sheet.checklist),
        "warnings": [warning.text(lang) for warning in sheet.warnings],
        "ratings": [rating_view(rating, lang) for rating in ratings(sheet)],
        "lines": [line_view(line, lang) for line in sheet.lines],
        "open_inputs": list(sheet.open_inputs),
    }


def line_view(line: Line, lang: Lang = "vi") -> dict[str, Any]:
    """One line of a sheet; ``reason`` and ``notes`` are in ``lang``."""
    low, high = _span(line)
    numbers = {
        "points": line.points,
        "low": low,
        "high": high,
        "max": line.max,
        "claimed": line.claimed,
        "difference": line.difference,
    }
    return {
        "code": line.code,
        "kind": line.kind,
        "name": line.node.name,
        "status": line.status.value,
        **{key: _exact(value) for key, value in numbers.items()},
        "decimal": {key: _decimal(value) for key, value in numbers.items()},
        "verdict": line.verdict and line.verdict.value,
        "reason": line.reason.text(lang),
        "reasons": {each: line.reason.text(each) for each in _LANGUAGES},
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


def _span(of: Line | Scoresheet) -> tuple[Fraction | None, Fraction | None]:
    """The ends of the interval that holds the points; none where there are no points."""
    return (of.within.low, of.within.high) if of.bears_points else (None, None)


def _ends(of: Scoresheet) -> dict[str, str | None]:
    low, high = _span(of)
    return {"low": _exact(low), "high": _exact(high)}


def _decimal_ends(of: Scoresheet) -> dict[str, float | None]:
    low, high = _span(of)
    return {"low": _decimal(low), "high": _decimal(high)}


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)


def _decimal(value: Fraction | None) -> float | None:
    return None if value is None else decimal_number(value)
