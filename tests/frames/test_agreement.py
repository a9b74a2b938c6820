"""Cohorts, points and ranks over one table, in every engine, against its units one by one."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args

import pytest

from cohort.units import compared_row
from frames.backends import BACKENDS, Backend, Columns, by_name
from frames.comparing import ALL, differences, exactly
from frames.tables import Report, gathered, places_of, sheets_of, typed
from rubrik import Criterion, MinMaxNormalized, Proportional, frames
from rubrik.measures import Amount, Ratio
from rubrik.scales import Level, Scale, Threshold, Ties, Veto
from rubrik.scorers import Sum
from scoring.rows import rubric_of

_OVER: Final = Ratio(ratio="a", of="b", above_one=True)

RUBRIC: Final = rubric_of(
    compared_row("1"),
    compared_row(
        "2", _OVER, score=MinMaxNormalized(constant="undefined", lower_is_better=True), max=6
    ),
    compared_row("3", Amount("m"), score=Sum([MinMaxNormalized(constant="zero", full=5), 2])),
    Criterion(
        code="4",
        name="Bốn",
        max=10,
        measure=Ratio(ratio="a", of="b", above_one=True, when_empty=1),
        score=Proportional(rate="1/3"),
        capped=False,
    ),
    scales=(
        Scale(
            id="muc",
            name="Mức",
            levels=(Level(name="Đạt", conditions=(Threshold(points=5),)),),
            below="Chưa đạt",
            vetoes=(
                Veto(
                    reason="Ít",
                    reason_en="Too few",
                    conditions=(Threshold(node="1", op="<", points=1),),
                ),
            ),
        ),
    ),
)
"""Counts, quotients and amounts that are compared, thirds beside them, and who is shut out."""

A_HAIR: Final = 1e-10

UNITS: Final[Sequence[tuple[str | None, int | None, int | None, int | None, float | None]]] = [
    # ties: by the same numbers, by quotients that are equal, and a hair apart
    ("An Giang", 2022, 2, 3, 1.0),
    ("An Giang", 2022, 2, 3, 1.0),
    ("An Giang", 2022, 2, 3, 1.0 + A_HAIR),
    ("An Giang", 2022, 2, 3, 1.0 - A_HAIR),
    ("An Giang", 2022, 4, 6, 0.25),
    ("An Giang", 2022, 1, 3, 7.5),
    # the same province in another year: one open unit, one refused, one that is not compared
    ("An Giang", 2023, 9, 7, 0.1 + 0.2),
    ("An Giang", 2023, None, 7, 0.3),
    ("An Giang", 2023, 5, -1, 0.3),
    ("An Giang", 2023, 5, 0, 0.3),
    ("An Giang", 2023, 6, 8, None),
    # a group of one unit, and one of which nothing is known
    ("Thanh Hóa", 2022, 3, 4, 0.5),
    ("Thanh Hóa", 2023, None, None, None),
    # far beyond the arithmetic of columns, beside units that are near to each other
    ("Huế", 2023, 2**50, 2**51, 1e11),
    ("Huế", 2023, 2**50 - 1, 2**51 - 2, 1e11 + 0.5),
    ("Huế", 2023, 1, 7, 0.0),
    # no group
    (None, 2023, 1, 2, 0.5),
    ("", 2023, 1, 2, 0.5),
    ("Huế", None, 1, 2, 0.5),
]
"""Province, year, and what is reported of A, B and M."""

TABLE: Final[Columns] = typed(
    {
        "row": list(range(len(UNITS))),
        **{
            name: [each[at] for each in UNITS]
            for at, name in enumerate(["tinh", "nam", "a", "b", "m"])
        },
    }
)
REPORTS: Final[Sequence[Report]] = [dict(zip("abm", each[2:], strict=True)) for each in UNITS]
GROUPS: Final = [
    f"{province}, {year}" if province and year else None for province, year, *_ in UNITS
]
COHORTS: Final = gathered(RUBRIC, REPORTS, GROUPS)
WITHIN: Final = ["tinh", "nam"]
ALL_TIES: Final = [name for ties in get_args(Ties) for name in (ties, f"{ties}_status")]


def expected(at: int) -> Mapping[str, Any]:
    """All that can be put out for one unit."""
    bounds = COHORTS[GROUPS[at]].record.bounds
    return exactly(RUBRIC, REPORTS[at], {"cohort": bounds})


def settled(backend: Backend, frame: Any) -> Any:  # noqa: ANN401 - a native frame
    """The same frame; of Spark its rows, so that each stage runs once, not once for each look."""
    return frame.localCheckpoint() if backend.name == "pyspark" else frame


@pytest.mark.parametrize("backend", BACKENDS, ids=by_name)
def test_every_engine_says_what_is_said_of_one_unit_after_another(backend: Backend) -> None:
    """Bounds, points, statuses and levels are those of the cohorts, and places of their leagues."""
    frame = backend.frame(TABLE)
    cohort = frames.bounds(RUBRIC, frame, within=WITHIN)
    asked: Any = {"outputs": ALL, "cohort": cohort}
    scored = frames.certify(RUBRIC, frames.score(RUBRIC, frame, **asked), **asked)
    found = settled(backend, scored)
    for ties in get_args(Ties):
        asked = {"within": WITHIN, "ties": ties, "name": ties, "cohort": cohort}
        ranked = frames.rank(RUBRIC, found, **asked)
        found = settled(backend, frames.certify_ranks(RUBRIC, ranked, **asked))
    rows = backend.rows(found)

    assert {
        group: (each.record.bounds, each.record.measured)
        for group, each in COHORTS.items()
        if group and each.record.bounds
    } == {
        ", ".join(map(str, key)): (record.bounds, record.measured)
        for key, record in cohort.records.items()
    }
    precision = frames.precision(RUBRIC, cohort=cohort)
    for at, row in enumerate(rows):
        results = {name: cell for name, cell in row.items() if name not in (*TABLE, *ALL_TIES)}
        assert [] == differences(results, expected(at), precision)
    for ties in get_args(Ties):
        places = places_of(sheets_of(COHORTS), ties)
        assert [places.get(at, (None, "refused")) for at in range(len(UNITS))] == [
            (row[ties], row[f"{ties}_status"]) for row in rows
        ]


def test_the_table_holds_every_kind_of_unit() -> None:
    """Or the agreement would say little."""
    places = places_of(sheets_of(COHORTS), "fractional")

    assert {"ranked", "open", "vetoed", "no_group"} == {why for _, why in places.values()}
    assert {8} == set(range(len(UNITS))) - set(places)
    assert [3.5, 3.5] == [places[at][0] for at in (0, 1)]
