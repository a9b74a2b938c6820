"""``rubrik score-table`` and rows that cannot be used: they are kept, and listed."""

import polars as pl

from cli.running import Rubrik
from cli.tables import COMPLETE, complaints, read, states


class TestRows:
    """Rows that cannot be used are written with that status, and listed with their problems."""

    def test_are_listed_by_their_line(self, rubrik: Rubrik, small_rubric: str) -> None:
        """In the words that a single submission is refused in; the status is 1."""
        table = rubrik.file("t.csv", COMPLETE + "Xã 2,3,2,,,,,\n\nXã 3,x,2,200%,,,,\n")
        result = rubrik("score-table", table, "--rubric", small_rubric, "--lang", "en")

        assert 1 == result.status
        assert (
            f"rubrik: {table}:3: 2 problems:\n"
            "- column 'a': Số A (3) is more than Số B (2)\n"
            "- column 'a': this breaks the constraint a <= b: a = 3, b = 2\n"
            f"rubrik: {table}:5: 2 problems:\n"
            "- column 'a': Số A: 'x' will not do, a whole number from 0 up is expected "
            "('x' is no number; numbers are written like 3, 2.5, 48/28 or 99.59%)\n"
            "- column 'ty_le': Tỷ lệ: '200%' will not do, a share from 0 to 100% is expected\n"
        ) == complaints(result.err)
        assert ["scored", "refused", "refused"] == states(rubrik.folder / "t.scored.csv")

    def test_of_many_the_first_are_listed(self, rubrik: Rubrik, small_rubric: str) -> None:
        """And it is said how many more there are, in whatever order they were met."""
        rows = ["2,1" if number % 1000 == 0 else "1,2" for number in range(60_000)]
        table = rubrik.file("t.csv", "\n".join(["a,b", *rows]))
        result = rubrik("score-table", table, "--rubric", small_rubric, "--json", "--lang", "en")

        assert 60 == result.json["refused"]
        assert [f"{table}:{number * 1000 + 2}" for number in range(20)] == [
            each["source"] for each in result.json["broken"]
        ]
        assert f"rubrik: {table}: and 40 more rows are refused\n" in result.err

    def test_of_another_width_than_the_header_are_refused(
        self, rubrik: Rubrik, small_rubric: str
    ) -> None:
        """Nobody knows which cell is missing; what is too much is not written."""
        table = rubrik.file("t.csv", 'a,b,ghi_chu\n1,2\n1,2,x,y\n1,2,"x,y"\n"1",2\n1,2,"x",y\n')
        result = rubrik("score-table", table, "--rubric", small_rubric, "--lang", "en")

        assert (
            f"rubrik: {table}:2: the row has 2 cells, the header 3 columns\n"
            f"rubrik: {table}:3: the row has 4 cells, the header 3 columns\n"
            f"rubrik: {table}:5: the row has 2 cells, the header 3 columns\n"
            f"rubrik: {table}:6: the row has 4 cells, the header 3 columns\n"
        ) == complaints(result.err)
        assert [
            (None, "refused"),
            ("x", "refused"),
            ("x,y", "open"),
            (None, "refused"),
            ("x", "refused"),
        ] == [
            (row["ghi_chu"], row["rubrik_status"]) for row in read(rubrik.folder / "t.scored.csv")
        ]

    def test_with_items_that_there_are_not_are_refused(
        self, rubrik: Rubrik, small_rubric: str
    ) -> None:
        """In a cell for the whole list, and in a cell for one item."""
        whole = rubrik.file("t.csv", "a,muc\n1,z\n")
        single = rubrik.file("u.csv", "a,muc:p,muc:q\n1,x,perhaps\n")
        first = rubrik("score-table", whole, "--rubric", small_rubric, "--lang", "en")
        second = rubrik("score-table", single, "--rubric", small_rubric, "--lang", "en")

        assert (
            f"rubrik: {whole}:2: column 'muc': Mục: 'z' will not do, "
            "a list of different items out of: p, q is expected\n"
        ) == complaints(first.err)
        assert (
            f"rubrik: {single}:2: column 'muc:q': Mục: 'perhaps' will not do, "
            "a list of different items out of: p, q is expected\n"
        ) == complaints(second.err)

    def test_of_a_column_with_another_name_are_told_by_that(
        self, rubrik: Rubrik, small_rubric: str
    ) -> None:
        """Whoever looks for it finds it under the name that stands in the table."""
        table = rubrik.file("t.csv", "Tổng số,b,muc\nx,2,z\n")
        result = rubrik("score-table", table, "--rubric", small_rubric, "--columns", "a=Tổng số")

        assert (
            f"rubrik: {table}:2: 2 lỗi:\n"
            "- cột 'muc': Mục: 'z' không hợp lệ, "
            "cần một danh sách gồm các mục khác nhau trong: p, q\n"
            "- cột 'Tổng số': Số A: 'x' không hợp lệ, cần một số nguyên từ 0 trở lên ('x' không "
            "phải là số; số được viết như 3, 2,5, 48/28 hoặc 99,59%)\n"
        ) == complaints(result.err)

    def test_of_parquet_are_counted(self, rubrik: Rubrik, small_rubric: str) -> None:
        """From one; there are no lines."""
        table = rubrik.folder / "t.parquet"
        pl.DataFrame({"a": [1, 3], "b": [2, 2]}).write_parquet(table)
        result = rubrik("score-table", str(table), "--rubric", small_rubric, "--lang", "en")

        assert result.err.startswith(f"rubrik: {table}:2: 2 problems:\n")
