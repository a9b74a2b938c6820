"""Cells of a table that hold no plain value: text, and lists; read as a submission is read.

What is plainly one answer becomes a value, whole columns at a time. All other text is left to the
reading of single submissions, which knows more ways to write a number, and says what is wrong with
what is none.
"""

import json
import re
from collections.abc import Callable
from typing import Final, assert_never
from unicodedata import normalize

import polars as pl
from attrs import frozen

from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    CountInput,
    FlagInput,
    ItemsInput,
    ShareInput,
    reported,
)

__all__ = ["Cell", "ListCell", "OneAnswer", "Read", "TextCell", "TickCell"]


def __dir__() -> list[str]:
    return __all__


# One separator is a decimal mark, unless it could group thousands: 1.000 has two readings.
_MARKED: Final = (
    r"[0-9]+|0[0-9]*{mark}[0-9]+|[0-9]{{1,3}}{mark}(?:[0-9]{{1,2}}|[0-9]{{4,}})"
    r"|[0-9]{{4,}}{mark}[0-9]+|[0-9]+(?:{mark}[0-9]+)?[eE][+-]?[0-9]{{1,2}}"
)
_POINT: Final = f"^(?:{_MARKED.format(mark='[.]')})$"
_ANY_MARK: Final = f"^(?:{_MARKED.format(mark='[.,]')})$"
_ANY_SHARE: Final = f"^(?:{_MARKED.format(mark='[.,]')})(?: ?%)?$"
_PERCENT: Final = " ?%$"
_MOST_CHARACTERS: Final = 15  # so many digits a float holds without loss
_PARTED: Final = re.compile("[;,]")
_WORDS: Final = FlagInput(name="", label="")
"""By its words something that has a column of its own is ticked or not."""

OneAnswer = CountInput | AmountInput | ShareInput | FlagInput | ChoiceInput
"""An input that is one answer: neither a list nor a table."""

Reading = Callable[[pl.Expr], pl.Expr]
"""The answers in texts, null where they are not plain."""


@frozen
class Read:
    """What was read from the cells of a column, and where something stands that was not."""

    values: pl.Series
    left: pl.Series


@frozen
class TextCell:
    """The cells of a column of text, for any input but a list of items."""

    column: str
    declared: OneAnswer

    def read(self, cells: pl.Series) -> Read:
        """The answers that are plain."""
        match self.declared:
            case CountInput():
                return _read(cells, _count, _count)
            case AmountInput():
                return _read(cells, _number, _number_of_any_kind)
            case ShareInput():
                return _read(cells, _number, _share_of_any_kind)
            case FlagInput() as declared:
                return _read_truth(cells, declared)
            case ChoiceInput() as declared:
                options = list(declared.options)
                return _read(cells, _option(options), _option(options))
            case _:
                assert_never(self.declared)

    def answer(self, cell: object) -> object:
        """The text itself, for a submission to read."""
        return _plain(cell)


@frozen
class TickCell:
    """The cells of a column of text for a tick: at an item, or at a row not applicable."""

    column: str
    declared: ItemsInput | FlagInput

    def read(self, cells: pl.Series) -> Read:
        """Whether it is ticked, where that is plain."""
        return _read_truth(cells, _WORDS)

    def answer(self, cell: object) -> object:
        """Whether it is ticked, or ``NumberError``."""
        text = _plain(cell)
        return None if text is None else _WORDS.read(text)


