from fractions import Fraction

import pytest
from attrs import evolve

from rubrik import Boolean, CohortBounds, Criterion, Interval, MinMaxNormalized, Proportional, Sum
from rubrik.measures import Constraint, Count, Declared, Flag, Item, Items, Ratio, Share
from rubrik.rubric import Node, Reading, ReadingOption, Replacement, measured_by
from rubrik.rubric.interpretation import MOST_KEPT, parents
from rubrik.scorers import Bounds
from scoring.rows import INPUTS, fixed, group, per_unit, rubric_of, sheet_of

RUBRIC = rubric_of(
    group("I"),
    group("1", 20, parent="I"),
    per_unit("1.1", "a"),
    group("1.2", counts="rule", measure=Count("b"), score=Proportional(rate=1)),
    fixed("1.2.1", 2),
    group("1.2.2"),
    fixed("1.2.2.1", 3, max=None),
    fixed("2", 4, max=5),
)
READ = RUBRIC.under()


def between(low: int, high: int | None) -> Interval:
    """The closed interval."""
    return Interval(Fraction(low), None if high is None else Fraction(high))


class TestTree:
    """How rows stand in groups."""

    def test_is_told_by_codes_and_parents(self) -> None:
        """The code without its last part, where that is a group; else the parent that is named."""
        assert {
            "I": None,
            "1": "I",
            "1.1": "1",
            "1.2": "1",
            "1.2.1": "1.2",
            "1.2.2": "1.2",
            "1.2.2.1": "1.2.2",
            "2": None,
        } == READ.parents

    def test_knows_no_parent_by_chance(self) -> None:
        """A criterion, or a code that only begins alike, is nobody's parent."""
        rows: tuple[Node, ...] = (
            *(fixed("1", 1), fixed("1.1", 1)),
            *(group("2"), fixed("21", 1), fixed("2.1.1", 1)),
        )

        assert [None] * 5 == list(parents(rows).values())

    def test_has_children_in_printed_order(self) -> None:
        """Those at the top stand under nothing."""
        found = {code: [node.code for node in nodes] for code, nodes in READ.children.items()}

        assert {
            None: ["I", "2"],
            "I": ["1"],
            "1": ["1.1", "1.2"],
            "1.2": ["1.2.1", "1.2.2"],
            "1.2.2": ["1.2.2.1"],
        } == found

    def test_goes_from_the_innermost_out(self) -> None:
        """Every row comes before the group it stands in."""
        order = READ.bottom_up

        assert all(
            parent is None or order.index(code) < order.index(parent)
            for code, parent in READ.parents.items()
        )

    def test_has_depths(self) -> None:
        """Those at the top stand at 0."""
        assert [0, 1, 2, 2, 3, 3, 4, 0] == list(READ.depths.values())

    def test_knows_what_is_scored(self) -> None:
        """Criteria, and groups with a rule of their own."""
        assert {"1.1", "1.2", "1.2.1", "1.2.2.1", "2"} == READ.scored

    def test_knows_what_counts(self) -> None:
        """Not what stands below a group that counts by its own rule, at any depth."""
        assert {"I", "1", "1.1", "1.2", "2"} == READ.counted

    def test_has_maxima(self) -> None:
        """The declared one, or the sum of the parts'; none where a part has none."""
        assert {
            "I": 20,
            "1": 20,
            "1.1": 10,
            "1.2": None,
            "1.2.1": 10,
            "1.2.2": None,
            "1.2.2.1": None,
            "2": 5,
        } == READ.maxima
        assert 25 == READ.maximum

    def test_of_no_rows_has_no_maximum(self) -> None:
        """Nothing declares one."""
        assert rubric_of().under().maximum is None


