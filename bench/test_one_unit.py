"""What is timed: one district under the rubric of An Giang, by hand, here, and in other engines."""

from functools import partial
from time import process_time

import one_unit
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

# The time of the processor, so that it does not matter who else uses it meanwhile.
timed = partial(pytest.mark.benchmark, timer=process_time)


@timed(group=f"One unit under `{one_unit.SLUG}`")
@pytest.mark.parametrize("case", one_unit.CASES.values(), ids=one_unit.CASES)
def test_one_unit(benchmark: BenchmarkFixture, case: one_unit.Case) -> None:
    """Reports that differ in their figures, against the function written by hand in floats."""
    one_unit.assert_same_points()
    one_unit.warmed()

    benchmark.pedantic(one_unit.in_turn(case), rounds=2020, warmup_rounds=100)


@timed(group="The same unit in other engines")
@pytest.mark.parametrize("case", one_unit.PEERS.values(), ids=one_unit.PEERS)
def test_elsewhere(benchmark: BenchmarkFixture, case: one_unit.Case) -> None:
    """The same rows, groups and levels, in engines that are not exact and check nothing."""
    one_unit.assert_same_elsewhere()

    benchmark.pedantic(one_unit.in_turn(case), rounds=220, warmup_rounds=20)
