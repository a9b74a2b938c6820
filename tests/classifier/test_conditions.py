"""Whether conditions hold: exactly at their edges, and either way while points are open."""

from typing import Any

import pytest

from classifier.small import NEAR, between, level, number, points, scale, share
from rubrik import AllOf, AnyOf, AtLeast, Interval, Reaches, Threshold, classify
from rubrik.classifier.conditions import Judge
from rubrik.classifier.standings import PointsStanding
from rubrik.scales import Requirement


def holds(found: object, *wanted: Requirement) -> bool | None:
    """Whether all of these hold for points of the whole, or of rows."""
    given = found if isinstance(found, dict) else {"": found}
    (result,) = classify(given, scale("s", level("I", *wanted))).levels
    return result.holds


class TestOneComparison:
    """Points against a number."""

    @pytest.mark.parametrize(
        ("op", "below", "at", "above"),
        [
            (">=", False, True, True),
            (">", False, False, True),
            ("<=", True, True, False),
            ("<", True, False, False),
        ],
    )
    def test_is_exact_at_its_edge(self, op: Any, below: bool, at: bool, above: bool) -> None:  # noqa: ANN401 - one of four
        """A billionth of a point on either side decides, and nothing else does."""
        wanted = points(270, op=op)

        assert (below, at, above) == (
            holds(number(270) - NEAR, wanted),
            holds(270, wanted),
            holds(number(270) + NEAR, wanted),
        )

    @pytest.mark.parametrize(
        ("within", "at_least", "above", "at_most", "below"),
        [
            (between(5, 10), True, None, None, False),
            (between(5, 10, low_open=True), True, True, False, False),
            (between(0, 5), None, False, True, None),
            (between(0, 5, high_open=True), False, False, True, True),
            (between(0, 10), None, None, None, None),
            (between(None, None), None, None, None, None),
            (between(5, None), True, None, None, False),
            (between(None, 5), None, False, True, None),
        ],
    )
    def test_is_decided_by_an_interval_as_far_as_that_goes(
        self,
        within: Interval,
        at_least: bool | None,
        above: bool | None,
        at_most: bool | None,
        below: bool | None,
    ) -> None:
        """What is surely on one side of 5 is known; an end that is not reached is not on it."""
        ops: Any = (">=", ">", "<=", "<")

        assert [at_least, above, at_most, below] == [holds(within, points(5, op=op)) for op in ops]

    def test_is_open_where_there_is_no_number_to_compare_with(self) -> None:
        """A share of a maximum, or of parts, that nobody knows is neither met nor missed."""
        assert holds(5, share("1/2")) is None
        assert holds(5, share("1/2", base="parts")) is None

    def test_reads_points_however_they_are_written(self) -> None:
        """Points are exact: a float by its shortest form, text as numbers are written here."""
        assert holds(0.1, points("1/10"))
        assert holds("842,5", points("1685/2"))
        assert not holds("842,49", points("1685/2"))


YES, NO, OPEN = points(1, "yes"), points(1, "no"), points(1, "open")
FOUND = {"yes": 1, "no": 0, "open": between(0, 1)}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (AllOf(all=(YES, YES)), True),
        (AllOf(all=(YES, OPEN)), None),
        (AllOf(all=(OPEN, NO)), False),
        (AnyOf(any=(NO, YES, OPEN)), True),
        (AnyOf(any=(NO, OPEN)), None),
        (AnyOf(any=(NO, NO)), False),
        (AtLeast(at_least=2, of=(YES, YES, NO)), True),
        (AtLeast(at_least=2, of=(YES, OPEN, NO)), None),
        (AtLeast(at_least=2, of=(YES, NO, NO)), False),
        (AtLeast(at_least=2, of=(OPEN, OPEN, NO)), None),
        (AtLeast(at_least=3, of=(YES, OPEN, NO)), False),
        (AnyOf(any=(AllOf(all=(YES, NO)), AtLeast(at_least=1, of=(NO, YES)))), True),
        (AllOf(all=(AnyOf(any=(NO, OPEN)), AnyOf(any=(YES, OPEN)))), None),
        (AllOf(all=(AnyOf(any=(NO, OPEN)), AnyOf(any=(NO, NO)))), False),
    ],
)
def test_requirements_are_joined_without_guessing(
    wanted: Requirement, expected: bool | None
) -> None:
    """All, any and at least so many: known as soon as what is open can change nothing."""
    assert expected is holds(FOUND, wanted)


def test_every_condition_is_decided_once() -> None:
    """A condition that stands in several levels is one result, wherever it stands."""
    wanted = points(5, "A")
    found = classify({"A": 5}, scale("s", level("I", wanted, points(7, "A")), level("II", wanted)))

    assert found.conditions[0] is found.conditions[2]
    assert [True, False, True] == [each.holds for each in found.conditions]


def test_a_condition_without_a_row_is_about_the_row_that_is_rated() -> None:
    """The same condition is decided for each row by itself."""
    given = scale("s", level("I", points(5)), nodes=("A", "B"))
    found = {"A": 5, "B": 4, "": 9}

    assert [("A", True)] == _decided(found, given, "A")
    assert [("B", False)] == _decided(found, given, "B")


def _decided(found: Any, given: Any, node: str) -> list[tuple[str, bool | None]]:  # noqa: ANN401
    rating = classify(found, given, node=node)
    return [(each.node, each.holds) for each in rating.conditions]


def test_a_level_of_another_scale_must_have_been_put_in() -> None:
    """To judge a scale that was not resolved is a mistake of ours, and is not hidden."""
    judge = Judge(PointsStanding({}), "")
    unresolved = Reaches(scale="s", level="I")
    with pytest.raises(AssertionError):
        judge.holds(unresolved)


def test_conditions_that_can_go_either_way_are_those_it_depends_on() -> None:
    """What is decided already, whatever else is open in it, depends on nothing."""
    judge = Judge(PointsStanding({name: _interval(each) for name, each in FOUND.items()}), "")
    other: Threshold = points(1, "open", op=">")
    wanted = (
        AnyOf(any=(YES, other)),
        AllOf(all=(NO, other)),
        AnyOf(any=(AllOf(all=(NO, other)), OPEN)),
        YES,
    )

    assert [OPEN] == [each.threshold for each in judge.undecided(wanted)]


def _interval(found: object) -> Interval:
    return found if isinstance(found, Interval) else Interval.point(number(found))
