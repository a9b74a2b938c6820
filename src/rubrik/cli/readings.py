"""Readings in words: those a rubric offers, and those that a sheet was made under."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rubrik.cli.tables import bare, heading, indented
from rubrik.cli.terminal import plain
from rubrik.rubric import Reading
from rubrik.saying.readings import counted, question_of, reason_of, worded
from rubrik.saying.words import Words

__all__ = ["offered", "readings_in_force"]


def __dir__() -> list[str]:
    return __all__


def readings_in_force(
    offered: Sequence[Reading], choices: Mapping[str, str], say: Words, *, in_full: bool
) -> Group:
    """Which options a sheet was made under: all of them, or only those that are not defaults."""
    others = [each for each in offered if choices[each.id] != each.default]
    count = counted(len(offered), len(others), say)
    shown = offered if in_full else others
    grid = bare()
    for each in shown:
        option = each.option(choices[each.id])
        mark = "" if option.id == each.default else f" {say('not-default')}"
        grid.add_row(plain(each.id), plain(f"{worded(option)}{mark}"))
    hint = () if in_full or not offered else (Text(say("readings-hint"), "dim"),)
    return Group(heading(say("readings")), count, *([grid] if shown else ()), *hint)


def offered(readings: Sequence[Reading], choices: Mapping[str, str], say: Words) -> Group:
    """Every question that the print leaves open, with its answers and the one in force."""
    parts: list[RenderableType] = [heading(say("readings-offered", count=len(readings)))]
    for each in readings:
        parts.extend(_question(each, choices[each.id], say))
    return Group(*parts)


def _question(reading: Reading, chosen: str, say: Words) -> Iterator[RenderableType]:
    yield Text()
    yield plain(f"{reading.id} ({', '.join(reading.nodes)})", "bold")
    yield indented(plain(question_of(reading, say)))
    for option in reading.options:
        mark = "●" if option.id == chosen else "○"
        default = f" {say('default')}" if option.id == reading.default else ""
        yield indented(plain(f"{mark} {worded(option)}{default}"), 4)
    yield indented(plain(reason_of(reading, say), "dim"))