@frozen
class ListCell:
    """The cells of a column for a whole list, of which one ``item`` is looked for.

    They hold lists of items, or text with semicolons or commas between them; ``[]`` is no item.
    """

    column: str
    declared: ItemsInput
    item: str

    def read(self, cells: pl.Series) -> Read:
        """Whether the item is among them, where all of them are items, and none stands twice."""
        if isinstance(cells.dtype, pl.List):
            values = _of(lambda each: self._ticked(each.cast(pl.List(pl.String))), cells)
            return Read(values, cells.is_not_null() & values.is_null())
        return _read(cells, self._ticked_in_text, self._ticked_in_text)

    def _ticked(self, items: pl.Expr) -> pl.Expr:
        others = items.list.set_difference(list(self.declared.options))
        is_plain = (items.list.n_unique() == items.list.len()) & (others.list.len() == 0)
        return pl.when(is_plain).then(items.list.contains(self.item))

    def _ticked_in_text(self, text: pl.Expr) -> pl.Expr:
        parts = text.str.replace_all(",", ";", literal=True).str.split(";")
        stripped = parts.list.eval(pl.element().str.strip_chars())
        return pl.when(text == "[]").then(pl.lit(value=False)).otherwise(self._ticked(stripped))

    def answer(self, cell: object) -> object:
        """Whether the item is among them, or ``NumberError``."""
        items = _plain(cell) if isinstance(cell, str) else cell
        if items is None:
            return None
        found = _listed(items) if isinstance(items, str) else items
        return self.item in self.declared.read(reported(found))


Cell = TextCell | TickCell | ListCell
"""What is read from the cells of one column for one input, or for one item of a list."""


# Whole columns.


def _read(cells: pl.Series, quickly: Reading, thoroughly: Reading) -> Read:
    """What texts say: nearly all of them say it plainly, and only the others are tidied first."""
    texts = cells.cast(pl.String)
    values = _of(quickly, texts)
    left = texts.is_not_null() & values.is_null()
    places = left.arg_true()
    if places.len():
        rest = _of(lambda text: text.str.normalize("NFC").str.strip_chars(), texts.gather(places))
        again = _of(thoroughly, rest)
        values = values.scatter(places, again)
        left = left.scatter(places, again.is_null() & (rest != ""))
    return Read(values, left)


def _of(reading: Reading, texts: pl.Series) -> pl.Series:
    return texts.alias("").to_frame().select(reading(pl.col(""))).to_series()


def _count(text: pl.Expr) -> pl.Expr:
    return text.cast(pl.Int64, strict=False)


def _number(text: pl.Expr) -> pl.Expr:
    """The float whose shortest decimal is the number in a text that is short enough."""
    is_plain = text.str.contains(_POINT) & (text.str.len_bytes() <= _MOST_CHARACTERS)
    return pl.when(is_plain).then(text.cast(pl.Float64, strict=False))


def _share_of_any_kind(text: pl.Expr) -> pl.Expr:
    """Likewise of hundredths."""
    return _number_of_any_kind(text, _ANY_SHARE)


def _number_of_any_kind(text: pl.Expr, kinds: str = _ANY_MARK) -> pl.Expr:
    """Likewise with decimal commas, and of floats that were written in full."""
    machine = text.str.replace(",", ".", literal=True).str.replace(_PERCENT, "e-2")
    number = machine.cast(pl.Float64, strict=False)
    is_exact = (text.str.len_bytes() <= _MOST_CHARACTERS) | (number.cast(pl.String) == text)
    return pl.when(text.str.contains(kinds) & is_exact).then(number)


def _read_truth(cells: pl.Series, declared: FlagInput) -> Read:
    yes = sorted({*declared.yes_words, declared.yes})
    no = sorted({*declared.no_words, declared.no})

    def truth(word: pl.Expr) -> pl.Expr:
        is_yes = word.is_in(yes)
        return pl.when(is_yes | word.is_in(no)).then(is_yes)

    return _read(cells, truth, lambda text: truth(text.str.to_lowercase()))


def _option(options: list[str]) -> Reading:
    return lambda text: pl.when(text.is_in(options)).then(text)


# One by one.


def _plain(cell: object) -> str | None:
    """What stands in a cell of text, or ``None`` where there are only blanks."""
    return None if cell is None else normalize("NFC", str(cell)).strip() or None


def _listed(text: str) -> object:
    """The list that text holds: in JSON, or with marks between."""
    if not text.startswith("["):
        return [each.strip() for each in _PARTED.split(text)]
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
