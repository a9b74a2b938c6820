from fractions import Fraction
from typing import Any

import pytest

import rubrik
from rubrik import (
    Adjudication,
    Amount,
    Band,
    BestOf,
    Boolean,
    CohortBounds,
    Condition,
    Criterion,
    Gated,
    Interval,
    MinMaxNormalized,
    Policy,
    Proportional,
    ReadingError,
    Status,
    Submission,
    SubmissionError,
    Sum,
)
from rubrik.absence import Absence, Undefined
from rubrik.measures import Amount as AmountMeasure
from rubrik.measures import Constraint, Count, Flag, Growth, Measure, Ratio
from rubrik.rubric import Reading, ReadingOption, Replacement
from rubrik.scorers import Rule
from scoring.rows import banded, fixed, group, line_of, per_unit, rubric_of, sheet_of

ZERO = Fraction(0)
COMPARED = Criterion(
    code="1",
    name="So với đơn vị khác",
    max=10,
    measure=Count("a"),
    score=MinMaxNormalized(constant="undefined"),
)


def between(low: int | str, high: int | str) -> Interval:
    """The closed interval."""
    return Interval(Fraction(low), Fraction(high))


def decided(decision: str, code: str = "1", points: object = None) -> dict[str, Any]:
    """A report with one decision of a verifier."""
    decision_on = Adjudication(code=code, decision=decision, points=points, reason="biên bản")
    return {"adjudications": (decision_on,)}


class TestStatus:
    """What became of one criterion."""

    def test_is_scored_where_all_is_known(self) -> None:
        """A rule that has all it reads gives exact points."""
        line = line_of(Proportional(), Ratio(ratio="a", of="b"), a=18, b=19)

        assert Status.SCORED is line.status
        assert Fraction(180, 19) == line.points
        assert Interval.point(Fraction(180, 19)) == line.within
        assert () == line.absent

    def test_is_missing_where_an_input_is(self) -> None:
        """An input not reported leaves what the rule can still give."""
        line = line_of(Proportional(), Ratio(ratio="a", of="b"), a=18)

        assert Status.MISSING is line.status
        assert line.points is None
        assert between(0, 10) == line.within
        assert (Absence(missing="b"),) == line.absent

    @pytest.mark.parametrize(
        ("score", "measure", "report", "why"),
        [
            (
                Proportional(),
                Ratio(ratio="a", of="b"),
                {"a": 0, "b": 0},
                Undefined.ZERO_DENOMINATOR,
            ),
            (
                Proportional(full_from=1),
                Growth(growth="a", since="b"),
                {"a": 3, "b": 0},
                Undefined.GROWTH_FROM_ZERO,
            ),
            (
                banded(Band(to=1, points=0), Band(from_=3, points=10)),
                Count("a"),
                {"a": 2},
                Undefined.NO_BAND,
            ),
            (MinMaxNormalized(constant="zero"), Count("a"), {"a": 2}, Undefined.NO_COHORT),
            (
                MinMaxNormalized(constant="undefined", low=2, high=2),
                Count("a"),
                {"a": 2},
                Undefined.CONSTANT_COHORT,
            ),
        ],
    )
    def test_is_undefined_where_the_rule_is_silent(
        self, score: Rule, measure: Measure, report: dict[str, Any], why: Undefined
    ) -> None:
        """All is known, nothing follows: nothing raises, and the points are open."""
        line = line_of(score, measure, **report)

        assert Status.UNDEFINED is line.status
        assert line.points is None
        assert (Absence(undefined=why),) == line.absent
        assert Fraction(10) == line.within.high

    def test_of_a_row_of_nothing_in_a_table_is_undefined(self) -> None:
        """A table with a row of 0/0 was reported: its sum is undefined, and nothing is missing."""
        line = line_of(Proportional(rate=1), AmountMeasure("t_sum"), t=[[1, 2], [0, 0]])

        assert Status.UNDEFINED is line.status

    def test_is_scored_where_the_answer_makes_no_difference(self) -> None:
        """What cannot change the points keeps no row open."""
        line = line_of(Gated(when=Condition(measure=Flag("f"), is_=True), then=3, otherwise=3))

        assert (Status.SCORED, Fraction(3)) == (line.status, line.points)

    def test_is_scored_behind_a_closed_gate(self) -> None:
        """A closed gate beats what is not known behind it."""
        rule = Gated(when=Condition(measure=Flag("f"), is_=True), then=Boolean(), otherwise=0)
        line = line_of(rule, Flag("f"), f=False)

        assert (Status.SCORED, ZERO) == (line.status, line.points)

    def test_is_scored_at_the_best(self) -> None:
        """A best-of with one part at the maximum does not wait for the other."""
        parts = (Boolean(measure=Flag("f")), Proportional(measure=Ratio(ratio="a", of="b")))
        line = line_of(BestOf(parts), f=True, a=0, b=0)

        assert (Status.SCORED, Fraction(10)) == (line.status, line.points)

    def test_is_missing_rather_than_undefined(self) -> None:
        """Where both keep a row open, what could be reported is what is said."""
        parts = (Boolean(measure=Flag("f")), Proportional(measure=Ratio(ratio="a", of="b")))
        line = line_of(Sum(parts), a=0, b=0)

        assert Status.MISSING is line.status
        assert (
            Absence(missing="f"),
            Absence(undefined=Undefined.ZERO_DENOMINATOR),
        ) == line.absent

    def test_of_a_row_without_a_rule_gives_nothing(self) -> None:
        """A row that prints no rule is there, and gives no points."""
        line = line_of(None)

        assert ZERO == line.within.low


