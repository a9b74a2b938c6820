"""Tables of reports, as columns of a frame and as the single-unit engine reads them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import polars as pl

from rubrik import Rubric, Scoresheet, Submission, score_all
from rubrik.frames.columns import item_key
from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    CountInput,
    FlagInput,
    Input,
    ItemsInput,
    ShareInput,
    TableInput,
)
from rubrik.rubric import Interpretation

__all__ = ["Report", "frame_of", "sheets_of"]

Report = Mapping[str, Any]
"""What a unit reports, by input."""

_DTYPES: Mapping[type[Input], Any] = {
    CountInput: pl.Int64,
    AmountInput: pl.Float64,
    ShareInput: pl.Float64,
    FlagInput: pl.Boolean,
    ChoiceInput: pl.String,
    ItemsInput: pl.Boolean,
}


def _cell(value: object) -> object:
    return float(value) if isinstance(value, Fraction) else value


def frame_of(
    read: Interpretation, reports: Sequence[Report], groups: Sequence[str | None]
) -> pl.DataFrame:
    """A frame with a row for each report, its group under ``nhom`` and its place under ``hang``."""
    columns: dict[str, Any] = {}
    for name, declared in read.declared.inputs.items():
        dtype = _DTYPES.get(type(declared))
        if isinstance(declared, ItemsInput):
            for item in declared.options:
                ticked = [item in each[name] if name in each else None for each in reports]
                columns[item_key(name, item)] = pl.Series(ticked, dtype=dtype)
        elif not isinstance(declared, TableInput):
            cells = [_cell(each.get(name)) for each in reports]
            columns[name] = pl.Series(cells, dtype=dtype, strict=False)
    columns["nhom"] = pl.Series(groups, dtype=pl.String)
    return pl.DataFrame({**columns, "hang": list(range(len(reports)))})


def sheets_of(
    rubric: Rubric,
    reports: Sequence[Report],
    groups: Sequence[str | None],
    missing: str | None = None,
) -> list[Scoresheet | None]:
    """The sheets of all reports, compared within their groups; none where one is refused."""
    found: list[Scoresheet | None] = [None] * len(reports)
    for group in set(groups):
        units = {
            str(at): Submission(
                rubric=rubric.slug,
                unit=f"U{at}",
                inputs={name: _cell(value) for name, value in reports[at].items()},
                labels={} if group is None else {"nhom": group},
            )
            for at in range(len(reports))
            if groups[at] == group
        }
        cohort = score_all(rubric, units, missing=missing, cohort={} if group is None else None)
        for member in cohort.members:
            found[int(member.source)] = member.sheet
    return found
