"""The exact pass: rows that floats cannot decide, scored one by one in rationals."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import inf, isnan
from typing import Any

import narwhals.stable.v2 as nw

from rubrik.classifier import ratings
from rubrik.errors import RubrikError
from rubrik.frames.columns import item_key
from rubrik.frames.table import Plan
from rubrik.frames.tree import WHOLE
from rubrik.measures import ItemsInput
from rubrik.scoresheet import Line, Scoresheet
from rubrik.scoring import score
from rubrik.submission import Submission

__all__ = ["reported_in", "results_of", "sheet_of"]


def __dir__() -> list[str]:
    return __all__


def reported_in(row: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    """What a row of a frame reports, by input: what is null is not reported.

    A list of items is reported where every one of its items is answered.
    """
    read = {key: row[column.name] for key, column in plan.columns.items()}
    known = {key: nw.to_py_scalar(each) for key, each in read.items() if not _is_null(each)}
    found = {key: value for key, value in known.items() if ":" not in key}
    for name, declared in plan.read.declared.inputs.items():
        if isinstance(declared, ItemsInput):
            keys = [item_key(name, item) for item in declared.options]
            if all(key in known for key in keys):
                ticked = zip(declared.options, keys, strict=True)
                found[name] = [item for item, key in ticked if _is_yes(known[key])]
    return found


def _is_null(value: object) -> bool:
    is_nan = isinstance(value, float) and isnan(value)
    return is_nan or type(value).__name__ in _ABSENT


_ABSENT = {"NoneType", "NAType", "NaTType"}  # by name, so that pandas is not imported


def _is_yes(value: object) -> bool:
    from_words = str(value).strip().casefold()
    return from_words in _YES if isinstance(value, str) else bool(value)


_YES = frozenset({"có", "đạt", "true", "yes", "1", "x"})


def sheet_of(row: Mapping[str, Any], plan: Plan) -> Scoresheet:
    """The scoresheet of one row.

    Raises:
        RubrikError: the row cannot be read under the rubric.
    """
    report = Submission(rubric=plan.rubric.slug, inputs=reported_in(row, plan))
    return score(plan.rubric, report, readings=plan.readings, missing=plan.policy)


def results_of(row: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    """What a plan puts out for one row, exact before it is a float at the very end."""
    names: Mapping[str, Any] = dict.fromkeys(plan.names.all(plan))
    try:
        sheet = sheet_of(row, plan)
    except RubrikError:
        return {**names, plan.names.state: "refused"}
    state = "scored" if sheet.points is not None else "open"
    return {**names, **dict(_results(sheet, plan)), plan.names.state: state}


def _results(sheet: Scoresheet, plan: Plan) -> Iterator[tuple[str, Any]]:
    for code in plan.codes:
        line: Line | Scoresheet = sheet if code == WHOLE else sheet.line(code)
        yield plan.names.points(code), _number(line.points)
        if "bounds" in plan.outputs:
            yield plan.names.low(code), _number(line.within.low, -inf)
            yield plan.names.high(code), _number(line.within.high, inf)
        if "statuses" in plan.outputs:
            yield plan.names.status(code), _status(sheet, code)
    if "levels" in plan.outputs:
        scales = {(scale.id, node): scale for scale, node in plan.names.rated}
        for rating in ratings(sheet):
            scale = scales[rating.scale.id, rating.node]
            yield plan.names.level(scale, rating.node), rating.level


def _number(value: Fraction | None, otherwise: float | None = None) -> float | None:
    return otherwise if value is None else float(value)


def _status(sheet: Scoresheet, code: str) -> str:
    return sheet.status_of(code or None).value
