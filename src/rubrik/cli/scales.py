"""Scales as a person reads them: every level with what it asks for, and what shuts a unit out."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rubrik.cli.tables import bare, heading, indented
from rubrik.cli.terminal import plain
from rubrik.rubric import Interpretation
from rubrik.saying.scales import Asked, named, titled
from rubrik.saying.words import Words

__all__ = ["levels"]


def __dir__() -> list[str]:
    return __all__


def levels(read: Interpretation, say: Words) -> Iterator[RenderableType]:
    """Every scale of a rubric with its levels, what each asks for, and its vetoes."""
    if read.scales:
        yield heading(say("scales", count=len(read.scales)))
    for scale in read.scales.values():
        yield Text()
        yield plain(titled(scale, say), "bold")
        asked = Asked(scale, read, say)
        grid = bare()
        for level in scale.levels:
            grid.add_row(plain(named(level)), plain(asked.all_of(level.conditions)))
        if scale.below:
            grid.add_row(plain(scale.below), say("level-below"))
        yield indented(grid)
        yield from (indented(plain(each)) for each in asked.vetoes())
