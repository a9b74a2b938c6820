"""Two rubrics side by side, what is said of two sheets, and their levels."""

from fractions import Fraction

from attrs import evolve

from comparison.sheets import FULL, aspects, sheet
from rubrik import (
    Amount,
    Criterion,
    Level,
    Rubric,
    Scale,
    Threshold,
)
from rubrik.comparison import compare
from rubrik.measures import Flag
from rubrik.measures import SourcePlace as Source
from rubrik.rubric.nodes import Example, Node
from scoring.rows import fixed, group, per_unit, rubric_of

LAST_YEAR = rubric_of(
    group("1", 20, source=Source(file="cũ", line=3)),
    per_unit("1.1", "a", source=Source(file="cũ", line=4)),
    fixed("1.2", 2),
    fixed("1.3", 3),
    fixed("3", 1),
    title="Năm trước",
)
THIS_YEAR = rubric_of(
    fixed("0", 1),
    group("1", 20, source=Source(file="mới", line=7)),
    per_unit(
        "1.1",
        "a",
        source=Source(file="mới", line=9),
        examples=(Example(inputs={"a": 1}, points=1),),
    ),
    evolve(fixed("1.2", 4), name="Hàng hai"),
    fixed("2", 7),
    title="Năm nay",
    slug="nam-nay",
)


class TestTwoRubrics:
    """This year against last, by two rubrics: rows are matched by code."""

    COMPARED = compare(
        sheet(LAST_YEAR, inputs={"a": 1}, period="2022"), sheet(THIS_YEAR, inputs={"a": 1})
    )

    def test_are_told_from_one(self) -> None:
        """The comparison says that the rubrics differ, and how many rows stand in one only."""
        assert not self.COMPARED.is_one_rubric
        assert [
            "the sheets are by two rubrics, nho and nam-nay: rows are matched by code",
            "the sheets are for two periods: 2022 and 2023",
            "2 rows are in the first sheet only",
            "2 rows are in the second sheet only",
        ] == [each.text("en") for each in self.COMPARED.notes]
        assert [
            "hai phiếu theo hai bộ tiêu chí khác nhau, nho và nam-nay: ghép hàng theo mã",
            "hai phiếu của hai kỳ báo cáo: 2022 và 2023",
            "2 hàng chỉ có trong phiếu thứ nhất",
            "2 hàng chỉ có trong phiếu thứ hai",
        ] == [each.text("vi") for each in self.COMPARED.notes]

    def test_of_one_slug_are_told_apart_by_their_content(self) -> None:
        """A rubric that has changed since is another rubric."""
        changed = evolve(LAST_YEAR, title="Năm trước, đã sửa")
        found = compare(sheet(LAST_YEAR, inputs={"a": 1}), sheet(changed, inputs={"a": 1}))

        assert not found.is_one_rubric
        assert ["the rubric nho changed between the sheets: rows are matched by code"] == [
            each.text("en") for each in found.notes
        ]
        assert () == found.changed

    def test_keep_rows_of_one_in_printed_order(self) -> None:
        """A row of the first alone stands behind those that it follows there."""
        assert [
            ("0", ["presence"]),
            ("1", ["points"]),
            ("1.2", ["name", "rule", "points"]),
            ("1.3", ["presence"]),
            ("3", ["presence"]),
            ("2", ["presence"]),
            ("1.1", []),
        ] == [(row.code, [*row.aspects]) for row in self.COMPARED.rows]

    def test_add_rows_of_one_to_the_difference(self) -> None:
        """What is not there adds nothing: 1 + 1 + 4 + 7 now, against 1 + 2 + 3 + 1."""
        moved = {row.code: row.difference for row in self.COMPARED.changed}

        assert {"0": 1, "1": -1, "1.2": 2, "1.3": -3, "2": 7, "3": -1} == moved
        assert 6 == self.COMPARED.difference

    def test_have_one_line_where_one_has_the_row(self) -> None:
        """The row is named by the sheet that has it."""
        old, new = self.COMPARED.row("1.3"), self.COMPARED.row("2")

        assert (None, "Hàng 1.3") == (old.second, old.node.name)
        assert (None, "Hàng 2") == (new.first, new.node.name)

    def test_have_rows_that_moved(self) -> None:
        """A row that counts in another group adds there what it added here."""
        one = rubric_of(group("1"), fixed("1.1", 2), group("2"), fixed("2.1", 3))
        other = rubric_of(group("1"), group("2"), fixed("1.1", 5, parent="2"), fixed("2.1", 3))
        found = compare(sheet(one), sheet(other))

        assert {"1": -2, "2": 5, "1.1": 3} == {row.code: row.difference for row in found.changed}
        assert 3 == found.difference

    def test_first_rows_of_the_first_alone_stand_first(self) -> None:
        """What is printed before anything else stays there."""
        found = compare(
            sheet(rubric_of(fixed("0", 1), fixed("1", 1))), sheet(rubric_of(fixed("1", 1)))
        )

        assert ["0", "1"] == [row.code for row in found.rows]

    def test_with_rules_over_other_facts_are_other_rules(self) -> None:
        """A rule that is printed alike and reads an input of another kind is another rule."""
        flags = [
            rubric_of(
                Criterion(
                    code="1", name="Một", max=2, measure=Flag("f"), score=Amount(Fraction(1))
                ),
                fixed("2", 1, printed=printed),
            )
            for printed in ("như cũ", "như mới")
        ]
        found = compare(*map(sheet, flags))

        assert ["rule"] == aspects(found, "2")
        assert [] == aspects(found, "1")


