"""How a mutant that is tried ends, in a forked process: by what the tests notice, or otherwise.

Where the tool itself goes wrong, nothing was noticed.
"""

import os
import re
import resource
import signal
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

__all__ = [
    "COLUMNS",
    "FAILED",
    "KILLED",
    "STOPPED",
    "SURVIVED",
    "Judge",
    "corrected",
    "counts",
    "failures",
    "forked",
]

SURVIVED, KILLED, STOPPED, FAILED = "survived", "killed", "stopped", "failed"
MEMORY = 2 * 1024**3
COLUMNS = "Tried | Killed | Stopped | Survived | Failed | Noticed"
Row = Mapping[str, Any]

_SAID = 200
_TIMER = signal.SIGPROF.name


class Judge:
    """A plugin that leaves the process as soon as a test fails, and says which one."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A failure ends it."""
        if report.failed:
            os.write(_SAID, report.nodeid.encode())
            os._exit(1)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """So does a file of tests that cannot be imported."""
        if report.failed:
            os.write(_SAID, f"import of {report.nodeid}".encode())
            os._exit(1)


def forked(task: Callable[[], int], seconds: float) -> tuple[str, str]:
    """How a task ends in a process of its own with so much processor time, and by what."""
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            code = 3
            try:
                _limited(seconds, said.fileno())
                code = task()
            except BaseException as error:  # noqa: BLE001 - whatever it is, the parent tells of it
                os.write(_SAID, repr(error).encode(errors="replace"))
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        said.seek(0)
        by = said.read().decode(errors="replace")
    return _ended(status, by)


def _ended(status: int, said: str) -> tuple[str, str]:
    """Killed is only what ``Judge`` says so of, and stopped what used up its time."""
    if os.WIFSIGNALED(status):
        by = signal.Signals(os.WTERMSIG(status)).name
        return STOPPED if by == _TIMER else FAILED, by
    code = os.WEXITSTATUS(status)
    if code == 1 and said:
        return KILLED, said
    by = f"exit {code}: {said}" if said else f"exit {code}"
    return FAILED if code else SURVIVED, by


def _limited(seconds: float, said: int) -> None:
    """Output goes nowhere, but for what is said: the parent reads it in the file it names."""
    os.dup2(said, _SAID)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nowhere, number)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def corrected(row: Row) -> Row:
    """A row as it would be written now: older files say killed, or stopped, of what failed."""
    exited = row["ended"] == KILLED and re.fullmatch(r"exit \d+", row["by"])
    crashed = row["ended"] == STOPPED and row["by"] != _TIMER
    return {**row, "ended": FAILED} if exited or crashed else row


def counts(rows: Sequence[Row]) -> str:
    """The cells of ``COLUMNS``."""
    ended = Counter(row["ended"] for row in rows)
    noticed = ended[KILLED] + ended[STOPPED]
    share = f"{noticed / len(rows):.1%}" if rows else "–"
    cells = (len(rows), *(ended[each] for each in (KILLED, STOPPED, SURVIVED, FAILED)), share)
    return " | ".join(map(str, cells))


def failures(rows: Sequence[Row]) -> Iterator[str]:
    """A line for each mutant of which nothing is known, since the tool itself went wrong."""
    failed = sorted((row for row in rows if row["ended"] == FAILED), key=lambda row: row["mutant"])
    if not failed:
        yield "None."
    for row in failed:
        yield f"- `{row['mutant']}`, line {row['line']}: `{row['by']}`"
