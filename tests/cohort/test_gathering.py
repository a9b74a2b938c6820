from typing import Any

import pytest

import rubrik
from cohort.units import COMPARED, POINTS, scored, unit
from rubrik import (
    Broken,
    CohortBounds,
    CohortError,
    RubrikError,
    Submission,
    SubmissionError,
    load,
    score,
    score_all,
)
from rubrik.errors import FileFormatError
from rubrik.wording import message


def said(cohort: rubrik.Cohort, lang: Any = "en") -> dict[str, str]:  # noqa: ANN401 - vi or en
    """What is wrong with each submission that is broken, by where it came from."""
    return {each.source: each.error.text(lang) for each in cohort.broken}


class TestSound:
    """Every submission that can be scored is scored."""

    def test_in_the_order_they_came_in(self) -> None:
        """One sheet for each, the same as if it were scored alone where nothing is compared."""
        units = [unit("B", a=3), unit("A", a=5, b=1)]
        cohort = score_all(POINTS, units)

        assert ["B", "A"] == [each.unit for each in cohort.members]
        assert ["[3, 13]", "[6, 6]"] == [str(each.within) for each in cohort.sheets]
        assert [score(POINTS, each).within for each in units] == [
            each.within for each in cohort.sheets
        ]

    def test_with_the_sources_that_the_caller_names(self) -> None:
        """Where they come from is theirs to say; otherwise it is their place in the list."""
        named = score_all(POINTS, {"a.toml": unit("A"), "b.toml": unit("B")})
        counted = score_all(POINTS, iter([unit("A"), unit("B")]))

        assert ["a.toml", "b.toml"] == [each.source for each in named.members]
        assert ["submissions[0]", "submissions[1]"] == [each.source for each in counted.members]

    def test_under_the_policy_and_the_readings_of_the_caller(self) -> None:
        """As `score` takes them."""
        cohort = scored(unit("A", a=3), missing="zero")

        assert "zero" == cohort.missing
        assert 3 == cohort.sheets[0].points

    def test_with_full_sheets(self) -> None:
        """Lines, reasons and all."""
        cohort = scored(unit("A", COMPARED, a=2, b=1), unit("B", COMPARED, a=8), rubric=COMPARED)
        line = cohort.sheets[1].line("1")

        assert "8 người, mức ≥ 2, ≤ 8 → 10 điểm" == line.reason.text("vi")

    def test_shows_how_many_there_are(self) -> None:
        """Seen in a list, a cohort says how large it is."""
        cohort = scored(unit("A"), unit(""))

        assert "<Cohort of 1 units under 'nho', 1 broken>" == repr(cohort)
        assert "<Member 'A': [0, 20]>" == repr(cohort.members[0])


