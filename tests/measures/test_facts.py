from fractions import Fraction

import pytest

from rubrik.absence import Absence, Undefined
from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    CountInput,
    Declared,
    Facts,
    FlagInput,
    ItemsInput,
    ShareInput,
    TableInput,
    Value,
    facts,
)
from scorers.spans import interval

COUNT = CountInput(name="so", label="Số", max=5)
AMOUNT = AmountInput(name="tien", label="Tiền", unit="đồng")
SHARE = ShareInput(name="ty_le", label="Tỷ lệ")
FLAG = FlagInput(name="co", label="Có")
CHOICE = ChoiceInput(name="chon", label="Chọn", options={"a": "A", "b": "B"})
ITEMS = ItemsInput(name="muc", label="Mục", options={"x": "X"})
TABLE = TableInput(name="bang", label="Bảng", part="p", whole="w", rows="dong", mean="tb")
BARE = TableInput(name="tron", label="Bảng", part="p", whole="w")
DECLARED = Declared.of([COUNT, AMOUNT, SHARE, FLAG, CHOICE, ITEMS, TABLE, BARE])


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(facts.__all__) == dir(facts)


class TestDeclared:
    """Inputs by name, and by what can be read from them."""

    def test_sorts_by_kind(self) -> None:
        """Numbers, answers and lists stand apart; tables are read by their aggregates."""
        assert ["so", "tien", "ty_le", "dong", "tb"] == list(DECLARED.numbers)
        assert {"co": FLAG, "chon": CHOICE} == DECLARED.answers
        assert {"muc": ITEMS} == DECLARED.lists
        assert {"bang": ("dong", "tb"), "tron": ()} == DECLARED.tables

    def test_has_all_by_name(self) -> None:
        """What can be reported is every input, and every aggregate of a table."""
        names = ["so", "tien", "ty_le", "co", "chon", "muc", "bang", "tron", "dong", "tb"]

        assert names == list(DECLARED.inputs)

    def test_of_two_with_one_name_the_later_counts(self) -> None:
        """Nothing is lost in silence: the check of a rubric reports it."""
        later = CountInput(name="so", label="Khác")

        assert later == Declared.of([COUNT, later]).numbers["so"]


class TestSpan:
    """What a number can be."""

    @pytest.mark.parametrize(
        ("value", "span"), [(3, "[3, 3]"), (0, "[0, 0]"), (Fraction(5, 2), "[5/2, 5/2]")]
    )
    def test_of_a_known_number_is_that_number(self, value: Value, span: str) -> None:
        """A reported zero is known too."""
        assert span == str(Facts({"so": value}, DECLARED).span("so"))

    def test_of_an_unknown_number_is_its_domain(self) -> None:
        """Nothing more is known of it."""
        assert "[0, 5]" == str(Facts({}, DECLARED).span("so"))
        assert "[0, 1]" == str(Facts({}, DECLARED).span("tb"))

    def test_may_be_narrowed(self) -> None:
        """What follows from constraints counts, but not against a report."""
        narrow = {"so": interval("[1, 2]")}

        assert "[1, 2]" == str(Facts({}, DECLARED, narrow).span("so"))
        assert "[4, 4]" == str(Facts({"so": 4}, DECLARED, narrow).span("so"))


class TestAnswers:
    """What an answer can be."""

    @pytest.mark.parametrize(
        ("name", "value", "answers"),
        [
            ("co", True, (True,)),
            ("co", False, (False,)),
            ("chon", "b", ("b",)),
            ("co", None, (True, False)),
            ("chon", None, ("a", "b")),
        ],
    )
    def test_is_the_known_one_or_any(
        self, name: str, value: Value | None, answers: tuple[Value, ...]
    ) -> None:
        """A reported no is known; what is not reported can be any of its answers."""
        known = {} if value is None else {name: value}

        assert answers == Facts(known, DECLARED).answers(name)


def test_an_aggregate_of_empty_rows_is_undefined() -> None:
    """It was reported, and still has no value."""
    facts = Facts({"dong": 2}, DECLARED, undefined=frozenset({"tb"}))

    assert (
        Absence(undefined=Undefined.ZERO_DENOMINATOR), Absence(missing="so"),
    ) == facts.missing(["tb", "so", "dong"])  # fmt: skip


def test_what_was_not_reported_is_missing() -> None:
    """One absence for each unknown input, in the order asked for; zero and no are reports."""
    missing = Facts({"so": 0, "co": False}, DECLARED).missing(["tien", "so", "co", "muc"])

    assert (Absence(missing="tien"), Absence(missing="muc")) == missing
