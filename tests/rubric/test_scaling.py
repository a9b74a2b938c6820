"""What is refused of a scale, with all that is wrong at once, in both languages."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from rubrik import (
    AllOf,
    AnyOf,
    AtLeast,
    Level,
    Ranking,
    Reaches,
    RubricError,
    Scale,
    Threshold,
    Veto,
)
from rubrik.rubric import Reading, ReadingOption, Replacement, applicable
from rubrik.scales import Requirement
from scoring.rows import fixed, group, rubric_of

FIVE = Threshold(points=5)
HALF = Threshold(share="1/2")
NODES = (group("A", 20), fixed("A.1", 5), fixed("A.2", 5), fixed("B", 1, max=None))
READ = rubric_of(*NODES).under()


def scale(*conditions: Requirement, **more: Any) -> Scale:  # noqa: ANN401 - any other field
    """A scale of one level that asks for these."""
    levels = (Level(name="Tốt", conditions=conditions),)
    return Scale(**{"id": "s", "name": "S", "levels": levels, **more})


def said(given: Scale) -> tuple[list[str], list[str]]:
    """All problems of a scale under a rubric, in Vietnamese and in English."""
    with pytest.raises(RubricError) as caught:
        applicable(given, READ)
    problems = caught.value.problems
    return [each.text("vi") for each in problems], [each.text("en") for each in problems]


REFUSED = {
    "no levels": (
        scale(levels=()),
        "scale 's' › levels: thang không có mức nào",
        "scale 's' › levels: the scale has no levels",
    ),
    "no conditions": (
        scale(),
        "scale 's' › level 'Tốt': mức này không có điều kiện nào: mọi đơn vị đều đạt",
        "scale 's' › level 'Tốt': the level has no conditions: every unit reaches it",
    ),
    "a level twice": (
        scale(levels=(Level(name="Tốt", conditions=(FIVE,)),) * 3),
        "scale 's' › level 'Tốt': có hai lần",
        "scale 's' › level 'Tốt': stands twice",
    ),
    "rows that are not there": (
        scale(FIVE, nodes=("A", "C")),
        "scale 's' › nodes: không có tiêu chí C",
        "scale 's' › nodes: there is no criterion C",
    ),
    "bases of rows that are not there": (
        scale(HALF, nodes=("A",), bases={"A.11": 5, "": "max"}),
        "scale 's' › bases: không có tiêu chí A.11 (có phải là: A.1?)",
        "scale 's' › bases: there is no criterion A.11 (did you mean: A.1?)",
    ),
    "a condition on a row that is not there": (
        scale(Threshold(node="A.11", share="1/2")),
        (
            "scale 's' › level 'Tốt' › conditions[0] › node: "
            "không có tiêu chí A.11 (có phải là: A.1?)"
        ),
        (
            "scale 's' › level 'Tốt' › conditions[0] › node: "
            "there is no criterion A.11 (did you mean: A.1?)"
        ),
    ),
    "a share of a row without maximum": (
        scale(FIVE, Threshold(node="B", share="1/2")),
        (
            "scale 's' › level 'Tốt' › conditions[1]: "
            "tỷ lệ của B không tính được: mục này không có điểm tối đa"
        ),
        "scale 's' › level 'Tốt' › conditions[1]: a share of B cannot be taken: it has no maximum",
    ),
    "a share of a whole without maximum": (
        scale(HALF),
        (
            "scale 's' › level 'Tốt' › conditions[0]: "
            "tỷ lệ của toàn bộ không tính được: mục này không có điểm tối đa"
        ),
        (
            "scale 's' › level 'Tốt' › conditions[0]: "
            "a share of the whole cannot be taken: it has no maximum"
        ),
    ),
    "a share of some rows without maximum": (
        scale(HALF, nodes=("A", "B")),
        (
            "scale 's' › level 'Tốt' › conditions[0]: "
            "tỷ lệ của B không tính được: mục này không có điểm tối đa"
        ),
        "scale 's' › level 'Tốt' › conditions[0]: a share of B cannot be taken: it has no maximum",
    ),
    "a mean of a row without parts": (
        scale(Threshold(share="2,5", base="parts"), nodes=("A", "A.1")),
        (
            "scale 's' › level 'Tốt' › conditions[0]: "
            "bình quân của A.1 không tính được: mục này không có mục con"
        ),
        "scale 's' › level 'Tốt' › conditions[0]: a mean of A.1 cannot be taken: it has no parts",
    ),
    "more than there are": (
        scale(AtLeast(at_least=3, of=(FIVE, FIVE))),
        "scale 's' › level 'Tốt' › conditions[0]: cần ít nhất 3 điều kiện mà chỉ ghi 2",
        (
            "scale 's' › level 'Tốt' › conditions[0]: "
            "at least 3 conditions are asked for and only 2 are written"
        ),
    ),
    "none of some": (
        scale(AnyOf(any=(FIVE, AtLeast(at_least=0, of=(FIVE,))))),
        (
            "scale 's' › level 'Tốt' › conditions[0] › any[1]: "
            "cần ít nhất 0 điều kiện: số này phải từ 1 trở lên"
        ),
        (
            "scale 's' › level 'Tốt' › conditions[0] › any[1]: "
            "at least 0 conditions are asked for: the number must be 1 or more"
        ),
    ),
    "any of none": (
        scale(AnyOf(any=())),
        "scale 's' › level 'Tốt' › conditions[0]: cần ít nhất 1 điều kiện mà chỉ ghi 0",
        (
            "scale 's' › level 'Tốt' › conditions[0]: "
            "at least 1 conditions are asked for and only 0 are written"
        ),
    ),
    "all of none": (
        scale(FIVE, AtLeast(at_least=1, of=(AllOf(all=()),))),
        "scale 's' › level 'Tốt' › conditions[1] › of[0]: cần ít nhất 1 điều kiện mà chỉ ghi 0",
        (
            "scale 's' › level 'Tốt' › conditions[1] › of[0]: "
            "at least 1 conditions are asked for and only 0 are written"
        ),
    ),
    "a veto that says nothing": (
        scale(FIVE, vetoes=(Veto(reason="r"),)),
        (
            "scale 's' › vetoes[0]: điều loại trừ này không nói khi nào áp dụng: "
            "cần annulled hoặc conditions"
        ),
        (
            "scale 's' › vetoes[0]: the veto does not say when it applies: "
            "annulled or conditions are expected"
        ),
    ),
    "a veto by a row that is not there": (
        scale(FIVE, vetoes=(Veto(reason="r", annulled=("A", "A.3")),)),
        "scale 's' › vetoes[0] › annulled: không có tiêu chí A.3 (có phải là: A.2, A.1?)",
        "scale 's' › vetoes[0] › annulled: there is no criterion A.3 (did you mean: A.2, A.1?)",
    ),
    "a veto by a share of nothing": (
        scale(FIVE, vetoes=(Veto(reason="r", conditions=(AllOf(all=(HALF,)),)),)),
        (
            "scale 's' › vetoes[0] › conditions[0] › all[0]: "
            "tỷ lệ của toàn bộ không tính được: mục này không có điểm tối đa"
        ),
        (
            "scale 's' › vetoes[0] › conditions[0] › all[0]: "
            "a share of the whole cannot be taken: it has no maximum"
        ),
    ),
    "a level that is not there": (
        scale(Reaches(scale="t", level="Tốt")),
        "scale 's' › level 'Tốt' › conditions[0]: không có mức Tốt trong thang t",
        "scale 's' › level 'Tốt' › conditions[0]: the scale t has no level Tốt",
    ),
}


@pytest.mark.parametrize("given", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_applied_is_refused(given: tuple[Scale, str, str]) -> None:
    """A scale that cannot say what a unit is, is refused before any unit is put into it."""
    wrong, vietnamese, english = given

    assert ([vietnamese], [english]) == said(wrong)


def test_all_that_is_wrong_is_said_at_once() -> None:
    """Names, conditions and levels of other scales, each with its place."""
    given = scale(
        Threshold(node="C", points=1),
        Reaches(scale="t", level="Tốt"),
        Threshold(node="D", points=1),
    )

    assert [
        "scale 's' › level 'Tốt' › conditions[0] › node: there is no criterion C",
        "scale 's' › level 'Tốt' › conditions[2] › node: there is no criterion D",
        "scale 's' › level 'Tốt' › conditions[1]: the scale t has no level Tốt",
    ] == said(given)[1]


@pytest.mark.parametrize(
    "given",
    [
        scale(HALF, nodes=("A",)),
        scale(HALF, bases={"": 300}),
        scale(HALF, nodes=("A",), bases={"": "parts"}),
        scale(Threshold(share="1/2", base="parts")),
        scale(Threshold(node="B", share="1/2", base=10)),
        scale(Threshold(node="B", share="1/2", base=0)),
        scale(Threshold(node="A", share="1/2"), bases={"A": "parts"}),
        scale(Threshold(node="B", points=5)),
    ],
)
def test_a_share_needs_something_it_is_of(given: Scale) -> None:
    """A maximum, a declared number or a number of parts: any of them will do."""
    assert given.id == applicable(given, READ).id


def test_without_a_rubric_all_rows_are_taken_to_be_there() -> None:
    """Only what is wrong with the scale itself is said where there is no rubric to compare."""
    sound = scale(Threshold(node="Z", share="1/2"), nodes=("Y",))
    wrong = scale(AtLeast(at_least=2, of=(FIVE,)), Reaches(scale="t", level="I"), nodes=("Y",))
    with pytest.raises(RubricError) as caught:
        applicable(wrong)

    assert (Threshold(node="Z", share="1/2", base="max"),) == applicable(sound).levels[0].conditions
    assert [
        (
            "scale 's' › level 'Tốt' › conditions[0]: "
            "at least 2 conditions are asked for and only 1 are written"
        ),
        "scale 's' › level 'Tốt' › conditions[1]: the scale t has no level I",
    ] == [each.text("en") for each in caught.value.problems]


class TestOfARubric:
    """The scales and the ranking of a rubric, as its readings have them."""

    def test_are_checked_with_it(self) -> None:
        """A rubric is refused with what is wrong with its scales, and the rows it ranks by."""
        with pytest.raises(RubricError) as caught:
            rubric_of(
                *NODES,
                scales=(scale(HALF), scale(HALF, id="t", nodes=("A.3",))),
                ranking=Ranking(nodes=("A", "A.9")),
            )

        assert [
            (
                "scale 's' › level 'Tốt' › conditions[0]: "
                "a share of the whole cannot be taken: it has no maximum"
            ),
            "scale 't' › nodes: there is no criterion A.3 (did you mean: A.2, A.1?)",
            "ranking › nodes: there is no criterion A.9 (did you mean: A.2, A.1?)",
        ] == [each.text("en") for each in caught.value.problems]

    def test_are_not_made_of_themselves(self) -> None:
        """A scale that comes back to itself is said once, where that happens."""
        first = scale(Reaches(scale="t", level="Tốt"))
        second = scale(Reaches(scale="s", level="Tốt"), id="t")
        with pytest.raises(RubricError) as caught:
            rubric_of(*NODES, scales=(first, second))

        assert ["scale 't' › level 'Tốt' › conditions[0]: the scale s is made of itself"] == [
            each.text("en") for each in caught.value.problems
        ]

    def test_are_named_once(self) -> None:
        """Two scales of one name are refused."""
        with pytest.raises(RubricError) as caught:
            rubric_of(*NODES, scales=(scale(FIVE), scale(FIVE)))

        assert "scale 's': có hai lần" == caught.value.text("vi")
        assert "scale 's': stands twice" == caught.value.text("en")

    def test_are_checked_under_every_option(self) -> None:
        """What an option makes of a scale is refused with the option that does it."""
        with pytest.raises(RubricError) as caught:
            rubric_of(*NODES, scales=(scale(FIVE),), readings=(reading(("levels", ())),))

        assert ["reading 'r' › option 'other' › scale 's' › levels: the scale has no levels"] == [
            each.text("en") for each in caught.value.problems
        ]

    def test_are_not_changed_by_more_options_than_can_be_checked(self) -> None:
        """Tens of thousands of conditions under hundreds of options are refused at once."""
        many = scale(*[FIVE] * 20_000)
        others = tuple(
            ReadingOption(id=str(index), replaces=(Replacement("scale:s", "below", "x"),))
            for index in range(50)
        )
        given = reading()
        given = evolve(given, options=(given.options[0], *others))
        with pytest.raises(RubricError) as caught:
            rubric_of(*NODES, scales=(many,), readings=(given,))

        assert (
            "reading: 50 phương án thay đổi các thang, mỗi lần phải kiểm tra 20004 mục và điều "
            "kiện: quá nhiều, nhiều nhất 1000000 khi nhân với nhau"
        ) == caught.value.text("vi")
        assert (
            "reading: 50 options change scales, and each time 20004 rows and conditions are to be "
            "checked: too many, at most 1000000 multiplied"
        ) == caught.value.text("en")

    def test_may_be_sound_under_one_option_alone(self) -> None:
        """A scale is checked as the default reading has it, not as it is printed."""
        replaced = Replacement("scale:s", "bases", {"": Fraction(20)})
        mended = reading(("below", "Không"), default=(replaced,))
        rubric = rubric_of(*NODES, scales=(scale(HALF, bases={"": 18}),), readings=(mended,))

        assert (Threshold(share="1/2", base=20),) == (
            rubric.under().scales["s"].levels[0].conditions
        )


def reading(*fields: tuple[str, object], default: tuple[Replacement, ...] = ()) -> Reading:
    """A reading whose other option puts these fields into the scale."""
    replaces = tuple(Replacement("scale:s", name, value) for name, value in fields)
    return Reading(
        id="r",
        nodes=(),
        printed="p",
        question="q",
        question_en="q",
        default="default",
        reason="r",
        reason_en="r",
        options=(
            ReadingOption(id="default", replaces=default),
            ReadingOption(id="other", replaces=replaces),
        ),
    )
