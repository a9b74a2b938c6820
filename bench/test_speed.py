"""What is timed: importing, loading and scoring, in groups whose first member is the measure."""

from functools import partial

import cases
import levels
import pytest
from fresh import Interpreter
from pytest_benchmark.fixture import BenchmarkFixture

import rubrik

_PEERS = "import attrs, cattrs"
_WHOLE = "import rubrik; [getattr(rubrik, name) for name in rubrik.__all__]"
_LOAD = f"rubrik.load({cases.SLUG!r})"
_LOAD_LARGEST = f"rubrik.load({cases.LARGEST!r})"

IMPORTS = {
    "`import attrs, cattrs`": _PEERS,
    "`import rubrik`": "import rubrik",
    "`import rubrik`, and every public name used": _WHOLE,
}
LOADS = {
    "first load in a process, the library's modules included": "import rubrik",
    "first load in a process, modules imported before": _WHOLE,
}
LARGEST = {
    "load it, first in a process, modules imported before": (_LOAD_LARGEST, _WHOLE),
    "audit it, just loaded": ("rubrik.audit(rubric)", f"{_WHOLE}; rubric = {_LOAD_LARGEST}"),
}
SCORES = {"by hand: the points of every row and the total": cases.HAND, **cases.LIBRARY}

INTERPRETER = Interpreter()
fresh = partial(pytest.mark.benchmark, timer=INTERPRETER.clock)


@fresh(group="Importing, in fresh interpreters")
@pytest.mark.parametrize("code", IMPORTS.values(), ids=IMPORTS)
def test_importing(benchmark: BenchmarkFixture, code: str) -> None:
    """Importing, against the two libraries that the core needs."""
    benchmark.pedantic(INTERPRETER.run, (code,), rounds=21)


@fresh(group=f"Loading `{cases.SLUG}`")
@pytest.mark.parametrize("before", LOADS.values(), ids=LOADS)
def test_first_load(benchmark: BenchmarkFixture, before: str) -> None:
    """The first load of a process also prepares the converter."""
    benchmark.pedantic(INTERPRETER.run, (_LOAD, before), rounds=21)


@pytest.mark.benchmark(group=f"Loading `{cases.SLUG}`")
@pytest.mark.parametrize("path", [cases.RUBRIC_FILE], ids=["load again, from the file"])
def test_load_again(benchmark: BenchmarkFixture, path: str) -> None:
    """A second file, or the same one again."""
    benchmark.pedantic(rubrik.load, (path,), rounds=21, warmup_rounds=2)


@fresh(group=f"The largest rubric, `{cases.LARGEST}`")
@pytest.mark.parametrize(("code", "before"), LARGEST.values(), ids=LARGEST)
def test_largest(benchmark: BenchmarkFixture, code: str, before: str) -> None:
    """What a reader and a writer of the largest rubric wait for, once in a process."""
    benchmark.pedantic(INTERPRETER.run, (code, before), rounds=21)


@pytest.mark.benchmark(group="Scoring a complete report", disable_gc=True)
@pytest.mark.parametrize("case", SCORES.values(), ids=SCORES)
def test_scoring(benchmark: BenchmarkFixture, case: cases.Case) -> None:
    """Scoring reports that differ in their figures, against the function written by hand."""
    cases.assert_same_points()

    benchmark.pedantic(cases.each, (case,), rounds=101, warmup_rounds=5)


@pytest.mark.benchmark(group=f"A cohort under `{cases.SLUG}`, ratio per commune")
@pytest.mark.parametrize("count", cases.COHORTS.values(), ids=cases.COHORTS)
def test_cohort(benchmark: BenchmarkFixture, count: int) -> None:
    """Scored, compared, read line by line in both languages, classified and ranked."""
    rounds = max(1, 2_200 // count)  # as many communes in all of them as nobody waits long for
    benchmark.pedantic(cases.cohort, (cases.communes(count),), rounds=rounds)


@pytest.mark.benchmark(group=f"Levels under `{levels.SLUG}`", disable_gc=True)
@pytest.mark.parametrize("name", levels.CASES)
def test_levels(benchmark: BenchmarkFixture, name: str) -> None:
    """Classifying a sheet, against reading all of it."""
    benchmark.pedantic(levels.CASES[name], setup=lambda: levels.fresh(name), rounds=101)
