from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from cohort.units import POINTS, of, places, scored, unit
from rubrik import (
    Adjudication,
    Cohort,
    Level,
    NotFoundError,
    Ranking,
    Rubric,
    RubrikError,
    Scale,
    Threshold,
    Veto,
    load,
    load_submission,
)
from rubrik.rubric import Reading, ReadingOption, Replacement, check
from scoring.rows import fixed, group, per_unit, rubric_of

ABC = (unit("C", a=1, b=1), unit("A", a=3, b=1), unit("B", a=3, b=1), unit("D", a=0, b=0))
"""Units of 2, 4, 4 and 0 points."""


def spans(cohort: Cohort, **options: Any) -> dict[str, tuple[str, str]]:  # noqa: ANN401 - whatever a league takes
    """The best and the worst place of every unit."""
    league = cohort.league(**options)
    return {each.member.unit: (str(each.best), str(each.worst)) for each in league.places}


class TestOrder:
    """Units stand in the order of their points."""

    def test_is_that_of_points_and_then_of_names(self) -> None:
        """Equals share a place, and stand in the order of the alphabet."""
        assert [("A", "1"), ("B", "1"), ("C", "3"), ("D", "4")] == places(scored(*ABC))

    def test_does_not_hang_on_that_of_the_submissions(self) -> None:
        """Whoever comes first has nothing from it."""
        assert places(scored(*ABC)) == places(scored(*reversed(ABC)))

    def test_may_be_by_a_row(self) -> None:
        """The points of any row rank as those of the whole do."""
        cohort = scored(*ABC, unit("E", a=0, b=9))

        assert [("E", "1"), ("A", "2"), ("B", "2"), ("C", "2"), ("D", "5")] == places(
            cohort, node="2"
        )
        assert 9 == of(cohort, "E", node="2").points

    def test_takes_the_caller_s_rule_for_ties(self) -> None:
        """Which else is the rubric's."""
        ranked = evolve(POINTS, ranking=Ranking(ties="dense"))

        assert ["1", "1", "2", "3"] == [rank for _, rank in places(scored(*ABC, rubric=ranked))]
        assert ["3/2", "3/2", "3", "4"] == [
            rank for _, rank in places(scored(*ABC, rubric=ranked), ties="fractional")
        ]

    def test_takes_the_rule_for_ties_of_the_reading(self) -> None:
        """A rubric may leave it open what ties do."""
        options = (
            ReadingOption(id="skip"),
            ReadingOption(id="next", replaces=(Replacement("ranking", "ties", "dense"),)),
        )
        reading = Reading(
            id="ties", nodes=("1",), printed="p", question="q", question_en="q",
            options=options, default="skip", reason="r", reason_en="r",
        )  # fmt: skip
        rubric = check(evolve(POINTS, readings=(reading,)))
        cohort = scored(*ABC, rubric=rubric, readings={"ties": "next"})

        assert ["1", "1", "2", "3"] == [rank for _, rank in places(cohort)]

    def test_of_nobody_is_empty(self) -> None:
        """A cohort in which nothing could be scored has a league without places."""
        league = scored(unit("A", a=-1)).league(within="huyen")

        assert () == league.places
        assert league.of("A") is None

    def test_says_what_it_is(self) -> None:
        """Seen in a list, a league and a place say whose they are."""
        cohort = scored(*ABC[:2], unit("B", a=1))

        assert "<League of 3 units by the whole>" == repr(cohort.league())
        assert "<League of 3 units by 2>" == repr(cohort.league("2"))
        assert "<Place of 'A': 1>" == repr(of(cohort, "A"))
        assert "<Place of 'B': open>" == repr(of(cohort, "B"))