class TestBounds:
    """The points that a row can come to before any data."""

    @pytest.mark.parametrize(
        ("row", "bounds"),
        [
            (per_unit("1", "a"), Bounds(between(0, 10))),
            (per_unit("1", "quarters"), Bounds(between(0, 4))),
            (per_unit("1", "a", max=None), Bounds(between(0, None))),
            (fixed("1", 3), Bounds(between(3, 3))),
            (Criterion(code="1", name="Một"), Bounds(between(0, 0))),
        ],
    )
    def test_of_a_criterion(self, row: Criterion, bounds: Bounds) -> None:
        """Those of its rule, cut at its maximum."""
        assert bounds == rubric_of(row).under().bounds("1")

    def test_of_parts_that_share_an_input(self) -> None:
        """What reads the same input twice is labelled outer, since it may never come to both."""
        rule = Sum([Proportional(rate=1), Proportional(rate=-1)])
        row = Criterion(code="1", name="Một", measure=Count("quarters"), score=rule)
        both = Criterion(
            code="2",
            name="Hai",
            measure=Items("i"),
            score=Sum([Proportional(rate=1), Boolean(measure=Item("i", "p"), yes=1, no=0)]),
        )
        read = rubric_of(row, both).under()

        assert Bounds(between(0, 0)) == read.bounds("1")
        assert read.bounds("2").outer

    def test_of_inputs_that_a_constraint_ties(self) -> None:
        """A row whose measure a constraint narrows is labelled outer."""
        row = per_unit("1", "quarters")
        free = rubric_of(row).under().bounds("1")
        tied = rubric_of(row, constraints=(Constraint("quarters <= 2"),)).under().bounds("1")

        assert not free.outer
        assert tied.outer

    def test_of_a_group(self) -> None:
        """The sum of the parts', labelled outer; cut where the group is capped."""
        rows = (per_unit("1.1", "a"), per_unit("1.2", "b"))

        assert Bounds(between(0, 20), outer=True) == (
            rubric_of(group("1", 5), *rows).under().bounds("1")
        )
        assert Bounds(between(0, 5), outer=True) == (
            rubric_of(group("1", 5, capped=True), *rows).under().bounds("1")
        )

    def test_of_a_group_by_its_rule(self) -> None:
        """A group that counts by its rule has the bounds of the rule."""
        assert Bounds(between(0, None)) == READ.bounds("1.2")

    def test_of_a_group_of_nothing(self) -> None:
        """A heading alone has no points to bound."""
        bounds = rubric_of(group("1", 5)).under().bounds("1")

        assert bounds.within in (None, between(0, 0))

    def test_hold_whatever_can_be_made_up_for(self) -> None:
        """A rescaled group can have more than its parts add up to, and its bounds say so."""
        rubric = rubric_of(
            group("1", 20, rescaled=True),
            fixed("1.1", 4),
            fixed("1.2", 0, may_be_not_applicable=True),
        )
        sheet = sheet_of(rubric, not_applicable=("1.2",))
        within = rubric.under().bounds("1").within

        assert Fraction(8) == sheet.points
        assert within is not None
        assert Fraction(8) in within

    def test_hold_a_row_that_is_taken_out(self) -> None:
        """Rows that do not apply give nothing, which their group's bounds allow for."""
        rubric = rubric_of(
            group("1", 20), fixed("1.1", 4), fixed("1.2", 3, may_be_not_applicable=True)
        )
        sheet = sheet_of(rubric, not_applicable=("1.2",))
        within = rubric.under().bounds("1").within

        assert Fraction(4) == sheet.points
        assert within is not None
        assert Fraction(4) in within


