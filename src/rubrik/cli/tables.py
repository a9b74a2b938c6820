"""The shapes that everything is drawn in: tables that wrap and never cut, headings, grids."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

__all__ = ["SIDE_BY_SIDE", "bare", "heading", "indented", "stacked", "table"]


def __dir__() -> list[str]:
    return __all__


SIDE_BY_SIDE = 110
"""From this width on long texts have columns of their own; below they stand under each other."""


def table(
    first: str,
    text: str,
    numbers: Sequence[str],
    others: Sequence[str] = (),
    *,
    has_lines: bool = True,
) -> Table:
    """A table of a short column, one that wraps, numbers, and more that wrap.

    Lines stand between the rows, so that wrapped ones can be told apart without colours; not where
    most rows are one line.
    """
    drawn = Table(box=box.HORIZONTALS, show_lines=has_lines, collapse_padding=True, pad_edge=False)
    drawn.add_column(first, no_wrap=bool(numbers), overflow="fold")
    drawn.add_column(text, overflow="fold")
    for each in numbers:
        drawn.add_column(each, justify="right", no_wrap=True)
    for each in others:
        drawn.add_column(each, overflow="fold")
    return drawn


def bare() -> Table:
    """A grid of names and values, without lines."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def heading(text: str) -> Text:
    """A title with an empty line above it."""
    return Text(f"\n{text}", "bold")


def stacked(*parts: RenderableType) -> Group:
    """Texts under each other in one cell, those after the first set in a little."""
    first, *others = parts
    return Group(first, *(indented(each) for each in others))


def indented(thing: RenderableType, by: int = 2) -> Padding:
    """A thing set in from the left."""
    return Padding(thing, (0, 0, 0, by))
