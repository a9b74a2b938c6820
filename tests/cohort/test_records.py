import pytest
from attrs import evolve

from cohort.units import COMPARED, compared_row, scored, unit
from rubrik import CohortBounds, CohortError, CohortRecord, Rubric, load, score
from rubrik.measures import Count
from rubrik.rubric import Reading, ReadingOption, Replacement, check
from scoring.rows import rubric_of

RECORD = scored(unit("A", COMPARED, a=2), unit("B", COMPARED, a=6), rubric=COMPARED).record


def refused(record: CohortRecord, rubric: Rubric, **readings: str) -> tuple[str, str]:
    """What is said when bounds do not fit, in both languages."""
    with pytest.raises(CohortError) as caught:
        record.bounds_for(rubric, readings)
    return caught.value.text("en"), caught.value.text("vi")


def asking() -> Rubric:
    """A rubric that leaves it open whether A or B is compared."""
    options = (
        ReadingOption(id="a"),
        ReadingOption(id="b", replaces=(Replacement("1", "measure", Count("b")),)),
        ReadingOption(id="less", replaces=(Replacement("1", "max", 5),)),
    )
    reading = Reading(
        id="r", nodes=("1",), printed="p", question="q", question_en="q",
        options=options, default="a", reason="r", reason_en="r",
    )  # fmt: skip
    return check(evolve(rubric_of(compared_row()), readings=(reading,)))


class TestARecord:
    """What is published of a cohort."""

    def test_says_whose_it_is(self) -> None:
        """The rubric, its content, the units, and what they were compared by."""
        assert (
            CohortRecord(
                rubric="nho",
                rubric_hash=COMPARED.content_hash,
                bounds={"1": CohortBounds(2, 6)},
                measured={"1": 2},
                units=("A", "B"),
            )
            == RECORD
        )
        assert "<CohortRecord of 2 units under 'nho': 1>" == repr(RECORD)
        assert "<CohortRecord of 0 units under 'nho': no bounds>" == repr(
            evolve(RECORD, bounds={}, units=())
        )

    def test_names_the_period_where_there_is_one(self) -> None:
        """Reports of several periods have none in common."""
        one = scored(unit("A", period="2023"), unit("B", period="2023")).record
        two = scored(unit("A", period="2022"), unit("B", period="2023")).record

        assert ("2023", "") == (one.period, two.period)

    def test_scores_a_unit_as_it_was_scored(self) -> None:
        """Scored against the published cohort, a member has the points that it had."""
        member = unit("A", COMPARED, a=4, b=1)
        cohort = scored(member, unit("B", COMPARED, a=2), unit("C", COMPARED, a=8), rubric=COMPARED)
        again = score(COMPARED, member, cohort=cohort.record.bounds_for(COMPARED))

        assert cohort.sheets[0].within == again.within
        assert cohort.sheets[0].line("1").points == again.line("1").points

    def test_is_of_one_rubric(self) -> None:
        """Rows of another are other rows."""
        assert (
            "the cohort is under the rubric 'nho', not 'thanh-hoa/cap-xa-2023'",
            "nhóm xếp hạng theo bộ tiêu chí 'nho', không phải 'thanh-hoa/cap-xa-2023'",
        ) == refused(RECORD, load("thanh-hoa/cap-xa-2023"))

    def test_is_of_one_content(self) -> None:
        """A rubric that was changed since may measure something else."""
        changed = evolve(COMPARED, title="Lớn")

        assert (
            (
                "the rubric changed since the cohort was recorded: "
                f"it names '{COMPARED.content_hash}', now it is {changed.content_hash}"
            ),
            (
                "bộ tiêu chí đã thay đổi từ khi lập nhóm xếp hạng: "
                f"nhóm ghi '{COMPARED.content_hash}', nay là {changed.content_hash}"
            ),
        ) == refused(RECORD, changed)

    def test_has_bounds_of_rows_only(self) -> None:
        """A code that is none is named, with what it may have been meant to be."""
        assert (
            "bounds: there is no criterion 11 (did you mean: 1?)",
            "bounds: không có tiêu chí 11 (có phải là: 1?)",
        ) == refused(evolve(RECORD, bounds={"11": CohortBounds(1, 2)}), COMPARED)

    def test_keeps_to_what_was_measured(self) -> None:
        """Under a reading by which the row compares something else its bounds mean nothing."""
        record = scored(unit("A", asking(), a=2, b=7), rubric=asking()).record

        assert (
            (
                "bounds › 1: under these readings the row compares another value "
                "than the one that was measured"
            ),
            "bounds › 1: theo các cách hiểu này hàng so sánh một giá trị khác với giá trị đã đo",
        ) == refused(record, asking(), r="b")
        assert {"1": CohortBounds(2, 2)} == record.bounds_for(asking(), {"r": "less"})

    def test_has_the_readings_it_was_made_under(self) -> None:
        """Those of the caller come on top of them."""
        record = scored(unit("A", asking(), a=2, b=7), rubric=asking(), readings={"r": "b"}).record

        assert {"r": "b"} == record.choices()
        assert {"r": "b", "s": "x"} == record.choices({"s": "x"})
        assert {"1": CohortBounds(7, 7)} == record.bounds_for(asking())
        assert refused(record, asking(), r="a")[0].startswith("bounds › 1: under these readings")
