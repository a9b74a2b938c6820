"""Reading what a unit reports at sight: what is plainly right, and nothing else."""

from collections.abc import Callable, Container, Iterable, Mapping
from contextlib import suppress
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from rubrik.compiled.source import Source
from rubrik.compiled.values import Values
from rubrik.errors import NumberError
from rubrik.measures import (
    OUT_OF_DOMAIN,
    ChoiceInput,
    CountInput,
    FlagInput,
    Input,
    Known,
    Reported,
    TableInput,
    Value,
    reported,
)
from rubrik.rubric import Interpretation

__all__ = ["Reader", "reader"]


def __dir__() -> list[str]:
    return __all__


_LARGEST: Final = 2**63
"""The largest count that is taken at sight."""


@frozen(eq=False)
class Reader:
    """How the inputs of a rubric are read, under one reading of it."""

    _inputs: Mapping[str, Input]
    _numbers: Mapping[str, Callable[[Any], Value]]
    _most: Mapping[str, int]
    _flags: Container[str]
    _words: Mapping[str, Mapping[str, Value]]
    _is_sound: Callable[[Known], bool]

    def read(self, given: Mapping[str, Reported]) -> dict[str, Value] | None:
        """What is known of values as a submission holds them, or ``None`` where it is not accepted.

        Why they are refused, if they are, is for the ordinary intake to say.
        """
        return self._known(given, lambda value: value)

    def take(self, given: Mapping[str, object]) -> dict[str, Value] | None:
        """The same for values of any kind that a submission takes."""
        return self._known(given, reported)

    def _known(
        self, given: Mapping[str, Any], convert: Callable[[Any], Reported]
    ) -> dict[str, Value] | None:
        known = dict(given)
        try:
            known |= self._read(self._others(given), known, convert)
        except NumberError:
            return None
        return known if self._is_sound(known) else None

    def _others(self, given: Mapping[str, Any]) -> list[str]:
        """Names of what is more than a count inside its limits or a plain yes or no."""
        at_most, flags = self._most.get, self._flags
        return [
            name
            for name, value in given.items()
            if not (
                0 <= value <= at_most(name, -1)
                if type(value) is int
                else type(value) is bool and name in flags
            )
        ]

    def _read(
        self, names: Iterable[str], known: dict[str, Any], convert: Callable[[Any], Reported]
    ) -> dict[str, Value]:
        """Put in what is read of some inputs; what tables say comes back, and goes in last."""
        tables: dict[str, Value] = {}
        for name in names:
            value, number, words = known[name], self._numbers.get(name), self._words.get(name)
            if words is not None and type(value) is str and value in words:
                known[name] = words[value]
            elif number is not None and _is_near(value):
                known[name] = number(value)
            else:
                self._read_as_told(name, known, tables, convert)
        return tables

    def _read_as_told(
        self,
        name: str,
        known: dict[str, Any],
        tables: dict[str, Value],
        convert: Callable[[Any], Reported],
    ) -> None:
        match self._inputs.get(name):
            case None:
                raise NumberError(OUT_OF_DOMAIN)
            case TableInput() as table:
                tables |= table.facts(table.read(convert(known.pop(name))))
            case declared:
                known[name] = declared.read(convert(known[name]))


def _is_near(value: Any) -> bool:  # noqa: ANN401 - whatever a caller has
    """Whether reading a number says all that is to be said of it: its length need not be asked."""
    kind = type(value)
    if kind is int or kind is Fraction:
        near: bool = abs(value.numerator) < _LARGEST > value.denominator
        return near
    return kind is str or kind is float


def reader(read: Interpretation) -> Reader:
    """How inputs are read under one reading of a rubric, made once."""
    if "reader" not in read.engines:
        read.engines["reader"] = _reader(read)
    found: Reader = read.engines["reader"]
    return found


def _reader(read: Interpretation) -> Reader:
    inputs = read.declared.inputs
    counts = [each for each in inputs.values() if isinstance(each, CountInput)]
    flags = [each for each in inputs.values() if isinstance(each, FlagInput)]
    return Reader(
        inputs,
        {name: each.read for name, each in read.declared.numbers.items()},
        {each.name: _LARGEST if each.max is None else min(each.max, _LARGEST) for each in counts},
        {each.name for each in flags},
        {each.name: _words(each) for each in inputs.values() if isinstance(each, _Answered)},
        _soundness(read),
    )


_Answered = FlagInput | ChoiceInput


def _words(declared: _Answered) -> dict[str, Value]:
    """What the printed words of an input, or the ids of its options, are read as."""
    found: dict[str, Value] = {}
    for word in _printed(declared):
        with suppress(NumberError):  # blanks around a printed word
            found[word] = declared.read(word)
    return found


def _printed(declared: _Answered) -> tuple[str, ...]:
    return (declared.yes, declared.no) if isinstance(declared, FlagInput) else declared.answers


def _soundness(read: Interpretation) -> Callable[[Known], bool]:
    """The function that says whether parts fit into their wholes and all constraints hold."""
    source = Source()
    values = Values(source, read.declared)
    for part, whole in {(each.ratio, each.of) for each in read.ratios if not each.above_one}:
        with source.under(f"if not ({values.missing(whole.names)})"):
            parts = [f"({values.input(name)} or 0)" for name in part.names]
            _refuse(source, source.sum(parts), source.sum(values.weighted(whole)))
    for terms, constant in (each for stated in read.constraints for each in stated.sums):
        with source.under(f"if not ({values.missing(terms.names)})"):
            _refuse(source, source.sum(values.weighted(terms)), source.exactly(-constant))
    source.put("return True")
    made: Callable[[Known], bool] = source.function(source.text("known", values.head()))
    return made


def _refuse(source: Source, found: str, most: str) -> None:
    """Say no where a number is more than another one."""
    with source.under(f"if {found} > {most}"):
        source.put("return False")
