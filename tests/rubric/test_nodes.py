from fractions import Fraction

import pytest

from rubrik import CohortBounds, Criterion, Group, Status
from rubrik.rubric import Document, Example


def test_a_row_says_what_it_is() -> None:
    """Groups and criteria are told apart by their kind."""
    assert "group" == Group(code="1", name="Nhóm").kind
    assert "criterion" == Criterion(code="1", name="Hàng").kind


@pytest.mark.parametrize(
    ("maximum", "expected"),
    [(None, None), (5, Fraction(5)), ("2,5", Fraction(5, 2)), (0.1, Fraction(1, 10))],
)
def test_a_maximum_is_exact_or_not_there(maximum: object, expected: Fraction | None) -> None:
    """A row that prints none has none, which is not 0."""
    assert expected == Criterion(code="1", name="Hàng", max=maximum).max
    assert expected == Group(code="1", name="Nhóm", max=maximum).max


def test_a_criterion_is_cut_and_a_group_is_not() -> None:
    """A printed maximum caps a criterion; a group is capped only where the print says so."""
    assert Criterion(code="1", name="Hàng").capped
    assert not Group(code="1", name="Nhóm").capped
    assert not Group(code="1", name="Nhóm").rescaled
    assert "parts" == Group(code="1", name="Nhóm").counts


def test_a_row_must_apply_unless_it_says_otherwise() -> None:
    """Nobody declares a row not applicable that the rubric does not let go."""
    assert not Criterion(code="1", name="Hàng").may_be_not_applicable


def test_rows_are_values() -> None:
    """Two rows of the same content are equal, whatever their numbers were written as."""
    assert Criterion(code="1", name="Hàng", max="5") == Criterion(code="1", name="Hàng", max=5)
    assert Document(id="d", title="D") == Document(id="d", title="D")


def test_an_example_holds_a_case() -> None:
    """What is reported, as files hold it, and the points or the status that follow."""
    case = Example(
        inputs={"a": 1, "m": 0.5, "i": ["p"]}, points="2,5", cohort=CohortBounds(0, "1/2")
    )

    assert {"a": 1, "m": "1/2", "i": ("p",)} == case.inputs
    assert Fraction(5, 2) == case.points
    assert Status.SCORED is case.status
    assert {} == case.readings
    assert Example(inputs={}, status=Status.MISSING).points is None


def test_an_example_can_stand_in_a_set() -> None:
    """Rows are hashable, tables and all."""
    case = Example(inputs={"a": 1}, points=1)
    row = Criterion(code="1", name="Hàng", examples=(case,))

    assert {row} == {row, Criterion(code="1", name="Hàng", examples=(case,))}
