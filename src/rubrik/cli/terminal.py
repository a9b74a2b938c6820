"""The terminal: how wide it is, and what drawn things look like on it as text."""

import os
import sys

from rich.console import Console, RenderableType
from rich.text import Text

__all__ = ["WIDE", "console", "drawn", "plain", "visible"]


def __dir__() -> list[str]:
    return __all__


WIDE = 120
"""How wide output is where no terminal and no ``COLUMNS`` says otherwise."""

_NARROWEST = 60


def console() -> Console:
    """A console for standard output: colours only on a terminal that shows them."""
    made = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False)
    width = made.width if sys.stdout.isatty() else _columns()
    made.width = max(width, _NARROWEST)
    return made


def _columns() -> int:
    stated = os.environ.get("COLUMNS", "")
    return int(stated) if stated.isdecimal() and int(stated) > 0 else WIDE


def drawn(on: Console, *things: RenderableType) -> str:
    """What the console would show, as text, without blanks at the ends of lines."""
    with on.capture() as shown:
        on.print(*things, sep="\n")
    return "".join(f"{line.rstrip()}\n" for line in shown.get().splitlines())


def plain(text: str, style: str = "") -> Text:
    """Foreign text, drawn as it stands: no markup in it is followed, no control code is sent."""
    return Text(visible(text.strip()), style)


def visible(text: str) -> str:
    """Text whose control codes are written out; line breaks are left."""
    return "".join(each if each.isprintable() or each == "\n" else _code(each) for each in text)


def _code(character: str) -> str:
    return ascii(character)[1:-1]