class TestBroken:
    """Every submission that cannot be used is listed, with all that is wrong with it."""

    def test_among_many_loses_nothing(self) -> None:
        """What is sound is scored; what is broken has its place, its unit and its problems."""
        cohort = score_all(
            POINTS, {"a": unit("A", a=1), "b": unit("B", a=-1, d=2), "c": unit("C", a=3)}
        )
        (broken,) = cohort.broken

        assert ["A", "C"] == [each.unit for each in cohort.members]
        assert ("b", "B") == (broken.source, broken.unit)
        assert (
            "2 problems:\n"
            "- inputs › a: Số A: '-1' will not do, a whole number from 0 up is expected\n"
            "- inputs › d: there is no input d"
        ) == broken.error.text("en")

    def test_does_not_count_among_the_values_compared(self) -> None:
        """The bounds are of the units that are scored."""
        units = [unit("A", COMPARED, a=2), unit("B", COMPARED, a=8), unit("C", COMPARED, a=99, d=1)]

        assert CohortBounds(2, 8) == scored(*units, rubric=COMPARED).record.bounds["1"]

    def test_under_another_rubric(self) -> None:
        """One cohort is of one rubric."""
        cohort = scored(unit("A"), Submission(rubric="khac", unit="B"))

        assert {
            "submissions[1]": (
                "rubric: the submission is under the rubric 'khac', this cohort under 'nho'"
            )
        } == said(cohort)
        assert {
            "submissions[1]": ("rubric: phiếu báo cáo theo bộ tiêu chí 'khac', nhóm này theo 'nho'")
        } == said(cohort, "vi")

    def test_under_other_content_of_the_rubric(self) -> None:
        """A pinned hash that is not that of the rubric; one that is, is welcome."""
        cohort = scored(
            unit("A", rubric_hash="sha256:00"), unit("B", rubric_hash=POINTS.content_hash)
        )

        assert {
            "submissions[0]": (
                "rubric_hash: the rubric changed since the submission was made: "
                f"it names 'sha256:00', now it is {POINTS.content_hash}"
            )
        } == said(cohort)
        assert ["B"] == [each.unit for each in cohort.members]

    def test_without_a_name(self) -> None:
        """Nobody could tell it from another."""
        cohort = scored(unit("A"), unit(" "))

        assert {
            "submissions[1]": "unit: the unit has no name: in a cohort every unit needs one"
        } == said(cohort)

    def test_twice_in_one_period(self) -> None:
        """Neither is taken: each names the others; blanks and capitals make no other unit."""
        cohort = score_all(
            POINTS,
            {
                "1.toml": unit("UBND xã A", period="2023"),
                "2.toml": unit(" ubnd  xã a", period="2023"),
                "3.toml": unit("UBND xã A", period="2022"),
                "4.toml": unit("UBND xã B", period="2023"),
            },
        )

        assert ["3.toml", "4.toml"] == [each.source for each in cohort.members]
        assert {
            "1.toml": "UBND xã A in period 2023 is also in: 2.toml",
            "2.toml": " ubnd  xã a in period 2023 is also in: 1.toml",
        } == said(cohort)
        assert {
            "1.toml": "UBND xã A, kỳ 2023, còn có ở: 2.toml",
            "2.toml": " ubnd  xã a, kỳ 2023, còn có ở: 1.toml",
        } == said(cohort, "vi")

    def test_twice_without_a_period(self) -> None:
        """No period is a period like any other."""
        cohort = scored(unit("A"), unit("A"), unit("A", period="2023"))

        assert [
            "A is also in: submissions[1]",
            "A is also in: submissions[0]",
        ] == list(said(cohort).values())

    def test_twice_unless_labels_tell_them_apart(self) -> None:
        """Two districts may have a commune of the same name; without a label nobody can tell."""
        east = unit("A", labels={"huyen": "Đông"})
        west = unit("A", labels={"huyen": "Tây", "vung": "núi"})
        again = unit("A", labels={"huyen": " tây"})
        nowhere = unit("A", labels={"vung": "núi"})

        assert () == scored(east, west).broken
        assert ["submissions[1]", "submissions[2]"] == list(said(scored(east, west, again)))
        assert 2 == len(scored(east, nowhere).broken)

    def test_many_times_names_three_of_the_others(self) -> None:
        """A list of a hundred places helps nobody."""
        five = scored(*(unit("A") for _ in range(5)))
        many = scored(*(unit("A", labels={"huyen": f"H{index}"}) for index in range(101)))

        assert ("A is also in: submissions[1], submissions[2], submissions[3], …") == said(five)[
            "submissions[0]"
        ]
        assert 101 == len(many.broken)
        assert ("there are more than 100 submissions of A: its units cannot be told apart") == said(
            many
        )["submissions[0]"]

    def test_is_no_namesake_of_a_sound_one(self) -> None:
        """An old report under other content does not spoil the new one."""
        cohort = scored(unit("A", rubric_hash="sha256:00"), unit("A"))

        assert ["submissions[1]"] == [each.source for each in cohort.members]

    def test_may_have_been_so_before(self) -> None:
        """What could not even be read is listed with the rest."""
        unread = Broken("x.toml", FileFormatError(message("file-not-found"), "x.toml"))
        cohort = score_all(POINTS, {"b": unit("B", a=-1)}, broken=[unread])

        assert () == cohort.members
        assert ["x.toml", "b"] == [each.source for each in cohort.broken]
        assert {} == cohort.record.bounds

    def test_is_an_empty_cohort(self) -> None:
        """Nothing at all cannot be compared with anything."""
        with pytest.raises(CohortError) as caught:
            score_all(POINTS, [])
        assert "there are no submissions" == caught.value.text("en")
        assert "không có phiếu báo cáo nào" == caught.value.text("vi")

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ({"readings": {"x": "y"}}, "there is no reading x"),
            (
                {"missing": "nought"},
                "'nought' will not do: one of these is expected: zero, range",
            ),
            ({"cohort": {"9": CohortBounds(1, 2)}}, "bounds: there is no criterion 9"),
        ],
    )
    def test_is_not_what_the_caller_asks_for(self, options: Any, expected: str) -> None:  # noqa: ANN401
        """What is wrong with the whole is refused as a whole."""
        with pytest.raises(RubrikError) as caught:
            scored(unit("A"), **options)
        assert expected == caught.value.text("en")


class TestComparedWithOthers:
    """Units may be compared with a cohort that is not their own."""

    def test_by_bounds_of_the_caller(self) -> None:
        """The bounds are taken as they are."""
        cohort = scored(
            unit("A", COMPARED, a=5), rubric=COMPARED, cohort={"1": CohortBounds(0, 10)}
        )

        assert 5 == cohort.sheets[0].line("1").points
        assert CohortBounds(0, 10) == cohort.record.bounds["1"]
        assert ((), {}) == (cohort.record.units, cohort.record.measured)

    def test_by_a_record(self) -> None:
        """A unit added later lies where it lies: beyond an end it has what is given there."""
        first = scored(unit("A", COMPARED, a=2), unit("B", COMPARED, a=6), rubric=COMPARED)
        later = [unit(f"U{a}", COMPARED, a=a) for a in (1, 3, 9)]
        cohort = scored(*later, rubric=COMPARED, cohort=first.record)

        assert ["0", "5/2", "10"] == [str(each.line("1").points) for each in cohort.sheets]
        assert cohort.record is first.record

    def test_by_a_record_with_its_readings(self) -> None:
        """What was read one way is not compared with what is read another."""
        rubric = load("thanh-hoa/cap-xa-2023")
        share = "ty_le_ho_cap_quang"
        units = [unit(f"U{each}", rubric, **{share: f"{each}%"}) for each in (20, 50)]
        first = scored(*units, rubric=rubric, readings={"can-duoi-min-max": "tu-0"})
        again = scored(units[0], rubric=rubric, cohort=first.record)

        assert "tu-0" == again.sheets[0].readings["can-duoi-min-max"]
        assert 4 == again.sheets[0].line("3.5").points

    def test_not_by_a_record_of_another_rubric(self) -> None:
        """It is refused before anything is scored."""
        first = scored(unit("A"))
        with pytest.raises(CohortError) as caught:
            scored(
                unit("A", load("thanh-hoa/cap-xa-2023")),
                rubric=load("thanh-hoa/cap-xa-2023"),
                cohort=first.record,
            )
        assert (
            "the cohort is under the rubric 'nho', not 'thanh-hoa/cap-xa-2023'"
        ) == caught.value.text("en")


def test_errors_are_of_the_house() -> None:
    """Whoever catches the root of all errors catches these."""
    assert issubclass(CohortError, RubrikError)
    assert issubclass(SubmissionError, RubrikError)
