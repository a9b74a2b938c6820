"""Groups of rows, told apart by columns, and what is joined to each row of a group."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.errors import Problem, TableError, bounded, meant
from rubrik.frames.cells import is_null
from rubrik.frames.columns import Schema
from rubrik.frames.joining import Small, joined
from rubrik.frames.nullable import AnyFrame
from rubrik.wording import message, quoted

__all__ = ["GroupKey", "Groups", "KeyPart", "groups_by"]


def __dir__() -> list[str]:
    return __all__


KeyPart = str | int
GroupKey = tuple[KeyPart, ...]
"""What the rows of a group have in the columns that tell groups apart."""

_Kind = Literal["text", "whole"]

_DTYPES: Final[Mapping[_Kind, nw.dtypes.DType]] = {
    "text": nw.String(),
    "whole": nw.Int64(),
}

_TEMPORARY: Final = "__rubrik_group"


@frozen
class _By:
    """A column that tells groups apart."""

    name: str
    kind: _Kind

    @property
    def value(self) -> nw.Expr:
        """What it holds, in the one type that keys of its kind have; an empty text is nothing."""
        value = nw.col(self.name).cast(_DTYPES[self.kind])
        return value if self.kind == "whole" else nw.when(value != "").then(value)

    def read(self, value: Any) -> KeyPart | None:  # noqa: ANN401 - a cell of any frame
        """What one of its cells holds."""
        if is_null(value) or value == "":
            return None
        return str(value) if self.kind == "text" else int(nw.to_py_scalar(value))


@frozen
class Groups:
    """The groups of a frame: rows that agree in some columns, or all rows where there are none.

    A row that has nothing in one of the columns, or an empty text, stands in no group.
    """

    columns: tuple[_By, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that tell them apart."""
        return tuple(column.name for column in self.columns)

    @property
    def keys(self) -> tuple[str, ...]:
        """What the columns of their keys are called while there are any."""
        return tuple(f"{_TEMPORARY}_{index}" for index in range(len(self.columns)))

    def keyed(self, frame: AnyFrame) -> AnyFrame:
        """A frame with columns for the keys of its rows."""
        pairs = zip(self.columns, self.keys, strict=True)
        values = [column.value.alias(key) for column, key in pairs]
        return frame.with_columns(*values) if values else frame

    @property
    def has_none(self) -> nw.Expr | None:
        """Where a row stands in no group, or ``None`` where each has one."""
        tests = [column.value.is_null() for column in self.columns]
        return nw.any_horizontal(*tests, ignore_nulls=True) if tests else None

    def key_of(self, row: Mapping[str, Any]) -> GroupKey | None:
        """The group of one row, if it has one."""
        return self._key(row, self.names)

    def kept_key_of(self, row: Mapping[str, Any]) -> GroupKey:
        """The group of one row that has the columns of the ``keys``, none of them null."""
        return self._key(row, self.keys) or ()

    def _key(self, row: Mapping[str, Any], names: Sequence[str]) -> GroupKey | None:
        pairs = zip(self.columns, names, strict=True)
        parts = [column.read(row[name]) for column, name in pairs]
        known = [part for part in parts if part is not None]
        return tuple(known) if len(known) == len(parts) else None

    def joined(self, frame: AnyFrame, keys: Sequence[GroupKey], values: Small) -> AnyFrame:
        """A frame with columns of what each group has; null where a row has no such group.

        Args:
            frame: the frame, whose rows keep their order where it has one.
            keys: the groups that something is known of.
            values: what is known of each of them, in the same order.
        """
        if not self.columns:
            return frame.with_columns(
                nw.lit(column[0], values.dtypes[name]).alias(name)
                for name, column in values.values.items()
            )
        pairs = zip(self.keys, self.columns, strict=True)
        dtypes = {key: _DTYPES[column.kind] for key, column in pairs}
        columns = dict(zip(self.keys, zip(*keys, strict=True), strict=True))
        table = Small({**columns, **values.values}, {**dtypes, **values.dtypes})
        return joined(self.keyed(frame), table, self.keys)


def groups_by(schema: Schema, within: str | Iterable[str]) -> Groups:
    """The groups that some columns of a frame tell apart.

    Raises:
        TableError: there is no such column, or it holds neither text nor whole numbers; every
            problem is listed.
    """
    names = (within,) if isinstance(within, str) else tuple(dict.fromkeys(within))
    problems = bounded(_unfit(names, schema))
    if problems:
        raise TableError(problems)
    return Groups(tuple(_By(name, _kind(schema[name]) or "text") for name in names))


def _unfit(names: Sequence[str], schema: Schema) -> Iterator[Problem]:
    for name in names:
        if name not in schema:
            said = message("no-such-column", name=quoted(name))
            yield Problem(("within",), said, meant(name, schema))
        elif _kind(schema[name]) is None:
            said = message("groups-by-wrong-type", name=quoted(name), dtype=str(schema[name]))
            yield Problem(("within",), said)


def _kind(dtype: nw.dtypes.DType) -> _Kind | None:
    if dtype in (nw.String, nw.Categorical, nw.Enum):
        return "text"
    return "whole" if dtype.is_integer() else None
