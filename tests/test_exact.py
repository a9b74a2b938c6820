from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from numbers import Rational

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrik import exact, figures
from rubrik.errors import NumberError

TWO_READINGS_EN = "'{}' has two readings: write {} for the whole number, {} for the decimal one"
TWO_READINGS_VI = "'{}' có hai cách đọc: viết {} nếu là số nguyên, {} nếu là số thập phân"
OUT_OF_REACH_EN = "is out of reach: at most 400 digits are read, and exponents from -400 to 400"
OUT_OF_REACH_VI = "vượt quá giới hạn: chỉ đọc số có nhiều nhất 400 chữ số, số mũ từ -400 đến 400"

# Whatever a table or a form may hold, and what only looks like a number.
SCRIBBLE = st.text(alphabet="0123456789.,/%+-−eE \u00a0naif", max_size=30) | st.text()


class Grade(IntEnum):
    """A whole number with a name."""

    GOOD = 3


@Rational.register
class Quotient:
    """A rational number of another library, such as gmpy2's: neither reduced nor a fraction."""

    def __init__(self, numerator: int, denominator: int) -> None:
        self.numerator = numerator
        self.denominator = denominator


def refusal(convert: Callable[[object], object], value: object) -> tuple[str, str]:
    """What is said, in English and in Vietnamese, when a value is refused."""
    with pytest.raises(NumberError) as caught:
        convert(value)
    return caught.value.text("en"), caught.value.text("vi")


def named(text: str) -> str:
    """How a message names a text."""
    return text if len(text) <= 60 else f"{text[:60]}…"


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(exact.__all__) == dir(exact)


def test_text_is_the_exact_text() -> None:
    """Numbers go out by the door they came in."""
    assert exact.text is figures.exact_text


