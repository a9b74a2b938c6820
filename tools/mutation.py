"""Tries whether the tests notice when the rules of scoring are changed: mutation testing.

Usage: nice python tools/mutation.py RESULTS.jsonl
                  [--seed N] [--most N] [--again] [--outside] [MODULE …]

All tests are imported once. Each mutant is then tried in a process forked from there: the code of
the function that it changes is replaced, and the tests that reach the changed lines are run, the
quickest first, until one fails. Where it changes what runs at import, the package and the tests
are imported again instead. Mutants come in an order drawn by the seed, so that whatever was tried
when the run is stopped is a fair sample; a run goes on where the last one with the same file of
results stopped. What stands outside of functions takes longer and comes last, with ``--outside``
first; ``--again`` begins with those that survived before, after tests were added.
``python tools/mutation_report.py RESULTS.jsonl`` makes the page out of the results.
"""

import argparse
import gc
import json
import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import Phase, settings

from mutants import MutableFile, Mutant
from mutation_ends import FAILED, SURVIVED, Judge, corrected, forked
from mutation_runs import OPTIONS, Live, Reach, imported, live, makers, patched

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "rubrik"
MODULES = ("classifier", "exact", "measures", "scales", "scorers", "scoring")
TESTS = (
    *("test_exact.py", "measures", "scorers", "test_scales.py", "scoring", "classifier"),
    *(
        "test_values.py",
        "test_intervals.py",
        "test_absence.py",
        "test_evaluation.py",
        "test_scoresheet.py",
    ),
    *("published", "rubric", "test_submission.py", "codec", "compiled", "cohort", "comparison"),
    *("auditing/test_rules.py", "auditing/test_levels.py", "auditing/test_readings.py"),
)
"""What is quick, those that stand beside the modules first."""

LEAST_SECONDS = 20.0
IMPORT_SECONDS = 120.0


def main(arguments: Sequence[str]) -> int:
    """Try the mutants that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("results", type=Path)
    parser.add_argument("modules", nargs="*", default=list(MODULES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--outside", action="store_true")
    asked = parser.parse_args(arguments)
    settings.register_profile(
        "mutation",
        max_examples=20,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
    )
    os.environ["HYPOTHESIS_PROFILE"] = "mutation"
    os.chdir(ROOT)
    paths = [path for module in asked.modules for path in files(module)]
    runner = Runner(asked.results.absolute(), paths, asked)
    return int(pytest.main([*OPTIONS, *(f"tests/{each}" for each in TESTS)], plugins=[runner]))


def files(module: str) -> list[Path]:
    """The files of a module or a package, or of one module in it, such as ``scorers/bands``."""
    one = SOURCE / f"{module}.py"
    return [one] if one.exists() else sorted((SOURCE / module).glob("*.py"))


def stages(module: str) -> list[list[str]]:
    """The tests in the order in which they are tried where everything is imported again."""
    own = [each for each in TESTS if module in each or each == "test_values.py"]
    files = [each for each in ("rubric", "test_submission.py", "codec") if each not in own]
    rest = [each for each in TESTS if each not in (*own, *files)]
    return [[f"tests/{each}" for each in stage] for stage in (own, files, rest)]


def ended(results: Path) -> dict[str, str]:
    """How each mutant ended when it was last tried; where the tool failed, it is tried again."""
    lines = results.read_text("utf-8").splitlines() if results.exists() else []
    rows = map(corrected, map(json.loads, lines))
    last = {row["mutant"]: row["ended"] for row in rows}
    return {name: each for name, each in last.items() if each != FAILED}


class Runner:
    """A plugin of pytest that tries mutants where tests would be run."""

    def __init__(self, results: Path, paths: Sequence[Path], asked: argparse.Namespace) -> None:
        self.results = results
        self.files = {path: MutableFile(path) for path in paths}
        self.asked = asked
        self.makers: set[tuple[str, str]] = set()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Everything is imported: see what the tests reach, then try one mutant after another."""
        items = {item.nodeid: item for item in session.items}
        reach = Reach.of(session.items, SOURCE)
        self.say(f"{len(items)} tests take {sum(reach.seconds.values()):.0f} s, measured")
        session.config.pluginmanager.register(Judge())
        self.see_that_nothing_fails(list(items.values()))
        chosen = self.chosen()
        functions = live(self.files)
        self.makers = makers(self.files)
        gc.collect()
        gc.freeze()
        for name, number, path in chosen:
            mutant = self.files[path].mutant(number)
            if mutant is not None:
                self.record(name, mutant, reach, items, functions)
        return True

    def see_that_nothing_fails(self, items: Sequence[pytest.Item]) -> None:
        """A test that fails anyway would kill every mutant."""
        file = next(iter(self.files.values()))
        nothing = Mutant(file.path, 1, 1, file.text, "", {})
        for ended, by in (
            forked(lambda: patched(nothing, items, {}), 600),
            forked(lambda: imported(nothing, ROOT, stages("exact")), 600),
        ):
            if ended != SURVIVED:
                self.say(f"fails without any mutant: {ended} {by}")
                os._exit(1)

    def chosen(self) -> list[tuple[str, int, Path]]:
        """The mutants in an order drawn by the seed, without those that were tried before."""
        made = [
            (f"{path.relative_to(SOURCE)}:{number}", number, path)
            for path, file in self.files.items()
            for number in range(len(file.changes))
        ]
        random.Random(self.asked.seed).shuffle(made)  # noqa: S311 - a fair sample, no secret
        made.sort(key=lambda each: self.is_in_function(each) is self.asked.outside)
        outcomes = ended(self.results)
        self.say(f"{len(made)} changes, {sum(map(self.is_in_function, made))} of them in functions")
        self.say(f"{len(outcomes)} tried before")
        again = [each for each in made if outcomes.get(each[0]) == SURVIVED]
        rest = [each for each in made[: self.asked.most] if each[0] not in outcomes]
        return again + rest if self.asked.again else rest

    def is_in_function(self, named: tuple[str, int, Path]) -> bool:
        """Whether a change is inside of a function."""
        _, number, path = named
        return self.files[path].changes[number].in_function

    def record(
        self,
        name: str,
        mutant: Mutant,
        reach: Reach,
        items: dict[str, pytest.Item],
        functions: Live,
    ) -> None:
        """Try one mutant, and write down how it ended."""
        started = perf_counter()
        tests = reach.quickest(mutant)
        names = {(str(mutant.path), name) for name, _ in mutant.changed or {}}
        at_import = mutant.changed is None or not tests or bool(names & self.makers)
        if at_import:
            module = name.partition("/")[0].partition(".")[0]
            ended, by = forked(lambda: imported(mutant, ROOT, stages(module)), IMPORT_SECONDS)
        else:
            least = 10 * sum(reach.seconds[each] for each in tests) + LEAST_SECONDS
            chosen = [items[each] for each in tests]
            ended, by = forked(lambda: patched(mutant, chosen, functions), least)
        row = {
            "mutant": name,
            "line": mutant.first,
            "ended": ended,
            "by": by,
            "tests": len(tests),
            "at_import": at_import,
            "seconds": round(perf_counter() - started, 2),
            "diff": mutant.diff,
        }
        with self.results.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def say(self, text: str) -> None:
        """Progress, beside what pytest says."""
        sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
