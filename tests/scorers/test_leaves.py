from fractions import Fraction

import pytest

from rubrik.errors import NumberError, RubricError
from rubrik.measures import (
    Answer,
    Choice,
    ChoiceInput,
    Count,
    CountInput,
    Declared,
    Domain,
    Flag,
    FlagInput,
    Item,
    ItemsInput,
    Measure,
    Ratio,
)
from rubrik.scorers import (
    Band,
    Banded,
    Boolean,
    Curve,
    Lookup,
    MinMaxNormalized,
    Proportional,
    Setting,
    Stepped,
    leaves,
)
from scorers.asking import refusal, shape
from scorers.spans import interval

TEN = Fraction(10)
SHARES = Domain(interval("[0, 1]"))
COUNTS = Domain(interval("[0, ∞)"), integer=True)
SETTING = Setting(
    declared=Declared.of(
        [
            CountInput(name="a", label="a"),
            CountInput(name="b", label="b"),
            FlagInput(name="f", label="f"),
            ChoiceInput(name="o", label="o", options={"p": "P"}),
            ItemsInput(name="i", label="i", options={"p": "P"}),
        ]
    ),
    maximum=TEN,
    path=("criterion '1'", "score"),
)
RATIO = Ratio(ratio="a", of="b")


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(leaves.__all__) == dir(leaves)


class TestProportional:
    """Points in proportion to a value."""

    @pytest.mark.parametrize(
        ("scorer", "value", "points"),
        [
            (Proportional(), "18/19", "180/19"),
            (Proportional(), 0, 0),
            (Proportional(), "48/28", "120/7"),
            (Proportional(), "-1/2", -5),
            (Proportional(rate=3), "98%", "147/50"),
            (Proportional(start=8, rate="-max"), "20%", 6),
            (Proportional(start=8, rate="-max"), 1, -2),
            (Proportional(start="1/2 max", rate="1/2 max"), "1/2", "15/2"),
            (Proportional(full_from="50%"), "1/4", 5),
            (Proportional(full_from="50%"), "1/2", 10),
            (Proportional(full_from="50%"), "499999999/1000000000", "499999999/50000000"),
            (Proportional(full_from="50%"), "0.9", 10),
            (Proportional(full_from=2, start=1, rate=-4), 1, -1),
            (Proportional(full_from=2, start=1, rate=-4), 3, -3),
        ],
    )
    def test_gives_points(self, scorer: Proportional, value: object, points: int | str) -> None:
        """The rate for each whole one, from the start; not more than full marks where they end."""
        assert Fraction(points) == scorer.points(value, 10)

    def test_has_a_line_and_perhaps_a_plateau(self) -> None:
        """Two pieces that meet at the value of full marks."""
        assert ["(-∞, ∞)"] == shape(Proportional().pieces(TEN))
        assert ["[0, 1/2)", "[1/2, 1]"] == shape(Proportional(full_from="1/2").pieces(TEN, SHARES))
        assert () == Proportional(full_from="1/2").pieces(TEN, SHARES).jumps()

    def test_names_its_line_and_its_plateau(self) -> None:
        """A reason says on which of the two a value is, as it is printed for any value."""
        pieces = Proportional(full_from="1/2").pieces(TEN, SHARES).pieces

        assert [(0, "(-∞, 1/2)"), (1, "[1/2, ∞)")] == [
            (each.band, str(each.printed)) for each in pieces
        ]

    @pytest.mark.parametrize(("value", "en", "vi"), [(0, "0", "0"), ("-0,5", "-0.5", "-0,5")])
    def test_refuses_full_marks_from_nothing(self, value: object, en: str, vi: str) -> None:
        """They begin above zero."""
        assert (
            f"full_from must be above 0, not {en}",
            f"full_from phải lớn hơn 0, không phải {vi}",
        ) == refusal(lambda: Proportional(full_from=value), NumberError)

    @pytest.mark.parametrize(
        ("scorer", "text"),
        [
            (Proportional(), "Proportional(max × x)"),
            (Proportional(rate=3), "Proportional(3 × x)"),
            (Proportional(start=8, rate="-max"), "Proportional(8 + -max × x)"),
            (
                Proportional(full_from="50%", rate="1/2 max"),
                "Proportional(1/2 max × min(x / (1/2), 1))",
            ),
        ],
    )
    def test_reads_as_the_rule(self, scorer: Proportional, text: str) -> None:
        """Its text is the formula."""
        assert text == str(scorer)
        assert text == repr(scorer)