class TestText:
    """Text is read by one stated grammar, or refused."""

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("5", "5"),
            ("007", "7"),
            ("2,5", "5/2"),
            ("2.5", "5/2"),
            (",5", "1/2"),
            (".500", "1/2"),
            ("-3", "-3"),
            ("+3", "3"),
            ("−3", "-3"),
            ("-0", "0"),
            (" \u00a0 2,5\u202f\n", "5/2"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("-1.234.567,5", "-2469135/2"),
            ("1,234,567.5", "2469135/2"),
            ("1.234,567", "1234567/1000"),
            ("1,234.567", "1234567/1000"),
            ("12.345,6", "61728/5"),
            ("0,125", "1/8"),
            ("0.125", "1/8"),
            ("-0,125", "-1/8"),
            ("012,345", "2469/200"),
            ("1000,000", "1000"),
            ("1.2345", "2469/2000"),
            ("1.0000", "1"),
            ("1,50", "3/2"),
            ("1e3", "1000"),
            ("2,5E-1", "1/4"),
            ("1.234e+5", "123400"),
            ("1e399", f"1{'0' * 399}"),
            ("9" * 400, "9" * 400),
            ("0,01e400", "1e398"),
            ("0e-400", "0"),
            (f"1{' ' * 1197}/2", "1/2"),
        ],
    )
    def test_of_one_number(self, text: str, number: str) -> None:
        """Either separator is the decimal mark, or groups thousands where nothing else fits."""
        assert Fraction(number) == exact.rational(text)

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("99,59%", "9959/10000"),
            ("99.59 %", "9959/10000"),
            ("99,59\u00a0% ", "9959/10000"),
            ("-5%", "-1/20"),
            ("1.234.567%", "1234567/100"),
        ],
    )
    def test_of_a_percentage(self, text: str, number: str) -> None:
        """A percentage is in hundredths, whatever blank stands before the sign."""
        assert Fraction(number) == exact.rational(text)

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("48/28", "12/7"),
            (" 48 / 28 ", "12/7"),
            ("-1/3", "-1/3"),
            ("1,5/3", "1/2"),
            ("3/1,5", "2"),
            ("0/5", "0"),
            ("1.234.567/1.000.000", "1234567/1000000"),
        ],
    )
    def test_of_a_quotient(self, text: str, number: str) -> None:
        """Both parts are read like numbers of their own."""
        assert Fraction(number) == exact.rational(text)

    @pytest.mark.parametrize(
        ("text", "whole", "decimal"),
        [
            ("1.000", "1000", "1.0000"),
            ("30,000", "30000", "30,0000"),
            ("-1.000", "1000", "1.0000"),
            ("123.456", "123456", "123.4560"),
            ("1.234%", "1234", "1.2340"),
            ("5/1,000", "1000", "1,0000"),
        ],
    )
    def test_with_two_readings_is_refused(self, text: str, whole: str, decimal: str) -> None:
        """One separator before exactly three digits may group or divide: both are named."""
        assert refusal(exact.rational, text) == (
            TWO_READINGS_EN.format(text, whole, decimal),
            TWO_READINGS_VI.format(text, whole, decimal),
        )

    @given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(",."))
    def test_offers_readings_that_are_read(self, whole: int, rest: int, mark: str) -> None:
        """Who follows the advice gets the number that was meant."""
        with pytest.raises(NumberError) as caught:
            exact.rational(f"{whole}{mark}{rest:03}")
        args = dict(caught.value.message.args)

        assert 1000 * whole + rest == exact.rational(args["whole"])
        assert whole + Fraction(rest, 1000) == exact.rational(args["decimal"])

    @pytest.mark.parametrize(
        "text",
        [
            "12 abc",
            "abc",
            "1 234",
            "5.",
            ".",
            "-",
            "--3",
            "- 3",
            "%",
            "5%%",
            "48/28%",
            "5%/2",
            "1/-2",
            "1/+2",
            "1/",
            "/2",
            "1/2/3",
            "12.05.2023",
            "1.23.4",
            "1,2,3",
            "1,234.567,8",
            "1.234,567,890",
            "1234.567,8",
            "0.000.000",
            "1.234.567e3",
            "1e",
            "1e2.5",
            "0x10",
            "1_000",
            "٣",
            "３",
            "½",
            "information",
        ],
    )
    def test_without_a_reading_is_refused(self, text: str) -> None:
        """What is no number is named, with examples of what is."""
        assert refusal(exact.rational, text) == (
            f"'{text}' is no number; numbers are written like 3, 2.5, 48/28 or 99.59%",
            f"'{text}' không phải là số; số được viết như 3, 2,5, 48/28 hoặc 99,59%",
        )

    @pytest.mark.parametrize("text", ["0/0", "5/0", "5/0,0", "5/0e9"])
    def test_divided_by_zero_is_refused(self, text: str) -> None:
        """A zero denominator gives no number."""
        assert refusal(exact.rational, text) == (
            f"'{text}' divides by zero",
            f"'{text}' có mẫu số bằng 0",
        )

    @pytest.mark.parametrize("text", ["", " ", "\u00a0\n"])
    def test_that_is_empty_is_refused(self, text: str) -> None:
        """Nothing is not zero."""
        assert refusal(exact.rational, text) == (
            "no value: a number is expected",
            "chưa có giá trị: cần một số",
        )

    @pytest.mark.parametrize(
        "text",
        [
            "1e999999999",
            "1e-999999999",
            "1e401",
            "1e-401",
            "1e400",
            "1e-400",
            "0e401",
            f"{'9' * 300}e300",
            "9" * 401,
            f"0,{'1' * 400}",
            "1e300/1e-300",
            "9" * 10**7,
            f"1e{'9' * 10**6}",
            f"1{'.000' * 10**6}",
            f"1{'.000' * 200}",
            f"1{' ' * 1198}/2",
            f"1{',000' * 130}.{'1' * 10}",
        ],
        ids=lambda text: f"{text[:12]}-{len(text)}",
    )
    def test_out_of_reach_is_refused(self, text: str) -> None:
        """What would take memory or time is refused before it is built, and named in short."""
        assert refusal(exact.rational, text) == (
            f"'{named(text)}' {OUT_OF_REACH_EN}",
            f"'{named(text)}' {OUT_OF_REACH_VI}",
        )


