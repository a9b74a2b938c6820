"""Throws hostile data at whatever reads data, and sees that it is refused in words or read.

Usage: nice python tools/fuzz.py TARGET… [--cases N] [--seed S] [--from K] [--results FILE]
       nice python tools/fuzz.py TARGET --guided --cases N [--corpus FOLDER]
       python tools/fuzz.py TARGET --case HEX

A case is the bytes that its data is drawn from. By default they come from the seed and the number
of the case, so that a run can be repeated; ``--guided`` has atheris look for bytes that reach new
code, from the corpus and into it. Whatever is raised that is no declared error, takes more than two
seconds of processor time or more than a gigabyte of memory is written down, once for each place,
and the run goes on. ``--case`` tries one case by itself, with its traceback.
"""

import argparse
import json
import platform
import random
import resource
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time
from types import FrameType

ROOT = Path(__file__).parents[1]
sys.path[1:1] = [str(ROOT / "tests")]  # where the small rubric of the tests stands

SECONDS = 2.0
MEMORY = 1024**3
SIZES = (4, 16, 64, 64, 256)


class TooSlow(BaseException):
    """A case took too much processor time."""


def main(arguments: Sequence[str]) -> int:
    """Try what is asked for, and say what was found; 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="+")
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--case", type=bytes.fromhex)
    asked = parser.parse_args(arguments)
    if asked.guided:
        return guided(asked)
    runs = [Run(name) for name in asked.targets]
    if asked.case is not None:
        runs[0].target(runs[0].draws(asked.case))
        return 0
    limited()
    for run in runs:
        run.all(asked.seed, asked.first, asked.cases)
        run.report(asked.results, seed=asked.seed, first=asked.first)
    return int(any(run.found for run in runs))


def limited() -> None:
    """No case gets more memory than it may have."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _too_slow(number: int, frame: FrameType | None) -> None:
    raise TooSlow(number, frame)


class Run:
    """One target: how many cases were tried, how many were let in, and what went wrong."""

    def __init__(self, name: str) -> None:
        import fuzz_draws  # noqa: PLC0415 - when guided, imports are instrumented first
        import fuzz_targets  # noqa: PLC0415

        self.name = name
        self.seconds = SECONDS
        self.target: Callable[[fuzz_draws.Draws], bool] = fuzz_targets.TARGETS[name]
        self.draws = fuzz_draws.Draws
        self.counts: Counter[str] = Counter()
        self.slowest = 0.0
        self.slowest_case = ""
        self.found: dict[str, dict[str, str]] = {}
        self.started = perf_counter()

    def all(self, seed: int, first: int, cases: int) -> None:
        """Try so many cases of a seed, from the first."""
        for number in range(first, first + cases):
            self.one(case(self.name, seed, number))

    def one(self, data: bytes) -> None:
        """Try one case, and keep what it raises."""
        started = process_time()
        signal.signal(signal.SIGPROF, _too_slow)
        signal.setitimer(signal.ITIMER_PROF, self.seconds)
        try:
            ended = "let in" if self.target(self.draws(data)) else "refused"
        except (Exception, TooSlow) as error:  # noqa: BLE001 - whatever it is, it is kept
            signal.setitimer(signal.ITIMER_PROF, 0)
            ended = "wrong"
            self.keep(data, error)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        taken = process_time() - started
        self.counts[ended] += 1
        if taken > self.slowest:
            self.slowest, self.slowest_case = taken, data.hex()

    def keep(self, data: bytes, error: BaseException) -> None:
        """The shortest case for each kind of error and place that it comes from."""
        frames = traceback.extract_tb(error.__traceback__)
        own = [each for each in frames if "/rubrik/" in each.filename] or frames
        place = f"{type(error).__name__} at {Path(own[-1].filename).name}:{own[-1].lineno}"
        before = self.found.get(place)
        if before is None or len(data) * 2 < len(before["case"]):
            said = "".join(traceback.format_exception(error))[-3000:]
            self.found[place] = {"case": data.hex(), "error": said}
            sys.stderr.write(f"{self.name}: {place}: --case {data.hex()}\n")

    def report(self, results: Path | None, **more: object) -> None:
        """Print what came of it, and add it to the file of results."""
        row = {
            "target": self.name,
            **more,
            "cases": sum(self.counts.values()),
            **self.counts,
            "seconds": round(perf_counter() - self.started, 1),
            "slowest": round(self.slowest, 3),
            "slowest_case": self.slowest_case,
            "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "python": platform.python_version(),
            "found": self.found,
        }
        sys.stdout.write(json.dumps({**row, "found": sorted(self.found)}) + "\n")
        sys.stdout.flush()
        if results is not None:
            with results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")


def case(name: str, seed: int, number: int) -> bytes:
    """The bytes of one case, by its number."""
    made = random.Random(f"{name} {seed} {number}")  # noqa: S311 - to be repeated, no secret
    return made.randbytes(made.choice(SIZES))


def guided(asked: argparse.Namespace) -> int:
    """Let atheris look for bytes that reach new code."""
    import atheris  # noqa: PLC0415 - only asked for here: an extra

    with atheris.instrument_imports(include=["rubrik"]):
        run = Run(asked.targets[0])
    limited()
    tried = 0

    def one(data: bytes) -> None:
        nonlocal tried
        run.one(data)
        tried += 1
        if tried == asked.cases:
            run.report(asked.results, seed=asked.seed, guided=True)
        elif tried % 20_000 == 0:
            sys.stderr.write(f"{run.name}: {tried} cases\n")

    options = [f"-runs={asked.cases}", f"-seed={asked.seed}", "-max_len=256", "-rss_limit_mb=4096"]
    corpus = [str(asked.corpus)] if asked.corpus else []
    atheris.Setup([sys.argv[0], *options, "-verbosity=0", *corpus], one)
    atheris.Fuzz()
    return int(bool(run.found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
