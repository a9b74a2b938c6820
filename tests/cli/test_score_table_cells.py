"""Cells of a table are read as a single submission reads them, however they are written."""

import csv
from fractions import Fraction
from io import StringIO
from unicodedata import normalize

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rubrik as library
from cli.running import Rubrik
from cli.tables import RUBRIC, complaints, read, write
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
            results[line_of(source)] = results_of(sheet)
    return [results[line] for line in sorted(results)]


def results_of(sheet: library.Scoresheet) -> tuple[object, ...]:
    """Points and statuses of a sheet, and its level."""
    points = [sheet.line(code).points for code in CODES]
    statuses = [sheet.status_of(code).value for code in CODES]
    (rating,) = library.ratings(sheet)
    return (*map(nearly, points), *statuses, rating.level)


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


def test_lines_that_do_not_go_together_are_read_as_text(rubrik: Rubrik, small_rubric: str) -> None:
    """Each answer counts for what it is, whatever other lines hold; also where they are far off."""
    blank = f'{{"a":1,"b":2,"x":"{"x" * 1024 * 1024}"}}\n' * 8
    lines = [
        '{"b":true,"co":true,"muc":["p"]}',
        '{"b":2,"co":1,"muc":"p;q"}',
        '{"muc":{"p":1},"z":{}}',
    ]
    last = '{"a":false,"co":[1],"z":[3]}'
    table = rubrik.file("t.jsonl", "\n".join([*lines, f"{blank}{last}"]))
    rubrik("score-table", table, "--rubric", small_rubric, "--outputs", "criteria")
    found = read(rubrik.folder / "t.scored.jsonl")

    assert [("refused", None), ("open", 10.0), ("refused", None), ("open", None)] == [
        (row["rubrik_status"], row["points_4"]) for row in found[:4]
    ]
    assert ("refused", "false", "[1]", "[3]") == tuple(
        found[-1][name] for name in ("rubrik_status", "a", "co", "z")
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("2.5", 10.0),
        ("2.4999999999999999999", 0.0),
        ("2.5000000000000004", 10.0),
        ("1e300", 10.0),
        ("1e-400", None),
        ("12345678901234567890123456789012345678901234567890", 10.0),
        ("1e9999", None),
        ("NaN", None),
        ("-Infinity", None),
    ],
)
def test_numbers_of_json_are_read_to_their_last_digit(
    rubrik: Rubrik, small_rubric: str, number: str, expected: float | None
) -> None:
    """Also where no float holds them; those that are none are refused with their row alone."""
    table = rubrik.file("t.jsonl", f'{{"tien":{number},"a":1.0}}\n{{"tien":3}}\n')
    rubrik("score-table", table, "--rubric", small_rubric, "--outputs", "criteria")
    first, second = read(rubrik.folder / "t.scored.jsonl")

    assert (expected, 10.0) == (first["points_3"], second["points_3"])
    assert ("refused" if expected is None else "open") == first["rubrik_status"]


def test_text_with_many_digits_stays_as_it_is(rubrik: Rubrik, small_rubric: str) -> None:
    """What looks like a number, and stands in a text, is none; numbers beside it are kept."""
    note = "2024-01-01-10-20-30 12345678901234567890.12345678901234567890 NaN"
    line = f'{{"a":1,"x":12345678901234567,"y":0.30000000000000004,"ghi_chu":"{note} ô"}}'
    table = rubrik.file("t.jsonl", line)
    rubrik("score-table", table, "--rubric", small_rubric, "--outputs", "total")
    (row,) = read(rubrik.folder / "t.scored.jsonl")

    assert (1, 12345678901234567, 0.30000000000000004, f"{note} ô") == (
        row["a"],
        row["x"],
        row["y"],
        row["ghi_chu"],
    )


def test_columns_without_a_name_at_the_end_are_left_out(rubrik: Rubrik, small_rubric: str) -> None:
    """Spreadsheets leave them; only what stands in them makes a row too long."""
    table = rubrik.file("t.csv", 'a,b,,\n1,2,,\n1,2\n"1",2, ,\n1,2,x,\n1,2,,,\n1\n')
    rubrik("score-table", table, "--rubric", small_rubric, "--outputs", "criteria")
    found = read(rubrik.folder / "t.scored.csv")

    assert ["a", "b", "points_1"] == list(found[0])[:3]
    assert [5.0, 5.0, 5.0, None, None, None] == [row["points_1"] for row in found]


