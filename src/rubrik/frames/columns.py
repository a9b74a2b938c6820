"""The columns that a rubric's inputs are read from: found by name, checked by type, made ready."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import or_
from typing import Final, Literal, assert_never

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.errors import Problem, TableError, bounded, meant
from rubrik.frames.rounding import EXACT_LIMIT
from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    CountInput,
    Declared,
    FlagInput,
    Input,
    ItemsInput,
    ShareInput,
    TableInput,
)
from rubrik.wording import message, named, quoted

__all__ = ["FAR", "Column", "Ready", "any_of", "balanced", "columns", "item_key", "ready"]


def __dir__() -> list[str]:
    return __all__


FAR: Final = 2**40
"""Whole numbers above it leave too little room for comparing ratios in 64 bits."""

_MOST_DIGITS = 15
"""So many decimal digits a binary float holds without loss."""

Kind = Literal["whole", "real", "truth", "word"]


@frozen
class Column:
    """The column of a frame that an input, or an item of one, is read from."""

    key: str
    name: str
    declared: Input
    dtype: nw.dtypes.DType


@frozen
class Ready:
    """An input made ready: its values in one type, null where not reported.

    ``refused`` holds where a value cannot be what is asked for, ``far`` where it is too large or
    too fine for the arithmetic of columns; neither is ever null.
    """

    value: nw.Expr
    refused: nw.Expr | None = None
    far: nw.Expr | None = None


def item_key(items: str, item: str) -> str:
    """How the column for one item of a list is called: ``thiet_bi:man_hinh``."""
    return f"{items}:{item}"


def columns(
    declared: Declared, schema: Mapping[str, nw.dtypes.DType], renamed: Mapping[str, str]
) -> dict[str, Column]:
    """The columns for all inputs that a frame has one for, by input.

    Args:
        declared: the inputs of a rubric.
        schema: the names and types of the frame's columns.
        renamed: columns that are called otherwise than the input, by input.

    Raises:
        TableError: with every problem found: columns that are not there, inputs that the rubric
            does not have, types that cannot hold what is asked for.
    """
    keys = dict(_keys(declared))
    problems = bounded(
        [*_unknown(renamed, keys, schema), *_mistyped(_found(keys, schema, renamed).values())]
    )
    if problems:
        raise TableError(problems)
    return _found(keys, schema, renamed)


def _keys(declared: Declared) -> Iterator[tuple[str, Input]]:
    """Every name that a column can go by, and the input it belongs to."""
    for name, each in declared.inputs.items():
        if isinstance(each, ItemsInput):
            yield from ((item_key(name, item), each) for item in each.options)
        elif not isinstance(each, TableInput):
            yield name, each


def _found(
    keys: Mapping[str, Input],
    schema: Mapping[str, nw.dtypes.DType],
    renamed: Mapping[str, str],
) -> dict[str, Column]:
    found = ((key, renamed.get(key, key)) for key in keys)
    return {
        key: Column(key, name, keys[key], schema[name]) for key, name in found if name in schema
    }


def _unknown(
    renamed: Mapping[str, str], keys: Mapping[str, Input], schema: Mapping[str, object]
) -> Iterator[Problem]:
    for key, name in renamed.items():
        if key not in keys:
            said = message("unknown-input", name=named(key))
            yield Problem(("columns", key), said, meant(key, keys))
        elif name not in schema:
            said = message("no-such-column", name=quoted(name))
            yield Problem(("columns", key), said, meant(name, schema))


def _mistyped(found: Iterable[Column]) -> Iterator[Problem]:
    for each in found:
        if not _fits(each):
            said = message(
                "column-of-wrong-type",
                label=each.declared.label,
                dtype=str(each.dtype),
                allowed=each.declared.allowed,
            )
            yield Problem((f"column '{each.name}'",), said)


def _fits(column: Column) -> bool:
    dtype, is_empty = column.dtype, column.dtype == nw.Unknown
    match column.declared:
        case CountInput() | AmountInput() | ShareInput():
            return is_empty or _is_number(dtype)
        case FlagInput() | ItemsInput():
            return is_empty or _is_number(dtype) or dtype == nw.Boolean or _is_text(dtype)
        case ChoiceInput():
            return is_empty or _is_text(dtype)
        case TableInput():
            return False
        case _:
            assert_never(column.declared)


def _is_number(dtype: nw.dtypes.DType) -> bool:
    return dtype.is_integer() or dtype == nw.Float64 or dtype.is_decimal()


def _is_text(dtype: nw.dtypes.DType) -> bool:
    return dtype == nw.String or dtype == nw.Categorical or dtype == nw.Enum


# Values in one type.


def ready(column: Column) -> Ready:
    """What a column holds, in the type that rules over it are run in."""
    value = nw.col(column.name)
    match column.declared:
        case CountInput() as declared:
            return _count(value, column.dtype, declared)
        case AmountInput() | ShareInput() as declared:
            return _real(value, column.dtype, declared)
        case FlagInput() as declared:
            return _truth(value, column.dtype, declared.yes_words, declared.no_words)
        case ItemsInput():
            plain = FlagInput(name="", label="")
            return _truth(value, column.dtype, plain.yes_words, plain.no_words)
        case ChoiceInput() as declared:
            word = value if column.dtype == nw.String else value.cast(nw.String)
            is_known = _sure(word.is_in(list(declared.options)))
            return Ready(nw.when(is_known).then(word), refused=~is_known & ~word.is_null())
        case TableInput():
            raise AssertionError(column)  # no column goes by its name
        case _:
            assert_never(column.declared)


def _sure(test: nw.Expr) -> nw.Expr:
    """A test that is false where it would be null."""
    return test.fill_null(value=False)


def any_of(tests: Iterable[nw.Expr | None]) -> nw.Expr | None:
    """Whether one of some tests holds; none of them is ever null."""
    found = [each for each in tests if each is not None]
    return balanced(or_, found) if found else None


def balanced(operation: Callable[[nw.Expr, nw.Expr], nw.Expr], parts: Sequence[nw.Expr]) -> nw.Expr:
    """Parts put together in a tree that is flat: a deep one exhausts the stacks of those who run it."""
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    return operation(balanced(operation, parts[:half]), balanced(operation, parts[half:]))


def _count(value: nw.Expr, dtype: nw.dtypes.DType, declared: CountInput) -> Ready:
    number, far = (value, None) if dtype.is_integer() else _floats(value, dtype)
    is_out = number < 0
    if declared.max is not None:
        is_out |= number > declared.max
    elif dtype.is_integer() and dtype != nw.Int8 and dtype != nw.Int16 and dtype != nw.Int32:
        far = number > FAR
    if not dtype.is_integer():
        is_out |= number != number.floor()
        far = any_of((far, number > FAR))
    inside = nw.when(~_sure(is_out) if far is None else ~(_sure(is_out) | _sure(far)))
    return Ready(
        inside.then(number).cast(nw.Int64), _sure(is_out), None if far is None else _sure(far)
    )


def _floats(value: nw.Expr, dtype: nw.dtypes.DType) -> tuple[nw.Expr, nw.Expr | None]:
    """A column of floats, NaN as null; where decimals have too many digits for them."""
    if dtype.is_decimal():
        number = value.cast(nw.Float64)
        scale = int(dtype.scale)  # type: ignore[attr-defined]
        return number, number.abs() >= 10.0 ** (_MOST_DIGITS - scale)
    if dtype.is_integer():
        return value.cast(nw.Float64), (value > EXACT_LIMIT) | (value < -EXACT_LIMIT)
    return nw.when(~value.is_nan()).then(value), None


def _real(value: nw.Expr, dtype: nw.dtypes.DType, declared: AmountInput | ShareInput) -> Ready:
    number, far = _floats(value, dtype)
    span = declared.domain.span
    is_out = ~number.is_finite()
    if span.low is not None:
        is_out |= number < float(span.low)
    if span.high is not None:
        is_out |= number > float(span.high)
    inside = nw.when(~_sure(is_out))
    return Ready(inside.then(number), _sure(is_out), None if far is None else _sure(far))


def _truth(
    value: nw.Expr, dtype: nw.dtypes.DType, yes: frozenset[str], no: frozenset[str]
) -> Ready:
    if dtype == nw.Boolean:
        return Ready(value)
    if _is_text(dtype):
        word = value.cast(nw.String).str.strip_chars().str.to_lowercase()
        is_yes, is_no = word.is_in(sorted(yes)), word.is_in(sorted(no))
    else:
        number, _ = (value, None) if dtype.is_integer() else _floats(value, dtype)
        is_yes, is_no = number == 1, number == 0
        word = number
    answer = nw.when(_sure(is_yes) | _sure(is_no)).then(is_yes)
    is_neither = ~word.is_null() & ~_sure(is_yes) & ~_sure(is_no)
    return Ready(answer, refused=is_neither)
