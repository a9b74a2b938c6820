import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import mutation_ends
from mutation_ends import corrected, counts, failures

TOOLS = Path(mutation_ends.__file__).parent

# In a process of its own, since that which is forked should have no threads.
TRIED = """
import json, os, signal, sys
from types import SimpleNamespace

from mutation_ends import Judge, forked

def failing():
    Judge().pytest_runtest_logreport(SimpleNamespace(failed=True, nodeid="test_a.py::test_b"))

def not_imported():
    Judge().pytest_collectreport(SimpleNamespace(failed=True, nodeid="test_a.py"))

def endless():
    while True:
        pass

tasks = {
    "passes": lambda: 0,
    "fails": failing,
    "is not imported": not_imported,
    "raises": lambda: {}["exact"],
    "leaves": lambda: sys.exit(1),
    "exit 1": lambda: 1,
    **{f"exit {code}": lambda code=code: code for code in (2, 3, 4, 5)},
    "endless": endless,
    "shot": lambda: os.kill(os.getpid(), signal.SIGKILL),
}
print(json.dumps({name: forked(task, 0.2) for name, task in tasks.items()}))
"""


def row(ended: str, by: str = "", mutant: str = "exact.py:1") -> dict[str, Any]:
    """What is written down of one mutant."""
    return {"mutant": mutant, "line": 7, "ended": ended, "by": by}


def test_only_what_a_test_reports_is_killed() -> None:
    """Errors of the tool, and what else ends it, are told apart from tests that fail."""
    run = subprocess.run(
        [sys.executable, "-c", TRIED], cwd=TOOLS, capture_output=True, check=True, text=True
    )

    assert {
        "passes": ["survived", "exit 0"],
        "fails": ["killed", "test_a.py::test_b"],
        "is not imported": ["killed", "import of test_a.py"],
        "raises": ["failed", "exit 3: KeyError('exact')"],
        "leaves": ["failed", "exit 3: SystemExit(1)"],
        "exit 1": ["failed", "exit 1"],
        "exit 2": ["failed", "exit 2"],
        "exit 3": ["failed", "exit 3"],
        "exit 4": ["failed", "exit 4"],
        "exit 5": ["failed", "exit 5"],
        "endless": ["stopped", "SIGPROF"],
        "shot": ["failed", "SIGKILL"],
    } == json.loads(run.stdout)


@pytest.mark.parametrize(
    ("ended", "by", "expected"),
    [
        ("killed", "test_a.py::test_b", "killed"),
        ("killed", "test_a.py::test_b[exit 3]", "killed"),
        ("killed", "import of test_a.py", "killed"),
        ("killed", "exit 3", "failed"),
        ("killed", "exit 1", "failed"),
        ("stopped", "SIGPROF", "stopped"),
        ("stopped", "SIGSEGV", "failed"),
        ("survived", "exit 0", "survived"),
        ("failed", "exit 3: KeyError('exact')", "failed"),
    ],
)
def test_older_rows_are_corrected(ended: str, by: str, expected: str) -> None:
    """What an older file calls killed by an exit, or stopped by a crash, has failed."""
    assert row(expected, by) == corrected(row(ended, by))


def test_what_failed_is_tried_and_not_noticed() -> None:
    """It has a column of its own, and lowers the share."""
    rows = [row("killed"), row("stopped"), row("survived"), row("failed")]

    assert "4 | 1 | 1 | 1 | 1 | 50.0%" == counts(rows)
    assert "0 | 0 | 0 | 0 | 0 | –" == counts([])


def test_what_failed_is_listed() -> None:
    """Each with what went wrong, in order; or it is said that there is none."""
    rows = [row("failed", "exit 4", "b.py:1"), row("killed"), row("failed", "SIGSEGV", "a.py:2")]

    assert ["- `a.py:2`, line 7: `SIGSEGV`", "- `b.py:1`, line 7: `exit 4`"] == list(failures(rows))
    assert ["None."] == list(failures([row("killed")]))
