"""Levels of two sheets beside each other."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from rubrik.classifier import Rating
from rubrik.cli.tables import heading, table
from rubrik.cli.terminal import plain
from rubrik.comparison import ComparedRating
from rubrik.saying.differences import level_or_nothing
from rubrik.saying.levels import subject_of
from rubrik.saying.words import Words

__all__ = ["compared_levels"]


def __dir__() -> list[str]:
    return __all__


def compared_levels(
    ratings: Sequence[ComparedRating], say: Words, *columns: str
) -> Iterator[RenderableType]:
    """The levels of both sheets beside each other, those that differ in bold."""
    shown = [each for each in ratings if _applies(each.first) or _applies(each.second)]
    if not shown:
        return
    drawn = table(say("column-scale"), columns[0], (), columns[1:])
    for each in shown:
        name = subject_of(each.rating, say)
        style = "bold" if each.is_changed else ""
        levels = (level_or_nothing(rating, say) for rating in (each.first, each.second))
        cells = (plain(level, style) for level in levels)
        drawn.add_row(plain(name, "" if each.rating.scale.decides else "dim"), *cells)
    yield heading(say("ratings"))
    yield drawn


def _applies(rating: Rating | None) -> bool:
    return rating is not None and rating.applies
