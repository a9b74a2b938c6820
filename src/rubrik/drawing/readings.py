"""Readings as parts of a page: those in force, and all that a rubric offers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rubrik.drawing.markup import Html, element, joined
from rubrik.drawing.shapes import PROSE, TEXT, folded, lines, table
from rubrik.rubric import Reading
from rubrik.saying.readings import counted, question_of, reason_of, worded
from rubrik.saying.words import Words

__all__ = ["asked_of", "in_force", "offered"]


def __dir__() -> list[str]:
    return __all__


def asked_of(readings: Iterable[Reading]) -> Mapping[str, Sequence[Reading]]:
    """The readings by the codes of the rows that they are about."""
    found: dict[str, list[Reading]] = {}
    for each in readings:
        for code in each.nodes:
            found.setdefault(code, []).append(each)
    return found


def in_force(readings: Sequence[Reading], choices: Mapping[str, str], say: Words) -> Iterator[Html]:
    """The options that a sheet was made under, with how many of them are not the defaults."""
    if readings:
        others = sum(choices[each.id] != each.default for each in readings)
        title = f"{say('readings')}: {counted(len(readings), others, say)}"
        yield folded(title, _table(readings, choices, say))


def offered(readings: Sequence[Reading], choices: Mapping[str, str], say: Words) -> Iterator[Html]:
    """Every question that the print leaves open, with its answers and the one in force."""
    if readings:
        title = say("readings-offered", count=len(readings))
        yield folded(title, _table(readings, choices, say))


def _table(readings: Sequence[Reading], choices: Mapping[str, str], say: Words) -> Html:
    columns = ((say("column-reading"), TEXT), (say("column-code"), TEXT), ("", PROSE))
    rows = (
        (each.id, ", ".join(each.nodes), _question(each, choices[each.id], say))
        for each in readings
    )
    return table(columns, rows, len(readings), say)


def _question(reading: Reading, chosen: str, say: Words) -> Html:
    return lines(
        [
            question_of(reading, say),
            *_options(reading, chosen, say),
            element("span", reason_of(reading, say), class_="dim"),
        ]
    )


def _options(reading: Reading, chosen: str, say: Words) -> Iterator[Html]:
    for option in reading.options:
        default = f" {say('default')}" if option.id == reading.default else ""
        if option.id == chosen:
            yield element("span", f"● {worded(option)}{default}", class_="strong")
        else:
            yield joined(f"○ {worded(option)}{default}")
