"""Columns for what is computed along the way, laid beside those of a frame a few at a time."""

from collections.abc import Collection, Iterator
from itertools import count

import narwhals.stable.v2 as nw
from attrs import field, frozen

from rubrik.frames.nullable import AnyFrame, still_nullable

__all__ = ["Keeper"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Keeper:
    """Gives expressions columns of their own, so that each is computed once.

    Expressions that name a column can be laid only after it is.
    """

    prefix: str
    _waiting: dict[str, nw.Expr] = field(init=False, factory=dict)
    _numbers: Iterator[int] = field(init=False, factory=count)

    @classmethod
    def beside(cls, names: Collection[str]) -> "Keeper":
        """One whose columns are called like none of those that are there."""
        prefix = "__rubrik_"
        while any(name.casefold().startswith(prefix) for name in names):
            prefix = f"_{prefix}"
        return cls(prefix)

    def keep(self, expression: nw.Expr) -> nw.Expr:
        """The column of an expression, there once it is laid."""
        name = f"{self.prefix}{next(self._numbers)}"
        self._waiting[name] = expression
        return nw.col(name)

    def laid(self, frame: AnyFrame) -> AnyFrame:
        """The frame with all columns that are waiting."""
        waiting = dict(self._waiting)
        self._waiting.clear()
        return still_nullable(frame.with_columns(**waiting), list(waiting)) if waiting else frame
