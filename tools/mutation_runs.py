"""How one mutant is tried: by the tests that reach it, until one fails."""

import gc
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from functools import _lru_cache_wrapper
from importlib.machinery import SourceFileLoader
from pathlib import Path
from time import process_time
from types import CodeType, FunctionType

import coverage
import pytest
from attrs import frozen

from mutants import Mutant, functions
from mutation_ends import Judge

__all__ = [
    "OPTIONS",
    "Live",
    "Reach",
    "imported",
    "live",
    "makers",
    "patched",
]

OPTIONS = (
    *("-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"),
    "-Wignore::pytest.PytestAssertRewriteWarning",  # the tool imports hypothesis before pytest does
)

Live = dict[tuple[str, str, int], list[FunctionType]]


@frozen
class Reach:
    """Which tests run which lines of which file, and how long each takes."""

    tests: dict[str, dict[int, list[str]]]
    seconds: dict[str, float]

    def quickest(self, mutant: Mutant) -> list[str]:
        """The tests that run a line of the changed statement, the quickest first."""
        lines = self.tests.get(str(mutant.path), {})
        span = range(mutant.first, mutant.last + 1)
        found = {test for line in span for test in lines.get(line, ())}
        return sorted(found, key=lambda test: (self.seconds[test], test))

    @classmethod
    def of(cls, items: Sequence[pytest.Item], source: Path) -> "Reach":
        """Run every test once, in a process of its own so that nothing is left of it here."""
        with tempfile.NamedTemporaryFile("r", suffix=".json") as file:
            child = os.fork()
            if child == 0:
                _measure(items, source, Path(file.name))
                os._exit(0)
            os.waitpid(child, 0)
            tests, seconds = json.load(file)
        by_line = {
            path: {int(line): each for line, each in lines.items()} for path, lines in tests.items()
        }
        return cls(by_line, seconds)


def _measure(items: Sequence[pytest.Item], source: Path, to: Path) -> None:
    measured = coverage.Coverage(data_file=None, include=[f"{source}/*"], config_file=False)
    seconds: dict[str, float] = {}
    measured.start()
    for item, following in _with_next(items):
        measured.switch_context(item.nodeid)
        started = process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        seconds[item.nodeid] = process_time() - started
    measured.stop()
    data = measured.get_data()
    tests = {path: data.contexts_by_lineno(path) for path in data.measured_files()}
    to.write_text(json.dumps([tests, seconds]), encoding="utf-8")


def _with_next(items: Sequence[pytest.Item]) -> Iterable[tuple[pytest.Item, pytest.Item | None]]:
    return zip(items, [*items[1:], None], strict=True)


def live(paths: Iterable[Path]) -> Live:
    """The functions of some files that are in memory, by file, name and number."""
    found: Live = {}
    places: dict[tuple[str, str, int], tuple[str, str, int]] = {}
    for path in paths:
        for (name, number), code in functions(path.read_text(encoding="utf-8"), path).items():
            places[str(path), code.co_qualname, code.co_firstlineno] = str(path), name, number
    for each in gc.get_objects():
        if isinstance(each, FunctionType):
            code = each.__code__
            key = places.get((code.co_filename, code.co_qualname, code.co_firstlineno))
            if key is not None:
                found.setdefault(key, []).append(each)
    return found


def makers(paths: Iterable[Path]) -> set[tuple[str, str]]:
    """The functions, by file and name, of which some that they made are in memory.

    Those do not change with the code of their maker: everything must be imported again.
    """
    files = {str(path) for path in paths}
    codes = (each.__code__ for each in gc.get_objects() if isinstance(each, FunctionType))
    return {
        (code.co_filename, code.co_qualname.partition(".<locals>")[0])
        for code in codes
        if code.co_filename in files and "<locals>" in code.co_qualname
    }


def patched(mutant: Mutant, tests: Sequence[pytest.Item], functions_of: Live) -> int:
    """Give the changed functions their new code, and run the tests."""
    for (name, number), code in (mutant.changed or {}).items():
        for each in functions_of[str(mutant.path), name, number]:
            each.__code__ = code
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper):
            each.cache_clear()
    for item, following in _with_next(tests):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    return 0


def imported(mutant: Mutant, root: Path, stages: Iterable[Sequence[str]]) -> int:
    """Import the package and the tests again, with one file changed, and run the tests."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if name.partition(".")[0] in {"rubrik", "tests"} or file.startswith(f"{root}/tests"):
            del sys.modules[name]
    plain = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> CodeType | None:
        if self.path == str(mutant.path):
            return compile(mutant.text, self.path, "exec", dont_inherit=True)
        return plain(self, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign,assignment]  # till the end
    # A test that fails leaves the process; most do early, before all tests are imported.
    return max(int(pytest.main([*OPTIONS, *tests], plugins=[Judge()])) for tests in stages)
