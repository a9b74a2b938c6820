"""Rows of a scored frame against what the single-unit engine says of the same facts."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import inf
from typing import Any, Final

import rubrik
from rubrik import Rubric, RubrikError, Scoresheet, Status, Submission
from rubrik.measures import FlagInput, ItemsInput, TableInput, reported

__all__ = ["ALL", "Asked", "differences", "exactly"]

ALL: Final = ("criteria", "groups", "total", "levels", "bounds", "statuses")

_PLAIN: Final = FlagInput(name="", label="")

_ROUNDED: Final = Fraction(1, 2**53)
"""Exact points are rounded once where they are put out."""

Asked = Mapping[str, Any]
"""What `score` and `rubrik.frames.score` are both told: readings, and what is missing."""


def exactly(rubric: Rubric, row: Mapping[str, Any], asked: Asked) -> dict[str, Any]:
    """All that can be put out for one row, by the names of its columns."""
    try:
        sheet = rubrik.score(rubric, _submission(rubric, row), **asked)
    except RubrikError:
        return dict.fromkeys(_names(rubric, asked)) | {"rubrik_status": "refused"}
    return dict(_results(sheet))


def _submission(rubric: Rubric, row: Mapping[str, Any]) -> Submission:
    """The report that a row of a frame stands for."""
    known = {name: value for name, value in row.items() if value is not None}
    inputs: dict[str, Any] = {}
    for name, declared in rubric.under().declared.inputs.items():
        if isinstance(declared, ItemsInput):
            keys = {item: f"{name}:{item}" for item in declared.options}
            told = {item: _is_yes(known[key]) for item, key in keys.items() if key in known}
            if len(told) == len(keys):
                inputs[name] = [item for item, is_ticked in told.items() if is_ticked]
        elif name in known and not isinstance(declared, TableInput):
            inputs[name] = known[name]
    exempt = [name.partition(":")[2] for name in known if name.startswith("not_applicable:")]
    gone = [code for code in exempt if _is_yes(known[f"not_applicable:{code}"])]
    return Submission(rubric=rubric.slug, inputs=inputs, not_applicable=gone)


def _is_yes(value: Any) -> bool:  # noqa: ANN401 - a cell of any frame
    return _PLAIN.read(reported(value))


def _results(sheet: Scoresheet) -> Iterator[tuple[str, Any]]:
    rows: dict[str, Any] = {line.code: line for line in sheet.lines}
    for code, row in {**rows, "": sheet}.items():
        name = _named(code) if code else "total"
        yield f"points_{name}", row.points
        yield f"low_{name}", -inf if row.within.low is None else row.within.low
        yield f"high_{name}", inf if row.within.high is None else row.within.high
        yield f"status_{name}", sheet.status_of(code or None).value
    for rating in rubrik.ratings(sheet):
        yield _level(rating.scale.id, rating.node), rating.level
    yield "rubrik_status", "scored" if _is_scored(sheet) else "open"


def _names(rubric: Rubric, asked: Asked) -> Iterator[str]:
    """What is put out for every row: nothing of it is known of a refused one."""
    read = rubric.under(asked.get("readings"))
    for name in (*map(_named, read.nodes), "total"):
        yield from (f"{kind}_{name}" for kind in ("points", "low", "high", "status"))
    for scale in read.scales.values():
        yield from (_level(scale.id, node) for node in scale.subjects)


def _level(scale: str, node: str) -> str:
    return f"level_{_named(scale)}" + (f"_{_named(node)}" if node else "")


def _named(code: str) -> str:
    return re.sub(r"\W+", "_", code)


def _is_scored(sheet: Scoresheet) -> bool:
    is_answered = not sheet.bears_points and sheet.status_of(None) is Status.SCORED
    return is_answered or sheet.points is not None


def differences(
    found: Mapping[str, Any], expected: Mapping[str, Any], bounds: Mapping[str, Fraction]
) -> list[str]:
    """Where a row that was put out is not as it should be, in words.

    Words must be the same, and numbers too but for their bounds, by row of the rubric.
    """
    named = {f"{_named(code) if code else 'total'}": bound for code, bound in bounds.items()}
    return [
        f"{name}: {found.get(name)!r} is not {value!r}"
        for name, value in expected.items()
        if name in found and not _is_same(found[name], value, named.get(name.partition("_")[2]))
    ]


def _is_same(found: object, expected: object, bound: Fraction | None) -> bool:
    if not isinstance(found, float) or not isinstance(expected, Fraction) or bound is None:
        return found == expected
    allowed = bound + abs(expected) * _ROUNDED
    return abs(found) != inf and abs(Fraction(found) - expected) <= allowed
