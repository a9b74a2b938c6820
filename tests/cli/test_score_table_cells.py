"""Cells of a table are read as a single submission reads them, however they are written."""

import csv
from fractions import Fraction
from io import StringIO

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rubrik as library
from cli.running import Rubrik
from cli.tables import RUBRIC, read
from rubrik.codec import load_table

NAMES = ["a", "b", "ty_le", "tien", "co", "loai", "muc"]

NUMBERS = [
    *("", " ", "0", "1", "2", "3", "7", " 3 ", "\u00a02", "007", "+3", "-1", "−1", "- 1"),
    *("1.000", "1,000", "2,5", "2.5", ".5", ",5", "5.", "0,125", "012,345", "1.234567", "12.345"),
    *("12.5%", "12,5 %", "99,59%", "1.234%", "33.3%", "50\u00a0%", "50  %", "%", "5%%"),
    *("1/2", "3/6", "4/0", "1e2", "1e-2", "2.5e0", "2,5e0", "1e-400", "1e99", "1E+1"),
    *("0.1234567890123456", "0.12345678901234567", "0.30000000000000004", "0.333333333333333"),
    *("2.4999999999999999", "2.5000000000000001", "2.4999999999999996", "0.9999999999999999"),
    *("9007199254740993", "100000000000000000000", "1.234.567", "1.234.567,5", "1 000"),
    *("abc", "NaN", "inf", "-inf", "Infinity", "null", "0x10", "1_0", "٣", "５", "1;2"),
]  # fmt: skip
FLAGS = [
    "",
    "Có",
    "không",
    "CÓ",
    "Co\u0301",
    "x",
    "1",
    "0",
    "true",
    "False",
    "đạt",
    "maybe",
    "yes ",
]
CHOICES = ["", "x", "y", "X", "z", " x ", "x;y"]
LISTS = [
    *("", "p", "q", "p;q", "p,q", "q, p", "[]", '["p"]', '["p","q"]', "p;p", "z", "p;z", "p;"),
    *("[", "[1]", '[["p"]]', "P", ";"),
]  # fmt: skip

REPORTS = st.tuples(
    *(st.sampled_from(NUMBERS) for _ in range(4)),
    st.sampled_from(FLAGS),
    st.sampled_from(CHOICES),
    st.sampled_from(LISTS),
)
ANSWERS = st.tuples(
    st.sampled_from(["0", "1", "2"]),
    st.sampled_from(["2", "3"]),
    st.sampled_from(["0.5", "50%", "1"]),
    st.sampled_from(["2.5", "2,4"]),
    st.sampled_from(["Có", "không"]),
    st.sampled_from(["x", "y"]),
    st.sampled_from(["p", "q;p", "[]"]),
)


CODES = ["1", "2", "3", "4", "5", "6"]


def one_by_one(table: str) -> list[tuple[object, ...]]:
    """What becomes of every row of a table by the engine for single units."""
    rubric = library.loads(RUBRIC)
    assert isinstance(rubric, library.Rubric)
    found = load_table(table, rubric)
    results: dict[int, tuple[object, ...]] = {line_of(each.source): () for each in found.broken}
    for source, report in found.submissions.items():
        try:
            sheet = library.score(rubric, report)
        except library.RubrikError:
            results[line_of(source)] = ()
        else:
            points = [sheet.line(code).points for code in CODES]
            statuses = [sheet.status_of(code).value for code in CODES]
            (rating,) = library.ratings(sheet)
            results[line_of(source)] = (*map(nearly, points), *statuses, rating.level)
    return [results[line] for line in sorted(results)]


def line_of(source: str) -> int:
    """The line that a row stands on."""
    return int(source.rpartition(":")[2])


def nearly(points: Fraction | float | None) -> float | None:
    """Points to twelve digits: levels are compared exactly, points as columns of floats are not."""
    return None if points is None else round(float(points), 12)


def in_columns(table: str) -> list[tuple[object, ...]]:
    """The same of a table that was scored in columns."""
    return [
        ()
        if row["rubrik_status"] == "refused"
        else (
            *(nearly(row[f"points_{code}"]) for code in CODES),
            *(row[f"status_{code}"] for code in CODES),
            row["level_s"],
        )
        for row in read(table)
    ]


