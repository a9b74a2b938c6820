"""Timing code in interpreters of its own, without the time that it takes to start them."""

import subprocess
import sys

__all__ = ["Interpreter"]

_TIMED = "from time import perf_counter as now; {before}; t = now(); {code}; print(now() - t)"


class Interpreter:
    """Runs code in a fresh interpreter; its clock goes on by what the code alone took there."""

    def __init__(self) -> None:
        self._taken = 0.0

    def run(self, code: str, before: str = "pass") -> None:
        """Run ``code`` after ``before``, of which only the former counts."""
        command = [sys.executable, "-I", "-c", _TIMED.format(before=before, code=code)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own interpreter
        self._taken += float(done.stdout)

    def clock(self) -> float:
        """The seconds taken so far."""
        return self._taken
