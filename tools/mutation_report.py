"""Makes the page of the last result of mutation testing.

Usage: python tools/mutation_report.py RESULTS.jsonl > docs/reference/quality/mutation.md

What stands in mutation_reasons.toml says why a mutant survives: for each file, the numbers of
mutants for each reason.
"""

import json
import platform
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from math import sqrt
from pathlib import Path
from typing import Any

import rubrik
from mutants import MutableFile
from mutation import MODULES, SOURCE, files
from mutation_runs import SURVIVED

REASONS = Path(__file__).with_name("mutation_reasons.toml")
Row = Mapping[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Print the page."""
    lines = Path(arguments[0]).read_text("utf-8").splitlines()
    rows = {row["mutant"]: row for row in map(json.loads, lines)}
    reasons = dict(_reasons())
    survivors = sorted(
        (row for row in rows.values() if row["ended"] == SURVIVED),
        key=lambda row: (row["mutant"].partition(":")[0], row["line"]),
    )
    print(HEAD.format(**_versions()))
    print("\n".join(_table(list(rows.values()))))
    print(SURVIVORS)
    print("\n".join(_survivor(row, reasons.get(row["mutant"], "?")) for row in survivors))
    return 0


HEAD = """# Mutation testing: the last result

A mutant is the code with one small thing changed: `<` in the place of `<=`, a figure that is one
larger, an argument left out.
A mutant is *killed* where some test fails, and *survives* where none notices.
Branch coverage shows what is run; this shows what is checked.

Date: {date}.
Versions: rubrik {rubrik}, Python {python}, mutmut {mutmut} (its operators), pytest {pytest},
hypothesis {hypothesis}.
Command, with the extra `measure`:

```text
nice python tools/mutation.py RESULTS.jsonl
python tools/mutation_report.py RESULTS.jsonl > docs/reference/quality/mutation.md
```
"""

SURVIVORS = """
## Survivors

Every mutant that survived, with the reason.
"""


def _versions() -> dict[str, str]:
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "rubrik": rubrik.__version__,
        "python": platform.python_version(),
        **{each: version(each) for each in ("mutmut", "pytest", "hypothesis")},
    }


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield "| Module | Where | Mutants | Tried | Killed | Stopped | Survived | Noticed (95 %) |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    outside = {
        f"{path.relative_to(SOURCE)}:{number}": not change.in_function
        for module in MODULES
        for path in files(module)
        for number, change in enumerate(MutableFile(path).changes)
    }
    for module in (*MODULES, "all"):
        for is_outside, where in ((False, "in functions"), (True, "outside"), (None, "both")):
            made = {
                name
                for name, each in outside.items()
                if is_outside in (None, each) and _is_in(name, module)
            }
            tried = [row for row in rows if row["mutant"] in made]
            yield f"| `{module}` | {where} | {len(made)} | {_counts(tried)} |"


def _is_in(name: str, module: str) -> bool:
    return module == "all" or name.startswith((f"{module}.py", f"{module}/"))


def _counts(rows: Sequence[Row]) -> str:
    ended = Counter(row["ended"] for row in rows)
    noticed = len(rows) - ended[SURVIVED]
    share = _interval(noticed, len(rows)) if rows else "–"
    counts = (len(rows), ended["killed"], ended["stopped"], ended[SURVIVED])
    return f"{' | '.join(map(str, counts))} | {share}"


def _interval(noticed: int, tried: int) -> str:
    """The share, and Wilson's interval for it at 95 %: the mutants were drawn at random."""
    z, share = 1.96, noticed / tried
    middle = (share + z * z / (2 * tried)) / (1 + z * z / tried)
    half = z * sqrt(share * (1 - share) / tried + (z / (2 * tried)) ** 2) / (1 + z * z / tried)
    return f"{share:.1%} ({middle - half:.1%} to {min(1.0, middle + half):.1%})"


def _reasons() -> Iterator[tuple[str, str]]:
    for file, given in tomllib.loads(REASONS.read_text("utf-8")).items():
        for reason, numbers in given.items():
            yield from ((f"{file}:{number}", reason) for number in numbers)


def _survivor(row: Row, reason: str) -> str:
    file = row["mutant"].partition(":")[0]
    diff = "\n".join(row["diff"].splitlines()[:8])
    return f"`{file}` line {row['line']}: {reason}\n\n```diff\n{diff}\n```\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
