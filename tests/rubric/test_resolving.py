"""Scales by thresholds alone: bases and the levels of other scales are put in."""

from fractions import Fraction

import pytest

from classifier.small import level, points, scale, share
from rubrik import AllOf, AnyOf, AtLeast, Reaches, RubricError, Scale, Veto
from rubrik.rubric.resolving import joined, resolved
from rubrik.scales import Requirement

READY = scale("ready", level("I", points(9, "A")), level("II", points(5, "A"), points(2, "B")))


def conditions(found: Scale, name: str = "I") -> tuple[Requirement, ...]:
    """What a level of a scale asks for."""
    wanted = found.level(name)
    assert wanted is not None
    return wanted.conditions


def put_in(wanted: Scale, *others: Scale) -> Scale:
    """The scale, resolved among others."""
    (found,) = resolved((wanted,), (wanted, *others))
    return found


def refused(wanted: Scale, *others: Scale) -> tuple[str, str]:
    """What is said, in Vietnamese and in English, of a scale that cannot be resolved."""
    with pytest.raises(RubricError) as caught:
        put_in(wanted, *others)
    return caught.value.text("vi"), caught.value.text("en")


class TestBases:
    """What a share is of."""

    def test_is_the_declared_number_of_its_row(self) -> None:
        """A share of a row is of what the scale declares for that row, else of its maximum."""
        found = put_in(scale("s", level("I", share("90%", "A"), share("1/2", "B")), bases={"A": 9}))

        assert (share("90%", "A", base=9), share("1/2", "B", base="max")) == conditions(found)

    def test_is_what_the_condition_states(self) -> None:
        """A base that is stated with the share counts, also where it is 0."""
        stated = share("90%", "A", base=0)

        assert (stated,) == conditions(put_in(scale("s", level("I", stated), bases={"A": 9})))

    def test_is_that_of_the_row_the_scale_is_for(self) -> None:
        """A condition that names no row has the base of the one row that its scale is for."""
        found = put_in(scale("s", level("I", share("90%")), nodes=("A",), bases={"A": 300}))

        assert (share("90%", base=300),) == conditions(found)
        assert Fraction(270) == share("90%", base=300).at(None, 0)

    def test_is_that_of_every_row_or_refused(self) -> None:
        """Rows that one condition is asked of have one base, declared for each or for all."""
        several = scale("s", level("I", share("90%")), nodes=("A", "B"))
        alike = scale("s", level("I", share("90%")), nodes=("A", "B"), bases={"A": 9, "B": 9})
        all_alike = scale("s", level("I", share("90%")), nodes=("A", "B"), bases={"": "parts"})
        apart = scale("s", level("I", share("90%")), nodes=("A", "B"), bases={"A": 9})

        assert (share("90%", base="max"),) == conditions(put_in(several))
        assert (share("90%", base=9),) == conditions(put_in(alike))
        assert (share("90%", base="parts"),) == conditions(put_in(all_alike))
        assert (
            (
                "scale 's' › level 'I' › conditions[0]: tỷ lệ tính trên base khác nhau "
                "ở các mục: A, B; cần ghi base tại điều kiện, hoặc mỗi mục một thang"
            ),
            (
                "scale 's' › level 'I' › conditions[0]: the share is of different bases "
                "for the rows: A, B; state base in the condition, or a scale for each row"
            ),
        ) == refused(apart)

    def test_of_all_rows_is_no_base_of_a_row_that_is_named(self) -> None:
        """What is declared under no code is for the rows of the scale, not for others."""
        found = put_in(scale("s", level("I", share("1/2", "C"), share("1/2")), bases={"": 1}))

        assert (share("1/2", "C", base="max"), share("1/2", base=1)) == conditions(found)

    def test_is_put_in_however_deep(self) -> None:
        """Conditions inside of others, and those of vetoes, have their bases as well."""
        half, of_max = share("1/2", "A"), share("1/2", "A", base="max")
        wanted = AnyOf(any=(AllOf(all=(half,)), AtLeast(at_least=1, of=(half,))))
        given = scale("s", level("I", wanted), vetoes=(Veto(reason="r", conditions=(half,)),))
        expected = AnyOf(any=(AllOf(all=(of_max,)), AtLeast(at_least=1, of=(of_max,))))
        found = put_in(given)

        assert (expected,) == conditions(found)
        assert (of_max,) == found.vetoes[0].conditions


