from fractions import Fraction

import pytest

from rubrik import Amount, Choice, Criterion, ReadingError, Sum
from rubrik.measures import Count, Ratio
from rubrik.rubric import Reading, ReadingOption, Replacement
from rubrik.rubric.readings import chosen, replaced
from scoring.rows import fixed, per_unit

READING = Reading(
    id="toi-da",
    nodes=("1",),
    printed="(trống)",
    question="Tối đa bao nhiêu?",
    question_en="How much at most?",
    options=(ReadingOption(id="10"), ReadingOption(id="20", label="20 điểm")),
    default="10",
    reason="Như in.",
    reason_en="As printed.",
)


def test_a_reading_knows_its_options() -> None:
    """Each option is found by its name."""
    assert "20 điểm" == READING.option("20").label
    with pytest.raises(KeyError, match="'30'"):
        READING.option("30")


class TestChosen:
    """The option in force for every reading."""

    def test_is_the_default_unless_the_caller_says(self) -> None:
        """Who chooses nothing has the default."""
        assert {"toi-da": "10"} == chosen([READING], {})
        assert {"toi-da": "20"} == chosen([READING], {"toi-da": "20"})
        assert {} == chosen([], {})

    def test_is_among_those_that_are_offered(self) -> None:
        """All that is not offered is listed, each with what comes near."""
        with pytest.raises(ReadingError) as caught:
            chosen([READING], {"toi-da": "2", "toi-das": "10", "x": "y"})
        assert (
            "3 problems:\n"
            "- reading 'toi-da': there is no option 2 (did you mean: 20?)\n"
            "- there is no reading toi-das (did you mean: toi-da?)\n"
            "- there is no reading x"
        ) == caught.value.text("en")


class TestReplaced:
    """Nodes with the values of an option put in."""

    def put(self, node: Criterion, field: str, value: object) -> Criterion:
        """The row with one field replaced."""
        (found,) = replaced([node], [Replacement("1", field, value)])
        assert isinstance(found, Criterion)
        return found

    def test_leave_the_others_alone(self) -> None:
        """Only the named field of the named row is another."""
        one, two = fixed("1", 1), fixed("2", 1)
        first, second = replaced([one, two], [Replacement("1", "name", "Khác")])

        assert ("Khác", one.score) == (first.name, first.score)
        assert two is second
        assert "Hàng 1" == one.name

    def test_in_the_order_given(self) -> None:
        """Of two values for one field the later stays."""
        given = [Replacement("1", "name", "a"), Replacement("1", "name", "b")]

        assert "b" == replaced([fixed("1", 1)], given)[0].name

    def test_by_a_path_into_a_rule(self) -> None:
        """A dotted path leads into parts, options and measures."""
        part = Choice({"own": 1, "none": 0})
        node = Criterion(
            code="1", name="Một", measure=Ratio(ratio="a", of="b"), score=Sum([2, part])
        )
        two = Amount(Fraction(2))

        assert Sum([two, part]) == self.put(node, "score.parts.0", two).score
        assert Sum([2, Choice({"own": 1, "none": 2})]) == (
            self.put(node, "score.parts.1.options.none", two).score
        )
        assert Ratio(ratio="a", of="b", stated="s") == self.put(node, "measure.stated", "s").measure

    def test_by_the_name_that_files_use(self) -> None:
        """A field that Python cannot call as the file does is found all the same."""
        node = per_unit("1", "a")
        band = Replacement("1", "measure.count", "b")

        assert Count("b") == replaced([node], [band])[0].measure

    def test_nothing_by_nothing(self) -> None:
        """Without replacements the rows are those given."""
        assert (fixed("1", 1),) == replaced([fixed("1", 1)], [])
