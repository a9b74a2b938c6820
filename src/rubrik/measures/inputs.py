"""The facts a rubric asks for: each declared once, with its label, kind, unit and domain."""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar, Final

from attrs import field, frozen

from rubrik import exact
from rubrik.errors import NumberError, RubrikError, meant
from rubrik.intervals import Interval
from rubrik.measures.domains import Domain
from rubrik.wording import Exact, Message, message, quoted

__all__ = [
    "OUT_OF_DOMAIN",
    "AmountInput",
    "ChoiceInput",
    "CountInput",
    "FlagInput",
    "Input",
    "ItemsInput",
    "NumberInput",
    "Reported",
    "ShareInput",
    "SourcePlace",
    "TableInput",
    "Value",
    "reported",
]


def __dir__() -> list[str]:
    return __all__


Reported = bool | int | str | tuple[object, ...]
"""One answer as a submission holds it: numbers that are not whole stand as exact text."""

Value = bool | int | Fraction | str | frozenset[str]
"""One answer as rules read it."""


_LONGEST_NUMBER: Final = 10**400  # a larger one stands as text: Python does not write any integer
_MOST_LEVELS: Final = 64  # of lists in lists: as many as in a file


def reported(value: object, levels: int = _MOST_LEVELS) -> Reported:
    """An answer as files hold it: whole numbers, truth and text as they are, lists as tuples.

    Raises:
        NumberError: what is none of these and no number either, or nested too deep.
    """
    match value:
        case bool() | str():
            return value
        case list() | tuple() if levels:
            return tuple(reported(each, levels - 1) for each in value)
        case set() | frozenset():
            return tuple(sorted(str(each) for each in value))
        case None:
            raise NumberError(message("number-absent"), message("leave-out"))
        case _:
            number = exact.rational(value)
            is_whole = number.denominator == 1 and abs(number) < _LONGEST_NUMBER
            return number.numerator if is_whole else exact.text(number)


OUT_OF_DOMAIN: Final = message("out-of-domain")
"""Why a value of the right kind is refused."""

_ZERO = Fraction(0)
_ONE = Fraction(1)
_LIKELY_PERCENTS = Interval(Fraction(2), Fraction(100))
_YES = frozenset({"có", "đạt", "true", "yes", "1", "x"})
_NO = frozenset({"không", "chưa", "chưa có", "chưa đạt", "không đạt", "false", "no", "0"})
_LOGICAL = frozenset({"true", "false"})
_AGREES = frozenset({"có", "đã", "đạt", "yes"})
_DENIES = frozenset({"không", "chưa", "no", "not", "none", "never", "without"})


@frozen(kw_only=True)
class SourcePlace:
    """Where a row was printed: the document, the row's first line, the lines of each of its texts.

    Spans are written as in ``"420-423,436"``.
    """

    file: str
    line: int
    name: str = ""
    printed: str = ""
    note: str = ""


@frozen(kw_only=True)
class _Declared:
    """What every declared input has."""

    name: str
    label: str
    definition: str = ""
    form: str = ""
    source: SourcePlace | None = None
    unscored: bool = False


@frozen(kw_only=True)
class CountInput(_Declared):
    """A whole number of things, zero or more, at most ``max`` where the facts have a limit."""

    kind: ClassVar[str] = "count"
    unit: str = ""
    max: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.max is not None and self.max < 0:
            raise NumberError(message("number-below", value=self.max, least=0))

    @property
    def domain(self) -> Domain:
        """The whole numbers from zero to ``max``."""
        high = None if self.max is None else Fraction(self.max)
        return Domain(Interval(_ZERO, high), integer=True)

    @property
    def allowed(self) -> Message:
        """The domain in words."""
        if self.max is None:
            return message("allowed-count")
        return message("allowed-count-up-to", max=self.max)

    def read(self, reported: Reported) -> int:
        """The count, or ``NumberError``."""
        value = reported if type(reported) is int else exact.count(reported)
        if value < 0 or (self.max is not None and value > self.max):
            raise NumberError(OUT_OF_DOMAIN)
        return value


