"""Which columns of a table answer which inputs, and which look as if they were meant to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import reduce
from itertools import islice
from operator import or_
from typing import Final
from unicodedata import normalize

import polars as pl
from attrs import frozen

from rubrik.cli.score_table.cells import Cell, ListCell, OneAnswer, TextCell, TickCell
from rubrik.cli.score_table.sources import Schema
from rubrik.errors import Problem, TableError, asked_back, bounded
from rubrik.frames.columns import all_keys, exempt_key, is_exempt, item_key
from rubrik.frames.objections import mistyped, place_of, unknown
from rubrik.measures import Declared, FlagInput, ItemsInput, TableInput
from rubrik.rubric import Interpretation
from rubrik.wording import Message, message, named, quoted

__all__ = ["UNREAD", "Answered", "Columns", "keys_of"]


def __dir__() -> list[str]:
    return __all__


Answered = OneAnswer | ItemsInput
"""An input that columns can answer."""

UNREAD: Final = "__rubrik_unread"
"""The column of whether a row has cells that hold something, and no plain answer."""

_CELL: Final = "__rubrik_cell_"
_LIKE: Final = 0.8  # nearer than for "did you mean": nobody asked about these columns
_MOST_WARNINGS: Final = 20


@frozen
class Columns:
    """The columns that inputs are read from: by input, and of lists by item.

    ``plain`` ones hold values, ``cells`` have to be read first. ``alike`` are other columns, each
    with the input that it may have been meant for, ``absent`` the inputs that no column is for.
    """

    plain: Mapping[str, str]
    cells: Mapping[str, Cell]
    alike: Mapping[str, str]
    absent: tuple[str, ...]

    @classmethod
    def of(cls, read: Interpretation, schema: Schema, named: Mapping[str, str]) -> "Columns":
        """The columns of a table for the inputs of a rubric.

        Raises:
            TableError: with every problem: inputs and columns that there are not, tables in cells,
                lists in columns of another type, a table that answers nothing.
        """
        keys = keys_of(read)
        renamed = {key: _as_written(name, schema) for key, name in named.items()}
        problems = [
            *unknown(renamed, keys, schema, lambda _: ("--columns",)),
            *_tables(read.declared, schema),
            *_twice(keys, schema, renamed),
        ]
        if problems:
            raise TableError(bounded(problems))
        found = {**_by_name(keys, schema), **renamed}
        alike = _alike(keys, schema, found)
        problems = list(_unfit(found, keys, schema) if found else _nothing(alike.values()))
        if problems:
            raise TableError(bounded(problems))
        cells: dict[str, Cell] = {}
        for key, column in found.items():  # an item's own column stands behind that of its list
            cells |= _cells(key, column, schema[column], keys[key])
        others = {*cells, *(each.name for each in keys.values() if isinstance(each, ItemsInput))}
        plain = {key: column for key, column in found.items() if key not in others}
        has_one = {keys[key].name for key in found}
        possible = dict.fromkeys(each.name for key, each in keys.items() if not is_exempt(key))
        absent = tuple(name for name in possible if name not in has_one)
        return cls(plain, cells, alike, absent)

    @property
    def names(self) -> Mapping[str, str]:
        """The column of each input once cells are `read`."""
        return {**self.plain, **{key: _CELL + key for key in self.cells}}

    def column_of(self, key: str) -> str | None:
        """The column of an input as the table calls it; of lists if they have one for all items."""
        cells = (each for each in self.cells.values() if not isinstance(each, TickCell))
        return self.plain.get(key) or {each.declared.name: each.column for each in cells}.get(key)

    def read_in(self, rows: pl.LazyFrame) -> pl.LazyFrame:
        """Rows with what their cells say, and whether something stands there that says nothing.

        The values have columns of their own, `names` says which; the other column is `UNREAD`.
        """
        if not self.cells:
            return rows.with_columns(pl.lit(value=False).alias(UNREAD))
        nothing = pl.DataFrame(schema=rows.collect_schema())
        return rows.map_batches(self._read, schema=self._read(nothing).schema, streamable=True)

    def _read(self, batch: pl.DataFrame) -> pl.DataFrame:
        read = {key: cell.read(batch.get_column(cell.column)) for key, cell in self.cells.items()}
        left = reduce(or_, (each.left for each in read.values()))
        values = (each.values.alias(_CELL + key) for key, each in read.items())
        return batch.with_columns(*values, left.alias(UNREAD))

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What is to be said of columns that nothing is read from."""
        pairs = list(self.alike.items())[:_MOST_WARNINGS]
        return tuple(_warning(name, key) for name, key in pairs)

    @property
    def zeroed(self) -> tuple[Message, ...]:
        """What is to be said where every input without a column counts as 0."""
        names = tuple(map(named, self.absent))
        more = ("…",) if len(names) > _MOST_WARNINGS else ()
        said = message("columns-absent", count=len(names), names=(*names[:_MOST_WARNINGS], *more))
        return (said,) if names else ()