def test_names_are_alike_however_their_accents_are_written(
    rubrik: Rubrik, small_rubric: str
) -> None:
    """Some systems write a letter and its accent as two signs."""
    table = rubrik.file("t.csv", normalize("NFD", "Số liệu,b\n1,2\n"))
    options = ("--columns", "a=Số liệu", "--outputs", "criteria")
    result = rubrik("score-table", table, "--rubric", small_rubric, *options)

    assert (0, "") == (result.status, complaints(result.err))
    assert [5.0] == [row["points_1"] for row in read(rubrik.folder / "t.scored.csv")]


def test_a_column_says_where_a_row_of_the_rubric_does_not_apply(
    rubrik: Rubrik, small_rubric: str
) -> None:
    """In the words of any flag, under its own name or another one; blank is not said."""
    rubric = rubrik.file("n.toml", RUBRIC.replace('criterion = "2"', f'criterion = "2"{MAY}'))
    table = rubrik.file("t.csv", "ty_le,bo\n0.5,Có\n0.5, \n0.5,x\n0.5,không\n0.5,?\n")
    options = ("--columns", "not_applicable:2=bo", "--outputs", "criteria,statuses")
    result = rubrik("score-table", table, "--rubric", rubric, *options, "--lang", "en")
    found = [row["status_2"] for row in read(rubrik.folder / "t.scored.csv")]

    assert ["not_applicable", "scored", "not_applicable", "scored", None] == found
    assert (
        f"rubrik: {table}:6: column 'bo': Hai: '?' will not do, Có or Không is expected\n"
    ) == complaints(result.err)
    assert small_rubric != rubric


MAY = "\nmay_be_not_applicable = true"


COUNTS = st.none() | st.integers(0, 4)
VALUES = st.fixed_dictionaries(
    {
        "a": COUNTS,
        "b": COUNTS,
        "ty_le": st.none() | st.sampled_from([0.0, 0.1, 0.3, 0.5, 1.0, 1.5]),
        "tien": st.none() | st.floats(0, 5) | st.just(2.5),
        "co": st.none() | st.booleans(),
        "loai": st.none() | st.sampled_from(["x", "y", "z"]),
        "muc": st.none() | st.lists(st.sampled_from(["p", "q"]), max_size=2),
    }
)
TYPES: dict[str, pl.DataType] = {
    "a": pl.Int64(),
    "b": pl.Int64(),
    "ty_le": pl.Float64(),
    "tien": pl.Float64(),
    "co": pl.Boolean(),
    "loai": pl.String(),
    "muc": pl.List(pl.String),
}


def in_text(value: object) -> str | None:
    """A value as a cell of CSV has it."""
    if isinstance(value, list):
        return ";".join(value) or "[]"
    return None if value is None else str(value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(VALUES, min_size=1, max_size=12))
@pytest.mark.parametrize("kind", [".csv", ".parquet", ".jsonl"])
def test_values_are_scored_as_submissions_are(
    rubrik: Rubrik, small_rubric: str, kind: str, rows: list[dict[str, object]]
) -> None:
    """In every status and level, in every point, and in what is refused, whatever the file is."""
    rubric = library.loads(RUBRIC)
    assert isinstance(rubric, library.Rubric)
    table, output = rubrik.folder / f"t{kind}", str(rubrik.folder / "o.parquet")
    if kind == ".csv":
        cells = [{name: in_text(value) for name, value in row.items()} for row in rows]
        write(pl.DataFrame(cells, schema=dict.fromkeys(TYPES, pl.String())), table)
    else:
        write(pl.DataFrame(rows, schema=TYPES), table)
    outputs = ("--outputs", "criteria,statuses,levels")
    rubrik("score-table", str(table), "--rubric", small_rubric, "-o", output, "--force", *outputs)

    assert [scored_alone(rubric, row) for row in rows] == in_columns(output)


def scored_alone(rubric: library.Rubric, row: dict[str, object]) -> tuple[object, ...]:
    """What becomes of one unit by the engine for single units."""
    inputs = {name: value for name, value in row.items() if value is not None}
    try:
        sheet = library.score(rubric, library.Submission(rubric=rubric.slug, inputs=inputs))
    except library.RubrikError:
        return ()
    return results_of(sheet)