@frozen(kw_only=True)
class AmountInput(_Declared):
    """An amount in a stated unit, zero or more; other units are other inputs, never converted."""

    kind: ClassVar[str] = "amount"
    unit: str

    @property
    def domain(self) -> Domain:
        """The rationals from zero up."""
        return Domain(Interval(_ZERO, None))

    @property
    def allowed(self) -> Message:
        """The domain in words."""
        if not self.unit:
            return message("allowed-number")
        return message("allowed-amount", unit=self.unit)

    def read(self, reported: Reported) -> Fraction:
        """The amount, or ``NumberError``."""
        return exact.amount(reported)


@frozen(kw_only=True)
class ShareInput(_Declared):
    """A share reported as such: ``"99,59%"``, ``"1/2"``, ``0.5``; above 100 % only if it may be.

    A stated growth may be ``below_zero`` too, down to -100 %.
    """

    kind: ClassVar[str] = "share"
    unit: ClassVar[str] = ""
    above_one: bool = False
    below_zero: bool = False

    @property
    def domain(self) -> Domain:
        """The rationals from 0, or from -1, to 1, or without an upper end."""
        low = -_ONE if self.below_zero else _ZERO
        return Domain(Interval(low, None if self.above_one else _ONE))

    @property
    def allowed(self) -> Message:
        """The domain in words."""
        least = -100 if self.below_zero else 0
        key = "allowed-share-above-one" if self.above_one else "allowed-share"
        return message(key, least=least)

    def read(self, reported: Reported) -> Fraction:
        """The share, or ``NumberError``."""
        value = exact.rational(reported)
        top, bottom = value.as_integer_ratio()
        if top < (-bottom if self.below_zero else 0) or (top > bottom and not self.above_one):
            raise NumberError(OUT_OF_DOMAIN, _as_percentage(value, reported))
        return value


def _as_percentage(value: Fraction, reported: Reported) -> Message | None:
    """How to write what was meant, where a whole of 100 makes more sense than one of 1."""
    is_meant = value in _LIKELY_PERCENTS and "%" not in str(reported)
    return message("write-percent", value=value) if is_meant else None


@frozen(kw_only=True)
class FlagInput(_Declared):
    """A yes or a no, in the words of the print, as ``true`` and ``false``, or in common words.

    Common words are "Có", "Đạt", "yes", "1" and "x", and "Không", "Chưa", "Chưa có", "Chưa đạt",
    "Không đạt", "no" and "0". They are refused where the printed yes begins like a no or the
    printed no like a yes ("Không vi phạm" against "Có vi phạm"): they could mean either.
    """

    kind: ClassVar[str] = "flag"
    yes: str = "Có"
    no: str = "Không"

    def __attrs_post_init__(self) -> None:
        if self.yes.casefold() == self.no.casefold():
            raise RubrikError(message("yes-is-no", word=quoted(self.yes)))

    @property
    def answers(self) -> tuple[bool, ...]:
        """Both answers."""
        return (True, False)

    @property
    def allowed(self) -> Message:
        """The domain in words."""
        return message("allowed-flag", yes=self.yes, no=self.no)

    @property
    def yes_words(self) -> frozenset[str]:
        """All words for a yes, in small letters; a printed word means what the print says."""
        return (self._common(_YES) | {self.yes.casefold()}) - {self.no.casefold()}

    @property
    def no_words(self) -> frozenset[str]:
        """All words for a no."""
        return (self._common(_NO) | {self.no.casefold()}) - {self.yes.casefold()}

    def _common(self, words: frozenset[str]) -> frozenset[str]:
        """Those of some common words that can mean only one of the printed ones."""
        is_turned = _first(self.yes) in _DENIES or _first(self.no) in _AGREES
        return words & _LOGICAL if is_turned else words

    def word(self, answer: bool) -> str:  # noqa: FBT001 - an answer, not a switch
        """The printed word for an answer."""
        return self.yes if answer else self.no

    def read(self, reported: Reported) -> bool:
        """The answer, or ``NumberError``."""
        if isinstance(reported, bool):
            return reported
        word = str(reported).strip().casefold()
        if word in self.yes_words:
            return True
        if word in self.no_words:
            return False
        raise NumberError(OUT_OF_DOMAIN)


def _first(words: str) -> str:
    """The first word, in small letters and without a comma behind it."""
    return next(iter(words.casefold().replace(",", " ").split()), "")