class TestEveryCurve:
    """What all scorers over one number share."""

    def test_points_need_a_number(self) -> None:
        """A value is read as numbers are everywhere."""
        assert ("no value: a number is expected", "chưa có giá trị: cần một số") == refusal(
            lambda: Proportional().points("", 10), NumberError
        )

    def test_a_share_needs_a_maximum(self) -> None:
        """Without one there are no points to have a share of."""
        assert (
            "max is a share of the maximum, but there is no maximum",
            "max là phần của điểm tối đa, nhưng không có điểm tối đa",
        ) == refusal(lambda: Proportional().points(1), NumberError)

    def test_fixed_points_need_none(self) -> None:
        """What is said in points is worth them."""
        assert 3 == Proportional(rate=3).points(1)

    def test_takes_its_own_measure_or_the_inherited_one(self) -> None:
        """Its own wins; its domain cuts the pieces."""
        inherited = Proportional().form(SETTING.under(RATIO))
        own = Proportional(measure=Count("a")).form(SETTING.under(RATIO))

        assert isinstance(inherited, Curve)
        assert isinstance(own, Curve)
        assert RATIO == inherited.measure
        assert SHARES == inherited.pieces.domain
        assert Count("a") == own.measure
        assert COUNTS == own.pieces.domain

    @pytest.mark.parametrize(
        ("scorer", "name"),
        [
            (Proportional(), "Proportional"),
            (Banded(bands=[Band(points=1)]), "Banded"),
            (MinMaxNormalized(constant="full"), "MinMaxNormalized"),
            (Stepped(step=1, rounding="up"), "Stepped"),
        ],
    )
    def test_needs_a_number_to_measure(
        self, scorer: Proportional | Banded | MinMaxNormalized | Stepped, name: str
    ) -> None:
        """Without a measure it cannot stand where it stands."""
        assert (
            f"criterion '1' › score: {name} needs a measure that is a number",
            f"criterion '1' › score: {name} cần một giá trị đo là số",
        ) == refusal(lambda: scorer.form(SETTING), RubricError)

    def test_says_where_a_maximum_is_missing(self) -> None:
        """A row without a maximum cannot give a share of it."""
        bare = Setting(declared=SETTING.declared, measure=RATIO, path=("criterion '1'", "score"))

        assert (
            "criterion '1' › score: max is a share of the maximum, but there is no maximum",
            "criterion '1' › score: max là phần của điểm tối đa, nhưng không có điểm tối đa",
        ) == refusal(lambda: Proportional().form(bare), RubricError)


class TestBoolean:
    """Points for a yes and points for a no."""

    @pytest.mark.parametrize(
        ("scorer", "yes", "no"),
        [
            (Boolean(), 10, 0),
            (Boolean(yes=3, no="1/2 max"), 3, 5),
            (Boolean(yes=0, no="max"), 0, 10),
        ],
    )
    def test_gives_points(self, scorer: Boolean, yes: int, no: int) -> None:
        """Full marks and nothing unless it says otherwise."""
        assert [yes, no] == [scorer.points(answer, 10) for answer in (True, False)]

    @pytest.mark.parametrize("measure", [Flag("f"), Item("i", "p")])
    def test_is_a_table(self, measure: Answer) -> None:
        """Of a flag or of an item that may be ticked."""
        assert Lookup(measure, {True: TEN, False: Fraction(0)}) == Boolean(measure=measure).form(
            SETTING
        )

    @pytest.mark.parametrize(
        ("measure", "en", "vi"),
        [
            (
                Choice("o"),
                "Boolean needs a yes or a no (flag, item)",
                "Boolean cần câu trả lời có hoặc không (flag, item)",
            ),
            (
                Count("a"),
                "Boolean needs a measure that is an answer (flag, choice, item)",
                "Boolean cần một giá trị đo là câu trả lời (flag, choice, item)",
            ),
            (
                None,
                "Boolean needs a measure that is an answer (flag, choice, item)",
                "Boolean cần một giá trị đo là câu trả lời (flag, choice, item)",
            ),
        ],
    )
    def test_needs_a_yes_or_a_no(self, measure: Measure | None, en: str, vi: str) -> None:
        """Printed options are neither."""
        assert (f"criterion '1' › score: {en}", f"criterion '1' › score: {vi}") == refusal(
            lambda: Boolean(measure=measure).form(SETTING), RubricError
        )

    def test_a_share_needs_a_maximum(self) -> None:
        """With its path in a rule, plainly where it is asked for points."""
        bare = Setting(declared=SETTING.declared, measure=Flag("f"), path=("criterion '1'",))

        assert (
            "criterion '1': max is a share of the maximum, but there is no maximum",
            "criterion '1': max là phần của điểm tối đa, nhưng không có điểm tối đa",
        ) == refusal(lambda: Boolean().form(bare), RubricError)
        assert (
            "max is a share of the maximum, but there is no maximum",
            "max là phần của điểm tối đa, nhưng không có điểm tối đa",
        ) == refusal(lambda: Boolean().points(True), NumberError)  # noqa: FBT003 - an answer

    def test_reads_as_the_rule(self) -> None:
        """What a yes gives, and what a no."""
        assert "Boolean(max / 0)" == str(Boolean())
        assert "Boolean(2 / -1/2)" == repr(Boolean(yes=2, no="-1/2"))
