"""Scoresheets and bare points put into the levels of a rubric's scales, or of the caller's own."""

from typing import Any

import pytest

import rubrik
from classifier.small import between, level, points, scale, share
from rubrik import (
    NotFoundError,
    Reaches,
    ReadingError,
    RubricError,
    RubrikError,
    Scale,
    SubmissionError,
    classify,
    ratings,
)
from rubrik.rubric import Reading, ReadingOption, Replacement
from scoring.rows import group, per_unit, rubric_of, sheet_of

WHOLE = scale("whole", level("I", share("50%")), level("II", points(3)), below="Không")
ROWS = scale("rows", level("Đạt", share("50%")), below="Không đạt", nodes=("A.1", "A.2"))
JOINT = scale("joint", level("I", Reaches(scale="whole", level="I"), points(6, "A.1")))
READING = Reading(
    id="nguong",
    nodes=("A.1",),
    printed="p",
    question="q",
    question_en="q",
    default="in",
    reason="r",
    reason_en="r",
    options=(
        ReadingOption(id="in"),
        ReadingOption(
            id="cao", replaces=(Replacement("scale:whole", "levels.1.conditions.0.points", 9),)
        ),
    ),
)
RUBRIC = rubric_of(
    group("A"),
    per_unit("A.1", "a"),
    per_unit("A.2", "b"),
    scales=(WHOLE, ROWS, JOINT),
    readings=(READING,),
)
OWN = scale("own", level("Tốt", points(7, "A")), level("Khá", points(4, "A")), below="Yếu")


class TestRatings:
    """All scales of a rubric, for one sheet."""

    def test_are_of_every_scale_and_of_every_row_it_is_for(self) -> None:
        """In the order of the rubric, each with the row that it is of."""
        sheet = sheet_of(RUBRIC, inputs={"a": 7, "b": 2})

        assert [
            ("whole", "", "II"),
            ("rows", "A.1", "Đạt"),
            ("rows", "A.2", "Không đạt"),
            ("joint", "", ""),
        ] == [(each.scale.id, each.node, each.level) for each in ratings(sheet)]

    def test_are_none_of_a_rubric_without_scales(self) -> None:
        """Where the print has no levels, none are made up."""
        assert () == ratings(sheet_of(rubric_of(per_unit("1", "a")), inputs={"a": 5}))

    def test_follow_the_readings_of_the_sheet(self) -> None:
        """The thresholds are those of the option in force."""
        found = {"a": 7, "b": 1}
        high = sheet_of(RUBRIC, readings={"nguong": "cao"}, inputs=found)

        assert "II" == ratings(sheet_of(RUBRIC, inputs=found))[0].level
        assert "Không" == ratings(high)[0].level


class TestClassify:
    """One unit on one scale."""

    SHEET = sheet_of(RUBRIC, inputs={"a": 7, "b": 2})

    def test_takes_a_scale_of_the_rubric(self) -> None:
        """As it is read, or as it is stated: levels of other scales and bases are put in."""
        read, stated = RUBRIC.under().scales["joint"], RUBRIC.scales[2]

        assert read == classify(self.SHEET, read).scale
        assert read == classify(self.SHEET, stated).scale
        assert [False, True] == [each.holds for each in classify(self.SHEET, stated).conditions]

    def test_takes_a_scale_of_the_callers_own(self) -> None:
        """On a sheet, on bare points with the rubric, and on bare points alone."""
        bare = {"A": 9}

        assert "Tốt" == classify(self.SHEET, OWN).level
        assert "Tốt" == classify(bare, OWN, rubric=RUBRIC).level
        assert "Tốt" == classify(bare, OWN).level

    def test_lets_a_scale_of_the_callers_own_name_levels_of_the_rubric(self) -> None:
        """What is asked for there is asked for here."""
        own = scale("own", level("I", Reaches(scale="rows", level="Đạt")), nodes=("A.2",))

        assert "" == classify(self.SHEET, own).level
        assert "I" == classify({"A.2": 5}, own, rubric=RUBRIC).level

    def test_rates_the_row_that_is_named(self) -> None:
        """A scale for several rows rates one at a time; one for one row needs no name."""
        one = scale("one", level("Đạt", points(5)), below="Không đạt", nodes=("A.2",))

        assert "Không đạt" == classify(self.SHEET, ROWS, node="A.2").level
        assert "A.2" == classify(self.SHEET, one).node

    def test_takes_readings_for_bare_points(self) -> None:
        """Bare points are read as their caller says."""
        given = RUBRIC.under({"nguong": "cao"}).scales["whole"]
        stated, chosen = RUBRIC.scales[0], {"nguong": "cao"}

        assert "Không" == classify({"": 8}, given, rubric=RUBRIC, readings=chosen).level
        assert "II" == classify({"": 8}, stated, rubric=RUBRIC).level

    def test_takes_what_is_open(self) -> None:
        """Bare points may be an interval."""
        assert ("Khá", "Yếu") == classify({"A": between(3, 5)}, OWN).possible

    def test_knows_every_number_that_is_written(self) -> None:
        """Text is read as anywhere, a decimal comma and all."""
        assert "Tốt" == classify({"A": "7,0"}, OWN).level
        assert "Khá" == classify({"A": 6.999999999}, OWN).level


