"""Makes the tables of the last result of fuzzing, in Markdown.

Usage: python tools/fuzz_report.py RESULTS.jsonl
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
HEAD = (
    "| Target | Cases drawn | Cases | Let in | Refused | Wrong | Minutes | Slowest | Peak memory |",
    "|---|---|--:|--:|--:|--:|--:|--:|--:|",
)


def main(arguments: Sequence[str]) -> int:
    """Print one row for each target and way of drawing, and the sum."""
    rows = [json.loads(line) for line in Path(arguments[0]).read_text("utf-8").splitlines()]
    kinds: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        kinds[row["target"], "by coverage" if row.get("guided") else "by seed"].append(row)
    print("\n".join(HEAD))
    print("\n".join(_row(f"`{target}`", drawn, kinds[target, drawn]) for target, drawn in kinds))
    print(_row("all", "", rows))
    print("\n".join(_found(rows)))
    return 0


def _row(target: str, drawn: str, rows: Sequence[Row]) -> str:
    counts = [sum(row.get(key, 0) for row in rows) for key in _COUNTED]
    minutes = sum(row["seconds"] for row in rows) / 60
    slowest = max(row["slowest"] for row in rows)
    peak = max(row["peak_megabytes"] for row in rows)
    shown = " | ".join(f"{count:,}".replace(",", " ") for count in counts)
    return f"| {target} | {drawn} | {shown} | {minutes:.0f} | {slowest:.3f} s | {peak} MB |"


_COUNTED = ("cases", "let in", "refused", "wrong")


def _found(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        for place, kept in row["found"].items():
            yield f"- `{row['target']}`: {place}, `--case {kept['case']}`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
