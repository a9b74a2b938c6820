"""One run over a Parquet file in a process of its own: how long it took, and how much memory.

``collect`` maps the table into memory, from a file in Arrow's format, and watches the memory that
is no file's: what comes on top of the table. ``sink`` streams from Parquet to Parquet. What is
found is printed as JSON.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import Any, Final

import polars as pl
from frame_tables import RUBRIC
from pyarrow import ipc, memory_map

from rubrik import frames

__all__ = ["in_a_process"]


def in_a_process(how: str, path: Path) -> Mapping[str, Any]:
    """What a run in a fresh process has to say."""
    command = [sys.executable, __file__, how, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this very file
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def _collected(path: Path) -> Mapping[str, Any]:
    mapped = path.with_suffix(".arrow")
    pl.scan_parquet(path).sink_ipc(mapped, compression="uncompressed")
    found = in_a_process("mapped", mapped)
    mapped.unlink()
    return found


def _mapped(path: Path) -> Mapping[str, Any]:
    table = pl.from_arrow(ipc.open_file(memory_map(str(path))).read_all())
    assert isinstance(table, pl.DataFrame)
    scored = frames.certify(RUBRIC, frames.score(RUBRIC, table.lazy()))
    before, peak, is_done = _memory("RssAnon"), [0], Event()

    def watch() -> None:
        while not is_done.wait(0.002):
            peak[0] = max(peak[0], _memory("RssAnon"))

    watcher = Thread(target=watch)
    watcher.start()
    found = scored.collect(engine="streaming")
    is_done.set()
    watcher.join()
    return {"beyond": peak[0] - before, "out": found.drop(table.columns).estimated_size()}


def _sunk(path: Path) -> Mapping[str, Any]:
    target = path.with_suffix(".scored")
    start = perf_counter()
    frames.certify(RUBRIC, frames.score(RUBRIC, pl.scan_parquet(path))).sink_parquet(target)
    seconds = perf_counter() - start
    target.unlink()
    return {"seconds": seconds, "peak": _memory("VmHWM")}


def _memory(name: str) -> int:
    """A figure of this process, in bytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (found,) = (line.split()[1] for line in lines if line.startswith(f"{name}:"))
    return int(found) * 1024


_RUNS: Final = {"collect": _collected, "mapped": _mapped, "sink": _sunk}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(_RUNS[sys.argv[1]](Path(sys.argv[2]))))