def said(error: type[RubrikError], *arguments: Any, **more: Any) -> tuple[str, str]:  # noqa: ANN401 - those of classify
    """What is said of arguments that cannot be used, in Vietnamese and in English."""
    with pytest.raises(error) as caught:
        classify(*arguments, **more)
    return caught.value.text("vi"), caught.value.text("en")


class TestWhatIsRefused:
    """Arguments that no rating follows from."""

    SHEET = TestClassify.SHEET

    def test_is_a_scale_for_several_rows_without_a_row(self) -> None:
        """Which of them is meant has to be said."""
        assert (
            "thang rows áp dụng cho nhiều mục: A.1, A.2; cần chọn một mục",
            "the scale rows is for several rows: A.1, A.2; name one of them",
        ) == said(RubrikError, self.SHEET, ROWS)

    def test_is_a_row_that_the_scale_is_not_for(self) -> None:
        """With what may have been meant."""
        assert (
            "thang rows không áp dụng cho A.11 (có phải là: A.1?)",
            "the scale rows is not for A.11 (did you mean: A.1?)",
        ) == said(NotFoundError, self.SHEET, ROWS, node="A.11")
        assert (
            "thang rows không áp dụng cho toàn bộ",
            "the scale rows is not for the whole",
        ) == said(NotFoundError, self.SHEET, ROWS, node="")

    @pytest.mark.parametrize("more", [{"rubric": RUBRIC}, {"readings": {"nguong": "cao"}}])
    def test_is_a_rubric_beside_a_sheet(self, more: dict[str, Any]) -> None:
        """A sheet was made by one already, and would silently win."""
        assert (
            (
                "phiếu chấm điểm đã có bộ tiêu chí và cách hiểu của nó: "
                "rubric và readings chỉ đi với điểm cho sẵn"
            ),
            (
                "a scoresheet has its own rubric and readings: "
                "rubric and readings go with bare points only"
            ),
        ) == said(RubrikError, self.SHEET, OWN, **more)

    def test_is_a_reading_of_no_rubric(self) -> None:
        """Readings are those of a rubric."""
        assert (
            "readings là cách hiểu của một bộ tiêu chí: cần rubric",
            "readings are those of a rubric: rubric is expected",
        ) == said(RubrikError, {"A": 5}, OWN, readings={"nguong": "cao"})

    def test_is_a_reading_that_there_is_not(self) -> None:
        """As it is where anything else is read."""
        assert (
            "không có cách hiểu nguon (có phải là: nguong?)",
            "there is no reading nguon (did you mean: nguong?)",
        ) == said(ReadingError, {"A": 5}, OWN, rubric=RUBRIC, readings={"nguon": "cao"})

    def test_is_a_scale_that_cannot_be_applied(self) -> None:
        """A row that the rubric does not have, a level that asks for nothing."""
        wrong = scale("s", level("I", points(5, "A.3")), level("II"))

        assert (
            "2 lỗi:\n"
            "- scale 's' › level 'I' › conditions[0] › node: "
            "không có tiêu chí A.3 (có phải là: A.2, A.1?)\n"
            "- scale 's' › level 'II': mức này không có điều kiện nào: mọi đơn vị đều đạt"
        ) == said(RubricError, self.SHEET, wrong)[0]
        assert (
            "scale 's' › level 'II': the level has no conditions: every unit reaches it"
        ) == said(RubricError, {}, wrong)[1]

    def test_is_points_that_are_none(self) -> None:
        """Everything that is no number, and every row that is not there, at once."""
        wrong: dict[str, object] = {"A.1": "bảy", "A.3": 5, "": None, "A.2": True}

        assert (
            (
                "4 lỗi:\n"
                "- points › A.1: 'bảy' không phải là số; "
                "số được viết như 3, 2,5, 48/28 hoặc 99,59%\n"
                "- points › A.3: không có tiêu chí A.3 (có phải là: A.2, A.1?)\n"
                "- points: chưa có giá trị: cần một số\n"
                "- points › A.2: true và false không phải là số: cần một số"
            ),
            (
                "4 problems:\n"
                "- points › A.1: 'bảy' is no number; "
                "numbers are written like 3, 2.5, 48/28 or 99.59%\n"
                "- points › A.3: there is no criterion A.3 (did you mean: A.2, A.1?)\n"
                "- points: no value: a number is expected\n"
                "- points › A.2: true and false are no numbers: a number is expected"
            ),
        ) == said(SubmissionError, wrong, OWN, rubric=RUBRIC)

    def test_is_not_a_row_that_no_rubric_denies(self) -> None:
        """Without a rubric rows that the scale does not ask about are passed over."""
        assert "Tốt" == classify({"A": 9, "Z": 1}, OWN).level


def test_a_scale_that_is_stated_twice_over_is_read_as_the_sheet_has_it() -> None:
    """A scale equal to one of the rubric is that one, and is not checked or resolved again."""
    again: Scale = scale("whole", *WHOLE.levels, below="Không")
    sheet = rubrik.score(RUBRIC, rubrik.Submission(rubric="nho"))

    assert sheet.interpretation.scales["whole"] is classify(sheet, again).scale