class TestNotes:
    """What a reader must know of the two sheets."""

    def test_of_one_report_are_none(self) -> None:
        """One unit, one period, one rubric: nothing to be said."""
        assert () == compare(sheet(inputs=FULL), sheet(inputs=FULL, claims={"2": 1})).notes

    def test_name_two_units(self) -> None:
        """Also where one has no name."""
        found = compare(sheet(), sheet(unit=""))

        assert ["the sheets are of two units: xã A and –"] == [
            each.text("en") for each in found.notes
        ]

    def test_name_two_policies(self) -> None:
        """What is missing counts differently."""
        found = compare(sheet(), sheet(missing="zero"))

        (note,) = found.notes

        assert (
            "missing inputs: in the first sheet they keep the range of what they could still be "
            "worth, in the second they count 0 points"
        ) == note.text("en")
        assert (
            "số liệu thiếu: phiếu thứ nhất giữ khoảng điểm còn có thể đạt, "
            "phiếu thứ hai tính 0 điểm"
        ) == note.text("vi")

    def test_make_foreign_names_fit(self) -> None:
        """A name with a control code in it is written out."""
        found = compare(sheet(), sheet(unit="a\x1b[31m"))

        assert [r"the sheets are of two units: xã A and 'a\x1b[31m'"] == [
            each.text("en") for each in found.notes
        ]


def levelled(*nodes: Node, scale: str = "muc", at: int = 5, below: str = "không") -> Rubric:
    """A rubric with a scale of one level on its total."""
    level = Level(name="Đạt", conditions=(Threshold(points=at),))
    return rubric_of(*nodes, scales=(Scale(id=scale, name="Mức", levels=(level,), below=below),))


class TestRatings:
    """Levels on scales of the same id, from and to."""

    def test_from_one_level_to_another(self) -> None:
        """A point more, and the level is reached."""
        rubric = levelled(per_unit("1", "a"))
        (found,) = compare(sheet(rubric, inputs={"a": 4}), sheet(rubric, inputs={"a": 5})).ratings

        assert found.first is not None
        assert found.second is not None
        assert ("muc", "", True) == (found.scale, found.node, found.is_changed)
        assert ("không", "Đạt") == (found.first.level, found.second.level)
        assert "<ComparedRating 'muc': ('không',) → ('Đạt',)>" == repr(found)

    def test_while_a_sheet_is_open(self) -> None:
        """An open sheet has several levels, and comes down to one."""
        rubric = levelled(per_unit("1", "a"))
        (found,) = compare(sheet(rubric), sheet(rubric, inputs={"a": 5})).ratings

        assert found.first is not None
        assert found.is_changed
        assert ("Đạt", "không") == found.first.possible

    def test_that_stay(self) -> None:
        """More points on the same level change no level."""
        rubric = levelled(per_unit("1", "a"))
        (found,) = compare(sheet(rubric, inputs={"a": 6}), sheet(rubric, inputs={"a": 7})).ratings

        assert not found.is_changed

    def test_on_scales_of_one_sheet_only(self) -> None:
        """A scale that the other rubric does not have has one rating, and is listed."""
        old, new = levelled(fixed("1", 4), scale="cu"), levelled(fixed("1", 4), scale="moi")
        found = compare(sheet(old), sheet(new)).ratings

        assert [("moi", None, True), ("cu", "không", True)] == [
            (each.scale, each.first and each.first.level, each.is_changed) for each in found
        ]
        assert found[1].second is None
