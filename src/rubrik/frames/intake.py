"""What columns hold, made ready for rules: one type for each kind of input, and what is refused.

Whole numbers become 64-bit integers, amounts and shares floats that stand for the shortest decimals
they hold, as everywhere, and answers truth or text. What is beyond the arithmetic of columns is
``far``: it is left to exact arithmetic, one row at a time.
"""

from collections.abc import Iterator, Mapping
from typing import Final, assert_never

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from rubrik.frames.columns import Column
from rubrik.frames.expressions import any_of, surely, unless
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

_MOST_DIGITS = 15
"""So many decimal digits a binary float holds without loss."""

_NARROW = (nw.Int8, nw.Int16, nw.Int32, nw.UInt8, nw.UInt16, nw.UInt32)
"""Types of whole numbers that are never far."""


@frozen
class Ready:
    """A column made ready: its values, null where nothing is reported, and what to make of rows.

    They stand ``as_is`` in the column already, or are computed. Where one of ``refused`` holds a
    value cannot be what is asked for, and where one of ``far`` does columns cannot say; there the
    value means nothing.
    """

    value: nw.Expr
    as_is: bool = False
    refused: tuple[nw.Expr, ...] = ()
    far: tuple[nw.Expr, ...] = ()

    @property
    def is_out(self) -> nw.Expr | None:
        """Where the value means nothing."""
        return any_of((*self.refused, *self.far))


def ready(column: Column, *, checks: bool) -> Ready:
    """What a column holds, in the type that rules over it are run in.

    Args:
        column: the column.
        checks: whether the engine stops at numbers that are too large for it. Then rows are left
            empty whose values mean nothing.
    """
    if column.may_be_anything:
        return _unread(column)
    match column.asked:
        case CountInput() as asked:
            return _count(column, asked, checks=checks)
        case AmountInput() | ShareInput() as asked:
            return _real(column, asked)
        case FlagInput() as asked:
            return _truth(column, asked)
        case ChoiceInput() as asked:
            return _choice(column, asked)
        case _:
            assert_never(column.asked)


def _unread(column: Column) -> Ready:
    nothing: Mapping[type, nw.dtypes.DType] = {
        CountInput: nw.Int64(),
        FlagInput: nw.Boolean(),
        ChoiceInput: nw.String(),
    }
    dtype = nothing.get(type(column.asked), nw.Float64())
    return Ready(nw.lit(None, dtype), far=(~nw.col(column.name).is_null(),))


# Whole numbers.


def _count(column: Column, asked: CountInput, *, checks: bool) -> Ready:
    number, *far = _number(column)
    refused = tuple(_outside(number, asked))
    if column.dtype in _NARROW:
        return Ready(number.cast(nw.Int64), refused=refused)
    if not column.dtype.is_integer():
        refused += (number != number.floor(),)
    found = Ready(number, as_is=True, refused=refused, far=(*far, number > FAR))
    if column.dtype == nw.Int64 and not checks:
        return found
    value = unless(found.is_out, number).cast(nw.Int64)
    return evolve(found, value=value, as_is=False)


def _outside(value: nw.Expr, asked: CountInput) -> Iterator[nw.Expr]:
    yield value < 0
    if asked.max is not None:
        yield value > asked.max


# Amounts and shares.


def _number(column: Column) -> tuple[nw.Expr, ...]:
    """A column as numbers that compare, NaN as null; and where floats cannot hold them."""
    value, dtype = nw.col(column.name), column.dtype
    if dtype.is_integer():
        return (value,)
    if isinstance(dtype, nw.Decimal):
        number = value.cast(nw.Float64)
        return number, number.abs() >= 10.0 ** (_MOST_DIGITS - dtype.scale)
    return (unless(surely(value.is_nan()), value),)


def _real(column: Column, asked: AmountInput | ShareInput) -> Ready:
    number, *far = _number(column)
    if column.dtype.is_integer():
        far = [] if column.dtype in _NARROW else [number > _EXACT]
        number = number.cast(nw.Float64)
    refused = tuple(_beyond(number, column, asked))
    return Ready(number, refused=refused, far=tuple(far))


def _beyond(number: nw.Expr, column: Column, asked: AmountInput | ShareInput) -> Iterator[nw.Expr]:
    span = asked.domain.span
    yield number < float(span.low or 0)
    if span.high is not None:
        yield number > float(span.high)
    elif column.dtype == nw.Float64:
        yield ~number.is_finite()


def in_parts(value: nw.Expr) -> Ready:
    """Decimals as whole numbers of parts of one; far are those that are finer, or too large.

    A float that is nearest to such a number of at most 15 digits has it as its shortest decimal.
    """
    scaled = (unless(surely(value.abs() * PARTS > MOST_PARTS), value) * PARTS).round()
    is_other = (scaled / PARTS != value) | scaled.is_null()
    return Ready(scaled.cast(nw.Int64), far=(is_other & ~value.is_null(),))


# Answers.


def _truth(column: Column, asked: FlagInput) -> Ready:
    value = nw.col(column.name)
    if column.dtype == nw.Boolean:
        return Ready(value, as_is=True)
    yes, no = sorted(asked.yes_words), sorted(asked.no_words)
    if column.dtype.is_numeric():
        number, *_ = _number(column)
        is_yes, is_no = _is_one_of(number, yes), _is_one_of(number, no)
        is_other = ~(is_yes | is_no) & ~number.is_null()
        return Ready(nw.when(is_yes | is_no).then(is_yes), refused=(is_other,))
    word = value.cast(nw.String).str.strip_chars().str.to_lowercase()
    is_yes, is_no = surely(word.is_in(yes)), surely(word.is_in(no))
    # Exact arithmetic folds cases and strips blanks as Python does, which may know more of them.
    return Ready(nw.when(is_yes | is_no).then(is_yes), far=(~(is_yes | is_no) & ~word.is_null(),))


def _is_one_of(number: nw.Expr, words: list[str]) -> nw.Expr:
    figures = [word for word in words if word.isdecimal() and word == str(int(word))]
    found = any_of(number == int(word) for word in figures)
    return nw.lit(value=False) if found is None else found


def _choice(column: Column, asked: ChoiceInput) -> Ready:
    value = nw.col(column.name)
    word = value if column.dtype == nw.String else value.cast(nw.String)
    is_other = ~word.is_in(list(asked.options))
    return Ready(word, as_is=column.dtype == nw.String, refused=(is_other,))