class TestMaximum:
    """A criterion is cut at its printed maximum unless it says otherwise."""

    @pytest.mark.parametrize(
        "score",
        [
            Proportional(rate=1),
            Amount(Fraction(12)),
            Sum([12]),
            Boolean(measure=Flag("f"), yes=12),
        ],
    )
    def test_cuts_whatever_rule_there_is(self, score: Rule) -> None:
        """Neither a formula nor a fixed number of points goes beyond it."""
        line = line_of(score, Count("a"), a=12, f=True)

        assert Fraction(10) == line.points

    def test_does_not_cut_what_is_uncapped(self) -> None:
        """A criterion that is not capped gives all that its rule gives."""
        sheet = sheet_of(rubric_of(per_unit("1", "a", capped=False)), inputs={"a": 12})

        assert Fraction(12) == sheet.points


class TestMissingPolicy:
    """What an input that was not reported is worth."""

    def test_keeps_the_range_unless_told_otherwise(self) -> None:
        """The rubric's policy holds where the caller names none, and its own default is a range."""
        sheet = sheet_of(rubric_of(per_unit("1", "a")))

        assert Policy.RANGE is sheet.missing
        assert between(0, 10) == sheet.within
        assert sheet.points is None

    @pytest.mark.parametrize(
        ("of_rubric", "of_caller"),
        [(Policy.ZERO, None), (Policy.RANGE, "zero"), (Policy.ZERO, "zero")],
    )
    def test_counts_nothing_where_it_is_zero(
        self, of_rubric: Policy, of_caller: str | None
    ) -> None:
        """A missing row counts 0, still says that it is missing, and the total is known."""
        rubric = rubric_of(per_unit("1", "a"), fixed("2", 3), missing=of_rubric)
        sheet = sheet_of(rubric, missing=of_caller)
        line = sheet.line("1")

        assert (Status.MISSING, ZERO) == (line.status, line.points)
        assert (Absence(missing="a"),) == line.absent
        assert Fraction(3) == sheet.points
        assert ("a",) == sheet.open_inputs

    def test_can_be_opened_by_the_caller(self) -> None:
        """Who scores may keep the range where the rubric counts nothing."""
        sheet = sheet_of(rubric_of(per_unit("1", "a"), missing=Policy.ZERO), missing="range")

        assert between(0, 10) == sheet.within

    def test_does_not_touch_what_is_undefined(self) -> None:
        """Nothing is missing in 0/0, so it stays open under either policy."""
        rubric = rubric_of(
            Criterion(
                code="1",
                name="Một",
                max=10,
                measure=Ratio(ratio="a", of="b"),
                score=Proportional(),
            )
        )
        sheet = sheet_of(rubric, missing="zero", inputs={"a": 0, "b": 0})

        assert Status.UNDEFINED is sheet.line("1").status
        assert between(0, 10) == sheet.within