class TestWithin:
    """Units are ranked among those of the same label."""

    COHORT = scored(
        unit("A", a=1, b=0, labels={"huyen": "Y"}),
        unit("B", a=2, b=0, labels={"huyen": "X"}),
        unit("C", a=3, b=0, labels={"huyen": "Y"}),
        unit("D", a=4, b=0, labels={"vung": "X"}),
    )

    def test_one_label(self) -> None:
        """Each district begins at one; a unit without one is not ranked, and says so."""
        league = self.COHORT.league(within="huyen")

        assert [("D", "unranked"), ("B", "1"), ("C", "1"), ("A", "2")] == places(
            self.COHORT, within="huyen"
        )
        assert ["", "X", "Y"] == list(league.groups)
        assert ["C", "A"] == [each.member.unit for each in league.groups["Y"]]
        assert "not ranked: it has no label huyen" == league.groups[""][0].reason("en")
        assert "không xếp hạng: không có nhãn huyen" == league.groups[""][0].reason("vi")

    def test_spans_are_within_it_too(self) -> None:
        """Nobody can lose a place to a unit of another district."""
        cohort = scored(
            unit("A", a=5, b=0, labels={"huyen": "X"}),
            unit("B", a=4, labels={"huyen": "Y"}),
            unit("C", a=6, b=0, labels={"huyen": "Y"}),
        )

        assert {"A": ("1", "1"), "B": ("1", "2"), "C": ("1", "2")} == spans(cohort, within="huyen")

    def test_no_unit_has_the_label(self) -> None:
        """A label that nobody has is a slip of the pen."""
        with pytest.raises(NotFoundError) as caught:
            self.COHORT.league(within="huyenn")
        assert (
            "there is no label 'huyenn' on any unit (did you mean: huyen?)"
        ) == caught.value.text("en")
        assert ("không đơn vị nào có nhãn 'huyenn' (có phải là: huyen?)") == caught.value.text("vi")


class TestOpen:
    """Units whose points are not known yet are not ranked yet."""

    COHORT = scored(unit("A", a=9, b=9), unit("B", a=5, b=0), unit("C", b=3), unit("D", a=1, b=0))
    """18 points, 5, from 3 to 13, and 1."""

    def test_have_a_best_and_a_worst_place(self) -> None:
        """So have those beside them; ranks count only who is ranked."""
        assert [("A", "1"), ("B", "2"), ("D", "3"), ("C", "open")] == places(self.COHORT)
        assert {
            "A": ("1", "1"), "B": ("2", "3"), "C": ("2", "3"), "D": ("4", "4"),
        } == spans(self.COHORT)  # fmt: skip

    def test_say_which_rows_are_open(self) -> None:
        """By their codes."""
        place = of(self.COHORT, "C")

        assert "points are still open in: 1" == place.reason("en")
        assert "điểm còn mở ở: 1" == place.reason("vi")
        assert ("1",) == place.open_rows
        assert (None, "[3, 13]") == (place.points, str(place.within))

    def test_say_how_many_more_rows_there_are(self) -> None:
        """Five are named, and the rest is counted."""
        rubric = rubric_of(*(per_unit(str(code), "a") for code in range(1, 8)))
        place = of(scored(unit("A", rubric), rubric=rubric), "A")

        assert "points are still open in: 1, 2, 3, 4, 5, and 2 more rows" == place.reason("en")

    def test_are_settled_where_nothing_can_change(self) -> None:
        """A rank is final where best and worst place are no other."""
        assert ["A"] == [
            each.member.unit for each in self.COHORT.league().places if each.is_settled
        ]

    def test_are_ranked_where_what_is_missing_counts_nothing(self) -> None:
        """Then the points are known; which rows are missing is still said."""
        cohort = scored(unit("A", b=3), missing="zero")
        place = of(cohort, "A")

        assert 1 == place.rank
        assert ("1",) == place.open_rows
        assert "" == place.reason("en")

    def test_are_ranked_by_a_row_that_is_known(self) -> None:
        """What is open elsewhere does not matter."""
        assert ("C", "2") in places(self.COHORT, node="2")
        assert () == of(self.COHORT, "C", node="2").open_rows


