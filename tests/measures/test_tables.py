from collections.abc import Iterable
from fractions import Fraction

import pytest

from rubrik.errors import NumberError
from rubrik.measures import (
    AmountInput,
    CountInput,
    Input,
    Reported,
    ShareInput,
    TableInput,
)

TABLE = TableInput(
    name="bang_1",
    label="Bảng 1",
    part="số hồ sơ trực tuyến",
    whole="tổng số hồ sơ",
    rows="so_dich_vu",
    sum="tong_ty_le",
    mean="ty_le_trung_binh",
    form="Biểu 1",
)


def refusal(declared: Input, answer: Reported) -> str:
    """Why an answer is refused, in English."""
    with pytest.raises(NumberError) as caught:
        declared.read(answer)
    return caught.value.text("en")


OUTSIDE = "outside of its domain"


class TestTable:
    """One row per service, a part and a whole in each."""

    @pytest.mark.parametrize(
        ("rows", "ratios"),
        [
            ((), []),
            (((1, 2), (0, 5), (3, 3)), [Fraction(1, 2), Fraction(0), Fraction(1)]),
            ((("1", "4"),), [Fraction(1, 4)]),
            (((0, 0),), [None]),
        ],
    )
    def test_reads_a_ratio_per_row(self, rows: Reported, ratios: Iterable[Fraction | None]) -> None:
        """Each row is a ratio of its own; 0/0 is none."""
        assert tuple(ratios) == TABLE.read(rows)

    @pytest.mark.parametrize(
        ("rows", "why"),
        [
            ("1/2", OUTSIDE),
            (((1, 2, 3),), OUTSIDE),
            ((1, 2), OUTSIDE),
            ((("12"),), OUTSIDE),
            (((3, 2),), OUTSIDE),
            (((1, 0),), OUTSIDE),
            (((1, -2),), "-2 is below 0: a number of at least 0 is expected"),
            (((True, 2),), "true and false are no numbers: a number is expected"),
            ((("1/2", 2),), "0.5 is not a whole number: it lies between 0 and 1"),
        ],
    )
    def test_refuses_other_rows(self, rows: Reported, why: str) -> None:
        """A row has two counts, and no part above its whole."""
        assert why == refusal(TABLE, rows)

    def test_counts_an_empty_row_as_stated(self) -> None:
        """Where the rubric says what 0/0 counts as, it does."""
        full = TableInput(
            name="b", label="b", part="a", whole="b", mean="tb", empty_row=Fraction(1)
        )

        assert (Fraction(1), Fraction(1, 2)) == full.read(((0, 0), (1, 2)))
        assert {"tb": Fraction(3, 4)} == full.facts(full.read(((0, 0), (1, 2))))

    def test_has_the_facts_of_its_rows(self) -> None:
        """The number of rows, the sum and the mean of their ratios."""
        facts = TABLE.facts((Fraction(1, 2), Fraction(0), Fraction(1)))

        assert {
            "so_dich_vu": 3,
            "tong_ty_le": Fraction(3, 2),
            "ty_le_trung_binh": Fraction(1, 2),
        } == facts

    def test_without_rows_has_no_mean(self) -> None:
        """Nothing adds to zero, and has no mean."""
        assert {"so_dich_vu": 0, "tong_ty_le": Fraction(0)} == TABLE.facts(())

    def test_with_an_empty_row_counts_as_not_reported(self) -> None:
        """A row of 0/0 leaves sum and mean open."""
        assert {"so_dich_vu": 2} == TABLE.facts((Fraction(1), None))

    def test_gives_only_what_it_names(self) -> None:
        """Aggregates without a name are not read by any rule."""
        bare = TableInput(name="b", label="b", part="a", whole="b")

        assert () == bare.aggregates
        assert {} == bare.facts((Fraction(1),))

    def test_its_aggregates_are_inputs(self) -> None:
        """Each may be reported itself, under the table's label."""
        assert (
            CountInput(name="so_dich_vu", label="Bảng 1", form="Biểu 1"),
            AmountInput(name="tong_ty_le", label="Bảng 1", unit="", form="Biểu 1"),
            ShareInput(name="ty_le_trung_binh", label="Bảng 1", form="Biểu 1"),
        ) == TABLE.aggregates
