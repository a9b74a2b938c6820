"""What is wrong with columns and with cells, in words."""

from collections.abc import Callable, Collection, Iterator, Mapping

import narwhals.stable.v2 as nw

from rubrik.errors import NumberError, Problem, meant
from rubrik.measures import AmountInput, CountInput, Input, ShareInput
from rubrik.wording import message, named, quoted

__all__ = ["mistyped", "place_of", "unanswered", "unknown"]


def __dir__() -> list[str]:
    return __all__


def place_of(name: str) -> str:
    """How a column is called in the path of a problem."""
    return f"column '{name}'"


def unknown(
    renamed: Mapping[str, str],
    keys: Collection[str],
    names: Collection[str],
    path: Callable[[str], tuple[str, ...]],
) -> Iterator[Problem]:
    """Columns that are told by input, where there is no such input, or no such column.

    Args:
        renamed: the columns, by what they are read for.
        keys: all that columns can be read for.
        names: all columns that there are.
        path: where the column of an input was told.
    """
    for key, name in renamed.items():
        if key not in keys:
            said = message("unknown-input", name=named(key))
            yield Problem(path(key), said, meant(key, keys))
        elif name not in names:
            said = message("no-such-column", name=quoted(name))
            yield Problem(path(key), said, meant(name, names))


def mistyped(name: str, asked: Input, dtype: object) -> Problem:
    """No value of a column can be what is asked for."""
    said = message(
        "column-of-wrong-type", label=asked.label, dtype=str(dtype), allowed=asked.allowed
    )
    is_number = isinstance(asked, CountInput | AmountInput | ShareInput)
    hint = message("text-for-number") if is_number and dtype == nw.String else None
    return Problem((place_of(name),), said, hint)


def unanswered(name: str, asked: Input, held: object, error: NumberError) -> Problem:
    """What stands in a cell is no answer to what is asked for."""
    said = message(
        "input-refused", label=asked.label, value=quoted(str(held)), allowed=asked.allowed
    )
    return Problem((place_of(name),), said, error.hint)
