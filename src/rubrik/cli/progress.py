"""How far a long run has come, drawn on standard error while a person waits there."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from attrs import frozen
from rich.console import Console
from rich.progress import Progress, TaskID, track

__all__ = ["Meter", "metered", "watched"]


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


@frozen
class Meter:
    """A bar that is told how much there is to do, and how much more of it is done."""

    _bar: Progress
    _task: TaskID

    def of(self, total: int) -> None:
        """So much there is."""
        self._bar.update(self._task, total=total)

    def by(self, more: int) -> None:
        """So much more is done; told by any thread."""
        self._bar.advance(self._task, more)


@contextmanager
def metered(doing: str) -> Iterator[Meter]:
    """A bar for one long task; where nobody looks there is nothing to see."""
    console, is_seen = Console(stderr=True), sys.stderr.isatty()
    with Progress(console=console, transient=True, disable=not is_seen) as bar:
        yield Meter(bar, bar.add_task(doing, total=None))
