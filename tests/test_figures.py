from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rubrik import figures
from rubrik.figures import (
    Lang,
    approx,
    decimal_number,
    decimal_text,
    exact_text,
    shown,
)

LANGS = st.sampled_from(["vi", "en"])
PLACES = st.integers(0, 6)
# Near each other and of few digits, so that rounding often makes two of them look equal.
NUMBERS = st.fractions(min_value=-3, max_value=3, max_denominator=5000) | st.integers(-3, 3)


def read(text: str) -> Fraction:
    """What a reader takes a shown figure for."""
    return Fraction(text.replace(",", "."))


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(figures.__all__) == dir(figures)


class TestExactText:
    """The exact text is the number in lowest terms, whatever its size."""

    @pytest.mark.parametrize(
        ("number", "text"),
        [
            (Fraction(35, 2), "35/2"),
            (Fraction(5), "5"),
            (5, "5"),
            (Fraction(-1, 3), "-1/3"),
            (Fraction(0), "0"),
        ],
    )
    def test_is_in_lowest_terms(self, number: Fraction | int, text: str) -> None:
        """A fraction has a slash and a whole number has none."""
        assert text == exact_text(number)

    def test_has_no_limit(self) -> None:
        """Numbers longer than Python writes at once are written in full, inner zeros included."""
        assert f"-1{'0' * 5000}/7" == exact_text(Fraction(-(10**5000), 7))

    @given(st.fractions())
    def test_reads_back(self, number: Fraction) -> None:
        """The text holds the very number."""
        assert number == Fraction(exact_text(number))


class TestDecimalText:
    """A decimal is rounded half up, and has no more digits than it needs."""

    @pytest.mark.parametrize(
        ("number", "places", "vi", "en"),
        [
            (Fraction(90, 19), 2, "4,74", "4.74"),
            (Fraction(35, 2), 2, "17,5", "17.5"),
            (Fraction(20), 2, "20", "20"),
            (20, 2, "20", "20"),
            (Fraction(1, 8), 2, "0,13", "0.13"),
            (Fraction(-1, 8), 2, "-0,13", "-0.13"),
            (Fraction(1, 2), 0, "1", "1"),
            (Fraction(-1, 2), 0, "-1", "-1"),
            (Fraction(-1, 1000), 2, "0", "0"),
            (Fraction(1999, 1000), 2, "2", "2"),
            (Fraction(200001, 10), 2, "20000,1", "20000.1"),
            (Fraction(1, 100), 2, "0,01", "0.01"),
            (Fraction(10, 3), 4, "3,3333", "3.3333"),
        ],
    )
    def test_is_rounded_half_up(
        self, number: Fraction | int, places: int, vi: str, en: str
    ) -> None:
        """Ties go away from zero, trailing zeros and the sign of zero are dropped."""
        assert vi == decimal_text(number, places)
        assert en == decimal_text(number, places, "en")

    def test_needs_places(self) -> None:
        """A number of decimals below 0 is refused."""
        with pytest.raises(ValueError, match=r"^a number of decimals is at least 0, not -1$"):
            decimal_text(Fraction(1, 2), -1)

    @given(st.decimals(-1000, 1000, places=4), PLACES)
    def test_agrees_with_decimal(self, number: Decimal, places: int) -> None:
        """It is the rounding that the decimal module calls ROUND_HALF_UP."""
        expected = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)

        assert Fraction(expected) == read(decimal_text(Fraction(number), places))

    @given(NUMBERS, PLACES)
    def test_languages_differ_in_the_mark_alone(self, number: Fraction, places: int) -> None:
        """Vietnamese writes a comma where English writes a point."""
        assert decimal_text(number, places, "vi") == decimal_text(number, places, "en").replace(
            ".", ","
        )


class TestShown:
    """A shown figure never looks equal to a number that it is not, nor on its wrong side."""

    @pytest.mark.parametrize(
        ("number", "against", "text"),
        [
            (Fraction("49.998"), [50], "49,998"),
            (Fraction("49.998"), [], "50"),
            (Fraction("49.998"), [Fraction("49.998")], "50"),
            (Fraction("50.00001"), [50], "50,00001"),
            (Fraction("49.99996"), [50, 49], "49,99996"),
            (Fraction("0.0149999"), [Fraction("0.015")], "0,01"),
            (Fraction(1, 3), [Fraction(333, 1000)], "0,3333"),
            (Fraction(1, 3), [0, 1], "0,33"),
            (50, [Fraction("49.998")], "50"),
        ],
    )
    def test_adds_digits_where_needed(
        self, number: Fraction | int, against: list[Fraction | int], text: str
    ) -> None:
        """More decimals are shown against a threshold that is not met, and only then."""
        assert text == shown(number, "vi", against=against)

    def test_tells_apart_what_hardly_differs(self) -> None:
        """Numbers that differ in the 300th decimal are shown with 300 decimals."""
        just_below = 1 - Fraction(1, 10**300)

        assert f"0.{'9' * 300}" == shown(just_below, "en", against=[1])

    @given(NUMBERS, st.lists(NUMBERS), LANGS, PLACES)
    def test_keeps_the_order(
        self, number: Fraction, others: list[Fraction], lang: Lang, places: int
    ) -> None:
        """What lies below another number reads as below it, and above likewise."""
        figure = read(shown(number, lang, places, others))

        for other in others:
            assert (number < other, number > other) == (figure < other, figure > other) or (
                number == other
            )

    @given(NUMBERS, NUMBERS, PLACES)
    def test_is_symmetric(self, one: Fraction, other: Fraction, places: int) -> None:
        """Two numbers that are shown against each other read in their order."""
        assume(one < other)

        assert read(shown(one, "vi", places, [other])) < read(shown(other, "vi", places, [one]))


class TestApprox:
    """What is rounded says so and gives the exact fraction."""

    @pytest.mark.parametrize(
        ("number", "text"),
        [
            (Fraction(90, 19), "90/19 ≈ 4,74"),
            (Fraction(35, 2), "17,5"),
            (Fraction(1, 8), "1/8 ≈ 0,13"),
            (Fraction(-7), "-7"),
        ],
    )
    def test_is_exact_or_says_that_it_is_not(self, number: Fraction, text: str) -> None:
        """A decimal stands alone only where it is the number itself."""
        assert text == approx(number, "vi")

    def test_speaks_english_with_more_places(self) -> None:
        """Places and language are those asked for."""
        assert "0.125" == approx(Fraction(1, 8), "en", 3)


class TestDecimalNumber:
    """The rounded number of JSON is whole, or the float that prints as the rounded decimal."""

    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            (Fraction(90, 19), "4.74"),
            (Fraction(-90, 19), "-4.74"),
            (Fraction(5), "5"),
            (5, "5"),
            (Fraction(4999, 1000), "5"),
            (Fraction(-1, 1000), "0"),
            (10**400 + Fraction(1, 2), str(10**400 + 1)),
        ],
    )
    def test_prints_as_the_rounded_decimal(self, number: Fraction | int, expected: str) -> None:
        """Whole numbers have no decimal point, and no size is too large."""
        assert expected == repr(decimal_number(number))

    @given(st.fractions(-(10**13) + 1, 10**13 - 1))
    def test_agrees_with_the_text(self, number: Fraction) -> None:
        """Its shortest representation is the decimal text."""
        assert read(decimal_text(number)) == Fraction(repr(decimal_number(number)))
