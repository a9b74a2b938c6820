"""``rubrik score-table``: a table of units in, the same table with points and levels out."""

import polars as pl
import pytest

import rubrik as library
from cli.running import SLUG, TABLE, Rubrik
from cli.tables import COMPLETE, RUBRIC, complaints, read, states, write

KINDS = [".csv", ".tsv", ".parquet", ".jsonl", ".ndjson"]


class TestTables:
    """Every kind of table can be read, and every kind can be written."""

    def test_results_stand_behind_the_columns_of_the_table(
        self, rubrik: Rubrik, small_rubric: str
    ) -> None:
        """Those stay as they are, in their order, to the letter."""
        table = rubrik.file("t.csv", COMPLETE)
        result = rubrik("score-table", table, "--rubric", small_rubric)

        assert (0, "") == (result.status, complaints(result.err))
        assert (
            "unit,a,b,ty_le,tien,co,loai,muc,points_total,level_s,rubrik_status\n"
            "Xã 1,1,2,50%,2.5,Có,x,p;q,50.0,Tốt,scored\n"
        ) == (rubrik.folder / "t.scored.csv").read_text(encoding="utf-8")

    def test_a_person_is_told_what_came_of_it(self, rubrik: Rubrik, small_rubric: str) -> None:
        """How many rows, how many of them in each state, and where they are now."""
        table = rubrik.file("t.csv", COMPLETE + "Xã 2,1,2,,,,,\n")
        output = str(rubrik.folder / "o.csv")
        vietnamese = rubrik("score-table", table, "--rubric", small_rubric, "-o", output)
        english = rubrik(
            "score-table", table, "--rubric", small_rubric, "-o", output, "--force", "--lang", "en"
        )

        assert (
            "Số hàng: 2 · đã có điểm: 1 · còn mở: 1 · bị từ chối: 0 · chưa chắc chắn: 0\n"
            f"đã ghi {output}\n"
        ) == vietnamese.err
        assert (
            f"Rows: 2 · scored 1 · open 1 · refused 0 · unproved 0\n{output} is written\n"
        ) == english.err
        assert ("", "") == (vietnamese.out, english.out)

    @pytest.mark.parametrize("output", KINDS)
    @pytest.mark.parametrize("source", KINDS)
    def test_every_kind_is_read_and_written(
        self, rubrik: Rubrik, small_rubric: str, source: str, output: str
    ) -> None:
        """The suffix says which; the answers are the same."""
        table = rubrik.folder / f"t{source}"
        frame = pl.DataFrame(
            {"a": [1, 3, 0], "b": [2, 4, 0], "ty_le": [0.5, 1.0, None], "co": ["Có", "không", None]}
        )
        write(frame, table)
        written = str(rubrik.folder / f"o{output}")
        result = rubrik(
            "score-table",
            str(table),
            "--rubric",
            small_rubric,
            "-o",
            written,
            "--outputs",
            "criteria",
        )

        assert (0, "") == (result.status, complaints(result.err))
        assert [
            (5.0, 5.0, 10.0, "open"),
            (7.5, 10.0, 0.0, "open"),
            (None, None, None, "open"),
        ] == [
            (row["points_1"], row["points_2"], row["points_4"], row["rubrik_status"])
            for row in read(written)
        ]

    def test_csv_is_written_as_it_was_read(self, rubrik: Rubrik, small_rubric: str) -> None:
        """With the same mark at its beginning and the same between cells; then also with commas."""
        table = rubrik.file("t.csv", '\ufeffa;b;ghi_chu\r\n1;8;"x;y"\r\n')
        options = ("--rubric", small_rubric, "--outputs", "total", "--missing", "zero")
        rubrik("score-table", table, *options)

        assert ["\ufeffa;b;ghi_chu;points_total;rubrik_status", '1;8;"x;y";1,25;scored'] == (
            (rubrik.folder / "t.scored.csv").read_text(encoding="utf-8").splitlines()
        )

    def test_text_keeps_its_line_breaks_and_quotes(self, rubrik: Rubrik, small_rubric: str) -> None:
        """A row need not be a line."""
        table = rubrik.file("t.csv", 'unit,a,b\n"Xã\n""Một""",1,2\nHai,1,2\n')
        rubrik("score-table", table, "--rubric", small_rubric)

        assert ['Xã\n"Một"', "Hai"] == [row["unit"] for row in read(rubrik.folder / "t.scored.csv")]

    def test_a_table_without_rows_stays_without(self, rubrik: Rubrik, small_rubric: str) -> None:
        """A job that found nothing today is no failure."""
        table = rubrik.file("t.csv", "a,b\n")
        result = rubrik("score-table", table, "--rubric", small_rubric, "--lang", "en")

        assert 0 == result.status
        assert result.err.startswith("Rows: 0 · scored 0 · open 0 · refused 0 · unproved 0\n")
        assert [] == read(rubrik.folder / "t.scored.csv")

    def test_parquet_without_rows_stays_without(self, rubrik: Rubrik, small_rubric: str) -> None:
        """Its columns are there, and so are those of the results."""
        table = rubrik.folder / "t.parquet"
        write(pl.DataFrame(schema={"a": pl.Int64, "b": pl.Int64}), table)
        result = rubrik("score-table", str(table), "--rubric", small_rubric)
        found = pl.read_parquet(rubrik.folder / "t.scored.parquet")

        assert 0 == result.status
        assert (0, ["a", "b", "points_total", "level_s", "rubrik_status"]) == (
            found.height,
            found.columns,
        )

    def test_many_rows_keep_their_order(self, rubrik: Rubrik, small_rubric: str) -> None:
        """Also where they are read in several batches, and some are scored alone."""
        rows = [
            f"{number},1,{2 if number % 1000 else '4/2'},{number % 7 / 10}"
            for number in range(120_000)
        ]
        table = rubrik.file("t.csv", "\n".join(["unit,a,b,ty_le", *rows]))
        output = rubrik.folder / "o.parquet"
        rubrik(
            "score-table",
            table,
            "--rubric",
            small_rubric,
            "-o",
            str(output),
            "--outputs",
            "criteria",
        )
        found = pl.read_parquet(output)

        assert [str(number) for number in range(120_000)] == found["unit"].to_list()
        assert {5.0} == set(found["points_1"])
        assert [number % 7 for number in range(120_000)] == found["points_2"].round(6).to_list()

    def test_the_table_of_a_league_is_read(self, rubrik: Rubrik) -> None:
        """What `rubrik rank` reads, `score-table` reads as well: lists of items in one cell."""
        output = str(rubrik.folder / "o.parquet")
        result = rubrik("score-table", TABLE, "--rubric", SLUG, "-o", output)

        assert (0, "") == (result.status, complaints(result.err))
        assert ["open"] * 7 == states(output)