class TestLevelsOfOthers:
    """What a condition stands for that names a level of another scale."""

    def test_are_their_conditions(self) -> None:
        """All conditions of that level must hold, those of the levels that it names among them."""
        joint = scale("joint", level("I", Reaches(scale="ready", level="II"), points(7, "C")))
        all_of = AllOf(all=(points(5, "A"), points(2, "B")))
        over = scale("over", level("I", Reaches(scale="joint", level="I")))

        assert (all_of, points(7, "C")) == conditions(put_in(joint, READY))
        assert (AllOf(all=(all_of, points(7, "C"))),) == conditions(put_in(over, joint, READY))

    def test_have_the_bases_of_their_own_scale(self) -> None:
        """A share is of what the scale declares that states it."""
        half = scale("half", level("I", share("1/2", "A")), bases={"A": 30})
        joint = scale("joint", level("I", Reaches(scale="half", level="I")), bases={"A": 99})

        assert (AllOf(all=(share("1/2", "A", base=30),)),) == conditions(put_in(joint, half))

    def test_are_about_the_row_of_their_own_scale(self) -> None:
        """What names no row there is about the one row that the other scale is for."""
        wanted = AnyOf(
            any=(points(5), AllOf(all=(points(3),)), AtLeast(at_least=1, of=(points(2, "C"),)))
        )
        of_a = scale("of-a", level("I", wanted), nodes=("A",))
        joint = scale("joint", level("I", Reaches(scale="of-a", level="I")))
        expected = AnyOf(
            any=(
                points(5, "A"),
                AllOf(all=(points(3, "A"),)),
                AtLeast(at_least=1, of=(points(2, "C"),)),
            )
        )

        assert (AllOf(all=(expected,)),) == conditions(put_in(joint, of_a))

    def test_may_be_about_the_same_rows(self) -> None:
        """Of two scales for the same rows, or both for the whole, each row is asked for itself."""
        rows = scale("rows", level("I", points(5)), nodes=("A", "B"))
        same = scale("same", level("I", Reaches(scale="rows", level="I")), nodes=("B",))
        whole = scale("whole", level("I", points(5)))
        joint = scale("joint", level("I", Reaches(scale="whole", level="I")))

        assert (AllOf(all=(points(5),)),) == conditions(put_in(same, rows))
        assert (AllOf(all=(points(5),)),) == conditions(put_in(joint, whole))

    @pytest.mark.parametrize(
        ("of", "nodes"), [((), ("A",)), (("A", "B"), ()), (("A", "B"), ("A", "C"))]
    )
    def test_are_refused_about_other_rows(
        self, of: tuple[str, ...], nodes: tuple[str, ...]
    ) -> None:
        """A level of the whole is none of a row, and one of several rows is none of others."""
        other = scale("other", level("I", points(5)), nodes=of)
        given = scale("s", level("I", Reaches(scale="other", level="I")), nodes=nodes)

        assert (
            (
                "scale 's' › level 'I' › conditions[0]: "
                "mức của thang other xét những mục khác với thang này"
            ),
            (
                "scale 's' › level 'I' › conditions[0]: "
                "a level of the scale other is about other rows than this scale"
            ),
        ) == refused(given, other)

    def test_may_name_their_rows_wherever_they_stand(self) -> None:
        """Where every condition names its row, it does not matter what either scale is for."""
        of_b = scale("s", level("I", Reaches(scale="ready", level="I")), nodes=("B",))

        assert (AllOf(all=(points(9, "A"),)),) == conditions(put_in(of_b, READY))

    def test_are_looked_for_by_scale_and_by_level(self) -> None:
        """A scale or a level that is not there is refused, with what may have been meant."""
        unknown = scale("s", level("I", AnyOf(any=(Reaches(scale="redy", level="I"),))))
        no_level = scale("s", level("I", Reaches(scale="ready", level="III")))

        assert (
            (
                "scale 's' › level 'I' › conditions[0] › any[0]: không có mức I trong thang redy"
                " (có phải là: ready?)"
            ),
            (
                "scale 's' › level 'I' › conditions[0] › any[0]: the scale redy has no level I"
                " (did you mean: ready?)"
            ),
        ) == refused(unknown, READY)
        assert (
            (
                "scale 's' › level 'I' › conditions[0]: không có mức III trong thang ready"
                " (có phải là: II?)"
            ),
            (
                "scale 's' › level 'I' › conditions[0]: the scale ready has no level III"
                " (did you mean: II?)"
            ),
        ) == refused(no_level, READY)

    def test_are_never_their_own(self) -> None:
        """A scale that is made of itself, at once or by way of another, is refused."""
        itself = scale("s", level("I", Reaches(scale="s", level="I")))
        first = scale("first", level("I", Reaches(scale="second", level="I")))
        second = scale("second", level("I", Reaches(scale="first", level="I")))

        assert (
            "scale 's' › level 'I' › conditions[0]: thang s được xây từ chính nó",
            "scale 's' › level 'I' › conditions[0]: the scale s is made of itself",
        ) == refused(itself)
        assert (
            "scale 'second' › level 'I' › conditions[0]: the scale first is made of itself"
            == (refused(first, second)[1])
        )

    def test_of_a_scale_of_the_same_name_are_those_of_the_other(self) -> None:
        """A caller's scale may be called like one of the rubric's, and ask for its levels."""
        own = scale("ready", level("I", Reaches(scale="ready", level="I"), points(1, "B")))
        (found,) = resolved((own,), (own, READY))

        assert (AllOf(all=(points(9, "A"),)), points(1, "B")) == conditions(found)


