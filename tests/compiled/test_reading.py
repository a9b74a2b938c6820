from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from rubrik.compiled import reader
from rubrik.measures import Constraint, FlagInput, Ratio
from scoring.rows import fixed, per_unit, rubric_of

ROWS = per_unit("1", "a", measure=Ratio(ratio="a", of="b")), per_unit("2", "quarters")
READ = rubric_of(*ROWS, constraints=(Constraint("a + m <= 2 * b + 1/2"),)).under()


def take(**given: Any) -> Mapping[str, object] | None:  # noqa: ANN401 - whatever is reported
    """What is known of values of any kind."""
    return reader(READ).take(given)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("a", 7, 7),
        ("a", "1.234.567", 1234567),
        ("a", 7.0, 7),
        ("a", np.int64(7), 7),
        ("quarters", 4, 4),
        ("m", 7, Fraction(7)),
        ("m", "46,5", Fraction(93, 2)),
        ("s", "93,75%", Fraction(15, 16)),
        ("s", 0.5, Fraction(1, 2)),
        ("s", Fraction(1, 3), Fraction(1, 3)),
        ("f", True, True),
        ("f", "Chưa ban hành", False),
        ("f", "x", True),
        ("f", 0, False),
        ("c", "own", "own"),
        ("i", ["p", "q"], frozenset("pq")),
        ("i", {"p"}, frozenset("p")),
    ],
    ids=str,
)
def test_a_value_is_read_as_its_input_reads_it(name: str, value: object, expected: object) -> None:
    """Of any kind that a submission takes, and as the kind that rules read."""
    found = take(**{name: value})

    assert {name: expected} == found
    assert type(expected) is type((found or {})[name])


def test_a_table_is_read_as_its_aggregates() -> None:
    """Three rows, of which the ratios are 1/2, 1 and 1/4; they count before what is stated."""
    rows = [(1, 2), [3, 3], (1, 4)]

    assert {"t_rows": 3, "t_sum": Fraction(7, 4), "t_mean": Fraction(7, 12)} == take(
        t_sum=1, t=rows
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a", -1),
        ("a", "7,5"),
        ("a", True),
        ("a", None),
        ("a", 10**400),
        ("quarters", 5),
        ("m", "1.000"),
        ("m", float("nan")),
        ("s", "101%"),
        ("s", -0.5),
        ("f", "có lẽ"),
        ("c", "other"),
        ("c", True),
        ("i", "p"),
        ("i", ["p", "p"]),
        ("t", [(3, 2)]),
        ("z", 1),
        ("z", True),
        ("z", "1"),
    ],
    ids=str,
)
def test_what_is_refused_is_not_read(name: str, value: object) -> None:
    """Why it is refused is said elsewhere."""
    assert take(**{name: value}) is None


@pytest.mark.parametrize(
    "given",
    [{"a": 3, "b": 3}, {"b": 3}, {"a": 3}, {"a": 2, "b": 3, "m": "4,5"}, {"m": 99, "b": 1}],
    ids=str,
)
def test_parts_may_be_as_large_as_their_whole(given: dict[str, Any]) -> None:
    """And constraints be met with nothing to spare; what is missing breaks none."""
    assert take(**given) is not None


@pytest.mark.parametrize(
    "given", [{"a": 4, "b": 3}, {"a": 1, "b": 0}, {"a": 2, "b": 3, "m": "4,500001"}], ids=str
)
def test_parts_that_are_too_large_are_not_read(given: dict[str, Any]) -> None:
    """Neither is what breaks a constraint by a millionth."""
    assert take(**given) is None


def test_a_reader_is_made_once() -> None:
    """For each reading of a rubric."""
    assert reader(READ) is reader(READ)


def test_a_submission_is_read_as_it_is() -> None:
    """Its values need no conversion."""
    assert {"a": 3, "f": True} == reader(READ).read({"a": 3, "f": "Có"})
    assert reader(READ).read({"a": -3}) is None


def test_a_printed_word_with_blanks_is_no_stumbling_block() -> None:
    """Such a word cannot be reported; others can."""
    flag = FlagInput(name="f", label="Cờ", yes=" đủ ", no="thiếu")
    read = reader(rubric_of(fixed("1", 1), inputs=(flag,)).under())

    assert {"f": False} == read.take({"f": "thiếu"})
    assert read.take({"f": " đủ "}) is None
