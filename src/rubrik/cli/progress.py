"""How far a long run has come, drawn on standard error while a person waits there."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

__all__ = ["watched"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")

_FEW = 20  # they are read before anyone has seen a bar


def watched(things: Sequence[T], doing: str) -> Iterator[T]:
    """The things, one after another, with a bar that goes with them if there are many."""
    if len(things) <= _FEW or not sys.stderr.isatty():
        yield from things
    else:
        console = Console(stderr=True)
        yield from track(things, doing, console=console, transient=True)
