import pytest

from rubrik import absence
from rubrik.absence import Absence, Policy, Status, Undefined, gravest

MISSING = Absence(missing="cbcc")
EMPTY = Absence(undefined=Undefined.ZERO_DENOMINATOR)
CONSTANT = Absence(undefined=Undefined.CONSTANT_COHORT)


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(absence.__all__) == dir(absence)


@pytest.mark.parametrize(
    ("status", "vi", "en"),
    [
        (Status.SCORED, "đã chấm", "scored"),
        (Status.MISSING, "thiếu số liệu", "missing"),
        (Status.NOT_APPLICABLE, "không áp dụng", "not applicable"),
        (Status.REJECTED, "không được công nhận", "rejected"),
        (Status.UNDEFINED, "không xác định", "undefined"),
    ],
)
def test_a_status_has_a_name_in_both_languages(status: Status, vi: str, en: str) -> None:
    """What became of a criterion can be said to people."""
    assert vi == status.wording.text("vi")
    assert en == status.wording.text("en")


def test_a_policy_is_the_word_that_files_hold() -> None:
    """What a missing item is worth is named by one word."""
    assert Policy.ZERO is Policy("zero")
    assert Policy.RANGE is Policy("range")


class TestAbsence:
    """One reason why a number of points is not known."""

    def test_of_an_input_is_missing(self) -> None:
        """An input that was not reported keeps a criterion missing."""
        assert Status.MISSING is MISSING.status

    @pytest.mark.parametrize("why", Undefined)
    def test_of_a_value_is_undefined(self, why: Undefined) -> None:
        """A case the rule says nothing about keeps a criterion undefined, whatever the case."""
        assert Status.UNDEFINED is Absence(undefined=why).status

    def test_sorts_undefined_cases_before_missing_inputs(self) -> None:
        """Reasons of both sorts have an order, by the name of the input or of the case."""
        other = Absence(missing="a")

        assert [CONSTANT, EMPTY, other, MISSING] == sorted([MISSING, EMPTY, other, CONSTANT])

    def test_is_a_value(self) -> None:
        """Two reasons of the same content are one in a set."""
        assert {MISSING, EMPTY} == {MISSING, EMPTY, Absence(missing="cbcc")}


class TestGravest:
    """A group shows one status for all of its open members."""

    @pytest.mark.parametrize(
        ("statuses", "shown"),
        [
            ([], Status.SCORED),
            ([Status.SCORED], Status.SCORED),
            ([Status.SCORED, Status.NOT_APPLICABLE], Status.NOT_APPLICABLE),
            ([Status.NOT_APPLICABLE, Status.REJECTED], Status.REJECTED),
            ([Status.REJECTED, Status.UNDEFINED], Status.UNDEFINED),
            ([Status.UNDEFINED, Status.MISSING], Status.MISSING),
            (list(Status), Status.MISSING),
        ],
    )
    def test_is_the_first_of_a_stated_order(self, statuses: list[Status], shown: Status) -> None:
        """Missing comes before undefined, rejected, not applicable and scored."""
        assert shown is gravest(frozenset(statuses))
