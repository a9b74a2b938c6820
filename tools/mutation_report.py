"""Makes the page of the last result of mutation testing.

Usage: python tools/mutation_report.py RESULTS.jsonl > docs/reference/quality/mutation.md

Why mutants survive stands in mutation_reasons.toml: single ones by file and number, or all whose
change looks like a pattern; the first reason that fits is given.
"""

import json
import platform
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import rubrik
from mutants import MutableFile
from mutation import MODULES, SOURCE, files
from mutation_ends import COLUMNS, SURVIVED, corrected, counts, failures

REASONS = Path(__file__).with_name("mutation_reasons.toml")
Row = Mapping[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Print the page."""
    lines = Path(arguments[0]).read_text("utf-8").splitlines()
    written = {row["mutant"]: row for row in map(json.loads, lines)}
    rows = {name: corrected(row) for name, row in written.items()}
    wrongly = sum(rows[name] != row for name, row in written.items())
    sys.stderr.write(f"{wrongly} of {len(rows)} rows say killed or stopped where the tool failed\n")
    survivors: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows.values(), key=lambda row: (_file(row), row["line"], row["mutant"])):
        if row["ended"] == SURVIVED:
            survivors[_reason(row)].append(row)
    print(HEAD.format(**_versions()))
    print("\n".join(_table(list(rows.values()))))
    print("\n".join((FAILURES, *failures(list(rows.values())))))
    print(SURVIVORS)
    print("\n\n".join(_survivors(why, survivors[why]) for why in sorted(survivors)))
    return 0


HEAD = """# Mutation testing: the last result

A mutant is the code with one small thing changed: `<` in the place of `<=`, a figure that is one
larger, an argument left out.
A mutant is *killed* where some test fails, and *survives* where none notices.
It is *stopped* where it takes ten times the processor time that the tests need, which is noticed.
Where the tool itself goes wrong, the try has *failed*: it counts as tried, and not as noticed.
Branch coverage shows what is run; this shows what is checked.

The operators are mutmut's.
mutmut's own runner changes neither decorated functions (our properties) nor what stands outside of
functions (fields of values, tables, patterns), so `tools/mutation.py` runs them over whole files.
Each mutant is tried in a forked process by the tests that reach the changed lines;
where it changes what runs at import, package and tests are imported again.
Left out is what no test can see: annotations, type variables, overloads, `__all__`,
what only the type checker reads and what it proves unreachable.
A change that leaves the text as it was, or drops a case that is never reached, is not tried.

Date: {date}.
Versions: rubrik {rubrik}, Python {python}, mutmut {mutmut} (its operators), pytest {pytest},
hypothesis {hypothesis}.
Command, with the extra `measure`:

```text
nice python tools/mutation.py RESULTS.jsonl
python tools/mutation_report.py RESULTS.jsonl > docs/reference/quality/mutation.md
```
"""

FAILURES = """
## Failed

Every mutant of which nothing is known, and what went wrong.
"""

SURVIVORS = """
## Survivors

Every mutant that survived, by the reason.
"""


def _versions() -> dict[str, str]:
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "rubrik": rubrik.__version__,
        "python": platform.python_version(),
        **{each: version(each) for each in ("mutmut", "pytest", "hypothesis")},
    }


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield f"| Module | Where | Changes | {COLUMNS} |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|--:|"
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
            yield f"| `{module}` | {where} | {len(made)} | {counts(tried)} |"


def _is_in(name: str, module: str) -> bool:
    return module == "all" or name.startswith((f"{module}.py", f"{module}/"))


_REASONS = tomllib.loads(REASONS.read_text("utf-8"))["reason"]


def _reason(row: Row) -> str:
    for reason in _REASONS:
        is_named = row["mutant"] in reason.get("mutants", ())
        if is_named or ("pattern" in reason and re.search(reason["pattern"], row["diff"])):
            return str(reason["why"])
    return "no reason is known: a test is missing"


def _file(row: Row) -> str:
    return str(row["mutant"].partition(":")[0])


def _survivors(why: str, rows: Sequence[Row]) -> str:
    return "\n".join((f"**{len(rows)}: {why}.**", "", *map(_survivor, rows)))


def _survivor(row: Row) -> str:
    before, after = (
        " ".join(line[1:].strip() for line in row["diff"].splitlines() if line.startswith(sign))
        for sign in "-+"
    )
    return f"- `{_file(row)}`, line {row['line']}: ``{before}`` → ``{after or 'nothing'}``"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