def keys_of(read: Interpretation) -> dict[str, Answered]:
    """Every name that a column can go by, and the input it belongs to; of lists also each item.

    Whether a row of the rubric applies is asked like any flag.
    """
    possible = set(all_keys(read))
    found: dict[str, Answered] = {
        key: FlagInput(name=key, label=node.name)
        for code, node in read.nodes.items()
        if (key := exempt_key(code)) in possible
    }
    for name, each in read.declared.inputs.items():
        if not isinstance(each, TableInput):
            found[name] = each
        if isinstance(each, ItemsInput):
            found |= {item_key(name, item): each for item in each.options}
    return found


def _plain(name: str) -> str:
    """A name without what nobody sees: blanks around it, and how its accents are written."""
    return normalize("NFC", name.strip())


def _as_written(name: str, schema: Schema) -> str:
    """The column of that name, as the table writes it."""
    if name in schema:
        return name
    return next((each for each in schema if _plain(each) == _plain(name)), name)


def _by_name(keys: Mapping[str, Answered], schema: Schema) -> dict[str, str]:
    """Columns that are called like an input, but for blanks around the name."""
    plain = {_plain(name): name for name in schema}
    return {key: plain[key] for key in keys if key in plain}


def _cells(key: str, column: str, dtype: pl.DataType, declared: Answered) -> dict[str, Cell]:
    """What has to be read from the cells of a column; nothing where they hold plain values."""
    is_text = _is_text(dtype)
    if isinstance(declared, ItemsInput) and key == declared.name:
        return {item_key(key, item): ListCell(column, declared, item) for item in declared.options}
    if not is_text:
        return {}
    if isinstance(declared, ItemsInput):
        return {key: TickCell(column, declared)}
    if isinstance(declared, FlagInput) and is_exempt(key):
        return {key: TickCell(column, declared)}
    return {key: TextCell(column, declared)}


def _is_text(dtype: pl.DataType) -> bool:
    """Whether cells are read as text; where nobody answered they may be of no type at all."""
    return isinstance(dtype, pl.String | pl.Categorical | pl.Enum | pl.Null)


# What is wrong with columns.


def _nothing(alike: Iterable[str]) -> Iterator[Problem]:
    yield Problem((), message("no-input-column"), asked_back(islice(alike, 3)))


def _tables(declared: Declared, schema: Schema) -> Iterator[Problem]:
    """Columns for tables within the table, which there is no way to read."""
    for name, each in declared.inputs.items():
        if isinstance(each, TableInput) and name in schema:
            names = tuple(of.name for of in each.aggregates)
            yield Problem((place_of(name),), message("column-of-table", columns=names))


def _twice(
    keys: Mapping[str, Answered], schema: Schema, renamed: Mapping[str, str]
) -> Iterator[Problem]:
    """Inputs that several columns go by the name of, when nobody says which of them it is."""
    times = Counter(map(_plain, schema))
    for key in keys:
        if times[key] > 1 and key not in renamed:
            yield Problem((), message("column-twice", name=quoted(key)))


def _unfit(
    found: Mapping[str, str], keys: Mapping[str, Answered], schema: Schema
) -> Iterator[Problem]:
    """Columns for lists that hold neither lists nor text; others are seen to where they are run."""
    for key, name in found.items():
        declared, dtype = keys[key], schema[name]
        is_whole = isinstance(declared, ItemsInput) and key == declared.name
        is_list = isinstance(dtype, pl.List) and isinstance(dtype.inner, pl.String | pl.Null)
        if is_whole and not (is_list or _is_text(dtype)):
            yield mistyped(name, declared, dtype)


def _alike(
    keys: Mapping[str, Answered], schema: Schema, found: Mapping[str, str]
) -> dict[str, str]:
    free = {key.casefold(): key for key in keys if key not in found}
    read = set(found.values())
    near = {
        name: get_close_matches(name.strip().casefold(), free, 1, _LIKE)
        for name in schema
        if name not in read
    }
    return {name: free[best[0]] for name, best in near.items() if best}


def _warning(name: str, key: str) -> Message:
    said = message("column-unread", name=quoted(name))
    hint = message("did-you-mean", names=named(key))
    return message("with-hint", problem=said, hint=hint)
