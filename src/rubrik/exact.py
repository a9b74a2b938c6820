"""Numbers in: text and numbers of many kinds become rationals, or are refused.

Nothing is guessed. How text is read, with ``,`` and ``.`` in either role:

==========================  ======================  ================================================
Text                        Read as                 Because
==========================  ======================  ================================================
``2,5`` ``2.5`` ``,5``      5/2, 5/2, 1/2           one separator: the decimal mark
``1.234.567``               1234567                 the same separator again: it groups thousands
``1.234.567,5``             2469135/2               two kinds: the last is the decimal mark
``1.234,567``               1234567/1000            likewise, also before three digits
``1.000`` ``30,000``        *refused*               grouped (1000) or decimal (1): two readings
``0,125`` ``012,345``       1/8, 2469/200           grouped numbers do not begin with 0
``1000,000``                1000                    grouped numbers begin with at most three digits
``1.234e5``                 123400                  grouped numbers have no exponent
``1.23.4`` ``1,2,3``        *refused*               no reading
``5.``                      *refused*               likewise
``99,59%`` ``99,59 %``      9959/10000              hundredths
``48/28`` ``1,5/3``         12/7, 1/2               a quotient; each part is read as above
``48/28%`` ``1/-2``         *refused*               no reading
``5/0`` ``0/0``             *refused*               no number
==========================  ======================  ================================================

A sign may stand before the number (``+``, ``-`` or ``−``), blanks around it, around ``/`` and
before ``%``, no-break ones included. Digits are those from 0 to 9.

At most 400 digits are read, in text as well as in whole numbers, and exponents from -400 to 400;
what exceeds that is refused before anything large is built. A `Fraction` is taken as it is.
"""

import re
from decimal import Decimal
from fractions import Fraction
from math import floor
from numbers import Rational, Real
from operator import index

from rubrik.errors import NumberError
from rubrik.figures import exact_text as text
from rubrik.wording import message, quoted

__all__ = ["amount", "count", "rational", "text"]


def __dir__() -> list[str]:
    return __all__


_LIMIT = 400
_TOO_LARGE = 10**_LIMIT
_SMALL = 2**63  # well within reach
_LONGEST_TEXT = 3 * _LIMIT  # a quotient of two grouped numbers at the limit

# pandas and numpy are recognised by the names of their types, so that neither is imported.
_ABSENT = {"NoneType", "NAType", "NaTType"}
_FLAGS = {"bool", "bool_"}

_NOT_FINITE = {"nan", "snan", "inf", "infinity", "∞"}

# What fits both patterns, and has no exponent, has two readings.
# Most numbers are written so, and read in a tenth of the time: no sign, nothing grouped.
_SHORT = re.compile(
    r"([0-9]{1,15})(?:[.,]([0-9]{1,2}|[0-9]{4,15}))?(%?)|([0-9]{1,15})/([0-9]{1,15})"
)
_SHORT_FLOAT = re.compile(r"(-?[0-9]{1,15})\.([0-9]{1,17})")

_PLAIN = re.compile(r"([0-9]+|(?=[.,]))(?:[.,]([0-9]+))?(?:[eE]([+-]?[0-9]+))?")
_GROUPED = re.compile(r"([1-9][0-9]{0,2}([.,])[0-9]{3}(?:\2[0-9]{3})*)(?:(?!\2)[.,]([0-9]+))?")


def rational(value: object) -> Fraction:
    """The exact value of a number or of text that holds one.

    Floats, those of numpy as well, stand for their shortest decimal representation: 0.1 is 1/10.

    Args:
        value: A whole number, fraction, decimal, float or text; a scalar of numpy or pandas.

    Examples:
        >>> rational("99,59 %")
        Fraction(9959, 10000)
        >>> rational(0.1)
        Fraction(1, 10)

    Raises:
        NumberError: It is no number (also: absent, a flag, not finite), has two readings or is out
            of reach.
    """
    if isinstance(value, str):
        short = _SHORT.fullmatch(value)
        return _from_text(value) if short is None else _from_short(short, value)
    if isinstance(value, Fraction):
        return value
    if type(value) is int and abs(value) < _SMALL:
        return Fraction(value)
    if isinstance(value, float):
        return _from_float(float.__repr__(value))
    _refuse_what_is_no_number(value)
    if isinstance(value, Rational):
        return _from_rational(value)
    if isinstance(value, Decimal | Real):
        return _from_machine(str(value))
    raise NumberError(message("number-wrong-kind", kind=type(value).__name__))


def count(value: object) -> int:
    """The whole number of at least 0 that ``value`` is, read as by `rational`.

    Examples:
        >>> count("1.234.567")
        1234567

    Raises:
        NumberError: It is no number, a percentage, negative, or not whole.
    """
    number = amount(value)
    if number.denominator != 1:
        low = floor(number)
        raise NumberError(message("number-not-whole", value=number, low=low, high=low + 1))
    return number.numerator