class TestAdjudication:
    """What a verifier's decision makes of a row."""

    RUBRIC = rubric_of(per_unit("1", "a"), fixed("2", 1))

    def test_accept_lets_the_claim_stand(self) -> None:
        """The claimed points count, whatever the rule says."""
        sheet = sheet_of(self.RUBRIC, inputs={"a": 3}, claims={"1": "7,5"}, **decided("accept"))

        assert (Status.SCORED, Fraction(15, 2)) == (sheet.line("1").status, sheet.line("1").points)
        assert Fraction(17, 2) == sheet.points

    def test_accept_lets_no_claim_stand_where_there_is_none(self) -> None:
        """With nothing claimed there is nothing to accept."""
        with pytest.raises(SubmissionError) as caught:
            sheet_of(self.RUBRIC, inputs={"a": 3}, **decided("accept"))
        assert "adjudication › 1: there is no claim to accept" == caught.value.text("en")
        assert "adjudication › 1: quyết định accept cần điểm tự chấm" == caught.value.text("vi")

    @pytest.mark.parametrize("points", [0, "7,5", 10])
    def test_replace_puts_other_points_there(self, points: object) -> None:
        """The verifier's points count, none and the maximum included."""
        sheet = sheet_of(self.RUBRIC, **decided("replace", points=points))

        assert Status.SCORED is sheet.line("1").status
        assert rubrik.rational(points) == sheet.line("1").points

    @pytest.mark.parametrize(
        ("decision", "points", "claims"),
        [("replace", "10,5", {}), ("accept", None, {"1": "10,5"})],
    )
    def test_gives_no_more_than_the_rubric_has(
        self, decision: str, points: object, claims: dict[str, object]
    ) -> None:
        """Nobody is given points that the row cannot have."""
        with pytest.raises(SubmissionError) as caught:
            sheet_of(self.RUBRIC, claims=claims, **decided(decision, points=points))
        assert (
            "adjudication › 1: 10.5 points will not do: this criterion has 0 to 10 points"
            == caught.value.text("en")
        )
        assert (
            "adjudication › 1: 10,5 điểm không hợp lệ: tiêu chí này có từ 0 đến 10 điểm"
            == caught.value.text("vi")
        )

    def test_reject_gives_nothing(self) -> None:
        """What is not recognised counts 0 where the rubric says so, and the total is known."""
        sheet = sheet_of(self.RUBRIC, inputs={"a": 3}, **decided("reject"))

        assert (Status.REJECTED, ZERO) == (sheet.line("1").status, sheet.line("1").points)
        assert Fraction(1) == sheet.points

    def test_reject_may_leave_the_range(self) -> None:
        """A rubric may keep a rejected row open until it is settled."""
        rubric = rubric_of(per_unit("1", "a"), fixed("2", 1), rejected=Policy.RANGE)
        sheet = sheet_of(rubric, inputs={"a": 3}, **decided("reject"))

        assert Status.REJECTED is sheet.line("1").status
        assert between(0, 10) == sheet.line("1").within
        assert between(1, 11) == sheet.within

    def test_not_applicable_takes_the_row_out(self) -> None:
        """A verifier can take out a row that a unit could not."""
        sheet = sheet_of(self.RUBRIC, inputs={"a": 3}, claims={"1": 5}, **decided("not_applicable"))

        assert Status.NOT_APPLICABLE is sheet.line("1").status
        assert sheet.line("1").verdict is None
        assert Fraction(1) == sheet.points

    def test_beats_what_the_unit_declared(self) -> None:
        """A unit says that a row does not apply; a verifier knows better."""
        rubric = rubric_of(per_unit("1", "a", may_be_not_applicable=True))
        sheet = sheet_of(rubric, not_applicable=("1",), **decided("replace", points=4))

        assert (Status.SCORED, Fraction(4)) == (sheet.line("1").status, sheet.line("1").points)

    @pytest.mark.parametrize(
        ("decision", "points"), [("accept", 4), ("reject", 0), ("not_applicable", None)]
    )
    def test_of_a_row_without_a_rule(self, decision: str, points: int | None) -> None:
        """A row that has no rule of its own can be decided on like any other."""
        rubric = rubric_of(Criterion(code="1", name="Một", max=10))
        sheet = sheet_of(rubric, claims={"1": 4}, **decided(decision))

        assert points == sheet.line("1").points

    def test_of_a_group_that_counts_by_its_rule(self) -> None:
        """Points of a group with a rule of its own can be replaced."""
        rubric = rubric_of(
            group("1", 5, counts="rule", measure=Count("a"), score=Proportional(rate=1)),
            fixed("1.1", 2),
        )
        sheet = sheet_of(rubric, inputs={"a": 1}, **decided("replace", points=4))

        assert Fraction(4) == sheet.points

    def test_of_a_group_that_counts_by_its_parts(self) -> None:
        """A decision on a group is never overruled in silence by the sum of its parts."""
        rubric = rubric_of(
            group("1", 5, measure=Count("a"), score=Proportional(rate=1)), per_unit("1.1", "b")
        )
        with pytest.raises(SubmissionError) as caught:
            sheet_of(rubric, inputs={"a": 1, "b": 1}, **decided("replace", points=4))
        assert (
            "adjudication › 1: this group counts by its rows: decide on those"
            == caught.value.text("en")
        )


