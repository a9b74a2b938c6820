"""Coverage of code that is called from threads which Python has not started.

Polars calls back from threads of its own, where whoever traces Python code sees nothing unless the
trace is taken up there.
"""

import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import polars as pl
import pytest
from polars.io import plugins

__all__ = ["seen"]


def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything that Polars calls back be seen by a trace that is set for all threads."""
    map_batches, register = pl.LazyFrame.map_batches, plugins.register_io_source

    def mapped(frame: pl.LazyFrame, function: Callable[..., Any], **options: Any) -> pl.LazyFrame:  # noqa: ANN401 - whatever it takes
        return map_batches(frame, _traced(function), **options)

    def registered(source: Callable[..., Iterator[Any]], **options: Any) -> pl.LazyFrame:  # noqa: ANN401 - likewise
        return register(lambda *arguments: _traced_one_by_one(source(*arguments)), **options)

    monkeypatch.setattr(pl.LazyFrame, "map_batches", mapped)
    monkeypatch.setattr(plugins, "register_io_source", registered)


def _traced(function: Callable[..., Any]) -> Callable[..., Any]:
    def called(*arguments: Any) -> Any:  # noqa: ANN401 - whatever the function takes and gives
        sys.settrace(threading.gettrace())
        return function(*arguments)

    return called


def _traced_one_by_one(things: Iterator[Any]) -> Iterator[Any]:
    following = _traced(lambda: next(things, None))
    while (thing := following()) is not None:
        yield thing
