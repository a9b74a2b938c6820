from collections.abc import Callable
from fractions import Fraction
from functools import partial

import pytest

from rubrik.errors import NumberError, Problem, RubricError
from rubrik.measures import Choice, Count, Declared, Flag, Item, Measure, Ratio
from rubrik.scorers import CohortBounds, Setting, collected, setting
from rubrik.scorers.setting import together
from rubrik.wording import message

HERE = Setting(declared=Declared.of([]), maximum=Fraction(10), path=("criterion '1'", "score"))
ABSENT = message("number-absent")


def refused(*path: str) -> object:
    """A maker that fails at a place."""
    raise RubricError([Problem(path, ABSENT)])


def refusal(make: Callable[[], object]) -> str:
    """What a refusal says."""
    with pytest.raises(RubricError) as caught:
        make()
    return str(caught.value)


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(setting.__all__) == dir(setting)


class TestCohortBounds:
    """The ends of one measure over a cohort."""

    def test_are_read_exactly(self) -> None:
        """As numbers everywhere."""
        assert CohortBounds(Fraction(1, 10), Fraction(99, 100)) == CohortBounds(0.1, "99%")

    def test_may_be_equal(self) -> None:
        """A constant cohort is one."""
        assert Fraction(1) == CohortBounds(1, 1).low

    def test_are_refused_upside_down(self) -> None:
        """The least is not above the greatest."""
        with pytest.raises(NumberError) as caught:
            CohortBounds("1/2", "499999999/1000000000")

        assert "the low end 0.5 is above the high end 0.499999999" == caught.value.text("en")
        assert "cận dưới 0,5 lớn hơn cận trên 0,499999999" == caught.value.text("vi")

    def test_have_an_order(self) -> None:
        """So that several of them make one key."""
        assert CohortBounds(1, 2) < CohortBounds(1, 3) < CohortBounds(2, 2)


class TestInherited:
    """What a scorer has from where it stands."""

    def test_a_part_may_carry_its_own_measure(self) -> None:
        """Otherwise it inherits the one above; the path grows by a step."""
        above = HERE.under(Count("a"))

        assert Count("a") == above.measure
        assert Count("a") == above.under(None, "parts[0]").measure
        assert Count("b") == above.under(Count("b")).measure
        assert ("criterion '1'", "score", "parts[0]") == above.under(None, "parts[0]").path

    def test_a_measured_number_is_given(self) -> None:
        """A scorer that reads a number has it."""
        ratio = Ratio(ratio="a", of="b")

        assert ratio is HERE.under(ratio).number("Proportional")

    @pytest.mark.parametrize("measure", [None, Flag("a"), Choice("a"), Item("a", "b")])
    def test_a_number_is_needed(self, measure: Measure | None) -> None:
        """Without a measure, or over an answer, it is refused where it stands."""
        said = refusal(partial(HERE.under(measure).number, "Banded"))

        assert "criterion '1' › score: Banded needs a measure that is a number" == said

    @pytest.mark.parametrize("measure", [Flag("a"), Choice("a"), Item("a", "b")])
    def test_a_measured_answer_is_given(self, measure: Measure) -> None:
        """A scorer that reads an answer has it."""
        assert measure is HERE.under(measure).answer("Boolean")

    @pytest.mark.parametrize("measure", [None, Count("a"), Ratio(ratio="a", of="b")])
    def test_an_answer_is_needed(self, measure: Measure | None) -> None:
        """Without a measure, or over a number, it is refused where it stands."""
        said = refusal(partial(HERE.under(measure).answer, "Choice"))

        assert (
            "criterion '1' › score: Choice needs a measure that is an answer (flag, choice, item)"
        ) == said

    def test_a_refusal_may_have_a_hint(self) -> None:
        """What may have been meant stands in brackets."""
        hint = message("did-you-mean", names=("a",))
        error = HERE.refusal(message("unknown-option", name="aa"), hint)

        assert "criterion '1' › score: there is no option aa (did you mean: a?)" == error.text("en")
        assert "criterion '1' › score: không có lựa chọn aa (có phải là: a?)" == error.text("vi")


class TestCollected:
    """All problems come at once."""

    def test_gives_all_results(self) -> None:
        """Where nothing fails, in order."""
        assert [1, 2] == collected([lambda: 1, lambda: 2])
        assert [] == collected([])

    def test_raises_all_problems(self) -> None:
        """Where several fail, each is told, in order."""
        makers: list[Callable[[], object]] = [
            partial(refused, "a"), lambda: 1, partial(refused, "b"),
        ]  # fmt: skip

        assert (
            "2 problems:\n- a: no value: a number is expected\n- b: no value: a number is expected"
        ) == refusal(partial(collected, makers))

    def test_two_of_different_kinds(self) -> None:
        """Both results, or the problems of both."""
        assert (1, "a") == together(lambda: 1, lambda: "a")
        assert "a: no value: a number is expected" == refusal(
            lambda: together(partial(refused, "a"), lambda: "a")
        )
        assert (
            "2 problems:\n- a: no value: a number is expected\n- b: no value: a number is expected"
        ) == refusal(lambda: together(partial(refused, "a"), partial(refused, "b")))