class TestNotApplicable:
    """Rows that do not concern the unit."""

    def test_leaves_the_sum_alone(self) -> None:
        """Without rescaling a group has what is left."""
        rubric = rubric_of(
            group("1", 20), fixed("1.1", 4), per_unit("1.2", "a", may_be_not_applicable=True)
        )
        sheet = sheet_of(rubric, not_applicable=("1.2",))

        assert Fraction(4) == sheet.points
        assert Status.SCORED is sheet.line("1").status

    def test_is_made_up_for_as_published(self) -> None:
        """42.63 points of the 48 that apply count as 44.40625 of 50."""
        rubric = rubric_of(
            group("1", 50, rescaled=True),
            fixed("1.1", "42.63", max=48),
            fixed("1.2", 2, max=2, may_be_not_applicable=True),
        )
        sheet = sheet_of(rubric, not_applicable=("1.2",))

        assert Fraction("44.40625") == sheet.points

    def test_is_made_up_for_before_the_cap(self) -> None:
        """First the parts, then what is not applicable, then the cap: 8 of 10 are 16 of 20, cut."""
        rubric = rubric_of(
            group("1", 15, rescaled=True, capped=True),
            fixed("1.1", 8),
            fixed("1.2", 10, may_be_not_applicable=True),
        )
        sheet = sheet_of(rubric, not_applicable=("1.2",))

        assert Fraction(15) == sheet.points

    def test_is_made_up_for_over_an_interval(self) -> None:
        """The range of what is open is stretched likewise."""
        rubric = rubric_of(
            group("1", 20, rescaled=True),
            per_unit("1.1", "a"),
            fixed("1.2", 10, may_be_not_applicable=True),
        )
        sheet = sheet_of(rubric, not_applicable=("1.2",))

        assert between(0, 20) == sheet.within
        assert Status.MISSING is sheet.line("1").status

    def test_is_not_made_up_for_where_all_apply(self) -> None:
        """A group that has all of its rows is what its rows add up to."""
        rubric = rubric_of(group("1", 50, rescaled=True), fixed("1.1", 4), fixed("1.2", 2))

        assert Fraction(6) == sheet_of(rubric).points

    def test_is_not_made_up_for_where_nothing_is_left_to_scale(self) -> None:
        """Rows that apply and have no maximum cannot be stretched."""
        rubric = rubric_of(
            group("1", 50, rescaled=True),
            fixed("1.1", 4, max=None),
            fixed("1.2", 2, may_be_not_applicable=True),
        )

        assert Fraction(4) == sheet_of(rubric, not_applicable=("1.2",)).points

    def test_of_all_parts_takes_the_group_out(self) -> None:
        """A group none of whose rows applies does not apply, and what stands above makes up."""
        rubric = rubric_of(
            group("1", 30, rescaled=True),
            group("1.1", 20, rescaled=True),
            fixed("1.1.1", 4, may_be_not_applicable=True),
            fixed("1.1.2", 4, may_be_not_applicable=True),
            fixed("1.2", 4),
        )
        sheet = sheet_of(rubric, not_applicable=("1.1.1", "1.1.2"))

        assert Status.NOT_APPLICABLE is sheet.line("1.1").status
        assert Status.SCORED is sheet.line("1").status
        assert Fraction(12) == sheet.line("1").points

    def test_of_everything_leaves_no_points(self) -> None:
        """No row, no points: what does not apply is not worth 0."""
        rubric = rubric_of(fixed("1", 4, may_be_not_applicable=True))
        sheet = sheet_of(rubric, not_applicable=("1",))

        assert Status.NOT_APPLICABLE is sheet.line("1").status
        assert sheet.line("1").points is None