def chain(length: int, times: int = 1) -> list[Scale]:
    """Scales of which each asks for the level of the one before, so many times."""
    found = [scale("0", level("I", points(1)))]
    for index in range(1, length):
        reached = Reaches(scale=str(index - 1), level="I")
        found.append(scale(str(index), level("I", *(reached,) * times)))
    return found


class TestTooMuch:
    """Scales that come to more than anybody can read, whatever little they are written in."""

    def test_is_how_deep_conditions_stand_in_each_other(self) -> None:
        """Sixty-four in each other are read, those of the levels that they name among them."""
        scales = chain(65)
        found = resolved(scales[:64], scales)
        with pytest.raises(RubricError) as caught:
            resolved(scales, scales)

        assert 64 == len(found)
        assert (
            "scale '64' › level 'I' › conditions[0]: các điều kiện lồng nhau quá sâu: "
            "nhiều nhất 64 tầng, kể cả qua các mức được dẫn"
        ) == caught.value.text("vi")
        assert (
            "scale '64' › level 'I' › conditions[0]: conditions are nested too deep: "
            "at most 64 in each other, those of the levels that they name among them"
        ) == caught.value.text("en")

    def test_is_refused_before_python_is_too_deep(self) -> None:
        """A chain of thousands is refused in good order, whichever end it is begun from."""
        scales = chain(3000)
        with pytest.raises(RubricError):
            resolved(scales[::-1], scales)

    def test_is_how_many_conditions_there_are(self) -> None:
        """Levels that double from scale to scale are refused long before they fill the memory."""
        scales = chain(60, times=2)
        with pytest.raises(RubricError) as caught:
            resolved(scales, scales)

        assert (
            "scale '14' › level 'I' › conditions[0]: các thang gồm quá nhiều điều kiện: "
            "nhiều nhất 50000, kể cả điều kiện của các mức được dẫn"
        ) == caught.value.text("vi")
        assert (
            "scale '14' › level 'I' › conditions[0]: the scales come to too many conditions: "
            "at most 50000, those of the levels that they name among them"
        ) == caught.value.text("en")


class TestJoined:
    """Scales of one file of the caller's own."""

    def test_have_each_others_levels_put_in(self) -> None:
        """They may name each other's levels; those of a rubric are put in when one is there."""
        of_rubric = Reaches(scale="rubric", level="I")
        joint = scale("joint", level("I", Reaches(scale="ready", level="I"), of_rubric))
        first, second = joined((joint, READY))

        assert (AllOf(all=(points(9, "A"),)), of_rubric) == conditions(first)
        assert READY == second

    def test_keep_what_is_left_to_be_named(self) -> None:
        """What a sibling asks of scales elsewhere is still asked where its level is put in."""
        of_rubric = Reaches(scale="rubric", level="I")
        ready = scale("ready", level("I", of_rubric, points(2)), nodes=("A",))
        joint = scale("joint", level("I", Reaches(scale="ready", level="I")))

        assert (AllOf(all=(of_rubric, points(2, "A"))),) == conditions(joined((joint, ready))[0])