def csv_of(rows: list[tuple[str, ...]]) -> str:
    """A table of units with such cells."""
    page = StringIO()
    csv.writer(page).writerows([("unit", *NAMES), *((f"U{n}", *row) for n, row in enumerate(rows))])
    return page.getvalue()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ANSWERS | REPORTS, min_size=1, max_size=30))
def test_a_table_is_scored_as_its_rows_are_one_by_one(
    rubrik: Rubrik, small_rubric: str, rows: list[tuple[str, ...]]
) -> None:
    """In every status and level, in every point, and in what is refused."""
    table = rubrik.file("t.csv", csv_of(rows))
    output = str(rubrik.folder / "o.parquet")
    outputs = ("--outputs", "criteria,statuses,levels")
    rubrik("score-table", table, "--rubric", small_rubric, "-o", output, "--force", *outputs)

    assert one_by_one(table) == in_columns(output)


@pytest.mark.parametrize("position", range(len(NAMES)))
def test_every_way_to_write_an_answer_is_read(
    rubrik: Rubrik, small_rubric: str, position: int
) -> None:
    """Each alone, in a row that answers everything else."""
    ways = (NUMBERS, NUMBERS, NUMBERS, NUMBERS, FLAGS, CHOICES, LISTS)[position]
    good = ("0", "3", "0.5", "2.5", "Có", "x", "p")
    rows = [(*good[:position], way, *good[position + 1 :]) for way in ways]
    table = rubrik.file("t.csv", csv_of(rows))
    output = str(rubrik.folder / "o.parquet")
    outputs = ("--outputs", "criteria,statuses,levels")
    rubrik("score-table", table, "--rubric", small_rubric, "-o", output, *outputs)

    assert one_by_one(table) == in_columns(output)


def test_floats_that_were_written_in_full_are_their_shortest_decimals(rubrik: Rubrik) -> None:
    """As a program writes them; and where text says more than a float holds, the text counts."""
    band = RUBRIC.replace("from = 2.5", "from = 0.30000000000000004").replace(
        "below = 2.5", "below = 0.30000000000000004"
    )
    rubric = rubrik.file("r.toml", band)
    table = rubrik.file("t.csv", "tien\n0.30000000000000004\n0.30000000000000003\n0.3\n")
    rubrik("score-table", table, "--rubric", rubric, "--outputs", "criteria")

    assert [10.0, 0.0, 0.0] == [row["points_3"] for row in read(rubrik.folder / "t.scored.csv")]


def test_lists_are_read_where_a_file_has_them(rubrik: Rubrik, small_rubric: str) -> None:
    """An empty one says that nothing is ticked, none at all that nobody answered."""
    table = rubrik.file("t.jsonl", '{"muc":["q","p"]}\n{"muc":[]}\n{"a":1}\n{"muc":["p","p"]}\n')
    rubrik("score-table", table, "--rubric", small_rubric, "--outputs", "criteria")
    found = read(rubrik.folder / "t.scored.jsonl")

    assert [10.0, 0.0, None, None] == [row["points_6"] for row in found]
    assert ["open", "open", "open", "refused"] == [row["rubrik_status"] for row in found]


def test_an_item_may_have_a_column_of_its_own(rubrik: Rubrik, small_rubric: str) -> None:
    """By words, and by truth where the file has it; the list is known when all items are."""
    table = rubrik.file("t.jsonl", '{"muc:p":"x","muc:q":false}\n{"muc:p":"không"}\n')
    rubrik("score-table", table, "--rubric", small_rubric, "--outputs", "criteria")

    assert [5.0, None] == [row["points_6"] for row in read(rubrik.folder / "t.scored.jsonl")]


def test_kinds_of_text_are_all_read(rubrik: Rubrik, small_rubric: str) -> None:
    """Categories and enumerations of a Parquet file are text as well."""
    table = rubrik.folder / "t.parquet"
    pl.DataFrame(
        {"a": ["1", "2,0"], "co": ["Có", "no"], "loai": ["x", "y"]},
        schema={"a": pl.String, "co": pl.Categorical, "loai": pl.Enum(["x", "y"])},
    ).write_parquet(table)
    rubrik("score-table", str(table), "--rubric", small_rubric, "--outputs", "criteria")

    assert [(10.0, 10.0), (0.0, 0.0)] == [
        (row["points_4"], row["points_5"]) for row in read(rubrik.folder / "t.scored.parquet")
    ]