class TestGroups:
    """How rows come together."""

    def test_add_up(self) -> None:
        """A group has what its rows have, beyond its maximum if need be."""
        rubric = rubric_of(group("1", 5), fixed("1.1", 4), fixed("1.2", "1/3"), fixed("2", 7))
        sheet = sheet_of(rubric)

        assert Fraction(13, 3) == sheet.line("1").points
        assert Fraction(34, 3) == sheet.points

    @pytest.mark.parametrize(("points", "expected"), [(4, 5), (1, 5), ("1/2", "9/2")])
    def test_are_cut_where_they_are_capped(self, points: object, expected: object) -> None:
        """A capped group has its maximum at most."""
        rubric = rubric_of(group("1", 5, capped=True), fixed("1.1", 4), fixed("1.2", points))

        assert rubrik.rational(expected) == sheet_of(rubric).points

    def test_are_cut_while_they_are_open(self) -> None:
        """The cap holds for the ends of an interval too."""
        rubric = rubric_of(group("1", 5, capped=True), fixed("1.1", 4), per_unit("1.2", "a"))
        sheet = sheet_of(rubric)

        assert between(4, 5) == sheet.within
        assert Status.MISSING is sheet.line("1").status

    def test_are_known_where_the_cap_decides(self) -> None:
        """A group that has its maximum already is not kept open by what is missing."""
        rubric = rubric_of(group("1", 5, capped=True), fixed("1.1", 6), per_unit("1.2", "a"))
        sheet = sheet_of(rubric)

        assert Fraction(5) == sheet.points
        assert Status.SCORED is sheet.line("1").status

    def test_without_a_maximum_are_not_cut(self) -> None:
        """A cap needs something to cut at."""
        rubric = rubric_of(group("1", capped=True), fixed("1.1", 6), fixed("1.2", 6))

        assert Fraction(12) == sheet_of(rubric).points

    def test_may_count_by_a_rule_of_their_own(self) -> None:
        """Then the rows below are shown and scored, and do not count."""
        rubric = rubric_of(
            group("1", 5, counts="rule", measure=Count("a"), score=Proportional(rate=1)),
            fixed("1.1", 2),
            group("1.2", 3),
            fixed("1.2.1", 3),
        )
        sheet = sheet_of(rubric, inputs={"a": 4})

        assert Fraction(4) == sheet.points
        assert [True, False, False, False] == [line.counted for line in sheet.lines]
        assert [4, 2, 3, 3] == [line.points for line in sheet.lines]

    def test_may_print_a_rule_that_does_not_count(self) -> None:
        """A group with a rule counts by its parts unless it says that it does not."""
        rubric = rubric_of(
            group("1", 5, measure=Count("a"), score=Proportional(rate=1)), fixed("1.1", 2)
        )

        assert Fraction(2) == sheet_of(rubric, inputs={"a": 4}).points

    def test_that_count_by_a_rule_they_lack_have_nothing(self) -> None:
        """No rule, no rows that count, no points, and no error."""
        rubric = rubric_of(group("1", 5, counts="rule"), fixed("1.1", 2))

        assert ZERO == sheet_of(rubric).within.low

    def test_without_rows_have_nothing(self) -> None:
        """A heading alone gives no points."""
        sheet = sheet_of(rubric_of(group("1", 5)))

        assert (Status.SCORED, ZERO) == (sheet.line("1").status, sheet.points)

    def test_may_stand_after_their_rows(self) -> None:
        """Where the print puts a group's heading below its rows, it is refused or scored."""
        try:
            rubric = rubric_of(group("1.1"), fixed("1.1.1", 2), group("1"))
        except rubrik.RubricError:
            return
        assert [2, 2, 2] == [line.points for line in sheet_of(rubric).lines]

    def test_show_the_gravest_of_their_rows(self) -> None:
        """A group with a missing and an undefined row is missing something."""
        compared = Criterion(
            code="1.1",
            name="So với đơn vị khác",
            max=10,
            measure=Count("b"),
            score=MinMaxNormalized(constant="zero"),
        )
        rubric = rubric_of(group("1", 20), compared, per_unit("1.2", "a"))

        assert Status.MISSING is sheet_of(rubric, inputs={"b": 1}).line("1").status
        assert Status.UNDEFINED is sheet_of(rubric, inputs={"a": 1, "b": 1}).line("1").status