def amount(value: object) -> Fraction:
    """The number of at least 0 that ``value`` is, read as by `rational`, and no percentage.

    Raises:
        NumberError: It is no number, a percentage, or negative.
    """
    number = rational(value)
    if isinstance(value, str) and "%" in value:
        raise NumberError(message("number-is-percentage", value=quoted(value)))
    if number.numerator < 0:
        raise NumberError(message("number-below", value=number, least=0))
    return number


def _refuse_what_is_no_number(value: object) -> None:
    kind = type(value).__name__
    if kind in _ABSENT:
        raise NumberError(message("number-absent"))
    if kind in _FLAGS:
        raise NumberError(message("number-is-flag"))


def _from_rational(value: Rational) -> Fraction:
    try:
        numerator, denominator = index(value.numerator), index(value.denominator)
    except TypeError:  # numpy counts its spans of time among the whole numbers
        raise NumberError(message("number-wrong-kind", kind=type(value).__name__)) from None
    largest = max(abs(numerator), denominator)
    if largest >= _TOO_LARGE:
        power = largest.bit_length() * 30103 // 100000  # log10(2) = 0.30103
        raise NumberError(message("number-out-of-reach", value=f"≈ 10^{power}", limit=_LIMIT))
    return Fraction(numerator, denominator)


def _from_float(written: str) -> Fraction:
    short = _SHORT_FLOAT.fullmatch(written)
    if short is None:
        return _from_machine(written)
    whole, rest = short.groups()
    return Fraction(int(whole + rest), 10 ** len(rest))


def _from_machine(written: str) -> Fraction:
    """What a program wrote: a point is a decimal mark, thousands are never grouped."""
    _refuse_at_sight(written)
    sign, body = _signed(written)
    return _within_reach(sign * _plain(body, written), written)


def _from_short(found: re.Match[str], given: str) -> Fraction:
    whole, rest, percent, above, below = found.groups(default="")
    if not below:
        return Fraction(int(whole + rest), 10 ** (len(rest) + 2 * len(percent)))
    divisor = int(below)
    return Fraction(int(above), divisor) if divisor else _from_text(given)


def _from_text(given: str) -> Fraction:
    written = given.strip().replace("−", "-")
    _refuse_at_sight(written)
    return _within_reach(_quotient(written), written)


def _refuse_at_sight(written: str) -> None:
    if not written:
        raise NumberError(message("number-absent"))
    if len(written) > _LONGEST_TEXT:
        raise NumberError(message("number-out-of-reach", value=quoted(written), limit=_LIMIT))
    if written.lstrip("+-").rstrip("0123456789").casefold() in _NOT_FINITE:
        raise NumberError(message("number-not-finite", value=quoted(written)))


def _quotient(written: str) -> Fraction:
    if "/" not in written:
        return _share(written)
    above, below = (part.strip() for part in written.split("/", 1))
    if below.startswith(("+", "-")):
        raise NumberError(message("number-unreadable", value=quoted(written)))
    divisor = _decimal(below, written)
    if not divisor:
        raise NumberError(message("number-divided-by-zero", value=quoted(written)))
    return _decimal(above, written) / divisor


def _share(written: str) -> Fraction:
    if written.endswith("%"):
        return _decimal(written[:-1].rstrip(), written) / 100
    return _decimal(written, written)


def _decimal(part: str, written: str) -> Fraction:
    """One number; ``written`` is the whole text, for the error."""
    sign, body = _signed(part)
    grouped = _GROUPED.fullmatch(body)
    if grouped is None:
        return sign * _plain(body, written)
    whole = re.sub("[.,]", "", grouped[1])
    if _PLAIN.fullmatch(body):
        raise NumberError(
            message("number-two-readings", value=quoted(written), whole=whole, decimal=f"{body}0")
        )
    return sign * _built(whole, grouped[3] or "", 0, written)


def _signed(part: str) -> tuple[int, str]:
    sign = -1 if part.startswith("-") else 1
    return sign, part[1:] if part.startswith(("+", "-")) else part


def _plain(body: str, written: str) -> Fraction:
    found = _PLAIN.fullmatch(body)
    if found is None:
        raise NumberError(message("number-unreadable", value=quoted(written)))
    whole, rest, exponent = found.groups(default="")
    return _built(whole, rest, int(exponent or "0"), written)


def _built(whole: str, rest: str, exponent: int, written: str) -> Fraction:
    if len(whole) + len(rest) > _LIMIT or abs(exponent) > _LIMIT:
        raise NumberError(message("number-out-of-reach", value=quoted(written), limit=_LIMIT))
    return int(whole + rest) * Fraction(10) ** (exponent - len(rest))


def _within_reach(number: Fraction, written: str) -> Fraction:
    if max(abs(number.numerator), number.denominator) >= _TOO_LARGE:
        raise NumberError(message("number-out-of-reach", value=quoted(written), limit=_LIMIT))
    return number