class TestNumbers:
    """Numbers of all kinds are taken at what they print as."""

    @pytest.mark.parametrize(
        ("value", "number"),
        [
            (5, "5"),
            (-(10**400) + 1, f"-{'9' * 400}"),
            (Grade.GOOD, "3"),
            (Fraction(1, 3), "1/3"),
            (0.1, "1/10"),
            (-2.5, "-5/2"),
            (1e22, "1e22"),
            (5e-324, "5e-324"),
            (Decimal("2.50"), "5/2"),
            (Decimal("1.000"), "1"),
            (Decimal("-1E+3"), "-1000"),
            (np.float64(0.1), "1/10"),
            (np.float32(0.1), "1/10"),
            (np.float16(0.1), "1/10"),
            (np.float32(1.234), "1.234"),
            (np.longdouble("0.1"), "1/10"),
            (np.int64(-7), "-7"),
            (np.uint8(7), "7"),
            (np.str_("2,5"), "5/2"),
            (pd.Series([0.1]).iloc[0], "1/10"),
            (pd.Series([7], dtype="Int64").iloc[0], "7"),
            (pd.Series([0.1], dtype="Float32").iloc[0], "1/10"),
        ],
        ids=lambda value: str(value)[:12],
    )
    def test_are_read_by_their_shortest_decimal(self, value: object, number: str) -> None:
        """A float is the shortest decimal that names it, at its own precision."""
        found = exact.rational(value)

        assert Fraction(number) == found
        assert Fraction is type(found)
        assert int is type(found.numerator)

    @pytest.mark.parametrize(
        ("value", "number"), [((3, 6), "1/2"), ((-7, 3), "-7/3"), ((1, 10**399), "1e-399")]
    )
    def test_of_another_library_are_read(self, value: tuple[int, int], number: str) -> None:
        """Whatever counts as rational is read by its numerator and denominator."""
        assert Fraction(number) == exact.rational(Quotient(*value))

    @pytest.mark.parametrize("value", [(1, 10**400), (-(10**400), 7), (10**400, 7)])
    def test_of_another_library_have_their_reach(self, value: tuple[int, int]) -> None:
        """Both of their parts have at most 400 digits."""
        assert refusal(exact.rational, Quotient(*value)) == (
            f"≈ 10^400 {OUT_OF_REACH_EN}",
            f"≈ 10^400 {OUT_OF_REACH_VI}",
        )

    def test_keep_fractions_of_any_size(self) -> None:
        """A fraction that stands built already is taken as it is."""
        large = Fraction(10**5000, 7)

        assert large is exact.rational(large)

    @pytest.mark.parametrize(
        ("value", "name"),
        [
            (float("nan"), "nan"),
            (float("-inf"), "-inf"),
            (Decimal("sNaN"), "sNaN"),
            (Decimal("-NaN12"), "-NaN12"),
            (Decimal("Infinity"), "Infinity"),
            (np.float64("nan"), "nan"),
            (np.float32("inf"), "inf"),
            ("NaN", "NaN"),
            ("-Infinity", "-Infinity"),
            ("∞", "∞"),
        ],
    )
    def test_that_are_not_finite_are_refused(self, value: object, name: str) -> None:
        """NaN and the infinities are no numbers here."""
        assert refusal(exact.rational, value) == (
            f"'{name}' is not a finite number",
            f"'{name}' không phải là số hữu hạn",
        )

    @pytest.mark.parametrize("value", [True, False, np.bool_(True)])  # noqa: FBT003
    def test_flags_are_refused(self, value: object) -> None:
        """True is not one."""
        assert refusal(exact.rational, value) == (
            "true and false are no numbers: a number is expected",
            "true và false không phải là số: cần một số",
        )

    @pytest.mark.parametrize("value", [None, pd.NA, pd.NaT])
    def test_absent_values_are_refused(self, value: object) -> None:
        """What pandas marks as missing is missing."""
        assert refusal(exact.rational, value) == (
            "no value: a number is expected",
            "chưa có giá trị: cần một số",
        )

    @pytest.mark.parametrize(
        ("value", "kind"),
        [
            (b"5", "bytes"),
            ([5], "list"),
            (5j, "complex"),
            (np.array(5), "ndarray"),
            (np.complex64(5), "complex64"),
            (np.timedelta64(5, "ns"), "timedelta64"),
            (np.datetime64("2023-01-01"), "datetime64"),
            (pd.Timedelta(5, "s"), "Timedelta"),
        ],
    )
    def test_other_kinds_are_refused(self, value: object, kind: str) -> None:
        """What is not one number is not made into one."""
        assert refusal(exact.rational, value) == (
            f"a number is expected, not a value of type {kind}",
            f"cần một số, không phải giá trị kiểu {kind}",
        )

    @pytest.mark.parametrize(
        ("value", "name"),
        [
            (10**400, "≈ 10^400"),
            (-(10**5000), "≈ 10^5000"),
            (1 << 10**8, "≈ 10^30103000"),
            (Decimal("1e999999999"), "'1E+999999999'"),
            (Decimal("1e-999999"), "'1E-999999'"),
            (Decimal("1e400"), "'1E+400'"),
            (Decimal("1" * 401), f"'{'1' * 60}…'"),
        ],
        ids=lambda value: str(value)[:12] if isinstance(value, str) else "",
    )
    def test_out_of_reach_are_refused(self, value: object, name: str) -> None:
        """Huge numbers are refused without being written out."""
        assert refusal(exact.rational, value) == (
            f"{name} {OUT_OF_REACH_EN}",
            f"{name} {OUT_OF_REACH_VI}",
        )