def test_an_empty_rubric_scores_nothing() -> None:
    """A rubric without rows has no points to give, and no lines."""
    sheet = sheet_of(rubric_of())

    assert ZERO == sheet.points
    assert () == sheet.lines


class TestConstraints:
    """What declared constraints leave of an unknown number."""

    def test_narrow_what_is_missing(self) -> None:
        """Of 4 meetings 3 were led by the chair, so at most 1 by the deputy."""
        line = line_of(
            Proportional(rate=1), Count("a"), constraints=("a + quarters <= b",), quarters=3, b=4
        )

        assert between(0, 1) == line.within

    def test_settle_what_they_leave_no_choice_about(self) -> None:
        """Where one number alone is left, it is known."""
        line = line_of(Proportional(rate=1), Count("a"), constraints=("a + b == 4",), b=4)

        assert (Status.SCORED, ZERO) == (line.status, line.points)

    def test_narrow_nothing_where_nothing_is_open(self) -> None:
        """A full report is scored as it stands."""
        line = line_of(Proportional(rate=1), Count("a"), constraints=("a <= b",), a=3, b=4)

        assert Fraction(3) == line.points

    def test_narrow_a_weighted_rule(self) -> None:
        """A part of the total, and its complement, cannot both be all of it."""
        ratio = Ratio(ratio={"a": 1, "quarters": "1/2"}, of="b")
        line = line_of(Proportional(), ratio, constraints=("a + quarters <= b",), a=3, b=4)

        assert between("15/2", "35/4") == line.within