class TestNotRanked:
    """Units that were assessed and have no place."""

    def test_because_the_caller_says_so(self) -> None:
        """With the caller's reason; everybody else moves up."""
        options = {"unranked": {" a ": "nộp muộn"}}
        place = of(scored(*ABC), "A", **options)

        assert [("B", "1"), ("C", "2"), ("D", "3"), ("A", "unranked")] == places(
            scored(*ABC), **options
        )
        assert "not ranked: nộp muộn" == place.reason("en")
        assert "không xếp hạng: nộp muộn" == place.reason("vi")
        assert 4 == place.points
        assert place.best is place.worst is None

    def test_although_nobody_of_that_name_is_there(self) -> None:
        """A slip of the pen would leave the unit in."""
        with pytest.raises(NotFoundError) as caught:
            scored(unit("UBND xã A", a=1)).league(unranked={"UBND xa A": "x"})
        assert ("there is no unit 'UBND xa A' (did you mean: UBND xã A?)") == caught.value.text(
            "en"
        )

    def test_and_could_not_be_scored_either(self) -> None:
        """A broken submission may be of a unit that shall not be ranked."""
        cohort = scored(unit("A", a=1, b=0), unit("B", a=-1))

        assert [("A", "1")] == places(cohort, unranked={"B": "x"})

    def test_because_the_row_does_not_apply(self) -> None:
        """There is nothing to rank them by."""
        cohort = scored(unit("A", a=1, b=1), unit("B", a=1, not_applicable=["2"]))
        place = of(cohort, "B", node="2")

        assert [("A", "1"), ("B", "unranked")] == places(cohort, node="2")
        assert "not ranked: this does not apply to it" == place.reason("en")
        assert "không xếp hạng: không áp dụng cho đơn vị này" == place.reason("vi")

    def test_because_there_are_no_points(self) -> None:
        """A checklist counts what is achieved, and ranks nobody."""
        checklist = load("thua-thien-hue/cap-xa-2020")
        report = load_submission(Path(__file__).parents[2] / "examples" / "huong-xuan-2020.toml")
        cohort = scored(report, rubric=checklist)
        (whole,) = cohort.league().places
        (row,) = cohort.league("I.1.1").places

        assert "not ranked: there are no points" == whole.reason("en")
        assert "không xếp hạng: bộ tiêu chí không cho điểm" == row.reason("vi")


def vetoed(**veto: Any) -> Rubric:  # noqa: ANN401 - fields of a veto
    """Two groups of one row, and a scale for each of them that shuts units out."""
    scale = Scale(
        id="s",
        name="S",
        nodes=("I", "II"),
        levels=(Level(name="Đạt", conditions=(Threshold(points=1),)),),
        below="Chưa",
        vetoes=(Veto(**{"reason": "khai sai", "reason_en": "false", **veto}),),
    )
    rows = (group("I"), per_unit("I.1", "a"), group("II"), per_unit("II.1", "b"))
    return rubric_of(*rows, scales=(scale,))


