"""One run over a Parquet file in a process of its own: how long it took, and how much memory.

``collect`` has the table in memory first, and counts what comes on top of it; ``sink`` streams from
file to file. What is found is printed as JSON.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import polars as pl
from frame_tables import RUBRIC

from rubrik import frames

__all__ = ["in_a_process"]


def in_a_process(how: str, path: Path) -> Mapping[str, Any]:
    """What a run in a fresh process has to say."""
    command = [sys.executable, __file__, how, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this very file
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def _collected(path: Path) -> Mapping[str, Any]:
    table = pl.read_parquet(path).rechunk()
    scored = frames.certify(RUBRIC, frames.score(RUBRIC, table.lazy()))
    before = _memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak starts anew
    found = scored.collect(engine="streaming")
    results = found.drop(table.columns)
    return {"beyond": _memory("VmHWM") - before, "out": results.estimated_size()}


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


_RUNS: Final = {"collect": _collected, "sink": _sunk}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(_RUNS[sys.argv[1]](Path(sys.argv[2]))))