class TestCohort:
    """Rows that compare the unit with others."""

    def test_is_undefined_without_others(self) -> None:
        """Alone, a unit can still have anything."""
        line = sheet_of(rubric_of(COMPARED), inputs={"a": 5}).line("1")

        assert Status.UNDEFINED is line.status
        assert between(0, 10) == line.within

    def test_is_scored_between_the_ends(self) -> None:
        """A quarter of the way from the least to the greatest is worth a quarter."""
        bounds = {"1": CohortBounds(3, 11)}
        sheet = sheet_of(rubric_of(COMPARED), cohort=bounds, inputs={"a": 5})

        assert Fraction(5, 2) == sheet.points

    def test_may_change_from_call_to_call(self) -> None:
        """Bounds of one call do not linger in the next."""
        rubric = rubric_of(COMPARED)
        points = [
            sheet_of(rubric, cohort={"1": CohortBounds(0, high)}, inputs={"a": 5}).points
            for high in (10, 20, 10)
        ]

        assert [5, Fraction(5, 2), 5] == points
        assert sheet_of(rubric, inputs={"a": 5}).points is None

    def test_that_is_constant_is_undefined_where_the_rule_says_so(self) -> None:
        """All the same: nothing to compare, and a stated consequence."""
        bounds = {"1": CohortBounds(5, 5)}
        line = sheet_of(rubric_of(COMPARED), cohort=bounds, inputs={"a": 5}).line("1")

        assert (Absence(undefined=Undefined.CONSTANT_COHORT),) == line.absent

    def test_of_a_row_that_is_not_there_is_refused(self) -> None:
        """A code that the rubric does not have is named, with what may have been meant."""
        with pytest.raises(SubmissionError) as caught:
            sheet_of(rubric_of(fixed("1.10", 2)), cohort={"1.1": CohortBounds(0, 1)})
        assert "cohort › 1.1: there is no criterion 1.1 (did you mean: 1.10?)" == caught.value.text(
            "en"
        )


class TestReadings:
    """Options other than the defaults."""

    RUBRIC = rubric_of(
        fixed("1", 8, max=None),
        readings=(
            Reading(
                id="toi-da",
                nodes=("1",),
                printed="(trống)",
                question="Tối đa bao nhiêu?",
                question_en="How much at most?",
                options=(
                    ReadingOption(id="none"),
                    ReadingOption(
                        id="half", replaces=(Replacement("1", "score", Amount(Fraction(4))),)
                    ),
                ),
                default="none",
                reason="Như in.",
                reason_en="As printed.",
            ),
        ),
    )

    def test_change_what_is_scored(self) -> None:
        """The chosen option is scored, and stands on the sheet."""
        sheet = sheet_of(self.RUBRIC, readings={"toi-da": "half"})

        assert Fraction(4) == sheet.points
        assert {"toi-da": "half"} == sheet.readings

    def test_are_the_defaults_otherwise(self) -> None:
        """Who chooses nothing has the defaults, and they stand on the sheet as well."""
        sheet = sheet_of(self.RUBRIC)

        assert Fraction(8) == sheet.points
        assert {"toi-da": "none"} == sheet.readings

    def test_that_are_not_offered_are_refused(self) -> None:
        """A wrong name is met with the nearest, all of them at once."""
        with pytest.raises(ReadingError) as caught:
            sheet_of(self.RUBRIC, readings={"toi-da": "halv", "toi-daa": "none"})
        assert (
            "2 problems:\n"
            "- reading 'toi-da': there is no option halv (did you mean: half?)\n"
            "- there is no reading toi-daa (did you mean: toi-da?)"
        ) == caught.value.text("en")
        assert (
            "2 lỗi:\n"
            "- reading 'toi-da': không có phương án halv (có phải là: half?)\n"
            "- không có cách hiểu toi-daa (có phải là: toi-da?)"
        ) == caught.value.text("vi")


