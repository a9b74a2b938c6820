"""What columns hold, made ready for rules: one type for each kind of input, and what is refused.

Whole numbers become 64-bit integers, amounts and shares floats that stand for the shortest decimals
they hold, as everywhere, and answers truth or text. What is beyond the arithmetic of columns is
``far``: it is left to exact arithmetic, one row at a time.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from operator import or_
from typing import Final, assert_never

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.frames.columns import Column
from rubrik.frames.expressions import Keep, any_of, combined, surely, unless
from rubrik.measures import AmountInput, ChoiceInput, CountInput, FlagInput, ShareInput

__all__ = ["FAR", "MOST_PARTS", "PARTS", "Ready", "in_parts", "ready"]


def __dir__() -> list[str]:
    return __all__


FAR: Final = 2**40
"""Whole numbers above it leave too little room for comparing ratios in 64 bits."""

PARTS: Final = 10**4
"""Decimals are added up in whole numbers of ten-thousandths."""

MOST_PARTS: Final = 10**15
"""Up to so many a decimal is the shortest one that the float nearest to it holds."""

_EXACT: Final = 2**53
"""Up to here every whole number is a float."""

_FEW: Final = 8

_MOST_DIGITS: Final = 15
"""So many decimal digits a binary float holds without loss."""

_NARROW = (nw.Int8, nw.Int16, nw.Int32, nw.UInt8, nw.UInt16, nw.UInt32)
"""Types of whole numbers that are never far."""


@frozen
class Ready:
    """A column made ready: its values, null where nothing is reported, and what to make of rows.

    Where one of ``refused`` holds a value cannot be what is asked for, and where one of ``far``
    does columns cannot say: there the value means nothing. These tests may be null, and then do not
    hold. For plain counts they are whether a value is below zero, and whether it is far.
    """

    value: nw.Expr
    refused: tuple[nw.Expr, ...] = ()
    far: tuple[nw.Expr, ...] = ()
    is_plain_count: bool = False


def ready(column: Column, keep: Keep, *, checks: bool) -> Ready:
    """What a column holds, in the type that rules over it are run in, and in a column.

    Args:
        column: the column.
        keep: gives what is not ready as it is a column of its own.
        checks: whether the engine stops at numbers that are too large for it. Then rows are left
            empty whose values mean nothing.
    """
    if column.may_be_anything:
        return _unread(column, keep)
    match column.asked:
        case CountInput() as asked:
            return _count(column, asked, keep, checks=checks)
        case AmountInput() | ShareInput() as asked:
            return _real(column, asked, keep)
        case FlagInput() as asked:
            return _truth(column, asked, keep)
        case ChoiceInput() as asked:
            return _choice(column, asked, keep)
        case _:
            assert_never(column.asked)


_DTYPES: Final[Mapping[type, nw.dtypes.DType]] = {
    CountInput: nw.Int64(),
    FlagInput: nw.Boolean(),
    ChoiceInput: nw.String(),
}


def _unread(column: Column, keep: Keep) -> Ready:
    dtype = _DTYPES.get(type(column.asked), nw.Float64())
    is_null = nw.col(column.name).is_null()
    nothing = keep(nw.when(is_null & ~is_null).then(is_null))
    return Ready(nothing.cast(dtype), far=(~is_null,))


def _number(column: Column) -> tuple[nw.Expr, ...]:
    """A column as numbers that compare, NaN as null; and where floats cannot hold them."""
    value, dtype = nw.col(column.name), column.dtype
    if dtype == nw.UInt64:
        # Arrow compares these with signed numbers only where they fit.
        is_far = surely(value > nw.lit(_EXACT, nw.UInt64()))
        return unless(is_far, value).cast(nw.Int64), is_far
    if dtype.is_integer():
        return (value,)
    if isinstance(dtype, nw.Decimal):
        number = value.cast(nw.Float64)
        return number, number.abs() >= 10.0 ** (_MOST_DIGITS - dtype.scale)
    return (unless(surely(value.is_nan()), value),)


# Whole numbers.


def _count(column: Column, asked: CountInput, keep: Keep, *, checks: bool) -> Ready:
    number, *far = _number(column)
    refused = tuple(_outside(number, asked))
    if column.dtype in _NARROW:
        return Ready(keep(number.cast(nw.Int64)), refused)
    if not column.dtype.is_integer():
        within = nw.when(surely(number.is_between(0, FAR))).then(number)
        refused += (within != within.floor(),)
    far.append(number > FAR)
    if column.dtype == nw.Int64 and not checks:
        return Ready(number, refused, tuple(far), is_plain_count=asked.max is None)
    value = unless(any_of((*refused, *far)), number).cast(nw.Int64)
    return Ready(keep(value), refused, tuple(far))


def _outside(value: nw.Expr, asked: CountInput) -> Iterator[nw.Expr]:
    yield value < 0
    if asked.max is not None:
        yield value > asked.max


# Amounts and shares.


def _real(column: Column, asked: AmountInput | ShareInput, keep: Keep) -> Ready:
    number, *far = _number(column)
    if column.dtype.is_integer():
        far += [] if column.dtype in _NARROW else [number > _EXACT]
        number = unless(any_of(far), number).cast(nw.Float64)
    value, span = keep(number), asked.domain.span
    low = float(span.low or 0)
    if span.high is not None:
        is_out = ~value.is_between(low, float(span.high))
    else:
        is_out = (value < low) | (value == inf)
    return Ready(value, (is_out,), tuple(far))


def in_parts(value: nw.Expr, keep: Keep) -> Ready:
    """Decimals as whole numbers of parts of one; far are those that are finer, or too large.

    A float that is nearest to such a number of at most 15 digits has it as its shortest decimal.
    Polars divides by a constant as it multiplies by its inverse, which may give another float; so
    parts are divided by a column that is made of them.
    """
    is_small = surely(value.abs() * PARTS <= MOST_PARTS)
    parts = keep(nw.when(is_small).then(value * PARTS).round().cast(nw.Int64))
    is_other = (parts / parts.clip(PARTS, PARTS) != value) | parts.is_null()
    return Ready(parts, far=(is_other & ~value.is_null(),))


# Answers.


def _truth(column: Column, asked: FlagInput, keep: Keep) -> Ready:
    value = nw.col(column.name)
    if column.dtype == nw.Boolean:
        return Ready(value)
    yes, no = sorted(asked.yes_words), sorted(asked.no_words)
    if column.dtype.is_numeric():
        number, *far = _number(column)
        is_yes, is_no = _is_one_of(number, yes), _is_one_of(number, no)
        is_other = ~(is_yes | is_no) & ~number.is_null()
        return Ready(keep(_answer(is_yes, is_no)), (is_other,), tuple(far))
    text = value if column.dtype == nw.String else value.cast(nw.String)
    word = text.str.strip_chars().str.to_lowercase()
    is_yes, is_no = surely(word.is_in(yes)), surely(word.is_in(no))
    answer = keep(_answer(is_yes, is_no))
    # Exact arithmetic folds cases and strips blanks as Python does, which may know more of them.
    return Ready(answer, far=(answer.is_null() & ~value.is_null(),))


def _answer(is_yes: nw.Expr, is_no: nw.Expr) -> nw.Expr:
    return nw.when(is_yes | is_no).then(is_yes)


def _is_one_of(number: nw.Expr, words: list[str]) -> nw.Expr:
    figures = [word for word in words if word.isdecimal() and word == str(int(word))]
    found = any_of(number == int(word) for word in figures)
    return nw.lit(value=False) if found is None else found


def _choice(column: Column, asked: ChoiceInput, keep: Keep) -> Ready:
    value = nw.col(column.name)
    word = value if column.dtype == nw.String else keep(value.cast(nw.String))
    return Ready(word, (~_is_option(word, list(asked.options)),))


def _is_option(word: nw.Expr, options: Sequence[str]) -> nw.Expr:
    """Whether a text is one of some; a few are compared sooner than looked up."""
    if len(options) > _FEW:
        return word.is_in(options)
    return combined(or_, [word == option for option in options])