class TestForms:
    """The rules that are run."""

    NODE = Criterion(
        code="1", name="Một", max=10, measure=Count("a"), score=MinMaxNormalized(constant="zero")
    )

    def test_are_made_once(self) -> None:
        """The same cohort gives the same rules again."""
        read = rubric_of(self.NODE).under()
        bounds = {"1": CohortBounds(0, 10)}

        assert read.forms is read.forms_in({})
        assert read.forms_in(bounds) is read.forms_in(bounds)
        assert read.forms_in(bounds) is not read.forms_in({"1": CohortBounds(0, 20)})

    def test_are_not_kept_without_end(self) -> None:
        """Of thousands of cohorts, or of ways to read a rubric, only the last are at hand."""
        read = rubric_of(self.NODE).under()
        first = read.forms_in({"1": CohortBounds(0, 1)})
        for high in range(2, 2 * MOST_KEPT):
            read.forms_in({"1": CohortBounds(0, high)})

        assert first is not read.forms_in({"1": CohortBounds(0, 1)})
        assert first == read.forms_in({"1": CohortBounds(0, 1)})

    def test_change_only_where_there_is_a_cohort(self) -> None:
        """The rules of the other rows are the same."""
        read = rubric_of(self.NODE, per_unit("2", "a")).under()
        found = read.forms_in({"1": CohortBounds(0, 10)})

        assert read.forms["2"] is found["2"]
        assert read.forms["1"] != found["1"]

    def test_read_every_ratio_once(self) -> None:
        """Two rows that read one ratio have one to check."""
        ratio = Ratio(ratio="a", of="b")
        rows = [
            Criterion(code=code, name=code, max=10, measure=ratio, score=Proportional())
            for code in ("1", "2")
        ]

        assert (ratio,) == rubric_of(*rows).under().ratios

    def test_tie_the_sums_of_one_table(self) -> None:
        """What is added up from one table is not independent."""
        links = rubric_of(constraints=(Constraint("a <= b"),)).under().links

        assert links["t_rows"] == links["t_sum"] == links["t_mean"]
        assert links["a"] == links["b"]
        assert links["a"] != links["t_sum"]


def test_every_measure_of_a_row_is_found() -> None:
    """Its own and those in its rule, each with the path to it."""
    node = Criterion(
        code="1",
        name="Một",
        measure=Count("a"),
        score=Sum([Boolean(measure=Flag("f")), 1, Sum([Proportional(measure=Share("s"))])]),
    )

    assert [
        (("measure",), Count("a")),
        (("score", "parts[0]", "measure"), Flag("f")),
        (("score", "parts[2]", "parts[0]", "measure"), Share("s")),
    ] == list(measured_by(node))


class TestReadings:
    """Interpretations by the options chosen."""

    RUBRIC = rubric_of(
        fixed("1", 8),
        readings=(
            Reading(
                id="r",
                nodes=("1",),
                printed="p",
                question="q",
                question_en="q",
                options=(
                    ReadingOption(id="a"),
                    ReadingOption(id="b", replaces=(Replacement("1", "max", Fraction(5)),)),
                ),
                default="a",
                reason="r",
                reason_en="r",
            ),
        ),
    )

    def test_put_options_into_rows(self) -> None:
        """The rubric itself stays as it is printed."""
        assert 5 == self.RUBRIC.under({"r": "b"}).nodes["1"].max
        assert 10 == self.RUBRIC.under().nodes["1"].max
        assert 10 == self.RUBRIC.nodes[0].max

    def test_are_kept(self) -> None:
        """The same choices give the same interpretation."""
        assert self.RUBRIC.under({"r": "b"}) is self.RUBRIC.under({"r": "b"})
        assert self.RUBRIC.under() is self.RUBRIC.under({})

    def test_are_not_kept_without_end(self) -> None:
        """Of very many combinations only the last are at hand; the others come out the same."""
        many = tuple(
            evolve(self.RUBRIC.readings[0], id=f"r{number}", options=(ReadingOption(id="a"),))
            for number in range(1, MOST_KEPT + 2)
        )
        rubric = evolve(self.RUBRIC, readings=many)
        first = rubric.under({"r1": "a"})
        for reading in many:
            rubric.under({reading.id: "a"})

        assert first is not rubric.under({"r1": "a"})
        assert first == rubric.under({"r1": "a"})

    def test_say_what_is_in_force(self) -> None:
        """Chosen or not, every reading has an option in force."""
        assert {"r": "a"} == self.RUBRIC.under().choices
        assert {"r": "b"} == self.RUBRIC.under({"r": "b"}).choices


def test_a_rubric_knows_its_inputs() -> None:
    """By name, those that tables add among them."""
    rubric = rubric_of()

    assert rubric.declared == Declared.of(INPUTS)
    assert rubric.declared is rubric.declared
    assert "t_sum" in rubric.declared.inputs


def test_a_rubric_reads_as_what_it_is() -> None:
    """Its slug, and how much is in it."""
    assert "<Rubric 'nho': 1 nodes, 9 inputs>" == repr(rubric_of(fixed("1", 1)))