class TestTables:
    """A table with one row per service."""

    @pytest.mark.parametrize(
        ("name", "rows", "points"),
        [
            ("t_rows", [[1, 2], [0, 0]], 2),
            ("t_rows", [], 0),
            ("t_sum", [[1, 2], [3, 3]], "3/2"),
            ("t_sum", [], 0),
        ],
    )
    def test_are_read_by_their_sums(self, name: str, rows: object, points: object) -> None:
        """How many rows, and the sum of their ratios."""
        measure = Count(name) if name == "t_rows" else AmountMeasure(name)

        assert rubrik.rational(points) == line_of(Proportional(rate=1), measure, t=rows).points

    def test_may_be_reported_by_their_sums(self) -> None:
        """Who has the sum and not the rows reports the sum."""
        line = line_of(Proportional(rate=1), AmountMeasure("t_sum"), t_sum="3/2")

        assert Fraction(3, 2) == line.points

    def test_count_before_a_sum_that_is_reported_too(self) -> None:
        """Where both are there, the rows decide."""
        line = line_of(Proportional(rate=1), AmountMeasure("t_sum"), t_sum=9, t=[[1, 2]])

        assert Fraction(1, 2) == line.points


def test_a_sheet_says_what_it_was_made_of() -> None:
    """The rubric's slug, its hash and the library's version stand on every sheet."""
    rubric = rubric_of(fixed("1", 1))
    sheet = rubrik.score(rubric, Submission(rubric="nho"))

    assert "nho" == sheet.slug
    assert rubric.content_hash == sheet.rubric_hash
    assert rubrik.__version__ == sheet.version


def test_constraints_are_checked_before_anything_is_scored() -> None:
    """A report that contradicts itself has no points at all."""
    rubric = rubric_of(fixed("1", 1), constraints=(Constraint("a <= b"),))

    with pytest.raises(SubmissionError):
        sheet_of(rubric, inputs={"a": 2, "b": 1})


@pytest.mark.parametrize(
    "overruled",
    [
        {"not_applicable": ("1",)},
        {"adjudications": (Adjudication(code="1", decision="replace", points=0, reason="r"),)},
    ],
)
def test_what_overrules_points_counts_however_often_a_rubric_is_used(
    overruled: dict[str, Any],
) -> None:
    """A rubric that is used often is scored by code made of it, which knows of inputs alone."""
    rubric = rubric_of(per_unit("1", "a", may_be_not_applicable=True), per_unit("2", "b"))
    found = [sheet_of(rubric, inputs={"a": 3, "b": 4}, **overruled) for _ in range(100)]
    plain = sheet_of(rubric, inputs={"a": 3, "b": 4})

    assert [Fraction(4)] * 100 == [each.points for each in found]
    assert Fraction(7) == plain.points


@pytest.mark.parametrize("more", [{"capped": True}, {"rescaled": True}])
def test_a_group_says_what_keeps_it_open(more: dict[str, Any]) -> None:
    """Cut at its maximum or made up for what does not apply, it is as open as its rows."""
    rubric = rubric_of(
        group("1", 15, **more),
        per_unit("1.1", "a"),
        per_unit("1.2", "b", max=5, may_be_not_applicable=True),
    )
    line = sheet_of(rubric, inputs={}, not_applicable=("1.2",)).line("1")

    assert (Absence(missing="a"),) == line.absent
    assert Status.MISSING is line.status


@pytest.mark.parametrize(
    ("points", "expected"), [("5/2", "5/2"), ("7/3", "7/3"), ("8/3", "5/2"), ("3", "5/2")]
)
def test_a_group_is_cut_at_a_maximum_that_is_not_whole(points: str, expected: str) -> None:
    """Points and maxima are compared as fractions."""
    rubric = rubric_of(group("1", Fraction(5, 2), capped=True), fixed("1.1", Fraction(points)))

    assert Fraction(expected) == sheet_of(rubric).line("1").points


def test_what_is_rejected_can_be_all_that_a_sum_can_give() -> None:
    """Where the rubric leaves open what rejected evidence is worth, the rule bounds it."""
    rule = Sum([Boolean(yes=2, measure=Flag("f")), Proportional(rate=1, measure=Count("quarters"))])
    row = Criterion(code="1", name="Một", max=10, score=rule)
    decision = Adjudication(code="1", decision="reject", reason="r")
    line = sheet_of(rubric_of(row, rejected="range"), adjudications=(decision,)).line("1")

    assert Status.REJECTED is line.status
    assert between(0, 6) == line.within