@frozen(kw_only=True)
class ChoiceInput(_Declared):
    """One of several printed options, each with an id."""

    kind: ClassVar[str] = "choice"
    options: Mapping[str, str] = field(hash=False)

    @property
    def answers(self) -> tuple[str, ...]:
        """The ids of the options."""
        return tuple(self.options)

    @property
    def allowed(self) -> Message:
        """The domain in words."""
        return message("allowed-choice", options=tuple(self.options))

    def word(self, answer: str) -> str:
        """The printed words of an option."""
        return self.options[answer]

    def read(self, reported: Reported) -> str:
        """The option's id, or ``NumberError``."""
        if isinstance(reported, str) and reported in self.options:
            return reported
        raise NumberError(OUT_OF_DOMAIN, meant(str(reported), self.options))


@frozen(kw_only=True)
class ItemsInput(_Declared):
    """Any number of items ticked in a printed list."""

    kind: ClassVar[str] = "items"
    options: Mapping[str, str] = field(hash=False)

    @property
    def allowed(self) -> Message:
        """The domain in words."""
        return message("allowed-items", options=tuple(self.options))

    def word(self, item: str) -> str:
        """The printed words of an item."""
        return self.options[item]

    def read(self, reported: Reported) -> frozenset[str]:
        """The ids of the ticked items, or ``NumberError``."""
        if not isinstance(reported, tuple):
            raise NumberError(OUT_OF_DOMAIN)
        ticked = frozenset(str(item) for item in reported)
        for item in sorted(ticked - self.options.keys()):
            raise NumberError(OUT_OF_DOMAIN, meant(item, self.options))
        if len(ticked) < len(reported):
            raise NumberError(OUT_OF_DOMAIN)
        return ticked


@frozen(kw_only=True)
class TableInput(_Declared):
    """A table with one row per service: a part and a whole in each, read as a ratio per row.

    Rules read its aggregates by name: ``rows`` (how many), ``sum`` and ``mean`` (of the ratios).
    Each may be reported itself instead of the table. ``empty_row`` is the ratio of a 0/0 row; where
    it is not stated such a row leaves sum and mean undefined, and they count as not reported.
    """

    kind: ClassVar[str] = "table"
    part: str
    whole: str
    rows: str = ""
    sum: str = ""
    mean: str = ""
    empty_row: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        if self.empty_row is not None and not _ZERO <= self.empty_row <= _ONE:
            raise NumberError(message("row-outside", value=Exact(self.empty_row)))

    @property
    def allowed(self) -> Message:
        """The domain in words."""
        return message("allowed-table", part=self.part, whole=self.whole)

    @property
    def aggregates(self) -> "tuple[NumberInput, ...]":
        """The inputs that its named aggregates are."""
        counted = CountInput(name=self.rows, label=self.label, form=self.form)
        summed = AmountInput(name=self.sum, label=self.label, unit="", form=self.form)
        mean = ShareInput(name=self.mean, label=self.label, form=self.form)
        return tuple(each for each in (counted, summed, mean) if each.name)

    def read(self, reported: Reported) -> tuple[Fraction | None, ...]:
        """The ratio of every row (``None``: 0/0), or ``NumberError``."""
        if not isinstance(reported, tuple):
            raise NumberError(OUT_OF_DOMAIN)
        return tuple(self._ratio(row) for row in reported)

    def _ratio(self, row: object) -> Fraction | None:
        if not (isinstance(row, tuple) and len(row) == 2):  # noqa: PLR2004 - part and whole
            raise NumberError(OUT_OF_DOMAIN)
        part, whole = (exact.count(cell) for cell in row)
        if part > whole:
            raise NumberError(OUT_OF_DOMAIN)
        return self.empty_row if whole == 0 else Fraction(part, whole)

    def facts(self, ratios: tuple[Fraction | None, ...]) -> dict[str, Value]:
        """What the rows say, by the names of the aggregates."""
        found: dict[str, Value] = {self.rows: len(ratios)}
        known = [ratio for ratio in ratios if ratio is not None]
        if len(known) == len(ratios):
            total = sum(known, _ZERO)
            found[self.sum] = total
            if ratios:
                found[self.mean] = total / len(ratios)
        found.pop("", None)
        return found


NumberInput = CountInput | AmountInput | ShareInput
"""An input that is one number."""

Input = NumberInput | FlagInput | ChoiceInput | ItemsInput | TableInput
"""One declared fact that a unit reports: a closed union."""
