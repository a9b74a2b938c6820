"""The terminal: how wide it is, and what drawn things look like on it as text."""

import os
import sys
from io import StringIO
from shutil import get_terminal_size

from rich.console import Console, RenderableType
from rich.text import Text

from rubrik.saying.foreign import visible

__all__ = ["WIDE", "drawn", "plain", "width"]


def __dir__() -> list[str]:
    return __all__


WIDE = 120
"""How wide output is where no terminal and no ``COLUMNS`` says otherwise."""

_NARROWEST = 60
_WIDEST = 1000


def width() -> int:
    """How many columns output may have; a terminal knows, elsewhere ``COLUMNS`` says."""
    if sys.stdout.isatty():
        found = get_terminal_size((WIDE, 0)).columns
    else:
        stated = os.environ.get("COLUMNS", "")
        found = int(stated) if stated.isdecimal() and int(stated) > 0 else WIDE
    return min(max(found, _NARROWEST), _WIDEST)


def drawn(*things: RenderableType) -> str:
    """What is shown of things on standard output, as text, without blanks at the ends of lines.

    It has colours only for a terminal that shows them.
    """
    page = StringIO()  # rich would leave the program by itself where standard output is closed
    console = Console(
        file=page,
        width=width(),
        force_terminal=sys.stdout.isatty() or None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(*things, sep="\n")
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def plain(text: str, style: str = "") -> Text:
    """Foreign text, drawn as it stands: no markup in it is followed, no control code is sent."""
    return Text(visible(text.strip()), style)