class TestVetoed:
    """What shuts a unit out of the levels shuts it out of the ranks."""

    def cohort(self, rubric: Rubric) -> Cohort:
        """A unit whose evidence was found false, and one beside it."""
        annulled = Adjudication(code="I.1", decision="annul", reason="x")
        return scored(
            unit("A", rubric, a=9, b=9, adjudications=[annulled]),
            unit("B", rubric, a=1, b=1),
            rubric=rubric,
        )

    @pytest.mark.parametrize("node", ["", "I", "II", "I.1"])
    def test_by_false_evidence(self, node: str) -> None:
        """The scale is for both groups: neither they, nor their rows, nor the whole rank it."""
        cohort = self.cohort(vetoed(annulled=("I",)))
        place = of(cohort, "A", node=node)

        assert [("B", "1"), ("A", "unranked")] == places(cohort, node=node)
        assert "not ranked: false" == place.reason("en")
        assert "không xếp hạng: khai sai" == place.reason("vi")

    def test_only_where_the_scale_decides(self) -> None:
        """A scale for reference shuts nobody out."""
        (scale,) = (rubric := vetoed(annulled=("I",))).scales
        shown = evolve(rubric, scales=(evolve(scale, decides=False),))

        assert [("A", "1"), ("B", "2")] == places(self.cohort(shown))

    def test_not_where_the_rubric_has_no_veto(self) -> None:
        """False evidence is worth nothing; what more follows from it is for the rubric to say."""
        (scale,) = (rubric := vetoed(annulled=("I",))).scales
        mild = evolve(rubric, scales=(evolve(scale, vetoes=()),))

        assert [("A", "1"), ("B", "2")] == places(self.cohort(mild))

    def test_not_where_it_is_of_another_row(self) -> None:
        """A scale for one group says nothing of the other."""
        (scale,) = (rubric := vetoed(annulled=("I",))).scales
        one = evolve(rubric, scales=(evolve(scale, nodes=("I",)),))

        assert [("A", "1"), ("B", "2")] == places(self.cohort(one), node="II")
        assert [("B", "1"), ("A", "unranked")] == places(self.cohort(one), node="I")

    def test_perhaps(self) -> None:
        """While the veto is open the unit may get its place, or leave it to others."""
        fewer = Threshold(node="II", op="<", points=2)
        rubric = vetoed(conditions=(fewer,))
        cohort = scored(
            unit("A", rubric, a=9), unit("B", rubric, a=5, b=3), unit("C", rubric, a=1, b=0),
            rubric=rubric,
        )  # fmt: skip

        assert [("B", "1"), ("A", "open"), ("C", "unranked")] == places(cohort, node="I")
        assert "it may still be shut out: false" == of(cohort, "A", node="I").reason("en")
        assert "còn có thể bị loại: khai sai" == of(cohort, "A", node="I").reason("vi")
        assert {"A": ("1", "1"), "B": ("1", "2"), "C": ("None", "None")} == spans(cohort, node="I")


class TestPlaces:
    """What a place shows of its unit."""

    def test_has_points_claims_and_the_maximum(self) -> None:
        """Of the whole, and of a row."""
        cohort = scored(unit("A", a=3, b=1, claims={"1": 5, "2": "1/2"}))
        whole, row = of(cohort, "A"), of(cohort, "A", node="1")

        assert [4, Fraction(11, 2), 20] == [whole.points, whole.claimed, whole.max]
        assert [3, 5, 10] == [row.points, row.claimed, row.max]

    def test_has_the_ratings_that_decide(self) -> None:
        """Of its own row and those below; of the whole all of them."""
        rubric = vetoed(annulled=("I",))
        cohort = scored(unit("A", rubric, a=3, b=0), rubric=rubric)

        assert [("I", "Đạt"), ("II", "Chưa")] == [
            (each.node, each.level) for each in of(cohort, "A").ratings
        ]
        assert [("II", "Chưa")] == [
            (each.node, each.level) for each in of(cohort, "A", node="II").ratings
        ]

    def test_can_be_found_by_the_name_of_the_unit(self) -> None:
        """However its blanks and capitals are set."""
        cohort = scored(unit("UBND xã A", a=1, b=0))

        assert 1 == of(cohort, "ubnd  XÃ a").rank
        assert cohort.league().of("B") is None

    def test_by_a_row_that_always_gives_the_same(self) -> None:
        """All share the first place."""
        rubric = rubric_of(fixed("1", 5))
        cohort = scored(unit("A", rubric), unit("B", rubric), rubric=rubric)

        assert [("A", "1"), ("B", "1")] == places(cohort)


@pytest.mark.parametrize(
    ("options", "en", "vi"),
    [
        (
            {"node": "11"},
            "there is no criterion '11' (did you mean: 1?)",
            "không có tiêu chí '11' (có phải là: 1?)",
        ),
        (
            {"ties": "sport"},
            ("'sport' will not do: one of these is expected: competition, dense, fractional"),
            "'sport' không hợp lệ: cần một trong: competition, dense, fractional",
        ),
    ],
)
def test_a_league_is_refused(options: Any, en: str, vi: str) -> None:  # noqa: ANN401 - what a league takes
    """By a row that is not there, or by a rule that is none."""
    with pytest.raises(RubrikError) as caught:
        scored(unit("A")).league(**options)
    assert (en, vi) == (caught.value.text("en"), caught.value.text("vi"))
