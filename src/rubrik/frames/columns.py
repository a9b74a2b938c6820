"""The columns that a rubric's inputs are read from: found by name, and refused by type."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final, assert_never

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.errors import Problem, TableError, asked_back, bounded, meant, nearest
from rubrik.frames.objections import mistyped, place_of, unknown
from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    CountInput,
    FlagInput,
    ItemsInput,
    ShareInput,
    TableInput,
)
from rubrik.rubric import Criterion, Interpretation
from rubrik.wording import message, named

__all__ = [
    "Asked",
    "Column",
    "Schema",
    "all_keys",
    "columns",
    "exempt_key",
    "is_exempt",
    "item_key",
    "nothing_to_read",
]


def __dir__() -> list[str]:
    return __all__


Asked = CountInput | AmountInput | ShareInput | FlagInput | ChoiceInput
"""What a single column can answer."""

Schema = Mapping[str, nw.dtypes.DType]
"""The types of a frame's columns, by name."""

_EXEMPT: Final = "not_applicable"


@frozen
class Column:
    """The column of a frame that an input, or a part of one, is read from."""

    key: str
    name: str
    asked: Asked
    dtype: nw.dtypes.DType

    @property
    def may_be_anything(self) -> bool:
        """Whether its type tells nothing of what it holds: its values are read one by one."""
        return self.dtype == nw.Unknown


def item_key(items: str, item: str) -> str:
    """How the column for one item of a list is called: ``thiet_bi:man_hinh``."""
    return f"{items}:{item}"


def exempt_key(code: str) -> str:
    """How the column is called that says where a row does not apply: ``not_applicable:II.3``."""
    return f"{_EXEMPT}:{code}"


def is_exempt(key: str) -> bool:
    """Whether a column of that key says where a row does not apply."""
    return key.startswith(f"{_EXEMPT}:")


def all_keys(read: Interpretation) -> tuple[str, ...]:
    """Every name that a column can go by."""
    return tuple(dict(_keys(read)))


def columns(
    read: Interpretation, schema: Schema, renamed: Mapping[str, str]
) -> Mapping[str, Column]:
    """The columns for all inputs that a frame has one for, by key.

    Args:
        read: the reading of a rubric.
        schema: the names and types of the frame's columns.
        renamed: columns that are called otherwise than the input, by input.

    Raises:
        TableError: with every problem found: columns that are not there, inputs that the rubric
            does not have, rows that must apply, lists in one column, types that cannot hold what
            is asked for.
    """
    keys = dict(_keys(read))
    found = _found(keys, schema, renamed)
    problems = bounded(
        [
            *unknown(renamed, keys, schema, lambda key: ("columns", key)),
            *_never_exempt(read, keys, schema),
            *_undivided(read, found, schema),
            *(
                mistyped(each.name, each.asked, each.dtype)
                for each in found.values()
                if not (each.may_be_anything or _fits(each))
            ),
        ]
    )
    if problems:
        raise TableError(problems)
    return found


def nothing_to_read(read: Interpretation, schema: Schema) -> Problem:
    """A frame without a single column that an input is read from."""
    keys = all_keys(read)
    close = dict.fromkeys(each for name in schema for each in nearest(name, keys, 1))
    return Problem((), message("frame-without-inputs"), asked_back(islice(close, 3)))


def _keys(read: Interpretation) -> Iterator[tuple[str, Asked]]:
    """Every name that a column can go by, and what it answers."""
    for code in read.nodes:
        if _may_be_exempt(code, read):
            yield exempt_key(code), _flag(exempt_key(code), read.nodes[code].name)
    for name, declared in read.declared.inputs.items():
        if isinstance(declared, ItemsInput):
            for item, label in declared.options.items():
                yield item_key(name, item), _flag(item, label)
        elif not isinstance(declared, TableInput):
            yield name, declared


def _flag(name: str, label: str) -> FlagInput:
    return FlagInput(name=name, label=label)


def _may_be_exempt(code: str, read: Interpretation) -> bool:
    node = read.nodes[code]
    may_be = not isinstance(node, Criterion) or node.may_be_not_applicable
    return code in read.scored and may_be


def _found(
    keys: Mapping[str, Asked], schema: Schema, renamed: Mapping[str, str]
) -> Mapping[str, Column]:
    names = ((key, renamed.get(key, key)) for key in keys)
    return {
        key: Column(key, name, keys[key], schema[name]) for key, name in names if name in schema
    }


def _never_exempt(
    read: Interpretation, keys: Mapping[str, Asked], schema: Schema
) -> Iterator[Problem]:
    """Columns that exempt rows which must apply, or which the rubric does not have."""
    for name in schema:
        word, _, code = name.partition(":")
        if word == _EXEMPT and name not in keys:
            is_known = code in read.nodes
            said = message("must-apply") if is_known else message("unknown-node", name=named(code))
            yield Problem((place_of(name),), said, None if is_known else meant(code, read.nodes))


def _undivided(
    read: Interpretation, found: Mapping[str, Column], schema: Schema
) -> Iterator[Problem]:
    """Lists in one column, where none of their items has the column that it is read from."""
    for name, declared in read.declared.inputs.items():
        if isinstance(declared, ItemsInput) and name in schema:
            keys = [item_key(name, item) for item in declared.options]
            if not any(key in found for key in keys):
                said = message("column-of-list", names=tuple(named(key) for key in keys))
                yield Problem((place_of(name),), said)


def _fits(column: Column) -> bool:
    dtype = column.dtype
    is_text = dtype in (nw.String, nw.Categorical, nw.Enum)
    is_number = dtype.is_integer() or dtype == nw.Float64 or dtype.is_decimal()
    match column.asked:
        case CountInput() | AmountInput() | ShareInput():
            return is_number
        case FlagInput():
            return is_number or is_text or dtype == nw.Boolean
        case ChoiceInput():
            return is_text
        case _:
            assert_never(column.asked)