class TestOptions:
    """Every choice that the frames give can be made here."""

    @pytest.mark.parametrize(
        ("outputs", "expected"),
        [
            ("total", ["points_total"]),
            ("levels", ["level_s"]),
            ("total, bounds", ["points_total", "low_total", "high_total"]),
            (
                "criteria,statuses",
                [f"{what}_{code}" for code in range(1, 7) for what in ("points", "status")],
            ),
            ("", []),
        ],
    )
    def test_outputs(
        self, rubrik: Rubrik, small_rubric: str, outputs: str, expected: list[str]
    ) -> None:
        """What is put out is chosen; the status of each row is always there."""
        table = rubrik.file("t.csv", COMPLETE)
        rubrik("score-table", table, "--rubric", small_rubric, "--outputs", outputs)
        names = list(read(rubrik.folder / "t.scored.csv")[0])

        assert [*expected, "rubrik_status"] == names[8:]

    def test_columns_with_other_names(self, rubrik: Rubrik, small_rubric: str) -> None:
        """They are named as INPUT=COLUMN; blanks around a name do not matter without that."""
        table = rubrik.file("t.csv", "số = A, b ,muc:p,Q\n1,2,x,không\n")
        result = rubrik(
            *("score-table", table, "--rubric", small_rubric, "--outputs", "criteria"),
            *("--columns", "a=số = A", "--columns", "muc:q=Q"),
        )
        (row,) = read(rubrik.folder / "t.scored.csv")

        assert (0, "") == (result.status, complaints(result.err))
        assert (5.0, 5.0) == (row["points_1"], row["points_6"])

    def test_readings(self, rubrik: Rubrik, small_rubric: str) -> None:
        """An option other than the default is in force for all rows."""
        table = rubrik.file("t.csv", COMPLETE)
        rubrik("score-table", table, "--rubric", small_rubric, "--reading", "toi-da=0")

        assert 45.0 == read(rubrik.folder / "t.scored.csv")[0]["points_total"]

    def test_missing(self, rubrik: Rubrik, small_rubric: str) -> None:
        """What is not reported counts nothing, if that is what was asked for."""
        table = rubrik.file("t.csv", "a,b\n1,2\n")
        rubrik("score-table", table, "--rubric", small_rubric, "--missing", "zero")
        (row,) = read(rubrik.folder / "t.scored.csv")

        assert (5.0, "scored") == (row["points_total"], row["rubrik_status"])

    def test_a_cohort(self, rubrik: Rubrik) -> None:
        """Units are compared with those that were published; its readings are in force too."""
        saved, output = str(rubrik.folder / "nhom.toml"), str(rubrik.folder / "o.parquet")
        reading = ("--reading", "can-duoi-min-max=tu-0")
        ranked = rubrik("rank", SLUG, TABLE, "--save-cohort", saved, "--json", *reading).json
        rubrik("score-table", TABLE, "--rubric", SLUG, "-o", output, "--cohort", saved)
        (league,) = ranked["leagues"]
        expected = {each["unit"]: each["decimal"]["points"] for each in league["places"]}

        assert {
            row["unit"]: None if row["points_total"] is None else round(row["points_total"], 2)
            for row in read(output)
        } == expected
        assert 6 == sum(points is not None for points in expected.values())

    def test_no_intervals(self, rubrik: Rubrik, small_rubric: str) -> None:
        """A level that could be known although points are open is not looked for."""
        table = rubrik.file("t.csv", "a,b,ty_le,tien,co,muc\n1,2,1,3,Có,[]\n")
        ranged, plain = str(rubrik.folder / "o.csv"), str(rubrik.folder / "p.csv")
        rubrik("score-table", table, "--rubric", small_rubric, "-o", ranged)
        rubrik("score-table", table, "--rubric", small_rubric, "-o", plain, "--no-intervals")

        assert ["Khá"] == [row["level_s"] for row in read(ranged)]
        assert [None] == [row["level_s"] for row in read(plain)]

    def test_json(self, rubrik: Rubrik, small_rubric: str) -> None:
        """A summary for other programs, on standard output alone."""
        table = rubrik.file("t.csv", COMPLETE + "Xã 2,3,2,,,,,z\n")
        result = rubrik("score-table", table, "--rubric", small_rubric, "--json", "--lang", "en")
        rubric = library.loads(RUBRIC)
        assert isinstance(rubric, library.Rubric)

        assert 1 == result.status
        assert {
            "format": 1,
            "rubric": "bang-nho",
            "rubric_hash": rubric.content_hash,
            "version": library.__version__,
            "missing": "range",
            "readings": {"toi-da": "10"},
            "output": str(rubrik.folder / "t.scored.csv"),
            "rows": 2,
            "scored": 1,
            "open": 0,
            "refused": 1,
            "unproved": 0,
            "broken": [
                {
                    "source": f"{table}:3",
                    "problems": [
                        (
                            "column 'muc': Mục: 'z' will not do, "
                            "a list of different items out of: p, q is expected"
                        ),
                        "column 'a': Số A (3) is more than Số B (2)",
                        "column 'a': this breaks the constraint a <= b: a = 3, b = 2",
                    ],
                }
            ],
        } == result.json