class TestCount:
    """A count is a whole number of at least 0."""

    @pytest.mark.parametrize("value", [12, "12", "12,0", 12.0, "24/2", np.int32(12)])
    def test_is_read_like_any_number(self, value: object) -> None:
        """Whatever is whole and not negative is a count."""
        found = exact.count(value)

        assert 12 == found
        assert int is type(found)

    @pytest.mark.parametrize(
        ("value", "en", "vi"),
        [
            ("2,5", "2.5", "2,5"),
            (2.001, "2.001", "2,001"),
            ("299999/100000", "2.99999", "2,99999"),
        ],
    )
    def test_that_is_not_whole_is_refused(self, value: object, en: str, vi: str) -> None:
        """The value is named so that it does not look whole."""
        assert refusal(exact.count, value) == (
            f"{en} is not a whole number: it lies between 2 and 3",
            f"{vi} không phải là số nguyên: nằm giữa 2 và 3",
        )

    def test_that_is_negative_is_refused(self) -> None:
        """Nothing is counted below 0."""
        assert refusal(exact.count, "-3,5") == (
            "-3.5 is below 0: a number of at least 0 is expected",
            "-3,5 nhỏ hơn 0: cần một số từ 0 trở lên",
        )


class TestAmount:
    """An amount is a number of at least 0."""

    @pytest.mark.parametrize(("value", "number"), [("0", "0"), ("2,5", "5/2"), (0.1, "1/10")])
    def test_is_read_like_any_number(self, value: object, number: str) -> None:
        """Whatever is not negative is an amount."""
        assert Fraction(number) == exact.amount(value)

    @pytest.mark.parametrize("read", [exact.count, exact.amount])
    def test_that_is_a_percentage_is_refused(self, read: Callable[[object], object]) -> None:
        """Twelve and a half million are no eighth of something."""
        assert refusal(read, "12,5%") == (
            "'12,5%' is a percentage: a number without % is expected",
            "'12,5%' là tỷ lệ phần trăm: ghi số, không ghi dấu %",
        )

    def test_that_is_negative_is_refused(self) -> None:
        """The value is named so that it does not look like 0."""
        assert refusal(exact.amount, "-1/1000") == (
            "-0.001 is below 0: a number of at least 0 is expected",
            "-0,001 nhỏ hơn 0: cần một số từ 0 trở lên",
        )


class TestLaws:
    """What holds for all numbers and all text."""

    @given(st.fractions())
    def test_exact_text_reads_back(self, number: Fraction) -> None:
        """What is written exactly is read as the same number."""
        assert number == exact.rational(exact.text(number))

    @given(SCRIBBLE)
    def test_text_is_read_exactly_or_refused(self, text: str) -> None:
        """Any text is a number that can be written and read again, or a NumberError."""
        try:
            number = exact.rational(text)
        except NumberError as error:
            assert error.text("vi")  # noqa: PT017 - either outcome is right
        else:
            assert number == exact.rational(exact.text(number))

    @given(st.integers(), st.text("0123456789", min_size=1).filter(lambda rest: len(rest) != 3))
    def test_comma_is_point(self, whole: int, rest: str) -> None:
        """Either mark divides the same number."""
        assert exact.rational(f"{whole},{rest}") == exact.rational(f"{whole}.{rest}")

    @given(st.from_regex(r"[0-9]{0,4}[.,/%]?[0-9]{0,8}%?", fullmatch=True))
    def test_blanks_around_change_nothing(self, text: str) -> None:
        """Neither the number nor the reason why there is none."""
        assert _outcome(text) == _outcome(f" {text} ")

    @given(st.integers(), st.sampled_from(",."))
    def test_grouping_changes_nothing(self, number: int, mark: str) -> None:
        """Thousands may be grouped, from a million on."""
        number = abs(number) + 10**6

        assert number == exact.rational(f"{number:,}".replace(",", mark))

    @given(st.floats(allow_nan=False, allow_infinity=False))
    def test_floats_are_what_they_print(self, number: float) -> None:
        """The rational of a float is the number that its repr names, and rounds back to it."""
        found = exact.rational(number)

        assert Fraction(repr(number)) == found
        assert number == float(found)

    @given(st.floats(allow_nan=False, allow_infinity=False, width=32))
    def test_small_floats_keep_their_own_precision(self, number: float) -> None:
        """The rational of a numpy float32 rounds back to it, and is no longer than it prints."""
        small = np.float32(number)

        assert small == np.float32(float(exact.rational(small)))
        assert Fraction(str(small)) == exact.rational(small)

    @given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9))
    def test_decimals_are_themselves(self, number: Decimal) -> None:
        """A decimal is read at its value."""
        assert Fraction(number) == exact.rational(number)

    @given(st.fractions(-100, 100))
    def test_percent_is_hundredths(self, number: Fraction) -> None:
        """A percentage is a hundredth of its number."""
        written = figures.decimal_text(number)

        assert exact.rational(written) / 100 == exact.rational(f"{written} %")


def _outcome(text: str) -> Fraction | str:
    """The number that a text is, or why it is none."""
    try:
        return exact.rational(text)
    except NumberError as error:
        return error.text("vi")
