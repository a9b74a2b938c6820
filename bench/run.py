"""Runs the benchmarks and prints the tables of README.md: medians, and their ratios in one run."""

import json
import platform
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import cases
import one_unit
import pytest
import tables

import rubrik

AIMS = {
    "`import rubrik`": "≤ 1.25×",
    "load again, from the file": "≤ 50 ms",
    "first load in a process, modules imported before": "≤ 50 ms",
    "load it, first in a process, modules imported before": "≤ 150 ms",
    "audit it, just loaded": "≤ 1 s",
    "classifying a sheet: all scales, every condition read": "≤ 0.1×",
    **dict(zip(cases.COHORTS, ("≤ 2 s", "≤ 1.25×"), strict=True)),
    **dict.fromkeys(list(cases.LIBRARY)[2:4], "≤ 2×"),
    **dict.fromkeys(list(cases.LIBRARY)[4:], "≤ 6×"),
    **one_unit.AIMS,
}
_HERE = Path(__file__).parent


def measured() -> Mapping[str, Any]:
    """What pytest-benchmark writes down of one run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "run.json")
        options = ["-q", "-p", "no:cacheprovider", "-o", f"pythonpath={_HERE}"]
        status = pytest.main([str(_HERE), *options, f"--benchmark-json={path}"])
        if status:
            sys.exit(status)
        found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found


def table(group: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """One group in Markdown; the first row is what the others are compared with."""
    base = _median(rows[0]) / _size(rows[0])
    lines = [(group, "median", "ratio", "aim"), ("---", "---:", "---:", "---:")]
    for row in rows:
        name, median = row["param"], _median(row)
        ratio = median / _size(row) / base
        lines.append((name, f"{median:.3f} ms", f"{ratio:.2f}×", AIMS.get(name, "")))
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _size(row: Mapping[str, Any]) -> int:
    """How many units were scored, where ratios are for one of them."""
    return cases.COHORTS.get(row["param"], 1)


def _median(row: Mapping[str, Any]) -> float:
    """Milliseconds; those of scoring are for one report."""
    seconds: float = row["stats"]["median"]
    reports = len(cases.REPORTS) if row["group"].startswith("Scoring") else 1
    return seconds / reports * 1000


def main() -> None:
    """Measure, and print the tables."""
    is_full = tables.is_full_asked(__doc__)
    run = measured()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    parts = [f"{run['datetime'][:10]}, {python}, rubrik {rubrik.__version__}"]
    for group, rows in groupby(run["benchmarks"], key=lambda row: row["group"]):
        parts.append(table(group, list(rows)))
    sys.stdout.write("\n\n".join(parts) + "\n\n")
    tables.show(is_full=is_full)


if __name__ == "__main__":
    main()
