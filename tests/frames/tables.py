"""Tables of reports, as columns of a frame and as the single-unit engine reads them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from frames.backends import BACKENDS, Columns, Typed
from rubrik import Cohort, Criterion, Place, Rubric, Scoresheet, Submission, score_all
from rubrik.classifier import VetoResult
from rubrik.cohort import Member, PlaceStatus
from rubrik.cohort.leagues import Rules, league_of
from rubrik.frames.columns import exempt_key, is_exempt, item_key
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
from rubrik.scales import Ties

__all__ = [
    "SWIFT",
    "Report",
    "columns_of",
    "exempt_keys",
    "gathered",
    "places_of",
    "sheets_of",
    "typed",
]

SWIFT: Final = tuple(each for each in BACKENDS if each.name != "pyspark")
"""The engines that answer at once; Spark takes seconds for each answer."""

Report = Mapping[str, Any]
"""What a unit reports, by input."""

_DTYPES: Final[Mapping[type[Input], str]] = {
    CountInput: "int64",
    AmountInput: "double",
    ShareInput: "double",
    FlagInput: "bool",
    ChoiceInput: "string",
}

_OF_CELLS: Final[Mapping[type, str]] = {
    bool: "bool",
    int: "int64",
    float: "double",
    str: "string",
}


def typed(cells: Mapping[str, Sequence[Any]]) -> Columns:
    """Cells by column, of the types that they have in Python; ``None`` where there is nothing."""
    return {name: (_type_of(column), column) for name, column in cells.items()}


def _type_of(column: Sequence[Any]) -> str:
    (found,) = {_OF_CELLS[type(cell)] for cell in column if cell is not None}
    return found


def columns_of(
    read: Interpretation, reports: Sequence[Report], groups: Sequence[str | None]
) -> Columns:
    """A row for each report, its group under ``nhom`` and its place under ``row``."""
    columns: dict[str, Typed] = {"row": ("int64", list(range(len(reports))))}
    for name, declared in read.declared.inputs.items():
        if isinstance(declared, ItemsInput):
            for item in declared.options:
                ticked = [item in each[name] if name in each else None for each in reports]
                columns[item_key(name, item)] = ("bool", ticked)
        elif not isinstance(declared, TableInput):
            cells = [_cell(each.get(name)) for each in reports]
            columns[name] = (_DTYPES[type(declared)], cells)
    for key in exempt_keys(read):
        columns[key] = ("bool", [each.get(key) for each in reports])
    return {**columns, "nhom": ("string", groups)}


def exempt_keys(read: Interpretation) -> list[str]:
    """The columns that say which criteria do not apply."""
    nodes = read.nodes.values()
    return [
        exempt_key(node.code)
        for node in nodes
        if isinstance(node, Criterion) and node.may_be_not_applicable
    ]


def _cell(value: object) -> object:
    return float(value) if isinstance(value, Fraction) else value


def gathered(
    rubric: Rubric,
    reports: Sequence[Report],
    groups: Sequence[str | None],
    **asked: Any,  # noqa: ANN401 - whatever `score_all` takes
) -> Mapping[str | None, Cohort]:
    """The cohort of each group; those without one are compared with nobody."""
    return {
        group: score_all(
            rubric,
            {
                str(at): _submission(rubric, report, at, group)
                for at, report in enumerate(reports)
                if groups[at] == group
            },
            cohort={} if group is None else None,
            **asked,
        )
        for group in dict.fromkeys(groups)
    }


def _submission(rubric: Rubric, report: Report, at: int, group: str | None) -> Submission:
    return Submission(
        rubric=rubric.slug,
        unit=f"U{at}",
        inputs={
            name: _cell(value)
            for name, value in report.items()
            if value is not None and not is_exempt(name)
        },
        not_applicable=[
            name.partition(":")[2] for name, is_one in report.items() if is_exempt(name) and is_one
        ],
        labels={} if group is None else {"nhom": group},
    )


def sheets_of(cohorts: Mapping[str | None, Cohort]) -> Mapping[int, Scoresheet]:
    """The sheets of all reports that are not refused, by their place."""
    return {
        int(member.source): member.sheet for each in cohorts.values() for member in each.members
    }


def places_of(
    sheets: Mapping[int, Scoresheet], ties: Ties, node: str = "", within: str = "nhom"
) -> Mapping[int, tuple[Fraction | None, str]]:
    """The rank of each sheet in the league, and the word for what keeps it from one."""
    members = [Member(str(at), sheet) for at, sheet in sheets.items()]
    league = league_of(members, Rules(node=node, within=within, ties=ties))
    return {int(place.member.source): (place.rank, _why(place)) for place in league.places}


_WHY: Final = {
    "unranked-no-label": "no_group",
    "unranked-no-points": "no_points",
    "unranked-not-applicable": "not_applicable",
}


def _why(place: Place) -> str:
    if place.why is None:
        return "ranked"
    if place.status is PlaceStatus.OPEN:
        return "open"
    return "vetoed" if isinstance(place.why, VetoResult) else _WHY[place.why.key]
