"""Prints the tables of README.md: medians and ratios of one interleaved run.

The two sides of a comparison take turns, so that what slows the machine slows both; the ratio is
that of their medians. Imports and first loads are measured in fresh interpreters.
"""

import gc
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from statistics import median
from time import perf_counter

import cases

import rubrik

INTERPRETERS = 21
ROUNDS = 151
LOADS = 15

_TIMED = "from time import perf_counter as now; {first}; t = now(); {code}; print(now() - t)"
_PEERS = "import attrs, cattrs"
_WHOLE = "import rubrik; [getattr(rubrik, name) for name in rubrik.__all__]"
_LOAD = f"rubrik.load({cases.SLUG!r})"


def in_fresh_interpreter(code: str, first: str = "pass") -> float:
    """The seconds that ``code`` takes in an interpreter of its own, after ``first``."""
    command = [sys.executable, "-I", "-c", _TIMED.format(first=first, code=code)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - our own interpreter


def timed(calls: Iterable[Callable[[], object]]) -> float:
    """The seconds that one of ``calls`` takes on average, without collecting garbage meanwhile."""
    calls = list(calls)
    gc.disable()
    start = perf_counter()
    for call in calls:
        call()
    taken = perf_counter() - start
    gc.enable()
    return taken / len(calls)


def medians(sides: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median time of every side; in each round each takes one turn."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds):
        names = list(sides)[:: -1 if number % 2 else 1]
        for name in names:
            taken[name].append(sides[name]())
    return {name: median(times) for name, times in taken.items()}


def imports() -> list[tuple[str, ...]]:
    """Importing, against the two libraries that the core needs."""
    sides = {
        "`import attrs, cattrs`": partial(in_fresh_interpreter, _PEERS),
        "`import rubrik`": partial(in_fresh_interpreter, "import rubrik"),
        "`import rubrik`, and every public name used": partial(in_fresh_interpreter, _WHOLE),
    }
    return rows(medians(sides, INTERPRETERS), aims={"`import rubrik`": "≤ 1.25×"})


def loads() -> list[tuple[str, ...]]:
    """Loading the Thanh Hóa rubric from its file."""
    fresh = {
        "first load in a process, the library's modules included": partial(
            in_fresh_interpreter, _LOAD, "import rubrik"
        ),
        "first load in a process, modules imported before": partial(
            in_fresh_interpreter, _LOAD, _WHOLE
        ),
    }
    warm = {
        "load again, from the file": partial(timed, [partial(rubrik.load, cases.RUBRIC_FILE)]),
    }
    found = {**medians(fresh, INTERPRETERS), **medians(warm, LOADS)}
    return [(name, shown(time), "", "≤ 50 ms") for name, time in found.items()]


def scores() -> list[tuple[str, ...]]:
    """Scoring one complete submission, against the function written by hand."""
    cases.assert_same_points()
    sides = {
        "by hand: the points of every row and the total": cases.HAND,
        **cases.LIBRARY,
    }
    aims = dict(zip(cases.LIBRARY, ("", "", "≤ 2×", "≤ 2×", "≤ 6×", "≤ 6×", "≤ 6×"), strict=True))
    turns = {
        name: partial(timed, [partial(case, report) for report in cases.REPORTS])
        for name, case in sides.items()
    }
    return rows(medians(turns, ROUNDS), aims)


def rows(found: Mapping[str, float], aims: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Lines of the table; the first side is what the others are compared with."""
    base = next(iter(found.values()))
    return [
        (name, shown(time), f"{time / base:.2f}×", aims.get(name, ""))
        for name, time in found.items()
    ]


def shown(seconds: float) -> str:
    """A time in milliseconds."""
    return f"{seconds * 1000:.3f} ms"


def table(title: str, lines: list[tuple[str, ...]]) -> str:
    """One table in Markdown."""
    head = [(title, "median", "ratio", "aim"), ("---", "---:", "---:", "---:")]
    return "\n".join("| " + " | ".join(line) + " |" for line in [*head, *lines])


def main() -> None:
    """Measure, and print the tables."""
    today = datetime.now(UTC).date().isoformat()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    parts = [
        f"{today}, {python}, rubrik {rubrik.__version__}",
        table("Importing, in fresh interpreters", imports()),
        table("Loading `thanh-hoa/cap-xa-2023`", loads()),
        table("Scoring a complete report", scores()),
    ]
    sys.stdout.write("\n\n".join(parts) + "\n")


if __name__ == "__main__":
    main()
