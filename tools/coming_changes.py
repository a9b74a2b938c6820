"""What the next release will say, for the page of changes: it waits in changelog.d/ until then."""

import subprocess
import sys
from pathlib import Path

HEADING = "## [Unreleased]\n"


def drafted(top: Path) -> str:
    """The changes that wait in a tree, as towncrier draws them below a heading of its own."""
    command = [sys.executable, "-X", "utf8", "-m", "towncrier", "build", "--draft"]
    options = ["--version", "next", "--dir", str(top)]
    run = subprocess.run([*command, *options], capture_output=True, check=True, encoding="utf-8")
    return run.stdout


def with_coming(written: str, draft: str) -> str:
    """A changelog with what is coming under its heading, and not under that of the draft."""
    at = written.index(HEADING) + len(HEADING)
    _, _, changes = draft.strip().partition("\n")
    return f"{written[:at]}\n{changes.strip()}\n{written[at:]}"
