"""Numbers out: exact text for machines, rounded decimals for people, in Vietnamese or English.

Nothing in here decides anything: a rounded figure is shown and forgotten.
"""

from collections.abc import Iterable
from fractions import Fraction

from rubrik import languages

__all__ = [
    "Lang",
    "Rational",
    "approx",
    "decimal_number",
    "decimal_text",
    "exact_text",
    "is_all_of",
    "shown",
]


def __dir__() -> list[str]:
    return __all__


Lang = languages.Lang
"""The two languages of every text: Vietnamese (decimal comma) and English (decimal point)."""

Rational = Fraction | int
"""What can be shown; a whole number need not be turned into a fraction first."""

_MARKS = languages.ByLang({"vi": ",", "en": "."})

# Python refuses to write integers of more than 4300 digits at once (the limit can be set to 640).
_CHUNK_DIGITS = 600
_CHUNK = 10**_CHUNK_DIGITS

# From here on a float has no room left for two decimals.
_FLOATS_COARSE = 10**13


def exact_text(x: Rational) -> str:
    """The number itself, in lowest terms: ``"35/2"``, ``"5"``. What JSON carries.

    Examples:
        >>> exact_text(Fraction(35, 2))
        '35/2'
    """
    if -_CHUNK < x.numerator < _CHUNK and x.denominator < _CHUNK:
        return str(x)
    sign = "-" if x < 0 else ""
    over = "" if x.denominator == 1 else f"/{_digits(x.denominator)}"
    return f"{sign}{_digits(abs(x.numerator))}{over}"


def decimal_text(x: Rational, places: int = 2, lang: Lang = "vi") -> str:
    """The number rounded to at most ``places`` decimals, without trailing zeros.

    Ties go away from zero (what ``decimal`` calls ``ROUND_HALF_UP``): 0,125 becomes 0,13 and
    −0,125 becomes −0,13. Thousands are not grouped. What rounds to zero has no sign.

    Examples:
        >>> decimal_text(Fraction(90, 19))
        '4,74'
        >>> decimal_text(Fraction(35, 2), lang="en")
        '17.5'
    """
    if x.denominator == 1:
        return exact_text(x.numerator)
    scaled = _scaled(x, places)
    sign = "-" if scaled < 0 else ""
    digits = _digits(abs(scaled)).zfill(places + 1)
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    mark = _MARKS[lang] if rest else ""
    return f"{sign}{whole}{mark}{rest}"


def shown(x: Rational, lang: Lang, places: int = 2, against: Iterable[Rational] = ()) -> str:
    """The number rounded, with as many more decimals as keep it apart from other numbers.

    Decimals are added while ``x`` and one of ``against`` that differs from it round to the same
    figure. As rounding keeps the order of numbers, a figure that is not the same is on its right
    side: what lies below a threshold is never shown at it or above it. Two different numbers
    round apart at the latest where one unit of the last decimal is no more than their difference.
    Where both are shown, each is shown against the other.

    Examples:
        >>> shown(Fraction("49.998"), "vi", against=[50])
        '49,998'
    """
    rivals = [each for each in against if _can_look_like(x, each)]
    while _scaled(x, places) in {_scaled(each, places) for each in rivals}:
        places += 1
    return decimal_text(x, places, lang)


def approx(x: Rational, lang: Lang, places: int = 2) -> str:
    """The decimal where it is exact, otherwise the fraction and its rounded decimal.

    Examples:
        >>> approx(Fraction(35, 2), "vi")
        '17,5'
        >>> approx(Fraction(90, 19), "vi")
        '90/19 ≈ 4,74'
    """
    decimal = decimal_text(x, places, lang)
    return decimal if is_all_of(x, decimal) else f"{exact_text(x)} ≈ {decimal}"


def decimal_number(x: Rational, places: int = 2) -> float | int:
    """The rounded decimal as JSON carries it beside the exact text; an ``int`` when it is whole.

    Numbers of more than 13 digits before the decimal mark are rounded to whole ones.

    Examples:
        >>> decimal_number(Fraction(90, 19))
        4.74
        >>> decimal_number(Fraction(5))
        5
    """
    if abs(x.numerator) >= _FLOATS_COARSE * x.denominator:
        return _scaled(x, 0)
    whole, rest = divmod(_scaled(x, places), 10**places)
    return float(whole + Fraction(rest, 10**places)) if rest else whole


def is_all_of(x: Rational, figure: str) -> bool:
    """Whether a shown figure is the number itself, nothing of it rounded away.

    Examples:
        >>> is_all_of(Fraction(35, 2), "17,5"), is_all_of(Fraction(90, 19), "4,74")
        (True, False)
    """
    decimals = len(figure.replace(".", ",").partition(",")[2])
    unit: int = 10**decimals
    return unit % x.denominator == 0


def _can_look_like(x: Rational, other: Rational) -> bool:
    """Whether they differ, and rounding could hide it: two whole numbers always look different."""
    return x.denominator * other.denominator != 1 and x != other


def _scaled(x: Rational, places: int) -> int:
    """``x * 10**places``, rounded to a whole number, ties away from zero."""
    if places < 0:
        text = f"a number of decimals is at least 0, not {places}"
        raise ValueError(text)
    unit: int = 10**places
    size = (2 * abs(x.numerator) * unit + x.denominator) // (2 * x.denominator)
    return -size if x.numerator < 0 else size


def _digits(number: int) -> str:
    """The digits of a number that is not negative, however many there are."""
    chunks: list[str] = []
    while number >= _CHUNK:
        number, rest = divmod(number, _CHUNK)
        chunks.append(str(rest).zfill(_CHUNK_DIGITS))
    return "".join((str(number), *reversed(chunks)))
